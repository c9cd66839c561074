//! The red line: incidents with everything that became of them. Nothing goes out of sight: a removal is a step with its reason, a
//! deletion or an undo a change, and every tablet that holds the file shows who did it and when.
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty_score::{RedLine, RedStep};
use crate::domain::value::{Cell, Value, Values};
use crate::register::change::{Change, DELETED, DeviceId, RecordKey};
use crate::register::clock::Hlc;
use crate::register::file::File;
use std::collections::BTreeMap;

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Recorded,
    /// A code of `red_step`.
    Step(String),
    /// The record itself, or a step of it, was deleted or its making undone.
    Deleted,
    BroughtBack,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    pub deed: Deed,
    pub by: FileId,
    pub at: Hlc,
    pub device: DeviceId,
    /// The day that the step names.
    pub on: Option<Date>,
    pub why: String,
    /// The record and its values, as they were signed.
    pub key: RecordKey,
    pub values: Values,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    pub id: RecordId,
    pub record: RedLine,
    /// In the order of the history.
    pub trace: Vec<Trace>,
    /// It counts: not removed by a step that had seen all others, nor deleted.
    pub stands: bool,
    /// Two tablets decided apart: it stands until somebody decides.
    pub contested: bool,
    pub deleted: bool,
}

impl Incident {
    /// The last step's code; empty where nothing became of it yet.
    pub fn state(&self) -> &str {
        let steps = self.trace.iter().rev().find_map(|trace| match &trace.deed {
            Deed::Step(code) => Some(code.as_str()),
            _ => None,
        });
        steps.unwrap_or_default()
    }
}

/// Steps that decide whether it stands.
fn decides(code: &str) -> bool {
    matches!(code, "UPHELD" | "REMOVED" | "RESTORED")
}

/// Every incident, the latest day first; deleted ones too.
pub fn incidents(file: &File) -> Vec<Incident> {
    let mut found: BTreeMap<RecordId, Incident> = BTreeMap::new();
    let mut decisive: BTreeMap<RecordId, Vec<(usize, RecordKey, String)>> = BTreeMap::new();
    for (position, change) in file.changes().iter().enumerate() {
        for (key, values) in &change.sets {
            let Some((of, deed)) = deed(file, key, values, &found) else { continue };
            if let (Deed::Step(code), true) = (&deed, is_decisive(&deed)) {
                decisive.entry(of).or_default().push((position, key.clone(), code.clone()));
            }
            let incident = found.entry(of).or_insert_with(|| begun(file, of));
            incident.trace.push(trace(change, key, values, deed));
        }
    }
    for (id, incident) in &mut found {
        let none = Vec::new();
        let steps = decisive.get(id).unwrap_or(&none);
        // An undone step decides nothing any more.
        let live: Vec<&(usize, RecordKey, String)> = steps
            .iter()
            .filter(|(_, key, _)| file.record(key).is_some_and(|record| !record.is_deleted()))
            .collect();
        let last: Vec<&str> = live
            .iter()
            .filter(|(at, ..)| !live.iter().any(|(later, ..)| later != at && file.covers(*later, *at)))
            .map(|(_, _, code)| code.as_str())
            .collect();
        let removed = !last.is_empty() && last.iter().all(|code| *code == "REMOVED");
        incident.contested = !removed && last.contains(&"REMOVED");
        incident.stands = !removed && !incident.deleted;
    }
    let mut all: Vec<Incident> = found.into_values().collect();
    all.sort_by_key(|incident| std::cmp::Reverse((incident.record.date, incident.id)));
    all
}

fn is_decisive(deed: &Deed) -> bool {
    matches!(deed, Deed::Step(code) if decides(code))
}

fn begun(file: &File, id: RecordId) -> Incident {
    let record = file.record(&RecordKey::new(RedLine::TABLE.key, id));
    Incident {
        id,
        record: record.map(|record| RedLine::read(&record.values)).unwrap_or_default(),
        trace: Vec::new(),
        stands: true,
        contested: false,
        deleted: record.is_some_and(|record| record.is_deleted()),
    }
}

/// Which incident a set is about, and what it does to it.
fn deed(
    file: &File,
    key: &RecordKey,
    values: &Values,
    found: &BTreeMap<RecordId, Incident>,
) -> Option<(RecordId, Deed)> {
    let marked = match values.get(DELETED) {
        Some(Value::Bool(true)) => Some(Deed::Deleted),
        Some(_) => Some(Deed::BroughtBack),
        None => None,
    };
    match key.table.as_ref() {
        "red_line" => {
            let recorded = if found.contains_key(&key.id) { None } else { Some(Deed::Recorded) };
            marked.or(recorded).map(|deed| (key.id, deed))
        }
        "red_step" => {
            let of = file.record(key)?.values.get("red_line").and_then(RecordId::read)?;
            let step = values.get("to").and_then(Value::as_text).map(|to| Deed::Step(to.to_owned()));
            marked.or(step).map(|deed| (of, deed))
        }
        _ => None,
    }
}

fn trace(change: &Change, key: &RecordKey, values: &Values, deed: Deed) -> Trace {
    let step = RedStep::read(values);
    let recorded = RedLine::read(values);
    let (on, why) = match &deed {
        Deed::Recorded => (recorded.date, recorded.what),
        _ => (step.on, step.why),
    };
    Trace {
        deed,
        by: change.by,
        at: change.at,
        device: change.dot.device,
        on,
        why,
        key: key.clone(),
        values: values.clone(),
    }
}
