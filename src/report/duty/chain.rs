//! The two lines of duty for one child: county → township → village, and bureau → school → class (domain.md §2.4 双线). The
//! principal is the person first responsible in the school.
use super::letters::{Level, Party, Signed, signed};
use super::{Duty, school_of};
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty::DutyLetter;
use crate::register::summary::{PupilSummary, Summary};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    County,
    Town,
    Village,
    Bureau,
    /// The principal is first responsible.
    School,
    Class,
    /// The teachers of a child taught at home.
    HomeTeacher,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub rung: Rung,
    /// The office; empty where it goes by the rung's own word.
    pub unit: String,
    /// Empty: nobody is named.
    pub person: String,
    /// The letter by which it answers to the rung above; none for those at the top.
    pub letter: Option<(Option<RecordId>, Signed)>,
}

/// What a chain is read with.
pub struct Around<'a> {
    pub duty: &'a Duty,
    pub files: &'a BTreeMap<FileId, Arc<Summary>>,
    /// The county's name, and its bureau's where it is known.
    pub county: &'a str,
    pub today: Date,
}

impl Around<'_> {
    fn letter(&self, party: &Party) -> Option<(RecordId, &DutyLetter, Signed)> {
        let year = SchoolYear::of(self.today);
        let name = year.to_string();
        let of = self.duty.letters.iter().filter(|(_, letter)| letter.year == name);
        of.filter(|(_, letter)| Party::of(letter).as_ref() == Some(party))
            .map(|(id, letter)| (*id, letter, signed(letter, year, self.today)))
            .max_by_key(|(id, _, signed)| (*signed, *id))
    }

    fn link(&self, rung: Rung, unit: String, person: String, party: &Party) -> Link {
        let letter = self.letter(party);
        let by_letter = letter.map(|(_, letter, _)| letter.party_b.clone()).unwrap_or_default();
        let person = if person.is_empty() { by_letter } else { person };
        let letter = letter.map_or((None, Signed::Missing), |(id, _, signed)| (Some(id), signed));
        Link { rung, unit, person, letter: Some(letter) }
    }
}

/// The administrative line and the line of education, each from the top.
pub fn chain(around: &Around, pupil: &PupilSummary) -> [Vec<Link>; 2] {
    let (today, files) = (around.today, around.files);
    let top = |rung, unit: &str, person: String| Link { rung, unit: unit.to_owned(), person, letter: None };
    let head = around.duty.head_on(today).map(|member| member.person.clone()).unwrap_or_default();
    let mut government = vec![top(Rung::County, around.county, head)];
    if !pupil.town.is_empty() {
        let party = Party::Town(pupil.town.clone());
        government.push(around.link(Rung::Town, pupil.town.clone(), String::new(), &party));
    }
    if !pupil.village.is_empty() {
        let party = Party::Village(pupil.town.clone(), pupil.village.clone());
        government.push(around.link(Rung::Village, pupil.village.clone(), String::new(), &party));
    }
    let school = school_of(pupil, today);
    let above = school.and_then(|id| around.letter(&Party::School(id)));
    let asks = above.map(|(_, letter, _)| letter.party_a.clone()).unwrap_or_default();
    let mut education = vec![top(Rung::Bureau, "", asks)];
    if let Some((id, summary)) = school.and_then(|id| Some((id, files.get(&id)?))) {
        let principal = summary.school().map(|school| school.principal.clone()).unwrap_or_default();
        education.push(around.link(Rung::School, summary.name.clone(), principal, &Party::School(id)));
        if pupil.is_taught_at_home(today) {
            let names: Vec<String> =
                pupil.teachers.iter().filter_map(|id| Some(files.get(id)?.name.clone())).collect();
            education.push(top(Rung::HomeTeacher, "", names.join(" ")));
        }
        if !pupil.grade.is_empty() || !pupil.class.is_empty() {
            let party = Party::Class(id, pupil.grade.clone(), pupil.class.clone());
            let link = around.link(Rung::Class, pupil.class.clone(), String::new(), &party);
            education.push(link);
        }
    }
    [government, education]
}

/// The level of the letter by which a rung answers.
pub fn level_of(rung: Rung) -> Option<Level> {
    match rung {
        Rung::Town => Some(Level::CountyTown),
        Rung::Village => Some(Level::TownVillage),
        Rung::School => Some(Level::BureauSchool),
        Rung::Class => Some(Level::SchoolClass),
        Rung::County | Rung::Bureau | Rung::HomeTeacher => None,
    }
}
