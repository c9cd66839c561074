//! 督察 核查结果: what the inspection teams found. A finding that comes from a list is a claim.
use super::words::{self, has, is};
use super::{Number, Person, PersonRow, Who, Whole};
use crate::domain::codes::{NOT_REAL_REASON, OUTCOME};
use crate::domain::date::Date;
use crate::lists::columns::ListKind;
use crate::lists::normalise::date::{self, When};
use crate::lists::normalise::{Read, count, identity, text};
use crate::lists::schools::school_name;
use crate::lists::sheet::Cell;
use crate::lists::taking::{ListRow, RowCells};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FindingRow {
    pub team: Option<String>,
    pub name: String,
    pub id_number: Number,
    pub sex: Option<u8>,
    pub birth: Option<When>,
    pub checked_on: Option<Date>,
    pub checker1: Option<String>,
    pub checker2: Option<String>,
    /// True: truly out of school; false: not truly; `None`: the list does not say.
    pub finding: Option<bool>,
    /// A code of [`NOT_REAL_REASON`], or the list's words.
    pub not_real_reason: Option<String>,
    pub evidence: Option<String>,
    /// The list's own words.
    pub outcome: Option<String>,
    /// A code of [`OUTCOME`], where the words are one.
    pub outcome_code: Option<String>,
    pub school: Option<String>,
    pub placed_on: Option<Date>,
    pub roll_number: Option<String>,
    pub verifier: Option<String>,
}

fn truly_out(words: &str) -> Option<bool> {
    let not = [
        "非真实",
        "不真实",
        "非失学",
        "不属实",
        "非辍学",
        "未失学",
        "未辍学",
        "不失学",
        "假失学",
        "排除",
        "非疑似",
        "不成立",
    ];
    if has(words, &not) || is(words, words::NO) {
        return Some(false);
    }
    let truly = ["真实", "属实", "确认", "失学", "辍学", "成立"];
    (has(words, &truly) || is(words, words::YES)).then_some(true)
}

fn finding(cell: Cell) -> Read<bool> {
    let read = words::sort(cell, "finding", None, |words| truly_out(words).map(Some));
    Read { value: read.value.flatten(), faults: read.faults }
}

impl ListRow for FindingRow {
    const KIND: ListKind = ListKind::Findings;

    fn read(cells: &mut RowCells) -> Option<FindingRow> {
        let roll_number = cells.may("roll_number", identity::roll);
        let Who { name, number, birth, sex } = Who::read(cells, None, roll_number.as_deref())?;
        let from_1904 = cells.from_1904();
        let finding = cells.may("finding", finding);
        let outcome = cells.may("outcome", text::words);
        let outcome_code =
            outcome.as_deref().and_then(|words| count::code(Cell::Text(words), &OUTCOME).value);
        Some(FindingRow {
            team: cells.may("team", text::words),
            name,
            id_number: number,
            sex,
            birth,
            checked_on: cells.may("checked_on", |cell| date::read(cell, from_1904)).and_then(When::day),
            checker1: cells.may("checker1", text::name),
            checker2: cells.may("checker2", text::name),
            finding,
            not_real_reason: cells
                .may("not_real_reason", |cell| count::code_or_words(cell, &NOT_REAL_REASON)),
            evidence: cells.may("evidence", text::words),
            outcome,
            outcome_code,
            school: cells.may("school", school_name),
            placed_on: cells.may("placed_on", |cell| date::read(cell, from_1904)).and_then(When::last_day),
            roll_number,
            verifier: cells.may("verifier", text::name),
        })
    }

    crate::row_of_child!();

    crate::list_row_fields!(
        team,
        name,
        id_number,
        sex,
        birth,
        checked_on,
        checker1,
        checker2,
        finding,
        not_real_reason,
        evidence,
        outcome,
        outcome_code,
        school,
        placed_on,
        roll_number,
        verifier,
    );
}

impl PersonRow for FindingRow {
    fn person(&self) -> Person<'_> {
        Person {
            birth: self.birth,
            sex: self.sex,
            school: self.school.as_deref(),
            ..Person::of(&self.name, &self.id_number)
        }
    }

    fn other_number(&self) -> Option<Whole> {
        let held = self.roll_number.as_deref()?.strip_prefix('G').and_then(Whole::parse)?;
        (self.id_number.whole() != Some(held)).then_some(held)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_finding() {
        for (word, truly) in [
            ("真实失学", Some(true)),
            ("非真实失学", Some(false)),
            ("不属实", Some(false)),
            ("属实", Some(true)),
            ("疑似失学不成立", Some(false)),
            ("待查", None),
        ] {
            assert_eq!(truly_out(word), truly, "{word}");
        }
    }
}
