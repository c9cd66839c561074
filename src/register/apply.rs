//! `apply(&File, Command, &Ctx) -> Result<Change, Refused>`: a command becomes a change, or is refused with the reason. Pure.
use crate::domain::check::{self, Flaw};
use crate::domain::date::Date;
use crate::domain::records;
use crate::domain::value::{Value, Values};
use crate::register::case;
use crate::register::change::{Act, Change, DELETED, Dot, ERASED, JOINED, RecordKey, Sets};
use crate::register::clock::Hlc;
use crate::register::command::{Command, Ctx, Refused};
use crate::register::file::File;
use crate::register::standing;
use crate::register::tree::RecordState;
use std::collections::BTreeMap;

pub fn apply(file: &File, command: Command, ctx: &Ctx) -> Result<Change, Refused> {
    // What is undone, settled or brought back stood once already.
    let is_new = matches!(command, Command::Set { .. });
    let (act, sets) = match command {
        Command::Set { act, sets } => (act, only_new(file, sets)),
        Command::Delete { record } => (Act::DELETE, deletion(file, record)?),
        Command::BringBack { record } => (Act::BRING_BACK, bringing_back(file, record)?),
        Command::Settle { record, field, value } => (Act::SETTLE, settling(file, record, field, value)?),
        Command::Undo { dot } => (Act::UNDO, undoing(file, dot)?),
        Command::Join { into } if into == file.id => return Err(Refused::JoinedIntoItself),
        Command::Join { into } => (Act::JOIN, only_new(file, at_root(file, JOINED, into.to_string().into()))),
        Command::UnJoin => (Act::UN_JOIN, only_new(file, at_root(file, JOINED, Value::Null))),
        Command::Erase => (Act::ERASE, only_new(file, at_root(file, ERASED, true.into()))),
    };
    if sets.values().all(BTreeMap::is_empty) {
        return Err(Refused::NothingToDo);
    }
    let flaws = flaws_after(file, &sets, ctx.today);
    if !flaws.is_empty() {
        return Err(Refused::Flaws(flaws));
    }
    let mut after = file.heads();
    after.sort_unstable();
    let change = Change {
        dot: ctx.dot,
        after,
        at: Hlc::next(ctx.wall, file.last_at()),
        by: ctx.by,
        act,
        sets,
        extra: Values::new(),
    };
    standing::guard(file, &change)?;
    if is_new {
        case::guard(file, &change, ctx.today)?;
    }
    Ok(change)
}

fn at_root(file: &File, field: &str, value: Value) -> Sets {
    Sets::from([(RecordKey::root(&file.kind), Values::from([(field.to_owned(), value)]))])
}

/// Leaves out the fields that already show the value and hold no other. What is written into a deleted record brings it back,
/// even where it is what stood there.
fn only_new(file: &File, mut sets: Sets) -> Sets {
    for (key, fields) in &mut sets {
        let Some(record) = file.record(key) else {
            fields.retain(|_, value| *value != Value::Null);
            continue;
        };
        if record.is_deleted() && !fields.contains_key(DELETED) {
            fields.retain(|_, value| *value != Value::Null);
            continue;
        }
        fields.retain(|field, value| {
            let shown = record.values.get(field).unwrap_or(&Value::Null);
            *shown != *value
                || (field == DELETED && record.state == RecordState::Contested)
                || record
                    .live(field)
                    .iter()
                    .any(|p| file.value_at(*p, key, field).is_some_and(|v| v != value))
        });
    }
    sets.retain(|_, fields| !fields.is_empty());
    sets
}

fn deletion(file: &File, record: RecordKey) -> Result<Sets, Refused> {
    match file.record(&record) {
        None => Err(Refused::NoSuchRecord(record)),
        Some(found) if found.is_deleted() => Err(Refused::NothingToDo),
        Some(_) => Ok(Sets::from([(record, Values::from([(DELETED.to_owned(), true.into())]))])),
    }
}

