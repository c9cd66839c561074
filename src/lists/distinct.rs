//! One row a child or school within a list: the fullest stays, and what the others say besides is not lost.
use crate::lists::issue::{Counts, Fault, Issue, Place, Weight};
use crate::lists::taking::{Key, ListRow, Taken};
use std::collections::HashMap;

/// Rows that may be one.
#[derive(PartialEq, Eq, Hash)]
enum Slot<'a, R> {
    Key(Key<'a>),
    /// A row without a usable key is only ever one with a row that says the very same.
    Same(&'a R),
}

/// What becomes of a row.
#[derive(Clone, Copy)]
enum Fate {
    Kept,
    /// Kept, but its key tells no one: another name stands with it there.
    Blocked(usize),
    /// Left out in favour of that one.
    Left(usize),
}

/// Leaves one row a key: the fullest, of equally full ones the first in the order of their contents, never of their
/// places. One key with two names stays two rows, both without a usable key.
pub(super) fn one_each<R: ListRow>(taken: &mut Taken<R>) {
    let fates = fates(&taken.rows);
    let Some(fates) = fates else { return };
    let mut extra: Vec<(usize, usize)> = Vec::new();
    for (at, fate) in fates.iter().enumerate() {
        let Some((place, row)) = taken.rows.get(at) else { continue };
        let (other, blocked) = match fate {
            Fate::Kept => continue,
            Fate::Blocked(other) => (*other, true),
            Fate::Left(stead) => (*stead, false),
        };
        let Some((other_place, other_row)) = taken.rows.get(other) else { continue };
        let found = label(row);
        let issue = |fault: Fault, weight: Weight| Issue {
            place: *place,
            field: String::new(),
            fault,
            weight,
            found,
        };
        if blocked {
            taken.issues.push(issue(Fault::NumberOfTwo { other: *other_place }, Weight::Doubt));
            continue;
        }
        taken.duplicates.push((*place, *other_place));
        let fields: Vec<String> = row.differing(other_row).into_iter().map(str::to_owned).collect();
        let fault = match fields.is_empty() {
            true => Fault::SameRow { other: *other_place },
            false => Fault::SameNumber { other: *other_place, fields },
        };
        let weight = fault.weight();
        taken.issues.push(issue(fault, weight));
        extra.push((other, at));
    }
    let left_out: Vec<(usize, R)> =
        extra.into_iter().filter_map(|(to, from)| Some((to, taken.rows.get(from)?.1.clone()))).collect();
    for (to, row) in &left_out {
        if let Some((_, kept)) = taken.rows.get_mut(*to) {
            kept.absorb(row);
        }
    }
    let all = std::mem::take(&mut taken.rows);
    let stays = |((place, mut row), fate): ((Place, R), Fate)| match fate {
        Fate::Kept => Some((place, row)),
        Fate::Blocked(_) => {
            row.block();
            Some((place, row))
        }
        Fate::Left(_) => None,
    };
    taken.rows = all.into_iter().zip(fates).filter_map(stays).collect();
}

/// One row a key of rows that come from several batches.
pub(super) fn settled<R: ListRow>(rows: Vec<(Place, R)>) -> Vec<(Place, R)> {
    let mut taken = Taken {
        sources: Vec::new(),
        rows,
        issues: Vec::new(),
        dropped: Vec::new(),
        duplicates: Vec::new(),
        invalid: Vec::new(),
        counts: Counts::default(),
        as_of: None,
    };
    one_each(&mut taken);
    taken.rows
}

/// `None` where every row stays as it is.
fn fates<R: ListRow>(rows: &[(Place, R)]) -> Option<Vec<Fate>> {
    let mut slots: HashMap<Slot<R>, Vec<usize>> = HashMap::with_capacity(rows.len());
    for (at, (_, row)) in rows.iter().enumerate() {
        slots.entry(row.key().map_or(Slot::Same(row), Slot::Key)).or_default().push(at);
    }
    if slots.len() == rows.len() {
        return None;
    }
    let mut fates = vec![Fate::Kept; rows.len()];
    let row = |at: usize| rows.get(at).map(|(_, row)| row);
    for (slot, held) in slots.into_iter().filter(|(_, held)| held.len() > 1) {
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        for at in held {
            let whose = row(at).map(|row| row.whose().into_owned()).unwrap_or_default();
            by_name.entry(whose).or_default().push(at);
        }
        // A row without a name goes with whoever has the number.
        if by_name.len() == 2
            && let Some(nameless) = by_name.remove("")
            && let Some(named) = by_name.values_mut().next()
        {
            named.extend(nameless);
        }
        let mut bests: Vec<(usize, Vec<usize>)> = Vec::new();
        for held in by_name.into_values() {
            let full = |at: &usize| row(*at).map(|row| (row.fullness(), std::cmp::Reverse(row)));
            let Some(best) = held.iter().copied().max_by(|a, b| full(a).cmp(&full(b)).then(b.cmp(a))) else {
                continue;
            };
            bests.push((best, held));
        }
        bests.sort_unstable();
        let blocked = bests.len() > 1 && matches!(slot, Slot::Key(_));
        for (n, (best, held)) in bests.iter().enumerate() {
            for at in held.iter().filter(|at| *at != best) {
                if let Some(fate) = fates.get_mut(*at) {
                    *fate = Fate::Left(*best);
                }
            }
            let other = bests.get(if n == 0 { 1 } else { 0 }).map(|(other, _)| *other);
            if let (true, Some(other), Some(fate)) = (blocked, other, fates.get_mut(*best)) {
                *fate = Fate::Blocked(other);
            }
        }
    }
    Some(fates)
}

fn label<R: ListRow>(row: &R) -> String {
    match row.key() {
        Some(Key::Text(text)) => text.to_owned(),
        Some(Key::Number(number)) => number.to_string(),
        None => row.whose().into_owned(),
    }
}
