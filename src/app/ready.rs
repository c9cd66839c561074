//! The ready-to-leave check: is this tablet fit for a day without a network? The judging is pure; [`gather`] asks the tablet.
use crate::app::backup::age::{Known, Standing};
use crate::app::due::Due;
use crate::app::register::Register;
use crate::domain::id::FileId;
use crate::platform::browser::{self, Offline};
use crate::platform::room::{self, Kept, Room};
use crate::platform::{clock, photo};
use crate::register::tasks::{Urgency, What};
use leptos::prelude::{Get, GetUntracked, WithUntracked};
use std::collections::BTreeSet;

/// Minutes by which two tablets' clocks may differ without a word.
const CLOCK_SLACK_MS: u64 = 5 * 60_000;
/// After so long without any change the clock may well have leapt ahead.
const CLOCK_LEAP_MS: u64 = 400 * 86_400_000;
/// Minutes east of UTC in all of China.
const CHINA: i32 = 480;
/// Room asked for even if nobody is to be visited.
const LEAST_ROOM: u64 = 20_000_000;

/// What the check looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// `None` where the browser does not say.
    pub room: Option<Room>,
    /// Children to be visited today.
    pub visits: usize,
    /// Photos of one visit.
    pub photos: usize,
    pub backup: Known,
    /// The clock, in milliseconds since 1970, and the newest change in the register.
    pub now: u64,
    pub newest: u64,
    /// Minutes east of UTC.
    pub zone: i32,
    /// Today's children whose files do not open, and those that do.
    pub closed: Vec<FileId>,
    pub opened: usize,
    pub offline: Offline,
    pub kept: Kept,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// Changes are known from this many minutes ahead of the clock.
    Behind { minutes: u64 },
    /// Nothing was changed for this many days.
    Leap { days: u64 },
    /// Not the time of China.
    Zone,
}

/// One line of the check, with what makes it good or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    Room { free: Option<u64>, needed: u64 },
    Backup(Standing),
    Clock(Option<ClockFault>),
    Files { opened: usize, closed: Vec<FileId> },
    Offline(Offline),
    Kept(Kept),
}

impl Line {
    /// Whether one can leave without doing anything about it.
    pub fn is_good(&self) -> bool {
        match self {
            Line::Room { free, needed } => free.is_some_and(|free| free >= *needed),
            Line::Backup(standing) => matches!(standing, Standing::Fresh { .. } | Standing::NothingYet),
            Line::Clock(fault) => fault.is_none(),
            Line::Files { closed, .. } => closed.is_empty(),
            Line::Offline(state) => *state == Offline::Ready,
            Line::Kept(kept) => *kept == Kept::Promised,
        }
    }
}

/// Every line, in the order of what would hurt most.
pub fn judge(facts: &Facts) -> Vec<Line> {
    let photos = (facts.visits * facts.photos * photo::MOST_BYTES) as u64;
    vec![
        Line::Files { opened: facts.opened, closed: facts.closed.clone() },
        Line::Offline(facts.offline),
        // Twice what the photos take: a save writes before it lets go of what it replaces.
        Line::Room { free: facts.room.map(Room::free), needed: (2 * photos).max(LEAST_ROOM) },
        Line::Clock(clock_fault(facts)),
        Line::Backup(facts.backup.standing()),
        Line::Kept(facts.kept),
    ]
}

fn clock_fault(facts: &Facts) -> Option<ClockFault> {
    let Facts { now, newest, zone, .. } = *facts;
    if newest > now + CLOCK_SLACK_MS {
        return Some(ClockFault::Behind { minutes: (newest - now) / 60_000 });
    }
    if newest > 0 && now - newest.min(now) > CLOCK_LEAP_MS {
        return Some(ClockFault::Leap { days: (now - newest) / 86_400_000 });
    }
    (zone != CHINA).then_some(ClockFault::Zone)
}

/// Asks the tablet, the browser and the register; opens the file of every child whom the person at the tablet is to visit today.
pub async fn gather(due: Due, told: impl Fn(u64, u64)) -> Facts {
    let register = due.register;
    let children = todays_children(due);
    let mut closed = Vec::new();
    for (done, id) in children.iter().enumerate() {
        told(done as u64, children.len() as u64);
        if register.file(*id).await.is_err() {
            closed.push(*id);
        }
    }
    let newest = register.summaries.with_untracked(|all| all.values().map(|s| s.last_at.ms).max());
    Facts {
        room: room::room().await,
        visits: children.len(),
        photos: register.policy.get_untracked().max_photos,
        backup: known(register),
        now: clock::wall(),
        newest: newest.unwrap_or_default(),
        zone: clock::zone(),
        opened: children.len() - closed.len(),
        closed,
        offline: browser::offline(),
        kept: room::kept().await,
    }
}

