//! One record of a child's file while it is written: what may be prefilled, what follows from a number as one types, what a
//! pause seals, and the one transaction that saves it. No DOM.
//!
//! A save sets only the fields that differ from what the form began with, so that an edit never writes over what another
//! tablet changed meanwhile.
use crate::app::keeper::{Media, Order};
use crate::app::visit_draft::DraftPhoto;
use crate::domain::check::{Flaw, Problem};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::identity::{CertNumber, IdNumber, RollNumber};
use crate::domain::policy::VisitRule;
use crate::domain::records::case::Absence;
use crate::domain::records::documents::Photo;
use crate::domain::records::placement::Placement;
use crate::domain::records::pupil::{Pupil, Transfer};
use crate::domain::value::{Cell, Value, Values};
use crate::register::case::current;
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::file::File;
use serde::{Deserialize, Serialize};

/// Everything that a pause seals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordDraft {
    pub record: RecordId,
    /// The fields as the form found them; nothing for a new record.
    pub base: Values,
    pub values: Values,
    /// Pictures of a paper that wait for it to be saved.
    pub photos: Vec<DraftPhoto>,
    /// Pictures to be taken out of the file.
    pub removed: Vec<RecordId>,
}

/// The draft's name in the vault: ids only. `record`: `None` for a new one.
pub fn draft_name(file: FileId, table: &str, record: Option<RecordId>) -> String {
    match record {
        Some(record) => format!("{}{table}/{record}", drafts_of(file)),
        None => format!("{}{table}/new", drafts_of(file)),
    }
}

/// The prefix of the drafts of one child's records.
pub fn drafts_of(file: FileId) -> String {
    format!("edit/{file}/")
}

/// The table and the record that a draft's name stands for, as in the address.
pub fn place_of(file: FileId, name: &str) -> Option<(&str, &str)> {
    name.strip_prefix(drafts_of(file).as_str())?.split_once('/')
}

/// Who writes, and when.
#[derive(Clone, Debug)]
pub struct Setting {
    pub me: FileId,
    pub today: Date,
    /// The running term, `2025-2026-2`; empty between terms.
    pub term: String,
}

/// The fields of a record as it stands, without the register's own marks.
pub fn held(file: &File, key: &RecordKey) -> Values {
    let mut values = file.shown(key);
    values.retain(|field, _| !field.starts_with('~'));
    values
}

/// What a new record may begin with: days, people and terms that the tablet knows. Never a judgement.
pub fn prefilled(file: &File, table: &str, setting: &Setting) -> Values {
    let mut values = Values::new();
    let mut put = |field: &str, value: Value| {
        if !value.is_blank() {
            values.insert(field.to_owned(), value);
        }
    };
    let me = if setting.me == FileId(0) { Value::Null } else { setting.me.write() };
    let only = |table: &str| {
        let mut ids = file.table(table).map(|(id, _)| id);
        match (ids.next(), ids.next()) {
            (Some(id), None) => id.write(),
            _ => Value::Null,
        }
    };
    match table {
        "placement" | "carer" => put("from", setting.today.write()),
        "consent" => {
            put("date", setting.today.write());
            put("guardian", only("guardian"));
        }
        "assessment" => {
            put("date", setting.today.write());
            put("assessors", if me == Value::Null { Value::Null } else { Value::List(vec![me]) });
        }
        "counselling" => {
            put("date", setting.today.write());
            put("counsellor", me);
        }
        "counselling_plan" => {
            put("term", setting.term.clone().into());
            put("counsellor", me);
        }
        "own_plan" => {
            put("made_on", setting.today.write());
            let teacher = Pupil::read(&file.shown(&RecordKey::root(&file.kind))).main_teacher;
            put("teacher", teacher.map_or(me, |teacher| teacher.write()));
        }
        "measure" => put("own_plan", only("own_plan")),
        "transfer" => {
            put("on", setting.today.write());
            put("from_school", Pupil::read(&file.shown(&RecordKey::root(&file.kind))).school.write());
        }
        "carer_contact" => {
            put("date", setting.today.write());
            put("carer", only("carer"));
        }
        "term_summary" => {
            put("date", setting.today.write());
            put("term", setting.term.clone().into());
            put("author", me);
        }
        "feedback" => {
            put("date", setting.today.write());
            put("term", setting.term.clone().into());
            put("guardian", only("guardian"));
        }
        "lesson" | "aid" => put("date", setting.today.write()),
        "absence" => {
            put("from", setting.today.write());
            put("reason", "NONE".into());
        }
        "case" => {
            put("found_on", setting.today.write());
            let away = file.table("absence").map(|(_, record)| Absence::read(&record.values));
            let from = away.filter(Absence::is_open).filter_map(|away| away.from).min();
            put("absent_from", from.write());
            put("source", "EDU".into());
            put("set", "S".into());
        }
        "check" | "persuasion" | "notice" | "enrolment" => {
            let Some(view) = current(file, setting.today) else { return values };
            put("case", view.id.write());
            let mine = if me == Value::Null { Value::Null } else { Value::List(vec![me]) };
            match table {
                "check" => {
                    put("date", setting.today.write());
                    put("checkers", mine);
                    put("absent_from", view.case.absent_from.write());
                }
                "persuasion" => {
                    put("date", setting.today.write());
                    put("persuaders", mine);
                    let reason = view.last_check().map(|check| check.record.reason.clone());
                    put("reason", reason.unwrap_or_default().into());
                }
                "notice" => put("issued_on", setting.today.write()),
                _ => {
                    put("back_on", setting.today.write());
                    put("school", Pupil::read(&file.shown(&RecordKey::root(&file.kind))).school.write());
                }
            }
        }
        _ => {}
    }
    values
}

