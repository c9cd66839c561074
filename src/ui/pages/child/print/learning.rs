//! What the forms of teaching lay out in tables of their own: rated items beside the time before, goals under their goals, the goals
//! of a visit; and how many times it has been.
use super::source::Source;
use crate::app::plan_draft::{long_goals, short_goals};
use crate::domain::calendar::SchoolYear;
use crate::domain::codes;
use crate::domain::id::RecordId;
use crate::domain::records::learning::{Assessment, ShortGoal};
use crate::domain::records::visit::Visit;
use crate::domain::value::{Value, Values};
use crate::i18n::Word;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Sheet as S;
use crate::i18n::pages::paper::Paper as W;
use crate::register::case::current;
use crate::register::change::RecordKey;
use crate::report::paper::{Block, Cell, Grid, Line, Place};
use std::collections::BTreeMap;

/// Rows to write in on a blank form.
const ROOM: usize = 5;

/// `第 12 次`: the visits of the school year that took place up to this one; the persuasions of the case.
pub fn counted(source: &Source, table: &str, id: RecordId) -> Option<String> {
    let nth = match table {
        "visit" => {
            let all: Vec<(RecordId, Visit)> =
                source.file.table("visit").map(|(id, record)| (id, Visit::read(&record.values))).collect();
            let this = all.iter().find(|(of, _)| *of == id).map(|(_, visit)| visit)?;
            let (day, year) = (this.date?, SchoolYear::of(this.date?));
            let is_before = |of: RecordId, visit: &Visit| {
                visit.done == Some(true)
                    && visit
                        .date
                        .is_some_and(|on| year.contains(on) && (on, visit.start, of) <= (day, this.start, id))
            };
            all.iter().filter(|(of, visit)| is_before(*of, visit)).count()
        }
        "persuasion" => {
            current(source.file, source.today)?.persuasions.iter().position(|one| one.id == id)? + 1
        }
        _ => return None,
    };
    (nth > 0).then(|| {
        let nth = nth.to_string();
        match table {
            "visit" => source.fill(W::NthVisit, &[&nth]),
            _ => [S::Nth.text(source.lang), source.lang.pick("：", " "), &nth].concat(),
        }
    })
}

/// The tables of a form after its fields.
pub fn more(source: &Source, table: &str, id: Option<RecordId>, values: &Values) -> Vec<Block> {
    match table {
        "assessment" => ratings(source, id, values),
        "plan" => goals(source, id),
        "visit" => rated_goals(source, values),
        _ => Vec::new(),
    }
}

