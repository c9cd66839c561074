//! The commands, case by case.
use crate::domain::check::Problem;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::{Value, Values};
use crate::register::apply::apply;
use crate::register::causal::Untidy;
use crate::register::change::{Act, DELETED, DeviceId, Dot, RecordKey};
use crate::register::command::{Command, Ctx, Refused};
use crate::register::file::File;
use crate::register::history::history;
use crate::register::merge::{Unmergeable, merge};

fn ctx(device: u64, n: u32) -> Ctx {
    Ctx {
        wall: 1_773_200_000_000 + u64::from(n) * 60_000,
        today: "2026-03-11".parse().unwrap(),
        now: "14:02".parse().unwrap(),
        dot: Dot { device: DeviceId(device), counter: n, tag: n },
        by: FileId(9),
    }
}

fn pupil() -> RecordKey {
    RecordKey::root("pupil")
}

fn visit(n: u128) -> RecordKey {
    RecordKey::new("visit", RecordId(n))
}

fn set(key: RecordKey, fields: &[(&str, &str)]) -> Command {
    Command::set(Act::EDIT, key, fields.iter().map(|(k, v)| ((*k).to_owned(), Value::from(*v))).collect())
}

fn done(file: File, command: Command, device: u64, n: u32) -> File {
    let change = apply(&file, command, &ctx(device, n)).unwrap();
    file.with(change).unwrap()
}

fn named() -> File {
    done(
        File::new(FileId(1), FileKind::Pupil),
        set(pupil(), &[("name", "林小满"), ("village", "下石门村")]),
        1,
        1,
    )
}

fn text<'a>(file: &'a File, key: &RecordKey, field: &str) -> Option<&'a str> {
    file.record(key).and_then(|record| record.values.get(field)).and_then(Value::as_text)
}

#[test]
fn setting_what_is_shown_already_is_nothing_to_do() {
    assert_eq!(apply(&named(), set(pupil(), &[("name", "林小满")]), &ctx(1, 2)), Err(Refused::NothingToDo));
}

#[test]
fn a_rule_within_the_record_refuses_the_command() {
    let command = set(visit(1), &[("start", "10:00"), ("end", "09:30")]);
    let Err(Refused::Flaws(flaws)) = apply(&named(), command, &ctx(1, 2)) else { panic!("it was taken") };
    assert_eq!(
        flaws.iter().map(|(_, flaw)| (flaw.field, flaw.problem.clone())).collect::<Vec<_>>(),
        [("end", Problem::NotAfter("start"))]
    );
}

#[test]
fn undo_restores_what_was_shown_and_undo_again_redoes() {
    let file = done(named(), set(pupil(), &[("village", "上石门村"), ("town", "云岭镇")]), 1, 2);
    let undone = done(file.clone(), Command::Undo { dot: ctx(1, 2).dot }, 1, 3);
    assert_eq!(
        (text(&undone, &pupil(), "village"), text(&undone, &pupil(), "town")),
        (Some("下石门村"), None)
    );
    let redone = done(undone, Command::Undo { dot: ctx(1, 3).dot }, 1, 4);
    assert_eq!(redone.shown(&pupil()), file.shown(&pupil()));
    assert_eq!(history(&redone).len(), 4);
}

#[test]
fn undoing_what_made_a_record_deletes_it_and_undoing_that_brings_it_back() {
    let file = done(named(), set(visit(1), &[("date", "2026-03-10")]), 1, 2);
    let undone = done(file, Command::Undo { dot: ctx(1, 2).dot }, 1, 3);
    assert_eq!(undone.table("visit").count(), 0);
    let redone = done(undone, Command::Undo { dot: ctx(1, 3).dot }, 1, 4);
    assert_eq!(text(&redone, &visit(1), "date"), Some("2026-03-10"));
    assert_eq!(redone.table("visit").count(), 1);
}

#[test]
fn what_was_changed_since_cannot_be_undone() {
    let file = done(named(), set(pupil(), &[("village", "上石门村")]), 1, 2);
    let file = done(file, set(pupil(), &[("village", "西陈沟村")]), 1, 3);
    let refused = apply(&file, Command::Undo { dot: ctx(1, 2).dot }, &ctx(1, 4));
    assert_eq!(refused, Err(Refused::ChangedSince { record: pupil(), field: "village".into() }));
}

