//! Compares a folder of departments' lists as the page does, and prints the figures and who stands in A and B:
//! `cargo run --release --example compare_lists -- FOLDER [--confirm none|all] [--settings FILE]`
//! FILE is a JSON object with any of the keys of [`Settings`]: `absence_limit_days`, `entry_age`, `school_years`,
//! `proper_statuses`, `school_year`, `placements_on`.
use baoxue::lists::columns::LISTS;
use baoxue::lists::compare::job::{Question, Reply, Which};
use baoxue::lists::compare::{Decisions, Set, Settings, Verdict};
use baoxue::lists::job::{Answer, Ask, Chosen, Desk};
use std::io::{Write, stderr, stdout};

type Told<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Told<()> {
    Ok(writeln!(stdout(), "{:#}", run(&std::env::args().skip(1).collect::<Vec<_>>())?)?)
}

pub fn run(args: &[String]) -> Told<serde_json::Value> {
    let after = |flag: &str| args.iter().skip_while(|arg| *arg != flag).nth(1).map(String::as_str);
    let (confirm, file) = (after("--confirm").unwrap_or("all"), after("--settings"));
    let (Some(folder), "all" | "none", 1 | 3 | 5) = (args.first(), confirm, args.len()) else {
        return Err("usage: compare_lists FOLDER [--confirm none|all] [--settings FILE]".into());
    };
    let json =
        file.map_or(Ok("{}".into()), std::fs::read_to_string).map_err(|why| format!("{file:?}: {why}"))?;
    let settings: Settings = serde_json::from_str(&json).map_err(|why| format!("{file:?}: {why}"))?;
    let (mut desk, mut chosen) = (Desk::default(), Vec::new());
    for file in std::fs::read_dir(folder).map_err(|why| format!("{folder}: {why}"))? {
        let path = file?.path();
        let (name, bytes) = (path.display().to_string(), std::fs::read(&path).unwrap_or_default());
        match desk.open(name.clone(), &bytes, &[], &mut |_| {}) {
            Answer::Opened(opened) if !opened.proposed().is_empty() => chosen.extend(opened.proposed()),
            _ => writeln!(stderr(), "{name}: no list that is known; left out")?,
        }
    }
    for kind in LISTS.map(|list| list.kind) {
        let parts: Vec<Chosen> = chosen.iter().filter(|sheet| sheet.mapping.kind == kind).cloned().collect();
        if !parts.is_empty() {
            desk.answer(Ask::Take { kind, parts }, &[], &mut |_| {});
        }
    }
    let mut ask = |question| desk.held.answer(question, &[]);
    let mut asked = Question::Compare { settings: settings.clone(), decisions: Decisions::default() };
    if let (Reply::Compared(_), "all") = (ask(asked.clone()), confirm)
        && let Reply::Keys(keys) = ask(Question::Keys(Which::SURE))
    {
        let decisions = keys.into_iter().map(|key| (key, Verdict::Confirm)).collect();
        asked = Question::Compare { settings, decisions };
    }
    let Reply::Compared(summary) = ask(asked) else { return Err("nothing was compared".into()) };
    summary.days.school_year.ok_or("no list says which day it holds for: give school_year in --settings")?;
    let mut figures = summary.figures();
    for (key, set) in [("A", Set::A), ("B", Set::B)] {
        if let Reply::Members { members, .. } = ask(Question::Members { set, from: 0, count: u32::MAX }) {
            figures.ids.insert(key, members.into_iter().map(|member| member.number).collect());
        }
    }
    Ok(serde_json::to_value(figures)?)
}
