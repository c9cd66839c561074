//! The rules of cases that a command keeps: steps go their ways with their proof and by the right person, one case is open at a
//! time, nobody persuades before the child was found. Merged tablets can break them still; then a person decides.
use super::cases;
use crate::domain::case::{Actor, Bar, Move, State, bars};
use crate::domain::date::Date;
use crate::domain::records::case::{Case, CaseStep, Persuasion};
use crate::register::change::{Act, Change, DELETED, RecordKey};
use crate::register::command::Refused;
use crate::register::file::File;

/// What stands against a change of a pupil's file. School days are counted by the caller, who knows the calendar.
pub fn guard(before: &File, change: &Change, today: Date) -> Result<(), Refused> {
    // What another file of the same child holds comes over as it is; two open cases are then a matter for a person.
    if change.act == Act::JOIN {
        return Ok(());
    }
    let touches = |table: &str| change.sets.keys().any(|key| key.table == table);
    if ![Case::TABLE.key, CaseStep::TABLE.key, Persuasion::TABLE.key].into_iter().any(touches) {
        return Ok(());
    }
    let is_new = |key: &RecordKey| before.record(key).is_none();
    let after = before.clone().with(change.clone()).map_err(Refused::Untidy)?;
    let mut found = Vec::new();
    for (key, fields) in &change.sets {
        if fields.contains_key(DELETED) {
            continue;
        }
        match key.table.as_ref() {
            "case" if is_new(key) => {
                let open = |view: &crate::domain::case::CaseView| view.state_on(today) != State::Closed;
                found.extend(cases(before).iter().any(open).then_some(Bar::AlreadyOpen));
            }
            "persuasion" => found.extend(too_early(&after, key)),
            "case_step" if !is_new(key) => found.push(Bar::StepStands),
            "case_step" if !is_claim(change, key) => found.extend(step_bars(&after, key, change, today)),
            _ => {}
        }
    }
    if found.is_empty() { Ok(()) } else { Err(Refused::Case(found)) }
}

/// A list states where a child is; only lists do.
fn is_claim(change: &Change, key: &RecordKey) -> bool {
    let step = change.sets.get(key).map(CaseStep::read).unwrap_or_default();
    change.act == Act::TAKE_IN_LIST
        && step.claimed == Some(true)
        && State::from_code(&step.to).is_some_and(State::may_be_claimed)
}

fn too_early(after: &File, key: &RecordKey) -> Option<Bar> {
    let record = Persuasion::read(&after.shown(key));
    let found = Case::read(&after.shown(&RecordKey::new(Case::TABLE.key, record.case?))).found_on?;
    (record.date? < found).then_some(Bar::BeforeFound(found))
}

/// The case as it is with everything else that the change brings, and the step still to be taken.
fn step_bars(after: &File, key: &RecordKey, change: &Change, today: Date) -> Vec<Bar> {
    let Some(mut view) = cases(after).into_iter().find(|view| view.steps.iter().any(|s| s.id == key.id))
    else {
        return Vec::new();
    };
    let Some(at) = view.steps.iter().position(|step| step.id == key.id) else { return Vec::new() };
    let step = view.steps.remove(at);
    let wanted =
        Move { to: step.to, on: step.on, outcome: &step.record.outcome, reopened: &step.record.reopened };
    bars(&view, &wanted, Actor { by: change.by, name: "" }, today, None)
}
