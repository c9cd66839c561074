//! Sealing and opening envelopes, many at once.
use super::cipher::{Cipher, CipherError, Job, NONCE};
use super::envelope::{self, Binding, Epoch};
use super::error::Harm;
use super::store::Area;

/// What all envelopes of one state have in common.
pub struct Scope<'a, C: Cipher> {
    pub cipher: &'a C,
    pub key: &'a C::Key,
    pub vault: u128,
    pub epoch: Epoch,
}

/// A value on its way in.
pub struct ToSeal {
    pub area: Area,
    pub key: String,
    pub number: u64,
    pub text: Vec<u8>,
}

/// A value on its way out; `number` is the one it claims in its head.
pub struct ToOpen {
    pub area: Area,
    pub key: String,
    pub bytes: Vec<u8>,
}

impl<C: Cipher> Scope<'_, C> {
    fn binding<'k>(&self, area: Area, key: &'k str, number: u64) -> Binding<'k> {
        Binding { vault: self.vault, epoch: self.epoch, area, key, number }
    }

    /// Envelopes in the order given.
    pub async fn seal(&self, values: Vec<ToSeal>) -> Result<Vec<Vec<u8>>, CipherError> {
        let mut nonces = vec![0u8; values.len() * NONCE];
        self.cipher.random(&mut nonces)?;
        let mut heads = Vec::with_capacity(values.len());
        let mut jobs = Vec::with_capacity(values.len());
        for (value, nonce) in values.into_iter().zip(nonces.as_chunks::<NONCE>().0) {
            let bound = self.binding(value.area, &value.key, value.number).bytes();
            heads.push((value.number, *nonce));
            jobs.push(Job { nonce: *nonce, bound, text: value.text });
        }
        let sealed = self.cipher.seal(self.key, jobs).await?;
        let join = |((number, nonce), sealed): (&(u64, [u8; NONCE]), Vec<u8>)| {
            envelope::join(*number, nonce, &sealed)
        };
        Ok(heads.iter().zip(sealed).map(join).collect())
    }

    /// The number that each envelope proves, with its text; or why it is not genuine here.
    pub async fn open(&self, values: Vec<ToOpen>) -> Result<Vec<Result<(u64, Vec<u8>), Harm>>, CipherError> {
        let mut answers = Vec::with_capacity(values.len());
        let mut jobs = Vec::with_capacity(values.len());
        for value in &values {
            let parts = envelope::split(&value.bytes);
            if let Ok(parts) = parts {
                jobs.push(parts.job(&self.binding(value.area, &value.key, parts.number)));
            }
            answers.push(parts.map(|parts| parts.number).map_err(Harm::from));
        }
        let mut texts = self.cipher.open(self.key, jobs).await?.into_iter();
        let join = |answer: Result<u64, Harm>| {
            let number = answer?;
            match texts.next() {
                Some(Ok(text)) => Ok((number, text)),
                _ => Err(Harm::Altered),
            }
        };
        Ok(answers.into_iter().map(join).collect())
    }

    /// One envelope.
    pub async fn open_one(
        &self,
        area: Area,
        key: &str,
        bytes: Vec<u8>,
    ) -> Result<Result<(u64, Vec<u8>), Harm>, CipherError> {
        let opened = self.open(vec![ToOpen { area, key: key.to_owned(), bytes }]).await?;
        Ok(opened.into_iter().next().unwrap_or(Err(Harm::Altered)))
    }
}
