//! All figures of a period at once, counted in slices so that a page can draw meanwhile.
use super::{Figure, Files, Period, World, out_spells, school_of};
use crate::domain::calendar::Month;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::register::summary::PupilSummary;
use crate::report::flow::{Flow, through};
use crate::report::planned::Planned;
use crate::report::teaching::{Shares, Span};
use std::collections::BTreeMap;

/// Every figure with its children, and the months of the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    children: BTreeMap<Figure, Vec<FileId>>,
    /// Cases through the whole period.
    pub flow: Flow,
    pub months: Vec<(Month, Flow)>,
    /// Pupils that were asked.
    pub asked: Vec<FileId>,
    /// Lessons at home and class hours given in the period, and the pupils who had them.
    pub visits: usize,
    pub hours: usize,
    pub taught: Vec<FileId>,
    /// Talks of persuasion in the period, and with whom.
    pub persuasions: usize,
    pub persuaded: Vec<FileId>,
    pub roll: Roll,
    /// Class hours owed and given, by month and by school.
    pub planned: Planned,
}

/// The school's roll, or that of all schools: who stands on it on the last day, who of these is taught, who came and left within
/// the period. A child who has left is on it no more, so these are asked of every pupil, whoever answers for the child by then.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roll {
    pub enrolled: Vec<FileId>,
    pub present: Vec<FileId>,
    pub came: Vec<FileId>,
    pub left: Vec<FileId>,
    /// With entry deferred, and with study suspended, on the last day.
    pub deferred: Vec<FileId>,
    pub suspended: Vec<FileId>,
}

/// On a school's roll (JY/T 1001): in class, suspended, back.
const ON_ROLL: [&str; 4] = ["", "01", "02", "05"];

impl Roll {
    fn add(&mut self, id: FileId, pupil: &PupilSummary, school: Option<FileId>, period: Period) {
        let on = period.on;
        let is_ours = |of: Option<FileId>| school.map_or(of.is_some(), |school| of == Some(school));
        let at = pupil.roll_school(on);
        let break_of = |kind: &str| pupil.deferrals.iter().any(|it| it.kind == kind && it.holds_on(on));
        if is_ours(at) && ON_ROLL.contains(&pupil.student_status.as_str()) {
            self.enrolled.push(id);
            let is_out =
                pupil.cases.iter().any(|case| out_spells(case).iter().any(|spell| spell.is_open_after(on)));
            if !is_out && !pupil.is_away(on) && !pupil.deferrals.iter().any(|it| it.holds_on(on)) {
                self.present.push(id);
            }
        }
        if is_ours(at) || (school.is_none() && at.is_none()) {
            self.deferred.extend(break_of("DEFER").then_some(id));
            self.suspended.extend(break_of("SUSPEND").then_some(id));
        }
        let moves = pupil.moves.iter().filter(|moved| period.from <= moved.on && moved.on <= on);
        for moved in moves {
            // Between two schools of the county nobody comes into the county.
            let (came, left) = match school {
                Some(_) => (is_ours(moved.to), is_ours(moved.from)),
                None => (moved.from.is_none(), moved.to.is_none()),
            };
            self.came.extend(came.then_some(id));
            self.left.extend(left.then_some(id));
        }
    }
}

impl Tally {
    pub fn of(files: &Files, period: Period, policy: &Policy) -> Tally {
        Tally::of_school(files, period, None, policy)
    }

    /// Of the pupils of a school alone, or of all.
    pub fn of_school(files: &Files, period: Period, school: Option<FileId>, policy: &Policy) -> Tally {
        let world = World::of(files, period, policy);
        let span = Span { from: period.from, to: period.on, today: period.on };
        let shares = Shares::of(span, policy, &policy.calendar_around(period.on));
        let mut counting = Counting::new(&world, school, shares);
        while counting.step(&world, usize::MAX) {}
        counting.tally
    }

    /// The children that a figure counts, by id.
    pub fn children(&self, figure: Figure) -> &[FileId] {
        self.children.get(&figure).map_or(&[], Vec::as_slice)
    }

    pub fn count(&self, figure: Figure) -> usize {
        self.children(figure).len()
    }

    fn add(&mut self, id: FileId, pupil: &PupilSummary, world: &World, shares: &Shares) {
        let period = world.period;
        self.asked.push(id);
        for figure in Figure::ALL.into_iter().filter(|figure| figure.counts(pupil, world)) {
            self.children.entry(figure).or_default().push(id);
        }
        for case in &pupil.cases {
            through(id, case, period, &mut self.flow);
            for (month, flow) in &mut self.months {
                let from = month.first_day().max(period.from);
                through(id, case, Period { from, on: month.last_day().min(period.on) }, flow);
            }
        }
        self.planned.add(id, pupil, shares, period);
        let lessons: usize =
            pupil.given_within(period.from, period.on).map(|given| usize::from(given.lessons)).sum();
        if lessons > 0 {
            self.visits += lessons;
            self.hours += pupil
                .given_within(period.from, period.on)
                .map(|given| usize::from(given.periods))
                .sum::<usize>();
            self.taught.push(id);
        }
        let talks = pupil.cases.iter().flat_map(|case| &case.persuaded);
        let talks = talks.filter(|day| period.from <= **day && **day <= period.on).count();
        if talks > 0 {
            self.persuasions += talks;
            self.persuaded.push(id);
        }
    }
}

/// Counting under way.
pub struct Counting {
    left: std::vec::IntoIter<FileId>,
    total: usize,
    school: Option<FileId>,
    shares: Shares,
    pub tally: Tally,
}

impl Counting {
    /// Of the pupils of a school alone, or of all.
    pub fn new(world: &World, school: Option<FileId>, shares: Shares) -> Counting {
        let left: Vec<FileId> = world.files.keys().copied().collect();
        let months = months(world.period).into_iter().map(|month| (month, Flow::default())).collect();
        let tally = Tally { months, ..Tally::default() };
        Counting { total: left.len(), left: left.into_iter(), school, shares, tally }
    }

    /// Asks so many files more; `false` once all were asked.
    pub fn step(&mut self, world: &World, files: usize) -> bool {
        for _ in 0..files {
            let Some(id) = self.left.next() else { return false };
            let Some(summary) = world.files.get(&id).filter(|summary| summary.is_listed()) else { continue };
            let Some(pupil) = summary.pupil() else { continue };
            self.tally.roll.add(id, pupil, self.school, world.period);
            if self.school.is_none_or(|school| school_of(pupil, world.period.on) == Some(school)) {
                self.tally.add(id, pupil, world, &self.shares);
            }
        }
        true
    }

    /// Files asked, of all.
    pub fn progress(&self) -> (usize, usize) {
        (self.total - self.left.len(), self.total)
    }
}

/// The months of a period, the last twelve at most.
fn months(period: Period) -> Vec<Month> {
    let (mut month, last) =
        (Month::of(period.from).max(Month::of(period.on).plus(-11)), Month::of(period.on));
    let mut months = Vec::new();
    while month <= last {
        months.push(month);
        month = month.plus(1);
    }
    months
}
