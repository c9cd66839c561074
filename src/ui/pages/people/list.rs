//! The list of those who unlock this tablet.
use super::People;
use super::add::AddDialog;
use super::others::{Act, OtherDialog};
use crate::app::people::Person;
use crate::i18n::pages::People as W;
use crate::i18n::{t, t_with};
use crate::ui::kit::{Banner, Button, Card, Icon, LinkButton, Menu, MenuItem, Status, Tone};
use leptos::prelude::*;

#[component]
pub fn List(people: People) -> impl IntoView {
    let adding = RwSignal::new(false);
    let act = RwSignal::new(None::<(Act, Person)>);
    let title = t_with(W::Count, move || vec![people.all.with(Vec::len).to_string()]);
    let row = move |person: Person| {
        let first: String = person.label.chars().take(1).collect();
        let is_me = person.is_me;
        let name = person.label.clone();
        let more = t_with(W::More, move || vec![name.clone()]);
        let ask = {
            let person = StoredValue::new(person.clone());
            move |what: Act| Callback::new(move |()| act.set(Some((what, person.get_value()))))
        };
        view! {
            <li class="person">
                <span class="line-mark" aria-hidden="true">{first}</span>
                <span class="grow line-title">{person.label}</span>
                {match is_me {
                    true => view! { <Status label=t(W::Me) tone=Tone::Good /> }.into_any(),
                    false => view! {
                        <Menu label=more name="person-menu">
                            <MenuItem label=t(W::Reset) icon=Icon::Key name="reset-person" on_press=ask(Act::Reset) />
                            <MenuItem label=t(W::Remove) icon=Icon::Trash danger=true name="remove-person" on_press=ask(Act::Remove) />
                        </Menu>
                    }.into_any(),
                }}
            </li>
        }
        .into_any()
    };
    view! {
        <Card title=title name="people">
            <ul class="persons" aria-label=t(W::Title)>{move || people.all.get().into_iter().map(row).collect_view()}</ul>
            <Show when=move || people.all.with(|all| all.iter().any(|person| person.is_reduced))>
                <Banner title=t(W::Reduced) tone=Tone::Due />
            </Show>
            <div class="row apart">
                <p class="muted small grow">{t(W::NotMe)}</p>
                <Button label=t(W::Add) icon=Icon::Plus name="add-person" on_press=Callback::new(move |()| adding.set(true)) />
            </div>
        </Card>
        <AddDialog people open=adding />
        <OtherDialog people act />
    }
    .into_any()
}

/// The way here from the settings.
#[component]
pub fn PeopleLink() -> impl IntoView {
    view! {
        <Card title=t(W::Open)>
            <div class="row apart">
                <p class="muted grow">{t(W::OpenText)}</p>
                <LinkButton label=t(W::Manage) href="/people" icon=Icon::Key name="people" />
            </div>
        </Card>
    }
}
