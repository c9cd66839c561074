//! The figures of a comparison; each opens its children.
use super::open_cases::{NotePlacements, OpenCases};
use crate::app::comparing::{Comparing, State, use_comparing};
use crate::app::ledgers::own_table;
use crate::app::register::use_register;
use crate::i18n::pages::compare::{Compare as W, origin_text, set_word};
use crate::i18n::pages::figures::Figures;
use crate::i18n::{Word, dates, t, use_language};
use crate::interchange::xlsx::table::Entry;
use crate::lists::columns::ListKind;
use crate::lists::compare::job::Summary;
use crate::lists::compare::{Origin, Set};
use crate::lists::take_in::placements::PLACED;
use crate::ui::kit::{Banner, Card, EmptyState, Icon, LinkButton, Look, Tone};
use crate::ui::query::Query;
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use std::sync::Arc;

/// How a set is named in the address.
pub fn key_of(set: Set) -> String {
    format!("{set:?}").to_lowercase()
}

pub fn set_of(key: &str) -> Option<Set> {
    Set::ALL.into_iter().find(|set| key_of(*set) == key)
}

const GROUPS: [(W, &[Set]); 3] = [
    (
        W::Beside,
        &[
            Set::D1,
            Set::D2,
            Set::E,
            Set::F,
            Set::G,
            Set::BornNotHousehold,
            Set::W,
            Set::NamesDiffer,
            Set::AbsentSinceUnknown,
        ],
    ),
    (
        W::Where,
        &[
            Set::Base,
            Set::Ledger,
            Set::MovedOrDead,
            Set::OutsideWindow,
            Set::BirthUnknown,
            Set::Found,
            Set::Poor,
            Set::Civil,
            Set::HomeTeaching,
            Set::HomeOrdinary,
            Set::HomeSpecial,
            Set::InOrdinaryClass,
            Set::InSpecialSchool,
        ],
    ),
    (
        W::Found,
        &[
            Set::NotReal,
            Set::Real,
            Set::Registered,
            Set::PoorConfirmedA,
            Set::PoorConfirmedB,
            Set::HomeTeachingAfter,
            Set::HomeOrdinaryAfter,
            Set::HomeSpecialAfter,
            Set::InOrdinaryClassAfter,
            Set::InSpecialSchoolAfter,
            Set::PoorPupils,
            Set::CarerGaps,
            Set::PoorWithoutCarers,
        ],
    ),
];

#[component]
pub fn Figures(set: Query) -> impl IntoView {
    let comparing = use_comparing();
    move || match comparing.state.get() {
        State::Ready(summary) => shown(comparing, set, summary),
        State::Empty => {
            view! { <EmptyState icon=Icon::Compare title=t(W::NoLists) text=t(W::NoListsText) /> }.into_any()
        }
        _ => ().into_any(),
    }
}

