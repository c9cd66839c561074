//! 台账: a ledger chosen, narrowed and laid out in columns as the address says; its rows; numbers shown when asked for; out as a
//! workbook or on paper. That of school-age children is a view over the departments' lists and the files, where there are lists.
mod child;
mod columns;
mod export;
mod filters;
mod paper;
mod rolls;
mod saved;
mod state;
mod table;

use self::child::ListedDialog;
use self::columns::ColumnsDialog;
use self::export::ExportDialog;
use self::filters::Filters;
use self::paper::Paper;
use self::saved::SavedDialog;
use self::state::{Panel, View};
use self::table::LedgerTable;
use crate::app::comparing::State;
use crate::i18n::pages::figures::definition;
use crate::i18n::pages::ledgers::ledger_words;
use crate::i18n::pages::{Ledgers as W, Nav};
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::report::ledger::{LEDGERS, Ledger, LedgerKind};
use crate::ui::kit::{
    Banner, Button, Choice, ChoiceChips, ConfirmDialog, EmptyState, Icon, LinkButton, Look, Tone,
};
use crate::ui::pages::compare::Standing;
use crate::ui::pages::figures::ChoiceHead;
use leptos::prelude::*;

#[component]
pub fn LedgersPage() -> impl IntoView {
    let language = use_language();
    let view = View::new();
    let ledgers = Signal::derive(move || {
        let name = |ledger: &Ledger| Choice::new(ledger.key, language.say(ledger_words(ledger.kind).0));
        LEDGERS.iter().map(name).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || vec![view.ledger.get().key.to_owned()]);
    let choose = Callback::new(move |(keys,): (Vec<String>,)| {
        if let Some(ledger) = keys.first().and_then(|key| Ledger::of(key)) {
            view.go(ledger, &Default::default());
        }
    });
    let figure = Memo::new(move |_| view.filter.with(|filter| filter.choice.as_ref().map(|c| c.figure)));
    let about = move || match (figure.get(), view.by_lists.get()) {
        (Some(figure), _) => language.say(definition(figure)).to_owned(),
        (None, true) => language.say_with(W::ByLists, &[&dates::long(view.day(), language.get())]),
        (None, false) => language.say(ledger_words(view.ledger.get().kind).1).to_owned(),
    };
    let is_age =
        Memo::new(move |_| view.ledger.get().kind == LedgerKind::SchoolAge && figure.get().is_none());
    let no_lists =
        Memo::new(move |_| is_age.get() && view.comparing.state.with(|state| *state == State::Empty));
    let waits = Memo::new(move |_| is_age.get() && !view.by_lists.get() && !no_lists.get());
    let head = move || match view.filter.with(|filter| filter.choice.clone()) {
        Some(choice) => view! { <ChoiceHead choice /> }.into_any(),
        None => view! { <ChoiceChips options=ledgers chosen=chosen on_change=choose label=t(W::Choose) /> }
            .into_any(),
    };
    let count = t_with(W::Count, move || vec![view.count().to_string()]);
    let show_label = Signal::derive(move || {
        language.say(if view.whole.get() { W::HideNumbers } else { W::ShowNumbers }).to_owned()
    });
    let show = Callback::new(move |()| match view.whole.get_untracked() {
        true => view.whole.set(false),
        false => view.panel.set(Some(Panel::Numbers)),
    });
    let is_empty = Memo::new(move |_| view.count() == 0);
    let ask = t_with(W::ShowText, move || vec![view.count().to_string()]);
    let opens = move |panel: Panel| Callback::new(move |()| view.panel.set(Some(panel)));
    let close = Callback::new(move |()| view.panel.set(None));
    let empty = move || {
        let narrows =
            view.filter.with(|filter| filter.narrows()) || view.text.with(|text| !text.trim().is_empty());
        let (title, text) =
            if narrows { (t(W::NotFound), None) } else { (t(W::Empty), Some(t(W::EmptyText))) };
        let clear = Callback::new(move |()| {
            view.text.set(String::new());
            view.clear();
        });
        view! {
            <EmptyState icon=Icon::List title=title text=Signal::derive(move || text.map(|text| text.get()).unwrap_or_default().to_owned())>
                {narrows.then(|| view! { <Button label=t(W::Clear) on_press=clear /> })}
            </EmptyState>
        }
    };
    view! {
        <div class="ledger no-print" hidden=move || view.paper.with(Option::is_some)>
            <div class="ledger-head">
                <h1 class="unseen">{t(Nav::Ledgers)}</h1>
                {head}
                <div class="row apart tight">
                    <span class="muted">{about}<strong class="ledger-count" role="status">{count}</strong></span>
                    <div class="row tight">
                        <Button label=t(W::Saved) icon=Icon::Star look=Look::Plain on_press=opens(Panel::Saved) name="saved-ledgers" />
                        <Button label=t(W::Columns) icon=Icon::Settings look=Look::Plain on_press=opens(Panel::Columns) name="columns" />
                        <Button label=show_label icon=Icon::Eye look=Look::Plain disabled=is_empty on_press=show name="numbers" />
                        <Button label=t(Common::Print) icon=Icon::Print look=Look::Plain disabled=is_empty on_press=Callback::new(move |()| paper::print(view)) name="print" />
                        <Button label=t(W::Export) icon=Icon::Export look=Look::Soft disabled=is_empty on_press=opens(Panel::Export) name="export" />
                    </div>
                </div>
                <Show when=move || no_lists.get()>
                    <Banner title=t(W::NoLists) tone=Tone::Plain><LinkButton label=t(W::ToCompare) icon=Icon::Compare look=Look::Soft href="/compare" /></Banner>
                </Show>
                <Show when=move || waits.get()><Standing /></Show>
                <Filters view />
            </div>
            <Show when=move || !is_empty.get() fallback=empty><LedgerTable view /></Show>
        </div>
        {move || view.paper.get().map(|lines| view! { <Paper view lines /> })}
        <ColumnsDialog view />
        <SavedDialog view />
        <ExportDialog view />
        <ListedDialog view />
        <ConfirmDialog open=Signal::derive(move || view.panel.get() == Some(Panel::Numbers)) title=t(W::ShowAsk) text=ask confirm=t(Common::Show) cancel=t(Common::Cancel)
            on_confirm=Callback::new(move |()| view.show_numbers()) on_cancel=close />
    }
    .into_any()
}
