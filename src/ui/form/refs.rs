//! What ids stand for: the names of files and records, and which of them may be chosen.
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::field::{Field, Kind};
use crate::i18n::{Lang, dates};
use crate::ui::kit::Choice;
use leptos::prelude::*;

/// Given by the page: it alone knows which register is open.
#[derive(Clone, Copy)]
pub struct Refs {
    name: Callback<(Kind, String), Option<String>>,
    options: Callback<(&'static Field,), Vec<Choice>>,
}

impl Refs {
    /// `name`: the name behind an id of this kind (`File`, `Record`; of several, the kind of one); `None` where it is gone.
    ///
    /// `options`: what may be chosen for a field; tracked. For files and records that is all there is to choose from. A code
    /// list is replaced by it where it is not empty (a county's own codes), and a text field becomes a choice. For ratings of
    /// goals it names what is rated.
    pub fn new(
        name: impl Fn(Kind, &str) -> Option<String> + Send + Sync + 'static,
        options: impl Fn(&'static Field) -> Vec<Choice> + Send + Sync + 'static,
    ) -> Refs {
        Refs {
            name: Callback::new(move |(kind, id): (Kind, String)| name(kind, &id)),
            options: Callback::new(move |(field,): (&'static Field,)| options(field)),
        }
    }

    /// For tables without references.
    pub fn none() -> Refs {
        Refs::new(|_, _| None, |_| Vec::new())
    }

    pub fn name(self, kind: Kind, id: &str) -> Option<String> {
        self.name.try_run((kind, id.to_owned())).flatten()
    }

    pub fn options(self, field: &'static Field) -> Vec<Choice> {
        self.options.try_run((field,)).unwrap_or_default()
    }
}

/// The terms of the school years before, around and after a day: what a page offers for a field `term`.
pub fn term_choices(today: Date, lang: Lang) -> Vec<Choice> {
    let year = SchoolYear::of(today);
    let years = [year.plus(-1), year, year.plus(1)];
    let terms = years.into_iter().flat_map(|year| [year.autumn(), year.spring()]);
    let choice = |term: String| {
        let words = dates::term(&term, lang);
        Choice::new(term, words)
    };
    terms.map(|term| choice(term.to_string())).collect()
}
