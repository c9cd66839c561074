//! What one day of the calendar is, and why: for whoever looks at the term as a county has set it.
use super::{DayOffDay, Policy, holidays};
use crate::domain::calendar::Calendar;
use crate::domain::date::Date;

/// A day as the calendar counts it, with what decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// In no term.
    Outside,
    School,
    Weekend,
    /// Without school: by the county for this reason, or by the national plan.
    Off {
        county: bool,
        why: String,
    },
    /// With school although it would have none: a weekend day, or a holiday that the county does not keep.
    MadeUp {
        county: bool,
        why: String,
    },
}

impl Policy {
    /// What this day is. `calendar` is the one of these settings ([`Policy::calendar`]).
    pub fn day(&self, date: Date, calendar: &Calendar) -> Day {
        if calendar.term_on(date).is_none() {
            return Day::Outside;
        }
        let off = self.days_off.iter().find(|off| holds(off, date));
        let made_up = self.make_up_days.iter().find(|day| day.date == Some(date));
        let national = || self.national_holidays && plan_has_off(date);
        let at_work = date.weekday() <= 5;
        match (calendar.is_teaching_day(date), made_up, off) {
            (true, Some(day), _) if !at_work || off.is_some() || national() => {
                Day::MadeUp { county: true, why: day.name.clone() }
            }
            (true, ..) if at_work => Day::School,
            (true, ..) => Day::MadeUp { county: false, why: String::new() },
            (false, _, Some(off)) => Day::Off { county: true, why: off.name.clone() },
            (false, ..) if national() => Day::Off { county: false, why: String::new() },
            (false, ..) => Day::Weekend,
        }
    }
}

fn holds(off: &DayOffDay, date: Date) -> bool {
    off.days().is_some_and(|days| (days.from..=days.to).contains(&date))
}

fn plan_has_off(date: Date) -> bool {
    holidays::of(date.year()).off().any(|off| (off.from..=off.to).contains(&date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::SchoolYear;
    use crate::domain::policy::MakeUpDay;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn every_day_says_what_it_is_and_by_whom() {
        let snow =
            DayOffDay { from: Some(date("2026-03-12")), to: Some(date("2026-03-13")), name: "大雪".into() };
        let made_up = |day: &str| MakeUpDay { date: Some(date(day)), name: "补课".into() };
        let policy = Policy {
            days_off: vec![snow],
            make_up_days: vec![made_up("2026-03-21"), made_up("2026-05-05")],
            ..Policy::default()
        };
        let year = SchoolYear::starting(2025);
        let calendar = policy.calendar(year, year);
        let off = |county, why: &str| Day::Off { county, why: why.into() };
        let made = |county, why: &str| Day::MadeUp { county, why: why.into() };
        for (day, expected) in [
            ("2026-02-10", Day::Outside),
            ("2026-03-11", Day::School),
            ("2026-03-12", off(true, "大雪")),
            ("2026-03-14", Day::Weekend),
            ("2026-03-21", made(true, "补课")),
            ("2026-05-01", off(false, "")),
            ("2026-05-05", made(true, "补课")),
            ("2026-05-09", made(false, "")),
        ] {
            assert_eq!(policy.day(date(day), &calendar), expected, "{day}");
        }
        // The two say the same of every day.
        let days = (0..365).map(|n| year.first_day().plus_days(n));
        for day in days {
            let school = matches!(policy.day(day, &calendar), Day::School | Day::MadeUp { .. });
            assert_eq!(school, calendar.is_teaching_day(day), "{day}");
        }
    }
}
