//! The leaders' agenda: a year's grid of months, and the meetings with minutes and what was decided.
use super::scans::Scans;
use super::view::{View, joined, row};
use crate::app::duty::order;
use crate::domain::calendar::Month;
use crate::domain::codes::FIRST_WEEK;
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::records::duty::{DutyAgenda, DutyTask};
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::{Duty as W, standing_word};
use crate::i18n::{dates, t};
use crate::register::change::{Act, RecordKey, Sets};
use crate::report::duty::agenda::{MonthHeld, Standing, kept, missed, year};
use crate::ui::kit::{Button, Card, Choice, EmptyState, Icon, LinkButton, Look, Meter, Select, Status, Tone};
use crate::ui::query::use_query;
use leptos::prelude::*;

#[component]
pub fn AgendaTab(view: View) -> impl IntoView {
    let asked = use_query("in");
    let (register, language) = (view.saver.register, view.saver.language);
    let shown = Memo::new(move |_| asked.get().parse::<i32>().unwrap_or_else(|_| view.today().year()));
    let months = Memo::new(move |_| {
        view.file.duty.with(|duty| year(duty, shown.get(), &register.policy.get(), view.today()))
    });
    let years = Signal::derive(move || {
        let now = view.today().year();
        let name = |year: i32| {
            Choice::new(year.to_string(), language.say_with(W::CalendarYear, &[&year.to_string()]))
        };
        (now - 3..=now + 1).rev().map(name).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| months.with(|months| kept(months)));
    let line = Signal::derive(move || {
        let (kept, all) = count.get();
        language.say_with(W::Kept, &[&kept.to_string(), &all.to_string()])
    });
    let rule = move || {
        let code = register.policy.with(|policy| policy.first_week.clone());
        language.say_with(W::FirstWeekIs, &[&code_text(&FIRST_WEEK, &code, language.get())])
    };
    let missing = move || {
        let lang = language.get();
        let names: Vec<String> = months
            .with(|months| missed(months))
            .iter()
            .map(|month| dates::month(&month.to_string(), lang))
            .collect();
        match names.is_empty() {
            true => language.say(W::NoneMissed).to_owned(),
            false => language.say_with(W::MissedMonths, &[&names.join(lang.pick("、", ", "))]),
        }
    };
    let cells = move || months.get().into_iter().map(|month| cell(view, &month)).collect_view();
    let meetings = Memo::new(move |_| {
        let of_year = |(id, item): &(RecordId, DutyAgenda)| {
            item.month.parse::<Month>().is_ok_and(|month| month.year() == shown.get()).then_some(*id)
        };
        view.file.duty.with(|duty| duty.agenda.iter().rev().filter_map(of_year).collect::<Vec<_>>())
    });
    let add =
        Callback::new(move |()| new_meeting(view, Month::of(view.saver.register.today.get_untracked())));
    view! {
        <div class="row apart">
            <span class="duty-year"><Select options=years value=Signal::derive(move || shown.get().to_string()) on_change=Callback::new(move |(year,): (String,)| asked.set(&year)) label=t(W::Agenda) /></span>
            <Button label=t(W::AddAgenda) icon=Icon::Plus look=Look::Soft on_press=add name="add-agenda" />
        </div>
        <Card>
            <Meter label=line text=Signal::derive(move || format!("{}／{}", count.get().0, count.get().1)) value=Signal::derive(move || (u64::from(count.get().0), u64::from(count.get().1))) />
            <p>{missing}</p>
            <ol class="agenda-year">{cells}</ol>
            <p class="muted small">{rule}"　"<a href="/settings?tab=rules">{t(W::ChangeIt)}</a></p>
        </Card>
        <Show when=move || meetings.with(Vec::is_empty)>
            <EmptyState icon=Icon::Calendar title=t(W::NoAgenda) text=t(W::NoAgendaText) />
        </Show>
        <For each=move || meetings.get() key=|id| *id children=move |id| meeting(view, id) />
    }
    .into_any()
}

fn new_meeting(view: View, month: Month) {
    let topic = view.saver.language.now().pick("控辍保学工作", "Keeping every child in school").to_owned();
    let meeting = view.saver.language.now().pick("党组会议", "Party group meeting").to_owned();
    let start = DutyAgenda { month: month.to_string(), topic, meeting, ..DutyAgenda::default() };
    view.edit("duty_agenda", None, start.write());
}

fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::InTime(_) => Tone::Good,
        Standing::Late(_) => Tone::Due,
        Standing::Missed => Tone::Late,
        Standing::Due(_) => Tone::Info,
        Standing::Ahead | Standing::Before => Tone::Plain,
    }
}

