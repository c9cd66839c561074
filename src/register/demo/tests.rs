//! The practice register: what it holds, and that it is sound.
use super::cases::CHILDREN;
use super::writer::{at, instant};
use super::{Demo, DemoSize, demo, teacher};
use crate::domain::case::State;
use crate::domain::check;
use crate::domain::date::Date;
use crate::domain::identity::IdNumber;
use crate::domain::policy::Policy;
use crate::domain::records;
use crate::register::breach::breaches;
use crate::register::change::{DeviceId, Dot};
use crate::register::derived_id::Secret;
use crate::register::file::File;
use crate::register::merge::merge;
use crate::register::summary::Summary;
use crate::register::tasks::{What, World, tasks_of};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn made(size: DemoSize, today: &str) -> Vec<File> {
    let mut counter = 0;
    let mut mint = || {
        counter += 1;
        Dot { device: DeviceId(0xd0), counter, tag: counter.wrapping_mul(2_654_435_761) }
    };
    demo(size, day(today), &Secret([7; 32]), &mut mint)
}

/// Days of every kind: in term, at its beginning and end, in both holidays, on a leap day.
const DAYS: [&str; 7] =
    ["2026-04-15", "2026-03-02", "2026-07-10", "2026-08-05", "2026-02-10", "2026-09-01", "2028-02-29"];

#[test]
fn the_practice_register_holds_what_it_says() {
    let files = made(DemoSize::Practice, "2026-04-15");
    let count = |kind: &str| files.iter().filter(|file| file.kind == kind).count();
    assert_eq!(
        (count("school"), count("staff"), count("pupil"), count("county"), files.len()),
        (3, 8, 40, 1, 52)
    );
    let mut modes: BTreeMap<String, usize> = BTreeMap::new();
    let mut visits = (0, 0);
    for summary in files.iter().map(Summary::of) {
        let Some(pupil) = summary.pupil() else { continue };
        assert_eq!(pupil.teachers.len(), 2);
        let placement = pupil.placement_on(day("2026-04-15")).unwrap();
        *modes.entry(placement.mode.clone()).or_default() += 1;
        visits.0 += pupil.visits.iter().filter(|visit| visit.done).count();
        visits.1 += pupil.visits.iter().filter(|visit| !visit.done).count();
    }
    let (me, name) = teacher(&Secret([7; 32]));
    let mine = |summary: &Summary| summary.pupil().is_some_and(|pupil| pupil.teachers.first() == Some(&me));
    assert_eq!(files.iter().map(Summary::of).filter(mine).count(), 10, "who practises has children");
    assert!(files.iter().map(Summary::of).any(|summary| summary.id == me && summary.name == name));
    let expected = [("AWAITING", 1), ("EXEMPT", 3), ("HOME", 28), ("INCLUSIVE", 4), ("SPECIAL_SCHOOL", 4)];
    assert_eq!(modes, expected.map(|(mode, count)| (mode.to_owned(), count)).into());
    assert!(visits.0 > 400 && visits.1 > 20, "{visits:?}");
}

/// Every pupil's number is valid, agrees with the birthday and is nobody else's.
fn check_numbers(summaries: &[Arc<Summary>], pupils: usize) {
    let mut numbers = BTreeSet::new();
    for pupil in summaries.iter().filter_map(|summary| summary.pupil()) {
        let number = IdNumber::parse(&pupil.id_no).unwrap();
        assert_eq!((number.region(), Some(number.birth())), ("370299", pupil.birth));
        assert!(numbers.insert(pupil.id_no.clone()), "{number} twice");
    }
    assert_eq!(numbers.len(), pupils);
    let ids: BTreeSet<_> = summaries.iter().map(|summary| summary.id).collect();
    assert_eq!(ids.len(), summaries.len());
}

#[test]
fn on_any_day_every_record_is_sound_but_the_one_visit_that_shows_a_broken_merge() {
    for today in DAYS {
        let mut broken = Vec::new();
        for file in made(DemoSize::Practice, today) {
            for (key, record) in file.tree().all() {
                let table = records::table(&key.table).unwrap();
                let flaws = check::record(table, &record.values, day(today));
                let weighty =
                    |flaw: &check::Flaw| flaw.refuses() || flaw.problem.weight() == check::Weight::Note;
                broken.extend(
                    flaws.into_iter().filter(weighty).map(|flaw| (key.table.to_string(), flaw.field)),
                );
                let unknown: Vec<_> = record.values.keys().filter(|key| table.field(key).is_none()).collect();
                assert!(unknown.is_empty(), "{key}: {unknown:?}");
            }
        }
        // Its hours do not fit the minutes either, for there are less than none.
        broken.dedup();
        assert_eq!(broken.first(), Some(&("visit".to_owned(), "end")), "{today}");
        assert!(
            broken.iter().all(|(table, field)| table == "visit" && ["end", "periods"].contains(field)),
            "{broken:?}"
        );
    }
}

