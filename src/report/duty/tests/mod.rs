//! Tables of cases: months by the setting, coverage, the chain, sums of points, a closed sheet.
mod red_line;

use self::red_line::red_line;
use super::agenda::{Standing, kept, missed, month};
use super::chain::{Around, Rung, chain};
use super::letters::{Level, Party, Places, Signed, coverage, covered};
use super::minimal::LISTS;
use super::score::{
    Counted, Grade, Input, Line, Sheet, freeze, frozen, points_text, pupils_by_school, sheet,
};
use super::*;
use crate::domain::field::FileKind;
use crate::domain::policy::Policy;
use crate::domain::records::organisation::School;
use crate::domain::records::pupil::Pupil;
use crate::register::apply::apply;
use crate::register::change::{Act, DeviceId, Dot, RecordKey, Sets};
use crate::register::command::{Command, Ctx, Refused};
use crate::register::merge::merge;
use crate::register::summary::Summary;
use crate::report::ledger::column;
use std::collections::BTreeMap;
use std::sync::Arc;

const SCHOOL: FileId = FileId(0x51);
const CHILD: FileId = FileId(0xc1);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn year() -> SchoolYear {
    SchoolYear::starting(2025)
}

/// A file on one of several tablets.
#[derive(Clone)]
struct Tablet {
    file: File,
    device: u64,
    count: u32,
    by: FileId,
}

impl Tablet {
    fn new() -> Tablet {
        let file = File::new(FileId(7), FileKind::County);
        Tablet { file, device: 1, count: 0, by: FileId(9) }
    }

    fn as_other(&self, device: u64, by: u128) -> Tablet {
        Tablet { device, count: 0, by: FileId(by), ..self.clone() }
    }

    fn act(&mut self, command: Command) -> Result<Dot, Refused> {
        self.count += 1;
        let dot = Dot { device: DeviceId(self.device), counter: self.count, tag: 0 };
        let ctx = Ctx {
            wall: u64::from(self.count) * 1000 + self.device,
            today: day("2026-06-30"),
            now: "10:00".parse().unwrap(),
            dot,
            by: self.by,
        };
        let change = apply(&self.file, command, &ctx)?;
        self.file = self.file.clone().with(change).unwrap();
        Ok(dot)
    }

    fn put(&mut self, table: &'static str, id: u128, values: Values) -> Result<Dot, Refused> {
        self.act(Command::set(Act::EDIT, RecordKey::new(table, RecordId(id)), values))
    }

    fn met(&self, other: &Tablet) -> File {
        merge(self.file.id, Some(&self.file), other.file.to_pack()).unwrap().file
    }
}

fn agenda_item(month: &str, held: Option<&str>) -> (RecordId, DutyAgenda) {
    let held_on = held.map(day);
    let record =
        DutyAgenda { month: month.into(), topic: "控辍保学".into(), held_on, ..DutyAgenda::default() };
    (RecordId(u128::from(month.bytes().map(u64::from).sum::<u64>())), record)
}

#[test]
fn a_meeting_on_day_1_7_or_8_is_in_time_by_the_countys_first_week() {
    // 1 March 2026 is a Sunday; 1 June 2026 a Monday.
    for (setting, of, held, in_time) in [
        ("DAYS", "2026-03", "2026-03-01", true),
        ("DAYS", "2026-03", "2026-03-07", true),
        ("DAYS", "2026-03", "2026-03-08", false),
        ("WEEK_OF_FIRST", "2026-03", "2026-02-23", true),
        ("WEEK_OF_FIRST", "2026-03", "2026-03-01", true),
        ("WEEK_OF_FIRST", "2026-03", "2026-03-02", false),
        ("FULL_WEEK", "2026-03", "2026-03-01", false),
        ("FULL_WEEK", "2026-03", "2026-03-02", true),
        ("FULL_WEEK", "2026-03", "2026-03-08", true),
        ("FULL_WEEK", "2026-06", "2026-06-01", true),
        ("FULL_WEEK", "2026-06", "2026-06-08", false),
    ] {
        let policy = Policy { first_week: setting.into(), ..Policy::default() };
        let duty = Duty { agenda: vec![agenda_item(of, Some(held))], ..Duty::default() };
        let found = month(&duty, of.parse().unwrap(), &policy, day("2026-07-30"));
        let expected = if in_time { Standing::InTime(day(held)) } else { Standing::Late(day(held)) };
        assert_eq!(found.standing, expected, "{setting} {held}");
    }
}

