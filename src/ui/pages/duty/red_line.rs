//! The red line: what was recorded, whether it counts, and everything that became of it, with who, when, on which tablet, why.
use super::scans::Scans;
use super::view::{View, joined};
use crate::app::duty::proven;
use crate::domain::codes::{RED_LINE, RED_STEP};
use crate::domain::id::RecordId;
use crate::domain::records::duty_score::{RedLine, RedStep};
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::{dates, t};
use crate::platform::clock;
use crate::report::duty::red_line::{Deed, Incident, Trace};
use crate::ui::kit::{Button, Card, EmptyState, Icon, Look, Status, Timeline, TimelineItem, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

const ASKED: &[&str] = &["school", "kind", "date", "pupil", "what", "evidence"];
const STEP: &[&str] = &["to", "on", "why"];

#[component]
pub fn RedLineTab(view: View) -> impl IntoView {
    let add = Callback::new(move |()| {
        let start = RedLine { kind: "SENT_HOME".into(), ..RedLine::default() };
        view.edit_only("red_line", None, start.write(), Some(ASKED));
    });
    let incidents = Memo::new(move |_| view.file.duty.with(|duty| duty.red_lines.clone()));
    let cards = move || incidents.get().into_iter().map(|one| card(view, one)).collect_view();
    view! {
        <p class="muted">{t(W::RedText)}</p>
        <div class="row end"><Button label=t(W::AddRed) icon=Icon::Plus look=Look::Soft on_press=add name="add-red" /></div>
        <Show when=move || incidents.with(Vec::is_empty)>
            <EmptyState icon=Icon::Shield title=t(W::NoRed) text=t(W::NoRedText) />
        </Show>
        <div class="stack">{cards}</div>
    }
    .into_any()
}

fn card(view: View, one: Incident) -> AnyView {
    let (lang, register) = (view.lang(), view.saver.register);
    let (word, tone) = match (one.deleted, one.contested, one.stands) {
        (true, ..) => (W::Undone, Tone::Plain),
        (_, true, _) => (W::ContestedState, Tone::Late),
        (_, _, true) => (W::Stands, Tone::Late),
        _ => (W::RemovedState, Tone::Plain),
    };
    let school = one.record.school.map(|id| register.name_of(id)).unwrap_or_default();
    let pupil = one.record.pupil.map(|id| register.name_of(id)).unwrap_or_default();
    let day = one.record.date.map(|day| dates::long(day, lang)).unwrap_or_default();
    let about = joined(&[school, day, pupil]);
    let title = code_text(&RED_LINE, &one.record.kind, lang);
    let id = one.id;
    let step = Callback::new(move |()| take_step(view, id));
    let items = one.trace.iter().map(|trace| told(view, trace.clone())).collect_view();
    let class = if one.stands { "red-what" } else { "red-what removed" };
    let acts = (!one.deleted).then(|| {
        view! { <Button label=t(W::TakeStep) icon=Icon::Pen look=Look::Soft on_press=step name="red-step" /> }
    });
    view! {
        <Card title=title.clone() name="incident" actions=move || view! { <Status label=t(word) tone=tone /> }>
            <p class="muted">{about}</p>
            <p class=class>{one.record.what.clone()}</p>
            <p class="small" hidden=one.record.evidence.is_empty()>{one.record.evidence.clone()}</p>
            <Timeline>{items}</Timeline>
            <Scans view of=id name=title />
            <div class="row">{acts}</div>
        </Card>
    }
    .into_any()
}

fn take_step(view: View, id: RecordId) {
    let today = view.saver.register.today.get_untracked();
    let start = RedStep { red_line: Some(id), on: Some(today), ..RedStep::default() };
    view.edit_only("red_step", None, start.write(), Some(STEP));
}

fn told(view: View, trace: Trace) -> AnyView {
    let (lang, zone) = (view.lang(), clock::zone());
    let (what, sign) = match &trace.deed {
        Deed::Recorded => (view.saver.language.say(W::Recorded).to_owned(), Icon::Warning),
        Deed::Step(code) => (code_text(&RED_STEP, code, lang), Icon::Right),
        Deed::Deleted => (view.saver.language.say(W::TraceDeleted).to_owned(), Icon::Undo),
        Deed::BroughtBack => (view.saver.language.say(W::TraceBack).to_owned(), Icon::Redo),
    };
    let who = view.saver.register.name_of(trace.by);
    let title = view.saver.language.say_with(W::TraceBy, &[&what, &who]);
    let device = format!("{:016x}", trace.device.0);
    let device = device.chars().take(4).collect::<String>();
    let tablet = view.saver.language.say_with(W::Tablet, &[&device]);
    let when = joined(&[
        [dates::long(trace.at.date(zone), lang), trace.at.time(zone).to_string()].join(" "),
        tablet,
    ]);
    let why = trace.why.clone();
    let signs = matches!(trace.deed, Deed::Recorded | Deed::Step(_));
    let standing = RwSignal::new(None::<bool>);
    if signs {
        spawn_local(async move {
            // What cannot be read is not proven.
            standing.try_set(Some(proven(view.saver.register, &trace).await.unwrap_or(false)));
        });
    }
    let mark = move || {
        standing.get().map(|holds| match holds {
            true => view! { <Status label=t(W::Proven) tone=Tone::Good /> },
            false => view! { <Status label=t(W::NotProven) tone=Tone::Due /> },
        })
    };
    view! { <TimelineItem icon=sign when=when title=title><p>{why}</p><div class="row">{mark}</div></TimelineItem> }.into_any()
}
