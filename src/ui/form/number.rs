//! An identity number in a form: masked where it is there already, in full only when somebody asks, which the page records.
use super::control::word;
use super::draft::Slot;
use super::show::show_value;
use crate::domain::field::Field;
use crate::domain::value::Value;
use crate::i18n::form::FormWord;
use crate::ui::kit::{Icon, IconButton, TextInput, TextKind};
use leptos::prelude::*;

#[component]
pub fn NumberInput(at: Slot, on_show: Callback<(&'static Field,)>) -> impl IntoView {
    // The view macro keeps the name `slot` for itself.
    let slot = at;
    let is_blank = slot.value.try_with_untracked(Value::is_blank).unwrap_or(true);
    let open = RwSignal::new(is_blank);
    let masked =
        move || slot.value.with(|value| show_value(slot.field, value, slot.language.get(), &|_, _| None));
    let show = move || {
        on_show.run((slot.field,));
        let _gone = open.try_set(true);
    };
    move || {
        match open.get() {
        true => view! {
            <TextInput value=slot.text() on_input=move |text: String| slot.set_text(text) on_change=move || slot.settle()
                kind=TextKind::Number />
        }
        .into_any(),
        false => view! {
            <span class="masked">
                <code>{masked}</code>
                <IconButton icon=Icon::Pen label=word(FormWord::EditNumber) on_press=show />
            </span>
        }
        .into_any(),
    }
    }
}
