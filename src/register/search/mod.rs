//! Finding a child as one types: by name, pinyin, initials or a mixture (`张xm`), by three or more digits of any number, by
//! village or school. Terms parted by spaces must all hold.
//!
//! Everything lies in a few contiguous arrays that are read from end to end: no allocation per row, and a filter word a
//! row, so that most rows cost one comparison. 20,000 children take well under a frame on a slow tablet.
pub mod filter;
pub mod marks;
mod spelling;
mod terms;
#[cfg(test)]
mod tests;

use crate::domain::id::FileId;
use spelling::{by_pinyin, near_order, spell, walk};
use std::collections::HashMap;
use std::ops::Range;
use terms::{SEPARATOR, Term, digits_of, filter_of_digits, find_digits, terms_of};

/// What a file can be found by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry<'a> {
    pub name: &'a str,
    /// Former name, guardians: found after the child's own name.
    pub other_names: &'a [&'a str],
    /// Identity, roll and certificate numbers, telephones.
    pub numbers: &'a [&'a str],
    /// Village, town, school: short texts that many files share. Not whole addresses.
    pub texts: &'a [&'a str],
}

/// How well a file answers, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Rank {
    /// The whole name, or a whole number.
    Exact,
    /// All initials, or the whole pinyin.
    Spelt,
    NamePrefix,
    SpeltPrefix,
    NamePart,
    NumberPart,
    OtherName,
    Text,
}

const NO_HIT: u8 = u8::MAX;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hits {
    /// How many files answer in all.
    pub total: usize,
    /// The best of them, best first, as many as were asked for.
    pub ids: Vec<FileId>,
}

#[derive(Clone, Debug)]
struct Row {
    id: FileId,
    names: Range<u32>,
    numbers: Range<u32>,
    texts: Range<u32>,
    /// Bits of the runs of three digits in `numbers`; 0 in a row that was taken out.
    filter: u64,
    /// Where the own name stands in the order of names, nearly.
    order: u64,
    alive: bool,
}

#[derive(Clone, Debug)]
struct NameSlot {
    row: u32,
    spelling: Range<u32>,
    /// Bits of the characters and initials; 0 in a row that was taken out.
    filter: u64,
    own: bool,
}

/// The search index of a register.
#[derive(Clone, Debug, Default)]
pub struct Index {
    rows: Vec<Row>,
    by_id: HashMap<FileId, u32>,
    names: Vec<NameSlot>,
    /// Spellings of names and of shared texts.
    spellings: Vec<u8>,
    numbers: Vec<u8>,
    /// Shared texts of the rows, as places in `shared`.
    texts: Vec<u32>,
    shared: Vec<Range<u32>>,
    shared_at: HashMap<String, u32>,
}

impl Index {
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// Adds a file, or replaces what it was found by.
    pub fn put(&mut self, id: FileId, entry: Entry) {
        self.take_out(id);
        let at = self.rows.len() as u32;
        let names_from = self.names.len() as u32;
        for (n, name) in std::iter::once(&entry.name).chain(entry.other_names).enumerate() {
            let (spelling, filter) = self.push_spelling(name);
            if !spelling.is_empty() {
                self.names.push(NameSlot { row: at, spelling, filter, own: n == 0 });
            }
        }
        let numbers_from = self.numbers.len() as u32;
        let filter = self.push_numbers(entry.numbers);
        let texts_from = self.texts.len() as u32;
        for text in entry.texts.iter().filter(|text| !text.is_empty()) {
            let place = self.share(text);
            self.texts.push(place);
        }
        let own = self
            .names
            .get(names_from as usize)
            .map(|slot| near_order(slice(&self.spellings, &slot.spelling)));
        self.rows.push(Row {
            id,
            order: own.unwrap_or_default(),
            names: names_from..self.names.len() as u32,
            numbers: numbers_from..self.numbers.len() as u32,
            texts: texts_from..self.texts.len() as u32,
            filter,
            alive: true,
        });
        self.by_id.insert(id, at);
        if self.rows.len() > 64 && self.rows.len() > 2 * self.by_id.len() {
            self.compact();
        }
    }

    pub fn remove(&mut self, id: FileId) {
        self.take_out(id);
    }

