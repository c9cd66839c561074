//! One file a journey.

mod bench;
mod cases;
mod changes;
mod child;
mod compare;
mod county;
mod effort;
mod exchange;
mod first_load;
mod keys;
mod ledgers;
mod measure;
mod pictures;
mod policy;
mod safe;
mod steps;
mod teacher;
pub mod transfer;
mod visit;
