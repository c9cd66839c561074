//! What departments write in columns of few words, each in its many ways. Codes of the house's own lists are in
//! [`crate::domain::codes`]; here stand the words that sort a row.
use crate::domain::compatibility::Compatible;
use crate::lists::issue::Fault;
use crate::lists::normalise::{Read, shown, text};
use crate::lists::sheet::Cell;

/// A cell's words for comparing: NFKC, no spaces, small letters; `None` where nothing is said.
pub fn plain(cell: Cell) -> Result<Option<String>, Fault> {
    if cell == Cell::Error {
        return Err(Fault::CellError);
    }
    let written = shown(cell);
    if text::says_nothing(&written) {
        return Ok(None);
    }
    let plain = written.chars().compatible().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
    Ok(Some(plain.collect()))
}

/// Sorts a cell's words; what is not known is said, with `otherwise` for it.
pub fn sort<T>(cell: Cell, list: &str, otherwise: T, sorter: impl FnOnce(&str) -> Option<T>) -> Read<T> {
    match plain(cell) {
        Err(fault) => Read::fault(fault),
        Ok(None) => Read::nothing(),
        Ok(Some(words)) => match sorter(&words) {
            Some(sorted) => Read::sound(sorted),
            None => Read::sound(otherwise).with(Fault::UnknownCode { list: list.to_owned() }),
        },
    }
}

pub fn has(words: &str, marks: &[&str]) -> bool {
    marks.iter().any(|mark| words.contains(mark))
}

pub fn is(words: &str, marks: &[&str]) -> bool {
    marks.contains(&words)
}

/// 否, and what means it.
pub const NO: &[&str] = &["否", "无", "不是", "没有", "未", "n", "no", "f", "false", "x", "×", "✗", "✘", "0"];
/// 是, and what means it.
pub const YES: &[&str] = &["是", "有", "y", "yes", "t", "true", "√", "✓", "✔", "☑", "●", "○", "1"];

/// A school whose name says that it is a special one.
pub fn names_special_school(name: &str) -> bool {
    has(
        name,
        &["特殊教育", "特教", "培智", "启智", "启聪", "盲校", "盲人学校", "聋校", "聋哑", "聋人学校", "盲聋"],
    )
}
