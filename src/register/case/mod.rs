//! The cases of a pupil's file: gathered from its records, with the authors that the history knows; and what a step is signed over.
pub mod assign;
mod guard;
#[cfg(test)]
mod tests;

pub(super) use guard::guard;

use crate::domain::case::view::Authored;
use crate::domain::case::{CaseView, Holdings, State, Step};
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::case::{Case, CaseStep, Check, Enrolment, Notice, Persuasion};
use crate::domain::records::documents::{Consent, Document};
use crate::domain::records::placement::{Deferral, Placement};
use crate::domain::records::pupil::Pupil;
use crate::domain::value::Values;
use crate::register::change::{Act, BY, FROM, RecordKey};
use crate::register::file::File;
use crate::register::tree::Record;

/// East of UTC by eight hours: the day on which a paper without a date was recorded.
const CHINA: i32 = 480;
/// The records of a case that somebody answers for, each with the field whose author that is.
const AUTHORED: [(&str, &str); 5] = [
    (CaseStep::TABLE.key, "to"),
    (Check::TABLE.key, "verdict"),
    (Persuasion::TABLE.key, "date"),
    (Notice::TABLE.key, "kind"),
    (Enrolment::TABLE.key, "back_on"),
];
/// Papers that prove one return and not the next.
const OF_ONE_RETURN: [&str; 2] = ["ENROLLED", "TRANSFER"];

/// Every case of a file, the latest found first.
pub fn cases(file: &File) -> Vec<CaseView> {
    let mut all: Vec<CaseView> =
        file.table(Case::TABLE.key).map(|(id, record)| view(file, id, Case::read(&record.values))).collect();
    all.sort_by_key(|view| std::cmp::Reverse((view.case.found_on, view.id)));
    all
}

/// The case that is followed: the open one, else the latest.
pub fn current(file: &File, today: Date) -> Option<CaseView> {
    let mut all = cases(file);
    let open = all.iter().position(|view| view.state_on(today) != State::Closed).unwrap_or(0);
    (open < all.len()).then(|| all.swap_remove(open))
}

pub fn find(file: &File, case: RecordId) -> Option<CaseView> {
    let record = file.table(Case::TABLE.key).find(|(id, _)| *id == case)?.1;
    Some(view(file, case, Case::read(&record.values)))
}

fn view(file: &File, id: RecordId, case: Case) -> CaseView {
    let steps = steps(file, id);
    let reopened = steps.iter().rev().find(|step| step.to == State::Reopened).map(|step| step.on);
    let checks = of_case(file, Check::TABLE.key, "verdict", Check::read, id, |r| (r.case, r.date));
    let holdings = Holdings {
        note: checks.last().is_some_and(|check| !check.record.reason_note.trim().is_empty()),
        ..holdings(file, reopened)
    };
    CaseView {
        id,
        case,
        steps,
        checks,
        persuasions: of_case(file, Persuasion::TABLE.key, "date", Persuasion::read, id, |r| (r.case, r.date)),
        notices: of_case(file, Notice::TABLE.key, "kind", Notice::read, id, |r| (r.case, r.issued_on)),
        enrolments: of_case(file, Enrolment::TABLE.key, "back_on", Enrolment::read, id, |r| {
            (r.case, r.back_on)
        }),
        holdings,
    }
}

/// The change that set the value shown in a field.
fn set_by(record: &Record, field: &str) -> Option<usize> {
    record.live(field).first().copied()
}

/// Who wrote the value; of what a joining brought, who wrote it in the file that was joined.
fn author(file: &File, record: &Record, field: &str) -> FileId {
    let Some(change) = set_by(record, field).and_then(|at| file.changes().get(at)) else {
        return FileId::default();
    };
    let there = (change.act == Act::JOIN).then(|| mark(record, BY)).flatten();
    there.unwrap_or(change.by)
}

fn mark(record: &Record, field: &str) -> Option<FileId> {
    record.values.get(field)?.as_text()?.parse().ok()
}

/// In which file a record of a case was made, and by whom; `None` for a record that nobody answers for.
pub fn origin(file: &File, key: &RecordKey, record: &Record) -> Option<(FileId, FileId)> {
    let (_, field) = AUTHORED.into_iter().find(|(table, _)| *table == key.table)?;
    Some((made_in(file, record, field), author(file, record, field)))
}

/// The file under whose id a step is to be proven: that in which it was taken, as long as that file says itself that it is joined
/// into this one. `joined` tells what a file is joined into.
pub fn signed_under(file: &File, step: RecordId, joined: impl Fn(FileId) -> Option<FileId>) -> FileId {
    let record = file.record(&RecordKey::new(CaseStep::TABLE.key, step));
    let made = record.map_or(file.id, |record| made_in(file, record, "to"));
    // Joined in a ring by two tablets: a task for a person, not an endless walk.
    let mut on = std::iter::successors(Some(made), |id| joined(*id)).take(8);
    if on.any(|id| id == file.id) { made } else { file.id }
}

