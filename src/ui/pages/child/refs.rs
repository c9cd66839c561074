//! What ids stand for in one child's file, and what may be chosen there: schools, staff, the file's own guardians, carers,
//! plans and goals, the terms around today.
use super::Open;
use crate::domain::codes;
use crate::domain::field::{Field, FileKind, Kind};
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::{Lang, dates};
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::register::summary::Summary;
use crate::ui::form::{Refs, term_choices};
use crate::ui::kit::Choice;
use leptos::prelude::*;

pub fn child_refs(child: Open) -> Refs {
    Refs::new(
        move |kind, id| match kind {
            Kind::File(_) => {
                let name = child.register.name_of(id.parse::<FileId>().ok()?);
                (!name.is_empty()).then_some(name)
            }
            Kind::Record(table) => {
                record_name(&*child.file()?, table, id.parse().ok()?, child.language.get())
            }
            _ => None,
        },
        move |field| options(child, field),
    )
}

fn options(child: Open, field: &'static Field) -> Vec<Choice> {
    let lang = child.language.get();
    match field.kind {
        Kind::File(kind) | Kind::Files(kind) => files(child, kind),
        Kind::Record(table) | Kind::Records(table) => records(child, table, lang),
        Kind::Ratings if field.key == "goals" => records(child, "short_goal", lang),
        Kind::Text if field.key == "term" => term_choices(child.register.today.get(), lang),
        _ => Vec::new(),
    }
}

/// Schools and staff by name, each with what tells namesakes apart; those who left are not offered.
fn files(child: Open, kind: FileKind) -> Vec<Choice> {
    let register = child.register;
    let today = register.today.get();
    let more = |summary: &Summary| match (summary.school(), summary.staff()) {
        (Some(school), _) => school.town.clone(),
        (_, Some(staff)) => staff.school.map(|id| register.name_of(id)).unwrap_or_default(),
        _ => String::new(),
    };
    let mut choices: Vec<Choice> = register.summaries.with(|all| {
        all.values()
            .filter(|summary| summary.kind == kind.key() && summary.is_listed())
            .filter(|summary| {
                summary.staff().is_none_or(|staff| staff.left_on.is_none_or(|left| left > today))
            })
            .map(|summary| Choice {
                value: summary.id.to_string(),
                label: summary.name.clone(),
                more: more(summary),
            })
            .collect()
    });
    // The child's own teachers and school stand first: they are nearly always meant.
    let own: Vec<String> = child
        .summary()
        .and_then(|summary| {
            let pupil = summary.pupil()?;
            Some(pupil.teachers.iter().chain(&pupil.school).map(FileId::to_string).collect())
        })
        .unwrap_or_default();
    choices.sort_by(|a, b| {
        let first = |choice: &Choice| !own.contains(&choice.value);
        (first(a), &a.label, &a.more).cmp(&(first(b), &b.label, &b.more))
    });
    choices
}

fn records(child: Open, table: &'static str, lang: Lang) -> Vec<Choice> {
    let Some(file) = child.file() else { return Vec::new() };
    let wanted = |values: &Values| match table {
        // A goal that was reached is not worked on again.
        "short_goal" => {
            values.get("state").and_then(Value::as_text) != Some("MET") && of_open_plan(&file, values)
        }
        _ => true,
    };
    let named = file
        .table(table)
        .filter(|(_, record)| wanted(&record.values))
        .filter_map(|(id, _)| Some(Choice::new(id.to_string(), record_name(&file, table, id, lang)?)));
    named.collect()
}

/// Does a short goal belong to a plan that is not closed? One whose plan cannot be found does.
fn of_open_plan(file: &File, goal: &Values) -> bool {
    let up = |values: &Values, field: &str, table: &'static str| {
        let id: RecordId = values.get(field)?.as_text()?.parse().ok()?;
        Some(file.shown(&RecordKey::new(table, id)))
    };
    let plan = up(goal, "long_goal", "long_goal").and_then(|long| up(&long, "plan", "plan"));
    plan.is_none_or(|plan| plan.get("closed_on").is_none_or(Value::is_blank))
}

/// What a record of the file is called where another names it.
pub fn record_name(file: &File, table: &str, id: RecordId, lang: Lang) -> Option<String> {
    let key = file.table(table).find(|(found, _)| *found == id)?.1;
    let text = |field: &str| key.values.get(field).and_then(Value::as_text).unwrap_or_default().to_owned();
    let date = |field: &str| text(field).parse().map(|date| dates::long(date, lang)).unwrap_or_default();
    let name = match table {
        "guardian" => {
            let kinship = code_text(&codes::KINSHIP, &text("kinship"), lang);
            [text("name"), kinship]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        }
        "carer" => text("person"),
        "plan" => dates::term(&text("term"), lang),
        "long_goal" | "short_goal" => text("text"),
        "document" => text("title"),
        "placement" => code_text(&codes::PLACEMENT_MODE, &text("mode"), lang),
        "booking" | "visit" => date("date"),
        _ => text("name"),
    };
    (!name.trim().is_empty()).then_some(name)
}
