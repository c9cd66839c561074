//! The guardian's screen: this visit and nothing else, a signature pad, and a way back that asks for the passphrase.
use crate::app::keys;
use crate::app::register::use_register;
use crate::i18n::pages::{Gate, VisitPage as W};
use crate::i18n::{t, use_language};
use crate::platform::worker::Desk;
use crate::ui::kit::{Button, Fault, Field, Grade, Icon, Look, SignaturePad, TextInput, TextKind};
use crate::ui::pages::visit::{Draft, spoken};
use crate::vault::{Passphrase, slots};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Guardian(draft: Draft, handing: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let vault = StoredValue::new_local(use_register().vault());
    let desk = StoredValue::new_local(Desk::default());
    let back = RwSignal::new(false);
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let lines = move || {
        let lines = draft.signal.with(|draft| spoken(&draft.values, language.get()));
        lines
            .into_iter()
            .map(|(label, text)| view! { <div class="fact"><dt>{label}</dt><dd>{text}</dd></div> })
            .collect::<Vec<_>>()
    };
    // The slot that is open must be opened once more; the screen stays until it is.
    let check = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let vault = vault.get_value();
            let typed = Passphrase::typed(&passphrase.get_untracked());
            let right = match (vault.keyring(), vault.slot()) {
                (Ok(keyring), Ok(slot)) => {
                    slots::open(&keys::cipher(desk.get_value()), &keyring, slot, typed.secret()).await.is_ok()
                }
                _ => false,
            };
            busy.try_set(false);
            passphrase.try_set(String::new());
            match right {
                true => {
                    handing.try_set(false);
                }
                false => {
                    problem.try_set(language.say(Gate::WrongPassphrase).to_owned());
                }
            }
        });
    });
    let fault = Signal::derive(move || {
        Some(problem.get()).filter(|text| !text.is_empty()).map(|text| Fault { text, grade: Grade::Error })
    });
    view! {
        <div class="guardian" role="dialog" aria-modal="true" aria-label=t(W::GuardianTitle)>
            <div class="page narrow">
                <Show when=move || !back.get() fallback=move || view! {
                    <form class="stack" on:submit=move |event| { event.prevent_default(); check.run(()); }>
                        <Field label=t(W::TeacherBack) fault=fault>
                            <TextInput value=passphrase kind=TextKind::Passphrase on_input=Callback::new(move |(text,)| passphrase.set(text)) autofocus=true />
                        </Field>
                        <div class="row end"><Button label=t(Gate::Unlock) submit=true look=Look::Primary large=true busy=busy /></div>
                    </form>
                }>
                    <h1>{t(W::GuardianTitle)}</h1>
                    <dl class="facts">{lines}</dl>
                    <SignaturePad value=draft.text("strokes") on_change=Callback::new(move |(path,): (String,)| draft.set("strokes", path.into())) label=t(W::GuardianPad) hint=t(W::PadHint) clear=t(W::PadClear) />
                    <div class="row end">
                        <Button label=t(W::HandBack) look=Look::Primary large=true icon=Icon::Check on_press=Callback::new(move |()| back.set(true)) />
                    </div>
                </Show>
            </div>
        </div>
    }
}