fn made_in(file: &File, record: &Record, field: &str) -> FileId {
    let change = set_by(record, field).and_then(|at| file.changes().get(at));
    let joined = change.is_some_and(|change| change.act == Act::JOIN);
    joined.then(|| mark(record, FROM)).flatten().unwrap_or(file.id)
}

/// In the order of the history: each change comes after those that it had seen.
fn steps(file: &File, case: RecordId) -> Vec<Step> {
    let mut steps: Vec<(Option<usize>, Step)> = file
        .table(CaseStep::TABLE.key)
        .filter_map(|(id, record)| {
            let step = CaseStep::read(&record.values);
            let to = State::from_code(&step.to).filter(|_| step.case == Some(case))?;
            let by = author(file, record, "to");
            Some((set_by(record, "to"), Step { id, to, on: step.on?, by, record: step }))
        })
        .collect();
    steps.sort_by_key(|(at, step)| (*at, step.on, step.id));
    in_turn(steps)
}

/// Steps that came with one change and have one day (two files were joined) in the order in which they follow from one another.
fn in_turn(mut steps: Vec<(Option<usize>, Step)>) -> Vec<Step> {
    let mut ordered: Vec<Step> = Vec::with_capacity(steps.len());
    while let Some((at, on)) = steps.first().map(|(at, step)| (*at, step.on)) {
        let from = ordered.last().map_or(State::New, |step| step.to);
        let alike = steps.iter().take_while(|(a, step)| (*a, step.on) == (at, on));
        let next = alike.map(|(_, step)| step.to).position(|to| from.next().contains(&to)).unwrap_or(0);
        ordered.push(steps.remove(next).1);
    }
    ordered
}

/// The records of a case in one table, by day.
fn of_case<T>(
    file: &File,
    table: &str,
    field: &str,
    read: impl Fn(&Values) -> T,
    case: RecordId,
    about: impl Fn(&T) -> (Option<RecordId>, Option<Date>),
) -> Vec<Authored<T>> {
    let mut found: Vec<(Option<Date>, Authored<T>)> = file
        .table(table)
        .filter_map(|(id, values)| {
            let record = read(&values.values);
            let (of, day) = about(&record);
            (of == Some(case)).then(|| (day, Authored { id, by: author(file, values, field), record }))
        })
        .collect();
    found.sort_by_key(|(day, one)| (*day, one.id));
    found.into_iter().map(|(_, one)| one).collect()
}

fn holdings(file: &File, reopened: Option<Date>) -> Holdings {
    let proves = |record: &Record, paper: &Document| {
        let recorded = || Some(file.changes().get(set_by(record, "kind")?)?.at.date(CHINA));
        let day = paper.date.or_else(recorded);
        !OF_ONE_RETURN.contains(&paper.kind.as_str()) || reopened.is_none_or(|on| day >= Some(on))
    };
    let papers = file
        .table(Document::TABLE.key)
        .map(|(_, record)| (record, Document::read(&record.values)))
        .filter(|(record, paper)| !paper.kind.is_empty() && proves(record, paper))
        .map(|(_, paper)| paper.kind)
        .collect();
    let agrees = |consent: Consent| {
        consent.withdrawn.is_none() && consent.scope.iter().any(|scope| scope == "HOME_TEACHING")
    };
    Holdings {
        papers,
        decision: file.table("decision").next().is_some(),
        plan: file.table("plan").next().is_some(),
        consent: file.table("consent").any(|(_, record)| agrees(Consent::read(&record.values))),
        birth: Pupil::read(&file.shown(&RecordKey::root(&file.kind))).birth.is_some(),
        note: false,
        break_ends: file.table("deferral").filter_map(|(_, r)| Deferral::read(&r.values).to).max(),
        placements: file
            .table("placement")
            .map(|(_, record)| Placement::read(&record.values))
            .filter_map(|p| Some((p.mode, p.from?, p.to)))
            .collect(),
    }
}

/// What a step is signed over: whose file, which record, who says so, and everything that it says but the signature itself and
/// the register's own marks.
pub fn signed_over(file: FileId, step: RecordId, by: FileId, values: &Values) -> Vec<u8> {
    let mut said = values.clone();
    let is_said = |field: &str| !matches!(field, "slot" | "signature") && !field.starts_with('~');
    said.retain(|field, value| is_said(field) && !value.is_blank());
    // Plain values of a record: nothing in them can fail to be written.
    postcard::to_allocvec(&(file, step, by, said)).unwrap_or_default()
}
