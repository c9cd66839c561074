//! What a screen shows of a child or a proposal: a copy of its few words, made for a window of them.
use crate::domain::date::Date;
use crate::lists::compare::child::Rows;
use crate::lists::compare::decisions::child_key;
use crate::lists::compare::groups::{Groups, birth_of};
use crate::lists::compare::{At, Comparison, Lists, Origin, Proposal, Set};
use crate::lists::issue::{Place, Source};
use crate::lists::normalise::date::When;
use serde::{Deserialize, Serialize};

/// A child of a set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its position in this comparison: for further questions about it.
    pub child: u32,
    /// The same as long as its number, or what its row says, stays the same; for storing.
    pub key: String,
    pub name: String,
    /// The whole number, else what is left of it.
    pub number: String,
    /// Whether the number is whole and valid.
    pub whole: bool,
    pub birth: Option<Date>,
    /// 1 male, 2 female.
    pub sex: Option<u8>,
    pub ethnic: Option<String>,
    pub town: Option<String>,
    pub village: Option<String>,
    pub registered_address: Option<String>,
    pub address: Option<String>,
    pub school: Option<String>,
    /// Other schools with the same pupil on their roll.
    pub also_at: Vec<String>,
    pub grade: Option<String>,
    pub class: Option<String>,
    pub roll_number: Option<String>,
    pub status: Option<String>,
    pub guardian: Option<String>,
    pub phone: Option<String>,
    pub disability_type: Option<String>,
    pub disability_grade: Option<String>,
    pub certificate: Option<String>,
    /// On the list of civil affairs, as this group: a code of `flag`, or the list's own words.
    pub civil: Option<String>,
    /// On the list of poor households, as this type.
    pub poor: Option<String>,
    /// First day absent without a proper reason, and the days until the roll call.
    pub absent_from: Option<Date>,
    pub days_absent: Option<i64>,
    pub lists: Vec<Origin>,
    pub sets: Vec<Set>,
}

/// One side of a proposal: a row as its list has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    pub from: Origin,
    pub place: Option<Place>,
    pub source: Option<Source>,
    pub as_of: Option<Date>,
    pub name: String,
    pub number: String,
    pub whole: bool,
    pub birth: Option<When>,
    pub sex: Option<u8>,
    pub guardian: Option<String>,
    pub home: Option<String>,
    pub school: Option<String>,
    pub grade: Option<String>,
    pub class: Option<String>,
}

/// A proposal as a screen shows it: the row without a whole number, and the rows of the child that it may be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    pub proposal: Proposal,
    pub one: Vec<Face>,
    pub other: Vec<Face>,
    /// Positions, counted in characters, at which the first number differs from the second's, and back.
    pub number_differs: (Vec<u32>, Vec<u32>),
    pub name_differs: (Vec<u32>, Vec<u32>),
}

impl Comparison {
    pub fn member(&self, lists: &Lists, child: u32) -> Member {
        let rows = Rows { lists, rows: self.rows(child) };
        let mut member = Member {
            child,
            key: child_key(lists, &self.children, child),
            number: self.number(lists, child),
            whole: rows.rows.iter().any(|at| lists.whole(*at).is_some()),
            birth: birth_of(lists, &self.children, child),
            sets: self.standing(child).sets().collect(),
            ..Member::default()
        };
        member.sex = rows.rows.iter().find_map(|at| lists.whole(*at)).map(|whole| whole.sex());
        for at in rows.rows {
            let Some(person) = lists.person(*at) else { continue };
            member.lists.push(at.from);
            if member.name.is_empty() {
                member.name = person.name.to_owned();
            }
            fill(&mut member.sex, person.sex);
            // The register knows the head of the household, not the guardian.
            if at.from != Origin::Household {
                fill(&mut member.guardian, person.guardian.map(str::to_owned));
            }
            fill(&mut member.school, person.school.map(str::to_owned));
            fill(&mut member.grade, person.grade.map(str::to_owned));
            fill(&mut member.class, person.class.map(str::to_owned));
        }
        member.lists.dedup();
        for row in rows.household() {
            fill(&mut member.town, row.town.clone());
            fill(&mut member.village, row.village.clone());
            fill(&mut member.registered_address, row.registered_address.clone());
            fill(&mut member.ethnic, row.ethnic.clone());
        }
        for row in rows.roll() {
            fill(&mut member.address, row.address.clone());
            fill(&mut member.registered_address, row.registered_address.clone());
            fill(&mut member.phone, row.phone.clone());
            fill(&mut member.roll_number, row.roll_number.clone());
            fill(&mut member.status, row.status.clone());
            fill(&mut member.ethnic, row.ethnic.clone());
            fill(&mut member.disability_type, row.disability_type.clone());
            member.also_at.extend(row.also_at.iter().cloned());
        }
        for row in rows.disability() {
            fill(&mut member.address, row.address.clone());
            fill(&mut member.phone, row.phone.clone());
            fill(&mut member.disability_type, row.disability_type.clone());
            fill(&mut member.disability_grade, row.disability_grade.clone());
            fill(&mut member.certificate, row.certificate.clone());
        }
        for row in rows.poor() {
            fill(&mut member.town, row.town.clone());
            fill(&mut member.village, row.village.clone());
            fill(&mut member.phone, row.phone.clone());
            fill(&mut member.poor, row.counts().then(|| row.household_type.clone().unwrap_or_default()));
        }
        for row in rows.civil() {
            fill(&mut member.town, row.town.clone());
            fill(&mut member.village, row.village.clone());
            fill(&mut member.address, row.address.clone());
            fill(&mut member.phone, row.phone.clone());
            fill(&mut member.ethnic, row.ethnic.clone());
            fill(&mut member.civil, Some(row.group.clone().unwrap_or_default()));
        }
        for row in rows.found() {
            fill(&mut member.town, row.town.clone());
            fill(&mut member.village, row.village.clone());
            fill(&mut member.phone, row.phone.clone());
        }
        for row in rows.called() {
            fill(&mut member.days_absent, row.days_absent(self.days.roll_call));
            fill(&mut member.absent_from, row.absent_from);
        }
        // A guardian who stands nowhere else: the head of the household is at least asked first.
        if member.guardian.is_none() {
            member.guardian = rows.household().find_map(|row| row.head.clone());
        }
        member
    }

