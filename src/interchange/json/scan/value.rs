//! Values, and members that may stand once.
use super::{Scan, Scanned, clipped};
use crate::domain::value::{Value, Values};
use crate::interchange::json::number;
use crate::interchange::json::problem::{Expected, Form, Part, Problem, Shape};
use std::borrow::Cow;
use std::collections::btree_map::Entry;
use std::str::FromStr;

impl<'a> Scan<'a> {
    fn number(&mut self) -> Scanned<Value> {
        let rest = self.text.get(self.at..).unwrap_or("");
        let length = match number::token(rest.as_bytes()) {
            Ok(length) => length,
            Err(missing) => {
                self.at += missing;
                return self.unexpected(Expected::Digit);
            }
        };
        let token = rest.get(..length).unwrap_or("");
        match number::value(token) {
            Some(value) => {
                self.at += length;
                Ok(value)
            }
            None => self.fault(self.at, Problem::NumberOutOfRange { found: clipped(token) }),
        }
    }

    fn word(&mut self, word: &str) -> Scanned<()> {
        for expected in word.bytes() {
            match self.byte() {
                Some(found) if found == expected => self.at += 1,
                _ => return self.unexpected(Expected::Value),
            }
        }
        Ok(())
    }

    pub fn flag(&mut self) -> Scanned<bool> {
        self.want(Shape::Bool)?;
        let truth = self.byte() == Some(b't');
        self.word(if truth { "true" } else { "false" })?;
        Ok(truth)
    }

    pub fn count(&mut self) -> Scanned<u32> {
        self.want(Shape::Number)?;
        let at = self.at;
        let value = self.number()?;
        let count = value.as_int().and_then(|n| u32::try_from(n).ok());
        let found = clipped(self.text.get(at..self.at).unwrap_or(""));
        count.map_or_else(|| self.fault(at, Problem::WrongForm { found, expected: Form::Count }), Ok)
    }

    /// A text of a form.
    pub fn form<T: FromStr>(&mut self, expected: Form) -> Scanned<T> {
        let at = self.here();
        let text = self.text()?;
        text.parse().or_else(|_| self.fault(at, Problem::WrongForm { found: clipped(&text), expected }))
    }

    /// Any value.
    pub fn value(&mut self) -> Scanned<Value> {
        self.values += 1;
        if self.values > self.limits.values {
            return self.too_much(self.at, Part::Values, self.limits.values);
        }
        Ok(match self.shape()? {
            Shape::Null => {
                self.word("null")?;
                Value::Null
            }
            Shape::Bool => Value::Bool(self.flag()?),
            Shape::Number => self.number()?,
            Shape::Text => Value::Text(self.text()?.into_owned()),
            Shape::List => {
                let mut list = Vec::new();
                self.list(|scan, n| {
                    scan.bounded(n)?;
                    list.push(scan.value()?);
                    Ok(())
                })?;
                Value::List(list)
            }
            Shape::Map => Value::Map(self.values()?),
        })
    }

    /// A map of any values.
    pub fn values(&mut self) -> Scanned<Values> {
        let mut values = Values::new();
        self.map(|scan, at, name| scan.keep(&mut values, at, name))?;
        Ok(values)
    }

    /// Reads a member that is kept under its name.
    pub fn keep(&mut self, values: &mut Values, at: usize, name: Cow<'a, str>) -> Scanned<()> {
        self.bounded(values.len())?;
        let value = self.value()?;
        match values.entry(name.into_owned()) {
            Entry::Vacant(place) => {
                place.insert(value);
                Ok(())
            }
            Entry::Occupied(taken) => self.twice(at, taken.key()),
        }
    }

    /// Reads a member that may stand once.
    pub fn once<T>(
        &mut self,
        place: &mut Option<T>,
        at: usize,
        name: &str,
        read: impl FnOnce(&mut Self) -> Scanned<T>,
    ) -> Scanned<()> {
        if place.is_some() {
            return self.twice(at, name);
        }
        *place = Some(read(self)?);
        Ok(())
    }

    pub fn twice<T>(&self, at: usize, name: &str) -> Scanned<T> {
        self.fault(at, Problem::Twice { member: clipped(name) })
    }

    pub fn bounded(&mut self, so_far: usize) -> Scanned<()> {
        match so_far < self.limits.items {
            true => Ok(()),
            false => self.too_much(self.at, Part::Items, self.limits.items),
        }
    }

    /// Passes over a value, which must be sound JSON.
    pub fn skip(&mut self) -> Scanned<()> {
        match self.shape()? {
            Shape::Null => self.word("null"),
            Shape::Bool => self.flag().map(|_| ()),
            Shape::Number => self.number().map(|_| ()),
            Shape::Text => self.text().map(|_| ()),
            Shape::List => self.list(|scan, _| scan.skip()),
            Shape::Map => self.map(|scan, _, _| scan.skip()),
        }
    }
}
