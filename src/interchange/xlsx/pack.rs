//! The container of a workbook: a ZIP whose parts are deflated as they are written.
//!
//! Written by our own hand over the deflater that the reader brings along: the worker's module carries one deflater and no
//! second writer of archives. Within the first ZIP (no ZIP64): 4 GB and 65,535 parts.
use super::Full;
use crate::interchange::package::Checksum;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use std::io::Write;

#[derive(Default)]
pub(super) struct Pack {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    parts: u16,
}

/// A part that grows; its bytes are deflated at once.
pub(super) struct Part {
    name: String,
    deflater: DeflateEncoder<Vec<u8>>,
    checksum: Checksum,
    length: u64,
}

impl Part {
    pub fn new(name: &str) -> Part {
        Part {
            name: name.to_owned(),
            deflater: DeflateEncoder::new(Vec::new(), Compression::fast()),
            checksum: Checksum::default(),
            length: 0,
        }
    }

    pub fn push(&mut self, bytes: &[u8]) -> Result<(), Full> {
        self.checksum.push(bytes);
        self.length += bytes.len() as u64;
        // Memory refuses nothing; the signature is the writer's.
        self.deflater.write_all(bytes).map_err(|_| Full)
    }
}

impl Pack {
    pub fn whole(&mut self, name: &str, bytes: &[u8]) -> Result<(), Full> {
        let mut part = Part::new(name);
        part.push(bytes)?;
        self.put(part)
    }

    pub fn put(&mut self, part: Part) -> Result<(), Full> {
        let packed = part.deflater.finish().map_err(|_| Full)?;
        let number = |number: u64| u32::try_from(number).map_err(|_| Full);
        let (at, length) = (number(self.bytes.len() as u64)?, number(part.length)?);
        let name_length = u16::try_from(part.name.len()).map_err(|_| Full)?;
        // Version 2.0, names in UTF-8, deflated, 1980-01-01: the workbook says itself what day it holds for.
        let mut about = vec![20, 0, 0, 8, 8, 0, 0, 0, 33, 0];
        about.extend(part.checksum.value().to_le_bytes());
        about.extend(number(packed.len() as u64)?.to_le_bytes());
        about.extend(length.to_le_bytes());
        about.extend(name_length.to_le_bytes());
        about.extend([0, 0]);
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&about);
        self.bytes.extend(part.name.as_bytes());
        self.bytes.extend(&packed);
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&about);
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(part.name.as_bytes());
        self.parts = self.parts.checked_add(1).ok_or(Full)?;
        Ok(())
    }

    pub fn finish(mut self) -> Result<Vec<u8>, Full> {
        let at = u32::try_from(self.bytes.len()).map_err(|_| Full)?;
        let length = u32::try_from(self.directory.len()).map_err(|_| Full)?;
        self.bytes.append(&mut self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.parts.to_le_bytes());
        self.bytes.extend(self.parts.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(at.to_le_bytes());
        self.bytes.extend([0, 0]);
        Ok(self.bytes)
    }
}
