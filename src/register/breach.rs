//! The rules across records and files, which no single command can keep once tablets merge: every breach is a task, with both
//! sides shown, and nothing is mended by itself.
use crate::domain::date::{Clock, Date};
use crate::domain::id::{FileId, RecordId};
use crate::register::summary::{PupilSummary, Summary, VisitBrief};
use std::collections::BTreeMap;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breach {
    /// Two placements of one child hold on one day.
    TwoPlacements { file: FileId, one: RecordId, other: RecordId, on: Date },
    /// Two open plans of one child in one term.
    TwoPlans { file: FileId, one: RecordId, other: RecordId },
    /// Two open cases of one child.
    TwoCases { file: FileId, one: RecordId, other: RecordId },
    /// Steps of a case that do not follow from one another: two tablets went on apart.
    StepsApart { file: FileId, case: RecordId },
    /// One teacher, two visits at one time.
    VisitsOverlap { teacher: FileId, on: Date, one: (FileId, RecordId), other: (FileId, RecordId) },
    /// Two files with one number that belongs to one only.
    SameNumber { which: Number, one: FileId, other: FileId },
    /// A file is joined into one that is not there, deleted, or joined in its turn.
    JoinedToNothing { file: FileId, into: FileId },
}

/// A number that no two files share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Number {
    Identity,
    Roll,
    Certificate,
    SchoolCode,
}

impl Breach {
    /// The files in which it can be mended.
    pub fn files(&self) -> Vec<FileId> {
        match self {
            Breach::TwoPlacements { file, .. }
            | Breach::TwoPlans { file, .. }
            | Breach::TwoCases { file, .. }
            | Breach::StepsApart { file, .. } => vec![*file],
            Breach::VisitsOverlap { one, other, .. } if one.0 == other.0 => vec![one.0],
            Breach::VisitsOverlap { one, other, .. } => vec![one.0, other.0],
            Breach::SameNumber { one, other, .. } => vec![*one, *other],
            Breach::JoinedToNothing { file, into } => vec![*file, *into],
        }
    }
}

/// Every breach in a register.
pub fn breaches<'a>(all: impl Iterator<Item = &'a Arc<Summary>> + Clone) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut numbers: BTreeMap<(Number, &str), FileId> = BTreeMap::new();
    let mut visits: Vec<Attendance> = Vec::new();
    let by_id: BTreeMap<FileId, &Arc<Summary>> = all.clone().map(|summary| (summary.id, summary)).collect();
    for summary in all {
        if let Some(into) = summary.joined_into.filter(|_| !summary.deleted)
            && !by_id.get(&into).is_some_and(|target| target.is_listed())
        {
            found.push(Breach::JoinedToNothing { file: summary.id, into });
        }
        if !summary.is_listed() {
            continue;
        }
        for (which, number) in numbers_of(summary) {
            if let Some(one) = numbers.insert((which, number), summary.id) {
                found.push(Breach::SameNumber { which, one, other: summary.id });
            }
        }
        let Some(pupil) = summary.pupil() else { continue };
        found.extend(placements(summary.id, pupil));
        found.extend(plans(summary.id, pupil));
        found.extend(cases(summary.id, pupil));
        for visit in pupil.visits.iter().filter(|visit| visit.done) {
            let (Some(start), Some(end)) = (visit.start, visit.end) else { continue };
            let of = |teacher: &FileId| Attendance {
                teacher: *teacher,
                on: visit.date,
                start,
                end,
                visit: (summary.id, visit.record),
            };
            visits.extend(visit.teachers.iter().map(of));
        }
    }
    found.extend(overlaps(visits));
    found.sort_unstable();
    found
}

fn numbers_of(summary: &Summary) -> impl Iterator<Item = (Number, &str)> {
    let pupil = summary.pupil();
    [
        pupil.map(|pupil| (Number::Identity, pupil.id_no.as_str())),
        pupil.map(|pupil| (Number::Roll, pupil.roll_no.as_str())),
        pupil.map(|pupil| (Number::Certificate, pupil.cert_no.as_str())),
        summary.school().map(|school| (Number::SchoolCode, school.code.as_str())),
    ]
    .into_iter()
    .flatten()
    .filter(|(_, number)| !number.is_empty())
}

fn placements(file: FileId, pupil: &PupilSummary) -> Vec<Breach> {
    let pairs = pupil
        .placements
        .iter()
        .enumerate()
        .flat_map(|(i, a)| pupil.placements.iter().skip(i + 1).map(move |b| (a, b)));
    // The list is sorted by first day, the latest first: `b` began no later than `a`.
    let both =
        pairs.filter(|(a, b)| b.to.is_none_or(|to| to >= a.from) && a.to.is_none_or(|to| to >= a.from));
    both.map(|(a, b)| Breach::TwoPlacements { file, one: b.record, other: a.record, on: a.from }).collect()
}

fn plans(file: FileId, pupil: &PupilSummary) -> Vec<Breach> {
    let pairs =
        pupil.plans.iter().enumerate().flat_map(|(i, a)| pupil.plans.iter().skip(i + 1).map(move |b| (a, b)));
    pairs
        .filter(|(a, b)| a.term == b.term)
        .map(|(a, b)| Breach::TwoPlans { file, one: a.record, other: b.record })
        .collect()
}

