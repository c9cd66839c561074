//! What the register says as a whole: pure functions of summaries and the day.
pub mod assessed;
pub mod bulletin;
pub mod chart;
pub mod duty;
pub mod figure;
pub mod flow;
pub mod ledger;
pub mod paper;
pub mod periodic;
pub mod planned;
pub mod teaching;
pub mod term;
pub mod timetable;
