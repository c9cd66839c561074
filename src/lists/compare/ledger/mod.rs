//! 适龄儿童台账: every school-age child as a row: base, who is on the roll and not on the register, and who has a file here. A view
//! over the lists and the files, filtered and searched where the lists are held; a window of rows crosses.
mod brief;
mod places;

use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::schooling::{Schooling, Told};
use crate::lists::compare::child::Rows;
use crate::lists::compare::groups::birth_of;
use crate::lists::compare::{Comparison, Lists, Member, Origin, Set};
use crate::lists::rows::Whole;
use crate::register::search::{Entry, Index};
use brief::{brief, words_of_child, words_of_file};
use places::{Filter, Places};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A pupil's file as the ledger needs it: who it is, and what it says where the lists say something else or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filed {
    pub id: FileId,
    pub name: String,
    /// Former names and guardians, the guardian first.
    pub other_names: Vec<String>,
    pub id_no: String,
    /// What else the file is found by: roll number, certificate, telephones.
    pub numbers: Vec<String>,
    pub birth: Option<Date>,
    pub town: String,
    pub village: String,
    /// By name.
    pub school: String,
    pub told: Told,
    /// On the ledger though no list names the child.
    pub in_age: bool,
}

/// Which rows of the ledger. Places by their keys ([`crate::register::search::filter::town_key`]).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Query {
    pub town: Option<String>,
    pub school: Option<String>,
    pub schooling: Option<Schooling>,
    /// In full years on the day that the lists hold for.
    pub age: Option<u8>,
    /// As it is typed into a search: name, pinyin, initials, digits of a number.
    pub text: String,
}

/// A row as it crosses: the child as the lists have it, the file that it has here, or both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerRow {
    pub file: Option<FileId>,
    pub member: Option<Member>,
    pub schooling: Option<Schooling>,
}

/// What the ledger can be narrowed by, each with how many children it would leave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offers {
    pub towns: BTreeMap<String, u32>,
    pub schools: BTreeMap<String, u32>,
    pub schooling: BTreeMap<Schooling, u32>,
    pub ages: BTreeMap<u8, u32>,
}

/// A child of the ledger: by its position in the comparison, by that of its file among those handed over, or both.
#[derive(Clone, Copy, Debug)]
struct Line {
    child: Option<u32>,
    file: Option<u32>,
    town: Option<u32>,
    school: Option<u32>,
    schooling: Option<Schooling>,
    age: Option<u8>,
}

/// The ledger of one comparison and the files beside it, in the order of towns, villages and names.
#[derive(Debug, Default)]
pub struct Roll {
    files: Arc<Vec<Filed>>,
    lines: Vec<Line>,
    towns: Places,
    schools: Places,
    /// Made when somebody first searches.
    index: Option<Index>,
    /// What the last query chose, kept for its windows.
    chosen: Option<(Query, Vec<u32>)>,
}

impl Roll {
    pub fn of(comparison: &Comparison, lists: &Lists, files: Arc<Vec<Filed>>) -> Roll {
        let by_number: HashMap<Whole, u32> =
            files.iter().zip(0..).filter_map(|(file, at)| Some((Whole::parse(&file.id_no)?, at))).collect();
        let without = files.iter().zip(0..).filter(|(file, _)| file.id_no.is_empty());
        let by_words: HashMap<String, u32> = without.map(|(file, at)| (words_of_file(file), at)).collect();
        let mut roll = Roll { files, ..Roll::default() };
        let day = comparison.days.roll_call.or(lists.household.as_of).or(lists.roll.as_of);
        let mut is_listed = vec![false; roll.files.len()];
        let mut order: Vec<(String, Line)> = Vec::new();
        for child in comparison.members(Set::Ledger) {
            let file = match comparison.children.whole(child) {
                Some(whole) => by_number.get(&whole).copied(),
                None => by_words.get(&words_of_child(&comparison.member(lists, child))).copied(),
            };
            if let Some(listed) = file.and_then(|file| is_listed.get_mut(file as usize)) {
                *listed = true;
            }
            let birth = birth_of(lists, &comparison.children, child);
            order.push(roll.line(comparison, lists, (Some(child), file), birth, day));
        }
        for at in (0..roll.files.len() as u32).filter(|at| is_listed.get(*at as usize) == Some(&false)) {
            let Some((birth, true)) = roll.file(Some(at)).map(|file| (file.birth, file.in_age)) else {
                continue;
            };
            order.push(roll.line(comparison, lists, (None, Some(at)), birth, day));
        }
        // Those of whom no town is known stand last. The sort keeps the order of numbers among equals.
        order.sort_by(|(a, one), (b, other)| (one.town.is_none(), a).cmp(&(other.town.is_none(), b)));
        roll.lines = order.into_iter().map(|(_, line)| line).collect();
        roll
    }

    fn file(&self, at: Option<u32>) -> Option<&Filed> {
        self.files.get(at? as usize)
    }

