//! Lists compared: the county's ten through the example's own code, exactly the answer key; and small worlds of one fault each.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test target"
)]
mod changes;
#[path = "../../examples/compare_lists.rs"]
#[allow(dead_code, reason = "its main is not called here")]
mod compare_lists;
mod county;
mod matching;
mod properties;
mod sets;
mod views;

use baoxue::domain::identity::check_digit;
use baoxue::lists::columns::{LISTS, ListKind};
use baoxue::lists::compare::job::{Question, Reply, Summary, Which};
use baoxue::lists::compare::{Decisions, Member, Set, Settings, Shown, Tier, Verdict};
use baoxue::lists::job::{Answer, Ask, Chosen, Desk};
use serde_json::Value;

fn fixture(path: &str) -> String {
    format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> Value {
    compare_lists::run(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>()).unwrap()
}

/// A valid number of the unassigned county: born on this day, with this sequence.
fn id(birth: &str, sequence: u32) -> String {
    let body = format!("370299{birth}{sequence:03}");
    format!("{body}{}", char::from(check_digit(body.as_bytes()).unwrap()))
}

const HOUSEHOLD: &str = "姓名,性别,出生日期,公民身份号码,户号,户主姓名,乡镇,村,人户状态";
const ROLL: &str = "学校名称,年级,班级,姓名,性别,出生日期,身份证件号,学籍号,现住址,就读方式,是否随班就读,残疾类型,学生状态,监护人姓名";
const ROLL_CALL: &str = "学校名称,年级,班级,姓名,身份证件号,到校情况,未到原因,未到起始日期,点名日期";

/// A list as a CSV: its title, its day, its headings, its rows.
fn list(title: &str, head: &str, rows: &[String]) -> String {
    format!("{title}\n填表时间:2026-03-01\n{head}\n{}\n", rows.join("\n"))
}

/// Opens the files and takes every list in them.
fn desk(files: &[String]) -> Desk {
    let mut desk = Desk::default();
    let mut chosen: Vec<Chosen> = Vec::new();
    for (at, text) in files.iter().enumerate() {
        match desk.open(format!("{at}.csv"), text.as_bytes(), &[], &mut |_| {}) {
            Answer::Opened(opened) => chosen.extend(opened.proposed()),
            other => panic!("{other:?}"),
        }
    }
    for kind in LISTS.map(|list| list.kind) {
        let parts: Vec<Chosen> = chosen.iter().filter(|sheet| sheet.mapping.kind == kind).cloned().collect();
        if !parts.is_empty() {
            desk.answer(Ask::Take { kind, parts }, &[], &mut |_| {});
        }
    }
    desk
}

fn ask(desk: &mut Desk, question: Question) -> Reply {
    match desk.answer(Ask::Compare(question), &[], &mut |_| {}) {
        Answer::Compared(reply) => reply,
        other => panic!("{other:?}"),
    }
}

fn compare(desk: &mut Desk, decisions: &Decisions) -> Summary {
    let question = Question::Compare { settings: Settings::default(), decisions: decisions.clone() };
    match ask(desk, question) {
        Reply::Compared(summary) => summary,
        other => panic!("{other:?}"),
    }
}

fn proposals(desk: &mut Desk) -> Vec<Shown> {
    match ask(desk, Question::Proposals { which: Which::default(), from: 0, count: u32::MAX }) {
        Reply::Proposals { total, shown } if total as usize == shown.len() => shown,
        other => panic!("{other:?}"),
    }
}

/// Confirms what may be confirmed in one go.
fn confirm_sure(desk: &mut Desk) -> Decisions {
    compare(desk, &Decisions::default());
    match ask(desk, Question::Keys(Which::SURE)) {
        Reply::Keys(keys) => keys.into_iter().map(|key| (key, Verdict::Confirm)).collect(),
        other => panic!("{other:?}"),
    }
}

fn members(desk: &mut Desk, set: Set) -> Vec<Member> {
    match ask(desk, Question::Members { set, from: 0, count: u32::MAX }) {
        Reply::Members { total, members } if total as usize == members.len() => members,
        other => panic!("{other:?}"),
    }
}

fn names(desk: &mut Desk, set: Set) -> Vec<String> {
    let mut names: Vec<String> = members(desk, set).into_iter().map(|member| member.name).collect();
    names.sort();
    names
}
