//! A member of staff: duties, school, the pupils they teach, and whether they can unlock this tablet.
use super::directory::Directory;
use super::school::{Call, People, Person};
use super::{FilePage, use_open};
use crate::app::register::use_register;
use crate::domain::codes::{PLACEMENT_MODE, STAFF_ROLE};
use crate::domain::field::FileKind;
use crate::domain::records::organisation::Staff;
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::pages::Organisation as W;
use crate::i18n::{t, t_with, use_language};
use crate::ui::kit::{Icon, LinkButton, Look, Status, Tone};
use crate::vault::Holder;
use leptos::prelude::*;

#[component]
pub fn StaffsPage() -> impl IntoView {
    view! { <Directory kind=FileKind::Staff /> }
}

#[component]
pub fn StaffPage() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let open = use_open();
    let staff = Memo::new(move |_| Staff::read(&open.values()));
    let pupils = Memo::new(move |_| {
        let (id, today, lang) = (open.id.get(), register.today.get(), language.get());
        let mut found: Vec<Person> = register.summaries.with(|all| {
            let taught = all.values().filter(|summary| summary.is_listed()).filter_map(|summary| {
                let pupil =
                    summary.pupil().filter(|pupil| id.is_some_and(|id| pupil.teachers.contains(&id)))?;
                let mode = pupil.placement_on(today).map(|p| code_text(&PLACEMENT_MODE, &p.mode, lang));
                let more = [pupil.village.clone(), mode.unwrap_or_default()].join(" ");
                Some(Person { id: summary.id, name: summary.name.clone(), more: more.trim().to_owned() })
            });
            taught.collect()
        });
        found.sort();
        found
    });
    let visits = Memo::new(move |_| {
        let (id, term) = (open.id.get(), register.calendar.get().term_at_or_before(register.today.get()));
        let done = register.summaries.with(|all| {
            let visits = all.values().filter_map(|summary| summary.pupil()).flat_map(|pupil| &pupil.visits);
            let theirs =
                visits.filter(|visit| visit.done && id.is_some_and(|id| visit.teachers.contains(&id)));
            theirs
                .filter(|visit| term.is_some_and(|term| (term.from..=term.to).contains(&visit.date)))
                .count()
        });
        done.to_string()
    });
    let unlocks = Memo::new(move |_| {
        open.file.track();
        let held = register.vault().keyring();
        held.is_ok_and(|keyring| {
            keyring
                .slots
                .iter()
                .any(|slot| matches!(slot.holder, Holder::Staff(of) if Some(of) == open.id.get()))
        })
    });
    let is_me = move || open.id.get() == Some(register.me());
    // Whoever can unlock a tablet, or teaches, stays in the register: the day they left is given instead.
    let free = Signal::derive(move || pupils.with(Vec::is_empty) && !unlocks.get());
    let head = move || {
        let duties =
            move || codes_text(&STAFF_ROLE, staff.get().roles.iter().map(String::as_str), language.get());
        let left = move || staff.with(|staff| staff.left_on.is_some_and(|day| day <= register.today.get()));
        let school = move || staff.with(|staff| staff.school);
        let to_school = move || {
            school().map(|id| view! { <LinkButton label=register.name_of(id) href=format!("/schools/{id}") icon=Icon::School look=Look::Plain /> })
        };
        view! {
            <div class="page-head">
                <h1>{move || staff.get().name}</h1>
                <Show when=is_me><Status label=t(W::Me) tone=Tone::Accent icon=Icon::Person /></Show>
                <Show when=left><Status label=t(W::LeftOn) tone=Tone::Due icon=Icon::Stop /></Show>
                <Show when=move || !staff.with(|staff| staff.phone.is_empty())><Call phone=Signal::derive(move || staff.get().phone) /></Show>
            </div>
            <p class="muted">{duties}" · "{t_with(W::Visits, move || vec![visits.get()])}</p>
            <div class="row">
                {to_school}
                <Show when=move || unlocks.get() fallback=move || view! { <Status label=t(W::NoSlot) icon=Icon::Lock /> }>
                    <Status label=t(W::HasSlot) tone=Tone::Good icon=Icon::Key />
                </Show>
            </div>
        }
        .into_any()
    };
    view! {
        <FilePage open kind=FileKind::Staff removable=free head=head>
            <People title=W::Teaches none=W::NoPupils path="/pupils" people=pupils />
        </FilePage>
    }
}
