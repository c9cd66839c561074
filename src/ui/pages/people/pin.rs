//! The PIN of the guardian's screen, on this tablet and for whoever is unlocked.
use super::People;
use crate::app::pin::{self, PinFlaw};
use crate::i18n::pages::People as W;
use crate::i18n::{Common, Word, t, use_language};
use crate::ui::kit::{
    Button, Card, Dialog, Fault, Field, Grade, Icon, Look, Status, TextInput, TextKind, Tone, use_toasts,
};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Pin(people: People) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let is_set = RwSignal::new(None::<bool>);
    let look = move || {
        spawn_local(async move {
            match pin::is_set(people.register).await {
                Ok(now) => {
                    is_set.try_set(Some(now));
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    };
    look();
    let open = RwSignal::new(false);
    let drop_it = Callback::new(move |()| {
        spawn_local(async move {
            match pin::set(people.register, None).await {
                Ok(()) => toasts.say(W::PinDropped.text(language.now())),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
            look();
        });
    });
    let has_pin = move || is_set.get() == Some(true);
    let make =
        Signal::derive(move || language.say(if has_pin() { W::PinChange } else { W::PinMake }).to_owned());
    let saved = Callback::new(move |()| {
        toasts.say(W::PinSaved.text(language.now()));
        open.set(false);
        look();
    });
    view! {
        <Card title=t(W::Pin) name="pin">
            <p class="muted">{t(W::PinText)}</p>
            <div class="row apart">
                {move || match is_set.get() {
                    Some(true) => view! { <Status label=t(W::PinSet) tone=Tone::Good /> }.into_any(),
                    Some(false) => view! { <Status label=t(W::PinNotSet) icon=Icon::Info /> }.into_any(),
                    None => ().into_any(),
                }}
                <div class="row tight">
                    <Show when=has_pin><Button label=t(W::PinDrop) look=Look::Plain name="drop-pin" on_press=drop_it /></Show>
                    <Button label=make icon=Icon::Shield name="set-pin" on_press=Callback::new(move |()| open.set(true)) />
                </div>
            </div>
        </Card>
        <Dialog open=open title=make close_label=t(Common::Cancel) on_close=Callback::new(move |()| open.set(false)) name="pin-dialog">
            <PinForm people saved />
        </Dialog>
    }
    .into_any()
}

#[component]
fn PinForm(people: People, saved: Callback<()>) -> impl IntoView {
    let language = use_language();
    let (first, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (wrong_first, wrong_again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let save = Callback::new(move |()| {
        let typed = first.get_untracked();
        let lang = language.now();
        let said = match pin::flaw(&typed) {
            Some(PinFlaw::Length) => Some(W::PinLength),
            Some(PinFlaw::TooPlain) => Some(W::PinPlain),
            None => None,
        };
        let differs = (said.is_none() && again.get_untracked() != typed).then_some(W::PinDiffers);
        wrong_first.set(said.map(|word| word.text(lang).to_owned()).unwrap_or_default());
        wrong_again.set(differs.map(|word| word.text(lang).to_owned()).unwrap_or_default());
        if said.is_some() || differs.is_some() {
            return;
        }
        spawn_local(async move {
            match pin::set(people.register, Some(&typed)).await {
                Ok(()) => saved.run(()),
                Err(why) => {
                    wrong_first.try_set(keep_error(&why, language.now()));
                }
            }
        });
    });
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); save.run(()); }>
            <Digits label=W::PinNew value=first problem=wrong_first autofocus=true />
            <Digits label=W::PinAgain value=again problem=wrong_again />
            <div class="row end">
                <Button label=t(Common::Save) look=Look::Primary submit=true large=true name="save-pin"
                    disabled=Signal::derive(move || first.with(String::is_empty) || again.with(String::is_empty)) />
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Digits(
    label: W,
    value: RwSignal<String>,
    problem: RwSignal<String>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let fault = Signal::derive(move || {
        Some(problem.get()).filter(|text| !text.is_empty()).map(|text| Fault { text, grade: Grade::Error })
    });
    view! {
        <Field label=t(label) fault=fault>
            <TextInput value=value kind=TextKind::Pin max_chars=6 autofocus=autofocus
                on_input=Callback::new(move |(text,)| { problem.set(String::new()); value.set(text); }) />
        </Field>
    }
    .into_any()
}
