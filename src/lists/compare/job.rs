//! Questions about a comparison, as the page asks them of the worker, which holds the lists: only figures and windows cross.
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::lists::batch::Unreadable;
use crate::lists::columns::ListKind;
use crate::lists::compare::changes::{self, Changed, Changes, How, Of, Side};
use crate::lists::compare::figures::{Counts, Figures, Sorted};
use crate::lists::compare::ledger::{Filed, LedgerRow, Offers, Query, Roll};
use crate::lists::compare::{
    Because, Comparison, Days, Decisions, Lists, Member, Origin, Set, Settings, Shown, Tier, Verdict,
};
use crate::lists::issue::Source;
use crate::lists::rows::FoundRow;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Question {
    /// Adds the chunk whose bytes come beside to the list of this kind. `opens`: the first chunk of a batch.
    Load { kind: ListKind, as_of: Option<Date>, sources: Vec<Source>, opens: bool },
    /// The children found door to door, in the place of any given before.
    Found(Vec<FoundRow>),
    /// Forgets every list; what `Ask::Take` takes afterwards is compared as it comes.
    Unload,
    /// Compares what is loaded and taken.
    Compare { settings: Settings, decisions: Decisions },
    /// Proposals in the order in which they are worked through.
    Proposals { which: Which, from: u32, count: u32 },
    /// Why a child stands where it stands.
    Why { child: u32 },
    /// The pupils' files that stand beside the lists in the ledger; `opens`: in the place of any given before.
    Files { files: Vec<Filed>, opens: bool },
    /// A window of the ledger of school-age children.
    Ledger { query: Query, from: u32, count: u32 },
    /// What the ledger can be narrowed by.
    Offers(Query),
    /// The files of everybody whom a query of the ledger chooses.
    LedgerFiles(Query),
    /// The keys of proposals, to decide them in one go.
    Keys(Which),
    /// The same asked of the earlier lists, which are kept beside these until they are unloaded.
    Then(Box<Question>),
    /// What changed between the earlier comparison and this one.
    Changes,
    /// A window of the children of a change.
    Changed { of: Of, how: How, from: u32, count: u32 },
    /// The children of a set, in the order of their numbers.
    Members { set: Set, from: u32, count: u32 },
}

/// Which proposals are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Which {
    pub tier: Option<Tier>,
    pub sure: Option<bool>,
    pub verdict: Option<Option<Verdict>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// Rows of the list so far.
    Loaded(u32),
    Unreadable(Unreadable),
    Done,
    Compared(Summary),
    Proposals {
        total: u32,
        shown: Vec<Shown>,
    },
    Members {
        total: u32,
        members: Vec<Member>,
    },
    Keys(Vec<String>),
    Why(Vec<Because>),
    Ledger {
        total: u32,
        rows: Vec<LedgerRow>,
    },
    Offers(Offers),
    LedgerFiles(Vec<FileId>),
    Changes(changes::Figures),
    Changed {
        total: u32,
        children: Vec<Changed>,
    },
    /// Nothing was compared yet.
    NotCompared,
}

/// The figures of a comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    pub days: Days,
    pub absence_limit: i64,
    /// Exact links alone.
    pub before: Counts,
    pub counts: Counts,
    pub sorted: Sorted,
    pub lists: Vec<ListFact>,
    pub proposals: ProposalCounts,
}

/// A list of the comparison: how many children it holds, for which day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFact {
    pub kind: ListKind,
    pub rows: u32,
    pub as_of: Option<Date>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalCounts {
    pub strong: u32,
    pub weak: u32,
    /// Of these, what may be confirmed in one go.
    pub sure: u32,
    pub confirmed: u32,
    pub rejected: u32,
    pub deferred: u32,
    /// Proposals that could join a child of the one list to a child of the other.
    pub household_roll: u32,
    pub roll_roll_call: u32,
}

impl ProposalCounts {
    /// Those that nobody has decided or put off.
    pub fn waiting(self) -> u32 {
        (self.strong + self.weak).saturating_sub(self.confirmed + self.rejected + self.deferred)
    }
}

/// The lists that are held, and what came of comparing them.
#[derive(Debug, Default)]
pub struct Held {
    pub lists: Lists,
    pub comparison: Option<Comparison>,
    /// The files beside the lists, and the ledger of both once it is asked for.
    files: Arc<Vec<Filed>>,
    roll: Option<Roll>,
    /// The earlier lists that these are compared with.
    then: Option<Box<Held>>,
    changes: Option<Changes>,
}

