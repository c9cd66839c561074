//! Settling damage: a person has seen it and decides. Until then it is reported at every opening.
use super::cipher::Cipher;
use super::commit::Put;
use super::error::{Damage, Harm, Place, VaultError};
use super::manifest::{Part, part_of};
use super::store::{Area, Store};
use super::vault::Vault;

impl<S: Store, C: Cipher> Vault<S, C> {
    /// Reads everything and says what is damaged anywhere. Long for a large register.
    pub async fn inspect(&self) -> Result<Vec<Damage>, VaultError> {
        let mut damage = self.0.with(|state| state.manifest.root.scars.clone())?;
        for area in Area::ALL {
            let mut keys = self.keys(area, "")?;
            keys.extend(self.keys_in_gaps(area).await?);
            keys.sort_unstable();
            keys.dedup();
            for some in keys.chunks(64) {
                damage.extend(self.read_many(area, some).await?.1);
            }
        }
        Ok(damage)
    }

    /// Keys that lie in the store under parts whose entries were lost.
    async fn keys_in_gaps(&self, area: Area) -> Result<Vec<String>, VaultError> {
        let (gaps, epoch) = self.0.with(|state| (state.manifest.gaps(), state.epoch))?;
        if gaps.is_empty() {
            return Ok(Vec::new());
        }
        let prefix = super::manifest::value_key(epoch, "");
        let stored = self.0.store.keys(area, &super::store::Range::Prefix(prefix.clone())).await?;
        let names = stored.iter().filter_map(|key| key.strip_prefix(&prefix));
        Ok(names.filter(|key| gaps.contains(&part_of(area, key))).map(str::to_owned).collect())
    }

    /// Reads a genuine value that is stale or unproven, so that a person can look at it before deciding.
    pub async fn read_doubtful(&self, area: Area, key: &str) -> Result<Result<Vec<u8>, Harm>, VaultError> {
        self.0.salvage(area, key).await
    }

    /// Keeps what is there if it is genuine, as the value from now on; else gives the value up. Says whether it was kept.
    pub async fn settle(&self, area: Area, key: &str, at: u64) -> Result<bool, VaultError> {
        let _turn = self.0.turn.lock().await;
        let found = self.0.salvage(area, key).await?.ok();
        let kept = found.is_some();
        let put = Put { area, key: key.to_owned(), bytes: found };
        self.0.write(vec![put], at, vec![], |_| ()).await?;
        Ok(kept)
    }

    /// Settles everything: keeps what is genuine, gives up the rest, closes the manifest's gaps. Returns what was given up.
    pub async fn settle_all(&self, at: u64) -> Result<Vec<Damage>, VaultError> {
        let mut given_up = Vec::new();
        for damage in self.inspect().await? {
            if let Place::Value { area, key } = &damage.place
                && !self.settle(*area, key, at).await?
            {
                given_up.push(damage);
            }
        }
        let _turn = self.0.turn.lock().await;
        let close = |manifest: &mut super::manifest::Manifest| {
            for at in manifest.gaps() {
                let part = manifest.part(at).cloned().unwrap_or_default();
                manifest.set_part(at, Part { gap: false, ..part });
            }
            manifest.root.scars.clear();
        };
        self.0.write(vec![], at, vec![], close).await?;
        Ok(given_up)
    }
}
