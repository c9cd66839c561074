//! The set operations of domain.md §6.3: what each set is, and where a child stands as a bit a set.
use crate::lists::compare::Origin;
use serde::{Deserialize, Serialize};

crate::listed! {
    /// A set of children that a figure counts and a screen opens.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Set {
        /// On the household register (or found door to door), born in the window, neither moved nor dead.
        Base,
        MovedOrDead,
        OutsideWindow,
        /// On the household register without any birth date that could be read.
        BirthUnknown,
        /// Found door to door.
        Found,
        /// Base ∖ roll: never enrolled?
        A,
        /// Roll ∖ in school: dropped out?
        B,
        Suspects,
        /// On the list of poor households.
        Poor,
        PoorSuspects,
        /// Roll ∖ household register.
        D1,
        /// Roll call ∖ roll.
        D2,
        /// Disability certificates ∖ roll.
        E,
        /// On both, with no disability marked on the roll.
        F,
        /// On the list of civil affairs: orphans, children whom nobody raises, in hardship, left behind.
        Civil,
        /// Civil affairs ∖ roll.
        G,
        /// On the health department's list: evidence for a finding.
        W,
        /// Births of the health department ∖ household register.
        BornNotHousehold,
        HomeTeaching,
        HomeOrdinary,
        HomeSpecial,
        InOrdinaryClass,
        InSpecialSchool,
        HomeTeachingAfter,
        HomeOrdinaryAfter,
        HomeSpecialAfter,
        InOrdinaryClassAfter,
        InSpecialSchoolAfter,
        /// On the ledger of carers.
        PoorPupils,
        /// Of these, without two distinct carers.
        CarerGaps,
        /// On the list of poor households and not on the ledger of carers.
        PoorWithoutCarers,
        NotReal,
        Real,
        /// Truly out, and on the list of poor households: comparison C, both ways.
        PoorConfirmedA,
        PoorConfirmedB,
        /// Truly out, and now registered on the roll.
        Registered,
        /// Absent without a proper reason; since when is not known.
        AbsentSinceUnknown,
        /// Rows with one number and different names.
        NamesDiffer,
        /// The ledger of school-age children: base, and who is on the roll and not on the register, in the window.
        Ledger,
    }
}

impl Set {
    fn bit(self) -> u64 {
        1 << (self as u64)
    }

    /// The lists without which the set says nothing.
    pub fn needs(self) -> &'static [Origin] {
        use Origin::*;
        match self {
            Set::Base | Set::MovedOrDead | Set::OutsideWindow | Set::BirthUnknown | Set::Ledger => {
                &[Household]
            }
            Set::A => &[Household, Roll],
            Set::B | Set::AbsentSinceUnknown | Set::D2 => &[Roll, RollCall],
            Set::Suspects => &[Household, Roll, RollCall],
            Set::Poor => &[Poor],
            Set::PoorSuspects => &[Household, Roll, RollCall, Poor],
            Set::D1 => &[Roll, Household],
            Set::E | Set::F => &[Disability, Roll],
            Set::Civil => &[Civil],
            Set::G => &[Civil, Roll],
            Set::W => &[Health],
            Set::BornNotHousehold => &[Health, Household],
            Set::HomeTeaching
            | Set::HomeOrdinary
            | Set::HomeSpecial
            | Set::InOrdinaryClass
            | Set::InSpecialSchool => &[Roll],
            Set::HomeTeachingAfter
            | Set::HomeOrdinaryAfter
            | Set::HomeSpecialAfter
            | Set::InOrdinaryClassAfter
            | Set::InSpecialSchoolAfter => &[Roll, Findings],
            Set::PoorPupils | Set::CarerGaps => &[Carers],
            Set::PoorWithoutCarers => &[Poor, Carers],
            Set::NotReal | Set::Real | Set::Registered => &[Findings],
            Set::PoorConfirmedA | Set::PoorConfirmedB => &[Household, Roll, RollCall, Poor, Findings],
            Set::Found | Set::NamesDiffer => &[],
        }
    }
}

/// The sets in which one child stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standing(u64);

impl Standing {
    pub fn is(self, set: Set) -> bool {
        self.0 & set.bit() != 0
    }

    pub(super) fn put(&mut self, set: Set, holds: bool) {
        if holds {
            self.0 |= set.bit();
        }
    }

    pub fn sets(self) -> impl Iterator<Item = Set> {
        Set::ALL.into_iter().filter(move |set| self.is(*set))
    }
}
