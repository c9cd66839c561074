//! Civil dates and times of day. No instant is ever used as a date: a date is what stands on the calendar.
use crate::domain::value::{Cell, Value};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use time::{Duration, Month};

/// A day of the Gregorian calendar, `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl Date {
    /// `None` where the calendar has no such day.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        time::Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().map(Date)
    }
    pub fn year(self) -> i32 {
        self.0.year()
    }
    pub fn month(self) -> u8 {
        self.0.month().into()
    }
    pub fn day(self) -> u8 {
        self.0.day()
    }
    /// 1 Monday … 7 Sunday.
    pub fn weekday(self) -> u8 {
        self.0.weekday().number_from_monday()
    }
    /// This many days later; the calendar's end where there is none.
    pub fn plus_days(self, days: i64) -> Date {
        Date(self.0.saturating_add(Duration::days(days)))
    }
    /// Days from `earlier` to this day; negative where this day is before it.
    pub fn days_since(self, earlier: Date) -> i64 {
        i64::from(self.0.to_julian_day()) - i64::from(earlier.0.to_julian_day())
    }
    /// The Monday of this day's week.
    pub fn monday(self) -> Date {
        self.plus_days(1 - i64::from(self.weekday()))
    }
    /// Whole years of age on `day` for a person born on this date.
    pub fn age_on(self, day: Date) -> i32 {
        let birthday_passed = (day.month(), day.day()) >= (self.month(), self.day());
        day.year() - self.year() - i32::from(!birthday_passed)
    }
}

impl FromStr for Date {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Date, NotADate> {
        let mut parts = text.splitn(3, '-');
        let mut next = |len: usize| {
            let part = parts.next().filter(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_digit()));
            part.and_then(|p| p.parse::<u16>().ok()).ok_or(NotADate)
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        Date::new(i32::from(year), month as u8, day as u8).ok_or(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Default for Date {
    fn default() -> Self {
        Date(time::Date::MIN)
    }
}

/// Text in JSON; the Julian day in binary forms.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match serializer.is_human_readable() {
            true => serializer.collect_str(self),
            false => self.0.to_julian_day().serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bad = |_| serde::de::Error::custom("a day of the calendar expected");
        match deserializer.is_human_readable() {
            true => std::borrow::Cow::<str>::deserialize(deserializer)?.parse().map_err(bad),
            false => time::Date::from_julian_day(i32::deserialize(deserializer)?)
                .map(Date)
                .map_err(|_| bad(NotADate)),
        }
    }
}

impl Cell for Date {
    fn read(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
}

/// A time of day to the minute, `HH:MM`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Clock(u16);

impl Clock {
    pub fn new(hour: u8, minute: u8) -> Option<Clock> {
        (hour < 24 && minute < 60).then(|| Clock(u16::from(hour) * 60 + u16::from(minute)))
    }
    /// Minutes since midnight, 0–1439.
    pub fn minutes(self) -> i64 {
        i64::from(self.0)
    }
    pub fn hour(self) -> u8 {
        (self.0 / 60) as u8
    }
    pub fn minute(self) -> u8 {
        (self.0 % 60) as u8
    }
}

impl FromStr for Clock {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Clock, NotADate> {
        let (hour, minute) = text.split_once(':').ok_or(NotADate)?;
        if hour.len() != 2 || minute.len() != 2 {
            return Err(NotADate);
        }
        Clock::new(hour.parse().map_err(|_| NotADate)?, minute.parse().map_err(|_| NotADate)?).ok_or(NotADate)
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl Cell for Clock {
    fn read(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for good in ["2012-09-01", "2016-02-29", "2000-02-29"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in
            ["2013-02-29", "2012-9-1", "2012-13-01", "", "2012-09-01T00:00", "+012-09-01", "２０１２-09-01"]
        {
            assert_eq!(bad.parse::<Date>(), Err(NotADate), "{bad}");
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_ages_on_the_birthday() {
        let day: Date = "2026-03-11".parse().unwrap();
        assert_eq!((day.weekday(), day.monday().to_string()), (3, "2026-03-09".into()));
        let birth: Date = "2012-09-01".parse().unwrap();
        assert_eq!(birth.age_on("2026-08-31".parse().unwrap()), 13);
        assert_eq!(birth.age_on("2026-09-01".parse().unwrap()), 14);
    }

    #[test]
    fn times_of_day() {
        assert_eq!("09:05".parse::<Clock>().unwrap().minutes(), 545);
        assert!("24:00".parse::<Clock>().is_err());
    }
}
