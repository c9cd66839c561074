//! Today: what is due, the most urgent first, by village; each task says why, and recording starts from it.
use crate::app::keeper::Order;
use crate::app::register::{Register, new_record, use_register};
use crate::domain::codes;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::Value;
use crate::i18n::pages::Today;
use crate::i18n::{Common, Lang, Word, dates, fill, t, t_with, use_language};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::register::tasks::{Task, Urgency, What};
use crate::ui::form::code_choices;
use crate::ui::kit::{
    Button, ChoiceChips, Dialog, EmptyState, Icon, LinkButton, Look, Status, Tone, icon, use_toasts,
};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Rows of one page of tasks; the rest is asked for.
const PAGE: usize = 60;

/// What is to be done, and why, in the reader's words.
pub fn task_text(what: &What, lang: Lang) -> (String, String) {
    let say = |word: Today, args: &[&str]| fill(word.text(lang), args);
    let plain = |text: String| (text, String::new());
    match what {
        What::Visit(why) => {
            let per_week = why.per_week.to_string();
            let mut text = match why.days_since {
                Some(days) => {
                    say(Today::VisitWhy, &[&days.to_string(), &per_week, &why.done_this_week.to_string()])
                }
                None => say(Today::VisitNever, &[&per_week]),
            };
            if let Some((_, on)) = why.booked {
                text = format!("{} · {text}", say(Today::Booked, &[&dates::short(on, lang)]));
            }
            (say(Today::Visit, &[]), text)
        }
        What::WritePlan { .. } => plain(say(Today::WritePlan, &[])),
        What::ReviewPlan { on, .. } => plain(say(Today::ReviewPlan, &[&dates::short(*on, lang)])),
        What::Counsel { every_days, .. } => plain(say(Today::Counsel, &[&every_days.to_string()])),
        What::FindCarers { has } => plain(say(Today::FindCarers, &[&has.to_string()])),
        What::ContactFamily { person, every_days, .. } => {
            plain(say(Today::Contact, &[person, &every_days.to_string()]))
        }
        What::AskConsent => plain(say(Today::AskConsent, &[])),
        What::BreakEnds { on, .. } => plain(say(Today::BreakEnds, &[&dates::short(*on, lang)])),
        What::FillGaps { count } => plain(say(Today::FillGaps, &[&count.to_string()])),
        What::SettleConflict { count } => plain(say(Today::Conflict, &[&count.to_string()])),
        What::MendFlaws { count } => plain(say(Today::Flaws, &[&count.to_string()])),
    }
}

pub fn chip(urgency: Urgency) -> (Today, Tone) {
    match urgency {
        Urgency::Overdue => (Today::Overdue, Tone::Late),
        Urgency::Today => (Today::DueToday, Tone::Due),
        Urgency::ThisWeek => (Today::ThisWeek, Tone::Accent),
        Urgency::Later => (Today::Later, Tone::Plain),
    }
}

#[component]
pub fn TodayPage() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let skipping = RwSignal::new(None::<FileId>);
    let shown = RwSignal::new(PAGE);
    // Visits first within an urgency, then by village: one road, one stop after the other.
    let tasks = Memo::new(move |_| {
        let mut tasks: Vec<(Urgency, bool, String, Task)> = Vec::new();
        let all = register.tasks();
        register.summaries.with(|summaries| {
            for task in all {
                let village = summaries
                    .get(&task.file)
                    .and_then(|s| s.pupil())
                    .map(|p| format!("{}{}", p.town, p.village))
                    .unwrap_or_default();
                tasks.push((task.urgency, !matches!(task.what, What::Visit(_)), village, task));
            }
        });
        tasks.sort_by(|a, b| (a.0, a.1, &a.2, a.3.due).cmp(&(b.0, b.1, &b.2, b.3.due)));
        tasks.into_iter().map(|(_, _, _, task)| task).collect::<Vec<_>>()
    });
    let rows = move || {
        tasks
            .with(|tasks| tasks.iter().take(shown.get()).cloned().collect::<Vec<_>>())
            .into_iter()
            .map(|task| view! { <TaskRow task skipping /> }.into_any())
            .collect::<Vec<_>>()
    };
    view! {
        <div class="page">
            <div class="page-head">
                <h1>{t(Today::DueToday)}" "{move || dates::long(register.today.get(), language.get())}</h1>
                <span class="muted">{t_with(Today::Count, move || vec![tasks.with(Vec::len).to_string()])}</span>
            </div>
            <Show when=move || tasks.with(Vec::is_empty)>
                <EmptyState icon=Icon::Today title=t(Today::Empty) text=Signal::derive(move || if register.summaries.with(|all| all.values().any(|s| s.pupil().is_some())) { String::new() } else { language.say(Today::EmptyText).to_owned() }) />
            </Show>
            <ul class="lines">{rows}</ul>
            <Show when=move || tasks.with(Vec::len).gt(&shown.get())>
                <Button label=t(Common::ShowMore) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
            </Show>
            <SkipDialog skipping />
        </div>
    }
}

