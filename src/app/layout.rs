//! Where a file, its summary and its facts stand in the vault, and in which form. Pure.
//!
//! | area | key | value |
//! |---|---|---|
//! | files | file id | the file's base pack |
//! | history | `file id/seq` | packs appended since, `seq` 8 digits |
//! | index | `s/nn` | the summaries of one of 64 shards |
//! | meta | `app/…` | the register's card, this tablet's device |
use crate::domain::id::FileId;
use crate::register::causal::Untidy;
use crate::register::file::{File, Pack};
use crate::register::summary::Summary;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub const SHARDS: u8 = 64;
/// After so many appended packs a save folds them into a new base.
pub const LONGEST_TAIL: u32 = 24;
/// The register's card in the meta area.
pub const CARD: &str = "app/register";
/// This tablet's replica in the meta area: never exported, never in a backup's restored state.
pub const DEVICE: &str = "app/device";

/// When changes of other tablets reached this one ([`crate::register::arrival`]).
pub const ARRIVALS: &str = "app/arrivals";

/// The shard of a file's summary.
pub fn shard_of(id: FileId) -> u8 {
    (id.0 % u128::from(SHARDS)) as u8
}

pub fn shard_key(shard: u8) -> String {
    format!("s/{shard:02}")
}

pub fn base_key(id: FileId) -> String {
    id.to_string()
}

pub fn tail_key(id: FileId, seq: u32) -> String {
    format!("{id}/{seq:08}")
}

/// The prefix of all of a file's appended packs.
pub fn tail_prefix(id: FileId) -> String {
    format!("{id}/")
}

/// What the register is: made once, joined by other tablets through a sealed file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterCard {
    pub id: u128,
    /// Derives file ids from list rows; leaves the tablet only in sealed files.
    pub secret: [u8; 32],
    pub name: String,
    /// The county's file, which holds the settings.
    pub county: FileId,
    /// A practice register: another colour, never merged into a real one.
    pub practice: bool,
}

/// This tablet's replica and the last number it gave to a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    pub id: u64,
    pub counter: u32,
}

/// Bytes that this program did not write, or wrote otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Form,
    Untidy(Untidy),
}

pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, Unreadable> {
    postcard::to_allocvec(value).map_err(|_| Unreadable::Form)
}

pub fn decode<T: for<'de> Deserialize<'de>>(bytes: &[u8]) -> Result<T, Unreadable> {
    postcard::from_bytes(bytes).map_err(|_| Unreadable::Form)
}

/// A file from its base pack and the packs appended since.
pub fn file_from(id: FileId, packs: &[Vec<u8>]) -> Result<File, Unreadable> {
    let mut whole = Pack::of(String::new(), Vec::new());
    let mut changes = std::collections::BTreeMap::new();
    for bytes in packs {
        let pack: Pack = decode(bytes)?;
        whole.kind = pack.kind;
        whole.keep_extra(pack.extra);
        changes.extend(pack.changes.into_iter().map(|change| (change.dot, change)));
    }
    whole.changes = changes.into_values().collect();
    File::from_pack(id, whole).map_err(Unreadable::Untidy)
}

/// The form of a shard: raised with every change of [`Summary`], so that an older one is made anew from the files.
const SHARD_FORM: u8 = 0xbb;

/// One shard's summaries, in the order of ids, after the byte of their form.
pub fn encode_shard<'a>(summaries: impl Iterator<Item = &'a Arc<Summary>>) -> Result<Vec<u8>, Unreadable> {
    let mut shard: Vec<&Summary> = summaries.map(Arc::as_ref).collect();
    shard.sort_unstable_by_key(|summary| summary.id);
    let mut bytes = vec![SHARD_FORM];
    bytes.extend(encode(&shard)?);
    Ok(bytes)
}

/// The summaries of a shard; an error for one of another form.
pub fn decode_shard(bytes: &[u8]) -> Result<Vec<Summary>, Unreadable> {
    match bytes.split_first() {
        Some((form, rest)) if *form == SHARD_FORM => decode(rest),
        _ => Err(Unreadable::Form),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::FileKind;
    use crate::register::apply::apply;
    use crate::register::change::{Act, DeviceId, Dot, RecordKey};
    use crate::register::command::{Command, Ctx};

    fn saved(n: u32, file: File) -> File {
        let ctx = Ctx {
            wall: u64::from(n),
            today: "2026-03-11".parse().unwrap(),
            now: "14:02".parse().unwrap(),
            dot: Dot { device: DeviceId(1), counter: n, tag: 0 },
            by: FileId(9),
        };
        let values = [("village".to_owned(), format!("村{n}").into())].into();
        let change = apply(&file, Command::set(Act::EDIT, RecordKey::root("pupil"), values), &ctx).unwrap();
        file.with(change).unwrap()
    }

    #[test]
    fn a_file_is_read_from_its_base_and_tail_in_any_order_and_twice() {
        let base = saved(1, File::new(FileId(7), FileKind::Pupil));
        let file = saved(3, saved(2, base.clone()));
        let pack = |changes: &[crate::register::change::Change]| {
            encode(&Pack::of("pupil", changes.to_vec())).unwrap()
        };
        let packs = [pack(&file.changes()[2..]), pack(base.changes()), pack(&file.changes()[1..])];
        assert_eq!(file_from(FileId(7), &packs), Ok(file.clone()));
        assert!(
            matches!(file_from(FileId(7), &packs[..1]), Err(Unreadable::Untidy(_))),
            "without its base it is a part of a file"
        );
    }

    #[test]
    fn a_shard_gives_its_summaries_back() {
        let summaries: Vec<Arc<Summary>> = (0..3)
            .map(|n| Arc::new(Summary::of(&saved(1, File::new(FileId(n * 64), FileKind::Pupil)))))
            .collect();
        let bytes = encode_shard(summaries.iter().rev()).unwrap();
        assert_eq!(decode_shard(&bytes).unwrap().into_iter().map(Arc::new).collect::<Vec<_>>(), summaries);
    }
}
