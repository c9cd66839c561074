//! What is small and not personal, in localStorage: never a child's data. Where storage is refused, the defaults hold.
use gloo_storage::{LocalStorage, Storage};

/// Every key there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pref {
    Language,
    Theme,
    /// The path last shown: it holds random ids only.
    LastScreen,
    LastBackup,
}

impl Pref {
    fn key(self) -> &'static str {
        match self {
            Pref::Language => "baoxue.language",
            Pref::Theme => "baoxue.theme",
            Pref::LastScreen => "baoxue.last-screen",
            Pref::LastBackup => "baoxue.last-backup",
        }
    }
}

pub fn read(pref: Pref) -> Option<String> {
    LocalStorage::get(pref.key()).ok()
}

/// A browser that refuses only forgets a preference.
pub fn write(pref: Pref, value: &str) {
    let _forgotten = LocalStorage::set(pref.key(), value);
}
