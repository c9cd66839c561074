//! What each column of a sheet means: proposed, corrected by a person, remembered for the department that sends it.
use crate::domain::date::Date;
use crate::lists::columns::{List, ListKind, Must};
use crate::lists::headings::{Heading, headings, plain};
use crate::lists::sheet::Sheet;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a sheet's headings stand and which column holds what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub kind: ListKind,
    /// The first row of the headings, from 0.
    pub first: u32,
    /// How many rows they take.
    pub rows: u32,
    /// The sheet's column for each of the list's columns, in their order.
    pub columns: Vec<Option<u32>>,
}

impl Mapping {
    /// A mapping with no column yet, for a person to fill in.
    pub fn empty(kind: ListKind, first: u32, rows: u32) -> Mapping {
        Mapping { kind, first, rows, columns: vec![None; kind.list().columns.len()] }
    }

    /// The row after the headings.
    pub fn body(&self) -> u32 {
        self.first.saturating_add(self.rows)
    }

    fn list(&self) -> &'static List {
        self.kind.list()
    }

    /// The sheet's column that holds what this key names.
    pub fn column(&self, key: &str) -> Option<u32> {
        let at = self.list().columns.iter().position(|column| column.key == key)?;
        self.columns.get(at).copied().flatten()
    }

    /// Gives a sheet's column a meaning, taking it from any other; `None` leaves the meaning without a column.
    pub fn set(&mut self, key: &str, to: Option<u32>) {
        self.columns.resize(self.list().columns.len(), None);
        let keys = self.list().columns.iter().map(|column| column.key);
        for (slot, its_key) in self.columns.iter_mut().zip(keys) {
            if its_key == key {
                *slot = to;
            } else if to.is_some() && *slot == to {
                *slot = None;
            }
        }
    }

    /// The columns that the list cannot do without and that none stands for.
    pub fn missing(&self) -> Vec<&'static str> {
        let columns = self.list().columns.iter();
        let lacks = |at: usize| self.columns.get(at).copied().flatten().is_none();
        columns.enumerate().filter(|(at, c)| c.must == Must::Have && lacks(*at)).map(|(_, c)| c.key).collect()
    }
}

/// A mapping as found, with how sure it is; 0–99 for the whole, 0–100 a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    pub mapping: Mapping,
    pub confidence: u8,
    pub sureness: Vec<u8>,
    /// The sheet's headings: column and text, as a person reads them.
    pub headings: Vec<(u32, String)>,
    pub title: Option<String>,
    /// The office that filled in the list.
    pub unit: Option<String>,
    /// The day the list holds for.
    #[serde(with = "day")]
    pub as_of: Option<Date>,
}

/// What a person decided about a department's headings: it holds when next term's list comes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    pub kind: ListKind,
    /// The office, as its lists name it; empty where they do not.
    pub unit: String,
    /// Heading as compared → the key it stands for, or nothing.
    pub meanings: BTreeMap<String, String>,
}

impl Memory {
    pub fn of(mapping: &Mapping, sheet: &Sheet, unit: &str) -> Memory {
        let meaning = |heading: &Heading| {
            let at = mapping.columns.iter().position(|column| *column == Some(heading.column));
            at.and_then(|at| mapping.list().columns.get(at)).map_or("", |column| column.key).to_owned()
        };
        let found = headings(sheet, mapping.first, mapping.rows);
        let meanings = found.iter().map(|heading| (plain(&heading.shown), meaning(heading))).collect();
        Memory { kind: mapping.kind, unit: unit.to_owned(), meanings }
    }

    /// Puts the remembered meanings over a proposal; headings never seen keep what was proposed. True if any was known.
    pub fn recall(&self, sheet: &Sheet, proposal: &mut Proposal) -> bool {
        if self.kind != proposal.mapping.kind {
            return false;
        }
        let mut known = false;
        for heading in headings(sheet, proposal.mapping.first, proposal.mapping.rows) {
            let Some(key) = self.meanings.get(&plain(&heading.shown)) else { continue };
            known = true;
            for slot in proposal.mapping.columns.iter_mut().filter(|slot| **slot == Some(heading.column)) {
                *slot = None;
            }
            if !key.is_empty() {
                proposal.mapping.set(key, Some(heading.column));
            }
        }
        known
    }
}

/// Days as `YYYY-MM-DD`, or nothing.
pub(crate) mod day {
    use crate::domain::date::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        day.map(|day| day.to_string()).serialize(serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(deserializer)?;
        let broken = |_| serde::de::Error::custom("YYYY-MM-DD expected");
        text.map(|text| text.parse().map_err(broken)).transpose()
    }
}
