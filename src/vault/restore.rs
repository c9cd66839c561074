//! A backup opened again: every envelope verified and counted, and restored under a new epoch in one last commit.
use super::backup::{
    BackupError, Contents, END_TAG, KEYRING_TAG, MAGIC, NAME, PART_TAG, ROOT_TAG, Source, VALUE_TAG,
    stays_here,
};
use super::cipher::Cipher;
use super::commit::Put;
use super::envelope::Epoch;
use super::error::{Damage, Harm, VaultError};
use super::keyring::{Holder, Keyring, SlotId};
use super::loading::{Loaded, Stored, load};
use super::opening::{Opened, Unlocked, assemble, new_epoch, open_keyring};
use super::passphrase::Passphrase;
use super::recovery::RecoveryCode;
use super::sealing::{Scope, ToOpen};
use super::slots::SlotError;
use super::stage::{Staged, sweep};
use super::store::{Area, Store};
use std::collections::BTreeSet;

/// Bytes of values verified or restored at once.
const CHUNK_BYTES: usize = 4 << 20;
const CHUNK: usize = 512;

/// A backup whose slots can be shown; nothing is opened yet.
pub struct Backup<R: Source> {
    source: R,
    pub keyring: Keyring,
    stored: Stored,
    first_value: u64,
}

/// A backup that was opened with a slot.
pub struct OpenBackup<R: Source, C: Cipher> {
    source: R,
    opened: Opened<C>,
    loaded: Loaded,
    first_value: u64,
}

/// What a backup holds, and what of it does not open or is not what it should be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verified {
    pub contents: Contents,
    pub damage: Vec<Damage>,
    pub saved_at: u64,
}

/// A failure on the way out of a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RestoreError {
    Backup(BackupError),
    Vault(VaultError),
}

impl<E: Into<VaultError>> From<E> for RestoreError {
    fn from(error: E) -> Self {
        RestoreError::Vault(error.into())
    }
}

impl From<BackupError> for RestoreError {
    fn from(error: BackupError) -> Self {
        RestoreError::Backup(error)
    }
}

struct Block {
    tag: u8,
    body: Vec<u8>,
    next: u64,
}

async fn block(source: &impl Source, at: u64) -> Result<Block, BackupError> {
    let head = source.read(at, 5).await.ok_or(BackupError::Truncated)?;
    let [tag, length @ ..] = head.as_slice() else { return Err(BackupError::Truncated) };
    let length = <[u8; 4]>::try_from(length).map(u32::from_be_bytes).map_err(|_| BackupError::Truncated)?;
    let (from, next) = (at + 5, at + 5 + u64::from(length));
    if next > source.length() {
        return Err(BackupError::Truncated);
    }
    let length = usize::try_from(length).map_err(|_| BackupError::Block { at })?;
    let body = source.read(from, length).await.ok_or(BackupError::Truncated)?;
    Ok(Block { tag: *tag, body, next })
}

/// `area · length of the key · key · envelope`
fn value(body: &[u8]) -> Option<(Area, String, Vec<u8>)> {
    let (area, rest) = body.split_first()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let (key, envelope) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
    Some((Area::from_tag(*area)?, String::from_utf8(key.to_vec()).ok()?, envelope.to_vec()))
}

impl<R: Source> Backup<R> {
    pub async fn read(source: R) -> Result<Self, BackupError> {
        let magic = source.read(0, MAGIC.len()).await.ok_or(BackupError::NotABackup)?;
        if magic != MAGIC {
            let version = magic.strip_prefix(NAME).and_then(|rest| rest.first());
            return Err(
                version.map_or(BackupError::NotABackup, |version| BackupError::Newer { version: *version })
            );
        }
        let mut at = MAGIC.len() as u64;
        let mut keyring = None;
        let mut stored = Stored::default();
        loop {
            let Block { tag, body, next } = block(&source, at).await?;
            match tag {
                KEYRING_TAG => keyring = Some(Keyring::from_bytes(&body).map_err(BackupError::Keyring)?),
                ROOT_TAG => stored.root = Some(body).filter(|body| !body.is_empty()),
                PART_TAG => {
                    let (epoch, rest) = body.split_first_chunk::<4>().ok_or(BackupError::Block { at })?;
                    let (part, envelope) = rest.split_first().ok_or(BackupError::Block { at })?;
                    let epoch = Epoch(u32::from_be_bytes(*epoch));
                    stored.parts.insert((epoch, *part), envelope.to_vec());
                }
                _ => break,
            }
            at = next;
        }
        let keyring = keyring.ok_or(BackupError::NotABackup)?;
        Ok(Backup { source, keyring, stored, first_value: at })
    }

