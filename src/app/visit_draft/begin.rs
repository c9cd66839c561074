//! A new visit, with what may be prefilled.
use super::goals::{Goal, goals_of};
use super::{VisitDraft, is_lesson};
use crate::domain::date::{Clock, Date};
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::visit::Visit;
use crate::domain::value::Value;
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::register::summary::PupilSummary;
use crate::register::tasks::{World, norm_on};

/// Goals that the content names when there was no plan for this visit.
const GOALS_NAMED: usize = 3;

/// Who begins a visit, to whom, when.
pub struct Start<'a> {
    pub file: &'a File,
    pub pupil: &'a PupilSummary,
    pub me: FileId,
    pub world: World<'a>,
    pub now: Clock,
    /// When the last visit of this day by these teachers ended: the next one begins no earlier.
    pub busy_until: Option<Clock>,
    pub visit_type: &'a str,
}

pub fn begin(start: &Start, record: RecordId) -> VisitDraft {
    let Start { file, pupil, world, now, .. } = start;
    let today = world.today;
    let hours = hours(start);
    let last = pupil.last_done().and_then(|brief| file.record(&RecordKey::new("visit", brief.record)));
    let last = last.map(|record| Visit::read(&record.values)).unwrap_or_default();
    let begun = (now.minutes() - hours * world.policy.class_minutes)
        .max(start.busy_until.map_or(0, Clock::minutes))
        .max(0);
    let teachers = if pupil.teachers.is_empty() { vec![start.me] } else { pupil.teachers.clone() };
    let remote = start.visit_type == "REMOTE";
    let visit = Visit {
        visit_type: start.visit_type.to_owned(),
        date: Some(today),
        start: Clock::new((begun / 60) as u8, (begun % 60) as u8),
        end: Some(*now).filter(|_| now.minutes() > begun),
        periods: Some(if is_lesson(start.visit_type) { hours } else { 0 }),
        mode: if remote { "REMOTE" } else { "HOME" }.to_owned(),
        place: if remote { String::new() } else { pupil.address.clone() },
        teachers,
        content: content(start, &last),
        next_date: next_date(pupil, world),
        ..Visit::default()
    };
    VisitDraft { record, values: visit.write(), photos: Vec::new(), sealed: (today, *now) }
}

/// What a draft holds after another type of visit was chosen: class hours where it is a lesson, none where it is not.
pub fn retyped(start: &Start, visit_type: &str) -> Vec<(&'static str, Value)> {
    let hours = if is_lesson(visit_type) { hours(start) } else { 0 };
    let mode = if visit_type == "REMOTE" { "REMOTE" } else { "HOME" };
    vec![("visit_type", visit_type.into()), ("periods", hours.into()), ("mode", mode.into())]
}

/// Class hours of one visit: the plan's, else the placement's, else the county's.
fn hours(start: &Start) -> i64 {
    let Start { pupil, world, .. } = start;
    let term = world.calendar.term_on(world.today).map(|span| span.term.to_string());
    let plan = pupil.plans.iter().find(|plan| Some(&plan.term) == term.as_ref());
    plan.and_then(|plan| plan.hours_per_visit)
        .or_else(|| pupil.placement_on(world.today).and_then(|placement| placement.hours_per_visit))
        .unwrap_or_else(|| i64::from(world.policy.frequency_on(world.today).periods_per_visit))
}

/// What was planned last time, else the goals that are worked on.
fn content(start: &Start, last: &Visit) -> String {
    if !is_lesson(start.visit_type) {
        return String::new();
    }
    if !last.next_plan.trim().is_empty() {
        return last.next_plan.clone();
    }
    let goals = goals_of(start.file, &start.world);
    let named: Vec<&str> = goals.iter().take(GOALS_NAMED).map(|Goal { text, .. }| text.trim()).collect();
    named.join("；")
}

/// The next arranged day; else the day with school that the norm leads to: twice a week, three days on.
fn next_date(pupil: &PupilSummary, world: &World) -> Option<Date> {
    let today = world.today;
    let arranged =
        pupil.bookings.iter().filter(|b| b.skipped.is_empty() && b.date > today).map(|b| b.date).min();
    let by_norm = || {
        let (per_week, _) = norm_on(pupil, pupil.placement_on(today)?, world);
        let days = 7 / i64::from(per_week).max(1);
        world.calendar.teaching_day_from(today.plus_days(days.max(1))).filter(|_| per_week > 0)
    };
    arranged.or_else(by_norm)
}
