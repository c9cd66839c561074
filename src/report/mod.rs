//! What the register says as a whole: pure functions of summaries and the day.
pub mod ledger;
pub mod teaching;
pub mod timetable;
