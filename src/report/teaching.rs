//! Home teaching planned against delivered: what the county's rule asks of a pupil for a span of days, what was given, what is
//! lacking and why, and when it is made up; by pupil, and summed by teacher, school or town.
//!
//! The rule is a number of class hours a school year (216 in Qinghe), a dated setting. Of a span it asks the share of its days with
//! school among those of the year, for the days on which the child is taught at home: so a child who comes in mid-year owes no
//! hours of the time before, and a rule that changes holds from its day. Where the plan of a term, or the placement, has a norm of
//! its own (fewer visits a week, shorter ones), it asks for that share of the rule.
use crate::domain::calendar::{Calendar, SchoolYear};
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::register::summary::{PlacementBrief, PupilSummary, Summary};
use crate::register::tasks::{placement_hours, placement_norm};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The days that are looked at, both included; what is after `today` is planned and not yet owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: Date,
    pub to: Date,
    pub today: Date,
}

/// Class hours of one pupil, or of several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hours {
    /// Asked for in the whole span.
    pub planned: u32,
    /// Asked for until today.
    pub due: u32,
    pub delivered: u32,
    pub visits: u32,
    /// Visits that did not take place, by their reason: a code of `missed_reason`, empty where none was given.
    pub missed: BTreeMap<String, u32>,
}

impl Hours {
    /// Lacking until today.
    pub fn lacking(&self) -> u32 {
        self.due.saturating_sub(self.delivered)
    }

    fn add(&mut self, other: &Hours) {
        self.planned += other.planned;
        self.due += other.due;
        self.delivered += other.delivered;
        self.visits += other.visits;
        other.missed.iter().for_each(|(why, n)| *self.missed.entry(why.clone()).or_default() += n);
    }
}

/// One pupil's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taught {
    pub file: FileId,
    pub name: String,
    pub school: Option<FileId>,
    /// The first is the main one.
    pub teachers: Vec<FileId>,
    pub hours: Hours,
    /// Arranged days still to come, beyond what a week asks for or put off from another: with them the lacking hours are made up.
    pub make_up: Vec<Date>,
}

/// What the lines are summed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum By {
    Teacher,
    School,
}

/// The pupils who are taught at home on a day of the span, those who lack most first.
pub fn taught<'a>(
    all: impl Iterator<Item = &'a Arc<Summary>>,
    span: Span,
    policy: &Policy,
    calendar: &Calendar,
) -> Vec<Taught> {
    let shares = Shares::of(span, policy, calendar);
    let line = |summary: &'a Arc<Summary>| {
        let pupil = summary.pupil().filter(|_| summary.is_listed())?;
        let days = shares.of_pupil(pupil);
        (!days.is_empty()).then(|| Taught {
            file: summary.id,
            name: summary.name.clone(),
            school: pupil.placement_on(span.today).and_then(|placement| placement.school).or(pupil.school),
            teachers: pupil.teachers.clone(),
            hours: hours(pupil, &days, span),
            make_up: make_up(pupil, span),
        })
    };
    let mut lines: Vec<Taught> = all.filter_map(line).collect();
    lines.sort_by(|a, b| {
        let key = |line: &Taught| (std::cmp::Reverse(line.hours.lacking()), line.file);
        key(a).cmp(&key(b))
    });
    lines
}

/// The lines of one teacher or school together, with how many pupils: those who lack most first. A pupil counts for the main teacher.
pub fn summed(lines: &[Taught], by: By) -> Vec<(Option<FileId>, usize, Hours)> {
    let mut sums: BTreeMap<Option<FileId>, (usize, Hours)> = BTreeMap::new();
    for line in lines {
        let key = match by {
            By::Teacher => line.teachers.first().copied(),
            By::School => line.school,
        };
        let (count, hours) = sums.entry(key).or_default();
        *count += 1;
        hours.add(&line.hours);
    }
    let mut sums: Vec<_> = sums.into_iter().map(|(key, (count, hours))| (key, count, hours)).collect();
    sums.sort_by_key(|(key, _, hours)| (std::cmp::Reverse(hours.lacking()), *key));
    sums
}

/// What a day with school asks for, in class hours, by the rule of that day; and in which term it lies.
struct Share {
    day: Date,
    hours: f64,
    term: String,
    visits_per_week: u32,
    periods_per_visit: u32,
}

pub struct Shares {
    days: Vec<Share>,
    policy: Policy,
}

impl Shares {
    pub fn of(span: Span, policy: &Policy, calendar: &Calendar) -> Shares {
        let mut in_year: BTreeMap<i32, usize> = BTreeMap::new();
        let share = |day: &Date| {
            let year = SchoolYear::of(*day);
            let count = *in_year
                .entry(year.start())
                .or_insert_with(|| calendar.teaching_days(year.first_day(), year.last_day()).len().max(1));
            let rule = policy.frequency_on(*day);
            Share {
                day: *day,
                hours: f64::from(rule.periods_per_year) / count as f64,
                term: calendar.term_on(*day).map(|span| span.term.to_string()).unwrap_or_default(),
                visits_per_week: rule.visits_per_week.max(1),
                periods_per_visit: rule.periods_per_visit.max(1),
            }
        };
        let days = calendar.teaching_days(span.from, span.to).iter().map(share).collect();
        Shares { days, policy: policy.clone() }
    }

