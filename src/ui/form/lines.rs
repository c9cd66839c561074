//! Lines of text: a row a line, with a button to remove it and one to add another.
use super::control::word;
use super::draft::Slot;
use crate::i18n::form::FormWord;
use crate::i18n::{Word, fill};
use crate::ui::kit::{Button, FieldIds, Icon, IconButton, Look};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

#[component]
pub fn LinesInput(at: Slot) -> impl IntoView {
    // The view macro keeps the name `slot` for itself.
    let slot = at;
    let ids = FieldIds::here();
    let (lines, label, language) = (slot.texts(), slot.label(), slot.language);
    // An empty list shows one empty row to begin in.
    let count = Memo::new(move |_| lines.with(Vec::len).max(1));
    let frame = NodeRef::<html::Div>::new();
    // The row that is to have the focus once it is there.
    let wanted = RwSignal::new(None::<usize>);
    let write = move |at: usize, text: String| {
        let mut next = lines.get_untracked();
        match next.get_mut(at) {
            Some(line) => *line = text,
            None => next.push(text),
        }
        slot.set_texts(next);
    };
    let add_after = move |at: usize| {
        let mut next = lines.get_untracked();
        if next.is_empty() {
            next.push(String::new());
        }
        let place = (at + 1).min(next.len());
        next.insert(place, String::new());
        wanted.set(Some(place));
        slot.set_texts(next);
    };
    let remove = move |at: usize| {
        let next =
            lines.get_untracked().into_iter().enumerate().filter(|(i, _)| *i != at).map(|(_, line)| line);
        slot.set_texts(next.collect());
    };
    // Blank lines go when the whole list is left, never under the hands of who writes it.
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<leptos::web_sys::Node>().ok());
        let inside = frame.get_untracked().is_some_and(|frame| frame.contains(to.as_ref()));
        if to.is_some() && inside {
            return;
        }
        let held = lines.get_untracked();
        let kept: Vec<String> =
            held.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if kept != held {
            slot.set_texts(kept);
        }
    };
    let described = ids.described;
    let first_id = ids.control.clone();
    let row = move |at: usize| {
        let node = NodeRef::<html::Input>::new();
        let value = Signal::derive(move || lines.with(|lines| lines.get(at).cloned().unwrap_or_default()));
        Effect::new(move || {
            let text = value.get();
            if let Some(input) = node.get()
                && input.value() != text
            {
                input.set_value(&text);
            }
        });
        Effect::new(move || {
            if let (Some(input), true) = (node.get(), wanted.get() == Some(at)) {
                wanted.set(None);
                // A row that left the page does not take the focus.
                let _unfocused = input.focus();
            }
        });
        let enter = move |event: KeyboardEvent| {
            if event.key() == "Enter" && !event.is_composing() {
                event.prevent_default();
                add_after(at);
            }
        };
        let number = (at + 1).to_string();
        let spoken = number.clone();
        let name = move || fill(FormWord::LineOf.text(language.get()), &[&label.get(), &spoken]);
        let remove_name = Signal::derive(move || fill(FormWord::RemoveLine.text(language.get()), &[&number]));
        view! {
            <div class="lines-item">
                <input node_ref=node class="input" type="text" autocomplete="off"
                    id=(at == 0).then(|| first_id.clone())
                    aria-label=name
                    aria-describedby=move || described.get()
                    on:input=move |event| write(at, event_target_value(&event))
                    on:keydown=enter />
                <IconButton icon=Icon::Close label=remove_name on_press=move || remove(at) />
            </div>
        }
        .into_any()
    };
    view! {
        <div class="lines" node_ref=frame on:focusout=left>
            <For each=move || 0..count.get() key=|at| *at children=row />
            <Button label=word(FormWord::AddLine) look=Look::Soft icon=Icon::Plus
                on_press=move || add_after(count.get_untracked()) />
        </div>
    }
    .into_any()
}
