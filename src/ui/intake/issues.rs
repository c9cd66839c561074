//! What is wrong with a list, grouped by kind: sheet and cell, what stands there, what is expected and what to do.
use super::marked::MarkedDownloads;
use super::opening::Opening;
use crate::app::lists::batch::Part;
use crate::domain::identity::mask;
use crate::i18n::list_columns::column_label;
use crate::i18n::lists::{fault_text, weight_word};
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, Lang, Word, t, t_with, use_language};
use crate::lists::issue::{Issue, Weight};
use crate::ui::kit::{Button, Icon, Look, Status, Tone, icon};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows of a group that are shown before somebody asks for all.
const SHOWN: usize = 20;

/// Issues of one field and one kind of fault; the gravest groups first.
fn groups(issues: &[Issue]) -> Vec<Vec<Issue>> {
    let mut groups: Vec<Vec<Issue>> = Vec::new();
    let alike = |a: &Issue, b: &Issue| {
        (a.weight, &a.field) == (b.weight, &b.field)
            && std::mem::discriminant(&a.fault) == std::mem::discriminant(&b.fault)
    };
    for issue in issues {
        match groups.iter_mut().find(|group| group.first().is_some_and(|first| alike(first, issue))) {
            Some(group) => group.push(issue.clone()),
            None => groups.push(vec![issue.clone()]),
        }
    }
    groups.sort_by_key(|group| {
        (std::cmp::Reverse(group.first().map(|issue| issue.weight)), std::cmp::Reverse(group.len()))
    });
    groups
}

/// What stands in the cell; long numbers masked, the cell's place is said beside them.
fn found(issue: &Issue) -> String {
    let is_number = ["id_number", "certificate", "roll_number"].contains(&issue.field.as_str());
    match is_number && issue.found.chars().count() >= 15 {
        true => mask::id(&issue.found),
        false => issue.found.clone(),
    }
}

fn place(part: &Part, issue: &Issue) -> String {
    let source = part.sources.get(issue.place.source as usize);
    let sheet = source.map(|source| source.sheet.as_str()).unwrap_or_default();
    [sheet, " ", issue.place.name().as_str()].concat().trim().to_owned()
}

fn heading(part: &Part, group: &[Issue], lang: Lang) -> String {
    let Some(first) = group.first() else { return String::new() };
    let text = fault_text(&first.fault, &first.field, lang);
    let field = match first.field.is_empty() {
        true => W::WholeRow.text(lang).to_owned(),
        false => column_label(part.kind, &first.field, lang),
    };
    // One sentence for all of them, where it is one.
    match group.iter().all(|issue| fault_text(&issue.fault, &issue.field, lang) == text) {
        true => [field.as_str(), lang.pick("：", ": "), text.as_str()].concat(),
        false => field,
    }
}

fn tone(weight: Weight) -> Tone {
    match weight {
        Weight::Mended => Tone::Info,
        Weight::Doubt => Tone::Due,
        Weight::Refused => Tone::Late,
    }
}

#[component]
pub fn IssuesView(opening: Opening, part: Part) -> impl IntoView {
    let groups = groups(&part.issues);
    let count = part.issues.len();
    let part = Arc::new(part);
    (count > 0).then(|| {
        view! {
            <div class="stack tight">
                <h4>{t_with(W::Issues, move || vec![count.to_string()])}</h4>
                <MarkedDownloads opening part=part.clone() />
                {groups.into_iter().map(|group| view! { <Group part=part.clone() group /> }).collect_view()}
            </div>
        }
    })
}

#[component]
fn Group(part: Arc<Part>, group: Vec<Issue>) -> impl IntoView {
    let language = use_language();
    let all = RwSignal::new(group.len() <= SHOWN);
    let count = group.len();
    let weight = group.first().map_or(Weight::Mended, |issue| issue.weight);
    let group = Arc::new(group);
    let title = {
        let (part, group) = (part.clone(), group.clone());
        move || heading(&part, &group, language.get())
    };
    let rows = move || {
        let lang = language.get();
        let shown = if all.get() { count } else { SHOWN };
        let row = |issue: &Issue| {
            view! {
                <tr>
                    <td class="number">{place(&part, issue)}</td>
                    <td class="wrap">{found(issue)}</td>
                    <td>{fault_text(&issue.fault, &issue.field, lang)}</td>
                </tr>
            }
        };
        group.iter().take(shown).map(row).collect_view()
    };
    view! {
        <details class="fold">
            <summary>
                {icon(Icon::Right)}
                <span class="grow">{title}</span>
                <Status label=Signal::derive(move || language.say(weight_word(weight)).to_owned()) tone=tone(weight) />
                <span class="number">{count}</span>
            </summary>
            <div class="table-box">
                <table class="table small">
                    <thead><tr><th scope="col">{t(W::Cell)}</th><th scope="col">{t(W::Found)}</th><th scope="col">{t(W::WhatToDo)}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Show when=move || !all.get()>
                <Button label=t(Common::ShowMore) look=Look::Plain on_press=Callback::new(move |()| all.set(true)) />
            </Show>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::issue::{Fault, Place};

    fn issue(field: &str, fault: Fault, row: u32) -> Issue {
        let weight = fault.weight();
        Issue { place: Place::row(0, row), field: field.to_owned(), fault, weight, found: String::new() }
    }

    #[test]
    fn faults_of_one_kind_stand_together_and_the_gravest_first() {
        let issues = [
            issue("phone", Fault::NotAPhone, 1),
            issue("id_number", Fault::CheckDigit { expected: '1' }, 2),
            issue("id_number", Fault::CheckDigit { expected: 'X' }, 3),
            issue("name", Fault::Cleaned, 4),
        ];
        let rows: Vec<Vec<u32>> =
            groups(&issues).iter().map(|group| group.iter().map(|i| i.place.row).collect()).collect();
        assert_eq!(rows, [vec![2, 3], vec![1], vec![4]]);
    }

    #[test]
    fn a_long_number_is_masked_and_a_short_one_is_not() {
        let mut long = issue("id_number", Fault::CheckDigit { expected: '1' }, 1);
        long.found = "370299201209010019".to_owned();
        assert_eq!(found(&long), "370299********0019");
        let mut short = issue("id_number", Fault::Length { found: 9 }, 1);
        short.found = "370299201".to_owned();
        assert_eq!(found(&short), "370299201");
    }
}
