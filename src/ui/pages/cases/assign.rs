//! Cases given to teams: all that have none, by town and evenly; or those listed, to one team.
use super::rows::Row;
use crate::app::keeper::Order;
use crate::app::register::use_register;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::Values;
use crate::i18n::pages::Cases as W;
use crate::i18n::{Common, t, t_with, use_language};
use crate::register::case::assign::{TeamBrief, assign};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::ui::kit::{Button, Choice, Dialog, Field, Look, Select};
use crate::ui::saving::use_saver;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

#[component]
pub fn AssignDialog(
    open: RwSignal<bool>,
    all: Memo<Arc<Vec<Row>>>,
    listed: Memo<Arc<[u128]>>,
) -> impl IntoView {
    let (register, language, saver) = (use_register(), use_language(), use_saver());
    let teams = Memo::new(move |_| {
        let brief = |team: &crate::domain::records::case::Team| TeamBrief {
            name: team.name.clone(),
            towns: team.towns.clone(),
        };
        register.policy.with(|policy| {
            let open = policy.teams.iter().filter(|team| team.closed != Some(true));
            let mut teams: Vec<TeamBrief> = open.map(brief).collect();
            teams.sort_by(|a, b| a.name.cmp(&b.name));
            teams
        })
    });
    let planned = Memo::new(move |_| {
        if !open.get() {
            return BTreeMap::new();
        }
        let free = |row: &&Row| row.team.is_empty() && row.stage != super::Stage::Closed;
        let children: Vec<(FileId, String)> =
            all.with(|all| all.iter().filter(free).map(|row| (row.id, row.town.clone())).collect());
        teams.with(|teams| assign(&children, teams))
    });
    let per_team = move || {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        planned
            .with(|planned| planned.values().for_each(|team| *counts.entry(team.clone()).or_default() += 1));
        let row = |(team, count): (String, usize)| {
            let text = language.say_with(W::AssignRow, &[&team, &count.to_string()]);
            view! { <li>{text}</li> }
        };
        counts.into_iter().map(row).collect_view()
    };
    let free = Memo::new(move |_| {
        all.with(|all| {
            all.iter().filter(|row| row.team.is_empty() && row.stage != super::Stage::Closed).count()
        })
    });
    let give = move |teams: BTreeMap<FileId, String>| {
        let order = |row: &Row| {
            let team = teams.get(&row.id).filter(|team| **team != row.team)?;
            let values = Values::from([("team".to_owned(), team.as_str().into())]);
            let command = Command::set(Act::ASSIGN_CASE, RecordKey::new("case", row.case), values);
            Some(Order { file: row.id, kind: FileKind::Pupil, command })
        };
        let orders: Vec<Order> = all.with_untracked(|all| all.iter().filter_map(order).collect());
        open.set(false);
        if !orders.is_empty() {
            saver.run(orders, W::Assigned);
        }
    };
    let spread = Callback::new(move |()| give(planned.get_untracked()));
    let to_one = Callback::new(move |(team,): (String,)| {
        if !team.is_empty() {
            let ids = listed.get_untracked();
            give(ids.iter().map(|id| (FileId(*id), team.clone())).collect());
        }
    });
    let names = Signal::derive(move || {
        teams.with(|teams| {
            teams.iter().map(|team| Choice::new(team.name.clone(), team.name.clone())).collect::<Vec<_>>()
        })
    });
    let has_teams = Memo::new(move |_| teams.with(|teams| !teams.is_empty()));
    let can = Memo::new(move |_| planned.with(|planned| !planned.is_empty()));
    let text = move || match free.get() {
        0 => language.say(W::AssignNone).to_owned(),
        n => language.say_with(W::AssignText, &[&n.to_string()]),
    };
    let foot = move || {
        view! { <Button label=t(W::AssignNow) look=Look::Primary disabled=Signal::derive(move || !can.get()) on_press=spread name="assign-now" /> }
    };
    view! {
        <Dialog open=open title=t(W::AssignTitle) close_label=t(Common::Close) on_close=Callback::new(move |()| open.set(false)) foot=foot name="assign">
            <Show when=move || has_teams.get() fallback=move || view! { <p>{t(W::FirstTeams)}</p> }>
                <p>{text}</p>
                <ul class="plain-list">{per_team}</ul>
                <Field label=t_with(W::HandOver, move || vec![listed.with(|rows| rows.len()).to_string()])>
                    <Select options=names value=Signal::stored(String::new()) blank=t(W::NoTeam) on_change=to_one />
                </Field>
            </Show>
        </Dialog>
    }
}
