//! The 18-digit number of GB 11643-1999: 6 region, 8 birth date, 3 sequence, 1 check character (ISO 7064 MOD 11-2).
use super::Sex;
use crate::domain::date::Date;
use crate::domain::value::{Cell, Value};
use std::fmt;

/// A number that is well formed: its characters, its date and its check character agree.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdNumber([u8; 18]);

/// Why a text is no identity number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdFault {
    Empty,
    /// Characters found; 18 expected.
    Length(usize),
    /// The first character that cannot stand where it does, counted from 1.
    Charset {
        at: usize,
        found: char,
    },
    CheckDigit {
        found: char,
        expected: char,
    },
    ImpossibleDate {
        year: u16,
        month: u8,
        day: u8,
    },
    /// The number of an old card, or a number cut short. Never expanded for a child ([`IdNumber::expand_guardian`]).
    FifteenDigits,
    /// Stars or crosses stand in place of digits.
    Masked,
    /// A spreadsheet kept the number as a number, and only its first 15 digits survived.
    RoundedBySpreadsheet(Rounded),
    /// `3.70299E+17`: nothing of the number is left.
    Scientific,
}

/// Where a rounded number lay, as 18-digit values, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rounded {
    pub from: u64,
    pub to: u64,
}

impl Rounded {
    /// Whether the number can be what was rounded. A number that ends in X is text and is never rounded.
    pub fn covers(self, number: IdNumber) -> bool {
        number.value().is_some_and(|value| (self.from..=self.to).contains(&value))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    Resident,
    /// Residence permits of residents of Hong Kong (81), Macau (82) and Taiwan (83): same form, same check.
    HongKong,
    Macau,
    Taiwan,
}

const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS: [u8; 11] = *b"10X98765432";

/// The check character of 17 digits (ISO 7064 MOD 11-2); `None` where they are not 17 digits.
pub fn check_digit(first17: &[u8]) -> Option<u8> {
    if first17.len() != 17 || !first17.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let sum: u32 = first17.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECKS.get((sum % 11) as usize).copied()
}

impl IdNumber {
    /// Reads a text that [`normalise`](super::normalise) has cleaned.
    pub fn parse(text: &str) -> Result<IdNumber, IdFault> {
        let Ok(bytes) = <[u8; 18]>::try_from(text.as_bytes()) else { return Err(fault_of_length(text)) };
        let (first17, last) = (bytes.first_chunk::<17>(), bytes[17]);
        let Some(expected) = first17.and_then(|digits| check_digit(digits)) else {
            return Err(fault_of_chars(text));
        };
        if !matches!(last, b'0'..=b'9' | b'X') {
            return Err(fault_of_chars(text));
        }
        let number = IdNumber(bytes);
        let date = number.date();
        if let (true, Some(_)) = (last == expected, date) {
            return Ok(number);
        }
        if let Some(rounded) = number.rounded_text() {
            return Err(IdFault::RoundedBySpreadsheet(rounded));
        }
        if date.is_none() {
            let (year, month, day) = number.date_parts();
            return Err(IdFault::ImpossibleDate { year, month, day });
        }
        Err(IdFault::CheckDigit { found: char::from(last), expected: char::from(expected) })
    }

    /// The fault of a cell that a spreadsheet holds as a number of 16 digits or more; `None` for smaller ones.
    pub fn rounded_cell(number: f64) -> Option<IdFault> {
        let whole = number.trunc();
        if !(1e15..1e18).contains(&whole) {
            return None;
        }
        // Either the cell holds the float nearest to the number, or a number that was cut to fifteen digits before.
        let value = whole as u64;
        let near = spacing(value) / 2;
        Some(IdFault::RoundedBySpreadsheet(Rounded { from: value - near, to: value + near + 999 }))
    }

