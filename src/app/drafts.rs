//! What is being typed now, and how to seal it: the lock, the automatic lock and another tab's take-over all ask here first.
//!
//! A page that holds unsaved text says once, while it is built,
//! `use_session().drafts.hold(move || seal(register, draft))`; the seal is forgotten when the page goes. Sealing means: the vault
//! has it, durably ([`Register::keep_draft`](crate::app::register::Register::keep_draft)). A page seals at pauses by itself too;
//! this asks for the last words.
use crate::app::keeper::KeepError;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use std::rc::Rc;

type Seal = Rc<dyn Fn() -> LocalBoxFuture<'static, Result<(), KeepError>>>;

/// The seals of the pages on show.
#[derive(Clone, Copy)]
pub struct Drafts(StoredValue<Vec<(u32, Seal)>, LocalStorage>);

impl Default for Drafts {
    fn default() -> Self {
        Drafts(StoredValue::new_local(Vec::new()))
    }
}

impl Drafts {
    /// `seal` is asked whenever the page may go without its person's doing; until the owner that called goes.
    pub fn hold<F>(self, seal: impl Fn() -> F + 'static)
    where
        F: Future<Output = Result<(), KeepError>> + 'static,
    {
        let seal: Seal = Rc::new(move || Box::pin(seal()));
        let number = self.0.try_update_value(|held| {
            let number = held.last().map_or(0, |(last, _)| last + 1);
            held.push((number, seal));
            number
        });
        on_cleanup(move || {
            self.0.try_update_value(|held| held.retain(|(other, _)| Some(*other) != number));
        });
    }

    /// Seals all; every one is tried, the first failure is told.
    pub async fn seal_all(self) -> Result<(), KeepError> {
        let held = self.0.try_get_value().unwrap_or_default();
        let mut answer = Ok(());
        for (_, seal) in held {
            answer = answer.and(seal().await);
        }
        answer
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn every_page_on_show_is_asked_and_a_failure_of_one_keeps_no_other_from_sealing() {
        let owner = Owner::new();
        owner.with(|| {
            let drafts = Drafts::default();
            let sealed = Rc::new(Cell::new(0));
            let page = Owner::new();
            page.with(|| drafts.hold(|| async { Err(KeepError::NoRegister) }));
            let count = sealed.clone();
            drafts.hold(move || {
                count.set(count.get() + 1);
                async { Ok(()) }
            });
            assert_eq!(pollster::block_on(drafts.seal_all()), Err(KeepError::NoRegister));
            assert_eq!(sealed.get(), 1);
            page.cleanup();
            assert_eq!(pollster::block_on(drafts.seal_all()), Ok(()), "the page that failed is gone");
            assert_eq!(sealed.get(), 2);
        });
    }
}
