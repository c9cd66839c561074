//! The oracle: its own log of every change ever made, its own reachability over `after`, its own idea of what a file must
//! show. It uses the shapes of the register (changes, values), and nothing of its order, fold or merge.
//!
//! For every field that any change ever set it asks: was it erased by one that had seen it, replaced by one that had seen it,
//! or is it live? Then the file must show exactly that.
use baoxue::domain::value::{Value, Values};
use baoxue::register::change::{Change, DELETED, Dot, ERASED, RecordKey};
use baoxue::register::file::File;
use std::collections::{BTreeMap, BTreeSet};

/// Every change ever made to one file, whoever still holds it.
#[derive(Clone, Default)]
pub struct Log {
    made: BTreeMap<Dot, Made>,
}

#[derive(Clone)]
struct Made {
    change: Change,
    /// Every earlier change that its author had seen.
    seen: BTreeSet<Dot>,
}

/// What a file shows, taken out of it as plain data, so that tests can break it.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    pub changes: Vec<Change>,
    pub records: BTreeMap<RecordKey, ShownRecord>,
    pub conflicts: BTreeSet<(RecordKey, String)>,
}

#[derive(Clone, Debug, Default)]
pub struct ShownRecord {
    pub values: Values,
    pub siblings: BTreeMap<String, BTreeSet<Dot>>,
    pub is_deleted: bool,
    /// A reader finds it among the records of its table.
    pub is_listed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Complaint {
    /// A change of the log that the file does not have.
    Lost(Dot),
    /// A change that nobody made, or that this file cannot have.
    Invented(Dot),
    /// A change stands twice, or before one that it had seen.
    OutOfOrder(Dot),
    Altered(Dot),
    /// An erasing change had seen it, and its content is still there.
    NotErased(Dot),
    /// Live by the log, and no sibling in the file.
    SiblingLost(Dot, RecordKey, String),
    /// Replaced by a change that had seen it, or erased, and still a sibling.
    SiblingBack(Dot, RecordKey, String),
    WrongValue {
        record: RecordKey,
        field: String,
        shown: Value,
        expected: Value,
    },
    /// Hidden, although something in it had not been seen by any deletion.
    Hidden(RecordKey),
    /// In sight, although everything in it had been seen by a deletion.
    NotHidden(RecordKey),
    RecordInvented(RecordKey),
    ConflictLost(RecordKey, String),
    ConflictInvented(RecordKey, String),
}

impl Shown {
    pub fn of(file: &File) -> Shown {
        let dots = |positions: &[usize]| positions.iter().map(|p| file.changes()[*p].dot).collect();
        let record = |(key, record): (&RecordKey, &baoxue::register::tree::Record)| {
            let shown = ShownRecord {
                values: record.values.clone(),
                siblings: record.all_live().map(|(field, live)| (field.to_owned(), dots(live))).collect(),
                is_deleted: record.is_deleted(),
                is_listed: file.table(&key.table).any(|(id, _)| id == key.id),
            };
            (key.clone(), shown)
        };
        Shown {
            changes: file.changes().to_vec(),
            records: file.tree().all().map(record).collect(),
            conflicts: file.conflicts().into_iter().map(|c| (c.record, c.field)).collect(),
        }
    }
}

impl Log {
    /// Takes down a change at the moment it is made.
    pub fn add(&mut self, change: &Change) {
        let mut seen = BTreeSet::new();
        let mut waiting = change.after.clone();
        while let Some(dot) = waiting.pop() {
            if seen.insert(dot) {
                waiting.extend(self.made.get(&dot).map(|made| made.change.after.clone()).unwrap_or_default());
            }
        }
        self.made.insert(change.dot, Made { change: change.clone(), seen });
    }

    pub fn knows(&self, dot: &Dot) -> bool {
        self.made.contains_key(dot)
    }

    /// Everything that the author of this change had seen, as far back as it goes.
    pub fn seen_by(&self, dot: &Dot) -> &BTreeSet<Dot> {
        &self.made[dot].seen
    }

