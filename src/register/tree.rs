//! The records of a file: a pure fold of its changes in their canonical order.
//!
//! A field's *live* values are those that no change which had seen them has replaced. One live value, or several equal ones, is
//! a plain field; different ones are a conflict: the latest is shown, all are kept until a change that has seen them decides.
use crate::domain::id::RecordId;
use crate::domain::value::{Value, Values};
use crate::register::causal::Seen;
use crate::register::change::{Change, DELETED, RecordKey};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    records: BTreeMap<RecordKey, Record>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What is shown, field by field.
    pub values: Values,
    /// Per field, the positions of the changes whose values are live, the shown one first.
    live: BTreeMap<String, Vec<usize>>,
    pub state: RecordState,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecordState {
    #[default]
    Kept,
    Deleted,
    /// Deleted by one, changed by another who had not seen that: kept in sight until somebody decides.
    Contested,
}

impl Record {
    /// The positions of the changes whose values of this field are live, the shown one first.
    pub fn live(&self, field: &str) -> &[usize] {
        self.live.get(field).map_or(&[], Vec::as_slice)
    }

    /// Every field with the positions of its live values.
    pub fn all_live(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.live.iter().map(|(field, positions)| (field.as_str(), positions.as_slice()))
    }

    pub fn is_deleted(&self) -> bool {
        self.state == RecordState::Deleted
    }
}

impl Tree {
    pub fn record(&self, key: &RecordKey) -> Option<&Record> {
        self.records.get(key)
    }

    /// Every record, deleted ones too.
    pub fn all(&self) -> impl Iterator<Item = (&RecordKey, &Record)> {
        self.records.iter()
    }

    /// The records of one table that are not deleted, in the order of their ids.
    pub fn table<'a>(&'a self, table: &'a str) -> impl Iterator<Item = (RecordId, &'a Record)> {
        let first = RecordKey { table: table.to_owned().into(), id: RecordId(0) };
        self.records
            .range(first..)
            .take_while(move |(key, _)| key.table == table)
            .filter(|(_, record)| !record.is_deleted())
            .map(|(key, record)| (key.id, record))
    }

    /// Takes in the change at `position`; `changes` holds it and all before it in canonical order.
    pub fn take(&mut self, position: usize, changes: &[Change], seen: &Seen) {
        let Some(change) = changes.get(position) else { return };
        for (key, fields) in &change.sets {
            let record = self.records.entry(key.clone()).or_default();
            for (field, value) in fields {
                let live = record.live.entry(field.clone()).or_default();
                live.retain(|earlier| !seen.covers(position, *earlier));
                live.push(position);
                live.sort_unstable_by_key(|p| std::cmp::Reverse(changes.get(*p).map(|c| (c.at, c.dot))));
                let shown = match live.first() {
                    Some(first) if *first != position => {
                        value_at(changes, *first, key, field).unwrap_or(value)
                    }
                    _ => value,
                };
                match shown {
                    Value::Null => record.values.remove(field),
                    shown => record.values.insert(field.clone(), shown.clone()),
                };
            }
        }
    }

    /// Settles which records are deleted, after the last change has been taken in.
    pub fn settle_deletions(&mut self, changes: &[Change], seen: &Seen) {
        for (key, record) in &mut self.records {
            record.state = record_state(key, record, changes, seen);
        }
    }
}

fn record_state(key: &RecordKey, record: &Record, changes: &[Change], seen: &Seen) -> RecordState {
    let tombstones: Vec<usize> = record
        .live(DELETED)
        .iter()
        .copied()
        .filter(|p| value_at(changes, *p, key, DELETED) == Some(&Value::Bool(true)))
        .collect();
    if tombstones.is_empty() {
        return RecordState::Kept;
    }
    let covered = |p: &usize| tombstones.iter().any(|t| seen.covers(*t, *p));
    match record.live.values().flatten().all(covered) {
        true => RecordState::Deleted,
        false => RecordState::Contested,
    }
}

/// The value that the change at `position` gave to a field.
pub fn value_at<'a>(
    changes: &'a [Change],
    position: usize,
    key: &RecordKey,
    field: &str,
) -> Option<&'a Value> {
    changes.get(position)?.sets.get(key)?.get(field)
}
