//! Many files at once: read for an export, returned to what they were before an import, laid down with a new register.
use super::{KeepError, Keeper, Media, Order, Surroundings, unreadable};
use crate::app::layout::{self, Device, RegisterCard};
use crate::domain::id::FileId;
use crate::register::apply::apply;
use crate::register::change::{DeviceId, Dot};
use crate::register::command::{Ctx, Refused};
use crate::register::file::{File, Pack};
use crate::register::summary::Summary;
use crate::vault::cipher::Cipher;
use crate::vault::store::Area;
use crate::vault::{Put, Store};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A file as it was before an import; `None`: it was not there.
pub type Before = (FileId, Option<Pack>);

impl<S: Store, C: Cipher> Keeper<S, C> {
    /// The last number that this tablet gave to a change.
    pub fn counter(&self) -> u32 {
        self.device.counter
    }

    /// Whole files, in the order asked for; a damaged one is an error, because half a register must not pass for one.
    pub async fn files(&mut self, ids: &[FileId]) -> Result<Vec<File>, KeepError> {
        let mut keys = Vec::with_capacity(ids.len());
        for id in ids {
            keys.extend(self.vault.keys(Area::History, &layout::tail_prefix(*id))?);
        }
        let bases: Vec<String> = ids.iter().map(|id| layout::base_key(*id)).collect();
        let read = async |area: Area, keys: &[String]| -> Result<BTreeMap<String, Vec<u8>>, KeepError> {
            let (values, mut damage) = self.vault.read_many(area, keys).await?;
            match damage.pop() {
                Some(damage) => Err(KeepError::Vault(damage.into())),
                None => Ok(values.into_iter().collect()),
            }
        };
        let mut bases = read(Area::Files, &bases).await?;
        let mut tails = read(Area::History, &keys).await?;
        let mut files = Vec::with_capacity(ids.len());
        for id in ids {
            let base = bases.remove(&layout::base_key(*id)).ok_or(KeepError::NoSuchFile(*id))?;
            let prefix = layout::tail_prefix(*id);
            let mut packs = vec![base];
            let own: Vec<String> = tails
                .range(prefix.clone()..)
                .map(|(key, _)| key)
                .take_while(|key| key.starts_with(&prefix))
                .cloned()
                .collect();
            packs.extend(own.iter().filter_map(|key| tails.remove(key)));
            files.push(layout::file_from(*id, &packs).map_err(|why| KeepError::Unreadable(*id, why))?);
        }
        Ok(files)
    }

    /// Puts files back to what they were, in one transaction, and takes these media and values away with it.
    pub async fn return_to(
        &mut self,
        before: Vec<Before>,
        media: &[String],
        mut puts: Vec<Put>,
        at: u64,
    ) -> Result<(), KeepError> {
        puts.extend(media.iter().map(|hash| Put::gone(Area::Media, hash)));
        let (mut fresh, mut gone) = (Vec::new(), BTreeSet::new());
        for (id, pack) in before {
            let tail = self.vault.keys(Area::History, &layout::tail_prefix(id))?;
            puts.extend(tail.into_iter().map(|key| Put::gone(Area::History, key)));
            match pack {
                Some(pack) => {
                    let bytes = unreadable(layout::encode(&pack))?;
                    puts.push(Put::value(Area::Files, layout::base_key(id), bytes));
                    let file = File::from_pack(id, pack);
                    let file =
                        file.map_err(|why| KeepError::Unreadable(id, layout::Unreadable::Untidy(why)))?;
                    fresh.push((Arc::new(file), 0));
                }
                None => {
                    puts.push(Put::gone(Area::Files, layout::base_key(id)));
                    gone.insert(id);
                }
            }
        }
        self.commit(puts, fresh, &gone, at).await
    }

    /// Everything that a tablet which joins a register begins with: card, replica, files, media and summaries.
    pub fn first_values(
        card: &RegisterCard,
        device: Device,
        files: &[File],
        media: Vec<Media>,
    ) -> Result<Vec<Put>, KeepError> {
        let mut puts = vec![
            Put::value(Area::Meta, layout::CARD, unreadable(layout::encode(card))?),
            Put::value(Area::Meta, layout::DEVICE, unreadable(layout::encode(&device))?),
        ];
        puts.extend(media.into_iter().map(|m| Put::value(Area::Media, m.hash, m.bytes)));
        let mut shards: BTreeMap<u8, Vec<Arc<Summary>>> = BTreeMap::new();
        for file in files {
            let pack = unreadable(layout::encode(&file.to_pack()))?;
            puts.push(Put::value(Area::Files, layout::base_key(file.id), pack));
            shards.entry(layout::shard_of(file.id)).or_default().push(Arc::new(Summary::of(file)));
        }
        for (shard, summaries) in shards {
            let bytes = unreadable(layout::encode_shard(summaries.iter()))?;
            puts.push(Put::value(Area::Index, layout::shard_key(shard), bytes));
        }
        Ok(puts)
    }
}

/// Files that are begun before there is a vault to keep them, one for each order, and the replica after these changes.
pub fn first_files(
    orders: Vec<Order>,
    mut device: Device,
    by: FileId,
    around: &dyn Surroundings,
) -> Result<(Vec<File>, Device), KeepError> {
    let mut files = Vec::with_capacity(orders.len());
    for order in orders {
        device.counter += 1;
        let dot = Dot { device: DeviceId(device.id), counter: device.counter, tag: around.random() as u32 };
        let ctx = Ctx { wall: around.wall(), today: around.today(), now: around.now(), dot, by };
        let file = File::new(order.file, order.kind);
        let change = apply(&file, order.command, &ctx).map_err(KeepError::Refused)?;
        files.push(file.with(change).map_err(|why| KeepError::Refused(Refused::Untidy(why)))?);
    }
    Ok((files, device))
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "bulk_tests.rs"]
mod tests;
