//! One file a journey.

mod first_load;
mod policy;
