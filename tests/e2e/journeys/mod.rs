//! One file a journey.

mod bench;
mod by_keys;
mod cases;
mod changes;
mod child;
mod compare;
mod county;
mod duty;
mod effort;
mod everyone;
mod exchange;
mod first_load;
mod keys;
mod ledgers;
mod measure;
mod papers;
mod pictures;
mod policy;
mod reports;
mod safe;
mod steps;
mod story;
mod teacher;
mod teaching;
mod teams;
pub mod transfer;
mod visit;
