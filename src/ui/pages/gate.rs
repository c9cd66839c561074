//! The gate: first run, the recovery sheet, the lock screen. No name of a child stands on any of them.
use crate::app::keys;
use crate::app::session::{Founding, Phase, SlotCard, use_session};
use crate::i18n::pages::Gate;
use crate::i18n::{Common, t, use_language};
use crate::platform::browser::{self, Concern};
use crate::platform::worker::Desk;
use crate::ui::kit::{
    Banner, Button, Card, Choice, ChoiceChips, Fault, Field, Grade, Icon, Look, TextInput, TextKind, Tone,
};
use crate::ui::pages::safe::{PracticeHint, RestoreFromBackup, StartPractice};
use crate::ui::words::session_error;
use crate::vault::{RecoveryCode, new_passphrase};
use leptos::prelude::*;
use leptos::task::spawn_local;

fn fault(text: RwSignal<String>) -> Signal<Option<Fault>> {
    Signal::derive(move || (!text.get().is_empty()).then(|| Fault { text: text.get(), grade: Grade::Error }))
}

#[component]
pub fn FirstRun() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let desk = StoredValue::new_local(Desk::default());
    let words = move || {
        new_passphrase(&keys::cipher(desk.get_value())).map(|words| words.to_string()).unwrap_or_default()
    };
    let name = RwSignal::new(String::new());
    let person = RwSignal::new(String::new());
    let passphrase = RwSignal::new(words());
    let again = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let sheet = RwSignal::new(None::<String>);
    let plain = |text: String| {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase()
    };
    let begin = Callback::new(move |()| {
        if plain(again.get_untracked()) != plain(passphrase.get_untracked()) {
            return problem.set(language.say(Gate::Differs).to_owned());
        }
        problem.set(String::new());
        busy.set(true);
        let founding = Founding {
            register_name: name.get_untracked().trim().to_owned(),
            person: person.get_untracked().trim().to_owned(),
            passphrase: passphrase.get_untracked(),
            practice: false,
        };
        spawn_local(async move {
            match session.found(keys::cipher(desk.get_value()), founding).await {
                Ok(code) => sheet.set(Some(code.as_str().to_owned())),
                Err(why) => problem.set(session_error(&why, language.now())),
            }
            busy.set(false);
        });
    });
    let ready = Signal::derive(move || {
        !name.get().trim().is_empty() && person.get().trim().chars().count() >= 2 && !again.get().is_empty()
    });
    view! {
        <main class="page narrow">
            <p class="muted">{t(Common::AppName)}" · "{t(Common::Tagline)}</p>
            {move || match sheet.get() {
                Some(code) => view! { <Sheet code /> }.into_any(),
                None => view! {
                    <h1>{t(Gate::Welcome)}</h1>
                    <p>{t(Gate::WelcomeText)}</p>
                    <Concerns />
                    <form class="stack" on:submit=move |event| { event.prevent_default(); begin.run(()); }>
                        <Field label=t(Gate::RegisterName)>
                            <TextInput value=name on_input=Callback::new(move |(text,)| name.set(text)) autofocus=true />
                        </Field>
                        <Field label=t(Gate::Person)>
                            <TextInput value=person on_input=Callback::new(move |(text,)| person.set(text)) />
                        </Field>
                        <Field label=t(Gate::Passphrase) hint=t(Gate::PassphraseHint)>
                            <TextInput value=passphrase on_input=Callback::new(move |(text,)| passphrase.set(text)) />
                        </Field>
                        <div class="row"><Button label=t(Gate::NewWords) look=Look::Soft icon=Icon::Redo on_press=Callback::new(move |()| passphrase.set(words())) /></div>
                        <Field label=t(Gate::TypeAgain) fault=fault(problem)>
                            <TextInput value=again on_input=Callback::new(move |(text,)| again.set(text)) />
                        </Field>
                        <div class="row end"><Button label=t(Gate::Begin) look=Look::Primary submit=true large=true busy=busy disabled=Signal::derive(move || !ready.get()) /></div>
                        <p class="muted" role="status">{move || busy.get().then(|| language.say(Gate::Working))}</p>
                    </form>
                    <RestoreFromBackup />
                    <StartPractice />
                }.into_any(),
            }}
        </main>
    }
}

/// What about this browser puts the data at risk, said before anything is typed.
#[component]
fn Concerns() -> impl IntoView {
    let concerns = browser::concerns().into_iter().map(|concern| match concern {
        Concern::InApp => Gate::InApp,
        Concern::NotInstalled => Gate::Install,
    });
    concerns.map(|word| view! { <Banner title=t(word) tone=Tone::Due /> }).collect_view()
}

