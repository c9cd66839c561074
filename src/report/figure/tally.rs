//! All figures of a period at once, counted in slices so that a page can draw meanwhile.
use super::{Figure, Files, Period, World};
use crate::domain::calendar::Month;
use crate::domain::id::FileId;
use crate::report::flow::{Flow, through};
use std::collections::BTreeMap;

/// Every figure with its children, and the months of the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    children: BTreeMap<Figure, Vec<FileId>>,
    pub months: Vec<(Month, Flow)>,
    /// Files of pupils that were asked.
    pub asked: usize,
}

impl Tally {
    pub fn of(files: &Files, period: Period) -> Tally {
        let world = World::of(files, period);
        let mut counting = Counting::new(&world);
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
}

/// Counting under way.
pub struct Counting {
    left: std::vec::IntoIter<FileId>,
    total: usize,
    pub tally: Tally,
}

impl Counting {
    pub fn new(world: &World) -> Counting {
        let left: Vec<FileId> = world.files.keys().copied().collect();
        let months = months(world.period).into_iter().map(|month| (month, Flow::default())).collect();
        let tally = Tally { months, ..Tally::default() };
        Counting { total: left.len(), left: left.into_iter(), tally }
    }

    /// Asks so many files more; `false` once all were asked.
    pub fn step(&mut self, world: &World, files: usize) -> bool {
        for _ in 0..files {
            let Some(id) = self.left.next() else { return false };
            let Some(summary) = world.files.get(&id).filter(|summary| summary.is_listed()) else { continue };
            let Some(pupil) = summary.pupil() else { continue };
            self.tally.asked += 1;
            for figure in Figure::ALL.into_iter().filter(|figure| figure.counts(pupil, world)) {
                self.tally.children.entry(figure).or_default().push(id);
            }
            for (month, flow) in &mut self.tally.months {
                let last = month.last_day().min(world.period.on);
                let period = Period { from: month.first_day().max(world.period.from), on: last };
                pupil.cases.iter().for_each(|case| through(id, &case.spells, period, flow));
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
