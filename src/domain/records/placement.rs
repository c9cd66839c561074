//! Where and how the child is taught (安置), what the expert committee found, and approved breaks.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Rule};
use crate::domain::id::FileId;
use crate::record;

record! {
    /// One placement with its dates; one is current, the rest are history. Home teaching by an ordinary or by the special school
    /// is told apart by the responsible school's type (domain.md §3.3).
    Placement, "placement" {
        placement {
            mode: String = Field::code(&codes::PLACEMENT_MODE).required();
            school: Option<FileId> = Field::file(FileKind::School).required_if("mode", &["HOME", "INCLUSIVE", "SPECIAL_CLASS", "SPECIAL_SCHOOL", "ORDINARY"]);
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().rules(&[Rule::NotBefore("from")]);
            /// Home teaching: an own norm, lower than the county's, needs a reason.
            visits_per_week: Option<i64> = Field::int(0, 14);
            hours_per_visit: Option<i64> = Field::int(1, 8);
            reason: String = Field::long_text().private();
        }
    }
}

record! {
    /// The decision of the disability education expert committee (残疾人教育条例 art. 20: private).
    Decision, "decision" {
        decision {
            result: String = Field::code(&codes::COMMITTEE_RESULT).private().required();
            learnable: String = Field::code(&codes::LEARNABLE).private().required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            number: String = Field::text().required();
            advice: String = Field::code(&codes::PLACEMENT_MODE).private();
            review_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("date")]);
            note: String = Field::long_text().private();
        }
    }
}

record! {
    /// 延缓入学 or 休学 (义务教育法 art. 11): applied for, approved, and over at its end.
    Deferral, "deferral" {
        deferral {
            kind: String = Field::code(&codes::DEFERRAL).required();
            applicant: String = Field::text().personal().required();
            reason: String = Field::long_text().private().required();
            proof: String = Field::text().private();
            approver: String = Field::text().required();
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().required().rules(&[Rule::NotBefore("from")]);
        }
    }
}
