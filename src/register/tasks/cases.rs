//! What a case asks for next. Cases do not wait for school to be on: a notice's deadline passes in the holidays too.
use super::{What, World};
use crate::domain::case::{State, needs_roll};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::register::summary::CaseBrief;

/// What is to be done about a case, with what explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseTask {
    /// Nobody has found out yet: within so many days of the suspicion.
    Check { since: Date, within: i64 },
    /// A check was made; what it found is to be told.
    Decide { since: Date, within: i64 },
    /// A finding waits for a second person.
    Verify { since: Date, within: i64 },
    /// Found out of school, and nobody has spoken with the family.
    Persuade { since: Date },
    /// So long out of school that it counts as having left (辍学), and no notice was issued: the township is asked for one.
    LongOut { since: Date, days: i64, within: i64 },
    /// The day on which the child was promised to be back.
    Promised { record: RecordId, on: Date },
    /// A notice's deadline.
    NoticeDue { record: RecordId, notice: String, on: Date },
    /// Back in school and not on the roll.
    Register { since: Date },
    /// Long enough in school: to be noted as stable.
    Stable { days: usize, needed: usize },
    /// Ready to be closed by another person.
    Close { since: Date, within: i64 },
    /// The approved break is over: the case is open again.
    BreakOver { on: Date },
    /// Opened again and not taken up.
    GoOn { since: Date },
    /// Said by a list, or settled, without its proof: codes as in [`CaseBrief::missing`].
    Papers { missing: Vec<String> },
}

/// The tasks of one case, each with the day on which it is due.
pub(super) fn case_tasks(case: &CaseBrief, world: &World) -> Vec<(Date, What)> {
    let (today, within) = (world.today, world.policy.case_days);
    let state = case.state_on(today);
    let since = case.state_since.unwrap_or(today);
    let soon = since.plus_days(within);
    let mut due: Vec<(Date, CaseTask)> = Vec::new();
    match state {
        State::New | State::Checking => match case.checked_on.filter(|_| case.verdict != "OPEN") {
            Some(since) => due.push((since.plus_days(within), CaseTask::Decide { since, within })),
            None => due.push((soon, CaseTask::Check { since, within })),
        },
        State::NotReal if case.missing.is_empty() => due.push((soon, CaseTask::Verify { since, within })),
        State::Confirmed | State::Persuading if case.persuaded.is_empty() && case.outcome != "LOST" => {
            due.push((soon, CaseTask::Persuade { since }));
        }
        State::Returned | State::Placed if case.registered => {
            let days = case.returned_on.map_or(0, |on| world.calendar.teaching_days(on, today).len());
            let needed = usize::try_from(world.policy.stability_days).unwrap_or_default();
            if days >= needed && case.missing.is_empty() {
                due.push((today, CaseTask::Stable { days, needed }));
            }
        }
        State::Stable | State::Verified | State::Exempt
            if case.missing.is_empty() && case.reason != "N20" =>
        {
            due.push((soon, CaseTask::Close { since, within }));
        }
        State::Reopened => match case.until.filter(|until| *until < today) {
            Some(on) => due.push((on, CaseTask::BreakOver { on })),
            None => due.push((soon, CaseTask::GoOn { since })),
        },
        _ => {}
    }
    let out = case.out_from.filter(|_| matches!(state, State::Confirmed | State::Persuading));
    if let Some(since) = out.filter(|_| case.step.is_empty() && case.outcome != "LOST") {
        let (days, within) = (today.days_since(since) + 1, world.policy.thresholds.dropout);
        if days >= within {
            due.push((since.plus_days(within - 1), CaseTask::LongOut { since, days, within }));
        }
    }
    if !state.is_settled() {
        if let Some((record, on)) = case.promised {
            due.push((on, CaseTask::Promised { record, on }));
        }
        if let Some((record, on)) = case.notice_due {
            due.push((on, CaseTask::NoticeDue { record, notice: case.step.clone(), on }));
        }
    } else if state != State::Closed {
        if needs_roll(&case.outcome) && !case.registered {
            let back = case.returned_on.unwrap_or(since);
            due.push((back.plus_days(within), CaseTask::Register { since: back }));
        }
        if !case.missing.is_empty() {
            due.push((soon, CaseTask::Papers { missing: case.missing.clone() }));
        }
    }
    due.into_iter().map(|(day, task)| (day, What::Case(task))).collect()
}
