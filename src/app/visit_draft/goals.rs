//! The goals that a visit works on: those of the plan that is open, not met yet.
use crate::domain::id::RecordId;
use crate::domain::records::learning::{LongGoal, Plan, ShortGoal};
use crate::register::file::File;
use crate::register::tasks::World;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub id: RecordId,
    pub text: String,
    /// When it is reached.
    pub criterion: String,
}

/// The short goals of this term's open plan; of any open plan where this term has none. Goals in progress first.
pub fn goals_of(file: &File, world: &World) -> Vec<Goal> {
    let open: Vec<(RecordId, Plan)> = file
        .table("plan")
        .map(|(id, record)| (id, Plan::read(&record.values)))
        .filter(|(_, plan)| plan.closed_on.is_none())
        .collect();
    let term = world.calendar.term_on(world.today).map(|span| span.term.to_string());
    let of_term: Vec<RecordId> =
        open.iter().filter(|(_, plan)| Some(&plan.term) == term.as_ref()).map(|(id, _)| *id).collect();
    let plans = if of_term.is_empty() { open.iter().map(|(id, _)| *id).collect() } else { of_term };
    let served = |goal: &ShortGoal| {
        let long = file.table("long_goal").find(|(id, _)| Some(*id) == goal.long_goal);
        long.and_then(|(_, record)| LongGoal::read(&record.values).plan)
            .is_some_and(|plan| plans.contains(&plan))
    };
    let mut goals: Vec<(bool, Goal)> = file
        .table("short_goal")
        .map(|(id, record)| (id, ShortGoal::read(&record.values)))
        .filter(|(_, goal)| goal.state != "MET" && served(goal))
        .map(|(id, goal)| (goal.state != "ACTIVE", Goal { id, text: goal.text, criterion: goal.criterion }))
        .collect();
    goals.sort_by_key(|(later, _)| *later);
    goals.into_iter().map(|(_, goal)| goal).collect()
}
