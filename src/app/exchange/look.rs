//! A register file looked at: opened, unsealed, read at the worker's desk, and merged in memory by the code that imports.
use crate::app::exchange::arrivals;
use crate::app::exchange::undo::{self, Imported};
use crate::app::keeper::{KeepError, Media};
use crate::app::layout::Device;
use crate::app::register::Register;
use crate::app::session::AppCipher;
use crate::app::trust::{self, Seen};
use crate::domain::id::{FileId, RegisterId};
use crate::interchange::caseload::References;
use crate::interchange::job::{Answer, Ask, Opened, Unread};
use crate::interchange::json::{Issue, Parsed};
use crate::interchange::preview::{Here, Plan, Planner};
use crate::platform::worker::{Desk, DeskError, Tool};
use crate::platform::{clock, files, random, turn};
use crate::register::change::DeviceId;
use crate::register::file::File;
use crate::vault::sealed_file::{self, SealedError};
use crate::vault::{Area, Passphrase, backup};
use js_sys::Uint8Array;
use leptos::prelude::WithUntracked;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use web_sys::Blob;

/// Files merged between two breaths.
const CHUNK: u32 = 32;
/// A file of more bytes than this is refused before it is read into memory.
const MOST_BYTES: f64 = (1_u64 << 30) as f64;

/// What a file is, by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Text or package, as it is.
    Open,
    /// Its passphrase must be asked for.
    Sealed,
    /// A backup: it is restored, not merged.
    Backup,
}

#[derive(Clone, Debug, PartialEq)]
pub enum LookError {
    Keep(KeepError),
    /// The browser cannot read the file (any more).
    Unreadable,
    TooLarge,
    /// A backup: it is restored on a bare tablet, not merged.
    Backup,
    Sealed(SealedError),
    Unread(Unread),
    Desk(DeskError),
    /// The file changed on this tablet since it was looked at: look again.
    Moved,
    NoRandom,
}

impl From<KeepError> for LookError {
    fn from(error: KeepError) -> Self {
        LookError::Keep(error)
    }
}

impl From<SealedError> for LookError {
    fn from(error: SealedError) -> Self {
        LookError::Sealed(error)
    }
}

impl From<DeskError> for LookError {
    fn from(error: DeskError) -> Self {
        LookError::Desk(error)
    }
}

/// What taking a file in would do; the merged files are in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    pub plan: Plan,
    /// Faults of the text; with any, nothing is taken in.
    pub issues: Vec<Issue>,
    pub more_issues: u32,
    /// Pictures beside the text that this tablet has not got and its files name.
    pub new_media: Vec<String>,
    /// Signing keys that come with it and are not believed here yet, or never will be.
    pub keys: Vec<Seen>,
    /// The files as they were found here.
    found: BTreeMap<FileId, u64>,
}

impl Look {
    pub fn brings_nothing(&self) -> bool {
        self.plan.changes_nothing() && self.new_media.is_empty()
    }
}

pub async fn sort_of(file: &Blob) -> Result<Sort, LookError> {
    if file.size() > MOST_BYTES {
        return Err(LookError::TooLarge);
    }
    let first = files::slice(file, 0, 32).await.ok_or(LookError::Unreadable)?;
    Ok(match first.starts_with(backup::MAGIC) {
        true => Sort::Backup,
        false if sealed_file::is_sealed(&first) => Sort::Sealed,
        false => Sort::Open,
    })
}

/// Opens a file at the desk, unsealing it first where a passphrase is given.
pub async fn open(
    desk: &Desk,
    cipher: &AppCipher,
    file: &Blob,
    passphrase: Option<&Passphrase>,
    progress: Rc<dyn Fn(u64, u64)>,
) -> Result<Opened, LookError> {
    let bytes = files::buffer(file).await.ok_or(LookError::Unreadable)?;
    let bytes = match passphrase {
        None => bytes,
        Some(passphrase) => {
            let opened = sealed_file::open(cipher, passphrase, &bytes.to_vec(), &*progress).await?;
            Uint8Array::from(opened.as_slice())
        }
    };
    match ask(desk, &Ask::Open { sealed: passphrase.is_some() }, bytes).await? {
        Answer::Opened(opened) => Ok(*opened),
        Answer::Unread(why) => Err(LookError::Unread(why)),
        _ => Err(DeskError::OtherVersion.into()),
    }
}

async fn ask(desk: &Desk, question: &Ask, bytes: Uint8Array) -> Result<Answer, DeskError> {
    let question = postcard::to_allocvec(question).map_err(|_| DeskError::OtherVersion)?;
    let answer = desk.hand_over(Tool::Exchange, &question, bytes, Rc::new(|_| {})).await?;
    postcard::from_bytes(&answer).map_err(|_| DeskError::OtherVersion)
}

fn nothing() -> Uint8Array {
    Uint8Array::new_with_length(0)
}

