//! The cryptography that the vault asks for; done by WebCrypto in the browser and by crates elsewhere, byte for byte alike.
//!
//! AES-256-GCM (12-byte nonce, 16-byte tag), ECDH and ECDSA on P-256 (SHA-256), Argon2id. Keys are handles: in the browser
//! they cannot be read back. Sealing and opening take many jobs at once, because each await costs more than a small seal.
use super::kdf::{KdfError, KdfParams};
use zeroize::Zeroizing;

pub const NONCE: usize = 12;
pub const TAG: usize = 16;
/// Bytes of an uncompressed P-256 point.
pub const POINT: usize = 65;

/// 32 secret bytes, wiped when dropped.
pub type Secret = Zeroizing<[u8; 32]>;

/// One text to seal, or one sealed text (with its tag) to open.
pub struct Job {
    pub nonce: [u8; NONCE],
    /// Associated data: bound to the text, not hidden.
    pub bound: Vec<u8>,
    pub text: Vec<u8>,
}

/// The text, nonce, associated data and key do not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotGenuine;

/// The engine refused a call that ought to work; its own name for the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CipherError {
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairUse {
    /// ECDH: receives the data key.
    Exchange,
    /// ECDSA: signs acts.
    Sign,
}

/// A fresh key pair, on its way into a key slot.
pub struct Pair {
    /// PKCS #8.
    pub private: Zeroizing<Vec<u8>>,
    /// Uncompressed point, [`POINT`] bytes.
    pub public: Vec<u8>,
}

#[allow(async_fn_in_trait)] // one thread: nothing here is sent to another
pub trait Cipher {
    /// An AES-256-GCM key in use.
    type Key: Clone;
    /// A private key of either [`PairUse`] in use.
    type Private: Clone;

    fn random(&self, into: &mut [u8]) -> Result<(), CipherError>;
    async fn key(&self, raw: &[u8; 32]) -> Result<Self::Key, CipherError>;
    async fn seal(&self, key: &Self::Key, jobs: Vec<Job>) -> Result<Vec<Vec<u8>>, CipherError>;
    /// One answer a job: a text that is not genuine never hides the others.
    async fn open(
        &self,
        key: &Self::Key,
        jobs: Vec<Job>,
    ) -> Result<Vec<Result<Vec<u8>, NotGenuine>>, CipherError>;

    async fn pair(&self, usage: PairUse) -> Result<Pair, CipherError>;
    async fn private(&self, usage: PairUse, pkcs8: &[u8]) -> Result<Self::Private, CipherError>;
    /// The secret shared with the owner of `public` (the x coordinate).
    async fn agree(&self, mine: &Self::Private, public: &[u8]) -> Result<Secret, CipherError>;
    /// 64 bytes: r and s.
    async fn sign(&self, mine: &Self::Private, bytes: &[u8]) -> Result<Vec<u8>, CipherError>;
    async fn verify(&self, public: &[u8], bytes: &[u8], signature: &[u8]) -> Result<bool, CipherError>;

    /// Argon2id, off the main thread where there is one to be off. Parameters are checked by [`KdfParams::check`].
    async fn derive(&self, params: &KdfParams, secret: &[u8]) -> Result<Secret, KdfError>;
}

/// `N` random bytes.
pub fn random<const N: usize, C: Cipher>(cipher: &C) -> Result<[u8; N], CipherError> {
    let mut bytes = [0u8; N];
    cipher.random(&mut bytes)?;
    Ok(bytes)
}
