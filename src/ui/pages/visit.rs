//! Recording a visit: header with who, where and the safety note; what happened; goals; family; photos; signature; save.
//!
//! The draft is sealed at every pause and before a camera opens, and found again after a lock, a crash or a dead battery.
mod proof;
mod review;

use self::proof::{Photos, Signature};
use self::review::Review;
pub use self::review::spoken;
use crate::app::register::{Loaded, Register, new_record, use_register};
use crate::app::visit_draft::{self, DraftPhoto, VisitDraft};
use crate::domain::codes::{self, CodeList};
use crate::domain::field::Kind;
use crate::domain::id::FileId;
use crate::domain::records::learning::ShortGoal;
use crate::domain::records::visit::Visit;
use crate::domain::value::{Cell, Value, Values};
use crate::i18n::fields::field_label;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{Common, Lang, dates, t, t_with, use_language};
use crate::platform::{clock, files, photo};
use crate::register::file::File;
use crate::ui::kit::{
    Banner, Button, Card, Choice, ChoiceChips, DateInput, DateKind, Field, Icon, Look, Mark, Photo,
    PhotoGrid, Rating, Stepper, TextArea, TextInput, Tone, use_toasts,
};
use crate::ui::pages::guardian::Guardian;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::{use_navigate, use_params_map};
use std::sync::Arc;
use std::time::Duration;

/// A pause this long seals the draft.
const PAUSE: Duration = Duration::from_millis(600);

#[component]
pub fn VisitPage() -> impl IntoView {
    let params = use_params_map();
    let register = use_register();
    let id = move || params.read().get("id").and_then(|id| id.parse::<FileId>().ok());
    let file = register.watch(id);
    let opened = Memo::new(move |_| match file.get() {
        Loaded::Ready(file) => Some(file.id),
        _ => None,
    });
    move || {
        let Some(id) = opened.get() else { return ().into_any() };
        match file.get_untracked() {
            Loaded::Ready(file) => view! { <VisitForm id file /> }.into_any(),
            _ => ().into_any(),
        }
    }
}

/// The draft of this page and what is done with it.
#[derive(Clone, Copy)]
pub struct Draft {
    pub id: FileId,
    pub signal: RwSignal<VisitDraft>,
}

impl Draft {
    pub fn get(self, key: &'static str) -> Value {
        self.signal.with(|draft| draft.values.get(key).cloned().unwrap_or_default())
    }
    pub fn text(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || self.get(key).as_text().unwrap_or_default().to_owned())
    }
    fn list(self, key: &'static str) -> Signal<Vec<String>> {
        Signal::derive(move || Vec::<String>::read(&self.get(key)).unwrap_or_default())
    }
    pub fn set(self, key: &'static str, value: Value) {
        self.signal.update(|draft| {
            match value.is_blank() {
                true => draft.values.remove(key),
                false => draft.values.insert(key.to_owned(), value),
            };
        });
    }
    fn is(self, key: &'static str, wanted: bool) -> bool {
        self.get(key) == Value::Bool(wanted)
    }
}

/// Seals the draft; says so where that fails.
async fn seal(register: Register, draft: Draft) -> Result<(), crate::app::keeper::KeepError> {
    let Some(now) = draft.signal.try_get_untracked() else { return Ok(()) };
    let Ok(bytes) = crate::app::layout::encode(&now) else { return Ok(()) };
    register.keep_draft(&visit_draft::draft_name(draft.id), Some(bytes)).await
}

