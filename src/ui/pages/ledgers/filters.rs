//! A search, and township, school, state and age, each with how many children it would leave.
use super::state::View;
use crate::app::ledgers::with_world;
use crate::domain::codes::SCHOOLING;
use crate::i18n::codes::code_text;
use crate::i18n::pages::ledgers::ledger_column;
use crate::i18n::pages::{County, Ledgers as W};
use crate::i18n::t;
use crate::register::search::filter::town_key;
use crate::report::ledger::{Filter, offers};
use crate::ui::kit::{Button, Choice, Icon, Look, SearchBox, Select};
use leptos::prelude::*;
use std::sync::Arc;

/// What the ledger offers, whoever answers for it: the key that the address keeps, the words, and how many it would leave.
#[derive(Clone, Debug, Default, PartialEq)]
struct Offered {
    towns: Vec<(String, String, usize)>,
    schools: Vec<(String, String, usize)>,
    states: Vec<(String, String, usize)>,
    ages: Vec<(u8, usize)>,
}

fn offered(view: View) -> Offered {
    match view.by_lists.get() {
        true => by_lists(view),
        false => by_files(view),
    }
}

fn by_lists(view: View) -> Offered {
    let lang = view.language.get();
    let places = |all: &std::collections::BTreeMap<String, u32>| {
        all.iter().map(|(name, count)| (town_key(name), name.clone(), *count as usize)).collect()
    };
    view.rolls.offers.with(|offers| Offered {
        towns: places(&offers.towns),
        schools: places(&offers.schools),
        states: offers
            .schooling
            .iter()
            .map(|(of, count)| {
                (of.code().to_owned(), code_text(&SCHOOLING, of.code(), lang), *count as usize)
            })
            .collect(),
        ages: offers.ages.iter().map(|(age, count)| (*age, *count as usize)).collect(),
    })
}

fn by_files(view: View) -> Offered {
    let (ledger, filter, lang) = (view.ledger.get(), view.filter.get(), view.language.get());
    let found = with_world(view.register, filter.choice.as_ref(), |world| offers(ledger, &filter, world));
    let mut schools: Vec<(String, String, usize)> = found
        .schools
        .iter()
        .map(|(id, count)| (id.to_string(), view.register.name_of(*id), *count))
        .filter(|(_, name, _)| !name.is_empty())
        .collect();
    schools.sort_by(|a, b| a.1.cmp(&b.1));
    let states = found.status_list.map(|list| {
        let state = |(code, count): (&String, &usize)| (code.clone(), code_text(list, code, lang), *count);
        found.statuses.iter().map(state).collect()
    });
    Offered {
        towns: found.towns.iter().map(|(town, count)| (town_key(town), town.clone(), *count)).collect(),
        schools,
        states: states.unwrap_or_default(),
        ages: found.ages.into_iter().collect(),
    }
}

fn counted(name: &str, count: usize) -> String {
    [name, " ", count.to_string().as_str()].concat()
}

#[component]
pub fn Filters(view: View) -> impl IntoView {
    let found = Memo::new(move |_| Arc::new(offered(view)));
    let towns = Signal::derive(move || {
        let offer = |(key, name, count): &(String, String, usize)| {
            let name = if name.is_empty() { view.language.say(W::NoTown) } else { name };
            Choice::new(key.clone(), counted(name, *count))
        };
        found.with(|found| found.towns.iter().map(offer).collect::<Vec<_>>())
    });
    let offer =
        |(key, name, count): &(String, String, usize)| Choice::new(key.clone(), counted(name, *count));
    let schools =
        Signal::derive(move || found.with(|found| found.schools.iter().map(offer).collect::<Vec<_>>()));
    let statuses =
        Signal::derive(move || found.with(|found| found.states.iter().map(offer).collect::<Vec<_>>()));
    let ages = Signal::derive(move || {
        let offer = |(age, count): &(u8, usize)| {
            let name = view.language.say_with(County::OfAge, &[&age.to_string()]);
            Choice::new(age.to_string(), counted(&name, *count))
        };
        found.with(|found| found.ages.iter().map(offer).collect::<Vec<_>>())
    });
    let all_of = move |label: Signal<String>| {
        Signal::derive(move || {
            let lang = view.language.get();
            [label.get().as_str(), lang.pick("：", ": "), view.language.say(W::Any)].concat()
        })
    };
    let column =
        move |key: &'static str| Signal::derive(move || ledger_column(key, view.language.get()).to_owned());
    let status_label =
        Signal::derive(move || ledger_column(view.ledger.get().status, view.language.get()).to_owned());
    let age_label = Signal::derive(move || view.language.say(W::Age).to_owned());
    let (town_label, school_label) = (column("town"), column("school"));
    let held = move |get: fn(&Filter) -> String| Signal::derive(move || view.filter.with(get));
    // By its file's id where files are asked, by its name's key where lists are.
    let school = Signal::derive(move || {
        let by_lists = view.by_lists.get();
        view.filter.with(|filter| match (by_lists, filter.school) {
            (true, Some(id)) if filter.listed_school.is_empty() => town_key(&view.register.name_of(id)),
            (true, _) => filter.listed_school.clone(),
            (false, id) => id.map(|id| id.to_string()).unwrap_or_default(),
        })
    });
    let choose_school = Callback::new(move |(key,): (String,)| {
        let by_lists = view.by_lists.get_untracked();
        view.refine(|filter| {
            filter.school = if by_lists { None } else { key.parse().ok() };
            filter.listed_school = if by_lists { key } else { String::new() };
        });
    });
    let search = Callback::new(move |(text,): (String,)| {
        view.scroll.set(0.0);
        view.text.set(text);
    });
    view! {
        <div class="ledger-filters">
            <SearchBox value=view.text on_search=search label=t(W::Search) placeholder=t(W::SearchHint) clear_label=t(W::ClearSearch) />
            <Select options=towns value=held(|f| f.town.clone()) blank=all_of(town_label) label=town_label
                on_change=Callback::new(move |(town,)| view.refine(|filter| filter.town = town)) />
            <Select options=schools value=school blank=all_of(school_label) label=school_label on_change=choose_school />
            <Show when=move || statuses.with(|all| !all.is_empty())>
                <Select options=statuses value=held(|f| f.status.clone()) blank=all_of(status_label) label=status_label
                    on_change=Callback::new(move |(code,)| view.refine(|filter| filter.status = code)) />
            </Show>
            <Select options=ages value=held(|f| f.age.map(|age| age.to_string()).unwrap_or_default()) blank=all_of(age_label) label=age_label
                on_change=Callback::new(move |(age,): (String,)| view.refine(|filter| filter.age = age.parse().ok())) />
            <Show when=move || view.filter.with(|filter| filter.narrows())>
                <Button label=t(W::Clear) icon=Icon::Close look=Look::Plain on_press=Callback::new(move |()| view.clear()) />
            </Show>
        </div>
    }
    .into_any()
}