    /// The days on which a pupil is taught at home, with what each asks for of this one.
    pub fn of_pupil(&self, pupil: &PupilSummary) -> Vec<(Date, f64)> {
        let home: Vec<(&PlacementBrief, Option<u32>, Option<u32>)> = pupil
            .placements
            .iter()
            .filter(|placement| placement.mode == "HOME")
            .map(|placement| {
                let (week, visit) =
                    (placement_norm(placement, &self.policy), placement_hours(placement, &self.policy));
                (placement, week, visit)
            })
            .collect();
        if home.is_empty() {
            return Vec::new();
        }
        let share = |share: &Share| {
            let placement = pupil.placement_on(share.day)?;
            let (_, week, visit) = home.iter().find(|(of, ..)| of.record == placement.record)?;
            let plan = pupil.norms.iter().find(|norm| norm.term == share.term);
            let planned = |own: Option<i64>| own.and_then(|own| u32::try_from(own).ok());
            let week = plan.and_then(|norm| planned(norm.visits_per_week)).or(*week);
            let visit = plan.and_then(|norm| planned(norm.hours_per_visit)).or(*visit);
            let of = |own: Option<u32>, rule: u32| own.map_or(1.0, |own| f64::from(own) / f64::from(rule));
            let own = of(week, share.visits_per_week) * of(visit, share.periods_per_visit);
            Some((share.day, share.hours * own))
        };
        self.days.iter().filter_map(share).collect()
    }
}

fn hours(pupil: &PupilSummary, days: &[(Date, f64)], span: Span) -> Hours {
    let sum = |until: Date| days.iter().filter(|(day, _)| *day <= until).map(|(_, share)| share).sum::<f64>();
    let within = |day: Date| span.from <= day && day <= span.to;
    let mut missed: BTreeMap<String, u32> = BTreeMap::new();
    let skipped = pupil.bookings.iter().filter(|b| !b.skipped.is_empty() && within(b.date));
    let reasons = pupil.missed.iter().filter(|missed| within(missed.day)).map(|missed| &missed.reason);
    skipped.map(|booking| &booking.skipped).chain(reasons).for_each(|why| {
        *missed.entry(why.clone()).or_default() += 1;
    });
    Hours {
        planned: sum(span.to).round() as u32,
        due: sum(span.to.min(span.today)).round() as u32,
        delivered: pupil.given_within(span.from, span.to).map(|given| u32::from(given.periods)).sum(),
        visits: pupil.given_within(span.from, span.to).map(|given| u32::from(given.lessons)).sum(),
        missed,
    }
}

