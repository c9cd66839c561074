//! What ids stand for in the open register: files by name, and what may be chosen for a field.
use super::refs::{Refs, term_choices};
use crate::app::register::Register;
use crate::domain::calendar::SchoolYear;
use crate::domain::field::{Field, FileKind, Kind};
use crate::i18n::Language;
use crate::ui::kit::Choice;
use leptos::prelude::*;

/// The register's files and terms. Records within a file are its page's matter.
pub fn register_refs(register: Register, language: Language) -> Refs {
    Refs::new(
        move |kind, id| match kind {
            Kind::File(_) => id.parse().ok().map(|id| register.name_of(id)).filter(|name| !name.is_empty()),
            _ => None,
        },
        move |field| register_options(register, language, field),
    )
}

/// What may be chosen for a field of files, a term or a school year; nothing for others.
pub fn register_options(register: Register, language: Language, field: &Field) -> Vec<Choice> {
    match (field.kind, field.key) {
        (Kind::File(kind) | Kind::Files(kind), _) => files(register, kind),
        (Kind::Text, "term") => term_choices(register.today.get(), language.get()),
        (Kind::Text, "team") => register.policy.with(|policy| {
            let open = policy.teams.iter().filter(|team| team.closed != Some(true));
            open.map(|team| Choice::new(team.name.clone(), team.name.clone())).collect()
        }),
        (Kind::Text, "year") => {
            let year = SchoolYear::of(register.today.get());
            (-1..=2).map(|n| year.plus(n).to_string()).map(|year| Choice::new(year.clone(), year)).collect()
        }
        _ => Vec::new(),
    }
}

/// The listed files of a kind by name, with what tells namesakes apart.
fn files(register: Register, kind: FileKind) -> Vec<Choice> {
    let mut choices: Vec<Choice> = register.summaries.with(|all| {
        let of_kind = all.values().filter(|summary| summary.kind == kind.key() && summary.is_listed());
        let choice = |summary: &std::sync::Arc<crate::register::summary::Summary>| {
            let school = summary.staff().and_then(|staff| all.get(&staff.school?)).map(|s| s.name.clone());
            let town = summary.school().map(|school| school.town.clone());
            let village = summary.pupil().map(|pupil| [pupil.town.as_str(), &pupil.village].join(" "));
            Choice {
                value: summary.id.to_string(),
                label: summary.name.clone(),
                more: school.or(town).or(village).unwrap_or_default(),
            }
        };
        of_kind.map(choice).collect()
    });
    choices.sort_by(|a, b| (&a.label, &a.more).cmp(&(&b.label, &b.more)));
    choices
}
