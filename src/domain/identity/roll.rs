//! 学籍号: a letter and eighteen more. G holds the child's identity number, J a number made by the school's county, L a
//! temporary one of equal effect (domain.md §3.6).
use super::{IdFault, IdNumber};
use crate::domain::date::Date;
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RollNumber([u8; 19]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollKind {
    /// G: formal, with the identity number that the child had then.
    WithId,
    /// J: formal, for a child without one.
    WithoutId,
    /// L: not yet verified; a birth date and four free digits, no check.
    Temporary,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollFault {
    Empty,
    /// Characters found; 19 expected. Provincial 副号 and old 16-digit numbers belong in a field of their own.
    Length(usize),
    /// G, J or L expected.
    Prefix(char),
    /// What is wrong with the eighteen characters behind the letter.
    Body(IdFault),
}

impl RollNumber {
    /// Reads a text that [`normalise`](super::normalise) has cleaned.
    pub fn parse(text: &str) -> Result<RollNumber, RollFault> {
        let first = text.chars().next().ok_or(RollFault::Empty)?;
        let body = text.strip_prefix(['G', 'J', 'L']).ok_or(RollFault::Prefix(first))?;
        if body.contains('*') {
            return Err(RollFault::Body(IdFault::Masked));
        }
        let bytes = text.as_bytes().try_into().map_err(|_| RollFault::Length(text.chars().count()))?;
        match first {
            'L' => check_temporary(body).map_err(RollFault::Body)?,
            _ => drop(IdNumber::parse(body).map_err(RollFault::Body)?),
        }
        Ok(RollNumber(bytes))
    }

    pub fn kind(self) -> RollKind {
        match self.0[0] {
            b'G' => RollKind::WithId,
            b'J' => RollKind::WithoutId,
            _ => RollKind::Temporary,
        }
    }

    /// The identity number inside; it may differ from today's, where that has changed since.
    pub fn id(self) -> Option<IdNumber> {
        match self.kind() {
            RollKind::WithId => IdNumber::parse(self.body()).ok(),
            _ => None,
        }
    }

    pub fn birth(self) -> Option<Date> {
        date_in(self.body())
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    fn body(&self) -> &str {
        self.as_str().get(1..).unwrap_or_default()
    }
}

fn check_temporary(body: &str) -> Result<(), IdFault> {
    if let Some((at, found)) = body.chars().enumerate().find(|(_, c)| !c.is_ascii_digit()) {
        return Err(IdFault::Charset { at: at + 1, found });
    }
    let part = |from: usize, to: usize| {
        body.get(from..to).and_then(|digits| digits.parse::<u16>().ok()).unwrap_or_default()
    };
    match date_in(body) {
        Some(_) => Ok(()),
        None => Err(IdFault::ImpossibleDate {
            year: part(6, 10),
            month: part(10, 12) as u8,
            day: part(12, 14) as u8,
        }),
    }
}

/// The eight digits behind a region code.
fn date_in(body: &str) -> Option<Date> {
    let year: u16 = body.get(6..10)?.parse().ok()?;
    let date = Date::new(i32::from(year), body.get(10..12)?.parse().ok()?, body.get(12..14)?.parse().ok()?);
    date.filter(|_| (1800..2200).contains(&year))
}

impl fmt::Display for RollNumber {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Masked: a debug print must not leak a child's number.
impl fmt::Debug for RollNumber {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&super::mask::roll(self.as_str()))
    }
}
