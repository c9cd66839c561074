//! The open register as the pages see it: signals of plain data to read, `keep` to write.
//!
//! The summaries of all files are in memory; a file is read when it is opened. Everything written goes through one queue, so
//! that two acts never race; what could not be saved is said in [`SaveStatus`] until it is resolved.
use crate::app::keeper::{KeepError, Keeper, Media, Order, Saved, Surroundings};
use crate::app::layout::RegisterCard;
use crate::app::session::{AppCipher, AppStore};
use crate::domain::calendar::Calendar;
use crate::domain::date::{Clock, Date};
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::platform::{clock, random};
use crate::register::breach::{self, Breach};
use crate::register::change::Dot;
use crate::register::command::Command;
use crate::register::derived_id::Secret;
use crate::register::file::File;
use crate::register::search::{Entry, Hits, Index};
use crate::register::summary::Summary;
use crate::register::tasks::{self, Task, World};
use crate::vault::{Area, Put, Vault};
use futures::lock::Mutex;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

mod bulk;

pub type AppKeeper = Keeper<AppStore, AppCipher>;
pub type Summaries = BTreeMap<FileId, Arc<Summary>>;
/// The summaries as they were known at the end of a day.
#[derive(Clone, Debug)]
pub struct Past {
    pub day: Date,
    /// The [`mark`] of the summaries of now from whose files it was made.
    pub of: u64,
    pub files: Arc<Summaries>,
}

/// Tells one state of all files from another: every change of a file changes its fingerprint.
pub fn mark(files: &Summaries) -> u64 {
    files.values().fold(files.len() as u64, |mark, summary| mark ^ summary.fingerprint)
}

/// Is everything on this tablet's disk?
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SaveStatus {
    #[default]
    Idle,
    Saving,
    Saved {
        at: Clock,
    },
    Failed(Arc<KeepError>),
}

/// A file as a page sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Loaded {
    #[default]
    Loading,
    Ready(Arc<File>),
    Failed(Arc<KeepError>),
}

/// The clock and the generator of this tablet.
pub struct Here;

impl Surroundings for Here {
    fn wall(&self) -> u64 {
        clock::wall()
    }
    fn today(&self) -> Date {
        clock::today()
    }
    fn now(&self) -> Clock {
        clock::now()
    }
    fn random(&self) -> u128 {
        random::bits().unwrap_or_default()
    }
}

/// A new id for a file or a record.
pub fn new_record() -> RecordId {
    RecordId(random::bits().unwrap_or_default())
}

pub fn new_file() -> FileId {
    FileId(random::bits().unwrap_or_default())
}

/// Context: the open register. Copy it freely; it is a handle.
#[derive(Clone, Copy)]
pub struct Register {
    keeper: StoredValue<Rc<Mutex<AppKeeper>>, LocalStorage>,
    vault: StoredValue<Vault<AppStore, AppCipher>, LocalStorage>,
    card: StoredValue<RegisterCard>,
    me: FileId,
    pub summaries: RwSignal<Summaries>,
    pub policy: RwSignal<Arc<Policy>>,
    pub calendar: Memo<Arc<Calendar>>,
    pub today: RwSignal<Date>,
    pub status: RwSignal<SaveStatus>,
    /// What was known by a day, where that was asked for; see [`crate::app::figures`].
    pub past: RwSignal<Option<Past>>,
    /// When a backup was last made on this tablet, in milliseconds since 1970.
    pub last_backup: RwSignal<Option<u64>>,
    index: StoredValue<Index>,
}

impl Register {
    pub async fn over(keeper: AppKeeper, me: FileId) -> Result<Register, KeepError> {
        let summaries = keeper.summaries.clone();
        let card = keeper.card.clone();
        let vault = keeper.vault().clone();
        let mut index = Index::default();
        summaries.values().for_each(|summary| put_into(&mut index, summary, &summaries));
        let policy = RwSignal::new(Arc::new(Policy::default()));
        let today = RwSignal::new(clock::today());
        let register = Register {
            keeper: StoredValue::new_local(Rc::new(Mutex::new(keeper))),
            vault: StoredValue::new_local(vault),
            card: StoredValue::new(card),
            me,
            summaries: RwSignal::new(summaries),
            policy,
            calendar: Memo::new(move |_| Arc::new(policy.get().calendar_around(today.get()))),
            today,
            status: RwSignal::new(SaveStatus::Idle),
            past: RwSignal::new(None),
            last_backup: RwSignal::new(crate::app::backup::last()),
            index: StoredValue::new(index),
        };
        register.read_policy().await?;
        Ok(register)
    }

