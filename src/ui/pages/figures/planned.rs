//! Home teaching planned and delivered, by month as pairs of columns and by school as rows; every part opens its children with what each
//! was owed and given. The planned column is an outline with strokes, the delivered one is full: they differ without colour.
use crate::app::register::{Summaries, use_register};
use crate::domain::calendar::Month;
use crate::domain::id::FileId;
use crate::i18n::pages::Teaching;
use crate::i18n::pages::figures::Figures as W;
use crate::i18n::{Common, Language, dates, t, t_with, use_language};
use crate::report::chart;
use crate::report::figure::{Period, school_of};
use crate::report::planned::{Part, Planned, days_of};
use crate::report::teaching::{Span, Taught, taught};
use crate::ui::kit::{Card, Dialog, next_id};
use leptos::prelude::*;
use std::sync::Arc;

/// A part of the chart: a month, or a school (`None`: not known) over the whole period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Month(Month),
    School(Option<FileId>),
}

/// Schools that stand in the chart; the others are asked for on the page of hours.
const SCHOOLS: usize = 30;

#[component]
pub fn PlannedCard(planned: Planned, files: Arc<Summaries>, period: Period) -> impl IntoView {
    let language = use_language();
    if planned.owed.is_empty() {
        return ().into_any();
    }
    let opened = RwSignal::new(None::<Of>);
    let planned = StoredValue::new(planned);
    let charts = move || planned.with_value(|planned| charts(planned, language, opened));
    view! {
        <Card title=t(W::Planned) name="planned">
            <p class="muted small">{t(W::PlannedText)}</p>
            {charts}
        </Card>
        <Behind opened files period />
    }
    .into_any()
}

fn charts(planned: &Planned, language: Language, opened: RwSignal<Option<Of>>) -> AnyView {
    let register = use_register();
    let lang = language.get();
    let months: Vec<(Of, String, Part)> = planned
        .months
        .iter()
        .map(|(month, part)| (Of::Month(*month), dates::month(&month.to_string(), lang), *part))
        .collect();
    let name = |id: &Option<FileId>| {
        let name = id.map(|id| register.name_of(id)).unwrap_or_default();
        if name.is_empty() { language.say(Common::Unknown).to_owned() } else { name }
    };
    let mut schools: Vec<(Of, String, Part)> =
        planned.schools.iter().map(|(id, part)| (Of::School(*id), name(id), *part)).collect();
    schools.sort_by_key(|(_, name, part)| {
        (std::cmp::Reverse(part.due().saturating_sub(part.delivered)), name.clone())
    });
    schools.truncate(SCHOOLS);
    let tables = [(W::PlannedMonths, months.clone()), (W::PlannedSchools, schools)];
    view! {
        {pairs(language.say(W::PlannedMonths).to_owned(), &months, language, opened)}
        {tables.map(|(caption, rows)| table(language.say(caption).to_owned(), rows, language, opened))}
    }
    .into_any()
}

/// Two columns a month.
fn pairs(
    label: String,
    months: &[(Of, String, Part)],
    language: Language,
    opened: RwSignal<Option<Of>>,
) -> AnyView {
    const WIDE: f64 = 640.0;
    const TALL: f64 = 120.0;
    let counts: Vec<(usize, usize)> =
        months.iter().map(|(_, _, part)| (part.due() as usize, part.delivered as usize)).collect();
    let title = next_id("chart");
    let labelled = title.clone();
    let pair = |((of, name, part), (left, wide, [due, given])): (
        &(Of, String, Part),
        (f64, f64, [f64; 2]),
    )| {
        let of = *of;
        let said =
            language.say_with(W::PlannedPart, &[name, &part.due().to_string(), &part.delivered.to_string()]);
        let foot = 20.0 + TALL;
        let pressed = move |event: leptos::ev::KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | " ") {
                event.prevent_default();
                opened.set(Some(of));
            }
        };
        view! {
            <g role="button" tabindex="0" class="chart-open" aria-label=said on:click=move |_| opened.set(Some(of)) on:keydown=pressed>
                <rect class="chart-room" x=left y="0" width=wide * 2.0 height=TALL + 44.0></rect>
                <rect class="chart-bar inner" x=left y=foot - due width=wide height=due></rect>
                <path class="chart-hatch" d=strokes(left, wide, foot, due)></path>
                <rect class="chart-bar" x=left + wide y=foot - given width=wide height=given></rect>
                <text class="chart-number" x=left + wide / 2.0 y=foot - due - 5.0 text-anchor="middle">{part.due()}</text>
                <text class="chart-number" x=left + wide * 1.5 y=foot - given - 5.0 text-anchor="middle">{part.delivered}</text>
                <text class="chart-word" x=left + wide y=foot + 18.0 text-anchor="middle">{short(name)}</text>
            </g>
        }
    };
    view! {
        <svg class="chart columns pairs" viewBox=format!("0 0 {WIDE} {}", TALL + 46.0) role="group" aria-labelledby=labelled>
            <title id=title>{label}</title>
            <line class="chart-axis" x1="0" x2=WIDE y1=20.0 + TALL y2=20.0 + TALL></line>
            {months.iter().zip(chart::pairs(&counts, WIDE, TALL)).map(pair).collect_view()}
        </svg>
    }
    .into_any()
}

