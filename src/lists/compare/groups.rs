//! Rows that are one child: first by equal whole numbers alone, then with what a person confirmed.
use crate::domain::date::Date;
use crate::domain::identity::{fold_name, same_name};
use crate::lists::compare::{At, Lists, Origin};
use crate::lists::rows::{Number, Whole};
use serde::{Deserialize, Serialize};

/// Rows grouped; whoever has a whole number first, by it, then the others by what they say. The order of the lists' rows
/// changes no group and not their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Groups {
    wholes: Vec<Whole>,
    /// Where each group's rows begin; one more at the end.
    starts: Vec<u32>,
    rows: Vec<At>,
}

impl Groups {
    /// Exact links only.
    pub fn exact(lists: &Lists) -> Groups {
        let all = Origin::ALL.iter().map(|from| lists.rows(*from) as usize).sum();
        let mut keyed: Vec<(Whole, At)> = Vec::with_capacity(all);
        let mut loose: Vec<(String, At)> = Vec::new();
        for from in Origin::ALL {
            for row in 0..lists.rows(from) {
                let at = At { from, row };
                match lists.whole(at) {
                    Some(whole) => keyed.push((whole, at)),
                    None => loose.push((said(lists, at), at)),
                }
            }
        }
        keyed.sort_unstable();
        loose.sort_unstable_by(|(a, one), (b, other)| a.cmp(b).then_with(|| lists.order(*one, *other)));
        let mut groups = Groups::default();
        groups.rows.reserve(all);
        for (whole, at) in keyed {
            if groups.wholes.last() != Some(&whole) {
                groups.starts.push(groups.rows.len() as u32);
                groups.wholes.push(whole);
            }
            groups.rows.push(at);
        }
        for (_, at) in loose {
            groups.starts.push(groups.rows.len() as u32);
            groups.rows.push(at);
        }
        groups.starts.push(groups.rows.len() as u32);
        groups
    }

    pub fn len(&self) -> u32 {
        self.starts.len().saturating_sub(1) as u32
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Groups from here on have no whole number; each is one row.
    pub fn first_loose(&self) -> u32 {
        self.wholes.len() as u32
    }

    pub fn whole(&self, group: u32) -> Option<Whole> {
        self.wholes.get(group as usize).copied()
    }

    pub fn rows(&self, group: u32) -> &[At] {
        let at = group as usize;
        let (Some(start), Some(end)) = (self.starts.get(at), self.starts.get(at + 1)) else { return &[] };
        self.rows.get(*start as usize..*end as usize).unwrap_or_default()
    }

    pub fn has(&self, group: u32, from: Origin) -> bool {
        self.rows(group).iter().any(|at| at.from == from)
    }

    pub fn find(&self, whole: Whole) -> Option<u32> {
        self.wholes.binary_search(&whole).ok().map(|at| at as u32)
    }

    /// Groups that a roll row joins by the number in its G number, which differs from its own: the same name, and no other
    /// row of the roll says that number.
    pub fn by_roll_number(&self, lists: &Lists) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for group in 0..self.len() {
            for at in self.rows(group) {
                let Some(other) = lists.other_number(*at).and_then(|whole| self.find(whole)) else {
                    continue;
                };
                let names =
                    |group: u32| self.rows(group).iter().filter_map(|at| Some(lists.person(*at)?.name));
                let Some(own) = lists.person(*at).map(|person| person.name) else { continue };
                if other != group
                    && !self.has(other, at.from)
                    && names(other).any(|name| same_name(name, own))
                {
                    pairs.push((group.min(other), group.max(other)));
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// What tells a row without a whole number: what is left of the number, name, birth, list; without any number the guardian
/// too (domain.md §6.2). Never its place.
pub(super) fn said(lists: &Lists, at: At) -> String {
    let Some(person) = lists.person(at) else { return String::new() };
    let birth = person.birth.map(|birth| format!("{birth:?}")).unwrap_or_default();
    let (number, guardian) = match person.number {
        Number::Ruined(ruined) => (ruined.text.as_str(), ""),
        _ => ("", person.guardian.unwrap_or_default()),
    };
    format!("{:?}|{number}|{}|{birth}|{guardian}", at.from, fold_name(person.name))
}

/// Groups joined into children.
#[derive(Clone, Debug)]
pub struct Joined {
    parent: Vec<u32>,
    whole: Vec<Option<Whole>>,
}

impl Joined {
    pub fn new(groups: &Groups) -> Joined {
        Joined {
            parent: (0..groups.len()).collect(),
            whole: (0..groups.len()).map(|g| groups.whole(g)).collect(),
        }
    }

    pub fn root(&self, mut group: u32) -> u32 {
        while let Some(parent) = self.parent.get(group as usize).copied().filter(|parent| *parent != group) {
            group = parent;
        }
        group
    }

    fn whole(&self, root: u32) -> Option<Whole> {
        self.whole.get(root as usize).copied().flatten()
    }

    /// Whether two whole numbers that differ would become one child.
    pub fn forbids(&self, one: u32, other: u32) -> bool {
        let (one, other) = (self.root(one), self.root(other));
        one != other && self.whole(one).zip(self.whole(other)).is_some()
    }

    /// Joins two groups; the lower one leads.
    pub fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        let (low, high) = (one.min(other), one.max(other));
        let whole = self.whole(low).or(self.whole(high));
        if let Some(slot) = self.parent.get_mut(high as usize) {
            *slot = low;
        }
        if let Some(slot) = self.whole.get_mut(low as usize) {
            *slot = whole;
        }
    }

    /// The groups as joined: one group a child, its rows in the lists' order.
    pub fn children(&self, groups: &Groups) -> Groups {
        let roots: Vec<u32> = (0..groups.len()).map(|group| self.root(group)).collect();
        if roots.iter().enumerate().all(|(group, root)| group as u32 == *root) {
            return groups.clone();
        }
        let mut tails: Vec<(u32, u32)> = Vec::new();
        for (group, root) in roots.iter().enumerate().filter(|(group, root)| *group as u32 != **root) {
            tails.push((*root, group as u32));
        }
        tails.sort_unstable();
        let mut children = Groups::default();
        children.rows.reserve(groups.rows.len());
        for group in (0..groups.len()).filter(|group| roots.get(*group as usize) == Some(group)) {
            children.starts.push(children.rows.len() as u32);
            let first = children.rows.len();
            children.rows.extend_from_slice(groups.rows(group));
            let from = tails.partition_point(|(root, _)| *root < group);
            let joined = tails.iter().skip(from).take_while(|(root, _)| *root == group);
            let before = children.rows.len();
            joined.for_each(|(_, tail)| children.rows.extend_from_slice(groups.rows(*tail)));
            if children.rows.len() > before
                && let Some(rows) = children.rows.get_mut(first..)
            {
                // A child's first row of a list is that with the whole number.
                rows.sort_by_key(|at| at.from);
            }
            if let Some(whole) = groups.whole(group) {
                children.wholes.push(whole);
            }
        }
        children.starts.push(children.rows.len() as u32);
        children
    }
}

/// The day of birth that a group of rows tells, and the month where no day is told.
pub fn birth_of(lists: &Lists, groups: &Groups, group: u32) -> Option<Date> {
    if let Some(born) = groups.whole(group).and_then(Whole::birth) {
        return Some(born);
    }
    let people = || groups.rows(group).iter().filter_map(|at| lists.person(*at));
    let said = people().filter_map(|person| person.birth?.last_day()).next();
    let left = || {
        people().find_map(|person| match person.number {
            Number::Ruined(ruined) => ruined.birth(),
            _ => None,
        })
    };
    said.or_else(left)
}
