//! The index mended from the files, which are the truth: summaries written anew, in one transaction.
use super::{KeepError, Keeper, unreadable};
use crate::app::layout;
use crate::domain::id::FileId;
use crate::register::summary::Summary;
use crate::vault::cipher::Cipher;
use crate::vault::store::Area;
use crate::vault::{Put, Store, VaultError};
use std::collections::BTreeSet;
use std::sync::Arc;

impl<S: Store, C: Cipher> Keeper<S, C> {
    /// Makes these shards anew, by the files that belong to them. The time of the last save stays.
    pub(super) async fn renew(&mut self, shards: &[String]) -> Result<(), KeepError> {
        let files = self.vault.keys(Area::Files, "")?;
        let all = files.iter().filter_map(|key| key.parse::<FileId>().ok());
        let of_shards = |id: &FileId| shards.contains(&layout::shard_key(layout::shard_of(*id)));
        let ids: Vec<FileId> = all.filter(of_shards).collect();
        self.mend(&ids, self.vault.saved_at()?).await
    }

    /// Computes the summaries of these files from the files and writes their shards. A summary without a file goes; a file that
    /// cannot be read keeps the summary that it has.
    pub async fn mend(&mut self, ids: &[FileId], at: u64) -> Result<(), KeepError> {
        let mut summaries = self.summaries.clone();
        for id in ids {
            self.open.retain(|(open, _, _)| open != id);
            match self.file(*id).await {
                Ok(file) => {
                    summaries.insert(*id, Arc::new(Summary::of(&file)));
                }
                Err(KeepError::NoSuchFile(_)) => {
                    summaries.remove(id);
                }
                Err(KeepError::Unreadable(..) | KeepError::Vault(VaultError::Damaged(_))) => (),
                Err(other) => return Err(other),
            }
        }
        let shards: BTreeSet<u8> = ids.iter().map(|id| layout::shard_of(*id)).collect();
        let mut puts = Vec::with_capacity(shards.len());
        for shard in shards {
            let of_shard = summaries.values().filter(|summary| layout::shard_of(summary.id) == shard);
            let bytes = unreadable(layout::encode_shard(of_shard))?;
            puts.push(Put::value(Area::Index, layout::shard_key(shard), bytes));
        }
        self.vault.commit(puts, at).await?;
        self.summaries = summaries;
        Ok(())
    }
}
