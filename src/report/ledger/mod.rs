//! 台账: ledgers as live views over the register's files. A ledger is a choice of pupils and the columns it shows at first;
//! the columns are data ([`COLUMNS`], domain.md §4.10), each a function of one pupil's summary.
//!
//! Children who stand on department lists alone are rows of the same form: what the lists say of one is put into a summary that
//! belongs to no file, by whoever knows the lists.
mod column;
mod filter;

pub use column::{COLUMNS, Column, Datum, Mask, column};
pub use filter::{Filter, SavedView};

use crate::domain::calendar::BirthWindow;
use crate::domain::codes::CodeList;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::domain::schooling::{Schooling, Told};
use crate::register::summary::{PupilSummary, Summary};
use crate::report::figure;
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LedgerKind {
    /// 适龄儿童: children of school age who have a file.
    SchoolAge,
    /// 疑似辍学: cases that are suspected, or were found to be none.
    Suspected,
    /// 辍学: cases that were found to be true, with what became of them.
    Dropout,
    /// 送教上门: pupils taught at home.
    Home,
}

/// A ledger: what it is called in the address, and what it shows at first.
#[derive(Debug)]
pub struct Ledger {
    pub kind: LedgerKind,
    pub key: &'static str,
    /// Keys of [`COLUMNS`].
    pub columns: &'static [&'static str],
    /// The column whose codes one may narrow it by.
    pub status: &'static str,
}

pub static LEDGERS: [Ledger; 4] = [
    Ledger {
        kind: LedgerKind::Home,
        key: "home",
        columns: &[
            "n",
            "town",
            "village",
            "duty_school",
            "name",
            "sex",
            "ethnic",
            "id_no",
            "cert_no",
            "dis_type",
            "dis_grade",
            "teachers",
            "guardian",
            "relation",
            "phone",
            "address",
            "placement",
        ],
        status: "placement",
    },
    Ledger {
        kind: LedgerKind::SchoolAge,
        key: "age",
        columns: &[
            "n",
            "town",
            "village",
            "school",
            "stage",
            "grade",
            "class",
            "name",
            "sex",
            "id_no",
            "xueji_no",
            "birth",
            "guardian",
            "phone",
            "hukou",
            "address",
            "flags",
            "status",
            "placement",
            "note",
        ],
        status: "status",
    },
    Ledger {
        kind: LedgerKind::Suspected,
        key: "suspected",
        columns: &[
            "n",
            "town",
            "village",
            "school",
            "grade",
            "name",
            "sex",
            "id_no",
            "guardian",
            "phone",
            "address",
            "flags",
            "out_from",
            "reason",
            "close_state",
            "note",
        ],
        status: "close_state",
    },
    Ledger {
        kind: LedgerKind::Dropout,
        key: "dropout",
        columns: &[
            "n",
            "town",
            "village",
            "school",
            "grade",
            "name",
            "sex",
            "id_no",
            "guardian",
            "phone",
            "address",
            "flags",
            "out_from",
            "reason",
            "persuasions",
            "last_on",
            "by",
            "step",
            "returned_on",
            "return_school",
            "xueji_ok",
            "carer1",
            "carer2",
            "plan_no",
            "close_state",
            "closed_on",
        ],
        status: "close_state",
    },
];

/// The verdict by which a suspected child is found out of school (真实失学).
const TRUE: &str = "REAL";

impl Ledger {
    pub fn of(key: &str) -> Option<&'static Ledger> {
        LEDGERS.iter().find(|ledger| ledger.key == key)
    }

    /// Whether a pupil stands on it, filters apart.
    pub fn lets(&self, pupil: &PupilSummary, world: &World) -> bool {
        match self.kind {
            LedgerKind::Home => pupil.is_taught_at_home(world.day),
            LedgerKind::SchoolAge => pupil.birth.is_some_and(|birth| world.births.contains(birth)),
            LedgerKind::Suspected => pupil.case_on(world.day).is_some_and(|case| case.verdict != TRUE),
            LedgerKind::Dropout => pupil.case_on(world.day).is_some_and(|case| case.verdict == TRUE),
        }
    }
}

/// What a ledger is read with: the day it holds for, who is of school age then, and the files that others name.
pub struct World<'a> {
    pub day: Date,
    pub births: BirthWindow,
    pub files: &'a BTreeMap<FileId, Arc<Summary>>,
    pub policy: &'a Policy,
}

impl World<'_> {
    fn name(&self, id: FileId) -> String {
        self.files.get(&id).map(|file| file.name.clone()).unwrap_or_default()
    }

    fn school_type(&self, id: Option<FileId>) -> &str {
        let school = id.and_then(|id| self.files.get(&id)).and_then(|file| file.school());
        school.map_or("", |school| school.school_type.as_str())
    }
}

