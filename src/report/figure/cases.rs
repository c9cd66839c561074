//! Figures of cases: how each suspected child was found, and what became of the child by the last day.
use super::{Figure, Period};
use crate::domain::case::flow::Spell;
use crate::domain::case::{State, state_of};
use crate::domain::date::Date;
use crate::register::summary::{CaseBrief, CaseStage, PupilSummary};
use crate::report::flow::spells_of;

/// The case that was followed in the period: of those open on some of its days, the latest found.
pub fn case_in(pupil: &PupilSummary, period: Period) -> Option<&CaseBrief> {
    pupil.cases.iter().find(|case| case.is_open_within(period.from, period.on))
}

/// How a child was found by a day, and what became of it.
struct Found {
    not_real: bool,
    real: bool,
    ended: Option<State>,
}

impl Found {
    fn on(stage: &CaseStage, day: Date) -> Found {
        let not_real = stage.verdict == "NOT_REAL";
        // A list or a person may say what became of a child before the check form is there: the child was out.
        let ended = state_of(stage.outcome_on(day)).filter(|_| !not_real);
        let real =
            stage.verdict == "REAL" || matches!(ended, Some(State::Returned | State::Placed | State::Exempt));
        Found { not_real, real, ended }
    }
}

/// The spells in which a case's child is truly out: from the finding to the return, the placement or the approved break, and
/// again where that did not hold.
pub(in crate::report) fn out_spells(case: &CaseBrief) -> Vec<Spell> {
    let starts = case.stages.iter().map(|stage| stage.from);
    let ends = case.stages.iter().filter_map(|stage| Some(stage.until?.plus_days(1)));
    let mut days: Vec<Date> = starts.chain(ends).collect();
    days.sort_unstable();
    days.dedup();
    let mut spells: Vec<Spell> = Vec::new();
    for day in days {
        let found = case.stage_on(day).map(|stage| Found::on(stage, day));
        let is_out = found.is_some_and(|found| {
            found.real && !matches!(found.ended, Some(State::Returned | State::Placed | State::Exempt))
        });
        let was_out = spells.last().is_some_and(|spell| spell.closed.is_none());
        match (was_out, is_out, spells.last_mut()) {
            (false, true, _) => spells.push(Spell { from: day, closed: None }),
            (true, false, Some(spell)) => spell.closed = Some(day),
            _ => {}
        }
    }
    spells
}

pub(super) fn counts(figure: Figure, pupil: &PupilSummary, period: Period) -> bool {
    use Figure::*;
    let Some(stage) = case_in(pupil, period).and_then(|case| case.stage_on(period.on)) else { return false };
    if figure == Suspects {
        return true;
    }
    let Found { not_real, real, ended } = Found::on(stage, period.on);
    let back = real && matches!(ended, Some(State::Returned | State::Placed));
    match figure {
        NotReal => not_real,
        Real => real,
        Unchecked => !not_real && !real,
        Returned => real && ended == Some(State::Returned),
        Placed => real && ended == Some(State::Placed),
        Back => back,
        Registered => back && stage.registered,
        Unregistered => back && !stage.registered,
        Excused => real && ended == Some(State::Exempt),
        StillOut => real && !back && ended != Some(State::Exempt),
        _ => false,
    }
}

/// The child has a spell that the figure counts; see [`crate::report::flow`] for the spells themselves.
pub(super) fn flows(figure: Figure, pupil: &PupilSummary, period: Period) -> bool {
    pupil.cases.iter().any(|case| match Figure::OUT.contains(&figure) {
        true => spells_of(figure, &out_spells(case), period) > 0,
        false => spells_of(figure, &case.spells, period) > 0,
    })
}
