//! The PIN of the guardian's screen: it guards a screen while the register is open and never opens a key slot.
//!
//! Each person has an own one on each tablet, kept sealed as a salted hash under `tablet/…`, so that it is in no backup. Five
//! wrong tries since the last unlocking, and only the lock is left: the count lives in memory, because every lock loads a new document.
use crate::app::keeper::KeepError;
use crate::app::register::Register;
use crate::app::session::Session;
use crate::platform::{clock, random};
use crate::vault::{Area, Put};
use leptos::prelude::{GetValue, SetValue};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How often one may be wrong before the tablet locks.
pub const TRIES: u8 = 5;
/// Fewest and most digits.
pub const DIGITS: std::ops::RangeInclusive<usize> = 4..=6;

/// What a typed PIN comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    Right,
    /// So many tries are left. At 0 lock ([`Session::leave`]); every further answer is this one.
    Wrong {
        left: u8,
    },
    /// None was set: ask the passphrase instead.
    NotSet,
    /// The sealed PIN could not be read.
    Failed(KeepError),
}

/// Why a PIN is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinFlaw {
    /// Not 4 to 6 digits.
    Length,
    /// One digit over and over, or digits in a row.
    TooPlain,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    salt: u128,
    hash: [u8; 32],
}

fn hash(salt: u128, typed: &str) -> [u8; 32] {
    Sha256::digest([b"baoxue pin/1 ".as_slice(), &salt.to_be_bytes(), typed.as_bytes()].concat()).into()
}

/// The sealed place of the unlocked person's PIN on this tablet.
fn key(register: Register) -> Result<String, KeepError> {
    Ok(format!("tablet/pin/{:032x}", register.vault().slot()?.0))
}

/// Whether this may be a PIN.
pub fn flaw(typed: &str) -> Option<PinFlaw> {
    let digits = typed.as_bytes();
    if !DIGITS.contains(&digits.len()) || !digits.iter().all(u8::is_ascii_digit) {
        return Some(PinFlaw::Length);
    }
    let steps: Vec<i16> =
        digits.iter().zip(digits.iter().skip(1)).map(|(a, b)| i16::from(*b) - i16::from(*a)).collect();
    let plain = [0, 1, -1].into_iter().any(|step| steps.iter().all(|found| *found == step));
    plain.then_some(PinFlaw::TooPlain)
}

async fn kept(register: Register) -> Result<Option<Kept>, KeepError> {
    let bytes = register.vault().read(Area::Meta, &key(register)?).await?;
    // What does not read counts as none: the passphrase is asked instead.
    Ok(bytes.and_then(|bytes| crate::app::layout::decode(&bytes).ok()))
}

/// Whether the unlocked person has a PIN on this tablet.
pub async fn is_set(register: Register) -> Result<bool, KeepError> {
    Ok(kept(register).await?.is_some())
}

/// Sets the unlocked person's PIN (`Some`, one without [`flaw`]) or takes it away.
pub async fn set(register: Register, typed: Option<&str>) -> Result<(), KeepError> {
    let bytes = match typed {
        Some(typed) => {
            let salt = random::bits().unwrap_or_default();
            let kept = Kept { salt, hash: hash(salt, typed) };
            Some(crate::app::layout::encode(&kept).map_err(|why| KeepError::Unreadable(register.me(), why))?)
        }
        None => None,
    };
    let put = Put { area: Area::Meta, key: key(register)?, bytes };
    Ok(register.vault().commit(vec![put], clock::wall()).await?)
}

/// Checks a typed PIN and counts the wrong ones.
pub async fn check(session: Session, register: Register, typed: &str) -> Checked {
    let kept = match kept(register).await {
        Ok(Some(kept)) => kept,
        Ok(None) => return Checked::NotSet,
        Err(why) => return Checked::Failed(why),
    };
    let tries = session.pin_tries.try_get_value().unwrap_or(TRIES);
    let is_right = tries < TRIES && hash(kept.salt, typed) == kept.hash;
    let tries = if is_right { 0 } else { tries.saturating_add(1).min(TRIES) };
    session.pin_tries.try_set_value(tries);
    if is_right { Checked::Right } else { Checked::Wrong { left: TRIES - tries } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_is_four_to_six_digits_and_not_the_first_that_comes_to_mind() {
        for (typed, expected) in [
            ("", Some(PinFlaw::Length)),
            ("123", Some(PinFlaw::Length)),
            ("1234567", Some(PinFlaw::Length)),
            ("12a4", Some(PinFlaw::Length)),
            ("１２３５", Some(PinFlaw::Length)),
            ("1111", Some(PinFlaw::TooPlain)),
            ("3456", Some(PinFlaw::TooPlain)),
            ("654321", Some(PinFlaw::TooPlain)),
            ("2580", None),
            ("112233", None),
        ] {
            assert_eq!(flaw(typed), expected, "{typed}");
        }
    }
}