/// The children who are to be visited today, or should have been: one's own, or everybody's where one has none.
fn todays_children(due: Due) -> BTreeSet<FileId> {
    let tasks = leptos::prelude::untrack(|| due.shown(due.any_mine.get()));
    let visits = tasks
        .into_iter()
        .filter(|task| task.urgency <= Urgency::Today && matches!(task.what, What::Visit(_)));
    visits.map(|task| task.file).collect()
}

/// What is known of the last backup, now (untracked; see [`follow`] for a page that follows it).
pub fn known(register: Register) -> Known {
    leptos::prelude::untrack(|| follow(register))
}

/// What is known of the last backup; what reads it runs again when it changes.
pub fn follow(register: Register) -> Known {
    use leptos::prelude::With;
    let last = register.last_backup.get();
    let changed = register.summaries.with(|all| match last {
        Some(at) => all.values().filter(|summary| summary.last_at.ms > at).count(),
        // The county's own page and the first person are no loss: they are typed again in a minute.
        None if !all.values().any(|summary| matches!(summary.kind.as_str(), "pupil" | "school")) => 0,
        None => all.len(),
    });
    Known {
        last: last.map(|at| clock::local(at).0),
        today: register.today.get(),
        changed,
        limit: register.policy.get().backup_days,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 86_400_000;
    const NOW: u64 = 20_000 * DAY;

    fn fit() -> Facts {
        let today = "2026-03-11".parse().unwrap();
        Facts {
            room: Some(Room { used: 5_000_000, granted: 900_000_000 }),
            visits: 6,
            photos: 3,
            backup: Known { last: Some(today), today, changed: 2, limit: 7 },
            now: NOW,
            newest: NOW - DAY,
            zone: 480,
            closed: Vec::new(),
            opened: 6,
            offline: Offline::Ready,
            kept: Kept::Promised,
        }
    }

    fn amber(facts: Facts) -> Vec<Line> {
        judge(&facts).into_iter().filter(|line| !line.is_good()).collect()
    }

    #[test]
    fn a_tablet_that_is_fit_has_no_amber_line_and_each_fault_makes_its_own() {
        assert_eq!((judge(&fit()).len(), amber(fit())), (6, vec![]));
        let full = Some(Room { used: 890_000_000, granted: 900_000_000 });
        assert_eq!(
            amber(Facts { room: full, ..fit() }),
            [Line::Room { free: Some(10_000_000), needed: 20_000_000 }]
        );
        assert_eq!(
            amber(Facts { room: None, visits: 40, ..fit() }),
            [Line::Room { free: None, needed: 48_000_000 }]
        );
        let closed = vec![FileId(7)];
        assert_eq!(
            amber(Facts { closed: closed.clone(), opened: 5, ..fit() }),
            [Line::Files { opened: 5, closed }]
        );
        assert_eq!(amber(Facts { offline: Offline::NotYet, ..fit() }), [Line::Offline(Offline::NotYet)]);
        assert_eq!(amber(Facts { kept: Kept::CannotSay, ..fit() }), [Line::Kept(Kept::CannotSay)]);
        let never = Known { last: None, ..fit().backup };
        assert_eq!(amber(Facts { backup: never, ..fit() }), [Line::Backup(Standing::Never)]);
    }

    #[test]
    fn a_wrong_clock_is_told_by_the_newest_change() {
        for (newest, zone, expected) in [
            (NOW, 480, None),
            (NOW + 4 * 60_000, 480, None),
            (NOW + 90 * 60_000, 480, Some(ClockFault::Behind { minutes: 90 })),
            (NOW - 500 * DAY, 480, Some(ClockFault::Leap { days: 500 })),
            (0, 480, None),
            (NOW, 540, Some(ClockFault::Zone)),
        ] {
            assert_eq!(clock_fault(&Facts { newest, zone, ..fit() }), expected, "{newest} {zone}");
        }
    }
}
