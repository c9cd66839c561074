//! The case of a child suspected out of school: its states and the ways between them (domain.md §2.6), what each way asks for,
//! and the flow of cases through a month. Pure; what a file holds is gathered in [`view`], what is missing is told as [`Bar`]s.
mod bars;
pub mod flow;
mod proof;
#[cfg(test)]
mod tests;
pub mod view;

pub use bars::{Actor, Bar, Move, Stability, bars, moves};
pub use proof::{Proof, proofs};
pub use view::{CaseView, Holdings, Step};

use State::*;

crate::listed! {
    /// Where a case stands; the words are those of the code list `case_state`.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum State {
        New,
        Checking,
        NotReal,
        Confirmed,
        Persuading,
        Ordered,
        Penalised,
        Court,
        PlacementPending,
        Placed,
        ExemptPending,
        Exempt,
        Returned,
        Stable,
        Verified,
        Closed,
        Reopened,
    }
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            New => "NEW",
            Checking => "CHECKING",
            NotReal => "NOT_REAL",
            Confirmed => "CONFIRMED",
            Persuading => "PERSUADING",
            Ordered => "ORDERED",
            Penalised => "PENALISED",
            Court => "COURT",
            PlacementPending => "PLACEMENT_PENDING",
            Placed => "PLACED",
            ExemptPending => "EXEMPT_PENDING",
            Exempt => "EXEMPT",
            Returned => "RETURNED",
            Stable => "STABLE",
            Verified => "VERIFIED",
            Closed => "CLOSED",
            Reopened => "REOPENED",
        }
    }

    pub fn from_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The states that a step leads to from here, the usual one first.
    pub fn next(self) -> &'static [State] {
        match self {
            New => &[Checking],
            Checking => &[Confirmed, NotReal, Reopened],
            NotReal => &[Verified, Reopened],
            Verified => &[Closed, Reopened],
            Confirmed => &[Persuading, Reopened],
            Persuading => &[Returned, PlacementPending, Ordered, ExemptPending, Reopened],
            Ordered => &[Returned, Penalised, Reopened],
            Penalised => &[Returned, Court, Reopened],
            Court => &[Returned, Reopened],
            PlacementPending => &[Placed, Reopened],
            ExemptPending => &[Exempt, Reopened],
            Returned | Placed => &[Stable, Reopened],
            Stable | Exempt => &[Closed, Reopened],
            Closed => &[Reopened],
            // After a relapse the way goes on where it is needed; nobody begins at the beginning.
            Reopened => &[Checking, Persuading, Returned, PlacementPending, ExemptPending],
        }
    }

    /// Reached without proof of its own: a person who aims further passes through it.
    fn is_waypoint(self) -> bool {
        matches!(self, Checking | Persuading | PlacementPending | ExemptPending)
    }

    /// The steps from here to there, the last being there; between them only states that ask for nothing. `None`: there is
    /// no such way.
    pub fn way(self, to: State) -> Option<Vec<State>> {
        let mut ways: Vec<Vec<State>> = self.next().iter().map(|state| vec![*state]).collect();
        let mut at = 0;
        while let Some(way) = ways.get(at).cloned() {
            let last = *way.last()?;
            if last == to {
                return Some(way);
            }
            if last.is_waypoint() {
                // A case is opened again from where it stands, not on the way to somewhere.
                let known =
                    |state: &State| *state == Reopened || ways.iter().any(|way| way.last() == Some(state));
                let further: Vec<State> = last.next().iter().copied().filter(|s| !known(s)).collect();
                ways.extend(further.into_iter().map(|state| [way.as_slice(), &[state]].concat()));
            }
            at += 1;
        }
        None
    }

    /// Every state that a person may aim for from here, reopening last.
    pub fn goals(self) -> Vec<State> {
        let mut goals: Vec<State> = State::ALL.into_iter().filter(|to| self.way(*to).is_some()).collect();
        goals.sort_by_key(|to| (*to == Reopened, self.way(*to).map(|way| way.len()), to.rank()));
        goals
    }

    /// The order in which people look for steps: the child first, the ladder after.
    fn rank(self) -> usize {
        const ORDER: [State; 9] = [
            Confirmed,
            NotReal,
            Persuading,
            Returned,
            Placed,
            PlacementPending,
            Ordered,
            ExemptPending,
            Exempt,
        ];
        ORDER.iter().position(|state| *state == self).unwrap_or(ORDER.len())
    }

    /// Where a finding of a list may put a case that nobody has taken further: a claim states where the child is, not the way.
    pub fn may_be_claimed(self) -> bool {
        matches!(self, NotReal | Confirmed | Returned | Placed | Exempt)
    }

    /// The child is in school, taught, or rightly out: nothing more is asked of the family.
    pub fn is_settled(self) -> bool {
        matches!(self, NotReal | Verified | Returned | Placed | Stable | Exempt | Closed)
    }
}

/// The state that an outcome belongs to.
pub fn state_of(outcome: &str) -> Option<State> {
    Some(match outcome {
        "RET_SAME" | "RET_OTHER" | "RET_VOC" => Returned,
        "PLACE_SPED" | "PLACE_INCL" | "PLACE_HOME" | "PLACE_REMOTE" => Placed,
        "NOT_REAL" => NotReal,
        "EXEMPT" | "DEFER" | "SUSPEND" | "MOVED_OUT" | "OVERAGE" => Exempt,
        "LOST" => Confirmed,
        _ => return None,
    })
}

/// The placement modes that an outcome of placement is.
pub fn modes_of(outcome: &str) -> &'static [&'static str] {
    match outcome {
        "PLACE_SPED" => &["SPECIAL_SCHOOL"],
        "PLACE_INCL" => &["INCLUSIVE", "SPECIAL_CLASS"],
        "PLACE_HOME" => &["HOME"],
        "PLACE_REMOTE" => &["REMOTE"],
        _ => &[],
    }
}

/// Back in a school or taught elsewhere: counts only with the school roll (founding report; domain.md §2.5).
pub fn needs_roll(outcome: &str) -> bool {
    matches!(state_of(outcome), Some(Returned | Placed))
}

/// Outcomes with which no case is closed: the search goes on with the police (domain.md §2.5, §3.2 N20).
pub fn is_lost(outcome: &str, not_real: &str) -> bool {
    outcome == "LOST" || (outcome == "NOT_REAL" && not_real == "N20")
}

/// Over at a day: deferral and suspension, approved in the case or found in it.
pub fn ends(outcome: &str, not_real: &str) -> bool {
    matches!(outcome, "DEFER" | "SUSPEND") || (outcome == "NOT_REAL" && matches!(not_real, "N14" | "N15"))
}
