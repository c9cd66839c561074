//! A month of the calendar: `YYYY-MM`, the unit of reports and of dates that nobody knows to the day.
use crate::domain::date::{Date, NotADate};
use crate::domain::value::{Cell, Value};
use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since January of year 0.
    index: i32,
}

impl Month {
    /// `None` unless the month is 1–12 and the year 1–9998.
    pub fn new(year: i32, month: u8) -> Option<Month> {
        ((1..=12).contains(&month) && (1..9999).contains(&year))
            .then(|| Month { index: year * 12 + i32::from(month) - 1 })
    }
    pub fn of(date: Date) -> Month {
        Month { index: date.year() * 12 + i32::from(date.month()) - 1 }
    }
    pub fn year(self) -> i32 {
        self.index.div_euclid(12)
    }
    /// 1–12
    pub fn month(self) -> u8 {
        (self.index.rem_euclid(12) + 1) as u8
    }
    pub fn plus(self, months: i32) -> Month {
        Month { index: self.index.saturating_add(months) }
    }
    pub fn first_day(self) -> Date {
        Date::new(self.year(), self.month(), 1).unwrap_or_default()
    }
    pub fn last_day(self) -> Date {
        self.plus(1).first_day().plus_days(-1)
    }
    pub fn contains(self, date: Date) -> bool {
        Month::of(date) == self
    }
}

impl FromStr for Month {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Month, NotADate> {
        let (year, month) =
            text.split_once('-').filter(|(y, m)| y.len() == 4 && m.len() == 2).ok_or(NotADate)?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year) || !digits(month) {
            return Err(NotADate);
        }
        Month::new(year.parse().map_err(|_| NotADate)?, month.parse().map_err(|_| NotADate)?).ok_or(NotADate)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl Default for Month {
    fn default() -> Self {
        Month::of(Date::default())
    }
}

impl Cell for Month {
    fn read(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
}