    pub fn change(&self, dot: &Dot) -> &Change {
        &self.made[dot].change
    }

    /// Is every change that one of these names among them?
    pub fn is_whole(&self, dots: &BTreeSet<Dot>) -> bool {
        dots.iter().all(|dot| self.made[dot].change.after.iter().all(|parent| dots.contains(parent)))
    }

    /// Is the content of this change gone by right: does one of these erase it, having seen it?
    pub fn is_erased(&self, kind: &str, dot: &Dot, dots: &BTreeSet<Dot>) -> bool {
        dots.iter().map(|dot| &self.made[dot]).any(|m| erases(kind, &m.change) && m.seen.contains(dot))
    }

    /// Everything that is wrong with what a file shows, if it should hold exactly these changes.
    pub fn complaints(&self, kind: &str, held: &BTreeSet<Dot>, shown: &Shown) -> Vec<Complaint> {
        let expected = self.expect(kind, held);
        let mut complaints = self.of_changes(held, &expected.erased, shown);
        complaints.extend(of_records(&expected, shown));
        complaints
    }

    fn of_changes(&self, held: &BTreeSet<Dot>, erased: &BTreeSet<Dot>, shown: &Shown) -> Vec<Complaint> {
        let mut complaints = Vec::new();
        let mut met = BTreeSet::new();
        for change in &shown.changes {
            let dot = change.dot;
            let Some(made) = self.made.get(&dot).filter(|_| held.contains(&dot)) else {
                complaints.push(Complaint::Invented(dot));
                continue;
            };
            if !met.insert(dot) || !change.after.iter().all(|parent| met.contains(parent)) {
                complaints.push(Complaint::OutOfOrder(dot));
            }
            if erased.contains(&dot) {
                if !change.sets.is_empty() || !change.extra.is_empty() {
                    complaints.push(Complaint::NotErased(dot));
                }
                let bare =
                    Change { sets: Default::default(), extra: Default::default(), ..made.change.clone() };
                if bare != (Change { sets: Default::default(), extra: Default::default(), ..change.clone() })
                {
                    complaints.push(Complaint::Altered(dot));
                }
            } else if *change != made.change {
                complaints.push(Complaint::Altered(dot));
            }
        }
        complaints.extend(held.difference(&met).map(|dot| Complaint::Lost(*dot)));
        complaints
    }

