//! Saving from a page: the command, the word that it is done with an undo beside it, or why it was not saved.
use crate::app::keeper::{KeepError, Order, Saved};
use crate::app::register::{Register, use_register};
use crate::i18n::pages::Record as W;
use crate::i18n::{Common, Language, Word, use_language};
use crate::ui::kit::{Toasts, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The register, and where a page says how saving went.
#[derive(Clone, Copy)]
pub struct Saver {
    pub register: Register,
    pub toasts: Toasts,
    pub language: Language,
}

pub fn use_saver() -> Saver {
    Saver { register: use_register(), toasts: use_toasts(), language: use_language() }
}

impl Saver {
    /// Saves, all or nothing; says `done` and offers to undo it, or says why it failed.
    pub async fn keep(self, orders: Vec<Order>, done: impl Word) -> Result<Saved, KeepError> {
        let answer = self.register.keep(orders, Vec::new()).await;
        match &answer {
            Ok(saved) => self.offer_undo(saved.clone(), done),
            Err(why) => self.fail(why),
        }
        answer
    }

    /// [`Saver::keep`] from where nothing waits for the answer.
    pub fn run(self, orders: Vec<Order>, done: impl Word) {
        spawn_local(async move {
            // Both answers are said on the page.
            let _said = self.keep(orders, done).await;
        });
    }

    pub fn offer_undo(self, saved: Saved, done: impl Word) {
        let undo = move || {
            let changes = saved.changes.clone();
            spawn_local(async move {
                match self.register.undo(changes).await {
                    Ok(_) => self.say(W::Undone),
                    Err(why) => self.fail(&why),
                }
            });
        };
        let lang = self.language.now();
        self.toasts.offer(done.text(lang), Common::Undo.text(lang), Callback::new(move |()| undo()));
    }

    pub fn say(self, word: impl Word) {
        self.toasts.say(word.text(self.language.now()));
    }

    pub fn fail(self, why: &KeepError) {
        self.toasts.fail(keep_error(why, self.language.now()));
    }
}