fn ratings(source: &Source, id: Option<RecordId>, values: &Values) -> Vec<Block> {
    let this = Assessment::read(values);
    let before = source
        .file
        .table("assessment")
        .filter(|(of, _)| Some(*of) != id && !source.blank)
        .map(|(_, record)| Assessment::read(&record.values))
        .filter(|one| one.scale == this.scale && one.date < this.date)
        .max_by_key(|one| one.date)
        .map(|one| one.ratings)
        .unwrap_or_default();
    let mut rows = Vec::new();
    let score = |of: &BTreeMap<String, i64>, item: &str| of.get(item).map(i64::to_string).unwrap_or_default();
    for area in codes::DOMAIN.codes {
        let is_of = |item: &&str| item.trim_end_matches(|c: char| c.is_ascii_digit()) == area.code;
        let offered = codes::ITEM.codes.iter().map(|code| code.code);
        let items: Vec<&str> = match source.blank {
            true => offered.filter(is_of).collect(),
            false => {
                // Items of another scale stand after those of the house's own.
                let own: Vec<&str> =
                    offered.filter(is_of).filter(|item| this.ratings.contains_key(*item)).collect();
                let others = this.ratings.keys().map(String::as_str).filter(is_of);
                let others: Vec<&str> = others.filter(|item| codes::ITEM.find(item).is_none()).collect();
                own.into_iter().chain(others).collect()
            }
        };
        if items.is_empty() {
            continue;
        }
        let name = source.lang.pick(area.zh, area.en);
        let sum = |of: &BTreeMap<String, i64>| {
            let held: Vec<i64> = items.iter().filter_map(|item| of.get(*item).copied()).collect();
            if held.is_empty() {
                String::new()
            } else {
                format!("{}／{}", held.iter().sum::<i64>(), 3 * held.len())
            }
        };
        rows.push(vec![
            Cell::label(name).over(2),
            Cell { text: sum(&this.ratings), ..Cell::label("") },
            Cell { text: sum(&before), ..Cell::label("") },
        ]);
        rows.extend(items.iter().enumerate().map(|(n, item)| {
            let text = code_text(&codes::ITEM, item, source.lang);
            vec![
                Cell::centre((n + 1).to_string()),
                Cell::value(text),
                Cell::centre(score(&this.ratings, item)),
                Cell::centre(score(&before, item)),
            ]
        }));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let head =
        [W::ContentsNo, W::Item, W::Score, W::Before].map(|word| Cell::label(source.say(word))).to_vec();
    vec![
        Block::Heading(source.say(W::Ratings)),
        Block::Grid(Grid { widths: vec![10, 62, 14, 14], head: vec![head], rows, small: false }),
        Block::Lines(vec![Line::new(Place::Start, source.say(W::ScaleNote))]),
    ]
}

fn goals(source: &Source, id: Option<RecordId>) -> Vec<Block> {
    let heads =
        [W::LongGoal, W::ShortGoal, W::Criterion, W::DueDay, W::GoalState].map(|word| source.say(word));
    let mut rows = Vec::new();
    for (long_id, long) in id.map(|id| long_goals(source.file, id)).unwrap_or_default() {
        let area = code_text(&codes::DOMAIN, &long.domain, source.lang);
        let mut of = [area, long.text.clone()].join(source.lang.pick("：", ": "));
        let short = short_goals(source.file, long_id);
        if short.is_empty() {
            rows.push(vec![of, String::new(), String::new(), String::new(), String::new()]);
            continue;
        }
        for (_, goal) in short {
            let state = code_text(&codes::GOAL_STATE, &goal.state, source.lang);
            // The long goal stands once, before the first of its short ones.
            rows.push(vec![std::mem::take(&mut of), goal.text, goal.criterion, source.day(goal.due), state]);
        }
    }
    let room = if rows.is_empty() { ROOM } else { 0 };
    let grid = Grid::table(&[28, 30, 18, 13, 11], heads, rows).with_room(room);
    vec![Block::Heading(source.say(W::Goals)), Block::Grid(grid)]
}

fn rated_goals(source: &Source, values: &Values) -> Vec<Block> {
    let heads = [W::ShortGoal, W::Criterion, W::Score].map(|word| source.say(word));
    let rated = match values.get("goals") {
        Some(Value::Map(rated)) => rated.clone(),
        _ => BTreeMap::new(),
    };
    let row = |(goal, rating): (&String, &Value)| {
        let values = goal.parse().ok().map(|id| source.file.shown(&RecordKey::new("short_goal", id)));
        let goal = values.as_ref().map(ShortGoal::read).unwrap_or_default();
        let rating = rating.as_int().map(|rating| rating.to_string()).unwrap_or_default();
        let words = code_text(&codes::RATING, &rating, source.lang);
        vec![goal.text, goal.criterion, [rating, words].join(" ")]
    };
    let rows: Vec<Vec<String>> = rated.iter().map(row).collect();
    if rows.is_empty() && !source.blank {
        return Vec::new();
    }
    let room = if rows.is_empty() { 3 } else { 0 };
    let grid = Grid::table(&[46, 30, 24], heads, rows).with_room(room);
    vec![Block::Heading(source.say(W::GoalsToday)), Block::Grid(grid)]
}
