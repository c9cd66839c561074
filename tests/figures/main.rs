//! Figures of a whole county: Qinghe's ten lists through the product's own take-in, and each figure with its children.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test target"
)]
mod county;
mod qinghe;
mod report;
