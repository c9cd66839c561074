//! On the first screen: a backup brought back onto this empty tablet. Nothing is written before everything is verified.
use super::frame::Asked;
use crate::app::backup::restore::{self, BlobBackup, BringError, Found, Key, Ready};
use crate::app::backup::{Step, Told};
use crate::app::keys;
use crate::app::session::{SlotCard, use_session};
use crate::i18n::pages::Restoring as W;
use crate::i18n::{Common, Lang, Word, dates, fill, t, t_with, use_language};
use crate::platform::worker::Desk;
use crate::platform::{clock, files};
use crate::ui::kit::{
    Banner, Button, Choice, ChoiceChips, Fault, Field, Grade, Icon, Look, Progress, TextInput, TextKind, Tone,
};
use crate::ui::pages::safe::holdings_text;
use crate::ui::words::{session_error, vault_error};
use crate::vault::slots::SlotError;
use crate::vault::{BackupError, Passphrase, RecoveryCode, RestoreError, VaultError};
use futures::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// Why a file cannot be brought back, in plain words; nothing has changed.
pub fn bring_text(error: &BringError, by_sheet: bool, lang: Lang) -> String {
    let word = match error {
        BringError::File(RestoreError::Backup(error)) => file_word(*error),
        BringError::File(RestoreError::Vault(error)) => match error {
            VaultError::Slot(SlotError::WrongPassphrase) if by_sheet => W::WrongCode,
            VaultError::Slot(SlotError::WrongPassphrase) => W::WrongPassphrase,
            VaultError::Slot(SlotError::NoSuchSlot) => W::WrongCode,
            VaultError::Slot(SlotError::GrantBroken) | VaultError::Keyring(_) | VaultError::Damaged(_) => {
                W::Altered
            }
            VaultError::Unsettled(damage) => return fill(W::Harmed.text(lang), &[&damage.len().to_string()]),
            other => return vault_error(other, lang),
        },
        BringError::Session(error) => return session_error(error, lang),
        BringError::NoRegister => W::NoRegister,
        BringError::Cancelled => return String::new(),
    };
    word.text(lang).to_owned()
}

pub fn file_word(error: BackupError) -> W {
    match error {
        BackupError::NotABackup => W::NotABackup,
        BackupError::Newer { .. } => W::Newer,
        BackupError::Truncated => W::Truncated,
        BackupError::Block { .. } | BackupError::Keyring(_) => W::Altered,
    }
}

/// How far the person has come. What waits between two steps is not written anywhere.
#[derive(Clone)]
enum State {
    /// Nothing is picked, or what was picked is no good.
    Picking,
    /// A backup; the passphrase is asked.
    Picked(web_sys::File, Found),
    Working,
    /// Opened, verified and counted.
    Opened,
}

/// What was typed to open it; kept while the file is tried.
#[derive(Clone, Copy)]
struct Typed {
    text: RwSignal<String>,
    chosen: RwSignal<Vec<String>>,
    by_sheet: RwSignal<bool>,
}

