//! Short fingerprints: do two tablets hold the same changes?
use crate::domain::id::FileId;
use crate::register::file::File;
use sha2::{Digest, Sha256};

/// The letters of the spoken form: neither 0 and O nor 1 and I.
const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Of one file: its kind and the names of its changes, whatever the order they came in.
pub fn of_file(file: &File) -> u64 {
    let mut dots: Vec<_> = file.changes().iter().map(|change| (change.dot, change.sets.is_empty())).collect();
    dots.sort_unstable();
    let mut hash = Sha256::new();
    hash.update(file.kind.as_bytes());
    for (dot, is_empty) in dots {
        hash.update(dot.device.0.to_le_bytes());
        hash.update(dot.counter.to_le_bytes());
        hash.update(dot.tag.to_le_bytes());
        hash.update([u8::from(is_empty)]);
    }
    first_u64(hash)
}

/// Of a register: eight letters to read aloud from one tablet to another. `files`: each file's id and fingerprint, in any order.
pub fn of_register(files: impl IntoIterator<Item = (FileId, u64)>) -> String {
    let mut files: Vec<(FileId, u64)> = files.into_iter().collect();
    files.sort_unstable();
    let mut hash = Sha256::new();
    for (id, print) in files {
        hash.update(id.0.to_le_bytes());
        hash.update(print.to_le_bytes());
    }
    let bits = first_u64(hash);
    (0..8)
        .filter_map(|i| LETTERS.get((bits >> (i * 5)) as usize & 31))
        .map(|letter| char::from(*letter))
        .collect()
}

fn first_u64(hash: Sha256) -> u64 {
    let digest: [u8; 32] = hash.finalize().into();
    digest.iter().take(8).fold(0, |word, byte| word << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_files_does_not_matter_and_any_difference_does() {
        let (a, b) = ((FileId(1), 11), (FileId(2), 22));
        assert_eq!(of_register([a, b]), of_register([b, a]));
        assert_eq!(of_register([a, b]).len(), 8);
        assert_ne!(of_register([a, b]), of_register([a, (FileId(2), 23)]));
    }
}
