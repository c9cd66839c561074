//! One tablet: its replica's name and counter, its clock (right or wrong), its files, its backups.
use super::rng::Rng;
use baoxue::domain::id::FileId;
use baoxue::register::change::{DeviceId, Dot};
use baoxue::register::command::Ctx;
use baoxue::register::file::File;
use std::collections::{BTreeMap, BTreeSet};

pub const NOON: u64 = 1_773_200_400_000;
const YEAR: u64 = 365 * 86_400_000;

#[derive(Clone)]
pub struct Held {
    pub file: File,
    /// Every change that ever came in, kept apart from the file.
    pub dots: BTreeSet<Dot>,
}

#[derive(Clone)]
pub struct Backup {
    store: BTreeMap<FileId, Held>,
    device: DeviceId,
    counter: u32,
}

pub struct Tablet {
    pub device: DeviceId,
    counter: u32,
    /// The source of names: a tablet's own, never copied with its profile.
    names: Rng,
    wall: u64,
    staff: FileId,
    /// Looks for its own numbers in what comes in, and takes a new name when it finds them beyond its counter.
    pub is_careful: bool,
    pub store: BTreeMap<FileId, Held>,
    pub backups: Vec<Backup>,
}

impl Tablet {
    pub fn new(n: u64, rng: &mut Rng) -> Tablet {
        let wall = match rng.below(4) {
            0 => NOON - 3 * YEAR,
            1 => NOON + 5 * YEAR,
            _ => NOON + n * 7_000,
        };
        Tablet {
            device: DeviceId(rng.next()),
            counter: 0,
            names: Rng::new(rng.next()),
            wall,
            staff: FileId(u128::from(0x57aff + n)),
            is_careful: rng.permille(600),
            store: BTreeMap::new(),
            backups: Vec::new(),
        }
    }

    /// Who, when and under which name, for the next command.
    pub fn ctx(&mut self, rng: &mut Rng) -> Ctx {
        // Now and then two changes fall into one millisecond.
        self.wall += if rng.permille(150) { 0 } else { 1 + rng.next() % 7_200_000 };
        self.counter += 1;
        Ctx {
            wall: self.wall,
            today: "2026-03-11".parse().unwrap_or_default(),
            now: "14:02".parse().unwrap_or_default(),
            dot: Dot { device: self.device, counter: self.counter, tag: self.names.next() as u32 },
            by: self.staff,
        }
    }

    /// Somebody sets the clock: right, or wrong by years in either direction.
    pub fn jump(&mut self, rng: &mut Rng) {
        self.wall = match rng.below(3) {
            0 => NOON,
            1 => self.wall.saturating_sub(rng.next() % (3 * YEAR)),
            _ => self.wall + rng.next() % (3 * YEAR),
        };
    }

    pub fn take_new_name(&mut self) {
        self.device = DeviceId(self.names.next());
        self.counter = 0;
    }

    /// This tablet's own numbers came in beyond its counter: it was restored, or copied.
    pub fn notices(&mut self, highest: Option<u32>) {
        if self.is_careful && highest.is_some_and(|highest| highest > self.counter) {
            self.take_new_name();
        }
    }

    pub fn back_up(&mut self) {
        self.backups.push(Backup { store: self.store.clone(), device: self.device, counter: self.counter });
    }

    /// Back to an old state. A tablet that does not notice goes on under its old name, from its old number.
    pub fn restore(&mut self, backup: Backup, notices: bool) {
        self.store = backup.store;
        self.device = backup.device;
        self.counter = backup.counter;
        if notices {
            self.take_new_name();
        }
    }

    /// Becomes a copy of another tablet's browser profile: same name, same number.
    pub fn clone_profile(&mut self, other: Backup) {
        self.restore(other, false);
    }

    pub fn profile(&self) -> Backup {
        Backup { store: self.store.clone(), device: self.device, counter: self.counter }
    }
}