    pub async fn open<C: Cipher>(
        self,
        cipher: &C,
        slot: SlotId,
        passphrase: &Passphrase,
    ) -> Result<OpenBackup<R, C>, RestoreError> {
        self.open_with(cipher, slot, passphrase.secret()).await
    }

    pub async fn open_by_recovery<C: Cipher>(
        self,
        cipher: &C,
        code: &RecoveryCode,
    ) -> Result<OpenBackup<R, C>, RestoreError> {
        let slot = self.keyring.slots.iter().find(|slot| slot.holder == Holder::Recovery);
        let id = slot.ok_or(SlotError::NoSuchSlot)?.id;
        self.open_with(cipher, id, &code.secret()).await
    }

    async fn open_with<C: Cipher>(
        self,
        cipher: &C,
        slot: SlotId,
        secret: &[u8],
    ) -> Result<OpenBackup<R, C>, RestoreError> {
        let opened = open_keyring(cipher, self.keyring, slot, secret).await?;
        open(cipher, self.source, opened, self.stored, self.first_value).await
    }
}

async fn open<R: Source, C: Cipher>(
    cipher: &C,
    source: R,
    opened: Opened<C>,
    stored: Stored,
    first_value: u64,
) -> Result<OpenBackup<R, C>, RestoreError> {
    let loaded = load(cipher, &opened, stored).await?;
    Ok(OpenBackup { source, opened, loaded, first_value })
}

/// One verified value: area, key, its write number and its text, or what is wrong with it.
type Found = (Area, String, Result<(u64, Vec<u8>), Harm>);

impl<R: Source, C: Cipher> OpenBackup<R, C> {
    /// The next values from `at`; no more when the second answer is `None`.
    async fn some(&self, cipher: &C, mut at: u64) -> Result<(Vec<Found>, Option<u64>), RestoreError> {
        let mut ask = Vec::new();
        let mut held = 0;
        let more = loop {
            let Block { tag, body, next } = block(&self.source, at).await?;
            match tag {
                VALUE_TAG => {
                    let (area, key, bytes) = value(&body).ok_or(BackupError::Block { at })?;
                    held += bytes.len();
                    if !stays_here(area, &key) {
                        ask.push(ToOpen { area, key, bytes });
                    }
                }
                END_TAG => break None,
                _ => return Err(BackupError::Block { at }.into()),
            }
            at = next;
            if held >= CHUNK_BYTES || ask.len() >= CHUNK {
                break Some(at);
            }
        };
        let (vault, epoch) = (self.opened.keyring.vault, self.loaded.epoch);
        let scope = Scope { cipher, key: &self.opened.key, vault, epoch };
        let names: Vec<(Area, String)> = ask.iter().map(|value| (value.area, value.key.clone())).collect();
        let opened = scope.open(ask).await?;
        let judge = |((area, key), answer): ((Area, String), Result<(u64, Vec<u8>), Harm>)| {
            let expected = self.loaded.manifest.expected(area, &key);
            let answer = answer.and_then(|(found, text)| match expected {
                Some(expected) if expected == found => Ok((found, text)),
                Some(expected) => Err(Harm::Stale { found, expected }),
                None => Err(Harm::Unproven { found }),
            });
            (area, key, answer)
        };
        Ok((names.into_iter().zip(opened).map(judge).collect(), more))
    }

    /// Opens every value and counts; changes nothing anywhere.
    pub async fn verify(&self, cipher: &C) -> Result<Verified, RestoreError> {
        self.look_through(cipher, |_, _, _| ()).await
    }

