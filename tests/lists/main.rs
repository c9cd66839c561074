//! Lists as offices send them, from the file's bytes to typed rows: the county's own, and ones with every fault.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test target"
)]
mod cases;
mod corrected;
mod county;
mod dossier;
mod every_kind;
mod faults;
mod ledger;
mod properties;
mod take_in;
mod unread;

use baoxue::lists::columns::ListKind;
use baoxue::lists::issue::{Fault, Issue, Weight};
use baoxue::lists::job::{Answer, Ask, Chosen, Desk, Opened};
use baoxue::lists::mapping::Mapping;
use baoxue::lists::read::{Looks, Unread, read, read_within};
use baoxue::lists::roster::RosterRow;
use baoxue::lists::schools::SchoolRow;
use baoxue::lists::sheet::{Cell, Format, LIMITS, Limits};
use baoxue::lists::taking::{Dropped, Taken};
use std::collections::BTreeMap;

const SCHOOLS: &str = "qinghe/01-教育-学校名录.xlsx";
const ROSTER: &str = "qinghe/09-教育-送教上门名册.xlsx";

fn bytes(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn open(desk: &mut Desk, path: &str) -> Opened {
    match desk.open(path.to_owned(), &bytes(path), &[], &mut |_| {}) {
        Answer::Opened(opened) => opened,
        other => panic!("{path}: {other:?}"),
    }
}

/// Opens a file and takes every visible sheet that looks like this kind of list.
fn ask(path: &str, kind: ListKind) -> Answer {
    let mut desk = Desk::default();
    let opened = open(&mut desk, path);
    let mut parts = Vec::new();
    for (sheet, seen) in opened.sheets.iter().enumerate().filter(|(_, seen)| !seen.hidden) {
        if let Some(proposal) = seen.proposals.first().filter(|proposal| proposal.mapping.kind == kind) {
            parts.push(Chosen { file: 0, sheet: sheet as u32, mapping: proposal.mapping.clone() });
        }
    }
    desk.answer(Ask::Take { kind, parts }, &[], &mut |_| {})
}

fn roster(path: &str) -> Taken<RosterRow> {
    match ask(path, ListKind::HomeTeaching) {
        Answer::Roster(taken) => taken,
        other => panic!("{path}: {other:?}"),
    }
}

fn schools(path: &str) -> Taken<SchoolRow> {
    match ask(path, ListKind::Schools) {
        Answer::Schools(taken) => taken,
        other => panic!("{path}: {other:?}"),
    }
}

/// Issues of one row of the sheet (as a person counts) that are more than mended.
fn issues<R>(taken: &Taken<R>, row: u32) -> Vec<(String, Fault, Weight)> {
    let here = |issue: &&Issue| issue.place.row + 1 == row;
    taken.issues.iter().filter(here).map(|i| (i.field.clone(), i.fault.clone(), i.weight)).collect()
}
