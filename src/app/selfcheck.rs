//! The self-check: every summary is computed again from its file and compared with the stored one (design.md §2, idea 2).
//! It changes nothing; `Register::mend` does.
use crate::app::layout;
use crate::domain::id::FileId;
use crate::register::file::File;
use crate::register::summary::Summary;
use crate::vault::cipher::Cipher;
use crate::vault::{Area, Store, Vault, VaultError};
use std::collections::{BTreeMap, BTreeSet};

/// Files read and computed at once.
const CHUNK: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The stored summary is not that of the file.
    Differs,
    /// The file has no summary: no list shows it.
    NotListed,
    /// A list shows a file that is not there.
    NoFile,
    /// The file's bytes are damaged: its summary cannot be proven.
    Unreadable,
}

impl Fault {
    /// Whether writing the summaries anew helps.
    pub fn can_mend(self) -> bool {
        self != Fault::Unreadable
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    pub files: usize,
    pub faults: BTreeMap<FileId, Fault>,
}

type Summaries = BTreeMap<FileId, Summary>;

/// Checks every file and every summary. `told`: files done, and all.
pub async fn check<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    told: impl Fn(u64, u64),
) -> Result<Checked, VaultError> {
    let stored = stored(vault).await?;
    let ids = ids(vault)?;
    let mut checked = Checked { files: ids.len(), faults: BTreeMap::new() };
    let mut done = 0;
    for some in ids.iter().copied().collect::<Vec<_>>().chunks(CHUNK) {
        checked.faults.extend(compare(vault, some, &stored).await?);
        done += some.len();
        told(done as u64, ids.len() as u64);
    }
    checked.faults.extend(stored.keys().filter(|id| !ids.contains(id)).map(|id| (*id, Fault::NoFile)));
    if !checked.faults.is_empty() {
        // Something may have been saved while this read: only what differs twice differs.
        let suspects: Vec<FileId> = checked.faults.keys().copied().collect();
        let (stored, ids) = (self::stored(vault).await?, self::ids(vault)?);
        let (there, gone): (Vec<FileId>, Vec<FileId>) = suspects.into_iter().partition(|id| ids.contains(id));
        checked.faults = compare(vault, &there, &stored).await?;
        checked
            .faults
            .extend(gone.into_iter().filter(|id| stored.contains_key(id)).map(|id| (id, Fault::NoFile)));
    }
    Ok(checked)
}

/// The summaries as stored. A damaged shard counts as none: its files are then not listed.
async fn stored<S: Store, C: Cipher>(vault: &Vault<S, C>) -> Result<Summaries, VaultError> {
    let (shards, _damage) = vault.read_prefix(Area::Index, "s/").await?;
    let read = shards.iter().filter_map(|(_, bytes)| layout::decode_shard(bytes).ok());
    Ok(read.flatten().map(|summary| (summary.id, summary)).collect())
}

fn ids<S: Store, C: Cipher>(vault: &Vault<S, C>) -> Result<BTreeSet<FileId>, VaultError> {
    Ok(vault.keys(Area::Files, "")?.iter().filter_map(|key| key.parse().ok()).collect())
}

async fn compare<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    ids: &[FileId],
    stored: &Summaries,
) -> Result<BTreeMap<FileId, Fault>, VaultError> {
    let bases: Vec<String> = ids.iter().map(|id| layout::base_key(*id)).collect();
    let mut tails = Vec::new();
    for id in ids {
        tails.extend(vault.keys(Area::History, &layout::tail_prefix(*id))?);
    }
    let (bases, mut damage) = vault.read_many(Area::Files, &bases).await?;
    let (tails, more) = vault.read_many(Area::History, &tails).await?;
    damage.extend(more);
    let mut packs: BTreeMap<FileId, Vec<Vec<u8>>> = BTreeMap::new();
    for (key, bytes) in bases.into_iter().chain(tails) {
        if let Some(Ok(id)) = key.split('/').next().map(str::parse) {
            packs.entry(id).or_default().push(bytes);
        }
    }
    let harmed: BTreeSet<FileId> = damage
        .iter()
        .filter_map(|damage| match &damage.place {
            crate::vault::Place::Value { key, .. } => key.split('/').next()?.parse().ok(),
            _ => None,
        })
        .collect();
    let judge = |id: &FileId| {
        let packs = packs.get(id).filter(|_| !harmed.contains(id));
        let file: Option<File> = packs.and_then(|packs| layout::file_from(*id, packs).ok());
        let fault = match (file, stored.get(id)) {
            (None, _) => Fault::Unreadable,
            (Some(_), None) => Fault::NotListed,
            (Some(file), Some(summary)) if *summary != Summary::of(&file) => Fault::Differs,
            (Some(_), Some(_)) => return None,
        };
        Some((*id, fault))
    };
    Ok(ids.iter().filter_map(judge).collect())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "selfcheck_tests.rs"]
mod tests;
