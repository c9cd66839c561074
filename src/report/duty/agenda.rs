//! The matter on the leaders' agenda in the first week of every month: held in it, held late, missed. What the first week is,
//! is the county's setting (domain.md §9.1 C9, §11.7).
use super::Duty;
use crate::domain::calendar::Month;
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::policy::Policy;

/// How a month stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    InTime(Date),
    /// Held, outside the first week.
    Late(Date),
    Missed,
    /// Not held yet; the first week ends on this day.
    Due(Date),
    Ahead,
    /// Before there was a group or a meeting: nothing was asked for.
    Before,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthHeld {
    pub month: Month,
    pub standing: Standing,
    /// First and last day of the month's first week.
    pub week: (Date, Date),
    /// The record that decides it, or the one that is prepared.
    pub record: Option<RecordId>,
}

/// From which month on a meeting is asked for: that of the first group or the first meeting.
pub fn begins(duty: &Duty) -> Option<Month> {
    let groups = duty.groups.iter().filter_map(|(_, group)| group.set_up_on).map(Month::of);
    let agenda = duty.agenda.iter().filter_map(|(_, item)| item.month.parse::<Month>().ok());
    groups.chain(agenda).min()
}

pub fn month(duty: &Duty, month: Month, policy: &Policy, today: Date) -> MonthHeld {
    let week = policy.first_week(month);
    let of_month = duty.agenda.iter().filter(|(_, item)| item.month.parse() == Ok(month));
    let held: Vec<(Date, RecordId)> =
        of_month.clone().filter_map(|(id, item)| Some((item.held_on?, *id))).collect();
    let in_time = held.iter().filter(|(on, _)| (week.0..=week.1).contains(on)).min();
    let prepared = of_month.map(|(id, _)| *id).next();
    let (standing, record) = match (in_time, held.iter().min()) {
        (Some((on, id)), _) => (Standing::InTime(*on), Some(*id)),
        (None, Some((on, id))) => (Standing::Late(*on), Some(*id)),
        (None, None) => (not_held(duty, month, week, today), prepared),
    };
    MonthHeld { month, standing, week, record }
}

fn not_held(duty: &Duty, month: Month, week: (Date, Date), today: Date) -> Standing {
    match begins(duty) {
        Some(first) if first <= month => {}
        _ if week.1 < today => return Standing::Before,
        _ => return Standing::Ahead,
    }
    match (week.0 <= today, today <= week.1) {
        (false, _) => Standing::Ahead,
        (true, true) => Standing::Due(week.1),
        (true, false) => Standing::Missed,
    }
}

/// The twelve months of a calendar year.
pub fn year(duty: &Duty, year: i32, policy: &Policy, today: Date) -> Vec<MonthHeld> {
    (1..=12).filter_map(|n| Month::new(year, n)).map(|of| month(duty, of, policy, today)).collect()
}

/// Months held in their first week, of those in which a meeting was asked for and whose week is over.
pub fn kept(months: &[MonthHeld]) -> (u32, u32) {
    let asked = months
        .iter()
        .filter(|month| matches!(month.standing, Standing::InTime(_) | Standing::Late(_) | Standing::Missed));
    let kept = months.iter().filter(|month| matches!(month.standing, Standing::InTime(_)));
    (kept.count() as u32, asked.count() as u32)
}

/// The months missed, in order.
pub fn missed(months: &[MonthHeld]) -> Vec<Month> {
    months.iter().filter(|month| month.standing == Standing::Missed).map(|month| month.month).collect()
}
