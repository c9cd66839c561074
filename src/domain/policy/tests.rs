//! The county's settings and what follows from them, case by case.
use super::*;
use crate::domain::codes;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A county's file with these records.
fn policy(records: &[(&str, &[(&str, Value)])]) -> Policy {
    Policy::read(|table| {
        let of_table = records.iter().filter(|(key, _)| *key == table);
        let values =
            |fields: &[(&str, Value)]| fields.iter().map(|(k, v)| (k.to_string(), v.clone())).collect();
        of_table.enumerate().map(|(n, (_, fields))| (RecordId(n as u128 + 1), values(fields))).collect()
    })
}

#[test]
fn every_setting_has_a_default_in_its_range_and_with_a_source() {
    let fields = Settings::TABLE.fields.iter().chain(Frequency::TABLE.fields);
    for field in fields {
        let default = DEFAULTS.iter().find(|default| default.key == field.key);
        match field.kind {
            Kind::Int { min, max } => {
                let default = default.expect(field.key);
                assert!((min..=max).contains(&default.value), "{}", field.key);
            }
            Kind::Bool => assert!((0..=1).contains(&default.expect(field.key).value), "{}", field.key),
            _ => assert!(default.is_none(), "{}", field.key),
        }
    }
    for default in DEFAULTS {
        let known = Settings::TABLE.field(default.key).or(Frequency::TABLE.field(default.key));
        assert!(known.is_some(), "{} is no setting", default.key);
    }
}

#[test]
fn a_county_that_set_nothing_has_the_provinces_rule() {
    let policy = Policy::default();
    let rule = policy.frequency_on(day("2026-03-11"));
    assert_eq!((rule.visits_per_week, rule.periods_per_visit, rule.periods_per_year), (2, 3, 216));
    assert_eq!((policy.class_minutes, policy.late_entry_days, policy.max_photos), (40, 7, 3));
    assert!(policy.photo_required && policy.two_teachers);
    // 216 class hours are 36 weeks of 2 visits of 3 (domain.md §1.4): the usual terms must have room for them.
    let year = SchoolYear::starting(2025);
    let calendar = policy.calendar(year, year);
    assert!(calendar.visits_due(year.first_day(), year.last_day(), 2) >= 72);
}

#[test]
fn settings_hold_and_values_out_of_range_do_not() {
    let policy = policy(&[(
        "settings",
        &[
            ("class_minutes", Value::Int(35)),
            ("late_entry_days", Value::Int(-4)),
            ("max_photos", Value::Int(9)),
            ("photo_required", Value::Bool(false)),
            ("warn_days", Value::from("zwei")),
            ("unheard_of", Value::Int(3)),
        ],
    )]);
    assert_eq!((policy.class_minutes, policy.late_entry_days, policy.max_photos), (35, 7, 3));
    assert_eq!((policy.photo_required, policy.thresholds.warn), (false, 1));
}

#[test]
fn the_frequency_of_the_day_is_the_latest_that_covers_it() {
    let rule = |from: &str, to: Option<&str>, per_week| {
        let mut fields = vec![
            ("from", Value::from(from)),
            ("visits_per_week", Value::Int(per_week)),
            ("source", Value::from("县教体局")),
        ];
        fields.extend(to.map(|to| ("to", Value::from(to))));
        fields
    };
    let (old, new) = (rule("2025-09-01", None, 1), rule("2026-03-01", Some("2026-07-31"), 3));
    let policy = policy(&[("frequency", &old), ("frequency", &new)]);
    for (date, per_week, source) in [
        ("2025-08-31", 2, defaults::FREQUENCY_SOURCE),
        ("2025-09-01", 1, "县教体局"),
        ("2026-03-01", 3, "县教体局"),
        ("2026-07-31", 3, "县教体局"),
        ("2026-08-01", 1, "县教体局"),
    ] {
        let rule = policy.frequency_on(day(date));
        assert_eq!((rule.visits_per_week, rule.source.as_str()), (per_week, source), "{date}");
    }
}

