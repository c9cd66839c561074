//! The set operations of domain.md §6.3 over children: where each one stands, as a bit a set.
use crate::domain::codes::school::is_special_school;
use crate::domain::date::Date;
use crate::domain::identity::same_name;
use crate::lists::compare::groups::{Groups, birth_of};
use crate::lists::compare::settings::{Days, Settings};
use crate::lists::compare::{At, Lists, Origin};
use crate::lists::normalise::text;
use crate::lists::roster::RosterRow;
use crate::lists::rows::words::names_special_school;
use crate::lists::rows::{Event, FindingRow, Presence, Reason, Residence, RollCallRow, RollRow};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A set of children that a figure counts and a screen opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Set {
    /// On the household register (or found door to door), born in the window, neither moved nor dead.
    Base,
    MovedOrDead,
    OutsideWindow,
    /// On the household register without any birth date that could be read.
    BirthUnknown,
    /// Found door to door.
    Found,
    /// Base ∖ roll: never enrolled?
    A,
    /// Roll ∖ in school: dropped out?
    B,
    Suspects,
    /// On the list of poor households.
    Poor,
    PoorSuspects,
    /// Roll ∖ household register.
    D1,
    /// Roll call ∖ roll.
    D2,
    /// Disability certificates ∖ roll.
    E,
    /// On both, with no disability marked on the roll.
    F,
    /// On the health department's list: evidence for a finding.
    W,
    /// Births of the health department ∖ household register.
    BornNotHousehold,
    HomeTeaching,
    HomeOrdinary,
    HomeSpecial,
    InOrdinaryClass,
    InSpecialSchool,
    HomeTeachingAfter,
    HomeOrdinaryAfter,
    HomeSpecialAfter,
    InOrdinaryClassAfter,
    InSpecialSchoolAfter,
    /// On the ledger of carers.
    PoorPupils,
    /// Of these, without two distinct carers.
    CarerGaps,
    /// On the list of poor households and not on the ledger of carers.
    PoorWithoutCarers,
    NotReal,
    Real,
    /// Truly out, and on the list of poor households: comparison C, both ways.
    PoorConfirmedA,
    PoorConfirmedB,
    /// Truly out, and now registered on the roll.
    Registered,
    /// Absent without a proper reason; since when is not known.
    AbsentSinceUnknown,
    /// Rows with one number and different names.
    NamesDiffer,
    /// The ledger of school-age children: base, and who is on the roll and not on the register, in the window.
    Ledger,
}

impl Set {
    pub const ALL: [Set; 37] = [
        Set::Base,
        Set::MovedOrDead,
        Set::OutsideWindow,
        Set::BirthUnknown,
        Set::Found,
        Set::A,
        Set::B,
        Set::Suspects,
        Set::Poor,
        Set::PoorSuspects,
        Set::D1,
        Set::D2,
        Set::E,
        Set::F,
        Set::W,
        Set::BornNotHousehold,
        Set::HomeTeaching,
        Set::HomeOrdinary,
        Set::HomeSpecial,
        Set::InOrdinaryClass,
        Set::InSpecialSchool,
        Set::HomeTeachingAfter,
        Set::HomeOrdinaryAfter,
        Set::HomeSpecialAfter,
        Set::InOrdinaryClassAfter,
        Set::InSpecialSchoolAfter,
        Set::PoorPupils,
        Set::CarerGaps,
        Set::PoorWithoutCarers,
        Set::NotReal,
        Set::Real,
        Set::PoorConfirmedA,
        Set::PoorConfirmedB,
        Set::Registered,
        Set::AbsentSinceUnknown,
        Set::NamesDiffer,
        Set::Ledger,
    ];

    fn bit(self) -> u64 {
        1 << (self as u64)
    }

