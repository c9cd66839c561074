//! Rows without a whole number beside everyone of the same name: the tiers of domain.md §6.4. Nothing here links by itself.
use crate::domain::identity::fold_name;
use crate::lists::compare::decisions::{Decisions, Verdict, pair_key};
use crate::lists::compare::groups::Groups;
use crate::lists::compare::{At, Lists, Origin};
use crate::lists::normalise::date::When;
use crate::lists::normalise::text;
use crate::lists::rows::{Left, Number, Ruined, Whole};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// How surely two rows are one child. EXACT ones are links, never proposals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tier {
    /// Name, birth and sex: one person confirms.
    Strong,
    /// Anything less: two persons do.
    Weak,
}

/// What speaks for a match beside the same name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Grounds {
    /// The same birth, by the list's own column.
    pub birth: bool,
    /// The column says another birth.
    pub other_birth: bool,
    pub sex: bool,
    pub other_sex: bool,
    /// The first fifteen digits (or all that can be seen) are the same.
    pub head: bool,
    /// One slip of the hand makes the one number of the other.
    pub slip: bool,
    pub guardian: bool,
    pub home: bool,
    /// School and class.
    pub class: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// What a decision about it is kept under: holds when next term's lists come.
    pub key: String,
    /// Two groups of the exact grouping; the first is a row without a whole number.
    pub one: u32,
    pub other: u32,
    pub tier: Tier,
    pub grounds: Grounds,
    /// The same birth or the same first fifteen digits, or one slip, and no second candidate is as good: what may be
    /// confirmed in one go.
    pub sure: bool,
    pub verdict: Option<Verdict>,
}

/// Where a name has more bearers than this, guardian, home and class are not looked at: they would not tell them apart.
const MANY: usize = 60;

/// One side of a comparison, as far as it decides quickly.
struct Side<'a> {
    group: u32,
    whole: Option<Whole>,
    ruined: Option<&'a Ruined>,
    birth: Option<When>,
    sex: Option<u8>,
}

