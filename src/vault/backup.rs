//! A backup: every envelope as it lies in the store, with keyring and manifest, in one file that only a passphrase opens.
//!
//! `BAOXUE-BACKUP` 0x01, then blocks of `tag (1) · length (4, big-endian) · bytes`: K the keyring, R the root, P a part
//! (its epoch, its place, its envelope), V a value (`area · length of the key (2) · key · envelope`), E the end with the number of values.
//! Values whose keys begin with `tablet/` or that name a device stay: they are this tablet's own ([`stays_here`]).
use super::cipher::Cipher;
use super::envelope::Epoch;
use super::error::VaultError;
use super::keyring::KeyringError;
use super::manifest::{KEYRING, PARTS, ROOT, part_key, value_key};
use super::store::{Area, Range, Store};
use super::vault::Vault;

pub const MAGIC: &[u8] = b"BAOXUE-BACKUP\x01";
/// The part of [`MAGIC`] that every version has; the byte after it is the version.
pub(super) const NAME: &[u8] = b"BAOXUE-BACKUP";
/// Values read from the store at once.
const CHUNK: usize = 128;
const MEDIA_CHUNK: usize = 8;

/// Takes the parts of a file as they come; in the browser they become parts of a Blob.
pub trait Sink {
    fn take(&mut self, part: Vec<u8>);
}

impl Sink for Vec<u8> {
    fn take(&mut self, part: Vec<u8>) {
        self.extend_from_slice(&part);
    }
}

/// Gives any part of a file; in the browser it slices a Blob.
#[allow(async_fn_in_trait)] // one thread
pub trait Source {
    fn length(&self) -> u64;
    /// Exactly `length` bytes from `at`, or `None` if the file has no such bytes (any more).
    async fn read(&self, at: u64, length: usize) -> Option<Vec<u8>>;
}

impl Source for Vec<u8> {
    fn length(&self) -> u64 {
        self.len() as u64
    }

    async fn read(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        let at = usize::try_from(at).ok()?;
        self.get(at..at.checked_add(length)?).map(<[u8]>::to_vec)
    }
}

/// What a backup file can be wrong in, before anything is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// Not a backup.
    NotABackup,
    /// A backup of a version that this program does not know.
    Newer {
        version: u8,
    },
    /// It ends too early: half downloaded, or cut.
    Truncated,
    /// A block that makes no sense at this place.
    Block {
        at: u64,
    },
    Keyring(KeyringError),
}

/// What is in a backup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Values of each area, by [`Area::tag`].
    pub values: [u64; Area::ALL.len()],
    pub bytes: u64,
}

/// Whether a value belongs to this tablet alone: never part of a backup, never taken from one.
pub fn stays_here(area: Area, key: &str) -> bool {
    area == Area::Meta && (key.starts_with("tablet/") || key == "app/device")
}

pub(super) const KEYRING_TAG: u8 = b'K';
pub(super) const ROOT_TAG: u8 = b'R';
pub(super) const PART_TAG: u8 = b'P';
pub(super) const VALUE_TAG: u8 = b'V';
pub(super) const END_TAG: u8 = b'E';

fn block(tag: u8, pieces: &[&[u8]]) -> Vec<u8> {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    let mut bytes = Vec::with_capacity(5 + length);
    bytes.push(tag);
    // No value comes near 4 GiB.
    bytes.extend_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
    pieces.iter().for_each(|piece| bytes.extend_from_slice(piece));
    bytes
}

fn value_block(area: Area, key: &str, envelope: &[u8]) -> Vec<u8> {
    let length = u16::try_from(key.len()).unwrap_or(u16::MAX).to_be_bytes();
    block(VALUE_TAG, &[&[area.tag()], &length, key.as_bytes(), envelope])
}

impl<S: Store, C: Cipher> Vault<S, C> {
    /// Writes the backup; saving waits until it is done, so that it is of one moment.
    pub async fn backup(&self, sink: &mut impl Sink) -> Result<Contents, VaultError> {
        let inner = &self.0;
        let _turn = inner.turn.lock().await;
        inner.settle_doubt().await?;
        let (_, _, epoch) = inner.keys()?;
        sink.take(MAGIC.to_vec());
        for (tag, key) in [(KEYRING_TAG, KEYRING), (ROOT_TAG, ROOT)] {
            let value = inner.store.get(Area::Meta, key).await?.unwrap_or_default();
            sink.take(block(tag, &[&value]));
        }
        self.backup_parts(epoch, sink).await?;
        let mut contents = Contents::default();
        for area in Area::ALL {
            let keys = inner.store.keys(area, &Range::Prefix(value_key(epoch, ""))).await?;
            let head = value_key(epoch, "").len();
            let chunk = if area == Area::Media { MEDIA_CHUNK } else { CHUNK };
            for some in keys.chunks(chunk) {
                let values = inner.store.get_many(area, some).await?;
                for (key, value) in some.iter().zip(values) {
                    let (Some(key), Some(value)) = (key.get(head..), value) else { continue };
                    if stays_here(area, key) {
                        continue;
                    }
                    contents.bytes += value.len() as u64;
                    if let Some(count) = contents.values.get_mut(usize::from(area.tag())) {
                        *count += 1;
                    }
                    sink.take(value_block(area, key, &value));
                }
            }
        }
        let count: u64 = contents.values.iter().sum();
        sink.take(block(END_TAG, &[&count.to_be_bytes()]));
        Ok(contents)
    }

    async fn backup_parts(&self, epoch: Epoch, sink: &mut impl Sink) -> Result<(), VaultError> {
        let keys: Vec<String> = (0..PARTS).map(|at| part_key(epoch, at)).collect();
        let parts = self.0.store.get_many(Area::Meta, &keys).await?;
        for (at, part) in (0..PARTS).zip(parts) {
            if let Some(part) = part {
                sink.take(block(PART_TAG, &[&epoch.0.to_be_bytes(), &[at], &part]));
            }
        }
        Ok(())
    }
}
