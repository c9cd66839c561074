//! The form of a plan: the plan and all its goals in one place, from last term's plan where there is one, saved as one
//! transaction.
use super::super::Open;
use super::super::refs::child_refs;
use super::frame::{Deeds, Frame};
use super::goals::{Goals, GoalsForm, LongPiece};
use super::record::setting;
use super::saving::Sending;
use super::sealing::Sealing;
use crate::app::keeper::Order;
use crate::app::layout;
use crate::app::plan_draft::{Part, PlanDraft, begin, closed_by, last_plan, open, orders, rising};
use crate::app::record_draft::{draft_name, lower_norm};
use crate::app::register::new_record;
use crate::domain::check::{Flaw, Weight};
use crate::domain::field::{FileKind, Table};
use crate::domain::id::RecordId;
use crate::domain::value::Values;
use crate::i18n::fields::table_label;
use crate::i18n::pages::Child as W;
use crate::i18n::t;
use crate::platform::clock;
use crate::register::change::RecordKey;
use crate::register::command::Command;
use crate::ui::form::{FormProblems, FormView, check_draft, focus_first, tidy};
use crate::ui::kit::{Banner, Tone};
use leptos::prelude::*;

const FORM: &str = "plan-form";
const FIRST: &[&str] = &["term", "made_on", "revised_on", "team", "guardian_took_part", "present_level"];
const THEN: &[&str] = &[
    "content",
    "method",
    "tools",
    "visits_per_week",
    "hours_per_visit",
    "lower_reason",
    "services",
    "remote",
    "home_tasks",
    "mid_review_on",
    "end_review_on",
    "review_note",
    "closed_on",
    "teacher_sign",
    "head_sign",
    "guardian_sign",
];

