//! Making a vault, looking at one that is locked, and unlocking it.
//!
//! Unlocking reports damage to the keyring and the manifest and goes on with what can be proven; it rebuilds nothing in silence.
use super::cipher::{Cipher, CipherError, Secret, random};
use super::commit::{Put, check_key};
use super::envelope::Epoch;
use super::error::{Damage, VaultError};
use super::keyring::{Holder, Keyring, SlotId};
use super::loading::{Loaded, Stored, load};
use super::manifest::{KEYRING, Manifest, ROOT, Root};
use super::passphrase::{self, Passphrase};
use super::recovery::RecoveryCode;
use super::slots::{self, OpenSlot, SlotError};
use super::stage::Staged;
use super::store::{Area, Store};
use super::vault::{Inner, State, Vault};
use crate::domain::id::FileId;
use futures::lock::Mutex;
use std::cell::RefCell;
use std::rc::Rc;
use zeroize::Zeroizing;

/// What a store holds before anyone has unlocked it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing: a first run.
    Empty,
    /// A register, with the slots that the lock screen shows.
    Locked(Box<Keyring>),
}

/// The first person of a new vault.
pub struct FirstPerson<'a> {
    pub staff: FileId,
    pub label: &'a str,
    pub passphrase: &'a Passphrase,
}

/// An unlocked vault, and what is wrong with its keyring or manifest (values tell when they are read).
pub struct Unlocked<S: Store, C: Cipher> {
    pub vault: Vault<S, C>,
    pub damage: Vec<Damage>,
}

pub async fn look<S: Store>(store: &S) -> Result<Standing, VaultError> {
    if let Some(bytes) = store.get(Area::Meta, KEYRING).await? {
        return Ok(Standing::Locked(Box::new(Keyring::from_bytes(&bytes)?)));
    }
    // A register whose keyring is gone must never look like a first run.
    let ours = store.get(Area::Meta, ROOT).await?.is_some();
    if ours { Err(VaultError::KeyringMissing) } else { Ok(Standing::Empty) }
}

/// A generated passphrase, strong enough by our own estimate.
pub fn new_passphrase<C: Cipher>(cipher: &C) -> Result<Zeroizing<String>, CipherError> {
    for _ in 0..16 {
        let text = passphrase::generate(&random(cipher)?);
        if Passphrase::typed(&text).verdict().is_enough() {
            return Ok(text);
        }
    }
    Err(CipherError { name: "random".to_owned() })
}

pub fn new_recovery_code<C: Cipher>(cipher: &C) -> Result<RecoveryCode, CipherError> {
    Ok(RecoveryCode::from_random(&random(cipher)?))
}

pub(super) fn strong(passphrase: &Passphrase) -> Result<(), VaultError> {
    let verdict = passphrase.verdict();
    if verdict.is_enough() { Ok(()) } else { Err(VaultError::Passphrase(verdict)) }
}

pub(super) fn new_epoch<C: Cipher>(cipher: &C) -> Result<Epoch, CipherError> {
    Ok(Epoch(u32::from_be_bytes(random(cipher)?)))
}

impl<S: Store, C: Cipher> Vault<S, C> {
    /// Makes a vault in an empty store and leaves it unlocked by its first person. The recovery code is for paper.
    pub async fn create(
        store: S,
        cipher: C,
        first: FirstPerson<'_>,
        recovery: &RecoveryCode,
        at: u64,
    ) -> Result<Self, VaultError> {
        Self::create_with(store, cipher, first, recovery, Vec::new(), at).await
    }

