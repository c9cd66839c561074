//! The ledger of school-age children, asked of the worker that holds the lists: the files of this register are handed to it once for
//! every comparison and every state of the files, then windows of rows come back.
use super::{Comparing, Trouble};
use crate::app::ledgers::filed;
use crate::app::register::mark;
use crate::domain::id::FileId;
use crate::lists::compare::job::{Question, Reply};
use crate::lists::compare::ledger::{LedgerRow, Offers, Query};
use crate::platform::worker::DeskError;
use leptos::prelude::*;

/// Files handed over at once.
const SLICE: usize = 1_000;

impl Comparing {
    /// How many children a query chooses, and a window of them.
    pub async fn ledger(self, query: Query, from: u32, count: u32) -> Result<(u32, Vec<LedgerRow>), Trouble> {
        self.hand_over().await?;
        match self.ask(Question::Ledger { query, from, count }).await? {
            Reply::Ledger { total, rows } => Ok((total, rows)),
            _ => Err(DeskError::OtherVersion.into()),
        }
    }

    /// What the ledger can be narrowed by.
    pub async fn offers(self, query: Query) -> Result<Offers, Trouble> {
        self.hand_over().await?;
        match self.ask(Question::Offers(query)).await? {
            Reply::Offers(offers) => Ok(offers),
            _ => Err(DeskError::OtherVersion.into()),
        }
    }

    /// The files of everybody whom a query chooses.
    pub async fn ledger_files(self, query: Query) -> Result<Vec<FileId>, Trouble> {
        self.hand_over().await?;
        match self.ask(Question::LedgerFiles(query)).await? {
            Reply::LedgerFiles(files) => Ok(files),
            _ => Err(DeskError::OtherVersion.into()),
        }
    }

    async fn hand_over(self) -> Result<(), Trouble> {
        let gone = || Trouble::from(DeskError::Stopped);
        let handed = self.handed.try_get_value().ok_or_else(gone)?;
        // One at a time: whoever asks meanwhile waits until all files are there.
        let mut handed = handed.lock().await;
        let round = self.round.try_get_untracked().ok_or_else(gone)?;
        let now = (round, self.register.summaries.try_with_untracked(mark).ok_or_else(gone)?);
        if *handed == Some(now) {
            return Ok(());
        }
        *handed = None;
        let pupils = self.register.summaries.with_untracked(|all| {
            let pupils = all.values().filter(|summary| summary.is_listed() && summary.pupil().is_some());
            pupils.map(|summary| summary.id).collect::<Vec<_>>()
        });
        self.ask(Question::Files { files: Vec::new(), opens: true }).await?;
        for slice in pupils.chunks(SLICE) {
            let files = filed(self.register, slice);
            self.ask(Question::Files { files, opens: false }).await?;
        }
        *handed = Some(now);
        Ok(())
    }
}
