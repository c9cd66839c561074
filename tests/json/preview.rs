//! The preview of an import is the import.
use crate::any::{header, parsed, written};
use crate::sample::{CHILD, TEACHER, child, register, values, with};
use baoxue::domain::id::{FileId, RegisterId};
use baoxue::interchange::json::Header;
use baoxue::interchange::preview::{Fate, Here, Notice, Plan, Stop, plan};
use baoxue::register::change::{Act, DeviceId, RecordKey};
use baoxue::register::command::Command;
use baoxue::register::file::File;
use baoxue::register::merge::{Unmergeable, merge};

const HERE: Here = Here {
    register: Some(RegisterId(0xbeef)),
    practice: false,
    device: DeviceId(0xd3),
    counter: 0,
    wall: 1_773_300_000_000,
};

fn planned(here: &Here, header: &Header, theirs: &[File], mine: &[File]) -> Plan {
    plan(here, parsed(&written(header, theirs)), |id| mine.iter().find(|file| file.id == id).cloned())
}

fn edit(file: File, village: &str, device: u64, n: u32) -> File {
    with(file, Command::set(Act::EDIT, RecordKey::root("pupil"), values("village", village)), device, n)
}

#[test]
fn new_files_come_in_and_the_same_text_again_changes_nothing() {
    let first = planned(&HERE, &header(), &register(), &[]);
    assert!(first.is_allowed() && first.notices.is_empty(), "{:?} {:?}", first.stops, first.notices);
    assert_eq!(
        (first.counts["pupil"].new, first.counts["school"].new, first.counts["pupil"].in_conflict),
        (1, 1, 1)
    );
    let held = first.into_writes();
    assert_eq!(held, register());
    let again = planned(&HERE, &header(), &register(), &held);
    assert!(again.changes_nothing());
    assert_eq!(again.into_writes(), []);
}

#[test]
fn both_sides_changes_stay_and_only_new_conflicts_are_told() {
    let mine = edit(child(), "甲村", 0xd3, 1);
    let theirs = edit(child(), "乙村", 0xd2, 9);
    let plan = planned(
        &Here { counter: 1, ..HERE },
        &header(),
        std::slice::from_ref(&theirs),
        std::slice::from_ref(&mine),
    );
    let fate = plan.files[0].fate;
    assert_eq!(fate, Fate::Changed { taken: 1, own: 1 });
    assert_eq!(plan.files[0].new_conflicts.iter().map(|c| c.field.as_str()).collect::<Vec<_>>(), ["village"]);
    let merged = merge(CHILD, Some(&mine), theirs.into_pack()).unwrap().file;
    assert_eq!(plan.into_writes(), [merged]);
    // The child of the sample already has a conflict: a change elsewhere in the file makes no new one.
    let further =
        with(child(), Command::set(Act::EDIT, RecordKey::root("pupil"), values("remark", "走读")), 0xd2, 9);
    let plan = planned(&HERE, &header(), &[further], &[child()]);
    assert_eq!(
        (plan.files[0].fate, plan.counts["pupil"].in_conflict),
        (Fate::Changed { taken: 1, own: 0 }, 0)
    );
    // A stale text brings nothing and takes nothing.
    let plan = planned(&HERE, &header(), &[child()], &[mine]);
    assert_eq!(plan.files[0].fate, Fate::Unchanged { own: 1 });
}

#[test]
fn a_child_that_goes_is_told_and_an_unseen_change_keeps_it() {
    let gone = with(child(), Command::Delete { record: RecordKey::root("pupil") }, 0xd2, 9);
    let plan = planned(&HERE, &header(), std::slice::from_ref(&gone), &[child()]);
    assert!(plan.files[0].goes && plan.counts["pupil"].goes == 1);
    let mine = edit(child(), "甲村", 0xd3, 1);
    let plan = planned(&Here { counter: 1, ..HERE }, &header(), &[gone], &[mine]);
    assert!(!plan.files[0].goes && !plan.files[0].new_conflicts.is_empty());
}

#[test]
fn what_stands_against_an_import() {
    let other = Header { register: RegisterId(1), ..header() };
    let foreign = planned(&HERE, &other, &register(), &[]);
    assert_eq!(foreign.stops, [Stop::OtherRegister { here: RegisterId(0xbeef), theirs: RegisterId(1) }]);
    assert_eq!(foreign.into_writes(), []);
    let practice = Header { practice: true, ..header() };
    assert_eq!(planned(&HERE, &practice, &[], &[]).stops, [Stop::Practice { theirs: true }]);
    let text = written(&header(), &register()).replacen("\"act\":\"delete\"", "\"act\":7", 1);
    let read = baoxue::interchange::json::read(
        text.as_bytes(),
        baoxue::interchange::json::Travel::Plain,
        &Default::default(),
    );
    let halted = plan_of(read.unwrap());
    assert_eq!((halted.stops, halted.files.len()), (vec![Stop::Issues(1)], 3));
    let first = child().changes()[0].dot;
    let text = written(&header(), &register());
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.contains(&format!("\"dot\":\"{first}\""))).collect();
    let part = plan_of(parsed(&lines.join("\n")));
    let why = Unmergeable::Untidy(baoxue::register::causal::Untidy::Missing(first));
    assert_eq!(part.stops, [Stop::File { position: 2, id: CHILD, why }]);
    let text = written(&header(), &register()).replace("\"kind\":\"staff\"", "\"kind\":\"school\"");
    let plan = plan(&HERE, parsed(&text), |id| register().into_iter().find(|f| f.id == id));
    assert!(matches!(&plan.stops[..], [Stop::File { id: TEACHER, why: Unmergeable::OtherKind { .. }, .. }]));
}

fn plan_of(read: baoxue::interchange::json::Parsed) -> Plan {
    plan(&HERE, read, |_| None)
}

#[test]
fn what_a_person_should_know_first() {
    let empty = Here { register: None, practice: true, ..HERE };
    let plan = planned(&empty, &header(), &register(), &[]);
    assert_eq!(plan.notices, [Notice::Joins { register: RegisterId(0xbeef), with_card: false }]);
    // A tablet that meets its own numbers beyond its counter was restored or copied.
    let copied = Here { device: DeviceId(0xd2), counter: 1, ..HERE };
    let plan = planned(&copied, &header(), &[child()], &[]);
    assert_eq!(plan.notices, [Notice::OwnNumbersAhead { highest: 2, counter: 1 }]);
    assert!(plan.needs_new_device());
    let late = Here { wall: 1_773_100_000_000, ..HERE };
    let plan = planned(&late, &header(), &[child()], &[]);
    let devices: Vec<_> = plan
        .notices
        .iter()
        .map(|n| match n {
            Notice::ClockAhead { device, changes, .. } => (*device, *changes),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(devices, [(DeviceId(0xd1), 5), (DeviceId(0xd2), 2)]);
    let mut twin = child().into_pack();
    let last = twin.changes.len() - 1;
    twin.changes[last].extra.insert("x".to_owned(), 1i64.into());
    let dot = twin.changes[last].dot;
    let twin = File::from_pack(CHILD, twin).unwrap();
    let plan = planned(&HERE, &header(), &[twin], &[child()]);
    assert_eq!(plan.notices, [Notice::Clash { id: FileId(0xb2), dots: vec![dot] }]);
}
