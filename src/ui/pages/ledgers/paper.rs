//! The ledger on paper, A4 across: the rows and columns that are shown, numbers as they are shown.
use super::state::View;
use crate::app::ledgers::{Form, file_stem, table, title};
use crate::ui::paper::{PaperPage, table_paper};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Paper(view: View) -> impl IntoView {
    let papers = Memo::new(move |_| {
        let (members, columns) = (view.members.get(), view.shown());
        let choice = view.filter.with(|filter| filter.choice.clone());
        let form = Form {
            choice: choice.as_ref(),
            columns: &columns,
            lang: view.language.get(),
            whole: view.whole.get(),
        };
        let table = table(view.register, view.ledger.get(), &members, form);
        Arc::new(vec![table_paper("ledger", table, form.lang)])
    });
    let name = Signal::derive(move || {
        let choice = view.filter.with(|filter| filter.choice.clone());
        let kind = title(view.ledger.get(), choice.as_ref(), view.language.get());
        let day = choice.map_or_else(|| view.register.today.get(), |choice| choice.period.on);
        file_stem(&kind, None, day)
    });
    view! { <PaperPage papers name on_back=Callback::new(move |()| view.paper.set(false)) /> }
}