#[component]
fn TaskRow(task: Task, skipping: RwSignal<Option<FileId>>) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let file = task.file;
    let what = task.what.clone();
    let text = Memo::new(move |_| task_text(&what, language.get()));
    let is_visit = matches!(task.what, What::Visit(_));
    let (word, tone) = chip(task.urgency);
    let place = move || {
        register.summaries.with(|all| {
            all.get(&file)
                .and_then(|s| s.pupil())
                .map(|p| format!("{} {}", p.town, p.village))
                .unwrap_or_default()
        })
    };
    let name = register.name_of(file);
    let open = format!("/pupils/{file}");
    view! {
        <li class="lines-item">
            <div class="line">
                <span class="line-mark">{icon(if is_visit { Icon::Visit } else { Icon::File })}</span>
                <div class="line-main">
                    <a class="line-title" href=open>{name}" "<span class="muted small">{place}</span></a>
                    <div>{move || text.get().0}</div>
                    <div class="line-more">{move || text.get().1}</div>
                </div>
                <div class="line-end row tight">
                    <Status label=t(word) tone=tone />
                    {is_visit.then(|| view! {
                        <LinkButton label=t(Today::Record) href=format!("/visit/{file}") look=Look::Primary icon=Icon::Pen />
                        <Button label=t(Today::Skip) look=Look::Plain on_press=Callback::new(move |()| skipping.set(Some(file))) />
                    })}
                </div>
            </div>
        </li>
    }
}

/// One tap on the reason calls the visit off.
#[component]
fn SkipDialog(skipping: RwSignal<Option<FileId>>) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let reasons = Signal::derive(move || code_choices(&codes::MISSED_REASON, language.get()));
    let chosen = Callback::new(move |(now,): (Vec<String>,)| {
        let (Some(file), Some(reason)) = (skipping.get_untracked(), now.into_iter().next()) else { return };
        skipping.set(None);
        spawn_local(async move {
            match register.keep(vec![skip(register, file, &reason)], Vec::new()).await {
                Ok(saved) => {
                    let undo = move || {
                        let changes = saved.changes.clone();
                        spawn_local(async move {
                            if let Err(why) = register.undo(changes).await {
                                toasts.fail(keep_error(&why, language.now()));
                            }
                        });
                    };
                    toasts.offer(
                        Today::Skipped.text(language.now()),
                        Common::Undo.text(language.now()),
                        Callback::new(move |()| undo()),
                    );
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! {
        <Dialog open=Signal::derive(move || skipping.get().is_some()) title=t(Today::SkipTitle) close_label=t(Common::Cancel) on_close=Callback::new(move |()| skipping.set(None))>
            <ChoiceChips options=reasons chosen=Signal::stored(Vec::new()) on_change=chosen />
        </Dialog>
    }
}

fn skip(register: Register, file: FileId, reason: &str) -> Order {
    let values = [
        ("date".to_owned(), Value::from(register.today.get_untracked().to_string())),
        ("skipped".to_owned(), Value::from(reason)),
    ]
    .into();
    Order {
        file,
        kind: FileKind::Pupil,
        command: Command::set(Act::SKIP_VISIT, RecordKey::new("booking", new_record()), values),
    }
}
