//! The register with its pictures: a ZIP of `register.json` and `media/<content hash>`, nothing deflated.
//!
//! Written by our own hand, because the parts stream: a picture is sealed, or becomes part of a Blob, as soon as it is read, and
//! JPEG gains nothing by deflating. What is written is within the first ZIP (no ZIP64): 4 GB and 65,535 entries at most.
//! Reading is the worker's, with a library that knows every ZIP there is.
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::{Cursor, Read};
use zip::ZipArchive;

pub const TEXT: &str = "register.json";
const MEDIA: &str = "media/";
/// The most that a packed text may unpack to: 20,000 pupils with twenty visits each.
const MOST_TEXT: u64 = 512 << 20;
/// The most that a picture or paper may take.
const MOST_MEDIUM: u64 = 64 << 20;
const MOST_ENTRIES: usize = 65_535;
const MOST_BYTES: u64 = u32::MAX as u64;

/// More than a package holds: leave the pictures out, or export in parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// Why a package cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PackageFault {
    /// No sound ZIP: cut off or altered.
    Damaged,
    /// A ZIP without a register in it.
    NoRegister,
    /// A part unpacks to more than a register can have.
    TooLarge { limit: u64 },
    /// A picture is not what its name says.
    Altered { name: String },
}

/// A package on its way out, entry by entry; each answer is the next bytes of the file.
#[derive(Default)]
pub struct PackageWriter {
    at: u64,
    directory: Vec<u8>,
    entries: usize,
}

const fn crc_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut n = 0;
    while n < 256 {
        let mut value = n as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
            bit += 1;
        }
        #[allow(clippy::indexing_slicing, reason = "n is below 256; run when the program is compiled")]
        {
            table[n] = value;
        }
        n += 1;
    }
    table
}

static CRC: [u32; 256] = crc_table();

/// The checksum of a ZIP's entry, over bytes that come one after another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Checksum(u32);

impl Checksum {
    pub fn push(&mut self, bytes: &[u8]) {
        let step = |crc: u32, byte: &u8| {
            let at = (crc as u8 ^ byte) as usize;
            (crc >> 8) ^ CRC.get(at).copied().unwrap_or_default()
        };
        self.0 = !bytes.iter().fold(!self.0, step);
    }

    pub fn value(self) -> u32 {
        self.0
    }
}

/// The checksum of a ZIP's entry over its parts.
pub fn crc32(parts: &[&[u8]]) -> u32 {
    let mut checksum = Checksum::default();
    parts.iter().for_each(|part| checksum.push(part));
    checksum.value()
}

impl PackageWriter {
    /// What stands before the entry's bytes, which follow as they are.
    pub fn entry(&mut self, name: &str, parts: &[&[u8]]) -> Result<Vec<u8>, TooLarge> {
        let length: u64 = parts.iter().map(|part| part.len() as u64).sum();
        let end = self.at + 30 + name.len() as u64 + length;
        if self.entries >= MOST_ENTRIES || end + self.directory.len() as u64 + (1 << 16) > MOST_BYTES {
            return Err(TooLarge);
        }
        let (offset, size) = (self.at as u32, length as u32);
        // Version 2.0, names in UTF-8, stored, 1980-01-01: the day of an export stands in its header.
        let mut about = vec![20, 0, 0, 8, 0, 0, 0, 0, 33, 0];
        about.extend(crc32(parts).to_le_bytes());
        about.extend(size.to_le_bytes());
        about.extend(size.to_le_bytes());
        about.extend((name.len() as u16).to_le_bytes());
        about.extend([0, 0]);
        let head = [b"PK\x03\x04".as_slice(), &about, name.as_bytes()].concat();
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&about);
        self.directory.extend([0; 10]);
        self.directory.extend(offset.to_le_bytes());
        self.directory.extend(name.as_bytes());
        self.entries += 1;
        self.at = end;
        Ok(head)
    }

    /// The same for a picture.
    pub fn medium(&mut self, hash: &str, bytes: &[u8]) -> Result<Vec<u8>, TooLarge> {
        self.entry(&[MEDIA, hash].concat(), &[bytes])
    }

    /// The end of the file.
    pub fn finish(self) -> Vec<u8> {
        let entries = (self.entries as u16).to_le_bytes();
        let mut end = self.directory.clone();
        end.extend(b"PK\x05\x06\0\0\0\0");
        end.extend(entries);
        end.extend(entries);
        end.extend((self.directory.len() as u32).to_le_bytes());
        end.extend((self.at as u32).to_le_bytes());
        end.extend([0, 0]);
        end
    }
}

/// A package being read.
pub struct Package(ZipArchive<Cursor<Vec<u8>>>);

