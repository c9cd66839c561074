//! Reads files out of the vault, applies commands, and saves what they change: one save, one transaction. No signals, no DOM.
//!
//! A save seals the appended pack (or a new base), the summary's shard and this tablet's counter together; only after the
//! transaction is durable does memory follow. A failed save changes nothing and says why.
use crate::app::layout::{self, Device, RegisterCard, Unreadable};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::register::apply::apply;
use crate::register::change::{Change, DeviceId, Dot};
use crate::register::command::{Command, Ctx, Refused};
use crate::register::file::{File, Pack};
use crate::register::summary::Summary;
use crate::vault::cipher::Cipher;
use crate::vault::store::Area;
use crate::vault::{Damage, Harm, Put, Store, Vault, VaultError};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

mod bulk;
mod mend;

pub use bulk::{Before, first_files};

/// How many opened files are kept in memory beside the summaries.
const OPEN_FILES: usize = 12;

/// What a command needs from outside, asked anew for each.
pub trait Surroundings {
    /// Milliseconds since 1970.
    fn wall(&self) -> u64;
    fn today(&self) -> crate::domain::date::Date;
    fn now(&self) -> crate::domain::date::Clock;
    fn random(&self) -> u128;
}

/// One command on one file; a file that is not there is begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub file: FileId,
    pub kind: FileKind,
    pub command: Command,
}

/// Bytes to store once under their content hash, in the transaction of the change that names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Media {
    pub hash: String,
    pub bytes: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeepError {
    Refused(Refused),
    Vault(VaultError),
    /// This file's bytes cannot be read; all others can.
    Unreadable(FileId, Unreadable),
    NoSuchFile(FileId),
    /// The register's own card is not there.
    NoRegister,
    /// A file was changed here after it was looked at: what was made of it would cover that change.
    Moved,
}

impl From<VaultError> for KeepError {
    fn from(error: VaultError) -> Self {
        KeepError::Vault(error)
    }
}

/// What opening a register found.
pub struct Opened<S: Store, C: Cipher> {
    pub keeper: Keeper<S, C>,
    /// What could not be read, each confined to itself.
    pub damage: Vec<Damage>,
}

pub struct Keeper<S: Store, C: Cipher> {
    vault: Vault<S, C>,
    pub card: RegisterCard,
    device: Device,
    pub summaries: BTreeMap<FileId, Arc<Summary>>,
    open: Vec<(FileId, Arc<File>, u32)>,
    /// Whose slot is unlocked: the author of every change.
    pub by: FileId,
}

/// What was saved: the names of the changes, and the summaries as they are now.
#[derive(Clone, Debug)]
pub struct Saved {
    pub changes: Vec<(FileId, Dot)>,
    pub at: u64,
}

impl<S: Store, C: Cipher> Keeper<S, C> {
    /// For tests: a register over a vault that is made already.
    #[cfg(test)]
    pub async fn begin(
        vault: Vault<S, C>,
        card: RegisterCard,
        device: u64,
        by: FileId,
        at: u64,
    ) -> Result<Self, KeepError> {
        let device = Device { id: device, counter: 0 };
        let keeper = Keeper { vault, card, device, summaries: BTreeMap::new(), open: Vec::new(), by };
        let card = Put::value(Area::Meta, layout::CARD, unreadable(layout::encode(&keeper.card))?);
        let puts = vec![card, keeper.device_put(device)?];
        keeper.vault.commit(puts, at).await?;
        Ok(keeper)
    }

    /// Opens the register that the vault holds: the card, the replica and the summaries, nothing more.
    pub async fn open(vault: Vault<S, C>, by: FileId) -> Result<Opened<S, C>, KeepError> {
        let read = |bytes: Option<Vec<u8>>| bytes.ok_or(KeepError::NoRegister);
        let card: RegisterCard =
            unreadable(layout::decode(&read(vault.read(Area::Meta, layout::CARD).await?)?))?;
        let device: Device =
            unreadable(layout::decode(&read(vault.read(Area::Meta, layout::DEVICE).await?)?))?;
        let (shards, mut damage) = vault.read_prefix(Area::Index, "s/").await?;
        let (mut summaries, mut older) = (BTreeMap::new(), Vec::new());
        for (key, bytes) in shards {
            match layout::decode_shard(&bytes) {
                Ok(shard) => summaries.extend(shard.into_iter().map(|s| (s.id, Arc::new(s)))),
                Err(_) => older.push(key),
            }
        }
        let mut keeper = Keeper { vault, card, device, summaries, open: Vec::new(), by };
        // Written by another version of the program: genuine, and made anew from the files.
        if !older.is_empty() && keeper.renew(&older).await.is_err() {
            let told = |key: &String| Damage::value(Area::Index, key, Harm::Altered);
            damage.extend(older.iter().map(told));
        }
        Ok(Opened { keeper, damage })
    }

    pub fn vault(&self) -> &Vault<S, C> {
        &self.vault
    }

