//! What a county decides about the comparison: absence, school age, which states are proper.
use crate::domain::calendar::{BirthWindow, SchoolYear};
use crate::domain::date::Date;
use crate::domain::policy::Policy;
use crate::lists::compare::Lists;
use serde::{Deserialize, Serialize};

/// As JSON: an object with any of these keys; what is left out has its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Calendar days without a proper reason from which an absence makes a suspect.
    pub absence_limit_days: i64,
    /// Full years at which school begins, and the years of compulsory school.
    pub entry_age: i32,
    pub school_years: i32,
    /// Statuses on the roll (JY/T 1001) with which no one is looked for in class: suspended, graduated, transferred, …
    pub proper_statuses: Vec<String>,
    /// The calendar year in which the school year begins; without it, it follows the lists' own days.
    pub school_year: Option<i32>,
    /// The day for which placements after the findings are counted; without it, the end of the month of the last one.
    pub placements_on: Option<Date>,
}

/// 休学, 毕业, 结业, 肄业, 转学, 死亡, 保留入学资格, 公派出国.
const PROPER: [&str; 8] = ["02", "07", "08", "09", "10", "11", "12", "13"];

impl Default for Settings {
    fn default() -> Settings {
        Settings::of(&Policy::default())
    }
}

impl Settings {
    pub fn of(policy: &Policy) -> Settings {
        Settings {
            absence_limit_days: policy.thresholds.suspected,
            entry_age: policy.entry_age,
            school_years: policy.school_years,
            proper_statuses: PROPER.map(str::to_owned).to_vec(),
            school_year: None,
            placements_on: None,
        }
    }

    pub fn is_proper(&self, status: &str) -> bool {
        self.proper_statuses.iter().any(|proper| proper == status)
    }
}

/// The days that hold for a comparison: from the lists' own words, never from a clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// The calendar year in which the school year begins; `None`: no list says which day it holds for.
    pub school_year: Option<i32>,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub roll_call: Option<Date>,
    /// The day for which placements are counted: that of the roll call, else of the roll.
    pub placements: Option<Date>,
    pub after: Option<Date>,
}

impl Days {
    pub fn of(lists: &Lists, settings: &Settings) -> Days {
        let roll_call = lists.called_on();
        let latest = lists.household.as_of.max(lists.roll.as_of).max(roll_call);
        let year = settings.school_year.map(SchoolYear::starting).or(latest.map(SchoolYear::of));
        let window = year.map(|year| year.births(settings.entry_age, settings.school_years));
        let last_placed = lists.findings.rows.iter().filter_map(|(_, row)| row.placed_on).max();
        Days {
            school_year: year.map(SchoolYear::start),
            from: window.map(|window| window.from),
            to: window.map(|window| window.to),
            roll_call,
            placements: roll_call.or(lists.roll.as_of).or(lists.home_teaching.as_of),
            after: settings.placements_on.or(last_placed.map(end_of_month)),
        }
    }

    pub fn window(&self) -> Option<BirthWindow> {
        Some(BirthWindow { from: self.from?, to: self.to? })
    }

    pub fn school_year(&self) -> Option<SchoolYear> {
        self.school_year.map(SchoolYear::starting)
    }
}

fn end_of_month(day: Date) -> Date {
    let next = day.plus_days(32 - i64::from(day.day()));
    next.plus_days(-i64::from(next.day()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_on_their_last_day() {
        for (day, end) in [
            ("2026-06-30", "2026-06-30"),
            ("2026-02-01", "2026-02-28"),
            ("2024-02-29", "2024-02-29"),
            ("2025-12-31", "2025-12-31"),
        ] {
            assert_eq!(end_of_month(day.parse().unwrap()).to_string(), end);
        }
    }

    #[test]
    fn defaults_are_those_of_the_countys_settings() {
        let settings = Settings::default();
        assert_eq!((settings.absence_limit_days, settings.entry_age, settings.school_years), (8, 6, 9));
        assert!(settings.is_proper("02") && !settings.is_proper("01"));
    }
}
