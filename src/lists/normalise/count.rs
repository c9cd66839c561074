//! Small whole numbers with or without their unit (`2`, `2次`, `每周两次`), and codes by their words.
use super::{Read, shown, text};
use crate::domain::codes::CodeList;
use crate::domain::compatibility::Compatible;
use crate::lists::issue::Fault;
use crate::lists::sheet::Cell;

/// Reads one whole number between `min` and `max`.
pub fn read(cell: Cell<'_>, min: i64, max: i64) -> Read<i64> {
    if cell == Cell::Error {
        return Read::fault(Fault::CellError);
    }
    let written = shown(cell);
    if text::says_nothing(&written) {
        return Read::nothing();
    }
    match only_number(&written) {
        Some(number) if (min..=max).contains(&number) => Read::sound(number),
        Some(_) => Read::fault(Fault::OutOfRange { min, max }),
        None => Read::fault(Fault::NotANumber),
    }
}

/// The one number that a text holds, in digits or in words up to ten.
fn only_number(written: &str) -> Option<i64> {
    let whole = written.strip_suffix(".0").unwrap_or(written);
    let mut numbers = whole.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    if let Some(first) = numbers.next() {
        let negative = whole.contains('-') || whole.contains('.');
        return (numbers.next().is_none() && !negative).then(|| first.parse().ok()).flatten();
    }
    let mut words =
        written.chars().filter_map(|c| "零一二三四五六七八九十".chars().position(|w| w == two(c)));
    let first = words.next()?;
    words.next().is_none().then_some(first as i64)
}

fn two(c: char) -> char {
    if c == '两' { '二' } else { c }
}

/// Reads a code of a list by its code or words (`男`, `1`, `01`, `汉`, `汉族`).
pub fn code(cell: Cell<'_>, list: &'static CodeList) -> Read<String> {
    if cell == Cell::Error {
        return Read::fault(Fault::CellError);
    }
    let written = shown(cell);
    if text::says_nothing(&written) {
        return Read::nothing();
    }
    let whole: String = written.chars().compatible().collect();
    // `1-男`, `05苗族`: a code before its words.
    let behind = whole.trim_start_matches(|c: char| c.is_ascii_digit() || " -.、:".contains(c));
    let padded = if whole.len() == 1 { format!("0{whole}") } else { String::new() };
    let found = [whole.as_str(), padded.as_str(), behind].into_iter().filter(|word| !word.is_empty());
    match found.filter_map(|word| list.recognise(word)).next() {
        Some(entry) => Read::sound(entry.code.to_owned()),
        None => Read::fault(Fault::UnknownCode { list: list.key.to_owned() }),
    }
}

/// A code of a list, or the words that stand there where they are none: what a department writes is not lost.
pub fn code_or_words(cell: Cell<'_>, list: &'static CodeList) -> Read<String> {
    let read = code(cell, list);
    match read.value {
        None if !read.faults.contains(&Fault::CellError) => text::words(cell),
        _ => read,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::codes;

    #[test]
    fn counts_with_and_without_their_unit() {
        let cases = [
            (Cell::Number(2.0), Some(2)),
            (Cell::Text("2次"), Some(2)),
            (Cell::Text("每周两次"), Some(2)),
            (Cell::Text("３"), Some(3)),
            (Cell::Text("2.0"), Some(2)),
            (Cell::Text("十"), Some(10)),
        ];
        for (cell, value) in cases {
            assert_eq!(read(cell, 0, 14).value, value, "{cell:?}");
        }
        let fault = |cell| read(cell, 1, 14).faults;
        assert_eq!(fault(Cell::Text("1-2次")), [Fault::NotANumber]);
        assert_eq!(fault(Cell::Text("1.5")), [Fault::NotANumber]);
        assert_eq!(fault(Cell::Number(-2.0)), [Fault::NotANumber]);
        assert_eq!(fault(Cell::Text("若干")), [Fault::NotANumber]);
        assert_eq!(fault(Cell::Number(200.0)), [Fault::OutOfRange { min: 1, max: 14 }]);
    }

    #[test]
    fn codes_by_their_words() {
        for (word, code_of) in [("男", "1"), ("1", "1"), ("01", "1"), ("1-男", "1"), ("女", "2")] {
            assert_eq!(code(Cell::Text(word), &codes::SEX).value.as_deref(), Some(code_of), "{word}");
        }
        for word in ["汉", "汉族", "1", "01", "01汉族"] {
            assert_eq!(code(Cell::Text(word), &codes::ETHNIC).value.as_deref(), Some("01"), "{word}");
        }
        let unknown = Fault::UnknownCode { list: "sex".into() };
        assert_eq!(code(Cell::Text("雄"), &codes::SEX).faults, [unknown]);
    }
}
