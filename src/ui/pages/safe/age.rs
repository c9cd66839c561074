//! The age of the last backup, in words, a shape and a colour.
use crate::app::backup::age::{Known, Standing};
use crate::app::ready;
use crate::app::register::use_register;
use crate::i18n::pages::Safe;
use crate::i18n::{Lang, Word, fill, use_language};
use crate::ui::kit::{Status, Tone};
use leptos::prelude::*;

pub fn standing_text(standing: Standing, lang: Lang) -> String {
    let days = |word: Safe, days: i64| fill(word.text(lang), &[&days.to_string()]);
    match standing {
        Standing::NothingYet => Safe::LastNothing.text(lang).to_owned(),
        Standing::Never => Safe::LastNever.text(lang).to_owned(),
        Standing::Ahead => Safe::LastAhead.text(lang).to_owned(),
        Standing::Fresh { days: 0 } => Safe::LastToday.text(lang).to_owned(),
        Standing::Fresh { days: n } | Standing::Due { days: n } | Standing::Late { days: n } => {
            days(Safe::LastDays, n)
        }
    }
}

fn chip(standing: Standing) -> (Safe, Tone) {
    match standing {
        Standing::NothingYet | Standing::Fresh { .. } => (Safe::StateGood, Tone::Good),
        Standing::Due { .. } | Standing::Ahead => (Safe::StateDue, Tone::Due),
        Standing::Never | Standing::Late { .. } => (Safe::StateLate, Tone::Late),
    }
}

fn changed_text(known: Known, lang: Lang) -> String {
    match (known.standing(), known.changed) {
        (Standing::NothingYet | Standing::Never, _) => String::new(),
        (_, 0) => Safe::Unchanged.text(lang).to_owned(),
        (_, changed) => fill(Safe::Changed.text(lang), &[&changed.to_string()]),
    }
}

/// "Backed up 3 days ago · 12 files have changed since", with its state.
#[component]
pub fn BackupAge() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let known = Memo::new(move |_| ready::follow(register));
    view! {
        <div class="row" data-name="backup-age">
            {move || {
                let (word, tone) = chip(known.get().standing());
                view! { <Status label=language.say(word) tone=tone /> }
            }}
            <strong>{move || standing_text(known.get().standing(), language.get())}</strong>
            <span class="muted">{move || changed_text(known.get(), language.get())}</span>
        </div>
    }
    .into_any()
}
