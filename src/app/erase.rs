//! Erasing this tablet: the keys are forgotten, the database and every preference go, and the page begins anew.
use crate::app::register::Register;
use crate::app::session::{AppStore, Session, SessionError};
use crate::vault::{Passphrase, StoreError, VaultError, prefs};

/// Whether this is the passphrase of the person who is unlocked.
pub async fn is_confirmed(register: Register, typed: &str) -> Result<bool, VaultError> {
    register.vault().confirm(&Passphrase::typed(typed)).await
}

/// Erases everything that is kept here. After [`StoreError::Blocked`] nothing is erased: another page holds the store open.
pub async fn erase(session: Session) -> Result<(), SessionError> {
    let store = session.store()?;
    if let Some(register) = leptos::prelude::GetUntracked::get_untracked(&session.register) {
        register.vault().lock();
    }
    wipe(&store).await.map_err(VaultError::from)?;
    prefs::forget_all();
    Ok(())
}

#[cfg(target_arch = "wasm32")]
async fn wipe(store: &AppStore) -> Result<(), StoreError> {
    use crate::vault::indexed_db::{DATABASE, erase};
    store.close();
    erase(DATABASE).await
}

#[cfg(not(target_arch = "wasm32"))]
async fn wipe(_store: &AppStore) -> Result<(), StoreError> {
    Ok(())
}
