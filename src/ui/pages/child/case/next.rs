//! What can be done next: each step that leads on as a button, and where something is missing for it, what, with the way there.
use super::super::Open;
use super::bar_list;
use crate::app::cases::{Wanted, against};
use crate::domain::case::view::Authored;
use crate::domain::case::{Bar, CaseView, State};
use crate::domain::records::case::Check;
use crate::i18n::pages::{Case as W, deed};
use crate::i18n::{t, t_with};
use crate::ui::kit::{Card, Icon, LinkButton, Look};
use leptos::prelude::*;

/// Steps that are offered at once; the others stand behind a word.
const FIRST: usize = 2;

/// One step that leads on, and what stands against it whatever the person will say.
type Goal = (State, Vec<Bar>);

#[component]
pub fn Next(child: Open, view: Memo<Option<CaseView>>) -> impl IntoView {
    let goals = Memo::new(move |_| {
        let Some(view) = view.get() else { return Vec::new() };
        let today = child.register.today.get();
        let of = |to: State| {
            let wanted = Wanted {
                to,
                on: today,
                why: String::new(),
                outcome: if to == State::NotReal { "NOT_REAL".to_owned() } else { String::new() },
                reopened: String::new(),
            };
            let asked_later = |bar: &Bar| matches!(bar, Bar::NoOutcome | Bar::NoReopenReason);
            // Which placement is meant, the person says first.
            let unsaid = |bar: &Bar| to == State::Placed && *bar == Bar::NoPlacement;
            let mut bars = against(child.register, &view, &wanted);
            bars.retain(|bar| !asked_later(bar) && !unsaid(bar));
            (to, bars)
        };
        // Passed through on the way, they need no step of their own.
        let shown = |to: &State| !matches!(to, State::Checking);
        view.state_on(today).goals().into_iter().filter(shown).map(of).collect::<Vec<Goal>>()
    });
    let is_closed =
        Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|v| v.state() == State::Closed)));
    let row = move |(to, bars): Goal| row(child, view, to, bars);
    let ready = Memo::new(move |_| {
        let of = |(to, bars): &Goal| (bars.is_empty() && *to != State::Reopened).then_some(*to);
        goals.with(|goals| goals.iter().filter_map(of).collect::<Vec<State>>())
    });
    let first = move || {
        let look = |n| if n == 0 { Look::Primary } else { Look::Soft };
        ready
            .get()
            .into_iter()
            .take(FIRST)
            .enumerate()
            .map(|(n, to)| button(child, to, look(n)))
            .collect_view()
    };
    let others =
        move || ready.get().into_iter().skip(FIRST).map(|to| button(child, to, Look::Soft)).collect_view();
    let has_others = Memo::new(move |_| ready.with(|ready| ready.len() > FIRST));
    let waiting =
        move || goals.get().into_iter().filter(|(_, bars)| !bars.is_empty()).map(row).collect_view();
    // What is written before any step can be taken.
    let write = move || {
        let view = view.get()?;
        let (table, word) = match view.state_on(child.register.today.get()) {
            State::Reopened => ("check", W::DoCheck),
            State::New | State::Checking if view.last_check().is_none_or(is_open) => ("check", W::DoCheck),
            State::Confirmed | State::Persuading | State::Ordered => ("persuasion", W::DoPersuade),
            _ => return None,
        };
        Some(
            view! { <LinkButton label=t(word) icon=Icon::Pen href=child.edit(table, None) look=Look::Soft large=true /> },
        )
    };
    let again = move || {
        let may =
            goals.with(|goals| goals.iter().any(|(to, bars)| *to == State::Reopened && bars.is_empty()));
        may.then(|| button(child, State::Reopened, Look::Plain))
    };
    view! {
        <Card title=t(W::Next) name="next">
            <Show when=move || is_closed.get()><p class="muted">{t(W::NothingNextText)}</p></Show>
            <div class="row">{first}{write}{again}</div>
            <ul class="plain-list stack tight">{waiting}</ul>
            <Show when=move || has_others.get()>
                <details class="whole"><summary>{t(W::OtherWays)}</summary><div class="row">{others}</div></details>
            </Show>
        </Card>
    }
}

/// A check that found nothing yet.
fn is_open(check: &Authored<Check>) -> bool {
    !matches!(check.record.verdict.as_str(), "REAL" | "NOT_REAL")
}

fn button(child: Open, to: State, look: Look) -> AnyView {
    let label =
        Signal::derive(move || deed(to).map(|deed| child.language.say(deed).to_owned()).unwrap_or_default());
    let href = [&child.edit("case_step", None), "?to=", to.code()].concat();
    view! { <LinkButton label=label href=href look=look large=true /> }.into_any()
}

fn row(child: Open, view: Memo<Option<CaseView>>, to: State, bars: Vec<Bar>) -> AnyView {
    let label =
        Signal::derive(move || deed(to).map(|deed| child.language.say(deed).to_owned()).unwrap_or_default());
    let count = bars.len().to_string();
    let list = move || view.get().map(|view| bar_list(child, &view, &bars));
    view! {
        <li>
            <details class="whole">
                <summary>{label}"　"<span class="muted small">{t_with(W::More, move || vec![count.clone()])}</span></summary>
                {list}
            </details>
        </li>
    }
    .into_any()
}
