//! Errors of the layers below, in the reader's words.
use crate::app::keeper::KeepError;
use crate::app::session::SessionError;
use crate::i18n::pages::{Gate, Pupils, Transfer, Trouble};
use crate::i18n::refusals::refusal_text;
use crate::i18n::{Lang, Word};
use crate::platform::worker::DeskError;
use crate::vault::slots::SlotError;
use crate::vault::{StoreError, VaultError};

pub fn keep_error(error: &KeepError, lang: Lang) -> String {
    match error {
        KeepError::Refused(refused) => refusal_text(refused, lang),
        KeepError::Vault(error) => vault_error(error, lang),
        KeepError::Moved => Transfer::Moved.text(lang).to_owned(),
        KeepError::Unreadable(..) | KeepError::NoSuchFile(_) | KeepError::NoRegister => {
            Pupils::CannotRead.text(lang).to_owned()
        }
    }
}

pub fn session_error(error: &SessionError, lang: Lang) -> String {
    match error {
        SessionError::Vault(error) => vault_error(error, lang),
        SessionError::Keep(error) => keep_error(error, lang),
        SessionError::NoRandom => Trouble::Unavailable.text(lang).to_owned(),
    }
}

/// Each failure of the store and of the keys in a sentence of its own; none shows what the program calls it.
pub fn vault_error(error: &VaultError, lang: Lang) -> String {
    let word = match error {
        VaultError::Slot(SlotError::WrongPassphrase) => return Gate::WrongPassphrase.text(lang).to_owned(),
        VaultError::Slot(SlotError::NoSuchSlot) => Trouble::SlotGone,
        VaultError::Slot(SlotError::GrantBroken) => Trouble::SlotDamaged,
        VaultError::Slot(SlotError::Kdf(_)) => Trouble::NoKeys,
        VaultError::Slot(SlotError::Cipher(_)) | VaultError::Cipher(_) => Trouble::Cipher,
        VaultError::Passphrase(_) => Trouble::Weak,
        VaultError::Store(StoreError::NewerSchema { .. }) => Trouble::Newer,
        VaultError::Store(StoreError::Unavailable) => Trouble::Unavailable,
        VaultError::Store(StoreError::AnotherWriter { .. }) => Trouble::AnotherWriter,
        VaultError::Store(StoreError::Full { .. }) => Trouble::Full,
        VaultError::Store(StoreError::Closed) => Trouble::Closed,
        VaultError::Store(StoreError::Blocked) => Trouble::Blocked,
        VaultError::Store(StoreError::Failed { .. }) => Trouble::Failed,
        VaultError::Damaged(_) => Trouble::Damaged,
        VaultError::Unsettled(_) => Trouble::Unsettled,
        VaultError::Keyring(_) => Trouble::Keyring,
        VaultError::KeyringMissing => Trouble::KeyringMissing,
        VaultError::KeyringAltered => Trouble::KeyringAltered,
        VaultError::NotEmpty => Trouble::NotEmpty,
        VaultError::Empty => Trouble::Empty,
        VaultError::CannotRemove => Trouble::CannotRemove,
        VaultError::Moved => Trouble::Moved,
        VaultError::Locked => Trouble::LockedNow,
        // Keys are made by the program alone.
        VaultError::BadKey { .. } => Trouble::Failed,
    };
    word.text(lang).to_owned()
}

/// Why the worker did not answer, and what to do.
pub fn desk_error(error: DeskError, lang: Lang) -> &'static str {
    let word = match error {
        DeskError::NotLoaded => Transfer::DeskNotLoaded,
        DeskError::OtherVersion => Transfer::DeskOtherVersion,
        DeskError::Died => Transfer::DeskDied,
        DeskError::Stopped => Transfer::DeskStopped,
    };
    word.text(lang)
}
