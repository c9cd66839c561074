//! The rows that are one child, by list.
use crate::domain::identity::same_name;
use crate::lists::compare::{At, Lists, Origin};
use crate::lists::issue::Place;
use crate::lists::roster::RosterRow;
use crate::lists::rows::{
    CivilRow, DisabilityRow, FindingRow, FoundRow, HealthRow, HouseholdRow, PoorRow, RollCallRow, RollRow,
};

/// A child's rows, by list.
pub struct Rows<'a> {
    pub lists: &'a Lists,
    pub rows: &'a [At],
}

impl<'a> Rows<'a> {
    pub fn has(&self, from: Origin) -> bool {
        self.rows.iter().any(|at| at.from == from)
    }

    fn of<R>(&self, from: Origin, list: &'a [(Place, R)]) -> impl Iterator<Item = &'a R> {
        let rows = self.rows.iter().filter(move |at| at.from == from);
        rows.filter_map(move |at| list.get(at.row as usize)).map(|(_, row)| row)
    }

    pub fn household(&self) -> impl Iterator<Item = &'a HouseholdRow> {
        self.of(Origin::Household, &self.lists.household.rows)
    }

    pub fn roll(&self) -> impl Iterator<Item = &'a RollRow> {
        self.of(Origin::Roll, &self.lists.roll.rows)
    }

    pub fn called(&self) -> impl Iterator<Item = &'a RollCallRow> {
        self.of(Origin::RollCall, &self.lists.roll_call.rows)
    }

    pub fn poor(&self) -> impl Iterator<Item = &'a PoorRow> {
        self.of(Origin::Poor, &self.lists.poor.rows)
    }

    pub fn health(&self) -> impl Iterator<Item = &'a HealthRow> {
        self.of(Origin::Health, &self.lists.health.rows)
    }

    pub fn disability(&self) -> impl Iterator<Item = &'a DisabilityRow> {
        self.of(Origin::Disability, &self.lists.disability.rows)
    }

    pub fn civil(&self) -> impl Iterator<Item = &'a CivilRow> {
        self.of(Origin::Civil, &self.lists.civil.rows)
    }

    pub fn found(&self) -> impl Iterator<Item = &'a FoundRow> {
        let rows = self.rows.iter().filter(|at| at.from == Origin::Found);
        rows.filter_map(|at| self.lists.found.get(at.row as usize))
    }

    pub fn roster(&self) -> impl Iterator<Item = &'a RosterRow> {
        self.of(Origin::HomeTeaching, &self.lists.home_teaching.rows)
    }

    /// The latest finding.
    pub fn finding(&self) -> Option<&'a FindingRow> {
        self.of(Origin::Findings, &self.lists.findings.rows).max_by_key(|row| (row.checked_on, *row))
    }

    /// Distinct carers, by name.
    pub fn carers(&self) -> usize {
        let rows = self.of(Origin::Carers, &self.lists.carers.rows);
        let mut names: Vec<&str> = Vec::new();
        for carer in rows.flat_map(|row| &row.carers) {
            if !names.iter().any(|name| same_name(name, &carer.name)) {
                names.push(&carer.name);
            }
        }
        names.len()
    }

    pub fn names_differ(&self) -> bool {
        let mut names = self
            .rows
            .iter()
            .filter_map(|at| Some(self.lists.person(*at)?.name))
            .filter(|name| !name.is_empty());
        let Some(first) = names.next() else { return false };
        names.any(|name| !same_name(first, name))
    }
}
