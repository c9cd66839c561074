//! The search box: answers as one types, and leaves an input method alone while it composes.
use super::button::IconButton;
use super::icon::{Icon, icon};
use super::input::keep_value;
use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

#[component]
pub fn SearchBox(
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_search: Callback<(String,)>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] clear_label: Signal<String>,
    #[prop(optional, into)] placeholder: Signal<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    keep_value(node, value);
    let typed = move |event: Event| {
        let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            on_search.run((event_target_value(&event),));
        }
    };
    let clear = move || {
        on_search.run((String::new(),));
        if let Some(input) = node.get_untracked() {
            // A box that left the page does not take the focus.
            let _unfocused = input.focus();
        }
    };
    view! {
        <div class="search" role="search">
            {icon(Icon::Search)}
            <input
                node_ref=node
                class="input"
                type="search"
                enterkeyhint="search"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                data-name="search"
                aria-label=move || label.get()
                placeholder=move || placeholder.get()
                on:input=typed
                on:compositionend=move |event| on_search.run((event_target_value(&event),))
            />
            <Show when=move || value.with(|value| !value.is_empty())>
                <IconButton icon=Icon::Close label=clear_label on_press=clear />
            </Show>
        </div>
    }
    .into_any()
}
