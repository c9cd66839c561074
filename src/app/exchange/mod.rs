//! The register out as a file, another tablet's in, a tablet that joins.
pub mod arrivals;
pub mod export;
pub mod join;
pub mod look;
mod stream;
pub mod undo;
