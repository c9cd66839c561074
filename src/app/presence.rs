//! Coming to the register, leaving it, and giving way to another tab.
//!
//! Leaving is always the same: what is being typed is sealed, the keys are forgotten, a new document is loaded. If the sealing fails,
//! nothing is forgotten; the page is covered ([`Leaving::Failed`]) and a person decides.
use crate::app::keeper::KeepError;
use crate::app::session::{AppStore, Leaving, Phase, Session};
use crate::platform::{browser, clock, locks};
use crate::vault::prefs::{self, Pref};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

/// The lock that the page with the register holds.
const REGISTER: &str = "baoxue-register";

#[cfg(target_arch = "wasm32")]
async fn open_store() -> Result<AppStore, crate::vault::StoreError> {
    AppStore::open(crate::vault::indexed_db::DATABASE).await
}

#[cfg(not(target_arch = "wasm32"))]
async fn open_store() -> Result<AppStore, crate::vault::StoreError> {
    Ok(AppStore::new())
}

/// Keeps where one is, for after the lock: the day, the path, the query. Both hold ids and codes only.
pub fn keep_place(path: &str, search: &str) {
    let mark = if search.is_empty() { "" } else { "?" };
    let place = [path, mark, search.trim_start_matches('?')].concat();
    prefs::write(Pref::LastScreen, &format!("{} {place}", clock::today()));
}

/// The place kept on the same day. An older one is no use: a day begins with *today*.
fn kept_place(kept: &str, today: &str) -> Option<String> {
    let (day, place) = kept.split_once(' ')?;
    (day == today && place.starts_with('/') && !place.starts_with("//")).then(|| place.to_owned())
}

/// A page that was closed (the tablet ran out of memory behind the camera) opens where it was, not at its front door.
pub(super) fn back_to_place() {
    let kept = prefs::read(Pref::LastScreen).unwrap_or_default();
    if let Some(place) = kept_place(&kept, &clock::today().to_string())
        && browser::address().as_deref() == Some("/")
    {
        browser::stand_at(&place);
    }
}

impl Session {
    /// Takes the register for this page and looks what is there; or says that another page has it.
    pub async fn arrive(self) {
        match locks::claim(REGISTER, self.lost()).await {
            Some(tenure) => self.settle_in(tenure).await,
            None => self.phase.set(Phase::Elsewhere),
        }
    }

    /// "Use here instead": the other page seals its draft and lets go, or is overruled when it does not answer.
    pub async fn use_here(self) {
        if let Some(tenure) = locks::take_over(REGISTER, self.lost()).await {
            self.settle_in(tenure).await;
        }
    }

    async fn settle_in(self, tenure: locks::Tenure) {
        self.tenure.set_value(Some(tenure));
        match open_store().await {
            Ok(store) => self.start(store).await,
            Err(why) => self.phase.set(Phase::Stopped(Arc::new(why.into()))),
        }
    }

    /// Another page asks for the register, or has taken it.
    fn lost(self) -> Rc<dyn Fn()> {
        Rc::new(move || spawn_local(self.leave()))
    }

    /// Locks: seals, forgets, loads anew. Unlocking returns to the same page and field.
    pub async fn leave(self) {
        if self.leaving.try_get_untracked().flatten() == Some(Leaving::Sealing) {
            return;
        }
        let field = browser::focused_field().or_else(|| self.field.try_get_value().flatten());
        prefs::write(Pref::LastField, &field.unwrap_or_default());
        self.leaving.try_set(Some(Leaving::Sealing));
        match self.seal().await {
            Ok(()) => self.forget(),
            Err(why) => {
                self.leaving.try_set(Some(Leaving::Failed(Arc::new(why))));
            }
        }
    }

    /// What is being saved ends, what is being typed is sealed.
    pub async fn seal(self) -> Result<(), KeepError> {
        if let Some(register) = self.register.try_get_untracked().flatten() {
            register.quiet().await;
        }
        self.drafts.seal_all().await
    }

    /// Forgets the keys and loads a new document; what could not be sealed is lost.
    pub fn forget(self) {
        if let Some(register) = self.register.try_get_untracked().flatten() {
            register.vault().lock();
        }
        if let Some(vault) = self.recovered.try_update_value(Option::take).flatten() {
            vault.lock();
        }
        self.tenure.try_set_value(None);
        browser::reload();
    }
}

#[cfg(test)]
mod tests {
    use super::kept_place;

    #[test]
    fn only_a_place_of_the_same_day_and_of_this_page_is_gone_back_to() {
        for (kept, expected) in [
            ("2026-03-11 /visit/00ab?step=2", Some("/visit/00ab?step=2")),
            ("2026-03-10 /visit/00ab", None),
            ("2026-03-11 //elsewhere.example/", None),
            ("2026-03-11 javascript:", None),
            ("/visit/00ab", None),
            ("", None),
        ] {
            assert_eq!(kept_place(kept, "2026-03-11").as_deref(), expected, "{kept}");
        }
    }
}
