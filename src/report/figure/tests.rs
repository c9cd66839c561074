//! Each figure on a small world, and what holds for all of them.
use super::*;
use crate::domain::case::flow::Spell;
use crate::register::summary::{
    Away, CarerBrief, CaseBrief, CaseStage, Content, FlagBrief, Moved, PlacementBrief, SchoolSummary,
};
use crate::report::flow::Flow;
use crate::report::teaching::{Shares, Span};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn file(id: u128, content: Content) -> (FileId, Arc<Summary>) {
    let summary = Summary::invented(id, "", &format!("学生{id}"), content);
    (summary.id, Arc::new(summary))
}

fn pupil(id: u128, of: PupilSummary) -> (FileId, Arc<Summary>) {
    file(id, Content::Pupil(Box::new(of)))
}

fn school(id: u128, school_type: &str) -> (FileId, Arc<Summary>) {
    file(id, Content::School(SchoolSummary { school_type: school_type.into(), ..Default::default() }))
}

fn placed(mode: &str, school: u128, from: &str, to: Option<&str>) -> PlacementBrief {
    PlacementBrief {
        mode: mode.into(),
        school: Some(FileId(school)),
        from: day(from),
        to: to.map(day),
        ..Default::default()
    }
}

fn spell(from: &str, closed: Option<&str>) -> Spell {
    Spell { from: day(from), closed: closed.map(day) }
}

fn stage(from: &str, verdict: &str, outcome: &str, registered: bool) -> CaseStage {
    CaseStage {
        from: day(from),
        verdict: verdict.into(),
        outcome: outcome.into(),
        registered,
        ..Default::default()
    }
}

fn case(stages: &[CaseStage], spells: &[Spell]) -> PupilSummary {
    let case = CaseBrief { stages: stages.to_vec(), spells: spells.to_vec(), ..Default::default() };
    PupilSummary { cases: vec![case], ..Default::default() }
}

fn year_to(on: &str) -> Period {
    Period::year_to(day(on))
}

fn count(files: &Files, on: &str, figure: Figure) -> usize {
    Tally::of(files, year_to(on), &Policy::default()).count(figure)
}

#[test]
fn keys_are_distinct_and_lead_back() {
    for figure in Figure::ALL {
        assert_eq!(Figure::of(&figure.key()), Some(figure));
    }
    assert_eq!(Figure::HomeSpecial.key(), "home_special");
    for split in Split::ALL {
        assert_eq!(Split::of(&split.key()), Some(split));
    }
}

#[test]
fn a_child_moved_from_home_to_class_counts_once_a_day_and_yesterday_stays() {
    let moved = PupilSummary {
        placements: vec![
            placed("INCLUSIVE", 1, "2026-04-01", None),
            placed("HOME", 2, "2025-09-01", Some("2026-03-31")),
        ],
        ..Default::default()
    };
    let files = Files::from([school(1, "211"), school(2, "514"), pupil(3, moved)]);
    for (on, home, class) in [("2026-03-31", 1, 0), ("2026-04-01", 0, 1)] {
        assert_eq!(
            (count(&files, on, Figure::HomeSpecial), count(&files, on, Figure::OrdinaryClass)),
            (home, class)
        );
        assert_eq!(count(&files, on, Figure::HomeTaught), home);
    }
}

/// A child found, checked, back, on the roll later, closed, and out again.
fn relapsed() -> PupilSummary {
    case(
        &[
            stage("2026-01-10", "", "", false),
            stage("2026-01-12", "REAL", "", false),
            stage("2026-01-20", "REAL", "RET_SAME", false),
            stage("2026-01-25", "REAL", "RET_SAME", true),
            stage("2026-04-02", "REAL", "", true),
        ],
        &[spell("2026-01-10", Some("2026-03-01")), spell("2026-04-02", None)],
    )
}

#[test]
fn a_child_is_followed_from_day_to_day() {
    let files = Files::from([pupil(1, relapsed())]);
    use Figure::*;
    let path = [
        ("2026-01-09", vec![]),
        ("2026-01-10", vec![Suspects, Unchecked]),
        ("2026-01-12", vec![Suspects, Real, StillOut]),
        ("2026-01-20", vec![Suspects, Real, Returned, Back, Unregistered]),
        ("2026-01-25", vec![Suspects, Real, Returned, Back, Registered]),
        ("2026-04-02", vec![Suspects, Real, StillOut]),
    ];
    for (on, expected) in path {
        let tally = Tally::of(&files, year_to(on), &Policy::default());
        let cases = Figure::ALL.into_iter().filter(|figure| *figure < Opening);
        let found: Vec<Figure> = cases.filter(|figure| tally.count(*figure) == 1).collect();
        assert_eq!(found, expected, "{on}");
    }
}

