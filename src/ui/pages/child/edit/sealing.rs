//! A form's draft, sealed at every pause and when the page is left, under a name of ids: what was typed is found again after
//! a lock, a crash or a dead battery. A form in which nothing differs keeps no draft.
use crate::app::keeper::KeepError;
use crate::app::register::Register;
use crate::app::session::use_session;
use crate::i18n::Language;
use crate::ui::kit::Toasts;
use crate::ui::pages::pupils::place::{Place, use_place};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A pause this long seals the draft.
const PAUSE: Duration = Duration::from_millis(600);

/// What is left to do with a form's draft once it is saved or thrown away.
#[derive(Clone, Copy)]
pub struct Sealing {
    register: Register,
    toasts: Toasts,
    language: Language,
    place: Place,
    name: StoredValue<String>,
    snapshot: Callback<(), Option<Vec<u8>>>,
    /// What is stored under the name now, as far as this page knows.
    stored: StoredValue<Option<Vec<u8>>>,
    ready: RwSignal<bool>,
    over: StoredValue<bool>,
    /// Something is stored under the name, or on its way there.
    touched: StoredValue<bool>,
}

impl Sealing {
    /// `snapshot`: the draft's bytes, `None` where nothing differs from what the form began with; it is run tracked, and
    /// everything that it reads is followed. `restore`: takes in what was found, `false` where it cannot be read.
    pub fn begin(
        (register, toasts, language): (Register, Toasts, Language),
        name: String,
        snapshot: impl Fn() -> Option<Vec<u8>> + Send + Sync + 'static,
        restore: impl Fn(&[u8]) -> bool + 'static,
    ) -> Sealing {
        let sealing = Sealing {
            register,
            toasts,
            language,
            place: use_place(),
            name: StoredValue::new(name.clone()),
            snapshot: Callback::new(move |()| snapshot()),
            stored: StoredValue::new(None),
            ready: RwSignal::new(false),
            over: StoredValue::new(false),
            touched: StoredValue::new(false),
        };
        spawn_local(async move {
            match register.draft(&name).await {
                Ok(Some(bytes)) => {
                    restore(&bytes);
                    sealing.stored.try_set_value(Some(bytes));
                    sealing.touched.try_set_value(true);
                }
                Ok(None) => {}
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
            sealing.ready.try_set(true);
        });
        let edits = StoredValue::new(0_u32);
        Effect::new(move || {
            let _followed = sealing.snapshot.run(());
            if !sealing.ready.get() {
                return;
            }
            let mine = edits.try_update_value(|n| {
                *n = n.wrapping_add(1);
                *n
            });
            set_timeout(
                move || {
                    if edits.try_get_value() == mine {
                        sealing.seal();
                    }
                },
                PAUSE,
            );
        });
        use_session().drafts.hold(move || sealing.sealed());
        on_cleanup(move || sealing.seal());
        sealing
    }

    /// The stored draft was looked for: the form may be shown.
    pub fn is_ready(self) -> bool {
        self.ready.get()
    }

    /// Something is written that is not saved.
    pub fn is_dirty(self) -> bool {
        self.snapshot.try_run(()).flatten().is_some()
    }

    /// Seals what stands in the form now; says so where that fails.
    pub fn seal(self) {
        // The draft is read at once: the page may be gone by the time it is sealed.
        let sealed = self.sealed();
        spawn_local(async move {
            if let Err(why) = sealed.await {
                self.toasts.fail(keep_error(&why, self.language.now()));
            }
        });
    }

    /// As [`Sealing::seal`]: done when the vault has it.
    fn sealed(self) -> impl Future<Output = Result<(), KeepError>> + 'static {
        let draft = self.fresh();
        async move {
            let Some((name, now)) = draft else { return Ok(()) };
            self.register.keep_draft(&name, now.clone()).await?;
            self.stored.try_set_value(now);
            self.place.drafts.try_update(|n| *n = n.wrapping_add(1));
            Ok(())
        }
    }

    /// The draft's name and bytes, where they differ from what is sealed.
    fn fresh(self) -> Option<(String, Option<Vec<u8>>)> {
        if !self.ready.try_get_untracked()? || self.over.try_get_value()? {
            return None;
        }
        let now = untrack(|| self.snapshot.try_run(()))?;
        let stored = self.stored.try_get_value()?;
        if now == stored {
            return None;
        }
        self.touched.try_set_value(true);
        Some((self.name.try_get_value()?, now))
    }

    /// The form is saved or given up: the draft goes, and nothing is sealed any more.
    pub fn end(self) {
        self.over.try_set_value(true);
        let (Some(name), Some(true)) = (self.name.try_get_value(), self.touched.try_get_value()) else {
            return;
        };
        spawn_local(async move {
            match self.register.keep_draft(&name, None).await {
                Ok(()) => drop(self.place.drafts.try_update(|n| *n = n.wrapping_add(1))),
                Err(why) => self.toasts.fail(keep_error(&why, self.language.now())),
            }
        });
    }
}
