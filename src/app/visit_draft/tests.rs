//! Drafts of visits, case by case.
use super::*;
use crate::domain::calendar::{Calendar, SchoolYear};
use crate::domain::field::FileKind;
use crate::domain::policy::Policy;
use crate::domain::records::visit::Visit;
use crate::domain::value::Value;
use crate::register::apply::apply;
use crate::register::change::{Act, DeviceId, Dot, RecordKey, Sets};
use crate::register::command::{Command, Ctx};
use crate::register::file::File;
use crate::register::summary::{BookingBrief, PlacementBrief, PupilSummary, VisitBrief};
use crate::register::tasks::World;

// 2026-03-11 is a Wednesday of the spring term.
const TODAY: &str = "2026-03-11";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn calendar() -> Calendar {
    Policy::default().calendar(SchoolYear::starting(2025), SchoolYear::starting(2025))
}

fn pupil() -> PupilSummary {
    PupilSummary {
        placements: vec![PlacementBrief {
            mode: "HOME".into(),
            from: day("2025-09-01"),
            ..Default::default()
        }],
        teachers: vec![FileId(1), FileId(2)],
        address: "下石门村 3 号".into(),
        ..Default::default()
    }
}

/// A file with these records, in one change.
fn file(records: &[(&'static str, u128, &[(&str, Value)])]) -> File {
    let empty = File::new(FileId(5), FileKind::Pupil);
    let sets: Sets = records
        .iter()
        .map(|(table, id, fields)| {
            let values = fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
            (RecordKey::new(table, RecordId(*id)), values)
        })
        .collect();
    if sets.is_empty() {
        return empty;
    }
    let ctx = Ctx {
        wall: 1,
        today: day(TODAY),
        now: "08:00".parse().unwrap(),
        dot: Dot { device: DeviceId(1), counter: 1, tag: 0 },
        by: FileId(1),
    };
    let change = apply(&empty, Command::Set { act: Act::EDIT, sets }, &ctx).unwrap();
    empty.with(change).unwrap()
}

fn begun(file: &File, pupil: &PupilSummary, busy_until: Option<&str>, visit_type: &str) -> VisitDraft {
    let (policy, calendar) = (Policy::default(), calendar());
    let start = Start {
        file,
        pupil,
        me: FileId(1),
        world: World { today: day(TODAY), policy: &policy, calendar: &calendar },
        now: "10:30".parse().unwrap(),
        busy_until: busy_until.map(|at| at.parse().unwrap()),
        visit_type,
    };
    begin(&start, RecordId(7))
}

fn fields(draft: &VisitDraft, photo_consent: bool, policy: &Policy) -> Vec<&'static str> {
    let photos = draft.photos.len();
    let around = Around { policy, today: day(TODAY), photo_consent, photos, overlaps: &[] };
    missing(&draft.values, &around).iter().map(Ask::field).collect()
}

#[test]
fn time_place_teachers_and_next_date_are_prefilled_and_nothing_that_could_be_made_up() {
    let visit = Visit::read(&begun(&file(&[]), &pupil(), None, "TEACH").values);
    assert_eq!(
        (visit.start, visit.end, visit.periods, visit.teachers.len()),
        ("08:30".parse().ok(), "10:30".parse().ok(), Some(3), 2)
    );
    // Twice a week: three days on is a Saturday, so the Monday after it.
    assert_eq!(visit.next_date, "2026-03-16".parse().ok());
    assert!(visit.states.is_empty() && visit.rating.is_none() && visit.performance.is_empty());
    assert!(
        visit.guardian_present.is_none()
            && visit.sign_method.is_empty()
            && visit.strokes.is_empty()
            && visit.done.is_none()
    );
}

#[test]
fn a_visit_begins_no_earlier_than_the_last_one_ended() {
    let visit = Visit::read(&begun(&file(&[]), &pupil(), Some("09:40"), "TEACH").values);
    assert_eq!((visit.start, visit.end), ("09:40".parse().ok(), "10:30".parse().ok()));
}

#[test]
fn the_content_is_what_was_planned_last_time_or_the_goals_of_the_open_plan() {
    let plan: &[(&str, Value)] = &[("term", "2025-2026-2".into())];
    let old: &[(&str, Value)] = &[("term", "2025-2026-1".into())];
    let long: &[(&str, Value)] = &[("plan", RecordId(1).to_string().into())];
    let long_old: &[(&str, Value)] = &[("plan", RecordId(2).to_string().into())];
    let goal = |long: u128, text: &str, state: &str| -> Vec<(&str, Value)> {
        vec![
            ("long_goal", RecordId(long).to_string().into()),
            ("text", text.into()),
            ("state", state.to_owned().into()),
        ]
    };
    let (a, b, met, past) = (
        goal(3, "自己喝水", "OPEN"),
        goal(3, "认识水果", "ACTIVE"),
        goal(3, "会拍手", "MET"),
        goal(4, "旧目标", "ACTIVE"),
    );
    let records: Vec<(&'static str, u128, &[(&str, Value)])> = vec![
        ("plan", 1, plan),
        ("plan", 2, old),
        ("long_goal", 3, long),
        ("long_goal", 4, long_old),
        ("short_goal", 11, &a),
        ("short_goal", 12, &b),
        ("short_goal", 13, &met),
        ("short_goal", 14, &past),
    ];
    let content =
        |file: &File, pupil: &PupilSummary| Visit::read(&begun(file, pupil, None, "TEACH").values).content;
    assert_eq!(content(&file(&records), &pupil()), "认识水果；自己喝水");
    let mut with_last = records.clone();
    let last: &[(&str, Value)] = &[("next_plan", "认识颜色".into()), ("date", "2026-03-09".into())];
    with_last.push(("visit", 21, last));
    let visited = PupilSummary {
        visits: vec![VisitBrief {
            record: RecordId(21),
            date: day("2026-03-09"),
            done: true,
            ..Default::default()
        }],
        ..pupil()
    };
    assert_eq!(content(&file(&with_last), &visited), "认识颜色");
}

#[test]
fn what_is_missing_is_told_in_the_order_of_the_visit_until_nothing_is() {
    let policy = Policy::default();
    let mut draft = begun(&file(&[]), &pupil(), None, "TEACH");
    assert_eq!(fields(&draft, true, &policy), ["done"]);
    draft.values.insert("done".into(), true.into());
    assert_eq!(
        fields(&draft, true, &policy),
        [
            "states",
            "content",
            "rating",
            "performance",
            "guidance",
            "homework",
            "photos",
            "guardian_present",
            "sign_method"
        ]
    );
    assert!(!fields(&draft, false, &policy).contains(&"photos"), "without consent nobody is photographed");
    draft.values.insert("done".into(), false.into());
    assert_eq!(fields(&draft, true, &policy), ["not_done_reason"]);
    draft.values.insert("not_done_reason".into(), "OTHER".into());
    assert_eq!(fields(&draft, true, &policy), ["not_done_note"]);
    draft.values.insert("not_done_reason".into(), "ILL".into());
    assert_eq!(fields(&draft, true, &policy), [""; 0]);
}

#[test]
fn each_type_of_visit_asks_for_its_own() {
    let policy = Policy::default();
    let asked = |visit_type: &str| {
        let mut draft = begun(&file(&[]), &pupil(), None, visit_type);
        draft.values.insert("done".into(), true.into());
        fields(&draft, false, &policy)
    };
    let proof = ["guardian_present", "sign_method"];
    assert_eq!(asked("CARE"), [&["content"], &proof[..]].concat());
    assert_eq!(asked("COUNSEL"), [&["states", "content"], &proof[..]].concat());
    assert_eq!(asked("FAMILY"), [&["states", "content", "guidance", "homework"], &proof[..]].concat());
    assert_eq!(asked("ASSESS"), [&["states", "content", "performance"], &proof[..]].concat());
    assert_eq!(asked("REMOTE").len(), asked("TEACH").len());
}

#[test]
fn a_lone_teacher_gives_the_reason_where_the_county_wants_two() {
    let alone = PupilSummary { teachers: vec![FileId(1)], ..pupil() };
    let mut draft = begun(&file(&[]), &alone, None, "TEACH");
    draft.values.insert("done".into(), true.into());
    for two_teachers in [true, false] {
        let policy = Policy { two_teachers, ..Policy::default() };
        assert_eq!(fields(&draft, false, &policy).contains(&"one_teacher_reason"), two_teachers);
    }
}

#[test]
fn a_late_day_and_a_day_outside_the_placement_are_explained() {
    let policy = Policy::default();
    let told = |date: &str| {
        let mut draft = begun(&file(&[]), &pupil(), None, "TEACH");
        draft.values.insert("date".into(), date.into());
        let around =
            Around { policy: &policy, today: day(TODAY), photo_consent: false, photos: 0, overlaps: &[] };
        hints(&draft.values, &pupil(), &around)
    };
    assert_eq!(told(TODAY), []);
    assert_eq!(told("2026-03-01"), [Hint::Late(10)]);
    assert_eq!(told("2025-08-31"), [Hint::Late(192), Hint::OutsidePlacement]);
}

#[test]
fn a_visit_is_saved_with_its_photos_its_arranged_day_and_the_next_one_in_one_command() {
    let pupil = PupilSummary {
        bookings: vec![
            BookingBrief { record: RecordId(31), date: day("2026-03-10"), ..Default::default() },
            BookingBrief { record: RecordId(32), date: day("2026-03-20"), ..Default::default() },
        ],
        ..pupil()
    };
    let mut draft = begun(&file(&[]), &pupil, None, "TEACH");
    draft.values.insert("done".into(), true.into());
    draft.values.insert("next_date".into(), "2026-03-18".into());
    draft.photos.push(DraftPhoto {
        record: RecordId(8),
        hash: "aa".into(),
        thumbnail_hash: "bb".into(),
        picture: vec![1],
        thumbnail: vec![2],
    });
    let (orders, media) =
        orders(FileId(5), &pupil, &draft, &Policy::default(), day("2026-03-30"), RecordId(9));
    let Command::Set { sets, act } = &orders[0].command else { panic!("another command") };
    let of = |table: &'static str, id| &sets[&RecordKey::new(table, RecordId(id))];
    assert_eq!((act, orders.len(), sets.len(), media.len()), (&Act::RECORD_VISIT, 1, 4, 2));
    assert_eq!(of("visit", 7).get("late_entry"), Some(&Value::Bool(true)));
    assert_eq!(of("visit", 7).get("booking"), Some(&RecordId(31).to_string().into()));
    assert_eq!(of("booking", 31).get("date"), Some(&TODAY.into()));
    assert_eq!(of("booking", 31).get("moved_from"), Some(&"2026-03-10".into()));
    assert_eq!(of("booking", 9).get("date"), Some(&"2026-03-18".into()));
    assert_eq!(of("photo", 8).get("visit"), Some(&RecordId(7).to_string().into()));
}

#[test]
fn a_visit_that_was_not_held_keeps_nothing_that_was_prefilled_for_the_lesson() {
    let mut draft = begun(&file(&[]), &pupil(), None, "TEACH");
    draft.values.insert("done".into(), false.into());
    draft.values.insert("not_done_reason".into(), "WEATHER".into());
    draft.values.insert("content".into(), "认识水果".into());
    draft.photos.push(DraftPhoto::default());
    let (orders, media) = orders(FileId(5), &pupil(), &draft, &Policy::default(), day(TODAY), RecordId(9));
    let Command::Set { sets, act } = &orders[0].command else { panic!("another command") };
    let visit = &sets[&RecordKey::new("visit", RecordId(7))];
    assert_eq!((act, media.len()), (&Act::SKIP_VISIT, 0));
    assert!(["content", "start", "end", "periods"].iter().all(|key| !visit.contains_key(*key)), "{visit:?}");
}

#[test]
fn of_each_way_to_sign_only_what_belongs_to_it_is_kept() {
    let kept = |method: &str| {
        let mut draft = begun(&file(&[]), &pupil(), None, "TEACH");
        for (key, value) in [("strokes", "M1 1l2 2"), ("witness", "王主任"), ("sign_note", "家长不愿签")]
        {
            draft.values.insert(key.into(), value.into());
        }
        draft.values.insert("done".into(), true.into());
        draft.values.insert("sign_method".into(), method.into());
        let (orders, _) = orders(FileId(5), &pupil(), &draft, &Policy::default(), day(TODAY), RecordId(9));
        let Command::Set { sets, .. } = &orders[0].command else { panic!("another command") };
        let visit = &sets[&RecordKey::new("visit", RecordId(7))];
        ["strokes", "witness", "sign_note"]
            .into_iter()
            .filter(|key| visit.contains_key(*key))
            .collect::<Vec<_>>()
    };
    assert_eq!(kept("HAND"), ["strokes"]);
    assert_eq!((kept("FINGERPRINT"), kept("WITNESS")), (vec!["witness"], vec!["witness"]));
    assert_eq!((kept("REFUSED"), kept("ABSENT")), (vec!["sign_note"], vec![]));
}

#[test]
fn a_draft_comes_back_as_it_was_sealed() {
    let mut draft = begun(&file(&[]), &pupil(), None, "TEACH");
    draft.photos.push(DraftPhoto { hash: "aa".into(), picture: vec![1, 2, 3], ..DraftPhoto::default() });
    let bytes = crate::app::layout::encode(&draft).unwrap();
    assert_eq!(crate::app::layout::decode(&bytes), Ok(draft));
    assert_eq!(pupil_of(&draft_name(FileId(1), FileId(5))), Some(FileId(5)));
}