#[test]
fn opening_and_new_and_reopened_less_closed_are_closing_month_by_month() {
    let files = Files::from([
        pupil(1, relapsed()),
        pupil(2, case(&[stage("2025-12-01", "", "", false)], &[spell("2025-12-01", Some("2026-01-05"))])),
        pupil(
            3,
            case(
                &[stage("2026-03-02", "", "", false)],
                &[spell("2026-03-02", Some("2026-03-10")), spell("2026-03-20", Some("2026-03-25"))],
            ),
        ),
    ]);
    let tally = Tally::of(&files, year_to("2026-06-30"), &Policy::default());
    assert_eq!(tally.months.len(), 10);
    for (month, flow) in &tally.months {
        assert!(flow.adds_up(), "{month}: {flow:?}");
    }
    for pair in tally.months.windows(2) {
        assert_eq!(pair[0].1.closing, pair[1].1.opening);
    }
    let whole = Flow::of(&files, year_to("2026-06-30"));
    assert!(whole.adds_up());
    assert_eq!((whole.new.len(), whole.reopened.len(), whole.closed.len()), (3, 2, 4));
    assert_eq!(whole.closing, [FileId(1)]);
}

#[test]
fn the_children_truly_out_flow_through_months_too_and_a_relapse_is_new_again() {
    let files = Files::from([pupil(1, relapsed())]);
    let tally = Tally::of(&files, year_to("2026-06-30"), &Policy::default());
    let counts = |flow: &Flow| flow.out.each_ref().map(Vec::len);
    assert_eq!(counts(&tally.flow), [0, 2, 1, 1]);
    let by_month: Vec<[usize; 4]> = tally
        .months
        .iter()
        .filter(|(month, _)| month.first_day() >= day("2026-01-01"))
        .map(|(_, flow)| counts(flow))
        .collect();
    assert_eq!(by_month, [[0, 1, 1, 0], [0; 4], [0; 4], [0, 1, 0, 1], [1, 0, 0, 1], [1, 0, 0, 1]]);
    for figure in Figure::OUT {
        assert_eq!(
            tally.count(figure),
            usize::from(figure != Figure::OutOpening),
            "{figure:?}: the child once"
        );
    }
}

#[test]
fn a_schools_roll_of_a_month_has_who_left_it_and_who_is_away() {
    let on_roll = |moves: Vec<Moved>, aways: Vec<Away>| PupilSummary {
        school: Some(FileId(7)),
        student_status: "01".into(),
        moves,
        aways,
        ..Default::default()
    };
    let went = Moved { on: day("2026-03-10"), from: Some(FileId(7)), to: Some(FileId(8)) };
    let came = Moved { on: day("2026-03-12"), from: None, to: Some(FileId(7)) };
    let mut left = on_roll(vec![went], vec![]);
    left.school = Some(FileId(8));
    let away = Away { from: day("2026-03-20"), back: Some(day("2026-04-02")) };
    let files = Files::from([
        school(7, "211"),
        school(8, "211"),
        pupil(1, left),
        pupil(2, on_roll(vec![came], vec![])),
        pupil(3, on_roll(vec![], vec![away])),
        pupil(4, PupilSummary { student_status: "07".into(), ..on_roll(vec![], vec![]) }),
    ]);
    let march = Period { from: day("2026-03-01"), on: day("2026-03-31") };
    let of = |school: Option<u128>, period: Period| {
        let tally = Tally::of_school(&files, period, school.map(FileId), &Policy::default());
        let ids = |ids: &[FileId]| ids.iter().map(|id| id.0).collect::<Vec<_>>();
        let roll = &tally.roll;
        [ids(&roll.enrolled), ids(&roll.present), ids(&roll.came), ids(&roll.left)]
    };
    assert_eq!(of(Some(7), march), [vec![2, 3], vec![2], vec![2], vec![1]]);
    assert_eq!(of(Some(8), march), [vec![1], vec![1], vec![1], vec![]]);
    assert_eq!(
        of(None, march),
        [vec![1, 2, 3], vec![1, 2], vec![2], vec![]],
        "between two schools nobody leaves the county"
    );
    let february = Period { from: day("2026-02-01"), on: day("2026-02-28") };
    assert_eq!(of(Some(7), february), [vec![1, 3], vec![1, 3], vec![], vec![]]);
    let april = Period { from: day("2026-04-01"), on: day("2026-04-30") };
    assert_eq!(of(Some(7), april)[1], [2, 3], "back on 2 April");
}

