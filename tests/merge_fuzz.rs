//! Tablets that exchange files in any order, and an oracle apart from the merge that finds every change again.
//!
//! `FUZZ_SEEDS` how many seeds (50) · `FUZZ_FROM` the first (1) · `FUZZ_OPS` operations a tablet (100) · `FUZZ_TABLETS` (4).
//! Seeds that once failed stand in `tests/seeds/merge.txt` and always run first.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test target"
)]

mod support;

use baoxue::domain::value::Value;
use baoxue::register::change::Change;
use baoxue::register::file::File;
use std::collections::BTreeMap;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use support::oracle::{Complaint, Shown};
use support::world::{Played, Tally, files_of, run};

fn setting(name: &str, default: u64) -> u64 {
    match std::env::var(name) {
        Ok(text) => text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")),
        Err(_) => default,
    }
}

/// Past the test harness, which keeps what passing tests print to itself.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

fn fault_of(seed: u64, tablets: usize, operations: usize) -> Result<Tally, String> {
    catch_unwind(AssertUnwindSafe(|| run(seed, tablets, operations)))
        .unwrap_or_else(|_| Err("the register panicked".into()))
}

/// Every run's outcome, in their order; as many at once as there are processors.
fn outcomes(runs: &[(u64, usize, usize)]) -> Vec<Result<Tally, String>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((n, (seed, tablets, operations))) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|n| Some((n, *runs.get(n)?)))
        {
            done.push((n, fault_of(seed, tablets, operations)));
        }
        done
    };
    let processors = std::thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    });
    all.sort_by_key(|(n, _)| *n);
    all.into_iter().map(|(_, outcome)| outcome).collect()
}

/// The seed's run with the fewest operations that still fails, and how to run it again.
fn report(seed: u64, tablets: usize, operations: usize, fault: String) -> String {
    let shorter = (1..operations).find_map(|n| fault_of(seed, tablets, n).err().map(|fault| (n, fault)));
    let (n, fault) = shorter.unwrap_or((operations, fault));
    format!(
        "seed {seed} fails: {fault}\n\
         again: FUZZ_FROM={seed} FUZZ_SEEDS=1 FUZZ_OPS={n} FUZZ_TABLETS={tablets} cargo test --test merge_fuzz\n\
         keep it: add `{seed} {tablets} {n}` to tests/seeds/merge.txt"
    )
}

/// Every line: seed, tablets, operations, and after `#` what was wrong.
fn kept_seeds() -> Vec<(u64, usize, usize)> {
    let lines = include_str!("seeds/merge.txt").lines();
    let plain = lines.map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|l| !l.is_empty());
    plain
        .map(|line| {
            let n: Vec<u64> = line.split_whitespace().map(|word| word.parse().unwrap()).collect();
            (n[0], n[1] as usize, n[2] as usize)
        })
        .collect()
}

#[test]
fn tablets_that_exchange_files_in_any_order_end_equal_and_lose_nothing() {
    let (from, seeds) = (setting("FUZZ_FROM", 1), setting("FUZZ_SEEDS", 50));
    let (operations, tablets) = (setting("FUZZ_OPS", 100) as usize, setting("FUZZ_TABLETS", 4) as usize);
    let fresh = (from..from + seeds).map(|seed| (seed, tablets, operations));
    let all: Vec<_> = kept_seeds().into_iter().chain(fresh).collect();
    let runs = all.len();
    let mut total = Tally::default();
    for (run, outcome) in all.iter().zip(outcomes(&all)) {
        match outcome {
            Ok(tally) => total.add(tally),
            Err(fault) => panic!("{}", report(run.0, run.1, run.2, fault)),
        }
    }
    say(&format!("merge fuzz: {runs} seeds, {tablets} tablets × {operations} operations; {total:?}"));
    if seeds >= 50 && operations >= 100 && tablets >= 4 {
        // A fuzz that never meets these proves nothing.
        let Tally { parts_refused, parts_taken, stale, restored, cloned, .. } = total;
        let Tally { conflicts, contested, erased, joined, refused, .. } = total;
        let met = [
            parts_refused,
            parts_taken,
            stale,
            restored,
            cloned,
            conflicts,
            contested,
            erased,
            joined,
            refused,
        ];
        assert!(met.iter().all(|times| *times > 0), "{total:?}");
    }
}

fn complaints(played: &Played, shown: &Shown) -> Vec<Complaint> {
    played.log.complaints(&played.file.kind, &played.dots, shown)
}

