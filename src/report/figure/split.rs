//! A figure by town, school, list, reason, group or team. A child of several groups stands in each of them.
use super::{Files, Period, case_in, school_of};
use crate::domain::codes::flags;
use crate::domain::id::FileId;
use crate::register::search::filter::town_key;
use crate::register::summary::PupilSummary;
use std::collections::BTreeMap;

crate::listed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Split {
        Town,
        School,
        /// The comparison that found the child: a code of `case_set`.
        List,
        /// The department: a code of `department`.
        Source,
        /// Why out of school, or why not truly: a code of `dropout_reason` or `not_real_reason`.
        Reason,
        Outcome,
        /// A code of `flag`.
        Flag,
        Team,
    }
}

impl Split {
    pub fn key(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    pub fn of(key: &str) -> Option<Split> {
        Split::ALL.into_iter().find(|split| split.key() == key)
    }

    /// The parts in which a child stands: towns and teams by name, schools by id, the rest by code; empty where it is not known.
    pub fn parts(self, pupil: &PupilSummary, period: Period) -> Vec<String> {
        let of_case = |text: fn(&crate::register::summary::CaseBrief) -> &str| {
            vec![case_in(pupil, period).map(text).unwrap_or_default().to_owned()]
        };
        let stage = || case_in(pupil, period).and_then(|case| case.stage_on(period.on));
        match self {
            Split::Town => vec![pupil.town.clone()],
            Split::School => {
                vec![school_of(pupil, period.on).map(|id| id.to_string()).unwrap_or_default()]
            }
            Split::List => of_case(|case| &case.set),
            Split::Source => of_case(|case| &case.source),
            Split::Team => of_case(|case| &case.team),
            Split::Reason => vec![stage().map(|stage| stage.reason.clone()).unwrap_or_default()],
            Split::Outcome => vec![stage().map(|s| s.outcome_on(period.on).to_owned()).unwrap_or_default()],
            // What is shown to few stands in no count (domain.md §3.5).
            Split::Flag => match pupil.flags_on(period.on) {
                none if none.is_empty() => vec![String::new()],
                flags => {
                    let open = flags.into_iter().filter(|flag| !flags::is_restricted(flag));
                    open.map(str::to_owned).collect()
                }
            },
        }
    }

    /// As the address names a part: never a name in it.
    pub fn part_key(self, part: &str) -> String {
        match self {
            Split::Town | Split::Team => town_key(part),
            _ if part.is_empty() => "none".to_owned(),
            _ => part.to_owned(),
        }
    }
}

/// Children by part.
pub fn groups(
    children: &[FileId],
    split: Split,
    files: &Files,
    period: Period,
) -> BTreeMap<String, Vec<FileId>> {
    let mut groups: BTreeMap<String, Vec<FileId>> = BTreeMap::new();
    for id in children {
        let Some(pupil) = files.get(id).and_then(|file| file.pupil()) else { continue };
        for part in split.parts(pupil, period) {
            groups.entry(part).or_default().push(*id);
        }
    }
    groups
}
