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
