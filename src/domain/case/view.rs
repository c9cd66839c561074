//! One case as its file holds it, gathered from the records, in the order of time.
use super::{Proof, State, ends, proofs};
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::case::{Case, CaseStep, Check, Enrolment, Notice, Persuasion};
use std::collections::BTreeSet;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseView {
    pub id: RecordId,
    pub case: Case,
    /// In the order in which they were made, each knowing those before it.
    pub steps: Vec<Step>,
    /// These four by their dates.
    pub checks: Vec<Authored<Check>>,
    pub persuasions: Vec<Authored<Persuasion>>,
    pub notices: Vec<Authored<Notice>>,
    pub enrolments: Vec<Authored<Enrolment>>,
    pub holdings: Holdings,
}

/// A record with who made it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Authored<T> {
    pub id: RecordId,
    pub by: FileId,
    pub record: T,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: RecordId,
    pub to: State,
    pub on: Date,
    pub by: FileId,
    pub record: CaseStep,
}

/// What else the child's file holds that proves something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Kinds of papers.
    pub papers: BTreeSet<String>,
    pub decision: bool,
    pub plan: bool,
    pub consent: bool,
    pub birth: bool,
    /// The latest check says more than its code.
    pub note: bool,
    /// The end of the approved break that ends last.
    pub break_ends: Option<Date>,
    /// Mode, first day and last day of each placement.
    pub placements: Vec<(String, Date, Option<Date>)>,
}

impl CaseView {
    /// The state as the last step left it.
    pub fn state(&self) -> State {
        self.steps.last().map_or(State::New, |step| step.to)
    }

    /// The state on a day: a break that is over has opened its case again (domain.md §2.5).
    pub fn state_on(&self, day: Date) -> State {
        match self.state() {
            State::Exempt | State::Verified | State::Closed
                if self.until().is_some_and(|until| until < day) =>
            {
                State::Reopened
            }
            state => state,
        }
    }

    /// The case as it stood at the end of a day: nothing that holds from a later one. `None` before the child was found.
    pub fn on(&self, day: Date) -> Option<CaseView> {
        let found = self.case.found_on.or(self.steps.first().map(|step| step.on));
        found.filter(|found| *found <= day)?;
        let mut then = self.clone();
        then.steps.retain(|step| step.on <= day);
        then.checks.retain(|check| check.record.date.is_none_or(|on| on <= day));
        then.persuasions.retain(|one| one.record.date.is_none_or(|on| on <= day));
        then.notices.retain(|one| one.record.issued_on.is_none_or(|on| on <= day));
        then.enrolments.retain(|one| one.record.back_on.is_none_or(|on| on <= day));
        for one in &mut then.enrolments {
            if one.record.registered_on.is_some_and(|on| on > day) {
                one.record.registered = Some(false);
            }
        }
        Some(then)
    }

    /// The days on which something of it changed, each once, the first being the day on which the child was found.
    pub fn days(&self) -> BTreeSet<Date> {
        let found = self.case.found_on.or(self.steps.first().map(|step| step.on));
        let back = self.enrolments.iter().flat_map(|one| [one.record.back_on, one.record.registered_on]);
        let checks = self.checks.iter().map(|check| check.record.date);
        let mut days: BTreeSet<Date> = back.chain(checks).chain([found]).flatten().collect();
        days.extend(self.steps.iter().map(|step| step.on));
        days.retain(|day| found.is_none_or(|found| found <= *day));
        days
    }

    /// The steps since the case was last opened.
    pub fn current(&self) -> &[Step] {
        let from = self.steps.iter().rposition(|step| step.to == State::Reopened).map_or(0, |at| at + 1);
        self.steps.get(from..).unwrap_or_default()
    }

    /// How the case ends as far as is known: what the latest step says that says something.
    pub fn outcome(&self) -> &str {
        let said = self.current().iter().rev().find(|step| !step.record.outcome.is_empty());
        said.map_or("", |step| &step.record.outcome)
    }

    /// The last day of the break that the case rests on.
    pub fn until(&self) -> Option<Date> {
        ends(self.outcome(), self.not_real()).then_some(self.holdings.break_ends).flatten()
    }

    pub fn last_check(&self) -> Option<&Authored<Check>> {
        self.checks.last()
    }

    /// When the case was last opened again.
    pub fn reopened(&self) -> Option<&Step> {
        self.steps.iter().rev().find(|step| step.to == State::Reopened)
    }

    /// The check that a finding can rest on: after a relapse the one before it is of another time. One whose evidence was sent
    /// back stands again once the evidence is there.
    pub fn standing_check(&self) -> Option<&Authored<Check>> {
        let anew = self.reopened().filter(|step| step.record.reopened != "EVIDENCE").map(|step| step.on);
        self.last_check().filter(|check| anew.is_none_or(|on| check.record.date >= Some(on)))
    }

    /// Why the child is not truly out, as the check says.
    pub fn not_real(&self) -> &str {
        let check = self.standing_check().map(|check| &check.record);
        check.filter(|check| check.verdict == "NOT_REAL").map_or("", |check| &check.not_real)
    }

    /// The return that counts: the latest.
    pub fn enrolment(&self) -> Option<&Authored<Enrolment>> {
        self.enrolments.last()
    }

    /// On the roll by the latest return.
    pub fn is_registered(&self) -> bool {
        self.enrolment().is_some_and(|e| e.record.registered == Some(true))
    }

    /// Times that the child left again.
    pub fn relapses(&self) -> u32 {
        self.steps.iter().filter(|step| step.record.reopened == "RELAPSE").count() as u32
    }

    /// The proofs of its outcome that the file lacks.
    pub fn missing(&self) -> Vec<Proof> {
        let asked = proofs(self.outcome(), self.not_real()).iter().copied();
        asked.filter(|proof| !proof.is_held(&self.holdings)).collect()
    }

    /// The steps that do not follow from the one before them: two tablets went on apart. A person decides.
    pub fn out_of_turn(&self) -> Vec<RecordId> {
        let before = std::iter::once(State::New).chain(self.steps.iter().map(|step| step.to));
        let follows =
            |from: State, step: &Step| from.next().contains(&step.to) || step.record.claimed == Some(true);
        let pairs = before.zip(&self.steps);
        pairs.filter(|(from, step)| !follows(*from, step)).map(|(_, step)| step.id).collect()
    }
}

impl Check {
    /// How many people checked.
    pub fn people(&self) -> usize {
        let mut others: Vec<&str> =
            self.other_checkers.iter().map(|name| name.trim()).filter(|n| !n.is_empty()).collect();
        others.sort_unstable();
        others.dedup();
        let staff: BTreeSet<FileId> = self.checkers.iter().copied().collect();
        staff.len() + others.len()
    }
}
