//! What is in a backup, in numbers that a person can compare with the school's own: counted from the opened values.
use crate::app::layout::{self, RegisterCard};
use crate::domain::id::FileId;
use crate::register::change::RecordKey;
use crate::register::file::Pack;
use crate::vault::Area;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// The register's name and whether it is for practice; `None` where its card is not in the backup.
    pub register: Option<(String, bool)>,
    pub pupils: usize,
    pub schools: usize,
    pub staff: usize,
    /// Records of all files: pages, guardians, visits, plans …
    pub records: usize,
    pub visits: usize,
    /// Photos and papers.
    pub media: usize,
    /// When the register was last saved before the backup, in milliseconds since 1970.
    pub saved_at: u64,
}

/// Takes the values of a backup as they are opened.
#[derive(Default)]
pub struct Collector {
    card: Option<RegisterCard>,
    files: BTreeMap<FileId, Held>,
    unreadable: BTreeSet<FileId>,
    media: usize,
}

#[derive(Default)]
struct Held {
    kind: String,
    records: BTreeSet<RecordKey>,
}

impl Collector {
    pub fn see(&mut self, area: Area, key: &str, bytes: &[u8]) {
        match area {
            Area::Meta if key == layout::CARD => self.card = layout::decode(bytes).ok(),
            Area::Files | Area::History => self.pack(key, bytes),
            Area::Media => self.media += 1,
            _ => (),
        }
    }

    fn pack(&mut self, key: &str, bytes: &[u8]) {
        // `<file id>` or `<file id>/<seq>`; a key of another form is of a newer version, and is kept as it is.
        let Some(Ok(id)) = key.split('/').next().map(str::parse::<FileId>) else { return };
        match layout::decode::<Pack>(bytes) {
            Ok(pack) => {
                let held = self.files.entry(id).or_default();
                held.records.extend(pack.changes.into_iter().flat_map(|change| change.sets.into_keys()));
                held.kind = pack.kind;
            }
            Err(_) => {
                self.unreadable.insert(id);
            }
        }
    }

    /// What there was, and how many files do not read.
    pub fn finish(self, saved_at: u64) -> (Holdings, usize) {
        let of_kind = |kind: &str| self.files.values().filter(|held| held.kind == kind).count();
        let all = || self.files.values().flat_map(|held| &held.records);
        let holds = Holdings {
            pupils: of_kind("pupil"),
            schools: of_kind("school"),
            staff: of_kind("staff"),
            records: all().count(),
            visits: all().filter(|key| key.table == "visit").count(),
            media: self.media,
            saved_at,
            register: self.card.map(|card| (card.name, card.practice)),
        };
        (holds, self.unreadable.len())
    }
}
