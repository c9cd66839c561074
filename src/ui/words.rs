//! Errors of the layers below, in the reader's words.
use crate::app::keeper::KeepError;
use crate::app::session::SessionError;
use crate::i18n::pages::Gate;
use crate::i18n::pages::Pupils;
use crate::i18n::refusals::refusal_text;
use crate::i18n::{Lang, Word, fill};
use crate::vault::slots::SlotError;
use crate::vault::{StoreError, VaultError};

pub fn keep_error(error: &KeepError, lang: Lang) -> String {
    match error {
        KeepError::Refused(refused) => refusal_text(refused, lang),
        KeepError::Vault(error) => vault_error(error, lang),
        KeepError::Unreadable(..) | KeepError::NoSuchFile(_) | KeepError::NoRegister => {
            Pupils::CannotRead.text(lang).to_owned()
        }
    }
}

pub fn session_error(error: &SessionError, lang: Lang) -> String {
    match error {
        SessionError::Vault(error) => vault_error(error, lang),
        SessionError::Keep(error) => keep_error(error, lang),
        SessionError::NoRandom => Gate::Unavailable.text(lang).to_owned(),
    }
}

pub fn vault_error(error: &VaultError, lang: Lang) -> String {
    let word = match error {
        VaultError::Slot(SlotError::WrongPassphrase) => Gate::WrongPassphrase,
        VaultError::Passphrase(_) => Gate::Weak,
        VaultError::Store(StoreError::NewerSchema { .. }) => Gate::Newer,
        VaultError::Store(StoreError::Unavailable) => Gate::Unavailable,
        VaultError::Store(StoreError::AnotherWriter { .. }) => Gate::AnotherWriter,
        VaultError::Store(StoreError::Full { .. }) => Gate::Full,
        VaultError::Store(StoreError::Closed) => Gate::Closed,
        VaultError::Damaged(_) => return Pupils::CannotRead.text(lang).to_owned(),
        other => return fill(Gate::Failed.text(lang), &[&reason(other)]),
    };
    word.text(lang).to_owned()
}

/// The name of a failure that no sentence stands for: for whoever is asked for help.
fn reason(error: &VaultError) -> String {
    let text = format!("{error:?}");
    text.chars().take(60).collect()
}
