//! What is due: a pure function of a pupil's summary, the county's settings and the day. Every task says why it stands there.
//!
//! Nothing falls due outside teaching weeks but cases and absences; conflicts and broken rules are there until somebody decides them.
mod absence;
mod cases;
mod counselling;
mod road;

pub use absence::{AbsenceStep, AbsenceTask};
pub use cases::CaseTask;
pub use counselling::{Behind, Talks, talks};
pub use road::{Errand, Stop, WeekProgress, road, week_progress};

use crate::domain::calendar::{Calendar, Term, Week};
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::register::summary::{BookingBrief, Break, PlacementBrief, PupilSummary, Summary, VisitBrief};

/// Days ahead at which a review, a break's end or a talk is announced.
const AHEAD_DAYS: i64 = 7;
const DEFERRAL_AHEAD_DAYS: i64 = 30;
/// An own plan's effect is looked at every month (domain.md §4.9).
const OWN_PLAN_DAYS: i64 = 31;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    pub file: FileId,
    pub due: Date,
    pub urgency: Urgency,
    pub what: What,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    Overdue,
    Today,
    ThisWeek,
    Later,
}

/// What is to be done, with what explains it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Visit(VisitWhy),
    /// A child taught at home has no plan for this term.
    WritePlan {
        term: Term,
    },
    ReviewPlan {
        record: RecordId,
        on: Date,
    },
    /// The committee found that the child cannot be taught: child and parents are to be supported (founding report).
    Counsel {
        last: Option<Date>,
        every_days: i64,
    },
    /// Such a child has no plan of counselling for this term.
    PlanCounselling {
        term: Term,
    },
    /// Fewer talks than the term's plan asks for by now.
    CounselBehind {
        child: Behind,
        parents: Behind,
    },
    /// A poor pupil has fewer than two distinct carers.
    FindCarers {
        has: usize,
    },
    ContactFamily {
        carer: RecordId,
        person: String,
        last: Option<Date>,
        every_days: i64,
    },
    /// A measure of an own plan (一生一策) is due.
    Measure {
        record: RecordId,
        what: String,
        who: String,
    },
    /// An own plan is reviewed every month.
    ReviewOwnPlan {
        record: RecordId,
        last: Date,
    },
    AskConsent,
    /// An approved break is ending, or has ended.
    BreakEnds {
        record: RecordId,
        on: Date,
    },
    FillGaps {
        count: u32,
    },
    /// A pupil is away from school without a proper reason.
    Absence(AbsenceTask),
    /// A case of a child suspected out of school.
    Case(CaseTask),
    SettleConflict {
        count: u32,
    },
    MendFlaws {
        count: u32,
    },
}

/// "Last visit 19 days ago; rule: twice a week."
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VisitWhy {
    pub per_week: u32,
    /// The plan's or the placement's own norm, not the county's.
    pub own_norm: bool,
    pub done_this_week: u32,
    pub last: Option<Date>,
    /// Days since the last visit that took place.
    pub days_since: Option<i64>,
    /// The visit was arranged for this day.
    pub booked: Option<(RecordId, Date)>,
    /// Visits that the week before still owes.
    pub owed: u32,
}

/// The day, the rules, and the calendar made of them.
pub struct World<'a> {
    pub today: Date,
    pub policy: &'a Policy,
    pub calendar: &'a Calendar,
}

/// Every task of one pupil, the most urgent first.
pub fn tasks_of(summary: &Summary, world: &World) -> Vec<Task> {
    let Some(pupil) = summary.pupil().filter(|_| summary.is_listed()) else { return Vec::new() };
    let task =
        |due: Date, what: What| Task { file: summary.id, due, urgency: urgency(due, world.today), what };
    let mut tasks = Vec::new();
    if summary.conflicts > 0 {
        tasks.push(task(world.today, What::SettleConflict { count: summary.conflicts }));
    }
    if summary.flaws > 0 {
        tasks.push(task(world.today, What::MendFlaws { count: summary.flaws }));
    }
    tasks.extend(absence::tasks(pupil, world).into_iter().map(|(due, what)| task(due, what)));
    for case in pupil.cases.iter().filter(|case| case.is_open(world.today)) {
        tasks.extend(cases::case_tasks(case, world).into_iter().map(|(due, what)| task(due, what)));
    }
    if let Some(week) = world.calendar.week_of(world.today) {
        let placement = pupil.placement_on(world.today);
        if let Some(home) = placement.filter(|p| p.mode == "HOME") {
            tasks.extend(visit_task(pupil, home, week, world).map(|(due, urgency, why)| Task {
                file: summary.id,
                due,
                urgency,
                what: What::Visit(why),
            }));
            tasks.extend(plan_tasks(pupil, world).into_iter().map(|(due, what)| task(due, what)));
            if !pupil.consents.iter().any(|scope| scope == "HOME_TEACHING") {
                tasks.push(task(world.today, What::AskConsent));
            }
            if pupil.gaps > 0 {
                tasks.push(task(world.today.plus_days(AHEAD_DAYS + 1), What::FillGaps { count: pupil.gaps }));
            }
        }
        tasks.extend(support_tasks(pupil, placement, world).into_iter().map(|(due, what)| task(due, what)));
    }
    tasks.sort_by_key(|task| (task.urgency, task.due));
    tasks
}

