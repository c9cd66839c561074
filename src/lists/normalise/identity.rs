//! Numbers of persons from cells: a cell that a spreadsheet holds as a number of 16 digits or more is rounded, even where
//! its check digit happens to fit, and is never believed.
use super::{Read, shown, text};
use crate::domain::identity::{CertFault, CertNumber, IdFault, IdNumber, RollFault, RollNumber, normalise};
use crate::lists::issue::{Fault, Weight};
use crate::lists::rows::{Left, Number, Ruin, Ruined, Whole};
use crate::lists::sheet::Cell;
use crate::lists::taking::RowCells;
use std::borrow::Cow;

impl From<IdFault> for Fault {
    fn from(fault: IdFault) -> Fault {
        match fault {
            IdFault::Empty => Fault::Missing,
            IdFault::Length(found) => Fault::Length { found },
            IdFault::Charset { .. } => Fault::NotANumber,
            IdFault::CheckDigit { expected, .. } => Fault::CheckDigit { expected },
            IdFault::ImpossibleDate { .. } => Fault::ImpossibleDate,
            IdFault::FifteenDigits => Fault::Fifteen,
            IdFault::Masked => Fault::Masked,
            IdFault::RoundedBySpreadsheet(_) => Fault::Rounded,
            IdFault::Scientific => Fault::Scientific,
        }
    }
}

/// A number's text, cleaned, with what was mended; `Err` where nothing or nothing usable stands.
fn written(cell: Cell<'_>) -> Result<(Cow<'_, str>, Vec<Fault>), Read<String>> {
    let raw = match cell {
        Cell::Error => return Err(Read::fault(Fault::CellError)),
        Cell::Number(number) => match IdNumber::rounded_cell(number) {
            Some(fault) => return Err(Read::fault(fault.into())),
            None if number.abs() >= 1e15 => return Err(Read::fault(Fault::Rounded)),
            None => shown(cell),
        },
        Cell::Text(text) => Cow::Borrowed(text),
        cell => shown(cell),
    };
    if text::says_nothing(&text::clean(&raw)) {
        return Err(Read::nothing());
    }
    let cleaned = normalise(&raw);
    let mut mended = Vec::new();
    if cleaned.times_sign {
        mended.push(Fault::CrossForX);
    }
    if !cleaned.trailing.is_empty() {
        mended.push(Fault::TrailingText);
    }
    let capital = |c: char| c.is_ascii_digit() || c.is_ascii_alphabetic();
    if mended.is_empty() && !raw.trim_matches(' ').chars().all(capital) && raw.len() != cleaned.text.len() {
        mended.push(Fault::Cleaned);
    }
    Ok((Cow::Owned(cleaned.text.into_owned()), mended))
}

/// A child's number with what is left of it where it is ruined: such a child is taken all the same. A number of sixteen digits
/// or more in a number cell is never believed.
pub fn of_child(cell: Cell) -> Read<Number> {
    if let Cell::Number(number) = cell
        && number.abs() >= 1e15
    {
        let text = shown(cell).into_owned();
        let ruined = match digits_left(&text) {
            Some(value) => Ruined::rounded(text, value),
            None => Ruined::new(Ruin::Characters, text),
        };
        return Read::sound(Number::Ruined(ruined)).with(Fault::Rounded);
    }
    let (text, mended) = match written(cell) {
        Ok(written) => written,
        Err(Read { faults, .. }) if faults.is_empty() => return Read::nothing(),
        Err(Read { faults, .. }) => {
            let ruined = Ruined::new(Ruin::Characters, shown(cell).into_owned());
            return Read { value: Some(Number::Ruined(ruined)), faults };
        }
    };
    let fault = match IdNumber::parse(&text) {
        Ok(number) => return Read { value: Some(Number::Whole(number.into())), faults: mended },
        Err(fault) => fault,
    };
    let text = text.into_owned();
    let ruined = match fault {
        IdFault::Empty => return Read::nothing(),
        IdFault::RoundedBySpreadsheet(_) | IdFault::Scientific => match digits_left(&text) {
            Some(value) => Ruined::rounded(text, value),
            None => Ruined::new(Ruin::Scientific, text),
        },
        IdFault::CheckDigit { .. } => Ruined::new(Ruin::CheckDigit, text),
        IdFault::ImpossibleDate { .. } => Ruined::new(Ruin::ImpossibleDate, text),
        IdFault::Length(_) => Ruined::new(Ruin::Length, text),
        IdFault::FifteenDigits => Ruined::new(Ruin::Fifteen, text),
        IdFault::Masked => Ruined::new(Ruin::Masked, text),
        IdFault::Charset { .. } => Ruined::new(Ruin::Characters, text),
    };
    Read { value: Some(Number::Ruined(ruined)), faults: vec![fault.into()] }
}

