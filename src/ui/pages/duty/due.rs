//! On Today: what the leaders decided and is mine to do, and the month's meeting that is still to be recorded.
use crate::app::duty::watch;
use crate::app::register::use_register;
use crate::domain::calendar::Month;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::{dates, t, use_language};
use crate::report::duty::agenda::{Standing, month};
use crate::ui::kit::{Icon, icon};
use leptos::prelude::*;

/// Days ahead at which a decision is announced.
const AHEAD: i64 = 7;

#[component]
pub fn DutyDue() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let file = watch(register);
    // The bureau's own: who keeps the agenda sees its month.
    let keeps = move || {
        let me = register.me();
        register.summaries.with(|all| {
            let roles =
                all.get(&me).and_then(|me| me.staff()).map(|staff| staff.roles.clone()).unwrap_or_default();
            roles.is_empty() || roles.iter().any(|role| role == "COUNTY")
        })
    };
    let lines = Memo::new(move |_| {
        let (duty, today, me, lang) = (file.duty.get(), register.today.get(), register.me(), language.get());
        let mut lines: Vec<String> = Vec::new();
        let of_month = month(&duty, Month::of(today), &register.policy.get(), today);
        if let (Standing::Due(until), true) = (of_month.standing, keeps()) {
            lines.push(language.say_with(W::AgendaDue, &[&dates::short(until, lang)]));
        }
        for (_, task) in duty.open_tasks(today.plus_days(AHEAD)).filter(|(_, task)| task.owner == Some(me)) {
            let due = task
                .due
                .map(|day| language.say_with(W::DueOn, &[&dates::short(day, lang)]))
                .unwrap_or_default();
            lines.push([task.what.as_str(), " · ", &due].concat());
        }
        lines
    });
    let rows = move || {
        let row = |text: String| {
            view! {
                <li><a class="errand-other" href="/duty?tab=agenda">{icon(Icon::Calendar)}<span>{text}</span></a></li>
            }
        };
        lines.get().into_iter().map(row).collect_view()
    };
    view! {
        <Show when=move || !lines.with(Vec::is_empty)>
            <section class="card quiet" data-name="duty-due" aria-label=t(W::TasksDue)>
                <h2>{t(W::TasksDue)}</h2>
                <ul class="stack tight plain-list">{rows}</ul>
            </section>
        </Show>
    }
    .into_any()
}