/// Whether bytes are a ZIP.
pub fn is_package(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl Package {
    pub fn open(bytes: Vec<u8>) -> Result<Package, PackageFault> {
        Ok(Package(ZipArchive::new(Cursor::new(bytes)).map_err(|_| PackageFault::Damaged)?))
    }

    fn read(&mut self, name: &str, limit: u64) -> Result<Option<Vec<u8>>, PackageFault> {
        let entry = match self.0.by_name(name) {
            Ok(entry) => entry,
            Err(zip::result::ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(PackageFault::Damaged),
        };
        let mut bytes = Vec::new();
        // What an entry says of its size is not believed.
        entry.take(limit + 1).read_to_end(&mut bytes).map_err(|_| PackageFault::Damaged)?;
        match bytes.len() as u64 > limit {
            true => Err(PackageFault::TooLarge { limit }),
            false => Ok(Some(bytes)),
        }
    }

    /// The register's text.
    pub fn text(&mut self) -> Result<Vec<u8>, PackageFault> {
        self.read(TEXT, MOST_TEXT)?.ok_or(PackageFault::NoRegister)
    }

    /// The hashes of the pictures in it, each held against its bytes; `watch` is told how many are.
    pub fn media(&mut self, watch: &mut dyn FnMut(u32)) -> Result<Vec<String>, PackageFault> {
        let named = self.0.file_names().filter_map(Result::ok);
        let names: Vec<String> =
            named.filter_map(|name| name.strip_prefix(MEDIA).map(str::to_owned)).collect();
        let mut hashes = Vec::new();
        for name in names.into_iter().filter(|name| !name.is_empty()) {
            match self.medium(&name)? {
                Some(bytes) if content_hash(&bytes) == name => hashes.push(name),
                _ => return Err(PackageFault::Altered { name }),
            }
            watch(hashes.len() as u32);
        }
        hashes.sort_unstable();
        Ok(hashes)
    }

    pub fn medium(&mut self, hash: &str) -> Result<Option<Vec<u8>>, PackageFault> {
        self.read(&[MEDIA, hash].concat(), MOST_MEDIUM)
    }
}

/// The name of a picture: SHA-256 of its bytes, as 64 hexadecimal digits.
pub fn content_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(text: &str, media: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = PackageWriter::default();
        let mut bytes = writer.entry(TEXT, &[text.as_bytes()]).unwrap();
        bytes.extend(text.as_bytes());
        for (hash, medium) in media {
            bytes.extend(writer.medium(hash, medium).unwrap());
            bytes.extend(*medium);
        }
        bytes.extend(writer.finish());
        bytes
    }

    #[test]
    fn the_checksum_is_the_one_of_every_zip() {
        assert_eq!(crc32(&[b"1234", b"56789"]), 0xCBF4_3926);
        assert_eq!(crc32(&[]), 0);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let hash = content_hash(b"a picture");
        let bytes = package("{}", &[(&hash, b"a picture")]);
        let mut read = Package::open(bytes.clone()).unwrap();
        assert_eq!(read.text(), Ok(b"{}".to_vec()));
        let mut watched = 0;
        assert_eq!(read.media(&mut |n| watched = n), Ok(vec![hash.clone()]));
        assert_eq!((watched, read.medium(&hash)), (1, Ok(Some(b"a picture".to_vec()))));
        assert_eq!(read.medium("none"), Ok(None));
        assert!(is_package(&bytes));
    }

    #[test]
    fn a_picture_that_is_not_what_its_name_says_is_refused() {
        let hash = content_hash(b"a picture");
        let mut read = Package::open(package("{}", &[(&hash, b"another")])).unwrap();
        assert_eq!(read.media(&mut |_| ()), Err(PackageFault::Altered { name: hash }));
    }

    #[test]
    fn cut_off_altered_or_empty_packages_are_refused() {
        let whole = package("{\"format\":1}", &[]);
        for cut in [0, 4, 20, whole.len() / 2, whole.len() - 1] {
            let read = Package::open(whole[..cut].to_vec()).and_then(|mut package| package.text());
            assert_eq!(read, Err(PackageFault::Damaged), "cut at {cut}");
        }
        let mut flipped = whole.clone();
        let at = 30 + TEXT.len() + 3;
        flipped[at] ^= 1;
        let read = Package::open(flipped).and_then(|mut package| package.text());
        assert_eq!(read, Err(PackageFault::Damaged), "its checksum does not hold");
        let none = PackageWriter::default().finish();
        let read = Package::open(none).and_then(|mut package| package.text());
        assert_eq!(read, Err(PackageFault::NoRegister));
    }
}
