//! Who and what the register already knows, by the names that lists use: built from the summaries in memory.
use crate::domain::codes::school::is_special_school;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::identity::fold_name;
use crate::lists::normalise::text;
use crate::lists::take_in::{State, TakeIn};
use crate::register::summary::{Content, Summary};
use std::collections::{BTreeMap, BTreeSet};

/// A school as lists name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSchool {
    pub id: FileId,
    pub name: String,
    pub school_type: String,
}

impl KnownSchool {
    pub fn is_special(&self) -> bool {
        is_special_school(&self.school_type)
    }
}

#[derive(Clone, Debug, Default)]
pub struct Directory {
    schools: Vec<KnownSchool>,
    by_code: BTreeMap<String, FileId>,
    by_name: BTreeMap<String, Vec<usize>>,
    numberless: BTreeSet<FileId>,
    pupils: BTreeMap<String, Vec<(FileId, String)>>,
    staff: BTreeMap<(FileId, String), FileId>,
    joined: BTreeMap<FileId, FileId>,
}

impl Directory {
    pub fn of<'a>(summaries: impl IntoIterator<Item = &'a Summary>) -> Directory {
        let mut directory = Directory::default();
        for summary in summaries {
            if let Some(into) = summary.joined_into {
                directory.joined.insert(summary.id, into);
            }
            if !summary.is_listed() {
                continue;
            }
            match &summary.content {
                Content::School(school) => {
                    directory.add_school(summary.id, &school.code, &summary.name, &school.school_type);
                }
                Content::Staff(staff) => {
                    if let Some(school) = staff.school.filter(|_| staff.left_on.is_none()) {
                        let key = (school, fold_name(&summary.name).into_owned());
                        directory.staff.entry(key).or_insert(summary.id);
                    }
                }
                Content::Pupil(pupil) if !pupil.id_no.is_empty() => {
                    let files = directory.pupils.entry(pupil.id_no.clone()).or_default();
                    files.push((summary.id, summary.name.clone()));
                }
                Content::Pupil(_) => drop(directory.numberless.insert(summary.id)),
                _ => {}
            }
        }
        directory
    }

    /// The directory as it will be once these schools are taken in: a roster can be looked at together with them.
    pub fn with_schools(mut self, plan: &TakeIn) -> Directory {
        for item in plan.items.iter().filter(|item| item.kind == FileKind::School && item.state == State::New)
        {
            let text = |field: &str| {
                let values = item.says.values().find_map(|fields| fields.get(field)?.as_text());
                values.unwrap_or_default().to_owned()
            };
            self.add_school(item.id, &text("code"), &item.name, &text("school_type"));
        }
        self
    }

    /// The directory in which this member of staff teaches at the school under the name that lists use.
    pub fn with_teacher(mut self, school: FileId, name: &str, id: FileId) -> Directory {
        self.staff.insert((school, fold_name(name).into_owned()), id);
        self
    }

    fn add_school(&mut self, id: FileId, code: &str, name: &str, school_type: &str) {
        if !code.is_empty() {
            self.by_code.entry(code.to_owned()).or_insert(id);
        }
        self.by_name.entry(text::key(name)).or_default().push(self.schools.len());
        self.schools.push(KnownSchool { id, name: name.to_owned(), school_type: school_type.to_owned() });
    }

    pub fn school_with_code(&self, code: &str) -> Option<FileId> {
        self.by_code.get(code).copied()
    }

    /// The one school of this name; a name with or without its county in front is the same where only one school fits.
    pub fn school_named(&self, name: &str) -> Option<&KnownSchool> {
        let key = text::key(name);
        let one = |found: &[usize]| match found {
            [one] => self.schools.get(*one),
            _ => None,
        };
        if let Some(found) = self.by_name.get(&key) {
            return one(found);
        }
        let longer = |known: &str| known.ends_with(&key) || key.ends_with(known);
        let found: Vec<usize> = self
            .by_name
            .iter()
            .filter(|(known, _)| longer(known))
            .flat_map(|(_, at)| at.iter().copied())
            .collect();
        one(&found)
    }

    /// The files of pupils with this identity number, with their names.
    pub fn pupils_with_number(&self, number: &str) -> &[(FileId, String)] {
        self.pupils.get(number).map_or(&[], Vec::as_slice)
    }

    /// Whether this is a pupil's file without an identity number.
    pub fn is_numberless(&self, id: FileId) -> bool {
        self.numberless.contains(&id)
    }

    pub fn staff_of(&self, school: FileId, name: &str) -> Option<FileId> {
        self.staff.get(&(school, fold_name(name).into_owned())).copied()
    }

    /// The file that goes on for this one, where two files of one child were joined.
    pub fn goes_on_as(&self, id: FileId) -> FileId {
        let mut id = id;
        // Joined in a ring by two tablets: a task for a person, not an endless walk.
        for _ in 0..8 {
            match self.joined.get(&id) {
                Some(next) => id = *next,
                None => break,
            }
        }
        id
    }
}
