//! What a change had seen: the order of a file's changes and the question "had this one seen that one?".
//!
//! Changes name their parents, so a file is a directed acyclic graph. Most files are a single line of changes, for which the
//! answer is a comparison of positions; others are split into lines, and each change keeps how far it had seen along each.
use crate::register::change::{Change, Dot};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// Positions × lines that a file may need at most (a register made by people needs a few thousand).
const MOST_CELLS: usize = 40_000_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untidy {
    /// A change names this one and it is not there, or its content is gone and the erasure that took it is not there: the file
    /// is a part of a file.
    Missing(Dot),
    /// Changes that name each other in a circle, or more branches than any register has: no tablet wrote this.
    Tangled,
}

/// For changes in their canonical order: who had seen whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// The line of each change; empty while the file is one line.
    line: Vec<u32>,
    /// Per change and line, how many of that line's positions it had seen: position + 1 of the last one, 0 for none.
    reach: Vec<u32>,
    lines: usize,
}

impl Seen {
    /// Had the change at `later` seen the one at `earlier`? A change has seen itself.
    pub fn covers(&self, later: usize, earlier: usize) -> bool {
        if self.line.is_empty() {
            return later >= earlier;
        }
        let Some(line) = self.line.get(earlier) else { return false };
        self.reach.get(later * self.lines + *line as usize).is_some_and(|reach| *reach as usize > earlier)
    }
}

/// Puts changes into the canonical order (parents first, then by time and dot) and finds out who had seen whom.
pub fn order(mut changes: Vec<Change>) -> Result<(Vec<Change>, Seen), Untidy> {
    changes.sort_unstable_by_key(|change| (change.at, change.dot));
    if is_one_line(&changes) {
        return Ok((changes, Seen::default()));
    }
    let changes = parents_first(changes)?;
    let seen = reach(&changes)?;
    Ok((changes, seen))
}

fn is_one_line(changes: &[Change]) -> bool {
    let mut previous: Option<Dot> = None;
    changes.iter().all(|change| {
        let follows = change.after.as_slice() == previous.as_slice();
        previous = Some(change.dot);
        follows
    })
}

fn parents_first(changes: Vec<Change>) -> Result<Vec<Change>, Untidy> {
    let place: BTreeMap<Dot, usize> = changes.iter().enumerate().map(|(i, c)| (c.dot, i)).collect();
    let mut waiting = vec![0usize; changes.len()];
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); changes.len()];
    for (i, change) in changes.iter().enumerate() {
        for parent in &change.after {
            let p = *place.get(parent).ok_or(Untidy::Missing(*parent))?;
            if let (Some(list), Some(count)) = (children.get_mut(p), waiting.get_mut(i)) {
                list.push(i);
                *count += 1;
            }
        }
    }
    // The slice is sorted by (time, dot), so the smallest free index is the canonical next one.
    let mut free: BinaryHeap<Reverse<usize>> =
        waiting.iter().enumerate().filter(|(_, count)| **count == 0).map(|(i, _)| Reverse(i)).collect();
    let mut order = Vec::with_capacity(changes.len());
    while let Some(Reverse(i)) = free.pop() {
        order.push(i);
        for child in children.get(i).into_iter().flatten() {
            if let Some(count) = waiting.get_mut(*child) {
                *count -= 1;
                if *count == 0 {
                    free.push(Reverse(*child));
                }
            }
        }
    }
    if order.len() < changes.len() {
        return Err(Untidy::Tangled);
    }
    let mut slots: Vec<Option<Change>> = changes.into_iter().map(Some).collect();
    Ok(order.into_iter().filter_map(|i| slots.get_mut(i).and_then(Option::take)).collect())
}

