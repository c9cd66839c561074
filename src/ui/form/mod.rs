//! The form renderer: any field table as a form, as a page to read, and as a comparison of before and after.
//!
//! Nothing here knows a single field: controls, labels, marks and words follow from the table. A page gives the draft, the
//! problems found in it, and what ids stand for ([`Refs`]).
mod refs;
pub mod show;

pub use refs::{Choice, Refs};
