//! An individualised education plan while it is written, with its goals: plan → long goals → short goals, saved as one
//! transaction. A new plan begins from the last one: what was not reached goes on, what was reached stays behind. No DOM.
use crate::app::keeper::Order;
use crate::app::record_draft::{Setting, changed, held};
use crate::domain::calendar::TermSpan;
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::RecordId;
use crate::domain::records::learning::{LongGoal, Plan, ShortGoal};
use crate::domain::value::{Cell, Value, Values};
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::file::File;
use serde::{Deserialize, Serialize};

/// One record of the plan: what the form found, and what it holds now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub id: RecordId,
    pub base: Values,
    pub values: Values,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Long {
    pub goal: Part,
    pub short: Vec<Part>,
}

/// Everything that a pause seals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDraft {
    pub plan: Part,
    pub goals: Vec<Long>,
    /// Goals of the file that are to go: long ones, short ones.
    pub removed_long: Vec<RecordId>,
    pub removed_short: Vec<RecordId>,
}

/// The fields that a new plan takes over from the last one.
const GOES_ON: &[&str] = &[
    "team",
    "present_level",
    "content",
    "method",
    "tools",
    "visits_per_week",
    "hours_per_visit",
    "lower_reason",
    "services",
    "remote",
    "home_tasks",
];

/// Ids that rise in the order in which they are asked for: goals stay in the order in which they were written. `wall`:
/// milliseconds since 1970.
pub fn rising(wall: u64, mut random: impl FnMut() -> RecordId) -> impl FnMut() -> RecordId {
    let mut n = 0_u128;
    move || {
        n += 1;
        RecordId(u128::from(wall) << 80 | n << 64 | (random().0 & u128::from(u64::MAX)))
    }
}

/// A plan of the file, to go on with.
pub fn open(file: &File, plan: RecordId) -> PlanDraft {
    let part = |table, id| {
        let base = held(file, &RecordKey::new(table, id));
        Part { id, values: base.clone(), base }
    };
    let goals = long_goals(file, plan)
        .into_iter()
        .map(|(id, _)| Long {
            goal: part("long_goal", id),
            short: short_goals(file, id).into_iter().map(|(id, _)| part("short_goal", id)).collect(),
        })
        .collect();
    PlanDraft { plan: part("plan", plan), goals, ..PlanDraft::default() }
}

/// A new plan for a term, from the last one where there is one.
pub fn begin(
    file: &File,
    setting: &Setting,
    span: Option<TermSpan>,
    ids: &mut dyn FnMut() -> RecordId,
) -> PlanDraft {
    let plan = ids();
    let mut values = Values::from([("made_on".to_owned(), setting.today.write())]);
    if !setting.term.is_empty() {
        values.insert("term".to_owned(), setting.term.clone().into());
    }
    if let Some(span) = span {
        let middle = span.from.plus_days(span.to.days_since(span.from) / 2).max(setting.today);
        values.insert("mid_review_on".to_owned(), middle.write());
        values.insert("end_review_on".to_owned(), span.to.plus_days(-7).max(middle).write());
    }
    let mut draft = PlanDraft { plan: Part { id: plan, values, ..Part::default() }, ..PlanDraft::default() };
    let Some(last) = last_plan(file) else { return draft };
    let old = held(file, &RecordKey::new("plan", last));
    for field in GOES_ON {
        if let Some(value) = old.get(*field) {
            draft.plan.values.insert((*field).to_owned(), value.clone());
        }
    }
    for (long, goal) in long_goals(file, last) {
        let unmet: Vec<ShortGoal> = short_goals(file, long)
            .into_iter()
            .map(|(_, goal)| goal)
            .filter(|goal| goal.state != "MET")
            .collect();
        if unmet.is_empty() {
            continue;
        }
        let id = ids();
        let short = unmet.into_iter().map(|goal| {
            let goal = ShortGoal { long_goal: Some(id), due: None, ..goal };
            Part { id: ids(), values: goal.write(), ..Part::default() }
        });
        let short = short.collect();
        let goal = LongGoal { plan: Some(plan), ..goal };
        draft.goals.push(Long { goal: Part { id, values: goal.write(), ..Part::default() }, short });
    }
    draft
}

