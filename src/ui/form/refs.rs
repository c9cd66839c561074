//! What ids stand for: the names of files and records, and which of them may be chosen.
use crate::domain::field::{Field, Kind};
use leptos::prelude::*;

/// One thing that may be chosen: its id, its name, and a word more to tell it from others of the same name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    pub id: String,
    pub name: String,
    pub more: String,
}

impl Choice {
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Choice {
        Choice { id: id.into(), name: name.into(), more: String::new() }
    }
    pub fn with_more(mut self, more: impl Into<String>) -> Choice {
        self.more = more.into();
        self
    }
}

/// Given by the page: it alone knows which register is open.
#[derive(Clone, Copy)]
pub struct Refs {
    name: Callback<(Kind, String), Option<String>>,
    options: Callback<&'static Field, Vec<Choice>>,
}

impl Refs {
    /// `name`: the name behind an id of this kind (`File`, `Record`; of several, the kind of one); `None` where it is gone.
    /// `options`: what may be chosen for a field. A text field for which there are options becomes a list to choose from.
    pub fn new(
        name: impl Fn(Kind, &str) -> Option<String> + Send + Sync + 'static,
        options: impl Fn(&'static Field) -> Vec<Choice> + Send + Sync + 'static,
    ) -> Refs {
        Refs {
            name: Callback::new(move |(kind, id): (Kind, String)| name(kind, &id)),
            options: Callback::new(options),
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
        self.options.try_run(field).unwrap_or_default()
    }
}
