//! What persons decided about proposals. A decision is kept under what the two rows say, never under their places, so that it
//! holds when next term's lists come.
use crate::lists::compare::groups::{Groups, said};
use crate::lists::compare::{Lists, Tier};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// One child.
    Confirm,
    /// Two children.
    Reject,
    /// Not known yet.
    Defer,
}

/// What was decided, and whether a second person said the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Said {
    verdict: Verdict,
    seconded: bool,
}

/// Proposal's key → what was decided. Who decided and when is kept beside it by whoever stores decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decisions(BTreeMap<String, Said>);

impl Decisions {
    /// The verdict that holds for a proposal of this tier: a weak one needs two people, except to be put off.
    pub fn about(&self, key: &str, tier: Tier) -> Option<Verdict> {
        let said = self.0.get(key)?;
        let holds = tier == Tier::Strong || said.seconded || said.verdict == Verdict::Defer;
        holds.then_some(said.verdict)
    }

    /// Decided by as many as it needs. A later decision about the same pair takes the place of an earlier one.
    pub fn decide(&mut self, key: &str, verdict: Verdict) {
        self.0.insert(key.to_owned(), Said { verdict, seconded: true });
    }

    /// Decided by one person so far.
    pub fn decide_alone(&mut self, key: &str, verdict: Verdict) {
        self.0.insert(key.to_owned(), Said { verdict, seconded: false });
    }

    pub fn take_back(&mut self, key: &str) {
        self.0.remove(key);
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(String, Verdict)> for Decisions {
    fn from_iter<I: IntoIterator<Item = (String, Verdict)>>(made: I) -> Decisions {
        let mut decisions = Decisions::default();
        made.into_iter().for_each(|(key, verdict)| decisions.decide(&key, verdict));
        decisions
    }
}

/// What a group is known by: its whole number, else what its row says.
fn identity(lists: &Lists, groups: &Groups, group: u32) -> String {
    match groups.whole(group) {
        Some(whole) => whole.to_string(),
        None => groups.rows(group).first().map(|at| said(lists, *at)).unwrap_or_default(),
    }
}

/// The same whichever side is named first. Thirty-two letters that tell no one's name.
pub(super) fn pair_key(lists: &Lists, groups: &Groups, one: u32, other: u32) -> String {
    let mut sides = [identity(lists, groups, one), identity(lists, groups, other)];
    sides.sort_unstable();
    short_hash(&sides.join("~"))
}

/// A child's own key: the same as long as its number, or what its row says, stays the same.
pub(super) fn child_key(lists: &Lists, children: &Groups, child: u32) -> String {
    short_hash(&identity(lists, children, child))
}

fn short_hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
