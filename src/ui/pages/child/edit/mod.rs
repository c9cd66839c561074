//! Writing one record of a child's file, on a page of its own: `/pupils/<file>/edit/<table>/<record or "new">`.
mod computed;
mod frame;
mod goals;
mod plan;
mod record;
pub mod saving;
mod scans;
pub mod sealing;
mod step;

use super::{Open, with_file};
use crate::domain::field::{FileKind, Table};
use crate::domain::id::RecordId;
use crate::domain::records;
use crate::i18n::pages::Child as W;
use crate::i18n::t;
use crate::register::change::RecordKey;
use crate::ui::kit::{EmptyState, Icon};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// What the address asks for: a table of a pupil's file, and a record of it or a new one.
fn wanted(table: &str, record: &str) -> Option<(&'static Table, Option<RecordId>)> {
    let (_, table) =
        records::TABLES.iter().find(|(kind, known)| *kind == FileKind::Pupil && known.key == table)?;
    match record {
        "new" if table.key != "pupil" => Some((table, None)),
        id => Some((table, Some(id.parse().ok()?))),
    }
}

#[component]
pub fn EditPage() -> impl IntoView {
    let params = use_params_map();
    with_file(move |child: Open| {
        let part = move |key: &str| params.read().get(key).unwrap_or_default();
        let asked = Memo::new(move |_| (part("table"), part("record")));
        let body = move || {
            let (table, record) = asked.get();
            let found = wanted(&table, &record).filter(|(table, record)| {
                let key = record.map(|id| RecordKey::new(table.key, id));
                key.is_none_or(|key| child.file_now().is_some_and(|file| file.record(&key).is_some()))
            });
            match found {
                None => view! { <EmptyState icon=Icon::File title=t(W::NoSuchPage) /> }.into_any(),
                Some((table, record)) if table.key == "plan" => {
                    view! { <plan::PlanForm child table record /> }.into_any()
                }
                Some((table, None)) if table.key == "case_step" => {
                    view! { <step::StepForm child /> }.into_any()
                }
                // A step that was taken stays as it is.
                Some((table, _)) if table.key == "case_step" => {
                    view! { <EmptyState icon=Icon::File title=t(W::NoSuchPage) /> }.into_any()
                }
                Some((table, record)) => view! { <record::RecordForm child table record /> }.into_any(),
            }
        };
        body.into_any()
    })
}

/// The part of the file to which a form of this table goes back.
pub fn tab_of(table: &str) -> &'static str {
    match table {
        "plan" | "long_goal" | "short_goal" => "plans",
        "document" | "photo" => "papers",
        "case" | "check" | "persuasion" | "notice" | "enrolment" | "case_step" => "case",
        "visit" | "booking" => "timeline",
        _ => "file",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_tables_of_a_pupils_file_are_written_here() {
        let id = RecordId(7);
        for (table, record, expected) in [
            ("guardian", "new", Some(("guardian", None))),
            ("guardian", &*id.to_string(), Some(("guardian", Some(id)))),
            ("pupil", "new", None),
            ("school", "new", None),
            ("guardian", "7", None),
            ("moon", "new", None),
        ] {
            let found = wanted(table, record).map(|(table, record)| (table.key, record));
            assert_eq!(found, expected, "{table}/{record}");
        }
    }
}