#[test]
fn months_missed_are_those_whose_week_is_over_since_the_first_group() {
    let group =
        DutyGroup { set_up_on: Some(day("2026-02-10")), kind: "LEADING".into(), ..DutyGroup::default() };
    let duty = Duty {
        groups: vec![(RecordId(1), group)],
        agenda: vec![agenda_item("2026-03", Some("2026-03-04")), agenda_item("2026-05", None)],
        ..Duty::default()
    };
    let policy = Policy::default();
    let months = agenda::year(&duty, 2026, &policy, day("2026-06-05"));
    let standings: Vec<Standing> = months.iter().map(|month| month.standing).collect();
    use Standing::*;
    let expected = [
        Before,
        Missed,
        InTime(day("2026-03-04")),
        Missed,
        Missed,
        Due(day("2026-06-07")),
        Ahead,
        Ahead,
        Ahead,
        Ahead,
        Ahead,
        Ahead,
    ];
    assert_eq!(standings, expected);
    assert_eq!((kept(&months), missed(&months).len()), ((1, 4), 3));
    assert_eq!(months[4].record, Some(agenda_item("2026-05", None).0), "what is prepared is found");
    let none = agenda::year(&Duty::default(), 2026, &policy, day("2026-06-05"));
    assert_eq!(
        (kept(&none), missed(&none).len()),
        ((0, 0), 0),
        "nothing is asked of a county that has begun nothing"
    );
}

fn files() -> BTreeMap<FileId, Arc<Summary>> {
    let made = |id: FileId, kind: FileKind, values: Values| {
        let mut tablet = Tablet { file: File::new(id, kind), ..Tablet::new() };
        tablet.act(Command::set(Act::NEW_FILE, RecordKey::root(kind.key()), values)).unwrap();
        (id, Arc::new(Summary::of(&tablet.file)))
    };
    let school = School {
        name: "清溪小学".into(),
        town: "清溪街道".into(),
        principal: "石校长".into(),
        ..School::default()
    };
    let other = School { name: "云岭小学".into(), town: "云岭镇".into(), ..School::default() };
    let child = Pupil {
        name: "林小满".into(),
        town: "云岭镇".into(),
        village: "上石门村".into(),
        school: Some(SCHOOL),
        grade: "13".into(),
        class: "2班".into(),
        ..Pupil::default()
    };
    BTreeMap::from([
        made(SCHOOL, FileKind::School, school.write()),
        made(FileId(0x52), FileKind::School, other.write()),
        made(CHILD, FileKind::Pupil, child.write()),
    ])
}

fn letter(party: &Party, signed_on: Option<&str>) -> DutyLetter {
    DutyLetter { party_b: "王主任".into(), signed_on: signed_on.map(day), ..party.letter(year()) }
}

#[test]
fn coverage_names_everybody_who_should_have_a_letter_and_has_none() {
    let files = files();
    let places = Places::of(&files, day("2026-03-11"));
    let class = Party::Class(SCHOOL, "13".into(), "2班".into());
    let duty = Duty {
        letters: vec![
            (RecordId(1), letter(&Party::School(SCHOOL), Some("2025-09-01"))),
            (RecordId(2), letter(&Party::Town("云岭镇".into()), None)),
            (
                RecordId(3),
                DutyLetter { expires_on: Some(day("2025-12-31")), ..letter(&class, Some("2025-09-02")) },
            ),
            // Of the year before: says nothing of this one.
            (
                RecordId(4),
                DutyLetter {
                    year: "2024-2025".into(),
                    ..letter(&Party::School(FileId(0x52)), Some("2024-09-01"))
                },
            ),
            // A second letter of the same party: the signed one counts.
            (RecordId(5), letter(&Party::School(SCHOOL), None)),
        ],
        ..Duty::default()
    };
    let today = day("2026-03-11");
    let states = |level| -> Vec<Signed> {
        coverage(&duty, &places, level, year(), today).into_iter().map(|slot| slot.signed).collect()
    };
    assert_eq!(states(Level::CountyTown), [Signed::Waiting, Signed::Missing]);
    assert_eq!(states(Level::TownVillage), [Signed::Missing]);
    assert_eq!(states(Level::BureauSchool), [Signed::On(day("2025-09-01")), Signed::Missing]);
    assert_eq!(states(Level::SchoolClass), [Signed::Ended]);
    assert_eq!(covered(&coverage(&duty, &places, Level::BureauSchool, year(), today)), (1, 2));
    for level in Level::ALL {
        assert_eq!(Level::from_code(level.code()), Some(level));
        assert!(crate::domain::codes::LETTER_LEVEL.find(level.code()).is_some());
    }
}

