//! Text inside the workbook's XML.
use std::borrow::Cow;

/// The most that a cell holds, in UTF-16 units; a longer text makes spreadsheet programs call the file damaged.
const MOST_UNITS: usize = 32_767;

/// Text for an element or an attribute: markup escaped, and what XML may not hold written `_x000B_`, as spreadsheet programs
/// do. A text that looks like such a writing is kept apart from it.
pub(super) fn escape(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !matches!(c, '<' | '>' | '&' | '"') && !is_barred(c);
    if text.chars().all(plain) && !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        match c {
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '&' => out += "&amp;",
            '"' => out += "&quot;",
            '_' if text.get(at..).is_some_and(looks_escaped) => out += "_x005F_",
            c if is_barred(c) => out += &format!("_x{:04X}_", c as u32),
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// `_x000D_` and its like.
fn looks_escaped(text: &str) -> bool {
    let Some(unit) = text.strip_prefix("_x") else { return false };
    unit.get(..4).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
        && unit.get(4..5) == Some("_")
}

/// What an XML text may not hold, and the carriage return, which a reader would make a line feed.
fn is_barred(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// As much of a text as a cell holds.
pub(super) fn fitting(text: &str) -> &str {
    if text.len() <= MOST_UNITS {
        return text;
    }
    let mut units = 0;
    let over = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > MOST_UNITS
    });
    over.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_what_xml_may_not_hold_are_written_so_that_readers_find_them() {
        for (text, expected) in [
            ("王小明", "王小明"),
            ("a<b>&\"c\"", "a&lt;b&gt;&amp;&quot;c&quot;"),
            ("\u{b}", "_x000B_"),
            ("a\r\nb", "a_x000D_\nb"),
            ("_x0041_", "_x005F_x0041_"),
            ("_x", "_x"),
            ("_xyz!_", "_xyz!_"),
        ] {
            assert_eq!(escape(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_cell_holds_so_much_and_no_character_is_cut() {
        let long = "𠀀".repeat(20_000);
        assert_eq!(fitting(&long).chars().count(), 16_383);
        assert_eq!(fitting("短"), "短");
        assert_eq!(fitting(&"字".repeat(32_767)).chars().count(), 32_767);
    }
}