    /// The lists without which the set says nothing.
    pub fn needs(self) -> &'static [Origin] {
        use Origin::*;
        match self {
            Set::Base | Set::MovedOrDead | Set::OutsideWindow | Set::BirthUnknown | Set::Ledger => {
                &[Household]
            }
            Set::A => &[Household, Roll],
            Set::B | Set::AbsentSinceUnknown | Set::D2 => &[Roll, RollCall],
            Set::Suspects => &[Household, Roll, RollCall],
            Set::Poor => &[Poor],
            Set::PoorSuspects => &[Household, Roll, RollCall, Poor],
            Set::D1 => &[Roll, Household],
            Set::E | Set::F => &[Disability, Roll],
            Set::W => &[Health],
            Set::BornNotHousehold => &[Health, Household],
            Set::HomeTeaching
            | Set::HomeOrdinary
            | Set::HomeSpecial
            | Set::InOrdinaryClass
            | Set::InSpecialSchool => &[Roll],
            Set::HomeTeachingAfter
            | Set::HomeOrdinaryAfter
            | Set::HomeSpecialAfter
            | Set::InOrdinaryClassAfter
            | Set::InSpecialSchoolAfter => &[Roll, Findings],
            Set::PoorPupils | Set::CarerGaps => &[Carers],
            Set::PoorWithoutCarers => &[Poor, Carers],
            Set::NotReal | Set::Real | Set::Registered => &[Findings],
            Set::PoorConfirmedA | Set::PoorConfirmedB => &[Household, Roll, RollCall, Poor, Findings],
            Set::Found | Set::NamesDiffer => &[],
        }
    }
}

/// The sets in which one child stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Standing(u64);

impl Standing {
    pub fn is(self, set: Set) -> bool {
        self.0 & set.bit() != 0
    }

    fn put(&mut self, set: Set, holds: bool) {
        if holds {
            self.0 |= set.bit();
        }
    }

    pub fn sets(self) -> impl Iterator<Item = Set> {
        Set::ALL.into_iter().filter(move |set| self.is(*set))
    }
}

/// How a child is taught, once a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Placement {
    /// An ordinary class, or none that the lists know.
    Other,
    HomeOrdinary,
    HomeSpecial,
    Special,
    Inclusive,
}

/// Which schools are special ones, by code and by name.
pub struct Schools<'a> {
    codes: HashMap<&'a str, bool>,
    names: HashMap<String, bool>,
}

impl<'a> Schools<'a> {
    pub fn of(lists: &'a Lists) -> Schools<'a> {
        let rows = || lists.schools.rows.iter().map(|(_, row)| (row, is_special_school(&row.school_type)));
        Schools {
            codes: rows().map(|(row, special)| (row.school_code.as_str(), special)).collect(),
            names: rows().map(|(row, special)| (text::key(&row.name), special)).collect(),
        }
    }

    fn is_special(&self, code: Option<&str>, name: Option<&str>) -> bool {
        if let Some(special) = code.and_then(|code| self.codes.get(code)) {
            return *special;
        }
        let Some(name) = name else { return false };
        self.names.get(&text::key(name)).copied().unwrap_or_else(|| names_special_school(name))
    }
}

/// Everything that decides where children stand.
pub struct Rules<'a> {
    pub lists: &'a Lists,
    pub settings: &'a Settings,
    pub days: Days,
    schools: Schools<'a>,
}

