//! What the teams found and who cares for poor pupils, from the lists that lie here: looked at first, then noted in the cases and
//! files as claims. What a person wrote stays; the same list again changes nothing.
use crate::app::batches::{self, Batch};
use crate::app::keeper::KeepError;
use crate::app::lists;
use crate::app::register::{Register, use_register};
use crate::domain::field::FileKind;
use crate::i18n::pages::Cases as W;
use crate::i18n::{Common, Language, Word, dates, t, t_with, use_language};
use crate::lists::batch;
use crate::lists::columns::ListKind;
use crate::lists::issue::Place;
use crate::lists::rows::{CarersRow, FindingRow};
use crate::lists::take_in::{TakeIn, carers};
use crate::lists::taking::ListRow;
use crate::ui::kit::{Banner, Button, Dialog, Icon, Look, Skeleton, Toasts, Tone, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// A list looked at beside the register.
#[derive(Clone)]
struct Looked {
    plan: Arc<TakeIn>,
    /// Pupils of the ledger with fewer than two distinct carers, by name.
    gaps: Vec<String>,
    damaged: usize,
}

#[component]
pub fn FromLists() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let found = RwSignal::new(Vec::<Batch>::new());
    let open = RwSignal::new(None::<Batch>);
    let looked = RwSignal::new(None::<Looked>);
    let busy = RwSignal::new(false);
    let seek = move || {
        spawn_local(async move {
            match with_news(register).await {
                Ok(current) => drop(found.try_set(current)),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    };
    seek();
    let look = move |batch: Batch| {
        looked.set(None);
        open.set(Some(batch.clone()));
        spawn_local(async move {
            match look_at(register, &batch).await {
                Ok(seen) => drop(looked.try_set(Some(seen))),
                Err(why) => {
                    open.try_set(None);
                    toasts.fail(keep_error(&why, language.now()));
                }
            }
        });
    };
    let take = Callback::new(move |()| {
        let Some(seen) = looked.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = lists::take_in(register, &[&seen.plan], |_, change| change.only_adds()).await;
            busy.try_set(false);
            done(answer.map(|_| ()), toasts, language);
            open.try_set(None);
            seek();
        });
    });
    let row = move |batch: Batch| {
        let (word, name) = match batch.header.kind {
            ListKind::Findings => (W::Findings, "look-findings"),
            _ => (W::Carers, "look-carers"),
        };
        let day = batch.day();
        let text = t_with(word, move || vec![dates::long(day, language.get())]);
        view! {
            <Banner title=text tone=Tone::Info>
                <Button label=t(W::LookAt) icon=Icon::Search on_press=Callback::new(move |()| look(batch.clone())) name />
            </Banner>
        }
    };
    let body = move || match looked.get() {
        None => view! { <Skeleton lines=3 /> }.into_any(),
        Some(seen) => seen_view(&seen, language),
    };
    let nothing = move || looked.with(|seen| seen.as_ref().is_none_or(|seen| is_nothing(&seen.plan)));
    let foot = move || {
        view! { <Button label=t(W::TakeIn) look=Look::Primary busy=busy disabled=Signal::derive(nothing) on_press=take name="take-in" /> }
    };
    view! {
        {move || found.get().into_iter().map(row).collect_view()}
        <Dialog open=Signal::derive(move || open.with(Option::is_some)) title=t(W::FromLists) close_label=t(Common::Close)
            on_close=Callback::new(move |()| open.set(None)) foot=foot name="from-lists">
            {body}
        </Dialog>
    }
}

/// The lists here that say something which the files do not hold yet, or cannot be read whole.
async fn with_news(register: Register) -> Result<Vec<Batch>, KeepError> {
    let all = batches::all(register).await?;
    let ours = |batch: &&&Batch| matches!(batch.header.kind, ListKind::Findings | ListKind::Carers);
    let mut news = Vec::new();
    for batch in batches::current(&all.all).iter().filter(ours) {
        let seen = look_at(register, batch).await?;
        if !is_nothing(&seen.plan) || seen.damaged > 0 {
            news.push((*batch).clone());
        }
    }
    Ok(news)
}

fn done(answer: Result<(), KeepError>, toasts: Toasts, language: Language) {
    match answer {
        Ok(()) => toasts.say(W::TakenIn.text(language.now())),
        Err(why) => toasts.fail(keep_error(&why, language.now())),
    }
}

fn is_nothing(plan: &TakeIn) -> bool {
    plan.commands(|_, change| change.only_adds()).is_empty()
}

async fn look_at(register: Register, batch: &Batch) -> Result<Looked, KeepError> {
    let as_of = batch.header.as_of;
    let (chunks, damage) = batches::rows(register, &batch.id).await?;
    let damaged = damage.len();
    if batch.header.kind == ListKind::Carers {
        let (rows, unread) = rows::<CarersRow>(&chunks);
        let plan = Arc::new(lists::plan_carers(register, &rows, as_of).await?);
        let gaps = carers::gaps(&rows).into_iter().map(|gap| gap.name).collect();
        return Ok(Looked { plan, gaps, damaged: damaged + unread });
    }
    let (rows, unread) = rows::<FindingRow>(&chunks);
    // Named by its office and day: the same list taken in on two tablets is one.
    let list = [batch.header.unit.as_str(), &batch.day().to_string()].join(" ").trim().to_owned();
    let plan = Arc::new(lists::plan_findings(register, &rows, as_of, &list).await?);
    Ok(Looked { plan, gaps: Vec::new(), damaged: damaged + unread })
}

/// The rows of all chunks that can be read, and how many chunks cannot.
fn rows<R: ListRow>(chunks: &[Vec<u8>]) -> (Vec<(Place, R)>, usize) {
    let (mut rows, mut unread) = (Vec::new(), 0);
    for chunk in chunks {
        match batch::decode::<R>(chunk) {
            Ok(more) => rows.extend(more),
            Err(_) => unread += 1,
        }
    }
    (rows, unread)
}

fn seen_view(seen: &Looked, language: Language) -> AnyView {
    let tally = seen.plan.tally(FileKind::Pupil);
    let counts = [tally.new, tally.changed, tally.unchanged].map(|n| n.to_string());
    let [new, changed, unchanged] = &counts;
    let held = seen.plan.held_back.len() + tally.left_out;
    let gaps = (!seen.gaps.is_empty()).then(|| {
        let count = seen.gaps.len().to_string();
        let names = seen.gaps.join(language.get().pick("、", ", "));
        view! { <p><strong>{language.say_with(W::CarerGaps, &[&count])}</strong></p><p>{names}</p> }
    });
    view! {
        <p>{language.say_with(W::WouldTake, &[new, changed, unchanged])}</p>
        <p class="muted">{t(W::ClaimNote)}</p>
        {(held > 0).then(|| view! { <p>{language.say_with(W::HeldBack, &[&held.to_string()])}</p> })}
        {(seen.damaged > 0).then(|| view! { <p>{language.say_with(W::DamagedRows, &[&seen.damaged.to_string()])}</p> })}
        {gaps}
    }
    .into_any()
}
