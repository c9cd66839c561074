//! The reminder on the first page: there is no backup, it is old, or days without school are coming. Silent otherwise.
use super::to_backup;
use crate::app::backup::age::Urge;
use crate::app::ready;
use crate::app::register::use_register;
use crate::i18n::pages::Safe;
use crate::i18n::{dates, t_with, use_language};
use crate::ui::kit::{Banner, Look, Tone};
use leptos::prelude::*;

#[component]
pub fn BackupReminder() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    // Nothing in a practice register can be lost.
    let practice = register.card().practice;
    let known = Memo::new(move |_| ready::follow(register));
    let urge = Memo::new(move |_| if practice { None } else { known.get().urge(&register.calendar.get()) });
    let title = Signal::derive(move || match urge.get() {
        Some(Urge::Never) => language.say(Safe::UrgeNever).to_owned(),
        Some(Urge::Old { days }) => language.say_with(Safe::UrgeOld, &[&days.to_string()]),
        Some(Urge::BeforeIdle { days, back }) => {
            language.say_with(Safe::UrgeIdle, &[&days.to_string(), &dates::short(back, language.get())])
        }
        None => String::new(),
    });
    let text = t_with(Safe::UrgeText, move || vec![known.get().changed.to_string()]);
    view! {
        <Show when=move || urge.get().is_some()>
            <Banner title=title text=text tone=Tone::Due name="backup-reminder">
                {to_backup(Look::Soft)}
            </Banner>
        </Show>
    }
    .into_any()
}
