//! What the register says as a whole: pure functions of summaries and the day.
pub mod duty;
pub mod ledger;
