//! Code lists as data, each with its version and source (domain.md §3). An unknown code is kept and shown as it is.
//!
//! Codes never change their meaning; a list that does gets a new version. Counties add codes of their own in the
//! settings ([`crate::domain::policy`]), never here.
mod aliases;
pub mod assessment;
pub mod case;
pub mod disability;
pub mod duty;
mod ethnic;
pub mod flags;
pub mod person;
pub mod placement;
pub mod plan;
mod policy;
mod region;
mod report;
pub mod school;
pub mod teaching;
pub mod visit;

pub use assessment::{ASSESSMENT_KIND, DOMAIN, ITEM, LEARNABLE, RATING, SCALE};
pub use case::{
    ABSENCE_REASON, ATTITUDE, CASE_SET, CASE_STATE, CHECK_METHOD, DEPARTMENT, DROPOUT_REASON, MATCH_VERDICT,
    MEASURE, NOT_REAL_REASON, NOTICE, OUTCOME, PAPER, PERSUASION_METHOD, PERSUASION_RESULT, REOPEN_REASON,
    SERVICE, VERDICT, WHEREABOUTS,
};
pub use disability::{AIDS, COMM_MODE, DISABILITY_GRADE, DISABILITY_TYPE, SCHOOL_NEED};
pub use duty::{DOC_STATUS, GROUP_KIND, GROUP_ROLE, LETTER_LEVEL, RED_LINE, RED_STEP, SCORE_EVIDENCE};
pub use ethnic::ETHNIC;
pub use flags::{FLAG, FLAG_STATE};
pub use person::{
    AID_TYPE, CARER_KIND, CONSENT_SCOPE, CONTACT_METHOD, ID_TYPE, KINSHIP, LEFT_BEHIND, LITERACY, SEX,
    SIGN_METHOD,
};
pub use placement::{COMMITTEE_RESULT, PLACEMENT, PLACEMENT_MODE, placement_of};
pub use plan::{COUNSELLING_FOR, GOAL_STATE, RISK, SATISFACTION};
pub use policy::FIRST_WEEK;
pub use region::REGION;
pub use report::REPORT_KIND;
pub use school::{
    ATTENDANCE_MODE, GRADE, INCLUSIVE, SCHOOL_TYPE, SCHOOLING, STAFF_ROLE, STAGE, STUDENT_STATUS, TERM,
};
pub use teaching::{DEFERRAL, GUIDANCE};
pub use visit::{MISSED_REASON, PUPIL_STATE, VISIT_MODE, VISIT_OUTCOME, VISIT_TYPE};

/// One list: every code once, in the order of its standard or form.
#[derive(Debug, PartialEq, Eq)]
pub struct CodeList {
    /// Its name in JSON and settings.
    pub key: &'static str,
    /// The standard, notice or form that it comes from, as its readers know it; domain.md §3 says how well it is verified.
    pub source: &'static str,
    /// When the list last changed its meaning, `YYYY-MM` or the standard's year.
    pub version: &'static str,
    pub codes: &'static [Code],
}

#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    pub code: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
}

impl CodeList {
    /// May a county add choices of its own?
    pub fn is_open(&self) -> bool {
        OPEN.iter().any(|list| list.key == self.key)
    }

    pub fn find(&self, code: &str) -> Option<&'static Code> {
        self.codes.iter().find(|entry| entry.code == code)
    }

    /// The code that a word of a department's list means: the code itself, its Chinese words (whole, or up to a
    /// bracket or slash), or a known other name. Expects text trimmed and in NFKC.
    pub fn recognise(&self, text: &str) -> Option<&'static Code> {
        if let Some(code) = self.find(text) {
            return Some(code);
        }
        if let Some(code) = self.codes.iter().find(|entry| entry.zh == text) {
            return Some(code);
        }
        if let Some(code) = aliases::of(self.key, text) {
            return self.find(code);
        }
        self.codes
            .iter()
            .find(|entry| !text.is_empty() && entry.zh.split(['(', '/']).any(|part| part == text))
    }
}

