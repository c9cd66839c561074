//! The school calendar as the county's settings make it: each term with its weeks, days off and days made up, day by day.
use super::CountyFile;
use super::days::DayLists;
use super::month::MonthTable;
use crate::app::register::use_register;
use crate::domain::calendar::{Calendar, Month, SchoolYear, TermSpan};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::policy::{Day, Policy, TermDates};
use crate::i18n::pages::County as W;
use crate::i18n::{Word, dates, fill, t, t_with, use_language};
use crate::ui::kit::{Button, Card, Icon, IconButton, Look, Status, Tone};
use crate::ui::query::use_query;
use leptos::prelude::*;
use std::sync::Arc;

/// One school year as it is shown.
#[derive(Clone, Copy)]
pub struct Year {
    pub year: Memo<SchoolYear>,
    pub policy: RwSignal<Arc<Policy>>,
    pub calendar: Memo<Arc<Calendar>>,
}

#[component]
pub fn CalendarTab(county: CountyFile) -> impl IntoView {
    let register = use_register();
    let wanted = use_query("year");
    let year = Memo::new(move |_| {
        wanted.get().parse::<SchoolYear>().unwrap_or_else(|_| SchoolYear::of(register.today.get()))
    });
    // The year before is part of it: a term may begin in August.
    let calendar =
        Memo::new(move |_| Arc::new(county.policy.get().calendar(year.get().plus(-1), year.get())));
    let shown = Year { year, policy: county.policy, calendar };
    let go =
        move |years: i32| Callback::new(move |()| wanted.set(&year.get_untracked().plus(years).to_string()));
    let title = t_with(W::SchoolYear, move || vec![year.get().to_string()]);
    let spans = move || calendar.get().spans_of(year.get()).collect::<Vec<_>>();
    let holidays = move || if county.policy.get().national_holidays { W::HolidaysOn } else { W::HolidaysOff };
    let language = use_language();
    view! {
        <div class="row apart">
            <IconButton icon=Icon::Left label=t(W::YearBefore) on_press=go(-1) />
            <h2>{title}</h2>
            <IconButton icon=Icon::Right label=t(W::YearAfter) on_press=go(1) />
        </div>
        <p class="muted">{t(W::TapADay)}" "{move || holidays().text(language.get())}</p>
        <ul class="legend" aria-hidden="true">
            <li class="day school">{t(W::School)}</li>
            <li class="day off">{t(W::Off)}</li>
            <li class="day holiday">{t(W::Holiday)}</li>
            <li class="day made-up">{t(W::MadeUp)}</li>
            <li class="day weekend">{t(W::Weekend)}</li>
        </ul>
        {move || spans().into_iter().map(|span| view! { <TermCard county shown span /> }).collect_view()}
        <DayLists county shown />
    }
}

#[component]
fn TermCard(county: CountyFile, shown: Year, span: TermSpan) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let term = span.term;
    let title = Signal::derive(move || dates::term(&term.to_string(), language.get()));
    let set =
        move || county.policy.with(|policy| policy.terms.iter().any(|dates| dates.term() == Some(term)));
    let sum = move || {
        let (lang, calendar) = (language.get(), shown.calendar.get());
        let weeks = calendar.teaching_weeks_between(span.from, span.to);
        let days = calendar.teaching_days(span.from, span.to).len();
        let ends = [dates::long(span.from, lang), dates::long(span.to, lang)];
        let [from, to] = &ends;
        fill(W::TermSum.text(lang), &[from, to, &weeks.to_string(), &days.to_string()])
    };
    let norm = move || {
        let per_week = shown.policy.get().frequency_on(span.from.max(register.today.get().min(span.to)));
        let due = shown.calendar.get().visits_due(span.from, span.to, per_week.visits_per_week);
        fill(W::Norm.text(language.get()), &[&per_week.visits_per_week.to_string(), &due.to_string()])
    };
    let edit = Callback::new(move |()| {
        let dates = TermDates {
            year: term.year.to_string(),
            half: term.half.code().to_owned(),
            from: Some(span.from),
            to: Some(span.to),
        };
        county.edit("term_dates", term_record(county, span), dates.write(), None);
    });
    let months = months(span.from, span.to);
    view! {
        <Card title=title>
            <div class="row apart">
                <div class="stack tight">
                    <p>{sum}</p>
                    <p class="muted">{norm}</p>
                </div>
                <div class="row tight">
                    <Show when=set fallback=move || view! { <Status label=t(W::TermDefault) /> }><Status label=t(W::Set) tone=Tone::Accent icon=Icon::Pen /></Show>
                    <Button label=t(W::ChangeTerm) icon=Icon::Calendar look=Look::Soft on_press=edit />
                </div>
            </div>
            <div class="months">{months.into_iter().map(|month| view! { <MonthTable county shown month /> }).collect_view()}</div>
        </Card>
    }
    .into_any()
}

/// The record of a term's dates: the one that is there, or the one name that every tablet gives it.
fn term_record(county: CountyFile, span: TermSpan) -> RecordId {
    let held = county.file.with_untracked(|file| {
        let mut records = file.as_ref()?.table("term_dates");
        records.find(|(_, r)| TermDates::read(&r.values).term() == Some(span.term)).map(|(id, _)| id)
    });
    let half = span.term.to_string().bytes().last().unwrap_or_default();
    held.unwrap_or_else(|| {
        RecordId((u128::from(span.term.year.start().unsigned_abs()) << 8) + u128::from(half))
    })
}

fn months(from: Date, to: Date) -> Vec<Month> {
    let first = Month::of(from);
    (0..24).map(|n| first.plus(n)).take_while(|month| *month <= Month::of(to)).collect()
}

/// The words for a day, and how it is drawn.
pub fn day_words(day: &Day) -> (W, &'static str) {
    match day {
        Day::Outside => (W::Outside, "outside"),
        Day::School => (W::School, "school"),
        Day::Weekend => (W::Weekend, "weekend"),
        Day::Off { county: true, .. } => (W::Off, "off"),
        Day::Off { county: false, .. } => (W::Holiday, "holiday"),
        Day::MadeUp { .. } => (W::MadeUp, "made-up"),
    }
}
