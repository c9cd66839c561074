//! Home visits: what is booked, and what was done (送教记录表, domain.md §4.5).
use crate::domain::codes;
use crate::domain::date::{Clock, Date};
use crate::domain::field::{Field, FileKind, Kind, Rule};
use crate::domain::id::{FileId, RecordId};
use crate::record;
use std::collections::BTreeMap;

record! {
    /// An arranged visit, moved or called off with its reason.
    Booking, "booking" {
        booking {
            date: Option<Date> = Field::date().required();
            start: Option<Clock> = Field::time();
            teachers: Vec<FileId> = Field::files(FileKind::Staff);
            /// The norm's week that this visit makes up for.
            makes_up: Option<Date> = Field::date();
            skipped: String = Field::code(&codes::MISSED_REASON);
            skip_note: String = Field::text().personal();
            moved_from: Option<Date> = Field::date();
            move_reason: String = Field::code(&codes::MISSED_REASON);
        }
    }
}

record! {
    /// One visit, done or not. It counts as a visit only when done.
    Visit, "visit" {
        when {
            visit_type: String = Field::code(&codes::VISIT_TYPE).required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            start: Option<Clock> = Field::time().required_if("done", &["true"]);
            end: Option<Clock> = Field::time().required_if("done", &["true"]).rules(&[Rule::After("start")]);
            periods: Option<i64> = Field::int(0, 8).required_if("done", &["true"]);
            mode: String = Field::code(&codes::VISIT_MODE).required();
            place: String = Field::text().personal();
            teachers: Vec<FileId> = Field::files(FileKind::Staff).required();
            one_teacher_reason: String = Field::text();
            booking: Option<RecordId> = Field::record("booking");
        }
        outcome {
            done: Option<bool> = Field::bool().required();
            /// Of a visit that took place: in full or in part.
            outcome: String = Field::code(&codes::VISIT_OUTCOME);
            not_done_reason: String = Field::code(&codes::MISSED_REASON).required_if("done", &["false"]);
            not_done_note: String = Field::text().personal();
        }
        lesson {
            states: Vec<String> = Field::codes(&codes::PUPIL_STATE).private().required_if("done", &["true"]);
            /// Short goal → rating 0–3.
            goals: BTreeMap<String, i64> = Field::of(Kind::Ratings).private();
            content: String = Field::long_text().required_if("done", &["true"]);
            rating: Option<i64> = Field::int(0, 3).private().required_if("done", &["true"]);
            performance: String = Field::long_text().private().required_if("done", &["true"]);
        }
        family {
            guidance: Vec<String> = Field::codes(&codes::GUIDANCE).required_if("done", &["true"]);
            guidance_note: String = Field::long_text();
            homework: String = Field::long_text().required_if("done", &["true"]);
            next_date: Option<Date> = Field::date().rules(&[Rule::NotBefore("date")]);
            next_plan: String = Field::long_text();
        }
        signature {
            guardian_present: Option<bool> = Field::bool().required_if("done", &["true"]);
            guardian: Option<RecordId> = Field::record("guardian");
            sign_method: String = Field::code(&codes::SIGN_METHOD).required_if("done", &["true"]);
            strokes: String = Field::of(Kind::Strokes).personal().required_if("sign_method", &["HAND"]);
            witness: String = Field::text().personal().required_if("sign_method", &["FINGERPRINT", "WITNESS"]);
            sign_note: String = Field::text().required_if("sign_method", &["REFUSED"]);
        }
        record {
            /// Recorded more days after the visit than the county allows.
            late_entry: Option<bool> = Field::bool();
            reviewer: Option<FileId> = Field::file(FileKind::Staff);
            reviewed_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("date")]);
        }
    }
}
