//! The keyring's form: one data key, and a slot for each person and for the recovery sheet, through which it is reached.
//!
//! A slot holds two key pairs, sealed under a key derived from its passphrase: one to be *granted* the data key (ECDH), one to
//! sign acts (ECDSA). The data key is granted to a slot's public key, so that it can be renewed for everyone without
//! anyone's passphrase. The keyring itself is plain (the lock screen shows labels) with a checksum against accidents, and sealed
//! under the data key against forgery. Pure: operations are in [`super::slots`].
use super::kdf::KdfParams;
use crate::domain::id::FileId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const MAGIC: &[u8; 4] = b"BXK1";
const SUM: usize = 32;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SlotId(pub u128);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Holder {
    /// The file of a member of staff.
    Staff(FileId),
    /// Whoever holds the printed sheet.
    Recovery,
}

/// The data key on its way to one slot: sealed under what an ephemeral key and the slot's key agree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    pub ephemeral: Vec<u8>,
    pub sealed: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slot {
    pub id: SlotId,
    pub holder: Holder,
    /// What the lock screen shows; chosen by the holder, not secret.
    pub label: String,
    pub kdf: KdfParams,
    pub exchange_public: Vec<u8>,
    pub sign_public: Vec<u8>,
    /// Both private keys, sealed under the passphrase's key.
    pub private: Vec<u8>,
    pub grant: Grant,
}

/// A removed person's signing key stays known, so that what was signed stays proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retired {
    pub id: SlotId,
    pub holder: Holder,
    pub label: String,
    pub sign_public: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keyring {
    /// The register's vault; part of every envelope's binding.
    pub vault: u128,
    /// Rises with every change; the manifest knows the current one.
    pub number: u64,
    /// Rises with every new data key.
    pub generation: u32,
    pub slots: Vec<Slot>,
    pub retired: Vec<Retired>,
    /// An empty text sealed under the data key, bound to all of the above: `nonce · tag`.
    pub seal: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyringError {
    /// Not a keyring, or of a version that this program does not know.
    NotAKeyring,
    /// Bytes changed or missing: the disk failed, or someone wrote here.
    Checksum,
    /// The checksum holds but the content does not read.
    Content,
}

impl Keyring {
    /// As stored: magic, checksum, content.
    pub fn to_bytes(&self) -> Vec<u8> {
        let content = encode(self);
        let sum = Sha256::digest(&content);
        [MAGIC.as_slice(), sum.as_slice(), &content].concat()
    }

    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyringError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(KeyringError::NotAKeyring)?;
        let (sum, content) = rest.split_first_chunk::<SUM>().ok_or(KeyringError::Checksum)?;
        if Sha256::digest(content).as_slice() != sum {
            return Err(KeyringError::Checksum);
        }
        postcard::from_bytes(content).map_err(|_| KeyringError::Content)
    }

    pub fn slot(&self, id: SlotId) -> Option<&Slot> {
        self.slots.iter().find(|slot| slot.id == id)
    }

    /// A person's slot, living or retired: whose signature key it is.
    pub fn sign_public(&self, id: SlotId) -> Option<&[u8]> {
        let living = self.slots.iter().map(|slot| (slot.id, &slot.sign_public));
        let retired = self.retired.iter().map(|slot| (slot.id, &slot.sign_public));
        living.chain(retired).find(|(slot, _)| *slot == id).map(|(_, key)| key.as_slice())
    }

    /// What the seal is bound to: everything but the seal.
    pub fn sealed_part(&self) -> Vec<u8> {
        let Keyring { vault, number, generation, slots, retired, seal: _ } = self;
        [b"baoxue keyring/1".as_slice(), &encode(&(vault, number, generation, slots, retired))].concat()
    }
}

impl Slot {
    /// What the private keys are bound to: a slot's parts cannot be exchanged for another's.
    pub fn private_part(&self, vault: u128) -> Vec<u8> {
        let Slot { id, holder, kdf, exchange_public, sign_public, .. } = self;
        [b"baoxue slot/1".as_slice(), &encode(&(vault, id, holder, kdf, exchange_public, sign_public))]
            .concat()
    }

    /// What a grant is bound to.
    pub fn grant_part(&self, vault: u128, generation: u32) -> Vec<u8> {
        [b"baoxue grant/1".as_slice(), &encode(&(vault, self.id, generation))].concat()
    }
}

/// Postcard into a vector has no way to fail for these types (no maps of unknown length, no custom serialisers).
fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}
