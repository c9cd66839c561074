//! What taking a register file in would do: files by kind and fate, what stands against it, what is worth knowing first.
use super::keys::key_line;
use super::words::kind_text;
use crate::app::exchange::look::Look;
use crate::app::register::Register;
use crate::domain::field::{FileKind, Kind};
use crate::domain::value::Value;
use crate::i18n::fields::table_label;
use crate::i18n::interchange::{describe, notice, stop};
use crate::i18n::pages::Transfer as W;
use crate::i18n::refusals::any_field_label;
use crate::i18n::{Common, Lang, Word, dates, fill, t, t_with, use_language};
use crate::interchange::json::Scope;
use crate::interchange::preview::{Counts, Fate, Notice, Planned, Stop};
use crate::register::change::RecordKey;
use crate::register::file::Conflict;
use crate::register::history::FieldChange;
use crate::register::summary::Summary;
use crate::ui::form::diff_rows;
use crate::ui::kit::{Banner, Button, Icon, Look as ButtonLook, Tone, icon};
use leptos::prelude::*;
use std::sync::Arc;

/// Lines shown before somebody asks for all.
const SHOWN: usize = 20;

#[component]
pub fn Preview(look: Arc<Look>, register: Option<Register>) -> impl IntoView {
    let language = use_language();
    let from = {
        let look = look.clone();
        move || from_text(&look, register, language.get())
    };
    let counts = {
        let look = look.clone();
        move || {
            let lang = language.get();
            let line = |(kind, counts): (&String, &Counts)| {
                let label = kind_text(kind, lang);
                view! { <div class="fact"><dt>{label}</dt><dd>{counts_text(*counts, lang)}</dd></div> }
            };
            let kinds =
                [FileKind::County, FileKind::School, FileKind::Staff, FileKind::Pupil].map(FileKind::key);
            let known = kinds.iter().filter_map(|kind| look.plan.counts.get_key_value(*kind));
            let other = look.plan.counts.iter().filter(|(kind, _)| !kinds.contains(&kind.as_str()));
            known.chain(other).map(line).collect_view()
        }
    };
    let photos = look.new_media.len();
    let stops = look
        .plan
        .stops
        .iter()
        .map(|why| {
            let why = why.clone();
            let title = Signal::derive(move || stop(&why, language.get()));
            view! { <Banner title tone=Tone::Late name="stop" /> }
        })
        .collect_view();
    let notices = look
        .plan
        .notices
        .iter()
        .map(|said| {
            let said = said.clone();
            let known = said.clone();
            let title = Signal::derive(move || notice(&known, language.get()));
            let tone =
                if matches!(said, Notice::Joins { with_card: true, .. }) { Tone::Info } else { Tone::Due };
            view! { <Banner title tone name="notice" /> }
        })
        .collect_view();
    view! {
        <section class="part-in" aria-live="polite">
            <h3>{t(W::Preview)}</h3>
            <p class="muted">{from}</p>
            {stops}
            {notices}
            {key_lines(&look)}
            <Issues look=look.clone() />
            <dl class="facts">
                {counts}
                {(photos > 0).then(|| view! { <div class="fact"><dt>{t(W::Photos)}</dt><dd>{t_with(W::Fresh, move || vec![photos.to_string()])}</dd></div> })}
            </dl>
            <Changes look=look.clone() />
            <Deletions look=look.clone() />
            <Conflicts look register />
        </section>
    }
    .into_any()
}

/// Signing keys that this tablet sees for the first time, or does not believe.
fn key_lines(look: &Look) -> AnyView {
    look.keys.iter().map(|seen| key_line(seen, ().into_any())).collect_view().into_any()
}

/// Which register, made when and by whom.
fn from_text(look: &Look, register: Option<Register>, lang: Lang) -> String {
    let header = &look.plan.header;
    let scope = match header.scope {
        Scope::Whole => W::ScopeWhole,
        _ => W::ScopeCaseload,
    };
    let by = header.made_by.and_then(|by| {
        let here = register.map(|register| register.name_of(by)).filter(|name| !name.is_empty());
        let there = || look.plan.files.iter().find(|planned| planned.file.id == by);
        here.or_else(|| there().map(|planned| Summary::of(&planned.file).name))
    });
    let day = dates::long(header.made_at.date(crate::platform::clock::zone()), lang);
    let by = by.unwrap_or_else(|| Common::Unknown.text(lang).to_owned());
    fill(W::MadeBy.text(lang), &[scope.text(lang), &by, &day])
}

fn counts_text(counts: Counts, lang: Lang) -> String {
    let all = [
        (W::Fresh, counts.new),
        (W::Changed, counts.changed),
        (W::Unchanged, counts.unchanged),
        (W::InConflict, counts.in_conflict),
        (W::Goes, counts.goes),
    ];
    let say = |(word, n): &(W, usize)| fill(word.text(lang), &[&n.to_string()]);
    let parts: Vec<String> = all.iter().filter(|(_, n)| *n > 0).map(say).collect();
    parts.join(lang.pick("，", ", "))
}