    /// The number of an old guardian's 15-digit card: `19` after the region, and the check character. Children of school
    /// age never had one: for them fifteen digits are a number cut short (domain.md §3.6).
    pub fn expand_guardian(text: &str) -> Result<IdNumber, IdFault> {
        let Some(bytes) = text.as_bytes().first_chunk::<15>().filter(|_| text.len() == 15) else {
            return Err(fault_of_length(text));
        };
        let mut full = [0_u8; 18];
        let (head, tail) = bytes.split_at(6);
        for (slot, byte) in full.iter_mut().zip(head.iter().chain(b"19").chain(tail)) {
            *slot = *byte;
        }
        let check = full.first_chunk::<17>().and_then(|digits| check_digit(digits));
        full[17] = check.ok_or_else(|| fault_of_chars(text))?;
        IdNumber::parse(std::str::from_utf8(&full).unwrap_or_default())
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Six digits of the place where the number was first issued: not where the child lives.
    pub fn region(&self) -> &str {
        self.as_str().get(..6).unwrap_or_default()
    }

    pub fn kind(self) -> IdKind {
        match self.0 {
            [b'8', b'1', ..] => IdKind::HongKong,
            [b'8', b'2', ..] => IdKind::Macau,
            [b'8', b'3', ..] => IdKind::Taiwan,
            _ => IdKind::Resident,
        }
    }

    pub fn birth(self) -> Date {
        self.date().unwrap_or_default()
    }

    /// The 17th digit: odd male, even female.
    pub fn sex(self) -> Sex {
        match self.0[16] % 2 {
            1 => Sex::Male,
            _ => Sex::Female,
        }
    }

    /// The 17 digits before the check character as one integer: the whole number, for keys of maps.
    pub fn key(self) -> u64 {
        self.0[..17].iter().fold(0, |key, digit| key * 10 + u64::from(digit - b'0'))
    }

    /// A number that a spreadsheet's rounding could have made although its check character is right: ends in 000.
    /// One rounded number in eleven looks so.
    pub fn looks_rounded(self) -> bool {
        self.0.ends_with(b"000")
    }

    fn value(self) -> Option<u64> {
        (self.0[17] != b'X').then(|| self.key() * 10 + u64::from(self.0[17] - b'0'))
    }

    /// Eighteen digits, no check: an integer whose last digits a spreadsheet (000) or a 64-bit float made.
    fn rounded_text(self) -> Option<Rounded> {
        let value = self.value()?;
        let spacing = spacing(value);
        // A typing slip falls on a float above 2^53 once in 16 to 64 times; it is a fault either way.
        let is_float = spacing > 1 && value % spacing == 0;
        let near = if is_float { spacing / 2 } else { 0 };
        match (self.looks_rounded(), is_float) {
            (true, _) => Some(Rounded { from: value - near, to: value + 999 }),
            (false, true) => Some(Rounded { from: value - near, to: value + near }),
            (false, false) => None,
        }
    }

    fn date_parts(self) -> (u16, u8, u8) {
        let two = |tens: u8, ones: u8| (tens - b'0') * 10 + (ones - b'0');
        let [_, _, _, _, _, _, y1, y2, y3, y4, m1, m2, d1, d2, ..] = self.0;
        (u16::from(two(y1, y2)) * 100 + u16::from(two(y3, y4)), two(m1, m2), two(d1, d2))
    }

    fn date(self) -> Option<Date> {
        let (year, month, day) = self.date_parts();
        Date::new(i32::from(year), month, day).filter(|_| (1800..2200).contains(&year))
    }
}

/// How far apart 64-bit floats of this size stand.
fn spacing(value: u64) -> u64 {
    1 << value.checked_ilog2().unwrap_or_default().saturating_sub(52)
}

fn fault_of_length(text: &str) -> IdFault {
    let chars = text.chars().count();
    if chars == 0 {
        return IdFault::Empty;
    }
    let masked_or_scientific = fault_of_chars(text);
    match masked_or_scientific {
        IdFault::Masked | IdFault::Scientific => return masked_or_scientific,
        _ => {}
    }
    if chars == 15 && text.bytes().all(|b| b.is_ascii_digit()) {
        return IdFault::FifteenDigits;
    }
    // A number's text with its decimals: `370299201209010000.0`.
    let whole = text.split_once('.').filter(|(_, rest)| rest.bytes().all(|b| b == b'0'));
    if let Some(fault) = whole.and_then(|(whole, _)| IdNumber::rounded_cell(whole.parse().ok()?)) {
        return fault;
    }
    match masked_or_scientific {
        IdFault::Charset { at, found } if chars == 18 => IdFault::Charset { at, found },
        _ => IdFault::Length(chars),
    }
}

fn fault_of_chars(text: &str) -> IdFault {
    let crosses = text.chars().filter(|c| *c == 'X').count();
    if text.contains(['*', '●', '•', '■', '█', '_']) || crosses > 1 {
        return IdFault::Masked;
    }
    if let Some((mantissa, exponent)) = text.split_once('E') {
        let number = |part: &str| part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '+' | '-'));
        if !mantissa.is_empty() && number(mantissa) && number(exponent) {
            return IdFault::Scientific;
        }
    }
    let fits = |at: usize, c: char| c.is_ascii_digit() || (at == 17 && c == 'X');
    match text.chars().enumerate().find(|(at, c)| !fits(*at, *c)) {
        Some((at, found)) => IdFault::Charset { at: at + 1, found },
        None => IdFault::Length(text.chars().count()),
    }
}

impl fmt::Display for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Masked: a debug print must not leak a child's number.
impl fmt::Debug for IdNumber {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&super::mask::id(self.as_str()))
    }
}

impl Default for IdNumber {
    fn default() -> Self {
        IdNumber([b'0'; 18])
    }
}

impl Cell for IdNumber {
    fn read(value: &Value) -> Option<Self> {
        IdNumber::parse(value.as_text()?).ok()
    }
    fn write(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
