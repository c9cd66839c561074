//! The rows, as many as one can see; the name stays in sight while the columns move.
use super::state::View;
use crate::app::ledgers::{cells, with_row, with_world};
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::ledgers::ledger_column;
use crate::i18n::{Lang, t};
use crate::report::ledger::Column;
use crate::ui::kit::{RowView, VirtualList};
use leptos::prelude::*;

/// A row's height in rem.
const ROW_REM: f64 = 3.0;
/// Width of a character of the columns' measure, in rem, and of the room around a cell.
const CHAR_REM: f64 = 0.56;
const ROOM_REM: f64 = 1.25;

/// The measure is of Chinese words; English ones are longer.
fn width(column: &Column, lang: Lang) -> f64 {
    f64::from(column.width) * CHAR_REM * lang.pick(1.0, 1.3) + ROOM_REM
}

fn rem(size: f64) -> String {
    [size.to_string().as_str(), "rem"].concat()
}

/// Which column stays in sight: the name, else the first.
fn fixed(columns: &[&'static Column]) -> Option<&'static str> {
    let name = columns.iter().find(|column| column.key == "name");
    name.or(columns.first()).map(|column| column.key)
}

#[component]
pub fn LedgerTable(view: View) -> impl IntoView {
    let rows = Memo::new(move |_| view.keys());
    let total = Signal::derive(move || {
        let lang = view.language.get();
        view.shown().iter().map(|column| width(column, lang)).sum::<f64>()
    });
    let head = move || {
        let columns = view.shown();
        let fixed = fixed(&columns);
        let heading = move |column: &'static Column| {
            let is_fixed = fixed == Some(column.key);
            let wide = move || rem(width(column, view.language.get()));
            view! {
                <span class="ledger-cell" class:fixed=is_fixed role="columnheader" style:width=wide>
                    {move || ledger_column(column.key, view.language.get())}
                </span>
            }
        };
        columns.into_iter().map(heading).collect_view()
    };
    let row: RowView = Callback::new(move |(key,): (u128,)| {
        view.ask(key);
        let cells = move || {
            let columns = view.shown();
            let fixed = fixed(&columns);
            let (lang, whole) = (view.language.get(), view.whole.get());
            let choice = view.filter.with(|filter| filter.choice.clone());
            let Some((number, line)) = view.line(key) else { return Vec::new() };
            let is_only_listed = line.only_listed().is_some();
            let words = with_world(view.register, choice.as_ref(), |world| {
                with_row(world, &line, number, lang, |row| cells(row, &columns, lang, whole))
            });
            let cell = |(column, text): (&'static Column, String)| {
                let no_file = is_only_listed && column.key == "name";
                let tag = no_file.then(|| view! { <span class="ledger-tag">{t(W::OnlyListed)}</span> });
                view! { <span class="ledger-cell" class:fixed=fixed == Some(column.key) role="gridcell" style:width=rem(width(column, lang))>{text}{tag}</span> }
            };
            columns.into_iter().zip(words.unwrap_or_default()).map(cell).collect::<Vec<_>>()
        };
        view! { <div class="ledger-row" role="presentation">{cells}</div> }.into_any()
    });
    view! {
        <VirtualList rows view_row=row row_rem=ROW_REM on_open=Callback::new(move |(key,): (u128,)| view.open(key)) scroll=view.scroll label=t(W::Table) head=head width_rem=total />
    }
}
