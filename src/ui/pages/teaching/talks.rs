//! Counselling of children who cannot be taught, planned and done, for the child and for the parents: whoever is behind stands first.
use crate::app::register::{Register, use_register};
use crate::domain::id::FileId;
use crate::i18n::pages::TermWords as W;
use crate::i18n::{Language, t, use_language};
use crate::register::tasks::{Behind, Talks, World, talks};
use crate::ui::kit::{Card, Icon, LinkButton, Look, Meter, Status, Tone};
use leptos::prelude::*;

/// How a child's counselling stands this term (tracked); `None` for a child who is taught.
pub fn talks_of(register: Register, id: FileId) -> Option<Talks> {
    let (today, policy, calendar) = (register.today.get(), register.policy.get(), register.calendar.get());
    let world = World { today, policy: &policy, calendar: &calendar };
    register.summaries.with(|all| talks(all.get(&id)?.pupil()?, &world))
}

#[component]
pub fn TalksCard(#[prop(into)] all: Signal<bool>) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let lines = Memo::new(move |_| {
        let (today, policy, calendar) =
            (register.today.get(), register.policy.get(), register.calendar.get());
        let world = World { today, policy: &policy, calendar: &calendar };
        let me = register.me();
        let mut lines: Vec<(FileId, String, Talks)> = register.summaries.with(|files| {
            let listed = files.values().filter(|file| file.is_listed());
            let pupils = listed.filter_map(|file| Some((file, file.pupil()?)));
            let mine = pupils.filter(|(_, pupil)| all.get() || pupil.teachers.contains(&me));
            mine.filter_map(|(file, pupil)| Some((file.id, file.name.clone(), talks(pupil, &world)?)))
                .collect()
        });
        lines.sort_by_key(|(id, _, talks)| {
            let lacking = talks.child.lacking() + talks.parents.lacking();
            (talks.plan.is_some(), std::cmp::Reverse(lacking), *id)
        });
        lines
    });
    let row = move |(id, name, talks): (FileId, String, Talks)| {
        view! {
            <li class="hours-row">
                <a href=format!("/pupils/{id}?tab=file&at=counselling_plan")><strong>{name}</strong></a>
                {standing(id, &talks, language)}
            </li>
        }
    };
    let count = move || language.say_with(W::TalksOf, &[&lines.with(Vec::len).to_string()]);
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <Card title=t(W::Talks) name="talks">
                <p role="status">{count}</p>
                <ul class="plain-list hours">{move || lines.get().into_iter().map(row).collect_view()}</ul>
            </Card>
        </Show>
    }
    .into_any()
}

/// Child and parents, each with what is planned and done; without a plan the way to make one.
pub fn standing(id: FileId, talks: &Talks, language: Language) -> AnyView {
    let part = |word: W, of: Behind| {
        let said = language.say_with(W::DoneOf, &[&of.planned.to_string(), &of.done.to_string()]);
        let (state, tone) = match of.lacking() {
            0 => (language.say(W::OnPlan).to_owned(), Tone::Good),
            lacking => (language.say_with(W::Behind, &[&lacking.to_string()]), Tone::Due),
        };
        let value = (u64::from(of.done), u64::from(of.planned.max(1)));
        view! {
            <div class="row apart"><span>{t(word)}</span><Status label=state tone=tone /></div>
            <Meter label=String::new() text=said value=Signal::stored(value) tone=tone />
        }
    };
    let edit = |table: &str| format!("/pupils/{id}/edit/{table}/new");
    match talks.plan {
        Some(_) => view! {
            {part(W::Child, talks.child)}{part(W::Parents, talks.parents)}
            <div class="row end"><LinkButton label=t(W::TalkNow) icon=Icon::Chat look=Look::Plain href=edit("counselling") /></div>
        }
        .into_any(),
        None => view! {
            <div class="row apart">
                <Status label=t(W::NoPlan) tone=Tone::Due />
                <LinkButton label=t(W::MakePlan) icon=Icon::Plus look=Look::Soft href=edit("counselling_plan") />
            </div>
        }
        .into_any(),
    }
}
