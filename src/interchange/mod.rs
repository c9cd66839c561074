//! Register files in and out: the public JSON format, its package with photographs, reports, and the preview of an import;
//! workbooks out.
//!
//! Pure: bytes in, data out. What was read comes with issues as data (place, found, expected); the words are in `i18n`.
pub mod caseload;
pub mod job;
pub mod json;
pub mod package;
pub mod preview;
pub mod xlsx;
