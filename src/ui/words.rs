//! Errors of the layers below, in the reader's words.
use crate::app::keeper::KeepError;
use crate::app::session::SessionError;
use crate::i18n::pages::{Gate, Pupils, Transfer, Trouble};
use crate::i18n::refusals::refusal_text;
use crate::i18n::{Lang, Word};
use crate::platform::worker::DeskError;
use crate::register::change::DeviceId;
use crate::vault::slots::SlotError;
use crate::vault::{StoreError, VaultError};

/// A tablet as people call it to one another: the first four digits of its replica's number.
pub fn tablet_text(tablet: DeviceId) -> String {
    tablet.to_string().chars().take(4).collect()
}

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::cipher::CipherError;
    use crate::vault::kdf::KdfError;
    use crate::vault::keyring::KeyringError;
    use crate::vault::{Area, Damage, Harm, Verdict};
    use std::collections::BTreeSet;

    #[test]
    fn every_failure_of_the_vault_has_a_sentence_of_its_own_without_the_program_s_names() {
        let store = [
            StoreError::Full { asked: 9 },
            StoreError::Closed,
            StoreError::Blocked,
            StoreError::NewerSchema { found: 9, known: 1 },
            StoreError::AnotherWriter { mine: 1, theirs: 2 },
            StoreError::Unavailable,
            StoreError::Failed { name: "UnknownError".into() },
        ];
        let slot = [
            SlotError::NoSuchSlot,
            SlotError::WrongPassphrase,
            SlotError::GrantBroken,
            SlotError::Kdf(KdfError::NoWorker { name: "UnknownError".into() }),
            SlotError::Cipher(CipherError { name: "UnknownError".into() }),
        ];
        let harm = Damage::value(Area::Files, "UnknownError", Harm::Altered);
        let others = [
            VaultError::Locked,
            VaultError::Damaged(harm.clone()),
            VaultError::Unsettled(vec![harm]),
            VaultError::Keyring(KeyringError::Checksum),
            VaultError::KeyringMissing,
            VaultError::KeyringAltered,
            VaultError::Passphrase(Verdict::DigitsOnly),
            VaultError::NotEmpty,
            VaultError::Empty,
            VaultError::CannotRemove,
            VaultError::Moved,
        ];
        let all: Vec<VaultError> = store
            .into_iter()
            .map(VaultError::from)
            .chain(slot.into_iter().map(VaultError::from))
            .chain(others)
            .collect();
        for lang in Lang::ALL {
            let said: BTreeSet<String> = all.iter().map(|error| vault_error(error, lang)).collect();
            assert_eq!(said.len(), all.len(), "two failures say the same");
            assert!(said.iter().all(|text| !text.contains("UnknownError") && text.ends_with(['。', '.'])));
        }
    }
}