fn shown(comparing: Comparing, set: Query, summary: Arc<Summary>) -> AnyView {
    let language = use_language();
    let days = summary.days;
    let limit = summary.absence_limit.to_string();
    let window = move || {
        let (year, window) = (days.school_year()?, days.window()?);
        let lang = language.get();
        let text = [dates::long(window.from, lang), dates::long(window.to, lang)];
        Some(language.say_with(W::Window, &[&year.to_string(), &text[0], &text[1]]))
    };
    let call = move || {
        let day = dates::long(days.roll_call?, language.get());
        Some(language.say_with(W::RollCallDay, &[&day, &limit]))
    };
    let waiting = summary.proposals.waiting();
    // Once this person has said a word on all that is open, somebody else's turn has come.
    let waits = Memo::new(move |_| match comparing.said_open() >= waiting {
        true => W::AllAwait,
        false => W::NoReviewYet,
    });
    let is_dated = days.school_year.is_some();
    let big = [Set::A, Set::B, Set::Suspects, Set::PoorSuspects];
    let suspects =
        summary.counts.get(Set::Suspects).or(summary.counts.get(Set::A)).or(summary.counts.get(Set::B));
    // Since when a pupil is there, the roll does not say: from its own day.
    let roll_day = summary.lists.iter().find(|fact| fact.kind == ListKind::Roll).and_then(|fact| fact.as_of);
    let placed = PLACED.iter().filter_map(|(set, _)| summary.counts.get(*set)).sum::<u32>();
    let of_group = {
        let summary = summary.clone();
        move |(title, sets): (W, &'static [Set])| {
            // What the lists at hand cannot say is named with what it lacks only in the first card.
            let known: Vec<Set> =
                sets.iter().copied().filter(|set| summary.counts.get(*set).is_some()).collect();
            let known: Vec<Set> = known.into_iter().filter(|set| shows_nothing_but(&summary, *set)).collect();
            (!known.is_empty()).then(|| {
                let tiles: Vec<AnyView> = known.into_iter().map(|one| tile(set, &summary, one)).collect();
                view! { <Card title=t(title)><div class="figures">{tiles}</div></Card> }
            })
        }
    };
    let register = use_register();
    let counts = StoredValue::new(summary.counts.clone());
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads = [Figures::FigureHead, Figures::Count].map(|word| word.text(lang).to_owned()).to_vec();
        let row = |set: Set| {
            let count = counts.with_value(|counts| counts.get(set))?;
            Some(vec![Entry::Text(set_word(set).text(lang).to_owned()), Entry::Number(i64::from(count))])
        };
        let rows = Set::ALL.into_iter().filter_map(row).collect();
        own_table(register, W::Title.text(lang), heads, rows, lang)
    });
    view! {
        <div class="row end"><WorkbookButton table name="export-comparison" /></div>
        <Show when=move || !is_dated><Banner title=t(W::NoYear) tone=Tone::Due /></Show>
        <Show when=move || waiting != 0>
            <Banner title=Signal::derive(move || language.say_with(waits.get(), &[&waiting.to_string()])) tone=Tone::Due>
                <LinkButton label=t(W::GoReview) href="/compare?view=review" look=Look::Soft />
            </Banner>
        </Show>
        <Card title=t(W::Suspicion)>
            <p class="muted"><span class="line">{window}</span><span class="line">{call}</span></p>
            <div class="figures large">{big.into_iter().map(|one| tile(set, &summary, one)).collect::<Vec<_>>()}</div>
            {suspects.map(|count| view! { <OpenCases count /> })}
            {roll_day.map(|day| view! { <NotePlacements count=placed day /> })}
        </Card>
        {GROUPS.into_iter().map(of_group).collect_view()}
    }
    .into_any()
}

/// Rare sets are not in the way while nobody stands in them.
fn shows_nothing_but(summary: &Summary, set: Set) -> bool {
    let rare =
        [Set::NamesDiffer, Set::AbsentSinceUnknown, Set::BirthUnknown, Set::Found, Set::BornNotHousehold];
    !rare.contains(&set) || summary.counts.get(set) != Some(0)
}

/// A figure: its children's number, what it was before decisions, what it lacks.
fn tile(query: Query, summary: &Summary, set: Set) -> AnyView {
    let language = use_language();
    let label = t(set_word(set));
    let Some(count) = summary.counts.get(set) else {
        let lacking: Vec<Origin> = {
            let has = |origin: &Origin| {
                summary.lists.iter().any(|fact| origin.kind() == Some(fact.kind) && fact.rows > 0)
            };
            set.needs().iter().copied().filter(|origin| !has(origin)).collect()
        };
        let needs = move || {
            let lang = language.get();
            let names: Vec<&str> = lacking.iter().map(|origin| origin_text(*origin, lang)).collect();
            language.say_with(W::Needs, &[&names.join(lang.pick("、", ", "))])
        };
        return view! { <div class="figure lacking"><span class="figure-count">"—"</span><span>{label}</span><span class="muted small">{needs}</span></div> }
            .into_any();
    };
    let before = summary.before.get(set).filter(|before| *before != count);
    let before = before.map(|before| {
        view! { <span class="muted small">{move || language.say_with(W::Before, &[&before.to_string()])}</span> }
    });
    view! {
        <button type="button" class="figure" data-name=key_of(set) on:click=move |_| query.set(&key_of(set))>
            <span class="figure-count">{count}</span><span>{label}</span>{before}
        </button>
    }
    .into_any()
}
