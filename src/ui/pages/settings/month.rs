//! One month of a school year: a row a week with its number in the term, a day a button.
use super::CountyFile;
use super::calendar::{Year, day_words};
use super::days::edit_day;
use crate::app::register::use_register;
use crate::domain::calendar::Month;
use crate::domain::date::Date;
use crate::domain::policy::Day;
use crate::i18n::pages::County as W;
use crate::i18n::{Lang, Word, dates, fill, t, use_language};
use leptos::prelude::*;

#[component]
pub fn MonthTable(county: CountyFile, shown: Year, month: Month) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let title = move || dates::month(&month.to_string(), language.get());
    let monday = month.first_day().monday();
    let head = (0..7).map(|n| monday.plus_days(n)).map(|day| {
        view! { <th scope="col">{move || weekday(day, language.get())}</th> }
    });
    let weeks = (0..6).map(|n| monday.plus_days(7 * n)).take_while(|monday| *monday <= month.last_day());
    let week = move |monday: Date| {
        let days = (0..7).map(|n| monday.plus_days(n)).map(|date| match month.contains(date) {
            true => cell(county, shown, date, register.today),
            false => view! { <td></td> }.into_any(),
        });
        let number = move || {
            let in_term =
                (0..7).map(|n| monday.plus_days(n)).find_map(|day| shown.calendar.get().week_number(day));
            let text = in_term.map(|(_, number)| number.to_string()).unwrap_or_default();
            let spoken = fill(W::WeekOf.text(language.get()), &[&text]);
            match text.is_empty() {
                true => view! { <td class="week"></td> }.into_any(),
                false => view! { <th scope="row" class="week"><span aria-hidden="true">{text}</span><span class="unseen">{spoken}</span></th> }.into_any(),
            }
        };
        view! { <tr>{number}{days.collect_view()}</tr> }
    };
    view! {
        <table class="month">
            <caption>{title}</caption>
            <thead><tr><th scope="col" class="week"><span class="unseen">{t(W::WeekShort)}</span></th>{head.collect_view()}</tr></thead>
            <tbody>{weeks.map(week).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// `一`, `Mon`
fn weekday(day: Date, lang: Lang) -> String {
    let name = dates::weekday(day, lang);
    match lang {
        Lang::Zh => name.chars().last().map(String::from).unwrap_or_default(),
        Lang::En => name.to_owned(),
    }
}

fn cell(county: CountyFile, shown: Year, date: Date, today: RwSignal<Date>) -> AnyView {
    let language = use_language();
    let day = Memo::new(move |_| shown.policy.with(|policy| policy.day(date, &shown.calendar.get())));
    let class = move || {
        let now = if today.get() == date { " today" } else { "" };
        ["day ", day.with(|day| day_words(day).1), now].concat()
    };
    let name = move || {
        let lang = language.get();
        let (word, why) = day.with(|day| (day_words(day).0, reason(day)));
        let now = (today.get() == date).then(|| W::ThisDay.text(lang).to_owned());
        let parts = [Some(dates::short(date, lang)), Some(word.text(lang).to_owned()), Some(why), now];
        parts
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(lang.pick("，", ", "))
    };
    let outside = move || day.with(|day| *day == Day::Outside);
    view! {
        <td>
            <button type="button" class=class aria-label=name title=name disabled=outside
                on:click=move |_| edit_day(county, date, &day.get_untracked())>
                <span>{date.day().to_string()}</span>
            </button>
        </td>
    }
    .into_any()
}

fn reason(day: &Day) -> String {
    match day {
        Day::Off { why, .. } | Day::MadeUp { why, .. } => why.clone(),
        Day::Outside | Day::School | Day::Weekend => String::new(),
    }
}
