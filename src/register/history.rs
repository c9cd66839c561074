//! A file's history: who did what, when, on which tablet, and what each field showed before.
use crate::domain::value::Value;
use crate::register::change::{DELETED, ERASED, RecordKey};
use crate::register::file::File;
use std::collections::BTreeMap;

/// One change as a reader sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The change's place in [`File::changes`].
    pub position: usize,
    pub fields: Vec<FieldChange>,
    /// Nobody has written over it since, nor into a record that it made: it can be undone. An erasure cannot.
    pub stands: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub record: RecordKey,
    pub field: String,
    /// What the author saw before; `Null` for nothing.
    pub before: Value,
    pub after: Value,
}

/// The whole history, newest first.
pub fn history(file: &File) -> Vec<Entry> {
    let mut writers: BTreeMap<(&RecordKey, &str), Vec<usize>> = BTreeMap::new();
    let mut writers_of_record: BTreeMap<&RecordKey, Vec<usize>> = BTreeMap::new();
    let mut entries = Vec::with_capacity(file.changes().len());
    for (position, change) in file.changes().iter().enumerate() {
        let mut fields = Vec::new();
        let mut stands = !change.sets.is_empty();
        for (key, values) in &change.sets {
            let others = writers_of_record.entry(key).or_default();
            let made_it = !others.iter().any(|p| file.covers(position, *p));
            others.push(position);
            let alone = |(_, live): (&str, &[usize])| live.iter().all(|p| *p == position);
            stands &= !made_it || file.record(key).is_some_and(|record| record.all_live().all(alone));
            stands &= !values.contains_key(ERASED);
            let is_deleted = file.record(key).is_some_and(|record| record.is_deleted());
            stands &= !is_deleted || values.contains_key(DELETED);
            for (field, after) in values {
                let earlier = writers.entry((key, field)).or_default();
                let before = seen_before(file, position, earlier, key, field);
                earlier.push(position);
                stands &= file.record(key).is_some_and(|record| record.live(field) == [position]);
                fields.push(FieldChange {
                    record: key.clone(),
                    field: field.clone(),
                    before,
                    after: after.clone(),
                });
            }
        }
        entries.push(Entry { position, fields, stands });
    }
    entries.reverse();
    entries
}

fn seen_before(file: &File, position: usize, earlier: &[usize], key: &RecordKey, field: &str) -> Value {
    let seen: Vec<usize> = earlier.iter().copied().filter(|p| file.covers(position, *p)).collect();
    let stamp = |p: &usize| file.changes().get(*p).map(|change| (change.at, change.dot));
    let shown = seen
        .iter()
        .filter(|p| !seen.iter().any(|q| q != *p && file.covers(*q, **p)))
        .max_by_key(|p| stamp(p));
    shown.and_then(|p| file.value_at(*p, key, field)).cloned().unwrap_or_default()
}
