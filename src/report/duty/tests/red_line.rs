//! The red line after tablets met, after an undo, after a removal: what happened stays in sight.
use super::super::red_line::Deed;
use super::*;
use crate::domain::records::duty_score::{RedLine, RedStep};

pub(super) fn red_line() -> Values {
    RedLine {
        school: Some(SCHOOL),
        kind: "SENT_HOME".into(),
        date: Some(day("2026-03-05")),
        what: "期中考试后要求学生回家".into(),
        ..RedLine::default()
    }
    .write()
}

fn step(to: &str, why: &str) -> Values {
    RedStep {
        red_line: Some(RecordId(1)),
        to: to.into(),
        on: Some(day("2026-04-01")),
        why: why.into(),
        ..RedStep::default()
    }
    .write()
}

#[test]
fn a_red_line_that_was_removed_shows_itself_and_its_removal_on_every_tablet_that_saw_it() {
    let mut here = Tablet::new();
    here.put("red_line", 1, red_line()).unwrap();
    let mut there = here.as_other(2, 8);
    assert_eq!(Duty::of(&there.file).vetoes(SCHOOL, year()).count(), 1);
    here.put("red_step", 2, step("REMOVED", "查无此事")).unwrap();
    there.put("duty_group", 9, DutyGroup { name: "组".into(), ..DutyGroup::default() }.write()).unwrap();
    let (one, other) = (here.met(&there), there.met(&here));
    assert_eq!(one, other);
    let duty = Duty::of(&one);
    let incident = duty.incident(RecordId(1)).unwrap();
    assert!(!incident.stands && duty.vetoes(SCHOOL, year()).next().is_none());
    let told: Vec<(Deed, FileId, &str)> =
        incident.trace.iter().map(|t| (t.deed.clone(), t.by, t.why.as_str())).collect();
    assert_eq!(
        told,
        [
            (Deed::Recorded, FileId(9), "期中考试后要求学生回家"),
            (Deed::Step("REMOVED".into()), FileId(9), "查无此事")
        ]
    );
    // Restored: it counts again, and nothing of the way is lost.
    let mut later = Tablet { file: one, ..there };
    later.put("red_step", 3, step("RESTORED", "复核属实")).unwrap();
    let duty = Duty::of(&later.file);
    assert_eq!((duty.red_lines[0].stands, duty.red_lines[0].trace.len()), (true, 3));
}

#[test]
fn two_tablets_that_decide_a_red_line_apart_leave_it_standing_until_somebody_decides() {
    let mut here = Tablet::new();
    here.put("red_line", 1, red_line()).unwrap();
    let mut there = here.as_other(2, 8);
    here.put("red_step", 2, step("REMOVED", "查无此事")).unwrap();
    there.put("red_step", 3, step("UPHELD", "属实")).unwrap();
    let met = here.met(&there);
    let incident = &Duty::of(&met).red_lines[0];
    assert!(incident.stands && incident.contested);
    let mut later = Tablet { file: met, device: 3, count: 0, by: FileId(9) };
    later.put("red_step", 4, step("REMOVED", "两边核对后撤销")).unwrap();
    let incident = &Duty::of(&later.file).red_lines[0];
    assert!(!incident.stands && !incident.contested);
    assert_eq!(incident.trace.len(), 4);
}

#[test]
fn what_stands_cannot_be_rewritten_or_deleted_and_an_undo_leaves_its_trace() {
    let mut here = Tablet::new();
    let dot = here.put("red_line", 1, red_line()).unwrap();
    let key = RecordKey::new("red_line", RecordId(1));
    let other = Values::from([("what".to_owned(), "没有这回事".into())]);
    assert_eq!(here.put("red_line", 1, other), Err(Refused::Stands(key.clone())));
    assert_eq!(here.act(Command::Delete { record: key.clone() }), Err(Refused::Stands(key)));
    here.act(Command::Undo { dot }).unwrap();
    let incident = &Duty::of(&here.file).red_lines[0];
    assert!(!incident.stands && incident.deleted);
    assert_eq!(incident.record.what, "期中考试后要求学生回家");
    let deeds: Vec<Deed> = incident.trace.iter().map(|trace| trace.deed.clone()).collect();
    assert_eq!(deeds, [Deed::Recorded, Deed::Deleted]);
}
