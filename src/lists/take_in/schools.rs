//! 学校名录 → school files. A school is known by its code.
use super::{Directory, Files, TakeIn};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records::organisation::School;
use crate::lists::schools::SchoolRow;
use crate::lists::taking::Taken;
use crate::register::change::{RecordKey, Sets};
use crate::register::derived_id::Secret;

/// The file of the school with this code: the one there is, or the one that every tablet would make.
pub fn file_id(code: &str, directory: &Directory, secret: &Secret) -> FileId {
    let derived = || secret.file_id(FileKind::School, &[code]);
    directory.goes_on_as(directory.school_with_code(code).unwrap_or_else(derived))
}

/// The files to load before planning; some may not be there.
pub fn needs(taken: &Taken<SchoolRow>, directory: &Directory, secret: &Secret) -> Vec<FileId> {
    taken.rows.iter().map(|(_, row)| file_id(&row.school_code, directory, secret)).collect()
}

pub fn plan(
    taken: &Taken<SchoolRow>,
    directory: &Directory,
    files: &Files,
    secret: &Secret,
    today: Date,
) -> TakeIn {
    let mut plan = TakeIn::default();
    for (place, row) in &taken.rows {
        let record = School {
            code: row.school_code.clone(),
            name: row.name.clone(),
            school_type: row.school_type.clone(),
            town: row.town.clone().unwrap_or_default(),
            principal: row.principal.clone().unwrap_or_default(),
            phone: row.phone.clone().unwrap_or_default(),
            address: row.address.clone().unwrap_or_default(),
            closed_on: None,
        };
        let id = file_id(&row.school_code, directory, secret);
        let says = Sets::from([(RecordKey::root(FileKind::School.key()), record.write())]);
        plan.say(id, FileKind::School, &row.name, *place, says);
    }
    plan.settle(files, today);
    plan
}