#[test]
fn the_chain_of_a_child_has_both_lines_with_the_principal_first_responsible() {
    let files = files();
    let village = Party::Village("云岭镇".into(), "上石门村".into());
    let class = Party::Class(SCHOOL, "13".into(), "2班".into());
    let head = DutyMember {
        group: Some(RecordId(1)),
        person: "高县长".into(),
        role: "HEAD".into(),
        from: Some(day("2025-01-01")),
        ..DutyMember::default()
    };
    let group = DutyGroup { kind: "LEADING".into(), ..DutyGroup::default() };
    let duty = Duty {
        groups: vec![(RecordId(1), group)],
        members: vec![(RecordId(2), head)],
        letters: vec![
            (RecordId(3), letter(&village, Some("2025-09-01"))),
            (
                RecordId(4),
                DutyLetter {
                    party_a: "赵局长".into(), ..letter(&Party::School(SCHOOL), Some("2025-09-01"))
                },
            ),
            (RecordId(5), letter(&class, None)),
        ],
        ..Duty::default()
    };
    let around = Around { duty: &duty, files: &files, county: "青禾县", today: day("2026-03-11") };
    let lines = chain(&around, files[&CHILD].pupil().unwrap());
    let told = |links: &[chain::Link]| -> Vec<(Rung, String, bool)> {
        let holds = |link: &chain::Link| link.letter.is_some_and(|(_, signed)| signed.holds());
        links.iter().map(|link| (link.rung, link.person.clone(), holds(link))).collect()
    };
    let text = |rung, person: &str, holds| (rung, person.to_owned(), holds);
    assert_eq!(
        told(&lines[0]),
        [
            text(Rung::County, "高县长", false),
            text(Rung::Town, "", false),
            text(Rung::Village, "王主任", true)
        ]
    );
    assert_eq!(
        told(&lines[1]),
        [
            text(Rung::Bureau, "赵局长", false),
            text(Rung::School, "石校长", true),
            text(Rung::Class, "王主任", false)
        ]
    );
}

#[test]
fn sums_of_points_follow_weights_and_deductions_and_never_fall_below_nothing() {
    let line = |points, weight, counted: Option<(u32, u32)>, given: Option<i64>, off: &[i64]| Line {
        points,
        weight,
        counted: counted.map(|(done, due)| Counted { done, due }),
        given: given.map(|points| (RecordId(1), points, "现场查看".into())),
        deductions: off.iter().map(|points| (RecordId(2), *points, "迟报".into())).collect(),
        ..Line::default()
    };
    for (case, expected) in [
        (line(10, 100, Some((3, 4)), None, &[]), "7.5"),
        (line(10, 100, Some((0, 0)), None, &[]), "10"),
        (line(10, 100, Some((9, 4)), None, &[]), "10"),
        (line(15, 100, Some((2, 3)), None, &[1, 2]), "7"),
        (line(10, 150, Some((1, 3)), None, &[]), "5"),
        (line(10, 100, Some((1, 3)), Some(9), &[]), "9"),
        (line(10, 100, None, Some(50), &[]), "10"),
        (line(5, 100, Some((1, 5)), None, &[3]), "0"),
        (line(10, 100, Some((1, 3)), None, &[]), "3.33"),
        (line(5, 100, None, None, &[]), "0"),
    ] {
        assert_eq!(points_text(case.score()), expected, "{case:?}");
    }
    let policy = Policy::default();
    let of = |points: i64, vetoes| Sheet { lines: vec![line(100, 100, None, Some(points), &[])], vetoes };
    let grades = [(95, 0), (90, 0), (89, 0), (60, 0), (59, 0), (95, 1)].map(|(p, v)| of(p, v).grade(&policy));
    use Grade::*;
    assert_eq!(grades, [Excellent, Excellent, Passed, Passed, Failed, Blocked]);
    let open = Sheet { lines: vec![line(5, 100, None, None, &[])], vetoes: 0 };
    assert_eq!((open.grade(&policy), open.open()), (Open, 1));
    let proposed = score::PROPOSED.iter().map(|(_, _, points, _)| points).sum::<i64>();
    assert_eq!(proposed, 100);
}

