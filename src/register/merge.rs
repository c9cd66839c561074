//! Merging two copies of a file: the union of their changes. Commutative, associative, idempotent; nothing is ever dropped.
use crate::register::causal::Untidy;
use crate::register::change::{Change, DeviceId, Dot};
use crate::register::file::{File, Pack};
use std::collections::BTreeMap;

/// What a merge brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    pub file: File,
    /// How many changes the other side had that this one lacked.
    pub taken: usize,
    /// How many this side had that the other lacked.
    pub own: usize,
    /// Two different changes under one name, which no sound tablet makes: the greater is kept, so that all tablets agree.
    pub clashes: Vec<Dot>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unmergeable {
    /// The other side's copy is a part of a file, or no file.
    Untidy(Untidy),
    /// One id, two kinds of file.
    OtherKind { mine: String, theirs: String },
}

/// Takes the other side's changes into this side's file (`None`: this side has no such file).
pub fn merge(
    id: crate::domain::id::FileId,
    mine: Option<&File>,
    mut theirs: Pack,
) -> Result<Merged, Unmergeable> {
    let own = mine.map_or(&[][..], File::changes);
    if let Some(mine) = mine.filter(|mine| mine.kind != theirs.kind) {
        return Err(Unmergeable::OtherKind { mine: mine.kind.clone(), theirs: theirs.kind });
    }
    let mut union: BTreeMap<Dot, Change> = own.iter().map(|change| (change.dot, change.clone())).collect();
    let mut clashes = Vec::new();
    let (mut taken, mut shared) = (0, 0);
    theirs.keep_extra(mine.map(|mine| mine.extra.clone()).unwrap_or_default());
    for change in theirs.changes {
        match union.get_mut(&change.dot) {
            None => {
                taken += 1;
                union.insert(change.dot, change);
            }
            Some(known) => {
                shared += 1;
                if *known != change {
                    // An erased change has lost its content on one side only: that is no clash.
                    if !known.sets.is_empty() && !change.sets.is_empty() {
                        clashes.push(change.dot);
                    }
                    if change > *known {
                        *known = change;
                    }
                }
            }
        }
    }
    let pack = Pack { kind: theirs.kind, changes: union.into_values().collect(), extra: theirs.extra };
    let file = File::from_pack(id, pack).map_err(Unmergeable::Untidy)?;
    if let Some(emptied) = file.emptied_without_erasure() {
        return Err(Unmergeable::Untidy(Untidy::Missing(emptied)));
    }
    Ok(Merged { file, taken, own: own.len().saturating_sub(shared), clashes })
}

/// The highest number that `device` has used in these changes: a tablet that finds its own number beyond its counter has been
/// restored or copied, and takes a new device id before it writes.
pub fn highest_of(device: DeviceId, changes: &[Change]) -> Option<u32> {
    changes.iter().filter(|change| change.dot.device == device).map(|change| change.dot.counter).max()
}