#[component]
fn VisitForm(id: FileId, file: Arc<File>) -> impl IntoView {
    let register = use_register();
    let toasts = use_toasts();
    let language = use_language();
    let policy = register.policy.get_untracked();
    let today = register.today.get_untracked();
    let summary = register.summary(id).get_untracked();
    let Some(pupil) = summary.as_ref().and_then(|summary| summary.pupil()).cloned() else {
        return ().into_any();
    };
    let name = summary.as_ref().map(|summary| summary.name.clone()).unwrap_or_default();
    let fresh = visit_draft::begin(&file, &pupil, register.me(), &policy, today, clock::now(), new_record());
    let draft = Draft { id, signal: RwSignal::new(fresh) };
    let found = RwSignal::new(false);
    let ready = RwSignal::new(false);
    spawn_local(async move {
        match register.draft(&visit_draft::draft_name(id)).await {
            Ok(Some(bytes)) => {
                if let Ok(kept) = crate::app::layout::decode::<VisitDraft>(&bytes) {
                    draft.signal.try_set(kept);
                    found.try_set(true);
                }
            }
            Ok(None) => {}
            Err(why) => toasts.fail(keep_error(&why, language.now())),
        }
        ready.try_set(true);
    });
    // Every pause seals what was typed.
    let edits = StoredValue::new(0_u32);
    Effect::new(move |first: Option<()>| {
        draft.signal.track();
        if first.is_none() || !ready.get_untracked() {
            return;
        }
        let mine = edits.try_update_value(|n| {
            *n += 1;
            *n
        });
        set_timeout(
            move || {
                if edits.try_get_value() == mine {
                    spawn_local(async move {
                        if let Err(why) = seal(register, draft).await {
                            toasts.fail(keep_error(&why, language.now()));
                        }
                    });
                }
            },
            PAUSE,
        );
    });
    let handing = RwSignal::new(false);
    let done = Signal::derive(move || draft.is("done", true));
    let not_done = Signal::derive(move || draft.is("done", false));
    let goals = StoredValue::new(goals_of(&file));
    let place = format!("{} {} {}", pupil.town, pupil.village, pupil.address);
    let guardian = pupil.guardians.first().cloned().unwrap_or_default();
    let safety = pupil.safety_note.clone();
    let no_consent = !pupil.consents.iter().any(|scope| scope == "PHOTO");
    view! {
        <div class="page narrow" hidden=move || handing.get()>
            <div class="page-head"><h1>{t(W::Title)}" · "{name.clone()}</h1></div>
            <p>{place}" "<span class="number">{guardian.name}" "{guardian.phone}</span></p>
            {match safety.is_empty() {
                true => view! { <Banner title=t(W::Safety) text=t(W::NoSafety) tone=Tone::Due /> }.into_any(),
                false => view! { <Banner title=t(W::Safety) text=safety tone=Tone::Late /> }.into_any(),
            }}
            <Show when=move || found.get()><p class="muted" role="status">{t(W::DraftFound)}</p></Show>
            <When draft />
            <Card title=t(W::Took)>
                <div class="stack">
                    <div class="row">
                        <Button label=t(W::Done) large=true look=Look::Soft icon=Icon::Check on_press=Callback::new(move |()| { draft.set("done", true.into()); if draft.get("outcome").is_blank() { draft.set("outcome", "DONE".into()); } }) />
                        <Button label=t(W::NotDone) large=true look=Look::Plain on_press=Callback::new(move |()| draft.set("done", false.into())) />
                    </div>
                    <Show when=move || not_done.get()>
                        <Chips draft key="not_done_reason" list=&codes::MISSED_REASON />
                    </Show>
                </div>
            </Card>
            <Show when=move || done.get()>
                <Lesson draft goals />
                <Family draft />
                <Photos draft no_consent most=policy.max_photos />
                <Signature draft handing />
            </Show>
            <Review draft />
        </div>
        <Show when=move || handing.get()><Guardian draft handing /></Show>
    }
    .into_any()
}

/// The short goals of the open plans, in words.
fn goals_of(file: &File) -> Vec<(String, String)> {
    let open = file.table("short_goal").map(|(id, record)| (id, ShortGoal::read(&record.values)));
    open.filter(|(_, goal)| goal.state != "MET").map(|(id, goal)| (id.to_string(), goal.text)).collect()
}

fn label_of(key: &'static str) -> Signal<String> {
    let language = use_language();
    Signal::derive(move || field_label("visit", key, language.get()))
}

fn mark_of(draft: Draft, key: &'static str) -> Signal<Option<Mark>> {
    let language = use_language();
    Signal::derive(move || {
        let field = Visit::TABLE.field(key)?;
        let needed = draft.signal.with(|draft| crate::domain::check::is_needed(field, &draft.values));
        needed.then(|| Mark { text: language.say(Common::Required).to_owned(), needed: true })
    })
}

fn choices(list: &'static CodeList, lang: Lang) -> Vec<Choice> {
    crate::ui::form::code_choices(list, lang)
}

/// Chips for a field of codes: one, or several where the field holds several.
#[component]
fn Chips(draft: Draft, key: &'static str, list: &'static CodeList) -> impl IntoView {
    let language = use_language();
    let many = Visit::TABLE.field(key).is_some_and(|field| matches!(field.kind, Kind::Codes(_)));
    let chosen = match many {
        true => draft.list(key),
        false => Signal::derive(move || {
            Some(draft.text(key).get()).filter(|code| !code.is_empty()).into_iter().collect()
        }),
    };
    let set = Callback::new(move |(now,): (Vec<String>,)| match many {
        true => draft.set(key, now.write()),
        false => draft.set(key, now.into_iter().next().unwrap_or_default().write()),
    });
    view! {
        <Field label=label_of(key) mark=mark_of(draft, key) group=true name=key.to_owned()>
            <ChoiceChips options=Signal::derive(move || choices(list, language.get())) chosen=chosen on_change=set many=many />
        </Field>
    }
}

