//! What the page knows of one taking-in into the register's files, and what a person chooses of it.
use crate::app::lists;
use crate::app::lists::batch::{self, Part, taken_unasked};
use crate::domain::id::FileId;
use crate::i18n::pages::Transfer as W;
use crate::lists::take_in::{FieldChange, Item, State};
use crate::register::change::RecordKey;
use crate::ui::intake::opening::Opening;
use crate::ui::pages::transfer::undo::say_taken;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A field of a file that the list would change.
pub type FieldAt = (FileId, RecordKey, String);

#[derive(Clone, Copy)]
pub struct Taking {
    pub opening: Opening,
    pub saving: RwSignal<bool>,
    /// What taking the sheets in would do; `None` until that is computed.
    pub parts: RwSignal<Option<Arc<Vec<Part>>>>,
    /// Where a person chose otherwise than is done unasked.
    choices: RwSignal<BTreeMap<FieldAt, bool>>,
    /// Where a teacher on the roster has the name of the person at the tablet: not answered yet, nobody of them, or who teaches there.
    pub mine: RwSignal<Mine>,
}

/// The answer to "is that you?".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mine {
    #[default]
    NotSaid,
    Nobody,
    At(FileId),
}

impl Taking {
    pub fn new() -> Taking {
        let opening = Opening::new(false);
        let taking = Taking {
            opening,
            saving: RwSignal::new(false),
            parts: RwSignal::new(None),
            choices: RwSignal::new(BTreeMap::new()),
            mine: RwSignal::new(Mine::NotSaid),
        };
        opening.on_change(Callback::new(move |()| taking.look()));
        taking
    }

    /// Computes anew what taking in would do.
    fn look(self) {
        let turn = self.opening.next_turn();
        self.parts.try_set(None);
        let sheets = self.opening.sheets.try_get_untracked().unwrap_or_default();
        if sheets.is_empty() {
            self.choices.try_set(BTreeMap::new());
            self.mine.try_set(Mine::NotSaid);
            return;
        }
        let mine = match self.mine.try_get_untracked() {
            Some(Mine::At(school)) => Some(school),
            _ => None,
        };
        spawn_local(async move {
            let Some(desk) = self.opening.desk() else { return };
            let found = batch::preview(self.opening.register, &desk, &sheets, mine).await;
            if !self.opening.is_turn(turn) {
                return;
            }
            match found {
                Ok(parts) => {
                    self.parts.try_set(Some(Arc::new(parts)));
                }
                Err(why) => self.opening.problem(String::new(), why.into()),
            }
        });
    }

    /// Leaves the lists as they are, without taking them in.
    pub fn put_aside(self) {
        self.opening.cancel();
        self.opening.problems.set(Vec::new());
    }

    /// Whether a change is taken, as chosen or as is done unasked (tracked).
    pub fn is_taken(self, item: &Item, change: &FieldChange) -> bool {
        let at = (item.id, change.record.clone(), change.field.clone());
        let chosen = self.choices.try_with(|choices| choices.get(&at).copied()).flatten();
        chosen.unwrap_or_else(|| taken_unasked(change))
    }

    pub fn choose(self, changes: impl IntoIterator<Item = FieldAt>, take: bool) {
        self.choices.update(|choices| choices.extend(changes.into_iter().map(|at| (at, take))));
    }

    /// Answers whether a teacher on the roster is the person at the tablet; what would be taken in is computed anew.
    pub fn say_mine(self, mine: Mine) {
        if self.mine.try_get_untracked() != Some(mine) {
            self.mine.try_set(mine);
            self.look();
        }
    }

    /// Whether the person at the tablet still has to say which teacher they are (tracked).
    pub fn must_say(self) -> bool {
        let asked = self.parts.get().is_some_and(|parts| parts.iter().any(|part| !part.namesakes.is_empty()));
        asked && self.mine.get() == Mine::NotSaid
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
        let opening = self.opening;
        let sheets = opening.sheets.get_untracked();
        self.saving.set(true);
        spawn_local(async move {
            let plans: Vec<_> = parts.iter().map(|part| &part.plan).collect();
            let accept = |item: &Item, change: &FieldChange| untrack(|| self.is_taken(item, change));
            match lists::take_in(opening.register, &plans, accept).await {
                Ok(_) => {
                    opening.remember(&sheets).await;
                    say_taken(W::Taken, opening.register, opening.language, opening.toasts);
                    opening.close().await;
                }
                Err(why) => opening.toasts.fail(keep_error(&why, opening.language.now())),
            }
            self.saving.try_set(false);
        });
    }
}
