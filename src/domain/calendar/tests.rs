//! Months, school years, terms and weeks, case by case.
use super::*;
use crate::domain::date::Date;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// Autumn 2025 and spring 2026, with the National Day week, its make-up days and the May holiday.
fn calendar() -> Calendar {
    let year: SchoolYear = "2025-2026".parse().unwrap();
    let span = |term, from, to| TermSpan { term, from: day(from), to: day(to) };
    let off = |from, to| DayOff { from: day(from), to: day(to) };
    Calendar::new(
        vec![
            span(year.spring(), "2026-03-02", "2026-07-10"),
            span(year.autumn(), "2025-09-01", "2026-01-23"),
        ],
        &[off("2025-10-01", "2025-10-08"), off("2026-05-01", "2026-05-05")],
        &[day("2025-09-28"), day("2025-10-11"), day("2026-05-09"), day("2026-02-14")],
    )
}

#[test]
fn the_window_of_births_is_that_of_the_notice() {
    for (year, from, to) in [
        (2019, "2004-09-01", "2013-08-31"),
        (2020, "2005-09-01", "2014-08-31"),
        (2021, "2006-09-01", "2015-08-31"),
        (2022, "2007-09-01", "2016-08-31"),
        (2023, "2008-09-01", "2017-08-31"),
        (2024, "2009-09-01", "2018-08-31"),
        (2025, "2010-09-01", "2019-08-31"),
        (2026, "2011-09-01", "2020-08-31"),
    ] {
        let window = SchoolYear::starting(year).births(6, 9);
        assert_eq!((window.from, window.to), (day(from), day(to)), "{year}");
        assert!(window.contains(day(from)) && window.contains(day(to)));
        assert!(!window.contains(day(from).plus_days(-1)) && !window.contains(day(to).plus_days(1)));
        let first = SchoolYear::starting(year).first_day();
        assert_eq!((day(to).age_on(first), day(from).age_on(first)), (6, 15), "{year}");
    }
}

#[test]
fn school_years_begin_in_september() {
    for (date, year) in
        [("2025-08-31", "2024-2025"), ("2025-09-01", "2025-2026"), ("2026-01-01", "2025-2026")]
    {
        assert_eq!(SchoolYear::of(day(date)).to_string(), year, "{date}");
    }
    let year: SchoolYear = "2025-2026".parse().unwrap();
    assert_eq!((year.first_day(), year.last_day()), (day("2025-09-01"), day("2026-08-31")));
    for bad in ["2025", "2025-2027", "2025-26", "+025-2026", "", "0000-0001", "2025-2026-1"] {
        assert_eq!(bad.parse::<SchoolYear>(), Err(NotASchoolYear), "{bad}");
    }
}

#[test]
fn terms_follow_each_other() {
    let autumn: Term = "2025-2026-1".parse().unwrap();
    assert_eq!(
        (autumn.next().to_string(), autumn.previous().to_string()),
        ("2025-2026-2".into(), "2024-2025-2".into())
    );
    assert_eq!(autumn.next().next().previous(), autumn.next());
    assert!(autumn < autumn.next() && autumn.previous() < autumn);
    for bad in ["2025-2026", "2025-2026-3", "2025-2026-", "-1"] {
        assert!(bad.parse::<Term>().is_err(), "{bad}");
    }
}

#[test]
fn months() {
    let month: Month = "2024-02".parse().unwrap();
    assert_eq!((month.first_day(), month.last_day()), (day("2024-02-01"), day("2024-02-29")));
    assert_eq!(
        (month.plus(11).to_string(), month.plus(-2).to_string()),
        ("2025-01".into(), "2023-12".into())
    );
    assert!(month.contains(day("2024-02-29")) && !month.contains(day("2024-03-01")));
    for bad in ["2024-13", "2024-00", "2024-2", "24-02", "2024-02-01", "", "+024-01"] {
        assert!(bad.parse::<Month>().is_err(), "{bad}");
    }
}

#[test]
fn there_is_school_on_weekdays_of_a_term_and_on_days_made_up() {
    let calendar = calendar();
    for (date, school) in [
        ("2025-08-29", false),
        ("2025-09-01", true),
        ("2025-09-06", false),
        ("2025-09-28", true),
        ("2025-10-01", false),
        ("2025-10-08", false),
        ("2025-10-09", true),
        ("2025-10-11", true),
        ("2026-01-23", true),
        ("2026-01-26", false),
        ("2026-02-14", false),
        ("2026-03-02", true),
        ("2026-07-13", false),
    ] {
        assert_eq!(calendar.is_teaching_day(day(date)), school, "{date}");
    }
    assert_eq!(calendar.teaching_day_from(day("2026-01-24")), Some(day("2026-03-02")));
    assert_eq!(calendar.teaching_day_until(day("2025-10-08")), Some(day("2025-09-30")));
    assert_eq!(calendar.plus_teaching_days(day("2025-09-30"), 2), Some(day("2025-10-10")));
    assert_eq!(calendar.plus_teaching_days(day("2026-07-10"), 1), None);
    assert_eq!(calendar.teaching_days(day("2025-09-27"), day("2025-10-09")).len(), 4);
}

#[test]
fn weeks_are_counted_where_there_is_school() {
    let calendar = calendar();
    // 1 September is a Monday; the National Day week keeps 29 and 30 September, the next one 9, 10 and 11 October.
    assert_eq!(calendar.teaching_weeks_between(day("2025-09-01"), day("2025-10-12")), 6);
    assert_eq!(calendar.week_of(day("2025-10-01")).map(|week| week.teaching_days), Some(2));
    assert_eq!(calendar.week_of(day("2026-02-16")), None);
    assert_eq!(calendar.teaching_weeks_between(day("2026-01-26"), day("2026-03-01")), 0);
    assert_eq!(calendar.week_number(day("2025-09-07")).map(|(_, week)| week), Some(1));
    assert_eq!(calendar.week_number(day("2025-10-15")).map(|(_, week)| week), Some(7));
    assert_eq!(calendar.week_number(day("2026-02-01")), None);
    assert_eq!(calendar.visits_due(day("2025-09-29"), day("2025-10-12"), 2), 4);
    assert_eq!(calendar.visits_due(day("2025-09-29"), day("2025-10-05"), 3), 2);
    assert_eq!(calendar.visits_due(day("2026-01-26"), day("2026-02-28"), 2), 0);
}

#[test]
fn a_record_between_terms_belongs_to_the_term_before() {
    let calendar = calendar();
    let name = |span: Option<TermSpan>| span.map(|span| span.term.to_string());
    assert_eq!(name(calendar.term_on(day("2026-02-01"))), None);
    assert_eq!(name(calendar.term_at_or_before(day("2026-02-01"))).as_deref(), Some("2025-2026-1"));
    assert_eq!(name(calendar.term_on(day("2026-05-02"))).as_deref(), Some("2025-2026-2"));
    assert_eq!(name(calendar.term_at_or_before(day("2025-08-01"))), None);
}
