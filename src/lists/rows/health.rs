//! 卫健 死亡与重大疾病, 出生 (W): evidence for a finding, never a finding by itself.
use super::words::{self, has};
use super::{Number, Person, PersonRow, Who};
use crate::domain::date::Date;
use crate::lists::columns::ListKind;
use crate::lists::normalise::date::{self, When};
use crate::lists::normalise::text;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct HealthRow {
    pub name: String,
    pub id_number: Number,
    pub sex: Option<u8>,
    pub birth: Option<When>,
    /// The list's own words.
    pub event: Option<String>,
    pub date: Option<Date>,
    pub hospital: Option<String>,
    /// Everything recorded of the child, the gravest first.
    pub events: Vec<Event>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Event {
    Death,
    Illness,
    Birth,
}

impl Event {
    fn of(words: &str) -> Event {
        if has(words, &["死", "亡", "去世"]) {
            Event::Death
        } else if has(words, &["出生", "新生儿"]) {
            Event::Birth
        } else {
            Event::Illness
        }
    }
}

impl ListRow for HealthRow {
    const KIND: ListKind = ListKind::Health;

    fn read(cells: &mut RowCells) -> Option<HealthRow> {
        let Who { name, number, birth, sex } = Who::read(cells, None, None)?;
        let from_1904 = cells.from_1904();
        let events = words::plain(cells.cell("event")).ok().flatten().map(|words| Event::of(&words));
        Some(HealthRow {
            name,
            id_number: number,
            sex,
            birth,
            event: cells.may("event", text::words),
            date: cells.may("date", |cell| date::read(cell, from_1904)).and_then(When::last_day),
            hospital: cells.may("hospital", text::words),
            events: events.into_iter().collect(),
        })
    }

    crate::row_of_child!();

    fn absorb(&mut self, left_out: &Self) {
        self.events.extend(&left_out.events);
        self.events.sort();
        self.events.dedup();
    }

    crate::list_row_fields!(name, id_number, sex, birth, event, date, hospital, events);
}

impl PersonRow for HealthRow {
    fn person(&self) -> Person<'_> {
        Person { birth: self.birth, sex: self.sex, ..Person::of(&self.name, &self.id_number) }
    }
}
