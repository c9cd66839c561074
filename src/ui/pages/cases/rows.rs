//! The rows of the page: one a child, with the case that is followed.
use crate::domain::case::State;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::i18n::pages::Cases as W;
use crate::register::summary::Summary;
use std::sync::Arc;

/// How far a case is, in the steps that people count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Check,
    Verify,
    Out,
    Placing,
    Back,
    Ready,
    Closed,
}

impl Stage {
    pub const ALL: [Stage; 7] =
        [Stage::Check, Stage::Verify, Stage::Out, Stage::Placing, Stage::Back, Stage::Ready, Stage::Closed];

    pub fn of(state: State) -> Stage {
        match state {
            State::New | State::Checking | State::Reopened => Stage::Check,
            State::NotReal => Stage::Verify,
            State::Confirmed | State::Persuading | State::Ordered | State::Penalised | State::Court => {
                Stage::Out
            }
            State::PlacementPending | State::ExemptPending => Stage::Placing,
            State::Returned | State::Placed => Stage::Back,
            State::Stable | State::Verified | State::Exempt => Stage::Ready,
            State::Closed => Stage::Closed,
        }
    }

    /// In the address.
    pub fn key(self) -> &'static str {
        match self {
            Stage::Check => "check",
            Stage::Verify => "verify",
            Stage::Out => "out",
            Stage::Placing => "placing",
            Stage::Back => "back",
            Stage::Ready => "ready",
            Stage::Closed => "closed",
        }
    }

    pub fn word(self) -> W {
        match self {
            Stage::Check => W::Check,
            Stage::Verify => W::Verify,
            Stage::Out => W::Out,
            Stage::Placing => W::Placing,
            Stage::Back => W::Back,
            Stage::Ready => W::Ready,
            Stage::Closed => W::Closed,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: FileId,
    pub case: RecordId,
    pub name: String,
    pub town: String,
    /// The town in the address: no name stands there.
    pub town_key: String,
    pub village: String,
    pub set: String,
    pub team: String,
    pub state: State,
    pub stage: Stage,
    pub since: Option<Date>,
}

/// The open before the closed; those that wait longest first.
pub fn rows_of<'a>(all: impl Iterator<Item = &'a Arc<Summary>>, today: Date) -> Vec<Row> {
    let row = |summary: &'a Arc<Summary>| {
        let pupil = summary.pupil().filter(|_| summary.is_listed())?;
        let case = pupil.case_on(today)?;
        let state = case.state_on(today);
        Some(Row {
            id: summary.id,
            case: case.record,
            name: summary.name.clone(),
            town: pupil.town.clone(),
            town_key: crate::register::search::filter::town_key(&pupil.town),
            village: pupil.village.clone(),
            set: case.set.clone(),
            team: case.team.clone(),
            state,
            stage: Stage::of(state),
            since: case.state_since,
        })
    };
    let mut rows: Vec<Row> = all.filter_map(row).collect();
    rows.sort_by(|a, b| {
        let key = |row: &Row| (row.stage == Stage::Closed, row.since, row.id);
        key(a).cmp(&key(b))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_its_stage_and_every_stage_its_name() {
        for stage in Stage::ALL {
            assert!(State::ALL.into_iter().any(|state| Stage::of(state) == stage), "{stage:?}");
        }
        let mut keys: Vec<&str> = Stage::ALL.map(Stage::key).into();
        keys.dedup();
        assert_eq!(keys.len(), Stage::ALL.len());
    }
}
