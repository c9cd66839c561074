//! Bytes of a file → [`Book`], whatever the file's name says: XLSX, XLS, ODS, CSV in UTF-8, UTF-16 or GB18030.
//!
//! Reading never panics and never takes more memory than [`Limits`] allow; what cannot be read is an [`Unread`].
mod biff;
mod csv;
mod merges;
mod ole;
mod workbook;
mod xlsx;

use crate::lists::sheet::{Book, Filler, Format, Full, LIMITS, Limits};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::io::Cursor;
use std::panic::AssertUnwindSafe;

/// Why a file could not be read. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    /// Not one byte, or no cell with anything in it.
    Empty,
    /// Locked with a password: it must be saved again without one.
    Protected,
    /// Larger than a list can be.
    TooLarge { bytes: u64, limit: u64 },
    /// Unpacks to more than a list can be: damaged, or made to harm.
    Unpacks { bytes: u64, limit: u64 },
    /// More cells than a list can have.
    TooManyCells { limit: u32 },
    /// Another kind of file.
    NotASheet(Looks),
    /// A spreadsheet, but cut off or damaged.
    Damaged(Format),
}

/// What a file that is no spreadsheet looks like, so that the message can say what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Looks {
    /// A web page saved as `.xls`, as many school systems export: open it and save as XLSX.
    WebPage,
    /// XML Spreadsheet 2003: open it and save as XLSX.
    Xml,
    Pdf,
    Picture,
    /// A text document (DOCX, ODT, DOC).
    Document,
    /// A ZIP or another archive.
    Archive,
    Unknown,
}

impl From<Full> for Unread {
    fn from(_: Full) -> Unread {
        Unread::TooManyCells { limit: LIMITS.cells }
    }
}

/// Reads a file within the house's limits.
pub fn read(file: &str, bytes: &[u8]) -> Result<Book, Unread> {
    read_within(file, bytes, LIMITS, &mut |_| {})
}

/// Reads a file. `file` is its name, kept for messages; the content decides the form. `watch` is told how many rows are
/// read, now and then.
pub fn read_within(
    file: &str,
    bytes: &[u8],
    limits: Limits,
    watch: &mut dyn FnMut(u32),
) -> Result<Book, Unread> {
    let size = bytes.len() as u64;
    if size > limits.bytes {
        return Err(Unread::TooLarge { bytes: size, limit: limits.bytes });
    }
    let form = sniff(bytes)?;
    // The parsers below are not ours: a panic in one is a damaged file, not a dead tablet. (Where panics abort, as in
    // the browser, the worker dies alone and its owner says the same.)
    let mut filler = Filler::new(limits, watch);
    let filler = &mut filler;
    let read = std::panic::catch_unwind(AssertUnwindSafe(|| match form {
        Form::Zip => zip_parts(bytes, limits).and_then(|parts| match parts.format {
            Format::Ods => workbook::ods(Cursor::new(bytes), filler).map(|sheets| (Format::Ods, sheets)),
            _ => xlsx::sheets(Cursor::new(bytes), &parts, filler).map(|sheets| (Format::Xlsx, sheets)),
        }),
        Form::Ole => {
            workbook::xls(&biff::checked(bytes, limits)?, filler).map(|sheets| (Format::Xls, sheets))
        }
        Form::Text => csv::sheets(bytes, filler),
    }));
    let damaged = match form {
        Form::Zip => Format::Xlsx,
        Form::Ole => Format::Xls,
        Form::Text => Format::CsvUtf8,
    };
    let (format, sheets) = read.unwrap_or(Err(Unread::Damaged(damaged)))?;
    if sheets.iter().all(|sheet| sheet.rows() == 0) {
        return Err(Unread::Empty);
    }
    Ok(Book { file: file.to_owned(), format, fingerprint: Sha256::digest(bytes).into(), sheets })
}

#[derive(Clone, Copy)]
enum Form {
    Zip,
    Ole,
    Text,
}

fn sniff(bytes: &[u8]) -> Result<Form, Unread> {
    let start = bytes.get(..bytes.len().min(512)).unwrap_or_default();
    let trimmed = start.trim_ascii_start();
    let begins = |mark: &[u8]| start.starts_with(mark);
    let text_begins =
        |mark: &[u8]| trimmed.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark));
    let looks = if trimmed.is_empty() && bytes.len() <= 512 {
        return Err(Unread::Empty);
    } else if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") {
        return Ok(Form::Zip);
    } else if begins(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(Form::Ole);
    } else if begins(b"%PDF") {
        Looks::Pdf
    } else if begins(b"\x89PNG")
        || begins(b"\xff\xd8\xff")
        || begins(b"GIF8")
        || begins(b"BM") && start.contains(&0)
    {
        Looks::Picture
    } else if begins(b"Rar!") || begins(b"7z\xbc\xaf") || begins(b"\x1f\x8b") {
        Looks::Archive
    } else if text_begins(b"{\\rtf") {
        Looks::Document
    } else if [b"<!doctype".as_slice(), b"<html", b"<table", b"<meta", b"<head"]
        .iter()
        .any(|m| text_begins(m))
    {
        Looks::WebPage
    } else if text_begins(b"<?xml") || text_begins(b"\xef\xbb\xbf<?xml") {
        match start.windows(5).any(|w| w.eq_ignore_ascii_case(b"<html")) {
            true => Looks::WebPage,
            false => Looks::Xml,
        }
    } else {
        return Ok(Form::Text);
    };
    Err(Unread::NotASheet(looks))
}

/// The parts of a zipped workbook: unpacked sizes as declared, which the unpacker enforces.
pub(crate) struct Parts {
    format: Format,
    sizes: Vec<(String, u64)>,
}

impl Parts {
    fn largest_sheet(&self) -> u64 {
        let sheets = self.sizes.iter().filter(|(name, _)| name.contains("worksheets/"));
        sheets.map(|(_, size)| *size).max().unwrap_or(0)
    }
}

fn zip_parts(bytes: &[u8], limits: Limits) -> Result<Parts, Unread> {
    let damaged = Unread::Damaged(Format::Xlsx);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged.clone())?;
    let mut sizes = Vec::with_capacity(archive.len().min(1024));
    let mut total = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| damaged.clone())?;
        if part.encrypted() {
            return Err(Unread::Protected);
        }
        total = total.saturating_add(part.size());
        let name = part.name().map_err(|_| damaged.clone())?.into_owned();
        sizes.push((name, part.size()));
    }
    if total > limits.unpacked {
        return Err(Unread::Unpacks { bytes: total, limit: limits.unpacked });
    }
    let has = |name: &str| sizes.iter().any(|(part, _)| part.eq_ignore_ascii_case(name));
    let within = |folder: &str| sizes.iter().any(|(part, _)| part.starts_with(folder));
    let format = if has("content.xml") && has("mimetype") {
        Format::Ods
    } else if within("xl/") || within("/xl/") || within("XL/") {
        Format::Xlsx
    } else if within("word/") {
        return Err(Unread::NotASheet(Looks::Document));
    } else {
        return Err(Unread::NotASheet(Looks::Archive));
    };
    Ok(Parts { format, sizes })
}
