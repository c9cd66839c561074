//! The lesson: how the child was, the goals ticked with one thumb, what was taught, how it went.
use super::Form;
use super::parts::{Chips, Frame, Lines};
use crate::app::visit_draft::Goal;
use crate::domain::codes;
use crate::domain::value::Value;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::t;
use crate::ui::kit::{Card, Field, LinkButton, Look, Rating};
use leptos::prelude::*;

/// Spirits, mood, willingness, body: one row each, so that the eye finds its place.
const STATES: [&[&str]; 4] = [
    &["SPIRIT_GOOD", "SPIRIT_FAIR", "TIRED", "SLEEPY"],
    &["MOOD_CALM", "MOOD_HAPPY", "MOOD_RESTLESS", "MOOD_LOW", "MOOD_ANXIOUS", "CRYING"],
    &["COOPERATIVE", "UNCOOPERATIVE", "ATTENTIVE", "DISTRACTED"],
    &["HEALTHY", "UNWELL", "PAIN", "FEVER", "SEIZURE", "INJURY"],
];

#[component]
pub fn Lesson(form: Form, goals: StoredValue<Vec<Goal>>) -> impl IntoView {
    let asks_goals = form.asks("goals");
    let words = Signal::derive(move || {
        let lang = form.language.get();
        codes::RATING.codes.iter().map(|code| lang.pick(code.zh, code.en).to_owned()).collect::<Vec<_>>()
    });
    let rows = move || {
        STATES
            .iter()
            .map(|only| view! { <Chips form key="states" list=&codes::PUPIL_STATE only=only /> })
            .collect_view()
    };
    let ticks =
        move || goals.with_value(|goals| goals.iter().map(|goal| tick(form, goal, words)).collect_view());
    let none = goals.with_value(Vec::is_empty);
    let rating = form.draft.number("rating");
    let set_rating = Callback::new(move |(n,): (Option<i64>,)| {
        form.draft.set("rating", n.map_or(Value::Null, Value::Int))
    });
    let plan = format!("/pupils/{}/edit/plan/new", form.draft.id);
    view! {
        <Card title=t(W::ChildTitle) name="child">
            <Frame form key="states" group=true><div class="stack tight">{rows()}</div></Frame>
        </Card>
        <Card title=t(W::LessonTitle) name="lesson">
            <Show when=move || asks_goals.get()>
                {none.then(|| view! {
                    <p class="muted">{t(W::NoGoals)}" "<LinkButton label=t(W::ToPlan) href=plan.clone() look=Look::Plain /></p>
                })}
                <div class="stack" data-field="goals">{ticks}</div>
            </Show>
            <Lines form key="content" />
            <Frame form key="rating" group=true><Rating value=rating words=words on_change=set_rating /></Frame>
            <Lines form key="performance" />
        </Card>
    }
    .into_any()
}

/// One goal with its four steps; a second tap takes a step back.
fn tick(form: Form, goal: &Goal, words: Signal<Vec<String>>) -> AnyView {
    let draft = form.draft;
    let (key, held) = (goal.id.to_string(), draft.value("goals"));
    let of = key.clone();
    let value = Signal::derive(move || {
        held.with(|held| match held {
            Value::Map(map) => map.get(&of).and_then(Value::as_int),
            _ => None,
        })
    });
    let set = Callback::new(move |(rating,): (Option<i64>,)| {
        let mut map = match held.get_untracked() {
            Value::Map(map) => map,
            _ => Default::default(),
        };
        match rating {
            Some(rating) => map.insert(key.clone(), Value::Int(rating)),
            None => map.remove(&key),
        };
        draft.set("goals", Value::Map(map));
    });
    view! {
        <Field label=goal.text.clone() hint=goal.criterion.clone() group=true>
            <Rating value=value on_change=set words=words />
        </Field>
    }
    .into_any()
}
