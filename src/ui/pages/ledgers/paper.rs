//! The whole ledger for the printer, A4 across: the title, unit and day, the rows as they are shown. Put into the page for the
//! time of printing alone.
use super::state::{Refused, View};
use crate::app::ledgers::{Form, Line, table};
use crate::i18n::pages::Ledgers as W;
use crate::i18n::t_with;
use crate::interchange::xlsx::table::Entry;
use crate::platform::browser;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

fn words(entry: Entry) -> String {
    match entry {
        Entry::Empty => String::new(),
        Entry::Text(text) => text,
        Entry::Number(number) => number.to_string(),
        Entry::Date(day) => day.to_string(),
    }
}

/// More rows than these nobody prints: they are narrowed first, or go out as a workbook.
const MOST: usize = 2_000;

/// Puts the sheet into the page, once its rows have come.
pub fn print(view: View) {
    let source = view.source();
    if source.len() > MOST {
        return view.toasts.fail(view.language.say_with(W::TooLong, &[&MOST.to_string()]));
    }
    spawn_local(async move {
        match source.lines(0, MOST).await {
            Ok(lines) => drop(view.paper.try_set(Some(Arc::new(lines)))),
            Err(why) => view.refused(&Refused::Lists(why)),
        }
    });
}

#[component]
pub fn Paper(view: View, lines: Arc<Vec<Line>>) -> impl IntoView {
    let columns = untrack(|| view.shown());
    let choice = view.filter.with_untracked(|filter| filter.choice.clone());
    let form = Form {
        choice: choice.as_ref(),
        columns: &columns,
        lang: view.language.now(),
        whole: view.whole.get_untracked(),
    };
    let table = table(view.register, view.ledger.get_untracked(), &lines, form);
    let total = lines.len().to_string();
    // Printed once it is drawn; the browser holds the page until its own dialog is closed.
    request_animation_frame(move || {
        request_animation_frame(move || {
            browser::print();
            view.paper.try_set(None);
        });
    });
    let row = |row: Vec<Entry>| view! { <tr>{row.into_iter().map(|entry| view! { <td>{words(entry)}</td> }).collect_view()}</tr> };
    view! {
        <section class="sheet print-only ledger-sheet">
            <h1>{table.title}</h1>
            <p class="ledger-about">{table.about.into_iter().map(|words| view! { <span>{words}</span> }).collect_view()}</p>
            <table>
                <thead><tr>{table.headings.into_iter().map(|heading| view! { <th scope="col">{heading}</th> }).collect_view()}</tr></thead>
                <tbody>{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
            <p>{t_with(W::Total, move || vec![total.clone()])}</p>
        </section>
    }
    .into_any()
}
