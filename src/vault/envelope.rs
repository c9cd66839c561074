//! The form of a sealed value: `version (1) · write number (8, big-endian) · nonce (12) · ciphertext and tag`.
//!
//! Bound to it as associated data are the vault, the epoch, the area, the write number and the key ([`Binding`]), so that
//! a value moved to another place, taken from another register, or put back from earlier does not open where it lies.
//! Pure: the sealing itself is the cipher's.
use super::cipher::{Job, NONCE, TAG};
use super::store::Area;

pub const VERSION: u8 = 1;
const HEAD: usize = 1 + 8 + NONCE;
const MARK: &[u8; 8] = b"baoxue/1";

/// Names one state of the whole register: what lies under another epoch is being staged, or left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Epoch(pub u32);

/// What a value is bound to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding<'a> {
    pub vault: u128,
    pub epoch: Epoch,
    pub area: Area,
    pub key: &'a str,
    /// Rises with every commit; never used twice within an epoch.
    pub number: u64,
}

impl Binding<'_> {
    /// The associated data. Every member before the key has a fixed length, so no two bindings give the same bytes.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(MARK.len() + 16 + 4 + 1 + 8 + self.key.len());
        bytes.extend_from_slice(MARK);
        bytes.extend_from_slice(&self.vault.to_be_bytes());
        bytes.extend_from_slice(&self.epoch.0.to_be_bytes());
        bytes.push(self.area.tag());
        bytes.extend_from_slice(&self.number.to_be_bytes());
        bytes.extend_from_slice(self.key.as_bytes());
        bytes
    }
}

/// A sealed value taken apart, not yet opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    pub number: u64,
    pub nonce: [u8; NONCE],
    pub sealed: &'a [u8],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormError {
    TooShort { length: usize },
    Version { found: u8 },
}

/// Puts a sealed value together from what the cipher gave for [`Job`].
pub fn join(number: u64, nonce: &[u8; NONCE], sealed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(HEAD + sealed.len());
    bytes.push(VERSION);
    bytes.extend_from_slice(&number.to_be_bytes());
    bytes.extend_from_slice(nonce);
    bytes.extend_from_slice(sealed);
    bytes
}

pub fn split(bytes: &[u8]) -> Result<Parts<'_>, FormError> {
    let short = FormError::TooShort { length: bytes.len() };
    let (version, rest) = bytes.split_first().ok_or(short)?;
    if *version != VERSION {
        return Err(FormError::Version { found: *version });
    }
    let (number, rest) = rest.split_first_chunk::<8>().ok_or(short)?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE>().ok_or(short)?;
    if sealed.len() < TAG {
        return Err(short);
    }
    Ok(Parts { number: u64::from_be_bytes(*number), nonce: *nonce, sealed })
}

impl Parts<'_> {
    /// What the cipher is asked to open, if the value belongs at `binding`.
    pub fn job(&self, binding: &Binding) -> Job {
        Job { nonce: self.nonce, bound: binding.bytes(), text: self.sealed.to_vec() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_apart_as_it_was_put_together() {
        let nonce = [7; NONCE];
        let sealed = [9u8; 20];
        let bytes = join(0x0102, &nonce, &sealed);
        assert_eq!(split(&bytes), Ok(Parts { number: 0x0102, nonce, sealed: &sealed }));
    }

    #[test]
    fn a_cut_or_foreign_value_is_named() {
        let bytes = join(1, &[0; NONCE], &[0; TAG]);
        for length in 0..bytes.len() {
            assert_eq!(split(&bytes[..length]), Err(FormError::TooShort { length }));
        }
        let mut other = bytes.clone();
        other[0] = 2;
        assert_eq!(split(&other), Err(FormError::Version { found: 2 }));
    }

    #[test]
    fn no_two_places_have_the_same_binding() {
        let at = |vault, epoch, area, key, number| {
            Binding { vault, epoch: Epoch(epoch), area, key, number }.bytes()
        };
        let all = [
            at(1, 1, Area::Files, "a", 1),
            at(2, 1, Area::Files, "a", 1),
            at(1, 2, Area::Files, "a", 1),
            at(1, 1, Area::History, "a", 1),
            at(1, 1, Area::Files, "b", 1),
            at(1, 1, Area::Files, "a", 2),
            at(1, 1, Area::Files, "aa", 1),
        ];
        for (i, one) in all.iter().enumerate() {
            for other in all.iter().skip(i + 1) {
                assert_ne!(one, other);
            }
        }
    }
}
