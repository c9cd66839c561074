//! Not today: one tap on the reason calls the visit off; it can be undone.
use super::Target;
use crate::app::keeper::Order;
use crate::app::register::{Register, new_record, use_register};
use crate::domain::codes;
use crate::domain::field::FileKind;
use crate::domain::value::{Cell, Value, Values};
use crate::i18n::pages::Today as W;
use crate::i18n::{Common, Language, Word, t, use_language};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::ui::form::code_choices;
use crate::ui::kit::{ChoiceChips, Dialog, Toasts, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn SkipDialog(skipping: RwSignal<Option<Target>>) -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let reasons = Signal::derive(move || code_choices(&codes::MISSED_REASON, language.get()));
    let chosen = Callback::new(move |(now,): (Vec<String>,)| {
        let (Some(target), Some(reason)) = (skipping.get_untracked(), now.into_iter().next()) else { return };
        skipping.set(None);
        let values = [("skipped".to_owned(), Value::from(reason))];
        keep_booking(register, language, toasts, target, Act::SKIP_VISIT, values.into(), W::Skipped);
    });
    let close = Callback::new(move |()| skipping.set(None));
    view! {
        <Dialog open=Signal::derive(move || skipping.get().is_some()) title=t(W::SkipTitle) close_label=t(Common::Cancel) on_close=close name="skip">
            <ChoiceChips options=reasons chosen=Signal::stored(Vec::new()) on_change=chosen label=t(W::SkipTitle) />
        </Dialog>
    }
    .into_any()
}

/// Writes the arranged day that the visit has, or a new one; offers to undo.
pub(super) fn keep_booking(
    register: Register,
    language: Language,
    toasts: Toasts,
    target: Target,
    act: Act,
    mut values: Values,
    said: W,
) {
    let today = register.today.get_untracked();
    let record = match target.booked {
        Some((record, _)) => record,
        None => {
            values.entry("date".into()).or_insert_with(|| today.write());
            new_record()
        }
    };
    let command = Command::set(act, RecordKey::new("booking", record), values);
    let order = Order { file: target.file, kind: FileKind::Pupil, command };
    spawn_local(async move {
        match register.keep(vec![order], Vec::new()).await {
            Ok(saved) => {
                let undo = Callback::new(move |()| {
                    let changes = saved.changes.clone();
                    spawn_local(async move {
                        if let Err(why) = register.undo(changes).await {
                            toasts.fail(keep_error(&why, language.now()));
                        }
                    });
                });
                let lang = language.now();
                toasts.offer(said.text(lang), Common::Undo.text(lang), undo);
            }
            Err(why) => toasts.fail(keep_error(&why, language.now())),
        }
    });
}
