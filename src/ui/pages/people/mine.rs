//! One's own passphrase: changed by whoever knows the old one.
use super::{Busy, OnePassphrase, People};
use crate::app::people as app;
use crate::i18n::pages::People as W;
use crate::i18n::{Common, Word, t, use_language};
use crate::ui::kit::{Banner, Button, Card, Dialog, Icon, Look, Tone, use_toasts};
use crate::ui::secret::{NewSecret, SecretFields};
use crate::ui::words::vault_error;
use crate::vault::slots::SlotError;
use crate::vault::{Passphrase, VaultError};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Mine(people: People) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Card title=t(W::Mine) name="mine">
            <div class="row apart">
                <p class="muted grow">{t(W::MineText)}</p>
                <Button label=t(W::Change) icon=Icon::Key name="change-passphrase" on_press=Callback::new(move |()| open.set(true)) />
            </div>
        </Card>
        <Dialog open=open title=t(W::Change) close_label=t(Common::Cancel) on_close=Callback::new(move |()| open.set(false)) name="change-dialog">
            <ChangeForm people open />
        </Dialog>
    }
    .into_any()
}

#[component]
fn ChangeForm(people: People, open: RwSignal<bool>) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let secret = NewSecret::default();
    let old = RwSignal::new(String::new());
    let wrong_old = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let change = Callback::new(move |()| {
        let Some(new) = secret.take().filter(|_| !busy.get_untracked()) else { return };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            let typed = Passphrase::typed(&old.get_untracked());
            match app::change_passphrase(people.register, &typed, &new).await {
                Ok(()) => {
                    toasts.say(W::Changed.text(language.now()));
                    open.try_set(false);
                }
                Err(VaultError::Slot(SlotError::WrongPassphrase)) => {
                    wrong_old.try_set(W::WrongOwn.text(language.now()).to_owned());
                }
                Err(why) => {
                    problem.try_set(vault_error(&why, language.now()));
                }
            }
            busy.try_set(false);
        });
    });
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); change.run(()); }>
            <OnePassphrase label=t(W::Old) value=old problem=wrong_old autofocus=true />
            <SecretFields secret />
            <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show>
            <div class="row end">
                <Busy busy />
                <Button label=t(W::ChangeNow) look=Look::Primary submit=true large=true busy=busy name="change-now"
                    disabled=Signal::derive(move || !secret.is_filled() || old.with(String::is_empty)) />
            </div>
        </form>
    }
    .into_any()
}
