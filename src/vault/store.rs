//! What the vault asks of a store: named areas of bytes under keys, and writes that happen whole or not at all.
//!
//! A store knows nothing of keys, seals or files. Keys are ASCII (so that every store orders them alike).
//! [`Store::commit`] is one transaction, durable when it returns; it carries the writer's number and changes
//! nothing if another writer has taken the store over meanwhile. Failures are data ([`StoreError`]).
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Area {
    /// Keyring, manifest, writer's number, small sealed settings of the tablet.
    Meta,
    /// A file's base pack, by file id.
    Files,
    /// Packs appended since, by `<file id>/<seq>`.
    History,
    /// Shards of summaries and of facts.
    Index,
    /// Photos and papers, by content hash.
    Media,
    /// What is typed and not yet saved.
    Drafts,
    /// Dated batches of department lists: their headers and their rows in chunks.
    Lists,
}

impl Area {
    pub const ALL: [Area; 7] =
        [Area::Meta, Area::Files, Area::History, Area::Index, Area::Media, Area::Drafts, Area::Lists];

    /// The name of its object store.
    pub const fn name(self) -> &'static str {
        match self {
            Area::Meta => "meta",
            Area::Files => "files",
            Area::History => "history",
            Area::Index => "index",
            Area::Media => "media",
            Area::Drafts => "drafts",
            Area::Lists => "lists",
        }
    }

    /// Its byte in associated data and backups; never changes.
    pub const fn tag(self) -> u8 {
        match self {
            Area::Meta => 0,
            Area::Files => 1,
            Area::History => 2,
            Area::Index => 3,
            Area::Media => 4,
            Area::Drafts => 5,
            Area::Lists => 6,
        }
    }

    pub fn from_tag(tag: u8) -> Option<Area> {
        Area::ALL.into_iter().find(|area| area.tag() == tag)
    }
}

/// Which keys of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Range {
    All,
    Prefix(String),
    /// From the first (included) to the second (excluded).
    Between(String, String),
}

impl Range {
    pub fn holds(&self, key: &str) -> bool {
        match self {
            Range::All => true,
            Range::Prefix(prefix) => key.starts_with(prefix.as_str()),
            Range::Between(from, before) => from.as_str() <= key && key < before.as_str(),
        }
    }
}

/// One step of a [`Batch`]; steps apply in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    Put { area: Area, key: String, value: Vec<u8> },
    Delete { area: Area, key: String },
    DeleteRange { area: Area, range: Range },
}

/// Everything one transaction does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    /// The writer's number that must still stand in the store; `None` only before there is a writer.
    pub fence: Option<u64>,
    pub ops: Vec<Op>,
}

impl Batch {
    /// Bytes of the values it puts.
    pub fn bytes(&self) -> u64 {
        let size = |op: &Op| match op {
            Op::Put { value, .. } => value.len() as u64,
            _ => 0,
        };
        self.ops.iter().map(size).sum()
    }
}

/// What went wrong in a store. After any of these the transaction has changed nothing, except that
/// after [`StoreError::Closed`] and [`StoreError::Failed`] the caller must look before it trusts that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// No room for these bytes.
    Full { asked: u64 },
    /// The browser closed the connection, or another page deletes or upgrades the store.
    Closed,
    /// Another page of an older version keeps the store open; it must be closed first.
    Blocked,
    /// The store was written by a newer program; it is left untouched.
    NewerSchema { found: u32, known: u32 },
    /// Another page has become the writer.
    AnotherWriter { mine: u64, theirs: u64 },
    /// The browser refuses storage here (private mode, or switched off).
    Unavailable,
    /// Anything else, with the engine's own name for it.
    Failed { name: String },
}

/// The plain entry in [`Area::Meta`] that holds the writer's number (8 bytes, big-endian).
pub const WRITER: &str = "writer";

/// Reads a writer's number; none or a garbled one counts as 0.
pub fn writer_number(value: Option<&[u8]>) -> u64 {
    value.and_then(|bytes| bytes.try_into().ok()).map(u64::from_be_bytes).unwrap_or(0)
}

#[allow(async_fn_in_trait)] // one thread: nothing here is sent to another
pub trait Store {
    async fn get(&self, area: Area, key: &str) -> Result<Option<Vec<u8>>, StoreError>;
    /// In the order of `keys`.
    async fn get_many(&self, area: Area, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, StoreError>;
    /// Keys and values, in the order of keys.
    async fn list(&self, area: Area, range: &Range) -> Result<Vec<(String, Vec<u8>)>, StoreError>;
    async fn keys(&self, area: Area, range: &Range) -> Result<Vec<String>, StoreError>;
    /// One transaction; returns when it is durable.
    async fn commit(&self, batch: Batch) -> Result<(), StoreError>;
    /// Becomes the writer: raises the number in [`WRITER`] and returns it. Every other writer's commits fail from now on.
    async fn claim(&self) -> Result<u64, StoreError>;
}
