//! Identity: the numbers and names that tell one child from another, and the ways in which lists ruin them.
//!
//! Everything here is a pure function of its text, cheap enough for every row of a 110,000-row list: what arrives clean is
//! neither copied nor allocated. Faults are data; the words for them are in `i18n`.
mod cert;
mod clean;
mod id_number;
pub mod mask;
mod name;
mod phone;
mod roll;
#[cfg(test)]
mod tests;

pub use cert::{CertFault, CertNumber};
pub use clean::{Cleaned, normalise};
pub use id_number::{IdFault, IdKind, IdNumber, Rounded, check_digit};
pub use name::{NameFault, check_name, fold_name, normalise_name, same_name};
pub use phone::{Phone, PhoneFault, PhoneKind};
pub use roll::{RollFault, RollKind, RollNumber};

/// The sex that a number tells: the code of GB/T 2261.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    Male,
    Female,
}

impl Sex {
    pub fn code(self) -> &'static str {
        match self {
            Sex::Male => "1",
            Sex::Female => "2",
        }
    }
}
