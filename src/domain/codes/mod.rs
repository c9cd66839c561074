//! Code lists as data, each with its version and source (domain.md §3). An unknown code is kept and shown as it is.

/// One list: every code once, in the order of its standard or form.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// Its name in JSON and settings.
    pub key: &'static str,
    /// The standard, notice or form that it comes from.
    pub source: &'static str,
    /// When the list last changed its meaning, `YYYY-MM` or the standard's year.
    pub version: &'static str,
    pub codes: &'static [Code],
}

#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    pub code: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
}

impl CodeList {
    pub fn find(&self, code: &str) -> Option<&'static Code> {
        self.codes.iter().find(|entry| entry.code == code)
    }
}
