//! The ledger on paper, A4 across: the rows and columns that are shown, numbers as they are shown.
use super::state::{Refused, View};
use crate::app::ledgers::{Form, Line, file_stem, table, title};
use crate::i18n::pages::Ledgers as W;
use crate::ui::paper::{PaperPage, table_paper};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// More rows than these nobody prints: they are narrowed first, or go out as a workbook.
const MOST: usize = 2_000;

/// Shows the paper, once its rows have come.
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
    let papers = Memo::new(move |_| {
        let columns = view.shown();
        let choice = view.filter.with(|filter| filter.choice.clone());
        let form = Form {
            choice: choice.as_ref(),
            columns: &columns,
            lang: view.language.get(),
            whole: view.whole.get(),
        };
        let table = table(view.register, view.ledger.get(), &lines, form);
        Arc::new(vec![table_paper("ledger", table, form.lang)])
    });
    let name = Signal::derive(move || {
        let choice = view.filter.with(|filter| filter.choice.clone());
        let kind = title(view.ledger.get(), choice.as_ref(), view.language.get());
        file_stem(&kind, None, view.day())
    });
    view! { <PaperPage papers name on_back=Callback::new(move |()| view.paper.set(None)) /> }
}
