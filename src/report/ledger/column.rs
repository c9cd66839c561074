//! The 42 columns of a ledger (domain.md §4.10), in the order of the form.
use super::{Row, school_of};
use crate::domain::codes::{self, CodeList};
use crate::domain::date::Date;
use crate::domain::schooling::Schooling;
use crate::register::summary::CaseBrief;

/// What stands in a ledger's cell. Words of codes are i18n's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum {
    Empty,
    Text(String),
    Number(i64),
    Day(Date),
    Code(&'static CodeList, String),
    Codes(&'static CodeList, Vec<String>),
    /// Several names.
    Names(Vec<String>),
    /// A number of a person: masked until somebody asks.
    Masked(Mask, String),
    Flag(bool),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mask {
    Id,
    Roll,
    Certificate,
    Phone,
}

pub struct Column {
    pub key: &'static str,
    /// Width on screen, in characters.
    pub width: u32,
    pub read: fn(&Row) -> Datum,
}

impl std::fmt::Debug for Column {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(self.key)
    }
}

const fn of(key: &'static str, width: u32, read: fn(&Row) -> Datum) -> Column {
    Column { key, width, read }
}

pub static COLUMNS: [Column; 42] = [
    of("n", 5, |row| Datum::Number(row.number as i64)),
    of("town", 11, |row| text(&row.pupil.town)),
    of("village", 11, |row| text(&row.pupil.village)),
    of("school", 22, school),
    of("stage", 9, stage),
    of("grade", 12, |row| code(&codes::GRADE, &row.pupil.grade)),
    of("class", 8, |row| text(&row.pupil.class)),
    of("name", 10, |row| text(row.name)),
    of("sex", 8, |row| code(&codes::SEX, &row.pupil.sex)),
    of("ethnic", 10, |row| code(&codes::ETHNIC, &row.pupil.ethnic)),
    of("id_no", 20, |row| masked(Mask::Id, &row.pupil.id_no)),
    of("xueji_no", 21, |row| masked(Mask::Roll, &row.pupil.roll_no)),
    of("birth", 11, |row| day(row.pupil.birth)),
    of("guardian", 10, |row| text(guardian(row).map_or("", |guardian| &guardian.name))),
    of("relation", 10, |row| code(&codes::KINSHIP, guardian(row).map_or("", |guardian| &guardian.kinship))),
    of("phone", 14, |row| masked(Mask::Phone, guardian(row).map_or("", |guardian| &guardian.phone))),
    of("hukou", 26, |row| text(&row.pupil.household_address)),
    of("address", 26, |row| text(&row.pupil.address)),
    of("flags", 20, |row| codes(&codes::FLAG, &row.pupil.flags_on(row.world.day))),
    of("dis_type", 14, |row| code(&codes::DISABILITY_TYPE, &row.pupil.disability_type)),
    of("dis_grade", 11, |row| code(&codes::DISABILITY_GRADE, &row.pupil.disability_grade)),
    of("cert_no", 23, |row| masked(Mask::Certificate, &row.pupil.cert_no)),
    of("status", 18, |row| code(&codes::SCHOOLING, row.schooling.map_or("", Schooling::code))),
    of("placement", 26, placement),
    of("duty_school", 22, |row| named(row, school_of(row.pupil, row.world.day))),
    of("teachers", 16, |row| names(row.pupil.teachers.iter().map(|id| row.world.name(*id)))),
    of("out_from", 11, out_from),
    of("reason", 20, reason),
    of("persuasions", 9, |row| {
        case(row).map_or(Datum::Empty, |case| Datum::Number(case.persuaded.len() as i64))
    }),
    of("last_on", 11, |row| day(case(row).and_then(|case| case.persuaded.last().copied()))),
    of("by", 16, persuaders),
    of("step", 22, |row| code(&codes::NOTICE, case(row).map_or("", |case| &case.step))),
    of("returned_on", 11, |row| day(case(row).and_then(|case| case.returned_on))),
    of("return_school", 22, return_school),
    of("xueji_ok", 9, registered),
    of("carer1", 12, |row| carer(row, 0)),
    of("carer2", 12, |row| carer(row, 1)),
    of("plan_no", 12, |row| text(case(row).map_or("", |case| &case.plan_no))),
    of("close_state", 20, close_state),
    of("closed_on", 11, |row| day(case(row).and_then(|case| case.closed_on))),
    of("evidence", 14, |row| names(row.pupil.evidence.iter().cloned())),
    of("note", 20, |row| text(&row.pupil.remark)),
];

/// The column of a key.
pub fn column(key: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.key == key)
}

