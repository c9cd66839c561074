//! A file (卷): one pupil, school, member of staff or county matter, as the set of its changes and the records they make.
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::{Value, Values};
use crate::register::causal::{self, Seen, Untidy};
use crate::register::change::{Change, Dot, ERASED, JOINED, RecordKey};
use crate::register::clock::Hlc;
use crate::register::tree::{Record, RecordState, Tree, value_at};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub id: FileId,
    /// `pupil`, `school`, `staff`, `county`, or a kind of a newer version.
    pub kind: String,
    /// Members of the whole file that this version does not know, kept and written back.
    pub extra: Values,
    changes: Vec<Change>,
    seen: Seen,
    tree: Tree,
}

/// A file as it is stored: its kind and some or all of its changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    pub kind: String,
    pub changes: Vec<Change>,
    /// Members of the whole file that this version does not know.
    pub extra: Values,
}

impl Pack {
    /// Changes of a file whose unknown members stand in another pack, or that has none.
    pub fn of(kind: impl Into<String>, changes: Vec<Change>) -> Pack {
        Pack { kind: kind.into(), changes, extra: Values::new() }
    }

    /// Takes in unknown members from another copy: the greater value of each, so that all copies agree.
    pub fn keep_extra(&mut self, other: Values) {
        for (member, value) in other {
            let kept = self.extra.entry(member).or_default();
            if value > *kept {
                *kept = value;
            }
        }
    }
}

/// One field with several different live values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub record: RecordKey,
    pub field: String,
    /// The shown value first; each with the position of the change that set it.
    pub siblings: Vec<(usize, Value)>,
}

impl File {
    pub fn new(id: FileId, kind: FileKind) -> File {
        File {
            id,
            kind: kind.key().to_owned(),
            extra: Values::new(),
            changes: Vec::new(),
            seen: Seen::default(),
            tree: Tree::default(),
        }
    }

    /// The file made of these changes, each given once.
    pub fn from_changes(id: FileId, kind: String, changes: Vec<Change>) -> Result<File, Untidy> {
        let (mut changes, seen) = causal::order(changes)?;
        forget_erased(&mut changes, &seen, &kind);
        let mut tree = Tree::default();
        for position in 0..changes.len() {
            tree.take(position, &changes, &seen);
        }
        tree.settle_deletions(&changes, &seen);
        Ok(File { id, kind, extra: Values::new(), changes, seen, tree })
    }

    /// The file as stored: its changes, each given once, and its unknown members, which an erasure takes along.
    pub fn from_pack(id: FileId, pack: Pack) -> Result<File, Untidy> {
        let mut file = File::from_changes(id, pack.kind, pack.changes)?;
        if erasures(&file.changes, &file.kind).is_empty() {
            file.extra = pack.extra;
        }
        Ok(file)
    }

    /// The file after one more change.
    pub fn with(mut self, change: Change) -> Result<File, Untidy> {
        self.changes.push(change);
        let id = self.id;
        File::from_pack(id, self.into_pack())
    }

    pub fn file_kind(&self) -> Option<FileKind> {
        FileKind::from_key(&self.kind)
    }

