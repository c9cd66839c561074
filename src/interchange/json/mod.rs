//! The public exchange format `baoxue-register`, version 1.0; its schema is `schema/register-1.schema.json`.
//!
//! ```text
//! {"format":"baoxue-register","version":{"major":1,"minor":0},"kind":"mergeable","register":"<32 hex>","scope":"whole",
//!  "made_at":"2026-03-11T06:02:33.123Z","made_by":"<32 hex>","files":[
//! {"changes":[
//! {"act":"record_visit","after":["<dot>"],"at":"<instant>","by":"<32 hex>","dot":"<dot>","set":{"visit/<32 hex>":{"date":"2026-03-11"}}}
//! ],"id":"<32 hex>","kind":"pupil"}
//! ]}
//! ```
//!
//! The *body* (`files`) is canonical: files by id, changes in canonical order, members sorted by code point, `after` sorted,
//! numbers in one form, no space but the line breaks shown. Equal registers write equal bodies, byte for byte. Members that
//! this version does not know are kept at every level and written back. The header says who made the file and is not canonical.
//!
//! Numbers are kept exactly, as decimals; the scanner is our own because the usual parser rounds them to 64 bits, keeps the
//! last of two members of one name in silence, and gives its errors as prose without a pointer. A test holds it against that
//! parser on generated and damaged texts.
mod header;
mod number;
mod problem;
mod read;
mod report;
mod scan;
mod write;

pub use header::{ExportKind, Header, JoinCard, Scope, Version};
pub use problem::{Encoding, Expected, Form, Issue, Limits, Part, Place, Problem, Shape};
pub use read::{Parsed, ParsedFile, read};
pub use report::{Columns, ReportWriter};
pub use write::{JoinInPlain, LONGEST_PART, Writer};

/// The name in every header.
pub const FORMAT: &str = "baoxue-register";
/// What this version writes.
pub const VERSION: Version = Version { major: 1, minor: 0 };

/// How a text travels: the register's secret is written into, and taken from, a sealed one only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Travel {
    Plain,
    Sealed,
}
