//! The manifest: the write number expected of every value, so that none can be swapped, put back or taken away unnoticed.
//!
//! It lies in 64 parts by hash of area and key, and a root with the parts' own numbers; a save rewrites the parts it touched
//! and the root. Parts and root are envelopes themselves. A part that was lost leaves a *gap*: its values still prove
//! themselves genuine, but not the latest, until a person settles it. Pure.
use super::envelope::Epoch;
use super::error::Damage;
use super::store::Area;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

pub const PARTS: u8 = 64;
/// The root's plain key in the store; its value is `epoch (4) · envelope`.
pub const ROOT: &str = "root";
/// The keyring's plain key in the store.
pub const KEYRING: &str = "keyring";
/// The root's key in its binding; no value's key begins with `~`.
pub const ROOT_BINDING: &str = "~root";

/// Where a value lies in the store.
pub fn value_key(epoch: Epoch, key: &str) -> String {
    format!("{:08x}/{key}", epoch.0)
}

/// Where a part lies in the store.
pub fn part_key(epoch: Epoch, part: u8) -> String {
    format!("{:08x}~{part:02}", epoch.0)
}

/// A part's key in its binding.
pub fn part_binding(part: u8) -> String {
    format!("~{part:02}")
}

/// The epoch of a key in the store, and whether the key is a part's.
pub fn epoch_of(key: &str) -> Option<(Epoch, bool)> {
    let (hex, rest) = key.split_at_checked(8)?;
    let epoch = u32::from_str_radix(hex, 16).ok()?;
    match rest.chars().next()? {
        '/' => Some((Epoch(epoch), false)),
        '~' => Some((Epoch(epoch), true)),
        _ => None,
    }
}

/// The part that a value belongs to (FNV-1a; spread matters, secrecy does not).
pub fn part_of(area: Area, key: &str) -> u8 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in std::iter::once(area.tag()).chain(key.bytes()) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    u8::try_from((hash ^ (hash >> 32)) % u64::from(PARTS)).unwrap_or(0)
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Entries were lost with an earlier form of this part.
    pub gap: bool,
    pub(super) entries: BTreeMap<Area, BTreeMap<String, u64>>,
}

impl Part {
    pub fn get(&self, area: Area, key: &str) -> Option<u64> {
        self.entries.get(&area)?.get(key).copied()
    }

