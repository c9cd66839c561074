//! The eleven kinds of department list and the words that their columns go by (domain.md §6.1): data, no code.
//!
//! Words are written as [`crate::lists::headings::plain`] leaves a heading: no spaces, no punctuation, half-width, lower case.
mod care;
mod departments;
mod schools;
mod shared;

use care::{CARERS, FINDINGS, HOME_TEACHING};
use departments::{CIVIL, DISABILITY, HEALTH, HOUSEHOLD, POOR};
use schools::{ROLL, ROLL_CALL, SCHOOLS};
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ListKind {
    Schools,
    Household,
    Roll,
    RollCall,
    Poor,
    Disability,
    Health,
    Findings,
    HomeTeaching,
    Carers,
    /// Last, as kept batches count the kinds.
    Civil,
}

/// What a column's cells look like, to tell a right guess from a wrong one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    Any,
    Name,
    IdNumber,
    RollNumber,
    Certificate,
    Date,
    Phone,
    Count,
    SchoolCode,
}

/// Whether the list says anything without this column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Must {
    Have,
    May,
}

#[derive(Debug)]
pub struct Column {
    pub key: &'static str,
    pub must: Must,
    pub looks: Looks,
    /// How much this column tells the kind of list: 1 stands in most lists, 5 in this kind alone.
    pub tells: u32,
    pub words: &'static [&'static str],
    /// A heading with one of these means something else.
    pub not: &'static [&'static str],
}

#[derive(Debug)]
pub struct List {
    pub kind: ListKind,
    pub key: &'static str,
    /// Words of the title or the file's name.
    pub titles: &'static [&'static str],
    pub columns: &'static [Column],
}

impl List {
    pub fn column(&self, key: &str) -> Option<&'static Column> {
        self.columns.iter().find(|column| column.key == key)
    }
}

impl ListKind {
    pub fn list(self) -> &'static List {
        match self {
            ListKind::Schools => &SCHOOLS,
            ListKind::Household => &HOUSEHOLD,
            ListKind::Roll => &ROLL,
            ListKind::RollCall => &ROLL_CALL,
            ListKind::Poor => &POOR,
            ListKind::Disability => &DISABILITY,
            ListKind::Health => &HEALTH,
            ListKind::Findings => &FINDINGS,
            ListKind::HomeTeaching => &HOME_TEACHING,
            ListKind::Carers => &CARERS,
            ListKind::Civil => &CIVIL,
        }
    }
}

pub const LISTS: [&List; 11] = [
    &SCHOOLS,
    &HOUSEHOLD,
    &ROLL,
    &ROLL_CALL,
    &POOR,
    &DISABILITY,
    &HEALTH,
    &CIVIL,
    &FINDINGS,
    &HOME_TEACHING,
    &CARERS,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::headings::plain;

    #[test]
    fn words_stand_as_headings_are_compared_and_no_key_twice() {
        for list in LISTS {
            assert_eq!(list.kind.list().key, list.key);
            for (at, column) in list.columns.iter().enumerate() {
                assert!(!column.words.is_empty(), "{} {}", list.key, column.key);
                for word in column.words.iter().chain(column.not) {
                    assert_eq!(&plain(word), word, "{} {}", list.key, column.key);
                }
                assert!(
                    list.columns.iter().skip(at + 1).all(|other| other.key != column.key),
                    "{}",
                    column.key
                );
            }
        }
    }
}
