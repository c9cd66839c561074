//! What is compared: the rows of each list with the day it holds for, and the children found door to door.
use crate::domain::date::Date;
use crate::lists::batch::{Unreadable, decode};
use crate::lists::columns::ListKind;
use crate::lists::compare::job::ListFact;
use crate::lists::distinct::settled;
use crate::lists::issue::{Place, Source};
use crate::lists::normalise::date::When;
use crate::lists::roster::RosterRow;
use crate::lists::rows::{
    CarersRow, CivilRow, DisabilityRow, FindingRow, FoundRow, HealthRow, HouseholdRow, Number, Person,
    PersonRow, PoorRow, RollCallRow, RollRow, Whole,
};
use crate::lists::schools::SchoolRow;
use crate::lists::taking::{ListRow, Taken};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// A list with the day that it holds for; `there` tells an empty list from none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dated<R> {
    pub there: bool,
    /// How many batches the rows come from.
    batches: u32,
    pub as_of: Option<Date>,
    pub sources: Vec<Source>,
    pub rows: Vec<(Place, R)>,
}

impl<R: ListRow> Dated<R> {
    pub fn of(taken: Taken<R>) -> Dated<R> {
        Dated::new(taken.as_of, taken.sources, taken.rows)
    }

    /// Rows that are one a child already.
    pub fn new(as_of: Option<Date>, sources: Vec<Source>, rows: Vec<(Place, R)>) -> Dated<R> {
        Dated { there: true, batches: 1, as_of, sources, rows }
    }

    /// Adds the rows of one chunk; `opens`: the first of another batch of the same list, whose places count `sources`. Call
    /// [`Dated::settle`] after the last.
    pub fn add(&mut self, as_of: Option<Date>, sources: &[Source], opens: bool, rows: Vec<(Place, R)>) {
        if opens || !self.there {
            self.batches += 1;
            self.as_of = self.as_of.max(as_of);
            self.sources.extend_from_slice(sources);
        }
        self.there = true;
        let first = (self.sources.len() - sources.len().min(self.sources.len())) as u32;
        let moved =
            |(place, row): (Place, R)| (Place { source: place.source.saturating_add(first), ..place }, row);
        self.rows.extend(rows.into_iter().map(moved));
    }

    /// One row a child, whatever batches they came in.
    pub fn settle(&mut self) {
        if self.batches > 1 {
            self.rows = settled(std::mem::take(&mut self.rows));
            self.batches = 1;
        }
    }
}

/// The eleven lists, and K.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    pub schools: Dated<SchoolRow>,
    /// H
    pub household: Dated<HouseholdRow>,
    /// X
    pub roll: Dated<RollRow>,
    /// Z
    pub roll_call: Dated<RollCallRow>,
    /// T
    pub poor: Dated<PoorRow>,
    pub disability: Dated<DisabilityRow>,
    pub health: Dated<HealthRow>,
    pub civil: Dated<CivilRow>,
    pub findings: Dated<FindingRow>,
    pub home_teaching: Dated<RosterRow>,
    pub carers: Dated<CarersRow>,
    /// K
    pub found: Vec<FoundRow>,
}

crate::listed! {
    /// The lists of children, in the order in which a child's rows are kept and shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
    pub enum Origin {
        Household,
        Found,
        Roll,
        RollCall,
        Poor,
        Disability,
        Health,
        Findings,
        HomeTeaching,
        Carers,
        /// G
        Civil,
    }
}

impl Origin {
    /// `None` for what no department sends.
    pub fn kind(self) -> Option<ListKind> {
        Some(match self {
            Origin::Household => ListKind::Household,
            Origin::Found => return None,
            Origin::Roll => ListKind::Roll,
            Origin::RollCall => ListKind::RollCall,
            Origin::Poor => ListKind::Poor,
            Origin::Disability => ListKind::Disability,
            Origin::Health => ListKind::Health,
            Origin::Civil => ListKind::Civil,
            Origin::Findings => ListKind::Findings,
            Origin::HomeTeaching => ListKind::HomeTeaching,
            Origin::Carers => ListKind::Carers,
        })
    }
}

/// A row of one of the lists: a position in its rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct At {
    pub from: Origin,
    pub row: u32,
}

