//! Rows of a list beside the register: which files they make, which fields they would change. The preview is this very
//! computation, and the import applies its commands; taking the same list in again changes nothing, also where a person has
//! corrected a file since.
//!
//! 1. [`Directory::of`] the summaries in memory; 2. load the files that [`schools::needs`] or [`roster::needs`] name;
//! 3. [`schools::plan`] or [`roster::plan`]; 4. a person looks and chooses; 5. [`TakeIn::commands`], each applied to its file.
pub mod carers;
mod directory;
pub mod findings;
pub mod placements;
pub mod roster;
pub mod schools;
pub mod suspects;

pub use directory::Directory;

use crate::domain::date::{Clock, Date};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::Value;
use crate::lists::issue::{Issue, Place};
use crate::register::apply::apply;
use crate::register::change::{Act, Dot, RecordKey, Sets};
use crate::register::command::{Command, Ctx, Refused};
use crate::register::file::File;
use serde::Serialize;
use std::collections::BTreeMap;

/// The files of the register that a plan looks at, as loaded.
pub type Files = BTreeMap<FileId, File>;

/// What taking a list in would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TakeIn {
    /// One a file: schools before staff before pupils, each in the order of the list.
    pub items: Vec<Item>,
    /// What is wrong beside the register, by row and column of the list.
    pub issues: Vec<Issue>,
    /// Rows that are not taken in because of such an issue.
    pub held_back: Vec<Place>,
    at: BTreeMap<FileId, usize>,
}

/// One file that the list speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: FileId,
    pub kind: FileKind,
    pub name: String,
    /// The rows that speak of it.
    pub places: Vec<Place>,
    pub state: State,
    /// Everything that the list says of the file.
    says: Sets,
    /// Where that is not what the file shows, field by field; empty for a new file.
    pub changes: Vec<FieldChange>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    New,
    Changed,
    Unchanged,
    /// The file was deleted here; a list does not bring it back.
    Deleted,
    /// The register's own rules would refuse the change.
    Refused(Refused),
}

/// A field that the list would set otherwise than the file shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    pub record: RecordKey,
    pub field: String,
    pub before: Value,
    pub after: Value,
    /// A person here wrote what stands there (or emptied it); a list never replaces that unasked.
    pub by_hand: bool,
}

impl FieldChange {
    /// Nothing stood there: the list only adds.
    pub fn only_adds(&self) -> bool {
        self.before.is_blank()
    }
}

/// Files by what would become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Deleted here, or refused by the register's rules.
    pub left_out: usize,
}

impl TakeIn {
    pub fn tally(&self, kind: FileKind) -> Tally {
        let mut tally = Tally::default();
        for item in self.items.iter().filter(|item| item.kind == kind) {
            match item.state {
                State::New => tally.new += 1,
                State::Changed => tally.changed += 1,
                State::Unchanged => tally.unchanged += 1,
                State::Deleted | State::Refused(_) => tally.left_out += 1,
            }
        }
        tally
    }

    /// The commands that take the list in: new files whole, and of the changed ones the fields that `accept` says yes to.
    pub fn commands(&self, accept: impl Fn(&Item, &FieldChange) -> bool) -> Vec<(FileId, FileKind, Command)> {
        let mut commands = Vec::new();
        for item in &self.items {
            let sets = match item.state {
                State::New => item.says.clone(),
                State::Changed => {
                    let mut sets = Sets::new();
                    for change in item.changes.iter().filter(|change| accept(item, change)) {
                        let fields = sets.entry(change.record.clone()).or_default();
                        fields.insert(change.field.clone(), change.after.clone());
                    }
                    sets
                }
                _ => continue,
            };
            if !sets.is_empty() {
                commands.push((item.id, item.kind, Command::Set { act: Act::TAKE_IN_LIST, sets }));
            }
        }
        commands
    }

    /// Adds what a row says of a file; rows may speak of the same file.
    fn say(&mut self, id: FileId, kind: FileKind, name: &str, place: Place, says: Sets) {
        if let Some(item) = self.at.get(&id).and_then(|at| self.items.get_mut(*at)) {
            item.places.push(place);
            for (record, fields) in says {
                item.says.entry(record).or_default().extend(fields);
            }
            return;
        }
        self.at.insert(id, self.items.len());
        let (name, state) = (name.to_owned(), State::New);
        self.items.push(Item { id, kind, name, places: vec![place], state, says, changes: Vec::new() });
    }

    /// Puts every item beside its file, once all rows have spoken.
    fn settle(&mut self, files: &Files, today: Date) {
        for item in &mut self.items {
            item.settle(files.get(&item.id), today);
        }
        self.items.sort_by_key(|item| match item.kind {
            FileKind::County => 0,
            FileKind::School => 1,
            FileKind::Staff => 2,
            FileKind::Pupil => 3,
        });
        self.at.clear();
    }
}

impl Item {
    fn settle(&mut self, file: Option<&File>, today: Date) {
        let fresh = File::new(self.id, self.kind);
        let known = file.filter(|file| !file.changes().is_empty());
        self.state = match known {
            Some(file) if file.is_deleted() || file.is_erased() => State::Deleted,
            Some(file) => {
                self.changes = changes(file, &self.says);
                if self.changes.is_empty() { State::Unchanged } else { State::Changed }
            }
            None => State::New,
        };
        if matches!(self.state, State::Unchanged | State::Deleted) {
            return;
        }
        // The register's own rules decide, now and not only when the list is taken in.
        let command = Command::Set { act: Act::TAKE_IN_LIST, sets: self.says.clone() };
        let ctx = Ctx {
            wall: 0,
            today,
            now: Clock::default(),
            dot: Dot { tag: u32::MAX, ..Dot::default() },
            by: FileId::default(),
        };
        match apply(known.unwrap_or(&fresh), command, &ctx) {
            Err(Refused::NothingToDo) => self.state = State::Unchanged,
            Err(refused) => self.state = State::Refused(refused),
            Ok(_) => {}
        }
    }
}

/// The fields that the list would set otherwise than the file shows them. What a list said before and a person has changed
/// since stays as the person left it, until a list says something new.
fn changes(file: &File, says: &Sets) -> Vec<FieldChange> {
    let mut found = Vec::new();
    for (key, fields) in says {
        let shown = file.record(key).map(|record| &record.values);
        for (field, after) in fields {
            let before = shown.and_then(|values| values.get(field)).unwrap_or(&Value::Null);
            let deleted = file.record(key).is_some_and(|record| record.is_deleted());
            if before != after && !deleted && said_before(file, key, field) != Some(after) {
                let (record, field) = (key.clone(), field.clone());
                let by_hand = is_by_hand(file, &record, &field);
                found.push(FieldChange {
                    record,
                    field,
                    before: before.clone(),
                    after: after.clone(),
                    by_hand,
                });
            }
        }
    }
    found
}

/// Whether the value shown, or one that stands beside it in a conflict, was set by anything but a list.
fn is_by_hand(file: &File, key: &RecordKey, field: &str) -> bool {
    let live = file.record(key).map_or(&[][..], |record| record.live(field));
    live.iter().any(|at| file.changes().get(*at).is_some_and(|change| change.act != Act::TAKE_IN_LIST))
}

/// What the latest list taken in said of a field.
fn said_before<'a>(file: &'a File, key: &RecordKey, field: &str) -> Option<&'a Value> {
    let lists = file.changes().iter().rev().filter(|change| change.act == Act::TAKE_IN_LIST);
    lists.filter_map(|change| change.sets.get(key)?.get(field)).next()
}
