//! What an import would do, computed by the code that does it: each file is merged here, and the merged files are what is written.
//!
//! All or nothing: a plan with any [`Stop`] writes nothing. What is only worth knowing is a [`Notice`].
use crate::domain::id::{FileId, RegisterId};
use crate::interchange::json::{Header, JoinCard, Parsed, ParsedFile};
use crate::register::change::{DeviceId, Dot};
use crate::register::clock::Hlc;
use crate::register::file::{Conflict, File};
use crate::register::merge::{Unmergeable, highest_of, merge};
use std::collections::BTreeMap;

/// This tablet, as far as an import must know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    /// `None`: an empty tablet, which takes on the register of the text.
    pub register: Option<RegisterId>,
    pub practice: bool,
    pub device: DeviceId,
    /// The last number that this tablet gave to a change.
    pub counter: u32,
    /// Milliseconds since 1970 by this tablet's clock.
    pub wall: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub header: Header,
    /// What happens to each file of the text, in its order.
    pub files: Vec<Planned>,
    pub counts: BTreeMap<String, Counts>,
    pub stops: Vec<Stop>,
    pub notices: Vec<Notice>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// As it will be after the import.
    pub file: File,
    pub fate: Fate,
    /// Conflicts that this tablet did not have before.
    pub new_conflicts: Vec<Conflict>,
    /// In sight on this tablet, and deleted by the import.
    pub goes: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    New,
    Changed {
        /// Changes that this tablet lacked.
        taken: usize,
        /// Changes that the text lacks: they stay.
        own: usize,
    },
    /// This tablet has everything already, and `own` changes more.
    Unchanged {
        own: usize,
    },
}

/// Of one kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Of the new and changed ones, those with new conflicts.
    pub in_conflict: usize,
    pub goes: usize,
}

/// Why nothing can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The text itself has so many issues.
    Issues(usize),
    /// A file of the text is a part of a file, tangled, or of another kind than the one here; its number in `files`.
    File {
        position: usize,
        id: FileId,
        why: Unmergeable,
    },
    OtherRegister {
        here: RegisterId,
        theirs: RegisterId,
    },
    /// Invented children into a real register, or the other way round.
    Practice {
        theirs: bool,
    },
}

/// What a person should know before saying yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The tablet was empty and becomes one of this register; without a card lists taken in here make other files than elsewhere.
    Joins {
        register: RegisterId,
        with_card: bool,
    },
    /// Changes under this tablet's own name that it does not know: it was restored or copied. It takes a new device id first.
    OwnNumbersAhead {
        highest: u32,
        counter: u32,
    },
    /// Two different changes under one name: one of two tablets is a copy of the other.
    Clash {
        id: FileId,
        dots: Vec<Dot>,
    },
    /// This tablet's changes lead this tablet's clock by more than a day: one of the clocks is wrong.
    ClockAhead {
        device: DeviceId,
        furthest: Hlc,
        changes: usize,
    },
    NewerMinor {
        minor: u32,
    },
}

impl Plan {
    pub fn is_allowed(&self) -> bool {
        self.stops.is_empty()
    }

    pub fn changes_nothing(&self) -> bool {
        self.files.iter().all(|planned| matches!(planned.fate, Fate::Unchanged { .. }))
    }

    /// Before anything is written this tablet must take a new device id.
    pub fn needs_new_device(&self) -> bool {
        self.notices.iter().any(|notice| matches!(notice, Notice::OwnNumbersAhead { .. }))
    }

    /// The card to join the register with, on an empty tablet.
    pub fn join(&self) -> Option<&JoinCard> {
        self.header.join.as_ref()
    }

    /// The files to write, in one transaction; none if anything stands against it.
    pub fn into_writes(self) -> Vec<File> {
        if !self.is_allowed() {
            return Vec::new();
        }
        let changed = self.files.into_iter().filter(|p| !matches!(p.fate, Fate::Unchanged { .. }));
        changed.map(|planned| planned.file).collect()
    }
}