    pub fn me(self) -> FileId {
        self.me
    }

    pub fn card(self) -> RegisterCard {
        self.card.get_value()
    }

    pub fn secret(self) -> Secret {
        Secret(self.card.with_value(|card| card.secret))
    }

    pub fn vault(self) -> Vault<AppStore, AppCipher> {
        self.vault.get_value()
    }

    pub fn summary(self, id: FileId) -> Memo<Option<Arc<Summary>>> {
        Memo::new(move |_| self.summaries.with(|all| all.get(&id).cloned()))
    }

    /// The summaries as known at the end of a day, nothing until they are loaded; without a day, those of now (tracked).
    pub fn with_known<T>(self, day: Option<Date>, then: impl FnOnce(&Summaries) -> T) -> T {
        let Some(day) = day else { return self.summaries.with(then) };
        let past = self.past.get().filter(|past| past.day == day).map(|past| past.files);
        then(past.as_deref().unwrap_or(&Summaries::new()))
    }

    /// The name of a file, now; empty where it is not there.
    pub fn name_of(self, id: FileId) -> String {
        self.summaries.with(|all| all.get(&id).map(|summary| summary.name.clone()).unwrap_or_default())
    }

    /// The pupils that a search text finds, the best first, at most `limit`.
    pub fn find(self, text: &str, limit: usize) -> Hits {
        self.index.with_value(|index| index.query(text, limit))
    }

    pub fn tasks(self) -> Vec<Task> {
        let (policy, calendar, today) = (self.policy.get(), self.calendar.get(), self.today.get());
        let world = World { today, policy: &policy, calendar: &calendar };
        let mut all: Vec<Task> = self
            .summaries
            .with(|all| all.values().flat_map(|summary| tasks::tasks_of(summary, &world)).collect());
        all.sort_by_key(|task| (task.urgency, task.due));
        all
    }

    pub fn tasks_of(self, id: FileId) -> Vec<Task> {
        let (policy, calendar, today) = (self.policy.get(), self.calendar.get(), self.today.get());
        let world = World { today, policy: &policy, calendar: &calendar };
        self.summaries
            .with(|all| all.get(&id).map(|summary| tasks::tasks_of(summary, &world)).unwrap_or_default())
    }

    pub fn breaches(self) -> Vec<Breach> {
        self.summaries.with(|all| breach::breaches(all.values()))
    }

    /// Returns when nothing is being saved.
    pub async fn quiet(self) {
        drop(self.keeper.get_value().lock().await);
    }

    pub async fn file(self, id: FileId) -> Result<Arc<File>, KeepError> {
        let keeper = self.keeper.get_value();
        let mut keeper = keeper.lock().await;
        keeper.file(id).await
    }

    /// A file that follows its changes: read again whenever its summary changes.
    pub fn watch(self, id: impl Fn() -> Option<FileId> + Send + Sync + 'static) -> RwSignal<Loaded> {
        let loaded = RwSignal::new(Loaded::Loading);
        let wanted = Memo::new(move |_| {
            let id = id()?;
            Some((
                id,
                self.summaries.with(|all| all.get(&id).map(|summary| (summary.fingerprint, summary.last_at))),
            ))
        });
        Effect::new(move |_| {
            let Some((id, _)) = wanted.get() else { return };
            leptos::task::spawn_local(async move {
                let now = match self.file(id).await {
                    Ok(file) => Loaded::Ready(file),
                    Err(why) => Loaded::Failed(Arc::new(why)),
                };
                if wanted.try_get_untracked().flatten().is_some_and(|(wanted, _)| wanted == id) {
                    loaded.try_set(now);
                }
            });
        });
        loaded
    }

    /// Applies and saves, all or nothing. The status says how it went; the caller keeps what was typed until `Ok`.
    pub async fn keep(self, orders: Vec<Order>, media: Vec<Media>) -> Result<Saved, KeepError> {
        self.status.set(SaveStatus::Saving);
        let touched: Vec<FileId> = orders.iter().map(|order| order.file).collect();
        let answer = {
            let keeper = self.keeper.get_value();
            let mut keeper = keeper.lock().await;
            let answer = keeper.keep(orders, media, &Here).await;
            if answer.is_ok() {
                self.follow(&keeper, &touched);
            }
            answer
        };
        self.settle(answer, touched).await
    }