    /// The same with its first values: they and the vault are there together, or the store is empty still.
    pub async fn create_with(
        store: S,
        cipher: C,
        first: FirstPerson<'_>,
        recovery: &RecoveryCode,
        values: Vec<Put>,
        at: u64,
    ) -> Result<Self, VaultError> {
        strong(first.passphrase)?;
        if look(&store).await? != Standing::Empty {
            return Err(VaultError::NotEmpty);
        }
        let data_key = Secret::new(random(&cipher)?);
        let vault = u128::from_be_bytes(random(&cipher)?);
        let holder = Holder::Staff(first.staff);
        let secret = first.passphrase.secret();
        let staff = slots::make(&cipher, vault, 1, holder, first.label, secret, &data_key).await?;
        let sheet =
            slots::make(&cipher, vault, 1, Holder::Recovery, "", &recovery.secret(), &data_key).await?;
        let id = staff.id;
        let mut keyring = Keyring {
            vault,
            number: 1,
            generation: 1,
            slots: vec![staff, sheet],
            retired: vec![],
            seal: vec![],
        };
        let key = cipher.key(&data_key).await?;
        slots::seal_keyring(&cipher, &key, &mut keyring).await?;
        let slot = slots::open(&cipher, &keyring, id, secret).await?;
        let epoch = new_epoch(&cipher)?;
        let mut staged = Staged { key: key.clone(), vault, epoch, manifest: Manifest::default() };
        let mut texts = Vec::with_capacity(values.len());
        for Put { area, key, bytes } in values {
            check_key(&key)?;
            texts.extend(bytes.map(|bytes| (area, key, 1, bytes)));
        }
        staged.manifest.root = Root { saved_at: at, keyring: 1, ..Root::default() };
        let writer = store.claim().await?;
        staged.make_current(&store, &cipher, writer, 1, texts, Some(&keyring)).await?;
        let loaded = Loaded { epoch, manifest: staged.manifest, next: 2, damage: vec![] };
        Ok(assemble(store, cipher, writer, Opened { keyring, genuine: true, slot, key }, loaded).vault)
    }

    /// Unlocks with a person's passphrase, and becomes the writer.
    pub async fn unlock(
        store: S,
        cipher: C,
        slot: SlotId,
        passphrase: &Passphrase,
    ) -> Result<Unlocked<S, C>, VaultError> {
        Self::unlock_with(store, cipher, slot, passphrase.secret()).await
    }

    /// Unlocks with the printed recovery code.
    pub async fn unlock_by_recovery(
        store: S,
        cipher: C,
        code: &RecoveryCode,
    ) -> Result<Unlocked<S, C>, VaultError> {
        let Standing::Locked(keyring) = look(&store).await? else { return Err(VaultError::Empty) };
        let slot = keyring.slots.iter().find(|slot| slot.holder == Holder::Recovery);
        let id = slot.ok_or(SlotError::NoSuchSlot)?.id;
        Self::unlock_with(store, cipher, id, &code.secret()).await
    }

    async fn unlock_with(
        store: S,
        cipher: C,
        id: SlotId,
        secret: &[u8],
    ) -> Result<Unlocked<S, C>, VaultError> {
        let Standing::Locked(keyring) = look(&store).await? else { return Err(VaultError::Empty) };
        let opened = open_keyring(&cipher, *keyring, id, secret).await?;
        let writer = store.claim().await?;
        let stored = Stored::of(&store).await?;
        let loaded = load(&cipher, &opened, stored).await?;
        Ok(assemble(store, cipher, writer, opened, loaded))
    }
}

/// A keyring with one slot open, and the data key in use.
pub(super) struct Opened<C: Cipher> {
    pub keyring: Keyring,
    pub genuine: bool,
    pub slot: OpenSlot<C>,
    pub key: C::Key,
}

pub(super) async fn open_keyring<C: Cipher>(
    cipher: &C,
    keyring: Keyring,
    id: SlotId,
    secret: &[u8],
) -> Result<Opened<C>, VaultError> {
    let slot = slots::open(cipher, &keyring, id, secret).await?;
    let data_key = slots::granted(cipher, &keyring, &slot).await?;
    let key = cipher.key(&data_key).await?;
    let genuine = slots::keyring_is_genuine(cipher, &key, &keyring).await?;
    Ok(Opened { keyring, genuine, slot, key })
}

pub(super) fn assemble<S: Store, C: Cipher>(
    store: S,
    cipher: C,
    writer: u64,
    opened: Opened<C>,
    loaded: Loaded,
) -> Unlocked<S, C> {
    let Opened { keyring, genuine, slot, key } = opened;
    let Loaded { epoch, manifest, next, damage } = loaded;
    let keyring_genuine = genuine && keyring.number == manifest.root.keyring;
    let state =
        State { keyring: Rc::new(keyring), keyring_genuine, slot, key, epoch, manifest, next, doubt: None };
    let (state, turn, told) = (RefCell::new(Some(state)), Mutex::new(()), RefCell::new(None));
    let inner = Inner { store, cipher, state, turn, writer, told };
    Unlocked { vault: Vault(Rc::new(inner)), damage }
}
