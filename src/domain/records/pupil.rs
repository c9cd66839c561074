//! 学生基本信息表, page 1 of a home-teaching file (domain.md §4.1): the child, the family, the groups, the support received.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Kind, Rule};
use crate::domain::id::FileId;
use crate::record;

record! {
    /// The root of a pupil's file.
    Pupil, "pupil" {
        identity {
            name: String = Field::text().personal().required().rules(&[Rule::PersonName]);
            former_name: String = Field::text().personal();
            sex: String = Field::code(&codes::SEX).required();
            ethnic: String = Field::code(&codes::ETHNIC).required();
            birth: Option<Date> = Field::date().personal().required().rules(&[Rule::NotFuture]);
            id_type: String = Field::code(&codes::ID_TYPE).required();
            id_no: String = Field::of(Kind::IdNumber).masked().required_if("id_type", &["1", "2"]);
            roll_no: String = Field::of(Kind::RollNumber).masked();
            alt_no: String = Field::text().masked();
        }
        disability {
            cert_no: String = Field::of(Kind::CertNumber).masked();
            disability_type: String = Field::code(&codes::DISABILITY_TYPE).private().required_if("cert_no", &["*"]);
            disability_grade: String = Field::code(&codes::DISABILITY_GRADE).private().required_if("cert_no", &["*"]);
            further_types: Vec<String> = Field::codes(&codes::DISABILITY_TYPE).private();
            school_needs: Vec<String> = Field::codes(&codes::SCHOOL_NEED).private();
            diagnosis: String = Field::long_text().private();
            history: String = Field::long_text().private();
            /// Medicine, allergies, seizures: shown before every visit; 无 where there is nothing.
            safety_note: String = Field::long_text().private().required();
            aids: Vec<String> = Field::codes(&codes::AIDS).private();
            communication: Vec<String> = Field::codes(&codes::COMM_MODE).private();
        }
        home {
            town: String = Field::text().personal();
            village: String = Field::text().personal();
            village_code: String = Field::text().rules(&[Rule::MaxChars(12)]);
            household_address: String = Field::text().personal().required();
            address: String = Field::text().personal().required();
            route_note: String = Field::long_text().personal();
        }
        school {
            school: Option<FileId> = Field::file(FileKind::School).required();
            grade: String = Field::code(&codes::GRADE);
            class: String = Field::text();
            student_status: String = Field::code(&codes::STUDENT_STATUS);
            main_teacher: Option<FileId> = Field::file(FileKind::Staff);
            second_teacher: Option<FileId> = Field::file(FileKind::Staff).rules(&[Rule::DiffersFrom("main_teacher")]);
            remark: String = Field::long_text();
        }
    }
}

record! {
    /// One of one to three guardians; the legal one and the one who really cares may differ.
    Guardian, "guardian" {
        guardian {
            name: String = Field::text().personal().required().rules(&[Rule::PersonName]);
            kinship: String = Field::code(&codes::KINSHIP).required();
            phone: String = Field::phone().required();
            id_no: String = Field::of(Kind::IdNumber).masked();
            legal: Option<bool> = Field::bool();
            daily_carer: Option<bool> = Field::bool();
            literacy: String = Field::code(&codes::LITERACY);
            works_away: Option<bool> = Field::bool();
            note: String = Field::long_text().personal();
        }
    }
}

record! {
    Sibling, "sibling" {
        sibling {
            name: String = Field::text().personal().required().rules(&[Rule::PersonName]);
            kinship: String = Field::code(&codes::KINSHIP);
            birth: Option<Date> = Field::date().personal();
            situation: String = Field::text().personal();
        }
    }
}

record! {
    /// A special-population group that the child belongs to (domain.md §3.5), with its state and dates.
    Flag, "flag" {
        flag {
            flag: String = Field::code(&codes::FLAG).required();
            state: String = Field::code(&codes::FLAG_STATE);
            since: Option<Date> = Field::date();
            until: Option<Date> = Field::date().rules(&[Rule::NotBefore("since")]);
            source: String = Field::code(&codes::DEPARTMENT);
            note: String = Field::text().personal();
        }
    }
}

record! {
    /// 资助: one grant or relief.
    Aid, "aid" {
        aid {
            aid_type: String = Field::code(&codes::AID_TYPE).required();
            amount_yuan: Option<i64> = Field::int(0, 1_000_000);
            date: Option<Date> = Field::date().required();
            note: String = Field::text();
        }
    }
}

record! {
    /// 转学: from one school's roll to another's, within the county or over its border.
    Transfer, "transfer" {
        transfer {
            on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            from_school: Option<FileId> = Field::file(FileKind::School);
            /// A school outside the county.
            from_other: String = Field::text();
            to_school: Option<FileId> = Field::file(FileKind::School).rules(&[Rule::DiffersFrom("from_school")]);
            to_other: String = Field::text();
            number: String = Field::text();
            reason: String = Field::long_text().private();
        }
    }
}

record! {
    /// Another pupil who looks like this one and was found to be another child: the pair is not asked about again.
    Distinct, "distinct" {
        distinct {
            other: Option<FileId> = Field::file(FileKind::Pupil).required();
            decided_on: Option<Date> = Field::date();
            reason: String = Field::text().personal();
        }
    }
}
