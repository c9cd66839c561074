//! Recording a visit: who and where; did it take place; the lesson; the family; photos; the signature; a last look; saved.
//!
//! The sections follow a visit as it goes. The draft is sealed at every pause and before a camera opens, and found again
//! after a lock, a crash or a dead battery.
mod draft;
mod family;
mod found;
mod head;
mod lesson;
mod outline;
mod parts;
mod photos;
mod review;
mod sign;
mod took;
mod when;

pub use self::draft::Draft;
pub use self::parts::Form;
pub use self::review::spoken;

use self::family::Family;
use self::found::Found;
use self::head::Head;
use self::lesson::Lesson;
use self::outline::{Bar, Outline};
use self::photos::Photos;
use self::sign::Signature;
use self::took::Took;
use self::when::When;
use crate::app::keeper::KeepError;
use crate::app::layout;
use crate::app::register::{Register, new_record, use_register};
use crate::app::visit_draft::{self, Goal, Start, VisitDraft};
use crate::domain::codes;
use crate::domain::date::{Clock, Date};
use crate::domain::id::FileId;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{t, use_language};
use crate::platform::clock;
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::register::summary::{PupilSummary, Summary};
use crate::register::tasks::World;
use crate::ui::kit::{Banner, EmptyState, Icon, LinkButton, Look, Tone};
use crate::ui::pages::guardian::Guardian;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_params_map, use_query_map};
use std::sync::Arc;

/// The form's id: what is missing leads to its field within it.
pub(super) const FORM: &str = "visit-form";

/// A visit about to be written or gone on with.
struct Opened {
    file: Arc<File>,
    summary: Arc<Summary>,
    draft: VisitDraft,
    goals: Vec<Goal>,
    /// When the draft that was found had been sealed.
    found: Option<(Date, Clock)>,
}

#[derive(Clone)]
enum Opening {
    Waiting,
    Ready(Arc<Opened>),
    /// No such pupil, or one that is not in sight.
    Nobody,
    Failed(Arc<KeepError>),
}

#[component]
pub fn VisitPage() -> impl IntoView {
    let (params, query) = (use_params_map(), use_query_map());
    let (register, language) = (use_register(), use_language());
    let opening = RwSignal::new(Opening::Waiting);
    Effect::new(move || {
        let id = params.read().get("id").and_then(|id| id.parse::<FileId>().ok());
        let wanted = query.read_untracked().get("type").filter(|code| codes::VISIT_TYPE.find(code).is_some());
        let wanted = wanted.unwrap_or_else(|| "TEACH".to_owned());
        opening.set(Opening::Waiting);
        spawn_local(async move {
            let now = match id {
                Some(id) => open(register, id, &wanted).await,
                None => Opening::Nobody,
            };
            opening.try_set(now);
        });
    });
    move || {
        match opening.get() {
        Opening::Waiting => ().into_any(),
        Opening::Ready(opened) => view! { <VisitForm opened /> }.into_any(),
        Opening::Nobody => view! {
            <EmptyState icon=Icon::Person title=t(W::Nobody)>
                <LinkButton label=t(W::ToToday) href="/" look=Look::Primary />
            </EmptyState>
        }
        .into_any(),
        Opening::Failed(why) => {
            view! { <div class="page"><Banner title=t(W::CannotOpen) text=keep_error(&why, language.get()) tone=Tone::Late /></div> }
                .into_any()
        }
    }
    }
}

/// The draft that was left here, or a visit begun now.
async fn open(register: Register, id: FileId, visit_type: &str) -> Opening {
    let summary = register.summaries.with_untracked(|all| all.get(&id).cloned());
    let Some(summary) = summary.filter(|summary| summary.is_listed() && summary.pupil().is_some()) else {
        return Opening::Nobody;
    };
    match read(register, summary, visit_type).await {
        Ok(opened) => Opening::Ready(Arc::new(opened)),
        Err(why) => Opening::Failed(Arc::new(why)),
    }
}

async fn read(register: Register, summary: Arc<Summary>, visit_type: &str) -> Result<Opened, KeepError> {
    let id = summary.id;
    let file = register.file(id).await?;
    let name = visit_draft::draft_name(register.me(), id);
    let kept = register.draft(&name).await?;
    let kept = kept.and_then(|bytes| layout::decode::<VisitDraft>(&bytes).ok());
    let (policy, calendar) = (register.policy.get_untracked(), register.calendar.get_untracked());
    let world = || World { today: register.today.get_untracked(), policy: &policy, calendar: &calendar };
    let goals = visit_draft::goals_of(&file, &world());
    if let Some(draft) = kept {
        let found = Some(draft.sealed);
        if file.record(&RecordKey::new("visit", draft.record)).is_none() {
            return Ok(Opened { file, summary, draft, goals, found });
        }
        // Saved, and the tablet went dark before its draft was taken away.
        register.keep_draft(&name, None).await?;
    }
    let pupil = summary.pupil().cloned().unwrap_or_default();
    let me = register.me();
    let start = Start {
        file: &file,
        pupil: &pupil,
        me,
        world: world(),
        now: clock::now(),
        busy_until: busy_until(register, &pupil, me),
        visit_type,
    };
    let draft = visit_draft::begin(&start, new_record());
    Ok(Opened { file, summary, draft, goals, found: None })
}

/// When the last of today's visits by these teachers ended.
fn busy_until(register: Register, pupil: &PupilSummary, me: FileId) -> Option<Clock> {
    let (today, now) = (register.today.get_untracked(), clock::now());
    let ours = |teachers: &[FileId]| teachers.iter().any(|id| *id == me || pupil.teachers.contains(id));
    register.summaries.with_untracked(|all| {
        let visits = all.values().filter_map(|summary| summary.pupil()).flat_map(|pupil| pupil.visits.iter());
        let today = visits.filter(|visit| visit.done && visit.date == today && ours(&visit.teachers));
        today.filter_map(|visit| visit.end).filter(|end| *end <= now).max()
    })
}

#[component]
fn VisitForm(opened: Arc<Opened>) -> impl IntoView {
    let draft = Draft::new(opened.summary.id, opened.draft.clone());
    let form = Form::new(draft);
    let done = draft.flag("done");
    let goals = StoredValue::new(opened.goals.clone());
    let guardians = StoredValue::new(parts::guardians_of(&opened.file));
    let handing = RwSignal::new(false);
    view! {
        <div class="page visit" id=FORM>
            <aside class="visit-side">
                <Head form summary=opened.summary.clone() />
                <Outline form />
            </aside>
            <div class="visit-form">
                {opened.found.map(|sealed| view! { <Found draft sealed /> })}
                <Took form />
                <Show when=move || done.get() == Some(true)>
                    <Lesson form goals />
                    <Family form />
                    <Photos form guardians />
                    <Signature form guardians handing />
                </Show>
                <When form file=opened.file.clone() />
            </div>
            <Bar form handing />
        </div>
        <Show when=move || handing.get()><Guardian form handing /></Show>
    }
    .into_any()
}