/// The plan made last; of two, the one of the later term.
pub fn last_plan(file: &File) -> Option<RecordId> {
    let plans = file.table("plan").map(|(id, record)| (Plan::read(&record.values), id));
    plans.max_by(|(a, ia), (b, ib)| (&a.term, a.made_on, ia).cmp(&(&b.term, b.made_on, ib))).map(|(_, id)| id)
}

/// The plans of a file, the latest first.
pub fn plans(file: &File) -> Vec<(RecordId, Plan)> {
    let mut plans: Vec<_> = file.table("plan").map(|(id, record)| (id, Plan::read(&record.values))).collect();
    plans.sort_by(|(ia, a), (ib, b)| (&b.term, b.made_on, ib).cmp(&(&a.term, a.made_on, ia)));
    plans
}

/// The long goals of a plan, by area.
pub fn long_goals(file: &File, plan: RecordId) -> Vec<(RecordId, LongGoal)> {
    let goals = file.table("long_goal").map(|(id, record)| (id, LongGoal::read(&record.values)));
    let mut goals: Vec<_> = goals.filter(|(_, goal)| goal.plan == Some(plan)).collect();
    let area =
        |goal: &LongGoal| crate::domain::codes::DOMAIN.codes.iter().position(|code| code.code == goal.domain);
    goals.sort_by_key(|(id, goal)| (area(goal), *id));
    goals
}

/// The short goals of a long one, in the order in which they were written.
pub fn short_goals(file: &File, long: RecordId) -> Vec<(RecordId, ShortGoal)> {
    let goals = file.table("short_goal").map(|(id, record)| (id, ShortGoal::read(&record.values)));
    goals.filter(|(_, goal)| goal.long_goal == Some(long)).collect()
}

/// The latest ratings of one short goal in visits, the oldest first, at most `most`.
pub fn ratings(file: &File, goal: RecordId, most: usize) -> Vec<i64> {
    let key = goal.to_string();
    let mut rated: Vec<(Option<Date>, i64)> = file
        .table("visit")
        .filter_map(|(_, record)| {
            let Some(Value::Map(goals)) = record.values.get("goals") else { return None };
            Some((record.values.get("date").and_then(Date::read), goals.get(&key)?.as_int()?))
        })
        .collect();
    rated.sort_unstable_by_key(|(date, _)| *date);
    let skip = rated.len().saturating_sub(most);
    rated.into_iter().skip(skip).map(|(_, rating)| rating).collect()
}

/// The open plans that a new one of another term closes, each on the day on which the new one is made.
pub fn closed_by(file: &File, draft: &PlanDraft) -> Vec<(RecordId, Date)> {
    let new = Plan::read(&draft.plan.values);
    let Some(made_on) = new.made_on.filter(|_| draft.plan.base.is_empty()) else { return Vec::new() };
    let open = plans(file).into_iter().filter(|(id, old)| {
        *id != draft.plan.id
            && old.closed_on.is_none()
            && old.term < new.term
            && old.made_on.is_none_or(|on| on <= made_on)
    });
    open.map(|(id, _)| (id, made_on)).collect()
}

/// The one transaction that saves plan and goals; the drafts' values come tidied.
pub fn orders(file: &File, draft: &PlanDraft) -> Vec<Order> {
    let mut sets = Sets::new();
    let mut put = |table, part: &Part| {
        let changed = changed(&part.base, &part.values);
        if !changed.is_empty() {
            sets.insert(RecordKey::new(table, part.id), changed);
        }
    };
    put("plan", &draft.plan);
    for long in &draft.goals {
        put("long_goal", &long.goal);
        long.short.iter().for_each(|short| put("short_goal", short));
    }
    for (old, on) in closed_by(file, draft) {
        sets.insert(RecordKey::new("plan", old), Values::from([("closed_on".to_owned(), on.write())]));
    }
    let set = (!sets.is_empty()).then_some(Command::Set { act: Act::WRITE_PLAN, sets });
    let gone = |table, ids: &[RecordId]| {
        ids.iter().map(|id| Command::Delete { record: RecordKey::new(table, *id) }).collect::<Vec<_>>()
    };
    let removals =
        [gone("short_goal", &draft.removed_short), gone("long_goal", &draft.removed_long)].concat();
    let order = |command| Order { file: file.id, kind: FileKind::Pupil, command };
    set.into_iter().chain(removals).map(order).collect()
}

#[cfg(test)]
#[path = "plan_draft_tests.rs"]
mod tests;