/// Calls a function of the row of a list, whatever its kind.
macro_rules! on_row {
    ($origin:expr, $with:ident) => {
        match $origin {
            Origin::Household => $with!(household),
            Origin::Roll => $with!(roll),
            Origin::RollCall => $with!(roll_call),
            Origin::Poor => $with!(poor),
            Origin::Disability => $with!(disability),
            Origin::Health => $with!(health),
            Origin::Findings => $with!(findings),
            Origin::HomeTeaching => $with!(home_teaching),
            Origin::Carers => $with!(carers),
            Origin::Civil => $with!(civil),
            // Children found door to door have files, and files their own history.
            Origin::Found => None,
        }
    };
}
pub(super) use on_row;

impl PersonRow for RosterRow {
    fn person(&self) -> Person<'_> {
        Person {
            guardian: self.guardian.as_deref(),
            home: self.address.as_deref(),
            school: Some(&self.school),
            birth: self.birth,
            sex: self.sex.as_deref().and_then(|sex| sex.parse().ok()).filter(|sex| matches!(sex, 1 | 2)),
            // A whole number is kept as text ([`Lists::whole`]); what is left of a ruined one is not looked at.
            ..Person::of(&self.name, &Number::None)
        }
    }
}

impl Lists {
    pub fn person(&self, at: At) -> Option<Person<'_>> {
        let row = at.row as usize;
        Some(match at.from {
            Origin::Household => self.household.rows.get(row)?.1.person(),
            Origin::Found => self.found.get(row)?.person(),
            Origin::Roll => self.roll.rows.get(row)?.1.person(),
            Origin::RollCall => self.roll_call.rows.get(row)?.1.person(),
            Origin::Poor => self.poor.rows.get(row)?.1.person(),
            Origin::Disability => self.disability.rows.get(row)?.1.person(),
            Origin::Health => self.health.rows.get(row)?.1.person(),
            Origin::Civil => self.civil.rows.get(row)?.1.person(),
            Origin::Findings => self.findings.rows.get(row)?.1.person(),
            Origin::HomeTeaching => self.home_teaching.rows.get(row)?.1.person(),
            Origin::Carers => self.carers.rows.get(row)?.1.person(),
        })
    }

    /// The row's whole number.
    pub fn whole(&self, at: At) -> Option<Whole> {
        match at.from {
            Origin::HomeTeaching => Whole::parse(&self.home_teaching.rows.get(at.row as usize)?.1.id_number),
            _ => self.person(at)?.number.whole(),
        }
    }

    /// Where the row stands: the list's sheet and the place in it; `None` for what was given in by hand.
    pub fn place(&self, at: At) -> Option<(Place, &Source)> {
        fn find<R>(list: &Dated<R>, row: u32) -> Option<(Place, &Source)> {
            let (place, _) = list.rows.get(row as usize)?;
            Some((*place, list.sources.get(place.source as usize)?))
        }
        match at.from {
            Origin::Household => find(&self.household, at.row),
            Origin::Found => None,
            Origin::Roll => find(&self.roll, at.row),
            Origin::RollCall => find(&self.roll_call, at.row),
            Origin::Poor => find(&self.poor, at.row),
            Origin::Disability => find(&self.disability, at.row),
            Origin::Health => find(&self.health, at.row),
            Origin::Civil => find(&self.civil, at.row),
            Origin::Findings => find(&self.findings, at.row),
            Origin::HomeTeaching => find(&self.home_teaching, at.row),
            Origin::Carers => find(&self.carers, at.row),
        }
    }

    pub fn as_of(&self, from: Origin) -> Option<Date> {
        match from {
            Origin::Household => self.household.as_of,
            Origin::Found => None,
            Origin::Roll => self.roll.as_of,
            Origin::RollCall => self.roll_call.as_of,
            Origin::Poor => self.poor.as_of,
            Origin::Disability => self.disability.as_of,
            Origin::Health => self.health.as_of,
            Origin::Civil => self.civil.as_of,
            Origin::Findings => self.findings.as_of,
            Origin::HomeTeaching => self.home_teaching.as_of,
            Origin::Carers => self.carers.as_of,
        }
    }

    pub fn has(&self, from: Origin) -> bool {
        match from {
            Origin::Household => self.household.there,
            Origin::Found => !self.found.is_empty(),
            Origin::Roll => self.roll.there,
            Origin::RollCall => self.roll_call.there,
            Origin::Poor => self.poor.there,
            Origin::Disability => self.disability.there,
            Origin::Health => self.health.there,
            Origin::Civil => self.civil.there,
            Origin::Findings => self.findings.there,
            Origin::HomeTeaching => self.home_teaching.there,
            Origin::Carers => self.carers.there,
        }
    }

    pub fn rows(&self, from: Origin) -> u32 {
        let rows = match from {
            Origin::Household => self.household.rows.len(),
            Origin::Found => self.found.len(),
            Origin::Roll => self.roll.rows.len(),
            Origin::RollCall => self.roll_call.rows.len(),
            Origin::Poor => self.poor.rows.len(),
            Origin::Disability => self.disability.rows.len(),
            Origin::Health => self.health.rows.len(),
            Origin::Civil => self.civil.rows.len(),
            Origin::Findings => self.findings.rows.len(),
            Origin::HomeTeaching => self.home_teaching.rows.len(),
            Origin::Carers => self.carers.rows.len(),
        };
        rows as u32
    }

    /// The other whole number that a row gives for its child.
    pub fn other_number(&self, at: At) -> Option<Whole> {
        match at.from {
            Origin::Roll => self.roll.rows.get(at.row as usize)?.1.other_number(),
            Origin::Findings => self.findings.rows.get(at.row as usize)?.1.other_number(),
            _ => None,
        }
    }

    /// Rows of one kind.
    pub fn rows_of(&self, kind: ListKind) -> u32 {
        match Origin::ALL.into_iter().find(|from| from.kind() == Some(kind)) {
            Some(from) => self.rows(from),
            None => self.schools.rows.len() as u32,
        }
    }

    /// Every list that is there, with its size and its day.
    pub fn facts(&self) -> Vec<ListFact> {
        let schools = self.schools.there.then_some(ListFact {
            kind: ListKind::Schools,
            rows: self.schools.rows.len() as u32,
            as_of: self.schools.as_of,
        });
        let fact = |from: Origin| {
            let kind = from.kind().filter(|_| self.has(from))?;
            Some(ListFact { kind, rows: self.rows(from), as_of: self.as_of(from) })
        };
        schools.into_iter().chain(Origin::ALL.into_iter().filter_map(fact)).collect()
    }

    /// Rows of one list in the order of what they say, never of their places.
    pub fn order(&self, one: At, other: At) -> Ordering {
        macro_rules! order {
            ($list:ident) => {{
                let row = |at: At| self.$list.rows.get(at.row as usize).map(|(_, row)| row);
                Some(row(one).cmp(&row(other)))
            }};
        }
        let by_row = || on_row!(one.from, order).unwrap_or(Ordering::Equal);
        one.from.cmp(&other.from).then_with(by_row).then(one.row.cmp(&other.row))
    }

    /// Adds one chunk of a stored batch of this kind.
    pub fn load(
        &mut self,
        kind: ListKind,
        as_of: Option<Date>,
        sources: &[Source],
        opens: bool,
        chunk: &[u8],
    ) -> Result<(), Unreadable> {
        match kind {
            ListKind::Schools => self.schools.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Household => self.household.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Roll => self.roll.add(as_of, sources, opens, decode(chunk)?),
            ListKind::RollCall => self.roll_call.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Poor => self.poor.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Disability => self.disability.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Health => self.health.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Civil => self.civil.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Findings => self.findings.add(as_of, sources, opens, decode(chunk)?),
            ListKind::HomeTeaching => self.home_teaching.add(as_of, sources, opens, decode(chunk)?),
            ListKind::Carers => self.carers.add(as_of, sources, opens, decode(chunk)?),
        }
        Ok(())
    }

    /// One row a child in every list, whatever batches the rows came in.
    pub fn settle(&mut self) {
        self.schools.settle();
        self.household.settle();
        self.roll.settle();
        self.roll_call.settle();
        self.poor.settle();
        self.disability.settle();
        self.health.settle();
        self.civil.settle();
        self.findings.settle();
        self.home_teaching.settle();
        self.carers.settle();
    }

    /// The day of the roll call: the latest that its rows name, else the day its list holds for.
    pub fn called_on(&self) -> Option<Date> {
        self.roll_call.rows.iter().filter_map(|(_, row)| row.called_on).max().or(self.roll_call.as_of)
    }
}

/// A birth as a list's column gives it.
pub fn is_born(said: Option<When>, day: Option<Date>) -> Option<bool> {
    Some(said?.holds(day?))
}