/// One line of a ledger.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    /// 序号, from 1.
    pub number: usize,
    pub name: &'a str,
    pub pupil: &'a PupilSummary,
    pub world: &'a World<'a>,
    /// 就学状态
    pub schooling: Option<Schooling>,
    /// The school by name, where the register has no file of it.
    pub school: &'a str,
}

impl<'a> Row<'a> {
    /// The row of a pupil's own file.
    pub fn of_file(number: usize, summary: &'a Summary, world: &'a World<'a>) -> Option<Row<'a>> {
        let pupil = summary.pupil()?;
        let schooling = told(pupil, world.day).beside(None);
        Some(Row { number, name: &summary.name, pupil, world, schooling, school: "" })
    }
}

/// What a pupil's file says of where the child is on a day.
pub fn told(pupil: &PupilSummary, day: Date) -> Told {
    let case = pupil.case_on(day);
    let by_case = case.map(|case| Told::by_case(case.state_on(day), case.verdict == TRUE));
    let is_open = case.is_some_and(|case| case.is_open(day));
    Told {
        open: by_case.filter(|_| is_open),
        closed: by_case.filter(|_| !is_open),
        placed: pupil.placement_on(day).and_then(|placed| Told::by_placement(&placed.mode)),
        roll: Told::by_status(&pupil.student_status),
    }
}

/// The pupils of a ledger under a filter, by town, village and name.
pub fn members(ledger: &Ledger, filter: &Filter, world: &World) -> Vec<FileId> {
    let mut found: Vec<(&str, &str, &str, FileId)> = standing(ledger, filter, world)
        .filter(|(summary, _)| filter.lets(ledger, summary, world))
        .map(|(summary, pupil)| {
            (pupil.town.as_str(), pupil.village.as_str(), summary.name.as_str(), summary.id)
        })
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(.., id)| id).collect()
}

/// Everybody on a ledger, or whom the chosen figure counts, whatever else narrows it.
fn standing<'a>(
    ledger: &'a Ledger,
    filter: &'a Filter,
    world: &'a World,
) -> impl Iterator<Item = (&'a Summary, &'a PupilSummary)> {
    let listed = world.files.values().filter(|summary| summary.is_listed());
    let pupils = listed.filter_map(|summary| Some((summary.as_ref(), summary.pupil()?)));
    let chosen = filter.choice.as_ref();
    let chosen = chosen.map(|choice| (choice, figure::World::of(world.files, choice.period, world.policy)));
    pupils.filter(move |(_, pupil)| match &chosen {
        Some((choice, at)) => choice.lets(pupil, at),
        None => ledger.lets(pupil, world),
    })
}

/// What a filter offers: towns, schools and codes of the ledger's status, each with how many children it would leave.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    pub towns: BTreeMap<String, usize>,
    pub schools: BTreeMap<FileId, usize>,
    pub statuses: BTreeMap<String, usize>,
    pub ages: BTreeMap<u8, usize>,
    /// The list that the statuses are codes of.
    pub status_list: Option<&'static CodeList>,
}

pub fn offers(ledger: &Ledger, filter: &Filter, world: &World) -> Offers {
    let mut offers = Offers::default();
    let town = Filter { town: String::new(), ..filter.clone() };
    let school = Filter { school: None, ..filter.clone() };
    let status = Filter { status: String::new(), ..filter.clone() };
    let age = Filter { age: None, ..filter.clone() };
    for (summary, pupil) in standing(ledger, filter, world) {
        let lets = |filter: &Filter| filter.lets(ledger, summary, world);
        if lets(&town) {
            *offers.towns.entry(pupil.town.clone()).or_default() += 1;
        }
        if let Some(id) = school_of(pupil, world.day).filter(|_| lets(&school)) {
            *offers.schools.entry(id).or_default() += 1;
        }
        if let Some((list, code)) = filter::status_of(ledger, summary, world).filter(|_| lets(&status)) {
            *offers.statuses.entry(code).or_default() += 1;
            offers.status_list = Some(list);
        }
        if let Some(years) = age_of(pupil, world.day).filter(|_| lets(&age)) {
            *offers.ages.entry(years).or_default() += 1;
        }
    }
    offers
}

/// Full years on a day.
fn age_of(pupil: &PupilSummary, day: Date) -> Option<u8> {
    u8::try_from(pupil.birth?.age_on(day)).ok()
}

/// The school that answers for a child on a day: where the child is placed, or on whose roll.
pub fn school_of(pupil: &PupilSummary, day: Date) -> Option<FileId> {
    pupil.placement_on(day).and_then(|placement| placement.school).or(pupil.roll_school(day))
}

#[cfg(test)]
mod tests;
