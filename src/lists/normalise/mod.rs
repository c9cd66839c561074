//! Cells → typed values, each with what had to be mended or stays in doubt (domain.md §6.2).
pub mod count;
pub mod date;
pub mod identity;
pub mod phone;
pub mod text;

use crate::lists::sheet::Cell;
use std::borrow::Cow;

/// A value and what was found about it; no value where nothing sound stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Read<T> {
    pub value: Option<T>,
    pub faults: Vec<crate::lists::issue::Fault>,
}

impl<T> Read<T> {
    pub fn nothing() -> Read<T> {
        Read { value: None, faults: Vec::new() }
    }
    pub fn sound(value: T) -> Read<T> {
        Read { value: Some(value), faults: Vec::new() }
    }
    pub fn fault(fault: crate::lists::issue::Fault) -> Read<T> {
        Read { value: None, faults: vec![fault] }
    }
    pub fn with(mut self, fault: crate::lists::issue::Fault) -> Read<T> {
        self.faults.push(fault);
        self
    }
}

/// A cell as a person sees it, without the spaces around it and the characters that nobody sees. Numbers in their
/// shortest form, never in scientific notation; dates as `YYYY-MM-DD`.
pub fn shown(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Empty => "".into(),
        Cell::Text(text) => text::clean(text),
        Cell::Number(number) => format!("{number}").into(),
        Cell::Bool(true) => "TRUE".into(),
        Cell::Bool(false) => "FALSE".into(),
        Cell::Date(serial) => match date::of_serial(serial) {
            Some(day) => day.to_string().into(),
            None => format!("{}", serial.days).into(),
        },
        Cell::Error => "#".into(),
    }
}
