//! Compares a folder of departments' lists as the page does, and prints the figures and who stands in A and B as one JSON object:
//! `cargo run --release --example compare_lists -- FOLDER [--confirm none|all] [--settings FILE]`
//! FILE is a JSON object with any of the keys of [`Settings`]: `absence_limit_days`, `entry_age`, `school_years`,
//! `proper_statuses`, `school_year`, `placements_on`.
use baoxue::lists::columns::LISTS;
use baoxue::lists::compare::job::{Question, Reply, Which};
use baoxue::lists::compare::{Decisions, Set, Settings, Verdict};
use baoxue::lists::job::{Answer, Ask, Chosen, Desk};
use std::io::{Write, stderr, stdout};

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let told = run(&args.iter().map(String::as_str).collect::<Vec<_>>());
    let written = match &told {
        Ok(figures) => writeln!(stdout(), "{figures:#}"),
        Err(why) => writeln!(stderr(), "compare_lists: {why}"),
    };
    if told.is_ok() && written.is_ok() { 0.into() } else { 1.into() }
}

pub fn run(mut args: &[&str]) -> Result<serde_json::Value, String> {
    let (mut folder, mut confirm, mut settings) = (None, true, Settings::default());
    while let [arg, rest @ ..] = args {
        args = match (*arg, rest) {
            ("--confirm", [how @ ("none" | "all"), rest @ ..]) => (confirm = *how == "all", rest).1,
            ("--settings", [file, rest @ ..]) => {
                let text = std::fs::read_to_string(file).map_err(|why| format!("{file}: {why}"))?;
                settings = serde_json::from_str(&text).map_err(|why| format!("{file}: {why}"))?;
                rest
            }
            (path, rest) if folder.is_none() && !path.starts_with("--") => (folder = Some(path), rest).1,
            (other, _) => {
                return Err(format!("{other}: FOLDER [--confirm none|all] [--settings FILE] expected"));
            }
        };
    }
    let (mut desk, folder) = (Desk::default(), folder.ok_or("FOLDER expected")?);
    let mut chosen: Vec<Chosen> = Vec::new();
    for file in std::fs::read_dir(folder)
        .map_err(|why| format!("{folder}: {why}"))?
        .flatten()
        .filter(|f| f.path().is_file())
    {
        let (name, bytes) = (file.file_name().to_string_lossy().into_owned(), std::fs::read(file.path()));
        let opened =
            desk.open(name.clone(), &bytes.map_err(|why| format!("{name}: {why}"))?, &[], &mut |_| {});
        let sheets = if let Answer::Opened(opened) = opened { opened.proposed() } else { Vec::new() };
        if sheets.is_empty() {
            writeln!(stderr(), "{name}: no list that is known; left out").map_err(|why| why.to_string())?;
        }
        chosen.extend(sheets);
    }
    let mut ask = |ask: Ask| desk.answer(ask, &[], &mut |_| {});
    for kind in LISTS.map(|list| list.kind) {
        let parts: Vec<Chosen> = chosen.iter().filter(|sheet| sheet.mapping.kind == kind).cloned().collect();
        if !parts.is_empty() && ask(Ask::Take { kind, parts }) == Answer::NotOpen {
            return Err(format!("the list {kind:?} could not be taken"));
        }
    }
    let mut question = |question| {
        if let Answer::Compared(reply) = ask(Ask::Compare(question)) { reply } else { Reply::Done }
    };
    let mut decisions = Decisions::default();
    if confirm {
        question(Question::Compare { settings: settings.clone(), decisions: decisions.clone() });
        let which = Which { sure: Some(true), ..Which::default() };
        if let Reply::Proposals { shown, .. } =
            question(Question::Proposals { which, from: 0, count: u32::MAX })
        {
            shown.iter().for_each(|shown| decisions.decide(&shown.proposal.key, Verdict::Confirm));
        }
    }
    let Reply::Compared(summary) = question(Question::Compare { settings, decisions }) else {
        return Err("nothing was compared".into());
    };
    summary.days.school_year.ok_or("no list says which day it holds for; give school_year in --settings")?;
    let mut figures = serde_json::to_value(summary.figures()).map_err(|why| why.to_string())?;
    for (key, set) in [("A", Set::A), ("B", Set::B)] {
        if let Reply::Members { members, .. } = question(Question::Members { set, from: 0, count: u32::MAX })
        {
            let mut numbers: Vec<String> = members.into_iter().map(|member| member.number).collect();
            numbers.sort();
            figures["ids"][key] = numbers.into();
        }
    }
    Ok(figures)
}
