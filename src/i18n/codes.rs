//! Codes as words: each list carries its own, an unknown code is shown as it is.
use super::Lang;
use crate::domain::codes::CodeList;

pub fn code_text(list: &CodeList, code: &str, lang: Lang) -> String {
    let found = list.find(code);
    found.map_or_else(|| code.to_owned(), |entry| lang.pick(entry.zh, entry.en).to_owned())
}

/// Several codes in one line: `视力、听力`, `vision, hearing`.
pub fn codes_text<'a>(list: &CodeList, codes: impl Iterator<Item = &'a str>, lang: Lang) -> String {
    let words: Vec<String> = codes.map(|code| code_text(list, code, lang)).collect();
    words.join(lang.pick("、", ", "))
}
