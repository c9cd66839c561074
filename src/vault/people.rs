//! Who may open the vault: slots added, passphrases changed, people removed; and acts signed.
//!
//! Removing someone means a new data key and everything sealed anew under it. That is prepared beside the current state and
//! made current in one commit; the intention itself is kept sealed, so that it goes on after a crash ([`Vault::pending`]).
use super::cipher::{Cipher, Secret, random};
use super::commit::Put;
use super::envelope::Epoch;
use super::error::{Damage, VaultError};
use super::keyring::{Holder, Keyring, Retired, SlotId};
use super::manifest::{KEYRING, value_key};
use super::opening::{new_epoch, strong};
use super::passphrase::Passphrase;
use super::recovery::RecoveryCode;
use super::slots::{self, SlotError};
use super::stage::{Staged, sweep};
use super::store::{Area, Op, Store};
use super::vault::Vault;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Where the intention to remove someone is kept, sealed like any value.
const PENDING: &str = "vault/pending";
/// Values sealed anew in one transaction.
const CHUNK: usize = 128;
const MEDIA_CHUNK: usize = 8;
const SIGN_MARK: &[u8] = b"baoxue act/1\0";

/// A removal that has begun and is not yet complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    pub removed: Vec<SlotId>,
    pub(super) epoch: Epoch,
    keyring: Keyring,
}

impl<S: Store, C: Cipher> Vault<S, C> {
    /// Gives another person a slot.
    pub async fn add_person(
        &self,
        holder: Holder,
        label: &str,
        passphrase: &Passphrase,
        at: u64,
    ) -> Result<SlotId, VaultError> {
        strong(passphrase)?;
        let _turn = self.0.turn.lock().await;
        self.add_slot(holder, label, passphrase.secret(), at).await
    }

    async fn add_slot(
        &self,
        holder: Holder,
        label: &str,
        secret: &[u8],
        at: u64,
    ) -> Result<SlotId, VaultError> {
        let cipher = &self.0.cipher;
        let mut keyring = self.trusted_keyring()?;
        let mine = self.0.with(|state| state.slot.clone())?;
        let data_key = slots::granted(cipher, &keyring, &mine).await?;
        let slot =
            slots::make(cipher, keyring.vault, keyring.generation, holder, label, secret, &data_key).await?;
        let id = slot.id;
        keyring.slots.push(slot);
        self.save_keyring(keyring, at).await?;
        Ok(id)
    }

    /// Changes the own passphrase; asks the old one. Nothing else is sealed anew.
    pub async fn change_passphrase(
        &self,
        old: &Passphrase,
        new: &Passphrase,
        at: u64,
    ) -> Result<(), VaultError> {
        strong(new)?;
        let _turn = self.0.turn.lock().await;
        let mut keyring = self.trusted_keyring()?;
        let mine = self.slot()?;
        let slot = keyring.slots.iter_mut().find(|slot| slot.id == mine).ok_or(SlotError::NoSuchSlot)?;
        *slot = slots::rewrap(&self.0.cipher, keyring.vault, slot, old.secret(), new.secret()).await?;
        self.save_keyring(keyring, at).await
    }

