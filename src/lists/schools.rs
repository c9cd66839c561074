//! 学校名录: the list of a county's schools.
use crate::domain::codes::SCHOOL_TYPE;
use crate::lists::columns::ListKind;
use crate::lists::issue::Fault;
use crate::lists::normalise::{Read, count, phone, shown, text};
use crate::lists::sheet::Cell;
use crate::lists::taking::{Key, ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SchoolRow {
    /// 学校标识码, ten digits.
    pub school_code: String,
    pub name: String,
    /// A code of [`SCHOOL_TYPE`].
    pub school_type: String,
    pub town: Option<String>,
    pub principal: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
}

impl ListRow for SchoolRow {
    const KIND: ListKind = ListKind::Schools;

    fn read(cells: &mut RowCells) -> Option<SchoolRow> {
        let school_code = cells.must("school_code", school_code);
        let name = cells.must("name", school_name);
        let school_type = cells.must("school_type", |cell| count::code(cell, &SCHOOL_TYPE));
        let (town, principal) = (cells.may("town", text::words), cells.may("principal", text::name));
        let (phone, address) = (cells.may("phone", phone::read), cells.may("address", text::words));
        Some(SchoolRow {
            school_code: school_code?,
            name: name?,
            school_type: school_type?,
            town,
            principal,
            phone,
            address,
        })
    }

    fn key(&self) -> Option<Key<'_>> {
        Some(Key::Text(&self.school_code))
    }

    crate::list_row_fields!(school_code, name, school_type, town, principal, phone, address);
}

/// Ten digits; a number cell of ten digits is whole.
fn school_code(cell: Cell) -> Read<String> {
    let read = text::words(cell);
    let Some(code) = read.value else { return read };
    let code: String = code.chars().filter(|c| *c != ' ').collect();
    match code.chars().count() {
        10 if code.chars().all(|c| c.is_ascii_digit()) => Read::sound(code),
        10 => Read::fault(Fault::NotANumber),
        found => Read::fault(Fault::Length { found }),
    }
}

/// A school's name: spaces inside are line breaks or padding.
pub fn school_name(cell: Cell) -> Read<String> {
    if matches!(cell, Cell::Number(_) | Cell::Bool(_) | Cell::Date(_)) {
        return Read::fault(Fault::NotAName);
    }
    let read = text::words(cell);
    let name = read.value.map(|_| shown(cell).chars().filter(|c| *c != ' ').collect());
    Read { value: name, faults: read.faults }
}
