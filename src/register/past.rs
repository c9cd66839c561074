//! What was known by a day: a file with those of its changes alone that were recorded until then (transaction time).
//!
//! A change is stamped later than all that it had seen, so what is left is whole. Stamps are of the tablet that recorded the
//! change; when it reached this one, the register does not keep.
use crate::domain::date::Date;
use crate::register::file::{File, Pack};

/// The file as it was known at the end of a day, in a zone `offset` minutes east of UTC; `None` where nothing of it was recorded.
pub fn known_by(file: &File, day: Date, offset: i32) -> Option<File> {
    let is_known = |at: crate::register::clock::Hlc| at.date(offset) <= day;
    if file.changes().iter().all(|change| is_known(change.at)) {
        return Some(file.clone());
    }
    let known: Vec<_> = file.changes().iter().filter(|change| is_known(change.at)).cloned().collect();
    if known.is_empty() {
        return None;
    }
    // A wrong clock may have put a change before one that it had seen: the file cannot be told then.
    File::from_pack(file.id, Pack { kind: file.kind.clone(), changes: known, extra: file.extra.clone() }).ok()
}
