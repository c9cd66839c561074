//! A case in a pupil's summary: what lists, ledgers and tasks say of it.
use crate::domain::case::flow::{Spell, spells};
use crate::domain::case::{self, CaseView, State};
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseBrief {
    pub record: RecordId,
    /// A code of `case_state`, as the last step left it; see [`CaseBrief::state_on`].
    pub state: String,
    /// The day of the last step, or on which the child was found.
    pub state_since: Option<Date>,
    /// A code of `case_set`.
    pub set: String,
    pub source: String,
    pub batch: String,
    pub team: String,
    pub opened: Option<Date>,
    pub out_from: Option<Date>,
    /// `YYYY-MM`, where the day is not known.
    pub out_month: String,
    pub whereabouts: String,
    /// A code of `verdict`; empty before a check.
    pub verdict: String,
    /// Of `dropout_reason` or `not_real_reason`, by the verdict.
    pub reason: String,
    pub checked_on: Option<Date>,
    /// The days of all persuasions, the earliest first.
    pub persuaded: Vec<Date>,
    pub persuaders: Vec<FileId>,
    pub other_persuaders: Vec<String>,
    /// The latest promise to be back, where nothing came of it yet.
    pub promised: Option<(RecordId, Date)>,
    /// The latest notice of the legal ladder: a code of `notice`.
    pub step: String,
    /// Its day to comply by, where that still runs or has passed without effect.
    pub notice_due: Option<(RecordId, Date)>,
    /// A code of `outcome`; empty where it is open.
    pub outcome: String,
    pub returned_on: Option<Date>,
    pub school: Option<FileId>,
    pub other_school: String,
    pub registered: bool,
    pub registered_on: Option<Date>,
    pub closed_on: Option<Date>,
    pub plan_no: String,
    pub relapses: u32,
    /// Proofs that the outcome asks for and the file lacks: codes of `paper`, or `DECISION`, `PLAN`, `CONSENT`, `DEFERRAL`, `BIRTH`, `NOTE`.
    pub missing: Vec<String>,
    /// Where it stands is said by a list alone.
    pub claimed: bool,
    /// The end of the break that it rests on.
    pub until: Option<Date>,
    /// Steps that do not follow from one another: two tablets went on apart.
    pub out_of_turn: u32,
    /// Where it stood from each day on which something changed, the earliest first.
    pub stages: Vec<CaseStage>,
    /// The spells in which it was open.
    pub spells: Vec<Spell>,
}

/// Where a case stood from a day on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseStage {
    pub from: Date,
    /// A code of `case_state`.
    pub state: String,
    pub verdict: String,
    /// Of `dropout_reason` or `not_real_reason`, by the verdict.
    pub reason: String,
    /// A code of `outcome`; empty where it is open.
    pub outcome: String,
    pub registered: bool,
    pub until: Option<Date>,
}

impl CaseStage {
    fn of(view: &CaseView, from: Date) -> CaseStage {
        let check = view.last_check().map(|check| &check.record);
        let reason =
            check.map(|check| if check.verdict == "NOT_REAL" { &check.not_real } else { &check.reason });
        CaseStage {
            from,
            state: view.state().code().to_owned(),
            verdict: check.map(|check| check.verdict.clone()).unwrap_or_default(),
            reason: reason.cloned().unwrap_or_default(),
            outcome: view.outcome().to_owned(),
            registered: view.is_registered(),
            until: view.until(),
        }
    }

    /// A break that is over holds no longer.
    pub fn outcome_on(&self, day: Date) -> &str {
        if self.until.is_some_and(|until| until < day) { "" } else { &self.outcome }
    }
}

impl CaseBrief {
    /// Where the case stands on a day: a break that is over has opened it again.
    pub fn state_on(&self, day: Date) -> State {
        match State::from_code(&self.state).unwrap_or(State::New) {
            State::Exempt | State::Verified | State::Closed
                if self.until.is_some_and(|until| until < day) =>
            {
                State::Reopened
            }
            state => state,
        }
    }

