//! When, where, by whom, of what kind: prefilled, so one line that unfolds.
use super::Form;
use super::parts::{Chips, FOLDED, Frame};
use crate::app::visit_draft::{Ask, Start, retyped};
use crate::domain::codes;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::{Cell, Value};
use crate::i18n::codes::code_text;
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{Common, dates, t, t_with};
use crate::platform::clock;
use crate::register::file::File;
use crate::register::tasks::World;
use crate::ui::kit::{
    Button, Card, Choice, ChoiceChips, DateInput, DateKind, Icon, Look, Stepper, TextInput,
};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn When(form: Form, file: Arc<File>) -> impl IntoView {
    let (draft, language, register) = (form.draft, form.language, form.register);
    let wrong = Memo::new(move |_| {
        form.missing
            .with(|missing| missing.iter().any(|ask| FOLDED.contains(&ask.field()) && is_wrong(ask, form)))
    });
    let open = move || form.unfolded.get() || wrong.get();
    let line = move || {
        let lang = language.get();
        let date = draft.get("date").as_text().and_then(|text| text.parse().ok());
        let time = [draft.get("start"), draft.get("end")].map(|at| at.as_text().unwrap_or("…").to_owned());
        let teachers = draft.get("teachers");
        let who = teachers.as_list().iter().filter_map(FileId::read).map(|id| register.name_of(id));
        let who = who.collect::<Vec<_>>().join(lang.pick("、", ", "));
        let kind = code_text(&codes::VISIT_TYPE, draft.get("visit_type").as_text().unwrap_or_default(), lang);
        let mode = code_text(&codes::VISIT_MODE, draft.get("mode").as_text().unwrap_or_default(), lang);
        let date = date.map(|date| dates::short(date, lang)).unwrap_or_default();
        [kind, mode, date, time.join("–"), who].join(" · ")
    };
    let unfold = Callback::new(move |()| form.unfolded.set(true));
    view! {
        <Card title=t(W::WhenTitle) name="when">
            <div class="row apart" hidden=open>
                <p class="grow">{line}</p>
                <Button label=t(Common::Edit) icon=Icon::Pen on_press=unfold name="unfold" />
            </div>
            <Show when=open><Fields form file=file.clone() /></Show>
        </Card>
    }
    .into_any()
}

/// An error shows at once; a gap once somebody wanted to save.
fn is_wrong(ask: &Ask, form: Form) -> bool {
    match ask {
        Ask::Flaw(flaw) => flaw.refuses() || form.tried.get() || flaw.field == "one_teacher_reason",
        Ask::Overlap(..) => true,
    }
}

#[component]
fn Fields(form: Form, file: Arc<File>) -> impl IntoView {
    let (draft, register) = (form.draft, form.register);
    let today = register.today.get_untracked().to_string();
    let done = draft.flag("done");
    let held = move || done.get() != Some(false);
    let kinds = Signal::derive(move || super::parts::choices(form, &codes::VISIT_TYPE, None));
    let kind = Signal::derive(move || vec![form.visit_type.get()]);
    let set_kind = Callback::new(move |(now,): (Vec<String>,)| {
        let Some(kind) = now.into_iter().next() else { return };
        let summary = register.summaries.with_untracked(|all| all.get(&draft.id).cloned());
        let pupil = summary.as_ref().and_then(|summary| summary.pupil()).cloned().unwrap_or_default();
        let (policy, calendar) = (register.policy.get_untracked(), register.calendar.get_untracked());
        let world = World { today: register.today.get_untracked(), policy: &policy, calendar: &calendar };
        let (now, me) = (clock::now(), register.me());
        let start = Start { file: &file, pupil: &pupil, me, world, now, busy_until: None, visit_type: &kind };
        for (key, value) in retyped(&start, &kind) {
            draft.set(key, value);
        }
    });
    let teachers = draft.texts("teachers");
    let set_teachers = Callback::new(move |(now,): (Vec<String>,)| draft.set("teachers", now.write()));
    let alone = move || teachers.with(Vec::len) == 1 && register.policy.get().two_teachers;
    let now = Callback::new(move |()| draft.set("end", clock::now().to_string().into()));
    let set_periods =
        Callback::new(move |(n,): (Option<i64>,)| draft.set("periods", n.map_or(Value::Null, Value::Int)));
    view! {
        <div class="stack">
            <Frame form key="visit_type" group=true>
                <ChoiceChips options=kinds chosen=kind on_change=set_kind />
            </Frame>
            <Frame form key="mode" group=true><Chips form key="mode" list=&codes::VISIT_MODE /></Frame>
            <div class="form-grid">
                <Frame form key="date"><DateInput value=draft.text("date") max=today.clone() on_change=draft.setter("date") /></Frame>
                <Show when=held>
                    <Frame form key="start"><DateInput kind=DateKind::Time value=draft.text("start") on_change=draft.setter("start") /></Frame>
                    <Frame form key="end">
                        <div class="row tight">
                            <DateInput kind=DateKind::Time value=draft.text("end") on_change=draft.setter("end") />
                            <Button label=t(W::EndNow) look=Look::Soft on_press=now />
                        </div>
                    </Frame>
                    <Frame form key="periods">
                        <Stepper value=draft.number("periods") min=0 max=8 less=t(W::OneLess) more=t(W::OneMore) on_change=set_periods />
                    </Frame>
                </Show>
                <Frame form key="place"><TextInput value=draft.text("place") on_input=draft.setter("place") /></Frame>
            </div>
            <Frame form key="teachers" group=true>
                <ChoiceChips options=Signal::derive(move || staff(form)) chosen=teachers on_change=set_teachers many=true />
            </Frame>
            <Show when=move || held() && alone()>
                <Frame form key="one_teacher_reason"><TextInput value=draft.text("one_teacher_reason") on_input=draft.setter("one_teacher_reason") /></Frame>
            </Show>
            <p class="muted small">{t_with(W::Minutes, move || vec![minutes(form).to_string()])}</p>
        </div>
    }
    .into_any()
}

/// The length of the visit in minutes, as its times say.
fn minutes(form: Form) -> i64 {
    let at = |key| crate::domain::date::Clock::read(&form.draft.get(key)).map(|at| at.minutes());
    at("end").zip(at("start")).map_or(0, |(end, start)| (end - start).max(0))
}

/// Teachers of this child's school, whoever teaches the child, whoever is chosen, and who holds the tablet.
fn staff(form: Form) -> Vec<Choice> {
    let register = form.register;
    let chosen: Vec<FileId> = Vec::<FileId>::read(&form.draft.get("teachers")).unwrap_or_default();
    register.summaries.with(|all| {
        let pupil = all.get(&form.draft.id).and_then(|summary| summary.pupil());
        let school = pupil.and_then(|pupil| pupil.school);
        let near = |id: FileId| {
            id == register.me()
                || chosen.contains(&id)
                || pupil.is_some_and(|pupil| pupil.teachers.contains(&id))
        };
        let staff =
            all.values().filter(|summary| summary.kind == FileKind::Staff.key() && summary.is_listed());
        let here = staff.filter(|summary| {
            let works_here = summary
                .staff()
                .is_some_and(|s| s.left_on.is_none() && s.school.is_some() && s.school == school);
            works_here || near(summary.id)
        });
        here.map(|summary| Choice::new(summary.id.to_string(), summary.name.clone())).collect()
    })
}
