//! What the page knows of one taking-in, and what a person can do with it.
use crate::app::keeper::KeepError;
use crate::app::lists::batch::{self, ListsError, OpenSheet, Part, sheets_of, taken_unasked};
use crate::app::lists::{self, too_large};
use crate::app::register::{Register, use_register};
use crate::domain::id::FileId;
use crate::i18n::lists::unread_text;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Lang, Language, Word, use_language};
use crate::lists::columns::ListKind;
use crate::lists::job::{Answer, Ask};
use crate::lists::read::Unread;
use crate::lists::take_in::{FieldChange, Item, State};
use crate::platform::files;
use crate::platform::worker::{Desk, DeskError};
use crate::register::change::RecordKey;
use crate::ui::kit::{Toasts, use_toasts};
use crate::ui::pages::transfer::undo::say_taken;
use crate::ui::words::{desk_error, keep_error};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::File;

/// A field of a file that the list would change.
pub type FieldAt = (FileId, RecordKey, String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    pub file: String,
    pub rows: u32,
}

/// Why a file, or all of them, cannot be taken in.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The browser cannot read it (any more).
    Unreadable,
    Unread(Unread),
    NotAList,
    Desk(DeskError),
    Keep(Arc<KeepError>),
}

impl Problem {
    pub fn text(&self, lang: Lang) -> String {
        match self {
            Problem::Unreadable => W::Unreadable.text(lang).to_owned(),
            Problem::Unread(why) => unread_text(why, lang),
            Problem::NotAList => W::NotAList.text(lang).to_owned(),
            Problem::Desk(why) => desk_error(*why, lang).to_owned(),
            Problem::Keep(why) => keep_error(why, lang),
        }
    }
}

impl From<ListsError> for Problem {
    fn from(error: ListsError) -> Self {
        match error {
            ListsError::Desk(why) => Problem::Desk(why),
            ListsError::Keep(why) => Problem::Keep(Arc::new(why)),
        }
    }
}

#[derive(Clone, Copy)]
pub struct Taking {
    register: Register,
    language: Language,
    toasts: Toasts,
    desk: StoredValue<Desk, LocalStorage>,
    /// What is being read.
    pub work: RwSignal<Option<Work>>,
    pub saving: RwSignal<bool>,
    /// By file; an empty name where it is about all of them.
    pub problems: RwSignal<Vec<(String, Problem)>>,
    pub sheets: RwSignal<Vec<OpenSheet>>,
    /// What taking the sheets in would do; `None` until that is computed.
    pub parts: RwSignal<Option<Arc<Vec<Part>>>>,
    /// Where a person chose otherwise than is done unasked.
    choices: RwSignal<BTreeMap<FieldAt, bool>>,
    /// Rises with every new question; an answer to an older one is dropped.
    turn: StoredValue<u32>,
}

impl Taking {
    pub fn new() -> Taking {
        Taking {
            register: use_register(),
            language: use_language(),
            toasts: use_toasts(),
            desk: StoredValue::new_local(Desk::default()),
            work: RwSignal::new(None),
            saving: RwSignal::new(false),
            problems: RwSignal::new(Vec::new()),
            sheets: RwSignal::new(Vec::new()),
            parts: RwSignal::new(None),
            choices: RwSignal::new(BTreeMap::new()),
            turn: StoredValue::new(0),
        }
    }

    pub fn register(self) -> Register {
        self.register
    }

    pub fn desk(self) -> Option<Desk> {
        self.desk.try_get_value()
    }

    fn next_turn(self) -> u32 {
        self.turn
            .try_update_value(|turn| {
                *turn += 1;
                *turn
            })
            .unwrap_or_default()
    }

    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    fn problem(self, file: String, problem: Problem) {
        self.problems.try_update(|all| all.push((file, problem)));
    }

