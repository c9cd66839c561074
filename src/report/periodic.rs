//! Reports of a month, a quarter, a term, a year: computed lines, each with the files behind it; written so that they can stand
//! frozen; and what changed between two of them, with why.
use crate::domain::calendar::{Month, SchoolYear};
use crate::domain::codes::flags;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::register::summary::PupilSummary;
use crate::report::figure::{Figure, Files, Period, Tally};
use std::collections::{BTreeMap, BTreeSet};

crate::listed! {
    /// A code of `report_kind`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Kind {
        Month,
        Quarter,
        Term,
        Year,
    }
}

impl Kind {
    pub fn code(self) -> &'static str {
        match self {
            Kind::Month => "MONTH",
            Kind::Quarter => "QUARTER",
            Kind::Term => "TERM",
            Kind::Year => "YEAR",
        }
    }

    pub fn of(code: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The period of this kind that a day lies in.
    pub fn period(self, day: Date) -> Period {
        let months =
            |from: Month, count: i32| Period { from: from.first_day(), on: from.plus(count - 1).last_day() };
        let month = Month::of(day);
        match self {
            Kind::Month => months(month, 1),
            Kind::Quarter => months(month.plus(-((i32::from(month.month()) - 1) % 3)), 3),
            Kind::Term => {
                let year = SchoolYear::of(day);
                let autumn = Month::of(year.first_day());
                if (8..=13).contains(&(i32::from(month.month()) + 12 * i32::from(month.month() < 2))) {
                    months(autumn, 5)
                } else {
                    Period { from: autumn.plus(5).first_day(), on: year.last_day() }
                }
            }
            Kind::Year => {
                let year = SchoolYear::of(day);
                Period { from: year.first_day(), on: year.last_day() }
            }
        }
    }

    /// The period before.
    pub fn before(self, period: Period) -> Period {
        self.period(period.from.plus_days(-1))
    }
}

/// A line: what is counted, how much, and whose files it is counted from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub key: String,
    pub count: usize,
    pub files: Vec<FileId>,
}

/// Lines that are no figure.
pub const PUPILS: &str = "pupils";
pub const VISITS: &str = "visits";
pub const HOURS: &str = "hours";
/// Class hours that the rule asks for.
pub const HOURS_DUE: &str = "hours_due";
pub const PERSUASIONS: &str = "persuasions";
pub const ENROLLED: &str = "enrolled";
pub const PRESENT: &str = "present";
pub const CAME: &str = "transferred_in";
pub const LEFT: &str = "transferred_out";
pub const DEFERRED: &str = "deferred";
pub const SUSPENDED: &str = "suspended";
/// Of the cases that are open at the end, those of a group: `closing_G14`. Groups overlap and are no parts of a sum.
const GROUPS: &str = "closing_";
/// The groups that a monthly report names (domain.md §4.12): lifted out of poverty, disabled, left behind, migrant.
const NAMED: [&str; 4] = ["G06", "G14", "G03", "G05"];

/// The group of a line that counts the open cases of one: a code of `flag`.
pub fn group_of(key: &str) -> Option<&str> {
    key.strip_prefix(GROUPS).filter(|flag| NAMED.contains(flag))
}

const CASES: [Figure; 18] = [
    Figure::Opening,
    Figure::New,
    Figure::Reopened,
    Figure::Closed,
    Figure::Closing,
    Figure::Suspects,
    Figure::Unchecked,
    Figure::NotReal,
    Figure::Real,
    Figure::Returned,
    Figure::Placed,
    Figure::Registered,
    Figure::Excused,
    Figure::StillOut,
    Figure::OutOpening,
    Figure::OutNew,
    Figure::OutBack,
    Figure::OutClosing,
];
const REST: [Figure; 12] = [
    Figure::HomeTaught,
    Figure::HomeOrdinary,
    Figure::HomeSpecial,
    Figure::OrdinaryClass,
    Figure::SpecialSchool,
    Figure::Exempt,
    Figure::Uncounselled,
    Figure::Poor,
    Figure::CarerGap,
    Figure::NoPlan,
    Figure::NoPlacement,
    Figure::NoVisit,
];

/// The lines of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub lines: Vec<Line>,
}

impl Report {
    /// The report of a school, or of the county. A nil report has every line too.
    pub fn of(files: &Files, period: Period, school: Option<FileId>, policy: &Policy) -> Report {
        let tally = Tally::of_school(files, period, school, policy);
        Report::from_tally(&tally, files, period)
    }

    pub fn count(&self, key: &str) -> usize {
        self.line(key).map_or(0, |line| line.count)
    }

