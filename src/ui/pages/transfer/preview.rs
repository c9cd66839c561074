//! What taking a register file in would do: files by kind and fate, what stands against it, what is worth knowing first.
use crate::app::exchange::look::Look;
use crate::app::register::Register;
use crate::domain::field::FileKind;
use crate::i18n::fields::table_label;
use crate::i18n::interchange::{describe, notice, stop};
use crate::i18n::pages::Transfer as W;
use crate::i18n::refusals::any_field_label;
use crate::i18n::{Common, Lang, Word, dates, fill, t, t_with, use_language};
use crate::interchange::json::Scope;
use crate::interchange::preview::{Counts, Stop};
use crate::register::summary::Summary;
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
                let label = table_label(kind, lang);
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
            let title = Signal::derive(move || notice(&said, language.get()));
            view! { <Banner title tone=Tone::Due name="notice" /> }
        })
        .collect_view();
    view! {
        <section class="part-in" aria-live="polite">
            <h3>{t(W::Preview)}</h3>
            <p class="muted">{from}</p>
            {stops}
            {notices}
            <Issues look=look.clone() />
            <dl class="facts">
                {counts}
                {(photos > 0).then(|| view! { <div class="fact"><dt>{t(W::Photos)}</dt><dd>{t_with(W::Fresh, move || vec![photos.to_string()])}</dd></div> })}
            </dl>
            <Deletions look=look.clone() />
            <Conflicts look />
        </section>
    }
    .into_any()
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

/// Files in sight here that the other tablet deleted.
#[component]
fn Deletions(look: Arc<Look>) -> impl IntoView {
    let names: Vec<String> = look
        .plan
        .files
        .iter()
        .filter(|planned| planned.goes)
        .map(|planned| Summary::of(&planned.file).name)
        .collect();
    (!names.is_empty()).then(|| {
        view! {
            <p>{t(W::Deleted)}" "{names.join("、")}</p>
        }
    })
}

/// Fields that two tablets changed without knowing of each other: both values stay until a person decides.
#[component]
fn Conflicts(look: Arc<Look>) -> impl IntoView {
    let language = use_language();
    let lines: Vec<(String, String, String)> = look
        .plan
        .files
        .iter()
        .filter(|planned| !planned.new_conflicts.is_empty())
        .flat_map(|planned| {
            let name = Summary::of(&planned.file).name;
            planned
                .new_conflicts
                .iter()
                .map(move |c| (name.clone(), c.record.table.to_string(), c.field.clone()))
        })
        .collect();
    let count = lines.len();
    let all = RwSignal::new(count <= SHOWN);
    let rows = move || {
        let lang = language.get();
        let shown = if all.get() { count } else { SHOWN };
        let row = |(name, table, field): &(String, String, String)| {
            let what = any_field_label(table, field, lang);
            view! { <li><strong>{name.clone()}</strong>" · "{table_label(table, lang)}" · "{what}</li> }
        };
        lines.iter().take(shown).map(row).collect_view()
    };
    (count > 0).then(|| view! {
        <details class="fold" open=true>
            <summary>{icon(Icon::Right)}<span class="grow">{t_with(W::Conflicts, move || vec![count.to_string()])}</span></summary>
            <div class="stack tight">
                <p class="muted small">{t(W::ConflictsText)}</p>
                <ul class="plain-list">{rows}</ul>
                <Show when=move || !all.get()>
                    <Button label=t(Common::ShowMore) look=ButtonLook::Plain on_press=Callback::new(move |()| all.set(true)) />
                </Show>
            </div>
        </details>
    })
}
