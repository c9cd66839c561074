//! 就学状态: where a child of school age is, in the one word that a ledger shows; and which of what is said holds.
use crate::domain::case::State;
use serde::{Deserialize, Serialize};

crate::listed! {
    /// The words are those of the code list `schooling`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Schooling {
        /// On the register and on no roll, by the lists.
        NotEnrolled,
        /// On the roll and not in school, by the lists.
        Absent,
        /// A case is open, and nobody has found yet whether it is so.
        Suspected,
        /// Found truly out of school.
        Out,
        TaughtAtHome,
        InSpecialSchool,
        InOrdinaryClass,
        /// On the roll with a status with which no one is looked for in class.
        Suspended,
        /// Seen at the roll call.
        InClass,
        /// On the roll; no roll call speaks of the child.
        OnRoll,
        /// The case said so: back in a school, or placed.
        Back,
        /// The case said so: never out of school.
        Cleared,
        /// Left the roll: moved to another, graduated, and the like.
        Left,
    }
}

impl Schooling {
    pub fn code(self) -> &'static str {
        match self {
            Schooling::NotEnrolled => "NOT_ENROLLED",
            Schooling::Absent => "ABSENT",
            Schooling::Suspected => "SUSPECTED",
            Schooling::Out => "OUT",
            Schooling::TaughtAtHome => "HOME",
            Schooling::InSpecialSchool => "SPECIAL",
            Schooling::InOrdinaryClass => "INCLUSIVE",
            Schooling::Suspended => "SUSPENDED",
            Schooling::InClass => "IN_CLASS",
            Schooling::OnRoll => "ON_ROLL",
            Schooling::Back => "BACK",
            Schooling::Cleared => "CLEARED",
            Schooling::Left => "LEFT",
        }
    }

    pub fn from_code(code: &str) -> Option<Schooling> {
        Schooling::ALL.into_iter().find(|one| one.code() == code)
    }

    fn is_suspicion(self) -> bool {
        matches!(self, Schooling::NotEnrolled | Schooling::Absent)
    }
}

/// What a child's file says of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// By the case that is open.
    pub open: Option<Schooling>,
    /// By the last case, which is closed: the answer to a list that has the child missing still.
    pub closed: Option<Schooling>,
    /// By the placement.
    pub placed: Option<Schooling>,
    /// By the status on the roll.
    pub roll: Option<Schooling>,
}

impl Told {
    /// Of a case in this state; `is_true`: it was found so. A child whose case is open and who is back is back.
    pub fn by_case(state: State, is_true: bool) -> Schooling {
        match state {
            State::New | State::Checking => Schooling::Suspected,
            State::Reopened if !is_true => Schooling::Suspected,
            State::NotReal => Schooling::Cleared,
            State::Verified | State::Closed if !is_true => Schooling::Cleared,
            State::Placed | State::Exempt | State::Returned | State::Stable => Schooling::Back,
            State::Verified | State::Closed => Schooling::Back,
            _ => Schooling::Out,
        }
    }

    /// Of a placement mode.
    pub fn by_placement(mode: &str) -> Option<Schooling> {
        match mode {
            "HOME" => Some(Schooling::TaughtAtHome),
            "INCLUSIVE" | "SPECIAL_CLASS" => Some(Schooling::InOrdinaryClass),
            "SPECIAL_SCHOOL" => Some(Schooling::InSpecialSchool),
            _ => None,
        }
    }

    /// Of a code of `student_status`.
    pub fn by_status(status: &str) -> Option<Schooling> {
        match status {
            "01" | "05" => Some(Schooling::OnRoll),
            "02" | "04" | "12" => Some(Schooling::Suspended),
            "" | "99" => None,
            _ => Some(Schooling::Left),
        }
    }

    /// What holds beside what the lists say. An open case speaks first; home teaching answers a roll call; a closed case answers a
    /// list that came before its end; then the lists, and where they are silent the file.
    pub fn beside(self, listed: Option<Schooling>) -> Option<Schooling> {
        let is_home = self.placed == Some(Schooling::TaughtAtHome);
        match (self.open, listed) {
            (Some(open), _) => Some(open),
            (None, _) if is_home => self.placed,
            (None, Some(listed)) if listed.is_suspicion() => Some(self.closed.unwrap_or(listed)),
            (None, Some(Schooling::InClass | Schooling::OnRoll)) if self.placed.is_some() => self.placed,
            (None, Some(listed)) => Some(listed),
            (None, None) => self.placed.or(self.closed).or(self.roll),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes::SCHOOLING;

    #[test]
    fn every_state_has_its_word() {
        let codes: Vec<&str> = SCHOOLING.codes.iter().map(|code| code.code).collect();
        assert_eq!(codes, Schooling::ALL.map(Schooling::code));
        assert!(Schooling::ALL.into_iter().all(|one| Schooling::from_code(one.code()) == Some(one)));
        assert_eq!(Schooling::from_code(""), None);
    }

    #[test]
    fn of_all_that_is_said_one_word_holds() {
        use Schooling::*;
        let told = |open, closed, placed, roll| Told { open, closed, placed, roll };
        for (told, listed, expected) in [
            (told(None, None, None, None), Some(Absent), Some(Absent)),
            (told(Some(Suspected), None, None, None), Some(InClass), Some(Suspected)),
            (told(Some(Out), None, Some(TaughtAtHome), None), Some(NotEnrolled), Some(Out)),
            (told(None, None, Some(TaughtAtHome), None), Some(Absent), Some(TaughtAtHome)),
            (told(None, Some(Cleared), None, None), Some(NotEnrolled), Some(Cleared)),
            (told(None, Some(Back), None, None), Some(InClass), Some(InClass)),
            (told(None, None, Some(InSpecialSchool), None), Some(OnRoll), Some(InSpecialSchool)),
            (told(None, None, Some(InSpecialSchool), None), Some(Absent), Some(Absent)),
            (told(None, None, None, Some(Left)), None, Some(Left)),
            (told(None, Some(Back), None, Some(OnRoll)), None, Some(Back)),
            (told(None, None, None, None), None, None),
        ] {
            assert_eq!(told.beside(listed), expected, "{told:?} beside {listed:?}");
        }
    }

    #[test]
    fn a_case_says_where_the_child_is() {
        for (state, is_true, expected) in [
            (State::New, false, Schooling::Suspected),
            (State::Confirmed, true, Schooling::Out),
            (State::Court, true, Schooling::Out),
            (State::Reopened, true, Schooling::Out),
            (State::Reopened, false, Schooling::Suspected),
            (State::Returned, true, Schooling::Back),
            (State::Closed, true, Schooling::Back),
            (State::Closed, false, Schooling::Cleared),
        ] {
            assert_eq!(Told::by_case(state, is_true), expected, "{state:?}");
        }
    }
}