/// Plans an import. `find` gives this tablet's copy of a file.
pub fn plan(here: &Here, parsed: Parsed, find: impl Fn(FileId) -> Option<File>) -> Plan {
    let (mut planner, files) = Planner::new(*here, parsed);
    for theirs in files {
        let mine = find(theirs.id);
        planner.take(theirs, mine.as_ref());
    }
    planner.finish()
}

/// The same file by file, for a caller that must wait for its copies.
pub struct Planner {
    here: Here,
    plan: Plan,
    own_highest: Option<u32>,
    ahead: BTreeMap<DeviceId, (Hlc, usize)>,
}

impl Planner {
    pub fn new(here: Here, parsed: Parsed) -> (Planner, Vec<ParsedFile>) {
        let Parsed { header, files, issues, more_issues } = parsed;
        let (mut stops, mut notices) = (Vec::new(), Vec::new());
        if !issues.is_empty() {
            stops.push(Stop::Issues(issues.len() + more_issues));
        }
        match here.register {
            None => {
                notices.push(Notice::Joins { register: header.register, with_card: header.join.is_some() })
            }
            Some(mine) if mine != header.register => {
                stops.push(Stop::OtherRegister { here: mine, theirs: header.register })
            }
            Some(_) if here.practice != header.practice => {
                stops.push(Stop::Practice { theirs: header.practice })
            }
            Some(_) => {}
        }
        if header.version.minor > crate::interchange::json::VERSION.minor {
            notices.push(Notice::NewerMinor { minor: header.version.minor });
        }
        let plan = Plan { header, files: Vec::new(), counts: BTreeMap::new(), stops, notices };
        (Planner { here, plan, own_highest: None, ahead: BTreeMap::new() }, files)
    }

    /// One file of the text beside this tablet's copy of it.
    pub fn take(&mut self, theirs: ParsedFile, mine: Option<&File>) {
        let ParsedFile { id, position, pack } = theirs;
        self.own_highest = self.own_highest.max(highest_of(self.here.device, &pack.changes));
        for change in pack.changes.iter().filter(|change| change.at.is_ahead_of(self.here.wall)) {
            let (furthest, count) = self.ahead.entry(change.dot.device).or_default();
            *furthest = (*furthest).max(change.at);
            *count += 1;
        }
        let merged = match merge(id, mine, pack) {
            Ok(merged) => merged,
            Err(why) => return self.plan.stops.push(Stop::File { position, id, why }),
        };
        if !merged.clashes.is_empty() {
            self.plan.notices.push(Notice::Clash { id, dots: merged.clashes });
        }
        let (taken, own, file) = (merged.taken, merged.own, merged.file);
        let fate = match mine {
            None => Fate::New,
            // A clash or an erasure changes a file without a change more.
            Some(mine) if *mine == file => Fate::Unchanged { own },
            Some(_) => Fate::Changed { taken, own },
        };
        let known = mine.map(File::conflicts).unwrap_or_default();
        let same = |a: &Conflict, b: &Conflict| (&a.record, &a.field) == (&b.record, &b.field);
        let conflicts = file.conflicts().into_iter();
        let new_conflicts: Vec<Conflict> =
            conflicts.filter(|new| !known.iter().any(|old| same(old, new))).collect();
        let goes = file.is_deleted() && mine.is_some_and(|mine| !mine.is_deleted());
        let counts = self.plan.counts.entry(file.kind.clone()).or_default();
        match fate {
            Fate::New => counts.new += 1,
            Fate::Changed { .. } => counts.changed += 1,
            Fate::Unchanged { .. } => counts.unchanged += 1,
        }
        counts.in_conflict += usize::from(!new_conflicts.is_empty());
        counts.goes += usize::from(goes);
        self.plan.files.push(Planned { file, fate, new_conflicts, goes });
    }

    pub fn finish(mut self) -> Plan {
        let counter = self.here.counter;
        if let Some(highest) = self.own_highest.filter(|highest| *highest > counter) {
            self.plan.notices.push(Notice::OwnNumbersAhead { highest, counter });
        }
        for (device, (furthest, changes)) in self.ahead {
            self.plan.notices.push(Notice::ClockAhead { device, furthest, changes });
        }
        self.plan
    }
}
