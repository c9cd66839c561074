//! Days and weeks with school. Built once from the terms, the days off and the days made up; every question after that is
//! a search in a sorted list.
use super::{SchoolYear, Term};
use crate::domain::date::Date;

/// A term's first and last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermSpan {
    pub term: Term,
    pub from: Date,
    pub to: Date,
}

/// Days without school within a term, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOff {
    pub from: Date,
    pub to: Date,
}

/// A week with school: Monday, and how many of its days have school (1–7; a week of a holiday has few).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Week {
    pub monday: Date,
    pub teaching_days: u8,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// By first day.
    terms: Vec<TermSpan>,
    /// Every day with school, in order.
    days: Vec<Date>,
    /// Every week with at least one of them, in order.
    weeks: Vec<Week>,
}

impl Calendar {
    /// Weekdays of the terms without the days off, and with the weekend days that are made up. A made-up day outside every
    /// term is none. A term longer than a year is cut there.
    pub fn new(mut terms: Vec<TermSpan>, off: &[DayOff], make_up: &[Date]) -> Calendar {
        terms.sort_unstable_by_key(|span| span.from);
        let mut days = Vec::new();
        for span in &terms {
            let length = span.to.days_since(span.from).min(366);
            for day in (0..=length).map(|n| span.from.plus_days(n)) {
                let at_work = day.weekday() <= 5 && !off.iter().any(|off| (off.from..=off.to).contains(&day));
                if at_work || make_up.contains(&day) {
                    days.push(day);
                }
            }
        }
        days.sort_unstable();
        days.dedup();
        let mut weeks: Vec<Week> = Vec::new();
        for day in &days {
            match weeks.last_mut() {
                Some(week) if week.monday == day.monday() => week.teaching_days += 1,
                _ => weeks.push(Week { monday: day.monday(), teaching_days: 1 }),
            }
        }
        Calendar { terms, days, weeks }
    }

    pub fn terms(&self) -> &[TermSpan] {
        &self.terms
    }

    pub fn is_teaching_day(&self, day: Date) -> bool {
        self.days.binary_search(&day).is_ok()
    }

    /// The first day with school on this day or after it.
    pub fn teaching_day_from(&self, day: Date) -> Option<Date> {
        self.days.get(self.days.partition_point(|d| *d < day)).copied()
    }

    /// The last day with school on this day or before it.
    pub fn teaching_day_until(&self, day: Date) -> Option<Date> {
        self.days.get(self.days.partition_point(|d| *d <= day).checked_sub(1)?).copied()
    }

    /// The days with school from one day to another, both included.
    pub fn teaching_days(&self, from: Date, to: Date) -> &[Date] {
        let (start, end) =
            (self.days.partition_point(|d| *d < from), self.days.partition_point(|d| *d <= to));
        self.days.get(start..end).unwrap_or_default()
    }

    /// The day reached after this many days with school behind `day`; `None` beyond the calendar.
    pub fn plus_teaching_days(&self, day: Date, count: usize) -> Option<Date> {
        match count {
            0 => Some(day),
            _ => self.days.get(self.days.partition_point(|d| *d <= day) + count - 1).copied(),
        }
    }

    /// The weeks that have a day with school, from the week of one day to the week of another.
    pub fn teaching_weeks(&self, from: Date, to: Date) -> &[Week] {
        let start = self.weeks.partition_point(|week| week.monday < from.monday());
        let end = self.weeks.partition_point(|week| week.monday <= to.monday());
        self.weeks.get(start..end).unwrap_or_default()
    }

    pub fn teaching_weeks_between(&self, from: Date, to: Date) -> usize {
        self.teaching_weeks(from, to).len()
    }

    /// The week of this day, if it has school on any day.
    pub fn week_of(&self, day: Date) -> Option<Week> {
        self.teaching_weeks(day, day).first().copied()
    }

    /// The term that is running on this day, holidays within it included.
    pub fn term_on(&self, day: Date) -> Option<TermSpan> {
        self.terms.iter().rev().find(|span| (span.from..=span.to).contains(&day)).copied()
    }

    /// The running term, else the one that ended last: the term that a record made between terms belongs to. `None` before
    /// the first.
    pub fn term_at_or_before(&self, day: Date) -> Option<TermSpan> {
        self.terms.iter().rev().find(|span| span.from <= day).copied()
    }

    pub fn span(&self, term: Term) -> Option<TermSpan> {
        self.terms.iter().find(|span| span.term == term).copied()
    }

    /// The spans of a school year's terms.
    pub fn spans_of(&self, year: SchoolYear) -> impl Iterator<Item = TermSpan> {
        self.terms.iter().copied().filter(move |span| span.term.year == year)
    }

    /// Term and number of the week, from 1: the week that holds the term's first day is the first.
    pub fn week_number(&self, day: Date) -> Option<(Term, u32)> {
        let span = self.term_on(day)?;
        let weeks = day.monday().days_since(span.from.monday()) / 7;
        Some((span.term, u32::try_from(weeks + 1).ok()?))
    }

    /// How many visits a rule of so many a week asks for in these weeks; a week with fewer days with school asks for no more
    /// than it has days.
    pub fn visits_due(&self, from: Date, to: Date, per_week: u32) -> u32 {
        self.teaching_weeks(from, to).iter().map(|week| per_week.min(u32::from(week.teaching_days))).sum()
    }
}
