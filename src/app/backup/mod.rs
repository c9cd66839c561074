//! A backup: written, opened again from its own bytes, counted, and only then called good; how old the last one is; restore.
//!
//! [`make`] is what one tap does. [`Holdings`] is what a person is told of a backup, counted from the backup's bytes and not
//! from memory.
pub mod age;
pub mod holdings;
pub mod restore;

pub use holdings::Holdings;

use crate::app::keys;
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::platform::blob::Slices;
use crate::platform::clock;
use crate::platform::files::Parts;
use crate::platform::worker::Desk;
use crate::vault::cipher::Cipher;
use crate::vault::prefs::{self, Pref};
use crate::vault::{Area, Backup, Damage, RestoreError, Sink, Source, Store, Vault, VaultError};
use futures::stream::{AbortHandle, Abortable};
use holdings::Collector;
use leptos::prelude::Set;
use std::rc::Rc;
use web_sys::Blob;

/// How far a long work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Values written, of all.
    Writing(u64, u64),
    /// Bytes read again, of all.
    Checking(u64, u64),
    /// Bytes taken over, of all.
    Restoring(u64, u64),
}

impl Step {
    pub fn done(self) -> (u64, u64) {
        match self {
            Step::Writing(done, all) | Step::Checking(done, all) | Step::Restoring(done, all) => (done, all),
        }
    }
}

pub type Told = Rc<dyn Fn(Step)>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MakeError {
    Vault(VaultError),
    /// The browser had no room for the file.
    NoRoom,
    /// What was written does not open again as it was: it is not offered.
    NotGood {
        damage: Vec<Damage>,
        unreadable: usize,
    },
    /// It cannot even be read.
    Unread(RestoreError),
    Cancelled,
}

impl From<VaultError> for MakeError {
    fn from(error: VaultError) -> Self {
        MakeError::Vault(error)
    }
}

/// A good backup, not yet saved anywhere.
#[derive(Clone)]
pub struct Made {
    pub file: Blob,
    /// Without any name of a person or place.
    pub name: String,
    pub bytes: u64,
    pub holds: Holdings,
}

/// The name of a backup's file: what it is and of which day.
pub fn file_name(day: Date) -> String {
    format!("baoxue-backup-{day}.baoxue")
}

/// Writes a backup, opens it again and counts what is in it. Changes nothing but the date of the last backup.
pub async fn make(register: Register, told: Told) -> Result<Made, MakeError> {
    let vault = register.vault();
    let mut sink =
        BlobSink { parts: Parts::default(), written: 0, all: all_values(&vault)?, told: told.clone() };
    let at = clock::wall();
    vault.backup(&mut sink).await?;
    let file = sink.parts.finish().ok_or(MakeError::NoRoom)?;
    let source =
        Watched::new(BlobSource(Slices::new(file.clone())), move |done, all| told(Step::Checking(done, all)));
    let holds = check(&vault, source, &keys::cipher(Desk::default())).await?;
    let bytes = file.size() as u64;
    remember(register, at);
    Ok(Made { file, name: file_name(clock::today()), bytes, holds })
}

/// Any long work of this folder with a way to stop it.
pub async fn cancellable<T>(
    work: impl Future<Output = Result<T, MakeError>>,
    stop: futures::future::AbortRegistration,
) -> Result<T, MakeError> {
    Abortable::new(work, stop).await.unwrap_or(Err(MakeError::Cancelled))
}

/// The two ends of a way to stop.
pub fn stop_switch() -> (AbortHandle, futures::future::AbortRegistration) {
    AbortHandle::new_pair()
}

/// Opens the backup that was just made with the slot that is open, and counts what is in it.
pub async fn check<S: Store, C: Cipher, R: Source>(
    vault: &Vault<S, C>,
    source: R,
    cipher: &C,
) -> Result<Holdings, MakeError> {
    let backup = Backup::read(source).await.map_err(|error| MakeError::Unread(error.into()))?;
    let open = vault.reopen_backup(backup).await.map_err(MakeError::Unread)?;
    let mut collector = Collector::default();
    let verified = open
        .look_through(cipher, |area, key, bytes| collector.see(area, key, bytes))
        .await
        .map_err(MakeError::Unread)?;
    let (holds, unreadable) = collector.finish(verified.saved_at);
    match verified.damage.is_empty() && unreadable == 0 && holds.register.is_some() {
        true => Ok(holds),
        false => Err(MakeError::NotGood { damage: verified.damage, unreadable }),
    }
}

fn all_values<S: Store, C: Cipher>(vault: &Vault<S, C>) -> Result<u64, VaultError> {
    Area::ALL.into_iter().map(|area| vault.count(area).map(|count| count as u64)).sum()
}

/// Keeps when the last backup was.
pub fn remember(register: Register, at: u64) {
    prefs::write(Pref::LastBackup, &at.to_string());
    register.last_backup.set(Some(at));
}

/// When the last backup was offered, in milliseconds since 1970.
pub fn last() -> Option<u64> {
    prefs::read(Pref::LastBackup)?.parse().ok()
}

struct BlobSink {
    parts: Parts,
    written: u64,
    all: u64,
    told: Told,
}

impl Sink for BlobSink {
    fn take(&mut self, part: Vec<u8>) {
        self.parts.push(&part);
        self.written += 1;
        if self.written.is_multiple_of(64) {
            (self.told)(Step::Writing(self.written.min(self.all), self.all));
        }
    }
}

pub struct BlobSource(pub Slices);

impl Source for BlobSource {
    fn length(&self) -> u64 {
        self.0.length()
    }

    async fn read(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        self.0.read(at, length).await
    }
}

/// A source that tells how far it was read.
pub struct Watched<R: Source> {
    inner: R,
    told: Box<dyn Fn(u64, u64)>,
}

impl<R: Source> Watched<R> {
    pub fn new(inner: R, told: impl Fn(u64, u64) + 'static) -> Self {
        Watched { inner, told: Box::new(told) }
    }
}

impl<R: Source> Source for Watched<R> {
    fn length(&self) -> u64 {
        self.inner.length()
    }

    async fn read(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        (self.told)(at, self.inner.length());
        self.inner.read(at, length).await
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests;
