//! What is incomplete or broken within a file; and, over all files, the rules that no single file can keep.
use crate::domain::check::{self, Weight};
use crate::domain::date::Date;
use crate::domain::records;
use crate::register::change::RecordKey;
use crate::register::file::File;

/// A far day, so that "not in the future" is never broken by the day on which a summary is computed.
fn far() -> Date {
    Date::new(9999, 12, 31).unwrap_or_default()
}

/// Required fields of the file's own page that are still empty.
pub fn gaps(file: &File) -> u32 {
    let flaws = |table| check::record(table, &file.shown(&RecordKey::root(&file.kind)), far());
    records::table(&file.kind).map_or(0, |table| {
        flaws(table).iter().filter(|flaw| flaw.problem.weight() == Weight::Gap).count() as u32
    })
}

/// Rules within a record that do not hold: two tablets each set a sound half.
pub fn broken(file: &File) -> u32 {
    let live = file.tree().all().filter(|(_, record)| !record.is_deleted());
    let flaws = live
        .filter_map(|(key, record)| Some(check::record(records::table(&key.table)?, &record.values, far())));
    flaws.flatten().filter(check::Flaw::refuses).count() as u32
}
