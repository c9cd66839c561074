//! Plans and goals: the plan in force with its long and short goals in one place, each goal's state a tap away and its latest
//! ratings beside it; older plans below.
use super::Open;
use super::edit::saving;
use super::refs::child_refs;
use crate::app::plan_draft::{long_goals, plans, ratings, short_goals};
use crate::domain::codes;
use crate::domain::id::RecordId;
use crate::domain::records::learning::{LongGoal, Plan, ShortGoal};
use crate::domain::value::Values;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, dates, t};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::ui::form::RecordView;
use crate::ui::kit::{Card, Choice, EmptyState, Icon, LinkButton, Look, Meter, Select, Status, Tone};
use leptos::prelude::*;

/// The latest ratings of a goal that are shown.
const RATINGS: usize = 6;

#[component]
pub fn Plans(child: Open) -> impl IntoView {
    let ids = Memo::new(move |_| {
        let file = child.file();
        let all = file.as_ref().map(|file| plans(file)).unwrap_or_default();
        all.into_iter().map(|(id, plan)| (id, plan.closed_on.is_none())).collect::<Vec<_>>()
    });
    let new = move || {
        let label = move || {
            child.language.say(if ids.with(Vec::is_empty) { W::NewPlan } else { W::FromLast }).to_owned()
        };
        view! { <LinkButton label=Signal::derive(label) icon=Icon::Plus look=Look::Soft href=child.edit("plan", None) /> }
    };
    view! {
        <Show when=move || ids.with(Vec::is_empty)>
            <EmptyState icon=Icon::Goal title=t(W::FirstPlan) text=t(W::FirstPlanText)>{new()}</EmptyState>
        </Show>
        <Show when=move || ids.with(|ids| !ids.is_empty())>
            <div class="row end">{new()}</div>
            <For each=move || ids.get() key=|row| *row children=move |(id, is_open)| view! { <OnePlan child id is_open /> } />
        </Show>
    }
}

#[component]
fn OnePlan(child: Open, id: RecordId, is_open: bool) -> impl IntoView {
    let values = Memo::new(move |_| {
        child.file().map(|file| file.shown(&RecordKey::new("plan", id))).unwrap_or_default()
    });
    let title = Signal::derive(move || dates::term(&Plan::read(&values.get()).term, child.language.get()));
    let goals = Memo::new(move |_| {
        let Some(file) = child.file() else { return Vec::new() };
        let with_short = |(id, goal)| (id, goal, short_goals(&file, id));
        long_goals(&file, id).into_iter().map(with_short).collect::<Vec<(RecordId, LongGoal, Vec<_>)>>()
    });
    let met = Signal::derive(move || {
        goals.with(|goals| {
            let all = goals.iter().flat_map(|(_, _, short)| short);
            let (met, count) =
                all.fold((0, 0), |(met, count), (_, goal)| (met + u64::from(goal.state == "MET"), count + 1));
            (met, count)
        })
    });
    let met_text = Signal::derive(move || {
        let (met, all) = met.get();
        child.language.say_with(W::GoalsMet, &[&met.to_string(), &all.to_string()])
    });
    let edit = move || view! { <LinkButton label=t(Common::Edit) icon=Icon::Pen look=Look::Plain href=child.edit("plan", Some(id)) /> };
    let state = if is_open { (W::Current, Tone::Good) } else { (W::Closed, Tone::Plain) };
    let open = RwSignal::new(false);
    let toggled = move |event: leptos::ev::Event| {
        use leptos::wasm_bindgen::JsCast;
        let details = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let whole = move || {
        crate::domain::records::table("plan").map(|table| {
            view! { <RecordView table=table values=values refs=child_refs(child) on_show=child.seen("plan") private=true brief=true /> }
        })
    };
    view! {
        <Card title=title actions=edit>
            <div class="row"><Status label=t(state.0) tone=state.1 /></div>
            <Show when=move || { met.get().1 > 0 }><Meter label=t(W::GoalsTitle) text=met_text value=met tone=Tone::Good /></Show>
            <ol class="goals">
                {move || goals.get().into_iter().map(|(_, goal, short)| long(child, goal, short)).collect_view()}
            </ol>
            <details class="whole" on:toggle=toggled>
                <summary>{t(W::PlanPaper)}</summary>
                {move || open.get().then(whole)}
            </details>
        </Card>
    }
}

fn long(child: Open, goal: LongGoal, short: Vec<(RecordId, ShortGoal)>) -> AnyView {
    let area = code_text(&codes::DOMAIN, &goal.domain, child.language.get());
    view! {
        <li class="goal">
            <p><Status label=area tone=Tone::Accent /></p>
            <h3>{goal.text}</h3>
            <ol class="goal-short">{short.into_iter().map(|(id, goal)| short_goal(child, id, goal)).collect_view()}</ol>
        </li>
    }
    .into_any()
}

fn short_goal(child: Open, id: RecordId, goal: ShortGoal) -> AnyView {
    let lang = child.language.get();
    let rated = child.file().map(|file| ratings(&file, id, RATINGS)).unwrap_or_default();
    let due = goal.due.map(|date| child.language.say_with(W::DueOn, &[&dates::long(date, lang)]));
    let more = [Some(goal.criterion.clone()), due].into_iter().flatten().filter(|part| !part.is_empty());
    let more = more.collect::<Vec<_>>().join(" · ");
    let choices: Vec<Choice> = codes::GOAL_STATE
        .codes
        .iter()
        .map(|code| Choice::new(code.code, lang.pick(code.zh, code.en)))
        .collect();
    let set = Callback::new(move |(state,): (String,)| {
        let values = Values::from([("state".to_owned(), state.into())]);
        let command = Command::set(Act::WRITE_PLAN, RecordKey::new("short_goal", id), values);
        saving::keep(child, vec![command], W::StateSet, Vec::new());
    });
    let name = child.language.say_with(W::StateOf, &[&goal.text]);
    let dots = match rated.is_empty() {
        true => view! { <span class="muted small">{t(W::NotRated)}</span> }.into_any(),
        false => {
            let spoken = rated.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
            let label = [child.language.say(W::Ratings), " ", &spoken].concat();
            let dot =
                |rating: &i64| view! { <span class="rated" data-rating=rating.to_string()>{*rating}</span> };
            view! { <span class="row tight" role="img" aria-label=label>{rated.iter().map(dot).collect_view()}</span> }.into_any()
        }
    };
    view! {
        <li class="goal-row" data-state=goal.state.clone()>
            <div class="grow"><div>{goal.text}</div><div class="muted small">{more}</div>{dots}</div>
            <div class="goal-state"><Select options=choices value=goal.state.clone() on_change=set label=name /></div>
        </li>
    }
    .into_any()
}
