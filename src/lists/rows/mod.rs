//! Rows of the lists about children, as typed fields. A row whose number is ruined is still a child and is taken; only a row
//! with neither name nor number is not.
mod carers;
mod civil;
mod disability;
mod findings;
mod found;
mod health;
mod household;
mod number;
mod poor;
mod roll;
mod roll_call;
pub mod words;

pub use carers::{Carer, CarersRow};
pub use civil::CivilRow;
pub use disability::DisabilityRow;
pub use findings::FindingRow;
pub use found::FoundRow;
pub use health::{Event, HealthRow};
pub use household::{HouseholdRow, Residence};
pub use number::{Left, Number, Ruin, Ruined, Whole};
pub use poor::PoorRow;
pub use roll::RollRow;
pub use roll_call::{Presence, Reason, RollCallRow};

use crate::domain::codes::SEX;
use crate::lists::issue::{Fault, Weight};
use crate::lists::normalise::date::{self, When};
use crate::lists::normalise::{count, identity, text};
use crate::lists::taking::RowCells;

/// What a row says about who it means.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Empty where the list has none.
    pub name: &'a str,
    pub number: &'a Number,
    /// By the list's own column.
    pub birth: Option<When>,
    /// 1 male, 2 female, by the list's own column.
    pub sex: Option<u8>,
    pub guardian: Option<&'a str>,
    /// A village or an address that holds one.
    pub home: Option<&'a str>,
    pub school: Option<&'a str>,
    pub class: Option<&'a str>,
    pub grade: Option<&'a str>,
}

impl<'a> Person<'a> {
    /// Name and number alone; what a list says besides is set over it.
    pub fn of(name: &'a str, number: &'a Number) -> Person<'a> {
        Person {
            name,
            number,
            birth: None,
            sex: None,
            guardian: None,
            home: None,
            school: None,
            class: None,
            grade: None,
        }
    }
}

/// A row about a child.
pub trait PersonRow {
    fn person(&self) -> Person<'_>;
    /// Another whole number that the row gives for the same child: the one in a G roll number.
    fn other_number(&self) -> Option<Whole> {
        None
    }
}

/// Name, number, birth and sex as every list of children has them; `None` for a row that tells no one.
struct Who {
    name: String,
    number: Number,
    birth: Option<When>,
    sex: Option<u8>,
}

impl Who {
    fn read(cells: &mut RowCells, certificate: Option<&str>, roll: Option<&str>) -> Option<Who> {
        let name = cells.may("name", text::name_as_written).unwrap_or_default();
        let number = identity::number_of_child(cells, certificate, roll);
        if name.is_empty() {
            let weight = if number == Number::None { Weight::Refused } else { Weight::Doubt };
            cells.say("name", Fault::Missing, weight);
        }
        let from_1904 = cells.from_1904();
        let birth = cells.may("birth", |cell| date::read(cell, from_1904));
        let sex = cells.may("sex", |cell| count::code(cell, &SEX)).and_then(|code| code.parse().ok());
        if let Number::Whole(whole) = number {
            if certificate.is_some_and(|text| !text.as_bytes().starts_with(&whole.text())) {
                cells.say("certificate", Fault::CertificateDiffers, Weight::Doubt);
            }
            if let (Some(said), Some(born)) = (birth, whole.birth())
                && !said.holds(born)
            {
                cells.say("birth", Fault::DiffersFromNumber { expected: born.to_string() }, Weight::Doubt);
            }
            if sex.is_some_and(|sex| matches!(sex, 1 | 2) && sex != whole.sex()) {
                let expected = whole.sex().to_string();
                cells.say("sex", Fault::DiffersFromNumber { expected }, Weight::Doubt);
            }
        }
        Some(Who { name, number, birth, sex: sex.filter(|sex| matches!(sex, 1 | 2)) })
    }
}

/// The identity half of [`ListRow`] for a row with `name` and `id_number`.
#[macro_export]
macro_rules! row_of_child {
    () => {
        fn key(&self) -> Option<$crate::lists::taking::Key<'_>> {
            self.id_number.whole().map($crate::lists::taking::Key::Number)
        }
        fn whose(&self) -> std::borrow::Cow<'_, str> {
            $crate::domain::identity::fold_name(&self.name)
        }
        fn block(&mut self) {
            self.id_number.block();
        }
    };
}

/// Puts a second text into an empty place.
fn fill<T: Clone>(mine: &mut Option<T>, theirs: &Option<T>) {
    if mine.is_none() {
        mine.clone_from(theirs);
    }
}