    pub fn set(&mut self, area: Area, key: &str, number: Option<u64>) {
        let entries = self.entries.entry(area).or_default();
        match number {
            Some(number) => drop(entries.insert(key.to_owned(), number)),
            None => drop(entries.remove(key)),
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root {
    /// Of the last commit.
    pub number: u64,
    /// When it was, in milliseconds since 1970, as the tablet's clock had it.
    pub saved_at: u64,
    pub keyring: u64,
    /// The write number of each part, 0 for one that was never written.
    pub(super) parts: Vec<u64>,
    /// Damage to the manifest itself, until a person has settled it.
    pub scars: Vec<Damage>,
}

impl Root {
    pub fn part(&self, part: u8) -> u64 {
        self.parts.get(usize::from(part)).copied().unwrap_or(0)
    }

    pub fn set_part(&mut self, part: u8, number: u64) {
        if self.parts.len() <= usize::from(part) {
            self.parts.resize(usize::from(PARTS), 0);
        }
        if let Some(slot) = self.parts.get_mut(usize::from(part)) {
            *slot = number;
        }
    }

    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    pub root: Root,
    /// Shared until written: a save copies only the parts it touches.
    parts: BTreeMap<u8, Rc<Part>>,
}

impl Manifest {
    pub fn expected(&self, area: Area, key: &str) -> Option<u64> {
        self.parts.get(&part_of(area, key))?.get(area, key)
    }

    /// Whether the part that this value belongs to has lost entries.
    pub fn has_gap(&self, area: Area, key: &str) -> bool {
        self.parts.get(&part_of(area, key)).is_some_and(|part| part.gap)
    }

    pub fn part(&self, part: u8) -> Option<&Part> {
        self.parts.get(&part).map(Rc::as_ref)
    }

    pub fn set_part(&mut self, at: u8, part: Part) {
        self.parts.insert(at, Rc::new(part));
    }

    /// Sets or forgets an expected number; the root is the caller's to write.
    pub fn set(&mut self, area: Area, key: &str, number: Option<u64>) {
        Rc::make_mut(self.parts.entry(part_of(area, key)).or_default()).set(area, key, number);
    }

    /// Keys of an area that begin with a prefix, with their numbers, in order.
    pub fn entries(&self, area: Area, prefix: &str) -> Vec<(String, u64)> {
        let mut all: Vec<(String, u64)> = Vec::new();
        for part in self.parts.values() {
            let Some(entries) = part.entries.get(&area) else { continue };
            let from =
                entries.range::<str, _>((std::ops::Bound::Included(prefix), std::ops::Bound::Unbounded));
            let held = from.take_while(|(key, _)| key.starts_with(prefix));
            all.extend(held.map(|(key, number)| (key.clone(), *number)));
        }
        all.sort_unstable();
        all
    }

    /// The number of values in an area.
    pub fn count(&self, area: Area) -> usize {
        self.parts.values().filter_map(|part| part.entries.get(&area)).map(BTreeMap::len).sum()
    }

    /// The parts that were written to since `before`, of which this is a changed clone.
    pub fn changed_since(&self, before: &Manifest) -> BTreeSet<u8> {
        let same = |at: &u8, part: &Rc<Part>| before.parts.get(at).is_some_and(|old| Rc::ptr_eq(old, part));
        self.parts.iter().filter(|(at, part)| !same(at, part)).map(|(at, _)| *at).collect()
    }

    pub fn gaps(&self) -> Vec<u8> {
        self.parts.iter().filter(|(_, part)| part.gap).map(|(at, _)| *at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_take_their_share_of_keys() {
        let mut count = [0u32; PARTS as usize];
        for i in 0..64_000u32 {
            let key = format!("{:032x}", u128::from(i) * 0x9e37_79b9_7f4a_7c15);
            count[usize::from(part_of(Area::Files, &key))] += 1;
        }
        assert!(count.iter().all(|n| (700..1300).contains(n)), "{count:?}");
    }

    #[test]
    fn keys_in_the_store_tell_their_epoch() {
        for (key, want) in [
            (value_key(Epoch(10), "x"), Some((Epoch(10), false))),
            (part_key(Epoch(u32::MAX), 7), Some((Epoch(u32::MAX), true))),
            (ROOT.to_owned(), None),
            (KEYRING.to_owned(), None),
            ("writer".to_owned(), None),
            ("0000000a".to_owned(), None),
        ] {
            assert_eq!(epoch_of(&key), want, "{key}");
        }
    }

    #[test]
    fn entries_come_in_the_order_of_keys_and_read_back() {
        let mut manifest = Manifest::default();
        for key in ["b/2", "a", "b/1", "b", "c"] {
            manifest.set(Area::History, key, Some(5));
        }
        manifest.set(Area::History, "c", None);
        manifest.set(Area::Files, "b/3", Some(6));
        let keys =
            |prefix| manifest.entries(Area::History, prefix).into_iter().map(|(k, _)| k).collect::<Vec<_>>();
        assert_eq!(keys(""), ["a", "b", "b/1", "b/2"]);
        assert_eq!(keys("b/"), ["b/1", "b/2"]);
        assert_eq!(manifest.count(Area::History), 4);
        let part = manifest.part(part_of(Area::Files, "b/3")).unwrap();
        assert_eq!(Part::from_bytes(&part.to_bytes()).as_ref(), Some(part));
        let mut root = Root { number: 9, ..Root::default() };
        root.set_part(63, 4);
        assert_eq!(Root::from_bytes(&root.to_bytes()), Some(root.clone()));
        assert_eq!((root.part(63), root.part(0)), (4, 0));
    }
}
