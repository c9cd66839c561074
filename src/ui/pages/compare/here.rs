//! The lists that are here, of every kind: whose, for which day and how old, how many rows; and the kinds that are missing.
use crate::app::batches::{Batch, current};
use crate::app::comparing::{State, Trouble, use_comparing};
use crate::app::register::use_register;
use crate::i18n::lists::kind_word;
use crate::i18n::pages::compare::Compare as W;
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::lists::columns::{LISTS, ListKind};
use crate::ui::kit::{Button, Card, ConfirmDialog, Icon, Look, Status, Tone, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

#[component]
pub fn ListsHere() -> impl IntoView {
    let (comparing, language, toasts) = (use_comparing(), use_language(), use_toasts());
    let today = use_register().today;
    let asked = RwSignal::new(None::<Batch>);
    let name = move || {
        let of = |batch: Batch| {
            let kind = language.say(kind_word(batch.header.kind)).to_owned();
            match batch.header.unit.is_empty() {
                true => kind,
                false => [kind.as_str(), " ", batch.header.unit.as_str()].concat(),
            }
        };
        vec![asked.get().map(of).unwrap_or_default()]
    };
    let remove = Callback::new(move |()| {
        let Some(batch) = asked.get_untracked() else { return };
        asked.set(None);
        spawn_local(async move {
            match comparing.remove(&batch.id).await {
                Ok(()) => toasts.say(language.say(W::Removed)),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    let row = move |batch: Batch, holds: bool, is_damaged: bool| {
        let days = today.get().days_since(batch.day());
        let day = dates::long(batch.day(), language.get());
        let day = match days > 0 {
            true => language.say_with(W::DayOld, &[&day, &days.to_string()]),
            false => day,
        };
        let unit = match batch.header.unit.is_empty() {
            true => language.say(W::UnknownUnit).to_owned(),
            false => batch.header.unit.clone(),
        };
        let state = match (is_damaged, holds) {
            (true, _) => view! { <Status label=t(W::Unreadable) tone=Tone::Late /> }.into_any(),
            (false, false) => view! { <Status label=t(W::Older) /> }.into_any(),
            (false, true) => ().into_any(),
        };
        let (kind, rows) = (batch.header.kind, batch.header.counts.taken);
        view! {
            <tr>
                <th scope="row">{language.say(kind_word(kind))}</th>
                <td>{unit}</td>
                <td>{day}" "{state}</td>
                <td class="number">{rows}</td>
                <td><Button label=t(W::Remove) icon=Icon::Trash look=Look::Plain on_press=Callback::new(move |()| asked.set(Some(batch.clone()))) /></td>
            </tr>
        }
        .into_any()
    };
    let rows = move || {
        let damaged: Vec<String> = match comparing.state.get() {
            State::Failed(Trouble::Damaged(ids)) => ids,
            _ => Vec::new(),
        };
        comparing.batches.with(|here| {
            let held: BTreeSet<&str> =
                current(&here.all).into_iter().map(|batch| batch.id.as_str()).collect();
            let mut all: Vec<&Batch> = here.all.iter().collect();
            let order = |kind: ListKind| LISTS.iter().position(|list| list.kind == kind);
            all.sort_by_key(|batch| order(batch.header.kind));
            let one = |batch: &Batch| {
                row(batch.clone(), held.contains(batch.id.as_str()), damaged.contains(&batch.id))
            };
            all.into_iter().map(one).collect_view()
        })
    };
    let missing = move || {
        comparing.batches.with(|here| {
            let is_here = |kind: ListKind| here.all.iter().any(|batch| batch.header.kind == kind);
            let names = LISTS
                .iter()
                .filter(|list| !is_here(list.kind))
                .map(|list| language.say(kind_word(list.kind)));
            names.collect::<Vec<_>>().join(language.get().pick("、", ", "))
        })
    };
    let has_any = move || comparing.batches.with(|here| !here.all.is_empty());
    view! {
        <Card title=t(W::HereTitle)>
            <Show when=has_any>
                <p class="muted">{t(W::HereText)}</p>
                <div class="table-box">
                    <table class="table">
                        <thead><tr>
                            <th scope="col">{t(W::Kind)}</th><th scope="col">{t(W::Unit)}</th><th scope="col">{t(W::Day)}</th>
                            <th scope="col" class="number">{t(W::Rows)}</th><td></td>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
            <Show when=move || !missing().is_empty()>
                <p class="muted"><strong>{t(W::NotHere)}</strong>{move || language.get().pick("：", ": ")}{missing}</p>
            </Show>
            <ConfirmDialog open=Signal::derive(move || asked.with(Option::is_some)) title=t(W::RemoveTitle) text=t_with(W::RemoveText, name)
                confirm=t(W::Remove) cancel=t(Common::Cancel) danger=true on_confirm=remove on_cancel=Callback::new(move |()| asked.set(None)) />
        </Card>
    }
    .into_any()
}
