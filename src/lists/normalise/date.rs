//! Days in the ways that lists write them: `2012-09-01`, `2012/9/1`, `2012.9.1`, `20120901`, `2012年9月1日`, `12-9-1`,
//! spreadsheet days of both systems; and months where the day is missing.
use super::{Read, shown, text};
use crate::domain::date::Date;
use crate::lists::issue::Fault;
use crate::lists::sheet::{Cell, Serial};
use serde::{Deserialize, Serialize};

/// Numbers in a date column that are days of a spreadsheet: 1954 to 2064.
const SERIALS: std::ops::RangeInclusive<f64> = 20_000.0..=60_000.0;

/// A day, or a month where the list says no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum When {
    Day(Date),
    Month { year: i32, month: u8 },
}

impl When {
    pub fn day(self) -> Option<Date> {
        match self {
            When::Day(day) => Some(day),
            When::Month { .. } => None,
        }
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Option<Date> {
        match self {
            When::Day(day) => Some(day),
            When::Month { year, month } => {
                let first = Date::new(year, month, 1)?;
                Some(first.plus_days(31 - i64::from(first.plus_days(31).day())))
            }
        }
    }

    /// Whether this day can be meant.
    pub fn holds(self, day: Date) -> bool {
        match self {
            When::Day(own) => own == day,
            When::Month { year, month } => (year, month) == (day.year(), day.month()),
        }
    }
}

/// A spreadsheet's day; the time of day is dropped. Day 60 of the 1900 system, 29 February 1900, never was.
pub fn of_serial(serial: Serial) -> Option<Date> {
    if !(0.0..2_958_466.0).contains(&serial.days) {
        return None;
    }
    let days = serial.days as i64;
    match serial.from_1904 {
        true => Some(Date::new(1904, 1, 1)?.plus_days(days)),
        false => Some(Date::new(1899, 12, 30)?.plus_days(days + i64::from(days < 60))),
    }
}

/// Reads a date cell. A plain number within [`SERIALS`] is a day of the 1900 system, unless `from_1904`.
pub fn read(cell: Cell<'_>, from_1904: bool) -> Read<When> {
    match cell {
        Cell::Error => Read::fault(Fault::CellError),
        Cell::Date(serial) => {
            of_serial(serial).map_or(Read::fault(Fault::NotADate), |day| Read::sound(When::Day(day)))
        }
        Cell::Number(days) if SERIALS.contains(&days) => {
            let day = of_serial(Serial { days, from_1904 });
            day.map_or(Read::fault(Fault::NotADate), |day| Read::sound(When::Day(day)))
        }
        cell => {
            let written = shown(cell);
            match text::says_nothing(&written) {
                true => Read::nothing(),
                false => parse(&written),
            }
        }
    }
}

/// The day of a cell, if it is one.
pub fn day_of(cell: Cell<'_>) -> Option<Date> {
    read(cell, false).value.and_then(When::day)
}

/// Reads a date as written.
pub fn parse(written: &str) -> Read<When> {
    let Some((numbers, separated)) = groups(written) else { return Read::fault(Fault::NotADate) };
    let day = |year: i64, month: i64, day: i64| {
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        Date::new(i32::try_from(year).ok()?, month, day)
            .filter(|_| (1900..2100).contains(&year))
            .map(When::Day)
    };
    let month = |year: i64, month: i64| {
        let sound = (1900..2100).contains(&year) && (1..=12).contains(&month);
        sound.then_some(When::Month { year: year as i32, month: month as u8 })
    };
    let (when, fault) = match (numbers.as_slice(), separated) {
        ([(ymd, 8), ..], _) => (day(ymd / 10_000, ymd / 100 % 100, ymd % 100), None),
        ([(ym, 6)], _) => (month(ym / 100, ym % 100), Some(Fault::MonthOnly)),
        ([(days, 5)], _) if SERIALS.contains(&(*days as f64)) => {
            (of_serial(Serial { days: *days as f64, from_1904: false }).map(When::Day), None)
        }
        ([(y, 4), (m, 1..=2), (d, 1..=2), ..], true) => (day(*y, *m, *d), None),
        ([(y, 4), (m, 1..=2)], true) => (month(*y, *m), Some(Fault::MonthOnly)),
        ([(y, 2), (m, 1..=2), (d, 1..=2)], true) => {
            (day(*y + if *y < 40 { 2000 } else { 1900 }, *m, *d), Some(Fault::TwoDigitYear))
        }
        _ => (None, None),
    };
    match when {
        None => Read::fault(Fault::NotADate),
        Some(when) => Read { value: Some(when), faults: fault.into_iter().collect() },
    }
}

/// The first whole date within a text.
pub fn first_in(written: &str) -> Option<Date> {
    let cleaned = text::clean(written);
    let start = cleaned.find(|c: char| c.is_ascii_digit())?;
    let rest = cleaned.get(start..)?;
    let end = rest.find(|c: char| !(c.is_ascii_digit() || "-/.年月日 ".contains(c))).unwrap_or(rest.len());
    parse(rest.get(..end)?.trim_end_matches(['.', '-', '/', ' '])).value.and_then(When::day)
}

/// The numbers of a date with their lengths, at most six (a time of day may follow), and whether only the separators
/// of dates stand between the first three.
fn groups(written: &str) -> Option<(Vec<(i64, usize)>, bool)> {
    let mut numbers: Vec<(i64, usize)> = Vec::new();
    let mut separated = true;
    let mut within = false;
    for c in written.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                if !within {
                    numbers.push((0, 0));
                }
                within = true;
                let last = numbers.last_mut()?;
                *last = (last.0.checked_mul(10)? + i64::from(digit), last.1 + 1);
                if last.1 > 8 || numbers.len() > 7 {
                    return None;
                }
            }
            None => {
                let sound = match numbers.len() {
                    0 => false,
                    1 | 2 => matches!(c, '-' | '/' | '.' | '年' | '月' | '日' | ' ' | '\\' | '—' | '–'),
                    _ => matches!(c, '日' | '号' | ' ' | ':' | '.' | 'T' | 'Z' | '时' | '分' | '秒'),
                };
                separated &= sound;
                within = false;
            }
        }
    }
    separated.then_some((numbers, separated))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> When {
        When::Day(text.parse().unwrap())
    }

    #[test]
    fn the_ways_that_lists_write_a_day() {
        let cases: &[(&str, Option<When>, &[Fault])] = &[
            ("2012-09-01", Some(day("2012-09-01")), &[]),
            ("2012/9/1", Some(day("2012-09-01")), &[]),
            ("2012.9.1", Some(day("2012-09-01")), &[]),
            ("20120901", Some(day("2012-09-01")), &[]),
            ("2012年9月1日", Some(day("2012-09-01")), &[]),
            ("2012 年 9 月 1 日", Some(day("2012-09-01")), &[]),
            ("2012-09-01 00:00:00", Some(day("2012-09-01")), &[]),
            ("2012-09-01T00:00:00", Some(day("2012-09-01")), &[]),
            ("２０１２．９．１", Some(day("2012-09-01")), &[]),
            ("41153", Some(day("2012-09-01")), &[]),
            ("12-9-1", Some(day("2012-09-01")), &[Fault::TwoDigitYear]),
            ("2012年9月", Some(When::Month { year: 2012, month: 9 }), &[Fault::MonthOnly]),
            ("2012.9", Some(When::Month { year: 2012, month: 9 }), &[Fault::MonthOnly]),
            ("201209", Some(When::Month { year: 2012, month: 9 }), &[Fault::MonthOnly]),
            ("无", None, &[]),
            ("", None, &[]),
            ("2013-02-29", None, &[Fault::NotADate]),
            ("2012-13-01", None, &[Fault::NotADate]),
            ("9/1/2012", None, &[Fault::NotADate]),
            ("约2012年9月1日", None, &[Fault::NotADate]),
            ("去年", None, &[Fault::NotADate]),
            ("0912-09-01", None, &[Fault::NotADate]),
            ("99999999999999999999", None, &[Fault::NotADate]),
        ];
        for (written, value, faults) in cases {
            let expected = Read { value: *value, faults: faults.to_vec() };
            assert_eq!(read(Cell::Text(written), false), expected, "{written}");
        }
    }

    #[test]
    fn spreadsheet_days_of_both_systems() {
        let serial = |days, from_1904| of_serial(Serial { days, from_1904 }).map(|day| day.to_string());
        assert_eq!(serial(41153.75, false).as_deref(), Some("2012-09-01"));
        assert_eq!(serial(39691.0, true).as_deref(), Some("2012-09-01"));
        assert_eq!(serial(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(serial(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!((serial(-1.0, false), serial(f64::NAN, false), serial(3e6, false)), (None, None, None));
        assert_eq!(read(Cell::Number(41153.0), false).value, Some(day("2012-09-01")));
        assert_eq!(read(Cell::Number(39691.0), true).value, Some(day("2012-09-01")));
        assert_eq!(read(Cell::Number(20120901.0), false).value, Some(day("2012-09-01")));
    }

    #[test]
    fn a_date_is_found_within_a_sentence() {
        let found = |text| first_in(text).map(|day| day.to_string());
        assert_eq!(found("2026年03月01日").as_deref(), Some("2026-03-01"));
        assert_eq!(found("截至2026-3-1,仅供内部使用").as_deref(), Some("2026-03-01"));
        assert_eq!(found("年 月 日"), None);
    }
}
