//! The comparison as it stood with earlier batches, made in the worker beside the present one, and what changed since.
//!
//! The words people have said on likenesses count for the earlier comparison if they were said before the first later batch came
//! in: so a child that was proven to be another one since is told so.
use super::{Comparing, State, Trouble, decisions, found};
use crate::app::batches::{self, Batch};
use crate::app::matches;
use crate::domain::date::Date;
use crate::lists::compare::Settings;
use crate::lists::compare::changes::Figures;
use crate::lists::compare::job::{Question, Reply};
use crate::platform::clock;
use crate::platform::worker::DeskError;
use leptos::prelude::{GetUntracked, Set, With, WithUntracked};
use std::sync::Arc;

/// How far the look back is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Since {
    #[default]
    Idle,
    /// Chunks of rows that are in, and all.
    Loading {
        done: usize,
        all: usize,
    },
    /// All rows are in: both comparisons are made.
    Comparing,
    /// What changed since the lists of this day.
    Ready(Date, Arc<Figures>),
    Failed(Trouble),
}

fn then(question: Question) -> Question {
    Question::Then(Box::new(question))
}

impl Comparing {
    /// The days of earlier batches, the latest first (tracked).
    pub fn earlier_days(self) -> Vec<Date> {
        self.batches.with(|here| batches::earlier_days(&here.all))
    }

    /// Compares as of a day beside the present comparison, and tells what changed since.
    pub async fn look_back(self, day: Date) {
        let is_ready = self.state.try_with_untracked(|state| matches!(state, State::Ready(_))) == Some(true);
        if !is_ready {
            return;
        }
        let turn = self.next_turn();
        let since = match self.since(turn, day).await {
            Ok(figures) => Since::Ready(day, Arc::new(figures)),
            Err(_) if !self.is_turn(turn) => return,
            Err(trouble) => Since::Failed(trouble),
        };
        if self.is_turn(turn) {
            self.since.try_set(since);
        }
    }

    /// Ends the look back; the present comparison stays, and is read in again with the next question.
    pub fn stop_looking_back(self) {
        self.next_turn();
        self.since.set(Since::Idle);
    }

    async fn since(self, turn: u32, day: Date) -> Result<Figures, Trouble> {
        let here = self.batches.get_untracked();
        let held: Vec<Batch> = batches::as_of(&here.all, day).into_iter().cloned().collect();
        let tell = move |done, all| {
            if self.is_turn(turn) {
                self.since.try_set(Since::Loading { done, all });
            }
        };
        tell(0, held.iter().map(|batch| batch.header.chunks as usize).sum());
        self.put(then(Question::Unload)).await?;
        self.load(turn, &held, then, tell).await?;
        if !self.is_turn(turn) {
            return Err(DeskError::Stopped.into());
        }
        self.since.try_set(Since::Comparing);
        // The first day on which something else came in: what was said from then on was not known.
        let came = batches::current(&here.all)
            .into_iter()
            .filter(|batch| held.iter().all(|old| old.id != batch.id))
            .map(|batch| batch.header.taken_on)
            .min();
        let mut decided = matches::all(self.register).await?;
        let is_known =
            |at: crate::register::clock::Hlc| came.is_none_or(|came| at.date(clock::zone()) < came);
        decided.retain(|_, said| is_known(said.first.at));
        for said in decided.values_mut() {
            said.second = said.second.filter(|second| is_known(second.at));
        }
        let children = self.register.summaries.with_untracked(|all| {
            let is_old = |file: &&Arc<_>| opened_by(file, day);
            all.values().filter(is_old).filter_map(found).collect()
        });
        self.put(then(Question::Found(children))).await?;
        let settings = self.register.policy.with_untracked(|policy| Settings::of(policy));
        self.put(then(Question::Compare { settings, decisions: decisions(&decided) })).await?;
        match self.put(Question::Changes).await? {
            Reply::Changes(figures) => Ok(figures),
            _ => Err(DeskError::Stopped.into()),
        }
    }
}

/// Whether the child was found door to door by that day.
fn opened_by(file: &crate::register::summary::Summary, day: Date) -> bool {
    let cases = file.pupil().map(|pupil| pupil.cases.as_slice()).unwrap_or_default();
    cases.iter().any(|case| case.set == "K" && case.opened.is_none_or(|opened| opened <= day))
}
