//! The filters above the list: chips with their counts, and behind a button placement, school, township and order.
use super::Roll;
use crate::app::register::use_register;
use crate::domain::codes;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Pupils as W;
use crate::i18n::{Language, t, use_language};
use crate::register::search::filter::{Filter, Sort, Standing, Trait};
use crate::ui::kit::{Button, Choice, ChoiceChips, Field, Icon, Look, Select};
use leptos::prelude::*;
use std::collections::BTreeMap;

fn trait_word(of: Trait) -> W {
    match of {
        Trait::Mine => W::Mine,
        Trait::Due => W::Due,
        Trait::Safety => W::Safety,
        Trait::NoPlan => W::NoPlan,
        Trait::NoCarer => W::NoCarer,
        Trait::NoConsent => W::NoConsent,
        Trait::Gaps => W::Gaps,
        Trait::Conflict => W::Conflict,
    }
}

fn sort_word(sort: Sort) -> W {
    match sort {
        Sort::Village => W::ByVillage,
        Sort::Name => W::ByName,
        Sort::LastVisit => W::ByVisit,
        Sort::Due => W::ByDue,
    }
}

const DELETED: &str = "deleted";

#[component]
pub fn Filters(roll: Roll, clear: Callback<()>) -> impl IntoView {
    let language = use_language();
    let open = RwSignal::new(false);
    let narrows = Memo::new(move |_| roll.filter.with(Filter::narrows));
    let chips = Signal::derive(move || chips(roll, language));
    let chosen = Signal::derive(move || {
        roll.filter.with(|filter| {
            let traits = filter.traits.iter().map(|of| of.key().to_owned());
            traits.chain(filter.deleted.then(|| DELETED.to_owned())).collect::<Vec<_>>()
        })
    });
    let choose = Callback::new(move |(now,): (Vec<String>,)| {
        let mut next = roll.filter.get_untracked();
        next.traits = Trait::ALL.into_iter().filter(|of| now.iter().any(|key| key == of.key())).collect();
        next.deleted = now.iter().any(|key| key == DELETED);
        roll.refine.run((next,));
    });
    let label = Signal::derive(move || match roll.filter.with(behind) {
        0 => language.say(W::Filters).to_owned(),
        n => language.say_with(W::FiltersOn, &[&n.to_string()]),
    });
    view! {
        <div class="filter-bar">
            <button type="button" class="button plain" aria-expanded=move || if open.get() { "true" } else { "false" } aria-controls="list-filters"
                on:click=move |_| open.update(|open| *open = !*open)>
                {crate::ui::kit::icon(Icon::Filter)}<span>{label}</span>
            </button>
            <div class="chip-strip"><ChoiceChips options=chips chosen=chosen on_change=choose many=true /></div>
        </div>
        <div class="filter-panel" id="list-filters" hidden=move || !open.get()>
            <Show when=move || open.get()><Panel roll /></Show>
        </div>
        <Show when=move || { narrows.get() > 0 }>
            <Button label=t(W::ClearFilters) icon=Icon::Close look=Look::Plain on_press=clear />
        </Show>
    }
}

/// How many of the filters that stand behind the button are set.
fn behind(filter: &Filter) -> usize {
    filter.narrows() - filter.traits.len() - usize::from(filter.deleted)
}

/// A chip for each trait that some child in the list has, with how many would be left.
fn chips(roll: Roll, language: Language) -> Vec<Choice> {
    let filter = roll.filter.get();
    roll.pupils.with(|all| {
        let chip = |of: Trait| {
            let is_on = filter.traits.contains(&of);
            let narrowed = if is_on { filter.clone() } else { filter.toggled(of) };
            let count = all.iter().filter(|pupil| narrowed.lets(pupil)).count();
            (is_on || count > 0)
                .then(|| Choice::new(of.key(), format!("{} {count}", language.say(trait_word(of)))))
        };
        let deleted = all.iter().filter(|pupil| pupil.deleted).count();
        let gone = (deleted > 0 || filter.deleted)
            .then(|| Choice::new(DELETED, format!("{} {deleted}", language.say(W::Deleted))));
        Trait::ALL.into_iter().filter_map(chip).chain(gone).collect()
    })
}

