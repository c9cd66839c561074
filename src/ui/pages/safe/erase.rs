//! Erasing this tablet: says what is on it and how old the backup is, offers one first, and asks the passphrase and a typed
//! word. It never looks like locking.
use super::age::BackupAge;
use super::backup::grouped;
use super::to_backup;
use crate::app::erase;
use crate::app::register::use_register;
use crate::app::session::{SessionError, use_session};
use crate::i18n::pages::Tablet as W;
use crate::i18n::{Word, t, t_with, use_language};
use crate::platform::browser;
use crate::ui::kit::{Button, Dialog, Fault, Field, Grade, Look, TextInput, TextKind};
use crate::ui::words::{session_error, vault_error};
use crate::vault::{Area, StoreError, VaultError};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn EraseDialog(open: RwSignal<bool>) -> impl IntoView {
    let (session, register, language) = (use_session(), use_register(), use_language());
    let passphrase = RwSignal::new(String::new());
    let word = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let close = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        passphrase.set(String::new());
        word.set(String::new());
        problem.set(String::new());
        open.set(false);
    });
    let is_word = move || word.with(|word| word.trim().eq_ignore_ascii_case(language.say(W::EraseWord)));
    let ready = Signal::derive(move || is_word() && passphrase.with(|typed| !typed.is_empty()));
    let go = Callback::new(move |()| {
        if !ready.get_untracked() || busy.get_untracked() {
            return;
        }
        problem.set(String::new());
        busy.set(true);
        let typed = passphrase.get_untracked();
        spawn_local(async move {
            let lang = language.now();
            let why = match erase::is_confirmed(register, &typed).await {
                Ok(true) => match erase::erase(session).await {
                    Ok(()) => return browser::restart(),
                    Err(SessionError::Vault(VaultError::Store(StoreError::Blocked))) => {
                        W::Blocked.text(lang).to_owned()
                    }
                    Err(why) => session_error(&why, lang),
                },
                Ok(false) => W::Wrong.text(lang).to_owned(),
                Err(why) => vault_error(&why, lang),
            };
            problem.try_set(why);
            busy.try_set(false);
        });
    });
    let holds = t_with(W::EraseHolds, move || {
        let (pupils, visits) = register.summaries.with(|all| {
            let pupils = || all.values().filter_map(|summary| summary.pupil());
            (pupils().count(), pupils().map(|pupil| pupil.visit_count as usize).sum::<usize>())
        });
        let media = register.vault().count(Area::Media).unwrap_or_default();
        [pupils, visits, media].map(grouped).to_vec()
    });
    let word_label = t_with(W::TypeWord, move || vec![language.say(W::EraseWord).to_owned()]);
    let fault = Signal::derive(move || {
        problem.with(|text| (!text.is_empty()).then(|| Fault { text: text.clone(), grade: Grade::Error }))
    });
    let foot = move || {
        view! {
            <Button label=t(W::EraseStays) on_press=close name="cancel" />
            <Button label=t(W::EraseNow) look=Look::Danger busy=busy disabled=Signal::derive(move || !ready.get()) on_press=go name="erase-now" />
        }
    };
    view! {
        <Dialog open title=t(W::EraseTitle) close_label=t(W::EraseStays) on_close=close foot=foot name="erase-dialog">
            <p>{holds}</p>
            <p><strong>{t(W::EraseOnly)}</strong></p>
            <BackupAge />
            <div class="row">{to_backup(Look::Soft)}</div>
            <Field label=t(W::YourPassphrase) fault=fault>
                <TextInput value=passphrase kind=TextKind::Passphrase on_input=Callback::new(move |(text,)| passphrase.set(text)) />
            </Field>
            <Field label=word_label>
                <TextInput value=word on_input=Callback::new(move |(text,)| word.set(text)) />
            </Field>
        </Dialog>
    }
}
