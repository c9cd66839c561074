//! Cases through a month: opening + new + reopened − closed = closing (domain.md §4.12), whatever was reopened, relapsed or ended
//! by itself. Counted by the days on which steps hold.
use super::State;
use super::view::CaseView;
use crate::domain::calendar::Month;
use crate::domain::date::Date;
use serde::{Deserialize, Serialize};

/// A spell in which a case is open: from its first day, up to the day before which it was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spell {
    pub from: Date,
    pub closed: Option<Date>,
}

impl Spell {
    /// Open at the end of this day.
    pub fn is_open_after(&self, day: Date) -> bool {
        self.from <= day && self.closed.is_none_or(|closed| closed > day)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    pub opening: usize,
    pub new: usize,
    pub reopened: usize,
    pub closed: usize,
    pub closing: usize,
}

/// The open spells of a case, one after the other. A step dated before the one it follows holds from that one's day.
pub fn spells(view: &CaseView) -> Vec<Spell> {
    let Some(found) = view.case.found_on.or(view.steps.first().map(|step| step.on)) else {
        return Vec::new();
    };
    let mut spells = vec![Spell { from: found, closed: None }];
    let mut day = found;
    for step in &view.steps {
        day = day.max(step.on);
        let Some(spell) = spells.last_mut() else { continue };
        match (step.to, spell.closed) {
            (State::Closed, None) => spell.closed = Some(day),
            (to, Some(_)) if to != State::Closed => spells.push(Spell { from: day, closed: None }),
            _ => {}
        }
    }
    let closed = spells.last().and_then(|spell| spell.closed);
    if let (Some(closed), Some(until)) = (closed, view.until()) {
        spells.push(Spell { from: closed.max(until.plus_days(1)), closed: None });
    }
    spells
}

/// The flow of these cases, each by its spells, through a month.
pub fn flow<'a>(cases: impl Iterator<Item = &'a [Spell]>, month: Month) -> Flow {
    let mut flow = Flow::default();
    let (before, last) = (month.first_day().plus_days(-1), month.last_day());
    for spells in cases {
        flow.opening += spells.iter().filter(|spell| spell.is_open_after(before)).count();
        flow.closing += spells.iter().filter(|spell| spell.is_open_after(last)).count();
        flow.new += spells.iter().take(1).filter(|spell| month.contains(spell.from)).count();
        flow.reopened += spells.iter().skip(1).filter(|spell| month.contains(spell.from)).count();
        flow.closed += spells.iter().filter(|s| s.closed.is_some_and(|day| month.contains(day))).count();
    }
    flow
}
