//! A new register: its name, its first person, the passphrase. Then the recovery sheet.
use super::frame::Asked;
use crate::app::keys;
use crate::app::session::{Founding, use_session};
use crate::i18n::pages::Gate;
use crate::i18n::{t, use_language};
use crate::platform::room;
use crate::platform::worker::Desk;
use crate::ui::kit::{Banner, Button, Field, Look, TextInput, Tone};
use crate::ui::pages::people::{NameField, is_name};
use crate::ui::secret::{NewSecret, SecretFields};
use crate::ui::words::session_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Begin() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let (name, person) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let secret = NewSecret::default();
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let begin = Callback::new(move |()| {
        let Some(passphrase) = secret.take().filter(|_| !busy.get_untracked()) else { return };
        let founding = Founding {
            register_name: name.get_untracked().trim().to_owned(),
            person: person.get_untracked().trim().to_owned(),
            passphrase,
            practice: false,
        };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            // Asked at the one moment when a person has shown that they mean to stay. Firefox asks the person: nothing waits for it.
            spawn_local(async {
                let _granted = room::persist().await;
            });
            match session.found(keys::cipher(Desk::default()), founding).await {
                Ok(code) => session.show_sheet(&code),
                Err(why) => {
                    problem.try_set(session_error(&why, language.now()));
                }
            }
            busy.try_set(false);
        });
    });
    let is_ready = Signal::derive(move || {
        !name.with(|name| name.trim().is_empty()) && is_name(person) && secret.is_filled()
    });
    view! {
        <Asked title=t(Gate::BeginTitle)>
            <form class="stack" on:submit=move |event| { event.prevent_default(); begin.run(()); }>
                <div class="form-grid">
                    <Field label=t(Gate::RegisterName) hint=t(Gate::RegisterNameHint) name="register-name">
                        <TextInput value=name on_input=Callback::new(move |(text,)| name.set(text)) max_chars=60 autofocus=true />
                    </Field>
                    <NameField value=person />
                </div>
                <SecretFields secret />
                <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show>
                <div class="row end">
                    <p class="muted grow" role="status">{move || busy.get().then(|| language.say(Gate::Working))}</p>
                    <Button label=t(Gate::Begin) look=Look::Primary submit=true large=true busy=busy
                        disabled=Signal::derive(move || !is_ready.get()) name="begin" />
                </div>
            </form>
        </Asked>
    }
    .into_any()
}
