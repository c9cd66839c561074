//! What both ways of unlocking do, apart from their screen: that one stands before this is there.
use crate::app::keys;
use crate::app::session::{Session, SessionError};
use crate::i18n::pages::Gate;
use crate::i18n::{Lang, Word, fill};
use crate::platform::worker::Desk;
use crate::ui::behind::Opening;
use crate::ui::words::session_error;
use crate::vault::recovery::RecoveryError;
use crate::vault::slots::SlotError;
use crate::vault::{Passphrase, RecoveryCode, SlotId, VaultError};

pub fn by_passphrase(session: Session, slot: SlotId, typed: String, lang: Lang) -> Opening {
    Box::pin(async move {
        let answer = session.unlock(keys::cipher(Desk::default()), slot, &Passphrase::typed(&typed)).await;
        answer.map_err(|why| session_error(&why, lang))
    })
}

pub fn by_sheet(session: Session, typed: String, lang: Lang) -> Opening {
    Box::pin(async move {
        let code = RecoveryCode::read(&typed).map_err(|why| misread(why, lang))?;
        let answer = session.unlock_by_recovery(keys::cipher(Desk::default()), &code).await;
        answer.map_err(|why| match why {
            // What a passphrase would be is, here, the sheet.
            SessionError::Vault(VaultError::Slot(SlotError::WrongPassphrase)) => {
                Gate::WrongRecovery.text(lang).to_owned()
            }
            why => session_error(&why, lang),
        })
    })
}

/// Why what was typed is no code.
fn misread(why: RecoveryError, lang: Lang) -> String {
    match why {
        RecoveryError::Length { found, .. } => fill(Gate::ShortRecovery.text(lang), &[&found.to_string()]),
        RecoveryError::Symbol { .. } | RecoveryError::Checksum => Gate::BadRecovery.text(lang).to_owned(),
    }
}
