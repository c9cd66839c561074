//! The registry of figures. A figure is a question to one child's summary in a period: who says yes is counted, each child once,
//! and the figure opens exactly these children. It is never only a number.
//!
//! Valid time: cases are followed through the period, everything else holds on its last day. What was *known* by a day is the same
//! question to the summaries of that day ([`crate::register::past`]).
mod care;
mod cases;
mod choice;
mod placed;
mod split;
mod tally;
#[cfg(test)]
mod tests;

pub use cases::case_in;
pub(super) use cases::out_spells;
pub use choice::Choice;
pub use split::{Split, groups};
pub use tally::{Counting, Tally};

use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::register::summary::{PupilSummary, Summary};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

crate::listed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Figure {
        /// A case of the child was open on some day of the period.
        Suspects,
        /// Of these, not checked by the last day.
        Unchecked,
        /// Found not truly out of school.
        NotReal,
        /// Found truly out of school.
        Real,
        /// Truly out and back in a school.
        Returned,
        /// Truly out and placed: special school, ordinary class, home or remote teaching.
        Placed,
        /// Returned or placed.
        Back,
        /// Of these, on the school roll: both count (founding report).
        Registered,
        /// Returned or placed, and not yet on the roll.
        Unregistered,
        /// Truly out with an approved break, exempt, moved away, over age.
        Excused,
        /// Truly out, and nothing of the above.
        StillOut,
        /// Cases open before the first day.
        Opening,
        /// Found within the period.
        New,
        /// Opened again within the period: a relapse, or a break that ended.
        Reopened,
        /// Closed within the period.
        Closed,
        /// Open at the end of the last day.
        Closing,
        /// Found truly out and not back, before the first day.
        OutOpening,
        /// Found truly out within the period, or out again.
        OutNew,
        /// Back, placed or excused within the period.
        OutBack,
        /// Truly out at the end of the last day.
        OutClosing,
        HomeTaught,
        HomeOrdinary,
        HomeSpecial,
        /// 随班就读
        OrdinaryClass,
        SpecialClass,
        SpecialSchool,
        Remote,
        Institution,
        Awaiting,
        Exempt,
        /// Exempt, with psychological counselling up to the last day.
        Counselled,
        /// Exempt, without any.
        Uncounselled,
        /// Of a family lifted out of poverty or under watch.
        Poor,
        /// With two distinct carers on the last day.
        TwoCarers,
        CarerGap,
        /// A carer of the child looks after more poor children than the county allows.
        CarerOverload,
        /// Has carers, and none of them was in touch in the month to the last day.
        CarerSilent,
        /// Owed a plan and without one.
        NoPlan,
        /// Poor, and nobody cares.
        NoCarer,
        /// With a disability, and no placement on the last day.
        NoPlacement,
        /// Taught at home, and not visited in the month to the last day.
        NoVisit,
    }
}

/// The month in which a carer is in touch and a pupil is visited, in days.
const MONTH: i64 = 31;

/// Which days a figure is about, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    pub from: Date,
    pub on: Date,
}

impl Period {
    /// The school year up to a day.
    pub fn year_to(on: Date) -> Period {
        Period { from: SchoolYear::of(on).first_day(), on }
    }
}

pub type Files = BTreeMap<FileId, Arc<Summary>>;

/// What figures are read with.
pub struct World<'a> {
    pub period: Period,
    pub files: &'a Files,
    /// Poor children of each carer, by name and unit, on the last day.
    loads: HashMap<(&'a str, &'a str), u32>,
    /// The county's setting.
    carer_limit: u32,
}

impl<'a> World<'a> {
    pub fn of(files: &'a Files, period: Period, policy: &Policy) -> World<'a> {
        let mut loads = HashMap::new();
        for (_, _, pupil) in pupils(files).filter(|(_, _, pupil)| pupil.is_poor(period.on)) {
            for carer in pupil.carers_on(period.on) {
                *loads.entry((carer.person.as_str(), carer.unit.as_str())).or_default() += 1;
            }
        }
        World { period, files, loads, carer_limit: policy.carer_limit }
    }

    fn school_type(&self, id: Option<FileId>) -> &str {
        let school = id.and_then(|id| self.files.get(&id)).and_then(|file| file.school());
        school.map_or("", |school| school.school_type.as_str())
    }
}

/// Pupils in sight, by id.
pub fn pupils(files: &Files) -> impl Iterator<Item = (FileId, &Summary, &PupilSummary)> {
    let listed = files.values().filter(|summary| summary.is_listed());
    listed.filter_map(|summary| Some((summary.id, summary.as_ref(), summary.pupil()?)))
}

/// The school that answers for a child on a day: where the child is placed, or on whose roll.
pub fn school_of(pupil: &PupilSummary, day: Date) -> Option<FileId> {
    pupil.placement_on(day).and_then(|placement| placement.school).or(pupil.roll_school(day))
}

impl Figure {
    /// The flow of children truly out; the flow of cases is counted apart.
    pub const OUT: [Figure; 4] = [Figure::OutOpening, Figure::OutNew, Figure::OutBack, Figure::OutClosing];

    /// As the address and frozen reports name it: the variant in snake case.
    pub fn key(self) -> String {
        let mut key = String::new();
        for letter in format!("{self:?}").chars() {
            if letter.is_uppercase() && !key.is_empty() {
                key.push('_');
            }
            key.extend(letter.to_lowercase());
        }
        key
    }

    pub fn of(key: &str) -> Option<Figure> {
        Figure::ALL.into_iter().find(|figure| figure.key() == key)
    }

    /// Does the figure count this child?
    pub fn counts(self, pupil: &PupilSummary, world: &World) -> bool {
        use Figure::*;
        match self {
            Suspects | Unchecked | NotReal | Real | Returned | Placed | Back | Registered | Unregistered
            | Excused | StillOut => cases::counts(self, pupil, world.period),
            Opening | New | Reopened | Closed | Closing | OutOpening | OutNew | OutBack | OutClosing => {
                cases::flows(self, pupil, world.period)
            }
            HomeTaught | HomeOrdinary | HomeSpecial | OrdinaryClass | SpecialClass | SpecialSchool
            | Remote | Institution | Awaiting | Exempt | Counselled | Uncounselled => {
                placed::counts(self, pupil, world)
            }
            _ => care::counts(self, pupil, world),
        }
    }

    /// The children, by id.
    pub fn children(self, world: &World) -> Vec<FileId> {
        let counted = pupils(world.files).filter(|(_, _, pupil)| self.counts(pupil, world));
        counted.map(|(id, ..)| id).collect()
    }

    /// Follows cases through the period; the others hold on its last day alone.
    pub fn is_of_period(self) -> bool {
        self <= Figure::OutClosing
    }
}