/// The month without its year, which the table beside it gives.
fn short(name: &str) -> String {
    match name.split_once('年') {
        Some((_, month)) => month.to_owned(),
        None => name.split(' ').next().unwrap_or(name).to_owned(),
    }
}

/// Strokes across a standing bar.
fn strokes(left: f64, wide: f64, foot: f64, height: f64) -> String {
    let mut path = String::new();
    let mut up = 6.0;
    while up < height {
        path.push_str(&format!("M{left:.1} {:.1}h{wide:.1}", foot - up));
        up += 8.0;
    }
    path
}

fn table(
    caption: String,
    rows: Vec<(Of, String, Part)>,
    language: Language,
    opened: RwSignal<Option<Of>>,
) -> AnyView {
    let row = |(of, name, part): (Of, String, Part)| {
        let lacking = part.due().saturating_sub(part.delivered);
        view! {
            <tr>
                <th scope="row"><button type="button" class="button plain" on:click=move |_| opened.set(Some(of))>{name}</button></th>
                <td class="count">{part.due()}</td><td class="count">{part.delivered}</td><td class="count">{lacking}</td>
            </tr>
        }
    };
    let heads = [W::PlannedDue, W::PlannedGiven, W::PlannedLacking];
    view! {
        <table class="report-table planned-table">
            <caption>{caption}</caption>
            <thead><tr><td></td>{heads.map(|word| view! { <th scope="col">{language.say(word)}</th> })}</tr></thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The children behind a part, those who lack most first.
#[component]
fn Behind(opened: RwSignal<Option<Of>>, files: Arc<Summaries>, period: Period) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let files = StoredValue::new(files);
    let title = t_with(W::ChildrenOf, move || {
        let lang = language.get();
        vec![match opened.get() {
            Some(Of::Month(month)) => dates::month(&month.to_string(), lang),
            Some(Of::School(id)) => id.map(|id| register.name_of(id)).unwrap_or_default(),
            None => String::new(),
        }]
    });
    let lines = move || -> Vec<Taught> {
        let Some(of) = opened.get() else { return Vec::new() };
        let (from, to) = match of {
            Of::Month(month) => days_of(month, period.from, period.on),
            Of::School(_) => (period.from, period.on),
        };
        let (policy, calendar) = (register.policy.get(), register.calendar.get());
        let span = Span { from, to, today: period.on };
        files.with_value(|files| {
            let is_of = |file: &&Arc<crate::register::summary::Summary>| match of {
                Of::Month(_) => true,
                Of::School(id) => file.pupil().is_some_and(|pupil| school_of(pupil, period.on) == id),
            };
            taught(files.values().filter(is_of), span, &policy, &calendar)
        })
    };
    let body = move || {
        let lines = lines();
        let count = language.say_with(W::Children, &[&lines.len().to_string()]);
        let line = |line: Taught| {
            let numbers = [line.hours.due, line.hours.delivered].map(|hours| hours.to_string());
            let said = language.say_with(Teaching::HoursShort, &numbers.each_ref().map(String::as_str));
            view! { <li><a href=["/pupils/", &line.file.to_string()].concat()>{line.name}</a>" "<span class="muted small">{said}</span></li> }
        };
        view! { <p class="muted">{count}</p><ul class="line-children">{lines.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! {
        <Dialog open=Signal::derive(move || opened.with(Option::is_some)) title close_label=t(Common::Close) on_close=Callback::new(move |()| opened.set(None)) wide=true name="planned-children">{body}</Dialog>
    }
}
