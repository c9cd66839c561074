//! The lock screen: who is it, and the passphrase; or the recovery sheet. It names the people of the tablet and nobody else.
use super::frame::Asked;
use super::practice::PracticeHint;
use crate::app::session::{SlotCard, use_session};
use crate::i18n::pages::{Gate, Secret};
use crate::i18n::{Word, t, use_language};
use crate::ui::behind::use_wing;
use crate::ui::kit::{
    Button, Choice, ChoiceChips, Fault, Field, Grade, Icon, Look, SecretInput, TextInput, TextKind,
};
use crate::vault::SlotId;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The people as chips; the value of one is its slot.
pub(super) fn chips(people: &[SlotCard]) -> Vec<Choice> {
    people.iter().map(|slot| Choice::new(format!("{:032x}", slot.id.0), slot.label.clone())).collect()
}

pub(super) fn slot_of(chosen: &[String]) -> Option<SlotId> {
    chosen.first().and_then(|value| u128::from_str_radix(value, 16).ok()).map(SlotId)
}

#[component]
pub fn Locked(people: Vec<SlotCard>) -> impl IntoView {
    let by_sheet = RwSignal::new(false);
    let people = StoredValue::new(people);
    view! {
        <Asked title=t(Gate::LockedTitle)>
            <PracticeHint />
            {move || match by_sheet.get() {
                false => view! { <ByPassphrase people=people.get_value() by_sheet /> }.into_any(),
                true => view! { <BySheet by_sheet /> }.into_any(),
            }}
        </Asked>
    }
    .into_any()
}

#[component]
fn ByPassphrase(people: Vec<SlotCard>, by_sheet: RwSignal<bool>) -> impl IntoView {
    let (session, language, wing) = (use_session(), use_language(), use_wing());
    let names = chips(&people);
    let is_alone = names.len() == 1;
    let chosen = RwSignal::new(match is_alone {
        true => names.iter().map(|choice| choice.value.clone()).collect(),
        false => Vec::new(),
    });
    let names = Signal::stored(names);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let unlock = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        let Some(slot) = chosen.with_untracked(|chosen| slot_of(chosen)) else {
            return problem.set(language.say(Gate::PickPerson).to_owned());
        };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            let said = match wing.fetch().await {
                Some(behind) => {
                    (behind.unlock)(session, slot, passphrase.get_untracked(), language.now()).await
                }
                None => Err(Gate::NotFetched.text(language.now()).to_owned()),
            };
            if let Err(why) = said {
                problem.try_set(why);
            }
            busy.try_set(false);
        });
    });
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); unlock.run(()); }>
            <Field label=t(Gate::Who) group=true>
                <ChoiceChips options=names chosen=chosen on_change=Callback::new(move |(now,): (Vec<String>,)| {
                    // A second tap on one's own name keeps it.
                    if !now.is_empty() { chosen.set(now); }
                }) />
            </Field>
            <Field label=t(Gate::Passphrase) hint=t(Gate::PassphraseHint) fault=fault(problem)>
                <SecretInput value=passphrase show=t(Secret::Show) autofocus=is_alone
                    on_input=Callback::new(move |(text,)| { problem.set(String::new()); passphrase.set(text); }) />
            </Field>
            <Foot busy turn=Callback::new(move |()| by_sheet.set(true)) other=Gate::Forgot
                disabled=Signal::derive(move || passphrase.with(String::is_empty)) />
        </form>
    }
    .into_any()
}

#[component]
fn BySheet(by_sheet: RwSignal<bool>) -> impl IntoView {
    let (session, language, wing) = (use_session(), use_language(), use_wing());
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let unlock = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            let said = match wing.fetch().await {
                Some(behind) => {
                    (behind.unlock_by_sheet)(session, typed.get_untracked(), language.now()).await
                }
                None => Err(Gate::NotFetched.text(language.now()).to_owned()),
            };
            if let Err(why) = said {
                problem.try_set(why);
            }
            busy.try_set(false);
        });
    });
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); unlock.run(()); }>
            <Field label=t(Gate::RecoveryCode) hint=t(Gate::RecoveryHint) fault=fault(problem)>
                <TextInput value=typed kind=TextKind::Number autofocus=true
                    on_input=Callback::new(move |(text,)| { problem.set(String::new()); typed.set(text); }) />
            </Field>
            <Foot busy turn=Callback::new(move |()| by_sheet.set(false)) other=Gate::BackToPassphrase
                disabled=Signal::derive(move || typed.with(String::is_empty)) />
        </form>
    }
    .into_any()
}

#[component]
fn Foot(busy: RwSignal<bool>, turn: Callback<()>, other: Gate, disabled: Signal<bool>) -> impl IntoView {
    let language = use_language();
    view! {
        <p class="muted" role="status">{move || busy.get().then(|| language.say(Gate::Unlocking))}</p>
        <div class="row apart">
            <Button label=t(other) look=Look::Plain name="other-way" disabled=busy on_press=turn />
            <Button label=t(Gate::Unlock) look=Look::Primary icon=Icon::Unlock submit=true large=true busy=busy disabled=disabled name="unlock" />
        </div>
    }
    .into_any()
}

fn fault(problem: RwSignal<String>) -> Signal<Option<Fault>> {
    Signal::derive(move || {
        Some(problem.get()).filter(|text| !text.is_empty()).map(|text| Fault { text, grade: Grade::Error })
    })
}