#[component]
fn Panel(roll: Roll) -> impl IntoView {
    let language = use_language();
    let register = use_register();
    let set = move |change: fn(&mut Filter, String)| {
        Callback::new(move |(text,): (String,)| {
            let mut next = roll.filter.get_untracked();
            change(&mut next, text);
            roll.refine.run((next,));
        })
    };
    let counted = move |open_up: fn(&mut Filter), key: fn(&Standing) -> (String, String)| {
        let mut filter = roll.filter.get();
        open_up(&mut filter);
        let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
        roll.pupils.with(|all| {
            all.iter()
                .filter(|pupil| filter.lets(pupil))
                .for_each(|pupil| *counts.entry(key(pupil)).or_default() += 1)
        });
        counts
    };
    let modes = Signal::derive(move || {
        let counts = counted(|filter| filter.mode.clear(), |pupil| (pupil.mode.clone(), String::new()));
        let lang = language.get();
        let choice = |((mode, _), count): ((String, String), usize)| {
            let label = format!("{} {count}", code_text(&codes::PLACEMENT_MODE, &mode, lang));
            Choice::new(mode, label)
        };
        counts.into_iter().filter(|((mode, _), _)| !mode.is_empty()).map(choice).collect::<Vec<_>>()
    });
    let towns = Signal::derive(move || {
        let counts =
            counted(|filter| filter.town.clear(), |pupil| (pupil.town.clone(), pupil.town_key.clone()));
        let choice = |((town, key), count): ((String, String), usize)| {
            let town = if town.is_empty() { language.say(W::NoTown).to_owned() } else { town };
            Choice::new(key, format!("{town} {count}"))
        };
        counts.into_iter().map(choice).collect::<Vec<_>>()
    });
    let schools = Signal::derive(move || {
        let key =
            |pupil: &Standing| (pupil.school.map(|id| id.to_string()).unwrap_or_default(), String::new());
        let counts = counted(|filter| filter.school = None, key);
        let choice = |((id, _), count): ((String, String), usize)| {
            let name = id.parse().map(|id| register.name_of(id)).unwrap_or_default();
            (!name.is_empty()).then(|| Choice::new(id, format!("{name} {count}")))
        };
        let mut choices: Vec<Choice> = counts.into_iter().filter_map(choice).collect();
        choices.sort_by(|a, b| a.label.cmp(&b.label));
        choices
    });
    let sorts = Signal::derive(move || {
        Sort::ALL
            .into_iter()
            .map(|sort| Choice::new(sort.key(), language.say(sort_word(sort))))
            .collect::<Vec<_>>()
    });
    let held = move |get: fn(&Filter) -> String| Signal::derive(move || roll.filter.with(get));
    view! {
        <Field label=t(W::Mode)><Select options=modes value=held(|f| f.mode.clone()) blank=t(W::Any) on_change=set(|f, v| f.mode = v) /></Field>
        <Field label=t(W::School)><Select options=schools value=held(|f| f.school.map(|id| id.to_string()).unwrap_or_default()) blank=t(W::Any) on_change=set(|f, v| f.school = v.parse().ok()) /></Field>
        <Field label=t(W::Town)><Select options=towns value=held(|f| f.town.clone()) blank=t(W::Any) on_change=set(|f, v| f.town = v) /></Field>
        <Field label=t(W::Sort)><Select options=sorts value=held(|f| f.sort.key().to_owned()) on_change=set(|f, v| f.sort = Sort::ALL.into_iter().find(|sort| sort.key() == v).unwrap_or_default()) /></Field>
    }
}