    pub fn device(&self) -> DeviceId {
        DeviceId(self.device.id)
    }

    /// The file, from memory or the vault.
    pub async fn file(&mut self, id: FileId) -> Result<Arc<File>, KeepError> {
        self.open_file(id).await.map(|(file, _)| file)
    }

    /// The file and the number of packs after its base.
    async fn open_file(&mut self, id: FileId) -> Result<(Arc<File>, u32), KeepError> {
        if let Some(found) = self.open.iter().position(|(open, _, _)| *open == id) {
            let entry = self.open.remove(found);
            let answer = (entry.1.clone(), entry.2);
            self.open.push(entry);
            return Ok(answer);
        }
        let Some(base) = self.vault.read(Area::Files, &layout::base_key(id)).await? else {
            return Err(KeepError::NoSuchFile(id));
        };
        // A damaged tail pack makes the whole file unreadable: half of a file must never pass for it.
        let keys = self.vault.keys(Area::History, &layout::tail_prefix(id))?;
        let (tail, damage) = self.vault.read_many(Area::History, &keys).await?;
        if let Some(harm) = damage.into_iter().next() {
            return Err(VaultError::Damaged(harm).into());
        }
        let length = tail.len() as u32;
        let packs: Vec<Vec<u8>> =
            std::iter::once(base).chain(tail.into_iter().map(|(_, bytes)| bytes)).collect();
        let file = Arc::new(layout::file_from(id, &packs).map_err(|why| KeepError::Unreadable(id, why))?);
        self.remember(file.clone(), length);
        Ok((file, length))
    }

    fn remember(&mut self, file: Arc<File>, tail: u32) {
        self.open.retain(|(open, _, _)| *open != file.id);
        self.open.push((file.id, file, tail));
        if self.open.len() > OPEN_FILES {
            self.open.remove(0);
        }
    }

    /// Applies commands, in order, and saves all they change in one transaction; all or none.
    pub async fn keep(
        &mut self,
        orders: Vec<Order>,
        media: Vec<Media>,
        around: &dyn Surroundings,
    ) -> Result<Saved, KeepError> {
        let mut device = self.device;
        let mut touched: BTreeMap<FileId, Touched> = BTreeMap::new();
        let mut made = Vec::new();
        for order in orders {
            let entry = match touched.remove(&order.file) {
                Some(entry) => entry,
                None => self.begin_touching(order.file, order.kind).await?,
            };
            device.counter += 1;
            let dot =
                Dot { device: DeviceId(device.id), counter: device.counter, tag: around.random() as u32 };
            let ctx = Ctx { wall: around.wall(), today: around.today(), now: around.now(), dot, by: self.by };
            let change = match apply(&entry.file, order.command, &ctx) {
                // Part of several commands may be so already; alone it is worth saying.
                Err(Refused::NothingToDo) => {
                    touched.insert(order.file, entry);
                    continue;
                }
                other => other.map_err(KeepError::Refused)?,
            };
            made.push((order.file, dot));
            touched.insert(order.file, entry.with(change).map_err(KeepError::Refused)?);
        }
        if made.is_empty() {
            return Err(KeepError::Refused(Refused::NothingToDo));
        }
        let mut puts: Vec<Put> =
            media.into_iter().map(|m| Put::value(Area::Media, m.hash, m.bytes)).collect();
        let mut fresh = Vec::new();
        for entry in touched.into_values().filter(|entry| !entry.added.is_empty()) {
            puts.extend(entry.puts()?);
            fresh.push((Arc::new(entry.file), entry.tail_after));
        }
        puts.push(self.device_put(device)?);
        self.commit(puts, fresh, &BTreeSet::new(), around.wall()).await?;
        self.device = device;
        Ok(Saved { changes: made, at: around.wall() })
    }

    /// Saves whole files as they are (an import, a merge, a practice register) in one transaction.
    pub async fn put_files(
        &mut self,
        files: Vec<File>,
        media: Vec<Media>,
        device: Option<Device>,
        more: Vec<Put>,
        at: u64,
    ) -> Result<(), KeepError> {
        let mut puts = more;
        puts.extend(media.into_iter().map(|m| Put::value(Area::Media, m.hash, m.bytes)));
        let mut fresh = Vec::with_capacity(files.len());
        for file in files {
            let id = file.id;
            let tail = self.vault.keys(Area::History, &layout::tail_prefix(id))?;
            puts.extend(tail.into_iter().map(|key| Put::gone(Area::History, key)));
            let pack = file.to_pack();
            puts.push(Put::value(Area::Files, layout::base_key(id), unreadable(layout::encode(&pack))?));
            fresh.push((Arc::new(file), 0));
        }
        let device = device.unwrap_or(self.device);
        puts.push(self.device_put(device)?);
        self.commit(puts, fresh, &BTreeSet::new(), at).await?;
        self.device = device;
        Ok(())
    }

