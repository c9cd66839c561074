//! Every crate of `Cargo.lock` stands in `docs/dependencies.tsv`: its licence, where its code runs, and why it is there. A crate
//! that nobody has looked at fails here. No database of advisories is asked: none can be had without a network.
//!
//! After a change: `cargo test --test dependencies write_list -- --ignored`, then write a reason for what is new and read the diff.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test target"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

const LIST: &str = "docs/dependencies.tsv";
const HEAD: &str = "crate\tlicence\truns in\twhy";
/// Licences under which the program may be passed on; an expression needs one of its alternatives here.
const LICENCES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "Unicode-3.0",
    "Zlib",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "MIT-0",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    licence: String,
    runs: String,
    why: String,
}

type Rows = BTreeMap<String, Row>;

fn metadata(platform: Option<&str>) -> Value {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(["metadata", "--format-version", "1", "--locked", "--offline"]);
    command.args(platform.map(|name| ["--filter-platform", name]).into_iter().flatten());
    let out = command.output().unwrap();
    assert!(out.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

/// Reaches along edges of these kinds; `macros` are not entered: their code runs in the compiler.
fn reached(data: &Value, kinds: &[Option<&str>], macros: &BTreeSet<&str>) -> BTreeSet<String> {
    let root = data["resolve"]["root"].as_str().unwrap();
    let nodes: BTreeMap<&str, &Value> = data["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (node["id"].as_str().unwrap(), node))
        .collect();
    let (mut found, mut todo) = (BTreeSet::new(), vec![root]);
    while let Some(id) = todo.pop() {
        for dep in nodes[id]["deps"].as_array().unwrap() {
            let to = dep["pkg"].as_str().unwrap();
            // Only the root's own edges may be of another kind: below it, what is linked is linked.
            let allowed = if id == root { kinds } else { &[None] };
            let fits =
                dep["dep_kinds"].as_array().unwrap().iter().any(|k| allowed.contains(&k["kind"].as_str()));
            if fits && !macros.contains(to) && found.insert(to.to_owned()) {
                todo.push(to);
            }
        }
    }
    found
}

/// The truth of the lock file: every crate with its licence, where it runs and through whom it comes.
fn found() -> Rows {
    let (all, shipped) = (metadata(None), metadata(Some("wasm32-unknown-unknown")));
    let packages = all["packages"].as_array().unwrap();
    let root = all["resolve"]["root"].as_str().unwrap();
    let is_macro = |package: &&Value| {
        let targets = package["targets"].as_array().unwrap();
        targets.iter().any(|t| t["kind"].as_array().unwrap().iter().any(|kind| kind == "proc-macro"))
    };
    let macros: BTreeSet<&str> =
        packages.iter().filter(is_macro).map(|package| package["id"].as_str().unwrap()).collect();
    let page = reached(&shipped, &[None], &macros);
    let tests = reached(&all, &[None, Some("dev")], &macros);
    let name_of: BTreeMap<&str, &str> =
        packages.iter().map(|p| (p["id"].as_str().unwrap(), p["name"].as_str().unwrap())).collect();
    let mut through: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for node in all["resolve"]["nodes"].as_array().unwrap() {
        for dep in node["dependencies"].as_array().unwrap() {
            through.entry(dep.as_str().unwrap()).or_default().insert(name_of[node["id"].as_str().unwrap()]);
        }
    }
    let mut rows = Rows::new();
    for package in packages.iter().filter(|package| package["id"] != *root) {
        let id = package["id"].as_str().unwrap();
        let runs = match id {
            id if page.contains(id) => "page",
            id if tests.contains(id) => "tests",
            _ => "build",
        };
        let users = through.get(id).cloned().unwrap_or_default();
        let is_direct = users.contains("baoxue");
        let why = if is_direct { String::new() } else { format!("of {}", users.first().unwrap_or(&"?")) };
        let licence = package["license"].as_str().unwrap_or("none").to_owned();
        let row = rows.entry(package["name"].as_str().unwrap().to_owned()).or_insert_with(|| Row {
            licence,
            runs: runs.to_owned(),
            why: why.clone(),
        });
        // Of two versions, the one nearer to the user decides.
        if runs == "page" {
            row.runs = runs.to_owned();
        }
        if is_direct {
            row.why = why;
        }
    }
    rows
}

fn listed() -> Rows {
    let text = std::fs::read_to_string(LIST).unwrap();
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some(HEAD));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [name, licence, runs, why] = cells[..] else { panic!("{LIST}: four cells are expected: {line}") };
        let row = Row { licence: licence.to_owned(), runs: runs.to_owned(), why: why.to_owned() };
        (name.to_owned(), row)
    };
    lines.map(row).collect()
}

fn may_be_passed_on(licence: &str) -> bool {
    let plain = licence.replace(['(', ')'], "").replace('/', " OR ").replace(" WITH LLVM-exception", "");
    // "A OR B AND C" is read as every part of AND having an alternative of ours.
    plain.split(" AND ").all(|part| part.split(" OR ").any(|one| LICENCES.contains(&one.trim())))
}

#[test]
fn every_crate_was_looked_at_and_has_a_licence_and_a_reason() {
    let (found, listed) = (found(), listed());
    let names = |rows: &Rows| rows.keys().cloned().collect::<BTreeSet<_>>();
    let unlisted: Vec<_> = names(&found).difference(&names(&listed)).cloned().collect();
    let gone: Vec<_> = names(&listed).difference(&names(&found)).cloned().collect();
    assert!(unlisted.is_empty() && gone.is_empty(), "not in {LIST}: {unlisted:?}; no longer used: {gone:?}");
    for (name, row) in &found {
        let said = &listed[name];
        assert!(may_be_passed_on(&row.licence), "{name}: {} is no licence of ours", row.licence);
        assert_eq!((&said.licence, &said.runs), (&row.licence, &row.runs), "{name}: write the list anew");
        assert!(said.why.chars().count() > 3, "{name} has no reason");
    }
    let page = found.values().filter(|row| row.runs == "page").count();
    println!("{} crates, {page} of them in the page or its worker", found.len());
}

#[test]
fn a_licence_is_ours_or_it_is_not() {
    for (licence, is_ours) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("MIT OR Apache-2.0 OR LGPL-2.1-or-later", true),
        ("Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT", true),
        ("GPL-3.0-only", false),
        ("MIT AND AGPL-3.0-only", false),
        ("none", false),
    ] {
        assert_eq!(may_be_passed_on(licence), is_ours, "{licence}");
    }
}

#[test]
#[ignore = "writes docs/dependencies.tsv"]
fn write_list() {
    let known = std::fs::read_to_string(LIST).is_ok().then(listed).unwrap_or_default();
    let mut text = format!("{HEAD}\n");
    for (name, row) in found() {
        let why = match row.why.is_empty() {
            true => known.get(&name).map(|row| row.why.clone()).unwrap_or_default(),
            false => row.why,
        };
        text += &format!("{name}\t{}\t{}\t{why}\n", row.licence, row.runs);
    }
    std::fs::write(LIST, text).unwrap();
}
