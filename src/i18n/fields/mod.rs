//! The words of the field tables: a label for every field, a heading for every section and table, hints where a
//! form needs one. A test fails for each field of a table that has no words here.
mod care;
mod case;
mod duty;
mod learning;
mod organisation;
mod pupil;
mod report;
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
pub const TABLES: &[&TableWords] = &[
    &pupil::PUPIL,
    &pupil::GUARDIAN,
    &pupil::SIBLING,
    &pupil::FLAG,
    &pupil::AID,
    &pupil::TRANSFER,
    &pupil::DISTINCT,
    &pupil::CONSENT,
    &pupil::PHOTO,
    &pupil::DOCUMENT,
    &pupil::PLACEMENT,
    &pupil::DECISION,
    &pupil::DEFERRAL,
    &learning::ASSESSMENT,
    &learning::PLAN,
    &learning::LONG_GOAL,
    &learning::SHORT_GOAL,
    &learning::LESSON,
    &learning::BOOKING,
    &learning::VISIT,
    &care::COUNSELLING,
    &care::COUNSELLING_PLAN,
    &care::OWN_PLAN,
    &care::MEASURE,
    &care::CARER,
    &care::CARER_CONTACT,
    &care::TERM_SUMMARY,
    &care::FEEDBACK,
    &case::ABSENCE,
    &case::CASE,
    &case::CHECK,
    &case::PERSUASION,
    &case::NOTICE,
    &case::ENROLMENT,
    &case::CASE_STEP,
    &case::TEAM,
    &organisation::SCHOOL,
    &organisation::STAFF,
    &organisation::COUNTY,
    &organisation::SETTINGS,
    &organisation::FREQUENCY,
    &organisation::TERM_DATES,
    &organisation::DAY_OFF,
    &organisation::MAKE_UP_DAY,
    &organisation::OWN_CODE,
    &organisation::HANDOVER,
    &organisation::SIGNING_KEY,
    &organisation::MATCH,
    &report::REPORT,
    &duty::DUTY_GROUP,
    &duty::DUTY_MEMBER,
    &duty::DUTY_DOCUMENT,
    &duty::DUTY_AGENDA,
    &duty::DUTY_TASK,
    &duty::DUTY_LETTER,
    &duty::DUTY_SCAN,
    &duty::DUTY_HANDING,
    &duty::SCORE_ITEM,
    &duty::SCORE_GIVEN,
    &duty::DEDUCTION,
    &duty::SCORE_SHEET,
    &duty::SCORE_LINE,
    &duty::RED_LINE,
    &duty::RED_STEP,
];

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;
    use std::collections::BTreeSet;

    #[test]
    fn every_table_field_and_section_has_its_words() {
        let mut missing = Vec::new();
        for (_, table) in records::TABLES {
            let Some(words) = words_of(table.key) else {
                missing.push(table.key.to_owned());
                continue;
            };
            for field in table.fields {
                if !words.fields.iter().any(|words| words.key == field.key) {
                    missing.push(format!("{}.{}", table.key, field.key));
                }
                if section_label(field.section, Lang::Zh) == field.section {
                    missing.push(format!("section {}", field.section));
                }
            }
        }
        assert!(missing.is_empty(), "without words: {missing:?}");
    }

    #[test]
    fn every_word_belongs_to_a_field_and_stands_once() {
        let mut tables = BTreeSet::new();
        for words in TABLES {
            assert!(tables.insert(words.key), "{} stands twice", words.key);
            let table = records::table(words.key).unwrap_or_else(|| panic!("no table {}", words.key));
            let mut fields = BTreeSet::new();
            for field in words.fields {
                assert!(table.field(field.key).is_some(), "no field {}.{}", words.key, field.key);
                assert!(fields.insert(field.key), "{}.{} stands twice", words.key, field.key);
            }
        }
    }

    #[test]
    fn no_label_is_blank_and_no_two_fields_of_a_table_read_alike() {
        for (words, lang) in TABLES.iter().flat_map(|words| Lang::ALL.map(|lang| (words, lang))) {
            let mut seen = BTreeSet::new();
            for field in words.fields {
                let label = field.label.text(lang);
                assert!(!label.trim().is_empty(), "{}.{}", words.key, field.key);
                assert!(seen.insert(label), "{}.{}: {label} stands twice", words.key, field.key);
                let hints = (field.hint.0.is_empty(), field.hint.1.is_empty());
                assert_eq!(hints.0, hints.1, "{}.{}", words.key, field.key);
            }
        }
    }
}