    /// The files that answer every term, best first, by pinyin among equals. A blank text finds nothing.
    pub fn query(&self, text: &str, limit: usize) -> Hits {
        let mut ranks: Option<Vec<u8>> = None;
        for term in terms_of(text) {
            let found = self.ranks(&term);
            ranks = Some(match ranks {
                None => found,
                Some(before) => {
                    before.into_iter().zip(found).map(|(one, other)| one.saturating_add(other)).collect()
                }
            });
        }
        let ranks = ranks.unwrap_or_default();
        // Rank and nearly the whole order of names in one word: what is cut off is told apart by it alone.
        let key = |rank: u8, row: &Row| u64::from(rank) << 56 | row.order >> 8;
        let hits = ranks
            .iter()
            .zip(&self.rows)
            .zip(0_u32..)
            .filter(|((rank, row), _)| **rank != NO_HIT && row.alive);
        let mut hits: Vec<(u64, u32)> = hits.map(|((rank, row), at)| (key(*rank, row), at)).collect();
        let total = hits.len();
        if limit < total {
            hits.select_nth_unstable(limit);
            hits.truncate(limit);
        }
        let mut best: Vec<(u64, &Row)> =
            hits.into_iter().filter_map(|(key, at)| Some((key, self.rows.get(at as usize)?))).collect();
        best.sort_unstable_by(|one, other| {
            let names = || by_pinyin(self.own_spelling(one.1), self.own_spelling(other.1));
            one.0.cmp(&other.0).then_with(names).then(one.1.id.cmp(&other.1.id))
        });
        Hits { total, ids: best.into_iter().map(|(_, row)| row.id).collect() }
    }

    fn ranks(&self, term: &Term) -> Vec<u8> {
        let mut ranks = vec![NO_HIT; self.rows.len()];
        let mut better = |row: u32, rank: Rank| {
            if let Some(best) = ranks.get_mut(row as usize) {
                *best = (*best).min(rank as u8);
            }
        };
        match term {
            Term::Digits(digits) => {
                let wanted = filter_of_digits(digits);
                for (row, at) in
                    self.rows.iter().zip(0_u32..).filter(|(row, _)| row.filter & wanted == wanted)
                {
                    match find_digits(slice(&self.numbers, &row.numbers), digits) {
                        Some(true) => better(at, Rank::Exact),
                        Some(false) => better(at, Rank::NumberPart),
                        None => {}
                    }
                }
            }
            Term::Letters { text, wanted, latin } => {
                for slot in self.names.iter().filter(|slot| slot.filter & wanted == *wanted) {
                    let spelling = slice(&self.spellings, &slot.spelling);
                    let rank = match (find(spelling, text), slot.own) {
                        (None, _) => continue,
                        (Some(_), false) => Rank::OtherName,
                        (Some(Place::Whole), _) if *latin => Rank::Spelt,
                        (Some(Place::Whole), _) => Rank::Exact,
                        (Some(Place::Start), _) if *latin => Rank::SpeltPrefix,
                        (Some(Place::Start), _) => Rank::NamePrefix,
                        (Some(Place::Inside), _) => Rank::NamePart,
                    };
                    better(slot.row, rank);
                }
                // One Latin letter is the initial of half of all villages: it says nothing.
                if text.len() > 1 {
                    let matches = |place: &Range<u32>| find(slice(&self.spellings, place), text).is_some();
                    let shared: Vec<bool> = self.shared.iter().map(matches).collect();
                    let hit = |place: &u32| shared.get(*place as usize).copied().unwrap_or_default();
                    for (row, at) in self.rows.iter().zip(0_u32..) {
                        if slice(&self.texts, &row.texts).iter().any(hit) {
                            better(at, Rank::Text);
                        }
                    }
                }
            }
        }
        ranks
    }

    fn own_spelling(&self, row: &Row) -> &[u8] {
        let slot = self.names.get(row.names.start as usize).filter(|_| !row.names.is_empty());
        slot.map_or(&[][..], |slot| slice(&self.spellings, &slot.spelling))
    }

    fn take_out(&mut self, id: FileId) {
        let Some(row) = self.by_id.remove(&id).and_then(|at| self.rows.get_mut(at as usize)) else { return };
        (row.alive, row.filter) = (false, 0);
        let names = row.names.start as usize..row.names.end as usize;
        self.names.get_mut(names).unwrap_or_default().iter_mut().for_each(|slot| slot.filter = 0);
    }

