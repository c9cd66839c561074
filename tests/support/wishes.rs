//! What the people of the fuzz wish for: commands of every kind over a small set of records, so that they often meet.
use super::rng::Rng;
use baoxue::domain::id::{FileId, RecordId};
use baoxue::domain::value::{Value, Values};
use baoxue::register::change::{Act, RecordKey, Sets};
use baoxue::register::command::Command;
use baoxue::register::file::File;
use std::collections::BTreeMap;

const TABLES: &[(&str, &[&str])] = &[
    ("pupil", &["name", "village", "town", "safety_note", "communication", "x_newer"]),
    ("guardian", &["name", "kinship", "phone", "works_away"]),
    ("visit", &["date", "start", "end", "place", "content", "done", "rating", "goals", "x_newer"]),
    ("placement", &["mode", "from", "to"]),
    // A table of a newer version.
    ("x_thing", &["text", "count"]),
];

const OF_A_SCHOOL: &[(&str, &[&str])] = &[("school", &["name", "code", "town", "principal", "phone"])];

fn texts(field: &str) -> &'static [&'static str] {
    match field {
        "name" | "principal" => &["林小满", "陈安", "阿依古丽·买买提"],
        "village" => &["上石门村", "下石门村", "西陈沟村"],
        "town" => &["云岭镇", "柳河镇"],
        "safety_note" => &["无", "癫痫,随身带药"],
        "kinship" => &["51", "62"],
        "phone" => &["13900010001", "13900010002", "0538-6000123"],
        "date" | "from" => &["2026-03-02", "2026-03-09", "2026-03-10"],
        "to" => &["2026-03-01", "2026-03-10", "2026-07-10"],
        "start" => &["09:00", "10:00"],
        // Before some beginnings: refused, or broken by two sound halves that meet.
        "end" => &["09:30", "10:30", "11:00"],
        "place" => &["家中", "村委会"],
        "content" => &["认识颜色", "洗手", "抓握"],
        "mode" => &["HOME", "INCLUSIVE"],
        "code" => &["3702990001", "3702990002"],
        _ => &["甲", "乙"],
    }
}

pub fn value(field: &str, rng: &mut Rng) -> Value {
    if rng.permille(100) {
        return Value::Null;
    }
    match field {
        "done" | "works_away" => rng.permille(500).into(),
        "rating" | "count" => (rng.below(4) as i64).into(),
        "communication" => Value::List(vec![(*rng.pick(&["SPEECH", "EYE", "GESTURE"])).into()]),
        "goals" => Value::Map(BTreeMap::from([("g1".to_owned(), (rng.below(4) as i64).into())])),
        "x_newer" => Value::Map(BTreeMap::from([("how".to_owned(), Value::Number("0.5".into()))])),
        _ => (*rng.pick(texts(field))).into(),
    }
}

fn a_record(kind: &str, rng: &mut Rng) -> (RecordKey, &'static [&'static str]) {
    let tables = if kind == "school" { OF_A_SCHOOL } else { TABLES };
    let (table, fields) = *rng.pick(tables);
    let id = if table == kind { 0 } else { 1 + rng.below(4) as u128 };
    (RecordKey::new(table, RecordId(id)), fields)
}

fn sets(kind: &str, rng: &mut Rng) -> Sets {
    let mut sets = Sets::new();
    let records = if rng.permille(150) { 2 } else { 1 };
    for _ in 0..records {
        let (key, fields) = a_record(kind, rng);
        let mut values = Values::new();
        for _ in 0..1 + rng.below(3) {
            let field = *rng.pick(fields);
            values.insert(field.to_owned(), value(field, rng));
        }
        sets.insert(key, values);
    }
    sets
}

fn an_existing_record(file: &File, rng: &mut Rng) -> RecordKey {
    let keys: Vec<&RecordKey> = file.tree().all().map(|(key, _)| key).collect();
    match keys.is_empty() {
        true => RecordKey::root(&file.kind),
        false => (*rng.pick(&keys)).clone(),
    }
}

/// A command for this file; many are refused, as people's are.
pub fn command(file: &File, files: &[FileId], rng: &mut Rng) -> Command {
    match rng.below(1000) {
        0..600 => Command::Set { act: Act::EDIT, sets: sets(&file.kind, rng) },
        600..690 => Command::Delete { record: an_existing_record(file, rng) },
        690..740 => Command::BringBack { record: an_existing_record(file, rng) },
        740..850 => settling(file, rng),
        850..970 => undoing(file, rng),
        970..988 => Command::Join { into: *rng.pick(files) },
        988..996 => Command::UnJoin,
        _ => Command::Erase,
    }
}

fn settling(file: &File, rng: &mut Rng) -> Command {
    let conflicts = file.conflicts();
    if conflicts.is_empty() {
        return Command::Set { act: Act::EDIT, sets: sets(&file.kind, rng) };
    }
    let conflict = rng.pick(&conflicts);
    let value = match rng.permille(800) {
        true => rng.pick(&conflict.siblings).1.clone(),
        false if conflict.field.starts_with('~') => rng.permille(500).into(),
        false => value(&conflict.field, rng),
    };
    Command::Settle { record: conflict.record.clone(), field: conflict.field.clone(), value }
}

/// Mostly one of the latest, which can be undone and, undone again, redone.
fn undoing(file: &File, rng: &mut Rng) -> Command {
    let changes = file.changes();
    if changes.is_empty() {
        return Command::UnJoin;
    }
    let back = if rng.permille(700) { changes.len().min(4) } else { changes.len() };
    Command::Undo { dot: changes[changes.len() - 1 - rng.below(back)].dot }
}