#[test]
fn a_closed_sheet_keeps_what_was_counted_whatever_becomes_of_the_register() {
    let (files, policy) = (files(), Policy::default());
    let today = day("2026-06-30");
    let calendar = policy.calendar_around(today);
    let by_school = pupils_by_school(&files, today);
    let mut here = Tablet::new();
    here.put("duty_letter", 1, letter(&Party::School(SCHOOL), Some("2025-09-01")).write()).unwrap();
    let item = Some(score::proposed()[7].0);
    let (school, name) = (Some(SCHOOL), year().to_string());
    let given =
        ScoreGiven { school, year: name.clone(), item, points: Some(4), reason: "名单不全".into() };
    here.put("score_given", 1, given.write()).unwrap();
    let (points, date) = (Some(1), Some(day("2026-06-01")));
    let off = Deduction { school, year: name, item, points, reason: "迟报 两次".into(), date };
    here.put("deduction", 1, off.write()).unwrap();
    let read = |file: &File| {
        let duty = Duty::of(file);
        let input = Input {
            duty: &duty,
            pupils: &by_school[&SCHOOL],
            policy: &policy,
            calendar: &calendar,
            today,
            year: year(),
            school: SCHOOL,
            reports: None,
        };
        let sheet = sheet(&input);
        let sets: Sets = freeze(&input, &sheet, RecordId(0x500));
        (sheet, sets)
    };
    let (before, sets) = read(&here.file);
    // One of two letters: the school's is signed, that of its class is not.
    assert_eq!(before.lines[0].counted, Some(Counted { done: 1, due: 2 }));
    here.act(Command::Set { act: Act::FREEZE, sets }).unwrap();
    let kept = frozen(&Duty::of(&here.file), SCHOOL, year()).unwrap();
    assert_eq!((kept.sheet.total(), kept.sheet.full()), (before.total(), before.full()));
    assert_eq!(kept.record.total, Some(before.total()));
    let told = |sheet: &Sheet| -> Vec<_> {
        let line = |line: &Line| {
            let given = line.given.clone().map(|(_, points, why)| (points, why));
            (given, line.deductions.iter().map(|(_, points, why)| (*points, why.clone())).collect::<Vec<_>>())
        };
        sheet.lines.iter().map(line).collect()
    };
    assert_eq!(told(&kept.sheet), told(&before));
    assert_eq!(told(&kept.sheet)[7], (Some((4, "名单不全".to_owned())), vec![(1, "迟报 两次".to_owned())]));
    let class = Party::Class(SCHOOL, "13".into(), "2班".into());
    here.put("duty_letter", 2, letter(&class, Some("2026-06-01")).write()).unwrap();
    here.put("red_line", 1, red_line()).unwrap();
    let (now, _) = read(&here.file);
    assert_eq!((now.lines[0].counted, now.vetoes), (Some(Counted { done: 2, due: 2 }), 1));
    let later = frozen(&Duty::of(&here.file), SCHOOL, year()).unwrap();
    assert_eq!(later, kept, "a closed sheet never changes");
    let key = RecordKey::new("score_line", RecordId(0x501));
    let more = Values::from([("done".to_owned(), 2.into())]);
    assert_eq!(here.act(Command::set(Act::EDIT, key.clone(), more)), Err(Refused::Stands(key)));
}

#[test]
fn a_minimal_list_holds_known_columns_and_neither_health_nor_groups() {
    for list in &LISTS {
        assert!(crate::domain::codes::DEPARTMENT.find(list.department).is_some(), "{}", list.key);
        for (key, _) in list.columns {
            assert!(column(key).is_some(), "{} {key}", list.key);
            let private = ["dis_type", "dis_grade", "flags", "reason", "note", "xueji_no", "address"];
            assert!(!private.contains(key), "{} {key}", list.key);
        }
    }
}
