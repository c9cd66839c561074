//! What narrows a ledger and which columns it shows, as the address says it: never a name in it. A town is named by a number
//! made of its letters, a school by its file's id, the rest by codes and keys of closed lists.
use super::{Column, Datum, Ledger, Row, World, age_of, column, school_of};
use crate::domain::codes::CodeList;
use crate::domain::id::FileId;
use crate::register::search::filter::town_key;
use crate::register::summary::Summary;
use crate::report::figure::Choice;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// The children of a figure, in the place of the ledger's own.
    pub choice: Option<Choice>,
    /// [`town_key`] of the town; empty: any.
    pub town: String,
    pub school: Option<FileId>,
    /// [`town_key`] of a school's name, by which lists know it; empty: any.
    pub listed_school: String,
    /// In full years; `None`: any.
    pub age: Option<u8>,
    /// A code of the ledger's status column; empty: any.
    pub status: String,
    /// Keys of columns in their order; empty: the ledger's own.
    pub columns: Vec<String>,
}

impl Filter {
    /// From the address: `get` gives the value of a key.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Filter {
        let text = |key: &str| get(key).unwrap_or_default();
        let keys = text("columns");
        Filter {
            choice: Choice::read(&get),
            town: text("town"),
            school: text("school").parse().ok(),
            listed_school: text("of"),
            age: text("age").parse().ok(),
            status: text("status"),
            columns: keys.split('.').filter(|key| column(key).is_some()).map(str::to_owned).collect(),
        }
    }

    /// As the address writes it after the ledger's own key, `&` first.
    pub fn write(&self) -> String {
        let school = self.school.map(|id| id.to_string()).unwrap_or_default();
        let columns = self.columns.join(".");
        let age = self.age.map(|age| age.to_string()).unwrap_or_default();
        let pairs = [
            ("town", &self.town),
            ("school", &school),
            ("of", &self.listed_school),
            ("age", &age),
            ("status", &self.status),
            ("columns", &columns),
        ];
        let own = pairs
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(key, value)| ["&", key, "=", value].concat());
        self.choice.iter().map(Choice::write).chain(own).collect()
    }

    /// Whether it leaves anybody out.
    pub fn narrows(&self) -> bool {
        let texts = [&self.town, &self.listed_school, &self.status];
        texts.iter().any(|text| !text.is_empty()) || self.school.is_some() || self.age.is_some()
    }

    pub fn lets(&self, ledger: &Ledger, summary: &Summary, world: &World) -> bool {
        let Some(pupil) = summary.pupil() else { return false };
        (self.town.is_empty() || town_key(&pupil.town) == self.town)
            && self.school.is_none_or(|school| school_of(pupil, world.day) == Some(school))
            && (self.listed_school.is_empty() || self.is_named(school_of(pupil, world.day), world))
            && self.age.is_none_or(|age| age_of(pupil, world.day) == Some(age))
            && (self.status.is_empty()
                || status_of(ledger, summary, world).is_some_and(|(_, code)| code == self.status))
    }

    fn is_named(&self, school: Option<FileId>, world: &World) -> bool {
        school.is_some_and(|school| town_key(&world.name(school)) == self.listed_school)
    }

    /// The columns that are shown, in their order.
    pub fn shown(&self, ledger: &Ledger) -> Vec<&'static Column> {
        let own = || ledger.columns.iter().filter_map(|key| column(key)).collect::<Vec<_>>();
        let chosen: Vec<_> = self.columns.iter().filter_map(|key| column(key)).collect();
        if chosen.is_empty() { own() } else { chosen }
    }
}

/// The code that a ledger's status column shows of a pupil, and its list.
pub(super) fn status_of(
    ledger: &Ledger,
    summary: &Summary,
    world: &World,
) -> Option<(&'static CodeList, String)> {
    match (column(ledger.status)?.read)(&Row::of_file(0, summary, world)?) {
        Datum::Code(list, code) => Some((list, code)),
        _ => None,
    }
}

/// A ledger with its filter and columns, kept under a name. Sealed on the tablet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    pub name: String,
    /// [`Ledger::key`]
    pub ledger: String,
    /// As [`Filter::write`] writes it.
    pub filter: String,
}