fn reach(changes: &[Change]) -> Result<Seen, Untidy> {
    let place: BTreeMap<Dot, usize> = changes.iter().enumerate().map(|(i, c)| (c.dot, i)).collect();
    let parents =
        |change: &Change| change.after.iter().filter_map(|dot| place.get(dot).copied()).collect::<Vec<_>>();
    // A change continues the line of a parent that is still that line's last; otherwise it begins a line.
    let mut line: Vec<u32> = Vec::with_capacity(changes.len());
    let mut last_of_line: Vec<usize> = Vec::new();
    for (i, change) in changes.iter().enumerate() {
        let continued = parents(change)
            .into_iter()
            .filter_map(|p| line.get(p).map(|l| (p, *l)))
            .find(|(p, l)| last_of_line.get(*l as usize) == Some(p));
        match continued {
            Some((_, l)) => {
                line.push(l);
                if let Some(last) = last_of_line.get_mut(l as usize) {
                    *last = i;
                }
            }
            None => {
                line.push(last_of_line.len() as u32);
                last_of_line.push(i);
            }
        }
    }
    let lines = last_of_line.len();
    if lines.saturating_mul(changes.len()) > MOST_CELLS {
        return Err(Untidy::Tangled);
    }
    let mut reach: Vec<u32> = Vec::with_capacity(lines * changes.len());
    for (i, change) in changes.iter().enumerate() {
        let mut row = vec![0u32; lines];
        for parent in parents(change) {
            let seen = reach.get(parent * lines..(parent + 1) * lines).unwrap_or_default();
            row.iter_mut().zip(seen).for_each(|(mine, theirs)| *mine = (*mine).max(*theirs));
        }
        if let Some(own) = line.get(i).and_then(|l| row.get_mut(*l as usize)) {
            *own = i as u32 + 1;
        }
        reach.extend(row);
    }
    Ok(Seen { line, reach, lines })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::change::{Act, DeviceId};
    use crate::register::clock::Hlc;

    fn dot(n: u32) -> Dot {
        Dot { device: DeviceId(1), counter: n, tag: 0 }
    }

    fn change(n: u32, at: u64, after: &[u32]) -> Change {
        Change {
            dot: dot(n),
            after: after.iter().map(|n| dot(*n)).collect(),
            at: Hlc { ms: at, n: 0 },
            by: Default::default(),
            act: Act::EDIT,
            sets: Default::default(),
            extra: Default::default(),
        }
    }

    fn names(changes: &[Change]) -> Vec<u32> {
        changes.iter().map(|c| c.dot.counter).collect()
    }

    #[test]
    fn a_line_of_changes_is_seen_in_order() {
        let (changes, seen) =
            order(vec![change(2, 20, &[1]), change(1, 10, &[]), change(3, 30, &[2])]).unwrap();
        assert_eq!(names(&changes), [1, 2, 3]);
        assert!(seen.covers(2, 0) && seen.covers(1, 1) && !seen.covers(0, 1));
    }

    #[test]
    fn two_branches_have_not_seen_each_other_until_they_meet() {
        // 1 → 2 → 4, 1 → 3, (4, 3) → 5; the clock of 3 is behind its parent's.
        let input = vec![
            change(1, 10, &[]),
            change(2, 20, &[1]),
            change(3, 5, &[1]),
            change(4, 21, &[2]),
            change(5, 40, &[4, 3]),
        ];
        let (changes, seen) = order(input).unwrap();
        assert_eq!(names(&changes), [1, 3, 2, 4, 5]);
        let at = |n: u32| changes.iter().position(|c| c.dot.counter == n).unwrap();
        for (later, earlier, expected) in [
            (4, 2, true),
            (4, 3, false),
            (3, 2, false),
            (3, 1, true),
            (5, 3, true),
            (5, 2, true),
            (2, 5, false),
        ] {
            assert_eq!(seen.covers(at(later), at(earlier)), expected, "{later} saw {earlier}");
        }
    }

    #[test]
    fn parts_of_files_and_circles_are_refused() {
        assert_eq!(order(vec![change(2, 20, &[1])]).unwrap_err(), Untidy::Missing(dot(1)));
        assert_eq!(order(vec![change(1, 10, &[2]), change(2, 20, &[1])]).unwrap_err(), Untidy::Tangled);
    }
}
