//! Taking lists in as dated batches: files opened, what each holds seen with its faults, the list's day said, kept in one save.
use crate::app::comparing::use_comparing;
use crate::app::lists::keeping::{self, Kept};
use crate::domain::date::Date;
use crate::i18n::lists::kind_word;
use crate::i18n::pages::compare::Compare as W;
use crate::i18n::{t, t_with, use_language};
use crate::ui::intake::OpenLists;
use crate::ui::intake::issues::IssuesView;
use crate::ui::intake::opening::Opening;
use crate::ui::kit::{Button, Card, DateInput, Field, Look};
use crate::ui::pages::transfer::words::counts_text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

#[derive(Clone, Copy)]
struct Keeping {
    opening: Opening,
    found: RwSignal<Arc<Vec<Kept>>>,
    /// The days that a person gave, in the order of what was found.
    days: RwSignal<Vec<Option<Date>>>,
    saving: RwSignal<bool>,
}

impl Keeping {
    fn new() -> Keeping {
        let opening = Opening::new(true);
        let keeping = Keeping {
            opening,
            found: RwSignal::new(Arc::default()),
            days: RwSignal::new(Vec::new()),
            saving: RwSignal::new(false),
        };
        opening.on_change(Callback::new(move |()| keeping.look()));
        keeping
    }

    fn look(self) {
        let turn = self.opening.next_turn();
        let sheets = self.opening.sheets.try_get_untracked().unwrap_or_default();
        self.found.try_set(Arc::default());
        if sheets.is_empty() {
            return;
        }
        spawn_local(async move {
            let Some(desk) = self.opening.desk() else { return };
            let found = keeping::preview(&desk, &sheets).await;
            if !self.opening.is_turn(turn) {
                return;
            }
            match found {
                Ok(found) => {
                    self.days.try_set(found.iter().map(|kept| kept.header.as_of).collect());
                    self.found.try_set(Arc::new(found));
                }
                Err(why) => self.opening.problem(String::new(), why.into()),
            }
        });
    }

    fn keep(self, comparing: crate::app::comparing::Comparing) {
        let opening = self.opening;
        let (found, days) = (self.found.get_untracked(), self.days.get_untracked());
        let sheets = opening.sheets.get_untracked();
        self.saving.set(true);
        spawn_local(async move {
            match keeping::keep(opening.register, &found, &days).await {
                Ok(()) => {
                    opening.remember(&sheets).await;
                    opening.close().await;
                    opening.toasts.say(opening.language.say(W::Kept));
                    comparing.refresh().await;
                }
                Err(why) => opening.problem(String::new(), why.into()),
            }
            self.saving.try_set(false);
        });
    }
}

#[component]
pub fn KeepLists() -> impl IntoView {
    let comparing = use_comparing();
    let keeping = Keeping::new();
    let count = Memo::new(move |_| match keeping.opening.work.with(Option::is_none) {
        true => keeping.found.with(|found| found.len()),
        false => 0,
    });
    let parts = move || (0..keeping.found.with(|found| found.len())).collect::<Vec<_>>();
    view! {
        <Card title=t(W::KeepTitle)>
            <p class="muted">{t(W::KeepText)}</p>
            <OpenLists opening=keeping.opening purpose=t(W::KeepTitle) />
            {move || parts().into_iter().map(|at| view! { <KeptView keeping at /> }).collect_view()}
            <Show when=move || count.get() != 0>
                <div class="row end">
                    <Button label=t(W::PutAside) look=Look::Plain on_press=Callback::new(move |()| keeping.opening.cancel()) />
                    <Button label=t_with(W::Keep, move || vec![count.get().to_string()]) look=Look::Primary large=true busy=keeping.saving
                        on_press=Callback::new(move |()| keeping.keep(comparing)) name="keep-lists" />
                </div>
            </Show>
        </Card>
    }
    .into_any()
}

/// One list that would be kept: whose, how many rows, for which day, what is wrong.
#[component]
fn KeptView(keeping: Keeping, at: usize) -> impl IntoView {
    let language = use_language();
    let kept = keeping.found.with_untracked(|found| found.get(at).cloned());
    let Some(kept) = kept else { return ().into_any() };
    let (kind, counts, unit) = (kept.header.kind, kept.part.counts, kept.header.unit.clone());
    let unit = move || match unit.is_empty() {
        true => language.say(W::UnknownUnit).to_owned(),
        false => unit.clone(),
    };
    let day = Signal::derive(move || {
        let day = keeping.days.with(|days| days.get(at).copied().flatten());
        day.map(|day| day.to_string()).unwrap_or_default()
    });
    let set = Callback::new(move |(text,): (String,)| {
        keeping.days.update(|days| {
            if let Some(day) = days.get_mut(at) {
                *day = text.parse().ok();
            }
        });
    });
    view! {
        <section class="part-in">
            <div class="row apart">
                <div><h3>{move || language.say(kind_word(kind))}</h3><p class="muted small">{unit}</p></div>
                <Field label=t(W::AsOf) hint=t(W::AsOfHint)><DateInput value=day on_change=set /></Field>
            </div>
            <p>{move || counts_text(counts, language.get())}</p>
            <IssuesView opening=keeping.opening part=kept.part />
        </section>
    }
    .into_any()
}
