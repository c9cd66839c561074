//! Thin browser edges, one file each. Nothing else touches `window`.
pub mod blob;
pub mod browser;
pub mod clipboard;
pub mod clock;
pub mod connection;
pub mod files;
pub mod hold;
pub mod idle;
pub mod locks;
pub mod photo;
pub mod random;
pub mod room;
pub mod turn;
pub mod worker;
