//! Replacing everything: values are written under a new epoch beside the current one, then one last commit makes it current.
//!
//! A crash before that commit leaves the old register, a crash after it the new one; what lies under any other epoch is
//! swept away later. Used by imports that replace the register, by restore, and by sealing anew under a new data key.
use super::cipher::Cipher;
use super::commit::{Put, check_key, manifest_ops, manifest_to_seal};
use super::envelope::Epoch;
use super::error::VaultError;
use super::keyring::Keyring;
use super::manifest::{KEYRING, Manifest, epoch_of, value_key};
use super::opening::new_epoch;
use super::sealing::{Scope, ToSeal};
use super::store::{Area, Batch, Op, Range, Store};
use super::vault::Vault;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The values of a new epoch, as far as they are written.
pub(super) struct Staged<C: Cipher> {
    pub key: C::Key,
    pub vault: u128,
    pub epoch: Epoch,
    pub manifest: Manifest,
}

impl<C: Cipher> Staged<C> {
    /// Seals and writes values, each with the write number it shall have.
    pub async fn put<S: Store>(
        &mut self,
        store: &S,
        cipher: &C,
        fence: u64,
        values: Vec<(Area, String, u64, Vec<u8>)>,
    ) -> Result<(), VaultError> {
        let ops = self.sealed(cipher, values).await?;
        Ok(store.commit(Batch { fence: Some(fence), ops }).await?)
    }

    async fn sealed(
        &mut self,
        cipher: &C,
        values: Vec<(Area, String, u64, Vec<u8>)>,
    ) -> Result<Vec<Op>, VaultError> {
        let scope = Scope { cipher, key: &self.key, vault: self.vault, epoch: self.epoch };
        let mut places = Vec::with_capacity(values.len());
        let mut seal = Vec::with_capacity(values.len());
        for (area, key, number, text) in values {
            self.manifest.set(area, &key, Some(number));
            places.push((area, value_key(self.epoch, &key)));
            seal.push(ToSeal { area, key, number, text });
        }
        let envelopes = scope.seal(seal).await?;
        let put = |((area, key), value)| Op::Put { area, key, value };
        Ok(places.into_iter().zip(envelopes).map(put).collect())
    }

    /// The last commit: parts, root and keyring at once. `last` are values still to be written.
    pub async fn make_current<S: Store>(
        &mut self,
        store: &S,
        cipher: &C,
        fence: u64,
        number: u64,
        last: Vec<(Area, String, u64, Vec<u8>)>,
        keyring: Option<&Keyring>,
    ) -> Result<(), VaultError> {
        let mut ops = self.sealed(cipher, last).await?;
        let parts: BTreeSet<u8> = self.manifest.changed_since(&Manifest::default());
        for part in &parts {
            self.manifest.root.set_part(*part, number);
        }
        self.manifest.root.number = number;
        let scope = Scope { cipher, key: &self.key, vault: self.vault, epoch: self.epoch };
        let envelopes = scope.seal(manifest_to_seal(&self.manifest, &parts, number)).await?;
        ops.extend(manifest_ops(self.epoch, &parts, envelopes));
        ops.extend(keyring.map(|keyring| Op::Put {
            area: Area::Meta,
            key: KEYRING.to_owned(),
            value: keyring.to_bytes(),
        }));
        Ok(store.commit(Batch { fence: Some(fence), ops }).await?)
    }
}

