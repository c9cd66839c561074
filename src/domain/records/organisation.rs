//! Schools, staff, the county.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Rule};
use crate::domain::id::FileId;
use crate::record;

record! {
    School, "school" {
        school {
            code: String = Field::text().required().rules(&[Rule::MaxChars(10)]);
            name: String = Field::text().required();
            school_type: String = Field::code(&codes::SCHOOL_TYPE).required();
            town: String = Field::text();
            /// The principal is the person first responsible (第一责任人).
            principal: String = Field::text().personal();
            phone: String = Field::phone();
            address: String = Field::text();
            closed_on: Option<Date> = Field::date();
        }
    }
}

record! {
    Staff, "staff" {
        staff {
            name: String = Field::text().personal().required().rules(&[Rule::PersonName]);
            roles: Vec<String> = Field::codes(&codes::STAFF_ROLE).required();
            school: Option<FileId> = Field::file(FileKind::School);
            phone: String = Field::phone();
            left_on: Option<Date> = Field::date();
        }
    }
}

record! {
    /// The register, or a part of it, left the tablet as a file: who and when stand in the change that says so.
    Handover, "handover" {
        handover {
            on: Option<Date> = Field::date().required();
            /// Everything, or chosen children with what belongs to them.
            whole: Option<bool> = Field::bool();
            /// Sealed with a passphrase; a file that is not can be read by whoever has it.
            sealed: Option<bool> = Field::bool().required();
            photos: Option<bool> = Field::bool();
            files: Option<i64> = Field::int(0, 1_000_000);
            /// The inspection team whose cases they are.
            team: String = Field::text();
        }
    }
}

record! {
    /// The public half of the key with which a member of staff signs on one tablet. The record's id is that of the key slot; its
    /// author is the person.
    SigningKey, "signing_key" {
        signing_key {
            /// A point of P-256 in hexadecimal.
            public: String = Field::text().required().rules(&[Rule::MaxChars(200)]);
            /// Over person, slot and public key, by the key itself, in hexadecimal: whoever wrote it held the key.
            proof: String = Field::text().required().rules(&[Rule::MaxChars(200)]);
            since: Option<Date> = Field::date();
        }
    }
}

record! {
    /// The root of the county's file; its settings are records of their own (domain::policy).
    County, "county" {
        county {
            name: String = Field::text().required();
            division_code: String = Field::text().rules(&[Rule::MaxChars(6)]);
            bureau: String = Field::text();
        }
    }
}
