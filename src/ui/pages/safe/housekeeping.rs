//! What an open register does in the background; it shows nothing.
use crate::app::register::{SaveStatus, use_register};
use crate::platform::room::{self, Kept};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Takes away what an interrupted restore or replacement left; after the first save asks the browser, once, never to clear the
/// register by itself (the settings and the check before leaving show its answer).
#[component]
pub fn Housekeeping() -> impl IntoView {
    let register = use_register();
    spawn_local(async move {
        // What cannot be swept now is swept at the next opening; it is no part of the register.
        let _swept = register.vault().sweep().await;
    });
    let asked = StoredValue::new(false);
    Effect::new(move || {
        let is_saved = matches!(register.status.get(), SaveStatus::Saved { .. });
        if is_saved && !asked.get_value() {
            asked.set_value(true);
            spawn_local(async {
                if room::kept().await == Kept::NotPromised {
                    let _answer = room::persist().await;
                }
            });
        }
    });
}
