//! Departments' lists beside each other: taken in, compared, likenesses decided, and every set with its children and reasons.
mod changed;
mod changes;
mod figures;
mod here;
mod intake;
mod members;
mod open_cases;
mod proposal;
mod review;

use self::changes::ChangesView;
use self::figures::Figures;
use self::here::ListsHere;
use self::intake::KeepLists;
use self::members::Members;
use self::review::Review;
use crate::app::comparing::{State, Trouble, use_comparing};
use crate::i18n::pages::changes::Changes;
use crate::i18n::pages::compare::Compare as W;
use crate::i18n::{Common, Language, t, t_with, use_language};
use crate::platform::worker::DeskError;
use crate::ui::kit::{Banner, Button, Icon, Look, Progress, Tab, Tabs, Tone};
use crate::ui::query::{use_query, use_query_step};
use crate::ui::words::{desk_error, keep_error};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn ComparePage() -> impl IntoView {
    let (comparing, language) = (use_comparing(), use_language());
    let (view, set) = (use_query("view"), use_query_step("set"));
    spawn_local(comparing.refresh());
    let waiting = move || match comparing.state.get() {
        State::Ready(summary) => Some(summary.proposals.waiting() as usize),
        _ => None,
    };
    let tabs = Signal::derive(move || {
        let tab = |key: &str, word: W, count: Option<usize>| Tab {
            key: key.to_owned(),
            label: language.say(word).to_owned(),
            count,
        };
        let lists = comparing.batches.with(|here| here.all.len());
        vec![
            tab("lists", W::Lists, Some(lists)),
            tab("review", W::Review, waiting()),
            tab("results", W::Results, None),
            Tab { key: "changes".to_owned(), label: language.say(Changes::Title).to_owned(), count: None },
        ]
    });
    let is_empty = Memo::new(move |_| comparing.state.with(|state| matches!(state, State::Empty)));
    let current = Memo::new(move |_| match view.get().as_str() {
        "" if is_empty.get() => "lists".to_owned(),
        "" => "results".to_owned(),
        other => other.to_owned(),
    });
    let panel = move || match (current.get().as_str(), set.get().is_empty()) {
        ("lists", _) => view! { <KeepLists /><ListsHere /> }.into_any(),
        ("changes", _) => view! { <ChangesView /> }.into_any(),
        ("review", _) => view! { <Review /> }.into_any(),
        (_, true) => view! { <Figures set /> }.into_any(),
        (_, false) => view! { <Members set /> }.into_any(),
    };
    let change = use_query_step("change");
    let choose = Callback::new(move |(key,): (String,)| {
        set.set("");
        change.set("");
        view.set(&key);
    });
    view! {
        <div class="page compare">
            <h1>{t(W::Title)}</h1>
            <Tabs tabs current on_change=choose label=t(W::Views) />
            <Standing />
            <div role="tabpanel" id=move || format!("panel-{}", current.get()) aria-labelledby=move || format!("tab-{}", current.get()) class="stack">{panel}</div>
        </div>
    }
    .into_any()
}

/// Why there is no comparison, and what to do.
pub(in crate::ui::pages) fn trouble_text(trouble: &Trouble, language: Language) -> String {
    match trouble {
        Trouble::Desk(DeskError::Stopped | DeskError::Died) => language.say(W::Ended).to_owned(),
        Trouble::Desk(why) => desk_error(*why, language.get()).to_owned(),
        Trouble::Keep(why) => keep_error(why, language.get()),
        Trouble::Damaged(_) => language.say(W::Damaged).to_owned(),
    }
}

/// How far the comparison is, or why there is none.
#[component]
pub fn Standing() -> impl IntoView {
    let (comparing, language) = (use_comparing(), use_language());
    let loading = t_with(W::Loading, move || match comparing.state.get() {
        State::Loading { done, all } => vec![done.to_string(), all.to_string()],
        _ => vec![String::new(), String::new()],
    });
    let done = Signal::derive(move || match comparing.state.get() {
        State::Loading { done, all } => Some((done as u64, all as u64)),
        _ => None,
    });
    let trouble = Signal::derive(move || match comparing.state.get() {
        State::Failed(why) => trouble_text(&why, language),
        _ => String::new(),
    });
    let again = Callback::new(move |()| spawn_local(comparing.refresh()));
    // One word for each phase: the views within are not made anew with every chunk.
    let phase = Memo::new(move |_| match comparing.state.get() {
        State::Loading { .. } => "loading",
        State::Comparing => "comparing",
        State::Failed(_) => "failed",
        State::Idle => "stopped",
        _ => "",
    });
    move || {
        match phase.get() {
        "loading" => view! {
            <Progress label=loading done cancel=t(Common::Cancel) on_cancel=Callback::new(move |()| comparing.stop()) />
        }
        .into_any(),
        "comparing" => view! { <Progress label=t(W::Working) done=Signal::stored(None) /> }.into_any(),
        "stopped" => view! { <Button label=t(W::ReadAgain) icon=Icon::Compare look=Look::Soft on_press=again /> }.into_any(),
        "failed" => view! {
            <Banner title=trouble tone=Tone::Late><Button label=t(W::ReadAgain) icon=Icon::Compare on_press=again /></Banner>
        }
        .into_any(),
        _ => ().into_any(),
    }
    }
}
