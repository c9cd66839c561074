//! Where and how a child is taught, and what the committee found.
use super::code_list;

code_list! {
    /// As reports count it; derived from [`PLACEMENT_MODE`] and the responsible school by [`placement_of`].
    PLACEMENT = "placement", "残疾人教育条例，保学归并", "2026-03";
    "PL0" "普通班就读(无特教支持)" "Ordinary class without special support"
    "PL1" "随班就读" "Inclusive placement in an ordinary class"
    "PL2" "普校特教班" "Special class in an ordinary school"
    "PL3" "特教学校在校" "Attends a special school"
    "PL4" "送教上门(普通学校负责)" "Home teaching by an ordinary school"
    "PL5" "送教上门(特教学校负责)" "Home teaching by a special school"
    "PL6" "远程教育" "Remote teaching"
    "PL7" "机构(康复/福利)就学" "Taught in an institution"
    "PL8" "待安置" "Awaiting placement"
    "PL9" "免学/心理支持" "Exempt, with psychological support"
}

code_list! {
    /// As a placement record stores it.
    PLACEMENT_MODE = "placement_mode", "残疾人教育条例，保学归并", "2026-03";
    "ORDINARY" "普通班就读(无特教支持)" "Ordinary class without special support"
    "INCLUSIVE" "随班就读" "Inclusive placement in an ordinary class"
    "SPECIAL_CLASS" "普校特教班" "Special class in an ordinary school"
    "SPECIAL_SCHOOL" "特教学校在校" "Attends a special school"
    "HOME" "送教上门" "Home teaching"
    "REMOTE" "远程教育" "Remote teaching"
    "INSTITUTION" "机构(康复/福利)就学" "Taught in an institution"
    "AWAITING" "待安置" "Awaiting placement"
    "EXEMPT" "免学/心理支持" "Exempt, with psychological support"
}

/// The reported placement of a mode; home teaching is told apart by the responsible school's type.
pub fn placement_of(mode: &str, school_type: &str) -> Option<&'static str> {
    Some(match mode {
        "ORDINARY" => "PL0",
        "INCLUSIVE" => "PL1",
        "SPECIAL_CLASS" => "PL2",
        "SPECIAL_SCHOOL" => "PL3",
        "HOME" if super::school::is_special_school(school_type) => "PL5",
        "HOME" => "PL4",
        "REMOTE" => "PL6",
        "INSTITUTION" => "PL7",
        "AWAITING" => "PL8",
        "EXEMPT" => "PL9",
        _ => return None,
    })
}

code_list! {
    /// What the county's expert committee decides (残疾人教育条例 art. 20).
    COMMITTEE_RESULT = "committee_result", "残疾人教育条例第20条", "2017";
    "SCHOOL" "可到校就读" "Can attend school"
    "HOME" "适合送教上门" "To be taught at home"
    "REMOTE" "适合远程教育" "To be taught remotely"
    "INSTITUTION" "适合在机构就学" "To be taught in an institution"
    "DEFER" "延缓入学" "Entry deferred"
    "EXEMPT" "不具备学习条件(免学,心理支持)" "Cannot be taught at present; psychological support"
    "REASSESS" "待复评" "To be assessed again"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn home_teaching_counts_by_the_responsible_school() {
        assert_eq!(placement_of("HOME", "211"), Some("PL4"));
        assert_eq!(placement_of("HOME", "514"), Some("PL5"));
        assert_eq!(placement_of("HOME", "519"), Some("PL4"));
        for mode in PLACEMENT_MODE.codes {
            assert!(
                placement_of(mode.code, "").is_some_and(|code| PLACEMENT.find(code).is_some()),
                "{}",
                mode.code
            );
        }
        assert_eq!(placement_of("FUTURE", "211"), None);
    }
}
