//! The year-end assessment (年终考核) and its bottom line (底线, 一票否决): items are the county's, evidence is computed where it can
//! be (domain.md §4.13).
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Rule};
use crate::domain::id::{FileId, RecordId};
use crate::record;

record! {
    /// One item of the score sheet, as the county sets it.
    ScoreItem, "score_item" {
        score_item {
            place: Option<i64> = Field::int(1, 100).required();
            name: String = Field::text().required();
            points: Option<i64> = Field::int(0, 1000).required();
            /// In percent; 100 where nothing is set.
            weight: Option<i64> = Field::int(0, 500);
            evidence: String = Field::code(&codes::SCORE_EVIDENCE).required();
            rule: String = Field::long_text();
            closed: Option<bool> = Field::bool();
        }
    }
}

record! {
    /// The assessor's points for one item of one school: in the place of the computed ones, with the reason.
    ScoreGiven, "score_given" {
        score_given {
            school: Option<FileId> = Field::file(FileKind::School).required();
            year: String = Field::text().required().rules(&[Rule::MinChars(9), Rule::MaxChars(9)]);
            item: Option<RecordId> = Field::record("score_item").required();
            points: Option<i64> = Field::int(0, 1000).required();
            reason: String = Field::text().required();
        }
    }
}

record! {
    /// Points taken off, always with the reason.
    Deduction, "deduction" {
        deduction {
            school: Option<FileId> = Field::file(FileKind::School).required();
            year: String = Field::text().required().rules(&[Rule::MinChars(9), Rule::MaxChars(9)]);
            item: Option<RecordId> = Field::record("score_item").required();
            points: Option<i64> = Field::int(1, 1000).required();
            reason: String = Field::text().required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
        }
    }
}

record! {
    /// A score sheet that was closed: its lines hold what was computed then and never change.
    ScoreSheet, "score_sheet" {
        score_sheet {
            school: Option<FileId> = Field::file(FileKind::School).required();
            year: String = Field::text().required().rules(&[Rule::MinChars(9), Rule::MaxChars(9)]);
            frozen_on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            /// Hundredths of points, as they count with their weights.
            total: Option<i64> = Field::int(0, 10_000_000).required();
            full: Option<i64> = Field::int(0, 10_000_000).required();
            /// Red lines that stood at the time.
            vetoes: Option<i64> = Field::int(0, 1000);
            note: String = Field::long_text();
        }
        signed {
            slot: String = Field::text();
            signature: String = Field::text();
        }
    }
}

record! {
    ScoreLine, "score_line" {
        score_line {
            sheet: Option<RecordId> = Field::record("score_sheet").required();
            place: Option<i64> = Field::int(0, 100);
            name: String = Field::text().required();
            points: Option<i64> = Field::int(0, 1000).required();
            weight: Option<i64> = Field::int(0, 500).required();
            evidence: String = Field::code(&codes::SCORE_EVIDENCE);
            /// What was counted: so many of so many.
            done: Option<i64> = Field::int(0, 10_000_000);
            due: Option<i64> = Field::int(0, 10_000_000);
            given: Option<i64> = Field::int(0, 1000);
            given_why: String = Field::text();
            /// Each deduction as its points, a space, its reason.
            deductions: Vec<String> = Field::lines();
        }
    }
}

record! {
    /// A red line that was crossed. It blocks the school's assessment until it is removed, and stands in the file for good.
    RedLine, "red_line" {
        red_line {
            school: Option<FileId> = Field::file(FileKind::School).required();
            kind: String = Field::code(&codes::RED_LINE).required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            pupil: Option<FileId> = Field::file(FileKind::Pupil);
            what: String = Field::long_text().personal().required();
            evidence: String = Field::long_text().personal();
        }
        signed {
            slot: String = Field::text();
            signature: String = Field::text();
        }
    }
}

record! {
    /// What became of it. A step stands: removing is a step, and so is restoring.
    RedStep, "red_step" {
        red_step {
            red_line: Option<RecordId> = Field::record("red_line").required();
            to: String = Field::code(&codes::RED_STEP).required();
            on: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            why: String = Field::long_text().personal().required();
        }
        signed {
            slot: String = Field::text();
            signature: String = Field::text();
        }
    }
}
