//! What was recorded for today: who, when, and how it ended.
use crate::app::due::use_due;
use crate::app::register::use_register;
use crate::domain::codes;
use crate::domain::id::FileId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Today as W;
use crate::i18n::{t, use_language};
use crate::register::summary::VisitBrief;
use crate::ui::kit::{Status, Tone};
use leptos::prelude::*;

#[component]
pub fn DoneToday(mine: Signal<bool>) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let (me, due) = (register.me(), use_due());
    let done = Memo::new(move |_| {
        let today = register.today.get();
        register.summaries.with(|all| {
            let listed = all.values().filter(|summary| summary.is_listed());
            let mut found: Vec<(FileId, String, VisitBrief)> = listed
                .filter_map(|summary| Some((summary, summary.pupil()?)))
                .flat_map(|(summary, pupil)| {
                    let ours = |visit: &&VisitBrief| {
                        !mine.get() || due.is_mine(pupil) || visit.teachers.contains(&me)
                    };
                    let visits = pupil.visits.iter().filter(|visit| visit.date == today).filter(ours);
                    visits.map(|visit| (summary.id, summary.name.clone(), visit.clone())).collect::<Vec<_>>()
                })
                .collect();
            found.sort_by_key(|(_, _, visit)| visit.start);
            found
        })
    });
    let row = move |(file, name, visit): (FileId, String, VisitBrief)| {
        let time = [visit.start, visit.end].map(|at| at.map(|at| at.to_string()).unwrap_or_default());
        let time = if visit.done { time.join("–") } else { String::new() };
        let (kind, reason) = (visit.visit_type.clone(), visit.reason.clone());
        let how = Signal::derive(move || match visit.done {
            true => code_text(&codes::VISIT_TYPE, &kind, language.get()),
            false => code_text(&codes::MISSED_REASON, &reason, language.get()),
        });
        view! {
            <li class="done-row">
                <span class="number muted">{time}</span>
                <a class="grow" href=format!("/pupils/{file}")>{name}</a>
                <Status label=how tone=if visit.done { Tone::Good } else { Tone::Due } />
            </li>
        }
    };
    view! {
        <Show when=move || done.with(|done| !done.is_empty())>
            <section class="stop" data-name="done-today">
                <h2 class="stop-name">{t(W::DoneToday)}</h2>
                <ul class="errands">{move || done.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
    .into_any()
}
