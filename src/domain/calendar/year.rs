//! School years (1 September – 31 August, `2025-2026`), their terms, and the births of school age.
use crate::domain::date::Date;
use crate::domain::value::{Cell, Value};
use std::fmt;
use std::str::FromStr;

/// Named by the calendar year in which it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(i32);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotASchoolYear;

impl SchoolYear {
    pub fn starting(year: i32) -> SchoolYear {
        SchoolYear(year)
    }
    pub fn of(date: Date) -> SchoolYear {
        SchoolYear(date.year() - i32::from(date.month() < 9))
    }
    /// The calendar year in which it begins.
    pub fn start(self) -> i32 {
        self.0
    }
    pub fn plus(self, years: i32) -> SchoolYear {
        SchoolYear(self.0.saturating_add(years))
    }
    pub fn first_day(self) -> Date {
        Date::new(self.0, 9, 1).unwrap_or_default()
    }
    pub fn last_day(self) -> Date {
        Date::new(self.0.saturating_add(1), 8, 31).unwrap_or_default()
    }
    pub fn contains(self, date: Date) -> bool {
        SchoolYear::of(date) == self
    }
    pub fn autumn(self) -> Term {
        Term { year: self, half: Half::Autumn }
    }
    pub fn spring(self) -> Term {
        Term { year: self, half: Half::Spring }
    }
    /// Births of children of school age in this year: `entry_age` years old before it begins, for `years` of school. With 6
    /// and 9 this is the rule of domain.md §2.2: born from (Y−15)-09-01 to (Y−6)-08-31.
    pub fn births(self, entry_age: i32, years: i32) -> BirthWindow {
        BirthWindow {
            from: Date::new(self.0 - entry_age - years, 9, 1).unwrap_or_default(),
            to: Date::new(self.0 - entry_age, 8, 31).unwrap_or_default(),
        }
    }
}

impl FromStr for SchoolYear {
    type Err = NotASchoolYear;
    fn from_str(text: &str) -> Result<SchoolYear, NotASchoolYear> {
        let digits = |part: &str| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit());
        let (from, to) =
            text.split_once('-').filter(|(from, to)| digits(from) && digits(to)).ok_or(NotASchoolYear)?;
        let (from, to): (i32, i32) =
            (from.parse().map_err(|_| NotASchoolYear)?, to.parse().map_err(|_| NotASchoolYear)?);
        if to == from + 1 && from > 0 { Ok(SchoolYear(from)) } else { Err(NotASchoolYear) }
    }
}

impl fmt::Display for SchoolYear {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:04}", self.0, self.0 + 1)
    }
}

impl Cell for SchoolYear {
    fn read(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
}

/// First and last birth date, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BirthWindow {
    pub from: Date,
    pub to: Date,
}

impl BirthWindow {
    pub fn contains(self, birth: Date) -> bool {
        (self.from..=self.to).contains(&birth)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    #[default]
    Autumn,
    Spring,
}

impl Half {
    /// Its code in the list `term`.
    pub fn code(self) -> &'static str {
        match self {
            Half::Autumn => "AUTUMN",
            Half::Spring => "SPRING",
        }
    }
    pub fn from_code(code: &str) -> Option<Half> {
        [Half::Autumn, Half::Spring].into_iter().find(|half| half.code() == code)
    }
}

/// One term: `2025-2026-1` autumn, `2025-2026-2` spring.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term {
    pub year: SchoolYear,
    pub half: Half,
}

impl Term {
    pub fn next(self) -> Term {
        match self.half {
            Half::Autumn => self.year.spring(),
            Half::Spring => self.year.plus(1).autumn(),
        }
    }
    pub fn previous(self) -> Term {
        match self.half {
            Half::Autumn => self.year.plus(-1).spring(),
            Half::Spring => self.year.autumn(),
        }
    }
}

impl FromStr for Term {
    type Err = NotASchoolYear;
    fn from_str(text: &str) -> Result<Term, NotASchoolYear> {
        let (year, half) = text.rsplit_once('-').ok_or(NotASchoolYear)?;
        let half = match half {
            "1" => Half::Autumn,
            "2" => Half::Spring,
            _ => return Err(NotASchoolYear),
        };
        Ok(Term { year: year.parse()?, half })
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{}", self.year, if self.half == Half::Autumn { 1 } else { 2 })
    }
}

impl Cell for Term {
    fn read(value: &Value) -> Option<Self> {
        value.as_text()?.parse().ok()
    }
    fn write(&self) -> Value {
        Value::Text(self.to_string())
    }
}
