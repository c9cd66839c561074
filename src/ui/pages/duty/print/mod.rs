//! Papers of responsibility on A4: one letter or all of a level, the score sheet, a meeting's agenda sheet, the list of documents.
//! Filled in from the duty file; the address holds ids only.
mod agenda;
mod documents;
mod letter;
mod score;

use super::view::View;
use crate::app::ledgers::file_stem;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Word, dates, fill};
use crate::report::paper::Sign;
use crate::ui::paper::{PaperPage, paper_table};
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

#[component]
pub fn DutyPrintPage() -> impl IntoView {
    let view = View::new();
    let params = use_params_map();
    let part = move |key: &str| params.read().get(key).unwrap_or_default();
    let papers = Memo::new(move |_| {
        let id = part("id");
        Arc::new(match part("what").as_str() {
            "letter" => letter::one(view, &id),
            "letters" => letter::all(view, &id),
            "score" => score::sheet_of(view, &id),
            "agenda" => agenda::sheet_of(view, &id),
            "documents" => documents::list(view),
            _ => Vec::new(),
        })
    });
    let back = Signal::derive(move || {
        let tab = match part("what").as_str() {
            "letter" | "letters" => "letters",
            "score" => "score",
            "agenda" => "agenda",
            _ => "documents",
        };
        format!("/duty?tab={tab}")
    });
    let name = Signal::derive(move || {
        let kind = match part("what").as_str() {
            "letter" | "letters" => P::Letter,
            "score" => P::ScoreTitle,
            "agenda" => P::AgendaTitle,
            _ => P::DocumentsTitle,
        };
        file_stem(kind.text(view.lang()), None, view.today())
    });
    let has_table = Memo::new(move |_| {
        papers.with(|papers| papers.first().is_some_and(|paper| paper_table(paper).is_some()))
    });
    let table = Callback::new(move |()| {
        papers.with_untracked(|papers| papers.first().and_then(paper_table)).unwrap_or_default()
    });
    view! {
        <PaperPage papers back name>
            <Show when=move || has_table.get()><WorkbookButton table name="export-paper" /></Show>
        </PaperPage>
    }
}

/// Unit and day over a form.
fn about(view: View) -> Vec<String> {
    let made = fill(P::FilledOn.text(view.lang()), &[&dates::long(view.today(), view.lang())]);
    vec![view.saver.register.card().name, made]
}

/// A place to sign with its day.
fn sign(view: View, word: P) -> Sign {
    let [label, line] = [word, P::DateLine].map(|word| word.text(view.lang()).to_owned());
    Sign { label, strokes: String::new(), lines: vec![line] }
}
