//! The county's rules: every setting with its value, whose it is and what it rests on; changed in the panel, put back by one
//! tap.
use super::CountyFile;
use super::frequency::FrequencyCard;
use crate::app::keeper::Order;
use crate::domain::codes::FIRST_WEEK;
use crate::domain::field::{Field, FileKind, Kind, Table};
use crate::domain::id::RecordId;
use crate::domain::policy::{DEFAULT_FIRST_WEEK, SETTINGS_ID, Settings, setting_default};
use crate::domain::records;
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::fields::{field_label, section_label};
use crate::i18n::pages::{County as W, source_text};
use crate::i18n::{Common, Lang, Word, dates, fill, t};
use crate::platform::clock;
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::register::file::File;
use crate::ui::form::{RecordView, Refs};
use crate::ui::kit::{Button, Card, Icon, IconButton, Look, Status, Tone};
use crate::ui::pages::changes::Changes;
use crate::ui::saving::{Saver, use_saver};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn RulesTab(county: CountyFile) -> impl IntoView {
    let saver = use_saver();
    let sections = records::table(Settings::TABLE.key).map(Table::sections).unwrap_or_default();
    let card = move |(section, fields): (&'static str, Vec<&'static Field>)| {
        let title = Signal::derive(move || section_label(section, saver.language.get()));
        let rows = fields.into_iter().map(|field| view! { <Setting county field /> }).collect_view();
        view! { <Card title=title><ul class="settings">{rows}</ul></Card> }
    };
    view! {
        <p class="muted">{t(W::RulesText)}</p>
        <FrequencyCard county />
        {sections.into_iter().map(card).collect_view()}
        <CountyCard county />
        <Changes file=county.file.into() />
    }
}

/// The county itself: its name, its code, its authority.
#[component]
fn CountyCard(county: CountyFile) -> impl IntoView {
    let saver = use_saver();
    let root = RecordId(0);
    let title = Signal::derive(move || section_label("county", saver.language.get()));
    let values = Signal::derive(move || county.values("county", root));
    let edit = Callback::new(move |()| county.edit("county", root, Values::new(), None));
    let record = records::table("county").map(|table| {
        let on_show = Callback::new(|_: (&'static Field,)| ());
        view! { <RecordView table values=values refs=Refs::none() on_show /> }
    });
    let actions = move || view! { <Button label=t(Common::Edit) icon=Icon::Pen look=Look::Soft on_press=edit name="edit-county" /> };
    view! { <Card title=title actions=actions>{record}</Card> }
}

#[component]
fn Setting(county: CountyFile, field: &'static Field) -> impl IntoView {
    let saver = use_saver();
    let language = saver.language;
    let held =
        Memo::new(move |_| county.settings().get(field.key).filter(|value| !value.is_blank()).cloned());
    let is_set = Memo::new(move |_| held.with(Option::is_some));
    // A text names the notice of a section: it has no default and is nobody's choice.
    let is_notice = field.kind == Kind::Text;
    let label = Signal::derive(move || field_label("settings", field.key, language.get()));
    let value = move || {
        let lang = language.get();
        match held.get().or_else(|| default_value(field)) {
            Some(value) => value_text(field, &value, lang),
            None => W::NoNotice.text(lang).to_owned(),
        }
    };
    let source = move || {
        let lang = language.get();
        let file = county.file.get();
        match (is_set.get(), setting_default(field.key)) {
            (true, _) => set_by(saver, file.as_ref(), field.key, lang),
            (false, Some(default)) => source_text(default.source, lang).to_owned(),
            (false, None) => String::new(),
        }
    };
    let default = move || {
        let lang = language.get();
        let default = default_value(field).filter(|_| is_set.get());
        default.map(|value| fill(W::DefaultIs.text(lang), &[&value_text(field, &value, lang)]))
    };
    let edit = Callback::new(move |()| {
        let prefilled = default_value(field).map(|value| (field.key.to_owned(), value));
        county.edit(
            "settings",
            SETTINGS_ID,
            prefilled.into_iter().collect(),
            Some(std::slice::from_ref(&field.key)),
        );
    });
    let reset = Callback::new(move |()| saver.run(vec![to_default(county, field)], W::BackAt));
    let named = move |word: W| Signal::derive(move || fill(word.text(language.get()), &[&label.get()]));
    let mark = move || match is_set.get() {
        true => view! { <Status label=t(W::Set) tone=Tone::Accent icon=Icon::Pen /> }.into_any(),
        false => view! { <Status label=t(W::Default) /> }.into_any(),
    };
    view! {
        <li class="setting" data-name=field.key>
            <div class="setting-main">
                <div class="setting-name">{label}</div>
                <div class="setting-source">{source}<Show when=move || default().is_some()>"　"{default}</Show></div>
            </div>
            <div class="setting-value">
                <strong class:blank=move || held.with(Option::is_none) && is_notice>{value}</strong>
                {(!is_notice).then(|| mark.into_any())}
            </div>
            <div class="setting-acts">
                <Show when=move || is_set.get()>
                    <IconButton icon=Icon::Undo label=named(W::ResetIt) on_press=reset />
                </Show>
                <IconButton icon=Icon::Pen label=named(W::ChangeIt) on_press=edit />
            </div>
        </li>
    }
    .into_any()
}

/// What holds where nothing is set, as a value of the field.
fn default_value(field: &Field) -> Option<Value> {
    let number = || setting_default(field.key).map(|default| default.value);
    match field.kind {
        Kind::Bool => Some(Value::Bool(number()? != 0)),
        Kind::Int { .. } => Some(Value::Int(number()?)),
        Kind::Code(_) => Some(DEFAULT_FIRST_WEEK.into()),
        _ => None,
    }
}

/// A setting's value with its unit.
fn value_text(field: &Field, value: &Value, lang: Lang) -> String {
    let with = |word: &dyn Fn(Lang) -> &'static str, number: i64| fill(word(lang), &[&number.to_string()]);
    match value {
        Value::Bool(flag) => if *flag { Common::Yes } else { Common::No }.text(lang).to_owned(),
        Value::Int(number) => match field.key {
            key if key.ends_with("_days") => with(&|lang| Common::Days.text(lang), *number),
            key if key.ends_with("_percent") => [number.to_string().as_str(), "%"].concat(),
            key if key.ends_with("minutes") => with(&|lang| Common::Minutes.text(lang), *number),
            key if key.ends_with("years") => with(&|lang| W::Years.text(lang), *number),
            "entry_age" => with(&|lang| W::OfAge.text(lang), *number),
            "max_photos" => with(&|lang| W::Sheets.text(lang), *number),
            _ => number.to_string(),
        },
        Value::Text(code) if field.kind == Kind::Code(&FIRST_WEEK) => code_text(&FIRST_WEEK, code, lang),
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// Who set it, and when.
fn set_by(saver: Saver, file: Option<&Arc<File>>, field: &str, lang: Lang) -> String {
    let change = file.and_then(|file| {
        let record = file.record(&RecordKey::new("settings", SETTINGS_ID))?;
        file.changes().get(*record.live(field).first()?)
    });
    let Some(change) = change else { return String::new() };
    let day = dates::long(change.at.date(clock::zone()), lang);
    fill(W::SetBy.text(lang), &[&saver.register.name_of(change.by), &day])
}

fn to_default(county: CountyFile, field: &Field) -> Order {
    let values = Values::from([(field.key.to_owned(), Value::Null)]);
    let command = Command::set(Act::SETTINGS, RecordKey::new("settings", SETTINGS_ID), values);
    Order { file: county.id, kind: FileKind::County, command }
}
