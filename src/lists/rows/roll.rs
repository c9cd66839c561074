//! 教育 学籍 (X): the school roll of compulsory school.
use super::words::{self, has, is};
use super::{Number, Person, PersonRow, Who, Whole, fill};
use crate::domain::codes::{ATTENDANCE_MODE, DISABILITY_TYPE, ETHNIC, INCLUSIVE, STUDENT_STATUS};
use crate::lists::columns::ListKind;
use crate::lists::issue::Fault;
use crate::lists::normalise::date::When;
use crate::lists::normalise::{Read, count, identity, phone, text};
use crate::lists::schools::school_name;
use crate::lists::sheet::Cell;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RollRow {
    pub school_code: Option<String>,
    pub school: Option<String>,
    pub grade: Option<String>,
    pub class: Option<String>,
    pub name: String,
    pub sex: Option<u8>,
    pub ethnic: Option<String>,
    pub birth: Option<When>,
    pub id_number: Number,
    pub roll_number: Option<String>,
    pub registered_address: Option<String>,
    pub address: Option<String>,
    /// A code of [`ATTENDANCE_MODE`]; `HOME` is taught at home.
    pub attendance: Option<String>,
    /// A code of [`INCLUSIVE`] other than `0`; `None`: not in an ordinary class with support.
    pub inclusive: Option<String>,
    /// A code of [`DISABILITY_TYPE`], or the list's own word; `None`: no disability marked.
    pub disability_type: Option<String>,
    /// A code of [`STUDENT_STATUS`]; `01` where the list says nothing.
    pub status: Option<String>,
    pub guardian: Option<String>,
    pub phone: Option<String>,
    /// The other schools that have the same pupil on their roll.
    pub also_at: Vec<String>,
}

impl RollRow {
    pub fn at_home(&self) -> bool {
        self.attendance.as_deref() == Some("HOME")
    }

    /// The code of the pupil's status.
    pub fn status(&self) -> &str {
        self.status.as_deref().unwrap_or("01")
    }
}

impl ListRow for RollRow {
    const KIND: ListKind = ListKind::Roll;

    fn read(cells: &mut RowCells) -> Option<RollRow> {
        let roll_number = cells.may("roll_number", identity::roll);
        let Who { name, number, birth, sex } = Who::read(cells, None, roll_number.as_deref())?;
        Some(RollRow {
            school_code: cells.may("school_code", text::words),
            school: cells.may("school", school_name),
            grade: cells.may("grade", text::words),
            class: cells.may("class", text::words),
            name,
            sex,
            ethnic: cells.may("ethnic", |cell| count::code(cell, &ETHNIC)),
            birth,
            id_number: number,
            roll_number,
            registered_address: cells.may("registered_address", text::words),
            address: cells.may("address", text::words),
            attendance: cells.may("attendance", attendance),
            inclusive: cells.may("inclusive", inclusive).or_else(|| inclusive_attendance(cells)),
            disability_type: cells.may("disability_type", disability),
            status: cells.may("status", status),
            guardian: cells.may("guardian", text::name),
            phone: cells.may("phone", phone::read),
            also_at: Vec::new(),
        })
    }

    crate::row_of_child!();

    fn absorb(&mut self, left_out: &Self) {
        let theirs = left_out.school.iter().chain(&left_out.also_at);
        self.also_at.extend(theirs.filter(|school| Some(*school) != self.school.as_ref()).cloned());
        self.also_at.sort();
        self.also_at.dedup();
        // On the roll of one school is on the roll; taught at home by one is taught at home.
        if rank(left_out.status()) < rank(self.status()) {
            self.status.clone_from(&left_out.status);
        }
        if left_out.at_home() {
            self.attendance.clone_from(&left_out.attendance);
        }
        if self.inclusive < left_out.inclusive {
            self.inclusive.clone_from(&left_out.inclusive);
        }
        if self.disability_type < left_out.disability_type {
            self.disability_type.clone_from(&left_out.disability_type);
        }
        fill(&mut self.guardian, &left_out.guardian);
        fill(&mut self.phone, &left_out.phone);
    }

    crate::list_row_fields!(
        school_code,
        school,
        grade,
        class,
        name,
        sex,
        ethnic,
        birth,
        id_number,
        roll_number,
        registered_address,
        address,
        attendance,
        inclusive,
        disability_type,
        status,
        guardian,
        phone,
        also_at,
    );
}

impl PersonRow for RollRow {
    fn person(&self) -> Person<'_> {
        Person {
            name: &self.name,
            number: &self.id_number,
            birth: self.birth,
            sex: self.sex,
            guardian: self.guardian.as_deref(),
            home: self.address.as_deref().or(self.registered_address.as_deref()),
            school: self.school.as_deref(),
            grade: self.grade.as_deref(),
            class: self.class.as_deref(),
        }
    }

    fn other_number(&self) -> Option<Whole> {
        let held = self.roll_number.as_deref()?.strip_prefix('G').and_then(Whole::parse)?;
        (self.id_number.whole() != Some(held)).then_some(held)
    }
}

