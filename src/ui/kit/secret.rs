//! An input for a passphrase: hidden, and shown on request, because long words typed blind go wrong.
use super::button::IconButton;
use super::field::FieldIds;
use super::icon::Icon;
use super::input::keep_value;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn SecretInput(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<(String,)>,
    /// What the eye says: "show the passphrase".
    #[prop(into)]
    show: Signal<String>,
    /// Shown from the start: what is typed stands on the screen already.
    #[prop(optional)]
    shown: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional)] autofocus: bool,
) -> impl IntoView {
    let ids = FieldIds::here();
    let node = NodeRef::<html::Input>::new();
    keep_value(node, value);
    if autofocus {
        super::input::focus_when_shown(node);
    }
    let shown = RwSignal::new(shown);
    let invalid = ids.invalid();
    view! {
        <div class="secret">
            <input
                node_ref=node
                id=ids.control.clone()
                class="input"
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                disabled=move || disabled.get()
                aria-invalid=invalid
                aria-describedby=move || ids.described.get()
                on:input=move |event| on_input.run((event_target_value(&event),))
            />
            <IconButton
                icon=Icon::Eye
                label=show
                pressed=Signal::from(shown)
                on_press=move || shown.update(|shown| *shown = !*shown)
            />
        </div>
    }
    .into_any()
}
