//! What changed since earlier batches: the day to compare with, the sets and lists with who came and left, the columns that read
//! differently; each figure opens its children.
use super::changed::ChangedChildren;
use super::figures::key_of;
use crate::app::comparing::{Comparing, Since, State, Trouble, use_comparing};
use crate::domain::date::Date;
use crate::i18n::list_columns::column_label;
use crate::i18n::pages::changes::Changes as W;
use crate::i18n::pages::compare::Compare::Working;
use crate::i18n::pages::compare::{origin_text, set_word};
use crate::i18n::{Common, Language, dates, t, t_with, use_language};
use crate::lists::compare::changes::{Figures, How, Of, Tally};
use crate::lists::compare::{Origin, Set};
use crate::ui::kit::{Banner, Button, Card, Choice, EmptyState, Field, Icon, Progress, Select, Tone};
use crate::ui::query::{Query, use_query, use_query_step};
use crate::ui::words::{desk_error, keep_error};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The sets that are told of, in the order of the page of results.
const SETS: [Set; 17] = [
    Set::A,
    Set::B,
    Set::Suspects,
    Set::PoorSuspects,
    Set::D1,
    Set::D2,
    Set::E,
    Set::F,
    Set::G,
    Set::BornNotHousehold,
    Set::Found,
    Set::Base,
    Set::Ledger,
    Set::HomeTeaching,
    Set::InOrdinaryClass,
    Set::InSpecialSchool,
    Set::CarerGaps,
];

/// How a change is named in the address: `a~came`, `roll~differs.class`.
pub fn key_of_change(of: Of, how: &How) -> String {
    let of = match of {
        Of::Set(set) => key_of(set),
        Of::List(list) => ["list.", &format!("{list:?}").to_lowercase()].concat(),
    };
    let how = match how {
        How::Came => "came".to_owned(),
        How::Left => "left".to_owned(),
        How::Differs(None) => "differs".to_owned(),
        How::Differs(Some(column)) => ["differs.", column.as_str()].concat(),
    };
    [of, how].join("~")
}

pub fn change_of_key(key: &str) -> Option<(Of, How)> {
    let (of, how) = key.split_once('~')?;
    let of = match of.strip_prefix("list.") {
        Some(name) => {
            Of::List(Origin::ALL.into_iter().find(|from| format!("{from:?}").to_lowercase() == name)?)
        }
        None => Of::Set(super::figures::set_of(of)?),
    };
    let how = match how.split_once('.') {
        Some(("differs", column)) => How::Differs(Some(column.to_owned())),
        _ if how == "came" => How::Came,
        _ if how == "left" => How::Left,
        _ => How::Differs(None),
    };
    Some((of, how))
}

pub fn name_of(of: Of, language: Language) -> String {
    match of {
        Of::Set(set) => language.say(set_word(set)).to_owned(),
        Of::List(list) => origin_text(list, language.get()).to_owned(),
    }
}

#[component]
pub fn ChangesView() -> impl IntoView {
    let (comparing, language) = (use_comparing(), use_language());
    let (day, change) = (use_query("since"), use_query_step("change"));
    let days = Memo::new(move |_| comparing.earlier_days());
    let chosen = Memo::new(move |_| {
        let asked: Option<Date> = day.get().parse().ok();
        days.with(|days| asked.filter(|asked| days.contains(asked)).or(days.first().copied()))
    });
    // Asked for when the page shows it, and anew after every comparison.
    Effect::new(move |_| {
        let is_ready = comparing.state.with(|state| matches!(state, State::Ready(_)));
        comparing.round.track();
        if let (true, Some(day)) = (is_ready, chosen.get()) {
            spawn_local(comparing.look_back(day));
        }
    });
    let options = Signal::derive(move || {
        let lang = language.get();
        days.with(|days| {
            days.iter().map(|day| Choice::new(day.to_string(), dates::long(*day, lang))).collect()
        })
    });
    let value = Signal::derive(move || chosen.get().map(|day| day.to_string()).unwrap_or_default());
    move || {
        match (chosen.get().is_some(), change_of_key(&change.get())) {
        (false, _) => {
            view! { <EmptyState icon=Icon::Compare title=t(W::NoEarlier) text=t(W::NoEarlierText) /> }.into_any()
        }
        (true, Some((of, how))) => view! { <ChangedChildren of how change /> }.into_any(),
        (true, None) => view! {
            <div class="change-day">
                <Field label=t(W::Since)><Select options value on_change=Callback::new(move |(to,): (String,)| day.set(&to)) /></Field>
            </div>
            <Told comparing change />
        }
        .into_any(),
    }
    }
}

