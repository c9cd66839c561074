//! Rules and responsibility: groups and their members, documents, the Party group's agenda and what it decided, duty letters,
//! lists handed out (domain.md §2.4, §4.11, §9.2). They stand in a file of the county of their own, which no caseload carries.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Kind, Rule};
use crate::domain::id::{FileId, RecordId};
use crate::record;

record! {
    /// 领导小组, 工作小组.
    DutyGroup, "duty_group" {
        group {
            kind: String = Field::code(&codes::GROUP_KIND).required();
            name: String = Field::text().required();
            set_up_on: Option<Date> = Field::date().required();
            /// The document that set it up.
            document: Option<RecordId> = Field::record("duty_document");
            dissolved_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("set_up_on")]);
        }
    }
}

record! {
    DutyMember, "duty_member" {
        member {
            group: Option<RecordId> = Field::record("duty_group").required();
            person: String = Field::text().personal().required();
            role: String = Field::code(&codes::GROUP_ROLE).required();
            /// Office and post: 教育局局长.
            post: String = Field::text();
            from: Option<Date> = Field::date().required();
            to: Option<Date> = Field::date().rules(&[Rule::NotBefore("from")]);
        }
    }
}

record! {
    /// 规定文件. Its pages are scans beside it.
    DutyDocument, "duty_document" {
        document {
            title: String = Field::text().required();
            number: String = Field::text();
            issuer: String = Field::text().required();
            date: Option<Date> = Field::date().required();
            status: String = Field::code(&codes::DOC_STATUS).required();
            replaced_by: Option<RecordId> = Field::record("duty_document").required_if("status", &["REPLACED"]);
            note: String = Field::long_text();
        }
    }
}

record! {
    /// 党组议题: the matter on the leaders' agenda, in the first week of every month (domain.md §9.1 C9).
    DutyAgenda, "duty_agenda" {
        agenda {
            month: String = Field::of(Kind::Month).required();
            topic: String = Field::text().required();
            /// Empty while the meeting is still to come.
            held_on: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
            meeting: String = Field::text();
            chair: String = Field::text().personal();
            present: Vec<String> = Field::lines().personal();
            minutes: String = Field::long_text().required_if("held_on", &["*"]);
        }
    }
}

record! {
    /// A decision of a meeting: whose task, until when.
    DutyTask, "duty_task" {
        task {
            agenda: Option<RecordId> = Field::record("duty_agenda").required();
            what: String = Field::text().required();
            owner: Option<FileId> = Field::file(FileKind::Staff);
            /// An owner who is no staff of this register: another office.
            other_owner: String = Field::text().personal();
            due: Option<Date> = Field::date().required();
            done_on: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
            result: String = Field::long_text();
        }
    }
}

record! {
    /// 责任书, one a school year for each pair of parties.
    DutyLetter, "duty_letter" {
        letter {
            level: String = Field::code(&codes::LETTER_LEVEL).required();
            /// `2025-2026`
            year: String = Field::text().required().rules(&[Rule::MinChars(9), Rule::MaxChars(9)]);
            number: String = Field::text();
            town: String = Field::text().required_if("level", &["COUNTY_TOWN", "TOWN_VILLAGE"]);
            village: String = Field::text().required_if("level", &["TOWN_VILLAGE"]);
            school: Option<FileId> = Field::file(FileKind::School).required_if("level", &["BUREAU_SCHOOL", "SCHOOL_CLASS"]);
            grade: String = Field::code(&codes::GRADE).required_if("level", &["SCHOOL_CLASS"]);
            class: String = Field::text();
        }
        parties {
            /// 甲方负责人, who asks; the office follows from the level.
            party_a: String = Field::text().personal();
            /// 乙方负责人, who answers.
            party_b: String = Field::text().personal().required();
            /// Share of children in school that is promised, in percent.
            target: Option<i64> = Field::int(0, 100);
            signed_on: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
            expires_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("signed_on")]);
        }
    }
}

record! {
    /// A photographed page of a document, a letter, minutes, a red line's evidence: the record that it belongs to is one of
    /// this file. Its bytes stand once in the media store.
    DutyScan, "duty_scan" {
        scan {
            of: String = Field::text().required();
            media: String = Field::of(Kind::Media).personal().required();
            thumbnail: String = Field::of(Kind::Media).personal();
            taken: Option<Date> = Field::date();
        }
    }
}

record! {
    /// A list handed to a department: who and when stand in the change that says so, before the file exists.
    DutyHanding, "duty_handing" {
        handing {
            department: String = Field::code(&codes::DEPARTMENT).required();
            /// The key of the list in the table of minimal lists.
            list: String = Field::text().required();
            columns: Vec<String> = Field::lines().required();
            rows: Option<i64> = Field::int(0, 1_000_000).required();
            on: Option<Date> = Field::date().required();
            receiver: String = Field::text().personal();
            why: String = Field::text().required();
            /// Identity numbers were whole.
            whole: Option<bool> = Field::bool();
        }
    }
}
