//! Which columns the ledger shows, and in what order.
use super::state::{Panel, View};
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::ledgers::ledger_column;
use crate::i18n::{Common, t, t_with};
use crate::report::ledger::COLUMNS;
use crate::ui::kit::{Button, Choice, ChoiceChips, Dialog, Icon, IconButton, Look};
use leptos::prelude::*;

#[component]
pub fn ColumnsDialog(view: View) -> impl IntoView {
    let close = Callback::new(move |()| view.panel.set(None));
    let foot = move || {
        view! {
            <Button label=t(W::OwnColumns) look=Look::Plain on_press=Callback::new(move |()| view.lay_out(Vec::new())) />
            <Button label=t(Common::Done) look=Look::Primary on_press=close name="columns-done" />
        }
    };
    view! {
        <Dialog open=Signal::derive(move || view.panel.get() == Some(Panel::Columns)) title=t(W::Columns) close_label=t(Common::Close) on_close=close foot=foot wide=true name="columns-dialog">
            <Chooser view />
        </Dialog>
    }
}

fn keys(view: View) -> Vec<String> {
    view.columns.with_untracked(|keys| keys.iter().map(|key| (*key).to_owned()).collect())
}

#[component]
fn Chooser(view: View) -> impl IntoView {
    let swap = move |at: usize, with: usize| {
        let mut next = keys(view);
        if at.max(with) < next.len() {
            next.swap(at, with);
            view.lay_out(next);
        }
    };
    let drop = move |key: &'static str| {
        // A ledger without any column would show its own again.
        let next: Vec<String> = keys(view).into_iter().filter(|held| held != key).collect();
        if !next.is_empty() {
            view.lay_out(next);
        }
    };
    let line = move |(at, key): (usize, &'static str)| {
        let named =
            move |word: W| t_with(word, move || vec![ledger_column(key, view.language.get()).to_owned()]);
        let last = move || view.columns.with(|keys| at + 1 >= keys.len());
        view! {
            <li class="ledger-column">
                <span class="grow">{move || ledger_column(key, view.language.get())}</span>
                <IconButton icon=Icon::Up label=named(W::Earlier) disabled=Signal::stored(at == 0) on_press=Callback::new(move |()| swap(at, at.saturating_sub(1))) />
                <IconButton icon=Icon::Down label=named(W::Later) disabled=Signal::derive(last) on_press=Callback::new(move |()| swap(at, at + 1)) />
                <IconButton icon=Icon::Close label=named(W::Drop) on_press=Callback::new(move |()| drop(key)) />
            </li>
        }
    };
    let others = Signal::derive(move || {
        let lang = view.language.get();
        view.columns.with(|held| {
            let free = COLUMNS.iter().filter(|column| !held.contains(&column.key));
            free.map(|column| Choice::new(column.key, ledger_column(column.key, lang))).collect::<Vec<_>>()
        })
    });
    let add = Callback::new(move |(added,): (Vec<String>,)| view.lay_out([keys(view), added].concat()));
    view! {
        <p class="muted">{t(W::ColumnsText)}</p>
        <h3>{t(W::ColumnsShown)}</h3>
        <ol class="plain-list">{move || view.columns.get().into_iter().enumerate().map(line).collect_view()}</ol>
        <h3>{t(W::ColumnsMore)}</h3>
        <ChoiceChips options=others chosen=Signal::stored(Vec::new()) on_change=add many=true label=t(W::ColumnsMore) />
    }
    .into_any()
}
