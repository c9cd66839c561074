//! The file as it is: the records of every table, in the order in which people look for them, each to be changed, and each
//! kind to be added to.
use super::Open;
use super::progress::Progress;
use super::refs::{child_refs, record_name};
use super::talks::ChildTalks;
use crate::domain::check::{self, Weight};
use crate::domain::field::Table;
use crate::domain::id::RecordId;
use crate::domain::records;
use crate::domain::value::{Value, Values};
use crate::i18n::fields::{field_label, table_label};
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, t, t_with};
use crate::register::change::RecordKey;
use crate::ui::form::RecordView;
use crate::ui::kit::{Card, Icon, LinkButton, Look};
use crate::ui::pages::duty::ChainCard;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The tables of this part; plans and papers have parts of their own, visits stand in the timeline.
const ORDER: &[&str] = &[
    "pupil",
    "guardian",
    "sibling",
    "flag",
    "consent",
    "absence",
    "placement",
    "decision",
    "deferral",
    "transfer",
    "assessment",
    "counselling_plan",
    "counselling",
    "carer",
    "carer_contact",
    "own_plan",
    "measure",
    "lesson",
    "term_summary",
    "feedback",
    "aid",
];
/// Of a kind with many records so many are in sight at once; the older ones are opened.
const IN_SIGHT: usize = 3;
/// Labels of missing fields that are named; the rest is a number.
const NAMED: usize = 6;

#[component]
pub fn Sections(child: Open) -> impl IntoView {
    let tables: Vec<&'static Table> = ORDER.iter().filter_map(|key| records::table(key)).collect();
    // Where the reader came from: brought into sight once it is there.
    let at = use_query_map().read_untracked().get("at").unwrap_or_default();
    if !at.is_empty() {
        let id = section_id(&at);
        request_animation_frame(move || {
            if let Some(section) = document().get_element_by_id(&id) {
                section.scroll_into_view();
            }
        });
    }
    let empty = tables.clone();
    let also = move || {
        let held = child.file();
        let lang = child.language.get();
        let link = |table: &&'static Table| {
            view! { <LinkButton label=table_label(table.key, lang) icon=Icon::Plus href=child.edit(table.key, None) /> }
        };
        let is_empty = |table: &&&'static Table| {
            held.as_ref().is_some_and(|file| file.table(table.key).next().is_none())
        };
        let case = child.summary().and_then(|summary| Some(summary.pupil()?.cases.is_empty()));
        let case = case.unwrap_or_default().then(|| {
            view! { <LinkButton label=table_label("case", lang) icon=Icon::Plus href=child.edit("case", None) /> }
        });
        view! { {case}{empty.iter().filter(is_empty).map(link).collect_view()} }
    };
    view! {
        {tables.into_iter().map(|table| {
            let talks = (table.key == "counselling_plan").then(|| view! { <ChildTalks child /> });
            let progress = (table.key == "assessment").then(|| view! { <Progress child /> });
            view! { {talks}<Kind child table />{progress} }
        }).collect_view()}
        <ChainCard id=child.id />
        <Card title=t(W::AddMore)><div class="row">{also}</div></Card>
    }
}

pub fn section_id(table: &str) -> String {
    ["section-", table].concat()
}

/// All records of one kind.
#[component]
fn Kind(child: Open, table: &'static Table) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let Some(file) = child.file() else { return Vec::new() };
        let mut rows: Vec<(Value, RecordId)> =
            file.table(table.key).map(|(id, record)| (when(&record.values), id)).collect();
        // What has a day: the latest first; what has none: as entered.
        rows.sort_by(|a, b| (&b.0, a.1).cmp(&(&a.0, b.1)));
        rows.into_iter().map(|(_, id)| id).collect::<Vec<_>>()
    });
    let is_root = table.key == "pupil";
    let one = move |id: RecordId| view! { <One child table id /> };
    let near = move || ids.with(|ids| ids.iter().copied().take(IN_SIGHT).collect::<Vec<_>>());
    let older = move || ids.with(|ids| ids.iter().copied().skip(IN_SIGHT).collect::<Vec<_>>());
    let count = Memo::new(move |_| ids.with(Vec::len).saturating_sub(IN_SIGHT));
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        use leptos::wasm_bindgen::JsCast;
        let details = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let add = move || {
        let label = t_with(W::AddThis, move || vec![table_label(table.key, child.language.get())]);
        (!is_root).then(|| view! { <LinkButton label=label icon=Icon::Plus look=Look::Plain href=child.edit(table.key, None) /> })
    };
    let title = Signal::derive(move || table_label(table.key, child.language.get()));
    view! {
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <div id=section_id(table.key) class="file-section">
                <Card title=title actions=add>
                    <For each=near key=|id| *id children=one />
                    <Show when=move || { count.get() > 0 }>
                        <details class="whole" on:toggle=toggled>
                            <summary>{t_with(W::Older, move || vec![count.get().to_string()])}</summary>
                            {move || open.get().then(|| view! { <For each=older key=|id| *id children=one /> })}
                        </details>
                    </Show>
                </Card>
            </div>
        </Show>
    }
}

/// The day by which records of a kind stand in order.
fn when(values: &Values) -> Value {
    let day = ["date", "from", "since", "made_on", "due", "on"].iter().find_map(|field| values.get(*field));
    day.cloned().unwrap_or_default()
}

#[component]
fn One(child: Open, table: &'static Table, id: RecordId) -> impl IntoView {
    let key = RecordKey::new(table.key, id);
    let values = Memo::new(move |_| child.file().map(|file| file.shown(&key)).unwrap_or_default());
    let name = Signal::derive(move || {
        let lang = child.language.get();
        let named = child.file().and_then(|file| record_name(&file, table.key, id, lang));
        named.unwrap_or_else(|| table_label(table.key, lang))
    });
    let gaps = move || missing(child, table, &values.get());
    let label = Signal::derive(move || child.language.say_with(W::EditThis, &[&name.get()]));
    view! {
        <article class="file-record" aria-label=move || name.get()>
            <div class="row apart">
                <h3>{name}</h3>
                <a class="button plain" href=child.edit(table.key, Some(id)) aria-label=move || label.get()>
                    {crate::ui::kit::icon(Icon::Pen)}<span>{t(Common::Edit)}</span>
                </a>
            </div>
            {gaps}
            <RecordView table=table values=values refs=child_refs(child) on_show=child.seen(table.key) private=true brief=true />
        </article>
    }
}

/// What the form asks for and the record has not, by name.
fn missing(child: Open, table: &'static Table, values: &Values) -> Option<AnyView> {
    let lang = child.language.get();
    let today = child.register.today.get();
    let gaps: Vec<String> = check::record(table, values, today)
        .into_iter()
        .filter(|flaw| flaw.problem.weight() == Weight::Gap)
        .map(|flaw| field_label(table.key, flaw.field, lang))
        .collect();
    (!gaps.is_empty()).then(|| {
        let mut named = gaps.iter().take(NAMED).cloned().collect::<Vec<_>>().join(lang.pick("、", ", "));
        if gaps.len() > NAMED {
            named.push('…');
        }
        let text = child.language.say_with(W::Missing, &[&gaps.len().to_string(), &named]);
        view! { <p class="gaps small">{crate::ui::kit::icon(Icon::Pen)}<span>{text}</span></p> }.into_any()
    })
}