#[component]
fn Lines(draft: Draft, key: &'static str) -> impl IntoView {
    view! {
        <Field label=label_of(key) mark=mark_of(draft, key) name=key.to_owned()>
            <TextArea value=draft.text(key) rows=2 on_input=Callback::new(move |(text,): (String,)| draft.set(key, text.into())) />
        </Field>
    }
}

#[component]
fn When(draft: Draft) -> impl IntoView {
    let today = use_register().today.get_untracked().to_string();
    let set = move |key: &'static str| Callback::new(move |(text,): (String,)| draft.set(key, text.into()));
    let periods = Signal::derive(move || draft.get("periods").as_int());
    let alone = move || draft.get("teachers").as_list().len() == 1;
    view! {
        <div class="form-grid">
            <Field label=label_of("date") mark=mark_of(draft, "date")><DateInput value=draft.text("date") max=today on_change=set("date") /></Field>
            <Field label=label_of("start") mark=mark_of(draft, "start")><DateInput kind=DateKind::Time value=draft.text("start") on_change=set("start") /></Field>
            <Field label=label_of("end") mark=mark_of(draft, "end")><DateInput kind=DateKind::Time value=draft.text("end") on_change=set("end") /></Field>
            <Field label=label_of("periods") mark=mark_of(draft, "periods")>
                <Stepper value=periods min=0 max=8 less="−" more="+" on_change=Callback::new(move |(n,): (Option<i64>,)| draft.set("periods", n.map_or(Value::Null, Value::Int))) />
            </Field>
            <Show when=alone>
                <Field label=label_of("one_teacher_reason")><TextInput value=draft.text("one_teacher_reason") on_input=set("one_teacher_reason") /></Field>
            </Show>
        </div>
    }
}

#[component]
fn Lesson(draft: Draft, goals: StoredValue<Vec<(String, String)>>) -> impl IntoView {
    let language = use_language();
    let words = Signal::derive(move || {
        codes::RATING
            .codes
            .iter()
            .map(|code| language.get().pick(code.zh, code.en).to_owned())
            .collect::<Vec<_>>()
    });
    let rate = move |goal: String| {
        let read = goal.clone();
        let value = Signal::derive(move || match draft.get("goals") {
            Value::Map(map) => map.get(&read).and_then(Value::as_int),
            _ => None,
        });
        let set = Callback::new(move |(rating,): (Option<i64>,)| {
            let mut map = match draft.get("goals") {
                Value::Map(map) => map,
                _ => Default::default(),
            };
            match rating {
                Some(rating) => map.insert(goal.clone(), Value::Int(rating)),
                None => map.remove(&goal),
            };
            draft.set("goals", Value::Map(map));
        });
        (value, set)
    };
    let rating = Signal::derive(move || draft.get("rating").as_int());
    let ticks = goals.with_value(|goals| {
        goals.iter().map(|(id, text)| {
            let (value, set) = rate(id.clone());
            view! { <Field label=text.clone() group=true><Rating value=value on_change=set words=words /></Field> }.into_any()
        }).collect::<Vec<_>>()
    });
    let none = ticks.is_empty();
    view! {
        <Card title=t(W::Goals)>
            <div class="stack">
                {none.then(|| view! { <p class="muted">{t(W::NoGoals)}</p> })}
                {ticks}
                <Chips draft key="states" list=&codes::PUPIL_STATE />
                <Lines draft key="content" />
                <Field label=label_of("rating") mark=mark_of(draft, "rating") group=true name="rating".to_owned()>
                    <Rating value=rating words=words on_change=Callback::new(move |(n,): (Option<i64>,)| draft.set("rating", n.map_or(Value::Null, Value::Int))) />
                </Field>
                <Lines draft key="performance" />
            </div>
        </Card>
    }
}

#[component]
fn Family(draft: Draft) -> impl IntoView {
    let set = Callback::new(move |(text,): (String,)| draft.set("next_date", text.into()));
    view! {
        <Card>
            <div class="stack">
                <Chips draft key="guidance" list=&codes::GUIDANCE />
                <Lines draft key="homework" />
                <Field label=label_of("next_date")><DateInput value=draft.text("next_date") min=draft.text("date") on_change=set /></Field>
            </div>
        </Card>
    }
}
