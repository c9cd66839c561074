//! What the child can do, what is planned, and how: assessment (domain.md §4.2), individualised plan (§4.3), lesson plan (§4.4).
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, FileKind, Kind, Rule};
use crate::domain::id::{FileId, RecordId};
use crate::record;
use std::collections::BTreeMap;

record! {
    /// 评估表. Only the committee finds that a child cannot be taught.
    Assessment, "assessment" {
        assessment {
            kind: String = Field::code(&codes::ASSESSMENT_KIND).required();
            date: Option<Date> = Field::date().required().rules(&[Rule::NotFuture]);
            place: String = Field::text();
            assessors: Vec<FileId> = Field::files(FileKind::Staff).required();
            scale: String = Field::text().required();
        }
        ratings {
            /// Item code → 0 cannot … 3 independent; an item left out was not rated.
            ratings: BTreeMap<String, i64> = Field::of(Kind::Ratings).private().required();
        }
        findings {
            strengths: String = Field::long_text().private().required();
            needs: String = Field::long_text().private().required();
            interests: String = Field::long_text().private().required();
            learnable: String = Field::code(&codes::LEARNABLE).private().required();
            advice: String = Field::code(&codes::PLACEMENT_MODE).private().required();
            guardian_opinion: String = Field::long_text().private();
            sign_method: String = Field::code(&codes::SIGN_METHOD).required();
            strokes: String = Field::of(Kind::Strokes).personal().required_if("sign_method", &["HAND"]);
            witness: String = Field::text().personal().required_if("sign_method", &["FINGERPRINT", "WITNESS"]);
        }
    }
}

record! {
    /// 个别化教育计划: one active a term.
    Plan, "plan" {
        term {
            /// `2025-2026-1` autumn, `-2` spring.
            term: String = Field::text().required();
            made_on: Option<Date> = Field::date().required();
            revised_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("made_on")]);
            team: Vec<String> = Field::lines().personal().required();
            guardian_took_part: Option<bool> = Field::bool().required();
            closed_on: Option<Date> = Field::date().rules(&[Rule::NotBefore("made_on")]);
        }
        content {
            present_level: String = Field::long_text().private().required();
            content: String = Field::long_text().required();
            method: String = Field::long_text().required();
            tools: Vec<String> = Field::lines();
            visits_per_week: Option<i64> = Field::int(0, 14);
            hours_per_visit: Option<i64> = Field::int(1, 8);
            lower_reason: String = Field::long_text().private();
            services: Vec<String> = Field::lines().private();
            remote: String = Field::long_text();
            home_tasks: Vec<String> = Field::lines().required();
        }
        review {
            mid_review_on: Option<Date> = Field::date().required().rules(&[Rule::NotBefore("made_on")]);
            end_review_on: Option<Date> = Field::date().required().rules(&[Rule::NotBefore("mid_review_on")]);
            review_note: String = Field::long_text().private();
            teacher_sign: String = Field::of(Kind::Strokes).personal();
            head_sign: String = Field::of(Kind::Strokes).personal();
            guardian_sign: String = Field::of(Kind::Strokes).personal();
        }
    }
}

record! {
    /// 长期目标: 1–6 a plan.
    LongGoal, "long_goal" {
        goal {
            plan: Option<RecordId> = Field::record("plan").required();
            domain: String = Field::code(&codes::DOMAIN).required();
            text: String = Field::long_text().required();
        }
    }
}

record! {
    /// 短期目标: observable, with a criterion and a day.
    ShortGoal, "short_goal" {
        goal {
            long_goal: Option<RecordId> = Field::record("long_goal").required();
            text: String = Field::long_text().required();
            criterion: String = Field::text().required();
            due: Option<Date> = Field::date();
            state: String = Field::code(&codes::GOAL_STATE).required();
        }
    }
}

record! {
    /// 送教教案.
    Lesson, "lesson" {
        lesson {
            date: Option<Date> = Field::date().required();
            periods: Option<i64> = Field::int(1, 4).required();
            topic: String = Field::text().required();
            domain: String = Field::code(&codes::DOMAIN).required();
            goals: Vec<RecordId> = Field::records("short_goal").required();
            objective: String = Field::long_text().required().rules(&[Rule::MaxChars(200)]);
            materials: Vec<String> = Field::lines();
            warm_up: String = Field::long_text();
            main_activity: String = Field::long_text().required();
            winding_down: String = Field::long_text();
            parent_points: String = Field::long_text().required();
            reflection: String = Field::long_text();
            visit: Option<RecordId> = Field::record("visit");
        }
    }
}
