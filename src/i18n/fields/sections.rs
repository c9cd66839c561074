//! The headings of the sections of forms.
use super::Pair;
use crate::i18n::Lang;

const SECTIONS: &[(&str, Pair)] = &[];

/// The heading of a section; the key itself for a section of a newer version.
pub fn section_label(section: &str, lang: Lang) -> String {
    let found = SECTIONS.iter().find(|(key, _)| *key == section);
    found.map_or_else(|| section.to_owned(), |(_, words)| words.text(lang).to_owned())
}
