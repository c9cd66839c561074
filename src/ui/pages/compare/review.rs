//! Likenesses to decide: the open ones first, one by one or the sure ones together; what was decided can be decided anew.
use super::proposal::ProposalView;
use crate::app::comparing::{Comparing, State, use_comparing};
use crate::i18n::pages::compare::Compare as W;
use crate::i18n::{Common, t, t_with, use_language};
use crate::lists::compare::job::{Question, Reply, Which};
use crate::lists::compare::{Shown, Verdict as Held};
use crate::register::matches::Verdict;
use crate::ui::kit::{Button, Choice, ChoiceChips, ConfirmDialog, EmptyState, Icon, Look, Skeleton};
use crate::ui::query::use_query;
use crate::ui::saving::use_saver;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Proposals shown at once.
const SHOWN: u32 = 20;

/// The filter's words, and the verdict that each asks for.
const FILTERS: [(&str, W, Option<Held>); 4] = [
    ("open", W::Waiting, None),
    ("same", W::Confirmed, Some(Held::Confirm)),
    ("other", W::Rejected, Some(Held::Reject)),
    ("later", W::Later, Some(Held::Defer)),
];

/// Proposals as they come from the worker.
#[derive(Clone, Default, PartialEq)]
struct Page {
    total: u32,
    sure: Vec<String>,
    shown: Vec<Arc<Shown>>,
}

async fn page(comparing: Comparing, which: Which, count: u32) -> Option<Page> {
    let Ok(Reply::Proposals { total, shown }) =
        comparing.ask(Question::Proposals { which, from: 0, count }).await
    else {
        return None;
    };
    let sure = Which { sure: Some(true), ..which };
    let Ok(Reply::Keys(sure)) = comparing.ask(Question::Keys(sure)).await else { return None };
    Some(Page { total, sure, shown: shown.into_iter().map(Arc::new).collect() })
}

#[component]
pub fn Review() -> impl IntoView {
    let (comparing, saver, language) = (use_comparing(), use_saver(), use_language());
    let filter = use_query("show");
    let found = RwSignal::new(None::<Page>);
    let count = RwSignal::new(SHOWN);
    let (asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let wanted = move || {
        let key = filter.get();
        FILTERS.iter().find(|(known, ..)| *known == key).and_then(|(_, _, verdict)| *verdict)
    };
    Effect::new(move || {
        let is_ready = comparing.state.with(|state| matches!(state, State::Ready(_)));
        let (round, count) = (comparing.round.get(), count.get());
        let which = Which { verdict: Some(wanted()), ..Which::default() };
        if is_ready {
            spawn_local(async move {
                let page = page(comparing, which, count).await;
                if comparing.round.try_get_untracked() == Some(round) {
                    found.try_set(page);
                }
            });
        }
    });
    let say = Callback::new(move |(pairs, verdict): (Vec<String>, Verdict)| {
        busy.set(true);
        spawn_local(async move {
            match comparing.say(&pairs, verdict).await {
                Ok(saved) => saver.offer_undo(saved, W::Decided),
                Err(why) => saver.fail(&why),
            }
            busy.try_set(false);
        });
    });
    let options = Signal::derive(move || {
        FILTERS.iter().map(|(key, word, _)| Choice::new(*key, language.say(*word))).collect::<Vec<_>>()
    });
    let chosen = Signal::derive(move || {
        let key = filter.get();
        vec![if key.is_empty() { "open".to_owned() } else { key }]
    });
    let choose = Callback::new(move |(keys,): (Vec<String>,)| {
        if let Some(key) = keys.first() {
            count.set(SHOWN);
            filter.set(if key == "open" { "" } else { key });
        }
    });
    let sure = Memo::new(move |_| match wanted() {
        // What this person has said already awaits another.
        None => found.with(|found| {
            let sure = found.iter().flat_map(|page| &page.sure);
            sure.filter(|pair| !comparing.is_said(pair, Verdict::Same)).cloned().collect()
        }),
        Some(_) => Vec::new(),
    });
    let sure_count = move || vec![sure.with(|sure| sure.len().to_string())];
    let left = move || {
        found
            .with(|found| found.as_ref().map_or(0, |page| page.total.saturating_sub(page.shown.len() as u32)))
    };
    let rows = move || {
        match found.get() {
        None => view! { <Skeleton lines=6 /> }.into_any(),
        Some(page) if page.shown.is_empty() => {
            view! { <EmptyState icon=Icon::Check title=t(W::NothingToDecide) text=t(W::NothingToDecideText) /> }.into_any()
        }
        Some(page) => page
            .shown
            .into_iter()
            .map(|shown| view! { <ProposalView shown say busy /> })
            .collect_view()
            .into_any(),
    }
    };
    let together = Callback::new(move |()| {
        asked.set(false);
        say.run((sure.get_untracked(), Verdict::Same));
    });
    view! {
        <p class="muted">{t(W::ReviewText)}</p>
        <div class="row apart">
            <ChoiceChips options chosen on_change=choose label=t(W::Review) />
            <Show when=move || sure.with(|sure| sure.len() > 1)>
                <Button label=t_with(W::SureAll, sure_count) icon=Icon::Check look=Look::Soft busy on_press=Callback::new(move |()| asked.set(true)) name="decide-sure" />
            </Show>
        </div>
        {rows}
        <Show when=move || left() != 0>
            <Button label=t_with(W::More, move || vec![left().min(SHOWN).to_string()]) look=Look::Plain on_press=Callback::new(move |()| count.update(|count| *count += SHOWN)) />
        </Show>
        <ConfirmDialog open=asked title=t(W::SureTitle) text=t_with(W::SureText, sure_count) confirm=t(W::Same) cancel=t(Common::Cancel)
            on_confirm=together on_cancel=Callback::new(move |()| asked.set(false)) />
    }
    .into_any()
}
