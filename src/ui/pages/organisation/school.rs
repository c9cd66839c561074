//! A school: who answers for it first, what is known of it, its pupils and staff.
use super::directory::Directory;
use super::rows::school_of;
use super::{FilePage, use_open};
use crate::app::register::use_register;
use crate::domain::codes::{PLACEMENT_MODE, SCHOOL_TYPE, STAFF_ROLE};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records::organisation::School;
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::pages::Organisation as W;
use crate::i18n::{Common, Word, dates, fill, t, use_language};
use crate::ui::kit::{Button, Card, Icon, LinkButton, Look, Status, Tone};
use leptos::prelude::*;

/// Rows of one page of pupils or staff.
const PAGE: usize = 30;

#[component]
pub fn SchoolsPage() -> impl IntoView {
    view! { <Directory kind=FileKind::School /> }
}

#[component]
pub fn SchoolPage() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let open = use_open();
    let school = Memo::new(move |_| School::read(&open.values()));
    let pupils = Memo::new(move |_| {
        let (id, today, lang) = (open.id.get(), register.today.get(), language.get());
        let mut found: Vec<Person> = register.summaries.with(|all| {
            let of_school = all.values().filter(|summary| summary.is_listed()).filter_map(|summary| {
                let pupil = summary.pupil().filter(|pupil| id.is_some() && school_of(pupil, today) == id)?;
                let mode = pupil.placement_on(today).map(|p| code_text(&PLACEMENT_MODE, &p.mode, lang));
                let more = [mode.unwrap_or_default(), pupil.village.clone()];
                Some(Person {
                    id: summary.id,
                    name: summary.name.clone(),
                    more: more.join(" ").trim().to_owned(),
                })
            });
            of_school.collect()
        });
        found.sort();
        found
    });
    let staff = Memo::new(move |_| {
        let (id, lang) = (open.id.get(), language.get());
        let mut found: Vec<Person> = register.summaries.with(|all| {
            let of_school = all.values().filter(|summary| summary.is_listed()).filter_map(|summary| {
                let staff = summary.staff().filter(|staff| staff.school.is_some() && staff.school == id)?;
                let more = codes_text(&STAFF_ROLE, staff.roles.iter().map(String::as_str), lang);
                Some(Person { id: summary.id, name: summary.name.clone(), more })
            });
            of_school.collect()
        });
        found.sort();
        found
    });
    let free = Signal::derive(move || pupils.with(Vec::is_empty) && staff.with(Vec::is_empty));
    let head = move || {
        let kind = move || code_text(&SCHOOL_TYPE, &school.get().school_type, language.get());
        let closed = move || school.get().closed_on.map(|day| dates::long(day, language.get()));
        view! {
            <div class="page-head">
                <h1>{move || school.get().name}</h1>
                <Show when=move || !school.with(|school| school.school_type.is_empty())><Status label=Signal::derive(kind) tone=Tone::Accent icon=Icon::School /></Show>
                <Show when=move || closed().is_some()><Status label=t(W::ClosedOn) tone=Tone::Due icon=Icon::Stop /></Show>
            </div>
            <Card title=t(W::FirstResponsible) name="principal">
                <div class="row apart">
                    <strong class="big-name">{move || Some(school.get().principal).filter(|name| !name.is_empty()).unwrap_or_else(|| W::NoPrincipal.text(language.get()).to_owned())}</strong>
                    <Show when=move || !school.with(|school| school.phone.is_empty())>
                        <Call phone=Signal::derive(move || school.get().phone) />
                    </Show>
                </div>
            </Card>
        }
        .into_any()
    };
    view! {
        <FilePage open kind=FileKind::School removable=free head=head>
            <People title=W::Pupils none=W::NoPupils path="/pupils" people=pupils />
            <People title=W::Staff none=W::NoStaffHere path="/staff" people=staff />
        </FilePage>
    }
}

/// One line of a list of people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Person {
    pub name: String,
    pub more: String,
    pub id: FileId,
}

/// Pupils or staff, each a way to their page.
#[component]
pub fn People(title: W, none: W, path: &'static str, people: Memo<Vec<Person>>) -> impl IntoView {
    let language = use_language();
    let shown = RwSignal::new(PAGE);
    let heading = Signal::derive(move || [language.say(title), &people.with(Vec::len).to_string()].join(" "));
    let page = move || people.with(|people| people.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let row = move |person: Person| {
        view! {
            <li><a class="setting as-link" href=format!("{path}/{}", person.id)>
                <span class="setting-name">{person.name}</span><span class="setting-value muted small">{person.more}</span>
            </a></li>
        }
    };
    view! {
        <Card title=heading>
            <Show when=move || people.with(Vec::is_empty)><p class="muted">{t(none)}</p></Show>
            <ul class="settings">{move || page().into_iter().map(row).collect_view()}</ul>
            <Show when=move || people.with(Vec::len).gt(&shown.get())>
                <div class="row"><Button label=t(Common::ShowMore) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) /></div>
            </Show>
        </Card>
    }
    .into_any()
}

/// A telephone number that can be called.
#[component]
pub fn Call(#[prop(into)] phone: Signal<String>) -> impl IntoView {
    let language = use_language();
    let label = Signal::derive(move || fill(W::Call.text(language.get()), &[&phone.get()]));
    let href = Signal::derive(move || ["tel:", &phone.get()].concat());
    view! { <LinkButton label=label href=href icon=Icon::Phone look=Look::Soft /> }
}