fn bringing_back(file: &File, record: RecordKey) -> Result<Sets, Refused> {
    match file.record(&record) {
        None => Err(Refused::NoSuchRecord(record)),
        Some(found) if !found.is_deleted() => Err(Refused::NotDeleted(record)),
        Some(_) => Ok(Sets::from([(record, Values::from([(DELETED.to_owned(), false.into())]))])),
    }
}

fn settling(file: &File, record: RecordKey, field: String, value: Value) -> Result<Sets, Refused> {
    let in_conflict = file.conflicts().into_iter().any(|c| c.record == record && c.field == field);
    match in_conflict {
        true => Ok(Sets::from([(record, Values::from([(field, value)]))])),
        false => Err(Refused::NothingToDo),
    }
}

fn undoing(file: &File, dot: Dot) -> Result<Sets, Refused> {
    let position =
        file.changes().iter().position(|change| change.dot == dot).ok_or(Refused::NoSuchChange(dot))?;
    let undone = file.changes().get(position).map(|change| &change.sets);
    let root = RecordKey::root(&file.kind);
    if undone.and_then(|sets| sets.get(&root)).is_some_and(|fields| fields.contains_key(ERASED)) {
        return Err(Refused::Erased);
    }
    let before = file.before(position).map_err(Refused::Untidy)?;
    let mut sets = Sets::new();
    let undone = undone.into_iter().flatten();
    for (key, fields) in undone {
        let Some(record) = file.record(key) else { continue };
        match before.record(key) {
            // The change made this record: undone, it is deleted, unless others have written in it since.
            None => {
                if let Some((field, _)) =
                    record.all_live().find(|(_, live)| live.iter().any(|p| *p != position))
                {
                    return Err(Refused::ChangedSince { record: key.clone(), field: field.to_owned() });
                }
                sets.insert(key.clone(), Values::from([(DELETED.to_owned(), true.into())]));
            }
            Some(earlier) => {
                if record.is_deleted() && !fields.contains_key(DELETED) {
                    return Err(Refused::ChangedSince { record: key.clone(), field: DELETED.to_owned() });
                }
                let mut restored = Values::new();
                for field in fields.keys() {
                    if record.live(field) != [position] {
                        return Err(Refused::ChangedSince { record: key.clone(), field: field.clone() });
                    }
                    restored.insert(field.clone(), earlier.values.get(field).cloned().unwrap_or_default());
                }
                // In sight or hidden, as it was: what is written into a deleted record brings it back into sight.
                let nobody_since =
                    || record.all_live().flat_map(|(_, live)| live).all(|p| file.covers(position, *p));
                if earlier.is_deleted() && !record.is_deleted() && nobody_since() {
                    restored.insert(DELETED.to_owned(), true.into());
                } else if !earlier.is_deleted() && restored.get(DELETED) == Some(&Value::Bool(true)) {
                    restored.insert(DELETED.to_owned(), false.into());
                }
                sets.insert(key.clone(), restored);
            }
        }
    }
    Ok(only_new(file, sets))
}

/// The rules within each touched record, after the sets.
fn flaws_after(file: &File, sets: &Sets, today: Date) -> Vec<(RecordKey, Flaw)> {
    let mut found = Vec::new();
    for (key, fields) in sets {
        let Some(table) = records::table(&key.table) else { continue };
        let mut values = file.record(key).map(|record| record.values.clone()).unwrap_or_default();
        values.extend(fields.clone());
        values.retain(|_, value| *value != Value::Null);
        // Only the deletion itself goes unchecked: a deleted record that is written in again comes back into sight.
        if fields.get(DELETED) == Some(&Value::Bool(true)) {
            continue;
        }
        found.extend(
            check::record(table, &values, today)
                .into_iter()
                .filter(Flaw::refuses)
                .map(|flaw| (key.clone(), flaw)),
        );
    }
    found
}
