//! What can be wrong with a register text, where, what stands there and what should: data, no prose.
use crate::domain::id::FileId;
use crate::register::change::Dot;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The bounds of what is read: a hostile text costs no more than an honest one of the same size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub bytes: usize,
    /// Lists and maps within each other.
    pub depth: usize,
    pub files: usize,
    /// Of one file.
    pub changes: usize,
    /// Bytes of one text or name.
    pub text: usize,
    /// Items of one list or members of one map, within a change.
    pub items: usize,
    /// Values of the whole text.
    pub values: usize,
    /// Issues that are kept; the rest is counted.
    pub issues: usize,
}

/// Four times 20,000 pupils with ten visits each.
impl Default for Limits {
    fn default() -> Limits {
        Limits {
            bytes: 1 << 30,
            depth: 64,
            files: 200_000,
            changes: 200_000,
            text: 8 << 20,
            items: 100_000,
            values: 40_000_000,
            issues: 100,
        }
    }
}

/// Where: an RFC 6901 pointer, and line and column (in characters) counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub pointer: String,
    pub line: usize,
    pub column: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub place: Place,
    pub problem: Problem,
}

/// The shapes of JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    Null,
    Bool,
    Number,
    Text,
    List,
    Map,
}

/// What the grammar of JSON wants next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expected {
    Value,
    Digit,
    MemberName,
    Colon,
    CommaOrBrace,
    CommaOrBracket,
    /// Nothing more.
    End,
}

/// The form that a text must have in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// 32 hexadecimal digits, small letters.
    Id,
    /// 64 hexadecimal digits, small letters.
    Secret,
    /// `<16 hex>-<counter>-<8 hex>`
    Dot,
    /// `2026-03-11T06:02:33.123Z`, with `~n` where several fell into one millisecond.
    Instant,
    /// `table/<32 hex>`
    Record,
    /// A whole number from 0 to 4,294,967,295.
    Count,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    Utf16,
    /// Neither UTF-8 nor UTF-16: GBK, or no text at all.
    Unknown,
    Zip,
}

/// What there is too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    Bytes,
    Depth,
    Files,
    Changes,
    TextBytes,
    Items,
    Values,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// Nothing but space.
    Empty,
    NotUtf8(Encoding),
    /// The text ends in the middle: it was not copied or downloaded whole.
    Truncated,
    Unexpected {
        found: char,
        expected: Expected,
    },
    /// A line break or another control character inside a text (U+…).
    ControlCharacter(u32),
    /// No escape of JSON.
    BadEscape,
    /// Half of a character: `\ud800` without its other half.
    HalfCharacter,
    NumberOutOfRange {
        found: String,
    },
    TooMuch {
        part: Part,
        limit: usize,
    },

    WrongShape {
        found: Shape,
        expected: Shape,
    },
    WrongForm {
        found: String,
        expected: Form,
    },
    Missing {
        member: Cow<'static, str>,
    },
    /// One name twice in one map: readers differ in which they take.
    Twice {
        member: String,
    },
    FileTwice(FileId),
    ChangeTwice(Dot),

    /// JSON, but no register: `format` is missing or another.
    NotARegister {
        found: Option<String>,
    },
    NewerVersion {
        found: u32,
        known: u32,
    },
    /// A report leaves things out: it is for reading, and nothing can be taken in from it.
    Report,
    /// Neither `mergeable` nor `report`.
    UnknownKind {
        found: String,
    },
    /// The register's secret in a text that was not sealed.
    JoinInPlain,
}

impl Problem {
    /// After these nothing further can be read: the text is not sound JSON, or costs too much.
    pub fn ends_the_reading(&self) -> bool {
        match self {
            Problem::TooMuch { part, .. } => {
                matches!(part, Part::Bytes | Part::Files | Part::Depth | Part::Values)
            }
            Problem::Empty
            | Problem::NotUtf8(_)
            | Problem::Truncated
            | Problem::Unexpected { .. }
            | Problem::ControlCharacter(_)
            | Problem::BadEscape
            | Problem::HalfCharacter
            | Problem::NumberOutOfRange { .. } => true,
            _ => false,
        }
    }
}
