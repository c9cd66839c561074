//! What a file refers to: the schools and people that go along with a chosen child, and the pictures beside the text.
use crate::domain::field::Kind;
use crate::domain::id::FileId;
use crate::domain::records;
use crate::domain::value::Value;
use crate::register::change::{BY, FROM, JOINED};
use crate::register::file::File;
use std::collections::BTreeSet;

/// What the changes of files name, in all their history and in every branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    pub files: BTreeSet<FileId>,
    /// Content hashes.
    pub media: BTreeSet<String>,
}

impl References {
    /// Adds what this file names.
    pub fn gather(&mut self, file: &File) {
        for change in file.changes() {
            self.files.insert(change.by);
            for (key, values) in &change.sets {
                let table = records::table(&key.table);
                for (name, value) in values {
                    let kind = table.and_then(|table| table.field(name)).map(|field| field.kind);
                    match (kind, name.as_str(), value) {
                        (Some(Kind::Media), _, Value::Text(hash)) if !hash.is_empty() => {
                            self.media.insert(hash.clone());
                        }
                        (Some(Kind::File(_)), _, Value::Text(id))
                        | (None, JOINED | FROM | BY, Value::Text(id)) => {
                            self.files.extend(id.parse::<FileId>());
                        }
                        (Some(Kind::Files(_)), _, Value::List(ids)) => {
                            let ids = ids.iter().filter_map(Value::as_text);
                            self.files.extend(ids.filter_map(|id| id.parse::<FileId>().ok()));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::{Clock, Date};
    use crate::domain::field::FileKind;
    use crate::domain::id::RecordId;
    use crate::register::apply::apply;
    use crate::register::change::{Act, DeviceId, Dot, RecordKey, Sets};
    use crate::register::command::{Command, Ctx};

    #[test]
    fn schools_teachers_authors_and_pictures_are_found_wherever_they_stand() {
        let (school, first, second, author) = (FileId(10), FileId(11), FileId(12), FileId(9));
        let ctx = Ctx {
            wall: 1,
            today: Date::default(),
            now: Clock::default(),
            dot: Dot { device: DeviceId(1), counter: 1, tag: 0 },
            by: author,
        };
        let id = |id: FileId| Value::Text(id.to_string());
        let sets = Sets::from([
            (
                RecordKey::root("pupil"),
                [
                    ("name".to_owned(), Value::from("林小满")),
                    ("school".to_owned(), id(school)),
                    ("main_teacher".to_owned(), id(first)),
                ]
                .into(),
            ),
            (
                RecordKey::new("photo", RecordId(1)),
                [("media".to_owned(), Value::from("aa")), ("thumbnail".to_owned(), "bb".into())].into(),
            ),
            (
                RecordKey::new("visit", RecordId(2)),
                [("teachers".to_owned(), Value::List(vec![id(second), id(first)]))].into(),
            ),
        ]);
        let file = File::new(FileId(1), FileKind::Pupil);
        let change = apply(&file, Command::Set { act: Act::EDIT, sets }, &ctx);
        // The rules of a visit are not what this is about: the change is made by hand where they refuse it.
        let change = change.unwrap_or_else(|refused| panic!("{refused:?}"));
        let mut found = References::default();
        found.gather(&file.with(change).unwrap());
        assert_eq!(found.files, BTreeSet::from([school, first, second, author]));
        assert_eq!(found.media, BTreeSet::from(["aa".to_owned(), "bb".to_owned()]));
    }
}
