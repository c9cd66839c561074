//! A visit while it is written: what may be prefilled, what a pause seals, what is still missing, and what is saved. No DOM.
//!
//! Time, place, teachers, content and next date may be prefilled; performance, the child's state, the guardian's presence
//! and the signature never (they would be made up).
mod asks;
mod begin;
mod goals;
mod orders;
#[cfg(test)]
mod tests;

pub use asks::{Around, Ask, Hint, asks_for, hints, is_lesson, missing, photos_wanted};
pub use begin::{Start, begin, retyped};
pub use goals::{Goal, goals_of};
pub use orders::{orders, overlapping};

use crate::domain::date::{Clock, Date};
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::Values;
use serde::{Deserialize, Serialize};

/// A picture that waits for its visit to be saved. Its record's id is given when it is taken, so that a visit saved twice
/// (a crash between the save and the end of its draft) still holds it once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPhoto {
    pub record: RecordId,
    pub hash: String,
    pub thumbnail_hash: String,
    pub picture: Vec<u8>,
    pub thumbnail: Vec<u8>,
}

/// Everything that a pause seals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitDraft {
    pub record: RecordId,
    pub values: Values,
    pub photos: Vec<DraftPhoto>,
    /// When it was sealed last: for whoever finds it again.
    pub sealed: (Date, Clock),
}

/// What all drafts of visits by this person begin with in the vault.
pub fn draft_prefix(me: FileId) -> String {
    format!("visit/{me}/")
}

/// The draft's name in the vault: ids only. A shared tablet keeps one a person and pupil.
pub fn draft_name(me: FileId, pupil: FileId) -> String {
    format!("visit/{me}/{pupil}")
}

/// The pupil that a draft's name says.
pub fn pupil_of(name: &str) -> Option<FileId> {
    name.rsplit('/').next()?.parse().ok()
}

/// A picture's name: the SHA-256 of its bytes in hexadecimal.
pub fn content_hash(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