    /// In canonical order: parents first, then by time and dot.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    pub fn into_pack(self) -> Pack {
        Pack { kind: self.kind, changes: self.changes, extra: self.extra }
    }

    pub fn to_pack(&self) -> Pack {
        Pack { kind: self.kind.clone(), changes: self.changes.clone(), extra: self.extra.clone() }
    }

    /// Had the change at `later` seen the one at `earlier`?
    pub fn covers(&self, later: usize, earlier: usize) -> bool {
        self.seen.covers(later, earlier)
    }

    /// The changes that none has followed yet: what a new change has seen.
    pub fn heads(&self) -> Vec<Dot> {
        let followed: std::collections::BTreeSet<Dot> =
            self.changes.iter().flat_map(|c| c.after.iter().copied()).collect();
        self.changes.iter().map(|c| c.dot).filter(|dot| !followed.contains(dot)).collect()
    }

    /// Per tablet, the highest number of its changes in this file.
    pub fn version(&self) -> BTreeMap<crate::register::change::DeviceId, u32> {
        let mut version = BTreeMap::new();
        for dot in self.changes.iter().map(|c| c.dot) {
            let highest = version.entry(dot.device).or_insert(dot.counter);
            *highest = (*highest).max(dot.counter);
        }
        version
    }

    pub fn last_at(&self) -> Option<Hlc> {
        self.changes.iter().map(|c| c.at).max()
    }

    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    pub fn record(&self, key: &RecordKey) -> Option<&Record> {
        self.tree.record(key)
    }

    /// The record that says what the file is.
    pub fn root(&self) -> Option<&Record> {
        self.record(&RecordKey::root(&self.kind))
    }

    /// The fields of a record as shown; nothing where it is not there or deleted.
    pub fn shown(&self, key: &RecordKey) -> Values {
        self.record(key)
            .filter(|record| !record.is_deleted())
            .map(|record| record.values.clone())
            .unwrap_or_default()
    }

    /// The records of one table that are not deleted, in the order of their ids.
    pub fn table<'a>(&'a self, table: &'a str) -> impl Iterator<Item = (RecordId, &'a Record)> {
        self.tree.table(table)
    }

    /// The value that the change at `position` gave to a field.
    pub fn value_at(&self, position: usize, key: &RecordKey, field: &str) -> Option<&Value> {
        value_at(&self.changes, position, key, field)
    }

    /// Deleted as a whole: the root is, and nothing in the file was changed by someone who had not seen that.
    pub fn is_deleted(&self) -> bool {
        let Some(root) = self.root().filter(|root| root.is_deleted()) else { return false };
        let tombstones = root.live(crate::register::change::DELETED);
        self.tree
            .all()
            .flat_map(|(_, record)| record.all_live())
            .flat_map(|(_, live)| live)
            .all(|p| tombstones.iter().any(|t| self.covers(*t, *p)))
    }

    pub fn is_erased(&self) -> bool {
        self.root().and_then(|root| root.values.get(ERASED)) == Some(&Value::Bool(true))
    }

    /// A change without content that no erasure here had seen: the erasure was cut off on the way.
    pub fn emptied_without_erasure(&self) -> Option<Dot> {
        let is_empty = |change: &Change| change.sets.is_empty() && change.extra.is_empty();
        let mut emptied =
            (0..self.changes.len()).filter(|p| self.changes.get(*p).is_some_and(is_empty)).peekable();
        emptied.peek()?;
        let erasing = erasures(&self.changes, &self.kind);
        let position = emptied.find(|p| !erasing.iter().any(|e| self.covers(*e, *p)))?;
        self.changes.get(position).map(|change| change.dot)
    }

    /// The file that this one is joined into: the same child had two files.
    pub fn joined_into(&self) -> Option<FileId> {
        self.root()?.values.get(JOINED)?.as_text()?.parse().ok()
    }

    /// Every field with different live values, and every contested deletion.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for (key, record) in self.tree.all() {
            if record.is_deleted() {
                continue;
            }
            for (field, live) in record.all_live() {
                let siblings: Vec<(usize, Value)> =
                    live.iter().filter_map(|p| Some((*p, self.value_at(*p, key, field)?.clone()))).collect();
                let differ =
                    siblings.iter().any(|(_, value)| Some(value) != siblings.first().map(|(_, first)| first));
                let contested =
                    field == crate::register::change::DELETED && record.state == RecordState::Contested;
                if differ || contested {
                    conflicts.push(Conflict { record: key.clone(), field: field.to_owned(), siblings });
                }
            }
        }
        conflicts
    }

    /// The file as one change found it: only what that change had seen.
    pub fn before(&self, position: usize) -> Result<File, Untidy> {
        let earlier = self
            .changes
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != position && self.covers(position, *i))
            .map(|(_, c)| c.clone());
        File::from_changes(self.id, self.kind.clone(), earlier.collect())
    }

    /// The file of those changes alone that are let through, and whose predecessors all are.
    pub fn with_only(&self, lets: impl Fn(&Change) -> bool) -> Result<File, Untidy> {
        let mut kept: std::collections::BTreeSet<Dot> = Default::default();
        let mut changes = Vec::new();
        for change in &self.changes {
            if lets(change) && change.after.iter().all(|dot| kept.contains(dot)) {
                kept.insert(change.dot);
                changes.push(change.clone());
            }
        }
        File::from_changes(self.id, self.kind.clone(), changes)
    }
}

/// Retention: what an erasing change had seen keeps its place in the order and nothing else.
fn forget_erased(changes: &mut [Change], seen: &Seen, kind: &str) {
    for erased_by in erasures(changes, kind) {
        for (position, change) in changes.iter_mut().enumerate() {
            if position != erased_by && seen.covers(erased_by, position) {
                change.sets.clear();
                change.extra.clear();
            }
        }
    }
}

/// The positions of the changes that erase what they had seen.
fn erasures(changes: &[Change], kind: &str) -> Vec<usize> {
    let root = RecordKey::root(kind);
    (0..changes.len()).filter(|p| value_at(changes, *p, &root, ERASED) == Some(&Value::Bool(true))).collect()
}

/// A pupil's file with these records, numbered from 1, all of one change; for tests.
#[cfg(test)]
pub fn made_of(records: Vec<(&'static str, Values)>) -> File {
    use crate::register::change::{Act, DeviceId};
    let mut sets = crate::register::change::Sets::from([(
        RecordKey::root("pupil"),
        [("name".to_owned(), "林小满".into())].into(),
    )]);
    let keyed = records.into_iter().zip(1_u128..);
    sets.extend(keyed.map(|((table, values), id)| (RecordKey::new(table, RecordId(id)), values)));
    let change = Change {
        dot: Dot { device: DeviceId(1), counter: 1, tag: 0 },
        after: Vec::new(),
        at: Hlc::default(),
        by: FileId(9),
        act: Act::EDIT,
        sets,
        extra: Values::new(),
    };
    File::from_changes(FileId(1), "pupil".into(), vec![change]).expect("one change is tidy")
}