    /// Whether this is the passphrase of whoever is unlocked: asked before acts that need it.
    pub async fn confirm(&self, passphrase: &Passphrase) -> Result<bool, VaultError> {
        let (keyring, id) = (self.keyring()?, self.slot()?);
        match slots::open(&self.0.cipher, &keyring, id, passphrase.secret()).await {
            Ok(_) => Ok(true),
            Err(SlotError::WrongPassphrase) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Sets a new passphrase for a person who forgot it, by someone unlocked through the recovery sheet or an own slot: the
    /// old slot is removed, with all that follows, and a new one made for the same holder.
    pub async fn replace_person(
        &self,
        id: SlotId,
        passphrase: &Passphrase,
        at: u64,
    ) -> Result<SlotId, VaultError> {
        let keyring = self.keyring()?;
        let (holder, label) = {
            let slot = keyring.slot(id).ok_or(SlotError::NoSuchSlot)?;
            (slot.holder, slot.label.clone())
        };
        let new = self.add_person(holder, &label, passphrase, at).await?;
        self.remove_person(id, at).await?;
        Ok(new)
    }

    /// A new recovery sheet; the old one opens nothing any more.
    pub async fn renew_recovery(&self, code: &RecoveryCode, at: u64) -> Result<(), VaultError> {
        let is_old = |slot: &&super::keyring::Slot| slot.holder == Holder::Recovery;
        let old: Vec<SlotId> = self.keyring()?.slots.iter().filter(is_old).map(|slot| slot.id).collect();
        let turn = self.0.turn.lock().await;
        self.add_slot(Holder::Recovery, "", &code.secret(), at).await?;
        drop(turn);
        self.remove(old, at).await
    }

    /// Takes a person's slot away: a new data key, and everything sealed anew under it.
    pub async fn remove_person(&self, id: SlotId, at: u64) -> Result<(), VaultError> {
        self.remove(vec![id], at).await
    }

    async fn remove(&self, ids: Vec<SlotId>, at: u64) -> Result<(), VaultError> {
        let turn = self.0.turn.lock().await;
        let cipher = &self.0.cipher;
        let mut keyring = self.trusted_keyring()?;
        let mine = self.slot()?;
        self.unscarred()?;
        let stays = |slot: &super::keyring::Slot| !ids.contains(&slot.id);
        let people = |slot: &&super::keyring::Slot| matches!(slot.holder, Holder::Staff(_)) && stays(slot);
        if ids.contains(&mine) || keyring.slots.iter().filter(people).count() == 0 {
            return Err(VaultError::CannotRemove);
        }
        if ids.iter().any(|id| keyring.slot(*id).is_none()) {
            return Err(SlotError::NoSuchSlot.into());
        }
        let (stay, go): (Vec<_>, Vec<_>) = keyring.slots.drain(..).partition(stays);
        keyring.slots = stay;
        keyring.retired.extend(go.into_iter().map(|slot| Retired {
            id: slot.id,
            holder: slot.holder,
            label: slot.label,
            sign_public: slot.sign_public,
        }));
        let data_key = Secret::new(random(cipher)?);
        keyring.generation += 1;
        keyring.number += 1;
        for slot in &mut keyring.slots {
            slot.grant = slots::grant(cipher, keyring.vault, keyring.generation, slot, &data_key).await?;
        }
        let key = cipher.key(&data_key).await?;
        slots::seal_keyring(cipher, &key, &mut keyring).await?;
        let pending = Pending { removed: ids, epoch: new_epoch(cipher)?, keyring };
        let bytes = postcard::to_allocvec(&pending)
            .map_err(|error| super::cipher::CipherError { name: error.to_string() })?;
        self.0.write(vec![Put::value(Area::Meta, PENDING, bytes)], at, vec![], |_| ()).await?;
        drop(turn);
        self.resume(at).await
    }

    /// A removal that was interrupted, if there is one.
    pub async fn pending(&self) -> Result<Option<Pending>, VaultError> {
        let bytes = self.read_quietly(Area::Meta, PENDING).await?;
        Ok(bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()))
    }

    async fn read_quietly(&self, area: Area, key: &str) -> Result<Option<Vec<u8>>, VaultError> {
        let answers = self.0.read_keys(area, &[key.to_owned()]).await?;
        Ok(answers.into_iter().next().and_then(|(_, answer)| answer.ok()).flatten())
    }

    /// Goes on with a removal: seals what is not yet sealed anew, a chunk a transaction, so that saving goes on between.
    pub async fn resume(&self, at: u64) -> Result<(), VaultError> {
        let Some(pending) = self.pending().await? else { return Ok(()) };
        self.unscarred()?;
        let inner = &self.0;
        let mine = inner.with(|state| state.slot.clone())?;
        let data_key = slots::granted(&inner.cipher, &pending.keyring, &mine).await?;
        let key = inner.cipher.key(&data_key).await?;
        let mut staged =
            Staged { key, vault: pending.keyring.vault, epoch: pending.epoch, manifest: Default::default() };
        let mut done: BTreeMap<(Area, String), u64> = self.staged_before(&pending).await?;
        loop {
            let _turn = inner.turn.lock().await;
            inner.settle_doubt().await?;
            let (mut left, now) = inner.with(|state| {
                let all = Area::ALL.into_iter().flat_map(|area| {
                    let entries = state.manifest.entries(area, "");
                    entries.into_iter().map(move |(key, number)| ((area, key), number))
                });
                let all: BTreeMap<(Area, String), u64> = all.filter(|((_, key), _)| key != PENDING).collect();
                let left = all.iter().filter(|(at, number)| done.get(*at) != Some(*number));
                (left.map(|(at, number)| (at.clone(), *number)).collect::<Vec<_>>(), all)
            })?;
            let told = inner.told.borrow().clone();
            if let Some(told) = told {
                told((now.len() - left.len()) as u64, now.len() as u64);
            }
            let area = left.first().map(|((area, _), _)| *area).unwrap_or(Area::Meta);
            let chunk = if area == Area::Media { MEDIA_CHUNK } else { CHUNK };
            let is_last = left.len() <= chunk && left.iter().all(|((other, _), _)| *other == area);
            left.retain(|((other, _), _)| *other == area);
            left.truncate(chunk);
            let values = self.values_of(area, &left).await?;
            if !is_last {
                staged.put(&inner.store, &inner.cipher, inner.writer, values).await?;
                done.extend(left);
                continue;
            }
            // What was staged and has been removed since is left behind and swept.
            for ((area, key), number) in &now {
                staged.manifest.set(*area, key, Some(*number));
            }
            staged.manifest.root = inner.with(|state| super::manifest::Root {
                saved_at: at,
                keyring: pending.keyring.number,
                parts: Vec::new(),
                ..state.manifest.root.clone()
            })?;
            let number = inner.with(|state| {
                state.next += 1;
                state.next - 1
            })?;
            let (store, cipher) = (&inner.store, &inner.cipher);
            let keyring = Some(&pending.keyring);
            staged.make_current(store, cipher, inner.writer, number, values, keyring).await?;
            let epoch = staged.epoch;
            inner.adopt(staged, number + 1, Some(pending.keyring))?;
            return sweep(store, inner.writer, &[epoch]).await;
        }
    }

    /// Values under a lost part of the manifest would be left behind: that must be settled first.
    fn unscarred(&self) -> Result<(), VaultError> {
        let scars = self.0.with(|state| state.manifest.root.scars.clone())?;
        if scars.is_empty() { Ok(()) } else { Err(VaultError::Unsettled(scars)) }
    }

    /// What an interrupted run has sealed already: the write number in the head tells whether it is still current.
    async fn staged_before(&self, pending: &Pending) -> Result<BTreeMap<(Area, String), u64>, VaultError> {
        let prefix = super::store::Range::Prefix(value_key(pending.epoch, ""));
        let head = value_key(pending.epoch, "").len();
        let mut done = BTreeMap::new();
        for area in Area::ALL {
            let keys = self.0.store.keys(area, &prefix).await?;
            for some in keys.chunks(CHUNK) {
                let values = self.0.store.get_many(area, some).await?;
                for (key, value) in some.iter().zip(values) {
                    let number = value.as_deref().and_then(|bytes| super::envelope::split(bytes).ok());
                    let key = key.get(head..).map(str::to_owned);
                    done.extend(key.zip(number).map(|(key, parts)| ((area, key), parts.number)));
                }
            }
        }
        Ok(done)
    }

    /// Current values, with their numbers; damage must be settled first, or sealing anew would bury it.
    async fn values_of(
        &self,
        area: Area,
        wanted: &[((Area, String), u64)],
    ) -> Result<Vec<(Area, String, u64, Vec<u8>)>, VaultError> {
        let keys: Vec<String> = wanted.iter().map(|((_, key), _)| key.clone()).collect();
        let mut values = Vec::with_capacity(keys.len());
        let mut harmed = Vec::new();
        for ((key, answer), (_, number)) in self.0.read_keys(area, &keys).await?.into_iter().zip(wanted) {
            match answer {
                Ok(Some(bytes)) => values.push((area, key, *number, bytes)),
                Ok(None) => (),
                Err(harm) => harmed.push(Damage::value(area, &key, harm)),
            }
        }
        if harmed.is_empty() { Ok(values) } else { Err(VaultError::Unsettled(harmed)) }
    }

    fn trusted_keyring(&self) -> Result<Keyring, VaultError> {
        let (keyring, genuine) =
            self.0.with(|state| (Keyring::clone(&state.keyring), state.keyring_genuine))?;
        if genuine { Ok(keyring) } else { Err(VaultError::KeyringAltered) }
    }

    async fn save_keyring(&self, mut keyring: Keyring, at: u64) -> Result<(), VaultError> {
        keyring.number += 1;
        let (key, _, _) = self.0.keys()?;
        slots::seal_keyring(&self.0.cipher, &key, &mut keyring).await?;
        let number = keyring.number;
        let op = Op::Put { area: Area::Meta, key: KEYRING.to_owned(), value: keyring.to_bytes() };
        self.0.write(vec![], at, vec![op], |manifest| manifest.root.keyring = number).await?;
        self.0.with(|state| state.keyring = Rc::new(keyring))
    }

    /// Signs an act as whoever is unlocked: slot and 64 bytes.
    pub async fn sign(&self, act: &[u8]) -> Result<(SlotId, Vec<u8>), VaultError> {
        let (id, signer) = self.0.with(|state| (state.slot.id, state.slot.signer.clone()))?;
        Ok((id, self.0.cipher.sign(&signer, &[SIGN_MARK, act].concat()).await?))
    }

    /// Whether this slot, living or retired, signed this act. An unknown slot proves nothing.
    pub async fn is_signed(&self, slot: SlotId, act: &[u8], signature: &[u8]) -> Result<bool, VaultError> {
        let keyring = self.keyring()?;
        let Some(public) = keyring.sign_public(slot) else { return Ok(false) };
        self.is_signed_by_key(public, act, signature).await
    }

    /// The same for a public key that came with a staff file of another tablet.
    pub async fn is_signed_by_key(
        &self,
        public: &[u8],
        act: &[u8],
        signature: &[u8],
    ) -> Result<bool, VaultError> {
        is_signed_with(&self.0.cipher, public, act, signature).await
    }
}

/// The same where no register is open.
pub async fn is_signed_with<C: Cipher>(
    cipher: &C,
    public: &[u8],
    act: &[u8],
    signature: &[u8],
) -> Result<bool, VaultError> {
    Ok(cipher.verify(public, &[SIGN_MARK, act].concat(), signature).await?)
}
