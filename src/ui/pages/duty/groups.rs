//! Leading group and working group with their members and terms; the principals as first responsible in their schools.
use super::view::{View, joined, names, row};
use crate::domain::codes::{GROUP_KIND, GROUP_ROLE};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::records::duty::{DutyGroup, DutyMember};
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::{dates, t};
use crate::ui::kit::{Button, Card, EmptyState, Icon, LinkButton, Look, Meter, Status, Tone};
use leptos::prelude::*;

#[component]
pub fn GroupsTab(view: View) -> impl IntoView {
    let add = Callback::new(move |()| {
        let leading =
            view.file.duty.with_untracked(|duty| duty.groups.iter().any(|(_, g)| g.kind == "LEADING"));
        let kind = if leading { "WORKING" } else { "LEADING" };
        let start = DutyGroup { kind: kind.into(), ..DutyGroup::default() };
        view.edit("duty_group", None, start.write());
    });
    let groups = move || {
        let duty = view.duty();
        duty.groups.iter().map(|(id, group)| card(view, *id, group)).collect_view()
    };
    let is_empty = Memo::new(move |_| view.file.duty.with(|duty| duty.groups.is_empty()));
    view! {
        <Show when=move || is_empty.get()>
            <EmptyState icon=Icon::People title=t(W::NoGroups) text=t(W::NoGroupsText)>
                <Button label=t(W::AddGroup) icon=Icon::Plus look=Look::Primary large=true on_press=add />
            </EmptyState>
        </Show>
        <Show when=move || !is_empty.get()>
            <div class="row end"><Button label=t(W::AddGroup) icon=Icon::Plus look=Look::Soft on_press=add name="add-group" /></div>
            <div class="stack">{groups}</div>
        </Show>
        <Principals view />
    }
    .into_any()
}

fn card(view: View, id: RecordId, group: &DutyGroup) -> AnyView {
    let (lang, today) = (view.lang(), view.today());
    let duty = view.duty();
    let day = |word: W, day: Option<Date>| {
        day.map(|day| view.saver.language.say_with(word, &[&dates::long(day, lang)])).unwrap_or_default()
    };
    let about = joined(&[
        code_text(&GROUP_KIND, &group.kind, lang),
        day(W::SetUp, group.set_up_on),
        day(W::Dissolved, group.dissolved_on),
        group
            .document
            .and_then(|of| duty.documents.iter().find(|(id, _)| *id == of))
            .map(|(_, document)| document.title.clone())
            .unwrap_or_default(),
    ]);
    let now: Vec<_> = duty.members_on(id, today).cloned().collect();
    let former = duty.members.iter().filter(|(_, member)| member.group == Some(id)).count() - now.len();
    let rows = now.iter().map(|(id, one)| member(view, *id, one)).collect_view();
    let nobody = now.is_empty().then(|| view! { <p class="muted">{t(W::NoMembers)}</p> });
    let former = (former > 0).then(|| {
        let words = view.saver.language.say_with(W::Former, &[&former.to_string()]);
        view! { <p class="muted small">{words}</p> }
    });
    let add = Callback::new(move |()| {
        let start = DutyMember {
            group: Some(id),
            role: "MEMBER".into(),
            from: Some(view.saver.register.today.get_untracked()),
            ..DutyMember::default()
        };
        view.edit("duty_member", None, start.write());
    });
    let name = group.name.clone();
    let actions = move || view.pencil("duty_group", id, &name);
    view! {
        <Card title=group.name.clone() actions=actions>
            <p class="muted">{about}</p>
            {nobody}
            <ul class="settings">{rows}</ul>
            {former}
            <div class="row"><Button label=t(W::AddMember) icon=Icon::Plus look=Look::Soft on_press=add /></div>
        </Card>
    }
    .into_any()
}

fn member(view: View, id: RecordId, member: &DutyMember) -> AnyView {
    let lang = view.lang();
    let day = |day: Date| dates::long(day, lang);
    let term = match (member.from, member.to) {
        (Some(from), Some(to)) => view.saver.language.say_with(W::TermSpan, &[&day(from), &day(to)]),
        (Some(from), None) => view.saver.language.say_with(W::TermSince, &[&day(from)]),
        _ => String::new(),
    };
    let role = code_text(&GROUP_ROLE, &member.role, lang);
    let tone = if member.role == "HEAD" { Tone::Accent } else { Tone::Plain };
    row(
        member.person.clone().into_any(),
        joined(&[member.post.clone(), term]),
        view! { <Status label=role tone=tone /> }.into_any(),
        view.pencil("duty_member", id, &member.person),
    )
}

/// How many schools have their principal named, and which have not.
#[component]
fn Principals(view: View) -> impl IntoView {
    let schools = Memo::new(move |_| {
        view.saver.register.summaries.with(|all| {
            let listed = all.values().filter(|summary| summary.is_listed());
            let of = |summary: &std::sync::Arc<crate::register::summary::Summary>| {
                let school = summary.school()?;
                Some((summary.name.clone(), !school.principal.is_empty()))
            };
            listed.filter_map(of).collect::<Vec<_>>()
        })
    });
    let named = Memo::new(move |_| schools.with(|all| all.iter().filter(|(_, named)| *named).count()));
    let all = Memo::new(move |_| schools.with(Vec::len));
    let text = Signal::derive(move || {
        view.saver.language.say_with(W::PrincipalsText, &[&named.get().to_string(), &all.get().to_string()])
    });
    let missing = move || {
        let without = schools.with(|all| {
            all.iter().filter(|(_, named)| !named).map(|(name, _)| name.clone()).take(20).collect::<Vec<_>>()
        });
        (!without.is_empty()).then(|| {
            let words = view.saver.language.say_with(W::NoPrincipal, &[&names(without)]);
            view! { <p class="muted">{words}</p> }
        })
    };
    view! {
        <Show when=move || all.get() != 0>
            <Card title=t(W::Principals) name="principals">
                <Meter label=text text=Signal::derive(move || format!("{}／{}", named.get(), all.get())) value=Signal::derive(move || (named.get() as u64, all.get() as u64)) />
                {missing}
                <div class="row"><LinkButton label=t(crate::i18n::pages::Nav::Schools) href="/schools" icon=Icon::School look=Look::Plain /></div>
            </Card>
        </Show>
    }
}