#[component]
pub fn RestoreFromBackup() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let state = RwSignal::new_local(State::Picking);
    let ready = StoredValue::new_local(None::<Ready<BlobBackup>>);
    let problem = RwSignal::new(String::new());
    let typed = Typed {
        text: RwSignal::new(String::new()),
        chosen: RwSignal::new(Vec::new()),
        by_sheet: RwSignal::new(false),
    };
    let step = RwSignal::new(Step::Checking(0, 0));
    let stop = StoredValue::new_local(None::<AbortHandle>);
    let input = NodeRef::<leptos::html::Input>::new();
    let pick = Callback::new(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    let picked = move |event: leptos::ev::Event| {
        let Some(file) = files::picked(&event).into_iter().next() else { return };
        problem.set(String::new());
        spawn_local(async move {
            match restore::look(&file).await {
                Ok(found) => drop(state.try_set(State::Picked(file, found))),
                Err(error) => {
                    state.try_set(State::Picking);
                    problem.try_set(file_word(error).text(language.now()).to_owned());
                }
            }
        });
    };
    let told: Told = Rc::new(move |now| {
        step.try_set(now);
    });
    let told = StoredValue::new_local(told);
    let open = Callback::new(move |(key, by_sheet): (StoredValue<Option<Key>, LocalStorage>, bool)| {
        let State::Picked(file, found) = state.get_untracked() else { return };
        let Some(key) = key.try_update_value(Option::take).flatten() else { return };
        let (handle, stopped) = AbortHandle::new_pair();
        stop.set_value(Some(handle));
        problem.set(String::new());
        step.set(Step::Checking(0, 0));
        state.set(State::Working);
        spawn_local(async move {
            let cipher = keys::cipher(Desk::default());
            let work = restore::open(&file, key, &cipher, told.get_value());
            match Abortable::new(work, stopped).await.unwrap_or(Err(BringError::Cancelled)) {
                Ok(opened) => {
                    ready.try_update_value(|ready| *ready = Some(opened));
                    state.try_set(State::Opened);
                }
                Err(error) => {
                    problem.try_set(bring_text(&error, by_sheet, language.now()));
                    state.try_set(State::Picked(file, found));
                }
            }
        });
    });
    let bring = Callback::new(move |despite_damage: bool| {
        let Some(Some(opened)) = ready.try_update_value(Option::take) else { return };
        problem.set(String::new());
        step.set(Step::Restoring(0, 0));
        stop.set_value(None);
        state.set(State::Working);
        spawn_local(async move {
            let cipher = keys::cipher(Desk::default());
            if let Err(error) = restore::bring(session, opened, cipher, despite_damage).await {
                problem.try_set(bring_text(&error, false, language.now()));
                state.try_set(State::Picking);
            }
        });
    });
    let body = move || {
        match state.get() {
        State::Picking => view! {
            <Show when=move || !problem.with(String::is_empty)>
                <Banner title=problem tone=Tone::Late name="restore-problem" />
            </Show>
            <div class="row"><Button label=t(W::Choose) icon=Icon::Import look=Look::Primary large=true on_press=pick name="choose-backup" /></div>
        }
        .into_any(),
        State::Picked(_, found) => view! { <AskKey found typed open pick problem /> }.into_any(),
        State::Working => view! { <Working step stop /> }.into_any(),
        State::Opened => {
            let seen = ready.with_value(|ready| ready.as_ref().map(|ready| (ready.holds.clone(), ready.damage.len())));
            seen.map(|(holds, harmed)| view! { <Opened holds harmed bring pick /> }).into_any()
        }
    }
    };
    view! {
        <Asked title=t(W::Title) text=t(W::Text)>
            <input node_ref=input type="file" accept=".baoxue" class="unseen" tabindex="-1" aria-label=t(W::Choose) on:change=picked />
            {body}
        </Asked>
    }
    .into_any()
}

type OpenWith = Callback<(StoredValue<Option<Key>, LocalStorage>, bool)>;

/// Whose passphrase, or the recovery sheet. What was typed stays when it was wrong.
#[component]
fn AskKey(
    found: Found,
    typed: Typed,
    open: OpenWith,
    pick: Callback<()>,
    problem: RwSignal<String>,
) -> impl IntoView {
    let language = use_language();
    let Typed { text: typed, chosen, by_sheet } = typed;
    let people = StoredValue::new(found.people.clone());
    let choice = |(at, slot): (usize, &SlotCard)| Choice::new(at.to_string(), slot.label.clone());
    let names = Signal::stored(found.people.iter().enumerate().map(choice).collect::<Vec<_>>());
    if found.people.len() == 1 {
        chosen.set(vec!["0".to_owned()]);
    }
    let go = Callback::new(move |()| {
        let lang = language.now();
        let text = typed.get_untracked();
        let key = if by_sheet.get_untracked() {
            RecoveryCode::read(&text).map(Key::Sheet).map_err(|_| W::BadCode)
        } else {
            let at = chosen.with_untracked(|chosen| chosen.first()?.parse::<usize>().ok());
            let slot = people.with_value(|people| at.and_then(|at| people.get(at)).map(|slot| slot.id));
            slot.map(|slot| Key::Person(slot, Passphrase::typed(&text))).ok_or(W::ChoosePerson)
        };
        match key {
            Ok(key) => open.run((StoredValue::new_local(Some(key)), by_sheet.get_untracked())),
            Err(word) => problem.set(word.text(lang).to_owned()),
        }
    });
    let fault = Signal::derive(move || {
        problem.with(|text| (!text.is_empty()).then(|| Fault { text: text.clone(), grade: Grade::Error }))
    });
    let label =
        Signal::derive(move || language.say(if by_sheet.get() { W::Code } else { W::Passphrase }).to_owned());
    let other = Signal::derive(move || {
        language.say(if by_sheet.get() { W::ByPerson } else { W::BySheet }).to_owned()
    });
    let size = dates::bytes(found.bytes);
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); go.run(()); }>
            <p class="muted">{t_with(W::Size, move || vec![size.clone()])}</p>
            <Show when=move || !by_sheet.get()>
                <Field label=t(W::Who) group=true>
                    <ChoiceChips options=names chosen=chosen on_change=Callback::new(move |(now,)| chosen.set(now)) />
                </Field>
            </Show>
            <Field label=label fault=fault>
                <TextInput value=typed kind=TextKind::Passphrase on_input=Callback::new(move |(text,)| typed.set(text)) autofocus=true />
            </Field>
            <div class="row apart">
                <div class="row tight">
                    <Button label=other look=Look::Plain on_press=move || { problem.set(String::new()); by_sheet.update(|on| *on = !*on) } />
                    <Button label=t(W::Another) look=Look::Plain on_press=pick />
                </div>
                <Button label=t(W::Open) icon=Icon::Unlock look=Look::Primary large=true submit=true name="open-backup" />
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Working(step: RwSignal<Step>, stop: StoredValue<Option<AbortHandle>, LocalStorage>) -> impl IntoView {
    let language = use_language();
    let label = Signal::derive(move || {
        let word = match step.get() {
            Step::Checking(0, _) | Step::Writing(..) => W::Opening,
            Step::Checking(..) => W::Checking,
            Step::Restoring(..) => W::Bringing,
        };
        language.say(word).to_owned()
    });
    let done = Signal::derive(move || Some(step.get().done()).filter(|(_, all)| *all > 0));
    // Taking over is one step that cannot stop half-way.
    let can_stop = stop.with_value(Option::is_some);
    let cancel = Callback::new(move |()| stop.with_value(|stop| stop.iter().for_each(AbortHandle::abort)));
    match can_stop {
        true => view! { <Progress label done cancel=t(Common::Cancel) on_cancel=cancel /> }.into_any(),
        false => view! { <Progress label done /> }.into_any(),
    }
}

