//! What an absence without a proper reason asks for, day by day: ask the family, go to the home, report in writing, and at last open
//! a case (domain.md §2.1; the days are the county's settings, calendar days, the first one missed is the first).
use super::{What, World};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::register::summary::PupilSummary;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceStep {
    Ask,
    Visit,
    Report,
    /// Suspected of having left school: a case is opened.
    Suspect,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AbsenceTask {
    pub record: RecordId,
    pub step: AbsenceStep,
    pub from: Date,
    /// Which day of the absence it is.
    pub days: i64,
    /// The county's days for this step.
    pub within: i64,
}

/// The first step that was not taken yet, from the day on which it is asked for; and the case, whatever was done before. A child with an
/// open case is followed there.
pub(super) fn tasks(pupil: &PupilSummary, world: &World) -> Vec<(Date, What)> {
    let Some(away) = pupil.absence else { return Vec::new() };
    if pupil.cases.iter().any(|case| case.is_open(world.today)) {
        return Vec::new();
    }
    let rule = world.policy.thresholds;
    let days = world.today.days_since(away.from) + 1;
    let steps = [
        (AbsenceStep::Ask, rule.warn, away.asked || away.visited),
        (AbsenceStep::Visit, rule.visit, away.visited),
        (AbsenceStep::Report, rule.report, away.reported),
    ];
    let next = steps.into_iter().find(|(_, _, done)| !done).map(|(step, within, _)| (step, within));
    let case = Some((AbsenceStep::Suspect, rule.suspected));
    let task = |(step, within): (AbsenceStep, i64)| {
        let what = AbsenceTask { record: away.record, step, from: away.from, days, within };
        (away.from.plus_days(within - 1), What::Absence(what))
    };
    next.into_iter().chain(case).filter(|(_, within)| days >= *within).map(task).collect()
}