#[component]
pub fn PlanForm(child: Open, table: &'static Table, record: Option<RecordId>) -> impl IntoView {
    let register = child.register;
    let Some(file) = child.file_now() else { return ().into_any() };
    let begun = match record {
        Some(plan) => open(&file, plan),
        None => {
            let span = register.calendar.get_untracked().term_on(register.today.get_untracked());
            begin(&file, &setting(child), span, &mut rising(clock::wall(), new_record))
        }
    };
    let took_over = record.is_none() && last_plan(&file).is_some();
    let start = StoredValue::new(tidied(table, begun.clone()));
    let identity = StoredValue::new((begun.plan.id, begun.plan.base.clone()));
    let values = RwSignal::new(begun.plan.values);
    let goals = Goals::of(begun.plan.id, begun.goals);
    let found = RwSignal::new(false);
    let draft = move || {
        let (id, base) = identity.try_get_value()?;
        Some(PlanDraft {
            plan: Part { id, base, values: values.try_with(|values| tidy(table, values))? },
            goals: goals.drafts()?,
            removed_long: goals.removed_long.try_get()?,
            removed_short: goals.removed_short.try_get()?,
        })
    };
    let snapshot = move || {
        let now = draft()?;
        let same = start.try_with_value(|start| *start == now)?;
        if same { None } else { layout::encode(&now).ok() }
    };
    let restore = move |bytes: &[u8]| {
        let Ok(kept) = layout::decode::<PlanDraft>(bytes) else { return false };
        identity.set_value((kept.plan.id, kept.plan.base));
        goals.plan.set_value(kept.plan.id);
        values.set(kept.plan.values);
        let long = goals.within(|| kept.goals.into_iter().map(LongPiece::of).collect::<Vec<_>>());
        goals.long.set(long.unwrap_or_default());
        goals.removed_long.set(kept.removed_long);
        goals.removed_short.set(kept.removed_short);
        found.set(true);
        true
    };
    let name = draft_name(child.id, table.key, record);
    let sealing = Sealing::begin((register, child.toasts, child.language), name, snapshot, restore);
    let today = register.today;
    let checked = check_draft(table, values, today.into());
    let problems = Signal::derive(move || {
        let rule = register.policy.get().frequency_on(today.get());
        let lower = values.with(|values| lower_norm(table.key, values, &rule));
        [checked.get(), lower.into_iter().collect()].concat()
    });
    let all = Signal::derive(move || {
        let own = (FORM.to_owned(), problems.get());
        std::iter::once(own).chain(goals.problems(today.get())).collect::<Vec<_>>()
    });
    let show_all = RwSignal::new(false);
    let due = move |all: &[(String, Vec<Flaw>)]| {
        all.iter().flat_map(|(_, flaws)| flaws).filter(|flaw| flaw.problem.weight() == Weight::Gap).count()
    };
    let gaps = Signal::derive(move || if show_all.get() { all.with(|all| due(all)) } else { 0 });
    let kind = Signal::derive(move || table_label(table.key, child.language.get()));
    let sending = Sending::new(child, sealing, child.place.href(child.id, "plans"));
    let save = Callback::new(move |(anyway,): (bool,)| {
        let all = all.get_untracked();
        let refused = all.iter().find(|(_, flaws)| flaws.iter().any(Flaw::refuses));
        let missing =
            || all.iter().find(|(_, flaws)| flaws.iter().any(|flaw| flaw.problem.weight() >= Weight::Gap));
        let first = refused.or_else(|| if anyway { None } else { missing() });
        if let Some((form, flaws)) = first {
            show_all.set(true);
            return focus_first(form, flaws);
        }
        let (Some(now), Some(file)) = (untrack(draft), child.file_now()) else { return };
        sending.send(orders(&file, &now), Vec::new(), W::Saved, kind.get_untracked());
    });
    let delete = record.map(|plan| {
        Callback::new(move |()| {
            let key = |table, id| RecordKey::new(table, id);
            let long = goals.long.get_untracked();
            let short = long.iter().flat_map(|long| long.short.get_untracked());
            let goals =
                short.filter(|piece| piece.is_stored()).map(|piece| key("short_goal", piece.id)).chain(
                    long.iter()
                        .filter(|long| long.goal.is_stored())
                        .map(|long| key("long_goal", long.goal.id)),
                );
            let records: Vec<RecordKey> = goals.chain([key("plan", plan)]).collect();
            let order =
                |record| Order { file: child.id, kind: FileKind::Pupil, command: Command::Delete { record } };
            sending.send(
                records.into_iter().map(order).collect(),
                Vec::new(),
                W::Deleted,
                kind.get_untracked(),
            );
        })
    });
    let title_word = if record.is_some() { W::EditTitle } else { W::NewTitle };
    let title = Signal::derive(move || child.language.say_with(title_word, &[&kind.get()]));
    let closes = Memo::new(move |_| match (child.file(), draft()) {
        (Some(file), Some(draft)) => !closed_by(&file, &draft).is_empty(),
        _ => false,
    });
    let deeds = Deeds { sealing, save, delete, kind, gaps, found: found.into(), sending };
    let problem_list =
        move || show_all.get().then(|| view! { <FormProblems table problems form=FORM.to_owned() /> });
    view! {
        <Show when=move || sealing.is_ready()>
            <Frame child title deeds>
                {problem_list}
                {took_over.then(|| view! { <Banner title=t(W::TakenOver) tone=Tone::Info /> })}
                <Show when=move || closes.get()><p class="muted small">{t(W::WillClose)}</p></Show>
                <div id=FORM class="stack">
                    <FormView table draft=values only=FIRST problems refs=child_refs(child) on_show=child.seen(table.key) show_all=show_all />
                    <GoalsForm child goals show_all />
                    <FormView table draft=values only=THEN problems refs=child_refs(child) on_show=child.seen(table.key) show_all=show_all />
                </div>
            </Frame>
        </Show>
    }
    .into_any()
}

/// A draft as its own snapshot would give it back, so that a form that nobody touched equals it.
fn tidied(table: &'static Table, mut draft: PlanDraft) -> PlanDraft {
    let tidy_part = |key: &str, part: &mut Part| {
        if let Some(table) = crate::domain::records::table(key) {
            part.values = tidy(table, &std::mem::take::<Values>(&mut part.values));
        }
    };
    tidy_part(table.key, &mut draft.plan);
    for long in &mut draft.goals {
        tidy_part("long_goal", &mut long.goal);
        long.short.iter_mut().for_each(|short| tidy_part("short_goal", short));
    }
    draft
}
