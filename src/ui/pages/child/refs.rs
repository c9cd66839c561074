//! What ids stand for in one child's file, and what may be chosen there: schools, staff, the file's own guardians, carers,
//! plans and goals, the terms around today.
use super::Open;
use crate::domain::codes;
use crate::domain::field::{Field, Kind};
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::{Lang, dates};
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::register::summary::PupilSummary;
use crate::ui::form::{Refs, register_options, register_refs};
use crate::ui::kit::Choice;
use leptos::prelude::*;

pub fn child_refs(child: Open) -> Refs {
    let register = register_refs(child.register, child.language);
    Refs::new(
        move |kind, id| match kind {
            Kind::Record(table) => {
                record_name(&*child.file()?, table, id.parse().ok()?, child.language.get())
            }
            _ => register.name(kind, id),
        },
        move |field| options(child, field),
    )
}

fn options(child: Open, field: &'static Field) -> Vec<Choice> {
    let lang = child.language.get();
    match field.kind {
        Kind::Record(table) | Kind::Records(table) => records(child, table, lang),
        Kind::Ratings if field.key == "goals" => records(child, "short_goal", lang),
        Kind::File(_) | Kind::Files(_) => files(child, field),
        _ => register_options(child.register, child.language, field),
    }
}

/// Schools and staff: the child's own first, for they are nearly always meant; those who left are not offered.
fn files(child: Open, field: &'static Field) -> Vec<Choice> {
    let today = child.register.today.get();
    let mut choices = register_options(child.register, child.language, field);
    child.register.summaries.with(|all| {
        let of = |choice: &Choice| all.get(&choice.value.parse::<FileId>().ok()?)?.staff()?.left_on;
        choices.retain(|choice| of(choice).is_none_or(|left| left > today));
    });
    let own =
        |pupil: &PupilSummary| pupil.teachers.iter().chain(&pupil.school).map(FileId::to_string).collect();
    let own: Vec<String> = child.summary().and_then(|summary| summary.pupil().map(own)).unwrap_or_default();
    choices.sort_by_key(|choice| !own.contains(&choice.value));
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
        "own_plan" => {
            let parts = [date("made_on"), text("number")];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        }
        "measure" => text("what"),
        "plan" => dates::term(&text("term"), lang),
        "long_goal" | "short_goal" => text("text"),
        "document" => text("title"),
        "placement" => code_text(&codes::PLACEMENT_MODE, &text("mode"), lang),
        "booking" | "visit" => date("date"),
        _ => text("name"),
    };
    (!name.trim().is_empty()).then_some(name)
}