/// Faults of the text, each with its place.
#[component]
fn Issues(look: Arc<Look>) -> impl IntoView {
    let language = use_language();
    let more = look.more_issues;
    let has_any = look.plan.stops.iter().any(|stop| matches!(stop, Stop::Issues(_)));
    let lines = move || {
        let lang = language.get();
        look.issues.iter().map(|issue| view! { <li class="wrap">{describe(issue, lang)}</li> }).collect_view()
    };
    has_any.then(|| view! {
        <ul class="small plain-list">{lines}</ul>
        {(more > 0).then(|| view! { <p class="muted">{t_with(W::MoreIssues, move || vec![more.to_string()])}</p> })}
    })
}

/// A list under a heading, the first lines at once and all when asked for.
fn fold(title: Signal<String>, text: Option<W>, open: bool, lines: Vec<AnyLine>) -> AnyView {
    let language = use_language();
    let count = lines.len();
    let all = RwSignal::new(count <= SHOWN);
    let lines = StoredValue::new(lines);
    let rows = move || {
        let (lang, shown) = (language.get(), if all.get() { count } else { SHOWN });
        let row = |(name, say): &AnyLine| view! { <li><strong>{name.clone()}</strong>" · "{say(lang)}</li> };
        lines.with_value(|lines| lines.iter().take(shown).map(row).collect_view())
    };
    view! {
        <details class="fold" open=open>
            <summary>{icon(Icon::Right)}<span class="grow">{title}</span></summary>
            <div class="stack tight">
                {text.map(|text| view! { <p class="muted small">{t(text)}</p> })}
                <ul class="plain-list">{rows}</ul>
                <Show when=move || !all.get()>
                    <Button label=t(Common::ShowMore) look=ButtonLook::Plain on_press=Callback::new(move |()| all.set(true)) />
                </Show>
            </div>
        </details>
    }
    .into_any()
}

/// A file's name, and what is said of it.
type AnyLine = (String, Arc<dyn Fn(Lang) -> String + Send + Sync>);

/// Files that both tablets have, and this one lacks changes of.
#[component]
fn Changes(look: Arc<Look>) -> impl IntoView {
    let line = |planned: &Planned| {
        let Fate::Changed { taken, .. } = planned.fate else { return None };
        let say = move |lang: Lang| fill(W::ChangesTaken.text(lang), &[&taken.to_string()]);
        Some((Summary::of(&planned.file).name, Arc::new(say) as Arc<_>))
    };
    let lines: Vec<AnyLine> = look.plan.files.iter().filter_map(line).collect();
    let count = lines.len();
    (count > 0).then(|| fold(t_with(W::WouldChange, move || vec![count.to_string()]), None, false, lines))
}

/// Files in sight here that the other tablet deleted.
#[component]
fn Deletions(look: Arc<Look>) -> impl IntoView {
    let gone = look.plan.files.iter().filter(|planned| planned.goes);
    let names: Vec<String> = gone.map(|planned| Summary::of(&planned.file).name).collect();
    let names = names.join("、");
    (!names.is_empty()).then(|| view! { <Banner title=t(W::Deleted) text=names tone=Tone::Due /> })
}

/// Fields that two tablets changed without knowing of each other: both values stay until a person decides.
#[component]
fn Conflicts(look: Arc<Look>, register: Option<Register>) -> impl IntoView {
    let line = |planned: &Planned, conflict: &Conflict| -> AnyLine {
        let values: Vec<Value> = conflict.siblings.iter().map(|(_, value)| value.clone()).collect();
        let (record, field) = (conflict.record.clone(), conflict.field.clone());
        let say = move |lang: Lang| conflict_text(&record, &field, &values, register, lang);
        (Summary::of(&planned.file).name, Arc::new(say))
    };
    let of_file =
        |planned: &Planned| planned.new_conflicts.iter().map(|c| line(planned, c)).collect::<Vec<_>>();
    let lines: Vec<AnyLine> = look.plan.files.iter().flat_map(of_file).collect();
    let count = lines.len();
    (count > 0).then(|| {
        fold(t_with(W::Conflicts, move || vec![count.to_string()]), Some(W::ConflictsText), true, lines)
    })
}

/// `学生基本信息 · 联系电话：139…01 ／ 139…02`; health stays unsaid outside the child's own page.
fn conflict_text(
    record: &RecordKey,
    field: &str,
    values: &[Value],
    register: Option<Register>,
    lang: Lang,
) -> String {
    let name_of = |_: Kind, id: &str| {
        register.map(|register| id.parse().map(|id| register.name_of(id)).unwrap_or_default())
    };
    let change = |value: &Value| FieldChange {
        record: record.clone(),
        field: field.to_owned(),
        before: Value::Null,
        after: value.clone(),
    };
    let rows = diff_rows(&values.iter().map(change).collect::<Vec<_>>(), false, lang, &name_of);
    let mut shown: Vec<&str> = rows.iter().map(|row| row.after.as_str()).collect();
    shown.dedup();
    let what = [table_label(&record.table, lang), any_field_label(&record.table, field, lang)].join(" · ");
    [what, shown.join(" ／ ")].join(lang.pick("：", ": "))
}
