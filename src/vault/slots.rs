//! What is done with key slots: make one, open one, grant it the data key, change its passphrase, seal the keyring.
//!
//! Raw keys pass through here for a moment and are wiped; what stays in use are the cipher's handles.
use super::cipher::{Cipher, CipherError, Job, NONCE, NotGenuine, PairUse, Secret, TAG, random};
use super::kdf::{KdfError, KdfParams, LADDER};
use super::keyring::{Grant, Holder, Keyring, Slot, SlotId};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlotError {
    NoSuchSlot,
    /// The passphrase does not open the slot (or someone changed the slot; the two cannot be told apart).
    WrongPassphrase,
    /// The slot opens, but the data key granted to it does not.
    GrantBroken,
    Kdf(KdfError),
    Cipher(CipherError),
}

impl From<CipherError> for SlotError {
    fn from(error: CipherError) -> Self {
        SlotError::Cipher(error)
    }
}

impl From<KdfError> for SlotError {
    fn from(error: KdfError) -> Self {
        SlotError::Kdf(error)
    }
}

/// A slot that stands open.
pub struct OpenSlot<C: Cipher> {
    pub id: SlotId,
    pub holder: Holder,
    pub exchange: C::Private,
    pub signer: C::Private,
}

impl<C: Cipher> Clone for OpenSlot<C> {
    fn clone(&self) -> Self {
        OpenSlot {
            id: self.id,
            holder: self.holder,
            exchange: self.exchange.clone(),
            signer: self.signer.clone(),
        }
    }
}

#[derive(Serialize, Deserialize)]
struct PrivateKeys {
    exchange: Vec<u8>,
    sign: Vec<u8>,
}

/// `nonce · sealed`, for the few small things that are not envelopes.
pub async fn seal_small<C: Cipher>(
    cipher: &C,
    key: &C::Key,
    bound: Vec<u8>,
    text: &[u8],
) -> Result<Vec<u8>, CipherError> {
    let nonce = random::<NONCE, C>(cipher)?;
    let sealed = cipher.seal(key, vec![Job { nonce, bound, text: text.to_vec() }]).await?;
    Ok([nonce.as_slice(), &sealed.concat()].concat())
}

pub async fn open_small<C: Cipher>(
    cipher: &C,
    key: &C::Key,
    bound: Vec<u8>,
    bytes: &[u8],
) -> Result<Result<Zeroizing<Vec<u8>>, NotGenuine>, CipherError> {
    let Some((nonce, sealed)) = bytes.split_first_chunk::<NONCE>().filter(|(_, s)| s.len() >= TAG) else {
        return Ok(Err(NotGenuine));
    };
    let opened = cipher.open(key, vec![Job { nonce: *nonce, bound, text: sealed.to_vec() }]).await?;
    Ok(opened.into_iter().next().unwrap_or(Err(NotGenuine)).map(Zeroizing::new))
}

/// Derives with the most that the device bears, from the top of the ladder; the parameters record what it was.
pub(super) async fn derive_best<C: Cipher>(
    cipher: &C,
    secret: &[u8],
) -> Result<(KdfParams, Secret), SlotError> {
    let salt = random::<16, C>(cipher)?;
    let mut last = KdfError::NoMemory { m_kib: 0 };
    for (m_kib, t) in LADDER {
        let params = KdfParams { m_kib, t, p: 1, salt };
        match cipher.derive(&params, secret).await {
            Ok(key) => return Ok((params, key)),
            Err(error @ KdfError::NoMemory { .. }) => last = error,
            Err(error) => return Err(error.into()),
        }
    }
    Err(last.into())
}

/// A new slot with fresh key pairs, granted the data key.
pub async fn make<C: Cipher>(
    cipher: &C,
    vault: u128,
    generation: u32,
    holder: Holder,
    label: &str,
    secret: &[u8],
    data_key: &Secret,
) -> Result<Slot, SlotError> {
    let exchange = cipher.pair(PairUse::Exchange).await?;
    let sign = cipher.pair(PairUse::Sign).await?;
    let keys = PrivateKeys { exchange: exchange.private.to_vec(), sign: sign.private.to_vec() };
    let (kdf, derived) = derive_best(cipher, secret).await?;
    let mut slot = Slot {
        id: SlotId(u128::from_be_bytes(random::<16, C>(cipher)?)),
        holder,
        label: label.to_owned(),
        kdf,
        exchange_public: exchange.public,
        sign_public: sign.public,
        private: Vec::new(),
        grant: Grant { ephemeral: Vec::new(), sealed: Vec::new() },
    };
    close(cipher, vault, &mut slot, &derived, &keys).await?;
    slot.grant = grant(cipher, vault, generation, &slot, data_key).await?;
    Ok(slot)
}

async fn close<C: Cipher>(
    cipher: &C,
    vault: u128,
    slot: &mut Slot,
    derived: &Secret,
    keys: &PrivateKeys,
) -> Result<(), SlotError> {
    let text = Zeroizing::new(postcard::to_allocvec(keys).map_err(|e| CipherError { name: e.to_string() })?);
    let key = cipher.key(derived).await?;
    slot.private = seal_small(cipher, &key, slot.private_part(vault), &text).await?;
    Ok(())
}

