//! The founding report's figures, from ten lists: each with exactly its children, on both days.
use super::county::{QINGHE, day};
use baoxue::domain::field::FileKind;
use baoxue::domain::policy::Policy;
use baoxue::domain::records::placement::Placement;
use baoxue::domain::value::{Cell, Values};
use baoxue::register::change::{Act, RecordKey};
use baoxue::register::command::Command;
use baoxue::report::figure::{Figure, Files, Period, Split, Tally, World, groups};
use baoxue::report::flow::Flow;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static FILES: LazyLock<Files> = LazyLock::new(|| QINGHE.summaries());

fn tally(files: &Files, on: &str) -> Tally {
    Tally::of(files, Period::year_to(day(on)), &Policy::default())
}

fn check(files: &Files, on: &str, expected: &[(Figure, usize)]) {
    let tally = tally(files, on);
    for (figure, count) in expected {
        assert_eq!(tally.count(*figure), *count, "{figure:?} on {on}");
        let distinct: BTreeSet<_> = tally.children(*figure).iter().collect();
        assert_eq!(distinct.len(), *count, "{figure:?}: each child once");
    }
}

#[test]
fn the_bulletins_figures_are_those_of_the_answer_key() {
    use Figure::*;
    check(
        &FILES,
        "2026-06-30",
        &[
            (Suspects, 247),
            (NotReal, 94),
            (Real, 153),
            (Back, 153),
            (Registered, 153),
            (Unregistered, 0),
            (Returned, 104),
            (Placed, 49),
            (StillOut, 0),
            (Unchecked, 0),
            (HomeTaught, 187),
            (HomeOrdinary, 106),
            (HomeSpecial, 81),
            (OrdinaryClass, 149),
            (SpecialSchool, 133),
            (CarerGap, 11),
        ],
    );
    check(
        &FILES,
        "2026-03-10",
        &[
            (Suspects, 247),
            (NotReal, 0),
            (HomeTaught, 170),
            (HomeOrdinary, 89),
            (HomeSpecial, 81),
            (OrdinaryClass, 135),
            (SpecialSchool, 115),
        ],
    );
    assert_eq!(tally(&FILES, "2026-03-09").count(Suspects), 0);
}

#[test]
fn parts_of_a_figure_are_its_children() {
    let period = Period::year_to(day("2026-06-30"));
    let world = World::of(&FILES, period, &Policy::default());
    let teams = groups(&Figure::Suspects.children(&world), Split::Team, &FILES, period);
    let counts: Vec<usize> = teams.values().map(Vec::len).collect();
    assert_eq!(teams.len(), 6);
    assert_eq!(counts.iter().sum::<usize>(), 247);
    assert_eq!(teams.get("督察二组").map(Vec::len), Some(55));
    let lists = groups(&Figure::Suspects.children(&world), Split::List, &FILES, period);
    assert_eq!((lists["A"].len(), lists["B"].len()), (198, 49));
    for figure in Figure::ALL {
        let children = figure.children(&world);
        let towns = groups(&children, Split::Town, &FILES, period);
        assert_eq!(towns.values().map(Vec::len).sum::<usize>(), children.len(), "{figure:?}");
    }
}

#[test]
fn no_child_is_placed_twice_and_every_suspect_is_one_thing() {
    use Figure::*;
    for on in ["2026-03-10", "2026-04-15", "2026-06-30"] {
        let tally = tally(&FILES, on);
        let sum = |figures: &[Figure]| figures.iter().map(|figure| tally.count(*figure)).sum::<usize>();
        let all = |figures: &[Figure]| {
            let children = figures.iter().flat_map(|figure| tally.children(*figure));
            children.collect::<BTreeSet<_>>().len()
        };
        let placed = [HomeOrdinary, HomeSpecial, OrdinaryClass, SpecialClass, SpecialSchool, Remote];
        assert_eq!(sum(&placed), all(&placed), "{on}");
        assert_eq!(sum(&[HomeOrdinary, HomeSpecial]), tally.count(HomeTaught));
        assert_eq!(sum(&[NotReal, Real, Unchecked]), tally.count(Suspects));
        assert_eq!(sum(&[Returned, Placed, Excused, StillOut]), tally.count(Real));
        assert_eq!(sum(&[TwoCarers, CarerGap]), tally.count(Poor));
        assert!(Flow::of(&FILES, Period::year_to(day(on))).adds_up());
    }
}

#[test]
fn a_child_moved_from_home_by_the_special_school_to_a_class_changes_today_and_not_yesterday() {
    let before = tally(&FILES, "2026-03-20");
    let child = before.children(Figure::HomeSpecial)[0];
    let mut county = QINGHE.clone();
    let file = &county.files[&child];
    let open =
        file.table(Placement::TABLE.key).find(|(_, r)| Placement::read(&r.values).to.is_none()).unwrap().0;
    let ordinary = FILES.values().find(|s| s.school().is_some_and(|s| s.school_type == "211")).unwrap().id;
    let class = Placement {
        mode: "INCLUSIVE".into(),
        school: Some(ordinary),
        from: Some(day("2026-03-20")),
        ..Placement::default()
    };
    let sets = [
        (
            RecordKey::new(Placement::TABLE.key, open),
            Values::from([("to".to_owned(), day("2026-03-19").write())]),
        ),
        (RecordKey::new(Placement::TABLE.key, baoxue::domain::id::RecordId(5)), class.write()),
    ];
    county.apply(child, FileKind::Pupil, Command::Set { act: Act::EDIT, sets: sets.into() });
    let files = county.summaries();
    use Figure::{HomeSpecial, OrdinaryClass};
    check(&files, "2026-03-19", &[(HomeSpecial, 81), (OrdinaryClass, 135)]);
    check(&files, "2026-03-20", &[(HomeSpecial, 80), (OrdinaryClass, 136)]);
}

#[test]
fn what_was_known_differs_from_what_held() {
    // The findings came in at the end of June: on 1 May nobody here knew of them, though they held then.
    let known = QINGHE.known_by(day("2026-05-01"));
    let (held, knew) = (tally(&FILES, "2026-05-31"), tally(&known, "2026-05-31"));
    assert_eq!((held.count(Figure::Suspects), knew.count(Figure::Suspects)), (247, 247));
    assert_eq!((held.count(Figure::NotReal), knew.count(Figure::NotReal)), (94, 0));
    assert_eq!(knew.count(Figure::HomeTaught), 170);
    assert!(
        QINGHE.known_by(day("2026-03-10")).is_empty(),
        "nothing was recorded before the first list came in"
    );
    assert_eq!(QINGHE.known_by(day("2026-06-30")), *FILES);
}
