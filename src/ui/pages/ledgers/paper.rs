//! The whole ledger for the printer, A4 across: the title, unit and day, the rows as they are shown. Put into the page for the
//! time of printing alone.
use super::state::View;
use crate::app::ledgers::{Form, table};
use crate::i18n::pages::Ledgers as W;
use crate::i18n::t_with;
use crate::interchange::xlsx::table::Entry;
use crate::platform::browser;
use leptos::prelude::*;

fn words(entry: Entry) -> String {
    match entry {
        Entry::Empty => String::new(),
        Entry::Text(text) => text,
        Entry::Number(number) => number.to_string(),
        Entry::Date(day) => day.to_string(),
    }
}

#[component]
pub fn Paper(view: View) -> impl IntoView {
    let members = view.members.get_untracked();
    let columns = untrack(|| view.shown());
    let choice = view.filter.with_untracked(|filter| filter.choice.clone());
    let form = Form {
        choice: choice.as_ref(),
        columns: &columns,
        lang: view.language.now(),
        whole: view.whole.get_untracked(),
    };
    let table = table(view.register, view.ledger.get_untracked(), &members, form);
    let total = members.len().to_string();
    // Printed once it is drawn; the browser holds the page until its own dialog is closed.
    request_animation_frame(move || {
        request_animation_frame(move || {
            browser::print();
            view.paper.try_set(false);
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
