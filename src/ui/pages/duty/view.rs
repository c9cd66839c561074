//! What the tabs share: the duty file, the panel in which its records are changed, the school year, names behind ids.
use crate::app::duty::{DutyFile, Filed, filed, watch};
use crate::app::register::new_record;
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Kind};
use crate::domain::id::{FileId, RecordId};
use crate::domain::records;
use crate::domain::value::Values;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::{Lang, dates, t, use_language};
use crate::register::change::Act;
use crate::register::summary::Summary;
use crate::report::duty::Duty;
use crate::report::duty::score::english_of;
use crate::ui::form::{Editing, Refs, register_options, register_refs};
use crate::ui::kit::{Choice, Icon, IconButton, Select};
use crate::ui::query::{Query, use_query};
use crate::ui::saving::{Saver, use_saver};
use leptos::prelude::*;
use std::sync::Arc;

#[derive(Clone, Copy)]
pub struct View {
    pub saver: Saver,
    pub file: DutyFile,
    pub editing: RwSignal<Option<Editing>>,
    pub year: Memo<SchoolYear>,
    pub refs: Refs,
    /// Reports that schools submitted.
    pub filed: Memo<Arc<Filed>>,
    asked: Query,
}

impl View {
    pub fn new() -> View {
        let saver = use_saver();
        let file = watch(saver.register);
        let asked = use_query("year");
        let today = saver.register.today;
        let year = Memo::new(move |_| asked.get().parse().unwrap_or_else(|_| SchoolYear::of(today.get())));
        let filed = Memo::new(move |_| Arc::new(saver.register.summaries.with(filed)));
        View { filed, saver, file, editing: RwSignal::new(None), year, refs: refs(saver, file), asked }
    }

    pub fn duty(self) -> Arc<Duty> {
        self.file.duty.get()
    }

    pub fn lang(self) -> Lang {
        self.saver.language.get()
    }

    pub fn today(self) -> Date {
        self.saver.register.today.get()
    }

    /// Opens the panel on a record, or on a new one, with these fields filled in beforehand.
    pub fn edit(self, table: &str, record: Option<RecordId>, prefilled: Values) {
        self.edit_only(table, record, prefilled, None);
    }

    pub fn edit_only(
        self,
        table: &str,
        record: Option<RecordId>,
        prefilled: Values,
        only: Option<&'static [&'static str]>,
    ) {
        let Some(table) = records::table(table) else { return };
        let id = record.unwrap_or_else(new_record);
        let start = match self.file.file.get_untracked() {
            Some(file) => Editing::record(&file, FileKind::County, table, id),
            None => Editing::add(self.file.id, FileKind::County, table, id),
        };
        let act = match table.key {
            "red_line" | "red_step" => Act::RED_LINE,
            "duty_letter" => Act::SIGN_LETTER,
            _ => Act::EDIT,
        };
        self.editing.set(Some(Editing { prefilled, only, act, ..start }));
    }

    /// A pencil on a record.
    pub fn pencil(self, table: &'static str, record: RecordId, name: &str) -> AnyView {
        let name = name.to_owned();
        let label = Signal::derive(move || self.saver.language.say_with(W::EditThis, &[&name]));
        let press = Callback::new(move |()| self.edit(table, Some(record), Values::new()));
        view! { <IconButton icon=Icon::Pen label=label on_press=press /> }.into_any()
    }

    pub fn set_year(self, year: &str) {
        self.asked.set(year);
    }

    /// The listed schools by name.
    pub fn schools(self) -> Vec<(FileId, String)> {
        let mut schools: Vec<(FileId, String)> = self.saver.register.summaries.with(|all| {
            let listed = all.values().filter(|summary| summary.is_listed() && summary.school().is_some());
            listed.map(|summary: &Arc<Summary>| (summary.id, summary.name.clone())).collect()
        });
        schools.sort_by(|a, b| a.1.cmp(&b.1));
        schools
    }
}

/// School years around today and those that letters are of.
#[component]
pub fn YearChoice(view: View) -> impl IntoView {
    let options = Signal::derive(move || {
        let now = SchoolYear::of(view.today());
        let name = |year: SchoolYear| {
            let text = year.to_string();
            Choice::new(text.clone(), view.saver.language.say_with(W::YearOf, &[&text]))
        };
        (-3..=1).rev().map(|n| name(now.plus(n))).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || view.year.get().to_string());
    let change = Callback::new(move |(year,): (String,)| view.set_year(&year));
    view! { <span class="duty-year"><Select options value on_change=change label=t(W::Year) /></span> }
}

fn refs(saver: Saver, file: DutyFile) -> Refs {
    let register = register_refs(saver.register, saver.language);
    Refs::new(
        move |kind, id| match kind {
            Kind::Record(table) => {
                let id = id.parse().ok()?;
                named(&file.duty.get(), table, saver.language.get())
                    .into_iter()
                    .find(|(of, _)| *of == id)
                    .map(|(_, name)| name)
            }
            _ => register.name(kind, id),
        },
        move |field: &'static Field| match field.kind {
            Kind::Record(table) => named(&file.duty.get(), table, saver.language.get())
                .into_iter()
                .map(|(id, name)| Choice::new(id.to_string(), name))
                .collect(),
            _ => register_options(saver.register, saver.language, field),
        },
    )
}

/// The records of a table by what they are called.
fn named(duty: &Duty, table: &str, lang: Lang) -> Vec<(RecordId, String)> {
    match table {
        "duty_group" => duty.groups.iter().map(|(id, group)| (*id, group.name.clone())).collect(),
        "duty_document" => {
            duty.documents.iter().map(|(id, document)| (*id, document.title.clone())).collect()
        }
        "duty_agenda" => {
            let name = |month: &str, topic: &str| [&dates::month(month, lang), " ", topic].concat();
            duty.agenda.iter().rev().map(|(id, item)| (*id, name(&item.month, &item.topic))).collect()
        }
        "score_item" => {
            crate::report::duty::score::items(duty).into_iter().map(|(id, item)| (id, item.name)).collect()
        }
        "red_line" => duty.red_lines.iter().map(|one| (one.id, one.record.what.clone())).collect(),
        _ => Vec::new(),
    }
}

/// An item of the assessment as the reader's language has it: the county's own words stay.
pub fn item_name(view: View, name: &str) -> String {
    match (view.lang(), english_of(name)) {
        (Lang::En, Some(english)) => english.to_owned(),
        _ => name.to_owned(),
    }
}

/// One row of a list: what it is, what more there is to say, its state, what can be done.
pub fn row(name: AnyView, more: String, state: AnyView, acts: AnyView) -> AnyView {
    view! {
        <li class="setting">
            <div class="setting-main"><div class="setting-name">{name}</div><div class="setting-source">{more}</div></div>
            <div class="setting-value">{state}</div>
            <div class="setting-acts">{acts}</div>
        </li>
    }
    .into_any()
}

/// Texts that say something, with a dot between.
pub fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ")
}

/// Names in a row, as the language writes them.
pub fn names(names: Vec<String>) -> String {
    names.join(use_language().now().pick("、", ", "))
}
