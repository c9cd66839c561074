//! [`record!`](crate::record): a record's fields, declared once, become its struct and its table.
//! [`listed!`](crate::listed): an enum that can be gone through.

/// Declares a record: its struct (typed, lenient to read) and its [`Table`](crate::domain::field::Table).
///
/// ```
/// use baoxue::domain::{date::Date, field::Field};
/// baoxue::record! {
///     /// An example.
///     Walk, "walk" {
///         when { date: Option<Date> = Field::date().required(); }
///         what { note: String = Field::long_text(); }
///     }
/// }
/// assert_eq!(Walk::TABLE.fields[1].key, "note");
/// ```
#[macro_export]
macro_rules! record {
    ($(#[$doc:meta])* $name:ident, $key:literal { $( $section:ident { $( $(#[$fdoc:meta])* $field:ident : $ty:ty = $spec:expr ; )* } )* }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $name { $($( $(#[$fdoc])* pub $field: $ty, )*)* }

        impl $name {
            pub const TABLE: $crate::domain::field::Table = $crate::domain::field::Table {
                key: $key,
                fields: &[$($( $spec.named(stringify!($field), stringify!($section)), )*)*],
            };

            /// The record as typed fields; a value of another shape reads as the field's default.
            #[allow(dead_code)]
            pub fn read(values: &$crate::domain::value::Values) -> Self {
                #[allow(unused_mut)]
                let mut record = Self::default();
                $($( if let Some(cell) = values.get(stringify!($field)).and_then($crate::domain::value::Cell::read) { record.$field = cell; } )*)*
                record
            }

            /// The fields that hold something, as values.
            #[allow(dead_code)]
            pub fn write(&self) -> $crate::domain::value::Values {
                let mut values = $crate::domain::value::Values::new();
                $($( let cell = $crate::domain::value::Cell::write(&self.$field);
                     if cell != $crate::domain::value::Value::Null { values.insert(stringify!($field).to_owned(), cell); } )*)*
                values
            }
        }
    };
}

/// Declares an enum of plain variants, with `ALL` of them in their order.
///
/// ```
/// baoxue::listed! {
///     /// An example.
///     #[derive(Debug, PartialEq)]
///     pub enum Side { Left, Right }
/// }
/// assert_eq!(Side::ALL, [Side::Left, Side::Right]);
/// ```
#[macro_export]
macro_rules! listed {
    ($(#[$meta:meta])* pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident ),* $(,)? }) => {
        $(#[$meta])*
        pub enum $name { $( $(#[$doc])* $variant, )* }

        impl $name {
            /// Every one, in order.
            pub const ALL: [$name; [$( stringify!($variant) ),*].len()] = [$( $name::$variant ),*];
        }
    };
}
