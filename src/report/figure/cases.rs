//! Figures of cases: how each suspected child was found, and what became of the child by the last day.
use super::{Figure, Period};
use crate::domain::case::{State, state_of};
use crate::register::summary::{CaseBrief, PupilSummary};

/// The case that was followed in the period: of those open on some of its days, the latest found.
pub fn case_in(pupil: &PupilSummary, period: Period) -> Option<&CaseBrief> {
    pupil.cases.iter().find(|case| case.is_open_within(period.from, period.on))
}

pub(super) fn counts(figure: Figure, pupil: &PupilSummary, period: Period) -> bool {
    use Figure::*;
    let Some(stage) = case_in(pupil, period).and_then(|case| case.stage_on(period.on)) else { return false };
    if figure == Suspects {
        return true;
    }
    let not_real = stage.verdict == "NOT_REAL";
    let outcome = stage.outcome_on(period.on);
    // A list or a person may say what became of a child before the check form is there: the child was out.
    let ended = state_of(outcome).filter(|_| !not_real);
    let real =
        stage.verdict == "REAL" || matches!(ended, Some(State::Returned | State::Placed | State::Exempt));
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
    pupil.cases.iter().any(|case| crate::report::flow::spells_of(figure, &case.spells, period) > 0)
}
