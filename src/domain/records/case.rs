//! A child suspected out of school, from the suspicion to the close with proof: the case, its check form (核查表, domain.md §4.7),
//! persuasion records (劝返记录, §4.8), notices of the legal ladder (§2.3), return with school roll, and its steps (§2.6).
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Kind, Rule};
use crate::domain::id::{FileId, RecordId};
use crate::record;

record! {
    /// One case; a child has one open case at a time, and a relapse reopens the same one.
    Case, "case" {
        case {
            source: String = Field::code(&codes::DEPARTMENT).required();
            /// The comparison that found the child, as it is called: `2026-03 四查三比对`.
            batch: String = Field::text();
            set: String = Field::code(&codes::CASE_SET).required();
            found_on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            absent_from: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
            /// Where the day is not known; real forms give the month.
            absent_month: String = Field::of(Kind::Month);
            whereabouts: String = Field::code(&codes::WHEREABOUTS);
            whereabouts_note: String = Field::text().personal();
            /// The county's inspection team, by its name.
            team: String = Field::text();
            plan_no: String = Field::text();
            note: String = Field::long_text().personal();
        }
    }
}

record! {
    /// A pupil away from school, from the first day missed, and what the school did about it (domain.md §2.1).
    Absence, "absence" {
        absence {
            from: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            reason: String = Field::code(&codes::ABSENCE_REASON).required();
            /// The day on which the child was back.
            back_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("from")]);
            asked_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("from")]);
            visited_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("from")]);
            reported_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("from")]);
            note: String = Field::long_text().personal();
        }
    }
}

impl Absence {
    /// Without a proper reason: leave, illness, a transfer under way.
    pub fn is_unexcused(&self) -> bool {
        matches!(self.reason.as_str(), "" | "NONE")
    }

    /// Still away, and without a proper reason.
    pub fn is_open(&self) -> bool {
        self.back_on.is_none() && self.is_unexcused()
    }
}

record! {
    /// 核查表: who looked for the child, how, and what they found. Two people check; one may be of the village.
    Check, "check" {
        check {
            case: Option<RecordId> = Field::record("case").required();
            method: String = Field::code(&codes::CHECK_METHOD).required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            checkers: Vec<FileId> = Field::files(FileKind::Staff);
            /// Checkers who are no staff of this register.
            other_checkers: Vec<String> = Field::lines().personal();
            met: String = Field::text().personal();
            whereabouts: String = Field::code(&codes::WHEREABOUTS);
            place: String = Field::text().personal();
        }
        verdict {
            verdict: String = Field::code(&codes::VERDICT).required();
            reason: String = Field::code(&codes::DROPOUT_REASON).required_if("verdict", &["REAL"]);
            not_real: String = Field::code(&codes::NOT_REAL_REASON).required_if("verdict", &["NOT_REAL"]);
            reason_note: String = Field::long_text().personal();
            evidence: Vec<RecordId> = Field::records("document");
            /// The evidence in the words of a list; no paper of the file yet.
            evidence_note: String = Field::text().personal();
            decision: String = Field::code(&codes::OUTCOME);
            absent_from: Option<Date> = Field::date().rules(&[Rule::NotFuture]);
        }
        claim {
            /// From a list: said, not yet shown.
            claimed: Option<bool> = Field::bool();
            claimed_verifier: String = Field::text().personal();
        }
    }
}

