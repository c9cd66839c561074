//! Home teaching planned against delivered, by pupil, teacher or school, with what is lacking, why and when it is made up; and the
//! timetable of the next two weeks, day by day and village by village, for the telephone's calendar too.
mod hours;
mod table;
pub(in crate::ui::pages) mod talks;

use self::hours::HoursList;
use self::table::TimetableCard;
use self::talks::TalksCard;
use crate::app::register::{Register, Summaries, use_register};
use crate::domain::calendar::SchoolYear;
use crate::domain::id::FileId;
use crate::i18n::pages::Teaching as W;
use crate::i18n::{t, use_language};
use crate::report::figure::{Period, pupils};
use crate::report::planned::Planned;
use crate::report::teaching::{Shares, Span, Taught, taught};
use crate::ui::kit::{Card, Choice, ChoiceChips, EmptyState, Field, Icon};
use crate::ui::pages::figures::PlannedCard;
use crate::ui::query::{Query, use_query};
use leptos::prelude::*;
use std::sync::Arc;

/// What is looked at, each a part of the address.
#[derive(Clone, Copy)]
struct View {
    whose: Query,
    span: Query,
    by: Query,
}

fn span(register: Register, view: View) -> Span {
    let (today, calendar) = (register.today.get(), register.calendar.get());
    let year = SchoolYear::of(today);
    match calendar.term_at_or_before(today).filter(|_| view.span.get().is_empty()) {
        Some(term) => Span { from: term.from, to: term.to, today },
        None => Span { from: year.first_day(), to: year.last_day(), today },
    }
}

#[component]
pub fn TeachingPage() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let view = View { whose: use_query("whose"), span: use_query("span"), by: use_query("by") };
    let lines: Memo<Arc<Vec<Taught>>> = Memo::new(move |_| {
        let (policy, calendar, span) = (register.policy.get(), register.calendar.get(), span(register, view));
        let all = register.summaries.with(|all| taught(all.values(), span, &policy, &calendar));
        let mine = |line: &Taught| !view.whose.get().is_empty() || line.teachers.contains(&register.me());
        Arc::new(all.into_iter().filter(mine).collect())
    });
    let rule = move || {
        let rule = register.policy.with(|policy| policy.frequency_on(register.today.get()));
        language.say_with(W::Rule, &[&rule.periods_per_year.to_string(), &rule.source])
    };
    let total = move || {
        lines.with(|lines| {
            let sum = |of: fn(&Taught) -> u32| lines.iter().map(of).sum::<u32>().to_string();
            let parts = [
                lines.len().to_string(),
                sum(|line| line.hours.due),
                sum(|line| line.hours.delivered),
                sum(|line| line.hours.lacking()),
            ];
            language.say_with(W::Total, &parts.each_ref().map(String::as_str))
        })
    };
    let chips = move |query: Query, label: W, all: &'static [(&'static str, W)]| {
        let options = Signal::derive(move || {
            all.iter().map(|(key, word)| Choice::new(*key, language.say(*word))).collect::<Vec<_>>()
        });
        let chosen = Signal::derive(move || {
            let now = query.get();
            vec![if now.is_empty() {
                all.first().map(|(key, _)| *key).unwrap_or_default().to_owned()
            } else {
                now
            }]
        });
        let choose = Callback::new(move |(keys,): (Vec<String>,)| {
            let key = keys.into_iter().next().unwrap_or_default();
            let is_first = all.first().is_some_and(|(first, _)| *first == key);
            query.set(if is_first { "" } else { &key });
        });
        view! { <Field label=t(label) group=true><ChoiceChips options chosen on_change=choose /></Field> }
    };
    let planned = move || {
        let span = span(register, view);
        let period = Period { from: span.from, on: span.to.min(span.today).max(span.from) };
        let files = lines.with(|lines| {
            let ids: Vec<FileId> = lines.iter().map(|line| line.file).collect();
            register.summaries.with_untracked(|all| {
                ids.iter().filter_map(|id| Some((*id, all.get(id)?.clone()))).collect::<Summaries>()
            })
        });
        let (policy, calendar) = (register.policy.get(), register.calendar.get());
        let shares = Shares::of(Span { to: period.on, ..span }, &policy, &calendar);
        let mut planned = Planned::default();
        for (id, _, pupil) in pupils(&files) {
            planned.add(id, pupil, &shares, period);
        }
        view! { <PlannedCard planned files=Arc::new(files) period /> }
    };
    let none = Memo::new(move |_| lines.with(|lines| lines.is_empty()));
    view! {
        <div class="page teaching">
            <h1>{t(W::Title)}</h1>
            <div class="row">
                {chips(view.whose, W::Whose, &[("mine", W::Mine), ("all", W::Everybody)])}
                {chips(view.span, W::Span, &[("term", W::Term), ("year", W::Year)])}
                {chips(view.by, W::By, &[("pupil", W::Pupil), ("teacher", W::Teacher), ("school", W::School)])}
            </div>
            <Show when=move || !none.get() fallback=move || view! { <EmptyState icon=Icon::Visit title=t(W::None) text=t(W::NoneText) /> }>
                <Card name="hours">
                    <p role="status"><strong>{total}</strong></p>
                    <p class="muted small">{rule}</p>
                    <HoursList lines by=Signal::derive(move || view.by.get()) />
                </Card>
            </Show>
            {planned}
            <TalksCard all=Signal::derive(move || !view.whose.get().is_empty()) />
            <TimetableCard all=Signal::derive(move || !view.whose.get().is_empty()) />
        </div>
    }
    .into_any()
}
