//! The county's settings: how often to visit, when there is school, when a matter is late. Rules are data with dates and
//! sources, kept as records of the county's file; what the county has not set has a default with its source, and nothing
//! elsewhere in the code knows a figure.
mod day;
mod defaults;
mod holidays;
mod records;
#[cfg(test)]
mod tests;

pub use day::Day;
pub use defaults::{DEFAULT_FIRST_WEEK, DEFAULTS, SettingDefault, Source, default_of, setting_default};
pub use holidays::{HOLIDAYS, Holidays};
pub use records::{DayOffDay, Frequency, MakeUpDay, OwnCode, SETTINGS_ID, Settings, TermDates};

use crate::domain::calendar::{BirthWindow, Calendar, DayOff, Half, Month, SchoolYear, Term, TermSpan};
use crate::domain::codes::CodeList;
use crate::domain::date::Date;
use crate::domain::field::Kind;
use crate::domain::id::RecordId;
use crate::domain::records::case::Team;
use crate::domain::value::{Value, Values};

/// Absence without leave, in calendar days since the first day missed (domain.md §2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    pub warn: i64,
    pub visit: i64,
    pub report: i64,
    pub suspected: i64,
    pub dropout: i64,
}

/// How far an absence has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AbsenceStage {
    None,
    Warn,
    Visit,
    Report,
    Suspected,
    Dropout,
}

/// The rule of home teaching that holds on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitRule {
    pub visits_per_week: u32,
    pub periods_per_visit: u32,
    /// Class hours owed in a school year.
    pub periods_per_year: u32,
    /// The notice or plan that it comes from.
    pub source: String,
}

/// Every setting, read once from the county's file and handed to whoever needs one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub thresholds: Thresholds,
    pub entry_age: i32,
    pub school_years: i32,
    /// Minutes of a class hour (课时).
    pub class_minutes: i64,
    /// A visit recorded more than this many days after it is a late entry (补录).
    pub late_entry_days: i64,
    pub photo_required: bool,
    pub max_photos: usize,
    /// A visit by one teacher asks for the reason.
    pub two_teachers: bool,
    pub counselling_days: i64,
    pub carer_contact_days: i64,
    /// More poor pupils than this are too many for one carer.
    pub carer_limit: u32,
    /// Days in school before a case can be closed.
    pub stability_days: i64,
    /// Days in which a case is checked, verified, approved.
    pub case_days: i64,
    pub retention_years: i64,
    pub auto_lock_minutes: i64,
    pub backup_days: i64,
    /// Percent of the full points from which a school is excellent, and from which it passes.
    pub good_percent: i64,
    pub pass_percent: i64,
    /// A department's list that is older is to be asked for anew.
    pub list_days: i64,
    /// A code of `first_week`.
    pub first_week: String,
    pub national_holidays: bool,
    pub frequencies: Vec<Frequency>,
    pub terms: Vec<TermDates>,
    pub days_off: Vec<DayOffDay>,
    pub make_up_days: Vec<MakeUpDay>,
    pub own_codes: Vec<OwnCode>,
    /// The county's inspection teams.
    pub teams: Vec<Team>,
}

impl Default for Policy {
    fn default() -> Self {
        Policy::read(|_| Vec::new())
    }
}

impl Policy {
    /// Reads the county's records, asked for by the table's key. A value out of its field's range counts as not set.
    pub fn read(records: impl Fn(&str) -> Vec<(RecordId, Values)>) -> Policy {
        let settings = records(Settings::TABLE.key);
        let int = |key: &str| setting(&settings, key);
        let flag = |key: &str| setting(&settings, key) != 0;
        let first_week = settings.iter().find_map(|(_, values)| values.get("first_week")?.as_text());
        Policy {
            thresholds: Thresholds {
                warn: int("warn_days"),
                visit: int("visit_days"),
                report: int("report_days"),
                suspected: int("suspected_days"),
                dropout: int("dropout_days"),
            },
            entry_age: int("entry_age") as i32,
            school_years: int("school_years") as i32,
            class_minutes: int("class_minutes"),
            late_entry_days: int("late_entry_days"),
            photo_required: flag("photo_required"),
            max_photos: usize::try_from(int("max_photos")).unwrap_or_default(),
            two_teachers: flag("two_teachers"),
            counselling_days: int("counselling_days"),
            carer_contact_days: int("carer_contact_days"),
            carer_limit: u32::try_from(int("carer_limit")).unwrap_or_default(),
            stability_days: int("stability_days"),
            case_days: int("case_days"),
            retention_years: int("retention_years"),
            auto_lock_minutes: int("auto_lock_minutes"),
            backup_days: int("backup_days"),
            good_percent: int("good_percent"),
            pass_percent: int("pass_percent"),
            list_days: int("list_days"),
            first_week: first_week.unwrap_or(DEFAULT_FIRST_WEEK).to_owned(),
            national_holidays: flag("national_holidays"),
            frequencies: all(&records, Frequency::TABLE.key, Frequency::read),
            terms: all(&records, TermDates::TABLE.key, TermDates::read),
            days_off: all(&records, DayOffDay::TABLE.key, DayOffDay::read),
            make_up_days: all(&records, MakeUpDay::TABLE.key, MakeUpDay::read),
            own_codes: all(&records, OwnCode::TABLE.key, OwnCode::read),
            teams: all(&records, Team::TABLE.key, Team::read),
        }
    }

