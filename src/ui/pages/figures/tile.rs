//! A figure: its number opens its children, its ⓘ says what it counts, over how many files and when.
use super::href;
use crate::app::figures::Counted;
use crate::i18n::pages::figures::{Figures as W, definition, figure_word};
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::report::figure::{Choice, Figure};
use crate::ui::kit::{Dialog, Icon, IconButton};
use leptos::prelude::*;
use std::sync::Arc;

/// What a tile is about to explain.
pub type Explained = RwSignal<Option<Figure>>;

pub fn choice(counted: &Counted, figure: Figure) -> Choice {
    Choice { known: counted.known, ..Choice::new(figure, counted.period) }
}

pub fn tile(counted: &Counted, figure: Figure, explained: Explained) -> AnyView {
    let language = use_language();
    let count = counted.tally.count(figure);
    let label = t(figure_word(figure));
    let what = Signal::derive(move || language.say_with(W::WhatIsIt, &[label.get()]));
    view! {
        <div class="figure-tile">
            <a class="figure" href=href(&choice(counted, figure)) data-name=figure.key()>
                <span class="figure-count">{count}</span><span>{label}</span>
            </a>
            <IconButton icon=Icon::Info label=what on_press=Callback::new(move |()| explained.set(Some(figure))) />
        </div>
    }
    .into_any()
}

/// The definition of the figure that was asked about.
#[component]
pub fn Explanation(explained: Explained, counted: Arc<Counted>) -> impl IntoView {
    let language = use_language();
    let name = Signal::derive(move || {
        explained.get().map(|figure| language.say(figure_word(figure)).to_owned()).unwrap_or_default()
    });
    let close = Callback::new(move |()| explained.set(None));
    let counted = StoredValue::new(counted);
    let body = move || {
        let Some(figure) = explained.get() else { return ().into_any() };
        let lang = language.get();
        let about = counted.with_value(|counted| {
            let at = [counted.at.to_string(), counted.tally.asked.len().to_string()];
            let days = [counted.period.from, counted.period.on].map(|day| dates::long(day, lang));
            let days = match figure.is_of_period() {
                true => language.say_with(W::OnDay, &[&days[0], &days[1]]),
                false => days[1].clone(),
            };
            [
                days,
                counted.tally.count(figure).to_string(),
                language.say_with(W::CountedAt, &[&at[0], &at[1]]),
            ]
        });
        let [days, count, at] = about;
        view! {
            <p>{language.say(definition(figure))}</p>
            <p>{days}"："<strong>{language.say_with(W::Children, &[&count])}</strong></p>
            <p class="muted small">{at}</p>
        }
        .into_any()
    };
    view! {
        <Dialog open=Signal::derive(move || explained.get().is_some()) title=t_with(W::WhatIsIt, move || vec![name.get()]) close_label=t(Common::Close) on_close=close name="explanation">
            {body}
        </Dialog>
    }
}