/// Where an opened file is looked at: beside the register of this tablet, or on an empty one.
pub async fn look(
    register: Option<Register>,
    desk: &Desk,
    cipher: &AppCipher,
    opened: Opened,
    progress: &dyn Fn(u64, u64),
) -> Result<Look, LookError> {
    let here = here(register).await;
    let Opened { header, files: count, issues, more_issues, media } = opened;
    let parsed =
        Parsed { header, files: Vec::new(), issues: issues.clone(), more_issues: more_issues as usize };
    let (mut planner, _) = Planner::new(here, parsed);
    let mut found = BTreeMap::new();
    let mut references = References::default();
    let mut done = 0_u64;
    loop {
        let Answer::Files(some) = ask(desk, &Ask::Files { most: CHUNK }, nothing()).await? else {
            return Err(DeskError::Stopped.into());
        };
        if some.is_empty() {
            break;
        }
        let mut mine = mine(register, some.iter().map(|file| file.id)).await?;
        for theirs in some {
            let own = mine.remove(&theirs.id);
            if let Some(own) = &own {
                found.insert(own.id, crate::register::fingerprint::of_file(own));
            }
            done += 1;
            planner.take(theirs, own.as_ref());
        }
        progress(done, u64::from(count));
        turn::breathe().await;
    }
    let plan = planner.finish();
    plan.files.iter().for_each(|planned| references.gather(&planned.file));
    let held: BTreeSet<String> = match register {
        Some(register) => {
            register.vault().keys(Area::Media, "").map_err(KeepError::from)?.into_iter().collect()
        }
        None => BTreeSet::new(),
    };
    let is_new = |hash: &String| references.media.contains(hash) && !held.contains(hash);
    let new_media = media.into_iter().filter(is_new).collect();
    let keys = trust::arriving(cipher, register, plan.files.iter().map(|planned| &planned.file)).await?;
    Ok(Look { plan, issues, more_issues, new_media, keys, found })
}

async fn here(register: Option<Register>) -> Here {
    let wall = clock::wall();
    match register {
        None => Here { register: None, practice: false, device: DeviceId(0), counter: 0, wall },
        Some(register) => {
            let keeper = register.keeper();
            let keeper = keeper.lock().await;
            let card = register.card();
            let (device, counter) = (keeper.device(), keeper.counter());
            Here { register: Some(RegisterId(card.id)), practice: card.practice, device, counter, wall }
        }
    }
}

async fn mine(
    register: Option<Register>,
    ids: impl Iterator<Item = FileId>,
) -> Result<BTreeMap<FileId, File>, KeepError> {
    let Some(register) = register else { return Ok(BTreeMap::new()) };
    let ids: Vec<FileId> =
        register.summaries.with_untracked(|all| ids.filter(|id| all.contains_key(id)).collect());
    let files = register.keeper().lock().await.files(&ids).await?;
    Ok(files.into_iter().map(|file| (file.id, file)).collect())
}

/// The new pictures, out of the package; their names are proven by their bytes there.
pub async fn media(
    desk: &Desk,
    hashes: &[String],
    progress: &dyn Fn(u64, u64),
) -> Result<Vec<Media>, LookError> {
    let mut media = Vec::with_capacity(hashes.len());
    for hash in hashes {
        let Answer::Medium(Some(bytes)) = ask(desk, &Ask::Medium { hash: hash.clone() }, nothing()).await?
        else {
            return Err(DeskError::Stopped.into());
        };
        media.push(Media { hash: hash.clone(), bytes });
        progress(media.len() as u64, hashes.len() as u64);
    }
    Ok(media)
}

/// A replica that nobody has been before.
pub fn new_device() -> Result<Device, LookError> {
    let bits = random::bits().ok_or(LookError::NoRandom)?;
    Ok(Device { id: bits as u64, counter: 0 })
}

/// Takes in what was looked at: files and pictures in one transaction. Afterwards the state before is on offer.
pub async fn take_in(
    register: Register,
    desk: &Desk,
    look: Look,
    progress: &dyn Fn(u64, u64),
) -> Result<(), LookError> {
    let media = media(desk, &look.new_media, progress).await?;
    let keys = trust::at_first_sight(&look.keys);
    let device = if look.plan.needs_new_device() { Some(new_device()?) } else { None };
    let files = look.plan.into_writes();
    let ids: Vec<FileId> = files.iter().map(|file| file.id).collect();
    let before = undo::snapshot(register, &ids).await?;
    let arrived = arrivals::noted(register, &before, &files).await?;
    match register.import(files, media, device, Some(&look.found), arrived).await {
        Err(KeepError::Moved) => return Err(LookError::Moved),
        other => other?,
    }
    // Were the tablet to stop here, the keys would wait to be accepted like any other.
    trust::accept(register, &keys).await?;
    undo::offer(register, Imported::Register, before, look.new_media).await?;
    Ok(())
}
