//! What a summary knows by its days: so that sums are right for any number of records, and so that a figure as of a day is that day's.
use super::{CarerBrief, PupilSummary};
use crate::domain::codes::flags;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use serde::{Deserialize, Serialize};

/// What was given on one day. Every day with a visit stands in the summary, however many there are: a dozen bytes each, where
/// a visit in full takes two hundred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    pub day: Date,
    /// Visits that took place, of every kind; and of these the lessons.
    pub visits: u16,
    pub lessons: u16,
    /// Class hours of the lessons.
    pub periods: u16,
}

/// A lesson that did not take place: its day, and why (a code of `missed_reason`, or empty).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missed {
    pub day: Date,
    pub reason: String,
}

/// A plan's own norm of home teaching; closed plans too, so that a past term keeps its own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Norm {
    /// `2025-2026-1`
    pub term: String,
    pub visits_per_week: Option<i64>,
    pub hours_per_visit: Option<i64>,
}

/// A special-population group and the days of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlagBrief {
    pub flag: String,
    pub since: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
}

/// A talk of psychological counselling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Talk {
    pub on: Date,
    pub child: bool,
    pub parents: bool,
}

/// Counselling planned for a term.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TalkPlan {
    pub record: RecordId,
    /// `2025-2026-1`
    pub term: String,
    pub child: u16,
    pub parents: u16,
}

/// An own plan (一生一策): from its day up to the day on which it was closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnPlanBrief {
    pub record: RecordId,
    pub from: Date,
    /// The last review, or the day it was made.
    pub reviewed: Date,
    pub closed: Option<Date>,
}

/// A measure of an own plan that is not done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureBrief {
    pub record: RecordId,
    pub what: String,
    pub who: String,
    pub due: Date,
}

/// Days away from school without a proper reason; the day of return is no longer one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Away {
    pub from: Date,
    pub back: Option<Date>,
}

/// From one school's roll to another's; none: outside the county.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    pub on: Date,
    pub from: Option<FileId>,
    pub to: Option<FileId>,
}

/// An approved break that a later day ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Break {
    pub record: RecordId,
    /// A code of `deferral`.
    pub kind: String,
    pub from: Date,
    pub to: Date,
}

impl FlagBrief {
    pub fn holds_on(&self, day: Date) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
    }
}

impl Break {
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

impl CarerBrief {
    /// The last contact up to a day.
    pub fn last_contact(&self, day: Date) -> Option<Date> {
        self.contacts.iter().copied().filter(|on| *on <= day).max()
    }
}

impl PupilSummary {
    /// The groups to which the child belongs on a day, each once.
    pub fn flags_on(&self, day: Date) -> Vec<&str> {
        let held = self.flags.iter().filter(|flag| flag.holds_on(day));
        let mut flags: Vec<&str> = Vec::new();
        for flag in held {
            if !flags.contains(&flag.flag.as_str()) {
                flags.push(&flag.flag);
            }
        }
        flags
    }

    pub fn has_flag(&self, day: Date, is: impl Fn(&str) -> bool) -> bool {
        self.flags.iter().any(|flag| flag.holds_on(day) && is(&flag.flag))
    }

    /// In the county's poverty registers on a day: such a pupil has two carers (founding report; domain.md §3.5).
    pub fn is_poor(&self, day: Date) -> bool {
        self.has_flag(day, flags::is_poor)
    }

    /// What was given from one day to another, both included.
    pub fn given_within(&self, from: Date, to: Date) -> impl Iterator<Item = &Given> {
        self.given.iter().filter(move |given| from <= given.day && given.day <= to)
    }

    /// The own plan that holds on a day.
    pub fn own_plan_on(&self, day: Date) -> Option<&OwnPlanBrief> {
        self.own_plans.iter().find(|plan| plan.from <= day && plan.closed.is_none_or(|closed| day < closed))
    }

    /// Whose support is talking: the committee found that the child cannot be taught, or the child is placed so.
    pub fn is_counselled(&self, day: Date) -> bool {
        self.learnable == "NO" || self.placement_on(day).is_some_and(|placement| placement.mode == "EXEMPT")
    }

    /// Talks from one day to another: with the child, and with the parents.
    pub fn talks_within(&self, from: Date, to: Date) -> (u16, u16) {
        let talks = || self.talks.iter().filter(|talk| from <= talk.on && talk.on <= to);
        (talks().filter(|talk| talk.child).count() as u16, talks().filter(|talk| talk.parents).count() as u16)
    }

    /// On whose roll the child stood on a day: before a transfer on that of the school it came from.
    pub fn roll_school(&self, day: Date) -> Option<FileId> {
        let later = self.moves.iter().find(|moved| moved.on > day);
        let last = self.moves.last().filter(|moved| moved.to.is_none());
        match (later, last) {
            (Some(moved), _) => moved.from,
            (None, Some(_)) => None,
            (None, None) => self.school,
        }
    }

    /// Away from school on a day without a proper reason.
    pub fn is_away(&self, day: Date) -> bool {
        self.aways.iter().any(|away| away.from <= day && away.back.is_none_or(|back| day < back))
    }
}
