//! What holds where the county has set nothing, each with the paper that it comes from.
use crate::domain::calendar::{Half, Term};
use crate::domain::date::Date;

/// A setting's default. Ticks are 1 and 0.
#[derive(Debug, PartialEq, Eq)]
pub struct SettingDefault {
    /// The field of the table `settings` or `frequency`.
    pub key: &'static str,
    pub value: i64,
    pub source: &'static str,
}

pub(super) const FREQUENCY_SOURCE: &str =
    "山东省重度残疾儿童少年送教上门: 每周2次、每次3课时、每学年不少于216课时";

const PROPOSED: &str = "own proposal";
const DETECTION: &str = "after 崇明, 广东, 贵州 (domain.md §2.1)";

const fn set(key: &'static str, value: i64, source: &'static str) -> SettingDefault {
    SettingDefault { key, value, source }
}

pub static DEFAULTS: &[SettingDefault] = &[
    set("visits_per_week", 2, FREQUENCY_SOURCE),
    set("periods_per_visit", 3, FREQUENCY_SOURCE),
    set("periods_per_year", 216, FREQUENCY_SOURCE),
    set("class_minutes", 40, "35–45 minutes in most places (domain.md §1.4)"),
    set("late_entry_days", 7, "送教记录表 (domain.md §4.5)"),
    set("photo_required", 1, "送教记录表 (domain.md §4.5)"),
    set("max_photos", 3, "送教记录表 (domain.md §4.5)"),
    set("two_teachers", 1, "送教记录表 (domain.md §4.5)"),
    set("warn_days", 1, DETECTION),
    set("visit_days", 2, DETECTION),
    set("report_days", 3, DETECTION),
    set("suspected_days", 8, DETECTION),
    set("dropout_days", 31, DETECTION),
    set("stability_days", 30, "own proposal (domain.md §2.3)"),
    set("entry_age", 6, "义务教育法 art. 11; births of domain.md §2.2"),
    set("school_years", 9, "义务教育法 art. 2; births of domain.md §2.2"),
    set("counselling_days", 30, PROPOSED),
    set("carer_contact_days", 31, "one a month for each carer (domain.md §4.9)"),
    set("national_holidays", 1, "全国年节及纪念日放假办法 (2024)"),
    set("auto_lock_minutes", 5, PROPOSED),
    set("backup_days", 7, PROPOSED),
    set("retention_years", 10, PROPOSED),
];

/// The default of a setting; 0 for a key that is none.
pub fn default_of(key: &str) -> i64 {
    DEFAULTS.iter().find(|default| default.key == key).map_or(0, |default| default.value)
}

/// The usual days of a term (domain.md §10.5): 1 September to late January, 1 March to mid-July.
pub(super) fn term(term: Term) -> (Date, Date) {
    let year = term.year.start();
    let day = |year, month, day| Date::new(year, month, day).unwrap_or_default();
    match term.half {
        Half::Autumn => (day(year, 9, 1), day(year + 1, 1, 25)),
        Half::Spring => (day(year + 1, 3, 1), day(year + 1, 7, 12)),
    }
}
