//! The field's words as types. Pure: names no browser, clock, random source or language of the reader.
//!
//! A record's fields are declared once, with [`record!`](crate::record): form, validation, JSON, print row,
//! diff, masking and merge follow from that table.
pub mod check;
pub mod date;
pub mod field;
pub mod id;
mod macros;
mod record_rules;
pub mod value;

pub mod calendar;
pub mod case;
pub mod codes;
pub mod compatibility;
pub mod identity;
pub mod pinyin;
pub mod policy;
pub mod records;
pub mod schooling;