    fn push_spelling(&mut self, text: &str) -> (Range<u32>, u64) {
        let from = self.spellings.len() as u32;
        let filter = spell(text, &mut self.spellings);
        (from..self.spellings.len() as u32, filter)
    }

    fn push_numbers(&mut self, numbers: &[&str]) -> u64 {
        let from = self.numbers.len();
        let mut filter = 0;
        let cleaned: Vec<String> = numbers.iter().map(|number| digits_of(number)).collect();
        for (n, number) in cleaned.iter().enumerate() {
            // A roll number repeats the identity number and a certificate begins with it: the longest is kept.
            let holds = |(other, text): (usize, &String)| {
                other != n && text.contains(number.as_str()) && (text.len() > number.len() || other < n)
            };
            if number.is_empty() || cleaned.iter().enumerate().any(holds) {
                continue;
            }
            filter |= filter_of_digits(number.as_bytes());
            if self.numbers.len() > from {
                self.numbers.push(SEPARATOR);
            }
            self.numbers.extend_from_slice(number.as_bytes());
        }
        filter
    }

    fn share(&mut self, text: &str) -> u32 {
        if let Some(place) = self.shared_at.get(text) {
            return *place;
        }
        let (spelling, _) = self.push_spelling(text);
        let place = self.shared.len() as u32;
        self.shared.push(spelling);
        self.shared_at.insert(text.to_owned(), place);
        place
    }

    /// Rebuilds the arrays without the rows that were taken out.
    fn compact(&mut self) {
        let old = std::mem::take(self);
        for (text, place) in old.shared_at {
            let (from, bytes) = (self.spellings.len() as u32, old.shared.get(place as usize));
            self.spellings.extend_from_slice(bytes.map_or(&[], |range| slice(&old.spellings, range)));
            let new = self.shared.len() as u32;
            self.shared.push(from..self.spellings.len() as u32);
            self.shared_at.insert(text, new);
            // Texts are renumbered below through this place.
            self.texts.push(place);
        }
        let mut renumbered = vec![0; self.texts.len()];
        for (new, old_place) in std::mem::take(&mut self.texts).into_iter().enumerate() {
            if let Some(slot) = renumbered.get_mut(old_place as usize) {
                *slot = new as u32;
            }
        }
        for row in old.rows.iter().filter(|row| row.alive) {
            let at = self.rows.len() as u32;
            let names_from = self.names.len() as u32;
            for slot in slice(&old.names, &row.names) {
                let from = self.spellings.len() as u32;
                self.spellings.extend_from_slice(slice(&old.spellings, &slot.spelling));
                self.names.push(NameSlot {
                    row: at,
                    spelling: from..self.spellings.len() as u32,
                    ..slot.clone()
                });
            }
            let (numbers_from, texts_from) = (self.numbers.len() as u32, self.texts.len() as u32);
            self.numbers.extend_from_slice(slice(&old.numbers, &row.numbers));
            let places =
                slice(&old.texts, &row.texts).iter().filter_map(|place| renumbered.get(*place as usize));
            self.texts.extend(places);
            self.by_id.insert(row.id, at);
            self.rows.push(Row {
                names: names_from..self.names.len() as u32,
                numbers: numbers_from..self.numbers.len() as u32,
                texts: texts_from..self.texts.len() as u32,
                ..row.clone()
            });
        }
    }
}

fn slice<'a, T>(all: &'a [T], range: &Range<u32>) -> &'a [T] {
    all.get(range.start as usize..range.end as usize).unwrap_or_default()
}

enum Place {
    Whole,
    Start,
    Inside,
}

/// Where a term stands in a spelling: from its first character, or from a later one.
fn find(spelling: &[u8], term: &[u8]) -> Option<Place> {
    match walk(spelling, term) {
        Some(true) => return Some(Place::Whole),
        Some(false) => return Some(Place::Start),
        None => {}
    }
    let mut rest = spelling;
    while let Some(end) = rest.iter().position(|b| *b == b';') {
        rest = rest.get(end + 1..).unwrap_or_default();
        if !rest.is_empty() && walk(rest, term).is_some() {
            return Some(Place::Inside);
        }
    }
    None
}