/// Some files as tablets left them, all sound.
fn sound_files() -> Vec<Played> {
    let files: Vec<Played> = (1..=6).flat_map(|seed| files_of(seed, 3, 60).unwrap()).collect();
    for played in &files {
        assert_eq!(complaints(played, &Shown::of(&played.file)), []);
    }
    files
}

/// The file as a broken merge would leave it: from other changes than it should.
fn remade(played: &Played, changes: Vec<Change>) -> Shown {
    Shown::of(&File::from_changes(played.file.id, played.file.kind.clone(), changes).unwrap())
}

#[test]
fn the_oracle_notices_every_single_change_that_a_merge_drops() {
    let mut dropped = 0;
    for played in sound_files() {
        // Only the ends of branches: a file without a change in its middle is refused before it is looked at.
        for dot in played.file.heads() {
            let left = played.file.changes().iter().filter(|change| change.dot != dot).cloned().collect();
            assert!(complaints(&played, &remade(&played, left)).contains(&Complaint::Lost(dot)));
            dropped += 1;
        }
    }
    assert!(dropped > 10, "{dropped}");
}

#[test]
fn the_oracle_notices_a_merge_in_which_the_last_writer_wins() {
    let mut met = 0;
    for played in sound_files() {
        for conflict in played.file.conflicts().into_iter().filter(|conflict| conflict.siblings.len() > 1) {
            let mut changes = played.file.changes().to_vec();
            for (loser, _) in conflict.siblings.iter().skip(1) {
                changes[*loser].sets.get_mut(&conflict.record).unwrap().remove(&conflict.field);
            }
            let found = complaints(&played, &remade(&played, changes));
            let lost = |c: &Complaint| matches!(c, Complaint::SiblingLost(_, record, field) if *record == conflict.record && *field == conflict.field);
            assert!(found.iter().any(lost), "{found:?}");
            met += 1;
        }
    }
    assert!(met > 10, "{met}");
}

#[test]
fn the_oracle_notices_whatever_else_a_file_shows_wrongly() {
    let mut noticed: BTreeMap<&str, usize> = BTreeMap::new();
    for played in sound_files() {
        let sound = Shown::of(&played.file);
        for (name, broken) in broken_ways(&played, &sound) {
            assert_ne!(complaints(&played, &broken), [], "{name}");
            *noticed.entry(name).or_default() += 1;
        }
    }
    assert_eq!(noticed.len(), 9, "every way occurred: {noticed:?}");
}

fn broken_ways(played: &Played, sound: &Shown) -> Vec<(&'static str, Shown)> {
    let mut ways = Vec::new();
    let mut broken = |name, breaks: &dyn Fn(&mut Shown)| {
        let mut shown = sound.clone();
        breaks(&mut shown);
        ways.push((name, shown));
    };
    for (key, record) in &sound.records {
        match record.is_deleted {
            true => broken("a deleted record back in sight", &|s| {
                s.records.get_mut(key).unwrap().is_deleted = false;
            }),
            false => broken("a record hidden that nobody deleted", &|s| {
                let record = s.records.get_mut(key).unwrap();
                (record.is_deleted, record.is_listed) = (true, false);
            }),
        }
        for (field, live) in &record.siblings {
            let older = played.dots.iter().filter(|dot| !live.contains(dot)).find(|dot| {
                played.log.change(dot).sets.get(key).is_some_and(|fields| fields.contains_key(field))
            });
            if let Some(older) = older {
                broken("a replaced or erased value live again", &|s| {
                    s.records.get_mut(key).unwrap().siblings.get_mut(field).unwrap().insert(*older);
                });
            }
            broken("another value shown", &|s| {
                s.records.get_mut(key).unwrap().values.insert(field.clone(), Value::Text("别的".into()));
            });
        }
    }
    for place in &sound.conflicts {
        broken("a conflict not put on the list", &|s| s.conflicts.retain(|c| c != place));
    }
    for (position, change) in sound.changes.iter().enumerate() {
        let made = played.log.change(&change.dot);
        if made.sets != change.sets {
            broken("erased content still there", &|s| s.changes[position] = made.clone());
        } else {
            broken("a change altered", &|s| s.changes[position].by.0 += 1);
        }
    }
    broken("a change twice", &|s| s.changes.extend(s.changes.first().cloned()));
    broken("a change that nobody made", &|s| {
        let mut change = s.changes[0].clone();
        change.dot.tag ^= 1;
        s.changes.push(change);
    });
    ways
}
