//! A term of one child, computed from the records: what was owed and given, what was missed and why, goals reached, talks held, and the
//! areas of assessment before and after. A term summary and the guardian's feedback keep what was computed when they were written;
//! here is what the records say now, and in what the two differ.
use crate::domain::calendar::{Calendar, Term};
use crate::domain::date::Date;
use crate::domain::policy::Policy;
use crate::domain::records::learning::{LongGoal, Plan, ShortGoal};
use crate::domain::value::{Value, Values};
use crate::register::file::File;
use crate::register::summary::{PupilSummary, Summary};
use crate::register::tasks::placement_norm;
use crate::report::assessed::series;
use crate::report::teaching::{Hours, Span, taught};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One area of assessment: percent of the possible at the last assessment before, and at the last one of the term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// A code of `domain`.
    pub area: String,
    pub before: Option<u32>,
    pub after: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    pub visits_due: u32,
    pub visits: u32,
    /// Lessons that did not take place, by their reason: a code of `missed_reason`, empty where none was given.
    pub missed: BTreeMap<String, u32>,
    pub hours_due: u32,
    pub hours: u32,
    pub goals: u32,
    pub goals_met: u32,
    /// Talks of counselling, each once, whoever took part.
    pub talks: u32,
    pub areas: Vec<Area>,
}

impl Figures {
    pub fn missed(&self) -> u32 {
        self.missed.values().sum()
    }

    /// The fields that a record of this table keeps of them.
    pub fn fields(&self, table: &str) -> Vec<(&'static str, u32)> {
        match table {
            "term_summary" => vec![
                ("visits_due", self.visits_due),
                ("visits", self.visits),
                ("missed", self.missed()),
                ("hours_due", self.hours_due),
                ("hours", self.hours),
                ("goals", self.goals),
                ("goals_met", self.goals_met),
                ("talks", self.talks),
            ],
            "feedback" => vec![("visits", self.visits), ("missed", self.missed()), ("hours", self.hours)],
            _ => Vec::new(),
        }
    }

