//! Did the visit take place? One tap: held, held in part, or the reason why not.
use super::Form;
use super::parts::{Frame, choices};
use crate::domain::codes;
use crate::domain::value::Value;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::t;
use crate::ui::kit::{Card, Choice, ChoiceChips, TextArea};
use leptos::prelude::*;

#[component]
pub fn Took(form: Form) -> impl IntoView {
    let (draft, language) = (form.draft, form.language);
    let (outcome, reason, done) = (draft.text("outcome"), draft.text("not_done_reason"), draft.flag("done"));
    let held = Signal::derive(move || {
        vec![Choice::new("DONE", language.say(W::Done)), Choice::new("PARTLY", language.say(W::Partly))]
    });
    let chosen = move |is: bool, of: Signal<String>| {
        Signal::derive(move || {
            Some(of.get())
                .filter(|code| done.get() == Some(is) && !code.is_empty())
                .into_iter()
                .collect::<Vec<_>>()
        })
    };
    let set_held = Callback::new(move |(now,): (Vec<String>,)| match now.into_iter().next() {
        Some(code) => {
            draft.set("done", true.into());
            draft.set("outcome", code.into());
            draft.set("not_done_reason", Value::Null);
        }
        None => {
            draft.set("done", Value::Null);
            draft.set("outcome", Value::Null);
        }
    });
    let set_reason = Callback::new(move |(now,): (Vec<String>,)| match now.into_iter().next() {
        Some(code) => {
            draft.set("done", false.into());
            draft.set("outcome", Value::Null);
            draft.set("not_done_reason", code.into());
        }
        None => {
            draft.set("done", Value::Null);
            draft.set("not_done_reason", Value::Null);
        }
    });
    let reasons = Signal::derive(move || choices(form, &codes::MISSED_REASON, None));
    view! {
        <Card title=t(W::Took) name="took">
            <div class="field" data-field="done">
                <div class="took-held">
                    <ChoiceChips options=held chosen=chosen(true, outcome) on_change=set_held label=t(W::Took) />
                </div>
                <Show when=move || form.tried.get() && done.get().is_none()>
                    <p class="field-error" data-weight="gap">{t(W::TookMissing)}</p>
                </Show>
            </div>
            <Show when=move || done.get() != Some(true)>
                <div class="field" data-field="not_done_reason">
                    <p class="muted">{t(W::NotDone)}</p>
                    <ChoiceChips options=reasons chosen=chosen(false, reason) on_change=set_reason label=t(W::NotDone) />
                </div>
            </Show>
            <Show when=move || done.get() == Some(false)>
                <Frame form key="not_done_note"><TextArea value=draft.text("not_done_note") rows=2 on_input=draft.setter("not_done_note") /></Frame>
                <Frame form key="next_date"><super::family::NextDate form /></Frame>
            </Show>
        </Card>
    }
    .into_any()
}
