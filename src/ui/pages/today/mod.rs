//! Today: the road of the day, village by village, the most urgent first; each task says why, and recording starts from it.
//! Before it what was left unfinished and what a merge broke; after it what is done.
mod done;
mod drafts;
mod errand;
mod move_it;
mod skip;
mod text;
mod to_decide;

pub use self::text::{chip, task_text};

use self::done::DoneToday;
use self::drafts::Drafts;
use self::errand::ErrandRow;
use self::move_it::MoveDialog;
use self::skip::SkipDialog;
use self::to_decide::ToDecide;
use crate::app::due::{Due, use_due};
use crate::app::register::use_register;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::i18n::pages::{Teaching, Today as W};
use crate::i18n::{Common, Language, dates, t, use_language};
use crate::register::tasks::{Stop, World, road, week_progress};
use crate::ui::kit::{Banner, Button, EmptyState, Icon, LinkButton, Look, Tone};
use crate::ui::pages::duty::DutyDue;
use crate::ui::pages::safe::{BackupReminder, ReadyLink};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Children of one page of the road; the rest is asked for.
const PAGE: usize = 40;

/// The visit that a dialog is about: the pupil, and the arranged day that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    pub file: FileId,
    pub booked: Option<(RecordId, Date)>,
}

/// Whose road: the own pupils' or everybody's. In the address, so that it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Mine,
    All,
}

#[component]
pub fn TodayPage() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let query = use_query_map();
    let due = use_due();
    let whose = Memo::new(move |_| match (query.read().get("show").as_deref(), due.any_mine.get()) {
        (Some("all"), _) | (_, false) => Whose::All,
        _ => Whose::Mine,
    });
    let stops = Memo::new(move |_| {
        let tasks = due.shown(whose.get() == Whose::Mine);
        register.summaries.with(|all| road(tasks, all))
    });
    let (skipping, moving) = (RwSignal::new(None::<Target>), RwSignal::new(None::<Target>));
    let shown = RwSignal::new(PAGE);
    let count =
        Memo::new(move |_| stops.with(|stops| stops.iter().map(|stop| stop.errands.len()).sum::<usize>()));
    let rows = move || {
        let page = stops.with(|stops| first(stops, shown.get()));
        page.into_iter().map(|stop| view! { <StopView stop skipping moving /> }).collect_view()
    };
    view! {
        <div class="page today">
            <header class="today-head">
                <h1>{move || dates::short(register.today.get(), language.get())}</h1>
                <p class="muted" role="status">{move || week_line(due, whose.get(), language)}</p>
                <ReadyLink />
                <LinkButton label=t(Teaching::Title) href="/teaching" look=Look::Plain icon=Icon::Calendar />
            </header>
            <BackupReminder />
            <Show when=move || due.any_mine.get()>
                <nav class="today-whose" aria-label=t(W::Whose)>
                    <a href="/" aria-current=move || (whose.get() == Whose::Mine).then_some("page")>{t(W::Mine)}</a>
                    <a href="/?show=all" aria-current=move || (whose.get() == Whose::All).then_some("page")>{t(W::Everybody)}</a>
                </nav>
            </Show>
            <Drafts />
            <ToDecide />
            <DutyDue />
            <NoSchool />
            <Show when=move || count.get() == 0><Nothing /></Show>
            {rows}
            <Show when=move || { count.get() > shown.get() }>
                <Button label=t(Common::ShowMore) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
            </Show>
            <DoneToday mine=Signal::derive(move || whose.get() == Whose::Mine) />
            <SkipDialog skipping />
            <MoveDialog moving />
        </div>
    }
}

/// The first so many children of the road.
fn first(stops: &[Stop], mut room: usize) -> Vec<Stop> {
    let mut page = Vec::new();
    for stop in stops {
        if room == 0 {
            break;
        }
        let errands: Vec<_> = stop.errands.iter().take(room).cloned().collect();
        room -= errands.len();
        page.push(Stop { errands, ..stop.clone() });
    }
    page
}