    /// The fields as values of the record.
    pub fn values(&self, table: &str) -> Values {
        let value = |(field, count): (&'static str, u32)| (field.to_owned(), Value::Int(i64::from(count)));
        self.fields(table).into_iter().map(value).collect()
    }

    /// In what a record differs: the field, what it holds, and what the records say now.
    pub fn differences(&self, table: &str, held: &Values) -> Vec<(&'static str, Option<i64>, u32)> {
        let of = |(field, now): (&'static str, u32)| {
            let held = held.get(field).and_then(Value::as_int);
            (held != Some(i64::from(now))).then_some((field, held, now))
        };
        self.fields(table).into_iter().filter_map(of).collect()
    }
}

/// The figures of a term up to today; `None` for a term that the calendar does not hold.
pub fn figures(
    file: &File,
    summary: &Arc<Summary>,
    term: &str,
    today: Date,
    policy: &Policy,
    calendar: &Calendar,
) -> Option<Figures> {
    let span = calendar.span(term.parse::<Term>().ok()?)?;
    let pupil = summary.pupil()?;
    let within = Span { from: span.from, to: span.to, today };
    let hours = taught(std::iter::once(summary), within, policy, calendar);
    let Hours { due, delivered, visits, missed, .. } =
        hours.into_iter().next().map(|line| line.hours).unwrap_or_default();
    let (goals, goals_met) = goals(file, term);
    let talks = pupil.talks.iter().filter(|talk| span.from <= talk.on && talk.on <= span.to).count();
    Some(Figures {
        visits_due: visits_due(pupil, term, span.from, span.to.min(today), policy, calendar),
        visits,
        missed,
        hours_due: due,
        hours: delivered,
        goals,
        goals_met,
        talks: talks as u32,
        areas: areas(file, span.from, span.to.min(today)),
    })
}

/// What the child's own norm, or the county's, asks for in the weeks at home; a week that is still running is owed when it is over.
fn visits_due(
    pupil: &PupilSummary,
    term: &str,
    from: Date,
    to: Date,
    policy: &Policy,
    calendar: &Calendar,
) -> u32 {
    let plan = pupil.norms.iter().find(|norm| norm.term == term).and_then(|norm| norm.visits_per_week);
    let weeks = calendar.teaching_weeks(from, to).iter();
    let owed = weeks.filter(|week| {
        week.monday.plus_days(6) <= to
            || calendar.teaching_day_from(to.plus_days(1)).is_none_or(|next| next > week.monday.plus_days(6))
    });
    owed.map(|week| {
        let days = calendar.teaching_days(week.monday.max(from), week.monday.plus_days(6).min(to));
        let at_home: Vec<_> = days
            .iter()
            .filter_map(|day| pupil.placement_on(*day))
            .filter(|placement| placement.mode == "HOME")
            .collect();
        let Some(placement) = at_home.first() else { return 0 };
        let plan = plan.and_then(|own| u32::try_from(own).ok());
        let own = plan.or_else(|| placement_norm(placement, policy));
        let per_week = own.unwrap_or_else(|| policy.frequency_on(week.monday).visits_per_week);
        per_week.min(at_home.len() as u32)
    })
    .sum()
}

/// Short goals of the term's plans, and of these the ones reached.
fn goals(file: &File, term: &str) -> (u32, u32) {
    let plans: BTreeSet<_> = file
        .table(Plan::TABLE.key)
        .filter(|(_, record)| Plan::read(&record.values).term == term)
        .map(|(id, _)| id)
        .collect();
    let long: BTreeSet<_> = file
        .table(LongGoal::TABLE.key)
        .filter(|(_, record)| LongGoal::read(&record.values).plan.is_some_and(|plan| plans.contains(&plan)))
        .map(|(id, _)| id)
        .collect();
    let short = file.table(ShortGoal::TABLE.key).map(|(_, record)| ShortGoal::read(&record.values));
    let short = short.filter(|goal| goal.long_goal.is_some_and(|of| long.contains(&of)));
    short.fold((0, 0), |(all, met), goal| (all + 1, met + u32::from(goal.state == "MET")))
}

/// Before and after, on the scale that was used last by the term's end. Of two assessments within the term the first one is "before".
fn areas(file: &File, from: Date, to: Date) -> Vec<Area> {
    let mut all = series(file);
    all.iter_mut().for_each(|series| series.all.retain(|one| one.on <= to));
    all.retain(|series| series.all.last().is_some_and(|one| one.on >= from));
    all.sort_by_key(|series| std::cmp::Reverse(series.all.last().map(|one| one.on)));
    let Some(series) = all.into_iter().next() else { return Vec::new() };
    let Some((after, earlier)) = series.all.split_last() else { return Vec::new() };
    let before = earlier.iter().rev().find(|one| one.on < from).or(earlier.first());
    let of = |area: &&'static str| Area {
        area: (*area).to_owned(),
        before: before.and_then(|before| before.percent(area)),
        after: after.percent(area),
    };
    series.areas().iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RecordId;
    use crate::domain::records::care::Counselling;
    use crate::domain::records::learning::Assessment;
    use crate::domain::records::placement::Placement;
    use crate::domain::records::visit::Visit;
    use crate::register::file::made_of;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// Taught at home from 1 September, once a week by an own plan; 14 visits given, two missed, one of three goals reached.
    fn file() -> File {
        let mut records: Vec<(&'static str, Values)> = Vec::new();
        let placed = Placement { mode: "HOME".into(), from: Some(day("2025-09-01")), ..Placement::default() };
        records.push(("placement", placed.write()));
        let plan = Plan { term: "2025-2026-1".into(), visits_per_week: Some(1), ..Plan::default() };
        records.push(("plan", plan.write()));
        let goal = LongGoal { plan: Some(RecordId(2)), ..LongGoal::default() };
        records.push(("long_goal", goal.write()));
        for state in ["MET", "ACTIVE", "OPEN"] {
            let goal =
                ShortGoal { long_goal: Some(RecordId(3)), state: state.into(), ..ShortGoal::default() };
            records.push(("short_goal", goal.write()));
        }
        for week in 0..16_i64 {
            let done = week > 1;
            let visit = Visit {
                date: Some(day("2025-09-02").plus_days(week * 7)),
                done: Some(done),
                periods: Some(3),
                visit_type: "TEACH".into(),
                not_done_reason: if done { String::new() } else { "ILL".into() },
                ..Visit::default()
            };
            records.push(("visit", visit.write()));
        }
        for (on, rating) in [("2025-06-01", 0), ("2025-09-10", 1), ("2026-01-10", 2)] {
            let held = Assessment {
                date: Some(day(on)),
                scale: "BX1".into(),
                ratings: [("GM1".to_owned(), rating)].into(),
                ..Assessment::default()
            };
            records.push(("assessment", held.write()));
        }
        let talk =
            Counselling { date: Some(day("2025-10-10")), with_whom: "BOTH".into(), ..Default::default() };
        records.push(("counselling", talk.write()));
        made_of(records)
    }

    fn of(term: &str, today: &str) -> Option<Figures> {
        let (policy, file) = (Policy::default(), file());
        let summary = Arc::new(Summary::of(&file));
        figures(&file, &summary, term, day(today), &policy, &policy.calendar_around(day("2026-03-01")))
    }

    #[test]
    fn a_terms_figures_are_those_of_its_records() {
        let found = of("2025-2026-1", "2026-02-10").unwrap();
        assert_eq!((found.visits, found.hours, found.missed()), (14, 42, 2));
        assert_eq!(found.missed, [("ILL".to_owned(), 2)].into());
        assert_eq!((found.goals, found.goals_met, found.talks), (3, 1, 1));
        assert!((18..=22).contains(&found.visits_due), "once a week: {found:?}");
        assert_eq!(found.areas, [Area { area: "GM".into(), before: Some(0), after: Some(67) }]);
        assert_eq!(of("2024-2025-1", "2026-02-10").unwrap().visits, 0);
        assert_eq!(of("学期", "2026-02-10"), None);
        let early = of("2025-2026-1", "2025-09-03").unwrap();
        assert_eq!(
            (early.visits_due, early.hours_due < 6),
            (0, true),
            "the first week is not over: {early:?}"
        );
    }

    #[test]
    fn a_record_keeps_what_was_computed_and_says_in_what_it_differs() {
        let now = of("2025-2026-1", "2026-02-10").unwrap();
        let mut held = now.values("term_summary");
        assert_eq!(now.differences("term_summary", &held), []);
        held.insert("visits".into(), Value::Int(9));
        held.remove("talks");
        assert_eq!(now.differences("term_summary", &held), [("visits", Some(9), 14), ("talks", None, 1)]);
        for table in ["term_summary", "feedback"] {
            let known = crate::domain::records::table(table).unwrap();
            assert!(now.fields(table).iter().all(|(field, _)| known.field(field).is_some()), "{table}");
        }
    }
}