#[component]
fn Sheet(code: String) -> impl IntoView {
    let session = use_session();
    view! {
        <h1>{t(Gate::RecoveryTitle)}</h1>
        <p>{t(Gate::RecoveryText)}</p>
        <Card><p class="number" aria-label=t(Gate::RecoveryCode)><strong>{code}</strong></p></Card>
        <div class="row end">
            <Button label=t(Common::Print) look=Look::Soft icon=Icon::Print on_press=Callback::new(|()| browser::print()) />
            <Button label=t(Gate::RecoveryDone) look=Look::Primary large=true on_press=Callback::new(move |()| session.enter()) />
        </div>
    }
}

#[component]
pub fn Locked(people: Vec<SlotCard>) -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let desk = StoredValue::new_local(Desk::default());
    let first = people.first().map(|slot| slot.label.clone()).unwrap_or_default();
    let chosen = RwSignal::new(if people.len() == 1 { vec![first] } else { Vec::new() });
    let names = Signal::stored(
        people.iter().map(|slot| Choice::new(slot.label.clone(), slot.label.clone())).collect::<Vec<_>>(),
    );
    let people = StoredValue::new(people);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let by_sheet = RwSignal::new(false);
    let unlock = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        problem.set(String::new());
        busy.set(true);
        let typed = passphrase.get_untracked();
        spawn_local(async move {
            let cipher = keys::cipher(desk.get_value());
            let answer = if by_sheet.get_untracked() {
                match RecoveryCode::read(&typed) {
                    Ok(code) => session
                        .unlock_by_recovery(cipher, &code)
                        .await
                        .map_err(|why| session_error(&why, language.now())),
                    Err(_) => Err(language.say(Gate::BadRecovery).to_owned()),
                }
            } else {
                let label = chosen.get_untracked().into_iter().next().unwrap_or_default();
                match people
                    .with_value(|people| people.iter().find(|slot| slot.label == label).map(|slot| slot.id))
                {
                    Some(slot) => session
                        .unlock(cipher, slot, &typed)
                        .await
                        .map_err(|why| session_error(&why, language.now())),
                    None => Err(language.say(Gate::LockedText).to_owned()),
                }
            };
            if let Err(text) = answer {
                problem.try_set(text);
            }
            busy.try_set(false);
        });
    });
    view! {
        <main class="page narrow">
            <p class="muted">{t(Common::AppName)}" · "{t(Common::Tagline)}</p>
            <h1>{t(Gate::LockedTitle)}</h1>
            <p>{t(Gate::LockedText)}</p>
            <PracticeHint />
            <form class="stack" on:submit=move |event| { event.prevent_default(); unlock.run(()); }>
                <Show when=move || !by_sheet.get()>
                    <Field label=t(Gate::Who) group=true>
                        <ChoiceChips options=names chosen=chosen on_change=Callback::new(move |(now,)| chosen.set(now)) />
                    </Field>
                </Show>
                <Field label=Signal::derive(move || language.say(if by_sheet.get() { Gate::RecoveryCode } else { Gate::Passphrase }).to_owned()) fault=fault(problem)>
                    <TextInput value=passphrase kind=TextKind::Passphrase on_input=Callback::new(move |(text,)| passphrase.set(text)) autofocus=true />
                </Field>
                <div class="row apart">
                    <Button label=t(Gate::ByRecovery) look=Look::Plain on_press=Callback::new(move |()| by_sheet.update(|on| *on = !*on)) />
                    <Button label=t(Gate::Unlock) look=Look::Primary icon=Icon::Lock submit=true large=true busy=busy />
                </div>
            </form>
        </main>
    }
}

/// The store cannot be used as it is.
#[component]
pub fn Stopped(why: std::sync::Arc<crate::vault::VaultError>) -> impl IntoView {
    let language = use_language();
    view! {
        <main class="page narrow">
            <p class="muted">{t(Common::AppName)}" · "{t(Common::Tagline)}</p>
            <h1>{t(Gate::Stopped)}</h1>
            <p role="alert">{move || crate::ui::words::vault_error(&why, language.get())}</p>
        </main>
    }
}

/// What stands before the register is open.
#[component]
pub fn GatePage(phase: Phase) -> impl IntoView {
    match phase {
        Phase::FirstRun => view! { <FirstRun /> }.into_any(),
        Phase::Locked(people) => view! { <Locked people /> }.into_any(),
        Phase::Stopped(why) => view! { <Stopped why /> }.into_any(),
        Phase::Starting | Phase::Open | Phase::Elsewhere => ().into_any(),
    }
}
