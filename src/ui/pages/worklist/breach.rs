//! A rule across records that does not hold: both sides shown, each with a way to mend it.
use super::compare::{plural, watched};
use super::title::breach_text;
use crate::app::audit;
use crate::app::keeper::Order;
use crate::domain::field::{Field, FileKind};
use crate::domain::id::{FileId, RecordId};
use crate::domain::records;
use crate::domain::value::Values;
use crate::i18n::pages::Worklist as W;
use crate::i18n::t;
use crate::register::breach::{Breach, Number};
use crate::register::change::RecordKey;
use crate::register::command::Command;
use crate::ui::form::{Editing, RecordEditor, RecordView, register_refs};
use crate::ui::kit::{Button, Card, Icon, LinkButton, Look};
use crate::ui::saving::{Saver, use_saver};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One side of a breach: a record of a file, and the fields that matter.
#[derive(Clone, Copy)]
struct Side {
    file: FileId,
    table: &'static str,
    record: RecordId,
    only: Option<&'static [&'static str]>,
}

const VISIT: &[&str] = &["date", "start", "end", "teachers", "place", "content"];
const PLAN: &[&str] = &["term", "made_on", "team", "closed_on"];

/// The two records that cannot both hold; none where only one file is concerned.
fn sides(breach: &Breach, kind: &str) -> Vec<Side> {
    let side = |file, table, record, only| Side { file, table, record, only };
    match breach {
        Breach::TwoPlacements { file, one, other, .. } => {
            [one, other].map(|record| side(*file, "placement", *record, None)).into()
        }
        Breach::TwoPlans { file, one, other } => {
            [one, other].map(|record| side(*file, "plan", *record, Some(PLAN))).into()
        }
        Breach::TwoCases { file, one, other } => {
            [one, other].map(|record| side(*file, "case", *record, None)).into()
        }
        Breach::VisitsOverlap { one, other, .. } => {
            [one, other].map(|(file, record)| side(*file, "visit", *record, Some(VISIT))).into()
        }
        Breach::SameNumber { which, one, other } => {
            let only: &'static [&'static str] = match which {
                Number::Identity => &["name", "id_no"],
                Number::Roll => &["name", "roll_no"],
                Number::Certificate => &["name", "cert_no"],
                Number::SchoolCode => &["name", "code"],
            };
            let table = records::table(kind).map_or("pupil", |table| table.key);
            [one, other].map(|file| side(*file, table, RecordId(0), Some(only))).into()
        }
        Breach::StepsApart { .. } | Breach::JoinedToNothing { .. } => Vec::new(),
    }
}

#[component]
pub fn BreachPanel(breach: Breach) -> impl IntoView {
    let saver = use_saver();
    let editing = RwSignal::new(None::<Editing>);
    let kind = saver.register.summaries.with_untracked(|all| {
        let first = breach.files().first().and_then(|id| all.get(id));
        first.map(|summary| summary.kind.clone()).unwrap_or_default()
    });
    let sides = sides(&breach, &kind);
    let what = breach.clone();
    let text = Memo::new(move |_| breach_text(saver.register, &what, saver.language.get()));
    let on_show = Callback::new(move |(field,): (&'static Field,)| {
        if let Some(now) = editing.get_untracked() {
            seen(saver, now.file, now.table.key, field);
        }
    });
    let part = match breach {
        Breach::JoinedToNothing { file, .. } => Some(Callback::new(move |()| {
            let order = Order { file, kind: FileKind::Pupil, command: Command::UnJoin };
            saver.run(vec![order], W::Parted);
        })),
        _ => None,
    };
    view! {
        <div class="page">
            <div class="page-head"><h1>{move || text.get().0}</h1></div>
            <p class="muted">{move || text.get().1}</p>
            <div class="grid sides">{sides.into_iter().map(|side| view! { <SideCard side editing /> }).collect_view()}</div>
            {part.map(|part| view! { <div class="row"><Button label=t(W::Part) icon=Icon::Undo look=Look::Soft large=true on_press=part /></div> })}
            <RecordEditor editing on_show=on_show refs=register_refs(saver.register, saver.language) removable=Signal::derive(move || editing.with(|now| now.as_ref().is_some_and(|now| now.record != RecordId(0)))) />
        </div>
    }
    .into_any()
}

/// Somebody saw a number in full: written to the log.
fn seen(saver: Saver, file: FileId, table: &'static str, field: &'static Field) {
    spawn_local(async move {
        if let Err(why) = audit::write(saver.register, file, table, field.key).await {
            saver.fail(&why);
        }
    });
}

#[component]
fn SideCard(side: Side, editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let saver = use_saver();
    let watched = watched(side.file);
    let name = Signal::derive(move || saver.register.name_of(side.file));
    let values = Signal::derive(move || {
        let key = RecordKey::new(side.table, side.record);
        watched.with(|file| file.as_ref().map(|file| file.shown(&key)).unwrap_or_else(Values::new))
    });
    let edit = Callback::new(move |()| {
        let (Some(file), Some(table)) = (watched.get_untracked(), records::table(side.table)) else { return };
        let Some(kind) = file.file_kind() else { return };
        editing.set(Some(Editing { only: side.only, ..Editing::record(&file, kind, table, side.record) }));
    });
    let href = move || {
        let kind = watched.with(|file| file.as_ref().map(|file| plural(&file.kind)).unwrap_or_default());
        ["/", &kind, "/", &side.file.to_string()].concat()
    };
    let refs = register_refs(saver.register, saver.language);
    let on_show = Callback::new(move |(field,): (&'static Field,)| seen(saver, side.file, side.table, field));
    let record = records::table(side.table).map(|table| match side.only {
        Some(only) => view! { <RecordView table values=values refs on_show only=only /> }.into_any(),
        None => view! { <RecordView table values=values refs on_show brief=true /> }.into_any(),
    });
    view! {
        <Card title=name>
            {record}
            <div class="row">
                <Button label=t(W::Correct) icon=Icon::Pen look=Look::Soft on_press=edit />
                <LinkButton label=t(W::OpenFile) href=Signal::derive(href) look=Look::Plain icon=Icon::File />
            </div>
        </Card>
    }
    .into_any()
}
