//! Filters, tabs and choices of a page in the address, so that going back and reloading find them again.
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;

/// One part of the address: its text, empty where it is not there.
#[derive(Clone, Copy)]
pub struct Query {
    now: Memo<Option<String>>,
    set: SignalSetter<Option<String>>,
}

/// The part of the address after `?key=`. Changing it adds no step to the way back: filters, tabs.
pub fn use_query(key: &'static str) -> Query {
    part(key, true)
}

/// As [`use_query`], and each change is a step that "back" undoes: what is open.
pub fn use_query_step(key: &'static str) -> Query {
    part(key, false)
}

fn part(key: &'static str, replace: bool) -> Query {
    let options = NavigateOptions { replace, scroll: false, ..NavigateOptions::default() };
    let (now, set) = query_signal_with_options::<String>(key, options);
    Query { now, set }
}

impl Query {
    pub fn get(self) -> String {
        self.now.get().unwrap_or_default()
    }
    pub fn now(self) -> String {
        self.now.get_untracked().unwrap_or_default()
    }
    /// An empty text takes it out of the address.
    pub fn set(self, text: &str) {
        self.set.set((!text.is_empty()).then(|| text.to_owned()));
    }
}