impl Held {
    pub fn answer(&mut self, question: Question, bytes: &[u8]) -> Reply {
        match question {
            Question::Then(asked) => {
                let then = self.then.get_or_insert_default();
                let reply = then.answer(*asked, bytes);
                if matches!(reply, Reply::Loaded(_) | Reply::Done | Reply::Compared(_)) {
                    self.changes = None;
                }
                reply
            }
            Question::Changes => {
                let changes = self.sides().map(|(then, now)| Changes::between(then, now));
                let reply = changes.as_ref().map(|changes| Reply::Changes(changes.figures().clone()));
                self.changes = changes;
                reply.unwrap_or(Reply::NotCompared)
            }
            Question::Changed { of, how, from, count } => {
                let (Some(changes), Some((then, now))) = (&self.changes, self.sides()) else {
                    return Reply::NotCompared;
                };
                let (total, children) = changes.window(then, now, (of, &how), from, count);
                Reply::Changed { total, children }
            }
            Question::Load { kind, as_of, sources, opens } => {
                self.comparison = None;
                match self.lists.load(kind, as_of, &sources, opens, bytes) {
                    Ok(()) => Reply::Loaded(self.lists.rows_of(kind)),
                    Err(why) => Reply::Unreadable(why),
                }
            }
            Question::Found(found) => {
                self.comparison = None;
                self.lists.found = found;
                Reply::Done
            }
            Question::Unload => {
                *self = Held::default();
                Reply::Done
            }
            Question::Compare { settings, decisions } => {
                self.lists.settle();
                let comparison = Comparison::of(&self.lists, &settings, &decisions);
                let summary = comparison.summary(&self.lists);
                self.comparison = Some(comparison);
                (self.roll, self.changes) = (None, None);
                Reply::Compared(summary)
            }
            Question::Proposals { which, from, count } => self.with(|lists, comparison| {
                let found: Vec<_> = comparison.proposals.iter().filter(|p| which.holds(p)).collect();
                let window = found.iter().skip(from as usize).take(count as usize);
                let shown = window.map(|proposal| comparison.shown(lists, proposal)).collect();
                Reply::Proposals { total: found.len() as u32, shown }
            }),
            Question::Why { child } => {
                self.with(|lists, comparison| Reply::Why(comparison.why(lists, child)))
            }
            Question::Files { files, opens } => {
                self.roll = None;
                let held = Arc::make_mut(&mut self.files);
                if opens {
                    held.clear();
                }
                held.extend(files);
                Reply::Done
            }
            Question::Ledger { query, from, count } => self.with_roll(|roll, comparison, lists| {
                let (total, rows) = roll.window(comparison, lists, &query, (from, count));
                Reply::Ledger { total, rows }
            }),
            Question::Offers(query) => self.with_roll(|roll, _, _| Reply::Offers(roll.offers(&query))),
            Question::LedgerFiles(query) => self.with_roll(|roll, comparison, lists| {
                Reply::LedgerFiles(roll.files_of(comparison, lists, &query))
            }),
            Question::Keys(which) => self.with(|_, comparison| {
                let held = comparison.proposals.iter().filter(|p| which.holds(p));
                Reply::Keys(held.map(|proposal| proposal.key.clone()).collect())
            }),
            Question::Members { set, from, count } => self.with(|lists, comparison| {
                let window = comparison.members(set).skip(from as usize).take(count as usize);
                let members = window.map(|child| comparison.member(lists, child)).collect();
                Reply::Members { total: comparison.members(set).count() as u32, members }
            }),
        }
    }

    /// The ledger is made of the lists and the files once, and kept while questions about it are asked.
    fn with_roll(&mut self, answer: impl FnOnce(&mut Roll, &Comparison, &Lists) -> Reply) -> Reply {
        let (Some(comparison), lists) = (&self.comparison, &self.lists) else { return Reply::NotCompared };
        let roll = self.roll.get_or_insert_with(|| Roll::of(comparison, lists, self.files.clone()));
        answer(roll, comparison, lists)
    }

    /// The earlier comparison and this one.
    fn sides(&self) -> Option<(Side<'_>, Side<'_>)> {
        Some((self.then.as_deref()?.side()?, self.side()?))
    }

    fn side(&self) -> Option<Side<'_>> {
        Some(Side { lists: &self.lists, comparison: self.comparison.as_ref()? })
    }

    fn with(&self, answer: impl FnOnce(&Lists, &Comparison) -> Reply) -> Reply {
        self.comparison.as_ref().map_or(Reply::NotCompared, |comparison| answer(&self.lists, comparison))
    }
}

impl Summary {
    pub fn figures(&self) -> Figures {
        Figures::of(self)
    }
}

impl Which {
    /// What may be confirmed in one go.
    pub const SURE: Which = Which { tier: None, sure: Some(true), verdict: None };

    fn holds(self, proposal: &crate::lists::compare::Proposal) -> bool {
        self.tier.is_none_or(|tier| tier == proposal.tier)
            && self.sure.is_none_or(|sure| sure == proposal.sure)
            && self.verdict.is_none_or(|verdict| verdict == proposal.verdict)
    }
}

impl Comparison {
    pub fn summary(&self, lists: &Lists) -> Summary {
        let count = |which: Which| self.proposals.iter().filter(|p| which.holds(p)).count() as u32;
        let tier = |tier: Tier| count(Which { tier: Some(tier), ..Which::default() });
        let verdict = |verdict: Verdict| count(Which { verdict: Some(Some(verdict)), ..Which::default() });
        Summary {
            days: self.days,
            absence_limit: self.settings.absence_limit_days,
            before: self.before.clone(),
            counts: self.counts.clone(),
            sorted: self.sorted.clone(),
            lists: lists.facts(),
            proposals: ProposalCounts {
                strong: tier(Tier::Strong),
                weak: tier(Tier::Weak),
                sure: count(Which { sure: Some(true), ..Which::default() }),
                confirmed: verdict(Verdict::Confirm),
                rejected: verdict(Verdict::Reject),
                deferred: verdict(Verdict::Defer),
                household_roll: self.proposals_between(Origin::Household, Origin::Roll),
                roll_roll_call: self.proposals_between(Origin::Roll, Origin::RollCall),
            },
        }
    }
}