    /// As [`Self::verify`], and shows every genuine value, with its area and key, to `see`.
    pub async fn look_through(
        &self,
        cipher: &C,
        mut see: impl FnMut(Area, &str, &[u8]),
    ) -> Result<Verified, RestoreError> {
        let mut verified = Verified {
            damage: self.loaded.damage.clone(),
            saved_at: self.loaded.manifest.root.saved_at,
            ..Verified::default()
        };
        let mut missing: BTreeSet<(Area, String)> = BTreeSet::new();
        for area in Area::ALL {
            let entries = self.loaded.manifest.entries(area, "").into_iter().map(|(key, _)| (area, key));
            missing.extend(entries.filter(|(area, key)| !stays_here(*area, key)));
        }
        let mut at = Some(self.first_value);
        while let Some(from) = at {
            let (found, next) = self.some(cipher, from).await?;
            for (area, key, answer) in found {
                match answer {
                    Ok((_, text)) => {
                        see(area, &key, &text);
                        verified.contents.bytes += text.len() as u64;
                        if let Some(count) = verified.contents.values.get_mut(usize::from(area.tag())) {
                            *count += 1;
                        }
                    }
                    Err(harm) => verified.damage.push(Damage::value(area, &key, harm)),
                }
                missing.remove(&(area, key));
            }
            at = next;
        }
        let absent = missing.iter().map(|(area, key)| Damage::value(*area, key, Harm::Missing));
        verified.damage.extend(absent);
        Ok(verified)
    }

    /// Makes the backup the register of this store, and leaves it unlocked. Verifies first; with damage it refuses
    /// ([`VaultError::Unsettled`]) unless `despite_damage`, and then brings what is whole. Until the last commit the store is as it was;
    /// `own` are the values of this tablet alone, and become true with that very commit: a register is never there without them.
    pub async fn restore<S: Store>(
        self,
        store: S,
        cipher: C,
        own: Vec<Put>,
        at: u64,
        despite_damage: bool,
    ) -> Result<Unlocked<S, C>, RestoreError> {
        let verified = self.verify(&cipher).await?;
        if !verified.damage.is_empty() && !despite_damage {
            return Err(VaultError::Unsettled(verified.damage).into());
        }
        let fence = store.claim().await?;
        let mut staged = Staged {
            key: self.opened.key.clone(),
            vault: self.opened.keyring.vault,
            epoch: new_epoch(&cipher)?,
            manifest: Default::default(),
        };
        let mut from = Some(self.first_value);
        while let Some(here) = from {
            let (found, next) = self.some(&cipher, here).await?;
            let whole = found.into_iter().filter_map(|(area, key, answer)| {
                answer.ok().map(|(number, text)| (area, key, number, text))
            });
            staged.put(&store, &cipher, fence, whole.collect()).await?;
            from = next;
        }
        staged.manifest.root.saved_at = at;
        staged.manifest.root.keyring = self.opened.keyring.number;
        let number = self.loaded.next;
        let keyring = Some(&self.opened.keyring);
        let own = own.into_iter().filter_map(|Put { area, key, bytes }| Some((area, key, number, bytes?)));
        staged.make_current(&store, &cipher, fence, number, own.collect(), keyring).await?;
        sweep(&store, fence, &[staged.epoch]).await?;
        let (epoch, manifest) = (staged.epoch, staged.manifest);
        let loaded = Loaded { epoch, manifest, next: number + 1, damage: verified.damage };
        Ok(assemble(store, cipher, fence, self.opened, loaded))
    }
}

impl<S: Store, C: Cipher> super::vault::Vault<S, C> {
    /// Opens a backup just made with the slot that is unlocked, so that it can be verified without asking the passphrase again.
    pub async fn reopen_backup<R: Source>(
        &self,
        backup: Backup<R>,
    ) -> Result<OpenBackup<R, C>, RestoreError> {
        let (slot, cipher) = (self.0.with(|state| state.slot.clone())?, &self.0.cipher);
        let data_key = super::slots::granted(cipher, &backup.keyring, &slot).await?;
        let key = cipher.key(&data_key).await?;
        let genuine = super::slots::keyring_is_genuine(cipher, &key, &backup.keyring).await?;
        let opened = Opened { keyring: backup.keyring, genuine, slot, key };
        open(cipher, backup.source, opened, backup.stored, backup.first_value).await
    }
}
