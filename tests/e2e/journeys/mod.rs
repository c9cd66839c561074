//! One file a journey.

mod child;
mod first_load;
mod pictures;
mod policy;
mod teacher;
