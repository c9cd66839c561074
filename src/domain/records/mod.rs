//! The records that files are made of: every field of the field's forms (domain.md §4), each declared once.
pub mod care;
pub mod case;
pub mod decisions;
pub mod documents;
pub mod duty;
pub mod duty_score;
pub mod learning;
pub mod organisation;
pub mod placement;
pub mod pupil;
pub mod report;
pub mod term;
pub mod visit;

use crate::domain::field::{FileKind, Table};
use crate::domain::policy;

/// Every table that a file may hold, with the kind of file it stands in. The first of a kind is its root.
pub const TABLES: &[(FileKind, Table)] = &[
    (FileKind::Pupil, pupil::Pupil::TABLE),
    (FileKind::Pupil, pupil::Guardian::TABLE),
    (FileKind::Pupil, pupil::Sibling::TABLE),
    (FileKind::Pupil, pupil::Flag::TABLE),
    (FileKind::Pupil, pupil::Aid::TABLE),
    (FileKind::Pupil, pupil::Distinct::TABLE),
    (FileKind::Pupil, pupil::Transfer::TABLE),
    (FileKind::Pupil, documents::Consent::TABLE),
    (FileKind::Pupil, documents::Photo::TABLE),
    (FileKind::Pupil, documents::Document::TABLE),
    (FileKind::Pupil, placement::Placement::TABLE),
    (FileKind::Pupil, placement::Decision::TABLE),
    (FileKind::Pupil, placement::Deferral::TABLE),
    (FileKind::Pupil, learning::Assessment::TABLE),
    (FileKind::Pupil, learning::Plan::TABLE),
    (FileKind::Pupil, learning::LongGoal::TABLE),
    (FileKind::Pupil, learning::ShortGoal::TABLE),
    (FileKind::Pupil, learning::Lesson::TABLE),
    (FileKind::Pupil, visit::Booking::TABLE),
    (FileKind::Pupil, visit::Visit::TABLE),
    (FileKind::Pupil, care::Counselling::TABLE),
    (FileKind::Pupil, care::CounsellingPlan::TABLE),
    (FileKind::Pupil, care::Carer::TABLE),
    (FileKind::Pupil, care::CarerContact::TABLE),
    (FileKind::Pupil, care::OwnPlan::TABLE),
    (FileKind::Pupil, care::Measure::TABLE),
    (FileKind::Pupil, term::TermSummary::TABLE),
    (FileKind::Pupil, term::Feedback::TABLE),
    (FileKind::Pupil, case::Absence::TABLE),
    (FileKind::Pupil, case::Case::TABLE),
    (FileKind::Pupil, case::Check::TABLE),
    (FileKind::Pupil, case::Persuasion::TABLE),
    (FileKind::Pupil, case::Notice::TABLE),
    (FileKind::Pupil, case::Enrolment::TABLE),
    (FileKind::Pupil, case::CaseStep::TABLE),
    (FileKind::School, organisation::School::TABLE),
    (FileKind::Staff, organisation::Staff::TABLE),
    (FileKind::Staff, organisation::SigningKey::TABLE),
    (FileKind::County, organisation::County::TABLE),
    (FileKind::County, case::Team::TABLE),
    (FileKind::County, policy::Settings::TABLE),
    (FileKind::County, policy::Frequency::TABLE),
    (FileKind::County, policy::TermDates::TABLE),
    (FileKind::County, policy::DayOffDay::TABLE),
    (FileKind::County, policy::MakeUpDay::TABLE),
    (FileKind::County, policy::OwnCode::TABLE),
    (FileKind::County, organisation::Handover::TABLE),
    (FileKind::County, decisions::Match::TABLE),
    (FileKind::County, report::PeriodReport::TABLE),
    (FileKind::County, duty::DutyGroup::TABLE),
    (FileKind::County, duty::DutyMember::TABLE),
    (FileKind::County, duty::DutyDocument::TABLE),
    (FileKind::County, duty::DutyAgenda::TABLE),
    (FileKind::County, duty::DutyTask::TABLE),
    (FileKind::County, duty::DutyLetter::TABLE),
    (FileKind::County, duty::DutyScan::TABLE),
    (FileKind::County, duty::DutyHanding::TABLE),
    (FileKind::County, duty_score::ScoreItem::TABLE),
    (FileKind::County, duty_score::ScoreGiven::TABLE),
    (FileKind::County, duty_score::Deduction::TABLE),
    (FileKind::County, duty_score::ScoreSheet::TABLE),
    (FileKind::County, duty_score::ScoreLine::TABLE),
    (FileKind::County, duty_score::RedLine::TABLE),
    (FileKind::County, duty_score::RedStep::TABLE),
];

pub fn table(key: &str) -> Option<&'static Table> {
    TABLES.iter().map(|(_, table)| table).find(|table| table.key == key)
}
