//! Which child then is which child now.
use super::{Side, cells_of};
use crate::lists::compare::Comparison;
use crate::lists::compare::groups::said;
use crate::lists::rows::Whole;
use std::collections::HashMap;

/// A child in the earlier comparison and in the later one; at least in one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    pub then: Option<u32>,
    pub now: Option<u32>,
}

/// Every child of both comparisons, those of the later one first.
#[derive(Debug, Default)]
pub struct Pairs {
    all: Vec<Pair>,
    known_then: Known,
    known_now: Known,
}

/// What children of a comparison are known by, besides the number that leads each.
#[derive(Debug, Default)]
struct Known {
    numbers: HashMap<Whole, u32>,
    /// What rows without a whole number say; two such rows may say the same.
    said: HashMap<String, Vec<u32>>,
}

impl Known {
    fn of(side: Side) -> Known {
        let mut known = Known::default();
        let children = &side.comparison.children;
        for child in 0..children.len() {
            let leads = children.whole(child);
            for at in children.rows(child) {
                match side.lists.whole(*at) {
                    Some(whole) if leads != Some(whole) => {
                        known.numbers.entry(whole).or_insert(child);
                    }
                    Some(_) => {}
                    None => {
                        let held = known.said.entry(said(side.lists, *at)).or_default();
                        if held.last() != Some(&child) {
                            held.push(child);
                        }
                    }
                }
            }
        }
        known
    }

    fn by_number(&self, comparison: &Comparison, whole: Whole) -> Option<u32> {
        comparison.children.find(whole).or_else(|| self.numbers.get(&whole).copied())
    }

    /// The children that any row of another comparison's child speaks of.
    fn spoken_of(&self, comparison: &Comparison, side: Side, child: u32) -> Vec<u32> {
        let mut found = Vec::new();
        for at in side.comparison.rows(child) {
            match side.lists.whole(*at) {
                Some(whole) => found.extend(self.by_number(comparison, whole)),
                None => {
                    found.extend(self.said.get(&said(side.lists, *at)).map(Vec::as_slice).unwrap_or_default())
                }
            }
        }
        found
    }
}

fn is_same(then: Side, held: u32, now: Side, child: u32) -> bool {
    let mut same = true;
    cells_of(then, held, now, child, |_, _| same = false);
    same
}

impl Pairs {
    pub fn of(then: Side, now: Side) -> Pairs {
        let (known_then, known_now) = (Known::of(then), Known::of(now));
        let (before, after) = (&then.comparison.children, &now.comparison.children);
        let mut is_taken = vec![false; before.len() as usize];
        let mut all: Vec<Pair> =
            (0..after.len()).map(|child| Pair { then: None, now: Some(child) }).collect();
        let mut take = |pair: &mut Pair, child: u32| {
            if let Some(slot) = is_taken.get_mut(child as usize).filter(|taken| !**taken) {
                (*slot, pair.then) = (true, Some(child));
            }
        };
        // Whom one number leads both times, first.
        for (child, pair) in (0..).zip(&mut all) {
            if let Some(held) = after.whole(child).and_then(|whole| before.find(whole)) {
                take(pair, held);
            }
        }
        // Of rows that say the same of the child, those that say the same of everything first.
        for needs_same in [true, false] {
            for (child, pair) in (0..).zip(&mut all).filter(|(_, pair)| pair.then.is_none()) {
                for held in known_then.spoken_of(then.comparison, now, child) {
                    if pair.then.is_none() && (!needs_same || is_same(then, held, now, child)) {
                        take(pair, held);
                    }
                }
            }
        }
        let gone = (0..).zip(&is_taken).filter(|(_, taken)| !**taken);
        all.extend(gone.map(|(child, _)| Pair { then: Some(child), now: None }));
        Pairs { all, known_then, known_now }
    }

    pub fn all(&self) -> impl Iterator<Item = Pair> {
        self.all.iter().copied()
    }

    /// The child now that the rows of a child who has no counterpart speak of: they were found to be one.
    pub fn joined(&self, then: Side, now: Side, child: u32) -> Option<u32> {
        self.known_now.spoken_of(now.comparison, then, child).first().copied()
    }

    /// The child then that the rows of a child without a counterpart belonged to.
    pub fn parted(&self, then: Side, now: Side, child: u32) -> Option<u32> {
        self.known_then.spoken_of(then.comparison, now, child).first().copied()
    }
}