fn make_up(pupil: &PupilSummary, span: Span) -> Vec<Date> {
    let later =
        pupil.bookings.iter().filter(|booking| booking.skipped.is_empty() && booking.date >= span.today);
    let mut days: Vec<Date> = later.filter(|b| b.moved_from.is_some()).map(|b| b.date).collect();
    days.sort_unstable();
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RecordId;
    use crate::domain::policy::Frequency;
    use crate::register::summary::{BookingBrief, Content, Given, Missed, Norm};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn policy() -> Policy {
        let rule = |from: &str, to: Option<&str>, hours| Frequency {
            from: Some(day(from)),
            to: to.map(day),
            visits_per_week: Some(2),
            periods_per_visit: Some(3),
            periods_per_year: Some(hours),
            source: "青教特〔2025〕3号".into(),
        };
        let rules = [rule("2024-09-01", Some("2025-08-31"), 144), rule("2025-09-01", None, 216)];
        let values = |table: &str| match table {
            "frequency" => (1..).map(RecordId).zip(rules.iter().map(|rule| rule.write())).collect::<Vec<_>>(),
            _ => Vec::new(),
        };
        Policy::read(values)
    }

    fn pupil(id: u128, from: &str, visits: &[(&str, i64, bool)]) -> Arc<Summary> {
        let given = |(date, periods, done): &(&str, i64, bool)| {
            done.then(|| Given { day: day(date), visits: 1, lessons: 1, periods: *periods as u16 })
        };
        let missed = |(date, _, done): &(&str, i64, bool)| {
            (!done).then(|| Missed { day: day(date), reason: "ILL".into() })
        };
        let content = PupilSummary {
            placements: vec![PlacementBrief { mode: "HOME".into(), from: day(from), ..Default::default() }],
            given: visits.iter().filter_map(given).collect(),
            missed: visits.iter().filter_map(missed).collect(),
            teachers: vec![FileId(50 + id % 2)],
            ..PupilSummary::default()
        };
        Arc::new(Summary::invented(id, "pupil", &format!("学生{id}"), Content::Pupil(Box::new(content))))
    }

    fn lines(all: &[Arc<Summary>], from: &str, to: &str, today: &str) -> Vec<Taught> {
        let (policy, span) = (policy(), Span { from: day(from), to: day(to), today: day(today) });
        taught(all.iter(), span, &policy, &policy.calendar_around(span.today))
    }

    #[test]
    fn a_whole_year_asks_for_the_rule_and_its_terms_add_up() {
        let all = [pupil(1, "2024-09-01", &[])];
        let of = |from: &str, to: &str| lines(&all, from, to, "2026-08-31")[0].hours.planned;
        assert_eq!(of("2025-09-01", "2026-08-31"), 216);
        let (autumn, spring) = (of("2025-09-01", "2026-01-31"), of("2026-02-01", "2026-08-31"));
        assert!((215..=217).contains(&(autumn + spring)), "{autumn} + {spring}");
        assert_eq!(of("2024-09-01", "2025-08-31"), 144, "the rule of its own time");
    }

    #[test]
    fn who_comes_later_owes_less_and_what_is_not_yet_due_is_not_lacking() {
        let all = [pupil(1, "2025-09-01", &[]), pupil(2, "2026-03-02", &[])];
        let year = lines(&all, "2025-09-01", "2026-08-31", "2026-08-31");
        assert_eq!(year[0].file, FileId(1), "who lacks most stands first");
        assert!(year[1].hours.planned < 130 && year[1].hours.planned > 90, "{:?}", year[1].hours);
        let early = &lines(&all[..1], "2025-09-01", "2026-08-31", "2025-08-31")[0].hours;
        assert_eq!((early.planned, early.due, early.lacking()), (216, 0, 0));
        assert!(
            lines(&all[1..], "2025-09-01", "2026-01-31", "2026-01-31").is_empty(),
            "not taught at home then"
        );
    }

    #[test]
    fn only_lessons_that_took_place_count_and_the_others_say_why() {
        let mut one = pupil(
            1,
            "2025-09-01",
            &[("2026-03-03", 3, true), ("2026-03-05", 3, false), ("2025-12-01", 3, true)],
        );
        if let Content::Pupil(pupil) = &mut Arc::make_mut(&mut one).content {
            let booking = |date: &str, skipped: &str, moved: Option<&str>| BookingBrief {
                date: day(date),
                skipped: skipped.into(),
                moved_from: moved.map(day),
                ..BookingBrief::default()
            };
            pupil.bookings = vec![
                booking("2026-03-09", "ROAD", None),
                booking("2026-03-14", "", Some("2026-03-05")),
                booking("2026-03-12", "", None),
            ];
        }
        let line = &lines(&[one], "2026-03-01", "2026-03-31", "2026-03-11")[0];
        assert_eq!((line.hours.delivered, line.hours.visits), (3, 1));
        assert_eq!(line.hours.missed, [("ILL".to_owned(), 1), ("ROAD".to_owned(), 1)].into());
        assert_eq!(line.make_up, [day("2026-03-14")]);
        assert!(line.hours.due > 3 && line.hours.due < line.hours.planned);
    }

    #[test]
    fn a_plan_of_its_own_asks_for_its_share_of_the_rule_in_its_term_alone() {
        let mut one = pupil(1, "2025-09-01", &[]);
        let planned = |one: &Arc<Summary>, from: &str, to: &str| {
            lines(std::slice::from_ref(one), from, to, "2026-08-31")[0].hours.planned
        };
        let (autumn, spring) = (("2025-09-01", "2026-01-31"), ("2026-02-01", "2026-08-31"));
        let before = (planned(&one, autumn.0, autumn.1), planned(&one, spring.0, spring.1));
        if let Content::Pupil(pupil) = &mut Arc::make_mut(&mut one).content {
            pupil.norms =
                vec![Norm { term: "2025-2026-1".into(), visits_per_week: Some(1), hours_per_visit: Some(3) }];
        }
        let after = (planned(&one, autumn.0, autumn.1), planned(&one, spring.0, spring.1));
        assert_eq!((after.0.abs_diff(before.0 / 2) <= 1, after.1), (true, before.1), "{before:?} {after:?}");
    }

    #[test]
    fn sums_are_those_of_their_lines() {
        let all: Vec<_> = (1..8).map(|n| pupil(n, "2025-09-01", &[("2026-03-03", n as i64, true)])).collect();
        let lines = lines(&all, "2026-02-01", "2026-08-31", "2026-04-01");
        let sums = summed(&lines, By::Teacher);
        assert_eq!(sums.len(), 2);
        assert_eq!(sums.iter().map(|(_, count, _)| count).sum::<usize>(), 7);
        let total = |of: fn(&Hours) -> u32| -> (u32, u32) {
            (lines.iter().map(|line| of(&line.hours)).sum(), sums.iter().map(|(_, _, hours)| of(hours)).sum())
        };
        for (one, other) in [total(|h| h.planned), total(|h| h.due), total(|h| h.delivered)] {
            assert_eq!(one, other);
        }
        assert_eq!(
            summed(&lines, By::School),
            [(None, 7, {
                let mut all = Hours::default();
                lines.iter().for_each(|line| all.add(&line.hours));
                all
            })]
        );
    }
}
