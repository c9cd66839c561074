//! A child's file: the card with safety note, what is due, conflicts to decide, the timeline, the sections, the history.
use crate::app::keeper::Order;
use crate::app::register::{Loaded, Register, use_register};
use crate::domain::codes;
use crate::domain::field::{FileKind, Kind, Sensitivity};
use crate::domain::id::FileId;
use crate::domain::records;
use crate::domain::records::visit::Visit;
use crate::domain::value::Value;
use crate::i18n::acts::act_sentence;
use crate::i18n::codes::code_text;
use crate::i18n::fields::{field_label, table_label};
use crate::i18n::pages::Pupils as W;
use crate::i18n::refusals::any_field_label;
use crate::i18n::{Common, Lang, dates, t, use_language};
use crate::platform::clock;
use crate::register::command::Command;
use crate::register::file::{Conflict, File};
use crate::register::history::history;
use crate::ui::form::show::show_value;
use crate::ui::kit::{
    Banner, Button, Card, Icon, LinkButton, Look, Tab, Tabs, Timeline, TimelineItem, Tone, use_toasts,
};
use crate::ui::pages::today::task_text;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_params_map;
use std::sync::Arc;

/// Entries of one page of timeline or history.
const PAGE: usize = 20;

#[component]
pub fn ChildPage() -> impl IntoView {
    let params = use_params_map();
    let register = use_register();
    let language = use_language();
    let file = register.watch(move || params.read().get("id").and_then(|id| id.parse::<FileId>().ok()));
    let tab = RwSignal::new("timeline".to_owned());
    move || match file.get() {
        Loaded::Loading => ().into_any(),
        Loaded::Failed(why) => {
            view! { <Banner title=t(W::CannotRead) text=keep_error(&why, language.get()) tone=Tone::Late /> }
                .into_any()
        }
        Loaded::Ready(file) => view! { <Child file tab /> }.into_any(),
    }
}

#[component]
fn Child(file: Arc<File>, tab: RwSignal<String>) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let id = file.id;
    let summary = register.summary(id).get_untracked();
    let Some(summary) = summary else { return ().into_any() };
    let Some(pupil) = summary.pupil().cloned() else { return ().into_any() };
    let today = register.today.get_untracked();
    let teachers: Vec<String> = pupil.teachers.iter().map(|id| register.name_of(*id)).collect();
    let placement = pupil.placement_on(today).cloned();
    let at_home = pupil.is_taught_at_home(today);
    let facts = move || {
        let lang = language.get();
        let mut facts = vec![(
            W::Guardians,
            pupil
                .guardians
                .iter()
                .map(|g| format!("{} {} {}", g.name, code_text(&codes::KINSHIP, &g.kinship, lang), g.phone))
                .collect::<Vec<_>>()
                .join("；"),
        )];
        facts.push((W::Teachers, teachers.join(lang.pick("、", ", "))));
        let school = placement
            .as_ref()
            .and_then(|p| p.school)
            .or(pupil.school)
            .map(|id| register.name_of(id))
            .unwrap_or_default();
        facts.push((
            W::Placement,
            placement
                .as_ref()
                .map(|p| format!("{} · {school}", code_text(&codes::PLACEMENT_MODE, &p.mode, lang)))
                .unwrap_or(school),
        ));
        facts.push((W::LastVisit, pupil.last_done().map(|v| dates::long(v.date, lang)).unwrap_or_default()));
        facts.into_iter().map(|(word, text)| view! { <div class="fact"><dt>{language.say(word)}</dt><dd>{if text.is_empty() { "—".to_owned() } else { text }}</dd></div> }).collect::<Vec<_>>()
    };
    let due = move || {
        register
            .tasks_of(id)
            .into_iter()
            .map(|task| {
                let (what, why) = task_text(&task.what, language.get());
                view! { <li><strong>{what}</strong>" "<span class="muted">{why}</span></li> }
            })
            .collect::<Vec<_>>()
    };
    let tabs = Signal::derive(move || {
        [("timeline", W::Timeline), ("file", W::File), ("history", W::History)]
            .iter()
            .map(|(key, word)| Tab {
                key: (*key).to_owned(),
                label: language.say(*word).to_owned(),
                count: None,
            })
            .collect::<Vec<_>>()
    });
    let (for_timeline, for_file, for_history) = (file.clone(), file.clone(), file.clone());
    let safety = summary.pupil().map(|p| p.safety_note.clone()).unwrap_or_default();
    let place =
        summary.pupil().map(|p| format!("{} {} {}", p.town, p.village, p.address)).unwrap_or_default();
    view! {
        <div class="page">
            <div class="page-head">
                <h1>{summary.name.clone()}</h1>
                {at_home.then(|| view! { <LinkButton label=t(W::Record) href=format!("/visit/{id}") look=Look::Primary icon=Icon::Pen large=true /> })}
            </div>
            <p class="muted">{place}</p>
            {(!safety.is_empty()).then(|| view! { <Banner title=t(crate::i18n::pages::VisitPage::Safety) text=safety.clone() tone=Tone::Late /> })}
            <Card><dl class="facts">{facts}</dl></Card>
            <ul class="stack tight">{due}</ul>
            {file.conflicts().into_iter().map(|conflict| view! { <Decide file=file.clone() conflict /> }).collect_view()}
            <Tabs tabs=tabs current=tab on_change=Callback::new(move |(key,): (String,)| tab.set(key)) label=t(W::File) />
            {move || match tab.get().as_str() {
                "file" => view! { <Sections file=for_file.clone() /> }.into_any(),
                "history" => view! { <HistoryList file=for_history.clone() /> }.into_any(),
                _ => view! { <Visits file=for_timeline.clone() /> }.into_any(),
            }}
        </div>
    }
    .into_any()
}

