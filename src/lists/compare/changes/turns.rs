//! What turned about a child between two comparisons, as data. Words are for i18n.
use super::Side;
use super::pairs::{Pair, Pairs};
use crate::domain::date::Date;
use crate::lists::compare::Origin;
use crate::lists::compare::groups::birth_of;
use crate::lists::rows::{Presence, Reason, Residence};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Turn {
    /// Stood on no list then.
    New,
    /// Stands on no list any more.
    Gone,
    /// Found to be one child with another, who stands now: its name.
    Joined(String),
    /// Was one child with another then, who stands too: its name.
    Parted(String),
    /// Stands on this list now and did not then.
    On(Origin),
    Off(Origin),
    /// Born within the window of school age now and not then, or the other way round.
    Window {
        born: Option<Date>,
        within: bool,
    },
    Residence {
        then: Residence,
        now: Residence,
    },
    /// Codes of the pupil's status on the roll.
    Status {
        then: String,
        now: String,
    },
    Attendance {
        then: Attended,
        now: Attended,
    },
    /// Taught at home now, or no more.
    AtHome(bool),
    /// What the inspection teams found since.
    Found(Option<bool>),
}

/// What the roll call says of a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Attended {
    NotCalled,
    Present,
    /// Absent for a proper reason.
    Excused,
    /// Days absent without one, where it is known since when.
    Absent(Option<i64>),
}

/// What decides where a child stands.
struct Facts {
    born: Option<Date>,
    within: Option<bool>,
    residence: Option<Residence>,
    status: Option<String>,
    attended: Attended,
    /// Whether an absence is long enough to count.
    counts: bool,
    at_home: bool,
    found: Option<Option<bool>>,
}

impl Facts {
    fn of(side: Side, child: u32) -> Facts {
        let (rows, comparison) = (side.rows(child), side.comparison);
        let born = birth_of(side.lists, &comparison.children, child);
        let called = rows.called().max_by_key(|row| std::cmp::Reverse((row.presence, row.reason)));
        let attended = match called {
            None => Attended::NotCalled,
            Some(row) if row.presence == Presence::Present => Attended::Present,
            Some(row) if row.reason == Reason::Proper => Attended::Excused,
            Some(row) => Attended::Absent(row.days_absent(comparison.days.roll_call)),
        };
        let limit = comparison.settings.absence_limit_days;
        let at_home = rows.roll().any(|row| row.at_home()) || rows.has(Origin::HomeTeaching);
        Facts {
            born,
            within: comparison.days.window().zip(born).map(|(window, born)| window.contains(born)),
            residence: rows.household().map(|row| row.state).min(),
            status: rows.roll().next().map(|row| row.status().to_owned()),
            attended,
            counts: matches!(attended, Attended::Absent(Some(days)) if days >= limit),
            at_home,
            found: rows.finding().map(|row| row.finding),
        }
    }
}

/// Everything that turned, in the order in which a person would tell it.
pub fn of(then: Side, now: Side, pair: Pair, pairs: &Pairs) -> Vec<Turn> {
    let name = |side: Side, child: u32| side.comparison.member(side.lists, child).name;
    let (before, after) = match (pair.then, pair.now) {
        (Some(before), Some(after)) => (before, after),
        (Some(before), None) => {
            let joined = pairs.joined(then, now, before);
            return vec![joined.map_or(Turn::Gone, |child| Turn::Joined(name(now, child)))];
        }
        (None, Some(after)) => {
            let parted = pairs.parted(then, now, after);
            return vec![parted.map_or(Turn::New, |child| Turn::Parted(name(then, child)))];
        }
        (None, None) => return Vec::new(),
    };
    let mut told = Vec::new();
    for from in Origin::ALL {
        match (then.row(before, from).is_some(), now.row(after, from).is_some()) {
            (false, true) => told.push(Turn::On(from)),
            (true, false) => told.push(Turn::Off(from)),
            _ => {}
        }
    }
    let (old, new) = (Facts::of(then, before), Facts::of(now, after));
    if let Some(within) = new.within.filter(|_| new.within != old.within) {
        told.push(Turn::Window { born: new.born, within });
    }
    if let (Some(then), Some(now)) = (old.residence, new.residence)
        && then != now
    {
        told.push(Turn::Residence { then, now });
    }
    if let (Some(then), Some(now)) = (old.status, new.status)
        && then != now
    {
        told.push(Turn::Status { then, now });
    }
    let kind = std::mem::discriminant::<Attended>;
    if kind(&old.attended) != kind(&new.attended) || old.counts != new.counts {
        told.push(Turn::Attendance { then: old.attended, now: new.attended });
    }
    if old.at_home != new.at_home {
        told.push(Turn::AtHome(new.at_home));
    }
    if let Some(found) = new.found.filter(|_| new.found != old.found) {
        told.push(Turn::Found(found));
    }
    told
}
