//! The vault: everything that is kept, sealed; and the keys, in slots, one a person.
//!
//! From the outside in: [`store`] is where bytes lie (memory, IndexedDB), [`cipher`] what keys can do.
pub mod cipher;
pub mod kdf;
pub mod memory;
pub mod store;

pub use memory::MemoryStore;
pub use store::{Area, Batch, Op, Range, Store, StoreError};
