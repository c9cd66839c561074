//! The figures of a comparison: each counts the children of a set, or sorts them by a word of the findings.
use crate::domain::date::Date;
use crate::lists::compare::child::Rows;
use crate::lists::compare::groups::Groups;
use crate::lists::compare::job::Summary;
use crate::lists::compare::{Lists, Origin};
use crate::lists::compare::{Set, Standing};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Distinct children of each set; nothing where the lists that decide it are not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts(BTreeMap<Set, u32>);

impl Counts {
    pub fn of(lists: &Lists, standings: &[Standing]) -> Counts {
        let decided = |set: &Set| set.needs().iter().all(|from| lists.has(*from));
        let count = |set: Set| standings.iter().filter(|at| at.is(set)).count() as u32;
        Counts(Set::ALL.into_iter().filter(decided).map(|set| (set, count(set))).collect())
    }

    pub fn get(&self, set: Set) -> Option<u32> {
        self.0.get(&set).copied()
    }

    pub fn iter(&self) -> impl Iterator<Item = (Set, u32)> {
        self.0.iter().map(|(set, count)| (*set, *count))
    }
}

/// Children found truly out by what became of them, and all findings by team, in the list's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sorted {
    pub outcomes: BTreeMap<String, u32>,
    pub by_team: BTreeMap<String, u32>,
    pub not_real_reasons: BTreeMap<String, u32>,
}

impl Sorted {
    pub fn of(lists: &Lists, children: &Groups) -> Sorted {
        let mut sorted = Sorted::default();
        for child in 0..children.len() {
            let rows = Rows { lists, rows: children.rows(child) };
            if !rows.has(Origin::Findings) {
                continue;
            }
            let Some(row) = rows.finding() else { continue };
            let add = |to: &mut BTreeMap<String, u32>, word: &Option<String>| {
                if let Some(word) = word {
                    *to.entry(word.clone()).or_default() += 1;
                }
            };
            add(&mut sorted.by_team, &row.team);
            match row.finding {
                Some(true) => add(&mut sorted.outcomes, &row.outcome),
                Some(false) => add(&mut sorted.not_real_reasons, &row.not_real_reason),
                None => {}
            }
        }
        sorted
    }
}

/// The figures in the words of the county's answer key; what the lists at hand do not decide is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    #[serde(flatten)]
    pub values: BTreeMap<&'static str, Value>,
    /// The numbers of the children of a set, sorted, where they were asked for. Personal.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub ids: BTreeMap<&'static str, BTreeSet<String>>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    Count(u32),
    Yes(bool),
    Text(String),
    Days([Date; 2]),
    Counts(BTreeMap<String, u32>),
    Placements {
        as_of: Date,
        home_teaching: u32,
        home_ordinary: u32,
        home_special: u32,
        in_ordinary_class: u32,
        in_special_school: u32,
    },
}

const COUNTED: [(&str, Set); 25] = [
    ("base_in_window", Set::Base),
    ("excluded_moved_or_dead", Set::MovedOrDead),
    ("outside_window", Set::OutsideWindow),
    ("A", Set::A),
    ("B", Set::B),
    ("suspects", Set::Suspects),
    ("poor_among_suspects", Set::PoorSuspects),
    ("D1_roll_not_household", Set::D1),
    ("D2_class_not_roll", Set::D2),
    ("E_disabled_not_on_roll", Set::E),
    ("F_disabled_unmarked_on_roll", Set::F),
    ("not_real", Set::NotReal),
    ("real", Set::Real),
    ("home_teaching", Set::HomeTeaching),
    ("home_ordinary", Set::HomeOrdinary),
    ("home_special", Set::HomeSpecial),
    ("in_ordinary_class", Set::InOrdinaryClass),
    ("in_special_school", Set::InSpecialSchool),
    ("carer_gaps", Set::CarerGaps),
    ("poor_pupils", Set::PoorPupils),
    ("birth_unknown", Set::BirthUnknown),
    ("G_civil_not_roll", Set::G),
    ("W_born_not_household", Set::BornNotHousehold),
    ("K_found_door_to_door", Set::Found),
    ("absent_since_unknown", Set::AbsentSinceUnknown),
];

impl Figures {
    pub fn of(comparison: &Summary) -> Figures {
        let mut values = BTreeMap::new();
        let after = &comparison.counts;
        for (key, set) in COUNTED {
            if let Some(count) = after.get(set) {
                values.insert(key, Value::Count(count));
            }
        }
        for (key, set) in [("A_before_review", Set::A), ("B_before_review", Set::B)] {
            if let Some(count) = comparison.before.get(set) {
                values.insert(key, Value::Count(count));
            }
        }
        let days = &comparison.days;
        if let Some(year) = days.school_year() {
            values.insert("school_year", Value::Text(year.to_string()));
        }
        if let Some(window) = days.window() {
            values.insert("window", Value::Days([window.from, window.to]));
        }
        if let Some(day) = days.roll_call {
            values.insert("roll_call", Value::Text(day.to_string()));
        }
        values.insert("absence_limit_days", Value::Count(comparison.absence_limit as u32));
        let between = [
            ("proposals_household_roll", comparison.proposals.household_roll),
            ("proposals_roll_rollcall", comparison.proposals.roll_roll_call),
        ];
        between.into_iter().for_each(|(key, count)| {
            values.insert(key, Value::Count(count));
        });
        if let (Some(a), Some(b)) = (after.get(Set::PoorConfirmedA), after.get(Set::PoorConfirmedB)) {
            let both = BTreeMap::from([("A".to_owned(), a), ("B".to_owned(), b)]);
            values.insert("poor_among_confirmed", Value::Counts(both));
        }
        if let (Some(real), Some(registered)) = (after.get(Set::Real), after.get(Set::Registered)) {
            values.insert("all_registered", Value::Yes(real == registered));
            values.insert("outcomes", Value::Counts(comparison.sorted.outcomes.clone()));
            values.insert("by_team", Value::Counts(comparison.sorted.by_team.clone()));
        }
        let placed = [
            Set::HomeTeachingAfter,
            Set::HomeOrdinaryAfter,
            Set::HomeSpecialAfter,
            Set::InOrdinaryClassAfter,
            Set::InSpecialSchoolAfter,
        ]
        .map(|set| after.get(set));
        if let (
            [Some(home_teaching), Some(home_ordinary), Some(home_special), Some(ordinary), Some(special)],
            Some(as_of),
        ) = (placed, days.after)
        {
            let placements = Value::Placements {
                as_of,
                home_teaching,
                home_ordinary,
                home_special,
                in_ordinary_class: ordinary,
                in_special_school: special,
            };
            values.insert("placements_after_findings", placements);
        }
        Figures { values, ids: BTreeMap::new() }
    }
}
