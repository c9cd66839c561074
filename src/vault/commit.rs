//! Saving: seal everything first, then one transaction with the values, the parts of the manifest they touch, and the root.
//!
//! If the connection goes while the answer is awaited, the outcome is looked up in the store (the root's number tells) before
//! anything else is read or written; a save is never reported done that was not, nor made twice under one number.
use super::cipher::Cipher;
use super::envelope::Epoch;
use super::error::{Harm, VaultError};
use super::manifest::{Manifest, ROOT, ROOT_BINDING, part_binding, part_key, value_key};
use super::sealing::{Scope, ToSeal};
use super::store::{Area, Batch, Op, Store, StoreError};
use super::vault::{Inner, Vault};
use std::collections::{BTreeMap, BTreeSet};

/// One value to be kept (`Some`) or taken away (`None`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    pub area: Area,
    pub key: String,
    pub bytes: Option<Vec<u8>>,
}

impl Put {
    pub fn value(area: Area, key: impl Into<String>, bytes: Vec<u8>) -> Self {
        Put { area, key: key.into(), bytes: Some(bytes) }
    }

    pub fn gone(area: Area, key: impl Into<String>) -> Self {
        Put { area, key: key.into(), bytes: None }
    }
}

/// A commit that was sent and not answered: what to believe if the store's root says that it happened.
pub(super) struct Doubt {
    number: u64,
    manifest: Manifest,
}

/// A root as it lies in the store: the epoch that is current, then the envelope.
pub(super) fn root_value(epoch: Epoch, envelope: &[u8]) -> Vec<u8> {
    [epoch.0.to_be_bytes().as_slice(), envelope].concat()
}

/// The parts and the root of a manifest, to be sealed with the values.
pub(super) fn manifest_to_seal(manifest: &Manifest, parts: &BTreeSet<u8>, number: u64) -> Vec<ToSeal> {
    let seal = |key, text| ToSeal { area: Area::Meta, key, number, text };
    let part = |at: &u8| Some(seal(part_binding(*at), manifest.part(*at)?.to_bytes()));
    let mut all: Vec<ToSeal> = parts.iter().filter_map(part).collect();
    all.push(seal(ROOT_BINDING.to_owned(), manifest.root.to_bytes()));
    all
}

/// Where the envelopes of [`manifest_to_seal`] lie.
pub(super) fn manifest_ops(epoch: Epoch, parts: &BTreeSet<u8>, envelopes: Vec<Vec<u8>>) -> Vec<Op> {
    let keys = parts.iter().map(|at| (part_key(epoch, *at), false)).chain([(ROOT.to_owned(), true)]);
    let put = |((key, is_root), envelope): ((String, bool), Vec<u8>)| Op::Put {
        area: Area::Meta,
        key,
        value: if is_root { root_value(epoch, &envelope) } else { envelope },
    };
    keys.zip(envelopes).map(put).collect()
}

pub(super) fn check_key(key: &str) -> Result<(), VaultError> {
    match key.is_ascii() && !key.is_empty() && !key.starts_with('~') {
        true => Ok(()),
        false => Err(VaultError::BadKey { key: key.to_owned() }),
    }
}

impl<S: Store, C: Cipher> Vault<S, C> {
    /// Keeps all of `puts`, durably, or none. `at` is the clock's time in milliseconds since 1970.
    pub async fn commit(&self, puts: Vec<Put>, at: u64) -> Result<(), VaultError> {
        for put in &puts {
            check_key(&put.key)?;
        }
        let _turn = self.0.turn.lock().await;
        self.0.write(puts, at, Vec::new(), |_| ()).await
    }
}