    /// The rule that holds on a day: of those whose dates cover it, the one that began last; else the province's.
    pub fn frequency_on(&self, date: Date) -> VisitRule {
        let holds = |rule: &&Frequency| {
            rule.from.is_some_and(|from| from <= date) && rule.to.is_none_or(|to| date <= to)
        };
        let latest = self.frequencies.iter().filter(holds).max_by_key(|rule| rule.from);
        let or_default =
            |set: Option<i64>, key| u32::try_from(set.unwrap_or_else(|| default_of(key))).unwrap_or_default();
        VisitRule {
            visits_per_week: or_default(latest.and_then(|rule| rule.visits_per_week), "visits_per_week"),
            periods_per_visit: or_default(
                latest.and_then(|rule| rule.periods_per_visit),
                "periods_per_visit",
            ),
            periods_per_year: or_default(latest.and_then(|rule| rule.periods_per_year), "periods_per_year"),
            source: latest.map_or(defaults::FREQUENCY_SOURCE, |rule| rule.source.as_str()).to_owned(),
        }
    }

    /// Days with school in these school years, first and last included.
    pub fn calendar(&self, from: SchoolYear, to: SchoolYear) -> Calendar {
        let years =
            (from.start()..=to.start().min(from.start().saturating_add(100))).map(SchoolYear::starting);
        let terms =
            years.flat_map(|year| [year.autumn(), year.spring()]).map(|term| self.span(term)).collect();
        let mut off: Vec<DayOff> = self.days_off.iter().filter_map(DayOffDay::days).collect();
        let mut make_up: Vec<Date> = Vec::new();
        if self.national_holidays {
            // A day that the county has off is not made up, whatever the national plan says.
            let worked = |date: &Date| !off.iter().any(|off| (off.from..=off.to).contains(date));
            let calendar_years = from.start()..=to.start().saturating_add(1);
            let plans: Vec<Holidays> = calendar_years.map(holidays::of).collect();
            make_up.extend(plans.iter().flat_map(|plan| plan.make_up()).filter(worked));
            off.extend(plans.iter().flat_map(|plan| plan.off()));
        }
        make_up.extend(self.make_up_days.iter().filter_map(|day| day.date));
        Calendar::new(terms, &off, &make_up)
    }

    /// The calendar that lists, tasks and reports use: ten years back, two ahead.
    pub fn calendar_around(&self, today: Date) -> Calendar {
        let year = SchoolYear::of(today);
        self.calendar(year.plus(-10), year.plus(2))
    }

    /// A term's days: the county's, or the usual ones.
    pub fn span(&self, term: Term) -> TermSpan {
        let set = self.terms.iter().filter(|dates| dates.term() == Some(term));
        let dates = set.filter_map(|dates| dates.from.zip(dates.to)).find(|(from, to)| from <= to);
        let (from, to) = dates.unwrap_or_else(|| defaults::term(term));
        TermSpan { term, from, to }
    }

    /// Births of school age in this school year.
    pub fn births(&self, year: SchoolYear) -> BirthWindow {
        year.births(self.entry_age, self.school_years)
    }

    /// How far an absence of so many calendar days has come (1 on the first day missed).
    pub fn absence_stage(&self, days: i64) -> AbsenceStage {
        let Thresholds { warn, visit, report, suspected, dropout } = self.thresholds;
        let stages = [
            (dropout, AbsenceStage::Dropout),
            (suspected, AbsenceStage::Suspected),
            (report, AbsenceStage::Report),
            (visit, AbsenceStage::Visit),
            (warn, AbsenceStage::Warn),
        ];
        stages.into_iter().find(|(at, _)| days >= *at).map_or(AbsenceStage::None, |(_, stage)| stage)
    }

    /// Whether a visit on `date` that was recorded on `recorded` is a late entry.
    pub fn is_late_entry(&self, date: Date, recorded: Date) -> bool {
        recorded.days_since(date) > self.late_entry_days
    }

    /// First and last day of the "first week" of a month, as the county counts it.
    pub fn first_week(&self, month: Month) -> (Date, Date) {
        let first = month.first_day();
        let from = match self.first_week.as_str() {
            "WEEK_OF_FIRST" => first.monday(),
            "FULL_WEEK" if first.weekday() > 1 => first.monday().plus_days(7),
            _ => first,
        };
        (from, from.plus_days(6))
    }

    /// The county's own codes of a list, closed ones included: old records still show them.
    pub fn codes_of(&self, list: &CodeList) -> impl Iterator<Item = &OwnCode> {
        self.own_codes.iter().filter(move |own| own.list == list.key)
    }
}

fn all<T>(
    records: &impl Fn(&str) -> Vec<(RecordId, Values)>,
    table: &str,
    read: impl Fn(&Values) -> T,
) -> Vec<T> {
    records(table).iter().map(|(_, values)| read(values)).collect()
}

/// A setting of the county, within its field's range; else its default. Ticks count as 1 and 0.
fn setting(settings: &[(RecordId, Values)], key: &str) -> i64 {
    let kind = Settings::TABLE.field(key).map(|field| field.kind);
    let in_range = |value: &Value| match (kind, value) {
        (Some(Kind::Int { min, max }), Value::Int(number)) => (min..=max).contains(number).then_some(*number),
        (Some(Kind::Bool), Value::Bool(ticked)) => Some(i64::from(*ticked)),
        _ => None,
    };
    settings.iter().find_map(|(_, values)| in_range(values.get(key)?)).unwrap_or_else(|| default_of(key))
}

impl TermDates {
    pub fn term(&self) -> Option<Term> {
        Some(Term { year: self.year.parse().ok()?, half: Half::from_code(&self.half)? })
    }
}

impl DayOffDay {
    /// One day where no last day is set.
    pub fn days(&self) -> Option<DayOff> {
        let from = self.from?;
        Some(DayOff { from, to: self.to.unwrap_or(from) })
    }
}
