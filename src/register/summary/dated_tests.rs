//! Sums of a summary are sums of the records, for any number of visits and any span; and what holds on a day is that day's.
use super::*;
use crate::domain::records::pupil::{Flag, Transfer};
use crate::domain::records::visit::Visit;
use crate::register::file::made_of;
use proptest::prelude::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn pupil_of(file: &File) -> PupilSummary {
    Summary::of(file).pupil().unwrap().clone()
}

fn visits() -> impl Strategy<Value = Vec<Visit>> {
    let kinds = prop::sample::select(vec!["TEACH", "REMOTE", "FAMILY", ""]);
    let one =
        (0..340_i64, 0..5_i64, prop::bool::weighted(0.8), kinds).prop_map(|(at, periods, done, kind)| {
            Visit {
                date: Some(day("2025-09-01").plus_days(at)),
                periods: Some(periods),
                done: Some(done),
                not_done_reason: if done { String::new() } else { "ILL".into() },
                visit_type: kind.into(),
                ..Visit::default()
            }
        });
    prop::collection::vec(one, 0..=500)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn sums_of_the_summary_are_sums_of_the_records(visits in visits(), from in 0..340_i64, length in 0..340_i64) {
        let (from, to) = (day("2025-09-01").plus_days(from), day("2025-09-01").plus_days(from + length));
        let pupil = pupil_of(&made_of(visits.iter().map(|visit| ("visit", visit.write())).collect()));
        let within = |visit: &&Visit| visit.date.is_some_and(|on| from <= on && on <= to);
        let is_lesson = |visit: &&Visit| matches!(visit.visit_type.as_str(), "TEACH" | "REMOTE" | "");
        let held = || visits.iter().filter(within).filter(|visit| visit.done == Some(true));
        let sum = |of: fn(&Given) -> u16| pupil.given_within(from, to).map(|it| usize::from(of(it))).sum::<usize>();
        prop_assert_eq!(sum(|it| it.visits), held().count());
        prop_assert_eq!(sum(|it| it.lessons), held().filter(is_lesson).count());
        let periods: i64 = held().filter(is_lesson).filter_map(|visit| visit.periods).sum();
        prop_assert_eq!(sum(|it| it.periods) as i64, periods);
        let missed = visits.iter().filter(within).filter(is_lesson).filter(|visit| visit.done == Some(false));
        prop_assert_eq!(pupil.missed.iter().filter(|it| from <= it.day && it.day <= to).count(), missed.count());
        prop_assert_eq!(pupil.visit_count as usize, visits.len());
        prop_assert!(pupil.visits.len() <= 100);
        prop_assert!(pupil.given.windows(2).all(|pair| pair[0].day < pair[1].day));
    }
}

#[test]
fn five_hundred_visits_take_a_few_kilobytes() {
    let visit = |at: i64| Visit {
        date: Some(day("2025-01-01").plus_days(at)),
        periods: Some(3),
        done: Some(true),
        visit_type: "TEACH".into(),
        ..Visit::default()
    };
    let size = |count: i64| {
        let file = made_of((0..count).map(|at| ("visit", visit(at).write())).collect());
        postcard::to_allocvec(&Summary::of(&file)).unwrap().len()
    };
    let (hundred, five) = (size(100), size(500));
    assert!(five - hundred < 400 * 10, "{hundred} and {five} bytes");
}

#[test]
fn a_group_holds_from_its_first_day_to_its_last() {
    let flag = |code: &str, since: Option<&str>, until: Option<&str>| {
        let flag =
            Flag { flag: code.into(), since: since.map(day), until: until.map(day), ..Flag::default() };
        ("flag", flag.write())
    };
    let pupil = pupil_of(&made_of(vec![
        flag("G06", Some("2025-09-01"), Some("2026-03-31")),
        flag("G03", None, None),
        flag("G03", Some("2026-01-01"), None),
    ]));
    for (on, flags) in [
        ("2025-08-31", vec!["G03"]),
        ("2025-09-01", vec!["G06", "G03"]),
        ("2026-03-31", vec!["G06", "G03"]),
        ("2026-04-01", vec!["G03"]),
    ] {
        assert_eq!(pupil.flags_on(day(on)), flags, "{on}");
        assert_eq!(pupil.is_poor(day(on)), flags.contains(&"G06"), "{on}");
    }
}

#[test]
fn before_a_transfer_the_child_stood_on_the_roll_it_came_from() {
    let transfer = |on: &str, from: Option<u128>, to: Option<u128>| {
        let transfer = Transfer {
            on: Some(day(on)),
            from_school: from.map(FileId),
            to_school: to.map(FileId),
            ..Transfer::default()
        };
        ("transfer", transfer.write())
    };
    let mut pupil = pupil_of(&made_of(vec![
        transfer("2026-03-10", Some(5), Some(6)),
        transfer("2026-01-10", None, Some(5)),
    ]));
    pupil.school = Some(FileId(6));
    let at = |pupil: &PupilSummary, on: &str| pupil.roll_school(day(on)).map(|id| id.0);
    let days = ["2026-01-09", "2026-01-10", "2026-03-09", "2026-03-10"];
    assert_eq!(days.map(|on| at(&pupil, on)), [None, Some(5), Some(5), Some(6)]);
    pupil.moves.push(Moved { on: day("2026-05-01"), from: Some(FileId(6)), to: None });
    assert_eq!((at(&pupil, "2026-04-30"), at(&pupil, "2026-05-01")), (Some(6), None));
}