record! {
    /// 劝返记录. The number on screen follows from the dates; a printed paper keeps its own.
    Persuasion, "persuasion" {
        persuasion {
            case: Option<RecordId> = Field::record("case").required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            method: String = Field::code(&codes::PERSUASION_METHOD).required();
            place: String = Field::text().personal();
            persuaders: Vec<FileId> = Field::files(FileKind::Staff);
            other_persuaders: Vec<String> = Field::lines().personal();
            phone: String = Field::phone();
            present: Vec<String> = Field::lines().personal();
            attitude: String = Field::code(&codes::ATTITUDE);
            result: String = Field::code(&codes::PERSUASION_RESULT).required();
            promised_date: Option<Date> = Field::date().required_if("result", &["AGREED"]).rules(&[Rule::NotBefore("date")]);
            reason: String = Field::code(&codes::DROPOUT_REASON);
            measures: Vec<String> = Field::codes(&codes::MEASURE);
            note: String = Field::long_text().personal().required();
            paper_no: String = Field::text();
        }
        signature {
            sign_method: String = Field::code(&codes::SIGN_METHOD);
            strokes: String = Field::of(Kind::Strokes).personal().required_if("sign_method", &["HAND"]);
            witness: String = Field::text().personal().required_if("sign_method", &["FINGERPRINT", "WITNESS"]);
        }
    }
}

record! {
    /// 文书: one paper of the legal ladder, and how it was served.
    Notice, "notice" {
        notice {
            case: Option<RecordId> = Field::record("case").required();
            kind: String = Field::code(&codes::NOTICE).required();
            number: String = Field::text().required();
            issuer: String = Field::text().required();
            issued_on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            deadline: Option<Date> = Field::date().required_if("kind", &["URGE", "ORDER", "DEMAND"]).rules(&[Rule::NotBefore("issued_on")]);
            demand: String = Field::long_text();
        }
        service {
            served_on: Option<Date> = Field::date().rules(&[Rule::NotFuture, Rule::NotBefore("issued_on")]);
            service: String = Field::code(&codes::SERVICE).required_if("served_on", &["*"]);
            received_by: String = Field::text().personal().required_if("service", &["DIRECT", "ENTRUSTED"]);
            witness: String = Field::text().personal().required_if("service", &["LEFT"]);
            receipt: Vec<RecordId> = Field::records("document");
        }
    }
}

record! {
    /// 复学与学籍: the school that took the child in, and whether the child is on its roll. Both make a return.
    Enrolment, "enrolment" {
        enrolment {
            case: Option<RecordId> = Field::record("case").required();
            school: Option<FileId> = Field::file(FileKind::School);
            /// A school outside the county.
            other_school: String = Field::text();
            grade: String = Field::code(&codes::GRADE);
            class: String = Field::text();
            back_on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            received_by: String = Field::text().personal();
        }
        roll {
            registered: Option<bool> = Field::bool().required();
            roll_no: String = Field::of(Kind::RollNumber).masked().required_if("registered", &["true"]);
            registered_on: Option<Date> = Field::date().required_if("registered", &["true"]).rules(&[Rule::NotFuture]);
            proof: Vec<RecordId> = Field::records("document");
        }
    }
}

record! {
    /// One step of a case: to which state, on which day, why, on what evidence. Its author is the author of the change that
    /// made it, never a field; the signature is of the author's key.
    CaseStep, "case_step" {
        step {
            case: Option<RecordId> = Field::record("case").required();
            to: String = Field::code(&codes::CASE_STATE).required();
            on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            outcome: String = Field::code(&codes::OUTCOME);
            reopened: String = Field::code(&codes::REOPEN_REASON).required_if("to", &["REOPENED"]);
            why: String = Field::long_text().personal();
            /// Records of this file, papers and others, that the step rests on.
            evidence: Vec<RecordId> = Field::records("document");
            check: Option<RecordId> = Field::record("check");
            notice: Option<RecordId> = Field::record("notice");
            enrolment: Option<RecordId> = Field::record("enrolment");
            /// From a list: counted, closable only with its papers.
            claimed: Option<bool> = Field::bool();
        }
        signed {
            /// The key slot, 32 hexadecimal digits, and its signature in hexadecimal.
            slot: String = Field::text();
            signature: String = Field::text();
        }
    }
}

record! {
    /// 督察小组: a team of the county's inspection, and the towns it looks after.
    Team, "team" {
        team {
            name: String = Field::text().required();
            lead: Option<FileId> = Field::file(FileKind::Staff);
            members: Vec<FileId> = Field::files(FileKind::Staff);
            towns: Vec<String> = Field::lines();
            closed: Option<bool> = Field::bool();
        }
    }
}