impl<'a> Rules<'a> {
    pub fn new(lists: &'a Lists, settings: &'a Settings) -> Rules<'a> {
        Rules { lists, settings, days: Days::of(lists, settings), schools: Schools::of(lists) }
    }

    /// Where every child stands.
    pub fn standings(&self, children: &Groups) -> Vec<Standing> {
        (0..children.len()).map(|child| self.standing(children, child)).collect()
    }

    fn standing(&self, children: &Groups, child: u32) -> Standing {
        let lists = self.lists;
        let rows = Rows { lists, rows: children.rows(child) };
        let mut at = Standing::default();
        let (household, found) = (rows.has(Origin::Household), rows.has(Origin::Found));
        let (roll, called) = (rows.has(Origin::Roll), rows.has(Origin::RollCall));
        if household || found {
            self.place_in_base(&rows, birth_of(lists, children, child), household, &mut at);
        }
        at.put(Set::Found, found);
        at.put(Set::A, at.is(Set::Base) && !roll);
        self.place_in_school(&rows, &mut at);
        at.put(Set::Suspects, at.is(Set::A) || at.is(Set::B));
        at.put(Set::Poor, rows.poor().any(|row| row.counts()));
        at.put(Set::PoorSuspects, at.is(Set::Poor) && at.is(Set::Suspects));
        at.put(Set::D1, roll && !household);
        at.put(Set::D2, called && !roll);
        let disabled = rows.has(Origin::Disability);
        at.put(Set::E, disabled && !roll);
        at.put(Set::F, disabled && roll && rows.roll().all(|row| row.disability_type.is_none()));
        at.put(Set::W, rows.has(Origin::Health));
        let born = || rows.health().any(|row| row.events.contains(&Event::Birth));
        at.put(Set::BornNotHousehold, !household && born());
        self.place_teaching(&rows, &mut at);
        let carers = rows.has(Origin::Carers);
        at.put(Set::PoorPupils, carers);
        at.put(Set::CarerGaps, carers && rows.carers() < 2);
        at.put(Set::PoorWithoutCarers, at.is(Set::Poor) && !carers);
        let finding = rows.finding();
        let real = finding.and_then(|row| row.finding);
        at.put(Set::NotReal, real == Some(false));
        at.put(Set::Real, real == Some(true));
        let confirmed = real == Some(true) && at.is(Set::Poor);
        at.put(Set::PoorConfirmedA, confirmed && at.is(Set::A));
        at.put(Set::PoorConfirmedB, confirmed && at.is(Set::B));
        at.put(Set::Registered, real == Some(true) && finding.is_some_and(|row| row.roll_number.is_some()));
        at.put(Set::NamesDiffer, rows.names_differ());
        let in_window = || {
            let born = birth_of(lists, children, child);
            born.zip(self.days.window()).is_some_and(|(born, window)| window.contains(born))
        };
        at.put(Set::Ledger, at.is(Set::Base) || at.is(Set::D1) && in_window());
        at
    }

    fn place_in_base(&self, rows: &Rows, born: Option<Date>, household: bool, at: &mut Standing) {
        let Some(window) = self.days.window() else { return };
        let Some(born) = born else { return at.put(Set::BirthUnknown, true) };
        let states = rows.household().map(|row| row.state).min();
        match (window.contains(born), states.is_none_or(Residence::in_base)) {
            (true, true) => at.put(Set::Base, true),
            (true, false) => at.put(Set::MovedOrDead, true),
            (false, _) => at.put(Set::OutsideWindow, household),
        }
    }

    fn place_in_school(&self, rows: &Rows, at: &mut Standing) {
        let attends = rows.roll().any(|row| !self.settings.is_proper(row.status()));
        if !attends || !self.lists.roll_call.there || self.at_home(rows).is_some() {
            return;
        }
        let missing = match rows.called().max_by_key(|row| std::cmp::Reverse((row.presence, row.reason))) {
            None => true,
            Some(row) => {
                let days = row.days_absent(self.days.roll_call);
                let unexcused = row.presence == Presence::Absent && row.reason == Reason::Unexcused;
                at.put(Set::AbsentSinceUnknown, unexcused && days.is_none());
                days.is_some_and(|days| days >= self.settings.absence_limit_days)
            }
        };
        at.put(Set::B, missing);
    }

    /// Whether the child is taught at home, and then by a special school or not.
    fn at_home(&self, rows: &Rows) -> Option<bool> {
        let begun =
            |row: &&RosterRow| row.from.zip(self.days.placements).is_none_or(|(from, day)| from <= day);
        let roster = rows.roster().find(begun);
        let roll = rows.roll().find(|row| row.at_home());
        if let Some(row) = roster {
            return Some(row.school_type.unwrap_or_else(|| self.schools.is_special(None, Some(&row.school))));
        }
        roll.map(|row| self.special(row))
    }

    fn special(&self, row: &RollRow) -> bool {
        self.schools.is_special(row.school_code.as_deref(), row.school.as_deref())
    }

    fn placement(&self, rows: &Rows) -> Placement {
        match self.at_home(rows) {
            Some(true) => return Placement::HomeSpecial,
            Some(false) => return Placement::HomeOrdinary,
            None => {}
        }
        // Suspended pupils keep their place; who has left the roll has none.
        let on_roll = |row: &&RollRow| row.status() == "02" || !self.settings.is_proper(row.status());
        if rows.roll().filter(on_roll).any(|row| self.special(row)) {
            return Placement::Special;
        }
        match rows.roll().filter(on_roll).any(|row| row.inclusive.is_some()) {
            true => Placement::Inclusive,
            false => Placement::Other,
        }
    }

    fn place_teaching(&self, rows: &Rows, at: &mut Standing) {
        let before = self.placement(rows);
        let after = match rows.finding() {
            Some(row) if row.finding == Some(true) && row.placed_on <= self.days.after => {
                let special = || self.schools.is_special(None, row.school.as_deref());
                match row.outcome_code.as_deref() {
                    Some("PLACE_HOME") if special() => Placement::HomeSpecial,
                    Some("PLACE_HOME") => Placement::HomeOrdinary,
                    Some("PLACE_SPED") => Placement::Special,
                    Some("PLACE_INCL") => Placement::Inclusive,
                    _ => before,
                }
            }
            _ => before,
        };
        use Placement::{HomeOrdinary, HomeSpecial, Inclusive, Special};
        use Set as S;
        let put = [
            (S::HomeTeaching, [HomeOrdinary, HomeSpecial].contains(&before)),
            (S::HomeOrdinary, before == HomeOrdinary),
            (S::HomeSpecial, before == HomeSpecial),
            (S::InSpecialSchool, before == Special),
            (S::InOrdinaryClass, before == Inclusive),
            (S::HomeTeachingAfter, [HomeOrdinary, HomeSpecial].contains(&after)),
            (S::HomeOrdinaryAfter, after == HomeOrdinary),
            (S::HomeSpecialAfter, after == HomeSpecial),
            (S::InSpecialSchoolAfter, after == Special),
            (S::InOrdinaryClassAfter, after == Inclusive),
        ];
        put.into_iter().for_each(|(set, holds)| at.put(set, holds));
    }
}

