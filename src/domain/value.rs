//! Values as the register keeps them: JSON's shapes without floats, and typed cells read from them.
//!
//! A value of an unknown shape is kept and written back as it came; reading it into a typed cell gives the cell's
//! default, never an error, so that one odd value does not hide a record.
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt;

/// The fields of one record as shown: key → value.
pub type Values = BTreeMap<String, Value>;

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    /// A JSON number that is no `i64`, in the shortest form that reads back to the same number.
    Number(String),
    Text(String),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

impl Value {
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Value::Bool(flag) => Some(*flag),
            _ => None,
        }
    }

    pub fn as_list(&self) -> &[Value] {
        match self {
            Value::List(list) => list,
            _ => &[],
        }
    }

    /// Nothing that a reader would see: null, blank text, an empty list or map.
    pub fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.trim().is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Map(map) => map.is_empty(),
            _ => false,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Value::Bool(flag)
    }
}

/// A typed field of a record: read leniently from a value, written back exactly.
pub trait Cell: Default {
    /// `None` where the value has another shape.
    fn read(value: &Value) -> Option<Self>;
    /// `Value::Null` where there is nothing to keep.
    fn write(&self) -> Value;
}

impl<T: Cell> Cell for Option<T> {
    fn read(value: &Value) -> Option<Self> {
        Some(T::read(value))
    }
    fn write(&self) -> Value {
        self.as_ref().map_or(Value::Null, Cell::write)
    }
}

impl<T: Cell> Cell for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::List(list) => Some(list.iter().filter_map(T::read).collect()),
            _ => None,
        }
    }
    fn write(&self) -> Value {
        match self.is_empty() {
            true => Value::Null,
            false => Value::List(self.iter().map(Cell::write).collect()),
        }
    }
}

impl<T: Cell> Cell for BTreeMap<String, T> {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Map(map) => Some(map.iter().filter_map(|(k, v)| Some((k.clone(), T::read(v)?))).collect()),
            _ => None,
        }
    }
    fn write(&self) -> Value {
        match self.is_empty() {
            true => Value::Null,
            false => Value::Map(self.iter().map(|(k, v)| (k.clone(), v.write())).collect()),
        }
    }
}

impl Cell for String {
    fn read(value: &Value) -> Option<Self> {
        value.as_text().map(str::to_owned)
    }
    fn write(&self) -> Value {
        match self.is_empty() {
            true => Value::Null,
            false => Value::Text(self.clone()),
        }
    }
}

impl Cell for bool {
    fn read(value: &Value) -> Option<Self> {
        value.as_bool()
    }
    fn write(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Cell for i64 {
    fn read(value: &Value) -> Option<Self> {
        value.as_int()
    }
    fn write(&self) -> Value {
        Value::Int(*self)
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return Tagged::from(self).serialize(serializer);
        }
        match self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(flag) => serializer.serialize_bool(*flag),
            Value::Int(number) => serializer.serialize_i64(*number),
            Value::Number(text) => serializer.serialize_f64(text.parse().unwrap_or(0.0)),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(list) => {
                let mut seq = serializer.serialize_seq(Some(list.len()))?;
                list.iter().try_for_each(|item| seq.serialize_element(item))?;
                seq.end()
            }
            Value::Map(map) => {
                let mut out = serializer.serialize_map(Some(map.len()))?;
                map.iter().try_for_each(|(key, item)| out.serialize_entry(key, item))?;
                out.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match deserializer.is_human_readable() {
            true => deserializer.deserialize_any(AnyValue),
            false => Tagged::deserialize(deserializer).map(Value::from),
        }
    }
}

/// The compact binary form: a tag, then the content (binary formats do not describe themselves).
#[derive(Serialize, Deserialize)]
enum Tagged<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Number(std::borrow::Cow<'a, str>),
    Text(std::borrow::Cow<'a, str>),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

impl<'a> From<&'a Value> for Tagged<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Tagged::Null,
            Value::Bool(flag) => Tagged::Bool(*flag),
            Value::Int(number) => Tagged::Int(*number),
            Value::Number(text) => Tagged::Number(text.as_str().into()),
            Value::Text(text) => Tagged::Text(text.as_str().into()),
            Value::List(list) => Tagged::List(list.clone()),
            Value::Map(map) => Tagged::Map(map.clone()),
        }
    }
}

impl From<Tagged<'_>> for Value {
    fn from(tagged: Tagged<'_>) -> Self {
        match tagged {
            Tagged::Null => Value::Null,
            Tagged::Bool(flag) => Value::Bool(flag),
            Tagged::Int(number) => Value::Int(number),
            Tagged::Number(text) => Value::Number(text.into_owned()),
            Tagged::Text(text) => Value::Text(text.into_owned()),
            Tagged::List(list) => Value::List(list),
            Tagged::Map(map) => Value::Map(map),
        }
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a JSON value")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, flag: bool) -> Result<Value, E> {
        Ok(Value::Bool(flag))
    }
    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Int(number))
    }
    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(i64::try_from(number).map_or_else(|_| Value::Number(format!("{}", number as f64)), Value::Int))
    }
    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(format!("{number}")))
    }
    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut map = BTreeMap::new();
        while let Some((key, item)) = access.next_entry()? {
            map.insert(key, item);
        }
        Ok(Value::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_and_binary_give_the_value_back() {
        let json = r#"{"a":[1,-2,null,true,"行·"],"b":{"c":1.5,"d":1e300},"e":18446744073709551615}"#;
        let value: Value = serde_json::from_str(json).unwrap();
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
        let bytes = postcard::to_allocvec(&value).unwrap();
        assert_eq!(postcard::from_bytes::<Value>(&bytes).unwrap(), value);
    }

    #[test]
    fn a_cell_of_another_shape_reads_as_its_default() {
        assert_eq!(Option::<i64>::read(&Value::Text("three".into())), Some(None));
        assert_eq!(Vec::<String>::read(&Value::Bool(true)).unwrap_or_default(), Vec::<String>::new());
    }
}
