//! Choosing files: by the browser's picker, or dropped on the frame.
use crate::i18n::pages::Transfer as W;
use crate::i18n::t;
use crate::platform::files;
use crate::ui::kit::{Button, Icon, Look};
use leptos::prelude::*;
use web_sys::File;

#[component]
pub fn PickFiles(
    /// The button's words.
    #[prop(into)]
    label: Signal<String>,
    /// What a person who hears the page is told that the files are for.
    #[prop(into)]
    purpose: Signal<String>,
    /// As in `<input accept>`; empty where any file may be tried.
    #[prop(optional)]
    accept: &'static str,
    #[prop(optional)] many: bool,
    #[prop(optional)] look: Look,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(into)] on_files: Callback<(Vec<File>,)>,
) -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let over = RwSignal::new(false);
    let give = move |files: Vec<File>| {
        if !files.is_empty() && !disabled.get_untracked() {
            on_files.run((files,));
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        let mut files = files::dropped(&event);
        files.truncate(if many { files.len() } else { 1 });
        give(files);
    };
    let open = Callback::new(move |()| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    });
    view! {
        <div
            class="drop"
            class:over=move || over.get()
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <input
                node_ref=input
                type="file"
                class="unseen"
                tabindex="-1"
                multiple=many
                accept=(!accept.is_empty()).then_some(accept)
                aria-label=move || purpose.get()
                on:change=move |event| give(files::picked(&event))
            />
            <Button label icon=Icon::Import look disabled on_press=open />
            <span class="muted small drop-hint">{t(W::OrDrop)}</span>
        </div>
    }
    .into_any()
}