#[component]
fn Visits(file: Arc<File>) -> impl IntoView {
    let language = use_language();
    let shown = RwSignal::new(PAGE);
    let mut visits: Vec<Visit> = file.table("visit").map(|(_, record)| Visit::read(&record.values)).collect();
    visits.sort_by_key(|visit| std::cmp::Reverse((visit.date, visit.start)));
    let all = visits.len();
    let visits = StoredValue::new(visits);
    let items = move || {
        let lang = language.get();
        let page = visits.with_value(|visits| visits.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        page.into_iter().map(|visit| {
            let done = visit.done == Some(true);
            let when = visit.date.map(|date| dates::long(date, lang)).unwrap_or_default();
            let title = match done {
                true => code_text(&codes::VISIT_TYPE, &visit.visit_type, lang),
                false => code_text(&codes::MISSED_REASON, &visit.not_done_reason, lang),
            };
            view! {
                <TimelineItem icon=if done { Icon::Visit } else { Icon::Stop } when=when title=title tone=if done { Tone::Good } else { Tone::Due }>
                    <p>{visit.content}</p><p class="muted">{visit.performance}</p>
                </TimelineItem>
            }.into_any()
        }).collect::<Vec<_>>()
    };
    view! {
        {(all == 0).then(|| view! { <p class="muted">{t(W::NoVisits)}</p> })}
        <Timeline>{items}</Timeline>
        <Show when=move || all.gt(&shown.get())>
            <Button label=t(Common::ShowOlder) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
        </Show>
    }
}

/// The records of the file, section by section, from their tables.
#[component]
fn Sections(file: Arc<File>) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    move || {
        let lang = language.get();
        let mut cards = Vec::new();
        for (_, table) in records::TABLES
            .iter()
            .filter(|(kind, table)| *kind == FileKind::Pupil && !matches!(table.key, "visit" | "photo"))
        {
            let entries: Vec<_> = file.table(table.key).collect();
            for (_, record) in entries {
                let mut facts = Vec::new();
                for field in table.fields {
                    let Some(value) = record.values.get(field.key).filter(|value| !value.is_blank()) else {
                        continue;
                    };
                    let masked = field.sensitivity == Sensitivity::Masked;
                    let shown = show_value(field, value, lang, &|_, id| {
                        id.parse().ok().map(|id| register.name_of(id))
                    });
                    facts.push((
                        field_label(table.key, field.key, lang),
                        shown,
                        masked.then(|| full(field.kind, value)),
                    ));
                }
                if facts.is_empty() {
                    continue;
                }
                let facts = facts
                    .into_iter()
                    .map(|(label, text, full)| view! { <Fact label text full /> })
                    .collect_view();
                cards.push(
                    view! { <Card title=table_label(table.key, lang)><dl class="facts">{facts}</dl></Card> }
                        .into_any(),
                );
            }
        }
        cards
    }
}

fn full(_: Kind, value: &Value) -> String {
    value.as_text().unwrap_or_default().to_owned()
}

#[component]
fn Fact(label: String, text: String, full: Option<String>) -> impl IntoView {
    let whole = RwSignal::new(false);
    let can = full.is_some();
    let text = move || if whole.get() { full.clone().unwrap_or_default() } else { text.clone() };
    view! {
        <div class="fact">
            <dt>{label}</dt>
            <dd class="row tight">
                <span>{text}</span>
                {can.then(|| view! { <Button label=t(Common::Show) look=Look::Plain icon=Icon::Eye on_press=Callback::new(move |()| whole.update(|on| *on = !*on)) /> })}
            </dd>
        </div>
    }
}

