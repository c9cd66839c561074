//! The ledger of school-age children as the worker answers for it: lists and files together, a window of rows at a time. Rows of an
//! earlier question are never shown under a later one.
use crate::app::comparing::{Comparing, Trouble};
use crate::app::ledgers::Line;
use crate::app::register::Register;
use crate::domain::id::FileId;
use crate::lists::compare::ledger::{Offers, Query};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Children asked for at once.
const WINDOW: u32 = 100;

#[derive(Clone, Copy)]
pub struct Rolls {
    comparing: Comparing,
    pub total: RwSignal<u32>,
    pub offers: RwSignal<Arc<Offers>>,
    /// Rises with every question that was answered; 0 before the first.
    pub answered: RwSignal<u32>,
    known: RwSignal<BTreeMap<u32, Arc<Line>>>,
    /// The question whose rows are known, and the windows of it that were asked for.
    query: StoredValue<Query>,
    asked: StoredValue<BTreeSet<u32>>,
    turn: StoredValue<u32>,
}

impl Rolls {
    /// Follows the question, the comparison and the files, as long as the ledger is that of the lists.
    pub fn new(register: Register, comparing: Comparing, by_lists: Memo<bool>, query: Memo<Query>) -> Rolls {
        let rolls = Rolls {
            comparing,
            total: RwSignal::new(0),
            offers: RwSignal::new(Arc::default()),
            answered: RwSignal::new(0),
            known: RwSignal::new(BTreeMap::new()),
            query: StoredValue::new(Query::default()),
            asked: StoredValue::new(BTreeSet::new()),
            turn: StoredValue::new(0),
        };
        Effect::new(move || {
            comparing.round.track();
            register.summaries.track();
            let query = query.get();
            if by_lists.get() {
                rolls.load(query);
            }
        });
        rolls
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn load(self, query: Query) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        spawn_local(async move {
            // What fails is said by the comparison itself.
            let Ok((total, rows)) = self.comparing.ledger(query.clone(), 0, WINDOW).await else { return };
            if !self.is_turn(turn) {
                return;
            }
            self.query.set_value(query.clone());
            self.asked.set_value(BTreeSet::from([0]));
            self.known.set((0..).zip(rows.into_iter().map(|row| Arc::new(Line::from(row)))).collect());
            self.total.set(total);
            self.answered.update(|answered| *answered += 1);
            if let Ok(offers) = self.comparing.offers(query).await
                && self.is_turn(turn)
            {
                self.offers.set(Arc::new(offers));
            }
        });
    }

    /// Asks for the window that a row lies in, once.
    pub fn ask(self, row: u32) {
        let from = row / WINDOW * WINDOW;
        if !self.asked.try_update_value(|asked| asked.insert(from)).unwrap_or_default() {
            return;
        }
        let (turn, query) = (self.turn.get_value(), self.query.get_value());
        spawn_local(async move {
            match self.comparing.ledger(query, from, WINDOW).await {
                Ok((_, rows)) if self.is_turn(turn) => {
                    let rows = rows.into_iter().map(|row| Arc::new(Line::from(row)));
                    self.known.try_update(|known| known.extend((from..).zip(rows)));
                }
                Ok(_) => {}
                Err(_) => drop(self.asked.try_update_value(|asked| asked.remove(&from))),
            }
        });
    }

    /// A row that has come (tracked).
    pub fn line(self, row: u32) -> Option<Arc<Line>> {
        self.known.with(|known| known.get(&row).cloned())
    }

    /// Each row's key, another after every question (tracked).
    pub fn keys(self) -> Arc<[u128]> {
        let of = u128::from(self.answered.get()) << 32;
        (0..u128::from(self.total.get())).map(|row| of | row).collect()
    }
}

/// The row of a key.
pub fn row_of(key: u128) -> u32 {
    (key & u128::from(u32::MAX)) as u32
}

/// Where the lines of a ledger come from when they leave the page, as many as there are.
#[derive(Clone)]
pub enum Source {
    Files(Arc<[FileId]>),
    Lists(Comparing, Query, usize),
}

impl Source {
    pub fn len(&self) -> usize {
        match self {
            Source::Files(files) => files.len(),
            Source::Lists(_, _, total) => *total,
        }
    }

    pub async fn lines(&self, from: usize, count: usize) -> Result<Vec<Line>, Trouble> {
        match self {
            Source::Files(files) => {
                Ok(files.iter().skip(from).take(count).copied().map(Line::of_file).collect())
            }
            Source::Lists(comparing, query, _) => {
                let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
                let (_, rows) = comparing.ledger(query.clone(), number(from), number(count)).await?;
                Ok(rows.into_iter().map(Line::from).collect())
            }
        }
    }

    /// The files of everybody on it.
    pub async fn files(&self) -> Result<Arc<[FileId]>, Trouble> {
        match self {
            Source::Files(files) => Ok(files.clone()),
            Source::Lists(comparing, query, _) => Ok(comparing.ledger_files(query.clone()).await?.into()),
        }
    }
}
