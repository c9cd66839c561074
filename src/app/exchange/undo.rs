//! An import is undone by returning to the state before it (design.md §6), offered until the next change or export.
//!
//! What the import replaced lies sealed beside the register, so that a lock or a reload does not end the offer.
use crate::app::keeper::{Before, KeepError};
use crate::app::register::Register;
use crate::domain::id::FileId;
use crate::platform::clock;
use crate::register::file::Pack;
use crate::vault::{Area, Put};
use leptos::prelude::{Update, WithUntracked};
use serde::{Deserialize, Serialize};

/// This tablet's own: no part of a backup.
const KEY: &str = "tablet/import-undo";

/// What was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Imported {
    Lists,
    Register,
}

/// An import that can be taken back now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub what: Imported,
    pub files: usize,
    /// Milliseconds since 1970.
    pub at: u64,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    what: Imported,
    at: u64,
    /// This tablet's counter right after the import: any change of its own ends the offer.
    counter: u32,
    before: Vec<(FileId, Option<Pack>)>,
    /// The files' fingerprints right after the import: any other import ends the offer.
    after: Vec<(FileId, u64)>,
    /// Media that came with it.
    media: Vec<String>,
}

/// These files as they are now, to be kept if the import succeeds.
pub async fn snapshot(register: Register, ids: &[FileId]) -> Result<Vec<Before>, KeepError> {
    let known: Vec<FileId> = register
        .summaries
        .with_untracked(|all| ids.iter().copied().filter(|id| all.contains_key(id)).collect());
    let files = {
        let keeper = register.keeper();
        let mut keeper = keeper.lock().await;
        keeper.files(&known).await?
    };
    let new = ids.iter().filter(|id| !known.contains(id)).map(|id| (*id, None));
    Ok(new.chain(files.into_iter().map(|file| (file.id, Some(file.into_pack())))).collect())
}

/// Offers to return to `before`. Called right after the import: were the tablet to stop in between, there is no offer.
pub async fn offer(
    register: Register,
    what: Imported,
    before: Vec<Before>,
    media: Vec<String>,
) -> Result<(), KeepError> {
    let counter = register.keeper().lock().await.counter();
    let after = register.summaries.with_untracked(|all| {
        let print = |(id, _): &Before| Some((*id, all.get(id)?.fingerprint));
        before.iter().filter_map(print).collect()
    });
    let at = clock::wall();
    let kept = Kept { what, at, counter, before, after, media };
    // Without an offer the import stands all the same.
    let Ok(bytes) = postcard::to_allocvec(&kept) else { return Ok(()) };
    register.vault().commit(vec![Put::value(Area::Meta, KEY, bytes)], at).await?;
    // Whoever shows the offer looks again at every save; this one went past the queue of saves.
    register.status.try_update(|_| ());
    Ok(())
}

async fn kept(register: Register) -> Result<Option<Kept>, KeepError> {
    let bytes = register.vault().read(Area::Meta, KEY).await?;
    let Some(kept) = bytes.and_then(|bytes| postcard::from_bytes::<Kept>(&bytes).ok()) else {
        return Ok(None);
    };
    let counter = register.keeper().lock().await.counter();
    let is_as_left = register.summaries.with_untracked(|all| {
        kept.after.iter().all(|(id, print)| all.get(id).is_some_and(|summary| summary.fingerprint == *print))
    });
    Ok(Some(kept).filter(|kept| kept.counter == counter && is_as_left))
}

/// The import that can be taken back now, if there is one.
pub async fn offered(register: Register) -> Result<Option<Offer>, KeepError> {
    let kept = kept(register).await?;
    Ok(kept.map(|kept| Offer { what: kept.what, files: kept.before.len(), at: kept.at }))
}

/// Returns to the state before the import; `false` where that is no longer offered.
pub async fn undo(register: Register) -> Result<bool, KeepError> {
    let Some(kept) = kept(register).await? else { return Ok(false) };
    register.return_to(kept.before, &kept.media, vec![Put::gone(Area::Meta, KEY)]).await?;
    Ok(true)
}

/// Ends the offer: what leaves the tablet cannot be unsaid.
pub async fn withdraw(register: Register) -> Result<(), KeepError> {
    match register.vault().keys(Area::Meta, KEY)?.is_empty() {
        true => Ok(()),
        false => Ok(register.vault().commit(vec![Put::gone(Area::Meta, KEY)], clock::wall()).await?),
    }
}
