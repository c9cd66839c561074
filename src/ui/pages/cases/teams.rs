//! The county's inspection teams: any number, each with its people and, where the county says so, its towns.
use crate::app::register::{Loaded, new_record, use_register};
use crate::domain::field::FileKind;
use crate::domain::field::Table;
use crate::domain::id::RecordId;
use crate::domain::records::case::Team;
use crate::i18n::pages::Cases as W;
use crate::i18n::{Common, t, use_language};
use crate::register::change::Act;
use crate::ui::form::{Editing, RecordEditor, register_refs};
use crate::ui::kit::{Button, Dialog, Icon, IconButton, Look};
use leptos::prelude::*;

static TABLE: Table = Team::TABLE;

#[component]
pub fn Teams(open: RwSignal<bool>) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let county = register.card().county;
    let loaded = register.watch(move || open.get().then_some(county));
    let editing = RwSignal::new(None::<Editing>);
    let file = Memo::new(move |_| match loaded.get() {
        Loaded::Ready(file) => Some(file),
        Loaded::Loading | Loaded::Failed(_) => None,
    });
    let teams = Memo::new(move |_| {
        let all = file.get().map(|file| {
            file.table(TABLE.key)
                .map(|(id, r)| (id, Team::read(&r.values)))
                .collect::<Vec<(RecordId, Team)>>()
        });
        let mut all = all.unwrap_or_default();
        all.sort_by(|(_, a), (_, b)| (a.closed, &a.name).cmp(&(b.closed, &b.name)));
        all
    });
    let edit = move |record: RecordId| {
        let start = match file.get_untracked() {
            Some(file) => Editing::record(&file, FileKind::County, &TABLE, record),
            None => Editing::add(county, FileKind::County, &TABLE, record),
        };
        // One dialog at a time: the list comes back when it is opened again.
        open.set(false);
        editing.set(Some(Editing { act: Act::SETTINGS, ..start }));
    };
    let row = move |(id, team): (RecordId, Team)| {
        let people: Vec<String> =
            team.lead.iter().chain(&team.members).map(|id| register.name_of(*id)).collect();
        let towns = team.towns.join(language.get().pick("、", ", "));
        let towns = if towns.is_empty() { towns } else { language.say_with(W::TeamTowns, &[&towns]) };
        let more = [people.join(language.get().pick("、", ", ")), towns];
        let more = more.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let label = [language.say(Common::Edit), " ", &team.name].concat();
        view! {
            <li class="setting">
                <div class="setting-main"><div class="setting-name">{team.name}</div><div class="setting-source">{more}</div></div>
                <div class="setting-acts"><IconButton icon=Icon::Pen label=label on_press=Callback::new(move |()| edit(id)) /></div>
            </li>
        }
    };
    let foot = move || {
        view! { <Button label=t(W::AddTeam) icon=Icon::Plus look=Look::Primary on_press=Callback::new(move |()| edit(new_record())) name="add-team" /> }
    };
    view! {
        <Dialog open=open title=t(W::Teams) close_label=t(Common::Close) on_close=Callback::new(move |()| open.set(false)) foot=foot name="teams">
            <p class="muted">{t(W::TeamsText)}</p>
            <Show when=move || teams.with(Vec::is_empty)><p>{t(W::NoTeams)}</p></Show>
            <ul class="settings">{move || teams.get().into_iter().map(row).collect_view()}</ul>
        </Dialog>
        <RecordEditor editing refs=register_refs(register, language) removable=Signal::stored(false) />
    }
}
