//! Class hours of home teaching planned against delivered, by month and by school: what a chart shows, added up pupil by pupil so that
//! it can be counted in slices. The children behind a part are those of [`crate::report::teaching::taught`] for its days.
use crate::domain::calendar::Month;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::register::summary::PupilSummary;
use crate::report::figure::{Period, school_of};
use crate::report::teaching::Shares;
use std::collections::BTreeMap;

/// Hours of one month, or of one school.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Part {
    due: f64,
    pub delivered: u32,
}

impl Part {
    /// Whole class hours.
    pub fn due(self) -> u32 {
        self.due.round() as u32
    }
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Planned {
    pub months: BTreeMap<Month, Part>,
    pub schools: BTreeMap<Option<FileId>, Part>,
    /// Of all pupils, each rounded to whole class hours.
    pub due: u32,
    /// The pupils who were taught at home on a day of it.
    pub owed: Vec<FileId>,
}

// Sums of shares are sums of the same numbers in the same order: equal files make equal sums.
impl Eq for Planned {}

impl Planned {
    pub fn add(&mut self, id: FileId, pupil: &PupilSummary, shares: &Shares, period: Period) {
        let days = shares.of_pupil(pupil);
        if days.is_empty() {
            return;
        }
        let school = self.schools.entry(school_of(pupil, period.on)).or_default();
        let due: f64 = days.iter().map(|(_, share)| share).sum();
        school.due += due.round();
        let mut month: (Option<Month>, f64) = (None, 0.0);
        let mut flush = |(of, due): (Option<Month>, f64)| {
            if let Some(of) = of {
                self.months.entry(of).or_default().due += due;
            }
        };
        for (day, share) in days {
            if month.0 != Some(Month::of(day)) {
                flush(std::mem::replace(&mut month, (Some(Month::of(day)), 0.0)));
            }
            month.1 += share;
        }
        flush(month);
        for given in pupil.given_within(period.from, period.on) {
            school.delivered += u32::from(given.periods);
            self.months.entry(Month::of(given.day)).or_default().delivered += u32::from(given.periods);
        }
        self.due += due.round() as u32;
        self.owed.push(id);
    }
}

/// The days of a month within a period.
pub fn days_of(month: Month, from: Date, to: Date) -> (Date, Date) {
    (month.first_day().max(from), month.last_day().min(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::Policy;
    use crate::register::summary::{Content, Given, PlacementBrief, Summary};
    use crate::report::teaching::{By, Span, summed, taught};
    use std::sync::Arc;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn pupil(id: u128, school: u128, from: &str, given: &[(&str, u16)]) -> Arc<Summary> {
        let placed = PlacementBrief {
            mode: "HOME".into(),
            school: Some(FileId(school)),
            from: day(from),
            ..PlacementBrief::default()
        };
        let given = given.iter().map(|(on, periods)| Given {
            day: day(on),
            visits: 1,
            lessons: 1,
            periods: *periods,
        });
        let content =
            PupilSummary { placements: vec![placed], given: given.collect(), ..PupilSummary::default() };
        Arc::new(Summary::invented(id, "pupil", "学生", Content::Pupil(Box::new(content))))
    }

    #[test]
    fn parts_are_the_sums_of_their_children_and_months_add_up() {
        let all = [
            pupil(1, 7, "2025-09-01", &[("2025-09-02", 3), ("2026-01-05", 3)]),
            pupil(2, 7, "2025-12-01", &[("2026-01-06", 2)]),
            pupil(3, 8, "2026-01-10", &[]),
        ];
        let (from, on) = (day("2025-09-01"), day("2026-01-25"));
        let (policy, period) = (Policy::default(), Period { from, on });
        let calendar = policy.calendar_around(on);
        let span = Span { from, to: on, today: on };
        let shares = Shares::of(span, &policy, &calendar);
        let mut planned = Planned::default();
        all.iter().for_each(|one| planned.add(one.id, one.pupil().unwrap(), &shares, period));
        let lines = taught(all.iter(), span, &policy, &calendar);
        for (school, _, hours) in summed(&lines, By::School) {
            let part = planned.schools[&school];
            assert_eq!((part.due(), part.delivered), (hours.due, hours.delivered), "{school:?}");
        }
        assert_eq!(planned.due, lines.iter().map(|line| line.hours.due).sum::<u32>());
        assert_eq!(planned.owed.len(), lines.len());
        assert_eq!(planned.months.values().map(|part| part.delivered).sum::<u32>(), 8);
        for (month, part) in &planned.months {
            let (from, to) = days_of(*month, from, on);
            let of_month = taught(all.iter(), Span { from, to, today: on }, &policy, &calendar);
            let sum: u32 = of_month.iter().map(|line| line.hours.due).sum();
            assert!(sum.abs_diff(part.due()) <= of_month.len() as u32, "{month}: {sum} and {part:?}");
            assert_eq!(of_month.iter().map(|line| line.hours.delivered).sum::<u32>(), part.delivered);
        }
    }
}
