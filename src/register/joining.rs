//! One child, two files: joining brings what the one holds into the other, which goes on; parting takes it back. Pure.
//!
//! The file that is joined keeps everything and leaves the lists. What it holds and the other lacks is written into the other
//! under the same record ids, so that tablets that join the same two files write the same. Where both hold something the
//! file that goes on keeps its own, and the difference is told beforehand.
use crate::domain::id::RecordId;
use crate::domain::records;
use crate::domain::value::{Value, Values};
use crate::register::case::origin;
use crate::register::change::{Act, BY, Change, Dot, FROM, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::history::{FieldChange, history};
use std::collections::BTreeMap;

/// What joining one file into another would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joining {
    /// What is written into the file that goes on.
    pub sets: Sets,
    /// How many records of each table come over.
    pub records: BTreeMap<String, usize>,
    /// Fields of the file's own page that were empty and are filled.
    pub filled: Vec<FieldChange>,
    /// Fields of the page that both hold: `before` stays, `after` is left in the joined file.
    pub differing: Vec<FieldChange>,
}

impl Joining {
    /// What is saved in the file that goes on; `None` where it holds everything already.
    pub fn command(&self) -> Option<Command> {
        (!self.sets.is_empty()).then(|| Command::Set { act: Act::JOIN, sets: self.sets.clone() })
    }
}

/// What joining `from` into `into` would do.
pub fn plan(from: &File, into: &File) -> Joining {
    let mut joining = Joining::default();
    let root = RecordKey::root(&into.kind);
    let (theirs, ours) = (from.shown(&RecordKey::root(&from.kind)), into.shown(&root));
    let mut filled = Values::new();
    for (field, value) in own_fields(&theirs) {
        let before = ours.get(field).cloned().unwrap_or_default();
        let change = FieldChange { record: root.clone(), field: field.clone(), before, after: value.clone() };
        if change.before.is_blank() {
            filled.insert(field.clone(), value.clone());
            joining.filled.push(change);
        } else if change.before != *value {
            joining.differing.push(change);
        }
    }
    if !filled.is_empty() {
        joining.sets.insert(root, filled);
    }
    for (key, record) in from.tree().all() {
        let is_page = *key == RecordKey::root(&from.kind);
        let there = into.record(key);
        if is_page || key.table == "distinct" || record.is_deleted() || there.is_some_and(|r| !r.is_deleted())
        {
            continue;
        }
        let mut values: Values = own_fields(&record.values).map(|(k, v)| (k.clone(), v.clone())).collect();
        if values.is_empty() || holds_already(into, &key.table, &values) {
            continue;
        }
        // Who acted stays who acted, and a signature is over the file in which it was given.
        if let Some((file, by)) = origin(from, key, record) {
            values.insert(FROM.to_owned(), file.to_string().into());
            values.insert(BY.to_owned(), by.to_string().into());
        }
        *joining.records.entry(key.table.to_string()).or_default() += 1;
        joining.sets.insert(key.clone(), values);
    }
    joining
}

/// What people wrote, without the register's own marks (`~…`) and blanks.
fn own_fields(values: &Values) -> impl Iterator<Item = (&String, &Value)> {
    values.iter().filter(|(field, value)| !field.starts_with('~') && !value.is_blank())
}

/// A record of the table that says all of this already: the same guardian, the same placement. Things that happened are never
/// taken for one another.
fn holds_already(into: &File, table: &str, values: &Values) -> bool {
    let happened = matches!(table, "visit" | "photo" | "counselling" | "carer_contact" | "lesson");
    let says_all = |held: &Values| values.iter().all(|(field, value)| held.get(field) == Some(value));
    !happened && records::table(table).is_some() && into.table(table).any(|(_, held)| says_all(&held.values))
}

/// The change by which the content of `from` came into `into`, as long as it can be undone: nobody has changed it since.
pub fn brought(from: &File, into: &File) -> Option<Dot> {
    let mut entries = history(into).into_iter().filter(|entry| entry.stands);
    entries.find_map(|entry| {
        let change = into.changes().get(entry.position)?;
        is_joining(change, from, into).then_some(change.dot)
    })
}

/// Did anything of `from` come into `into` that still stands there?
pub fn came(from: &File, into: &File) -> bool {
    let in_sight = |key: &RecordKey| into.record(key).is_some_and(|record| !record.is_deleted());
    let joinings = into.changes().iter().filter(|change| is_joining(change, from, into));
    joinings.flat_map(|change| change.sets.keys()).any(|key| key.id != RecordId(0) && in_sight(key))
}

