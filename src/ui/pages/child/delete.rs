//! Deleting a child's file: asked for, with a reason that stays in the file, and taken back at once or later.
use super::Open;
use super::edit::saving;
use crate::domain::records::pupil::Pupil;
use crate::domain::value::Values;
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, dates, t, t_with};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::ui::kit::{Button, Dialog, Field, Look, TextArea};
use leptos::prelude::*;

#[component]
pub fn DeleteFile(child: Open, open: RwSignal<bool>) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let close = Callback::new(move |()| open.set(false));
    let confirm = Callback::new(move |()| {
        let Some(file) = child.file_now() else { return };
        let root = RecordKey::root("pupil");
        let lang = child.language.now();
        let today = dates::long(child.register.today.get_untracked(), lang);
        let line = crate::i18n::fill(
            crate::i18n::Word::text(W::DeletedBecause, lang),
            &[&today, reason.get_untracked().trim()],
        );
        let held = Pupil::read(&file.shown(&root)).remark;
        let remark = [held, line].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n");
        let note =
            Command::set(Act::EDIT, root.clone(), Values::from([("remark".to_owned(), remark.into())]));
        saving::keep(child, vec![note, Command::Delete { record: root }], W::FileDeleted, Vec::new());
        open.set(false);
        reason.set(String::new());
    });
    let blank = Signal::derive(move || reason.with(|reason| reason.trim().is_empty()));
    let foot = move || {
        view! {
            <Button label=t(Common::Cancel) on_press=close name="cancel" />
            <Button label=t(W::DeleteFile) look=Look::Danger disabled=blank on_press=confirm name="confirm" />
        }
    };
    view! {
        <Dialog open=open title=t_with(W::DeleteFileTitle, move || vec![child.name()]) close_label=t(Common::Cancel) on_close=close foot=foot>
            <p>{t(W::DeleteFileText)}</p>
            <Field label=t(W::DeleteReason)>
                <TextArea value=reason rows=2 on_input=Callback::new(move |(text,): (String,)| reason.set(text)) />
            </Field>
        </Dialog>
    }
}