/// A child's rows, by list.
pub struct Rows<'a> {
    pub lists: &'a Lists,
    pub rows: &'a [At],
}

impl<'a> Rows<'a> {
    pub fn has(&self, from: Origin) -> bool {
        self.rows.iter().any(|at| at.from == from)
    }

    fn of<R>(
        &self,
        from: Origin,
        list: &'a [(crate::lists::issue::Place, R)],
    ) -> impl Iterator<Item = &'a R> {
        let rows = self.rows.iter().filter(move |at| at.from == from);
        rows.filter_map(move |at| list.get(at.row as usize)).map(|(_, row)| row)
    }

    pub fn household(&self) -> impl Iterator<Item = &'a crate::lists::rows::HouseholdRow> {
        self.of(Origin::Household, &self.lists.household.rows)
    }

    pub fn roll(&self) -> impl Iterator<Item = &'a RollRow> {
        self.of(Origin::Roll, &self.lists.roll.rows)
    }

    pub fn called(&self) -> impl Iterator<Item = &'a RollCallRow> {
        self.of(Origin::RollCall, &self.lists.roll_call.rows)
    }

    pub fn poor(&self) -> impl Iterator<Item = &'a crate::lists::rows::PoorRow> {
        self.of(Origin::Poor, &self.lists.poor.rows)
    }

    pub fn health(&self) -> impl Iterator<Item = &'a crate::lists::rows::HealthRow> {
        self.of(Origin::Health, &self.lists.health.rows)
    }

    pub fn disability(&self) -> impl Iterator<Item = &'a crate::lists::rows::DisabilityRow> {
        self.of(Origin::Disability, &self.lists.disability.rows)
    }

    pub fn found(&self) -> impl Iterator<Item = &'a crate::lists::rows::FoundRow> {
        let rows = self.rows.iter().filter(|at| at.from == Origin::Found);
        rows.filter_map(|at| self.lists.found.get(at.row as usize))
    }

    fn roster(&self) -> impl Iterator<Item = &'a RosterRow> {
        self.of(Origin::HomeTeaching, &self.lists.home_teaching.rows)
    }

    /// The latest finding.
    pub fn finding(&self) -> Option<&'a FindingRow> {
        self.of(Origin::Findings, &self.lists.findings.rows).max_by_key(|row| (row.checked_on, *row))
    }

    /// Distinct carers, by name.
    fn carers(&self) -> usize {
        let rows = self.of(Origin::Carers, &self.lists.carers.rows);
        let mut names: Vec<&str> = Vec::new();
        for carer in rows.flat_map(|row| &row.carers) {
            if !names.iter().any(|name| same_name(name, &carer.name)) {
                names.push(&carer.name);
            }
        }
        names.len()
    }

    fn names_differ(&self) -> bool {
        let mut names = self
            .rows
            .iter()
            .filter_map(|at| Some(self.lists.person(*at)?.name))
            .filter(|name| !name.is_empty());
        let Some(first) = names.next() else { return false };
        names.any(|name| !same_name(first, name))
    }
}
