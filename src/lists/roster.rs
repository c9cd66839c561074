//! 送教上门名册: the pupils taught at home, with their teachers and how often they are taught.
use crate::domain::codes::{DISABILITY_GRADE, DISABILITY_TYPE, ETHNIC, KINSHIP, SEX};
use crate::domain::date::Date;
use crate::lists::columns::ListKind;
use crate::lists::issue::Fault;
use crate::lists::mapping::day;
use crate::lists::normalise::date::When;
use crate::lists::normalise::{Read, count, date, identity, phone, text};
use crate::lists::rows::Number;
use crate::lists::schools::school_name;
use crate::lists::sheet::Cell;
use crate::lists::taking::{Key, ListRow, RowCells};
use serde::{Deserialize, Serialize};

/// Visits a week and class hours a visit that a list can mean; the county's own rules are checked against the plan.
const VISITS: (i64, i64) = (1, 14);
const HOURS: (i64, i64) = (1, 8);

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RosterRow {
    /// The responsible school (责任学校), by name.
    pub school: String,
    /// Whether that is a special school; `None` where the list does not say.
    pub school_type: Option<bool>,
    pub name: String,
    /// Whole and valid, or empty: a child whose number is ruined is taken all the same.
    pub id_number: String,
    /// What is left of a ruined number.
    pub number_left: Option<String>,
    /// By the list's own columns.
    pub birth: Option<When>,
    pub sex: Option<String>,
    pub certificate: Option<String>,
    pub teacher1: Option<String>,
    pub teacher2: Option<String>,
    /// Visits a week.
    pub visits: Option<i64>,
    /// Class hours a visit.
    pub hours: Option<i64>,
    #[serde(with = "day")]
    pub from: Option<Date>,
    pub guardian: Option<String>,
    /// A code of [`KINSHIP`].
    pub relation: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub ethnic: Option<String>,
    pub roll_number: Option<String>,
    pub disability_type: Option<String>,
    pub disability_grade: Option<String>,
}

impl ListRow for RosterRow {
    const KIND: ListKind = ListKind::HomeTeaching;

    fn read(cells: &mut RowCells) -> Option<RosterRow> {
        let school = cells.must("school", school_name);
        let school_type = cells.may("school_type", school_is_special);
        let name = cells.must("name", text::name);
        let certificate = cells.may("certificate", identity::certificate);
        let roll_number = cells.may("roll_number", identity::roll);
        let number = identity::number_of_child(cells, certificate.as_deref(), roll_number.as_deref());
        let (id_number, number_left) = match &number {
            Number::Whole(whole) => (whole.to_string(), None),
            ruined => (String::new(), Some(ruined.shown()).filter(|left| !left.is_empty())),
        };
        identity::agree(cells, &id_number, certificate.as_deref());
        // One column for both, as ledgers have it.
        let both = text::names(cells.cell("teacher1")).value.filter(|_| !cells.has("teacher2"));
        let (teacher1, teacher2) = match both.as_deref() {
            Some([first, second]) => (Some(first.clone()), Some(second.clone())),
            _ => (cells.may("teacher1", text::name), cells.may("teacher2", text::name)),
        };
        let visits = cells.may("visits", |cell| count::read(cell, VISITS.0, VISITS.1));
        let hours = cells.may("hours", |cell| count::read(cell, HOURS.0, HOURS.1));
        let from_1904 = cells.from_1904();
        let from = cells.may("from", |cell| date::read(cell, from_1904)).and_then(date::When::day);
        let guardian = cells.may("guardian", text::name);
        let relation = cells.may("relation", |cell| count::code(cell, &KINSHIP));
        let (phone, address) = (cells.may("phone", phone::read), cells.may("address", text::words));
        let ethnic = cells.may("ethnic", |cell| count::code(cell, &ETHNIC));
        let disability_type = cells.may("disability_type", |cell| count::code(cell, &DISABILITY_TYPE));
        let disability_grade = cells.may("disability_grade", |cell| count::code(cell, &DISABILITY_GRADE));
        let birth = cells.may("birth", |cell| date::read(cell, from_1904));
        let sex = cells.may("sex", |cell| count::code(cell, &SEX));
        Some(RosterRow {
            school: school?,
            school_type,
            name: name?,
            id_number,
            number_left,
            birth,
            sex,
            certificate,
            // One teacher named twice is one teacher.
            teacher2: teacher2.filter(|second| Some(second) != teacher1.as_ref()),
            teacher1,
            visits,
            hours,
            from,
            guardian,
            relation,
            phone,
            address,
            ethnic,
            roll_number,
            disability_type,
            disability_grade,
        })
    }

    fn key(&self) -> Option<Key<'_>> {
        (!self.id_number.is_empty()).then_some(Key::Text(&self.id_number))
    }

    crate::list_row_fields!(
        school,
        school_type,
        name,
        id_number,
        number_left,
        birth,
        sex,
        certificate,
        teacher1,
        teacher2,
        visits,
        hours,
        from,
        guardian,
        relation,
        phone,
        address,
        ethnic,
        roll_number,
        disability_type,
        disability_grade,
    );
}

/// 特殊教育学校 or 普通学校, in the words that lists use for either.
fn school_is_special(cell: Cell) -> Read<bool> {
    let read = text::words(cell);
    let Some(words) = read.value else { return Read { value: None, faults: read.faults } };
    let has = |marks: &[&str]| marks.iter().any(|mark| words.contains(mark));
    match (
        has(&["特殊", "特教", "培智", "盲", "聋"]),
        has(&["普通", "普校", "小学", "初中", "中学", "一贯制"]),
    ) {
        (true, _) => Read::sound(true),
        (false, true) => Read::sound(false),
        (false, false) => Read::fault(Fault::UnknownCode { list: "school_type".to_owned() }),
    }
}