#[test]
fn every_kind_of_task_occurs_and_no_rule_across_records_is_broken() {
    let today = day("2026-04-15");
    let policy = Policy::default();
    let calendar = policy.calendar_around(today);
    let world = World { today, policy: &policy, calendar: &calendar };
    let summaries: Vec<Arc<Summary>> =
        made(DemoSize::Practice, "2026-04-15").iter().map(|file| Arc::new(Summary::of(file))).collect();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for task in summaries.iter().flat_map(|summary| tasks_of(summary, &world)) {
        let kind = match task.what {
            What::Visit(_) => "visit",
            What::WritePlan { .. } => "plan",
            What::ReviewPlan { .. } => "review",
            What::Counsel { .. } => "counsel",
            What::Measure { .. } => "measure",
            What::ReviewOwnPlan { .. } => "own plan",
            What::PlanCounselling { .. } => "counsel plan",
            What::CounselBehind { .. } => "counsel behind",
            What::FindCarers { .. } => "carers",
            What::ContactFamily { .. } => "contact",
            What::AskConsent => "consent",
            // Theirs are the other children's: see below.
            What::Absence(_) | What::Case(_) => continue,
            What::BreakEnds { .. } => "break",
            What::FillGaps { .. } => "gaps",
            What::SettleConflict { .. } => "conflict",
            What::MendFlaws { .. } => "flaws",
        };
        *kinds.entry(kind).or_default() += 1;
    }
    assert_eq!(kinds.len(), 13, "{kinds:?}");
    assert!(kinds["visit"] > 5 && kinds["visit"] < 40, "{kinds:?}");
    for (kind, count) in &kinds {
        assert!(*kind == "visit" || *count <= 4, "{kind} drowns the rest: {kinds:?}");
    }
    assert_eq!(breaches(summaries.iter()), []);
    check_numbers(&summaries, 40);
}

#[test]
fn nothing_is_written_after_the_day_began() {
    for today in DAYS {
        let began = instant(day(today), at(0, 0));
        let late = made(DemoSize::Practice, today)
            .iter()
            .filter_map(File::last_at)
            .filter(|at| at.ms > began)
            .count();
        assert_eq!(late, 0, "{today}");
    }
}

#[test]
fn the_same_day_and_secret_give_the_same_register() {
    assert!(made(DemoSize::Practice, "2026-04-15") == made(DemoSize::Practice, "2026-04-15"));
    assert!(made(DemoSize::Practice, "2026-04-15") != made(DemoSize::Practice, "2026-04-16"));
}

#[test]
fn the_register_for_measuring_has_ten_visits_a_child_and_no_overlap() {
    let files = made(DemoSize::FiveThousand, "2026-04-15");
    let summaries: Vec<Arc<Summary>> = files.iter().map(|file| Arc::new(Summary::of(file))).collect();
    let pupils: Vec<_> = summaries.iter().filter_map(|summary| summary.pupil()).collect();
    check_numbers(&summaries, 5_000);
    assert!(pupils.iter().all(|pupil| pupil.visit_count == 10));
    assert_eq!(breaches(summaries.iter()), []);
    let visits = files.iter().flat_map(|file| file.table("visit").map(|(_, visit)| visit.values.len()));
    let (fields, count) = visits.fold((0, 0), |(fields, count), len| (fields + len, count + 1));
    assert!(fields / count >= 24, "{} fields a visit", fields / count);
}

#[test]
fn every_file_is_one_that_can_be_stored_and_merged() {
    for file in made(DemoSize::Practice, "2026-04-15") {
        let merged = merge(file.id, None, file.to_pack()).unwrap();
        assert_eq!((merged.clashes.len(), &merged.file), (0, &file));
    }
}

/// A newcomer sees a case in every state, and nothing in them that the rules would refuse.
#[test]
fn there_is_a_case_in_every_state_and_each_is_sound() {
    for today in DAYS {
        let on = day(today);
        let mut counter = 0;
        let mut mint = || {
            counter += 1;
            Dot { device: DeviceId(0xd1), counter, tag: counter.wrapping_mul(2_654_435_761) }
        };
        let files = Demo::new(DemoSize::Practice, on, Secret([7; 32])).cases(&mut mint);
        assert_eq!(files.len(), CHILDREN);
        let mut states = BTreeSet::new();
        for file in &files {
            for (key, record) in file.tree().all() {
                let table = records::table(&key.table).unwrap();
                let flaws = check::record(table, &record.values, on);
                let weighty = flaws.iter().filter(|flaw| flaw.refuses()).map(|flaw| flaw.field);
                assert_eq!(weighty.collect::<Vec<_>>(), [""; 0], "{today} {key}");
                let unknown: Vec<_> = record.values.keys().filter(|key| table.field(key).is_none()).collect();
                assert!(unknown.is_empty(), "{key}: {unknown:?}");
            }
            for view in crate::register::case::cases(file) {
                states.insert(view.state());
                assert!(view.out_of_turn().is_empty(), "{:?}", view.state());
                let by = |to| view.steps.iter().find(|step| step.to == to).map(|step| step.by);
                assert!(by(State::Verified).is_none() || by(State::Verified) != by(State::NotReal));
                assert!(by(State::Closed).is_none() || by(State::Closed) != by(State::Stable));
            }
        }
        assert_eq!(states.len(), State::ALL.len(), "{states:?}");
        let mut all: Vec<Arc<Summary>> = files.iter().map(|file| Arc::new(Summary::of(file))).collect();
        all.extend(made(DemoSize::Practice, today).iter().map(|file| Arc::new(Summary::of(file))));
        assert_eq!(breaches(all.iter()), [], "{today}");
        let policy = Policy::default();
        let calendar = policy.calendar_around(on);
        let world = World { today: on, policy: &policy, calendar: &calendar };
        let tasks: Vec<What> =
            all.iter().flat_map(|summary| tasks_of(summary, &world)).map(|task| task.what).collect();
        let absences = tasks.iter().filter(|what| matches!(what, What::Absence(_))).count();
        assert_eq!(absences, 4, "asked, visited, and reported and suspected");
        check_numbers(&all, 40 + CHILDREN);
    }
}
