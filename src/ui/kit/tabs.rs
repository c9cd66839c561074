//! Tabs with arrow keys. The caller shows the panel of the chosen one, with the id `panel-<key>`.
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    pub key: String,
    pub label: String,
    /// How many things wait behind it; none shown for `None`.
    pub count: Option<usize>,
}

#[component]
pub fn Tabs(
    #[prop(into)] tabs: Signal<Vec<Tab>>,
    #[prop(into)] current: Signal<String>,
    #[prop(into)] on_change: Callback<(String,)>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let tab = move |tab: Tab| {
        let key = tab.key.clone();
        let is_now = Signal::derive(move || current.with(|current| *current == key));
        let key = tab.key.clone();
        // The other tabs' panels are not in the page.
        let controls = ["panel-", &tab.key].concat();
        view! {
            <button
                type="button"
                class="tab"
                role="tab"
                id=["tab-", &tab.key].concat()
                aria-controls=move || is_now.get().then(|| controls.clone())
                aria-selected=move || if is_now.get() { "true" } else { "false" }
                tabindex=move || if is_now.get() { "0" } else { "-1" }
                on:click=move |_| on_change.run((key.clone(),))
                on:keydown=move_between
            >
                <span>{tab.label}</span>
                {tab.count.map(|count| view! { <span class="tab-count">{count}</span> })}
            </button>
        }
        .into_any()
    };
    view! {
        <div class="tabs" role="tablist" aria-label=move || label.get()>
            {move || tabs.get().into_iter().map(tab).collect_view()}
        </div>
    }
    .into_any()
}

/// Arrow keys go to the neighbour and choose it, as a press does.
fn move_between(event: KeyboardEvent) {
    let here = event.current_target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(here) = here else { return };
    let next = match event.key().as_str() {
        "ArrowRight" => here.next_element_sibling(),
        "ArrowLeft" => here.previous_element_sibling(),
        "Home" => here.parent_element().and_then(|list| list.first_element_child()),
        "End" => here.parent_element().and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| next.dyn_into::<web_sys::HtmlElement>().ok()) {
        next.click();
        // A tab that cannot take the focus is still chosen.
        let _unfocused = next.focus();
    }
}