/// Which of two statuses is believed: the lower.
fn rank(status: &str) -> u8 {
    match status {
        "01" | "05" => 0,
        "02" => 1,
        _ => 2,
    }
}

fn code(
    list: &'static crate::domain::codes::CodeList,
    cell: Cell,
    sorter: impl FnOnce(&str) -> Option<&'static str>,
) -> Read<String> {
    let read = count::code(cell, list);
    if read.value.is_some() || read.faults.is_empty() {
        return read;
    }
    match words::plain(cell) {
        Ok(Some(plain)) => match sorter(&plain) {
            Some(code) => Read::sound(code.to_owned()),
            None => read,
        },
        _ => read,
    }
}

fn attendance(cell: Cell) -> Read<String> {
    code(&ATTENDANCE_MODE, cell, |words| {
        if has(words, &["送教", "上门"]) {
            Some("HOME")
        } else if has(words, &["住", "寄宿"]) {
            Some("BOARD")
        } else if has(words, &["走读", "通学", "随班", "特教", "在校", "借读"]) {
            Some("DAY")
        } else {
            None
        }
    })
}

/// 随班就读 said in the column of the way of attending.
fn inclusive_attendance(cells: &RowCells) -> Option<String> {
    let words = words::plain(cells.cell("attendance")).ok().flatten()?;
    words.contains("随班").then(|| "9".to_owned())
}

fn inclusive(cell: Cell) -> Read<String> {
    let read = code(&INCLUSIVE, cell, |words| {
        if is(words, words::NO) || has(words, &["非", "不", "未", "否"]) { Some("0") } else { None }
    });
    match read.value.as_deref() {
        Some("0") => Read::nothing(),
        Some(_) => read,
        // Whatever else stands there is a kind of support.
        None if read.faults.contains(&Fault::UnknownCode { list: INCLUSIVE.key.to_owned() }) => {
            Read { value: Some("9".to_owned()), faults: Vec::new() }
        }
        None => read,
    }
}

fn disability(cell: Cell) -> Read<String> {
    match words::plain(cell) {
        Ok(Some(plain))
            if is(&plain, words::NO)
                || plain == "00"
                || has(&plain, &["无残", "非残", "正常", "健康", "未残"]) =>
        {
            Read::nothing()
        }
        _ => count::code_or_words(cell, &DISABILITY_TYPE),
    }
}

fn status(cell: Cell) -> Read<String> {
    code(&STUDENT_STATUS, cell, |words| {
        let marks: &[(&[&str], &str)] = &[
            (&["休学"], "02"),
            (&["死", "亡", "去世"], "11"),
            (&["毕业"], "07"),
            (&["结业"], "08"),
            (&["肄业"], "09"),
            (&["转学", "转出", "调出"], "10"),
            (&["复学"], "05"),
            (&["辍学", "流失", "失学"], "06"),
            (&["退学"], "03"),
            (&["开除"], "14"),
            (&["不明", "失踪"], "15"),
            (&["出国", "出境"], "13"),
            (&["保留"], "12"),
            (&["停学"], "04"),
            (&["在读", "在籍", "在校", "正常", "就读", "在册", "转入", "借读", "留级", "跳级"], "01"),
        ];
        if is(words, words::YES) {
            return Some("01");
        }
        marks.iter().find(|(marks, _)| has(words, marks)).map(|(_, code)| *code)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_roll() {
        let value = |read: Read<String>| read.value.unwrap_or_default();
        for (word, code) in [
            ("在读", "01"),
            ("在籍", "01"),
            ("正常", "01"),
            ("在籍在校", "01"),
            ("休学", "02"),
            ("休学中", "02"),
            ("已转出", "10"),
            ("辍学", "06"),
        ] {
            assert_eq!(value(status(Cell::Text(word))), code, "{word}");
        }
        for (word, code) in [
            ("送教上门", "HOME"),
            ("送教", "HOME"),
            ("送教入户", "HOME"),
            ("走读", "DAY"),
            ("住校", "BOARD"),
            ("寄宿生", "BOARD"),
            ("住宿", "BOARD"),
        ] {
            assert_eq!(value(attendance(Cell::Text(word))), code, "{word}");
        }
        for (word, code) in [
            ("否", ""),
            ("0", ""),
            ("非随班就读", ""),
            ("不是", ""),
            ("智力", "3"),
            ("是", "9"),
            ("随班就读", "9"),
            ("3", "3"),
            ("肢体", "9"),
            ("", ""),
        ] {
            assert_eq!(value(inclusive(Cell::Text(word))), code, "{word}");
        }
        assert_eq!(value(inclusive(Cell::Number(0.0))), "");
        for (word, code) in [
            ("无", ""),
            ("否", ""),
            ("无残疾", ""),
            ("肢体", "4"),
            ("肢体残疾", "4"),
            ("孤独症", "孤独症"),
            ("0", ""),
        ] {
            assert_eq!(value(disability(Cell::Text(word))), code, "{word}");
        }
    }
}
