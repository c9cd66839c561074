//! One file a journey.

mod first_load;
mod pictures;
mod policy;
mod safe;
mod teacher;
