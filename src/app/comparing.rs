//! The lists of this tablet beside each other: loaded from their sealed batches into the worker, compared there, and asked for
//! figures and windows. The page holds only what is in sight.
//!
//! Context: [`Comparing`]. What the lists decide follows the lists; what people decided comes from [`crate::app::matches`].
mod ledger;
mod since;

pub use since::Since;

use crate::app::batches::{self, Batch, BatchId, Batches};
use crate::app::keeper::{KeepError, Saved};
use crate::app::lists::batch::ListsError;
use crate::app::lists::question;
use crate::app::matches;
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::lists::compare::job::{Question, Reply, Summary};
use crate::lists::compare::{Decisions, Settings, Verdict as Held};
use crate::lists::rows::{FoundRow, Number, Whole};
use crate::platform::worker::{Desk, DeskError};
use crate::register::matches::{Decided, Verdict};
use crate::register::summary::Summary as FileSummary;
use futures::lock::Mutex;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

#[derive(Clone, Debug, Default, PartialEq)]
pub enum State {
    /// Nobody has asked yet.
    #[default]
    Idle,
    /// There are no lists.
    Empty,
    /// Chunks of rows that are in, and all.
    Loading {
        done: usize,
        all: usize,
    },
    Comparing,
    Ready(Arc<Summary>),
    Failed(Trouble),
}

/// Why there is no comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    Desk(DeskError),
    Keep(Arc<KeepError>),
    /// Rows of these batches cannot be read: the office's file is to be taken in again.
    Damaged(Vec<BatchId>),
}

impl From<ListsError> for Trouble {
    fn from(error: ListsError) -> Self {
        match error {
            ListsError::Desk(why) => Trouble::Desk(why),
            ListsError::Keep(why) => Trouble::Keep(Arc::new(why)),
        }
    }
}

impl From<DeskError> for Trouble {
    fn from(error: DeskError) -> Self {
        Trouble::Desk(error)
    }
}

impl From<KeepError> for Trouble {
    fn from(error: KeepError) -> Self {
        Trouble::Keep(Arc::new(error))
    }
}

type Handed = Rc<Mutex<Option<(u32, u64)>>>;

#[derive(Clone, Copy)]
pub struct Comparing {
    register: Register,
    desk: StoredValue<Desk, LocalStorage>,
    pub batches: RwSignal<Batches>,
    pub decided: RwSignal<Arc<BTreeMap<String, Decided>>>,
    pub state: RwSignal<State>,
    /// What changed since earlier batches, once somebody has asked.
    pub since: RwSignal<Since>,
    /// Rises with every comparison: what was asked of an earlier one is of no use.
    pub round: RwSignal<u32>,
    /// The batches whose rows the worker holds.
    loaded: StoredValue<Option<Vec<BatchId>>>,
    /// The comparison and the state of the files for which the worker holds the files of this register.
    handed: StoredValue<Handed, LocalStorage>,
    turn: StoredValue<u32>,
}

impl Comparing {
    pub fn new(register: Register) -> Comparing {
        Comparing {
            register,
            desk: StoredValue::new_local(Desk::default()),
            batches: RwSignal::new(Batches::default()),
            decided: RwSignal::new(Arc::default()),
            state: RwSignal::new(State::Idle),
            since: RwSignal::new(Since::Idle),
            round: RwSignal::new(0),
            loaded: StoredValue::new(None),
            handed: StoredValue::new_local(Handed::default()),
            turn: StoredValue::new(0),
        }
    }

