//! Thin browser edges, one file each. Nothing else touches `window`.
pub mod clock;
pub mod random;
pub mod worker;