#[test]
fn school_days_come_from_terms_national_plan_and_the_countys_own_days() {
    let text = |text: &str| Value::from(text);
    let policy = policy(&[
        (
            "term_dates",
            &[
                ("year", text("2025-2026")),
                ("half", text("SPRING")),
                ("from", text("2026-02-26")),
                ("to", text("2026-07-03")),
            ],
        ),
        (
            "term_dates",
            &[
                ("year", text("2024-2025")),
                ("half", text("SPRING")),
                ("from", text("2025-07-01")),
                ("to", text("2025-03-01")),
            ],
        ),
        ("day_off", &[("from", text("2026-03-12"))]),
        ("day_off", &[("from", text("2025-10-11"))]),
        ("make_up_day", &[("date", text("2026-03-14"))]),
    ]);
    let calendar = policy.calendar_around(day("2026-03-11"));
    for (date, school, why) in [
        ("2025-10-03", false, "National Day"),
        ("2025-10-11", false, "made up in the national plan, off in the county"),
        ("2025-09-28", true, "made up in the national plan"),
        ("2026-02-25", false, "before the county's term"),
        ("2026-02-26", true, "the county's term"),
        ("2026-02-28", true, "made up in the national plan"),
        ("2026-03-12", false, "off in the county"),
        ("2026-03-14", true, "made up in the county"),
        ("2026-07-06", false, "after the county's term"),
        ("2025-03-03", true, "a term that ends before it begins counts as not set"),
        ("2019-10-02", false, "a year without a plan keeps the fixed days"),
        ("2019-10-08", true, "and nothing more"),
    ] {
        assert_eq!(calendar.is_teaching_day(day(date)), school, "{date}: {why}");
    }
}

#[test]
fn absence_goes_through_its_stages() {
    let policy = Policy::default();
    for (days, stage) in [
        (0, AbsenceStage::None),
        (1, AbsenceStage::Warn),
        (2, AbsenceStage::Visit),
        (3, AbsenceStage::Report),
        (7, AbsenceStage::Report),
        (8, AbsenceStage::Suspected),
        (30, AbsenceStage::Suspected),
        (31, AbsenceStage::Dropout),
    ] {
        assert_eq!(policy.absence_stage(days), stage, "{days}");
    }
}

#[test]
fn late_entries_are_those_of_more_than_seven_days() {
    let policy = Policy::default();
    assert!(!policy.is_late_entry(day("2026-03-01"), day("2026-03-08")));
    assert!(policy.is_late_entry(day("2026-03-01"), day("2026-03-09")));
}

#[test]
fn the_first_week_is_what_the_county_says() {
    let month: Month = "2026-04".parse().unwrap();
    for (code, from, to) in [
        ("", "2026-04-01", "2026-04-07"),
        ("DAYS", "2026-04-01", "2026-04-07"),
        ("WEEK_OF_FIRST", "2026-03-30", "2026-04-05"),
        ("FULL_WEEK", "2026-04-06", "2026-04-12"),
    ] {
        let policy = policy(&[("settings", &[("first_week", Value::from(code))])]);
        assert_eq!(policy.first_week(month), (day(from), day(to)), "{code}");
    }
}

#[test]
fn own_codes_stand_by_their_list_closed_ones_too() {
    let text = |text: &str| Value::from(text);
    let policy = policy(&[(
        "own_code",
        &[
            ("list", text("aids")),
            ("code", text("X1")),
            ("zh", text("电动轮椅")),
            ("closed", Value::Bool(true)),
        ],
    )]);
    let of = |list| policy.codes_of(list).map(|own| (own.code.as_str(), own.closed)).collect::<Vec<_>>();
    assert_eq!(of(&codes::AIDS), [("X1", true)]);
    assert_eq!(of(&codes::SEX), []);
}

#[test]
fn the_national_plan_makes_up_weekends_only() {
    for plan in HOLIDAYS {
        assert!(plan.make_up().all(|date| date.weekday() > 5), "{}", plan.year);
        assert_eq!(
            (plan.off().count(), plan.make_up().count()),
            (plan.off.len(), plan.make_up.len()),
            "{}",
            plan.year
        );
        assert!(
            plan.off().all(
                |off| off.from <= off.to && !plan.make_up().any(|day| (off.from..=off.to).contains(&day))
            )
        );
    }
}

#[test]
fn a_new_choice_gets_a_code_that_follows_from_its_record() {
    let (one, other) = (OwnCode::code_of(RecordId(0xabcdef)), OwnCode::code_of(RecordId(0xabcdee)));
    assert_eq!((one.len(), one.starts_with('X'), one == other), (6, true, false));
    assert!(codes::ALL.iter().all(|list| list.find(&one).is_none()));
}
