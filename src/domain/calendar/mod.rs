//! The school's time: months, school years, terms and their weeks, and the days on which there is school.
//!
//! When terms begin and which days are off is the county's to say ([`crate::domain::policy`]); nothing here knows a holiday.
mod month;
mod teaching;
#[cfg(test)]
mod tests;
mod year;

pub use month::Month;
pub use teaching::{Calendar, DayOff, TermSpan, Week};
pub use year::{BirthWindow, Half, NotASchoolYear, SchoolYear, Term};
