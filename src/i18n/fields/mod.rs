//! The words of the field tables: a label for every field, a heading for every section and table, hints where a
//! form needs one. A test fails for each field of a table that has no words here.
mod sections;

use super::Lang;
pub use sections::section_label;

/// The words of one field table.
#[derive(Debug)]
pub struct TableWords {
    /// The table's key.
    pub key: &'static str,
    /// What one record of it is called.
    pub name: Pair,
    pub fields: &'static [FieldWords],
}

/// The words of one field.
#[derive(Debug)]
pub struct FieldWords {
    pub key: &'static str,
    pub label: Pair,
    /// One sentence under the control; empty where the label says it all.
    pub hint: Pair,
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair(pub &'static str, pub &'static str);

impl Pair {
    pub fn text(self, lang: Lang) -> &'static str {
        lang.pick(self.0, self.1)
    }
}

/// Declares the words of one table:
/// `labels! { pub VISIT, "visit": "送教记录", "Visit" { date: "日期", "Date"; note: "备注", "Note" => "提示", "Hint"; } }`.
#[macro_export]
macro_rules! labels {
    ($(pub $name:ident, $table:literal : $zh:literal, $en:literal {
        $( $field:ident : $fzh:literal, $fen:literal $(=> $hzh:literal, $hen:literal)? ; )*
    })*) => {
        $(pub const $name: $crate::i18n::fields::TableWords = $crate::i18n::fields::TableWords {
            key: $table,
            name: $crate::i18n::fields::Pair($zh, $en),
            fields: &[$( $crate::i18n::fields::FieldWords {
                key: stringify!($field),
                label: $crate::i18n::fields::Pair($fzh, $fen),
                hint: $crate::labels!(@hint $($hzh, $hen)?),
            }, )*],
        };)*
    };
    (@hint) => { $crate::i18n::fields::Pair("", "") };
    (@hint $zh:literal, $en:literal) => { $crate::i18n::fields::Pair($zh, $en) };
}

/// The words of every table.
pub const TABLES: &[&TableWords] = &[];

fn words_of(table: &str) -> Option<&'static TableWords> {
    TABLES.iter().find(|words| words.key == table).copied()
}

fn field_words(table: &str, field: &str) -> Option<&'static FieldWords> {
    words_of(table)?.fields.iter().find(|words| words.key == field)
}

/// What one record of the table is called; the key itself for a table of a newer version.
pub fn table_label(table: &str, lang: Lang) -> String {
    words_of(table).map_or_else(|| table.to_owned(), |words| words.name.text(lang).to_owned())
}

/// The label of a field; the key itself for a field of a newer version.
pub fn field_label(table: &str, field: &str, lang: Lang) -> String {
    field_words(table, field).map_or_else(|| field.to_owned(), |words| words.label.text(lang).to_owned())
}

/// The sentence under the control; empty where there is none.
pub fn field_hint(table: &str, field: &str, lang: Lang) -> &'static str {
    field_words(table, field).map_or("", |words| words.hint.text(lang))
}