async fn private_keys<C: Cipher>(
    cipher: &C,
    vault: u128,
    slot: &Slot,
    secret: &[u8],
) -> Result<PrivateKeys, SlotError> {
    slot.kdf.check()?;
    let derived = cipher.derive(&slot.kdf, secret).await?;
    let key = cipher.key(&derived).await?;
    let text = open_small(cipher, &key, slot.private_part(vault), &slot.private).await?;
    let text = text.map_err(|NotGenuine| SlotError::WrongPassphrase)?;
    postcard::from_bytes(&text).map_err(|_| SlotError::WrongPassphrase)
}

/// Opens a slot with its passphrase (or the recovery code).
pub async fn open<C: Cipher>(
    cipher: &C,
    keyring: &Keyring,
    id: SlotId,
    secret: &[u8],
) -> Result<OpenSlot<C>, SlotError> {
    let slot = keyring.slot(id).ok_or(SlotError::NoSuchSlot)?;
    let mut keys = private_keys(cipher, keyring.vault, slot, secret).await?;
    let exchange = cipher.private(PairUse::Exchange, &keys.exchange).await?;
    let signer = cipher.private(PairUse::Sign, &keys.sign).await?;
    zeroize::Zeroize::zeroize(&mut keys.exchange);
    zeroize::Zeroize::zeroize(&mut keys.sign);
    Ok(OpenSlot { id, holder: slot.holder, exchange, signer })
}

/// Re-wraps a slot under a new passphrase; its keys, and all that is sealed, stay.
pub async fn rewrap<C: Cipher>(
    cipher: &C,
    vault: u128,
    slot: &Slot,
    old: &[u8],
    new: &[u8],
) -> Result<Slot, SlotError> {
    let keys = private_keys(cipher, vault, slot, old).await?;
    let (kdf, derived) = derive_best(cipher, new).await?;
    let mut slot = Slot { kdf, ..slot.clone() };
    close(cipher, vault, &mut slot, &derived, &keys).await?;
    Ok(slot)
}

/// The key that two parties agree on, bound to both public keys (HKDF-SHA256, one block).
async fn agreed<C: Cipher>(
    cipher: &C,
    mine: &C::Private,
    theirs: &[u8],
    ephemeral: &[u8],
    receiver: &[u8],
) -> Result<C::Key, CipherError> {
    let shared = cipher.agree(mine, theirs).await?;
    let refused = |_| CipherError { name: "hmac".to_owned() };
    let mut extract = Hmac::<Sha256>::new_from_slice(b"baoxue grant/1").map_err(refused)?;
    extract.update(shared.as_ref());
    let pseudorandom = Zeroizing::new(<[u8; 32]>::from(extract.finalize().into_bytes()));
    let mut expand = Hmac::<Sha256>::new_from_slice(pseudorandom.as_ref()).map_err(refused)?;
    for part in [ephemeral, receiver, &[1]] {
        expand.update(part);
    }
    let key = Secret::new(expand.finalize().into_bytes().into());
    cipher.key(&key).await
}

/// Seals the data key to a slot's public key.
pub async fn grant<C: Cipher>(
    cipher: &C,
    vault: u128,
    generation: u32,
    slot: &Slot,
    data_key: &Secret,
) -> Result<Grant, CipherError> {
    let pair = cipher.pair(PairUse::Exchange).await?;
    let private = cipher.private(PairUse::Exchange, &pair.private).await?;
    let to = &slot.exchange_public;
    let key = agreed(cipher, &private, to, &pair.public, to).await?;
    let sealed = seal_small(cipher, &key, slot.grant_part(vault, generation), data_key.as_ref()).await?;
    Ok(Grant { ephemeral: pair.public, sealed })
}

/// The data key that was granted to an open slot.
pub async fn granted<C: Cipher>(
    cipher: &C,
    keyring: &Keyring,
    open: &OpenSlot<C>,
) -> Result<Secret, SlotError> {
    let slot = keyring.slot(open.id).ok_or(SlotError::NoSuchSlot)?;
    let from = &slot.grant.ephemeral;
    let key = agreed(cipher, &open.exchange, from, from, &slot.exchange_public).await;
    // A garbled point is refused by the engine itself.
    let key = key.map_err(|_| SlotError::GrantBroken)?;
    let bound = slot.grant_part(keyring.vault, keyring.generation);
    let raw = open_small(cipher, &key, bound, &slot.grant.sealed).await?;
    let raw = raw.map_err(|NotGenuine| SlotError::GrantBroken)?;
    let raw = <[u8; 32]>::try_from(raw.as_slice()).map_err(|_| SlotError::GrantBroken)?;
    Ok(Secret::new(raw))
}

/// Seals the keyring against forgery, under the data key.
pub async fn seal_keyring<C: Cipher>(
    cipher: &C,
    key: &C::Key,
    keyring: &mut Keyring,
) -> Result<(), CipherError> {
    keyring.seal = seal_small(cipher, key, keyring.sealed_part(), &[]).await?;
    Ok(())
}

pub async fn keyring_is_genuine<C: Cipher>(
    cipher: &C,
    key: &C::Key,
    keyring: &Keyring,
) -> Result<bool, CipherError> {
    Ok(open_small(cipher, key, keyring.sealed_part(), &keyring.seal).await?.is_ok())
}
