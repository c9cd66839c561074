//! Counselling of a child who cannot be taught (founding report): planned for a term, for the child and for the parents apart, and
//! held against what was done. What the plan asks for by a day is its share of the term's days with school.
use super::{AHEAD_DAYS, What, World};
use crate::domain::calendar::Term;
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::register::summary::{PlacementBrief, PupilSummary};

/// Talks with one of the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Behind {
    pub planned: u16,
    /// Asked for until today.
    pub due: u16,
    pub done: u16,
}

impl Behind {
    pub fn lacking(self) -> u16 {
        self.due.saturating_sub(self.done)
    }
}

/// A term's counselling of one child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Talks {
    pub term: Term,
    /// Its plan, where there is one.
    pub plan: Option<RecordId>,
    pub child: Behind,
    pub parents: Behind,
}

/// How the counselling of the running term stands, or of the last one in a vacation; `None` for a child who is taught.
pub fn talks(pupil: &PupilSummary, world: &World) -> Option<Talks> {
    let today = world.today;
    let span = world.calendar.term_at_or_before(today).filter(|_| pupil.is_counselled(today))?;
    let term = span.term.to_string();
    // Written on two tablets apart: the one that asks for more.
    let plan = pupil.talk_plans.iter().filter(|plan| plan.term == term);
    let plan = plan.max_by_key(|plan| (plan.child + plan.parents, plan.record));
    let days = |to: Date| world.calendar.teaching_days(span.from, to.min(span.to)).len();
    let (gone, all) = (days(today), days(span.to).max(1));
    let due = |planned: u16| (usize::from(planned) * gone / all) as u16;
    let (child, parents) = pupil.talks_within(span.from, today);
    let of = |planned: u16, done: u16| Behind { planned, due: due(planned), done };
    Some(Talks {
        term: span.term,
        plan: plan.map(|plan| plan.record),
        child: of(plan.map_or(0, |plan| plan.child), child),
        parents: of(plan.map_or(0, |plan| plan.parents), parents),
    })
}

pub(super) fn tasks(
    pupil: &PupilSummary,
    placement: Option<&PlacementBrief>,
    world: &World,
) -> Vec<(Date, What)> {
    let (today, every_days) = (world.today, world.policy.counselling_days);
    let mut due = Vec::new();
    if let Some(Talks { term, plan, child, parents }) = talks(pupil, world) {
        if plan.is_none() {
            due.push((today, What::PlanCounselling { term }));
        } else if child.lacking() + parents.lacking() > 0 {
            due.push((today, What::CounselBehind { child, parents }));
            return due;
        }
    }
    let last = pupil.talks.iter().map(|talk| talk.on).filter(|on| *on <= today).max();
    let begun = placement.map_or(today, |placement| placement.from);
    let by_rule = last.map_or(begun, |last| last.plus_days(every_days));
    let arranged = pupil.next_counselling.filter(|on| Some(*on) > last);
    let next = arranged.map_or(by_rule, |on| on.min(by_rule));
    if next.days_since(today) <= AHEAD_DAYS {
        due.push((next, What::Counsel { last, every_days }));
    }
    due
}