    pub fn line(&self, key: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.key == key)
    }

    /// Opening + new + reopened − closed = closing, of cases; before + new − back = after, of children truly out; nobody is
    /// present who is not enrolled.
    pub fn adds_up(&self) -> bool {
        let count = |figure: Figure| self.count(&figure.key());
        count(Figure::Opening) + count(Figure::New) + count(Figure::Reopened)
            == count(Figure::Closing) + count(Figure::Closed)
            && count(Figure::OutOpening) + count(Figure::OutNew)
                == count(Figure::OutBack) + count(Figure::OutClosing)
            && self.count(PRESENT) <= self.count(ENROLLED)
    }

    /// `key count id id …`, a line each.
    pub fn write(&self) -> String {
        let line = |line: &Line| {
            let ids: Vec<String> = line.files.iter().map(FileId::to_string).collect();
            [line.key.clone(), line.count.to_string()].into_iter().chain(ids).collect::<Vec<_>>().join(" ")
        };
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// What was written; `None` where it was not written so.
    pub fn read(text: &str) -> Option<Report> {
        let line = |line: &str| {
            let mut words = line.split(' ');
            let (key, count) = (words.next()?.to_owned(), words.next()?.parse().ok()?);
            let files = words.map(|id| id.parse().ok()).collect::<Option<Vec<FileId>>>()?;
            Some(Line { key, count, files })
        };
        Some(Report { lines: text.lines().map(line).collect::<Option<Vec<Line>>>()? })
    }
}

impl Report {
    pub fn from_tally(tally: &Tally, files: &Files, period: Period) -> Report {
        let line = |key: &str, files: &[FileId]| Line {
            key: key.to_owned(),
            count: files.len(),
            files: files.to_vec(),
        };
        let flow = &tally.flow;
        let roll = &tally.roll;
        let mut lines = vec![
            line(ENROLLED, &roll.enrolled),
            line(PRESENT, &roll.present),
            line(CAME, &roll.came),
            line(LEFT, &roll.left),
            line(DEFERRED, &roll.deferred),
            line(SUSPENDED, &roll.suspended),
            line(PUPILS, &tally.asked),
        ];
        for figure in CASES.into_iter().chain(REST) {
            let behind: &[FileId] = match figure {
                Figure::Opening => &flow.opening,
                Figure::New => &flow.new,
                Figure::Reopened => &flow.reopened,
                Figure::Closed => &flow.closed,
                Figure::Closing => &flow.closing,
                figure => match Figure::OUT.iter().position(|out| *out == figure) {
                    Some(at) => flow.out.get(at).map_or(&[][..], Vec::as_slice),
                    None => tally.children(figure),
                },
            };
            lines.push(line(&figure.key(), behind));
        }
        let at = lines.iter().position(|line| line.key == Figure::Closing.key()).map_or(0, |at| at + 1);
        let of_group = |flag: &str| {
            let is_of = |id: &&FileId| {
                let pupil = files.get(*id).and_then(|file| file.pupil());
                pupil.is_some_and(|pupil| pupil.has_flag(period.on, |held| held == flag))
            };
            flow.closing.iter().filter(is_of).copied().collect::<Vec<_>>()
        };
        let groups = NAMED.map(|flag| line(&[GROUPS, flag].concat(), &of_group(flag)));
        lines.splice(at..at, groups);
        let planned = &tally.planned;
        lines.push(Line { count: planned.due as usize, ..line(HOURS_DUE, &planned.owed) });
        for (key, count) in [(VISITS, tally.visits), (HOURS, tally.hours)] {
            lines.push(Line { count, ..line(key, &tally.taught) });
        }
        lines.push(Line { count: tally.persuasions, ..line(PERSUASIONS, &tally.persuaded) });
        Report { lines }
    }
}

/// A line that differs between two reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub key: String,
    pub before: usize,
    pub now: usize,
    pub came: Vec<FileId>,
    pub left: Vec<FileId>,
}

/// What changed since the last report, line by line.
pub fn differences(before: &Report, now: &Report) -> Vec<Difference> {
    let of = |line: &Line| {
        // A line that was not reported then cannot have changed.
        let old = before.line(&line.key)?;
        let (was, is): (BTreeSet<FileId>, BTreeSet<FileId>) =
            (old.files.iter().copied().collect(), line.files.iter().copied().collect());
        let difference = Difference {
            key: line.key.clone(),
            before: old.count,
            now: line.count,
            came: is.difference(&was).copied().collect(),
            left: was.difference(&is).copied().collect(),
        };
        let same =
            difference.before == difference.now && difference.came.is_empty() && difference.left.is_empty();
        (!same).then_some(difference)
    };
    now.lines.iter().filter_map(of).collect()
}