    /// Reads more files beside those that are open.
    pub fn open(self, chosen: Vec<File>) {
        let turn = self.next_turn();
        self.problems.set(Vec::new());
        self.parts.set(None);
        spawn_local(async move {
            for file in chosen {
                let name = file.name();
                self.work.try_set(Some(Work { file: name.clone(), rows: 0 }));
                let read = self.read(&file, name.clone()).await;
                if !self.is_turn(turn) {
                    return;
                }
                match read {
                    Ok(sheets) => {
                        self.sheets.try_update(|all| all.extend(sheets));
                    }
                    Err(why) => {
                        let is_lost = matches!(why, Problem::Desk(_));
                        self.problem(name, why);
                        if is_lost {
                            // What was open at the desk is gone with it.
                            self.sheets.try_set(Vec::new());
                            break;
                        }
                    }
                }
            }
            self.look(turn).await;
            self.work.try_set(None);
        });
    }

    async fn read(self, file: &File, name: String) -> Result<Vec<OpenSheet>, Problem> {
        if let Some(Answer::Unread { why, .. }) = too_large(&name, file.size() as u64) {
            return Err(Problem::Unread(why));
        }
        let bytes = files::buffer(file).await.ok_or(Problem::Unreadable)?;
        let memories = lists::memories(self.register).await.map_err(|why| Problem::Keep(Arc::new(why)))?;
        let work = self.work;
        let progress: Rc<dyn Fn(u32)> = Rc::new(move |rows| {
            work.try_update(|work| work.as_mut().map(|work| work.rows = rows));
        });
        let desk = self.desk.try_get_value().ok_or(Problem::Desk(DeskError::Stopped))?;
        match lists::open(&desk, name, bytes, memories, progress).await.map_err(Problem::Desk)? {
            Answer::Opened(opened) => {
                let sheets = sheets_of(opened);
                match sheets.iter().any(|sheet| sheet.mapping.is_some()) {
                    true => Ok(sheets),
                    false => Err(Problem::NotAList),
                }
            }
            Answer::Unread { why, .. } => Err(Problem::Unread(why)),
            _ => Err(Problem::Desk(DeskError::OtherVersion)),
        }
    }

    /// Computes anew what taking in would do.
    async fn look(self, turn: u32) {
        let (Some(desk), Some(sheets)) = (self.desk.try_get_value(), self.sheets.try_get_untracked()) else {
            return;
        };
        if sheets.is_empty() {
            return;
        }
        let found = batch::preview(self.register, &desk, &sheets).await;
        if !self.is_turn(turn) {
            return;
        }
        match found {
            Ok(parts) => {
                self.parts.try_set(Some(Arc::new(parts)));
            }
            Err(why) => {
                if matches!(why, ListsError::Desk(_)) {
                    self.sheets.try_set(Vec::new());
                }
                self.problem(String::new(), why.into());
            }
        }
    }

    fn look_again(self) {
        let turn = self.next_turn();
        self.parts.try_set(None);
        spawn_local(async move { self.look(turn).await });
    }

    /// Stops reading; nothing was changed, and the files may be chosen again.
    pub fn cancel(self) {
        self.next_turn();
        self.desk.with_value(Desk::stop);
        self.clear();
    }

    /// Leaves the lists as they are, without taking them in.
    pub fn put_aside(self) {
        self.cancel();
        self.problems.set(Vec::new());
    }

    fn clear(self) {
        self.work.try_set(None);
        self.sheets.try_set(Vec::new());
        self.parts.try_set(None);
        self.choices.try_set(BTreeMap::new());
    }

    // --- what a person says of a sheet ---------------------------------------------------------

    fn change_sheet(self, at: usize, change: impl FnOnce(&mut OpenSheet)) {
        self.sheets.try_update(|sheets| sheets.get_mut(at).map(change));
        self.look_again();
    }

    pub fn take_for(self, at: usize, kind: Option<ListKind>) {
        self.change_sheet(at, |sheet| sheet.take_for(kind));
    }