fn urgency(due: Date, today: Date) -> Urgency {
    match due.days_since(today) {
        ..0 => Urgency::Overdue,
        0 => Urgency::Today,
        _ if due.monday() == today.monday() => Urgency::ThisWeek,
        _ => Urgency::Later,
    }
}

/// A lesson that counts towards the norm.
fn is_lesson(visit: &&VisitBrief) -> bool {
    visit.done && visit.is_lesson()
}

/// The placement's own norm, visits a week. A roster repeats the county's rule in every row: what equals the rule of the placement's
/// first day is that rule and follows its later changes.
pub fn placement_norm(placement: &PlacementBrief, policy: &Policy) -> Option<u32> {
    let own = placement.visits_per_week.and_then(|own| u32::try_from(own).ok())?;
    (own != policy.frequency_on(placement.from).visits_per_week).then_some(own)
}

/// The placement's own class hours of a visit, likewise.
pub fn placement_hours(placement: &PlacementBrief, policy: &Policy) -> Option<u32> {
    let own = placement.hours_per_visit.and_then(|own| u32::try_from(own).ok())?;
    (own != policy.frequency_on(placement.from).periods_per_visit).then_some(own)
}

/// The child's norm on a day, and whether it is an own one: the plan's, else the placement's, else the county's.
pub fn norm_on(pupil: &PupilSummary, placement: &PlacementBrief, world: &World) -> (u32, bool) {
    let term = world.calendar.term_on(world.today).map(|span| span.term.to_string());
    let plan = pupil
        .plans
        .iter()
        .find(|plan| Some(&plan.term) == term.as_ref())
        .and_then(|plan| u32::try_from(plan.visits_per_week?).ok());
    let county = world.policy.frequency_on(world.today).visits_per_week;
    match plan.or_else(|| placement_norm(placement, world.policy)) {
        Some(own) => (own, own != county),
        None => (county, false),
    }
}

fn visit_task(
    pupil: &PupilSummary,
    placement: &PlacementBrief,
    week: Week,
    world: &World,
) -> Option<(Date, Urgency, VisitWhy)> {
    let today = world.today;
    let (per_week, own_norm) = norm_on(pupil, placement, world);
    // A week with few days of school owes no more visits than days.
    let owed_in = |week: Week| per_week.min(u32::from(week.teaching_days));
    let in_week = |date: Date, week: Week| date.monday() == week.monday;
    let done_in =
        |week: Week| pupil.visits.iter().filter(is_lesson).filter(|v| in_week(v.date, week)).count() as u32;
    let skipped_in = |week: Week| {
        pupil.bookings.iter().filter(|b| !b.skipped.is_empty() && in_week(b.date, week)).count() as u32
    };
    // Put off into another week: this one owes it no more.
    let moved_in = |week: Week| {
        let moved = |b: &&BookingBrief| b.moved_from.is_some_and(|from| in_week(from, week));
        let gone =
            pupil.bookings.iter().filter(moved).filter(|b| b.skipped.is_empty() && !in_week(b.date, week));
        gone.count() as u32
    };
    let left_in =
        |week: Week| owed_in(week).saturating_sub(done_in(week) + skipped_in(week) + moved_in(week));
    let before = placement.from.max(week.monday.plus_days(-7));
    let last_week = world.calendar.teaching_weeks(before, week.monday.plus_days(-1)).last().copied();
    let owed = last_week.filter(|w| w.monday >= placement.from.monday()).map_or(0, left_in);
    let kept = |date: Date| pupil.visits.iter().any(|v| v.date == date);
    let mut booked: Vec<(Date, RecordId)> = pupil
        .bookings
        .iter()
        .filter(|b| b.skipped.is_empty() && in_week(b.date, week) && !kept(b.date))
        .map(|b| (b.date, b.record))
        .collect();
    booked.sort_unstable();
    if left_in(week) == 0 && booked.is_empty() {
        return None;
    }
    let last = pupil.visits.iter().find(is_lesson).map(|v| v.date);
    let why = |booked: Option<(Date, RecordId)>| VisitWhy {
        per_week,
        own_norm,
        done_this_week: done_in(week),
        last,
        days_since: last.map(|day| today.days_since(day)),
        booked: booked.map(|(date, record)| (record, date)),
        owed,
    };
    if let Some(next) = booked.first().copied() {
        return Some((next.0, urgency(next.0, today), why(Some(next))));
    }
    if done_in(week) > 0 && pupil.visits.iter().any(|v| v.done && v.date == today) {
        // Seen today already: the rest of the week's visits can wait until tomorrow.
        return Some((today.plus_days(1), Urgency::ThisWeek, why(None)));
    }
    let sunday = week.monday.plus_days(6);
    let days_left = world.calendar.teaching_days(today, sunday);
    let due = days_left.last().copied().unwrap_or(today);
    let urgency = match (owed > 0, days_left.len() as u32 <= left_in(week)) {
        (true, _) => Urgency::Overdue,
        (false, true) => Urgency::Today,
        (false, false) => Urgency::ThisWeek,
    };
    Some((due, urgency, why(None)))
}