/// Every list of the house.
pub static ALL: &[&CodeList] = &[
    &SEX,
    &ETHNIC,
    &KINSHIP,
    &ID_TYPE,
    &LITERACY,
    &SIGN_METHOD,
    &LEFT_BEHIND,
    &CARER_KIND,
    &CONTACT_METHOD,
    &CONSENT_SCOPE,
    &AID_TYPE,
    &REGION,
    &GRADE,
    &STAGE,
    &SCHOOL_TYPE,
    &STUDENT_STATUS,
    &SCHOOLING,
    &ATTENDANCE_MODE,
    &INCLUSIVE,
    &STAFF_ROLE,
    &TERM,
    &DISABILITY_TYPE,
    &DISABILITY_GRADE,
    &SCHOOL_NEED,
    &COMM_MODE,
    &AIDS,
    &PLACEMENT,
    &PLACEMENT_MODE,
    &COMMITTEE_RESULT,
    &FLAG,
    &FLAG_STATE,
    &DROPOUT_REASON,
    &NOT_REAL_REASON,
    &OUTCOME,
    &PERSUASION_METHOD,
    &PERSUASION_RESULT,
    &MEASURE,
    &DEPARTMENT,
    &MATCH_VERDICT,
    &CASE_SET,
    &CASE_STATE,
    &REOPEN_REASON,
    &CHECK_METHOD,
    &VERDICT,
    &WHEREABOUTS,
    &ATTITUDE,
    &NOTICE,
    &SERVICE,
    &PAPER,
    &VISIT_TYPE,
    &VISIT_MODE,
    &VISIT_OUTCOME,
    &MISSED_REASON,
    &PUPIL_STATE,
    &ASSESSMENT_KIND,
    &LEARNABLE,
    &RATING,
    &DOMAIN,
    &ITEM,
    &SCALE,
    &GOAL_STATE,
    &RISK,
    &COUNSELLING_FOR,
    &SATISFACTION,
    &GUIDANCE,
    &DEFERRAL,
    &FIRST_WEEK,
    &REPORT_KIND,
    &GROUP_KIND,
    &GROUP_ROLE,
    &DOC_STATUS,
    &LETTER_LEVEL,
    &SCORE_EVIDENCE,
    &RED_LINE,
    &RED_STEP,
];

/// The lists that a county may add choices to: they only describe. National standards, and lists whose codes decide
/// something (a state, a placement, a scale of points), are as they are.
pub static OPEN: &[&CodeList] = &[
    &CARER_KIND,
    &CONTACT_METHOD,
    &AID_TYPE,
    &STAFF_ROLE,
    &SCHOOL_NEED,
    &COMM_MODE,
    &AIDS,
    &FLAG,
    &DROPOUT_REASON,
    &NOT_REAL_REASON,
    &PERSUASION_METHOD,
    &PERSUASION_RESULT,
    &MEASURE,
    &DEPARTMENT,
    &CHECK_METHOD,
    &WHEREABOUTS,
    &ATTITUDE,
    &SERVICE,
    &VISIT_TYPE,
    &VISIT_MODE,
    &MISSED_REASON,
    &PUPIL_STATE,
    &SCALE,
    &COUNSELLING_FOR,
    &GUIDANCE,
];

/// The list with this key.
pub fn list(key: &str) -> Option<&'static CodeList> {
    ALL.iter().copied().find(|list| list.key == key)
}

