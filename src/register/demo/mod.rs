//! The practice register: invented schools, teachers and children with a term of visits, so that people can learn and engineers
//! measure. Pure: the same size, day and secret give the same files, but for the names of the changes, which `mint` gives.
//!
//! Every name, number, village and telephone is made up; identity numbers stand under division 370299, which no one has. Among
//! the children of [`DemoSize::Practice`] every kind of task occurs, if the day lies in a teaching week.
mod cases;
mod chance;
mod child;
mod duty;
mod people;
mod stories;
mod support;
mod teaching;
#[cfg(test)]
mod tests;
mod visits;
mod words;
mod writer;

use crate::domain::calendar::Calendar;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::register::change::Dot;
use crate::register::derived_id::Secret;
use crate::register::file::File;
use people::{Team, teams};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoSize {
    /// 40 pupils taught at home or placed, 20 who are or were away from school, three schools, eight teachers, a term of visits twice a week.
    Practice,
    /// For measuring: 5,000 pupils with 10 visits each.
    FiveThousand,
    /// For measuring: 20,000 pupils with 10 visits each.
    TwentyThousand,
}

impl DemoSize {
    pub fn pupils(self) -> usize {
        match self {
            DemoSize::Practice => 40,
            DemoSize::FiveThousand => 5_000,
            DemoSize::TwentyThousand => 20_000,
        }
    }

    /// Two teachers visit so many children together.
    fn pupils_per_team(self) -> usize {
        match self {
            DemoSize::Practice => 10,
            _ => 15,
        }
    }

    fn teams(self) -> usize {
        self.pupils().div_ceil(self.pupils_per_team())
    }

    /// One of them, the last, is a special school; of more than ten every tenth.
    fn schools(self) -> usize {
        match self {
            DemoSize::Practice => 3,
            size => size.teams().div_ceil(8),
        }
    }
}

/// An invented register of one size and day, made a part at a time: a large one never stands in memory as a whole.
pub struct Demo {
    size: DemoSize,
    today: Date,
    secret: Secret,
    calendar: Calendar,
    teams: Vec<Team>,
}

impl Demo {
    pub fn new(size: DemoSize, today: Date, secret: Secret) -> Demo {
        let calendar = Policy::default().calendar_around(today);
        let teams = teams(size, &secret);
        Demo { size, today, secret, calendar, teams }
    }

    /// Schools and staff, whom every pupil's file names, and the county's duty file.
    pub fn organisation(&self, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
        let mut files = people::schools(self, mint);
        files.extend(people::staff(self, mint));
        files.extend(duty::file(self, mint));
        files
    }

    /// Children with cases in every state, and absences; of the practice register alone.
    pub fn cases(&self, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
        cases::files(self, mint)
    }

    /// The pupils of these numbers, of `0..size.pupils()`.
    pub fn pupils(&self, numbers: Range<usize>, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
        numbers.filter_map(|n| child::file(self, n, mint)).collect()
    }
}

/// The inspection teams that the practice register's cases are given to.
pub const INSPECTION_TEAMS: [&str; 2] = cases::TEAMS;

/// The teacher who is at the tablet in a practice register, of whatever size: the main teacher of the first team.
pub fn teacher(secret: &Secret) -> (FileId, String) {
    let id = teams(DemoSize::Practice, secret).first().map(|team| team.teachers[0]).unwrap_or_default();
    (id, people::teacher_name(0))
}

/// A whole one at once: schools, staff and pupils, in this order.
#[cfg(test)]
pub fn demo(size: DemoSize, today: Date, secret: &Secret, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
    let demo = Demo::new(size, today, secret.clone());
    let mut files = demo.organisation(mint);
    files.extend(demo.pupils(0..size.pupils(), mint));
    files
}
