//! The lines of class hours: what was due and given, what is lacking, why, and when it is made up. A tap opens the child's file.
use crate::app::ledgers::own_table;
use crate::app::register::use_register;
use crate::domain::codes;
use crate::domain::id::FileId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Teaching as W;
use crate::i18n::{Common, Lang, Language, Word, dates, t, use_language};
use crate::interchange::xlsx::table::Entry;
use crate::report::teaching::{By, Hours, Taught, summed};
use crate::ui::kit::{Button, Meter, Status, Tone};
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use std::sync::Arc;

/// Lines of one page; the rest is asked for.
const PAGE: usize = 40;

/// A line as it is shown, of a pupil or of several.
#[derive(Clone, PartialEq)]
struct Line {
    href: String,
    name: String,
    more: String,
    hours: Hours,
    make_up: Option<String>,
}

#[component]
pub fn HoursList(lines: Memo<Arc<Vec<Taught>>>, #[prop(into)] by: Signal<String>) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let shown = RwSignal::new(PAGE);
    let name_of = move |id: Option<FileId>| {
        let name = id.map(|id| register.name_of(id)).unwrap_or_default();
        if name.is_empty() { language.say(Common::Unknown).to_owned() } else { name }
    };
    let all = Memo::new(move |_| {
        let sums = |by: By, folder: &str| {
            let line = |(id, count, hours): (Option<FileId>, usize, Hours)| Line {
                href: id.map(|id| ["/", folder, "/", &id.to_string()].concat()).unwrap_or_default(),
                name: name_of(id),
                more: language.say_with(W::Pupils, &[&count.to_string()]),
                hours,
                make_up: None,
            };
            lines.with(|lines| summed(lines, by)).into_iter().map(line).collect::<Vec<_>>()
        };
        match by.get().as_str() {
            "teacher" => sums(By::Teacher, "staff"),
            "school" => sums(By::School, "schools"),
            _ => lines.with(|lines| lines.iter().map(|line| of_pupil(line, language)).collect()),
        }
    });
    let rows =
        move || all.with(|all| all.iter().take(shown.get()).map(|line| row(line, language)).collect_view());
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads =
            [W::Whom, W::DueHours, W::GivenHours, W::Visits, W::PlannedHours, W::LackingHours, W::Causes];
        let heads = heads.map(|word| word.text(lang).to_owned()).to_vec();
        let rows = all.with_untracked(|all| all.iter().map(|line| entries(line, lang)).collect());
        own_table(register, W::Title.text(lang), heads, rows, lang)
    });
    view! {
        <div class="row end"><WorkbookButton table name="export-hours" /></div>
        <ul class="plain-list hours">{rows}</ul>
        <Show when=move || all.with(Vec::len).gt(&shown.get())>
            <Button label=t(Common::ShowMore) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
        </Show>
    }
    .into_any()
}

fn of_pupil(line: &Taught, language: Language) -> Line {
    let lang = language.get();
    let days: Vec<String> = line.make_up.iter().map(|day| dates::short(*day, lang)).collect();
    let make_up = match (days.is_empty(), line.hours.lacking()) {
        (true, 0) => None,
        (true, _) => Some(W::NoMakeUp.text(lang).to_owned()),
        (false, _) => Some(language.say_with(W::MakeUp, &[&days.join(lang.pick("、", ", "))])),
    };
    Line {
        href: format!("/pupils/{}", line.file),
        name: line.name.clone(),
        more: String::new(),
        hours: line.hours.clone(),
        make_up,
    }
}

/// A line as a workbook has it.
fn entries(line: &Line, lang: Lang) -> Vec<Entry> {
    let number = |number: u32| Entry::Number(i64::from(number));
    let cause = |(why, count): (&String, &u32)| {
        [code_text(&codes::MISSED_REASON, why, lang), count.to_string()].join(" ")
    };
    let causes: Vec<String> = line.hours.missed.iter().map(cause).collect();
    let Hours { planned, due, delivered, visits, .. } = line.hours;
    vec![
        Entry::Text(line.name.clone()),
        number(due),
        number(delivered),
        number(visits),
        number(planned),
        number(line.hours.lacking()),
        Entry::Text(causes.join(lang.pick("；", "; "))),
    ]
}

fn row(line: &Line, language: Language) -> AnyView {
    let lang = language.get();
    let Line { href, name, more, hours, make_up } = line.clone();
    let numbers = [hours.due, hours.delivered, hours.visits, hours.planned].map(|n| n.to_string());
    let said = language.say_with(W::Hours, &numbers.each_ref().map(String::as_str));
    let (state, tone) = match hours.lacking() {
        0 => (W::Enough.text(lang).to_owned(), Tone::Good),
        lacking => (language.say_with(W::Lacking, &[&lacking.to_string()]), Tone::Due),
    };
    let cause = |(why, count): (&String, &u32)| {
        let why = match why.is_empty() {
            true => W::NoReason.text(lang).to_owned(),
            false => code_text(&codes::MISSED_REASON, why, lang),
        };
        language.say_with(W::Times, &[&why, &count.to_string()])
    };
    let causes: Vec<String> = hours.missed.iter().map(cause).collect();
    let causes =
        (!causes.is_empty()).then(|| language.say_with(W::Missed, &[&causes.join(lang.pick("、", "; "))]));
    let parts = (u64::from(hours.delivered), u64::from(hours.due.max(1)));
    let name = match href.is_empty() {
        true => view! { <strong>{name}</strong> }.into_any(),
        false => view! { <a href=href><strong>{name}</strong></a> }.into_any(),
    };
    view! {
        <li class="hours-row">
            <div class="row apart"><span>{name}" "<span class="muted">{more}</span></span><Status label=state tone=tone /></div>
            <Meter label=String::new() text=said value=Signal::stored(parts) tone=tone />
            {causes.map(|text| view! { <p class="muted small">{text}</p> })}
            {make_up.map(|text| view! { <p class="small">{text}</p> })}
        </li>
    }
    .into_any()
}
