//! Consent, photographs and papers of a child (domain.md §1.5, §4.1).
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, Kind, Rule};
use crate::domain::id::RecordId;
use crate::record;

record! {
    /// A guardian's consent: what for, given how, until when. Photos are a tick of their own (PIPL art. 31).
    Consent, "consent" {
        consent {
            scope: Vec<String> = Field::codes(&codes::CONSENT_SCOPE).required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            guardian: Option<RecordId> = Field::record("guardian").required();
            sign_method: String = Field::code(&codes::SIGN_METHOD).required();
            strokes: String = Field::of(Kind::Strokes).personal().required_if("sign_method", &["HAND"]);
            witness: String = Field::text().personal().required_if("sign_method", &["FINGERPRINT", "WITNESS"]);
            withdrawn: Option<Date> = Field::date().rules(&[Rule::NotBefore("date")]);
            note: String = Field::text();
        }
    }
}

record! {
    /// A photograph: of a visit, a paper, or the child. Its bytes stand once in the media store, under their hash.
    Photo, "photo" {
        photo {
            media: String = Field::of(Kind::Media).personal().required();
            thumbnail: String = Field::of(Kind::Media).personal();
            visit: Option<RecordId> = Field::record("visit");
            document: Option<RecordId> = Field::record("document");
            taken: Option<Date> = Field::date();
            caption: String = Field::text().personal();
        }
    }
}

record! {
    /// A paper in the child's file: an application, a certificate, a receipt.
    Document, "document" {
        document {
            title: String = Field::text().required();
            /// What it proves, where it proves something for a case.
            kind: String = Field::code(&codes::PAPER);
            number: String = Field::text();
            date: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
            issuer: String = Field::text();
            note: String = Field::long_text().private();
        }
    }
}
