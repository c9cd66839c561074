//! 乡村振兴 (扶贫) 脱贫户适龄子女 (T): children of households lifted out of poverty, and of those under watch.
use super::words::has;
use super::{Number, Person, PersonRow, Who};
use crate::domain::codes::KINSHIP;
use crate::lists::columns::ListKind;
use crate::lists::normalise::date::When;
use crate::lists::normalise::{count, phone, text};
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PoorRow {
    pub town: Option<String>,
    pub village: Option<String>,
    pub household: Option<String>,
    pub person: Option<String>,
    pub name: String,
    pub id_number: Number,
    pub sex: Option<u8>,
    pub birth: Option<When>,
    pub relation: Option<String>,
    pub household_type: Option<String>,
    pub at_school: Option<String>,
    pub reason: Option<String>,
    pub phone: Option<String>,
}

impl PoorRow {
    /// Whether the household counts as poor: a list of all households names ordinary ones too.
    pub fn counts(&self) -> bool {
        let ordinary = |kind: &str| has(kind, &["一般", "非脱贫", "非贫困", "非监测", "普通户"]);
        !self.household_type.as_deref().is_some_and(ordinary)
    }
}

impl ListRow for PoorRow {
    const KIND: ListKind = ListKind::Poor;

    fn read(cells: &mut RowCells) -> Option<PoorRow> {
        let Who { name, number, birth, sex } = Who::read(cells, None, None)?;
        Some(PoorRow {
            town: cells.may("town", text::words),
            village: cells.may("village", text::words),
            household: cells.may("household", text::words),
            person: cells.may("person", text::words),
            name,
            id_number: number,
            sex,
            birth,
            relation: cells.may("relation", |cell| count::code_or_words(cell, &KINSHIP)),
            household_type: cells.may("household_type", text::words),
            at_school: cells.may("at_school", text::words),
            reason: cells.may("reason", text::words),
            phone: cells.may("phone", phone::read),
        })
    }

    crate::row_of_child!();

    crate::list_row_fields!(
        town,
        village,
        household,
        person,
        name,
        id_number,
        sex,
        birth,
        relation,
        household_type,
        at_school,
        reason,
        phone,
    );
}

impl PersonRow for PoorRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            home: self.village.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}
