//! Another page has the register; or the store cannot be used as it is. What happened, and a way on.
use super::frame::Asked;
use super::ways::Way;
use crate::app::session::use_session;
use crate::i18n::pages::Gate;
use crate::i18n::{t, use_language};
use crate::platform::browser;
use crate::ui::behind::use_wing;
use crate::ui::kit::{Button, Icon, Look};
use crate::ui::words::vault_error;
use crate::vault::VaultError;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

#[component]
pub fn Elsewhere() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let busy = RwSignal::new(false);
    let take = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            session.use_here().await;
            busy.try_set(false);
        });
    });
    view! {
        <Asked title=t(Gate::ElsewhereTitle) text=t(Gate::ElsewhereText)>
            <div class="row">
                <Button label=t(Gate::UseHere) look=Look::Primary icon=Icon::Tablet large=true busy=busy name="use-here" on_press=take />
            </div>
            <p class="muted" role="status">{move || busy.get().then(|| language.say(Gate::Taking))}</p>
        </Asked>
    }
    .into_any()
}

#[component]
pub fn Stopped(why: Arc<VaultError>) -> impl IntoView {
    let (language, wing) = (use_language(), use_wing());
    // Without its keys the register here is lost, and a backup the only way on.
    let is_keyless = matches!(*why, VaultError::Keyring(_) | VaultError::KeyringMissing);
    let restoring = RwSignal::new(false);
    view! {
        <Show when=move || restoring.get()>{wing.room(|behind| (behind.way)(Way::Restore))}</Show>
        <div hidden=move || restoring.get()><Asked title=t(Gate::StoppedTitle)>
            <p role="alert" class="gate-trouble">{move || vault_error(&why, language.get())}</p>
            <div class="row">
                <Button label=t(Gate::TryAgain) look=Look::Primary icon=Icon::Redo large=true name="try-again" on_press=Callback::new(|()| browser::reload()) />
                <Show when=move || is_keyless>
                    <Button label=t(Gate::WayRestore) icon=Icon::History large=true name="stopped-restore" on_press=Callback::new(move |()| restoring.set(true)) />
                </Show>
            </div>
        </Asked></div>
    }
    .into_any()
}
