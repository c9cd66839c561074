//! A term's end: the summary, whose figures are computed and never typed, and the guardian's feedback (domain.md §4.6).
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Kind};
use crate::domain::id::{FileId, RecordId};
use crate::record;

record! {
    TermSummary, "term_summary" {
        summary {
            term: String = Field::text().required();
            date: Option<Date> = Field::date().required();
        }
        computed {
            // As they were computed when the summary was written (`report::term`): never typed.
            visits_due: Option<i64> = Field::int(0, 1_000);
            visits: Option<i64> = Field::int(0, 1_000);
            missed: Option<i64> = Field::int(0, 1_000);
            hours_due: Option<i64> = Field::int(0, 5_000);
            hours: Option<i64> = Field::int(0, 5_000);
            goals: Option<i64> = Field::int(0, 1_000);
            goals_met: Option<i64> = Field::int(0, 1_000);
            talks: Option<i64> = Field::int(0, 1_000);
        }
        summary {
            family: String = Field::long_text().private().required();
            change: String = Field::long_text().private().required();
            issues: String = Field::long_text().private().required();
            next: String = Field::long_text().private().required();
            placement_advice: String = Field::code(&codes::PLACEMENT_MODE).private();
            author: Option<FileId> = Field::file(FileKind::Staff).required();
            teacher_sign: String = Field::of(Kind::Strokes).personal();
            head_sign: String = Field::of(Kind::Strokes).personal();
        }
    }
}

record! {
    /// Filled in by the guardian, or marked as written for the guardian.
    Feedback, "feedback" {
        feedback {
            term: String = Field::text().required();
            date: Option<Date> = Field::date().required();
        }
        computed {
            visits: Option<i64> = Field::int(0, 1_000);
            missed: Option<i64> = Field::int(0, 1_000);
            hours: Option<i64> = Field::int(0, 5_000);
        }
        feedback {
            guardian: Option<RecordId> = Field::record("guardian");
            attitude: Option<i64> = Field::int(1, 5).required();
            content: Option<i64> = Field::int(1, 5).required();
            effect: Option<i64> = Field::int(1, 5).required();
            time: Option<i64> = Field::int(1, 5).required();
            respect: Option<i64> = Field::int(1, 5).required();
            comment: String = Field::long_text().private();
            written_for: Option<bool> = Field::bool();
            sign_method: String = Field::code(&codes::SIGN_METHOD).required();
            strokes: String = Field::of(Kind::Strokes).personal().required_if("sign_method", &["HAND"]);
            witness: String = Field::text().personal().required_if("sign_method", &["FINGERPRINT", "WITNESS"]);
        }
    }
}
