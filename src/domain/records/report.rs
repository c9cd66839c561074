//! 报表 (domain.md §1.3, §4.12): a school's month, the county's quarter, the term, the year. What was submitted stands; a correction is
//! a version of its own.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Rule};
use crate::domain::id::FileId;
use crate::record;

record! {
    /// A submitted report: its figures with the files behind them, who says so and when.
    PeriodReport, "report" {
        report {
            kind: String = Field::code(&codes::REPORT_KIND).required();
            /// Whose report; none: the county's.
            school: Option<FileId> = Field::file(FileKind::School).required_if("kind", &["MONTH"]);
            from: Option<Date> = Field::date().required();
            on: Option<Date> = Field::date().required().rules(&[Rule::NotBefore("from")]);
            /// From 1; each replaces the one before it.
            version: Option<i64> = Field::int(1, 999).required();
            note: String = Field::long_text();
        }
        frozen {
            /// A line a figure: key, count, and the ids of the files behind it.
            figures: String = Field::long_text().required();
            submitted_on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
        }
        signed {
            slot: String = Field::text();
            signature: String = Field::text();
        }
    }
}