/// The fields that follow from the numbers of a record and differ from what it holds: birth and sex from the identity
/// number, kind and grade of disability from the certificate, the identity number from a certificate or a roll number.
pub fn derived(table: &str, values: &Values) -> Vec<(&'static str, Value)> {
    if table != "pupil" {
        return Vec::new();
    }
    let text = |field: &str| values.get(field).and_then(Value::as_text).unwrap_or_default();
    let mut found: Vec<(&'static str, Value)> = Vec::new();
    let cert = CertNumber::parse(text("cert_no")).ok();
    let typed = IdNumber::parse(text("id_no")).ok();
    let from_others = || cert.map(|cert| cert.id).or_else(|| RollNumber::parse(text("roll_no")).ok()?.id());
    let id = typed.or_else(|| if text("id_no").is_empty() { from_others() } else { None });
    if let Some(id) = id {
        found.push(("id_no", id.as_str().into()));
        found.push(("birth", id.birth().write()));
        found.push(("sex", id.sex().code().into()));
        if text("id_type").is_empty() {
            found.push(("id_type", "1".into()));
        }
    }
    if let Some(cert) = cert {
        found.push(("disability_type", cert.disability_type().into()));
        found.push(("disability_grade", cert.disability_grade().into()));
    }
    found.retain(|(field, value)| values.get(*field) != Some(value));
    found
}

/// The fields in which `values` differs from `base`; what was emptied is `Null`.
pub fn changed(base: &Values, values: &Values) -> Values {
    let set = values.iter().filter(|(field, value)| base.get(*field) != Some(value));
    let emptied = base.keys().filter(|field| !values.contains_key(*field));
    set.map(|(field, value)| (field.clone(), value.clone()))
        .chain(emptied.map(|field| (field.clone(), Value::Null)))
        .collect()
}

/// What the history calls the writing of such a record.
pub fn act_of(table: &str) -> Act {
    match table {
        "placement" | "decision" | "deferral" => Act::PLACE,
        "assessment" => Act::ASSESS,
        "plan" | "long_goal" | "short_goal" => Act::WRITE_PLAN,
        "counselling" | "counselling_plan" => Act::COUNSEL,
        "carer" => Act::ASSIGN_CARER,
        "consent" => Act::CONSENT,
        "term_summary" => Act::SUMMARISE_TERM,
        "case" => Act::OPEN_CASE,
        "check" => Act::CHECK_CASE,
        "persuasion" => Act::PERSUADE,
        "notice" => Act::NOTICE,
        "enrolment" => Act::ENROL,
        "visit" => Act::RECORD_VISIT,
        _ => Act::EDIT,
    }
}

/// An own norm below the county's rule without its reason: a reason is then required (domain.md §4.3).
pub fn lower_norm(table: &str, values: &Values, rule: &VisitRule) -> Option<Flaw> {
    let reason = match table {
        "placement" => "reason",
        "plan" => "lower_reason",
        _ => return None,
    };
    let below = |field: &str, norm: u32| {
        values.get(field).and_then(Value::as_int).is_some_and(|own| own < i64::from(norm))
    };
    let is_lower =
        below("visits_per_week", rule.visits_per_week) || below("hours_per_visit", rule.periods_per_visit);
    let explained = values.get(reason).is_some_and(|reason| !reason.is_blank());
    (is_lower && !explained).then_some(Flaw { field: reason, problem: Problem::LowerNorm })
}

/// The placements that a new one ends, each with its last day: the day before. One that began on that day is
/// [replaced](replaced_by); one that began later is left as it is; two that hold on one day are then a task.
pub fn ended_by(file: &File, record: RecordId, values: &Values) -> Vec<(RecordId, Date)> {
    let Some(from) = Placement::read(values).from else { return Vec::new() };
    let others = file.table("placement").filter(|(id, _)| *id != record);
    let open = others.filter(|(_, other)| {
        let other = Placement::read(&other.values);
        other.from.is_some_and(|begun| begun < from) && other.to.is_none_or(|to| to >= from)
    });
    open.map(|(id, _)| (id, from.plus_days(-1))).collect()
}

/// The placements that a new one takes the place of: begun on the same day, they would have held for no day. They are deleted
/// in the change that makes the new one; the history keeps them.
pub fn replaced_by(file: &File, record: RecordId, values: &Values) -> Vec<RecordId> {
    let Some(from) = Placement::read(values).from else { return Vec::new() };
    let others = file.table("placement").filter(|(id, _)| *id != record);
    others.filter(|(_, other)| Placement::read(&other.values).from == Some(from)).map(|(id, _)| id).collect()
}

/// The school that a new transfer takes the child to, where nothing later is on record; `None`: nothing to write on the child's page.
fn moved_to(file: &File, table: &str, record: RecordId, values: &Values) -> Option<FileId> {
    let transfer = (table == Transfer::TABLE.key).then(|| Transfer::read(values))?;
    let others = file.table(Transfer::TABLE.key).filter(|(id, _)| *id != record);
    let is_last = others.map(|(_, other)| Transfer::read(&other.values).on).all(|on| on <= transfer.on);
    let school = Pupil::read(&file.shown(&RecordKey::root(&file.kind))).school;
    transfer.to_school.filter(|to| is_last && school != Some(*to))
}

/// The one transaction that saves the record (`values`: the draft's, tidied), its pictures and what it ends.
pub fn orders(
    file: &File,
    table: &'static str,
    draft: &RecordDraft,
    values: &Values,
) -> (Vec<Order>, Vec<Media>) {
    let order = |command| Order { file: file.id, kind: FileKind::Pupil, command };
    let mut sets = Sets::from([(RecordKey::new(table, draft.record), changed(&draft.base, values))]);
    if table == "placement" {
        for (other, to) in ended_by(file, draft.record, values) {
            sets.insert(RecordKey::new("placement", other), Values::from([("to".to_owned(), to.write())]));
        }
    }
    if let Some(school) = moved_to(file, table, draft.record, values) {
        sets.insert(RecordKey::root(&file.kind), Values::from([("school".to_owned(), school.write())]));
    }
    let mut media = Vec::new();
    for photo in &draft.photos {
        let record = Photo {
            media: photo.hash.clone(),
            thumbnail: photo.thumbnail_hash.clone(),
            document: Some(draft.record),
            ..Photo::default()
        };
        sets.insert(RecordKey::new("photo", photo.record), record.write());
        media.push(Media { hash: photo.hash.clone(), bytes: photo.picture.clone() });
        media.push(Media { hash: photo.thumbnail_hash.clone(), bytes: photo.thumbnail.clone() });
    }
    let replaced = match table == "placement" && draft.base.is_empty() {
        true => replaced_by(file, draft.record, values),
        false => Vec::new(),
    };
    let removed = draft.removed.iter().map(|id| RecordKey::new("photo", *id));
    let removals = removed.chain(replaced.into_iter().map(|id| RecordKey::new("placement", id)));
    let removals = removals.map(|record| Command::Delete { record });
    let orders =
        std::iter::once(Command::Set { act: act_of(table), sets }).chain(removals).map(order).collect();
    (orders, media)
}

#[cfg(test)]
#[path = "record_draft_tests.rs"]
mod tests;
