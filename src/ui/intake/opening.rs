//! What a page knows of the list files that are open at the worker's desk, and what a person says of their sheets.
use crate::app::keeper::KeepError;
use crate::app::lists::batch::{ListsError, OpenSheet, sheets_of};
use crate::app::lists::{self, too_large};
use crate::app::register::{Register, use_register};
use crate::i18n::lists::unread_text;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Lang, Language, Word, use_language};
use crate::lists::columns::ListKind;
use crate::lists::job::{Answer, Ask};
use crate::lists::read::Unread;
use crate::platform::files;
use crate::platform::worker::{Desk, DeskError};
use crate::ui::kit::{Toasts, use_toasts};
use crate::ui::words::{desk_error, keep_error};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::File;

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
pub struct Opening {
    pub register: Register,
    pub language: Language,
    pub toasts: Toasts,
    desk: StoredValue<Desk, LocalStorage>,
    /// Every kind of list is of use here; else only those that the register takes in.
    pub takes_all: bool,
    /// What is being read.
    pub work: RwSignal<Option<Work>>,
    /// By file; an empty name where it is about all of them.
    pub problems: RwSignal<Vec<(String, Problem)>>,
    pub sheets: RwSignal<Vec<OpenSheet>>,
    /// Rises with every new question; an answer to an older one is dropped.
    turn: StoredValue<u32>,
    /// Told that the sheets, or what they are taken for, are others now; none are left after a cancel.
    changed: StoredValue<Option<Callback<()>>>,
}

impl Opening {
    pub fn new(takes_all: bool) -> Opening {
        Opening {
            takes_all,
            register: use_register(),
            language: use_language(),
            toasts: use_toasts(),
            desk: StoredValue::new_local(Desk::default()),
            work: RwSignal::new(None),
            problems: RwSignal::new(Vec::new()),
            sheets: RwSignal::new(Vec::new()),
            turn: StoredValue::new(0),
            changed: StoredValue::new(None),
        }
    }

    /// Whom to tell when the sheets change.
    pub fn on_change(self, told: Callback<()>) {
        self.changed.set_value(Some(told));
    }

    fn tell(self) {
        if let Some(told) = self.changed.try_get_value().flatten() {
            told.run(());
        }
    }

    pub fn desk(self) -> Option<Desk> {
        self.desk.try_get_value()
    }

    pub fn next_turn(self) -> u32 {
        self.turn
            .try_update_value(|turn| {
                *turn += 1;
                *turn
            })
            .unwrap_or_default()
    }

    pub fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    pub fn problem(self, file: String, problem: Problem) {
        if matches!(problem, Problem::Desk(_)) {
            // What was open at the desk is gone with it.
            self.sheets.try_set(Vec::new());
        }
        self.problems.try_update(|all| all.push((file, problem)));
    }

    /// Reads more files beside those that are open.
    pub fn open(self, chosen: Vec<File>) {
        let turn = self.next_turn();
        self.problems.set(Vec::new());
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
                            break;
                        }
                    }
                }
            }
            self.work.try_set(None);
            self.tell();
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
        let desk = self.desk().ok_or(Problem::Desk(DeskError::Stopped))?;
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

    /// Stops reading; nothing was changed, and the files may be chosen again.
    pub fn cancel(self) {
        self.next_turn();
        self.desk.with_value(Desk::stop);
        self.clear();
    }

    fn clear(self) {
        self.work.try_set(None);
        self.sheets.try_set(Vec::new());
        self.tell();
    }

    // --- what a person says of a sheet ---------------------------------------------------------

    fn change_sheet(self, at: usize, change: impl FnOnce(&mut OpenSheet)) {
        self.sheets.try_update(|sheets| sheets.get_mut(at).map(change));
        self.tell();
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
            let Some(desk) = self.desk() else { return };
            match lists::ask(&desk, &asked).await {
                Ok(Answer::Proposed(proposals)) => {
                    self.change_sheet(at, |sheet| sheet.headings_at(first, proposals));
                }
                Ok(_) => self.problem(String::new(), Problem::Desk(DeskError::Stopped)),
                Err(why) => self.problem(String::new(), Problem::Desk(why)),
            }
        });
    }

    /// What a person said of the columns holds when the department's next list comes.
    pub async fn remember(self, sheets: &[OpenSheet]) {
        let Some(desk) = self.desk() else { return };
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

    /// The files are done with.
    pub async fn close(self) {
        if let Some(desk) = self.desk() {
            // The desk forgets the files; where it is gone, so are they.
            let _closed = lists::ask(&desk, &Ask::Close).await;
        }
        self.clear();
    }
}
