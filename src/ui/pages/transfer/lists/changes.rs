//! Files that a list would change: each field before and after, to be taken or kept as it is.
use super::state::{FieldAt, Taking};
use crate::app::lists::batch::Part;
use crate::domain::field::Kind;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, t, t_with, use_language};
use crate::lists::take_in::{FieldChange, Item, State};
use crate::register::history;
use crate::ui::form::{DiffRow, diff_rows};
use crate::ui::kit::{Button, Icon, Look, Status, Toggle, Tone, icon};
use leptos::prelude::*;
use std::sync::Arc;

/// Files shown before somebody asks for all.
const SHOWN: usize = 20;

fn at(item: &Item, change: &FieldChange) -> FieldAt {
    (item.id, change.record.clone(), change.field.clone())
}

#[component]
pub fn ChangesView(taking: Taking, part: Part) -> impl IntoView {
    let changed: Vec<Item> =
        part.plan.items.into_iter().filter(|item| item.state == State::Changed).collect();
    let count = changed.len();
    let items = Arc::new(changed);
    let all = RwSignal::new(count <= SHOWN);
    let every = {
        let items = items.clone();
        move || {
            items
                .iter()
                .flat_map(|item| item.changes.iter().map(|change| at(item, change)))
                .collect::<Vec<_>>()
        }
    };
    let (every, list) = (StoredValue::new(every), items);
    let rows = move || {
        let shown = if all.get() { count } else { SHOWN };
        list.iter().take(shown).map(|item| view! { <Changed taking item=item.clone() /> }).collect_view()
    };
    (count > 0).then(|| {
        view! {
            <div class="stack tight">
                <h4>{t_with(W::WouldChange, move || vec![count.to_string()])}</h4>
                <p class="muted small">{t(W::WouldChangeText)}</p>
                <div class="row tight">
                    <Button label=t(W::TakeAll) look=Look::Soft on_press=Callback::new(move |()| taking.choose(every.with_value(|every| every()), true)) />
                    <Button label=t(W::KeepAll) look=Look::Soft on_press=Callback::new(move |()| taking.choose(every.with_value(|every| every()), false)) />
                </div>
                {rows}
                <Show when=move || !all.get()>
                    <Button label=t(Common::ShowMore) look=Look::Plain on_press=Callback::new(move |()| all.set(true)) />
                </Show>
            </div>
        }
    })
}

#[component]
fn Changed(taking: Taking, item: Item) -> impl IntoView {
    let language = use_language();
    let name = item.name.clone();
    let item = Arc::new(item);
    let by_hand = item.changes.iter().any(|change| change.by_hand);
    let rows = {
        let item = item.clone();
        move || {
            let name_of = |kind: Kind, id: &str| match kind {
                Kind::File(_) | Kind::Files(_) => id
                    .parse()
                    .ok()
                    .map(|id| taking.opening.register.name_of(id))
                    .filter(|name| !name.is_empty()),
                _ => None,
            };
            let as_history: Vec<history::FieldChange> = item
                .changes
                .iter()
                .map(|change| history::FieldChange {
                    record: change.record.clone(),
                    field: change.field.clone(),
                    before: change.before.clone(),
                    after: change.after.clone(),
                })
                .collect();
            let rows = diff_rows(&as_history, true, language.get(), &name_of);
            rows.into_iter()
                .zip(&item.changes)
                .map(|(row, change)| one(taking, &item, change, row))
                .collect_view()
        }
    };
    view! {
        <details class="fold" open=by_hand>
            <summary>
                {icon(Icon::Right)}
                <strong class="grow">{name}</strong>
                {by_hand.then(|| view! { <Status label=t(W::ByHand) tone=Tone::Due /> })}
            </summary>
            <div class="diff">{rows}</div>
        </details>
    }
    .into_any()
}

fn one(taking: Taking, item: &Arc<Item>, change: &FieldChange, row: DiffRow) -> AnyView {
    let (held, field) = (item.clone(), change.clone());
    let taken = Signal::derive(move || taking.is_taken(&held, &field));
    let key = StoredValue::new(at(item, change));
    let choose = Callback::new(move |(take,): (bool,)| taking.choose([key.get_value()], take));
    view! {
        <div class="diff-row">
            <span class="diff-name">{row.label.clone()}</span>
            <span class=move || if taken.get() { "diff-before" } else { "diff-kept" }>{row.before}</span>
            <span class="diff-arrow">{icon(Icon::Right)}</span>
            <span class=move || if taken.get() { "diff-after" } else { "diff-not" }>{row.after}</span>
        </div>
        <Toggle label=t_with(W::UseList, move || vec![row.label.clone()]) value=taken on_change=choose />
    }
    .into_any()
}
