//! One file a journey.

mod county;
mod first_load;
mod keys;
mod pictures;
mod policy;
mod steps;
mod teacher;
