//! Every step of the case, the latest first: when, by whom, why, on what; signed, not proven, or said by a list.
use super::super::Open;
use super::head::tone_of;
use crate::app::cases::{Standing, step_standing};
use crate::domain::case::{CaseView, Step};
use crate::domain::codes;
use crate::domain::id::RecordId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::{Case as W, state_text};
use crate::i18n::{dates, t, t_with};
use crate::ui::kit::{Card, Icon, Status, Timeline, TimelineItem, Tone};
use crate::ui::words::tablet_text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

#[component]
pub fn Steps(child: Open, view: Memo<Option<CaseView>>) -> impl IntoView {
    let proven = RwSignal::new(BTreeMap::<RecordId, Standing>::new());
    Effect::new(move || {
        let (Some(view), Some(file)) = (view.get(), child.file()) else { return };
        spawn_local(async move {
            for step in view.steps {
                // A signature that cannot be checked proves nothing.
                let stands = step_standing(child.register, &file, &step).await;
                proven.try_update(|all| all.insert(step.id, stands.unwrap_or(Standing::NotProven)));
            }
        });
    });
    let steps = move || {
        let steps = view.get().map(|view| view.steps).unwrap_or_default();
        steps.into_iter().rev().map(|step| entry(child, step, proven)).collect_view()
    };
    let any = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| !view.steps.is_empty())));
    view! {
        <Show when=move || any.get()>
            <Card title=t(W::Steps) name="steps"><Timeline>{steps}</Timeline></Card>
        </Show>
    }
}

fn entry(child: Open, step: Step, proven: RwSignal<BTreeMap<RecordId, Standing>>) -> AnyView {
    let lang = child.language.get();
    let (id, to) = (step.id, step.to);
    let claimed = step.record.claimed == Some(true);
    let who = if claimed { String::new() } else { child.register.name_of(step.by) };
    let when = [dates::long(step.on, lang), who]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    let more = [
        code_text(&codes::OUTCOME, &step.record.outcome, lang),
        code_text(&codes::REOPEN_REASON, &step.record.reopened, lang),
    ];
    let more = more.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let chip = move || {
        let stands = proven.with(|all| all.get(&id).copied())?;
        let (word, tone) = match stands {
            Standing::Signed => (W::Signed, Tone::Good),
            Standing::SignedOn(_) => (W::SignedOn, Tone::Good),
            Standing::NotProven => (W::NotProven, Tone::Due),
            Standing::Claimed => (W::FromList, Tone::Plain),
        };
        let tablet = match stands {
            Standing::SignedOn(tablet) => tablet_text(tablet),
            _ => String::new(),
        };
        Some(view! { <Status label=t_with(word, move || vec![tablet.clone()]) tone=tone /> })
    };
    let title = state_text(to, lang);
    let why = step.record.why;
    view! {
        <TimelineItem icon=Icon::Case when=when title=title tone=tone_of(to)>
            <p class="muted" hidden=more.is_empty()>{more.clone()}</p>
            <p class="clamp" hidden=why.is_empty()>{why.clone()}</p>
            <div class="row tight">{chip}</div>
        </TimelineItem>
    }
    .into_any()
}
