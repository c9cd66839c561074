//! What changed between two comparisons of the same county: who came into a set or a list, who left it and why, and which
//! cells say something else. Pure: two comparisons in, [`Changes`] out.
//!
//! A child then and a child now are one where they share a whole number, else where a row without one says the very same. Each
//! child has at most one counterpart, so that the earlier set, less who left, more who came, is the later one.
mod pairs;
mod turns;

pub use turns::{Attended, Turn};

use crate::domain::date::Date;
use crate::lists::columns::ListKind;
use crate::lists::compare::child::Rows;
use crate::lists::compare::lists::on_row;
use crate::lists::compare::{At, Comparison, Days, Lists, Member, Origin, Set, Standing};
use crate::lists::said::Said;
use crate::lists::taking::ListRow;
use pairs::{Pair, Pairs};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A comparison with the lists that it is of.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    pub lists: &'a Lists,
    pub comparison: &'a Comparison,
}

impl<'a> Side<'a> {
    fn rows(self, child: u32) -> Rows<'a> {
        Rows { lists: self.lists, rows: self.comparison.rows(child) }
    }

    /// The first row that a list has of the child.
    fn row(self, child: u32, from: Origin) -> Option<At> {
        self.comparison.rows(child).iter().copied().find(|at| at.from == from)
    }

    fn standing(self, child: Option<u32>) -> Standing {
        child.map(|child| self.comparison.standing(child)).unwrap_or_default()
    }
}

/// Whose change is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Of {
    Set(Set),
    List(Origin),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    Came,
    Left,
    /// Stayed, and a row says something else: in the column of this key, or in any.
    Differs(Option<String>),
}

/// How many children came, left, and stayed with other words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub then: u32,
    pub now: u32,
    pub came: u32,
    pub left: u32,
    pub differs: u32,
}

impl Tally {
    fn count(&mut self, then: bool, now: bool, differs: bool) {
        self.then += u32::from(then);
        self.now += u32::from(now);
        self.came += u32::from(now && !then);
        self.left += u32::from(then && !now);
        self.differs += u32::from(then && now && differs);
    }

    pub fn is_still(self) -> bool {
        self.came + self.left + self.differs == 0
    }
}

/// A list then and now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListChange {
    pub then_of: Option<Date>,
    pub now_of: Option<Date>,
    pub tally: Tally,
    /// Column → rows of children that stayed and say something else in it.
    pub columns: BTreeMap<String, u32>,
}

/// The figures of what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    pub then: Days,
    pub now: Days,
    /// The sets that the lists decide, then and now.
    pub sets: BTreeMap<Set, Tally>,
    pub lists: BTreeMap<Origin, ListChange>,
}

/// A cell that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellTurn {
    pub from: Origin,
    /// A key of the list's columns.
    pub column: String,
    pub then: Said,
    pub now: Said,
}

/// A child of a change, with everything that turned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The child in the earlier comparison; `None` where it stood nowhere.
    pub then: Option<Member>,
    pub now: Option<Member>,
    pub turns: Vec<Turn>,
    pub cells: Vec<CellTurn>,
}

/// What changed between two comparisons.
#[derive(Debug, Default)]
pub struct Changes {
    pairs: Pairs,
    /// Pair, list and column, in this order.
    cells: Vec<(u32, Origin, &'static str)>,
    figures: Figures,
}

impl Changes {
    pub fn between(then: Side, now: Side) -> Changes {
        let pairs = Pairs::of(then, now);
        let mut cells = Vec::new();
        for (at, pair) in (0..).zip(pairs.all()) {
            if let (Some(one), Some(other)) = (pair.then, pair.now) {
                cells_of(then, one, now, other, |from, column| cells.push((at, from, column)));
            }
        }
        let mut changes = Changes { pairs, cells, figures: Figures::default() };
        changes.figures = changes.count(then, now);
        changes
    }

    pub fn figures(&self) -> &Figures {
        &self.figures
    }

    fn count(&self, then: Side, now: Side) -> Figures {
        let (days, days_now) = (then.comparison.days, now.comparison.days);
        let mut figures = Figures { then: days, now: days_now, ..Figures::default() };
        let is_decided = |set: &Set| {
            then.comparison.counts.get(*set).is_some() && now.comparison.counts.get(*set).is_some()
        };
        let sets: Vec<Set> = Set::ALL.into_iter().filter(is_decided).collect();
        let mut tallies = vec![Tally::default(); sets.len()];
        let there: Vec<Origin> =
            Origin::ALL.into_iter().filter(|from| then.lists.has(*from) || now.lists.has(*from)).collect();
        for from in &there {
            let list = figures.lists.entry(*from).or_default();
            (list.then_of, list.now_of) = (then.lists.as_of(*from), now.lists.as_of(*from));
        }
        for (at, pair) in (0..).zip(self.pairs.all()) {
            let cells = self.cells_at(at);
            let (before, after) = (then.standing(pair.then), now.standing(pair.now));
            for (set, tally) in sets.iter().zip(&mut tallies) {
                tally.count(before.is(*set), after.is(*set), !cells.is_empty());
            }
            for from in &there {
                let on = |side: Side, child: Option<u32>| {
                    child.is_some_and(|child| side.row(child, *from).is_some())
                };
                let differs = cells.iter().any(|(_, origin, _)| origin == from);
                if let Some(list) = figures.lists.get_mut(from) {
                    list.tally.count(on(then, pair.then), on(now, pair.now), differs);
                }
            }
            for (_, from, column) in cells {
                let Some(list) = figures.lists.get_mut(from) else { continue };
                match list.columns.get_mut(*column) {
                    Some(count) => *count += 1,
                    None => drop(list.columns.insert((*column).to_owned(), 1)),
                }
            }
        }
        figures.sets = sets.into_iter().zip(tallies).collect();
        figures
    }