/// What the opened backup is; one press brings it.
#[component]
fn Opened(
    holds: crate::app::backup::Holdings,
    harmed: usize,
    bring: Callback<bool>,
    pick: Callback<()>,
) -> impl IntoView {
    let language = use_language();
    let (name, is_practice) = holds.register.clone().unwrap_or_default();
    let (day, time) = clock::local(holds.saved_at);
    let title = Signal::derive(move || {
        let when = [dates::long(day, language.get()), time.to_string()].join(" ");
        language.say_with(W::Of, &[&name, &when])
    });
    let text = Signal::derive(move || holdings_text(&holds, language.get()));
    let harmed_text = t_with(W::Harmed, move || vec![harmed.to_string()]);
    view! {
        <Banner title=title text=text name="backup-opened" />
        {is_practice.then(|| view! { <p>{t(W::Practice)}</p> })}
        {match harmed {
            0 => view! { <Banner title=t(W::Sound) text=t(W::Sealed) tone=Tone::Good /> }.into_any(),
            _ => view! { <Banner title=harmed_text tone=Tone::Late name="restore-problem" /> }.into_any(),
        }}
        <div class="row end">
            <Button label=t(W::Another) look=Look::Plain on_press=pick />
            {match harmed {
                0 => view! { <Button label=t(W::Bring) look=Look::Primary large=true on_press=move || bring.run(false) name="bring" /> }.into_any(),
                _ => view! { <Button label=t(W::BringWhole) look=Look::Danger on_press=move || bring.run(true) name="bring-whole" /> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::Damage;
    use crate::vault::keyring::KeyringError;
    use std::collections::BTreeSet;

    #[test]
    fn every_fault_of_a_file_has_a_sentence_of_its_own_that_says_that_nothing_changed_or_what_to_do() {
        let vault = |error: VaultError| BringError::File(RestoreError::Vault(error));
        let file = |error: BackupError| BringError::File(RestoreError::Backup(error));
        let faults = [
            (file(BackupError::NotABackup), false),
            (file(BackupError::Newer { version: 2 }), false),
            (file(BackupError::Truncated), false),
            (file(BackupError::Keyring(KeyringError::Checksum)), false),
            (vault(SlotError::WrongPassphrase.into()), false),
            (vault(SlotError::WrongPassphrase.into()), true),
            (
                vault(VaultError::Unsettled(vec![Damage::value(
                    crate::vault::Area::Media,
                    "a",
                    crate::vault::Harm::Altered,
                )])),
                false,
            ),
            (vault(VaultError::NotEmpty), false),
            (BringError::NoRegister, false),
        ];
        for lang in Lang::ALL {
            let texts: BTreeSet<String> =
                faults.iter().map(|(error, by_sheet)| bring_text(error, *by_sheet, lang)).collect();
            assert_eq!(texts.len(), faults.len(), "{texts:?}");
            assert!(texts.iter().all(|text| text.chars().count() > 10), "{texts:?}");
        }
        let stopped = bring_text(&BringError::Cancelled, false, Lang::Zh);
        assert_eq!(stopped, "", "one who stopped it knows why");
    }
}