/// By the steps taken alone: a break that ends by itself opens a case that nobody doubts.
fn cases(file: FileId, pupil: &PupilSummary) -> Vec<Breach> {
    let mut open = pupil.cases.iter().filter(|case| case.state != "CLOSED");
    let two = open.next().zip(open.next());
    let apart = pupil.cases.iter().filter(|case| case.out_of_turn > 0);
    two.map(|(a, b)| Breach::TwoCases { file, one: a.record.min(b.record), other: a.record.max(b.record) })
        .into_iter()
        .chain(apart.map(|case| Breach::StepsApart { file, case: case.record }))
        .collect()
}

/// One teacher at one visit. In order: by teacher, day and beginning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Attendance {
    teacher: FileId,
    on: Date,
    start: Clock,
    end: Clock,
    visit: (FileId, RecordId),
}

fn overlaps(mut all: Vec<Attendance>) -> Vec<Breach> {
    all.sort_unstable();
    let mut found = Vec::new();
    for (i, one) in all.iter().enumerate() {
        let same_day = |other: &&Attendance| (other.teacher, other.on) == (one.teacher, one.on);
        let later = all.iter().skip(i + 1).take_while(same_day).take_while(|other| other.start < one.end);
        let breach = |other: &Attendance| Breach::VisitsOverlap {
            teacher: one.teacher,
            on: one.on,
            one: one.visit,
            other: other.visit,
        };
        // A visit that ends before it begins meets nobody; its times are a fault of their own.
        found.extend(later.filter(|other| other.end > one.start && one.visit != other.visit).map(breach));
    }
    found
}

/// The visits of these teachers on this day that overlap a visit about to be recorded (`except`: its own record).
pub fn overlapping<'a>(
    teachers: &[FileId],
    visit: &VisitBrief,
    all: impl Iterator<Item = &'a Arc<Summary>>,
) -> Vec<(FileId, RecordId)> {
    let (Some(start), Some(end)) = (visit.start, visit.end) else { return Vec::new() };
    let mut found = Vec::new();
    for summary in all.filter(|summary| summary.is_listed()) {
        let visits = summary.pupil().map(|pupil| pupil.visits.as_slice()).unwrap_or_default();
        let same_day = visits
            .iter()
            .filter(|other| other.done && other.date == visit.date && other.record != visit.record);
        for other in same_day {
            let (Some(other_start), Some(other_end)) = (other.start, other.end) else { continue };
            if start < other_end
                && other_start < end
                && other.teachers.iter().any(|teacher| teachers.contains(teacher))
            {
                found.push((summary.id, other.record));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::summary::{Content, PlacementBrief, PlanBrief};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn pupil(id: u128, content: PupilSummary) -> Arc<Summary> {
        Arc::new(Summary::invented(id, "pupil", &format!("学生{id}"), Content::Pupil(Box::new(content))))
    }

    fn visit(record: u128, start: &str, end: &str, teacher: u128) -> VisitBrief {
        VisitBrief {
            record: RecordId(record),
            date: day("2026-03-10"),
            start: start.parse().ok(),
            end: end.parse().ok(),
            done: true,
            teachers: vec![FileId(teacher)],
            ..Default::default()
        }
    }

    #[test]
    fn a_teacher_cannot_be_in_two_homes_at_once() {
        let one =
            pupil(1, PupilSummary { visits: vec![visit(11, "09:00", "10:30", 7)], ..Default::default() });
        let meets =
            pupil(2, PupilSummary { visits: vec![visit(21, "10:00", "11:00", 7)], ..Default::default() });
        let after =
            pupil(3, PupilSummary { visits: vec![visit(31, "11:00", "12:00", 7)], ..Default::default() });
        let other =
            pupil(4, PupilSummary { visits: vec![visit(41, "09:00", "12:00", 8)], ..Default::default() });
        let expected = Breach::VisitsOverlap {
            teacher: FileId(7),
            on: day("2026-03-10"),
            one: (FileId(1), RecordId(11)),
            other: (FileId(2), RecordId(21)),
        };
        assert_eq!(breaches([one.clone(), meets, after, other].iter()), [expected]);
        assert_eq!(
            overlapping(&[FileId(7)], &visit(99, "10:29", "10:59", 7), [one].iter()),
            [(FileId(1), RecordId(11))]
        );
    }

    #[test]
    fn one_placement_a_day_one_plan_a_term_one_file_a_number() {
        let place = |record, from, to: Option<&str>| PlacementBrief {
            record: RecordId(record),
            from: day(from),
            to: to.map(day),
            ..Default::default()
        };
        let sound = PupilSummary {
            placements: vec![place(2, "2026-03-01", None), place(1, "2025-09-01", Some("2026-02-28"))],
            ..Default::default()
        };
        assert_eq!(breaches([pupil(1, sound)].iter()), []);
        let plan =
            |record| PlanBrief { record: RecordId(record), term: "2025-2026-2".into(), ..Default::default() };
        let broken = PupilSummary {
            placements: vec![place(2, "2026-03-01", None), place(1, "2025-09-01", None)],
            plans: vec![plan(3), plan(4)],
            id_no: "370299201209010013".into(),
            ..Default::default()
        };
        let twin = PupilSummary { id_no: "370299201209010013".into(), ..Default::default() };
        let expected = [
            Breach::TwoPlacements {
                file: FileId(1),
                one: RecordId(1),
                other: RecordId(2),
                on: day("2026-03-01"),
            },
            Breach::TwoPlans { file: FileId(1), one: RecordId(3), other: RecordId(4) },
            Breach::SameNumber { which: Number::Identity, one: FileId(1), other: FileId(2) },
        ];
        assert_eq!(breaches([pupil(1, broken), pupil(2, twin)].iter()), expected);
    }
}
