//! A list to choose one from, when there are too many for chips and few enough to scroll.
use super::choice::Choice;
use super::field::FieldIds;
use leptos::prelude::*;

#[component]
pub fn Select(
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<(String,)>,
    /// The first entry, for nothing chosen; left out where empty.
    #[prop(optional, into)]
    blank: Signal<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The select's name where it does not stand in a [`super::Field`].
    #[prop(optional, into)]
    label: Signal<String>,
) -> impl IntoView {
    let ids = FieldIds::here();
    let invalid = ids.invalid();
    let option = move |option: Choice| {
        let key = option.value.clone();
        let label = match option.more.is_empty() {
            true => option.label,
            false => [option.label.as_str(), "　", option.more.as_str()].concat(),
        };
        view! { <option value=option.value prop:selected=move || value.with(|value| *value == key)>{label}</option> }
    };
    let first = move || {
        let blank = blank.get();
        (!blank.is_empty()).then(|| {
            view! { <option value="" prop:selected=move || value.with(String::is_empty)>{blank}</option> }
        })
    };
    view! {
        <select
            id=ids.control.clone()
            class="input"
            disabled=move || disabled.get()
            aria-label=move || Some(label.get()).filter(|label| !label.is_empty())
            aria-invalid=invalid
            aria-describedby=move || ids.described.get()
            on:change=move |event| on_change.run((event_target_value(&event),))
        >
            {first}
            {move || options.get().into_iter().map(option).collect_view()}
        </select>
    }
    .into_any()
}
