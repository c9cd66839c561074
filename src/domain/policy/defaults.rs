//! What holds where the county has set nothing, each with the paper that it comes from.
use crate::domain::calendar::{Half, Term};
use crate::domain::date::Date;

/// A setting's default. Ticks are 1 and 0.
#[derive(Debug, PartialEq, Eq)]
pub struct SettingDefault {
    /// The field of the table `settings` or `frequency`.
    pub key: &'static str,
    pub value: i64,
    pub source: Source,
}

/// What a default rests on. The words stand in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// 山东省重度残疾儿童少年送教上门 (domain.md §1.4).
    Province,
    /// 35–45 minutes in most places (domain.md §1.4).
    Usual,
    /// 送教记录表 (domain.md §4.5).
    VisitForm,
    /// After 崇明, 广东, 贵州 (domain.md §2.1).
    Detection,
    /// 义务教育法 arts 2, 11; births of domain.md §2.2.
    Law,
    /// One contact a month for each carer (domain.md §4.9).
    CarerForm,
    /// Three to five households for a village secretary (domain.md §2.4), doubled.
    Carers,
    /// 全国年节及纪念日放假办法 (2024).
    Holidays,
    /// The house's own proposal (domain.md §2.3).
    Proposed,
}

pub(super) const FREQUENCY_SOURCE: &str =
    "山东省重度残疾儿童少年送教上门: 每周2次、每次3课时、每学年不少于216课时";

const fn set(key: &'static str, value: i64, source: Source) -> SettingDefault {
    SettingDefault { key, value, source }
}

pub static DEFAULTS: &[SettingDefault] = &[
    set("visits_per_week", 2, Source::Province),
    set("periods_per_visit", 3, Source::Province),
    set("periods_per_year", 216, Source::Province),
    set("class_minutes", 40, Source::Usual),
    set("late_entry_days", 7, Source::VisitForm),
    set("photo_required", 1, Source::VisitForm),
    set("max_photos", 3, Source::VisitForm),
    set("two_teachers", 1, Source::VisitForm),
    set("warn_days", 1, Source::Detection),
    set("visit_days", 2, Source::Detection),
    set("report_days", 3, Source::Detection),
    set("suspected_days", 8, Source::Detection),
    set("dropout_days", 31, Source::Detection),
    set("stability_days", 30, Source::Proposed),
    set("case_days", 7, Source::Proposed),
    set("entry_age", 6, Source::Law),
    set("school_years", 9, Source::Law),
    set("counselling_days", 30, Source::Proposed),
    set("carer_contact_days", 31, Source::CarerForm),
    set("carer_limit", 10, Source::Carers),
    set("good_percent", 90, Source::Proposed),
    set("pass_percent", 60, Source::Proposed),
    set("list_days", 120, Source::Proposed),
    set("national_holidays", 1, Source::Holidays),
    set("auto_lock_minutes", 5, Source::Proposed),
    set("backup_days", 7, Source::Proposed),
    set("retention_years", 10, Source::Proposed),
];

/// The first week of a month where the county has not said: a code of `first_week`.
pub const DEFAULT_FIRST_WEEK: &str = "DAYS";

/// The default of a setting; `None` for a key that is none.
pub fn setting_default(key: &str) -> Option<&'static SettingDefault> {
    DEFAULTS.iter().find(|default| default.key == key)
}

/// The value of a default; 0 for a key that is none.
pub fn default_of(key: &str) -> i64 {
    setting_default(key).map_or(0, |default| default.value)
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
