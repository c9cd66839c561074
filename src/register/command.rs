//! What a person can ask of one file, and why it may be refused.
use crate::domain::case::Bar;
use crate::domain::check::Flaw;
use crate::domain::date::{Clock, Date};
use crate::domain::id::FileId;
use crate::domain::value::{Value, Values};
use crate::register::causal::Untidy;
use crate::register::change::{Act, Dot, RecordKey, Sets};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Sets fields; records that are not there are made. Fields that already show the value are left alone.
    Set {
        act: Act,
        sets: Sets,
    },
    /// Deletes a record, or with the root the whole file.
    Delete {
        record: RecordKey,
    },
    BringBack {
        record: RecordKey,
    },
    /// Decides a field that holds several values; `DELETED` decides a contested deletion.
    Settle {
        record: RecordKey,
        field: String,
        value: Value,
    },
    /// Gives the fields that a change set back what they showed before it; what it made is deleted.
    Undo {
        dot: Dot,
    },
    /// This file and the other are of one child: the other is the one to go on with.
    Join {
        into: FileId,
    },
    UnJoin,
    /// Retention: the content of all changes so far goes for good; the file keeps its id and the names of its changes.
    Erase,
}

impl Command {
    /// A command that sets the fields of one record.
    pub fn set(act: Act, record: RecordKey, values: Values) -> Command {
        Command::Set { act, sets: Sets::from([(record, values)]) }
    }
}

/// Everything a command needs from outside: who, when, where. Nothing in the core asks a clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ctx {
    /// Milliseconds since 1970, this tablet's clock.
    pub wall: u64,
    /// This tablet's day and time of day, as its people read them.
    pub today: Date,
    pub now: Clock,
    /// The name for the change: never used before.
    pub dot: Dot,
    /// Whose slot is unlocked.
    pub by: FileId,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Everything is already as the command asks.
    NothingToDo,
    /// A rule within a record does not hold after the command.
    Flaws(Vec<(RecordKey, Flaw)>),
    NoSuchRecord(RecordKey),
    NoSuchChange(Dot),
    /// Somebody changed this field after the change that is to be undone.
    ChangedSince {
        record: RecordKey,
        field: String,
    },
    /// An erasure has taken the content for good.
    Erased,
    /// Only what is deleted can be brought back.
    NotDeleted(RecordKey),
    /// A file cannot be joined into itself.
    JoinedIntoItself,
    /// It stands as it was made: what becomes of it is a record of its own.
    Stands(RecordKey),
    /// What stands against a step of a case, or against opening one.
    Case(Vec<Bar>),
    Untidy(Untidy),
}
