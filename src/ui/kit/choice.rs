//! Choosing by a tap: chips for one or several of a few, a rating of 0 to 3, a switch.
use super::field::FieldIds;
use super::icon::{Icon, icon};
use super::parts::next_id;
use leptos::prelude::*;

/// One thing to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    /// A second, quieter text that tells namesakes apart; may be empty.
    pub more: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Choice {
        Choice { value: value.into(), label: label.into(), more: String::new() }
    }
}

/// One chip an option. Of one choice (`many` off) a second tap takes it back.
#[component]
pub fn ChoiceChips(
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] chosen: Signal<Vec<String>>,
    /// All that is chosen now, in the order of the options.
    #[prop(into)]
    on_change: Callback<(Vec<String>,)>,
    #[prop(optional)] many: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The group's name where it does not stand in a [`super::Field`].
    #[prop(optional, into)]
    label: Signal<String>,
) -> impl IntoView {
    let ids = FieldIds::here();
    let group = next_id("g");
    let toggle = move |value: &str| {
        let held = chosen.get_untracked();
        let was = held.iter().any(|held| held == value);
        let next = match (many, was) {
            (false, true) => Vec::new(),
            (false, false) => vec![value.to_owned()],
            (true, true) => held.into_iter().filter(|held| held != value).collect(),
            (true, false) => {
                let stands = |option: &str| held.iter().any(|held| held == option) || option == value;
                let known: Vec<String> = options
                    .get_untracked()
                    .into_iter()
                    .map(|option| option.value)
                    .filter(|v| stands(v))
                    .collect();
                let unknown = held.iter().filter(|held| !known.contains(held)).cloned().collect::<Vec<_>>();
                [known, unknown].concat()
            }
        };
        on_change.run((next,));
    };
    let chip = move |option: Choice| {
        let value = option.value.clone();
        let is_on = Signal::derive(move || chosen.with(|chosen| chosen.contains(&value)));
        let value = option.value.clone();
        view! {
            <label class="chip" class:many=many>
                <input
                    type=if many { "checkbox" } else { "radio" }
                    name=group.clone()
                    value=option.value
                    disabled=move || disabled.get()
                    prop:checked=move || is_on.get()
                    on:click=move |_| toggle(&value)
                />
                <span class="chip-box">{icon(Icon::Check)}</span>
                <span>{option.label}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <div class="chips" role=if many { "group" } else { "radiogroup" } aria-labelledby=ids.labelled()
            aria-label=move || Some(label.get()).filter(|label| !label.is_empty())
            aria-describedby=move || ids.described.get() aria-invalid=ids.invalid()>
            {move || options.get().into_iter().map(&chip).collect_view()}
        </div>
    }
    .into_any()
}

/// A rating of 0 to 3 with a word for each; a second tap takes it back.
#[component]
pub fn Rating(
    #[prop(into)] value: Signal<Option<i64>>,
    #[prop(into)] on_change: Callback<(Option<i64>,)>,
    /// What 0, 1, 2 and 3 mean.
    #[prop(into)]
    words: Signal<Vec<String>>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The group's name where it does not stand in a [`super::Field`].
    #[prop(optional, into)]
    label: Signal<String>,
) -> impl IntoView {
    let ids = FieldIds::here();
    let group = next_id("g");
    let chip = move |number: i64, word: String| {
        let tapped = move |_| {
            on_change.run(((value.get_untracked() != Some(number)).then_some(number),));
        };
        view! {
            <label class="chip">
                <input
                    type="radio"
                    name=group.clone()
                    disabled=move || disabled.get()
                    prop:checked=move || value.get() == Some(number)
                    on:click=tapped
                />
                <span class="rating-number">{number}</span>
                <span class="rating-word">{word}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <div class="rating" role="radiogroup" aria-labelledby=ids.labelled()
            aria-label=move || Some(label.get()).filter(|label| !label.is_empty())
            aria-describedby=move || ids.described.get()>
            {move || words.get().into_iter().zip(0..).map(|(word, number)| chip(number, word)).collect_view()}
        </div>
    }
    .into_any()
}

/// A switch that acts at once.
#[component]
pub fn Toggle(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<bool>,
    #[prop(into)] on_change: Callback<(bool,)>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] name: Option<&'static str>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="toggle"
            role="switch"
            data-name=name
            aria-checked=move || if value.get() { "true" } else { "false" }
            disabled=move || disabled.get()
            on:click=move |_| on_change.run((!value.get_untracked(),))
        >
            <span class="toggle-track"><span class="toggle-knob"></span></span>
            <span>{label}</span>
        </button>
    }
    .into_any()
}