/// Takes away whatever lies under other epochs than these.
pub(super) async fn sweep<S: Store>(store: &S, fence: u64, keep: &[Epoch]) -> Result<(), VaultError> {
    let mut keep: Vec<u32> = keep.iter().map(|epoch| epoch.0).collect();
    keep.sort_unstable();
    let mut ranges = Vec::new();
    let mut from = "0".to_owned();
    for epoch in keep {
        ranges.push(Range::Between(from, format!("{epoch:08x}")));
        from = format!("{epoch:08x}\u{7f}");
    }
    ranges.push(Range::Between(from, "g".to_owned()));
    let mut ops = Vec::new();
    for area in Area::ALL {
        for range in &ranges {
            let left = store.keys(area, range).await?;
            if left.iter().any(|key| epoch_of(key).is_some()) {
                ops.push(Op::DeleteRange { area, range: range.clone() });
            }
        }
    }
    if ops.is_empty() { Ok(()) } else { Ok(store.commit(Batch { fence: Some(fence), ops }).await?) }
}

/// A replacement of everything, being prepared. Dropped unfinished, it leaves nothing but what the next sweep takes away.
pub struct Stage<S: Store, C: Cipher> {
    vault: Vault<S, C>,
    staged: Staged<C>,
    number: u64,
    /// The root's number when this began.
    began: u64,
}

impl<S: Store, C: Cipher> Vault<S, C> {
    /// Begins to replace everything that the vault holds.
    pub async fn stage(&self) -> Result<Stage<S, C>, VaultError> {
        let epoch = new_epoch(&self.0.cipher)?;
        let (key, vault, _) = self.0.keys()?;
        let (began, number) = self.0.with(|state| (state.manifest.root.number, state.next))?;
        let staged = Staged { key, vault, epoch, manifest: Manifest::default() };
        Ok(Stage { vault: self.clone(), staged, number, began })
    }

    /// Takes away what an interrupted replacement left. Cheap when there is nothing; meant for after the first screen.
    pub async fn sweep(&self) -> Result<(), VaultError> {
        let _turn = self.0.turn.lock().await;
        let keep = match self.pending().await? {
            Some(pending) => vec![self.0.keys()?.2, pending.epoch],
            None => vec![self.0.keys()?.2],
        };
        sweep(&self.0.store, self.0.writer, &keep).await
    }
}

impl<S: Store, C: Cipher> Stage<S, C> {
    /// Writes values (not visible yet); call it as often as memory asks for.
    pub async fn put(&mut self, puts: Vec<Put>) -> Result<(), VaultError> {
        let mut values = Vec::with_capacity(puts.len());
        for Put { area, key, bytes } in puts {
            check_key(&key)?;
            if let Some(bytes) = bytes {
                values.push((area, key, self.number, bytes));
            }
        }
        let inner = &self.vault.0;
        self.staged.put(&inner.store, &inner.cipher, inner.writer, values).await?;
        self.number += 1;
        Ok(())
    }

    /// Makes the new values the register, in one commit; refuses if something else was saved meanwhile.
    pub async fn finish(mut self, at: u64) -> Result<(), VaultError> {
        let inner = &self.vault.0;
        let _turn = inner.turn.lock().await;
        let (now, keyring) = inner.with(|state| (state.manifest.root.number, state.keyring.number))?;
        if now != self.began {
            return Err(VaultError::Moved);
        }
        self.staged.manifest.root.saved_at = at;
        self.staged.manifest.root.keyring = keyring;
        let (store, cipher) = (&inner.store, &inner.cipher);
        self.staged.make_current(store, cipher, inner.writer, self.number, vec![], None).await?;
        let epoch = self.staged.epoch;
        inner.adopt(self.staged, self.number + 1, None)?;
        sweep(store, inner.writer, &[epoch]).await
    }
}

impl<S: Store, C: Cipher> super::vault::Inner<S, C> {
    /// A staged epoch has become current.
    pub(super) fn adopt(
        &self,
        staged: Staged<C>,
        next: u64,
        keyring: Option<Keyring>,
    ) -> Result<(), VaultError> {
        self.with(|state| {
            let Staged { key, epoch, manifest, .. } = staged;
            state.key = key;
            state.epoch = epoch;
            state.manifest = manifest;
            state.next = next;
            if let Some(keyring) = keyring {
                state.keyring = Rc::new(keyring);
            }
        })
    }
}
