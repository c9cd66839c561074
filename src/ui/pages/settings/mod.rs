//! Settings: this tablet, the county's rules, its calendar, its code lists. The tab stands in the address.
mod calendar;
mod codes;
mod days;
mod frequency;
mod month;
mod rules;
mod tablet;

use self::calendar::CalendarTab;
use self::codes::CodesTab;
use self::rules::RulesTab;
use self::tablet::TabletTab;
use crate::app::register::{Loaded, use_register};
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::{Policy, SETTINGS_ID};
use crate::domain::records;
use crate::domain::value::Values;
use crate::i18n::pages::{County, Pupils, Settings};
use crate::i18n::{t, use_language};
use crate::register::change::{Act, RecordKey};
use crate::register::file::File;
use crate::ui::form::{Editing, RecordEditor, register_refs};
use crate::ui::kit::{Banner, Tab, Tabs, Tone};
use crate::ui::query::use_query;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use std::sync::Arc;

/// What the county's tabs share: the county's file, and the panel in which its records are changed.
#[derive(Clone, Copy)]
struct CountyFile {
    id: FileId,
    file: Memo<Option<Arc<File>>>,
    policy: RwSignal<Arc<Policy>>,
    editing: RwSignal<Option<Editing>>,
}

impl CountyFile {
    /// A record's fields as they are shown now (tracked).
    fn values(self, table: &'static str, record: RecordId) -> Values {
        let key = RecordKey::new(table, record);
        self.file.with(|file| file.as_ref().map(|file| file.shown(&key)).unwrap_or_default())
    }

    /// The records of a table (tracked).
    fn records(self, table: &'static str) -> Vec<(RecordId, Values)> {
        let all =
            |file: &Arc<File>| file.table(table).map(|(id, record)| (id, record.values.clone())).collect();
        self.file.with(|file| file.as_ref().map(all).unwrap_or_default())
    }

    /// Opens the panel on a record, with these fields filled in beforehand.
    fn edit(self, table: &str, record: RecordId, prefilled: Values, only: Option<&'static [&'static str]>) {
        let Some(table) = records::table(table) else { return };
        let file = self.file.get_untracked();
        let start = match &file {
            Some(file) => Editing::record(file, FileKind::County, table, record),
            None => Editing::add(self.id, FileKind::County, table, record),
        };
        // The one record of settings is always there in effect, whether anything was set or not.
        let is_new = start.is_new && table.key != "settings";
        self.editing.set(Some(Editing { prefilled, only, is_new, act: Act::SETTINGS, ..start }));
    }

    fn settings(self) -> Values {
        self.values("settings", SETTINGS_ID)
    }
}

#[component]
pub fn SettingsPage() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let tab = use_query("tab");
    let id = register.card().county;
    let loaded = register.watch(move || Some(id));
    let file = Memo::new(move |_| match loaded.get() {
        Loaded::Ready(file) => Some(file),
        Loaded::Loading | Loaded::Failed(_) => None,
    });
    let editing = RwSignal::new(None);
    let county = CountyFile { id, file, policy: register.policy, editing };
    let failed = move || match loaded.get() {
        Loaded::Failed(why) => {
            let text = keep_error(&why, language.get());
            Some(view! { <Banner title=t(Pupils::CannotRead) text=text tone=Tone::Late /> })
        }
        Loaded::Loading | Loaded::Ready(_) => None,
    };
    let current = Memo::new(move |_| match tab.get().as_str() {
        "rules" => "rules",
        "calendar" => "calendar",
        "codes" => "codes",
        _ => "tablet",
    });
    let tabs = Signal::derive(move || {
        let tab = |key: &str, label: &str| Tab { key: key.to_owned(), label: label.to_owned(), count: None };
        vec![
            tab("tablet", language.say(Settings::Tablet)),
            tab("rules", language.say(County::Rules)),
            tab("calendar", language.say(County::Calendar)),
            tab("codes", language.say(County::Lists)),
        ]
    });
    let go = Callback::new(move |(key,): (String,)| tab.set(&key));
    let panel = move || match current.get() {
        "rules" => view! { <RulesTab county /> }.into_any(),
        "calendar" => view! { <CalendarTab county /> }.into_any(),
        "codes" => view! { <CodesTab county /> }.into_any(),
        _ => view! { <TabletTab /> }.into_any(),
    };
    // What every county has is changed, never deleted; a choice in use is closed.
    let removable = Signal::derive(move || {
        let lasts = |now: &Editing| matches!(now.table.key, "county" | "settings" | "own_code");
        editing.with(|now: &Option<Editing>| now.as_ref().is_some_and(|now| !lasts(now)))
    });
    let finish =
        Callback::new(move |(editing, form): (Editing, Values)| codes::complete(register, &editing, form));
    view! {
        <div class="page">
            <h1>{t(Settings::Title)}</h1>
            <Tabs tabs=tabs current=Signal::derive(move || current.get().to_owned()) on_change=go label=t(Settings::Title) />
            {failed}
            <div id=move || ["panel-", current.get()].concat() role="tabpanel" aria-labelledby=move || ["tab-", current.get()].concat() class="stack">{panel}</div>
            <RecordEditor editing refs=register_refs(register, language) removable=removable finish=finish />
        </div>
    }
}
