//! Cases through a period: opening + new + reopened − closed = closing, each with the files behind it.
//!
//! What is counted is spells in which a case is open: a child whose case was closed and opened again within the period stands
//! twice, so that the identity holds whatever was reopened or relapsed.
use crate::domain::case::flow::Spell;
use crate::domain::id::FileId;
use crate::register::summary::CaseBrief;
use crate::report::figure::{Figure, Files, Period, out_spells, pupils};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    pub opening: Vec<FileId>,
    pub new: Vec<FileId>,
    pub reopened: Vec<FileId>,
    pub closed: Vec<FileId>,
    pub closing: Vec<FileId>,
    /// Children truly out: before, newly or again, back, and after.
    pub out: [Vec<FileId>; 4],
}

impl Flow {
    pub fn of(files: &Files, period: Period) -> Flow {
        let mut flow = Flow::default();
        for (id, _, pupil) in pupils(files) {
            pupil.cases.iter().for_each(|case| through(id, case, period, &mut flow));
        }
        flow
    }

    /// Opening + new + reopened − closed = closing; and of those truly out: before + new − back = after.
    pub fn adds_up(&self) -> bool {
        let [before, new, back, after] = self.out.each_ref().map(Vec::len);
        self.opening.len() + self.new.len() + self.reopened.len() == self.closing.len() + self.closed.len()
            && before + new == back + after
    }
}

/// Adds a child's case to a flow.
pub(super) fn through(id: FileId, case: &CaseBrief, period: Period, flow: &mut Flow) {
    let out = out_spells(case);
    for (figure, ids) in Figure::OUT.into_iter().zip(&mut flow.out) {
        ids.extend(std::iter::repeat_n(id, spells_of(figure, &out, period)));
    }
    let parts = [
        (Figure::Opening, &mut flow.opening),
        (Figure::New, &mut flow.new),
        (Figure::Reopened, &mut flow.reopened),
        (Figure::Closed, &mut flow.closed),
        (Figure::Closing, &mut flow.closing),
    ];
    for (figure, ids) in parts {
        ids.extend(std::iter::repeat_n(id, spells_of(figure, &case.spells, period)));
    }
}

/// How many of a case's spells a figure of the flow counts.
pub(super) fn spells_of(figure: Figure, spells: &[Spell], period: Period) -> usize {
    let within = |day: crate::domain::date::Date| period.from <= day && day <= period.on;
    match figure {
        Figure::Opening | Figure::OutOpening => {
            spells.iter().filter(|spell| spell.is_open_after(period.from.plus_days(-1))).count()
        }
        Figure::New => spells.iter().take(1).filter(|spell| within(spell.from)).count(),
        Figure::Reopened => spells.iter().skip(1).filter(|spell| within(spell.from)).count(),
        Figure::Closed | Figure::OutBack => {
            spells.iter().filter(|spell| spell.closed.is_some_and(within)).count()
        }
        Figure::Closing | Figure::OutClosing => {
            spells.iter().filter(|spell| spell.is_open_after(period.on)).count()
        }
        Figure::OutNew => spells.iter().filter(|spell| within(spell.from)).count(),
        _ => 0,
    }
}
