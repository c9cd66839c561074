//! For which days, and on which basis: what held, or what was known by then. The screen always says which.
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::i18n::pages::figures::Figures as W;
use crate::i18n::{dates, t, t_with, use_language};
use crate::report::figure::Period;
use crate::ui::kit::{Choice, ChoiceChips, DateInput, Field};
use crate::ui::query::{Query, use_query};
use leptos::prelude::*;

/// The question of the address.
#[derive(Clone, Copy)]
pub struct Asked {
    pub period: Memo<Period>,
    pub known: Memo<Option<Date>>,
    from: Query,
    on: Query,
    basis: Query,
}

impl Asked {
    pub fn new(register: Register) -> Asked {
        let (from, on, basis) = (use_query("from"), use_query("on"), use_query("known"));
        let period = Memo::new(move |_| {
            let on = on.get().parse().unwrap_or_else(|_| register.today.get());
            let begun = from.get().parse::<Date>().ok().filter(|from| *from <= on);
            begun.map_or(Period::year_to(on), |from| Period { from, on })
        });
        let known = Memo::new(move |_| (!basis.get().is_empty()).then(|| period.get().on));
        Asked { period, known, from, on, basis }
    }
}

#[component]
pub fn Days(asked: Asked) -> impl IntoView {
    let language = use_language();
    let on = Signal::derive(move || asked.period.get().on.to_string());
    let from = Signal::derive(move || asked.period.get().from.to_string());
    let bases = Signal::derive(move || {
        vec![Choice::new("held", language.say(W::Held)), Choice::new("known", language.say(W::Known))]
    });
    let chosen =
        Signal::derive(move || vec![if asked.known.get().is_some() { "known" } else { "held" }.to_owned()]);
    let choose = Callback::new(move |(keys,): (Vec<String>,)| {
        let known = keys.first().is_some_and(|key| key == "known");
        asked.basis.set(if known { "1" } else { "" });
    });
    let day = move || vec![dates::long(asked.period.get().on, language.get())];
    let (held, known) = (t(W::HeldNote), t_with(W::KnownNote, day));
    let note = move || if asked.known.get().is_some() { known.get() } else { held.get().to_owned() };
    view! {
        <div class="figure-days no-print">
            <Field label=t(W::From) name="from"><DateInput value=from max=on on_change=Callback::new(move |(text,): (String,)| asked.from.set(&text)) /></Field>
            <Field label=t(W::AsOf) name="on"><DateInput value=on on_change=Callback::new(move |(text,): (String,)| asked.on.set(&text)) /></Field>
            <Field label=t(W::Basis) group=true name="basis"><ChoiceChips options=bases chosen on_change=choose label=t(W::Basis) /></Field>
        </div>
        <p class="muted small" data-name="basis-note">{note}</p>
    }
    .into_any()
}