/// How far the look back is, or what changed.
#[component]
fn Told(comparing: Comparing, change: Query) -> impl IntoView {
    let language = use_language();
    let loading = t_with(W::Loading, move || match comparing.since.get() {
        Since::Loading { done, all } => vec![done.to_string(), all.to_string()],
        _ => vec![String::new(), String::new()],
    });
    let done = Signal::derive(move || match comparing.since.get() {
        Since::Loading { done, all } => Some((done as u64, all as u64)),
        _ => None,
    });
    let phase = Memo::new(move |_| match comparing.since.get() {
        Since::Idle => "idle",
        Since::Loading { .. } => "loading",
        Since::Comparing => "comparing",
        Since::Ready(..) => "ready",
        Since::Failed(_) => "failed",
    });
    let again = Callback::new(move |()| spawn_local(comparing.refresh()));
    let trouble = move || match comparing.since.get() {
        Since::Failed(Trouble::Desk(why)) => desk_error(why, language.get()).to_owned(),
        Since::Failed(Trouble::Keep(why)) => keep_error(&why, language.get()),
        _ => language.say(crate::i18n::pages::compare::Compare::Damaged).to_owned(),
    };
    let stop = Callback::new(move |()| comparing.stop_looking_back());
    move || {
        match phase.get() {
        "loading" => view! { <Progress label=loading done cancel=t(Common::Cancel) on_cancel=stop /> }.into_any(),
        "comparing" => view! { <Progress label=t(Working) done=Signal::stored(None) cancel=t(Common::Cancel) on_cancel=stop /> }
            .into_any(),
        "failed" => view! {
            <Banner title=Signal::derive(trouble) tone=Tone::Late><Button label=t(W::Look) icon=Icon::Compare on_press=again /></Banner>
        }
        .into_any(),
        "ready" => match comparing.since.get_untracked() {
            Since::Ready(_, figures) => shown(figures, change),
            _ => ().into_any(),
        },
        _ => view! { <Button label=t(W::Look) icon=Icon::Compare on_press=again /> }.into_any(),
    }
    }
}

fn shown(figures: Arc<Figures>, change: Query) -> AnyView {
    let language = use_language();
    let sets: Vec<AnyView> = SETS
        .into_iter()
        .filter_map(|set| Some((set, *figures.sets.get(&set)?)))
        .filter(|(_, tally)| tally.then + tally.now > 0)
        .map(|(set, tally)| row(Of::Set(set), tally, change))
        .collect();
    let changed = |list: &Origin| figures.lists.get(list).filter(|list| !list.tally.is_still());
    let lists: Vec<AnyView> = Origin::ALL
        .into_iter()
        .filter_map(|list| Some((list, changed(&list)?.tally)))
        .map(|(list, tally)| row(Of::List(list), tally, change))
        .collect();
    let columns: Vec<AnyView> = Origin::ALL
        .into_iter()
        .filter_map(|list| Some((list, changed(&list)?.columns.clone())))
        .filter(|(_, columns)| !columns.is_empty())
        .map(|(list, columns)| {
            let title = move || language.say_with(W::ColumnsOf, &[origin_text(list, language.get())]);
            let chip = move |(column, count): (String, u32)| {
                let key = key_of_change(Of::List(list), &How::Differs(Some(column.clone())));
                let label = Signal::derive(move || {
                    let kind = list.kind().unwrap_or(crate::lists::columns::ListKind::Roll);
                    let name = column_label(kind, &column, language.get());
                    [name.as_str(), " ", &count.to_string()].concat()
                });
                view! { <Button label on_press=Callback::new(move |()| change.set(&key)) /> }.into_any()
            };
            view! {
                <p><strong>{title}</strong></p>
                <div class="row tight">{columns.into_iter().map(chip).collect::<Vec<_>>()}</div>
            }
            .into_any()
        })
        .collect();
    if lists.is_empty() && figures.sets.values().all(|tally| tally.is_still()) {
        return view! { <EmptyState icon=Icon::Compare title=t(W::NothingChanged) /> }.into_any();
    }
    view! {
        <Card title=t(W::Sets)>{table(sets)}</Card>
        <Card title=t(W::Lists)>{table(lists)}{columns}</Card>
    }
    .into_any()
}

fn table(rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="table-box">
            <table class="table changes">
                <thead><tr>
                    <th scope="col">{t(W::Set)}</th><th scope="col" class="number">{t(W::Then)}</th><th scope="col" class="number">{t(W::Now)}</th>
                    <th scope="col">{t(W::Came)}</th><th scope="col">{t(W::Left)}</th><th scope="col">{t(W::Differs)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(of: Of, tally: Tally, change: Query) -> AnyView {
    let language = use_language();
    let figure = |how: How, count: u32, word: W| match count {
        0 => view! { <td class="muted">"0"</td> }.into_any(),
        _ => {
            let key = key_of_change(of, &how);
            let name = key.clone();
            let label = move || {
                [
                    name_of(of, language).as_str(),
                    language.get().pick("：", ": "),
                    language.say(word),
                    " ",
                    &count.to_string(),
                ]
                .concat()
            };
            view! { <td><button type="button" class="button soft" data-name=name aria-label=label on:click=move |_| change.set(&key)>{count}</button></td> }
                .into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{move || name_of(of, language)}</th>
            <td class="number">{tally.then}</td><td class="number">{tally.now}</td>
            {figure(How::Came, tally.came, W::Came)}{figure(How::Left, tally.left, W::Left)}{figure(How::Differs(None), tally.differs, W::Differs)}
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_named_in_the_address_and_found_again() {
        for (of, how) in [
            (Of::Set(Set::A), How::Came),
            (Of::Set(Set::PoorSuspects), How::Left),
            (Of::List(Origin::RollCall), How::Differs(None)),
            (Of::List(Origin::Roll), How::Differs(Some("class".into()))),
        ] {
            assert_eq!(change_of_key(&key_of_change(of, &how)), Some((of, how)));
        }
        assert_eq!(change_of_key(""), None);
    }
}