    fn expect(&self, kind: &str, held: &BTreeSet<Dot>) -> Expected {
        let made = || held.iter().filter_map(|dot| self.made.get_key_value(dot));
        let erased: BTreeSet<Dot> = made()
            .filter(|(_, m)| erases(kind, &m.change))
            .flat_map(|(_, m)| m.seen.iter().copied())
            .collect();
        // Who wrote each field, erased changes left out.
        let mut writers: BTreeMap<(RecordKey, String), Vec<Dot>> = BTreeMap::new();
        for (dot, m) in made().filter(|(dot, _)| !erased.contains(dot)) {
            for (key, fields) in &m.change.sets {
                for field in fields.keys() {
                    writers.entry((key.clone(), field.clone())).or_default().push(*dot);
                }
            }
        }
        let mut records: BTreeMap<RecordKey, ExpectedRecord> = BTreeMap::new();
        for ((key, field), dots) in writers {
            let replaced = |dot: &Dot| dots.iter().any(|later| self.made[later].seen.contains(dot));
            let live: BTreeMap<Dot, Value> = dots
                .iter()
                .filter(|dot| !replaced(dot))
                .map(|dot| (*dot, self.made[dot].change.sets[&key][&field].clone()))
                .collect();
            let record = records.entry(key).or_default();
            record.written_by.extend(dots.iter().copied());
            record.fields.insert(field, live);
        }
        for record in records.values_mut() {
            let deletions: Vec<Dot> = record
                .fields
                .get(DELETED)
                .into_iter()
                .flatten()
                .filter(|(_, value)| **value == Value::Bool(true))
                .map(|(dot, _)| *dot)
                .collect();
            let seen = |dot: &Dot| deletions.iter().any(|t| t == dot || self.made[t].seen.contains(dot));
            // A deletion hides what its author had seen: all that was ever written in the record, replaced or not.
            record.is_hidden = !deletions.is_empty() && record.written_by.iter().all(seen);
            record.is_contested = !deletions.is_empty() && !record.is_hidden;
            for (field, live) in &record.fields {
                let latest = live.keys().max_by_key(|dot| (self.made[dot].change.at, **dot));
                if let Some(latest) = latest {
                    record.values.insert(field.clone(), live[latest].clone());
                }
            }
        }
        Expected { erased, records }
    }
}

fn erases(kind: &str, change: &Change) -> bool {
    let fields = change.sets.get(&RecordKey::root(kind));
    fields.and_then(|fields| fields.get(ERASED)) == Some(&Value::Bool(true))
}

struct Expected {
    erased: BTreeSet<Dot>,
    records: BTreeMap<RecordKey, ExpectedRecord>,
}

#[derive(Default)]
struct ExpectedRecord {
    /// Per field, the live values with the changes that set them.
    fields: BTreeMap<String, BTreeMap<Dot, Value>>,
    /// Per field, the one to be shown; `Null` for nothing.
    values: Values,
    written_by: BTreeSet<Dot>,
    is_hidden: bool,
    is_contested: bool,
}

fn of_records(expected: &Expected, shown: &Shown) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let nothing = ShownRecord::default();
    for (key, wanted) in &expected.records {
        let found = shown.records.get(key).unwrap_or(&nothing);
        match wanted.is_hidden {
            true if !found.is_deleted || found.is_listed => {
                complaints.push(Complaint::NotHidden(key.clone()))
            }
            false if found.is_deleted || !found.is_listed => complaints.push(Complaint::Hidden(key.clone())),
            _ => {}
        }
        let fields: BTreeSet<&String> =
            wanted.fields.keys().chain(found.siblings.keys()).chain(found.values.keys()).collect();
        for field in fields {
            complaints.extend(of_field(key, field, wanted, found));
            let live = wanted.fields.get(field);
            let differ = live.is_some_and(|live| live.values().collect::<BTreeSet<_>>().len() > 1);
            let is_conflict = !wanted.is_hidden && (differ || field == DELETED && wanted.is_contested);
            let place = (key.clone(), field.clone());
            match (is_conflict, shown.conflicts.contains(&place)) {
                (true, false) => complaints.push(Complaint::ConflictLost(place.0, place.1)),
                (false, true) => complaints.push(Complaint::ConflictInvented(place.0, place.1)),
                _ => {}
            }
        }
    }
    let invented = shown.records.keys().filter(|key| !expected.records.contains_key(key));
    complaints.extend(invented.map(|key| Complaint::RecordInvented(key.clone())));
    complaints
}

fn of_field(key: &RecordKey, field: &str, wanted: &ExpectedRecord, found: &ShownRecord) -> Vec<Complaint> {
    let mut complaints = Vec::new();
    let live: BTreeSet<Dot> =
        wanted.fields.get(field).into_iter().flat_map(|live| live.keys().copied()).collect();
    let siblings = found.siblings.get(field).cloned().unwrap_or_default();
    let place = |dot: &Dot| (*dot, key.clone(), field.to_owned());
    for lost in live.difference(&siblings).map(place) {
        complaints.push(Complaint::SiblingLost(lost.0, lost.1, lost.2));
    }
    for back in siblings.difference(&live).map(place) {
        complaints.push(Complaint::SiblingBack(back.0, back.1, back.2));
    }
    let expected = wanted.values.get(field).cloned().unwrap_or_default();
    let shown = found.values.get(field).cloned().unwrap_or_default();
    if shown != expected {
        complaints.push(Complaint::WrongValue {
            record: key.clone(),
            field: field.to_owned(),
            shown,
            expected,
        });
    }
    complaints
}
