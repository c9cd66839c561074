//! 适龄儿童台账: every school-age child as a row: base, and who is on the roll and not on the register. A view over the lists,
//! filtered and sorted where the lists are held; a window of rows crosses.
use crate::domain::date::Date;
use crate::lists::compare::child::Rows;
use crate::lists::compare::groups::birth_of;
use crate::lists::compare::{Comparison, Lists, Origin, Set};
use crate::lists::normalise::text;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

crate::listed! {
    /// Where a child of the ledger is, in the one word that a ledger shows.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Schooling {
        /// On the roll, and nothing says otherwise.
        OnRoll,
        TaughtAtHome,
        InSpecialSchool,
        InOrdinaryClass,
        /// On the roll with a status with which no one is looked for in class.
        Suspended,
        /// In A.
        NotEnrolled,
        /// In B.
        Absent,
    }
}

/// Which rows of the ledger, and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    pub town: Option<String>,
    pub school: Option<String>,
    pub schooling: Option<Schooling>,
    /// Only who stands in this set too.
    pub set: Option<Set>,
    /// Part of a name or number.
    pub text: String,
    pub by: By,
    pub backwards: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum By {
    /// By number, as the children stand.
    #[default]
    Number,
    Name,
    Birth,
    Town,
    School,
    Schooling,
}

/// The rows that a query chose, kept for its windows.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    query: Query,
    children: Vec<u32>,
}

/// The few words of a child by which it is filtered and sorted.
struct Brief<'a> {
    child: u32,
    name: &'a str,
    town: Option<&'a str>,
    village: Option<&'a str>,
    school: Option<&'a str>,
    grade: Option<&'a str>,
    class: Option<&'a str>,
    birth: Option<Date>,
    schooling: Schooling,
}

impl Chosen {
    pub fn of(comparison: &Comparison, lists: &Lists, query: Query) -> Chosen {
        let wanted = text::key(&query.text);
        let mut found: Vec<Brief> = comparison
            .members(Set::Ledger)
            .filter(|child| query.set.is_none_or(|set| comparison.standing(*child).is(set)))
            .map(|child| comparison.brief(lists, child, query.by == By::Birth))
            .filter(|brief| query.town.as_deref().is_none_or(|town| brief.town == Some(town)))
            .filter(|brief| query.school.as_deref().is_none_or(|school| brief.school == Some(school)))
            .filter(|brief| query.schooling.is_none_or(|schooling| brief.schooling == schooling))
            .filter(|brief| {
                let number = || comparison.number(lists, brief.child).contains(&wanted);
                wanted.is_empty() || text::key(brief.name).contains(&wanted) || number()
            })
            .collect();
        match query.by {
            By::Number => {}
            By::Name => found.sort_by(|a, b| a.name.cmp(b.name)),
            By::Birth => found.sort_by_key(|brief| (brief.birth.is_none(), brief.birth)),
            By::Town => found.sort_by(|a, b| last(a.town, b.town).then_with(|| last(a.village, b.village))),
            By::School => found.sort_by(|a, b| {
                last(a.school, b.school)
                    .then_with(|| last(a.grade, b.grade))
                    .then_with(|| last(a.class, b.class))
            }),
            By::Schooling => found.sort_by_key(|brief| std::cmp::Reverse(brief.schooling)),
        }
        let mut children: Vec<u32> = found.into_iter().map(|brief| brief.child).collect();
        if query.backwards {
            children.reverse();
        }
        Chosen { query, children }
    }

    pub fn is_of(&self, query: &Query) -> bool {
        self.query == *query
    }

    pub fn children(&self) -> &[u32] {
        &self.children
    }
}

/// Nothing stands behind everything.
fn last(a: Option<&str>, b: Option<&str>) -> Ordering {
    (a.is_none(), a).cmp(&(b.is_none(), b))
}

impl Comparison {
    fn brief<'a>(&'a self, lists: &'a Lists, child: u32, with_birth: bool) -> Brief<'a> {
        let rows = Rows { lists, rows: self.rows(child) };
        let mut brief = Brief {
            child,
            name: "",
            town: None,
            village: None,
            school: None,
            grade: None,
            class: None,
            birth: with_birth.then(|| birth_of(lists, &self.children, child)).flatten(),
            schooling: self.schooling(lists, child),
        };
        for person in rows.rows.iter().filter_map(|at| lists.person(*at)) {
            if brief.name.is_empty() {
                brief.name = person.name;
            }
            brief.school = brief.school.or(person.school);
            brief.grade = brief.grade.or(person.grade);
            brief.class = brief.class.or(person.class);
        }
        let homes = rows.household().map(|row| (row.town.as_deref(), row.village.as_deref()));
        let poor = rows.poor().map(|row| (row.town.as_deref(), row.village.as_deref()));
        let found = rows.found().map(|row| (row.town.as_deref(), row.village.as_deref()));
        let civil = rows.civil().map(|row| (row.town.as_deref(), row.village.as_deref()));
        for (town, village) in homes.chain(found).chain(poor).chain(civil) {
            brief.town = brief.town.or(town);
            brief.village = brief.village.or(village);
        }
        brief
    }

    pub fn schooling(&self, lists: &Lists, child: u32) -> Schooling {
        let at = self.standing(child);
        let rows = Rows { lists, rows: self.rows(child) };
        if at.is(Set::A) {
            Schooling::NotEnrolled
        } else if at.is(Set::B) {
            Schooling::Absent
        } else if at.is(Set::HomeTeaching) {
            Schooling::TaughtAtHome
        } else if at.is(Set::InSpecialSchool) {
            Schooling::InSpecialSchool
        } else if at.is(Set::InOrdinaryClass) {
            Schooling::InOrdinaryClass
        } else if rows.has(Origin::Roll) && rows.roll().all(|row| self.settings.is_proper(row.status())) {
            Schooling::Suspended
        } else {
            Schooling::OnRoll
        }
    }

    /// The towns and schools of the ledger with their children, for its filters.
    pub fn places(&self, lists: &Lists) -> Places {
        let mut places = Places::default();
        for child in self.members(Set::Ledger) {
            let brief = self.brief(lists, child, false);
            let add = |to: &mut std::collections::BTreeMap<String, u32>, word: Option<&str>| {
                if let Some(word) = word {
                    match to.get_mut(word) {
                        Some(count) => *count += 1,
                        None => drop(to.insert(word.to_owned(), 1)),
                    }
                }
            };
            add(&mut places.towns, brief.town);
            add(&mut places.schools, brief.school);
        }
        places
    }
}

/// Name → children.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    pub towns: std::collections::BTreeMap<String, u32>,
    pub schools: std::collections::BTreeMap<String, u32>,
}
