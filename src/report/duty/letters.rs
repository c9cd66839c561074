//! Duty letters: who should have one in a school year, who has, who has not (domain.md §4.11: coverage).
use super::{Duty, school_of};
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty::DutyLetter;
use crate::register::summary::{PupilSummary, Summary};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

crate::listed! {
    /// Codes of `letter_level`, from the county down and from the bureau down.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Level { CountyTown, TownVillage, BureauSchool, SchoolClass }
}

impl Level {
    pub fn code(self) -> &'static str {
        match self {
            Level::CountyTown => "COUNTY_TOWN",
            Level::TownVillage => "TOWN_VILLAGE",
            Level::BureauSchool => "BUREAU_SCHOOL",
            Level::SchoolClass => "SCHOOL_CLASS",
        }
    }

    pub fn from_code(code: &str) -> Option<Level> {
        Level::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// Who answers by a letter: the part of its parties that tells it from others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    Town(String),
    Village(String, String),
    School(FileId),
    /// School, grade, class.
    Class(FileId, String, String),
}

impl Party {
    pub fn of(letter: &DutyLetter) -> Option<Party> {
        let text = |text: &str| text.trim().to_owned();
        Some(match Level::from_code(&letter.level)? {
            Level::CountyTown => Party::Town(text(&letter.town)),
            Level::TownVillage => Party::Village(text(&letter.town), text(&letter.village)),
            Level::BureauSchool => Party::School(letter.school?),
            Level::SchoolClass => Party::Class(letter.school?, letter.grade.clone(), text(&letter.class)),
        })
    }

    /// A new letter of this party.
    pub fn letter(&self, year: SchoolYear) -> DutyLetter {
        let level = |level: Level| level.code().to_owned();
        let blank = DutyLetter { year: year.to_string(), target: Some(100), ..DutyLetter::default() };
        match self.clone() {
            Party::Town(town) => DutyLetter { level: level(Level::CountyTown), town, ..blank },
            Party::Village(town, village) => {
                DutyLetter { level: level(Level::TownVillage), town, village, ..blank }
            }
            Party::School(school) => {
                DutyLetter { level: level(Level::BureauSchool), school: Some(school), ..blank }
            }
            Party::Class(school, grade, class) => {
                DutyLetter { level: level(Level::SchoolClass), school: Some(school), grade, class, ..blank }
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signed {
    /// No letter.
    Missing,
    /// Written, not signed.
    Waiting,
    /// Signed, and over before the year.
    Ended,
    On(Date),
}

impl Signed {
    pub fn holds(self) -> bool {
        matches!(self, Signed::On(_))
    }
}

/// How a letter stands: its end is that of its school year where it says none.
pub fn signed(letter: &DutyLetter, year: SchoolYear, today: Date) -> Signed {
    let end = letter.expires_on.unwrap_or(year.last_day());
    match letter.signed_on {
        None => Signed::Waiting,
        Some(_) if end < today.min(year.last_day()) => Signed::Ended,
        Some(on) => Signed::On(on),
    }
}

/// One who should have a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub party: Party,
    pub letter: Option<RecordId>,
    pub signed: Signed,
    /// 乙方负责人 by the letter.
    pub person: String,
}

/// The towns, villages, schools and classes that the register knows of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub parties: BTreeMap<&'static str, BTreeSet<Party>>,
}

impl Places {
    fn put(&mut self, level: Level, party: Party) {
        self.parties.entry(level.code()).or_default().insert(party);
    }

    /// A school and the classes of its pupils.
    pub fn of_school(school: FileId, pupils: &[&PupilSummary]) -> Places {
        let mut places = Places::default();
        places.put(Level::BureauSchool, Party::School(school));
        for pupil in pupils.iter().filter(|pupil| has_class(pupil)) {
            places.put(Level::SchoolClass, Party::Class(school, pupil.grade.clone(), pupil.class.clone()));
        }
        places
    }

    pub fn of(files: &BTreeMap<FileId, Arc<Summary>>, day: Date) -> Places {
        let mut places = Places::default();
        let mut put = |level: Level, party: Party| places.put(level, party);
        for summary in files.values().filter(|summary| summary.is_listed()) {
            if let Some(school) = summary.school() {
                put(Level::BureauSchool, Party::School(summary.id));
                if !school.town.is_empty() {
                    put(Level::CountyTown, Party::Town(school.town.clone()));
                }
            }
            let Some(pupil) = summary.pupil() else { continue };
            if !pupil.town.is_empty() {
                put(Level::CountyTown, Party::Town(pupil.town.clone()));
            }
            if !pupil.town.is_empty() && !pupil.village.is_empty() {
                put(Level::TownVillage, Party::Village(pupil.town.clone(), pupil.village.clone()));
            }
            let class = school_of(pupil, day).filter(|_| has_class(pupil));
            if let Some(school) = class.filter(|id| files.contains_key(id)) {
                put(Level::SchoolClass, Party::Class(school, pupil.grade.clone(), pupil.class.clone()));
            }
        }
        places
    }
}

fn has_class(pupil: &PupilSummary) -> bool {
    !pupil.grade.is_empty() || !pupil.class.is_empty()
}

/// Everybody who should have a letter of this level in this year, and whoever has one besides. Of several letters the best
/// signed counts.
pub fn coverage(duty: &Duty, places: &Places, level: Level, year: SchoolYear, today: Date) -> Vec<Slot> {
    let mut slots: BTreeMap<Party, Slot> = places
        .parties
        .get(level.code())
        .into_iter()
        .flatten()
        .map(|party| {
            let slot =
                Slot { party: party.clone(), letter: None, signed: Signed::Missing, person: String::new() };
            (party.clone(), slot)
        })
        .collect();
    let name = year.to_string();
    for (id, letter) in duty.letters.iter().filter(|(_, l)| l.level == level.code() && l.year == name) {
        let Some(party) = Party::of(letter) else { continue };
        let signed = signed(letter, year, today);
        let slot = slots.entry(party.clone()).or_insert_with(|| Slot {
            party,
            letter: None,
            signed: Signed::Missing,
            person: String::new(),
        });
        if slot.letter.is_none() || slot.signed < signed {
            *slot =
                Slot { party: slot.party.clone(), letter: Some(*id), signed, person: letter.party_b.clone() };
        }
    }
    slots.into_values().collect()
}

/// Signed, and all.
pub fn covered(slots: &[Slot]) -> (u32, u32) {
    (slots.iter().filter(|slot| slot.signed.holds()).count() as u32, slots.len() as u32)
}
