//! The field for a person's own name, held to the rule of the staff file while it is typed: a name that the file would refuse must be
//! known before any key is made for it.
use crate::app::people::name_flaw;
use crate::i18n::pages::Gate;
use crate::i18n::problems::problem_text;
use crate::i18n::{t, use_language};
use crate::ui::kit::{Fault, Field, Grade, TextInput};
use leptos::prelude::*;

/// Whether the name may be saved (tracked).
pub fn is_name(value: RwSignal<String>) -> bool {
    value.with(|name| name.trim().chars().count() >= 2 && name_flaw(name.trim()).is_none())
}

#[component]
pub fn NameField(value: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let fault = Signal::derive(move || {
        let flaw = value.with(|name| (!name.trim().is_empty()).then(|| name_flaw(name.trim())).flatten())?;
        Some(Fault { text: problem_text(&flaw, "staff", language.get()), grade: Grade::Error })
    });
    view! {
        <Field label=t(Gate::Person) hint=t(Gate::PersonHint) fault=fault name="person">
            <TextInput value=value max_chars=40 on_input=Callback::new(move |(text,)| value.set(text)) />
        </Field>
    }
    .into_any()
}