    pub fn shown(&self, lists: &Lists, proposal: &Proposal) -> Shown {
        let faces = |groups: &Groups, group: u32| {
            groups.rows(group).iter().filter_map(|at| face(lists, *at)).collect()
        };
        let one: Vec<Face> = faces(&self.exact, proposal.one);
        let other: Vec<Face> = faces(&self.exact, proposal.other);
        let text = |faces: &[Face], of: fn(&Face) -> &str| {
            faces.first().map(|face| of(face).to_owned()).unwrap_or_default()
        };
        let differ = |of: fn(&Face) -> &str| differing(&text(&one, of), &text(&other, of));
        let (number_differs, name_differs) = (differ(|face| &face.number), differ(|face| &face.name));
        Shown { proposal: proposal.clone(), one, other, number_differs, name_differs }
    }
}

fn fill<T>(slot: &mut Option<T>, value: Option<T>) {
    if slot.is_none() {
        *slot = value;
    }
}

pub(super) fn face(lists: &Lists, at: At) -> Option<Face> {
    let person = lists.person(at)?;
    let whole = lists.whole(at);
    let place = lists.place(at);
    Some(Face {
        from: at.from,
        place: place.map(|(place, _)| place),
        source: place.map(|(_, source)| source.clone()),
        as_of: lists.as_of(at.from),
        name: person.name.to_owned(),
        number: whole.map_or_else(|| person.number.shown(), |whole| whole.to_string()),
        whole: whole.is_some(),
        birth: person.birth.or_else(|| whole.and_then(|whole| whole.birth()).map(When::Day)),
        sex: person.sex.or_else(|| whole.map(|whole| whole.sex())),
        guardian: person.guardian.map(str::to_owned),
        home: person.home.map(str::to_owned),
        school: person.school.map(str::to_owned),
        grade: person.grade.map(str::to_owned),
        class: person.class.map(str::to_owned),
    })
}

/// The characters of each text that are not in the longest common run of both, in order.
fn differing(one: &str, other: &str) -> (Vec<u32>, Vec<u32>) {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().take(64).collect(), other.chars().take(64).collect());
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let get = |cell: usize| longest.get(cell).copied().unwrap_or_default();
            let best = match a.get(i) == b.get(j) {
                true => get(at(i + 1, j + 1)) + 1,
                false => get(at(i + 1, j)).max(get(at(i, j + 1))),
            };
            if let Some(slot) = longest.get_mut(at(i, j)) {
                *slot = best;
            }
        }
    }
    let (mut i, mut j) = (0, 0);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    while i < a.len() || j < b.len() {
        let get = |i: usize, j: usize| longest.get(at(i, j)).copied().unwrap_or_default();
        if i < a.len() && j < b.len() && a.get(i) == b.get(j) {
            (i, j) = (i + 1, j + 1);
        } else if j >= b.len() || i < a.len() && get(i + 1, j) >= get(i, j + 1) {
            left.push(i as u32);
            i += 1;
        } else {
            right.push(j as u32);
            j += 1;
        }
    }
    (left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_differ_are_found() {
        assert_eq!(differing("370299201209010013", "370299201209010021"), (vec![17], vec![16]));
        assert_eq!(differing("370299201209010113", "370299201209010013"), (vec![15], vec![15]));
        assert_eq!(differing("张三", "张三"), (vec![], vec![]));
        assert_eq!(differing("", "张三"), (vec![], vec![0, 1]));
    }
}
