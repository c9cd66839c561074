//! Tablets that share a register, and an oracle that watches them.
pub mod oracle;
pub mod rng;
pub mod tablet;
pub mod wishes;
pub mod world;