fn text(text: &str) -> Datum {
    if text.is_empty() { Datum::Empty } else { Datum::Text(text.to_owned()) }
}

fn code(list: &'static CodeList, code: &str) -> Datum {
    if code.is_empty() { Datum::Empty } else { Datum::Code(list, code.to_owned()) }
}

fn codes(list: &'static CodeList, codes: &[&str]) -> Datum {
    if codes.is_empty() {
        Datum::Empty
    } else {
        Datum::Codes(list, codes.iter().map(|code| (*code).to_owned()).collect())
    }
}

fn day(day: Option<Date>) -> Datum {
    day.map_or(Datum::Empty, Datum::Day)
}

fn masked(mask: Mask, number: &str) -> Datum {
    if number.is_empty() { Datum::Empty } else { Datum::Masked(mask, number.to_owned()) }
}

fn names(names: impl Iterator<Item = String>) -> Datum {
    let names: Vec<String> = names.filter(|name| !name.is_empty()).collect();
    if names.is_empty() { Datum::Empty } else { Datum::Names(names) }
}

fn named(row: &Row, id: Option<crate::domain::id::FileId>) -> Datum {
    text(&id.map(|id| row.world.name(id)).unwrap_or_default())
}

fn guardian<'a>(row: &Row<'a>) -> Option<&'a crate::register::summary::GuardianBrief> {
    row.pupil.guardians.first()
}

fn school(row: &Row) -> Datum {
    match named(row, row.pupil.school) {
        Datum::Empty => text(row.school),
        named => named,
    }
}

/// 学段, from the grade: 小学 or 初中; a special school's grades 1–6 and 7–9 likewise.
fn stage(row: &Row) -> Datum {
    let grade = row.pupil.grade.as_str();
    let stage = match (grade.chars().next(), grade.chars().nth(1)) {
        (Some('1'), _) => "PRIMARY",
        (Some('2'), _) => "JUNIOR",
        (Some('3'), _) => "SENIOR",
        (Some('S'), Some('1'..='6')) => "PRIMARY",
        (Some('S'), Some(_)) => "JUNIOR",
        _ => "",
    };
    code(&codes::STAGE, stage)
}

/// As reports count it: home teaching by an ordinary or by the special school.
fn placement(row: &Row) -> Datum {
    let Some(placed) = row.pupil.placement_on(row.world.day) else { return Datum::Empty };
    let reported = codes::placement_of(&placed.mode, row.world.school_type(placed.school));
    code(&codes::PLACEMENT, reported.unwrap_or_default())
}

/// The case that is followed: the open one, else the latest.
fn case<'a>(row: &Row<'a>) -> Option<&'a CaseBrief> {
    row.pupil.case_on(row.world.day)
}

/// The day, or the month where no day is known.
fn out_from(row: &Row) -> Datum {
    let Some(case) = case(row) else { return Datum::Empty };
    case.out_from.map_or_else(|| text(&case.out_month), Datum::Day)
}

/// Why the child is out of school, or why it is not.
fn reason(row: &Row) -> Datum {
    let Some(case) = case(row) else { return Datum::Empty };
    let list = if case.verdict == "NOT_REAL" { &codes::NOT_REAL_REASON } else { &codes::DROPOUT_REASON };
    code(list, &case.reason)
}

fn persuaders(row: &Row) -> Datum {
    let Some(case) = case(row) else { return Datum::Empty };
    let staff = case.persuaders.iter().map(|id| row.world.name(*id));
    names(staff.chain(case.other_persuaders.iter().cloned()))
}

fn return_school(row: &Row) -> Datum {
    let Some(case) = case(row) else { return Datum::Empty };
    match case.school {
        Some(_) => named(row, case.school),
        None => text(&case.other_school),
    }
}

/// Said of a child who is back or placed; of others there is nothing to say yet.
fn registered(row: &Row) -> Datum {
    let back = case(row).filter(|case| case.registered || case.returned_on.is_some());
    back.map_or(Datum::Empty, |case| Datum::Flag(case.registered))
}

fn close_state(row: &Row) -> Datum {
    let state = case(row).map(|case| case.state_on(row.world.day));
    code(&codes::CASE_STATE, state.map_or("", |state| state.code()))
}

/// The first or second distinct carer who is in office.
fn carer(row: &Row, at: usize) -> Datum {
    let mut people: Vec<&str> = Vec::new();
    for carer in row.pupil.carers_on(row.world.day) {
        if !carer.person.is_empty() && !people.contains(&carer.person.as_str()) {
            people.push(&carer.person);
        }
    }
    text(people.get(at).copied().unwrap_or_default())
}