#[test]
fn a_figure_as_of_a_day_goes_by_the_groups_of_that_day() {
    let flag =
        FlagBrief { flag: "G06".into(), since: Some(day("2025-10-01")), until: Some(day("2026-03-31")) };
    let files = Files::from([pupil(1, PupilSummary { flags: vec![flag], ..Default::default() })]);
    for (on, poor) in [("2025-09-30", 0), ("2025-10-01", 1), ("2026-03-31", 1), ("2026-04-01", 0)] {
        assert_eq!(
            (count(&files, on, Figure::Poor), count(&files, on, Figure::NoCarer)),
            (poor, poor),
            "{on}"
        );
        let parts = groups(&[FileId(1)], Split::Flag, &files, year_to(on));
        assert_eq!(parts.contains_key("G06"), poor == 1, "{on}");
    }
}

#[test]
fn a_carer_has_too_many_where_the_county_says_so() {
    let carer = CarerBrief { person: "王一".into(), from: day("2025-09-01"), ..Default::default() };
    let poor = PupilSummary {
        flags: vec![FlagBrief { flag: "G06".into(), ..FlagBrief::default() }],
        carers: vec![carer],
        ..Default::default()
    };
    let files: Files = (1..=4).map(|id| pupil(id, poor.clone())).collect();
    let over = |carer_limit: u32| {
        let policy = Policy { carer_limit, ..Policy::default() };
        Tally::of(&files, year_to("2026-03-11"), &policy).count(Figure::CarerOverload)
    };
    assert_eq!((over(3), over(4), Policy::default().carer_limit), (4, 0, 10));
}

#[test]
fn a_poor_pupil_has_two_carers_only_where_they_are_two_people() {
    let carer = |person: &str, to: Option<&str>| CarerBrief {
        person: person.into(),
        from: day("2025-09-01"),
        to: to.map(day),
        ..Default::default()
    };
    let poor = |carers: Vec<CarerBrief>| PupilSummary {
        flags: vec![FlagBrief { flag: "G06".into(), ..FlagBrief::default() }],
        carers,
        ..Default::default()
    };
    let files = Files::from([
        pupil(1, poor(vec![carer("王一", None), carer("王一", None)])),
        pupil(2, poor(vec![carer("王一", None), carer("李二", Some("2026-03-09"))])),
        pupil(3, poor(vec![])),
    ]);
    let gap =
        |on: &str| Tally::of(&files, year_to(on), &Policy::default()).children(Figure::CarerGap).to_vec();
    assert_eq!(gap("2026-03-09"), [FileId(1), FileId(3)]);
    assert_eq!(gap("2026-03-10"), [FileId(1), FileId(2), FileId(3)], "the day after the last one's last day");
    assert_eq!(count(&files, "2026-03-10", Figure::NoCarer), 1);
    assert_eq!(count(&files, "2026-03-10", Figure::Poor), 3);
}

#[test]
fn slices_count_what_one_go_counts() {
    let files = Files::from([pupil(1, relapsed()), school(2, "514"), pupil(3, relapsed())]);
    let period = year_to("2026-02-01");
    let world = World::of(&files, period, &Policy::default());
    let span = Span { from: period.from, to: period.on, today: period.on };
    let policy = Policy::default();
    let shares = Shares::of(span, &policy, &policy.calendar_around(period.on));
    let mut counting = Counting::new(&world, None, shares);
    let mut slices = 0;
    while counting.step(&world, 1) {
        slices += 1;
    }
    assert_eq!((slices, counting.progress()), (3, (3, 3)));
    assert_eq!(counting.tally, Tally::of(&files, period, &Policy::default()));
}

#[test]
fn the_address_of_a_choice_leads_back_to_it_and_to_the_same_children() {
    let mut of_town = relapsed();
    of_town.town = "石门镇".into();
    let files = Files::from([pupil(1, relapsed()), pupil(2, of_town)]);
    let world = World::of(&files, year_to("2026-02-01"), &Policy::default());
    let choice = Choice {
        part: Some((Split::Town, Split::Town.part_key("石门镇"))),
        known: Some(day("2026-02-03")),
        ..Choice::new(Figure::Suspects, world.period)
    };
    let text = choice.write();
    assert!(!text.contains("石门镇"), "{text}");
    let get =
        |key: &str| text.split('&').find_map(|pair| pair.strip_prefix(&format!("{key}=")).map(str::to_owned));
    assert_eq!(Choice::read(get), Some(choice.clone()));
    let parts = groups(&Figure::Suspects.children(&world), Split::Town, &files, world.period);
    assert_eq!(parts.get("石门镇"), Some(&vec![FileId(2)]));
    assert_eq!(pupils(&files).filter(|(_, _, pupil)| choice.lets(pupil, &world)).count(), 1);
}