/// A joining whose every record is one of `from`, and whose page says what that page says.
fn is_joining(change: &Change, from: &File, into: &File) -> bool {
    let root = RecordKey::root(&into.kind);
    let theirs = |field: &String| from.root().and_then(|root| root.values.get(field));
    let is_theirs = |(key, fields): (&RecordKey, &Values)| match *key == root {
        true => fields.iter().all(|(field, value)| theirs(field) == Some(value)),
        false => from.record(key).is_some(),
    };
    change.act == Act::JOIN && !change.sets.is_empty() && change.sets.iter().all(is_theirs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::FileKind;
    use crate::domain::id::FileId;
    use crate::register::apply::apply;
    use crate::register::change::DeviceId;
    use crate::register::command::Ctx;
    use crate::register::merge::merge;

    fn ctx(n: u32) -> Ctx {
        Ctx {
            wall: u64::from(n),
            today: "2026-03-11".parse().unwrap(),
            now: "10:00".parse().unwrap(),
            dot: Dot { device: DeviceId(u64::from(n % 3) + 1), counter: n, tag: 0 },
            by: FileId(9),
        }
    }

    fn act(file: &File, n: u32, command: Command) -> File {
        file.clone().with(apply(file, command, &ctx(n)).unwrap()).unwrap()
    }

    fn set(file: &File, n: u32, key: RecordKey, fields: &[(&str, &str)]) -> File {
        let values = fields.iter().map(|(key, value)| ((*key).to_owned(), Value::from(*value))).collect();
        act(file, n, Command::set(Act::EDIT, key, values))
    }

    /// Two files of one child: one from the roster, one typed in at the school.
    fn two_files() -> (File, File) {
        let root = RecordKey::root("pupil");
        let guardian = [("name", "王秀英"), ("kinship", "52"), ("phone", "13812345678")];
        let from = File::new(FileId(1), FileKind::Pupil);
        let from = set(
            &from,
            1,
            root.clone(),
            &[("name", "林小满"), ("village", "下石门村"), ("birth", "2014-03-02")],
        );
        let from = set(&from, 2, RecordKey::new("guardian", RecordId(11)), &guardian);
        let from = set(
            &from,
            3,
            RecordKey::new("visit", RecordId(12)),
            &[("date", "2026-03-03"), ("content", "认识水果")],
        );
        let into = File::new(FileId(2), FileKind::Pupil);
        let into = set(&into, 4, root, &[("name", "林小满"), ("village", "石门村")]);
        let into = set(&into, 5, RecordKey::new("guardian", RecordId(21)), &guardian);
        (from, into)
    }

    #[test]
    fn what_the_other_lacks_comes_over_and_what_both_hold_is_told() {
        let (from, into) = two_files();
        let joining = plan(&from, &into);
        assert_eq!(joining.records, [("visit".to_owned(), 1)].into());
        let names = |changes: &[FieldChange]| changes.iter().map(|c| c.field.clone()).collect::<Vec<_>>();
        assert_eq!(
            (names(&joining.filled), names(&joining.differing)),
            (vec!["birth".to_owned()], vec!["village".to_owned()])
        );
        let joined = act(&into, 6, joining.command().unwrap());
        assert_eq!(joined.table("visit").count(), 1);
        assert_eq!(joined.table("guardian").count(), 1, "the same guardian does not come twice");
        assert_eq!(plan(&from, &joined).command(), None, "joined once, nothing is left to bring");
    }

    #[test]
    fn parting_takes_back_what_came_over_unless_somebody_went_on_with_it() {
        let (from, into) = two_files();
        let joined = act(&into, 6, plan(&from, &into).command().unwrap());
        let dot = brought(&from, &joined).unwrap();
        let parted = act(&joined, 7, Command::Undo { dot });
        assert_eq!(parted.table("visit").count(), 0);
        assert_eq!(parted.shown(&RecordKey::root("pupil")), into.shown(&RecordKey::root("pupil")));
        assert_eq!(brought(&from, &parted), None);
        let again = act(&parted, 9, plan(&from, &parted).command().unwrap());
        assert_eq!(again.table("visit").count(), 1, "parted, they can be joined again");
        let gone_on = set(&joined, 8, RecordKey::new("visit", RecordId(12)), &[("content", "认识蔬菜")]);
        assert_eq!((brought(&from, &gone_on), came(&from, &gone_on)), (None, true));
        assert!(!came(&from, &parted));
        assert_eq!(brought(&into, &joined), None, "only what came from that file");
    }

    #[test]
    fn two_tablets_that_join_the_same_files_agree() {
        let (from, into) = two_files();
        let command = plan(&from, &into).command().unwrap();
        let (here, there) = (act(&into, 6, command.clone()), act(&into, 7, command));
        let one = merge(FileId(2), Some(&here), there.to_pack()).unwrap().file;
        let other = merge(FileId(2), Some(&there), here.to_pack()).unwrap().file;
        assert_eq!(one, other);
        assert_eq!((one.conflicts(), one.table("visit").count()), (Vec::new(), 1));
    }
}
