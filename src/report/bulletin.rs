//! The bulletin: five paragraphs, one a measure, each a template of i18n whose holes are figures that open their children.
use crate::domain::calendar::{Month, SchoolYear};
use crate::domain::policy::Policy;
use crate::report::duty::Duty;
use crate::report::duty::agenda::{self, Standing};
use crate::report::duty::letters::{Level, Places, coverage, covered};
use crate::report::figure::{Figure, Files, Period};

crate::listed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Paragraph {
        /// Rules and responsibility.
        Duty,
        /// One plan per pupil: suspects checked, returned, placed, registered; carers.
        Pupils,
        /// Home teaching and placement.
        Teaching,
        /// Departments together.
        Together,
        /// Assessment and the bottom line.
        BottomLine,
    }
}

/// What fills a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    Count(Figure),
    /// How many teams the suspects were shared among.
    Teams,
    /// How many departments' lists found them.
    Sources,
    /// Pupils told to leave, by the reason of their case.
    ToldToLeave,
    Matter(Matter),
}

/// What the page of responsibility holds, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Documents in force or on trial.
    Documents,
    /// Months in which the leaders had the matter on their agenda, and of these in the first week.
    Meetings,
    MeetingsInTime,
    /// Schools that should sign a duty letter, and those that did.
    Schools,
    Letters,
    /// Red lines of the period that stand.
    RedLines,
}

impl Matter {
    pub fn count(self, duty: &Duty, files: &Files, period: Period, policy: &Policy) -> usize {
        let letters = || {
            let places = Places::of(files, period.on);
            let slots = coverage(duty, &places, Level::BureauSchool, SchoolYear::of(period.on), period.on);
            covered(&slots)
        };
        match self {
            Matter::Documents => {
                let in_force = |status: &str| matches!(status, "FORCE" | "TRIAL");
                let dated =
                    duty.documents.iter().filter(|(_, one)| one.date.is_none_or(|on| on <= period.on));
                dated.filter(|(_, one)| in_force(&one.status)).count()
            }
            Matter::Meetings => meetings(duty, period, policy).len(),
            Matter::MeetingsInTime => {
                let held = meetings(duty, period, policy);
                held.iter().filter(|standing| matches!(standing, Standing::InTime(_))).count()
            }
            Matter::Schools => letters().1 as usize,
            Matter::Letters => letters().0 as usize,
            Matter::RedLines => {
                let within = |on: crate::domain::date::Date| period.from <= on && on <= period.on;
                duty.red_lines.iter().filter(|one| one.stands && one.record.date.is_some_and(within)).count()
            }
        }
    }

    /// The tab of the page of responsibility that shows it.
    pub fn tab(self) -> &'static str {
        match self {
            Matter::Documents => "documents",
            Matter::Meetings | Matter::MeetingsInTime => "agenda",
            Matter::Schools | Matter::Letters => "letters",
            Matter::RedLines => "red",
        }
    }
}

/// How the months stand in which the matter was on the agenda.
fn meetings(duty: &Duty, period: Period, policy: &Policy) -> Vec<Standing> {
    let (mut month, last) = (Month::of(period.from), Month::of(period.on));
    let mut held = Vec::new();
    while month <= last {
        let standing = agenda::month(duty, month, policy, period.on).standing;
        if matches!(standing, Standing::InTime(on) | Standing::Late(on) if on <= period.on) {
            held.push(standing);
        }
        month = month.plus(1);
    }
    held
}

impl Paragraph {
    /// What fills `{0}`, `{1}` … of its words.
    pub fn fillings(self) -> &'static [Filling] {
        use Figure::*;
        use Filling::{Count, Sources, Teams, ToldToLeave};
        match self {
            Paragraph::Duty => &[
                Filling::Matter(Matter::Documents),
                Filling::Matter(Matter::Meetings),
                Filling::Matter(Matter::MeetingsInTime),
                Count(Closing),
            ],
            Paragraph::Pupils => &[
                Teams,
                Count(Suspects),
                Count(NotReal),
                Count(Back),
                Count(Registered),
                Count(StillOut),
                Count(Poor),
                Count(TwoCarers),
                Count(CarerGap),
            ],
            Paragraph::Teaching => &[
                Count(HomeTaught),
                Count(HomeOrdinary),
                Count(HomeSpecial),
                Count(OrdinaryClass),
                Count(SpecialSchool),
                Count(Exempt),
                Count(Counselled),
            ],
            Paragraph::Together => &[Sources, Count(New), Count(Reopened), Count(Closed)],
            Paragraph::BottomLine => &[
                Filling::Matter(Matter::Schools),
                Filling::Matter(Matter::Letters),
                ToldToLeave,
                Filling::Matter(Matter::RedLines),
            ],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::domain::id::RecordId;
    use crate::domain::records::duty::{DutyAgenda, DutyDocument};

    #[test]
    fn documents_and_meetings_count_by_the_periods_last_day() {
        let day = |text: &str| text.parse::<Date>().ok();
        let meeting = |month: &str, on: &str| DutyAgenda {
            month: month.into(),
            held_on: day(on),
            ..Default::default()
        };
        let paper = |on: &str, status: &str| DutyDocument {
            date: day(on),
            status: status.into(),
            ..Default::default()
        };
        let duty = Duty {
            documents: vec![
                (RecordId(1), paper("2025-09-01", "TRIAL")),
                (RecordId(2), paper("2026-04-01", "FORCE")),
                (RecordId(3), paper("2025-09-01", "REPLACED")),
            ],
            agenda: vec![
                (RecordId(4), meeting("2026-02", "2026-02-03")),
                (RecordId(5), meeting("2026-03", "2026-03-20")),
                (RecordId(6), meeting("2026-04", "2026-04-02")),
            ],
            ..Duty::default()
        };
        let count = |matter: Matter, on: &str| {
            matter.count(&duty, &Files::new(), Period::year_to(day(on).unwrap()), &Policy::default())
        };
        assert_eq!([count(Matter::Documents, "2026-03-31"), count(Matter::Documents, "2026-04-01")], [1, 2]);
        assert_eq!([count(Matter::Meetings, "2026-03-31"), count(Matter::Meetings, "2026-03-10")], [2, 1]);
        assert_eq!(count(Matter::MeetingsInTime, "2026-06-30"), 2);
        assert_eq!(count(Matter::RedLines, "2026-06-30"), 0);
    }
}
