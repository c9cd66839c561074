//! Who stands on which ledger, and what the columns say.
use super::*;
use crate::register::summary::{CarerBrief, CaseBrief, Content, PlacementBrief, SchoolSummary};

const DAY: &str = "2026-03-11";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn file(id: u128, name: &str, content: Content) -> (FileId, Arc<Summary>) {
    let summary = Summary::invented(id, "", name, content);
    (summary.id, Arc::new(summary))
}

fn pupil(id: u128, name: &str, of: PupilSummary) -> (FileId, Arc<Summary>) {
    file(id, name, Content::Pupil(Box::new(of)))
}

fn case(verdict: &str, state: &str) -> CaseBrief {
    CaseBrief { verdict: verdict.into(), state: state.into(), ..CaseBrief::default() }
}

fn files() -> BTreeMap<FileId, Arc<Summary>> {
    let school = SchoolSummary { school_type: "514".into(), ..Default::default() };
    let home = PlacementBrief {
        mode: "HOME".into(),
        school: Some(FileId(9)),
        from: day("2025-09-01"),
        ..Default::default()
    };
    let carer =
        |person: &str| CarerBrief { person: person.into(), from: day("2025-09-01"), ..Default::default() };
    let out = CaseBrief {
        reason: "R04".into(),
        out_month: "2026-01".into(),
        persuaded: ["2026-02-20", "2026-02-26", "2026-03-02"].map(day).to_vec(),
        persuaders: vec![FileId(8)],
        other_persuaders: vec!["村支书".into()],
        step: "URGE".into(),
        other_school: "外县一中".into(),
        returned_on: Some(day("2026-03-05")),
        plan_no: "一生一策12".into(),
        ..case("REAL", "RETURNED")
    };
    BTreeMap::from([
        file(9, "培智学校", Content::School(school)),
        file(8, "周老师", Content::Other),
        pupil(
            1,
            "甲",
            PupilSummary {
                town: "石门镇".into(),
                birth: Some(day("2012-09-01")),
                placements: vec![home],
                carers: vec![carer("王一"), carer("王一"), carer("李二")],
                grade: "S7".into(),
                ..Default::default()
            },
        ),
        pupil(
            2,
            "乙",
            PupilSummary { birth: Some(day("2010-08-31")), cases: vec![out], ..Default::default() },
        ),
        pupil(3, "丙", PupilSummary { cases: vec![case("", "NEW")], ..Default::default() }),
        pupil(4, "丁", PupilSummary { cases: vec![case("NOT_REAL", "CLOSED")], ..Default::default() }),
    ])
}

fn on<T>(then: impl FnOnce(&World) -> T) -> T {
    let (files, day) = (files(), day(DAY));
    let births = crate::domain::calendar::SchoolYear::of(day).births(6, 9);
    then(&World { day, births, files: &files, policy: &Policy::default() })
}

fn names(key: &str, filter: Filter) -> Vec<String> {
    on(|world| {
        let ids = members(Ledger::of(key).unwrap(), &filter, world);
        ids.into_iter().map(|id| world.files[&id].name.clone()).collect()
    })
}

fn datum(id: u128, key: &str) -> Datum {
    on(|world| {
        let summary = &world.files[&FileId(id)];
        (column(key).unwrap().read)(&Row::of_file(7, summary, world).unwrap())
    })
}

#[test]
fn each_ledger_holds_those_that_it_is_about() {
    for (key, expected) in
        [("home", vec!["甲"]), ("age", vec!["甲"]), ("suspected", vec!["丁", "丙"]), ("dropout", vec!["乙"])]
    {
        assert_eq!(names(key, Filter::default()), expected, "{key}");
    }
    let closed = Filter { status: "CLOSED".into(), ..Filter::default() };
    assert_eq!(names("suspected", closed), ["丁"]);
}

#[test]
fn a_dropout_stands_there_with_what_became_of_the_case() {
    let text = |text: &str| Datum::Text(text.into());
    for (key, expected) in [
        ("n", Datum::Number(7)),
        ("out_from", text("2026-01")),
        ("reason", Datum::Code(&crate::domain::codes::DROPOUT_REASON, "R04".into())),
        ("persuasions", Datum::Number(3)),
        ("last_on", Datum::Day(day("2026-03-02"))),
        ("by", Datum::Names(vec!["周老师".into(), "村支书".into()])),
        ("step", Datum::Code(&crate::domain::codes::NOTICE, "URGE".into())),
        ("returned_on", Datum::Day(day("2026-03-05"))),
        ("return_school", text("外县一中")),
        ("xueji_ok", Datum::Flag(false)),
        ("plan_no", text("一生一策12")),
        ("close_state", Datum::Code(&crate::domain::codes::CASE_STATE, "RETURNED".into())),
        ("closed_on", Datum::Empty),
    ] {
        assert_eq!(datum(2, key), expected, "{key}");
    }
    assert_eq!(datum(1, "close_state"), Datum::Empty);
    assert_eq!(datum(3, "xueji_ok"), Datum::Empty, "nothing is said of a child who is not back");
}

#[test]
fn home_teaching_is_told_apart_by_the_school_and_carers_are_two_people() {
    assert_eq!(datum(1, "placement"), Datum::Code(&crate::domain::codes::PLACEMENT, "PL5".into()));
    assert_eq!(datum(1, "duty_school"), Datum::Text("培智学校".into()));
    assert_eq!(datum(1, "stage"), Datum::Code(&crate::domain::codes::STAGE, "JUNIOR".into()));
    assert_eq!(
        [datum(1, "carer1"), datum(1, "carer2")].map(|d| format!("{d:?}")),
        ["Text(\"王一\")", "Text(\"李二\")"]
    );
}