impl<'a> Side<'a> {
    fn of(lists: &'a Lists, groups: &Groups, group: u32) -> Side<'a> {
        if let Some(whole) = groups.whole(group) {
            let birth = whole.birth().map(When::Day);
            return Side { group, whole: Some(whole), ruined: None, birth, sex: Some(whole.sex()) };
        }
        let person = groups.rows(group).first().and_then(|at| lists.person(*at));
        let ruined = person.and_then(|person| match person.number {
            Number::Ruined(ruined) => Some(ruined),
            _ => None,
        });
        let (birth, sex) = person.map_or((None, None), |person| (person.birth, person.sex));
        Side { group, whole: None, ruined, birth, sex }
    }
}

fn hash(name: &str) -> u64 {
    fold_name(name)
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Every pair worth a look, in the order of their keys.
pub fn propose(lists: &Lists, groups: &Groups, decisions: &Decisions) -> Vec<Proposal> {
    let loose = groups.first_loose()..groups.len();
    let name_of = |at: &At| lists.person(*at).map(|person| person.name).filter(|name| !name.is_empty());
    let wanted: HashSet<u64> =
        loose.clone().flat_map(|group| groups.rows(group)).filter_map(name_of).map(hash).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut bearers: HashMap<u64, Vec<u32>> = HashMap::with_capacity(wanted.len());
    for group in 0..groups.len() {
        for name in
            groups.rows(group).iter().filter_map(name_of).map(hash).filter(|name| wanted.contains(name))
        {
            let held = bearers.entry(name).or_default();
            if held.last() != Some(&group) {
                held.push(group);
            }
        }
    }
    let mut found: Vec<(i32, Proposal)> = Vec::new();
    for one in loose {
        let Some(name) = groups.rows(one).iter().find_map(name_of) else { continue };
        let own = Side::of(lists, groups, one);
        let held = bearers.get(&hash(name)).map(Vec::as_slice).unwrap_or_default();
        for other in held.iter().copied().filter(|other| *other < groups.first_loose() || *other > one) {
            let side = Side::of(lists, groups, other);
            let Some(grounds) = grounds(lists, groups, &own, &side, held.len()) else { continue };
            let key = pair_key(lists, groups, one, other);
            let tier = match grounds.birth && !grounds.other_sex {
                true => Tier::Strong,
                false => Tier::Weak,
            };
            let verdict = decisions.about(&key, tier);
            let score = grounds.score(groups, one, other);
            found.push((score, Proposal { key, one, other, tier, grounds, sure: false, verdict }));
        }
    }
    choose(groups, &mut found);
    let mut proposals: Vec<Proposal> = found.into_iter().map(|(_, proposal)| proposal).collect();
    proposals.sort_by_key(|proposal| (proposal.tier, !proposal.sure, proposal.one, proposal.other));
    proposals
}

/// `None` where nothing but the name is the same, or something speaks against it.
fn grounds(lists: &Lists, groups: &Groups, own: &Side, side: &Side, bearers: usize) -> Option<Grounds> {
    let left = match (own.ruined, side.whole, side.ruined) {
        (Some(ruined), Some(whole), _) => ruined.beside(whole),
        (Some(one), None, Some(other)) => alike(one, other),
        _ => Left::Silent,
    };
    if left == Left::Contradicts {
        return None;
    }
    let births = own.birth.zip(side.birth).map(|(one, other)| match (one, other) {
        (When::Day(day), when) | (when, When::Day(day)) => when.holds(day),
        (one, other) => one == other,
    });
    let sexes = own.sex.zip(side.sex).map(|(one, other)| one == other);
    let mut grounds = Grounds {
        birth: births == Some(true),
        other_birth: births == Some(false),
        sex: sexes == Some(true),
        other_sex: sexes == Some(false),
        head: left == Left::Head,
        slip: left == Left::OneSlip,
        ..Grounds::default()
    };
    if bearers <= MANY {
        beside(lists, groups, own.group, side.group, &mut grounds);
    }
    let enough =
        grounds.birth || grounds.head || grounds.slip || grounds.guardian && grounds.home || grounds.class;
    let against = grounds.other_birth && !grounds.head && !grounds.slip;
    (enough && !against && names_same(lists, groups, own.group, side.group)).then_some(grounds)
}

/// Two ruined numbers: the same text, or what is left of both can be the same.
fn alike(one: &Ruined, other: &Ruined) -> Left {
    let (a, b) = (one.range, other.range);
    match (a.1 == 0 || b.1 == 0, a.0 <= b.1 && b.0 <= a.1) {
        _ if one.text == other.text && one.text.len() >= 15 => Left::Head,
        (true, _) => Left::Silent,
        (false, true) => Left::Head,
        (false, false) => Left::Silent,
    }
}

fn names_same(lists: &Lists, groups: &Groups, one: u32, other: u32) -> bool {
    let names =
        |group: u32| groups.rows(group).iter().filter_map(|at| Some(fold_name(lists.person(*at)?.name)));
    names(one).any(|name| names(other).any(|theirs| theirs == name))
}

fn beside(lists: &Lists, groups: &Groups, one: u32, other: u32, grounds: &mut Grounds) {
    let Some(own) = groups.rows(one).first().and_then(|at| lists.person(*at)) else { return };
    for theirs in groups.rows(other).iter().filter_map(|at| lists.person(*at)) {
        let same = |a: Option<&str>, b: Option<&str>| {
            a.zip(b).is_some_and(|(a, b)| text::key(a) == text::key(b) && !a.is_empty())
        };
        let guardians = own.guardian.zip(theirs.guardian);
        grounds.guardian |= guardians.is_some_and(|(a, b)| fold_name(a) == fold_name(b));
        // A village beside an address that ends in it.
        grounds.home |= own.home.zip(theirs.home).is_some_and(|(a, b)| {
            let (a, b) = (text::key(a), text::key(b));
            let (short, long) = if a.len() < b.len() { (&a, &b) } else { (&b, &a) };
            short.chars().count() >= 2 && long.ends_with(short.as_str())
        });
        grounds.class |= same(own.school, theirs.school)
            && same(own.class, theirs.class)
            && (own.grade.is_none() || theirs.grade.is_none() || same(own.grade, theirs.grade));
    }
}

impl Grounds {
    /// How good a candidate is beside others of the same row.
    fn score(self, groups: &Groups, one: u32, other: u32) -> i32 {
        let from = groups.rows(one).first().map(|at| at.from);
        let new_there = from.is_some_and(|from| !groups.has(other, from));
        let weights = [
            (self.head, 16),
            (self.birth, 16),
            (self.slip, 8),
            (self.guardian, 6),
            (self.class, 4),
            (new_there, 3),
            (self.home, 2),
            (self.sex, 2),
            (self.other_sex, -2),
            (self.other_birth, -6),
        ];
        weights.iter().filter(|(holds, _)| *holds).map(|(_, weight)| weight).sum()
    }

    fn is_good(self) -> bool {
        self.head || self.slip || self.birth && !self.other_sex
    }
}

/// Marks what may be confirmed in one go.
fn choose(groups: &Groups, found: &mut [(i32, Proposal)]) {
    let whole = |group: u32| groups.whole(group).is_some();
    let from = |group: u32| groups.rows(group).first().map(|at| at.from);
    // The best whole candidate of each row, if no other is as good.
    let mut best: HashMap<u32, (i32, Option<u32>)> = HashMap::new();
    for (score, proposal) in found.iter().filter(|(_, p)| p.grounds.is_good() && whole(p.other)) {
        let held = best.entry(proposal.one).or_insert((i32::MIN, None));
        match score.cmp(&held.0) {
            std::cmp::Ordering::Greater => *held = (*score, Some(proposal.other)),
            std::cmp::Ordering::Equal => held.1 = None,
            std::cmp::Ordering::Less => {}
        }
    }
    // Two rows of one list that name a child by birth alone: which of them is meant is not known.
    let by_birth = |p: &Proposal| !p.grounds.head && !p.grounds.slip;
    let mut claims: HashMap<(u32, Option<Origin>), u32> = HashMap::new();
    for (_, proposal) in found.iter().filter(|(_, p)| p.grounds.is_good() && by_birth(p) && whole(p.other)) {
        *claims.entry((proposal.other, from(proposal.one))).or_default() += 1;
    }
    for (_, proposal) in found.iter_mut() {
        if !proposal.grounds.is_good() {
            continue;
        }
        proposal.sure = match whole(proposal.other) {
            true => {
                let only = best.get(&proposal.one).is_some_and(|(_, other)| *other == Some(proposal.other));
                let list = from(proposal.one);
                let taken = list.is_some_and(|list| groups.has(proposal.other, list));
                let rivals = claims.get(&(proposal.other, list)).copied().unwrap_or_default() > 1;
                only && !(by_birth(proposal) && (taken || rivals))
            }
            // Two ruined rows are one if nobody says that they are two.
            false => match (best.get(&proposal.one), best.get(&proposal.other)) {
                (None, _) | (_, None) => from(proposal.one) != from(proposal.other) || !by_birth(proposal),
                (Some((_, one)), Some((_, other))) => one.is_some() && one == other,
            },
        };
    }
}
