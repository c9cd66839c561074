//! Ids derived from a list's row with the register's secret: thirty tablets that take in one roster make one file a child, and
//! nobody without the secret can tell from an id whose file it is.
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

/// 32 random bytes, made with the register; they travel in its sealed exports only.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Secret(pub [u8; 32]);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Secret {
    /// A file's id from what names it: a pupil's identity number and normalised name, a school's code, a teacher's school and name.
    pub fn file_id(&self, kind: FileKind, names: &[&str]) -> FileId {
        FileId(self.derive(kind.key(), names))
    }

    /// A record's id within a file, so that taking the same row in again finds it.
    pub fn record_id(&self, file: FileId, table: &str, names: &[&str]) -> RecordId {
        let file = file.to_string();
        let names: Vec<&str> = std::iter::once(file.as_str()).chain(names.iter().copied()).collect();
        RecordId(self.derive(table, &names))
    }

    fn derive(&self, kind: &str, names: &[&str]) -> u128 {
        // A key of any length is taken: `new_from_slice` cannot fail for HMAC.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return 0 };
        for part in std::iter::once(&kind).chain(names) {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part.as_bytes());
        }
        let bytes: [u8; 32] = mac.finalize().into_bytes().into();
        bytes.iter().take(16).fold(0, |word, byte| word << 8 | u128::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_row_gives_the_same_id_and_another_secret_another() {
        let (mine, theirs) = (Secret([1; 32]), Secret([2; 32]));
        let id = |secret: &Secret, names: &[&str]| secret.file_id(FileKind::Pupil, names);
        assert_eq!(
            id(&mine, &["370299201209010013", "林小满"]),
            id(&mine, &["370299201209010013", "林小满"])
        );
        assert_ne!(
            id(&mine, &["370299201209010013", "林小满"]),
            id(&theirs, &["370299201209010013", "林小满"])
        );
        assert_ne!(id(&mine, &["ab", "c"]), id(&mine, &["a", "bc"]), "the parts are kept apart");
    }
}
