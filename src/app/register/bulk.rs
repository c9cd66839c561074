//! Whole files saved at once: an import, a practice register, the way back from an import.
use super::{AppKeeper, Register, SaveStatus};
use crate::app::keeper::{Before, KeepError, Media};
use crate::app::layout::Device;
use crate::domain::id::FileId;
use crate::platform::clock;
use crate::register::file::File;
use crate::vault::Put;
use futures::lock::Mutex;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;

impl Register {
    /// The keeper itself, for use-cases of this folder that need several of its steps under one lock.
    pub(in crate::app) fn keeper(self) -> Rc<Mutex<AppKeeper>> {
        self.keeper.get_value()
    }

    /// Saves whole files (a practice register).
    pub async fn put_files(self, files: Vec<File>, media: Vec<Media>) -> Result<(), KeepError> {
        self.import(files, media, None, None, Vec::new()).await
    }

    /// Saves whole files with their media in one transaction; with `device` this tablet is a new replica from then on.
    /// `found`: the fingerprints of the files that were there when these were made; if one has changed since, nothing is saved. `more` is
    /// saved with them.
    pub async fn import(
        self,
        files: Vec<File>,
        media: Vec<Media>,
        device: Option<Device>,
        found: Option<&BTreeMap<FileId, u64>>,
        more: Vec<Put>,
    ) -> Result<(), KeepError> {
        self.status.set(SaveStatus::Saving);
        let touched: Vec<FileId> = files.iter().map(|file| file.id).collect();
        let answer = {
            let keeper = self.keeper.get_value();
            let mut keeper = keeper.lock().await;
            let as_found = |id: &FileId| match found {
                Some(found) => {
                    keeper.summaries.get(id).map(|summary| summary.fingerprint) == found.get(id).copied()
                }
                None => true,
            };
            let answer = match touched.iter().all(as_found) {
                true => keeper.put_files(files, media, device, more, clock::wall()).await,
                false => Err(KeepError::Moved),
            };
            if answer.is_ok() {
                self.follow(&keeper, &touched);
            }
            answer
        };
        self.settle(answer, touched).await
    }

    /// Puts files back to what they were before an import; see [`AppKeeper::return_to`].
    pub(in crate::app) async fn return_to(
        self,
        before: Vec<Before>,
        media: &[String],
        puts: Vec<Put>,
    ) -> Result<(), KeepError> {
        self.status.set(SaveStatus::Saving);
        let touched: Vec<FileId> = before.iter().map(|(id, _)| *id).collect();
        let answer = {
            let keeper = self.keeper.get_value();
            let mut keeper = keeper.lock().await;
            let answer = keeper.return_to(before, media, puts, clock::wall()).await;
            if answer.is_ok() {
                self.follow(&keeper, &touched);
            }
            answer
        };
        self.settle(answer, touched).await
    }

    /// Writes the summaries of these files anew from the files themselves.
    pub async fn mend(self, ids: &[FileId]) -> Result<(), KeepError> {
        let keeper = self.keeper.get_value();
        let mut keeper = keeper.lock().await;
        keeper.mend(ids, clock::wall()).await?;
        self.follow(&keeper, ids);
        self.summaries.set(keeper.summaries.clone());
        Ok(())
    }
}
