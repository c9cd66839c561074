//! The rows, as many as one can see; the name stays in sight while the columns move.
use super::state::View;
use crate::app::ledgers::{cells, with_world};
use crate::domain::id::FileId;
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::ledgers::ledger_column;
use crate::i18n::{Lang, t};
use crate::report::ledger::{Column, Row};
use crate::ui::kit::{RowView, VirtualList};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

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
    let rows =
        Signal::derive(move || view.members.with(|all| all.iter().map(|id| id.0).collect::<Arc<[u128]>>()));
    let numbers = Memo::new(move |_| {
        view.members
            .with(|all| Arc::new(all.iter().zip(1usize..).map(|(id, n)| (*id, n)).collect::<HashMap<_, _>>()))
    });
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
    let row: RowView = Callback::new(move |(id,): (u128,)| {
        let id = FileId(id);
        let line = move || {
            let columns = view.shown();
            let fixed = fixed(&columns);
            let (lang, whole) = (view.language.get(), view.whole.get());
            let number = numbers.with(|all| all.get(&id).copied().unwrap_or_default());
            let choice = view.filter.with(|filter| filter.choice.clone());
            let words = with_world(view.register, choice.as_ref(), |world| {
                let summary = world.files.get(&id)?;
                let pupil = summary.pupil()?;
                Some(cells(&Row { number, name: &summary.name, pupil, world }, &columns, lang, whole))
            });
            let cell = |(column, text): (&'static Column, String)| {
                view! { <span class="ledger-cell" class:fixed=fixed == Some(column.key) role="gridcell" style:width=rem(width(column, lang))>{text}</span> }
            };
            columns.into_iter().zip(words.unwrap_or_default()).map(cell).collect_view()
        };
        view! { <div class="ledger-row" role="presentation">{line}</div> }.into_any()
    });
    view! {
        <VirtualList rows view_row=row row_rem=ROW_REM on_open=Callback::new(move |(id,): (u128,)| view.open(FileId(id))) scroll=view.scroll label=t(W::Table) head=head width_rem=total />
    }
}
