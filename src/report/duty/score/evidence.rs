//! What the items of the assessment are computed from: for each so many of so many, of one school in one school year.
use crate::domain::calendar::{Calendar, Month, SchoolYear};
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::register::summary::{CaseBrief, PupilSummary, Summary};
use crate::register::tasks::placement_norm;
use crate::report::duty::letters::{Level, Party, Places, Slot, coverage, covered};
use crate::report::duty::{Duty, agenda, school_of};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a sheet is computed with.
pub struct Input<'a> {
    pub duty: &'a Duty,
    /// The pupils that the school answers for ([`pupils_by_school`]).
    pub pupils: &'a [&'a PupilSummary],
    pub policy: &'a Policy,
    pub calendar: &'a Calendar,
    pub today: Date,
    pub year: SchoolYear,
    pub school: FileId,
    /// The months for which the school handed in its report; `None` where no reports are kept.
    pub reports: Option<&'a BTreeSet<Month>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    pub done: u32,
    pub due: u32,
}

impl Counted {
    fn add(&mut self, done: bool) {
        self.due += 1;
        self.done += u32::from(done);
    }

    fn of(all: impl Iterator<Item = bool>) -> Counted {
        let mut counted = Counted::default();
        all.for_each(|done| counted.add(done));
        counted
    }
}

/// What was counted for an item; `None` for one that the assessor scores.
pub fn counted(evidence: &str, input: &Input) -> Option<Counted> {
    Some(match evidence {
        "LETTERS" => letters(input),
        "AGENDA" => agenda_kept(input),
        "CASES" => Counted::of(input.cases().map(|case| !case.is_open(input.today))),
        "FILES" => Counted::of(input.pupils().map(|pupil| pupil.gaps == 0)),
        "PERSUASION" => Counted::of(
            input.cases().filter(|case| case.verdict == "REAL").map(|case| !case.persuaded.is_empty()),
        ),
        "CARERS" => Counted::of(
            input
                .pupils()
                .filter(|pupil| pupil.is_poor(input.today))
                .map(|pupil| carers(pupil, input.today) >= 2),
        ),
        "VISITS" => visits(input),
        "AID" => aid(input),
        "PLANS" => plans(input),
        "ROLL" => Counted::of(input.pupils().map(|pupil| !pupil.roll_no.is_empty())),
        "REPORTS" => {
            let months = input.reports?;
            Counted::of(input.months().map(|month| months.contains(&month)))
        }
        _ => return None,
    })
}

impl Input<'_> {
    /// The last day that counts: today, or the end of a year that is over.
    fn day(&self) -> Date {
        self.today.min(self.year.last_day())
    }

    fn pupils(&self) -> impl Iterator<Item = &PupilSummary> {
        self.pupils.iter().copied()
    }

    /// Cases found in the year.
    fn cases(&self) -> impl Iterator<Item = &CaseBrief> {
        let cases = self.pupils().flat_map(|pupil| &pupil.cases);
        cases.filter(|case| case.opened.is_some_and(|on| self.year.contains(on)))
    }

    /// The months of the year that are over.
    fn months(&self) -> impl Iterator<Item = Month> {
        let first = Month::of(self.year.first_day());
        (0..12).map(move |n| first.plus(n)).filter(|month| month.last_day() < self.today)
    }
}

/// The pupils of each school on a day: gone through once for all schools.
pub fn pupils_by_school(
    files: &BTreeMap<FileId, Arc<Summary>>,
    day: Date,
) -> BTreeMap<FileId, Vec<&PupilSummary>> {
    let mut by_school: BTreeMap<FileId, Vec<&PupilSummary>> = BTreeMap::new();
    let listed = files.values().filter(|summary| summary.is_listed());
    for pupil in listed.filter_map(|summary| summary.pupil()) {
        if let Some(school) = school_of(pupil, day) {
            by_school.entry(school).or_default().push(pupil);
        }
    }
    by_school
}

/// The letter with the bureau, and those of the school's classes.
fn letters(input: &Input) -> Counted {
    let places = Places::of_school(input.school, input.pupils);
    let of_school = |slot: &Slot| match &slot.party {
        Party::School(school) | Party::Class(school, ..) => *school == input.school,
        Party::Town(_) | Party::Village(..) => false,
    };
    let slots = [Level::BureauSchool, Level::SchoolClass].into_iter().flat_map(|level| {
        coverage(input.duty, &places, level, input.year, input.today).into_iter().filter(of_school)
    });
    let (done, due) = covered(&slots.collect::<Vec<_>>());
    Counted { done, due }
}

fn agenda_kept(input: &Input) -> Counted {
    let first = Month::of(input.year.first_day());
    let months: Vec<agenda::MonthHeld> =
        (0..12).map(|n| agenda::month(input.duty, first.plus(n), input.policy, input.today)).collect();
    let (done, due) = agenda::kept(&months);
    Counted { done, due }
}

fn carers(pupil: &PupilSummary, day: Date) -> usize {
    pupil.carers_on(day).map(|carer| carer.person.as_str()).collect::<BTreeSet<_>>().len()
}

/// Visits of each child taught at home against the rule; more than the rule for one child makes up for no other.
fn visits(input: &Input) -> Counted {
    let day = input.day();
    let mut counted = Counted::default();
    for pupil in input.pupils() {
        let Some(placement) = pupil.placement_on(day).filter(|placement| placement.mode == "HOME") else {
            continue;
        };
        let from = placement.from.max(input.year.first_day());
        let rule = input.policy.frequency_on(day).visits_per_week;
        let per_week = placement_norm(placement, input.policy).unwrap_or(rule);
        // The week that runs is not owed yet.
        let due = input.calendar.visits_due(from, day.monday().plus_days(-1), per_week);
        let done: u32 = pupil.given_within(from, day).map(|given| u32::from(given.lessons)).sum();
        counted.due += due;
        counted.done += done.min(due);
    }
    counted
}

/// Of the pupils who are owed aid (poor families, pupils with a disability) those to whom some was paid in the year. How much is
/// owed to whom is no rule of this register: the assessor may give other points.
fn aid(input: &Input) -> Counted {
    let day = input.day();
    let disabled =
        |pupil: &PupilSummary| !pupil.disability_type.is_empty() || pupil.has_flag(day, |flag| flag == "G14");
    let owed = input.pupils().filter(|pupil| pupil.is_poor(day) || disabled(pupil));
    Counted::of(owed.map(|pupil| pupil.aids.iter().any(|on| *on <= day && input.year.contains(*on))))
}

fn plans(input: &Input) -> Counted {
    let day = input.day();
    let Some(span) = input.calendar.term_at_or_before(day) else { return Counted::default() };
    let term = span.term.to_string();
    let at_home = input.pupils().filter(|pupil| pupil.is_taught_at_home(day));
    Counted::of(at_home.map(|pupil| pupil.plans.iter().any(|plan| plan.term == term)))
}
