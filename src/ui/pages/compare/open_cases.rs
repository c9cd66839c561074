//! Suspects become cases, and the roll's placements are noted: asked first, one save, one word that takes it back.
use crate::app::comparing::use_comparing;
use crate::app::suspects::{self, Opened, PlacedThem};
use crate::domain::date::Date;
use crate::i18n::pages::compare::Compare as W;
use crate::i18n::pages::figures::Placing as P;
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::ui::kit::{Button, ConfirmDialog, Icon, Look};
use crate::ui::saving::use_saver;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn OpenCases(count: u32) -> impl IntoView {
    let (comparing, saver, language) = (use_comparing(), use_saver(), use_language());
    let (asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let open = Callback::new(move |()| {
        asked.set(false);
        busy.set(true);
        spawn_local(async move {
            match suspects::open_cases(saver.register, comparing).await {
                Ok(Opened { cases: 0, refused: 0 }) => saver.say(W::CasesNone),
                Ok(Opened { cases, refused: 0 }) => {
                    saver.toasts.say(language.say_with(W::CasesOpened, &[&cases.to_string()]))
                }
                Ok(Opened { cases, refused }) => {
                    let counts = [cases.to_string(), refused.to_string()];
                    saver.toasts.fail(language.say_with(W::CasesRefused, &[&counts[0], &counts[1]]))
                }
                Err(why) => saver.fail(&why),
            }
            busy.try_set(false);
        });
    });
    let number = move || vec![count.to_string()];
    (count > 0).then(|| {
        view! {
            <div class="row end">
                <Button label=t_with(W::OpenCases, number) icon=Icon::Case look=Look::Primary busy on_press=Callback::new(move |()| asked.set(true)) name="open-cases" />
            </div>
            <ConfirmDialog open=asked title=t(W::OpenCasesTitle) text=t_with(W::OpenCasesText, number) confirm=t_with(W::OpenCases, number)
                cancel=t(Common::Cancel) on_confirm=open on_cancel=Callback::new(move |()| asked.set(false)) />
        }
    })
}

/// The placements that the roll of this day tells of.
#[component]
pub fn NotePlacements(count: u32, day: Date) -> impl IntoView {
    let (comparing, saver, language) = (use_comparing(), use_saver(), use_language());
    let (asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let note = Callback::new(move |()| {
        asked.set(false);
        busy.set(true);
        spawn_local(async move {
            match suspects::place(saver.register, comparing, day).await {
                Ok(PlacedThem { held_back: 0, placed: 0 }) => saver.say(P::NothingNew),
                Ok(PlacedThem { held_back: 0, placed }) => {
                    saver.toasts.say(language.say_with(P::Done, &[&placed.to_string()]))
                }
                Ok(PlacedThem { held_back, placed }) => {
                    let counts = [placed.to_string(), held_back.to_string()];
                    saver.toasts.say(language.say_with(P::DoneSome, &[&counts[0], &counts[1]]))
                }
                Err(why) => saver.fail(&why),
            }
            busy.try_set(false);
        });
    });
    let number = move || vec![count.to_string()];
    let about = move || vec![count.to_string(), dates::long(day, language.get())];
    (count > 0).then(|| {
        view! {
            <div class="row end">
                <Button label=t_with(P::Note, number) icon=Icon::School look=Look::Soft busy on_press=Callback::new(move |()| asked.set(true)) name="note-placements" />
            </div>
            <ConfirmDialog open=asked title=t(P::Title) text=t_with(P::Text, about) confirm=t_with(P::Note, number)
                cancel=t(Common::Cancel) on_confirm=note on_cancel=Callback::new(move |()| asked.set(false)) />
        }
    })
}