impl<S: Store, C: Cipher> Inner<S, C> {
    /// For one who holds the turn: `more` goes into the same transaction, `change` into the same manifest.
    pub(super) async fn write(
        &self,
        puts: Vec<Put>,
        at: u64,
        more: Vec<Op>,
        change: impl FnOnce(&mut Manifest),
    ) -> Result<(), VaultError> {
        self.settle_doubt().await?;
        let (key, vault, epoch) = self.keys()?;
        // A key named twice keeps what was said last.
        let puts: BTreeMap<(Area, String), Option<Vec<u8>>> =
            puts.into_iter().map(|put| ((put.area, put.key), put.bytes)).collect();
        let (number, manifest, parts) = self.with(|state| {
            let number = state.next;
            state.next += 1;
            let mut manifest = state.manifest.clone();
            change(&mut manifest);
            for ((area, key), bytes) in &puts {
                manifest.set(*area, key, bytes.as_ref().map(|_| number));
            }
            let parts = manifest.changed_since(&state.manifest);
            for part in &parts {
                manifest.root.set_part(*part, number);
            }
            manifest.root.number = number;
            manifest.root.saved_at = at;
            (number, manifest, parts)
        })?;
        let mut ops = Vec::with_capacity(puts.len() + parts.len() + more.len() + 1);
        let mut seal = Vec::with_capacity(puts.len() + parts.len() + 1);
        let mut places = Vec::with_capacity(puts.len());
        for ((area, key), bytes) in puts {
            let stored = value_key(epoch, &key);
            match bytes {
                Some(text) => {
                    places.push((area, stored));
                    seal.push(ToSeal { area, key, number, text });
                }
                None => ops.push(Op::Delete { area, key: stored }),
            }
        }
        seal.extend(manifest_to_seal(&manifest, &parts, number));
        let scope = Scope { cipher: &self.cipher, key: &key, vault, epoch };
        let mut envelopes = scope.seal(seal).await?;
        let of_manifest = envelopes.split_off(places.len().min(envelopes.len()));
        let put = |((area, key), value)| Op::Put { area, key, value };
        ops.extend(places.into_iter().zip(envelopes).map(put));
        ops.extend(manifest_ops(epoch, &parts, of_manifest));
        ops.extend(more);
        let answer = self.store.commit(Batch { fence: Some(self.writer), ops }).await;
        match answer {
            Ok(()) => self.with(|state| state.manifest = manifest),
            Err(error @ (StoreError::Closed | StoreError::Failed { .. })) => {
                self.with(|state| state.doubt = Some(Doubt { number, manifest }))?;
                match self.settle_doubt().await {
                    // It had happened, after all.
                    Ok(true) => Ok(()),
                    _ => Err(error.into()),
                }
            }
            Err(error) => Err(error.into()),
        }
    }

    /// Finds out whether a commit without an answer happened; says so if it did.
    pub(super) async fn settle_doubt(&self) -> Result<bool, VaultError> {
        let Some(number) = self.with(|state| state.doubt.as_ref().map(|doubt| doubt.number))? else {
            return Ok(false);
        };
        let (key, vault, epoch) = self.keys()?;
        let stored = self.store.get(Area::Meta, ROOT).await?;
        let envelope = stored.as_deref().and_then(|bytes| bytes.get(4..)).unwrap_or_default().to_vec();
        let scope = Scope { cipher: &self.cipher, key: &key, vault, epoch };
        let opened = scope.open_one(Area::Meta, ROOT_BINDING, envelope).await?;
        self.with(|state| {
            let doubt = state.doubt.take();
            let happened = matches!(opened, Ok((found, _)) if found == number);
            if let Some(doubt) = doubt.filter(|_| happened) {
                state.manifest = doubt.manifest;
            }
            happened
        })
    }

    /// Reads a value that is genuine but stale or unproven, for a person who decides to keep it.
    pub(super) async fn salvage(&self, area: Area, key: &str) -> Result<Result<Vec<u8>, Harm>, VaultError> {
        let (aes, vault, epoch) = self.keys()?;
        let Some(bytes) = self.store.get(area, &value_key(epoch, key)).await? else {
            return Ok(Err(Harm::Missing));
        };
        let scope = Scope { cipher: &self.cipher, key: &aes, vault, epoch };
        Ok(scope.open_one(area, key, bytes).await?.map(|(_, text)| text))
    }
}