/// Why a child came into a line or left it: what happened in the child's file between two days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    CaseFound,
    /// The case's state from then on: a code of `case_state`.
    CaseStep(String),
    /// A code of `placement_mode`.
    Placed(String),
    PlacementEnded(String),
    CarerCame(String),
    CarerLeft(String),
    /// From one school's roll to another's.
    Transferred,
    /// Codes of `flag`.
    GroupCame(String),
    GroupLeft(String),
    Persuaded,
}

/// What happened after the one day, up to the other, by day. Nothing: it was entered later, or put right.
pub fn reasons(pupil: &PupilSummary, after: Date, to: Date) -> Vec<(Date, Why)> {
    let mut all: Vec<(Date, Why)> = Vec::new();
    for case in &pupil.cases {
        all.extend(case.opened.map(|on| (on, Why::CaseFound)));
        all.extend(case.stages.iter().skip(1).map(|stage| (stage.from, Why::CaseStep(stage.state.clone()))));
    }
    for placement in &pupil.placements {
        all.push((placement.from, Why::Placed(placement.mode.clone())));
        all.extend(placement.to.map(|to| (to, Why::PlacementEnded(placement.mode.clone()))));
    }
    for carer in &pupil.carers {
        all.push((carer.from, Why::CarerCame(carer.person.clone())));
        all.extend(carer.to.map(|to| (to, Why::CarerLeft(carer.person.clone()))));
    }
    all.extend(pupil.moves.iter().map(|moved| (moved.on, Why::Transferred)));
    for held in pupil.flags.iter().filter(|held| !flags::is_restricted(&held.flag)) {
        all.extend(held.since.map(|on| (on, Why::GroupCame(held.flag.clone()))));
        all.extend(held.until.map(|on| (on.plus_days(1), Why::GroupLeft(held.flag.clone()))));
    }
    all.extend(pupil.cases.iter().flat_map(|case| &case.persuaded).map(|on| (*on, Why::Persuaded)));
    all.retain(|(on, _)| after < *on && *on <= to);
    all.sort();
    all.dedup();
    all
}

/// The children who came and left, each once, for a list of reasons.
pub fn moved(differences: &[Difference]) -> BTreeMap<FileId, (Vec<&str>, Vec<&str>)> {
    let mut moved: BTreeMap<FileId, (Vec<&str>, Vec<&str>)> = BTreeMap::new();
    for difference in differences {
        for id in &difference.came {
            moved.entry(*id).or_default().0.push(&difference.key);
        }
        for id in &difference.left {
            moved.entry(*id).or_default().1.push(&difference.key);
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn periods_are_those_of_the_school_calendar() {
        let of = |kind: Kind, on: &str| {
            let period = kind.period(day(on));
            [period.from.to_string(), period.on.to_string()]
        };
        assert_eq!(of(Kind::Month, "2026-02-11"), ["2026-02-01", "2026-02-28"]);
        assert_eq!(of(Kind::Quarter, "2026-06-30"), ["2026-04-01", "2026-06-30"]);
        assert_eq!(of(Kind::Term, "2026-01-11"), ["2025-09-01", "2026-01-31"]);
        assert_eq!(of(Kind::Term, "2025-09-01"), ["2025-09-01", "2026-01-31"]);
        assert_eq!(of(Kind::Term, "2026-02-01"), ["2026-02-01", "2026-08-31"]);
        assert_eq!(of(Kind::Year, "2026-08-31"), ["2025-09-01", "2026-08-31"]);
        for kind in Kind::ALL {
            let period = kind.period(day("2026-03-11"));
            assert_eq!(kind.before(period).on.plus_days(1), period.from, "{kind:?}");
            assert_eq!(Kind::of(kind.code()), Some(kind));
        }
    }

    #[test]
    fn what_is_written_is_read_back_and_nothing_else() {
        let line = |key: &str, ids: &[u128]| Line {
            key: key.into(),
            count: ids.len(),
            files: ids.iter().map(|id| FileId(*id)).collect(),
        };
        let report = Report { lines: vec![line("suspects", &[1, 2]), line("closed", &[])] };
        assert_eq!(Report::read(&report.write()), Some(report.clone()));
        assert_eq!(Report::read("suspects two"), None);
        let later = Report { lines: vec![line("suspects", &[2, 3]), line("closed", &[])] };
        let changed = differences(&report, &later);
        assert_eq!(changed.len(), 1);
        assert_eq!((&changed[0].came, &changed[0].left), (&vec![FileId(3)], &vec![FileId(1)]));
        assert_eq!(moved(&changed).len(), 2);
    }
}
