//! Where a typed text stands in a name or a number: what the list marks, so that a reader sees why a child was found.
use super::spelling::{spell, walk};
use super::terms::digits_of;
use crate::domain::identity::fold_name;
use std::ops::Range;

/// The parts of `text` (bytes, on character boundaries, in order) that a term of what was typed stands for: as written,
/// by pinyin or by initials. Empty where none does.
pub fn marks(text: &str, typed: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = typed.split_whitespace().filter_map(|term| mark(text, term)).collect();
    found.sort_unstable_by_key(|range| (range.start, range.end));
    found.dedup_by(|next, before| next.start < before.end);
    found
}

fn mark(text: &str, term: &str) -> Option<Range<usize>> {
    if let Some(at) = text.find(term) {
        return Some(at..at + term.len());
    }
    let digits = digits_of(term);
    if digits.len() >= 3 && digits.bytes().all(|b| b.is_ascii_digit()) {
        return text.find(&digits).map(|at| at..at + digits.len());
    }
    let folded = fold_name(term).replace('ü', "v");
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    for (n, from) in starts.iter().enumerate() {
        // The shortest run of characters that the term leads along: it is all there, so nothing of it is left.
        for to in starts.iter().skip(n + 1) {
            let mut spelling = Vec::new();
            spell(text.get(*from..*to)?, &mut spelling);
            if walk(&spelling, folded.as_bytes()) == Some(true) {
                return Some(*from..*to);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_marked_where_it_stands() {
        for (text, typed, expected) in [
            ("林小满", "小满", &["小满"][..]),
            ("林小满", "lxm", &["林小满"]),
            ("林小满", "xm", &["小满"]),
            ("林小满", "linx", &["林小"]),
            ("林小满", "林xm", &["林小满"]),
            ("林小满", "张", &[]),
            ("13800001234", "0123", &["0123"]),
            ("下石门村", "sm", &["石门"]),
            ("林小满", "林 满", &["林", "满"]),
            ("林小满", "", &[]),
            ("", "lxm", &[]),
        ] {
            let found: Vec<&str> =
                marks(text, typed).into_iter().filter_map(|range| text.get(range)).collect();
            assert_eq!(found, expected, "{text} {typed}");
        }
    }
}
