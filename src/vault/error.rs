//! What can go wrong in the vault, as data. Damage is told apart from failure: it names one place, and the rest goes on.
use super::cipher::CipherError;
use super::envelope::FormError;
use super::keyring::KeyringError;
use super::passphrase::Verdict;
use super::slots::SlotError;
use super::store::{Area, StoreError};
use serde::{Deserialize, Serialize};

/// Where something stored is not what was stored.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    Value {
        area: Area,
        key: String,
    },
    /// One of the manifest's parts: for the values under it the expected write numbers are not known.
    Part(u8),
    /// The manifest's root.
    Root,
    Keyring,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Harm {
    /// It was stored and is no longer there.
    Missing,
    /// Bytes changed, cut, or brought from another place.
    Altered,
    /// Genuine, but of another time than the one expected: put back from an earlier state.
    Stale { found: u64, expected: u64 },
    /// Genuine, but what would prove that it is the latest is lost.
    Unproven { found: u64 },
    /// Written by a newer program.
    NewerForm { version: u8 },
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Damage {
    pub place: Place,
    pub harm: Harm,
}

impl Damage {
    pub fn value(area: Area, key: &str, harm: Harm) -> Self {
        Damage { place: Place::Value { area, key: key.to_owned() }, harm }
    }
}

impl From<FormError> for Harm {
    fn from(error: FormError) -> Self {
        match error {
            FormError::TooShort { .. } => Harm::Altered,
            FormError::Version { found } if found > super::envelope::VERSION => {
                Harm::NewerForm { version: found }
            }
            FormError::Version { .. } => Harm::Altered,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VaultError {
    /// The keys were forgotten; unlock first.
    Locked,
    Store(StoreError),
    Cipher(CipherError),
    Slot(SlotError),
    /// The value asked for is not what was stored; others are untouched.
    Damaged(Damage),
    /// These must be settled before everything can be sealed anew or replaced.
    Unsettled(Vec<Damage>),
    /// The keyring does not read: without it nothing opens, so restore a backup.
    Keyring(KeyringError),
    /// There is a register here but its keyring is gone.
    KeyringMissing,
    /// The keyring was altered by someone without the data key; people cannot be added or removed on its word.
    KeyringAltered,
    /// The passphrase may not close a slot.
    Passphrase(Verdict),
    /// A register is kept here already.
    NotEmpty,
    /// Nothing is kept here.
    Empty,
    /// The one who is unlocked cannot remove the own slot, nor the last person.
    CannotRemove,
    /// Something was saved while a replacement of everything was prepared; begin again.
    Moved,
    /// Keys are ASCII, not empty, and do not begin with `~`.
    BadKey {
        key: String,
    },
}

impl From<StoreError> for VaultError {
    fn from(error: StoreError) -> Self {
        VaultError::Store(error)
    }
}

impl From<CipherError> for VaultError {
    fn from(error: CipherError) -> Self {
        VaultError::Cipher(error)
    }
}

impl From<SlotError> for VaultError {
    fn from(error: SlotError) -> Self {
        VaultError::Slot(error)
    }
}

impl From<KeyringError> for VaultError {
    fn from(error: KeyringError) -> Self {
        VaultError::Keyring(error)
    }
}

impl From<Damage> for VaultError {
    fn from(damage: Damage) -> Self {
        VaultError::Damaged(damage)
    }
}