    fn next_turn(self) -> u32 {
        let next = |turn: &mut u32| {
            *turn += 1;
            *turn
        };
        self.turn.try_update_value(next).unwrap_or_default()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Reads what batches there are, loads the rows of those in force where the worker has not got them, and compares.
    pub async fn refresh(self) {
        let turn = self.next_turn();
        if self.state.try_with_untracked(|state| *state == State::Idle) == Some(true) {
            self.state.try_set(State::Comparing);
        }
        let state = match self.compare(turn).await {
            Ok(state) => state,
            // A later call, or a person, has ended this one; what the worker holds is theirs to say.
            Err(_) if !self.is_turn(turn) => return,
            Err(trouble) => {
                self.loaded.try_set_value(None);
                State::Failed(trouble)
            }
        };
        if self.is_turn(turn) {
            self.since.try_set(Since::Idle);
            self.state.try_set(state);
            self.round.try_update(|round| *round += 1);
        }
    }

    /// Ends what is being loaded or compared; the lists stay as they are.
    pub fn stop(self) {
        self.next_turn();
        self.desk.with_value(Desk::stop);
        self.loaded.set_value(None);
        self.since.set(Since::Idle);
        self.state.set(State::Idle);
    }

    async fn compare(self, turn: u32) -> Result<State, Trouble> {
        let here = batches::all(self.register).await?;
        let current: Vec<Batch> = batches::current(&here.all).into_iter().cloned().collect();
        self.batches.try_set(here);
        if current.is_empty() {
            self.loaded.try_set_value(None);
            return Ok(State::Empty);
        }
        let ids: Vec<BatchId> = current.iter().map(|batch| batch.id.clone()).collect();
        if self.loaded.try_get_value().flatten().as_ref() != Some(&ids) {
            self.loaded.try_set_value(None);
            self.put(Question::Unload).await?;
            let tell = move |done, all| drop(self.state.try_set(State::Loading { done, all }));
            self.load(turn, &current, |question| question, tell).await?;
            self.loaded.try_set_value(Some(ids));
        }
        if self.is_turn(turn) {
            self.state.try_set(State::Comparing);
        }
        let found = self.register.summaries.with_untracked(|all| all.values().filter_map(found).collect());
        self.put(Question::Found(found)).await?;
        let decided = matches::all(self.register).await?;
        let decisions = decisions(&decided);
        self.decided.try_set(Arc::new(decided));
        let settings = self.register.policy.with_untracked(|policy| Settings::of(policy));
        match self.put(Question::Compare { settings, decisions }).await? {
            Reply::Compared(summary) => Ok(State::Ready(Arc::new(summary))),
            _ => Err(DeskError::OtherVersion.into()),
        }
    }

    /// Loads the rows of batches into the worker; `of` says for which of its comparisons, `tell` is told how far it is.
    async fn load(
        self,
        turn: u32,
        held: &[Batch],
        of: fn(Question) -> Question,
        tell: impl Fn(usize, usize),
    ) -> Result<(), Trouble> {
        let all = held.iter().map(|batch| batch.header.chunks as usize).sum();
        let (mut done, mut damaged) = (0, Vec::new());
        for batch in held {
            let (chunks, damage) = batches::rows(self.register, &batch.id).await?;
            let mut whole = damage.is_empty() && chunks.len() == batch.header.chunks as usize;
            for (at, chunk) in chunks.iter().enumerate() {
                if !self.is_turn(turn) {
                    return Err(DeskError::Stopped.into());
                }
                let (kind, as_of) = (batch.header.kind, batch.header.as_of);
                let asked =
                    Question::Load { kind, as_of, sources: batch.header.sources.clone(), opens: at == 0 };
                let desk = self.desk.try_get_value().ok_or(DeskError::Stopped)?;
                whole &= matches!(question(&desk, of(asked), chunk).await?, Reply::Loaded(_));
                done += 1;
                tell(done, all);
            }
            if !whole {
                damaged.push(batch.id.clone());
            }
        }
        match damaged.is_empty() {
            true => Ok(()),
            false => Err(Trouble::Damaged(damaged)),
        }
    }

    /// Asks the worker about the present comparison. Where it is gone with what it held, the page says so: a worker that is
    /// started anew knows no lists, and must not pass for a county without suspects.
    pub async fn ask(self, asked: Question) -> Result<Reply, Trouble> {
        let answer = match self.put(asked).await {
            Ok(Reply::NotCompared) => Err(DeskError::Stopped.into()),
            answer => answer,
        };
        let was_ready = self.state.try_with_untracked(|state| matches!(state, State::Ready(_))) == Some(true);
        if let (Err(trouble), true) = (&answer, was_ready) {
            self.loaded.try_set_value(None);
            self.state.try_set(State::Failed(trouble.clone()));
        }
        answer
    }

    async fn put(self, asked: Question) -> Result<Reply, Trouble> {
        let desk = self.desk.try_get_value().ok_or(DeskError::Stopped)?;
        Ok(question(&desk, asked, &[]).await?)
    }

    /// The day that the comparison holds for, by its lists.
    pub fn day(self) -> Option<Date> {
        self.state.with_untracked(|state| match state {
            State::Ready(summary) => {
                summary.days.roll_call.or_else(|| summary.lists.iter().filter_map(|fact| fact.as_of).max())
            }
            _ => None,
        })
    }

    /// Says this of these pairs, and compares anew.
    pub async fn say(self, pairs: &[String], verdict: Verdict) -> Result<Saved, KeepError> {
        let saved = matches::say(self.register, pairs, verdict).await?;
        self.refresh().await;
        Ok(saved)
    }

    /// Pairs on which this person has said a word that still needs a second one (tracked).
    pub fn said_open(self) -> u32 {
        let me = self.register.me();
        let waits = |said: &&Decided| !said.contested && said.first.by == me && said.settled(true).is_none();
        self.decided.with(|decided| decided.values().filter(waits).count() as u32)
    }

    /// Whether this person's word on a pair stands and is this one (tracked).
    pub fn is_said(self, pair: &str, verdict: Verdict) -> bool {
        let me = self.register.me();
        self.decided.with(|decided| {
            let said = decided.get(pair).filter(|said| !said.contested);
            said.is_some_and(|said| {
                let words = [Some(said.first), said.second];
                words.into_iter().flatten().any(|word| word.by == me && word.verdict == verdict)
            })
        })
    }

    /// Removes a batch for good, and compares what is left.
    pub async fn remove(self, id: &str) -> Result<(), KeepError> {
        batches::remove(self.register, id).await?;
        self.refresh().await;
        Ok(())
    }
}

/// What people decided, as the comparison takes it.
fn decisions(decided: &BTreeMap<String, Decided>) -> Decisions {
    let mut decisions = Decisions::default();
    let held = |verdict: Verdict| match verdict {
        Verdict::Same => Held::Confirm,
        Verdict::Other => Held::Reject,
        Verdict::Later => Held::Defer,
    };
    for (pair, said) in decided {
        match (said.settled(true), said.settled(false)) {
            (Some(verdict), _) => decisions.decide(pair, held(verdict)),
            (None, Some(verdict)) => decisions.decide_alone(pair, held(verdict)),
            (None, None) => (),
        }
    }
    decisions
}

/// A child found door to door (K), whose case was opened by hand: part of the base though on no list.
fn found(summary: &Arc<FileSummary>) -> Option<FoundRow> {
    let pupil = summary.pupil().filter(|_| summary.is_listed())?;
    pupil.cases.iter().find(|case| case.set == "K")?;
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Some(FoundRow {
        name: summary.name.clone(),
        id_number: Whole::parse(&pupil.id_no).map_or(Number::None, Number::Whole),
        birth: pupil.birth.map(crate::lists::normalise::date::When::Day),
        sex: pupil.sex.parse().ok(),
        town: text(&pupil.town),
        village: text(&pupil.village),
        guardian: pupil.guardians.first().and_then(|guardian| text(&guardian.name)),
        phone: pupil.guardians.first().and_then(|guardian| text(&guardian.phone)),
        note: None,
    })
}

/// The open comparison. Pages are only shown while there is a register.
pub fn use_comparing() -> Comparing {
    expect_context::<Comparing>()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::FileId;
    use crate::lists::compare::Tier;
    use crate::register::clock::Hlc;
    use crate::register::matches::Word;

    #[test]
    fn one_persons_word_holds_for_strong_likenesses_alone() {
        let word = |verdict: Verdict, by: u128| Word { verdict, by: FileId(by), at: Hlc::default() };
        let said = |second: Option<Word>| Decided { first: word(Verdict::Same, 1), second, contested: false };
        let decided = BTreeMap::from([
            ("one".to_owned(), said(None)),
            ("two".to_owned(), said(Some(word(Verdict::Same, 2)))),
        ]);
        let decisions = decisions(&decided);
        let about = |key: &str| [Tier::Strong, Tier::Weak].map(|tier| decisions.about(key, tier));
        assert_eq!(about("one"), [Some(Held::Confirm), None]);
        assert_eq!(about("two"), [Some(Held::Confirm); 2]);
        assert_eq!(about("three"), [None, None]);
    }
}
