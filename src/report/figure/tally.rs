//! All figures of a period at once, counted in slices so that a page can draw meanwhile.
use super::{Figure, Files, Period, World, school_of};
use crate::domain::calendar::Month;
use crate::domain::id::FileId;
use crate::register::summary::PupilSummary;
use crate::report::flow::{Flow, through};
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
    /// Visits and class hours given in the period, and the pupils who had them.
    pub visits: usize,
    pub hours: usize,
    pub taught: Vec<FileId>,
}

impl Tally {
    pub fn of(files: &Files, period: Period) -> Tally {
        Tally::of_school(files, period, None)
    }

    /// Of the pupils of a school alone, or of all.
    pub fn of_school(files: &Files, period: Period, school: Option<FileId>) -> Tally {
        let world = World::of(files, period);
        let mut counting = Counting::new(&world, school);
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

    fn add(&mut self, id: FileId, pupil: &PupilSummary, world: &World) {
        let period = world.period;
        self.asked.push(id);
        for figure in Figure::ALL.into_iter().filter(|figure| figure.counts(pupil, world)) {
            self.children.entry(figure).or_default().push(id);
        }
        for case in &pupil.cases {
            through(id, &case.spells, period, &mut self.flow);
            for (month, flow) in &mut self.months {
                let from = month.first_day().max(period.from);
                through(id, &case.spells, Period { from, on: month.last_day().min(period.on) }, flow);
            }
        }
        let within = |day| period.from <= day && day <= period.on;
        let given = pupil.visits.iter().filter(|visit| visit.done && within(visit.date));
        let hours: Vec<usize> = given.map(|visit| usize::try_from(visit.periods).unwrap_or(0)).collect();
        if !hours.is_empty() {
            self.visits += hours.len();
            self.hours += hours.iter().sum::<usize>();
            self.taught.push(id);
        }
    }
}

/// Counting under way.
pub struct Counting {
    left: std::vec::IntoIter<FileId>,
    total: usize,
    school: Option<FileId>,
    pub tally: Tally,
}

impl Counting {
    /// Of the pupils of a school alone, or of all.
    pub fn new(world: &World, school: Option<FileId>) -> Counting {
        let left: Vec<FileId> = world.files.keys().copied().collect();
        let months = months(world.period).into_iter().map(|month| (month, Flow::default())).collect();
        let tally = Tally { months, ..Tally::default() };
        Counting { total: left.len(), left: left.into_iter(), school, tally }
    }

    /// Asks so many files more; `false` once all were asked.
    pub fn step(&mut self, world: &World, files: usize) -> bool {
        for _ in 0..files {
            let Some(id) = self.left.next() else { return false };
            let Some(summary) = world.files.get(&id).filter(|summary| summary.is_listed()) else { continue };
            let Some(pupil) = summary.pupil() else { continue };
            if self.school.is_none_or(|school| school_of(pupil, world.period.on) == Some(school)) {
                self.tally.add(id, pupil, world);
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