/// Declares a list: key, source, version, then code, Chinese, English a line.
macro_rules! code_list {
    ($(#[$doc:meta])* $name:ident = $key:literal, $source:literal, $version:literal; $( $code:literal $zh:literal $en:literal )+) => {
        $(#[$doc])*
        pub static $name: $crate::domain::codes::CodeList = $crate::domain::codes::CodeList {
            key: $key,
            source: $source,
            version: $version,
            codes: &[$( $crate::domain::codes::Code { code: $code, zh: $zh, en: $en }, )+],
        };
    };
}
use code_list;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_list_has_its_own_key_a_source_and_a_version() {
        let keys: BTreeSet<&str> = ALL.iter().map(|list| list.key).collect();
        assert_eq!(keys.len(), ALL.len());
        for list in ALL {
            assert!(!list.source.is_empty() && !list.version.is_empty(), "{}", list.key);
            assert!(list.key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{}", list.key);
        }
    }

    #[test]
    fn every_code_stands_once_with_words_in_both_languages() {
        for list in ALL {
            let codes: BTreeSet<&str> = list.codes.iter().map(|code| code.code).collect();
            let words: BTreeSet<&str> = list.codes.iter().map(|code| code.zh).collect();
            assert_eq!((codes.len(), words.len()), (list.codes.len(), list.codes.len()), "{}", list.key);
            for code in list.codes {
                assert!(
                    !code.zh.trim().is_empty() && !code.en.trim().is_empty(),
                    "{}.{}",
                    list.key,
                    code.code
                );
                assert!(
                    !code.code.is_empty()
                        && code.code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'),
                    "{}.{}",
                    list.key,
                    code.code
                );
            }
        }
    }

    #[test]
    fn department_words_are_recognised() {
        for (list, word, code) in [
            (&SEX, "男", "1"),
            (&SEX, "女性", "2"),
            (&SEX, "01", "1"),
            (&ETHNIC, "汉", "01"),
            (&ETHNIC, "朝鲜族", "10"),
            (&SCHOOL_TYPE, "小学", "211"),
            (&SCHOOL_TYPE, "初中", "311"),
            (&SCHOOL_TYPE, "特殊教育学校", "514"),
            (&SCHOOL_TYPE, "九年一贯制", "312"),
            (&GRADE, "2年级", "12"),
            (&GRADE, "九年级", "23"),
            (&GRADE, "初一", "21"),
            (&DISABILITY_TYPE, "智力", "5"),
            (&DISABILITY_TYPE, "肢体残疾", "4"),
            (&DISABILITY_GRADE, "一级", "1"),
            (&DISABILITY_GRADE, "4级", "4"),
            (&INCLUSIVE, "智力", "3"),
            (&KINSHIP, "爷爷", "61"),
            (&KINSHIP, "父亲", "51"),
            (&STUDENT_STATUS, "在读", "01"),
            (&ATTENDANCE_MODE, "送教上门", "HOME"),
            (&NOT_REAL_REASON, "在外地就读(学籍未转)", "N03"),
            (&NOT_REAL_REASON, "已休学", "N15"),
            (&NOT_REAL_REASON, "学籍信息错误", "N07"),
            (&FLAG, "监测对象", "G07"),
            (&FLAG, "建档立卡", "G06"),
            (&OUTCOME, "送教上门", "PLACE_HOME"),
            (&DEPARTMENT, "扶贫", "RURAL"),
        ] {
            assert_eq!(list.recognise(word).map(|found| found.code), Some(code), "{} {word}", list.key);
        }
        assert_eq!(SEX.recognise(""), None);
        assert_eq!(SCHOOL_TYPE.recognise("普通学校"), None);
    }

    #[test]
    fn every_alias_leads_to_a_code_of_its_list_and_stands_once() {
        let mut seen = BTreeSet::new();
        for (key, words) in aliases::ALIASES {
            let list = list(key).expect(key);
            for (word, code) in *words {
                assert!(list.find(code).is_some(), "{key} {word} {code}");
                assert!(
                    list.find(word).is_none() && list.codes.iter().all(|c| c.zh != *word),
                    "{key} {word}"
                );
                assert!(seen.insert((key, word)), "{key} {word}");
            }
        }
    }
}
