//! Where every child stands: the rules of domain.md §6.3 and of the county's settings, over a child's rows.
use crate::domain::codes::school::is_special_school;
use crate::domain::date::Date;
use crate::lists::compare::child::Rows;
use crate::lists::compare::groups::{Groups, birth_of};
use crate::lists::compare::{Days, Lists, Origin, Set, Settings, Standing};
use crate::lists::normalise::text;
use crate::lists::roster::RosterRow;
use crate::lists::rows::words::names_special_school;
use crate::lists::rows::{Event, Presence, Reason, Residence, RollRow};
use std::collections::HashMap;

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
        let civil = rows.has(Origin::Civil);
        at.put(Set::Civil, civil);
        at.put(Set::G, civil && !roll);
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
