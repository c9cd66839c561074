//! One file a journey.

mod first_load;
mod keys;
mod pictures;
mod policy;
mod steps;
mod teacher;
mod visit;
