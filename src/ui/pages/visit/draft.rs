//! The draft of a visit as its page holds it: plain values, sealed at every pause, on leaving and before a camera opens.
use crate::app::keeper::KeepError;
use crate::app::layout;
use crate::app::register::{Register, use_register};
use crate::app::session::use_session;
use crate::app::visit_draft::{self, DraftPhoto, VisitDraft};
use crate::domain::date::Clock;
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::{Cell, Value, Values};
use crate::i18n::use_language;
use crate::platform::clock;
use crate::ui::kit::use_toasts;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A pause this long seals the draft.
const PAUSE: Duration = Duration::from_millis(600);

#[derive(Clone, Copy)]
pub struct Draft {
    /// The pupil.
    pub id: FileId,
    pub record: RecordId,
    pub values: RwSignal<Values>,
    pub photos: RwSignal<Vec<DraftPhoto>>,
    /// When it was sealed last; `None` while something is not on the disk.
    pub sealed: RwSignal<Option<Clock>>,
    register: Register,
    /// Saved or thrown away: nothing is sealed any more.
    over: StoredValue<bool>,
}

impl Draft {
    /// Over what was begun or found; sealed from now on at every pause.
    pub fn new(id: FileId, begun: VisitDraft) -> Draft {
        let draft = Draft {
            id,
            record: begun.record,
            values: RwSignal::new(begun.values),
            photos: RwSignal::new(begun.photos),
            sealed: RwSignal::new(None),
            register: use_register(),
            over: StoredValue::new(false),
        };
        draft.seal_at_pauses();
        // Locks and take-overs ask for the last words.
        use_session().drafts.hold(move || draft.seal());
        draft
    }

    pub fn get(self, key: &'static str) -> Value {
        self.values.try_with(|values| values.get(key).cloned()).flatten().unwrap_or_default()
    }

    /// The field alone: what reads it runs again only when it changes.
    pub fn value(self, key: &'static str) -> Memo<Value> {
        Memo::new(move |_| self.get(key))
    }

    pub fn text(self, key: &'static str) -> Signal<String> {
        let value = self.value(key);
        Signal::derive(move || value.with(|value| value.as_text().unwrap_or_default().to_owned()))
    }

    pub fn texts(self, key: &'static str) -> Signal<Vec<String>> {
        let value = self.value(key);
        Signal::derive(move || value.with(|value| Vec::<String>::read(value).unwrap_or_default()))
    }

    pub fn number(self, key: &'static str) -> Signal<Option<i64>> {
        let value = self.value(key);
        Signal::derive(move || value.with(Value::as_int))
    }

    pub fn flag(self, key: &'static str) -> Memo<Option<bool>> {
        Memo::new(move |_| self.get(key).as_bool())
    }

    pub fn set(self, key: &'static str, value: Value) {
        self.values.try_update(|values| match value.is_blank() {
            true => values.remove(key),
            false => values.insert(key.to_owned(), value),
        });
    }

    pub fn setter(self, key: &'static str) -> Callback<(String,)> {
        Callback::new(move |(text,): (String,)| self.set(key, text.into()))
    }

    /// The whole, as it is now; tracked.
    pub fn now(self) -> VisitDraft {
        VisitDraft {
            record: self.record,
            values: self.values.try_get().unwrap_or_default(),
            photos: self.photos.try_get().unwrap_or_default(),
            sealed: Default::default(),
        }
    }

    fn name(self) -> String {
        visit_draft::draft_name(self.register.me(), self.id)
    }

    fn bytes(self) -> Option<Vec<u8>> {
        if self.over.try_get_value().unwrap_or(true) {
            return None;
        }
        let (values, photos) = (self.values.try_get_untracked()?, self.photos.try_get_untracked()?);
        let sealed = (clock::today(), clock::now());
        layout::encode(&VisitDraft { record: self.record, values, photos, sealed }).ok()
    }

    /// Seals what is written; returns when it is on the disk.
    pub async fn seal(self) -> Result<(), KeepError> {
        match self.bytes() {
            Some(bytes) => {
                self.register.keep_draft(&self.name(), Some(bytes)).await?;
                self.sealed.try_set(Some(clock::now()));
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Takes the sealed draft away: the visit is saved, or thrown away.
    pub async fn end(self) -> Result<(), KeepError> {
        self.over.try_set_value(true);
        self.register.keep_draft(&self.name(), None).await
    }

    fn seal_at_pauses(self) {
        let (toasts, language, register) = (use_toasts(), use_language(), self.register);
        let edits = StoredValue::new(0_u32);
        let seal = move || {
            spawn_local(async move {
                if let Err(why) = self.seal().await {
                    toasts.fail(keep_error(&why, language.now()));
                }
            });
        };
        Effect::new(move |first: Option<()>| {
            self.values.track();
            self.photos.track();
            if first.is_none() {
                return;
            }
            self.sealed.set(None);
            let mine = edits.try_update_value(|edits| {
                *edits = edits.wrapping_add(1);
                *edits
            });
            let pause = move || {
                if edits.try_get_value() == mine {
                    seal();
                }
            };
            set_timeout(pause, PAUSE);
        });
        // Left between two pauses: the last words too.
        on_cleanup(move || {
            let unsealed = edits.try_get_value().is_some_and(|edits| edits > 0);
            if let Some(bytes) = self.bytes().filter(|_| unsealed) {
                let name = self.name();
                spawn_local(async move {
                    if let Err(why) = register.keep_draft(&name, Some(bytes)).await {
                        toasts.fail(keep_error(&why, language.now()));
                    }
                });
            }
        });
    }
}
