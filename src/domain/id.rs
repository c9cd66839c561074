//! Ids: random or derived 128-bit names of files, records and staff, written as 32 hexadecimal digits.
use crate::domain::value::{Cell, Value};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u128);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, "{:032x}", self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                let lower = text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                match lower && text.len() == 32 {
                    true => u128::from_str_radix(text, 16).map($name).map_err(|_| NotAnId),
                    false => Err(NotAnId),
                }
            }
        }
        impl Cell for $name {
            fn read(value: &Value) -> Option<Self> {
                value.as_text()?.parse().ok()
            }
            fn write(&self) -> Value {
                Value::Text(self.to_string())
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match serializer.is_human_readable() {
                    true => serializer.collect_str(self),
                    false => self.0.serialize(serializer),
                }
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                match deserializer.is_human_readable() {
                    true => {
                        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
                        text.parse().map_err(|_| serde::de::Error::custom("32 hexadecimal digits expected"))
                    }
                    false => u128::deserialize(deserializer).map($name),
                }
            }
        }
    };
}

id! {
    /// A file (卷): one pupil, school, member of staff or county matter.
    FileId
}
id! {
    /// A record within a file: one visit, goal, guardian, photo …
    RecordId
}
id! {
    /// A register: what a county's tablets share, so that files of another one are never merged in.
    RegisterId
}
