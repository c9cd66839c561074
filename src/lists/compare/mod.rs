//! Ten departments' lists beside each other: four checks, three comparisons (domain.md §6.3), and where every child stands.
//!
//! [`Lists`] (the rows of every kind with their days) → [`groups`] (rows with one whole number are one child; nothing else links
//! by itself) → [`matching`] (proposals for the rows without one, which persons decide: [`Decisions`]) → [`sets`] (where each
//! child stands) → [`figures`], the members of a set and why they are there, the [`ledger`]: views, asked for in windows
//! ([`job`]).
//!
//! The order of rows, duplicates and how rows are spread over batches change nothing; days follow the lists' own words.
pub mod changes;
mod child;
mod decisions;
pub mod figures;
pub mod groups;
pub mod job;
pub mod ledger;
mod lists;
pub mod matching;
mod rules;
pub mod sets;
mod settings;
pub mod view;
mod why;

pub use changes::{Changed, Changes, How, Of, Turn};
pub use decisions::{Decisions, Verdict};
pub use figures::Figures;
pub use lists::{At, Dated, Lists, Origin, is_born};
pub use matching::{Grounds, Proposal, Tier};
pub use sets::{Set, Standing};
pub use settings::{Days, Settings};
pub use view::{Face, Member, Shown};
pub use why::Because;

use figures::{Counts, Sorted};
use groups::{Groups, Joined};
use rules::Rules;
use serde::{Deserialize, Serialize};

/// What came of a comparison. Children are positions in it; what a screen shows of them is asked for in windows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    pub days: Days,
    pub settings: Settings,
    /// Exact links alone.
    pub before: Counts,
    /// With what was confirmed.
    pub counts: Counts,
    pub sorted: Sorted,
    pub proposals: Vec<Proposal>,
    exact: Groups,
    children: Groups,
    standings: Vec<Standing>,
}

impl Comparison {
    /// Compares the lists with what was decided so far.
    pub fn of(lists: &Lists, settings: &Settings, decisions: &Decisions) -> Comparison {
        let rules = Rules::new(lists, settings);
        let mut exact = Groups::exact(lists);
        let mut joined = Joined::new(&exact);
        let by_roll_number = exact.by_roll_number(lists);
        if !by_roll_number.is_empty() {
            by_roll_number.iter().for_each(|(one, other)| joined.join(*one, *other));
            exact = joined.children(&exact);
            joined = Joined::new(&exact);
        }
        let proposals = matching::propose(lists, &exact, decisions);
        for proposal in proposals.iter().filter(|p| p.verdict == Some(Verdict::Confirm)) {
            // Two whole numbers that differ are two children, whatever was confirmed.
            if !joined.forbids(proposal.one, proposal.other) {
                joined.join(proposal.one, proposal.other);
            }
        }
        let children = joined.children(&exact);
        let standings = rules.standings(&children);
        let counts = Counts::of(lists, &standings);
        let before = match children.len() == exact.len() {
            true => counts.clone(),
            false => Counts::of(lists, &rules.standings(&exact)),
        };
        let sorted = Sorted::of(lists, &children);
        let (days, settings) = (rules.days, settings.clone());
        Comparison { days, settings, before, counts, sorted, proposals, exact, children, standings }
    }

    /// The children of a set, in the order of their numbers.
    pub fn members(&self, set: Set) -> impl Iterator<Item = u32> {
        self.standings.iter().enumerate().filter(move |(_, at)| at.is(set)).map(|(child, _)| child as u32)
    }

    pub fn standing(&self, child: u32) -> Standing {
        self.standings.get(child as usize).copied().unwrap_or_default()
    }

    pub fn rows(&self, child: u32) -> &[At] {
        self.children.rows(child)
    }

    /// The child's whole number, as its rows have it; what is left of it where there is none.
    pub fn number(&self, lists: &Lists, child: u32) -> String {
        let whole = self.rows(child).iter().find_map(|at| lists.whole(*at));
        let shown = || self.rows(child).iter().find_map(|at| Some(lists.person(*at)?.number.shown()));
        whole.map(|whole| whole.to_string()).or_else(shown).unwrap_or_default()
    }

    /// Proposals that could join a child of the one list to a child of the other, where none is joined exactly.
    pub fn proposals_between(&self, one: Origin, other: Origin) -> u32 {
        let between = |proposal: &&Proposal| {
            let has = |group: u32, from: Origin| self.exact.has(group, from);
            let (a, b) = (proposal.one, proposal.other);
            has(a, one) && has(b, other) || has(a, other) && has(b, one)
        };
        self.proposals.iter().filter(between).count() as u32
    }
}