#[component]
fn StopView(
    stop: Stop,
    skipping: RwSignal<Option<Target>>,
    moving: RwSignal<Option<Target>>,
) -> impl IntoView {
    let language = use_language();
    let count = stop.errands.len().to_string();
    let place = [stop.town.as_str(), &stop.village].join(" ").trim().to_owned();
    let name = move || if place.is_empty() { language.say(W::NoVillage).to_owned() } else { place.clone() };
    let rows =
        stop.errands.into_iter().map(|errand| view! { <ErrandRow errand skipping moving /> }).collect_view();
    view! {
        <section class="stop">
            <h2 class="stop-name">{name}<span class="stop-count">{move || language.say_with(Common::People, &[&count])}</span></h2>
            <ul class="errands">{rows}</ul>
        </section>
    }
    .into_any()
}

/// `第 3 教学周，本周送教 5／8 次`; in a week without school nothing.
fn week_line(due: Due, whose: Whose, language: Language) -> String {
    let register = due.register;
    let (policy, calendar, today) = (register.policy.get(), register.calendar.get(), register.today.get());
    let world = World { today, policy: &policy, calendar: &calendar };
    let (Some(_), Some((_, week))) = (calendar.week_of(today), calendar.week_number(today)) else {
        return String::new();
    };
    let progress = register.summaries.with(|all| {
        let pupils = all.values().filter(|summary| summary.is_listed()).filter_map(|summary| summary.pupil());
        let shown = pupils.filter(|pupil| whose == Whose::All || due.is_mine(pupil));
        week_progress(shown, &world)
    });
    let (done, planned) = (progress.done.to_string(), progress.planned.to_string());
    language.say_with(W::Week, &[&week.to_string(), &done, &planned])
}

/// A week without school: says so, and when it begins again.
#[component]
fn NoSchool() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let off = Memo::new(move |_| {
        let (calendar, today) = (register.calendar.get(), register.today.get());
        calendar.week_of(today).is_none().then(|| calendar.teaching_day_from(today))
    });
    let text = move || match off.get().flatten() {
        Some(day) => language.say_with(W::NoSchoolUntil, &[&dates::short(day, language.get())]),
        None => String::new(),
    };
    view! {
        <Show when=move || off.get().is_some()>
            <Banner title=t(W::NoSchool) text=Signal::derive(text) tone=Tone::Info />
        </Show>
    }
}

/// Nothing is due: because nobody is here yet, or because all is done; either way what comes next.
#[component]
fn Nothing() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let nobody = Memo::new(move |_| {
        register.summaries.with(|all| !all.values().any(|s| s.is_listed() && s.pupil().is_some()))
    });
    let next = Memo::new(move |_| {
        let today = register.today.get();
        register.summaries.with(|all| {
            let listed = all.values().filter(|summary| summary.is_listed());
            let booked = listed.filter_map(|s| Some((s, s.pupil()?))).flat_map(|(summary, pupil)| {
                let open = pupil.bookings.iter().filter(move |b| b.skipped.is_empty() && b.date > today);
                open.map(|booking| (booking.date, summary.name.clone()))
            });
            booked.min()
        })
    });
    let text = move || match next.get() {
        Some((date, name)) => language.say_with(W::NextVisit, &[&name, &dates::short(date, language.get())]),
        None => String::new(),
    };
    view! {
        <Show when=move || nobody.get() fallback=move || view! { <EmptyState icon=Icon::Check title=t(W::Empty) text=Signal::derive(text) /> }>
            <EmptyState icon=Icon::People title=t(W::NoPupils) text=t(W::EmptyText)>
                <LinkButton label=t(W::TakeInRoster) href="/transfer" look=Look::Primary large=true icon=Icon::Import />
                <LinkButton label=t(W::AddPupil) href="/pupils" icon=Icon::Plus large=true />
            </EmptyState>
        </Show>
    }
}
