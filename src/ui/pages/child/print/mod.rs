//! Papers of a child on A4: one form, all of a kind, a blank one, or the whole binder. Filled from the file; numbers masked until
//! somebody asks and the log says so; the child's name nowhere in the address or in the name of a file.
mod basic;
mod binder;
mod forms;
mod learning;
mod list;
mod notice;
mod source;
mod support;
#[cfg(test)]
mod tests;

pub use list::PaperList;

use self::forms::form;
use self::source::Source;
use super::{Open, with_file};
use crate::domain::id::RecordId;
use crate::i18n::Word;
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::t;
use crate::report::paper::Paper;
use crate::ui::kit::Toggle;
use crate::ui::paper::{Numbers, PaperPage};
use crate::ui::query::use_query;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

/// The name of the binder among the kinds of papers.
pub const BINDER: &str = "binder";
/// In the place of a record: every one of the kind; none, to be filled in by hand; none, for it is made of the whole file.
pub const ALL: &str = "all";
pub const BLANK: &str = "blank";

#[component]
pub fn PrintPage() -> impl IntoView {
    let params = use_params_map();
    // Where a blank form leaves the child's details out.
    let nobody = use_query("nobody");
    with_file(move |child: Open| {
        let part = move |key: &str| params.read().get(key).unwrap_or_default();
        let whole = RwSignal::new(false);
        let papers = Memo::new(move |_| {
            Arc::new(made(child, &part("table"), &part("record"), whole.get(), !nobody.get().is_empty()))
        });
        let back = Signal::derive(move || {
            let tab = if matches!(part("table").as_str(), "check" | "persuasion" | "notice") {
                "case"
            } else {
                "papers"
            };
            child.place.href(child.id, tab)
        });
        // Kind, the file's short id and the day: no person.
        let name = Signal::derive(move || {
            let lang = child.language.get();
            let kind = match form(&part("table")) {
                Some(form) => (form.title)(lang).to_owned(),
                None => W::Binder.text(lang).to_owned(),
            };
            let id: String = child.id.to_string().chars().take(8).collect();
            format!("{kind}-{id}-{}", child.register.today.get())
        });
        let is_blank = Memo::new(move |_| part("record") == BLANK);
        let numbers = Numbers { whole, files: Signal::derive(move || vec![child.id]) };
        let is_without = Signal::derive(move || !nobody.get().is_empty());
        let without = Callback::new(move |(on,): (bool,)| nobody.set(if on { "1" } else { "" }));
        view! {
            <PaperPage papers back name numbers>
                <Show when=move || is_blank.get()><Toggle label=t(W::WithoutPupil) value=is_without on_change=without name="nobody" /></Show>
            </PaperPage>
        }
        .into_any()
    })
}

fn made(child: Open, table: &str, record: &str, whole: bool, nobody: bool) -> Vec<Paper> {
    let Some(file) = child.file() else { return Vec::new() };
    let blank = record == BLANK;
    let source = Source {
        file: &file,
        lang: child.language.get(),
        today: child.register.today.get(),
        unit: child.register.card().name,
        whole,
        blank,
        nobody: blank && nobody,
        name_of: &|id| child.register.name_of(id),
    };
    if table == BINDER {
        return binder::papers(&source);
    }
    let Some(form) = form(table) else { return Vec::new() };
    match record {
        BLANK => form.bare(&source),
        ALL if form.is_of_file() => form.bare(&source),
        ALL => form.records(&file).into_iter().flat_map(|(_, id)| form.of(&source, id)).collect(),
        id => id.parse::<RecordId>().map(|id| form.of(&source, id)).unwrap_or_default(),
    }
}
