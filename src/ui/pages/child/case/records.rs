//! The records of a case, each kind in the order of its days: checks, persuasions by their number, notices, returns.
use super::super::Open;
use super::super::refs::child_refs;
use super::edit_link;
use crate::domain::case::CaseView;
use crate::domain::id::RecordId;
use crate::domain::records;
use crate::i18n::codes::code_text;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Case as W;
use crate::i18n::{dates, t};
use crate::register::change::RecordKey;
use crate::ui::form::RecordView;
use crate::ui::kit::{Card, Icon, LinkButton, Look};
use leptos::prelude::*;

/// A kind of record: its table, the heading of its card, what is said where there is none, and whether it is printed.
const KINDS: [(&str, W, W, bool); 4] = [
    ("check", W::Checks, W::NoChecks, true),
    ("persuasion", W::Persuasions, W::NoPersuasions, true),
    ("notice", W::Notices, W::NoNotices, true),
    ("enrolment", W::Returns, W::NoReturns, false),
];

/// What a card leaves out of a record: the page says it already.
fn read_here(table: &str) -> &'static [&'static str] {
    match table {
        "check" => &[
            "method",
            "checkers",
            "other_checkers",
            "met",
            "whereabouts",
            "place",
            "reason",
            "not_real",
            "reason_note",
            "evidence",
            "evidence_note",
            "decision",
            "claimed_verifier",
        ],
        "persuasion" => &[
            "method",
            "place",
            "persuaders",
            "other_persuaders",
            "present",
            "attitude",
            "promised_date",
            "reason",
            "measures",
            "note",
            "paper_no",
        ],
        "notice" => &[
            "number",
            "issuer",
            "deadline",
            "demand",
            "served_on",
            "service",
            "received_by",
            "witness",
            "receipt",
        ],
        _ => &[
            "school",
            "other_school",
            "grade",
            "class",
            "received_by",
            "registered",
            "roll_no",
            "registered_on",
            "proof",
        ],
    }
}

#[component]
pub fn Records(child: Open, view: Memo<Option<CaseView>>) -> impl IntoView {
    KINDS.into_iter().map(|kind| view! { <Kind child view kind /> }).collect_view()
}

/// The records of one table with what each is called, the latest first.
fn rows(child: Open, view: &CaseView, table: &str) -> Vec<(RecordId, String)> {
    let lang = child.language.get();
    let day =
        |date: Option<crate::domain::date::Date>| date.map(|d| dates::long(d, lang)).unwrap_or_default();
    let join = |parts: Vec<String>| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    use crate::domain::codes;
    let mut rows: Vec<(RecordId, String)> = match table {
        "check" => view
            .checks
            .iter()
            .map(|one| {
                (
                    one.id,
                    join(vec![day(one.record.date), code_text(&codes::VERDICT, &one.record.verdict, lang)]),
                )
            })
            .collect(),
        "persuasion" => view
            .persuasions
            .iter()
            .enumerate()
            .map(|(n, one)| {
                let nth = child.language.say_with(W::Nth, &[&(n + 1).to_string()]);
                let result = code_text(&codes::PERSUASION_RESULT, &one.record.result, lang);
                (one.id, join(vec![nth, day(one.record.date), result]))
            })
            .collect(),
        "notice" => view
            .notices
            .iter()
            .map(|one| {
                let served = match one.record.served_on {
                    Some(on) => child.language.say_with(W::Served, &[&dates::long(on, lang)]),
                    None => child.language.say(W::NotServed).to_owned(),
                };
                let kind = code_text(&codes::NOTICE, &one.record.kind, lang);
                (one.id, join(vec![kind, day(one.record.issued_on), served]))
            })
            .collect(),
        _ => view.enrolments.iter().map(|one| (one.id, day(one.record.back_on))).collect(),
    };
    rows.reverse();
    rows
}

#[component]
fn Kind(child: Open, view: Memo<Option<CaseView>>, kind: (&'static str, W, W, bool)) -> impl IntoView {
    let (table, title, none, printed) = kind;
    let all = Memo::new(move |_| view.get().map(|view| rows(child, &view, table)).unwrap_or_default());
    let add = move || {
        view! { <LinkButton label=t(W::Write) icon=Icon::Plus look=Look::Plain href=child.edit(table, None) /> }
    };
    let one = move |(id, name): (RecordId, String)| view! { <One child table id name printed /> };
    view! {
        <Card title=t(title) actions=add>
            <Show when=move || all.with(Vec::is_empty)><p class="muted">{t(none)}</p></Show>
            <For each=move || all.get() key=|row| row.clone() children=one />
        </Card>
    }
}

#[component]
fn One(child: Open, table: &'static str, id: RecordId, name: String, printed: bool) -> impl IntoView {
    let values = Memo::new(move |_| {
        child.file().map(|file| file.shown(&RecordKey::new(table, id))).unwrap_or_default()
    });
    let Some(fields) = records::table(table) else { return ().into_any() };
    let title = if name.is_empty() { table_label(table, child.language.get()) } else { name };
    let (label, named) = (title.clone(), title.clone());
    let print = printed.then(|| {
        view! { <LinkButton label=t(W::PrintIt) icon=Icon::Print look=Look::Plain href=format!("/pupils/{}/print/{table}/{id}", child.id) /> }
    });
    view! {
        <article class="file-record" aria-label=named>
            <div class="row apart">
                <h3>{title}</h3>
                <div class="row tight">{print}{edit_link(child, table, id, Signal::derive(move || label.clone()))}</div>
            </div>
            <RecordView table=fields values=values only=read_here(table) refs=child_refs(child) on_show=child.seen(table) private=true brief=true />
        </article>
    }
    .into_any()
}
