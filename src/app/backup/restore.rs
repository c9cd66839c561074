//! A backup brought back onto an empty tablet: looked at, opened with a person's passphrase or the recovery sheet, verified
//! value by value, and only then taken over; the tablet becomes a replica of its own.
use super::holdings::{Collector, Holdings};
use super::{BlobSource, Step, Told, Watched};
use crate::app::keeper;
use crate::app::session::{AppCipher, Session, SessionError, SlotCard};
use crate::platform::blob::Slices;
use crate::platform::{clock, random};
use crate::vault::prefs::{self, Pref};
use crate::vault::{
    Backup, BackupError, Damage, Holder, OpenBackup, Passphrase, RecoveryCode, RestoreError, SlotId, Source,
    VaultError,
};
use std::cell::Cell;
use web_sys::Blob;

/// A picked file, as far as it can be read without a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Whose passphrases open it.
    pub people: Vec<SlotCard>,
    pub bytes: u64,
}

/// What opens it.
pub enum Key {
    Person(SlotId, Passphrase),
    Sheet(RecoveryCode),
}

/// An opened and counted backup; nothing of it is on this tablet yet.
pub struct Ready<R: Source> {
    pub(super) backup: OpenBackup<R, AppCipher>,
    pub holds: Holdings,
    /// What does not open or is not what it should be.
    pub damage: Vec<Damage>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BringError {
    File(RestoreError),
    Session(SessionError),
    /// It opens, but holds no register that this version can read.
    NoRegister,
    Cancelled,
}

impl From<RestoreError> for BringError {
    fn from(error: RestoreError) -> Self {
        BringError::File(error)
    }
}

impl From<SessionError> for BringError {
    fn from(error: SessionError) -> Self {
        BringError::Session(error)
    }
}

pub type BlobBackup = Watched<BlobSource>;

/// Looks at a picked file.
pub async fn look(file: &Blob) -> Result<Found, BackupError> {
    let backup = Backup::read(BlobSource(Slices::new(file.clone()))).await?;
    Ok(Found { people: people(&backup), bytes: file.size() as u64 })
}

fn people<R: Source>(backup: &Backup<R>) -> Vec<SlotCard> {
    let staff = backup.keyring.slots.iter().filter(|slot| matches!(slot.holder, Holder::Staff(_)));
    staff.map(|slot| SlotCard { id: slot.id, label: slot.label.clone() }).collect()
}

/// Opens it and verifies everything in it.
pub async fn open(
    file: &Blob,
    key: Key,
    cipher: &AppCipher,
    told: Told,
) -> Result<Ready<BlobBackup>, BringError> {
    // It is read three times: to be looked through here, and by `bring` to be verified once more and taken over.
    let (times, last) = (Cell::new(0), Cell::new(0));
    let source = Watched::new(BlobSource(Slices::new(file.clone())), move |at, all| {
        if at < last.replace(at) {
            times.set(times.get() + 1);
        }
        told(match times.get() {
            0 => Step::Checking(at, all),
            again => Step::Restoring((again - 1) * all + at, 2 * all),
        });
    });
    open_source(source, key, cipher).await
}

pub async fn open_source<R: Source>(source: R, key: Key, cipher: &AppCipher) -> Result<Ready<R>, BringError> {
    let backup = Backup::read(source).await.map_err(RestoreError::from)?;
    let backup = match key {
        Key::Person(slot, passphrase) => backup.open(cipher, slot, &passphrase).await?,
        Key::Sheet(code) => backup.open_by_recovery(cipher, &code).await?,
    };
    let mut collector = Collector::default();
    let verified = backup.look_through(cipher, |area, key, bytes| collector.see(area, key, bytes)).await?;
    let (holds, unreadable) = collector.finish(verified.saved_at);
    if holds.register.is_none() || unreadable > 0 && verified.damage.is_empty() {
        return Err(BringError::NoRegister);
    }
    Ok(Ready { backup, holds, damage: verified.damage })
}

/// Takes it over, and opens the register. With damage it refuses unless `despite_damage`, and then brings what is whole.
pub async fn bring<R: Source>(
    session: Session,
    ready: Ready<R>,
    cipher: AppCipher,
    despite_damage: bool,
) -> Result<(), BringError> {
    let device = random::bits().ok_or(SessionError::NoRandom)? as u64;
    let at = clock::wall();
    let own = vec![keeper::replica(device).map_err(SessionError::from)?];
    let unlocked = ready.backup.restore(session.store()?, cipher, own, at, despite_damage).await?;
    // The file that was brought is itself a backup of that moment.
    prefs::write(Pref::LastBackup, &ready.holds.saved_at.to_string());
    if ready.holds.register.as_ref().is_some_and(|(_, practice)| *practice) {
        prefs::write(Pref::Practice, "1");
    }
    Ok(session.open(unlocked.vault, unlocked.damage).await?)
}

/// Whether nothing was wrong but the passphrase.
pub fn is_wrong_key(error: &BringError) -> bool {
    use crate::vault::slots::SlotError;
    matches!(error, BringError::File(RestoreError::Vault(VaultError::Slot(SlotError::WrongPassphrase))))
}
