//! Texts and names: what looks the same becomes the same, and nothing that a person could see is lost.
use super::{Read, shown};
use crate::domain::compatibility::Compatible;
use crate::domain::identity::{check_name, normalise_name};
use crate::lists::issue::Fault;
use crate::lists::sheet::{Cell, is_space};
use std::borrow::Cow;

/// Spaces around the text and unseen characters taken out, runs of spaces made one, full-width letters, digits and
/// punctuation made half-width, a leading apostrophe (a spreadsheet's mark for text) dropped.
pub fn clean(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches(is_space);
    let text = text.strip_prefix('\'').unwrap_or(text);
    let plain =
        |c: char| c != '\u{3000}' && !(is_space(c) && c != ' ') && !('\u{ff01}'..='\u{ff5e}').contains(&c);
    if text.chars().all(plain) && !text.contains("  ") {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ff01}'..='\u{ff5e}' => out.extend(char::from_u32(u32::from(c) - 0xfee0)),
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if is_space(c) => {}
            c => out.push(c),
        }
    }
    out.into()
}

/// A text as it is compared: NFKC, no spaces, capital letters.
pub fn key(text: &str) -> String {
    text.chars().compatible().filter(|c| !is_space(*c)).flat_map(char::to_uppercase).collect()
}

/// What lists write where there is nothing.
pub fn says_nothing(text: &str) -> bool {
    matches!(
        text,
        "" | "无" | "-" | "--" | "—" | "——" | "/" | "\\" | "暂无" | "不详" | "没有" | "N/A" | "null" | "NULL"
    )
}

/// Words as they stand, where anything may stand.
pub fn words(cell: Cell<'_>) -> Read<String> {
    if cell == Cell::Error {
        return Read::fault(Fault::CellError);
    }
    let text = shown(cell);
    match says_nothing(&text) {
        true => Read::nothing(),
        false => Read::sound(text.into_owned()),
    }
}

/// One person's name, 2–15 characters: spaces inside taken out, one kind of middle dot, what stands in brackets behind
/// it dropped.
pub fn name(cell: Cell<'_>) -> Read<String> {
    let Read { value: Some(text), .. } = words(cell) else { return words(cell) };
    let mut read = Read::nothing();
    let (head, tail) = match text.find(['(', '[', '（', '【']) {
        Some(at) if at > 0 => text.split_at(at),
        _ => (text.as_str(), ""),
    };
    if !tail.is_empty() {
        read.faults.push(Fault::TrailingText);
    }
    let mut name = normalise_name(head);
    // 和 is a surname too: it joins two names only where two names stand.
    let long = name.chars().count() >= 5;
    let joins = |c: char| matches!(c, '/' | '\\' | '、' | ',' | ';') || (c == '和' && long);
    if let Some(first) =
        name.split(joins).next().filter(|first| first.len() < name.len() && !first.is_empty())
    {
        read.faults.push(Fault::SeveralInOne);
        name = first.to_owned().into();
    }
    match check_name(&name) {
        Ok(()) => {
            read.value = Some(name.into_owned());
            read
        }
        Err(_) => Read::fault(Fault::NotAName),
    }
}

/// A child's name: as [`name`], and where it is none, what stands there all the same, said as a fault. A child is not lost
/// for a character that no font has.
pub fn name_as_written(cell: Cell<'_>) -> Read<String> {
    let read = name(cell);
    if read.value.is_some() || cell == Cell::Error {
        return read;
    }
    let Read { value: Some(text), .. } = words(cell) else { return read };
    Read { value: Some(normalise_name(&text).into_owned()), faults: read.faults }
}

/// Every name in a cell, in its order: `张三、李四` are two.
pub fn names(cell: Cell<'_>) -> Read<Vec<String>> {
    let Read { value: Some(text), faults } = words(cell) else {
        return Read { value: None, faults: words(cell).faults };
    };
    let joined = ['/', '\\', '、', ',', '，', ';', '；', '\n', ' '];
    let several = text.split(joined).filter(|part| !part.is_empty());
    let several: Vec<String> = several.filter_map(|part| name(Cell::Text(part)).value).collect();
    if several.len() > 1 {
        // A name written with spaces inside is one name.
        let one =
            name(Cell::Text(&text.replace(' ', ""))).value.filter(|_| !text.contains(['/', '、', ',', ';']));
        let spaced = one.filter(|one| one.chars().count() <= 3);
        return Read { value: Some(spaced.map_or(several, |one| vec![one])), faults };
    }
    let one = name(cell);
    Read { value: one.value.map(|one| vec![one]), faults: one.faults }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_the_same_becomes_the_same() {
        let cases = [
            (" 张三\u{a0}", "张三"),
            ("张\u{3000}\u{3000}三", "张 三"),
            ("３７０２９９Ｘ", "370299X"),
            ("'370299", "370299"),
            ("a\u{200b}b\u{feff}", "ab"),
            ("上张屯村\r\n2组", "上张屯村 2组"),
            ("", ""),
        ];
        for (found, expected) in cases {
            assert_eq!(clean(found), expected);
        }
        assert_eq!(key("城关 第一中心小学（东校区）"), key("城关第一中心小学(东校区)"));
    }

    #[test]
    fn one_cell_gives_one_name() {
        let cases = [
            ("张 三", Some("张三"), vec![]),
            ("阿依古丽．买买提", Some("阿依古丽·买买提"), vec![]),
            ("张三/李四", Some("张三"), vec![Fault::SeveralInOne]),
            ("张三(父亲)", Some("张三"), vec![Fault::TrailingText]),
            ("和文", Some("和文"), vec![]),
            ("张三和李四", Some("张三"), vec![Fault::SeveralInOne]),
            ("无", None, vec![]),
            ("张", None, vec![Fault::NotAName]),
            ("370299", None, vec![Fault::NotAName]),
        ];
        for (found, value, faults) in cases {
            assert_eq!(name(Cell::Text(found)), Read { value: value.map(str::to_owned), faults }, "{found}");
        }
    }
}
