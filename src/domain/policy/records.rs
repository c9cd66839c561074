//! The records of the county's file that hold its settings.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, Rule};
use crate::domain::id::RecordId;
use crate::record;

/// There is one record of settings in a county's file, with this id: two tablets that set one apart set the same one.
pub const SETTINGS_ID: RecordId = RecordId(1);

record! {
    /// Figures and choices; an empty one has its default.
    Settings, "settings" {
        home_visits {
            /// Minutes of a class hour.
            class_minutes: Option<i64> = Field::int(30, 60);
            late_entry_days: Option<i64> = Field::int(1, 60);
            photo_required: Option<bool> = Field::bool();
            max_photos: Option<i64> = Field::int(0, 3);
            two_teachers: Option<bool> = Field::bool();
            /// The notice that the section rests on.
            home_visits_source: String = Field::text();
        }
        detection {
            warn_days: Option<i64> = Field::int(1, 60);
            visit_days: Option<i64> = Field::int(1, 60);
            report_days: Option<i64> = Field::int(1, 60);
            suspected_days: Option<i64> = Field::int(1, 120);
            dropout_days: Option<i64> = Field::int(1, 365);
            stability_days: Option<i64> = Field::int(1, 365);
            /// Days in which a case is checked, verified, approved.
            case_days: Option<i64> = Field::int(1, 60);
            detection_source: String = Field::text();
        }
        school_age {
            entry_age: Option<i64> = Field::int(5, 8);
            school_years: Option<i64> = Field::int(6, 15);
            school_age_source: String = Field::text();
        }
        support {
            counselling_days: Option<i64> = Field::int(1, 365);
            carer_contact_days: Option<i64> = Field::int(1, 365);
            /// More poor pupils than this are too many for one carer.
            carer_limit: Option<i64> = Field::int(1, 100);
            first_week: String = Field::code(&codes::FIRST_WEEK);
            support_source: String = Field::text();
        }
        year_score {
            /// Percent of the full points from which a school is excellent, and from which it passes.
            good_percent: Option<i64> = Field::int(1, 100);
            pass_percent: Option<i64> = Field::int(1, 100);
            year_score_source: String = Field::text();
        }
        departments {
            /// A department's list that is older is to be asked for anew.
            list_days: Option<i64> = Field::int(1, 730);
        }
        school_days {
            national_holidays: Option<bool> = Field::bool();
        }
        tablet {
            auto_lock_minutes: Option<i64> = Field::int(1, 60);
            backup_days: Option<i64> = Field::int(1, 60);
            retention_years: Option<i64> = Field::int(1, 100);
        }
    }
}

record! {
    /// How often children are taught at home, for a time.
    Frequency, "frequency" {
        frequency {
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().rules(&[Rule::NotBefore("from")]);
            visits_per_week: Option<i64> = Field::int(1, 7).required();
            /// Class hours of one visit.
            periods_per_visit: Option<i64> = Field::int(1, 6).required();
            /// Class hours of a school year, at least.
            periods_per_year: Option<i64> = Field::int(1, 1500).required();
            /// The notice or plan that says so.
            source: String = Field::text().required();
        }
    }
}

record! {
    TermDates, "term_dates" {
        term_dates {
            /// `2025-2026`
            year: String = Field::text().required().rules(&[Rule::MinChars(9), Rule::MaxChars(9)]);
            half: String = Field::code(&codes::TERM).required();
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().required().rules(&[Rule::NotBefore("from")]);
        }
    }
}

record! {
    /// Days without school within a term: a holiday of the county, snow, an examination.
    DayOffDay, "day_off" {
        day_off {
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().rules(&[Rule::NotBefore("from")]);
            name: String = Field::text();
        }
    }
}

record! {
    /// A day of the weekend with school.
    MakeUpDay, "make_up_day" {
        make_up_day {
            date: Option<Date> = Field::date().required();
            name: String = Field::text();
        }
    }
}

record! {
    /// A code that the county adds to a list of the house; closed, it is shown but no longer offered.
    OwnCode, "own_code" {
        own_code {
            list: String = Field::text().required();
            code: String = Field::text().required().rules(&[Rule::MaxChars(20)]);
            zh: String = Field::text().required();
            en: String = Field::text();
            closed: bool = Field::bool();
        }
    }
}

impl OwnCode {
    /// The code of a new choice: X and five letters that follow from its record.
    pub fn code_of(record: RecordId) -> String {
        const LETTERS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        let letter =
            |place: u32| LETTERS.get((record.0 >> (place * 5)) as usize & 31).map(|b| char::from(*b));
        std::iter::once('X').chain((0..5).filter_map(letter)).collect()
    }
}
