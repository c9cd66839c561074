//! The public exchange format: what is written is read back, what is hostile is refused, the schema says the same.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice, clippy::panic)]

mod any;
mod desk;
mod hostile;
mod preview;
mod reference;
mod roundtrip;
mod sample;
mod schema;
