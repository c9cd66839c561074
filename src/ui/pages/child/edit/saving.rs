//! Saving from a child's page: the command, a word that it is done with a way back, and a failure that stays in sight.
use super::sealing::Sealing;
use crate::app::keeper::{KeepError, Media, Order};
use crate::app::register::Register;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, Language, Word};
use crate::register::change::Dot;
use crate::register::command::{Command, Refused};
use crate::ui::kit::Toasts;
use crate::ui::pages::child::Open;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

/// Applies commands to the open file, all or none; then says `done` and offers to undo it. `args` fill the word.
pub fn keep(child: Open, commands: Vec<Command>, done: W, args: Vec<String>) {
    let order = |command| Order { file: child.id, kind: FileKind::Pupil, command };
    let orders = commands.into_iter().map(order).collect();
    spawn_local(async move {
        match child.register.keep(orders, Vec::new()).await {
            Ok(saved) => say_done(child.register, child.toasts, child.language, done, &args, saved.changes),
            Err(why) => child.toasts.fail(keep_error(&why, child.language.now())),
        }
    });
}

/// Says that something was saved and offers to take it back. Outlives the page that it was done on.
pub fn say_done(
    register: Register,
    toasts: Toasts,
    language: Language,
    done: W,
    args: &[String],
    changes: Vec<(FileId, Dot)>,
) {
    let lang = language.now();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let text = crate::i18n::fill(done.text(lang), &args);
    let undo = Callback::new(move |()| {
        let changes = changes.clone();
        spawn_local(async move {
            match register.undo(changes).await {
                Ok(_) => toasts.say(W::Undone.text(language.now())),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    toasts.offer(text, Common::Undo.text(lang), undo);
}

/// The saving of a form: busy while it lasts, its failure on the page with all that was typed, back to the file once it is
/// done.
#[derive(Clone, Copy)]
pub struct Sending {
    child: Open,
    sealing: Sealing,
    pub busy: RwSignal<bool>,
    pub failure: RwSignal<String>,
    pub back: StoredValue<String>,
    leave: Callback<()>,
}

impl Sending {
    /// `back`: where the form goes when it is done.
    pub fn new(child: Open, sealing: Sealing, back: String) -> Sending {
        let navigate = StoredValue::new_local(use_navigate());
        let back = StoredValue::new(back);
        let leave = Callback::new(move |()| {
            navigate.with_value(|navigate| navigate(&back.get_value(), Default::default()));
        });
        Sending {
            child,
            sealing,
            busy: RwSignal::new(false),
            failure: RwSignal::new(String::new()),
            back,
            leave,
        }
    }

    /// Saves, all or nothing; `name` fills the word `done`.
    pub fn send(self, orders: Vec<Order>, media: Vec<Media>, done: W, name: String) {
        let Sending { child, sealing, busy, failure, leave, .. } = self;
        busy.set(true);
        failure.set(String::new());
        spawn_local(async move {
            match child.register.keep(orders, media).await {
                Ok(saved) => {
                    sealing.end();
                    say_done(child.register, child.toasts, child.language, done, &[name], saved.changes);
                    leave.try_run(());
                }
                Err(KeepError::Refused(Refused::NothingToDo)) => {
                    sealing.end();
                    child.toasts.say(W::Unchanged.text(child.language.now()));
                    leave.try_run(());
                }
                Err(why) => {
                    busy.try_set(false);
                    failure.try_set(keep_error(&why, child.language.now()));
                }
            }
        });
    }
}
