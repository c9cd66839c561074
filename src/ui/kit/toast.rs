//! Short messages at the foot of the page, read aloud as they come. Errors stay until they are closed.
use super::button::{Button, IconButton};
use super::icon::Icon;
use leptos::prelude::*;
use std::time::Duration;

const SHOWN: Duration = Duration::from_secs(7);
/// Messages of things that went well, on show at once.
const MOST: usize = 2;

#[derive(Clone)]
struct Toast {
    id: u32,
    text: String,
    failed: bool,
    action: Option<(String, Callback<()>)>,
}

/// The messages on show.
#[derive(Clone, Copy)]
pub struct Toasts {
    list: RwSignal<Vec<Toast>>,
    last: StoredValue<u32>,
}

impl Toasts {
    pub fn say(self, text: impl Into<String>) {
        self.add(text.into(), false, None);
    }
    /// With one thing to do about it, such as undo.
    pub fn offer(
        self,
        text: impl Into<String>,
        action: impl Into<String>,
        on_press: impl Into<Callback<()>>,
    ) {
        self.add(text.into(), false, Some((action.into(), on_press.into())));
    }
    /// Something failed: stays until it is closed.
    pub fn fail(self, text: impl Into<String>) {
        self.add(text.into(), true, None);
    }

    fn add(self, text: String, failed: bool, action: Option<(String, Callback<()>)>) {
        let id = self.last.try_update_value(|last| {
            *last = last.wrapping_add(1);
            *last
        });
        let Some(id) = id else { return };
        self.list.try_update(|list| {
            list.push(Toast { id, text, failed, action });
            // Many at once hide the page: of what went well only the latest stay.
            let good = list.iter().filter(|toast| !toast.failed).count();
            if good > MOST
                && let Some(oldest) = list.iter().position(|toast| !toast.failed)
            {
                list.remove(oldest);
            }
        });
        if !failed {
            set_timeout(move || self.close(id), SHOWN);
        }
    }

    fn close(self, id: u32) {
        self.list.try_update(|list| list.retain(|toast| toast.id != id));
    }
}

/// Makes the messages known to the page; call once, above everything.
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts { list: RwSignal::new(Vec::new()), last: StoredValue::new(0) };
    provide_context(toasts);
    toasts
}

/// The page's messages; a set of its own where none was provided.
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(|| Toasts { list: RwSignal::new(Vec::new()), last: StoredValue::new(0) })
}

#[component]
pub fn ToastArea(#[prop(into)] close_label: Signal<String>) -> impl IntoView {
    let toasts = use_toasts();
    let row = move |toast: Toast| {
        let id = toast.id;
        let action = toast.action.map(|(label, on_press)| {
            let press = move || {
                on_press.run(());
                toasts.close(id);
            };
            view! { <Button label=label on_press=press name="toast-action" /> }
        });
        view! {
            <div class="toast" class:danger=toast.failed role=toast.failed.then_some("alert")>
                <span class="grow">{toast.text}</span>
                {action}
                <IconButton icon=Icon::Close label=close_label on_press=move || toasts.close(id) />
            </div>
        }
        .into_any()
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For each=move || toasts.list.get() key=|toast| toast.id children=row />
        </div>
    }
    .into_any()
}
