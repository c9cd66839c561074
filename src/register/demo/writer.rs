//! Events, collected in any order, become the changes of a file in the order of their days.
use crate::domain::date::{Clock, Date};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::Values;
use crate::register::change::{Act, Change, DeviceId, Dot, RecordKey, Sets};
use crate::register::clock::Hlc;
use crate::register::file::File;

const CHINA_MINUTES: i64 = 480;

pub struct Event {
    pub day: Date,
    pub time: Clock,
    pub by: FileId,
    pub act: Act,
    pub sets: Sets,
}

impl Event {
    /// At a quarter past four, when teachers write things down.
    pub fn new(day: Date, by: FileId, act: Act) -> Event {
        Event { day, time: at(16, 15), by, act, sets: Sets::new() }
    }

    pub fn at(mut self, time: Clock) -> Event {
        self.time = time;
        self
    }

    pub fn sets(mut self, record: RecordKey, values: Values) -> Event {
        self.sets.insert(record, values);
        self
    }
}

pub fn at(hour: u8, minute: u8) -> Clock {
    Clock::new(hour, minute).unwrap_or_default()
}

pub struct Writer<'a> {
    id: FileId,
    kind: FileKind,
    events: Vec<Event>,
    beside: Vec<(Event, Event)>,
    /// Nothing is written after this: a change from later today would make the tablet's clock look slow.
    latest: u64,
    mint: &'a mut dyn FnMut() -> Dot,
}

impl<'a> Writer<'a> {
    /// `today`: what is dated today was written when the day began.
    pub fn new(id: FileId, kind: FileKind, today: Date, mint: &'a mut dyn FnMut() -> Dot) -> Writer<'a> {
        Writer { id, kind, events: Vec::new(), beside: Vec::new(), latest: instant(today, at(0, 0)), mint }
    }

    pub fn add(&mut self, event: Event) {
        self.events.push(event);
    }

    /// Two people write at the end of the file, each on an own tablet, without knowing of each other.
    pub fn add_beside(&mut self, one: Event, other: Event) {
        self.beside.push((one, other));
    }

    /// `None` only if the changes were no file, which the tests exclude.
    pub fn finish(mut self) -> Option<File> {
        self.events.sort_by_key(|event| (event.day, event.time));
        let mut changes: Vec<Change> = Vec::with_capacity(self.events.len() + 2 * self.beside.len());
        let mut last: Option<(Vec<Dot>, Hlc)> = None;
        for event in self.events {
            let change = change(event, self.latest, last.as_ref(), (self.mint)());
            last = Some((vec![change.dot], change.at));
            changes.push(change);
        }
        for (one, other) in self.beside {
            let one = change(one, self.latest, last.as_ref(), (self.mint)());
            let mut other = change(other, self.latest, last.as_ref(), (self.mint)());
            other.dot.device = DeviceId(other.dot.device.0 ^ 1);
            let mut heads = vec![one.dot, other.dot];
            heads.sort_unstable();
            last = Some((heads, one.at.max(other.at)));
            changes.extend([one, other]);
        }
        File::from_changes(self.id, self.kind.key().to_owned(), changes).ok()
    }
}

fn change(event: Event, latest: u64, last: Option<&(Vec<Dot>, Hlc)>, dot: Dot) -> Change {
    let wall = Hlc { ms: instant(event.day, event.time).min(latest), n: 0 };
    let at = match last {
        Some((_, before)) if *before >= wall => Hlc { ms: before.ms, n: before.n.saturating_add(1) },
        _ => wall,
    };
    Change {
        dot,
        after: last.map(|(dots, _)| dots.clone()).unwrap_or_default(),
        at,
        by: event.by,
        act: event.act,
        sets: event.sets,
        extra: Values::new(),
    }
}

/// Milliseconds since 1970 of a time of day in China.
pub fn instant(day: Date, time: Clock) -> u64 {
    let epoch = Date::new(1970, 1, 1).unwrap_or_default();
    let minutes = day.days_since(epoch) * 1440 + time.minutes() - CHINA_MINUTES;
    u64::try_from(minutes).unwrap_or_default() * 60_000
}
