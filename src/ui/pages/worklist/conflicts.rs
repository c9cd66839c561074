//! Fields that two tablets filled differently, of any file: every value with its author and day, and one tap to decide. And the
//! rules within a file that a merge broke, with the way to the file.
use super::compare::{plural, watched};
use crate::app::keeper::Order;
use crate::domain::check;
use crate::domain::field::{FileKind, Sensitivity};
use crate::domain::id::FileId;
use crate::domain::records;
use crate::domain::value::Value;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Worklist as W;
use crate::i18n::problems::problem_text;
use crate::i18n::refusals::any_field_label;
use crate::i18n::{Lang, Word, dates, fill, t};
use crate::platform::clock;
use crate::register::change::{DELETED, JOINED};
use crate::register::command::Command;
use crate::register::file::{Conflict, File};
use crate::ui::form::register_refs;
use crate::ui::form::show::{plain, show_value};
use crate::ui::kit::{Button, Card, Icon, LinkButton, Look};
use crate::ui::saving::{Saver, use_saver};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn ConflictsPanel(file: FileId) -> impl IntoView {
    let saver = use_saver();
    let watched = watched(file);
    let conflicts = Memo::new(move |_| watched.get().map(|file| file.conflicts()).unwrap_or_default());
    let cards = move || {
        let now = watched.get();
        let card = |conflict: Conflict| now.clone().map(|file| decide(saver, &file, conflict));
        conflicts.get().into_iter().filter_map(card).collect_view()
    };
    view! {
        <div class="page">
            <FileHead file watched />
            <p class="muted">{t(W::ConflictsDo)}</p>
            {cards}
        </div>
    }
    .into_any()
}

/// Whose file it is, and the way to it.
#[component]
fn FileHead(file: FileId, watched: Memo<Option<Arc<File>>>) -> impl IntoView {
    let saver = use_saver();
    let name = move || saver.register.name_of(file);
    let link = move || {
        let kind = watched.with(|file| file.as_ref().map(|file| file.kind.clone()))?;
        let href = match kind.as_str() {
            "county" => "/settings?tab=rules".to_owned(),
            kind => ["/", &plural(kind), "/", &file.to_string()].concat(),
        };
        Some(view! { <LinkButton label=t(W::OpenFile) href=href icon=Icon::File look=Look::Soft /> })
    };
    view! { <div class="page-head"><h1>{name}</h1>{link}</div> }
}

fn decide(saver: Saver, file: &Arc<File>, conflict: Conflict) -> AnyView {
    let lang = saver.language.get();
    let table = conflict.record.table.to_string();
    let title = match conflict.field.as_str() {
        DELETED => table_label(&table, lang),
        field => [table_label(&table, lang), any_field_label(&table, field, lang)].join(" · "),
    };
    let mut seen: Vec<Value> = Vec::new();
    let mut rows = Vec::new();
    for (position, value) in &conflict.siblings {
        if seen.contains(value) {
            continue;
        }
        seen.push(value.clone());
        rows.push(choice(saver, file, &conflict, *position, value, lang));
    }
    if conflict.field == DELETED && !seen.contains(&Value::Bool(false)) {
        let by = conflict.siblings.first().map(|(position, _)| *position).unwrap_or_default();
        rows.push(choice(saver, file, &conflict, by, &Value::Bool(false), lang));
    }
    view! { <Card title=title name="conflict"><ul class="settings">{rows}</ul></Card> }.into_any()
}

fn choice(
    saver: Saver,
    file: &File,
    conflict: &Conflict,
    position: usize,
    value: &Value,
    lang: Lang,
) -> AnyView {
    let name = table_label(&conflict.record.table, lang);
    let (text, word) = match (conflict.field.as_str(), value) {
        (DELETED, Value::Bool(true)) => (fill(W::DropRecord.text(lang), &[&name]), W::Use),
        (DELETED, _) => (fill(W::KeepRecord.text(lang), &[&name]), W::Use),
        _ => (value_text(saver, conflict, value, lang), W::Use),
    };
    let by = file.changes().get(position).map(|change| {
        let when = dates::long(change.at.date(clock::zone()), lang);
        fill(W::SetBy.text(lang), &[&saver.register.name_of(change.by), &when])
    });
    let (record, field, value) = (conflict.record.clone(), conflict.field.clone(), value.clone());
    let order = FileKind::from_key(&file.kind).map(|kind| Order {
        file: file.id,
        kind,
        command: Command::Settle { record, field, value },
    });
    let press = Callback::new(move |()| saver.run(order.clone().into_iter().collect(), W::Settled));
    let label = [word.text(lang), " ", &text].concat();
    view! {
        <li class="setting">
            <div class="setting-main"><div class="setting-name">{text}</div><div class="setting-source">{by}</div></div>
            <div class="setting-acts"><Button label=label look=Look::Soft on_press=press /></div>
        </li>
    }
    .into_any()
}

fn value_text(saver: Saver, conflict: &Conflict, value: &Value, lang: Lang) -> String {
    if value.is_blank() {
        return W::Emptied.text(lang).to_owned();
    }
    if conflict.field == JOINED {
        let other = value.as_text().and_then(|id| id.parse().ok());
        return other.map(|id| saver.register.name_of(id)).unwrap_or_default();
    }
    let refs = register_refs(saver.register, saver.language);
    match records::table(&conflict.record.table).and_then(|table| table.field(&conflict.field)) {
        // Health and assessment are decided in the child's own file.
        Some(field) if field.sensitivity == Sensitivity::Private => {
            crate::i18n::form::FormWord::NotShown.text(lang).to_owned()
        }
        Some(field) => show_value(field, value, lang, &|kind, id| refs.name(kind, id)),
        None => plain(value, lang),
    }
}

#[component]
pub fn FlawsPanel(file: FileId) -> impl IntoView {
    let saver = use_saver();
    let watched = watched(file);
    let lines = move || watched.get().map(|file| flaws(saver, &file)).unwrap_or_default();
    view! {
        <div class="page">
            <FileHead file watched />
            <Card>
                <p>{t(W::FlawsDo)}</p>
                <ul class="will">{move || lines().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            </Card>
        </div>
    }
    .into_any()
}

/// A child came without its number: what to do.
#[component]
pub fn NumberLostPanel(file: FileId) -> impl IntoView {
    let watched = watched(file);
    view! {
        <div class="page">
            <FileHead file watched />
            <Card><p>{t(W::NumberLostDo)}</p></Card>
        </div>
    }
    .into_any()
}

fn flaws(saver: Saver, file: &File) -> Vec<String> {
    let (lang, today) = (saver.language.get(), saver.register.today.get());
    let live = file.tree().all().filter(|(_, record)| !record.is_deleted());
    let of_record = live.filter_map(|(key, record)| {
        let table = records::table(&key.table)?;
        let found = check::record(table, &record.values, today).into_iter().filter(check::Flaw::refuses);
        let line = move |flaw: check::Flaw| {
            let field = any_field_label(table.key, flaw.field, lang);
            let problem = problem_text(&flaw.problem, table.key, lang);
            fill(W::Rule.text(lang), &[&table_label(table.key, lang), &field, &problem])
        };
        Some(found.map(line).collect::<Vec<_>>())
    });
    of_record.flatten().collect()
}