    /// The summary shards that `fresh` and `gone` touch join the puts; memory follows once the transaction is durable.
    async fn commit(
        &mut self,
        mut puts: Vec<Put>,
        fresh: Vec<(Arc<File>, u32)>,
        gone: &BTreeSet<FileId>,
        at: u64,
    ) -> Result<(), KeepError> {
        let new: BTreeMap<FileId, Arc<Summary>> =
            fresh.iter().map(|(file, _)| (file.id, Arc::new(Summary::of(file)))).collect();
        let shards: BTreeSet<u8> = new.keys().chain(gone).map(|id| layout::shard_of(*id)).collect();
        // A shard that loses its last summary is written empty.
        let mut by_shard: BTreeMap<u8, BTreeMap<FileId, &Arc<Summary>>> =
            shards.iter().map(|shard| (*shard, BTreeMap::new())).collect();
        for summary in self.summaries.values().chain(new.values()).filter(|s| !gone.contains(&s.id)) {
            if let Some(shard) = by_shard.get_mut(&layout::shard_of(summary.id)) {
                shard.insert(summary.id, summary);
            }
        }
        for (shard, summaries) in by_shard {
            puts.push(Put::value(
                Area::Index,
                layout::shard_key(shard),
                unreadable(layout::encode_shard(summaries.into_values()))?,
            ));
        }
        self.vault.commit(puts, at).await?;
        self.summaries.extend(new);
        self.summaries.retain(|id, _| !gone.contains(id));
        self.open.retain(|(id, _, _)| !gone.contains(id));
        let kept = fresh.len().saturating_sub(OPEN_FILES);
        self.open.retain(|(id, _, _)| !fresh.iter().any(|(file, _)| file.id == *id));
        for (file, tail) in fresh.into_iter().skip(kept) {
            self.remember(file, tail);
        }
        Ok(())
    }

    async fn begin_touching(&mut self, id: FileId, kind: FileKind) -> Result<Touched, KeepError> {
        match self.open_file(id).await {
            Ok((file, tail)) => Ok(Touched {
                file: file.as_ref().clone(),
                added: Vec::new(),
                tail_before: Some(tail),
                tail_after: tail,
            }),
            Err(KeepError::NoSuchFile(_)) => {
                Ok(Touched { file: File::new(id, kind), added: Vec::new(), tail_before: None, tail_after: 0 })
            }
            Err(other) => Err(other),
        }
    }

    /// A new replica from now on: when this tablet's own numbers come back from elsewhere.
    pub async fn renew_device(&mut self, id: u64, at: u64) -> Result<(), KeepError> {
        let device = Device { id, counter: 0 };
        self.vault.commit(vec![self.device_put(device)?], at).await?;
        self.device = device;
        Ok(())
    }

    fn device_put(&self, device: Device) -> Result<Put, KeepError> {
        Ok(Put::value(Area::Meta, layout::DEVICE.to_owned(), unreadable(layout::encode(&device))?))
    }
}

/// What makes a register that came from a backup this tablet's own: a new replica, since a dot is never used twice
/// (design.md §6). It goes into the restore's last commit, for a register without a replica cannot be opened.
pub fn replica(id: u64) -> Result<Put, KeepError> {
    let device = unreadable(layout::encode(&Device { id, counter: 0 }))?;
    Ok(Put::value(Area::Meta, layout::DEVICE, device))
}

/// A file while a save is being put together.
struct Touched {
    file: File,
    added: Vec<Change>,
    /// Packs after the base as stored; `None`: the file is new.
    tail_before: Option<u32>,
    tail_after: u32,
}

impl Touched {
    fn with(mut self, change: Change) -> Result<Touched, Refused> {
        self.added.push(change.clone());
        self.file = self.file.with(change).map_err(Refused::Untidy)?;
        self.tail_after = match self.tail_before {
            Some(tail) if tail < layout::LONGEST_TAIL => tail + 1,
            _ => 0,
        };
        Ok(self)
    }

    /// The appended pack; or a whole base, for a new file or a long tail.
    fn puts(&self) -> Result<Vec<Put>, KeepError> {
        let id = self.file.id;
        match self.tail_before {
            Some(tail) if self.tail_after > 0 => {
                let pack = Pack::of(self.file.kind.clone(), self.added.clone());
                Ok(vec![Put::value(
                    Area::History,
                    layout::tail_key(id, tail),
                    unreadable(layout::encode(&pack))?,
                )])
            }
            _ => {
                let pack = self.file.to_pack();
                let base = Put::value(Area::Files, layout::base_key(id), unreadable(layout::encode(&pack))?);
                let folded = (0..self.tail_before.unwrap_or(0))
                    .map(|seq| Put::gone(Area::History, layout::tail_key(id, seq)));
                Ok(folded.chain([base]).collect())
            }
        }
    }
}

fn unreadable<T>(result: Result<T, Unreadable>) -> Result<T, KeepError> {
    result.map_err(|why| KeepError::Unreadable(FileId(0), why))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "keeper_tests.rs"]
mod tests;
