//! 民政 孤儿、事实无人抚养、困境、留守儿童名单 (G): children in the care of civil affairs.
use super::{Number, Person, PersonRow, Who};
use crate::domain::codes::{ETHNIC, FLAG, KINSHIP};
use crate::lists::columns::ListKind;
use crate::lists::normalise::date::When;
use crate::lists::normalise::{count, phone, text};
use crate::lists::schools::school_name;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CivilRow {
    pub town: Option<String>,
    pub village: Option<String>,
    pub name: String,
    pub id_number: Number,
    pub sex: Option<u8>,
    pub ethnic: Option<String>,
    pub birth: Option<When>,
    /// 孤儿, 事实无人抚养, 困境, 留守: a code of [`FLAG`], or the list's own words.
    pub group: Option<String>,
    /// 低保, 特困 and their like, in the list's own words.
    pub household_type: Option<String>,
    pub guardian: Option<String>,
    /// A code of [`KINSHIP`].
    pub relation: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    /// 儿童主任: who looks after the village's children.
    pub director: Option<String>,
    pub director_phone: Option<String>,
    pub school: Option<String>,
}

impl ListRow for CivilRow {
    const KIND: ListKind = ListKind::Civil;

    fn read(cells: &mut RowCells) -> Option<CivilRow> {
        let Who { name, number, birth, sex } = Who::read(cells, None, None)?;
        Some(CivilRow {
            town: cells.may("town", text::words),
            village: cells.may("village", text::words),
            name,
            id_number: number,
            sex,
            ethnic: cells.may("ethnic", |cell| count::code(cell, &ETHNIC)),
            birth,
            group: cells.may("group", |cell| count::code_or_words(cell, &FLAG)),
            household_type: cells.may("household_type", text::words),
            guardian: cells.may("guardian", text::name),
            relation: cells.may("relation", |cell| count::code_or_words(cell, &KINSHIP)),
            phone: cells.may("phone", phone::read),
            address: cells.may("address", text::words),
            director: cells.may("director", text::name),
            director_phone: cells.may("director_phone", phone::read),
            school: cells.may("school", school_name),
        })
    }

    crate::row_of_child!();

    crate::list_row_fields!(
        town,
        village,
        name,
        id_number,
        sex,
        ethnic,
        birth,
        group,
        household_type,
        guardian,
        relation,
        phone,
        address,
        director,
        director_phone,
        school,
    );
}

impl PersonRow for CivilRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            guardian: self.guardian.as_deref(),
            home: self.address.as_deref().or(self.village.as_deref()),
            school: self.school.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }
}
