//! The vault: everything that is kept, sealed; and the keys, in slots, one a person.
//!
//! From the outside in: [`store`] is where bytes lie (memory, IndexedDB), [`cipher`] what keys can do.
pub mod backup;
pub mod cipher;
mod commit;
pub mod envelope;
pub mod error;
pub mod indexed_db;
pub mod kdf;
pub mod keyring;
mod loading;
mod manifest;
pub mod memory;
mod migrations;
#[cfg(not(target_arch = "wasm32"))]
pub mod native_cipher;
mod opening;
pub mod passphrase;
mod people;
pub mod prefs;
pub mod recovery;
pub mod restore;
pub mod sealed_file;
mod sealing;
mod settle;
pub mod slots;
mod stage;
pub mod store;
mod syllables;
#[allow(clippy::module_inception)] // the vault is what this folder is about
mod vault;
pub mod web_cipher;

pub use backup::{BackupError, Contents, Sink, Source};
pub use commit::Put;
pub use error::{Damage, Harm, Place, VaultError};
pub use keyring::{Holder, Keyring, SlotId};
pub use memory::MemoryStore;
pub use opening::{FirstPerson, Standing, Unlocked, look, new_passphrase, new_recovery_code};
pub use passphrase::{Passphrase, Verdict};
pub use people::{Pending, is_signed_with};
pub use recovery::RecoveryCode;
pub use restore::{Backup, OpenBackup, RestoreError, Verified};
pub use stage::Stage;
pub use store::{Area, Store, StoreError};
pub use vault::{Readings, Vault};
