//! The cipher outside a browser: tests, fuzzing, benchmarks. Byte for byte what [`super::web_cipher`] does.
use super::cipher::{Cipher, CipherError, Job, NotGenuine, Pair, PairUse, Secret};
use super::kdf::{self, KdfError, KdfParams};
use aes_gcm::aead::{Aead, KeyInit, OsRng, Payload, rand_core::RngCore};
use aes_gcm::{Aes256Gcm, Nonce};
use p256::ecdsa::signature::{Signer, Verifier};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::elliptic_curve::sec1::ToEncodedPoint;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use p256::{PublicKey, SecretKey};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

#[derive(Clone, Copy, Debug, Default)]
pub struct NativeCipher {
    /// Tests only: a plain hash instead of Argon2id, which takes seconds without optimisation. Parameters are still checked.
    pub quick: bool,
    /// Tests only: the most memory that this device pretends to have.
    pub memory_kib: Option<u32>,
}

impl NativeCipher {
    pub fn quick() -> Self {
        NativeCipher { quick: true, memory_kib: None }
    }
}

fn named(name: impl ToString) -> CipherError {
    CipherError { name: name.to_string() }
}

impl Cipher for NativeCipher {
    type Key = Aes256Gcm;
    type Private = SecretKey;

    fn random(&self, into: &mut [u8]) -> Result<(), CipherError> {
        OsRng.try_fill_bytes(into).map_err(named)
    }

    async fn key(&self, raw: &[u8; 32]) -> Result<Aes256Gcm, CipherError> {
        Aes256Gcm::new_from_slice(raw).map_err(named)
    }

    async fn seal(&self, key: &Aes256Gcm, jobs: Vec<Job>) -> Result<Vec<Vec<u8>>, CipherError> {
        let seal = |job: Job| {
            let payload = Payload { msg: &job.text, aad: &job.bound };
            key.encrypt(Nonce::from_slice(&job.nonce), payload).map_err(named)
        };
        jobs.into_iter().map(seal).collect()
    }

    async fn open(
        &self,
        key: &Aes256Gcm,
        jobs: Vec<Job>,
    ) -> Result<Vec<Result<Vec<u8>, NotGenuine>>, CipherError> {
        let open = |job: Job| {
            let payload = Payload { msg: &job.text, aad: &job.bound };
            key.decrypt(Nonce::from_slice(&job.nonce), payload).map_err(|_| NotGenuine)
        };
        Ok(jobs.into_iter().map(open).collect())
    }

    async fn pair(&self, _: PairUse) -> Result<Pair, CipherError> {
        let secret = SecretKey::random(&mut OsRng);
        let der = secret.to_pkcs8_der().map_err(named)?;
        Ok(Pair {
            private: Zeroizing::new(der.as_bytes().to_vec()),
            public: secret.public_key().to_encoded_point(false).as_bytes().to_vec(),
        })
    }

    async fn private(&self, _: PairUse, pkcs8: &[u8]) -> Result<SecretKey, CipherError> {
        SecretKey::from_pkcs8_der(pkcs8).map_err(named)
    }

    async fn agree(&self, mine: &SecretKey, public: &[u8]) -> Result<Secret, CipherError> {
        let public = PublicKey::from_sec1_bytes(public).map_err(named)?;
        let shared = p256::ecdh::diffie_hellman(mine.to_nonzero_scalar(), public.as_affine());
        let mut secret = Secret::default();
        secret.copy_from_slice(shared.raw_secret_bytes());
        Ok(secret)
    }

    async fn sign(&self, mine: &SecretKey, bytes: &[u8]) -> Result<Vec<u8>, CipherError> {
        let signature: Signature = SigningKey::from(mine).sign(bytes);
        Ok(signature.to_bytes().to_vec())
    }

    async fn verify(&self, public: &[u8], bytes: &[u8], signature: &[u8]) -> Result<bool, CipherError> {
        let Ok(key) = VerifyingKey::from_sec1_bytes(public) else { return Ok(false) };
        let Ok(signature) = Signature::from_slice(signature) else { return Ok(false) };
        Ok(key.verify(bytes, &signature).is_ok())
    }

    async fn derive(&self, params: &KdfParams, secret: &[u8]) -> Result<Secret, KdfError> {
        params.check()?;
        if self.memory_kib.is_some_and(|most| params.m_kib > most) {
            return Err(KdfError::NoMemory { m_kib: params.m_kib });
        }
        if !self.quick {
            return kdf::derive(params, secret);
        }
        let digest = Sha256::new()
            .chain_update(params.m_kib.to_be_bytes())
            .chain_update(params.t.to_be_bytes())
            .chain_update(params.salt)
            .chain_update(secret)
            .finalize();
        Ok(Secret::new(digest.into()))
    }
}
