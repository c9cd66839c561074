//! Ratings 0–3 of several things: the items of an assessment by area, or the goals of a plan.
use super::control::words_of;
use super::draft::Slot;
use super::show::{rated_name, rates_items};
use crate::domain::codes::{self, assessment};
use crate::domain::value::Value;
use crate::i18n::codes::code_text;
use crate::i18n::form::FormWord;
use crate::i18n::t;
use crate::ui::kit::{Field, Rating};
use leptos::prelude::*;

#[component]
pub fn Ratings(at: Slot) -> impl IntoView {
    // The view macro keeps the name `slot` for itself.
    let slot = at;
    // What is rated changes only with the page's options or with what the record holds already.
    let groups = Memo::new(move |_| groups(slot));
    let group = move |(area, rated): (String, Vec<String>)| {
        let heading = (!area.is_empty()).then(|| {
            let area = Signal::derive(move || code_text(&codes::DOMAIN, &area, slot.language.get()));
            view! { <p class="part-name">{area}</p> }
        });
        view! { {heading} {rated.into_iter().map(|of| rating(slot, of)).collect_view()} }.into_any()
    };
    let body = move || match groups.get() {
        none if none.is_empty() => {
            view! { <p class="field-hint">{t(FormWord::NothingToChoose)}</p> }.into_any()
        }
        groups => groups.into_iter().map(group).collect_view().into_any(),
    };
    view! { <div class="form">{body}</div> }.into_any()
}

fn rating(slot: Slot, of: String) -> AnyView {
    let (key, named) = (of.clone(), of.clone());
    let value = Signal::derive(move || slot.value.with(|value| rating_in(value, &of)));
    let words = Signal::derive(move || words_of(&codes::RATING, slot.language.get()));
    let name = Signal::derive(move || {
        let offered = slot.refs.options(slot.field).into_iter().find(|option| option.value == named);
        let named_by = |kind, id: &str| slot.refs.name(kind, id);
        offered.map_or_else(
            || rated_name(slot.field, &named, slot.language.get(), &named_by),
            |option| option.label,
        )
    });
    let set = move |rating: Option<i64>| {
        let mut map = match slot.value.get_untracked() {
            Value::Map(map) => map,
            _ => Default::default(),
        };
        match rating {
            Some(step) => map.insert(key.clone(), Value::Int(step)),
            None => map.remove(&key),
        };
        slot.set(if map.is_empty() { Value::Null } else { Value::Map(map) });
    };
    view! { <Field label=name group=true><Rating value=value on_change=set words=words /></Field> }.into_any()
}

fn rating_in(value: &Value, of: &str) -> Option<i64> {
    match value {
        Value::Map(map) => map.get(of).and_then(Value::as_int),
        _ => None,
    }
}

/// What is to be rated, by area (empty: none), with what is rated already and no longer offered at the end.
fn groups(slot: Slot) -> Vec<(String, Vec<String>)> {
    let offered = slot.refs.options(slot.field);
    let mut groups: Vec<(String, Vec<String>)> = match (offered.is_empty(), rates_items(slot.field)) {
        (true, true) => {
            let area = |area: &'static codes::Code| {
                let items = assessment::items_of(area.code).map(|item| item.code.to_owned());
                (area.code.to_owned(), items.collect::<Vec<_>>())
            };
            codes::DOMAIN.codes.iter().map(area).filter(|(_, items)| !items.is_empty()).collect()
        }
        (true, false) => Vec::new(),
        (false, _) => vec![(String::new(), offered.into_iter().map(|option| option.value).collect())],
    };
    let held: Vec<String> = slot.value.with(|value| match value {
        Value::Map(map) => map.keys().cloned().collect(),
        _ => Vec::new(),
    });
    let known = |of: &String| groups.iter().any(|(_, rated)| rated.contains(of));
    let others: Vec<String> = held.into_iter().filter(|of| !known(of)).collect();
    if !others.is_empty() {
        groups.push((String::new(), others));
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;
    use crate::domain::value::Values;
    use crate::i18n::use_language;
    use crate::ui::form::Refs;
    use crate::ui::kit::Choice;

    fn groups_of(table: &str, key: &str, refs: Refs, held: &[&str]) -> Vec<(String, Vec<String>)> {
        let table = records::table(table).unwrap();
        let map = held.iter().map(|of| ((*of).to_owned(), Value::Int(1))).collect();
        let draft = RwSignal::new(Values::from([(key.to_owned(), Value::Map(map))]));
        groups(Slot::new(table, table.field(key).unwrap(), draft, refs, use_language()))
    }

    #[test]
    fn what_is_rated_already_stays_in_sight() {
        let owner = Owner::new();
        owner.with(|| {
            let goals =
                || Refs::new(|_, _| None, |_| vec![Choice::new("g1", "吃饭"), Choice::new("g2", "穿衣")]);
            let rated = groups_of("visit", "goals", goals(), &["g2", "g0"]);
            let texts = |list: &[&str]| list.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
            assert_eq!(rated, [(String::new(), texts(&["g1", "g2"])), (String::new(), texts(&["g0"]))]);
            let items = groups_of("assessment", "ratings", Refs::none(), &["GM1"]);
            assert_eq!(items.len(), codes::DOMAIN.codes.len());
            assert!(items.iter().any(|(area, items)| area == "GM" && items.contains(&"GM1".to_owned())));
        });
    }
}