#[test]
fn two_tablets_that_change_one_field_make_a_conflict_until_somebody_decides() {
    let base = named();
    let mine = done(base.clone(), set(pupil(), &[("village", "上石门村")]), 1, 2);
    let theirs = done(base, set(pupil(), &[("village", "西陈沟村"), ("town", "云岭镇")]), 2, 3);
    let merged = merge(mine.id, Some(&mine), theirs.clone().into_pack()).unwrap();
    assert_eq!((merged.taken, merged.own, merged.file.conflicts().len()), (1, 1, 1));
    assert_eq!(text(&merged.file, &pupil(), "village"), Some("西陈沟村"), "the later one is shown");
    let settle = Command::Settle { record: pupil(), field: "village".into(), value: "上石门村".into() };
    let settled = done(merged.file, settle, 1, 4);
    assert_eq!((settled.conflicts().len(), text(&settled, &pupil(), "village")), (0, Some("上石门村")));
    let again = merge(settled.id, Some(&settled), theirs.into_pack()).unwrap();
    assert_eq!((again.taken, again.file), (0, settled));
}

#[test]
fn the_same_value_from_two_tablets_is_no_conflict() {
    let mine = done(named(), set(pupil(), &[("town", "云岭镇")]), 1, 2);
    let theirs = done(named(), set(pupil(), &[("town", "云岭镇")]), 2, 3);
    assert_eq!(merge(mine.id, Some(&mine), theirs.into_pack()).unwrap().file.conflicts(), []);
}

#[test]
fn deleting_beside_an_unseen_change_keeps_the_record_in_sight() {
    let base = done(named(), set(visit(1), &[("date", "2026-03-10")]), 1, 2);
    let mine = done(base.clone(), Command::Delete { record: visit(1) }, 1, 3);
    assert_eq!(mine.table("visit").count(), 0);
    let theirs = done(base, set(visit(1), &[("place", "村委会")]), 2, 3);
    let merged = merge(mine.id, Some(&mine), theirs.into_pack()).unwrap().file;
    assert_eq!((merged.table("visit").count(), merged.conflicts().len()), (1, 1));
    let settle =
        |value: bool| Command::Settle { record: visit(1), field: DELETED.into(), value: value.into() };
    assert_eq!(done(merged.clone(), settle(true), 1, 5).table("visit").count(), 0);
    let kept = done(merged, settle(false), 1, 5);
    assert_eq!((kept.table("visit").count(), kept.conflicts().len()), (1, 0));
}

#[test]
fn a_deleted_file_comes_back_into_sight_with_an_unseen_visit() {
    let base = named();
    let deleted = done(base.clone(), Command::Delete { record: pupil() }, 1, 2);
    assert!(deleted.is_deleted());
    let visited = done(base, set(visit(1), &[("date", "2026-03-10")]), 2, 2);
    assert!(!merge(deleted.id, Some(&deleted), visited.into_pack()).unwrap().file.is_deleted());
    assert!(!done(deleted, Command::BringBack { record: pupil() }, 1, 3).is_deleted());
}

#[test]
fn erasure_leaves_names_of_changes_and_an_old_copy_brings_nothing_back() {
    let base = done(named(), set(visit(1), &[("date", "2026-03-10")]), 1, 2);
    let erased = done(base.clone(), Command::Erase, 1, 3);
    assert!(erased.is_erased() && !erased.shown(&pupil()).contains_key("name"));
    let merged = merge(erased.id, Some(&erased), base.clone().into_pack()).unwrap();
    assert_eq!((&merged.file, merged.clashes.len()), (&erased, 0));
    assert_eq!(merge(base.id, Some(&base), erased.clone().into_pack()).unwrap().file, erased);
}

#[test]
fn joining_and_un_joining_are_changes_like_any_other() {
    let joined = done(named(), Command::Join { into: FileId(2) }, 1, 2);
    assert_eq!(joined.joined_into(), Some(FileId(2)));
    assert_eq!(done(joined, Command::UnJoin, 1, 3).joined_into(), None);
    assert_eq!(
        apply(&named(), Command::Join { into: FileId(1) }, &ctx(1, 2)),
        Err(Refused::JoinedIntoItself)
    );
}

#[test]
fn a_conflict_can_be_settled_with_nothing() {
    let mine = done(named(), set(pupil(), &[("village", "上石门村")]), 1, 2);
    let theirs = done(
        named(),
        Command::set(Act::EDIT, pupil(), Values::from([("village".into(), Value::Null)])),
        2,
        3,
    );
    let merged = merge(mine.id, Some(&mine), theirs.into_pack()).unwrap().file;
    assert_eq!(merged.conflicts().len(), 1);
    let settled =
        done(merged, Command::Settle { record: pupil(), field: "village".into(), value: Value::Null }, 1, 4);
    assert_eq!((settled.conflicts().len(), text(&settled, &pupil(), "village")), (0, None));
}

