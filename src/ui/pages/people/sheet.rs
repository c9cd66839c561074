//! A new recovery sheet: printed and put away first; only then does it work, and the old one no more.
use super::{Busy, OnePassphrase, People};
use crate::app::{keys, people as app};
use crate::i18n::pages::{Gate, People as W};
use crate::i18n::{Common, Word, t, use_language};
use crate::platform::worker::Desk;
use crate::ui::kit::{Banner, Button, Card, Icon, Look, Progress, Tone, use_toasts};
use crate::ui::pages::gate::{RecoverySheet, far};
use crate::ui::words::vault_error;
use crate::vault::{Passphrase, RecoveryCode, VaultError, new_recovery_code};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn SheetCard(people: People, renewing: RwSignal<bool>) -> impl IntoView {
    view! {
        <Card title=t(W::Sheet) name="sheet">
            <p class="muted">{t(W::SheetText)}</p>
            <div class="row end">
                <Button label=t(W::SheetNew) icon=Icon::Print name="new-sheet" disabled=Signal::derive(move || people.is_busy())
                    on_press=Callback::new(move |()| renewing.set(true)) />
            </div>
        </Card>
    }
    .into_any()
}

#[component]
pub fn Renew(people: People, renewing: RwSignal<bool>) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let code = RwSignal::new(None::<String>);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(String::new());
    let switch = Callback::new(move |()| {
        let read = code.with_untracked(|code| code.as_deref().map(RecoveryCode::read));
        let Some(Ok(read)) = read.filter(|_| !busy.get_untracked()) else { return };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            match people.session.renew_sheet(people.register, &read).await {
                Ok(()) => {
                    toasts.say(W::SheetDone.text(language.now()));
                    renewing.try_set(false);
                }
                Err(why) => {
                    problem.try_set(vault_error(&why, language.now()));
                }
            }
            busy.try_set(false);
        });
    });
    let register = StoredValue::new(people.register.card().name);
    view! {
        <div class="page narrow">
            <div class="no-print stack tight">
                <div><Button label=t(Common::Back) look=Look::Plain icon=Icon::Left disabled=busy on_press=Callback::new(move |()| renewing.set(false)) /></div>
                <h1>{t(W::SheetNew)}</h1>
                <p class="muted">{t(Gate::SheetText)}</p>
            </div>
            {move || match code.get() {
                None => view! { <Make people code /> }.into_any(),
                Some(code) => view! {
                    <RecoverySheet code register=register.get_value() done=t(W::SheetSwitch) on_done=switch busy=busy />
                }.into_any(),
            }}
            <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show>
            <Show when=move || busy.get() && people.is_busy()><Progress label=far() done=people.session.resealing /></Show>
        </div>
    }
    .into_any()
}

/// Asks who wants it, then makes the code.
#[component]
fn Make(people: People, code: RwSignal<Option<String>>) -> impl IntoView {
    let language = use_language();
    let own = RwSignal::new(String::new());
    let wrong = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let make = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let typed = Passphrase::typed(&own.get_untracked());
            let said = match app::confirm(people.register, &typed).await {
                Ok(true) => match new_recovery_code(&keys::cipher(Desk::default())) {
                    Ok(made) => {
                        code.try_set(Some(made.as_str().to_owned()));
                        None
                    }
                    Err(why) => Some(vault_error(&VaultError::from(why), language.now())),
                },
                Ok(false) => Some(W::WrongOwn.text(language.now()).to_owned()),
                Err(why) => Some(vault_error(&why, language.now())),
            };
            if let Some(said) = said {
                wrong.try_set(said);
            }
            busy.try_set(false);
        });
    });
    view! {
        <form class="card" on:submit=move |event| { event.prevent_default(); make.run(()); }>
            <OnePassphrase label=t(W::YourPassphrase) value=own problem=wrong autofocus=true />
            <div class="row end">
                <Busy busy />
                <Button label=t(W::SheetMake) look=Look::Primary submit=true large=true busy=busy name="make-sheet"
                    disabled=Signal::derive(move || own.with(String::is_empty)) />
            </div>
        </form>
    }
    .into_any()
}
