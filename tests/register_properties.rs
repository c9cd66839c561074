//! Properties of files, over commands and exchanges that proptest invents and shrinks.
//!
//! `PROPTEST_CASES` sets how many (64). The seed is fixed, so that a run that fails here fails everywhere.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test target"
)]

#[path = "support/rng.rs"]
mod rng;
#[path = "support/wishes.rs"]
mod wishes;

use baoxue::domain::date::Date;
use baoxue::domain::field::FileKind;
use baoxue::domain::id::FileId;
use baoxue::domain::value::Value;
use baoxue::domain::{check, records};
use baoxue::register::apply::apply;
use baoxue::register::change::{Change, DELETED, DeviceId, Dot, RecordKey};
use baoxue::register::clock::Hlc;
use baoxue::register::command::{Command, Ctx, Refused};
use baoxue::register::file::{File, Pack};
use baoxue::register::fingerprint;
use baoxue::register::history::history;
use baoxue::register::merge::merge;
use baoxue::register::summary::Summary;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use rng::Rng;
use std::collections::BTreeSet;

const FILE: FileId = FileId(0xa1);
const NOON: u64 = 1_773_200_400_000;

fn today() -> Date {
    "2026-03-11".parse().unwrap()
}

#[derive(Clone, Debug)]
enum Step {
    /// Somebody wishes something; what, follows from the number and the file.
    Do { tablet: usize, wish: u64 },
    /// One tablet takes in another's file.
    Take { tablet: usize, from: usize },
}

/// A few people at work on one pupil's file, each on an own tablet.
fn steps(tablets: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        5 => (0..tablets, any::<u64>()).prop_map(|(tablet, wish)| Step::Do { tablet, wish }),
        1 => (0..tablets, 0..tablets).prop_map(|(tablet, from)| Step::Take { tablet, from }),
    ];
    proptest::collection::vec(step, 1..40)
}

fn ctx(tablet: usize, n: usize) -> Ctx {
    // The tablets' clocks differ by a minute or so.
    let wall = NOON + n as u64 * 20_000 + (tablet as u64 * 70_000);
    let dot = Dot { device: DeviceId(tablet as u64 + 1), counter: n as u32 + 1, tag: 7 };
    Ctx { wall, today: today(), now: "14:02".parse().unwrap(), dot, by: FileId(tablet as u128 + 1) }
}

/// The change that a wish makes of this file, if it is not refused.
fn wished(file: &File, wish: u64, ctx: &Ctx) -> Option<Change> {
    let command = wishes::command(file, &[FILE, FileId(0xa2)], &mut Rng::new(wish));
    match apply(file, command, ctx) {
        Err(Refused::Untidy(fault)) => panic!("{fault:?}"),
        outcome => outcome.ok(),
    }
}

fn played(tablets: usize, steps: &[Step]) -> Vec<File> {
    let mut files = vec![File::new(FILE, FileKind::Pupil); tablets];
    for (n, step) in steps.iter().enumerate() {
        match *step {
            Step::Do { tablet, wish } => {
                if let Some(change) = wished(&files[tablet], wish, &ctx(tablet, n)) {
                    files[tablet] = files[tablet].clone().with(change).unwrap();
                }
            }
            Step::Take { tablet, from } => files[tablet] = merged(&files[tablet], &files[from]),
        }
    }
    files
}

fn merged(one: &File, other: &File) -> File {
    merge(one.id, Some(one), other.to_pack()).unwrap().file
}

/// What a reader sees of a record: nothing if it is deleted.
fn seen(file: &File, key: &RecordKey) -> Option<baoxue::domain::value::Values> {
    let mut values = file.record(key).filter(|record| !record.is_deleted())?.values.clone();
    values.remove(DELETED);
    Some(values)
}

