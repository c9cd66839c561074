//! What a field of a row says, as a screen tells it: codes stay codes, words are i18n's.
use crate::domain::date::Date;
use crate::lists::normalise::date::When;
use crate::lists::rows::{Carer, Event, Number, Presence, Reason, Residence};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Said {
    #[default]
    Nothing,
    /// The list's own words, or a code of the column's list.
    Text(String),
    When(When),
    Count(i64),
    Yes(bool),
    Residence(Residence),
    Presence(Presence),
    Reason(Reason),
}

/// A field's type, as far as it is told.
pub trait Says {
    fn said(&self) -> Said;
}

impl Says for str {
    fn said(&self) -> Said {
        if self.is_empty() { Said::Nothing } else { Said::Text(self.to_owned()) }
    }
}

impl Says for String {
    fn said(&self) -> Said {
        self.as_str().said()
    }
}

impl<T: Says> Says for Option<T> {
    fn said(&self) -> Said {
        self.as_ref().map(Says::said).unwrap_or_default()
    }
}

impl Says for Number {
    fn said(&self) -> Said {
        self.shown().said()
    }
}

impl Says for Vec<String> {
    fn said(&self) -> Said {
        self.join("、").said()
    }
}

impl Says for Vec<Carer> {
    fn said(&self) -> Said {
        let names: Vec<&str> = self.iter().map(|carer| carer.name.as_str()).collect();
        names.join("、").said()
    }
}

/// What the list says of them stands in its own words beside.
impl Says for Vec<Event> {
    fn said(&self) -> Said {
        Said::Nothing
    }
}

impl Says for u8 {
    fn said(&self) -> Said {
        Said::Count(i64::from(*self))
    }
}

impl Says for Date {
    fn said(&self) -> Said {
        Said::When(When::Day(*self))
    }
}

macro_rules! says {
    ($($of:ty => $said:expr),* $(,)?) => {$(
        impl Says for $of {
            fn said(&self) -> Said {
                $said(*self)
            }
        }
    )*};
}

says! {
    i64 => Said::Count,
    bool => Said::Yes,
    When => Said::When,
    Residence => Said::Residence,
    Presence => Said::Presence,
    Reason => Said::Reason,
}