/// The eighteen digits of a number that became a float's text: `370299201209010000`, `…000.0`, `3.7029920120901E+17`. A
/// spreadsheet's own `3.70299E+17` has none left.
fn digits_left(text: &str) -> Option<u64> {
    let (mantissa, exponent) = text.split_once('E').unwrap_or((text, ""));
    if !exponent.is_empty() && mantissa.len() < 12 {
        return None;
    }
    let shortest = || format!("{}", text.parse::<f64>().ok()?).parse().ok();
    let value = text.parse::<u64>().ok().or_else(shortest)?;
    (100_000_000_000_000_000..1_000_000_000_000_000_000).contains(&value).then_some(value)
}

/// The number of a row about a child: its own; where that is ruined or missing, the whole one in its certificate or its G
/// number, if what is left does not speak against it. The row is taken without any, and says so.
pub fn number_of_child(cells: &mut RowCells, certificate: Option<&str>, roll: Option<&str>) -> Number {
    let read = of_child(cells.cell("id_number"));
    let own = read.value.unwrap_or_default();
    if own.whole().is_some() {
        read.faults.into_iter().for_each(|fault| cells.say("id_number", fault, Weight::Doubt));
        return own;
    }
    let held =
        |text: Option<&str>, from: usize| text.and_then(|text| Whole::parse(text.get(from..from + 18)?));
    let in_certificate = held(certificate, 0).map(|whole| (whole, Fault::FromCertificate));
    let in_roll =
        held(roll.filter(|text| text.starts_with('G')), 1).map(|whole| (whole, Fault::FromRollNumber));
    let fits = |whole: Whole| match &own {
        Number::Ruined(ruined) => match ruined.why {
            Ruin::Scientific | Ruin::Masked | Ruin::Rounded => ruined.beside(whole) != Left::Contradicts,
            _ => matches!(ruined.beside(whole), Left::Head | Left::OneSlip),
        },
        _ => true,
    };
    if let Some((whole, how)) = in_certificate.into_iter().chain(in_roll).find(|(whole, _)| fits(*whole)) {
        cells.say("id_number", how, Weight::Mended);
        return Number::Whole(whole);
    }
    if own == Number::None {
        cells.say("id_number", Fault::Missing, Weight::Doubt);
    }
    read.faults.into_iter().for_each(|fault| cells.say("id_number", fault, Weight::Doubt));
    own
}

/// A disability certificate, 20 or 22 characters.
pub fn certificate(cell: Cell) -> Read<String> {
    let (text, faults) = match written(cell) {
        Ok(written) => written,
        Err(read) => return read,
    };
    match CertNumber::parse(&text) {
        Ok(number) => Read { value: Some(number.to_string()), faults },
        Err(CertFault::Empty) => Read::nothing(),
        Err(CertFault::Length(found)) => Read::fault(Fault::Length { found }),
        Err(CertFault::Id(fault)) => Read::fault(fault.into()),
        Err(CertFault::Type(_) | CertFault::Grade(_) | CertFault::Reissue) => Read::fault(Fault::NotANumber),
    }
}

/// A roll number, G, J or L and 18 more.
pub fn roll(cell: Cell) -> Read<String> {
    let (text, faults) = match written(cell) {
        Ok(written) => written,
        Err(read) => return read,
    };
    match RollNumber::parse(&text) {
        Ok(number) => Read { value: Some(number.as_str().to_owned()), faults },
        Err(RollFault::Empty) => Read::nothing(),
        Err(RollFault::Length(found)) => Read::fault(Fault::Length { found }),
        Err(RollFault::Body(fault)) => Read::fault(fault.into()),
        Err(_) => Read::fault(Fault::NotANumber),
    }
}

/// Says where birth, sex and certificate tell otherwise than the number. The number is believed.
pub fn agree(cells: &mut RowCells, number: &str, certificate: Option<&str>) {
    let Ok(id) = IdNumber::parse(number) else { return };
    if certificate.is_some_and(|certificate| !certificate.starts_with(number)) {
        cells.say("certificate", Fault::CertificateDiffers, Weight::Doubt);
    }
    let from_1904 = cells.from_1904();
    let birth = super::date::read(cells.cell("birth"), from_1904);
    let differs = match birth.value {
        Some(super::date::When::Day(day)) => day != id.birth(),
        Some(super::date::When::Month { year, month }) => {
            (year, month) != (id.birth().year(), id.birth().month())
        }
        None => false,
    };
    if differs {
        cells.say("birth", Fault::DiffersFromNumber { expected: id.birth().to_string() }, Weight::Doubt);
    }
    let sex = super::count::code(cells.cell("sex"), &crate::domain::codes::SEX);
    if sex.value.is_some_and(|sex| matches!(sex.as_str(), "1" | "2") && sex != id.sex().code()) {
        let expected = id.sex().code().to_owned();
        cells.say("sex", Fault::DiffersFromNumber { expected }, Weight::Doubt);
    }
}
