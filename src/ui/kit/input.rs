//! Inputs of text, whole numbers, dates and times. None of them rewrites its text while an input method composes.
use super::button::IconButton;
use super::field::FieldIds;
use super::icon::Icon;
use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// What is typed: decides the keyboard that a tablet shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    #[default]
    Text,
    /// Long numbers that may end in X or have letters before them.
    Number,
    Phone,
    Passphrase,
    /// A new passphrase: nothing is filled in for it.
    NewPassphrase,
    Pin,
}

/// Writes the signal into the element only where it differs, so that a caret and a composition stay as they are.
pub(super) fn keep_value(node: NodeRef<html::Input>, value: Signal<String>) {
    Effect::new(move || {
        let text = value.get();
        if let Some(element) = node.get()
            && element.value() != text
        {
            element.set_value(&text);
        }
    });
}

#[component]
pub fn TextInput(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<(String,)>,
    /// When the field is left or Enter pressed.
    #[prop(optional, into)]
    on_change: Option<Callback<()>>,
    #[prop(optional)] kind: TextKind,
    #[prop(optional, into)] placeholder: Signal<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] max_chars: Option<usize>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let ids = FieldIds::here();
    let node = NodeRef::<html::Input>::new();
    keep_value(node, value);
    if autofocus {
        focus_when_shown(node);
    }
    let (input_type, mode) = match kind {
        TextKind::Text => ("text", "text"),
        TextKind::Number => ("text", "text"),
        TextKind::Phone => ("tel", "tel"),
        TextKind::Passphrase | TextKind::NewPassphrase => ("password", "text"),
        TextKind::Pin => ("password", "numeric"),
    };
    let fill = if kind == TextKind::Passphrase { "current-password" } else { "off" };
    let class = if kind == TextKind::Number { "input digits" } else { "input" };
    let invalid = ids.invalid();
    view! {
        <input
            node_ref=node
            id=ids.control.clone()
            class=class
            type=input_type
            inputmode=mode
            autocomplete=fill
            autocapitalize="off"
            spellcheck="false"
            maxlength=max_chars.map(|max| max.to_string())
            placeholder=move || placeholder.get()
            disabled=move || disabled.get()
            aria-invalid=invalid
            aria-describedby=move || ids.described.get()
            on:input=move |event| on_input.run((event_target_value(&event),))
            on:change=move |_| if let Some(on_change) = on_change { on_change.run(()) }
        />
    }
    .into_any()
}

pub(super) fn focus_when_shown(node: NodeRef<html::Input>) {
    Effect::new(move || {
        if let Some(element) = node.get() {
            request_animation_frame(move || {
                // An element that left the page meanwhile simply does not take the focus.
                let _unfocused = element.focus();
            });
        }
    });
}

#[component]
pub fn TextArea(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<(String,)>,
    #[prop(optional, into)] on_change: Option<Callback<()>>,
    #[prop(default = 3)] rows: u8,
    #[prop(optional, into)] placeholder: Signal<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::here();
    let node = NodeRef::<html::Textarea>::new();
    Effect::new(move || {
        let text = value.get();
        if let Some(element) = node.get()
            && element.value() != text
        {
            element.set_value(&text);
        }
    });
    let typed = move |event: Event| {
        if let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
            on_input.run((area.value(),));
        }
    };
    let invalid = ids.invalid();
    view! {
        <textarea
            node_ref=node
            id=ids.control.clone()
            class="input"
            rows=rows.to_string()
            autocomplete="off"
            placeholder=move || placeholder.get()
            disabled=move || disabled.get()
            aria-invalid=invalid
            aria-describedby=move || ids.described.get()
            on:input=typed
            on:change=move |_| if let Some(on_change) = on_change { on_change.run(()) }
        ></textarea>
    }
    .into_any()
}

/// A whole number with buttons for one less and one more.
#[component]
pub fn Stepper(
    #[prop(into)] value: Signal<Option<i64>>,
    #[prop(into)] on_change: Callback<(Option<i64>,)>,
    min: i64,
    max: i64,
    #[prop(into)] less: Signal<String>,
    #[prop(into)] more: Signal<String>,
    #[prop(optional, into)] unit: Signal<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::here();
    let node = NodeRef::<html::Input>::new();
    keep_value(node, Signal::derive(move || value.get().map(|n| n.to_string()).unwrap_or_default()));
    let step = move |by: i64| {
        let next = value.get_untracked().map_or(min.max(0), |n| n.saturating_add(by));
        on_change.run((Some(next.clamp(min, max)),));
    };
    let typed = move |event: Event| {
        let text = event_target_value(&event);
        match text.trim() {
            "" => on_change.run((None,)),
            digits => match digits.parse() {
                Ok(number) => on_change.run((Some(number),)),
                Err(_) => restore(&event, value),
            },
        }
    };
    let invalid = ids.invalid();
    view! {
        <div class="stepper">
            <IconButton icon=Icon::Minus label=less on_press=move || step(-1)
                disabled=Signal::derive(move || disabled.get() || value.get().is_some_and(|n| n <= min)) />
            <input
                node_ref=node
                id=ids.control.clone()
                class="input"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                disabled=move || disabled.get()
                aria-invalid=invalid
                aria-describedby=move || ids.described.get()
                on:change=typed
            />
            {move || { let unit = unit.get(); (!unit.is_empty()).then(|| view! { <span class="stepper-unit">{unit}</span> }) }}
            <IconButton icon=Icon::Plus label=more on_press=move || step(1)
                disabled=Signal::derive(move || disabled.get() || value.get().is_some_and(|n| n >= max)) />
        </div>
    }
    .into_any()
}

/// Puts the last good number back where no number was typed.
fn restore(event: &Event, value: Signal<Option<i64>>) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.set_value(&value.get_untracked().map(|n| n.to_string()).unwrap_or_default());
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateKind {
    /// `YYYY-MM-DD`
    #[default]
    Date,
    /// `YYYY-MM`
    Month,
    /// `HH:MM`
    Time,
}

/// The browser's own picker for a date, a month or a time of day; an empty text where nothing is chosen.
#[component]
pub fn DateInput(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_change: Callback<(String,)>,
    #[prop(optional)] kind: DateKind,
    #[prop(optional, into)] min: Signal<String>,
    #[prop(optional, into)] max: Signal<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let ids = FieldIds::here();
    let node = NodeRef::<html::Input>::new();
    keep_value(node, value);
    let input_type = match kind {
        DateKind::Date => "date",
        DateKind::Month => "month",
        DateKind::Time => "time",
    };
    let some = |text: String| (!text.is_empty()).then_some(text);
    let invalid = ids.invalid();
    view! {
        <input
            node_ref=node
            id=ids.control.clone()
            class="input input-short"
            type=input_type
            min=move || some(min.get())
            max=move || some(max.get())
            disabled=move || disabled.get()
            aria-invalid=invalid
            aria-describedby=move || ids.described.get()
            on:change=move |event| on_change.run((event_target_value(&event),))
        />
    }
    .into_any()
}