#[test]
fn unknown_members_of_a_file_survive_a_merge_either_way_and_go_with_an_erasure() {
    let with = |n: i64| {
        let mut file = named();
        file.extra = Values::from([("new_member".to_owned(), Value::Int(n))]);
        file
    };
    let merged = |a: &File, b: File| merge(FileId(1), Some(a), b.into_pack()).unwrap().file;
    let (a, b) = (with(1), with(2));
    assert_eq!(merged(&a, b.clone()), merged(&b, a.clone()));
    assert_eq!(merged(&a, named()).extra, a.extra);
    assert_eq!(done(a.clone(), set(pupil(), &[("village", "上石门村")]), 1, 2).extra, a.extra);
    let erased = done(a.clone(), Command::Erase, 1, 2);
    assert_eq!(erased.extra, Values::new());
    assert_eq!(merged(&erased, a).extra, Values::new());
}

#[test]
fn what_is_written_into_a_deleted_record_keeps_the_rules_too() {
    let file = done(named(), set(visit(1), &[("start", "10:00")]), 1, 2);
    let file = done(file, Command::Delete { record: visit(1) }, 1, 3);
    let refused = apply(&file, set(visit(1), &[("end", "09:30")]), &ctx(1, 4));
    assert!(matches!(refused, Err(Refused::Flaws(_))), "{refused:?}");
}

#[test]
fn an_erasure_cannot_be_undone() {
    let erased = done(named(), Command::Erase, 1, 2);
    assert_eq!(apply(&erased, Command::Undo { dot: ctx(1, 2).dot }, &ctx(1, 3)), Err(Refused::Erased));
    assert!(history(&erased).iter().all(|entry| !entry.stands));
}

#[test]
fn an_emptied_file_without_its_erasure_is_a_part_of_a_file() {
    let erased = done(named(), Command::Erase, 1, 2);
    let mut part = erased.to_pack();
    part.changes.retain(|change| change.dot != ctx(1, 2).dot);
    let missing = Unmergeable::Untidy(Untidy::Missing(ctx(1, 1).dot));
    assert_eq!(merge(erased.id, None, part.clone()), Err(missing));
    let whole = named();
    assert_eq!(merge(whole.id, Some(&whole), part).unwrap().file, whole, "whoever has the content keeps it");
}

#[test]
fn a_change_that_made_a_record_does_not_stand_once_others_wrote_in_it() {
    let file = done(named(), set(visit(1), &[("date", "2026-03-10")]), 1, 2);
    let file = done(file, set(visit(1), &[("place", "村委会")]), 1, 3);
    let stands: Vec<bool> = history(&file).iter().map(|entry| entry.stands).collect();
    assert_eq!(stands, [true, false, true]);
    let refused = apply(&file, Command::Undo { dot: ctx(1, 2).dot }, &ctx(1, 4));
    assert!(matches!(refused, Err(Refused::ChangedSince { .. })), "{refused:?}");
}

#[test]
fn undoing_what_brought_a_deleted_record_back_into_sight_hides_it_again() {
    let file = done(named(), set(visit(1), &[("date", "2026-03-10")]), 1, 2);
    let file = done(file, Command::Delete { record: visit(1) }, 1, 3);
    let written = done(file, set(visit(1), &[("place", "村委会")]), 1, 4);
    assert_eq!(written.table("visit").count(), 1);
    let undone = done(written, Command::Undo { dot: ctx(1, 4).dot }, 1, 5);
    assert_eq!(undone.table("visit").count(), 0);
    let redone = done(undone, Command::Undo { dot: ctx(1, 5).dot }, 1, 6);
    assert_eq!((redone.table("visit").count(), text(&redone, &visit(1), "place")), (1, Some("村委会")));
}

#[test]
fn a_change_in_a_record_that_was_deleted_since_is_not_undone() {
    let file = done(named(), set(visit(1), &[("date", "2026-03-10")]), 1, 2);
    let file = done(file, set(visit(1), &[("place", "村委会")]), 1, 3);
    let file = done(file, Command::Delete { record: visit(1) }, 1, 4);
    let refused = apply(&file, Command::Undo { dot: ctx(1, 3).dot }, &ctx(1, 5));
    assert_eq!(refused, Err(Refused::ChangedSince { record: visit(1), field: DELETED.into() }));
}