    /// Where it stood on a day; `None` before the child was found.
    pub fn stage_on(&self, day: Date) -> Option<&CaseStage> {
        self.stages.iter().rev().find(|stage| stage.from <= day)
    }

    /// Open on any day of a period, both ends included.
    pub fn is_open_within(&self, from: Date, to: Date) -> bool {
        self.spells.iter().any(|spell| spell.from <= to && spell.closed.is_none_or(|closed| closed >= from))
    }

    pub fn is_open(&self, day: Date) -> bool {
        self.state_on(day) != State::Closed
    }

    /// Back in a school or placed, and on the roll: both count (founding report).
    pub fn counts_as_returned(&self) -> bool {
        case::needs_roll(&self.outcome) && self.registered
    }

    pub(super) fn of(view: &CaseView) -> CaseBrief {
        let check = view.last_check().map(|check| &check.record);
        let persuasion = view.persuasions.last();
        let notice = view.notices.last();
        let enrolment = view.enrolment().map(|enrolment| &enrolment.record);
        let state = view.state();
        let case = &view.case;
        let reason =
            check.map(|check| if check.verdict == "NOT_REAL" { &check.not_real } else { &check.reason });
        let waits = !state.is_settled();
        // What was promised or ordered before the case was opened again is over.
        let reopened = view.reopened().map(|step| step.on);
        let holds = |on: Option<Date>| waits && reopened.is_none_or(|reopened| on >= Some(reopened));
        CaseBrief {
            record: view.id,
            state: state.code().to_owned(),
            state_since: view.steps.last().map(|step| step.on).or(case.found_on),
            set: case.set.clone(),
            source: case.source.clone(),
            batch: case.batch.clone(),
            team: case.team.clone(),
            opened: case.found_on,
            out_from: check.and_then(|check| check.absent_from).or(case.absent_from),
            out_month: case.absent_month.clone(),
            whereabouts: check
                .map(|check| &check.whereabouts)
                .filter(|code| !code.is_empty())
                .unwrap_or(&case.whereabouts)
                .clone(),
            verdict: check.map(|check| check.verdict.clone()).unwrap_or_default(),
            reason: reason.cloned().unwrap_or_default(),
            checked_on: check.and_then(|check| check.date),
            persuaded: view.persuasions.iter().filter_map(|one| one.record.date).collect(),
            persuaders: persuasion.map(|p| p.record.persuaders.clone()).unwrap_or_default(),
            other_persuaders: persuasion.map(|p| p.record.other_persuaders.clone()).unwrap_or_default(),
            promised: persuasion
                .filter(|p| holds(p.record.date))
                .and_then(|p| Some((p.id, p.record.promised_date?))),
            step: notice.map(|notice| notice.record.kind.clone()).unwrap_or_default(),
            notice_due: notice
                .filter(|n| holds(n.record.issued_on))
                .and_then(|n| Some((n.id, n.record.deadline?))),
            outcome: view.outcome().to_owned(),
            returned_on: enrolment.and_then(|enrolment| enrolment.back_on),
            school: enrolment.and_then(|enrolment| enrolment.school),
            other_school: enrolment.map(|e| e.other_school.clone()).unwrap_or_default(),
            registered: view.is_registered(),
            registered_on: enrolment.and_then(|enrolment| enrolment.registered_on),
            closed_on: view.steps.last().filter(|step| step.to == State::Closed).map(|step| step.on),
            plan_no: case.plan_no.clone(),
            relapses: view.relapses(),
            missing: view.missing().into_iter().map(|proof| proof.code().to_owned()).collect(),
            claimed: view.steps.last().is_some_and(|step| step.record.claimed == Some(true)),
            until: view.until(),
            out_of_turn: view.out_of_turn().len() as u32,
            stages: view
                .days()
                .into_iter()
                .filter_map(|day| Some(CaseStage::of(&view.on(day)?, day)))
                .collect(),
            spells: spells(view),
        }
    }
}
