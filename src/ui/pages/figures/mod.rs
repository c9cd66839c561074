//! 数据: every figure as of a day, charts whose parts open their children, the bulletin and the reports. The days, the basis and the
//! tab stand in the address.
mod bulletin;
mod changes;
mod charts;
mod choice_head;
mod days;
mod handed;
mod note;
mod overview;
mod planned;
mod reports;
mod sheet;
mod tile;

pub use choice_head::ChoiceHead;
pub use planned::PlannedCard;

use self::bulletin::Bulletin;
use self::days::{Asked, Days};
use self::overview::Overview;
use self::reports::Reports;
use crate::app::figures::{Counted, Figures, State};
use crate::app::register::use_register;
use crate::i18n::pages::Nav;
use crate::i18n::pages::figures::Figures as W;
use crate::i18n::{t, use_language};
use crate::report::figure::{Choice, Figure};
use crate::ui::kit::{Banner, EmptyState, Icon, Progress, Tab, Tabs, Tone};
use crate::ui::query::use_query;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use std::sync::Arc;

/// The ledger whose columns say most about a figure's children.
fn ledger_of(figure: Figure) -> &'static str {
    match figure {
        Figure::HomeTaught | Figure::HomeOrdinary | Figure::HomeSpecial | Figure::NoVisit => "home",
        figure if figure.is_of_period() => "dropout",
        _ => "age",
    }
}

/// The list of a figure's children.
pub fn href(choice: &Choice) -> String {
    ["/ledgers?ledger=", ledger_of(choice.figure), &choice.write()].concat()
}

#[component]
pub fn FiguresPage() -> impl IntoView {
    let (language, register) = (use_language(), use_register());
    let asked = Asked::new(register);
    let figures = Figures::new(register);
    let tab = use_query("view");
    Effect::new(move || {
        register.summaries.track();
        let (period, known) = (asked.period.get(), asked.known.get());
        figures.count(period, known);
    });
    // The last answer stays in sight while the next is counted.
    let last = Memo::new_with_compare(
        move |before: Option<&Option<Arc<Counted>>>| match figures.state.get() {
            State::Ready(counted) => Some(counted),
            _ => before.cloned().flatten(),
        },
        |a, b| match (a, b) {
            (Some(Some(a)), Some(Some(b))) => !Arc::ptr_eq(a, b),
            (a, b) => a.is_some() != b.is_some() || a.flatten().is_some() != b.flatten().is_some(),
        },
    );
    let tabs = Signal::derive(move || {
        let tab = |key: &str, word: W| Tab {
            key: key.to_owned(),
            label: language.say(word).to_owned(),
            count: None,
        };
        vec![tab("overview", W::Overview), tab("bulletin", W::Bulletin), tab("reports", W::Reports)]
    });
    let current = Memo::new(move |_| match tab.get().as_str() {
        "bulletin" => "bulletin".to_owned(),
        "reports" => "reports".to_owned(),
        _ => "overview".to_owned(),
    });
    let panel = move || {
        let current = current.get();
        if current == "reports" {
            return view! { <Reports /> }.into_any();
        }
        match last.get() {
            None => ().into_any(),
            Some(counted) if counted.tally.asked.is_empty() && counted.known.is_none() => {
                view! { <EmptyState icon=Icon::Chart title=t(W::Empty) text=t(W::EmptyText) /> }.into_any()
            }
            Some(counted) if current == "bulletin" => view! { <Bulletin counted /> }.into_any(),
            Some(counted) => view! { <Overview counted /> }.into_any(),
        }
    };
    view! {
        <div class="page figures-page">
            <h1 class="no-print">{t(Nav::Figures)}</h1>
            <div class="no-print"><Tabs tabs current on_change=Callback::new(move |(key,): (String,)| tab.set(&key)) label=t(W::Views) /></div>
            <Show when=move || current.get() != "reports"><Days asked /><Standing figures /></Show>
            <div role="tabpanel" id=move || format!("panel-{}", current.get()) aria-labelledby=move || format!("tab-{}", current.get()) class="stack">{panel}</div>
        </div>
    }
    .into_any()
}

/// How far the counting is; when the figures were counted, and over how much.
#[component]
fn Standing(figures: Figures) -> impl IntoView {
    let language = use_language();
    let done = Signal::derive(move || match figures.state.get() {
        State::Counting(done, all) => Some((done as u64, all as u64)),
        _ => None,
    });
    let phase = Memo::new(move |_| match figures.state.get() {
        State::Counting(..) => 0,
        State::Ready(_) => 1,
        State::Failed(_) => 2,
    });
    let said = move || match figures.state.get() {
        State::Ready(counted) => {
            let asked = counted.tally.asked.len().to_string();
            language.say_with(W::CountedAt, &[&counted.at.to_string(), &asked])
        }
        _ => String::new(),
    };
    let trouble = Signal::derive(move || match figures.state.get() {
        State::Failed(why) => keep_error(&why, language.get()),
        _ => String::new(),
    });
    move || match phase.get() {
        0 => view! { <Progress label=t(W::Counting) done /> }.into_any(),
        1 => view! { <p class="muted small" role="status" data-name="counted">{said}</p> }.into_any(),
        _ => view! { <Banner title=trouble tone=Tone::Late /> }.into_any(),
    }
}