fn plan_tasks(pupil: &PupilSummary, world: &World) -> Vec<(Date, What)> {
    let Some(span) = world.calendar.term_on(world.today) else { return Vec::new() };
    let term = span.term.to_string();
    let Some(plan) = pupil.plans.iter().find(|plan| plan.term == term) else {
        return vec![(world.today, What::WritePlan { term: span.term })];
    };
    let reviewed = plan.revised_on;
    let due = [plan.mid_review_on, plan.end_review_on]
        .into_iter()
        .flatten()
        .find(|on| reviewed.is_none_or(|done| done < *on));
    let soon = due.filter(|on| on.days_since(world.today) <= AHEAD_DAYS);
    soon.map(|on| (on, What::ReviewPlan { record: plan.record, on })).into_iter().collect()
}

fn support_tasks(
    pupil: &PupilSummary,
    placement: Option<&PlacementBrief>,
    world: &World,
) -> Vec<(Date, What)> {
    let (today, policy) = (world.today, world.policy);
    let mut due = Vec::new();
    if pupil.is_counselled(today) {
        due.extend(counselling::tasks(pupil, placement, world));
    }
    if pupil.is_poor(today) {
        let mut carers: Vec<&str> = pupil.carers_on(today).map(|carer| carer.person.as_str()).collect();
        carers.sort_unstable();
        carers.dedup();
        if carers.len() < 2 {
            due.push((today, What::FindCarers { has: carers.len() }));
        }
        for carer in pupil.carers_on(today) {
            let last = carer.last_contact(today);
            let next = last.unwrap_or(carer.from).plus_days(policy.carer_contact_days);
            if next <= today {
                let what = What::ContactFamily {
                    carer: carer.record,
                    person: carer.person.clone(),
                    last,
                    every_days: policy.carer_contact_days,
                };
                due.push((next, what));
            }
        }
    }
    for measure in pupil.measures.iter().filter(|it| it.due.days_since(today) <= AHEAD_DAYS) {
        let (what, who) = (measure.what.clone(), measure.who.clone());
        due.push((measure.due, What::Measure { record: measure.record, what, who }));
    }
    if let Some(plan) = pupil.own_plan_on(today) {
        let next = plan.reviewed.plus_days(OWN_PLAN_DAYS);
        if next <= today {
            due.push((next, What::ReviewOwnPlan { record: plan.record, last: plan.reviewed }));
        }
    }
    for Break { record, from, to, .. } in &pupil.deferrals {
        // Placed since: the break is over and done with.
        let settled =
            pupil.placements.iter().any(|p| p.from > *from && p.from >= to.plus_days(-DEFERRAL_AHEAD_DAYS));
        if *from <= today && to.days_since(today) <= DEFERRAL_AHEAD_DAYS && !settled {
            due.push((*to, What::BreakEnds { record: *record, on: *to }));
        }
    }
    due
}

#[cfg(test)]
mod tests;
