//! What falls due, case by case.
use super::*;
use crate::domain::calendar::SchoolYear;
use crate::register::summary::{
    AbsenceBrief, BookingBrief, CarerBrief, CaseBrief, Content, FlagBrief, PlanBrief, Talk, TalkPlan,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn tasks(pupil: PupilSummary, today: &str) -> Vec<Task> {
    let policy = Policy::default();
    let calendar = policy.calendar(SchoolYear::starting(2025), SchoolYear::starting(2025));
    let summary = Summary::invented(1, "pupil", "林小满", Content::Pupil(Box::new(pupil)));
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
        visit_of(&tasks(at_home(&["2026-03-10", "2026-03-09", "2026-03-05", "2026-03-03"]), "2026-03-11")),
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
    let book =
        |date, skipped: &str| BookingBrief { date: day(date), skipped: skipped.into(), ..Default::default() };
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
fn what_a_roster_repeats_of_the_countys_rule_follows_its_changes_and_an_own_norm_does_not() {
    use crate::domain::policy::Frequency;
    let changed = Policy {
        frequencies: vec![Frequency {
            from: Some(day("2026-03-01")),
            visits_per_week: Some(3),
            ..Default::default()
        }],
        ..Default::default()
    };
    let mut placement = at_home(&[]).placements.remove(0);
    for (carried, until_then, since) in [(None, 2, 3), (Some(2), 2, 3), (Some(1), 1, 1), (Some(3), 3, 3)] {
        placement.visits_per_week = carried;
        let norm = |policy: &Policy, on: &str| {
            let rule = policy.frequency_on(day(on)).visits_per_week;
            placement_norm(&placement, policy).unwrap_or(rule)
        };
        assert_eq!(
            (norm(&changed, "2026-02-27"), norm(&changed, "2026-03-11")),
            (until_then, since),
            "{carried:?}"
        );
    }
}

#[test]
fn nothing_falls_due_in_the_holidays() {
    let mut pupil = at_home(&[]);
    pupil.flags = vec![FlagBrief { flag: "G06".into(), ..FlagBrief::default() }];
    pupil.consents.clear();
    pupil.plans.clear();
    assert!(!tasks(pupil.clone(), "2026-03-11").is_empty());
    for holiday in ["2026-08-05", "2026-02-10"] {
        assert_eq!(tasks(pupil.clone(), holiday), [], "{holiday}");
    }
}

#[test]
fn a_poor_pupil_has_two_distinct_carers_who_keep_in_touch() {
    let carer = |record, person: &str, last: Option<Date>| CarerBrief {
        record: RecordId(record),
        person: person.into(),
        unit: String::new(),
        from: day("2026-03-01"),
        to: None,
        contacts: last.into_iter().collect(),
    };
    let poor = FlagBrief { flag: "G06".into(), ..FlagBrief::default() };
    let mut pupil = PupilSummary { flags: vec![poor], ..Default::default() };
    pupil.carers = vec![carer(1, "周宁", Some(day("2026-03-08"))), carer(2, "周宁", Some(day("2026-03-08")))];
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
    let found = tasks(pupil.clone(), "2026-03-11");
    assert!(
        matches!(
            found.as_slice(),
            [
                Task { urgency: Urgency::Overdue, what: What::Counsel { last: None, .. }, .. },
                Task { urgency: Urgency::Today, what: What::PlanCounselling { .. }, .. }
            ]
        ),
        "{found:?}"
    );
    // Planned: what is behind, and with whom, is said instead.
    let plan = TalkPlan { term: "2025-2026-2".into(), child: 4, parents: 2, ..TalkPlan::default() };
    let talk = |on: &str, child, parents| Talk { on: day(on), child, parents };
    let talked = |talks: Vec<Talk>| PupilSummary { talk_plans: vec![plan.clone()], talks, ..pupil.clone() };
    let behind = |pupil, on| {
        tasks(pupil, on).into_iter().find_map(|task| match task.what {
            What::CounselBehind { child, parents } => Some((child, parents)),
            _ => None,
        })
    };
    let midway = "2026-05-08";
    let (child, parents) = behind(talked(vec![talk("2026-04-01", true, false)]), midway).unwrap();
    assert_eq!((child, parents.lacking()), (Behind { planned: 4, due: 2, done: 1 }, 1));
    assert_eq!(
        behind(talked(vec![talk("2026-04-01", true, true), talk("2026-05-06", true, false)]), midway),
        None
    );
    assert_eq!(behind(talked(vec![]), "2026-03-02"), None, "nothing is due on the term's first days");
    let last_term = talked(vec![talk("2025-12-01", true, true), talk("2025-12-02", true, true)]);
    assert!(behind(last_term, midway).is_some(), "another term's talks do not count");
}

#[test]
fn a_break_is_announced_before_it_ends() {
    let pupil = PupilSummary {
        deferrals: vec![Break { from: day("2025-09-01"), to: day("2026-03-31"), ..Break::default() }],
        ..Default::default()
    };
    assert_eq!(tasks(pupil.clone(), "2026-03-11").len(), 1);
    assert_eq!(tasks(pupil.clone(), "2026-02-27").len(), 0);
    assert_eq!(tasks(pupil, "2026-04-01").first().map(|t| t.urgency), Some(Urgency::Overdue));
}

#[test]
fn a_visit_put_off_to_next_week_is_owed_there_and_no_more_here() {
    let put_off = |bookings: Vec<BookingBrief>| PupilSummary {
        bookings,
        ..at_home(&["2026-03-09", "2026-03-05", "2026-03-03"])
    };
    let moved =
        BookingBrief { date: day("2026-03-17"), moved_from: Some(day("2026-03-11")), ..Default::default() };
    assert!(visit_of(&tasks(put_off(Vec::new()), "2026-03-11")).is_some());
    assert_eq!(visit_of(&tasks(put_off(vec![moved.clone()]), "2026-03-11")), None);
    let found = tasks(put_off(vec![moved]), "2026-03-17");
    assert_eq!(visit_of(&found).unwrap().0, Urgency::Today);
}

#[test]
fn the_road_goes_from_village_to_village_the_most_urgent_first() {
    let summary = |id: u128, name: &str, village: &str| {
        let pupil = PupilSummary { town: "石门镇".into(), village: village.into(), ..Default::default() };
        let summary = Summary::invented(id, "pupil", name, Content::Pupil(Box::new(pupil)));
        (FileId(id), std::sync::Arc::new(summary))
    };
    let all = [summary(1, "甲", "上村"), summary(2, "乙", "下村"), summary(3, "丙", "下村")].into();
    let task = |file: u128, urgency, what| Task { file: FileId(file), due: day("2026-03-11"), urgency, what };
    let visit = What::Visit(VisitWhy {
        per_week: 2,
        own_norm: false,
        done_this_week: 0,
        last: None,
        days_since: None,
        booked: None,
        owed: 0,
    });
    let road = road(
        vec![
            task(1, Urgency::ThisWeek, visit.clone()),
            task(2, Urgency::ThisWeek, visit.clone()),
            task(3, Urgency::Overdue, What::AskConsent),
            task(3, Urgency::Today, visit),
        ],
        &all,
    );
    let seen: Vec<(&str, Vec<u128>)> = road
        .iter()
        .map(|stop| (stop.village.as_str(), stop.errands.iter().map(|errand| errand.file.0).collect()))
        .collect();
    assert_eq!(seen, [("下村", vec![3, 2]), ("上村", vec![1])]);
    assert!(matches!(road[0].errands[0].tasks[0].what, What::Visit(_)), "the visit stands first");
}

#[test]
fn the_week_counts_lessons_held_against_those_the_norm_asks_for() {
    let policy = Policy::default();
    let calendar = policy.calendar(SchoolYear::starting(2025), SchoolYear::starting(2025));
    let world = |today| World { today: day(today), policy: &policy, calendar: &calendar };
    let pupils = [at_home(&["2026-03-09", "2026-03-02"]), at_home(&[])];
    let progress = week_progress(pupils.iter(), &world("2026-03-11"));
    assert_eq!(progress, WeekProgress { planned: 4, done: 1 });
    assert_eq!(week_progress(pupils.iter(), &world("2026-02-10")), WeekProgress::default());
}

/// From the county's defaults 1, 2, 3 and 8: what is asked for on which day of an absence, and by when.
#[test]
fn an_absence_is_asked_about_visited_reported_and_becomes_a_case() {
    use AbsenceStep::{Ask, Report, Suspect, Visit};
    let away = |asked, visited, reported| PupilSummary {
        absence: Some(AbsenceBrief {
            from: day("2026-03-02"),
            asked,
            visited,
            reported,
            ..Default::default()
        }),
        ..Default::default()
    };
    let steps = |pupil: PupilSummary, today: &str| -> Vec<(AbsenceStep, String)> {
        let found = tasks(pupil, today).into_iter().filter_map(|task| match task.what {
            What::Absence(what) => Some((what.step, task.due.to_string())),
            _ => None,
        });
        found.collect()
    };
    let due = |step, on: &str| (step, on.to_owned());
    for (done, today, expected) in [
        ((false, false, false), "2026-03-02", vec![due(Ask, "2026-03-02")]),
        ((true, false, false), "2026-03-02", vec![]),
        ((true, false, false), "2026-03-03", vec![due(Visit, "2026-03-03")]),
        ((true, true, false), "2026-03-03", vec![]),
        ((true, true, false), "2026-03-05", vec![due(Report, "2026-03-04")]),
        ((false, true, false), "2026-03-05", vec![due(Report, "2026-03-04")]),
        ((true, true, true), "2026-03-08", vec![]),
        ((true, true, true), "2026-03-09", vec![due(Suspect, "2026-03-09")]),
        ((false, false, false), "2026-03-10", vec![due(Ask, "2026-03-02"), due(Suspect, "2026-03-09")]),
    ] {
        let (asked, visited, reported) = done;
        assert_eq!(steps(away(asked, visited, reported), today), expected, "{done:?} {today}");
    }
    // A child with an open case is followed there.
    let mut followed = away(false, false, false);
    followed.cases = vec![CaseBrief { state: "CHECKING".into(), ..Default::default() }];
    assert_eq!(steps(followed, "2026-03-20"), []);
}

#[test]
fn a_month_out_of_school_asks_the_township_for_a_notice() {
    let out = |notice: &str, state: &str| PupilSummary {
        cases: vec![CaseBrief {
            state: state.into(),
            state_since: Some(day("2026-03-20")),
            out_from: Some(day("2026-03-02")),
            persuaded: vec![day("2026-03-21")],
            step: notice.into(),
            ..Default::default()
        }],
        ..Default::default()
    };
    let due = |pupil, today| -> Vec<Date> {
        let long = |task: &Task| matches!(task.what, What::Case(CaseTask::LongOut { .. }));
        tasks(pupil, today).into_iter().filter(long).map(|task| task.due).collect()
    };
    assert_eq!(due(out("", "PERSUADING"), "2026-03-31"), []);
    assert_eq!(due(out("", "PERSUADING"), "2026-04-01"), [day("2026-04-01")]);
    assert_eq!(due(out("URGE", "PERSUADING"), "2026-04-01"), [], "the notice is out");
    assert_eq!(due(out("", "CHECKING"), "2026-04-01"), [], "not found out of school yet");
}
