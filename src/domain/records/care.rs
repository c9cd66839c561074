//! The people around the child: psychological counselling (心理疏导), named carers (关爱责任人) and their contacts.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Rule};
use crate::domain::id::{FileId, RecordId};
use crate::record;

record! {
    /// A talk with the child, the parents or both; due for every child who cannot be taught.
    Counselling, "counselling" {
        counselling {
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            with_whom: String = Field::code(&codes::COUNSELLING_FOR).required();
            counsellor: Option<FileId> = Field::file(FileKind::Staff).required();
            summary: String = Field::long_text().private().required();
            advice: String = Field::long_text().private();
            next_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("date")]);
        }
    }
}

record! {
    /// Counselling of a child who cannot be taught, planned for a term: how often with the child, how often with the parents.
    CounsellingPlan, "counselling_plan" {
        counselling_plan {
            /// `2025-2026-1` autumn, `-2` spring.
            term: String = Field::text().required();
            child_times: Option<i64> = Field::int(0, 60).required();
            parent_times: Option<i64> = Field::int(0, 60).required();
            counsellor: Option<FileId> = Field::file(FileKind::Staff).required();
            aim: String = Field::long_text().private();
        }
    }
}

record! {
    /// One of two carers of a poor pupil, from a day to a day.
    Carer, "carer" {
        carer {
            person: String = Field::text().personal().required().rules(&[Rule::PersonName]);
            staff: Option<FileId> = Field::file(FileKind::Staff);
            unit: String = Field::text();
            post: String = Field::text();
            phone: String = Field::phone();
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().rules(&[Rule::NotBefore("from")]);
        }
    }
}

record! {
    /// 一生一策 (domain.md §4.9): the own plan of a child who is out of school, poor or at risk; what is done stands in its measures.
    OwnPlan, "own_plan" {
        own_plan {
            number: String = Field::text();
            made_on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            risk: String = Field::code(&codes::RISK).required();
            family: String = Field::long_text().private().required();
            reasons: Vec<String> = Field::codes(&codes::DROPOUT_REASON).private().required();
            goal: String = Field::long_text().required();
            due: Option<Date> = Field::date().required().rules(&[Rule::NotBefore("made_on")]);
            /// 包保领导
            sponsor: String = Field::text().personal().required();
            teacher: Option<FileId> = Field::file(FileKind::Staff).required();
        }
        review {
            reviewed_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("made_on")]);
            review_note: String = Field::long_text().private();
            closed_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("made_on")]);
        }
    }
}

record! {
    /// One measure of an own plan: what, who, by when, and when it was done.
    Measure, "measure" {
        measure {
            own_plan: Option<RecordId> = Field::record("own_plan").required();
            what: String = Field::text().required();
            who: String = Field::text().personal().required();
            due: Option<Date> = Field::date().required();
            done_on: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
            note: String = Field::long_text().private();
        }
    }
}

record! {
    CarerContact, "carer_contact" {
        contact {
            carer: Option<RecordId> = Field::record("carer").required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            method: String = Field::code(&codes::CONTACT_METHOD).required();
            summary: String = Field::long_text().private().required();
            follow_up: String = Field::long_text().private();
        }
    }
}