    fn cells_at(&self, pair: u32) -> &[(u32, Origin, &'static str)] {
        let from = self.cells.partition_point(|(at, ..)| *at < pair);
        let to = self.cells.partition_point(|(at, ..)| *at <= pair);
        self.cells.get(from..to).unwrap_or_default()
    }

    /// A window of the children of a change, in the order of their numbers now, those who are nowhere now last; and how many
    /// there are.
    pub fn window(
        &self,
        then: Side,
        now: Side,
        (of, how): (Of, &How),
        from: u32,
        count: u32,
    ) -> (u32, Vec<Changed>) {
        let stands = |side: Side, child: Option<u32>| match of {
            Of::Set(set) => side.standing(child).is(set),
            Of::List(list) => child.is_some_and(|child| side.row(child, list).is_some()),
        };
        let differs = |at: u32, column: &Option<String>| {
            self.cells_at(at).iter().any(|(_, list, key)| {
                column.as_deref().is_none_or(|wanted| wanted == *key)
                    && (of == Of::List(*list) || matches!(of, Of::Set(_)))
            })
        };
        let holds = |at: u32, pair: Pair| match (stands(then, pair.then), stands(now, pair.now), how) {
            (false, true, How::Came) | (true, false, How::Left) => true,
            (true, true, How::Differs(column)) => differs(at, column),
            _ => false,
        };
        let found: Vec<(u32, Pair)> =
            (0..).zip(self.pairs.all()).filter(|(at, pair)| holds(*at, *pair)).collect();
        let window = found.iter().skip(from as usize).take(count as usize);
        let told = window.map(|(at, pair)| self.told(then, now, *at, *pair)).collect();
        (found.len() as u32, told)
    }

    fn told(&self, then: Side, now: Side, at: u32, pair: Pair) -> Changed {
        let member = |side: Side, child: Option<u32>| Some(side.comparison.member(side.lists, child?));
        let cell = |(_, from, column): &(u32, Origin, &'static str)| {
            let says = |side: Side, child: Option<u32>| {
                child
                    .and_then(|child| side.row(child, *from))
                    .map(|at| said(side.lists, at, column))
                    .unwrap_or_default()
            };
            let (before, after) = (says(then, pair.then), says(now, pair.now));
            CellTurn { from: *from, column: (*column).to_owned(), then: before, now: after }
        };
        Changed {
            then: member(then, pair.then),
            now: member(now, pair.now),
            turns: turns::of(then, now, pair, &self.pairs),
            cells: self.cells_at(at).iter().map(cell).collect(),
        }
    }
}

/// Says the columns in which a child's rows then and now differ.
fn cells_of(then: Side, one: u32, now: Side, other: u32, mut say: impl FnMut(Origin, &'static str)) {
    let mut last = None;
    for at in now.comparison.rows(other) {
        // A list that says two rows of a child says its first one.
        if last == Some(at.from) {
            continue;
        }
        last = Some(at.from);
        let Some(before) = then.row(one, at.from) else { continue };
        for column in differing(then.lists, before, now.lists, *at) {
            say(at.from, column);
        }
    }
}

/// Columns that are other in every list, or that follow from others.
const UNTOLD: [&str; 2] = ["called_on", "caller"];

/// Whether a field is told of: a column of the list, or the carers of one.
fn is_told(kind: ListKind, key: &str) -> bool {
    (kind.list().column(key).is_some() || key == "carers") && !UNTOLD.contains(&key)
}

fn differing(then: &Lists, one: At, now: &Lists, other: At) -> Vec<&'static str> {
    fn differing<R: ListRow>(one: &R, other: &R) -> Vec<&'static str> {
        match one == other {
            true => Vec::new(),
            false => {
                let told = |key: &&'static str| is_told(R::KIND, key) && one.said(key) != other.said(key);
                one.differing(other).into_iter().filter(told).collect()
            }
        }
    }
    macro_rules! both {
        ($list:ident) => {
            then.$list
                .rows
                .get(one.row as usize)
                .zip(now.$list.rows.get(other.row as usize))
                .map(|((_, one), (_, other))| differing(one, other))
        };
    }
    on_row!(other.from, both).unwrap_or_default()
}

fn said(lists: &Lists, at: At, key: &str) -> Said {
    macro_rules! says {
        ($list:ident) => {
            lists.$list.rows.get(at.row as usize).map(|(_, row)| row.said(key))
        };
    }
    on_row!(at.from, says).unwrap_or_default()
}