fn settings() -> ProptestConfig {
    let cases = ProptestConfig::default().cases;
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { cases } else { 64 };
    ProptestConfig {
        cases,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260_311),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn merge_is_commutative_associative_and_idempotent(steps in steps(3)) {
        let files = played(3, &steps);
        let (a, b, c) = (&files[0], &files[1], &files[2]);
        prop_assert_eq!(merged(a, b), merged(b, a));
        prop_assert_eq!(merged(&merged(a, b), c), merged(a, &merged(b, c)));
        let again = merge(FILE, Some(a), a.to_pack()).unwrap();
        prop_assert_eq!((again.taken, again.own, &again.file), (0, 0, a));
        let (one, other) = (merged(a, b), merged(b, a));
        prop_assert_eq!(Summary::of(&one), Summary::of(&other));
        prop_assert_eq!(fingerprint::of_file(&one), fingerprint::of_file(&other));
    }

    #[test]
    fn a_file_does_not_depend_on_the_order_of_its_changes(steps in steps(3), shuffle in any::<u64>()) {
        let files = played(3, &steps);
        let file = merged(&merged(&files[0], &files[1]), &files[2]);
        let mut changes = file.changes().to_vec();
        let mut rng = Rng::new(shuffle);
        for last in (1..changes.len()).rev() {
            changes.swap(last, rng.below(last + 1));
        }
        prop_assert_eq!(File::from_changes(FILE, "pupil".into(), changes).unwrap(), file);
    }

    #[test]
    fn undo_gives_back_what_was_seen_and_undone_again_redoes(steps in steps(1), wish in any::<u64>()) {
        let before = played(1, &steps).remove(0);
        let Some(change) = wished(&before, wish, &ctx(0, 100)) else { return Ok(()) };
        let keys: Vec<RecordKey> = change.sets.keys().cloned().collect();
        let is_erasure = change.act.code() == "erase";
        let after = before.clone().with(change.clone()).unwrap();
        let undo = apply(&after, Command::Undo { dot: change.dot }, &ctx(0, 101));
        if is_erasure {
            prop_assert_eq!(undo, Err(Refused::Erased));
            return Ok(());
        }
        let undo = undo.unwrap();
        let undone = after.clone().with(undo.clone()).unwrap();
        for key in &keys {
            prop_assert_eq!(seen(&undone, key), seen(&before, key), "undone: {}", key);
        }
        let redo = apply(&undone, Command::Undo { dot: undo.dot }, &ctx(0, 102)).unwrap();
        let redone = undone.with(redo).unwrap();
        for key in &keys {
            prop_assert_eq!(seen(&redone, key), seen(&after, key), "redone: {}", key);
        }
    }

    #[test]
    fn no_sequence_of_commands_on_one_tablet_breaks_a_rule_within_a_record(steps in steps(1)) {
        let file = played(1, &steps).remove(0);
        for (key, record) in file.tree().all().filter(|(_, record)| !record.is_deleted()) {
            let Some(table) = records::table(&key.table) else { continue };
            let broken: Vec<_> =
                check::record(table, &record.values, today()).into_iter().filter(check::Flaw::refuses).collect();
            prop_assert!(broken.is_empty(), "{}: {:?}", key, broken);
        }
    }

    #[test]
    fn history_tells_every_change_with_what_its_author_saw_before(steps in steps(2)) {
        let files = played(2, &steps);
        let file = merged(&files[0], &files[1]);
        let entries = history(&file);
        let positions: Vec<usize> = entries.iter().rev().map(|entry| entry.position).collect();
        prop_assert_eq!(positions, (0..file.changes().len()).collect::<Vec<_>>());
        for entry in entries {
            let change = &file.changes()[entry.position];
            let before = file.before(entry.position).unwrap();
            let told: BTreeSet<(RecordKey, String)> =
                entry.fields.iter().map(|field| (field.record.clone(), field.field.clone())).collect();
            let set: BTreeSet<(RecordKey, String)> = change
                .sets
                .iter()
                .flat_map(|(key, fields)| fields.keys().map(|field| (key.clone(), field.clone())))
                .collect();
            prop_assert_eq!(told, set);
            for field in &entry.fields {
                let shown = before.record(&field.record).and_then(|record| record.values.get(&field.field));
                prop_assert_eq!(&field.before, shown.unwrap_or(&Value::Null));
                prop_assert_eq!(&field.after, &change.sets[&field.record][&field.field]);
            }
            let undo = apply(&file, Command::Undo { dot: change.dot }, &ctx(0, 100));
            let is_changed_since =
                matches!(undo, Err(Refused::ChangedSince { .. } | Refused::Erased)) || change.sets.is_empty();
            prop_assert_eq!(entry.stands, !is_changed_since, "{:?}", undo);
        }
    }

    #[test]
    fn a_file_as_it_was_known_is_a_whole_file_of_earlier_changes(steps in steps(3), at in 0..50_u64) {
        let files = played(3, &steps);
        let file = merged(&merged(&files[0], &files[1]), &files[2]);
        let at = Hlc { ms: NOON + at * 20_000, n: 0 };
        let dots = |file: &File| file.changes().iter().map(|change| change.dot).collect::<BTreeSet<Dot>>();
        let known = file.with_only(|change| change.at <= at).unwrap();
        let kept = dots(&known);
        prop_assert!(known.changes().iter().all(|change| change.at <= at));
        for change in file.changes() {
            let could = change.at <= at && change.after.iter().all(|dot| kept.contains(dot));
            prop_assert_eq!(kept.contains(&change.dot), could);
        }
        prop_assert_eq!(file.with_only(|_| true).unwrap(), file.clone());
        for (position, change) in file.changes().iter().enumerate() {
            let before = dots(&file.before(position).unwrap());
            prop_assert!(!before.contains(&change.dot) && change.after.iter().all(|dot| before.contains(dot)));
            let seen = (0..position).filter(|p| file.covers(position, *p)).count();
            prop_assert_eq!(before.len(), seen);
        }
    }

    #[test]
    fn a_pack_is_the_same_after_being_bytes(steps in steps(2)) {
        let files = played(2, &steps);
        let pack = merged(&files[0], &files[1]).into_pack();
        let bytes = postcard::to_allocvec(&pack).unwrap();
        let back: Pack = postcard::from_bytes(&bytes).unwrap();
        prop_assert_eq!(postcard::to_allocvec(&back).unwrap(), bytes);
        let file = File::from_pack(FILE, back.clone()).unwrap();
        prop_assert_eq!(&back, &pack);
        prop_assert_eq!(file.into_pack(), pack);
    }
}
