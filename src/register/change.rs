//! A change: what one act set, by whom, when, on which tablet, and what its author had seen. It never changes.
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::Values;
use crate::register::clock::Hlc;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A tablet's replica: random, taken anew at first run, restore and wipe; part of no export and no backup as its own.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DeviceId(pub u64);

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The name of one change: its tablet, that tablet's rising counter, and a random tag, so that two copies of one browser
/// profile, which count on from the same number, still never give two changes the same name.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Dot {
    pub device: DeviceId,
    pub counter: u32,
    pub tag: u32,
}

/// `<16 hex>-<counter>-<8 hex>`
impl fmt::Display for Dot {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}-{}-{:08x}", self.device, self.counter, self.tag)
    }
}

impl fmt::Debug for Dot {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADot;

impl FromStr for Dot {
    type Err = NotADot;
    fn from_str(text: &str) -> Result<Dot, NotADot> {
        let hex = |part: &str, len: usize| {
            let plain = part.len() == len && part.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
            plain.then(|| u64::from_str_radix(part, 16).ok()).flatten().ok_or(NotADot)
        };
        let mut parts = text.split('-');
        let mut next = || parts.next().ok_or(NotADot);
        let device = DeviceId(hex(next()?, 16)?);
        let digits = next()?;
        let plain = digits.bytes().all(|b| b.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
        let counter = plain.then(|| digits.parse().ok()).flatten().ok_or(NotADot)?;
        let tag = hex(next()?, 8)? as u32;
        match parts.next() {
            None => Ok(Dot { device, counter, tag }),
            Some(_) => Err(NotADot),
        }
    }
}

/// A record within a file: its table and its id. JSON: `visit/<32 hex>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordKey {
    pub table: Cow<'static, str>,
    pub id: RecordId,
}

impl RecordKey {
    pub fn new(table: &'static str, id: RecordId) -> RecordKey {
        RecordKey { table: Cow::Borrowed(table), id }
    }

    /// The one record that says what the file is: `pupil/0…0`, `school/0…0` …
    pub fn root(kind: &str) -> RecordKey {
        RecordKey { table: Cow::Owned(kind.to_owned()), id: RecordId(0) }
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}/{}", self.table, self.id)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARecordKey;

impl FromStr for RecordKey {
    type Err = NotARecordKey;
    fn from_str(text: &str) -> Result<RecordKey, NotARecordKey> {
        let (table, id) = text.split_once('/').ok_or(NotARecordKey)?;
        let plain = !table.is_empty()
            && table.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_');
        match plain {
            true => Ok(RecordKey {
                table: Cow::Owned(table.to_owned()),
                id: id.parse().map_err(|_| NotARecordKey)?,
            }),
            false => Err(NotARecordKey),
        }
    }
}

/// The field of a record that says it is deleted (`true`) or brought back (`false`).
pub const DELETED: &str = "~deleted";
/// The field of a file's root that erases the content of every change it had seen (retention).
pub const ERASED: &str = "~erased";
/// The field of a file's root that names the file it is joined into (one child, two files).
pub const JOINED: &str = "~joined";
/// The fields of a record that a joining brought: the file in which it was made, and who made it there.
pub const FROM: &str = "~from";
pub const BY: &str = "~by";

/// What the author did, for the history: a word of a closed list; words of newer versions are kept as they are.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Act(Cow<'static, str>);

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $code:literal;)*) => {
        impl Act {
            $($(#[$doc])* pub const $name: Act = Act(Cow::Borrowed($code));)*
            pub const ALL: &'static [Act] = &[$(Act::$name),*];
        }
    };
}

acts! {
    EDIT = "edit";
    NEW_FILE = "new_file";
    TAKE_IN_LIST = "take_in_list";
    RECORD_VISIT = "record_visit";
    SKIP_VISIT = "skip_visit";
    PLAN_VISIT = "plan_visit";
    ADD_PHOTO = "add_photo";
    WRITE_PLAN = "write_plan";
    PLACE = "place";
    ASSESS = "assess";
    COUNSEL = "counsel";
    ASSIGN_CARER = "assign_carer";
    CONSENT = "consent";
    SUMMARISE_TERM = "summarise_term";
    SETTINGS = "settings";
    DELETE = "delete";
    BRING_BACK = "bring_back";
    SETTLE = "settle";
    UNDO = "undo";
    JOIN = "join";
    UN_JOIN = "un_join";
    /// Two pupils who look alike are two children.
    TELL_APART = "tell_apart";
    ERASE = "erase";
    /// A case is opened, given to a team, checked, taken a step further; somebody persuades; a notice goes out; a child is back.
    OPEN_CASE = "open_case";
    ASSIGN_CASE = "assign_case";
    CHECK_CASE = "check_case";
    CASE_STEP = "case_step";
    PERSUADE = "persuade";
    NOTICE = "notice";
    ENROL = "enrol";
    PRACTICE = "practice";
    EXPORT = "export";
    /// A person's key, as other tablets shall know it.
    SIGNING_KEY = "signing_key";
    /// Decided whether two rows of two lists are one child.
    MATCH = "match";
    /// A duty letter is made or signed; a red line is recorded or taken a step; a score sheet is closed; a list is handed out.
    SIGN_LETTER = "sign_letter";
    RED_LINE = "red_line";
    FREEZE = "freeze";
    SUBMIT_REPORT = "submit_report";
    HAND_OUT = "hand_out";
}

impl Act {
    pub fn new(code: String) -> Act {
        Act(Cow::Owned(code))
    }
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The fields that a change sets, by record.
pub type Sets = BTreeMap<RecordKey, Values>;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Change {
    pub dot: Dot,
    /// The latest changes of this file that the author had seen; through them, all that came before. Empty: the file's first.
    pub after: Vec<Dot>,
    pub at: Hlc,
    /// The member of staff whose slot was unlocked.
    pub by: FileId,
    pub act: Act,
    pub sets: Sets,
    /// Members that this version does not know, kept and written back.
    pub extra: Values,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_and_record_keys_are_read_back_and_nothing_else_is() {
        let dot = Dot { device: DeviceId(0xd1), counter: 12, tag: 0xa8c1 };
        assert_eq!(dot.to_string(), "00000000000000d1-12-0000a8c1");
        assert_eq!(dot.to_string().parse(), Ok(dot));
        for bad in [
            "",
            "00000000000000d1-12",
            "00000000000000D1-12-0000a8c1",
            "00000000000000d1-012-0000a8c1",
            "00000000000000d1-+1-0000a8c1",
        ] {
            assert_eq!(bad.parse::<Dot>(), Err(NotADot), "{bad}");
        }
        let key = RecordKey::new("visit", RecordId(7));
        assert_eq!(key.to_string().parse(), Ok(key));
        assert_eq!("Visit/0".parse::<RecordKey>(), Err(NotARecordKey));
    }
}
