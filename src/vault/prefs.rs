//! What is small and not personal, in localStorage: never a child's data. Where storage is refused, the defaults hold.
use gloo_storage::{LocalStorage, Storage};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Every key there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pref {
    Language,
    Theme,
    /// The day, and the path and query last shown: random ids and codes only.
    LastScreen,
    /// The key of the field that had the focus at the lock.
    LastField,
    /// When a backup was last offered, in milliseconds since 1970.
    LastBackup,
    /// A practice register is kept here: the lock screen may say its passphrase.
    Practice,
}

impl Pref {
    const ALL: [Pref; 6] =
        [Pref::Language, Pref::Theme, Pref::LastScreen, Pref::LastField, Pref::LastBackup, Pref::Practice];

    fn key(self) -> &'static str {
        match self {
            Pref::Language => "baoxue.language",
            Pref::Theme => "baoxue.theme",
            Pref::LastScreen => "baoxue.last-screen",
            Pref::LastField => "baoxue.last-field",
            Pref::LastBackup => "baoxue.last-backup",
            Pref::Practice => "baoxue.practice",
        }
    }
}

thread_local! {
    /// What was written while the browser refuses storage: kept until the page goes.
    static HELD: RefCell<BTreeMap<&'static str, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// gloo's storage throws where there is none (private mode, storage switched off): asked once, before it is used.
fn is_there() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}

pub fn read(pref: Pref) -> Option<String> {
    let stored = if is_there() { LocalStorage::get(pref.key()).ok() } else { None };
    stored.or_else(|| HELD.with_borrow(|held| held.get(pref.key()).cloned()))
}

/// A browser that refuses only forgets a preference with the page.
pub fn write(pref: Pref, value: &str) {
    let is_stored = is_there() && LocalStorage::set(pref.key(), value).is_ok();
    if !is_stored {
        HELD.with_borrow_mut(|held| held.insert(pref.key(), value.to_owned()));
    }
}

/// Forgets every preference: the tablet is erased.
pub fn forget_all() {
    for pref in Pref::ALL {
        if is_there() {
            LocalStorage::delete(pref.key());
        }
        HELD.with_borrow_mut(|held| held.remove(pref.key()));
    }
}