    async fn settle<T>(self, answer: Result<T, KeepError>, touched: Vec<FileId>) -> Result<T, KeepError> {
        match &answer {
            // A refusal is the form's matter; the disk is in order.
            Err(KeepError::Refused(_) | KeepError::Moved) => self.status.set(SaveStatus::Idle),
            Err(why) => self.status.set(SaveStatus::Failed(Arc::new(why.clone()))),
            Ok(_) => {
                self.status.set(SaveStatus::Saved { at: clock::now() });
                if touched.contains(&self.card.with_value(|card| card.county)) {
                    self.read_policy().await?;
                }
            }
        }
        answer
    }

    fn follow(self, keeper: &AppKeeper, touched: &[FileId]) {
        self.index.update_value(|index| {
            for id in touched {
                match keeper.summaries.get(id) {
                    Some(summary) => put_into(index, summary, &keeper.summaries),
                    None => index.remove(*id),
                }
            }
        });
        self.summaries.update(|all| {
            for id in touched {
                match keeper.summaries.get(id) {
                    Some(summary) => all.insert(*id, summary.clone()),
                    None => all.remove(id),
                };
            }
        });
    }

    async fn read_policy(self) -> Result<(), KeepError> {
        let county = self.card.with_value(|card| card.county);
        let file = match self.file(county).await {
            Ok(file) => file,
            Err(KeepError::NoSuchFile(_)) => return Ok(()),
            Err(other) => return Err(other),
        };
        let read = |table: &str| {
            file.table(table).map(|(id, record)| (id, record.values.clone())).collect::<Vec<_>>()
        };
        let policy = Policy::read(read);
        crate::i18n::codes::set_own_codes(&policy.own_codes);
        self.policy.set(Arc::new(policy));
        Ok(())
    }

    /// Undoes what was just saved.
    pub async fn undo(self, changes: Vec<(FileId, Dot)>) -> Result<Saved, KeepError> {
        let kind = |id: FileId| {
            self.summaries.with_untracked(|all| {
                all.get(&id).and_then(|s| crate::domain::field::FileKind::from_key(&s.kind))
            })
        };
        let orders = changes.into_iter().rev().filter_map(|(file, dot)| {
            Some(Order { file, kind: kind(file)?, command: Command::Undo { dot } })
        });
        self.keep(orders.collect(), Vec::new()).await
    }

    /// A picture's or paper's bytes.
    pub async fn media(self, hash: &str) -> Result<Option<Vec<u8>>, KeepError> {
        Ok(self.vault().read(Area::Media, hash).await?)
    }

    /// What was being typed under this name, sealed.
    pub async fn draft(self, name: &str) -> Result<Option<Vec<u8>>, KeepError> {
        Ok(self.vault().read(Area::Drafts, name).await?)
    }

    /// The names of the drafts that begin so.
    pub fn draft_names(self, prefix: &str) -> Result<Vec<String>, KeepError> {
        Ok(self.vault().keys(Area::Drafts, prefix)?)
    }

    /// Keeps (`Some`) or drops (`None`) a draft.
    pub async fn keep_draft(self, name: &str, bytes: Option<Vec<u8>>) -> Result<(), KeepError> {
        let put = Put { area: Area::Drafts, key: name.to_owned(), bytes };
        Ok(self.vault().commit(vec![put], clock::wall()).await?)
    }
}

/// A pupil is found by own and former names, guardians, numbers, village, town and school; other files are not searched.
fn put_into(index: &mut Index, summary: &Summary, all: &Summaries) {
    let Some(pupil) = summary.pupil().filter(|_| summary.is_listed()) else {
        return index.remove(summary.id);
    };
    let school =
        pupil.school.and_then(|id| all.get(&id)).map(|school| school.name.as_str()).unwrap_or_default();
    let guardians: Vec<&str> = pupil.guardians.iter().map(|guardian| guardian.name.as_str()).collect();
    let phones = pupil.guardians.iter().map(|guardian| guardian.phone.as_str());
    let numbers: Vec<&str> =
        [pupil.id_no.as_str(), &pupil.roll_no, &pupil.cert_no].into_iter().chain(phones).collect();
    let texts = [pupil.village.as_str(), &pupil.town, school];
    index.put(
        summary.id,
        Entry { name: &summary.name, other_names: &guardians, numbers: &numbers, texts: &texts },
    );
}

/// The open register. Pages are only shown while there is one.
pub fn use_register() -> Register {
    expect_context::<Register>()
}