/// One month: a tap opens its record, or begins one.
fn cell(view: View, held: &MonthHeld) -> AnyView {
    let (lang, month, record) = (view.lang(), held.month, held.record);
    let day = |day: Date| lang.pick(format!("{}日", day.day()), day.day().to_string());
    let word = view.saver.language.say(standing_word(held.standing));
    let state = match held.standing {
        Standing::InTime(on) | Standing::Late(on) => [word, " ", &day(on)].concat(),
        Standing::Due(until) => view.saver.language.say_with(W::DueUntil, &[&dates::short(until, lang)]),
        _ => word.to_owned(),
    };
    let name = dates::month(&month.to_string(), lang);
    let short = lang.pick(format!("{}月", month.month()), name.clone());
    // Chinese leaves the year to be heard. What is heard holds what is seen, word for word: who steers by voice says what is seen.
    let label = lang.pick(Some([name.as_str(), " ", &state].concat()), None);
    let press = move |_| match record {
        Some(id) => view.edit("duty_agenda", Some(id), Default::default()),
        None => new_meeting(view, month),
    };
    let class = ["agenda-month ", tone(held.standing).class()].concat();
    view! {
        <li><button type="button" class=class aria-label=label on:click=press>
            <span class="agenda-name">{short}</span>
            <Status label=state tone=tone(held.standing) />
        </button></li>
    }
    .into_any()
}

fn meeting(view: View, id: RecordId) -> AnyView {
    let found = Memo::new(move |_| {
        view.file.duty.with(|duty| duty.agenda.iter().find(|(of, _)| *of == id).map(|(_, item)| item.clone()))
    });
    let title = Signal::derive(move || {
        let item = found.get().unwrap_or_default();
        [dates::month(&item.month, view.lang()).as_str(), " ", &item.topic].concat()
    });
    let about = move || {
        let (item, lang) = (found.get().unwrap_or_default(), view.lang());
        let held = match item.held_on {
            Some(on) => view.saver.language.say_with(W::HeldOn, &[&dates::long(on, lang)]),
            None => view.saver.language.say(W::Prepared).to_owned(),
        };
        let chair = match item.chair.is_empty() {
            true => String::new(),
            false => view.saver.language.say_with(W::Chair, &[&item.chair]),
        };
        joined(&[item.meeting, held, chair, item.present.join(lang.pick("、", ", "))])
    };
    let minutes = move || found.get().unwrap_or_default().minutes;
    let tasks = move || {
        let duty = view.duty();
        let of: Vec<_> = duty.tasks.iter().filter(|(_, task)| task.agenda == Some(id)).cloned().collect();
        let none = of.is_empty().then(|| view! { <p class="muted">{t(W::NoTasks)}</p> });
        let rows = of.iter().map(|(id, one)| task(view, *id, one)).collect_view();
        view! { {none}<ul class="settings">{rows}</ul> }
    };
    let add = Callback::new(move |()| {
        let start = DutyTask { agenda: Some(id), ..DutyTask::default() };
        view.edit("duty_task", None, start.write());
    });
    let actions = move || {
        let name = title.get_untracked();
        view! {
            <LinkButton label=t(crate::i18n::Common::Print) icon=Icon::Print look=Look::Plain href=format!("/duty/print/agenda/{id}") />
            {view.pencil("duty_agenda", id, &name)}
        }
    };
    view! {
        <Card title=title actions=actions>
            <p class="muted">{about}</p>
            <p class="minutes" hidden=move || minutes().is_empty()>{minutes}</p>
            <h3>{t(W::Decisions)}</h3>
            {tasks}
            <div class="row"><Button label=t(W::AddTask) icon=Icon::Plus look=Look::Soft on_press=add /></div>
            <Scans view of=id name=title.get_untracked() />
        </Card>
    }
    .into_any()
}

fn task(view: View, id: RecordId, task: &DutyTask) -> AnyView {
    let (lang, today) = (view.lang(), view.today());
    let owner = task.owner.map(|id| view.saver.register.name_of(id)).unwrap_or_default();
    let due = task.due.map(|day| view.saver.language.say_with(W::DueOn, &[&dates::long(day, lang)]));
    let done = task.done_on.map(|day| view.saver.language.say_with(W::DoneOn, &[&dates::long(day, lang)]));
    let more = joined(&[
        owner,
        task.other_owner.clone(),
        due.unwrap_or_default(),
        done.unwrap_or_default(),
        task.result.clone(),
    ]);
    let is_late = task.due.is_some_and(|due| due < today);
    let finish = Callback::new(move |()| finish_task(view, id));
    let label = [view.saver.language.say(W::MarkDone), " ", &task.what].concat();
    let state = match (task.done_on.is_some(), is_late) {
        (true, _) => view! { <Status label=t(W::Done) tone=Tone::Good /> }.into_any(),
        (false, late) => view! {
            {late.then(|| view! { <Status label=t(W::Overdue) tone=Tone::Late /> })}
            <crate::ui::kit::IconButton icon=Icon::Check label=label on_press=finish />
        }
        .into_any(),
    };
    row(task.what.clone().into_any(), more, state, view.pencil("duty_task", id, &task.what))
}

/// Done today.
pub fn finish_task(view: View, id: RecordId) {
    let register = view.saver.register;
    let done = DutyTask { done_on: Some(register.today.get_untracked()), ..DutyTask::default() };
    let sets = Sets::from([(RecordKey::new(DutyTask::TABLE.key, id), done.write())]);
    view.saver.run(vec![order(register, Act::EDIT, sets)], W::Done);
}
