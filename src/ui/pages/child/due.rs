//! What is due for one child: each task with its reason and the button that does it.
use super::Open;
use crate::domain::id::FileId;
use crate::i18n::pages::Child as W;
use crate::i18n::t;
use crate::register::tasks::{AbsenceStep, CaseTask, Task, Urgency, What};
use crate::ui::kit::{Icon, LinkButton, Look, Status, Tone, icon};
use crate::ui::pages::today::task_text;
use leptos::prelude::*;

/// Where a task is done, and the word on its button.
pub fn task_link(file: FileId, what: &What) -> (String, W) {
    let edit = |table: &str, record: &str| format!("/pupils/{file}/edit/{table}/{record}");
    match what {
        What::Visit(_) => (format!("/visit/{file}"), W::DoVisit),
        What::WritePlan { .. } => (edit("plan", "new"), W::DoPlan),
        What::ReviewPlan { record, .. } => (edit("plan", &record.to_string()), W::DoReview),
        What::PlanCounselling { .. } => (edit("counselling_plan", "new"), W::DoPlan),
        What::Counsel { .. } | What::CounselBehind { .. } => (edit("counselling", "new"), W::DoCounsel),
        What::FindCarers { .. } => (edit("carer", "new"), W::DoCarer),
        What::ContactFamily { carer, .. } => {
            (format!("{}?carer={carer}", edit("carer_contact", "new")), W::DoContact)
        }
        What::Measure { record, .. } => (edit("measure", &record.to_string()), W::DoMeasure),
        What::ReviewOwnPlan { record, .. } => (edit("own_plan", &record.to_string()), W::DoReview),
        What::AskConsent => (edit("consent", "new"), W::DoConsent),
        What::BreakEnds { .. } => (edit("placement", "new"), W::DoPlacement),
        What::Absence(task) if task.step == AbsenceStep::Suspect => (edit("case", "new"), W::DoSuspect),
        What::Absence(task) => (edit("absence", &task.record.to_string()), W::DoAbsence),
        What::Case(task) => case_link(file, task),
        What::FillGaps { .. } => {
            (edit("pupil", &crate::domain::id::RecordId::default().to_string()), W::DoGaps)
        }
        What::SettleConflict { .. } => (format!("/pupils/{file}"), W::DoConflict),
        What::MendFlaws { .. } => (format!("/pupils/{file}?tab=file"), W::DoFlaws),
    }
}

/// Where a case is taken on: the form that is asked for, else the case itself.
fn case_link(file: FileId, task: &CaseTask) -> (String, W) {
    let form = |table: &str| format!("/pupils/{file}/edit/{table}/new");
    match task {
        CaseTask::Check { .. } => (form("check"), W::DoCheck),
        CaseTask::Persuade { .. } | CaseTask::Promised { .. } => (form("persuasion"), W::DoPersuade),
        CaseTask::Papers { .. } => (form("document"), W::DoPaper),
        _ => (format!("/pupils/{file}?tab=case"), W::DoCase),
    }
}

#[component]
pub fn Due(child: Open) -> impl IntoView {
    let tasks = Memo::new(move |_| {
        let deleted = child.summary().is_none_or(|summary| summary.deleted);
        let mut tasks = if deleted { Vec::new() } else { child.register.tasks_of(child.id) };
        // What two tablets left to decide stands above, with both values.
        tasks.retain(|task| !matches!(task.what, What::SettleConflict { .. }));
        tasks.sort_by_key(|task| (task.urgency, task.due));
        tasks
    });
    let row = move |task: Task| {
        let lang = child.language.get();
        let (what, why) = task_text(&task.what, lang);
        let (href, word) = task_link(child.id, &task.what);
        let (label, tone) = crate::ui::pages::today::chip(task.urgency);
        let look = if task.urgency <= Urgency::Today { Look::Soft } else { Look::Outline };
        view! {
            <li class="due-row">
                <span class="line-mark" aria-hidden="true">{icon(sign(&task.what))}</span>
                <div class="grow"><strong>{what}</strong><div class="muted small">{why}</div></div>
                <Status label=t(label) tone=tone />
                <LinkButton label=t(word) href=href look=look />
            </li>
        }
    };
    view! {
        <section class="due" aria-label=move || child.language.say(W::Due)>
            <Show when=move || tasks.with(|tasks| !tasks.is_empty())
                fallback=move || view! { <p class="row tight"><Status label=t(W::NothingDue) tone=Tone::Good /></p> }>
                <ul class="due-list">{move || tasks.get().into_iter().map(row).collect_view()}</ul>
            </Show>
        </section>
    }
}

fn sign(what: &What) -> Icon {
    match what {
        What::Visit(_) => Icon::Visit,
        What::WritePlan { .. } | What::ReviewPlan { .. } => Icon::Goal,
        What::Counsel { .. } | What::PlanCounselling { .. } | What::CounselBehind { .. } => Icon::Chat,
        What::FindCarers { .. }
        | What::ContactFamily { .. }
        | What::Measure { .. }
        | What::ReviewOwnPlan { .. } => Icon::Heart,
        What::AskConsent => Icon::Pen,
        What::Case(_) | What::Absence(_) => Icon::Case,
        What::BreakEnds { .. } => Icon::Calendar,
        What::FillGaps { .. } => Icon::File,
        What::SettleConflict { .. } | What::MendFlaws { .. } => Icon::Conflict,
    }
}
