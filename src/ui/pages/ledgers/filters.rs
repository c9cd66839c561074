//! Township, school and state, each with how many children it would leave.
use super::state::View;
use crate::app::ledgers::with_world;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::ledgers::ledger_column;
use crate::i18n::t;
use crate::register::search::filter::town_key;
use crate::report::ledger::{Offers, offers};
use crate::ui::kit::{Button, Choice, Icon, Look, Select};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn Filters(view: View) -> impl IntoView {
    let found = Memo::new(move |_| {
        let (ledger, filter) = (view.ledger.get(), view.filter.get());
        Arc::new(with_world(view.register, filter.choice.as_ref(), |world| offers(ledger, &filter, world)))
    });
    let counted = |name: String, count: usize| [name.as_str(), " ", count.to_string().as_str()].concat();
    let towns = Signal::derive(move || {
        let offer = |(town, count): (&String, &usize)| {
            let name = if town.is_empty() { view.language.say(W::NoTown).to_owned() } else { town.clone() };
            Choice::new(town_key(town), counted(name, *count))
        };
        found.with(|offers: &Arc<Offers>| offers.towns.iter().map(offer).collect::<Vec<_>>())
    });
    let schools = Signal::derive(move || {
        found.with(|offers| {
            let named = offers.schools.iter().map(|(id, count)| (view.register.name_of(*id), id, count));
            let mut all: Vec<Choice> = named
                .filter(|(name, ..)| !name.is_empty())
                .map(|(name, id, count)| Choice::new(id.to_string(), counted(name, *count)))
                .collect();
            all.sort_by(|a, b| a.label.cmp(&b.label));
            all
        })
    });
    let statuses = Signal::derive(move || {
        let lang = view.language.get();
        found.with(|offers| {
            let Some(list) = offers.status_list else { return Vec::new() };
            let offer = |(code, count): (&String, &usize)| {
                Choice::new(code.clone(), counted(code_text(list, code, lang), *count))
            };
            offers.statuses.iter().map(offer).collect::<Vec<_>>()
        })
    });
    let any = move |key: &'static str| {
        Signal::derive(move || {
            let lang = view.language.get();
            [ledger_column(key, lang), lang.pick("：", ": "), view.language.say(W::Any)].concat()
        })
    };
    let label =
        move |key: &'static str| Signal::derive(move || ledger_column(key, view.language.get()).to_owned());
    let status_label =
        Signal::derive(move || ledger_column(view.ledger.get().status, view.language.get()).to_owned());
    let status_any = Signal::derive(move || {
        let lang = view.language.get();
        [status_label.get().as_str(), lang.pick("：", ": "), view.language.say(W::Any)].concat()
    });
    let held = move |get: fn(&crate::report::ledger::Filter) -> String| {
        Signal::derive(move || view.filter.with(get))
    };
    view! {
        <div class="ledger-filters">
            <Select options=towns value=held(|f| f.town.clone()) blank=any("town") label=label("town")
                on_change=Callback::new(move |(town,)| view.refine(|filter| filter.town = town)) />
            <Select options=schools value=held(|f| f.school.map(|id| id.to_string()).unwrap_or_default()) blank=any("school") label=label("school")
                on_change=Callback::new(move |(id,): (String,)| view.refine(|filter| filter.school = id.parse().ok())) />
            <Show when=move || statuses.with(|all| !all.is_empty())>
                <Select options=statuses value=held(|f| f.status.clone()) blank=status_any label=status_label
                    on_change=Callback::new(move |(code,)| view.refine(|filter| filter.status = code)) />
            </Show>
            <Show when=move || view.filter.with(|filter| filter.narrows())>
                <Button label=t(W::Clear) icon=Icon::Close look=Look::Plain on_press=Callback::new(move |()| view.clear()) />
            </Show>
        </div>
    }
    .into_any()
}
