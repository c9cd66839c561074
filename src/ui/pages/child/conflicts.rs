//! What two tablets left to decide: both values with who wrote them, when and on which tablet. A decision is a change of its
//! own; the other value stays in the history.
use super::Open;
use super::edit::saving;
use super::refs::child_refs;
use crate::domain::records;
use crate::domain::value::Value;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Child as W;
use crate::i18n::refusals::any_field_label;
use crate::i18n::{Lang, dates, t};
use crate::platform::clock;
use crate::register::breach::{self, Breach};
use crate::register::change::{Change, DELETED};
use crate::register::command::Command;
use crate::register::file::{Conflict, File};
use crate::ui::form::show::{plain, show_value};
use crate::ui::kit::{Banner, Button, LinkButton, Look, Tone};
use crate::ui::words::tablet_text;
use leptos::prelude::*;

#[component]
pub fn Conflicts(child: Open) -> impl IntoView {
    let conflicts = Memo::new(move |_| child.file().map(|file| file.conflicts()).unwrap_or_default());
    let broken = Memo::new(move |_| {
        child.summary().map(|summary| breach::breaches([summary].iter())).unwrap_or_default()
    });
    view! {
        {move || broken.get().into_iter().filter_map(|breach| breach_view(child, breach)).collect_view()}
        {move || conflicts.get().into_iter().map(|conflict| decide(child, conflict)).collect_view()}
    }
}

/// Two records of this child that cannot both hold.
fn breach_view(child: Open, breach: Breach) -> Option<AnyView> {
    let lang = child.language.get();
    let (table, one, other, title) = match breach {
        Breach::TwoPlacements { one, other, on, .. } => {
            ("placement", one, other, child.language.say_with(W::TwoPlacements, &[&dates::long(on, lang)]))
        }
        Breach::TwoPlans { one, other, .. } => {
            ("plan", one, other, child.language.say(W::TwoPlans).to_owned())
        }
        _ => return None,
    };
    let file = child.file()?;
    let link = |id| {
        let name =
            super::refs::record_name(&file, table, id, lang).unwrap_or_else(|| table_label(table, lang));
        view! { <LinkButton label=name href=child.edit(table, Some(id)) /> }.into_any()
    };
    let links = [link(one), link(other)];
    Some(view! { <Banner title=title tone=Tone::Due>{links.into_iter().collect_view()}</Banner> }.into_any())
}

fn decide(child: Open, conflict: Conflict) -> AnyView {
    let lang = child.language.get();
    let Some(file) = child.file() else { return ().into_any() };
    let table = conflict.record.table.to_string();
    let label = [table_label(&table, lang), any_field_label(&table, &conflict.field, lang)].join(" · ");
    let contested = conflict.field == DELETED;
    let rows = match contested {
        true => contested_rows(child, &file, &conflict),
        false => value_rows(child, &file, &conflict),
    };
    let (title, tone) = match contested {
        true => (W::Contested, Tone::Late),
        false => (W::Conflicts, Tone::Due),
    };
    let edit = (!contested).then(|| {
        view! { <LinkButton label=t(W::Neither) look=Look::Plain href=child.edit(&table, Some(conflict.record.id)) /> }
    });
    view! {
        <Banner title=t(title) text=label tone=tone name="conflict">
            <div class="stack tight decide">{rows}{edit}</div>
        </Banner>
    }
    .into_any()
}

fn value_rows(child: Open, file: &File, conflict: &Conflict) -> Vec<AnyView> {
    let mut shown: Vec<&Value> = Vec::new();
    let mut rows = Vec::new();
    for (position, value) in &conflict.siblings {
        // Equal values show as one.
        if shown.contains(&value) {
            continue;
        }
        shown.push(value);
        let text = value_text(child, &conflict.record.table, &conflict.field, value, child.language.get());
        let by = file.changes().get(*position).map(|change| signed(child, change)).unwrap_or_default();
        rows.push(choice(child, conflict, text, by, W::Use, value.clone()));
    }
    rows
}

/// Deleted on one tablet, changed on another: the record stays, or goes after all.
fn contested_rows(child: Open, file: &File, conflict: &Conflict) -> Vec<AnyView> {
    let by = conflict
        .siblings
        .iter()
        .find(|(_, value)| *value == Value::Bool(true))
        .and_then(|(position, _)| file.changes().get(*position))
        .map(|change| signed(child, change))
        .unwrap_or_default();
    let lang = child.language.get();
    let name =
        super::refs::record_name(file, &conflict.record.table, conflict.record.id, lang).unwrap_or_default();
    vec![
        choice(child, conflict, name, String::new(), W::ContestedKeep, false.into()),
        choice(child, conflict, String::new(), by, W::ContestedDrop, true.into()),
    ]
}

fn choice(child: Open, conflict: &Conflict, text: String, by: String, word: W, value: Value) -> AnyView {
    let command = Command::Settle { record: conflict.record.clone(), field: conflict.field.clone(), value };
    let press = Callback::new(move |()| saving::keep(child, vec![command.clone()], W::Settled, Vec::new()));
    let spoken = text.clone();
    view! {
        <div class="row apart">
            <div><strong>{text}</strong>" "<span class="muted small">{by}</span></div>
            <Button label=Signal::derive(move || [child.language.say(word), " ", &spoken].concat().trim().to_owned()) look=Look::Soft on_press=press />
        </div>
    }
    .into_any()
}

/// `王老师 · 2026年3月9日 14:02 · 平板 a1b2`
pub fn signed(child: Open, change: &Change) -> String {
    let lang = child.language.get();
    let zone = clock::zone();
    let when = format!("{} {}", dates::long(change.at.date(zone), lang), change.at.time(zone));
    let tablet = tablet_text(change.dot.device);
    child.language.say_with(W::SetBy, &[&child.register.name_of(change.by), &when, &tablet])
}

/// One value in words, as the history and a conflict show it.
pub fn value_text(child: Open, table: &str, field: &str, value: &Value, lang: Lang) -> String {
    if value.is_blank() {
        return child.language.say(W::Emptied).to_owned();
    }
    let refs = child_refs(child);
    match records::table(table).and_then(|table| table.field(field)) {
        Some(field) => show_value(field, value, lang, &|kind, id| refs.name(kind, id)),
        None => plain(value, lang),
    }
}
