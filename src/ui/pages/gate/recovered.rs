//! Opened by the recovery sheet: nothing is done in nobody's name, so one says who one is and sets a new passphrase.
use super::frame::Asked;
use super::locked::{chips, slot_of};
use crate::app::keys;
use crate::app::session::{SlotCard, use_session};
use crate::i18n::pages::{Gate, Lock};
use crate::i18n::{t, use_language};
use crate::platform::worker::Desk;
use crate::ui::kit::{Banner, Button, Choice, ChoiceChips, Field, Look, Progress, Tone};
use crate::ui::pages::people::{NameField, is_name};
use crate::ui::secret::{NewSecret, SecretFields};
use crate::ui::words::session_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The chip of one who has no slot here.
const ELSE: &str = "else";

#[component]
pub fn Recovered(people: Vec<SlotCard>) -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let names = chips(&people);
    let options = Signal::derive(move || {
        let someone_else = Choice::new(ELSE, language.say(Gate::SomeoneElse));
        names.iter().cloned().chain([someone_else]).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(Vec::<String>::new());
    let is_else = Memo::new(move |_| chosen.with(|chosen| chosen.iter().any(|value| value == ELSE)));
    let name = RwSignal::new(String::new());
    let secret = NewSecret::default();
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let enter = Callback::new(move |()| {
        let Some(passphrase) = secret.take().filter(|_| !busy.get_untracked()) else { return };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            let cipher = keys::cipher(Desk::default());
            let answer = match chosen.with_untracked(|chosen| slot_of(chosen)) {
                Some(slot) => session.reclaim(cipher, slot, &passphrase).await,
                None => session.reclaim_as_new(cipher, name.get_untracked().trim(), &passphrase).await,
            };
            if let Err(why) = answer {
                problem.try_set(session_error(&why, language.now()));
            }
            busy.try_set(false);
        });
    });
    let is_ready = Signal::derive(move || {
        let is_named = !is_else.get() || is_name(name);
        chosen.with(|chosen| !chosen.is_empty()) && is_named && secret.is_filled()
    });
    view! {
        <Asked title=t(Gate::RecoveredTitle) text=t(Gate::RecoveredText)>
            <form class="stack" on:submit=move |event| { event.prevent_default(); enter.run(()); }>
                <Field label=t(Gate::Who) group=true>
                    <ChoiceChips options=options chosen=chosen on_change=Callback::new(move |(now,)| chosen.set(now)) />
                </Field>
                <Show when=move || is_else.get()>
                    <NameField value=name />
                </Show>
                <SecretFields secret />
                <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show>
                <Show when=move || session.resealing.with(Option::is_some)>
                    <Progress label=far() done=session.resealing />
                </Show>
                <div class="row end">
                    <p class="muted grow" role="status">{move || busy.get().then(|| language.say(Gate::Working))}</p>
                    <Button label=t(Gate::SetAndEnter) look=Look::Primary submit=true large=true busy=busy
                        disabled=Signal::derive(move || !is_ready.get()) name="reclaim" />
                </div>
            </form>
        </Asked>
    }
    .into_any()
}

/// "Sealing everything anew: 128 of 340."
pub fn far() -> Signal<String> {
    let (session, language) = (use_session(), use_language());
    Signal::derive(move || {
        let (done, all) = session.resealing.get().unwrap_or_default();
        language.say_with(Lock::Resealing, &[&done.to_string(), &all.to_string()])
    })
}
