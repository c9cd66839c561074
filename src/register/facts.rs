//! The dated rows of a file, without its long texts: what figures for any day or period are computed from.
//!
//! A fact has the days it holds for, and when it was recorded: reports count by the first, a frozen report and "as known on that
//! day" use the second. Facts are a pure function of the file and can be rebuilt at any time.
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::care::{Carer, CarerContact, Counselling};
use crate::domain::records::case::{Case, CaseStep, Enrolment, Persuasion};
use crate::domain::records::placement::{Deferral, Placement};
use crate::domain::records::visit::Visit;
use crate::domain::value::Values;
use crate::register::change::RecordKey;
use crate::register::clock::Hlc;
use crate::register::file::File;
use crate::register::tree::Record;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub record: RecordId,
    pub kind: FactKind,
    /// The day it holds for, or from.
    pub from: Date,
    /// The last day it holds for; `None` for one day or for an open spell, as the kind says.
    pub to: Option<Date>,
    /// When its first change was recorded, and its latest.
    pub recorded: Hlc,
    pub changed: Hlc,
    /// Placement mode, reason of a visit not done, kind of deferral, contact method.
    pub code: String,
    pub school: Option<FileId>,
    /// Class hours of a visit.
    pub hours: i64,
    pub who: Vec<FileId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FactKind {
    VisitDone,
    VisitNotDone,
    /// A spell.
    Placement,
    Counselling,
    /// A spell.
    Carer,
    CarerContact,
    /// A spell.
    Deferral,
    /// A child was found; the code is that of `case_set`.
    CaseFound,
    /// A step of a case but closing and reopening; the code is that of `case_state`.
    CaseStep,
    /// The code is the outcome, where the step says it.
    CaseClosed,
    /// The code is that of `reopen_reason`.
    CaseReopened,
    /// The code is the result.
    Persuasion,
    /// Back in a school; on the roll from `to`.
    Enrolment,
}

/// Every fact of a file, by day, then record.
pub fn facts_of(file: &File) -> Vec<Fact> {
    const TABLES: [&str; 10] = [
        "visit",
        "placement",
        "counselling",
        "carer",
        "carer_contact",
        "deferral",
        "case",
        "case_step",
        "persuasion",
        "enrolment",
    ];
    let mut facts = Vec::new();
    for table in TABLES {
        for (id, record) in file.table(table) {
            facts.extend(fact(table, &record.values).map(|fact| stamped(fact, file, table, id, record)));
        }
    }
    facts.sort_unstable_by_key(|fact| (fact.from, fact.record));
    facts
}

fn stamped(fact: Fact, file: &File, table: &str, id: RecordId, record: &Record) -> Fact {
    let key = RecordKey { table: table.to_owned().into(), id };
    let stamps =
        || file.changes().iter().filter(|change| change.sets.contains_key(&key)).map(|change| change.at);
    let live = record
        .all_live()
        .flat_map(|(_, live)| live)
        .filter_map(|p| file.changes().get(*p))
        .map(|change| change.at);
    Fact {
        record: id,
        recorded: stamps().min().unwrap_or_default(),
        changed: live.max().unwrap_or_default(),
        ..fact
    }
}

fn of(kind: FactKind, from: Date) -> Fact {
    Fact {
        record: RecordId::default(),
        kind,
        from,
        to: None,
        recorded: Hlc::default(),
        changed: Hlc::default(),
        code: String::new(),
        school: None,
        hours: 0,
        who: Vec::new(),
    }
}

fn fact(table: &str, values: &Values) -> Option<Fact> {
    match table {
        "visit" => {
            let visit = Visit::read(values);
            let done = visit.done == Some(true);
            let kind = if done { FactKind::VisitDone } else { FactKind::VisitNotDone };
            let hours = if done { visit.periods.unwrap_or(0) } else { 0 };
            Some(Fact { code: visit.not_done_reason, hours, who: visit.teachers, ..of(kind, visit.date?) })
        }
        "placement" => {
            let p = Placement::read(values);
            Some(Fact { to: p.to, code: p.mode, school: p.school, ..of(FactKind::Placement, p.from?) })
        }
        "counselling" => {
            let talk = Counselling::read(values);
            Some(Fact {
                code: talk.with_whom,
                who: talk.counsellor.into_iter().collect(),
                ..of(FactKind::Counselling, talk.date?)
            })
        }
        "carer" => {
            let carer = Carer::read(values);
            Some(Fact {
                to: carer.to,
                who: carer.staff.into_iter().collect(),
                ..of(FactKind::Carer, carer.from?)
            })
        }
        "carer_contact" => {
            let contact = CarerContact::read(values);
            Some(Fact { code: contact.method, ..of(FactKind::CarerContact, contact.date?) })
        }
        "deferral" => {
            let deferral = Deferral::read(values);
            Some(Fact { to: deferral.to, code: deferral.kind, ..of(FactKind::Deferral, deferral.from?) })
        }
        "case" => {
            let case = Case::read(values);
            Some(Fact { code: case.set, ..of(FactKind::CaseFound, case.found_on?) })
        }
        "case_step" => {
            let step = CaseStep::read(values);
            let (kind, code) = match step.to.as_str() {
                "CLOSED" => (FactKind::CaseClosed, step.outcome),
                "REOPENED" => (FactKind::CaseReopened, step.reopened),
                _ => (FactKind::CaseStep, step.to),
            };
            Some(Fact { code, ..of(kind, step.on?) })
        }
        "persuasion" => {
            let record = Persuasion::read(values);
            Some(Fact {
                code: record.result,
                who: record.persuaders,
                ..of(FactKind::Persuasion, record.date?)
            })
        }
        "enrolment" => {
            let back = Enrolment::read(values);
            Some(Fact {
                school: back.school,
                to: back.registered_on,
                ..of(FactKind::Enrolment, back.back_on?)
            })
        }
        _ => None,
    }
}
