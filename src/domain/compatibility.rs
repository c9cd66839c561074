//! Compatibility forms (Unicode's NFKC), character by character: full-width letters, circled digits, squared units, doubled
//! ideographs become the plain characters that they stand for.
//!
//! The table is packed by `build.rs` from the `unicode-normalization` crate. Marks that follow their letter as characters of their
//! own stay as they are: no Chinese keyboard or office program writes such text, and composing them costs five times the bytes.
use std::collections::HashMap;
use std::sync::OnceLock;

static TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/forms.txt"));

fn forms() -> &'static HashMap<char, &'static str> {
    static FORMS: OnceLock<HashMap<char, &'static str>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let (from, to) = TABLE.split_once('\n').unwrap_or_default();
        from.chars().zip(to.split('\n')).collect()
    })
}

/// The plain form of a text's characters.
pub trait Compatible: Iterator<Item = char> + Sized {
    fn compatible(self) -> impl Iterator<Item = char> {
        self.flat_map(|c| {
            let form = if is_plain(c) { None } else { forms().get(&c).copied() };
            let itself = form.is_none().then_some(c);
            itself.into_iter().chain(form.unwrap_or_default().chars())
        })
    }
}

impl<I: Iterator<Item = char>> Compatible for I {}

/// Nearly all that is ever asked about: ASCII and the common ideographs.
fn is_plain(c: char) -> bool {
    c.is_ascii() || matches!(c, '\u{4e00}'..='\u{9fff}')
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

    #[test]
    fn every_character_alone_has_the_form_that_the_standard_gives() {
        for c in '\0'..='\u{2ffff}' {
            assert!([c].into_iter().compatible().eq([c].into_iter().nfkc()), "U+{:04X}", u32::from(c));
        }
    }

    proptest! {
        #[test]
        fn a_text_without_loose_marks_has_the_form_that_the_standard_gives(text in "\\PC{0,12}") {
            let loose = |c: char| is_combining_mark(c) || canonical_combining_class(c) != 0 || ('\u{1100}'..='\u{11ff}').contains(&c);
            prop_assume!(!text.nfkd().any(|c| loose(c) || ('\u{ac00}'..='\u{d7a3}').contains(&c)));
            prop_assert_eq!(text.chars().compatible().collect::<String>(), text.nfkc().collect::<String>());
        }
    }
}
