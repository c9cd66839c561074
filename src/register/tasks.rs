//! What is due: a pure function of a pupil's summary, the county's settings and the day. Every task says why it stands there.
//!
//! Nothing falls due outside teaching weeks; conflicts and broken rules are there until somebody decides them.
use crate::domain::calendar::{Calendar, Term, Week};
use crate::domain::codes::flags;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::register::summary::{PlacementBrief, PupilSummary, Summary, VisitBrief};

/// Days ahead at which a review, a break's end or a talk is announced.
const AHEAD_DAYS: i64 = 7;
const DEFERRAL_AHEAD_DAYS: i64 = 30;

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
    AskConsent,
    /// An approved break is ending, or has ended.
    BreakEnds {
        record: RecordId,
        on: Date,
    },
    FillGaps {
        count: u32,
    },
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
    visit.done && matches!(visit.visit_type.as_str(), "TEACH" | "REMOTE" | "")
}

/// The child's norm on a day, and whether it is an own one: the plan's, else the placement's, else the county's.
pub fn norm_on(pupil: &PupilSummary, placement: &PlacementBrief, world: &World) -> (u32, bool) {
    let term = world.calendar.term_on(world.today).map(|span| span.term.to_string());
    let plan = pupil
        .plans
        .iter()
        .find(|plan| Some(&plan.term) == term.as_ref())
        .and_then(|plan| plan.visits_per_week);
    let county = world.policy.frequency_on(world.today).visits_per_week;
    match plan.or(placement.visits_per_week).and_then(|own| u32::try_from(own).ok()) {
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
    let left_in = |week: Week| owed_in(week).saturating_sub(done_in(week) + skipped_in(week));
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
    let cannot_be_taught = pupil.learnable == "NO" || placement.is_some_and(|p| p.mode == "EXEMPT");
    if cannot_be_taught {
        let begun = placement.map_or(today, |p| p.from);
        let by_rule = pupil.last_counselling.map_or(begun, |last| last.plus_days(policy.counselling_days));
        let next = pupil
            .next_counselling
            .filter(|on| Some(*on) > pupil.last_counselling)
            .map_or(by_rule, |on| on.min(by_rule));
        if next.days_since(today) <= AHEAD_DAYS {
            due.push((
                next,
                What::Counsel { last: pupil.last_counselling, every_days: policy.counselling_days },
            ));
        }
    }
    if is_poor(pupil) {
        let mut carers: Vec<&str> = pupil.carers_on(today).map(|carer| carer.person.as_str()).collect();
        carers.sort_unstable();
        carers.dedup();
        if carers.len() < 2 {
            due.push((today, What::FindCarers { has: carers.len() }));
        }
        for carer in pupil.carers_on(today) {
            let next = carer.last_contact.unwrap_or(carer.from).plus_days(policy.carer_contact_days);
            if next <= today {
                let what = What::ContactFamily {
                    carer: carer.record,
                    person: carer.person.clone(),
                    last: carer.last_contact,
                    every_days: policy.carer_contact_days,
                };
                due.push((next, what));
            }
        }
    }
    for (record, from, to) in &pupil.deferrals {
        // Placed since: the break is over and done with.
        let settled =
            pupil.placements.iter().any(|p| p.from > *from && p.from >= to.plus_days(-DEFERRAL_AHEAD_DAYS));
        if *from <= today && to.days_since(today) <= DEFERRAL_AHEAD_DAYS && !settled {
            due.push((*to, What::BreakEnds { record: *record, on: *to }));
        }
    }
    due
}

/// In the county's poverty registers: such a pupil has two carers (founding report; domain.md §3.5).
pub fn is_poor(pupil: &PupilSummary) -> bool {
    pupil.flags.iter().any(|flag| flags::is_poor(flag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::SchoolYear;
    use crate::register::clock::Hlc;
    use crate::register::summary::{BookingBrief, CarerBrief, Content, PlanBrief};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn tasks(pupil: PupilSummary, today: &str) -> Vec<Task> {
        let policy = Policy::default();
        let calendar = policy.calendar(SchoolYear::starting(2025), SchoolYear::starting(2025));
        let summary = Summary {
            id: FileId(1),
            kind: "pupil".into(),
            name: "林小满".into(),
            fingerprint: 0,
            last_at: Hlc::default(),
            conflicts: 0,
            flaws: 0,
            deleted: false,
            joined_into: None,
            content: Content::Pupil(Box::new(pupil)),
        };
        tasks_of(&summary, &World { today: day(today), policy: &policy, calendar: &calendar })
    }

    /// Taught at home since autumn, with a plan and a consent; visits on these days.
    fn at_home(visits: &[&str]) -> PupilSummary {
        let visit = |date: &&str| VisitBrief {
            date: day(date),
            done: true,
            visit_type: "TEACH".into(),
            ..Default::default()
        };
        PupilSummary {
            placements: vec![PlacementBrief {
                mode: "HOME".into(),
                from: day("2025-09-01"),
                ..Default::default()
            }],
            plans: vec![PlanBrief { term: "2025-2026-2".into(), ..Default::default() }],
            consents: vec!["HOME_TEACHING".into()],
            visits: visits.iter().map(visit).collect(),
            ..Default::default()
        }
    }

    fn visit_of(tasks: &[Task]) -> Option<(Urgency, &VisitWhy)> {
        tasks.iter().find_map(|task| match &task.what {
            What::Visit(why) => Some((task.urgency, why)),
            _ => None,
        })
    }

    // 2026-03-11 is a Wednesday of the spring term.

    #[test]
    fn a_week_with_its_two_visits_asks_for_none() {
        assert_eq!(
            visit_of(&tasks(
                at_home(&["2026-03-10", "2026-03-09", "2026-03-05", "2026-03-03"]),
                "2026-03-11"
            )),
            None
        );
    }

    #[test]
    fn a_missed_week_makes_the_visit_overdue_and_says_since_when() {
        let found = tasks(at_home(&["2026-02-26"]), "2026-03-11");
        let (urgency, why) = visit_of(&found).unwrap();
        assert_eq!(
            (urgency, why.days_since, why.per_week, why.owed, why.own_norm),
            (Urgency::Overdue, Some(13), 2, 2, false)
        );
    }

    #[test]
    fn the_last_days_of_a_week_make_it_today() {
        let seen_last_week = at_home(&["2026-03-05", "2026-03-03"]);
        assert_eq!(visit_of(&tasks(seen_last_week.clone(), "2026-03-09")).unwrap().0, Urgency::ThisWeek);
        assert_eq!(visit_of(&tasks(seen_last_week, "2026-03-12")).unwrap().0, Urgency::Today);
    }

    #[test]
    fn an_arranged_visit_falls_due_on_its_day_and_a_skipped_one_is_not_asked_again() {
        let book = |date, skipped: &str| BookingBrief {
            date: day(date),
            skipped: skipped.into(),
            ..Default::default()
        };
        let mut pupil = at_home(&["2026-03-09", "2026-03-05", "2026-03-03"]);
        pupil.bookings = vec![book("2026-03-12", "")];
        assert_eq!(visit_of(&tasks(pupil.clone(), "2026-03-11")).unwrap().0, Urgency::ThisWeek);
        assert_eq!(visit_of(&tasks(pupil.clone(), "2026-03-12")).unwrap().0, Urgency::Today);
        assert_eq!(visit_of(&tasks(pupil.clone(), "2026-03-13")).unwrap().0, Urgency::Overdue);
        pupil.bookings = vec![book("2026-03-12", "ILL")];
        assert_eq!(visit_of(&tasks(pupil, "2026-03-13")), None);
    }

    #[test]
    fn an_own_norm_of_once_a_week_is_followed() {
        let mut pupil = at_home(&["2026-03-09", "2026-03-03"]);
        pupil.plans[0].visits_per_week = Some(1);
        assert_eq!(visit_of(&tasks(pupil, "2026-03-11")), None);
    }

    #[test]
    fn nothing_falls_due_in_the_holidays() {
        let mut pupil = at_home(&[]);
        pupil.flags = vec!["G06".into()];
        pupil.consents.clear();
        pupil.plans.clear();
        assert!(!tasks(pupil.clone(), "2026-03-11").is_empty());
        for holiday in ["2026-08-05", "2026-02-10"] {
            assert_eq!(tasks(pupil.clone(), holiday), [], "{holiday}");
        }
    }

    #[test]
    fn a_poor_pupil_has_two_distinct_carers_who_keep_in_touch() {
        let carer = |record, person: &str, last| CarerBrief {
            record: RecordId(record),
            person: person.into(),
            from: day("2026-03-01"),
            to: None,
            last_contact: last,
        };
        let mut pupil = PupilSummary { flags: vec!["G06".into()], ..Default::default() };
        pupil.carers =
            vec![carer(1, "周宁", Some(day("2026-03-08"))), carer(2, "周宁", Some(day("2026-03-08")))];
        assert_eq!(
            tasks(pupil.clone(), "2026-03-11").into_iter().map(|t| t.what).collect::<Vec<_>>(),
            [What::FindCarers { has: 1 }]
        );
        pupil.carers[1].person = "何平".into();
        assert_eq!(tasks(pupil.clone(), "2026-03-11"), []);
        pupil.carers[1].to = Some(day("2026-03-10"));
        assert_eq!(tasks(pupil, "2026-03-11").len(), 1, "the same day that a carer leaves, the gap shows");
    }

    #[test]
    fn a_child_who_cannot_be_taught_is_due_counselling() {
        let exempt = PlacementBrief { mode: "EXEMPT".into(), from: day("2026-01-05"), ..Default::default() };
        let pupil = PupilSummary { learnable: "NO".into(), placements: vec![exempt], ..Default::default() };
        let found = tasks(pupil, "2026-03-11");
        assert!(
            matches!(
                found.as_slice(),
                [Task { urgency: Urgency::Overdue, what: What::Counsel { last: None, .. }, .. }]
            ),
            "{found:?}"
        );
    }

    #[test]
    fn a_break_is_announced_before_it_ends() {
        let pupil = PupilSummary {
            deferrals: vec![(RecordId(1), day("2025-09-01"), day("2026-03-31"))],
            ..Default::default()
        };
        assert_eq!(tasks(pupil.clone(), "2026-03-11").len(), 1);
        assert_eq!(tasks(pupil.clone(), "2026-02-27").len(), 0);
        assert_eq!(tasks(pupil, "2026-04-01").first().map(|t| t.urgency), Some(Urgency::Overdue));
    }
}