/// Both values of a conflict, with author and day: a person decides, the other value stays in the history.
#[component]
fn Decide(file: Arc<File>, conflict: Conflict) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let title = {
        let (table, field) = (conflict.record.table.to_string(), conflict.field.clone());
        Signal::derive(move || {
            format!("{}：{}", language.say(W::Conflicts), any_field_label(&table, &field, language.get()))
        })
    };
    let values = conflict
        .siblings
        .clone()
        .into_iter()
        .map(|(position, value)| {
            let change = file.changes().get(position).cloned();
            let who = change.as_ref().map(|change| register.name_of(change.by)).unwrap_or_default();
            let when = change
                .map(|change| dates::long(change.at.date(clock::zone()), language.get()))
                .unwrap_or_default();
            let (table, field, shown) =
                (conflict.record.table.to_string(), conflict.field.clone(), value.clone());
            let text = Signal::derive(move || value_text(register, &table, &field, &shown, language.get()));
            let order = Order {
                file: file.id,
                kind: FileKind::Pupil,
                command: Command::Settle {
                    record: conflict.record.clone(),
                    field: conflict.field.clone(),
                    value,
                },
            };
            view! {
                <div class="row apart">
                    <div><strong>{text}</strong>" "<span class="muted">{who}" "{when}</span></div>
                    <Settle order />
                </div>
            }
        })
        .collect_view();
    view! { <Banner title=title tone=Tone::Due><div class="stack">{values}</div></Banner> }
}

#[component]
fn Settle(order: Order) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let press = Callback::new(move |()| {
        let order = order.clone();
        spawn_local(async move {
            match register.keep(vec![order], Vec::new()).await {
                Ok(_) => toasts.say(crate::i18n::Word::text(W::Settled, language.now())),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! { <Button label=t(W::Keep) look=Look::Soft on_press=press /> }
}

fn value_text(register: Register, table: &str, field: &str, value: &Value, lang: Lang) -> String {
    if value.is_blank() {
        return crate::i18n::Word::text(W::Cleared, lang).to_owned();
    }
    match records::table(table).and_then(|table| table.field(field)) {
        Some(field) => {
            show_value(field, value, lang, &|_, id| id.parse().ok().map(|id| register.name_of(id)))
        }
        None => value.as_text().unwrap_or("—").to_owned(),
    }
}

/// Who did what, when, before and after; what still stands can be undone.
#[component]
fn HistoryList(file: Arc<File>) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let shown = RwSignal::new(PAGE);
    let entries = StoredValue::new(history(&file));
    let all = entries.with_value(Vec::len);
    let items = move || {
        let lang = language.get();
        let page =
            entries.with_value(|entries| entries.iter().take(shown.get()).cloned().collect::<Vec<_>>());
        page.into_iter().filter_map(|entry| {
            let change = file.changes().get(entry.position)?;
            let title = act_sentence(&change.act, &register.name_of(change.by), lang);
            let when = format!("{} {}", dates::long(change.at.date(clock::zone()), lang), change.at.time(clock::zone()));
            let fields = entry.fields.iter().take(12).map(|field| {
                let label = any_field_label(&field.record.table, &field.field, lang);
                let (before, after) = (value_text(register, &field.record.table, &field.field, &field.before, lang), value_text(register, &field.record.table, &field.field, &field.after, lang));
                view! { <div class="diff-row"><span class="diff-name">{label}</span>" "<span class="diff-before">{before}</span>" → "<span class="diff-after">{after}</span></div> }
            }).collect_view();
            let (id, dot) = (file.id, change.dot);
            let undo = entry.stands.then(|| view! { <Undo id dot /> });
            Some(view! { <TimelineItem icon=Icon::History when=when title=title><div class="diff">{fields}</div>{undo}</TimelineItem> }.into_any())
        }).collect::<Vec<_>>()
    };
    view! {
        <Timeline>{items}</Timeline>
        <Show when=move || all.gt(&shown.get())>
            <Button label=t(Common::ShowOlder) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
        </Show>
    }
}

#[component]
fn Undo(id: FileId, dot: crate::register::change::Dot) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let press = Callback::new(move |()| {
        spawn_local(async move {
            match register.undo(vec![(id, dot)]).await {
                Ok(_) => toasts.say(crate::i18n::Word::text(W::Undone, language.now())),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! { <Button label=t(Common::Undo) look=Look::Plain icon=Icon::Undo on_press=press /> }
}