    /// A line, and the words by which it is ordered.
    fn line(
        &mut self,
        comparison: &Comparison,
        lists: &Lists,
        (child, file): (Option<u32>, Option<u32>),
        birth: Option<Date>,
        day: Option<Date>,
    ) -> (String, Line) {
        let filed = file.and_then(|at| self.files.get(at as usize));
        let brief = brief(comparison, lists, child, filed);
        let key = [brief.town, brief.village, brief.name].join("\u{1}");
        let listed = child.map(|child| comparison.schooling(lists, child));
        let told = filed.map(|filed| filed.told).unwrap_or_default();
        let birth = filed.and_then(|filed| filed.birth).or(birth);
        let line = Line {
            child,
            file,
            town: self.towns.put(brief.town),
            school: self.schools.put(brief.school),
            schooling: told.beside(listed),
            age: birth.zip(day).and_then(|(birth, day)| u8::try_from(birth.age_on(day)).ok()),
        };
        (key, line)
    }

    fn index(&mut self, comparison: &Comparison, lists: &Lists) -> &Index {
        if self.index.is_none() {
            let mut index = Index::default();
            for (line, at) in self.lines.iter().zip(0_u128..) {
                let filed = self.file(line.file);
                let brief = brief(comparison, lists, line.child, filed);
                let number = match (filed, line.child) {
                    (Some(filed), _) if !filed.id_no.is_empty() => filed.id_no.clone(),
                    (_, Some(child)) => comparison.number(lists, child),
                    _ => String::new(),
                };
                let others = filed.map(|filed| filed.other_names.as_slice()).unwrap_or_default();
                let names: Vec<&str> = others.iter().map(String::as_str).chain([brief.guardian]).collect();
                let more = filed.map(|filed| filed.numbers.as_slice()).unwrap_or_default();
                let numbers: Vec<&str> = more.iter().chain([&number]).map(String::as_str).collect();
                let texts = [brief.village, brief.town, brief.school];
                index.put(
                    FileId(at),
                    Entry { name: brief.name, other_names: &names, numbers: &numbers, texts: &texts },
                );
            }
            self.index = Some(index);
        }
        self.index.get_or_insert_default()
    }

    /// The lines that a query chooses: in their order, or the best answers to a search first.
    fn choose(&mut self, comparison: &Comparison, lists: &Lists, query: &Query) {
        if self.chosen.as_ref().is_some_and(|(of, _)| of == query) {
            return;
        }
        let found: Option<Vec<u32>> = (!query.text.trim().is_empty()).then(|| {
            let hits = self.index(comparison, lists).query(&query.text, usize::MAX);
            hits.ids.into_iter().filter_map(|id| u32::try_from(id.0).ok()).collect()
        });
        let filter = Filter::of(self, query);
        let lets = |at: &u32| self.lines.get(*at as usize).is_some_and(|line| filter.lets(line));
        let lines = match found {
            Some(found) => found.into_iter().filter(lets).collect(),
            None => (0..self.lines.len() as u32).filter(lets).collect(),
        };
        self.chosen = Some((query.clone(), lines));
    }

    fn chosen(&self) -> &[u32] {
        self.chosen.as_ref().map(|(_, lines)| lines.as_slice()).unwrap_or_default()
    }

    /// How many rows a query chooses, and a window of them.
    pub fn window(
        &mut self,
        comparison: &Comparison,
        lists: &Lists,
        query: &Query,
        (from, count): (u32, u32),
    ) -> (u32, Vec<LedgerRow>) {
        self.choose(comparison, lists, query);
        let lines = self.chosen().iter().skip(from as usize).take(count as usize);
        let row = |line: &Line| LedgerRow {
            file: self.file(line.file).map(|file| file.id),
            member: line.child.map(|child| comparison.member(lists, child)),
            schooling: line.schooling,
        };
        let rows = lines.filter_map(|at| self.lines.get(*at as usize)).map(row).collect();
        (self.chosen().len() as u32, rows)
    }

    /// The files of everybody whom a query chooses.
    pub fn files_of(&mut self, comparison: &Comparison, lists: &Lists, query: &Query) -> Vec<FileId> {
        self.choose(comparison, lists, query);
        let lines = self.chosen().iter().filter_map(|at| self.lines.get(*at as usize));
        lines.filter_map(|line| Some(self.file(line.file)?.id)).collect()
    }

    /// What a query could be narrowed by: of each kind, what the others leave. What was typed is left aside.
    pub fn offers(&self, query: &Query) -> Offers {
        let filter = Filter::of(self, query);
        let mut offers = Offers::default();
        let (mut towns, mut schools) = (BTreeMap::new(), BTreeMap::new());
        for line in &self.lines {
            let [town, school, schooling, age] = filter.each(line);
            if school && schooling && age {
                *towns.entry(line.town).or_default() += 1;
            }
            if town && schooling && age && line.school.is_some() {
                *schools.entry(line.school).or_default() += 1;
            }
            if let Some(of) = line.schooling.filter(|_| town && school && age) {
                *offers.schooling.entry(of).or_default() += 1;
            }
            if let Some(of) = line.age.filter(|_| town && school && schooling) {
                *offers.ages.entry(of).or_default() += 1;
            }
        }
        let named = |places: &Places, counts: BTreeMap<Option<u32>, u32>| {
            counts.into_iter().map(|(at, count)| (places.name(at).to_owned(), count)).collect()
        };
        offers.towns = named(&self.towns, towns);
        offers.schools = named(&self.schools, schools);
        offers
    }
}

impl Comparison {
    /// Where the lists have a child.
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
        } else if rows.has(Origin::RollCall) {
            Schooling::InClass
        } else {
            Schooling::OnRoll
        }
    }
}
