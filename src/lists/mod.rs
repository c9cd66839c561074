//! Department lists: workbooks as offices send them → typed rows, with an issue for every cell in doubt.
//!
//! The way of a file, each step pure and with the same code for preview and import:
//! bytes → [`read`] → [`sheet::Book`] → [`headings`] (where the headings stand) → [`mapping`] (what each column
//! means; a person may correct it) → [`taking`] (rows, sorted into taken, dropped, duplicate, invalid) →
//! typed rows ([`schools`], [`roster`], [`rows`]), kept as a dated [`batch`] → [`take_in`] (what will be made or changed
//! in the register).
//!
//! Counts always add up: read = taken + dropped + duplicate + invalid.
pub mod batch;
pub mod columns;
pub mod compare;
pub mod corrected;
mod distinct;
pub mod headings;
pub mod issue;
pub mod job;
pub mod mapping;
pub mod normalise;
pub mod read;
pub mod roster;
pub mod rows;
pub mod said;
pub mod schools;
pub mod sheet;
pub mod take_in;
pub mod taking;