    pub fn set_column(self, at: usize, key: &'static str, column: Option<u32>) {
        self.change_sheet(at, |sheet| sheet.set_column(key, column));
    }

    /// The headings begin in this row, from 0.
    pub fn headings_at(self, at: usize, first: u32) {
        let asked = self.sheets.with_untracked(|sheets| {
            let sheet = sheets.get(at)?;
            let rows = sheet.mapping.as_ref().map_or(1, |mapping| mapping.rows);
            Some(Ask::Propose { file: sheet.file, sheet: sheet.sheet, first, rows })
        });
        let Some(asked) = asked else { return };
        spawn_local(async move {
            let Some(desk) = self.desk.try_get_value() else { return };
            match lists::ask(&desk, &asked).await {
                Ok(Answer::Proposed(proposals)) => {
                    self.change_sheet(at, |sheet| sheet.headings_at(first, proposals));
                }
                Ok(_) => self.problem(String::new(), Problem::Desk(DeskError::Stopped)),
                Err(why) => self.problem(String::new(), Problem::Desk(why)),
            }
        });
    }

    // --- what a person chooses -------------------------------------------------------------------

    /// Whether a change is taken, as chosen or as is done unasked (tracked).
    pub fn is_taken(self, item: &Item, change: &FieldChange) -> bool {
        let at = (item.id, change.record.clone(), change.field.clone());
        let chosen = self.choices.try_with(|choices| choices.get(&at).copied()).flatten();
        chosen.unwrap_or_else(|| taken_unasked(change))
    }

    pub fn choose(self, changes: impl IntoIterator<Item = FieldAt>, take: bool) {
        self.choices.update(|choices| choices.extend(changes.into_iter().map(|at| (at, take))));
    }

    /// How many files would be made or changed (tracked).
    pub fn total(self) -> usize {
        let Some(parts) = self.parts.get() else { return 0 };
        let items = parts.iter().flat_map(|part| &part.plan.items);
        items
            .filter(|item| match item.state {
                State::New => true,
                State::Changed => item.changes.iter().any(|change| self.is_taken(item, change)),
                _ => false,
            })
            .count()
    }

    pub fn take_in(self) {
        let Some(parts) = self.parts.get_untracked() else { return };
        let sheets = self.sheets.get_untracked();
        self.saving.set(true);
        spawn_local(async move {
            let plans: Vec<_> = parts.iter().map(|part| &part.plan).collect();
            let accept = |item: &Item, change: &FieldChange| untrack(|| self.is_taken(item, change));
            match lists::take_in(self.register, &plans, accept).await {
                Ok(_) => {
                    self.remember(&sheets).await;
                    say_taken(W::Taken, self.register, self.language, self.toasts);
                    self.put_aside_quietly().await;
                }
                Err(why) => self.toasts.fail(keep_error(&why, self.language.now())),
            }
            self.saving.try_set(false);
        });
    }

    /// What a person said of the columns holds when the department's next list comes.
    async fn remember(self, sheets: &[OpenSheet]) {
        let Some(desk) = self.desk.try_get_value() else { return };
        for sheet in sheets.iter().filter(|sheet| sheet.corrected) {
            let Some(chosen) = sheet.chosen() else { continue };
            let answer = lists::ask(&desk, &Ask::Remember { chosen, unit: sheet.unit() }).await;
            let kept = match answer {
                Ok(Answer::Remembered(memory)) => lists::remember(self.register, memory).await,
                _ => continue,
            };
            if let Err(why) = kept {
                self.toasts.fail(keep_error(&why, self.language.now()));
            }
        }
    }

    async fn put_aside_quietly(self) {
        if let Some(desk) = self.desk.try_get_value() {
            // The desk forgets the files; where it is gone, so are they.
            let _closed = lists::ask(&desk, &Ask::Close).await;
        }
        self.clear();
    }
}
