//! A dated batch of one list as it is kept: a header, and the rows as column chunks of some thousand rows each.
//!
//! A child who stands only on a list is a row of such a batch, not a file. A chunk is postcard, column by column under the
//! column's name, so that what repeats is written once and a column of a later version may be missing here. Whoever stores
//! the chunks seals them; nothing here is sealed.
use crate::domain::date::Date;
use crate::lists::columns::ListKind;
use crate::lists::issue::{Counts, Place, Source};
use crate::lists::mapping::Mapping;
use crate::lists::taking::ListRow;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;

/// The version of [`Header`] and chunks that this build writes; it reads all earlier ones.
pub const VERSION: u8 = 1;
/// Rows of one chunk.
pub const CHUNK_ROWS: usize = 4_000;

/// What is known of a batch without reading its rows. Small: a screen lists batches by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub version: u8,
    pub kind: ListKind,
    /// The office that filled in the list, as it names itself; empty where it does not.
    pub unit: String,
    /// The day that the list holds for, by its own words.
    pub as_of: Option<Date>,
    /// The day on which it was taken in.
    pub taken_on: Date,
    pub files: Vec<FileNote>,
    /// The sheets, in the order in which the rows' places count them, each with what its columns mean.
    pub sources: Vec<Source>,
    pub mappings: Vec<Mapping>,
    pub counts: Counts,
    /// How many chunks there are.
    pub chunks: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileNote {
    pub name: String,
    /// SHA-256 of the file's bytes.
    pub fingerprint: [u8; 32],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// Not what this code wrote.
    Damaged,
    /// Rows of this other kind.
    OtherKind(ListKind),
    /// Written by a newer version.
    Newer(u8),
}

#[derive(Serialize, Deserialize)]
struct Chunk {
    version: u8,
    kind: ListKind,
    rows: u32,
    places: Vec<u8>,
    columns: Vec<(String, Vec<u8>)>,
}

/// A column's values: where few differ, each once and the rest as their positions.
#[derive(Serialize, Deserialize)]
enum Coded<V> {
    Each(Vec<V>),
    Shared(Vec<V>, Vec<u32>),
}

impl Header {
    pub fn encode(&self) -> Result<Vec<u8>, Unreadable> {
        postcard::to_allocvec(self).map_err(|_| Unreadable::Damaged)
    }

    pub fn decode(bytes: &[u8]) -> Result<Header, Unreadable> {
        newer(bytes)?;
        postcard::from_bytes(bytes).map_err(|_| Unreadable::Damaged)
    }
}

/// The version is the first byte of whatever is written here.
fn newer(bytes: &[u8]) -> Result<(), Unreadable> {
    match bytes.first() {
        None => Err(Unreadable::Damaged),
        Some(version) if *version > VERSION => Err(Unreadable::Newer(*version)),
        Some(_) => Ok(()),
    }
}

/// The rows as chunks of [`CHUNK_ROWS`], in their order.
pub fn encode<R: ListRow>(rows: &[(Place, R)]) -> Result<Vec<Vec<u8>>, Unreadable> {
    rows.chunks(CHUNK_ROWS).map(encode_chunk).collect()
}

fn encode_chunk<R: ListRow>(rows: &[(Place, R)]) -> Result<Vec<u8>, Unreadable> {
    let places: Vec<(u32, u32)> = rows.iter().map(|(place, _)| (place.source, place.row)).collect();
    let chunk = Chunk {
        version: VERSION,
        kind: R::KIND,
        rows: rows.len() as u32,
        places: postcard::to_allocvec(&places).map_err(|_| Unreadable::Damaged)?,
        columns: R::columns(rows).ok_or(Unreadable::Damaged)?,
    };
    postcard::to_allocvec(&chunk).map_err(|_| Unreadable::Damaged)
}

/// The rows of one chunk.
pub fn decode<R: ListRow>(bytes: &[u8]) -> Result<Vec<(Place, R)>, Unreadable> {
    newer(bytes)?;
    let chunk: Chunk = postcard::from_bytes(bytes).map_err(|_| Unreadable::Damaged)?;
    if chunk.kind != R::KIND {
        return Err(Unreadable::OtherKind(chunk.kind));
    }
    let places: Vec<(u32, u32)> = postcard::from_bytes(&chunk.places).map_err(|_| Unreadable::Damaged)?;
    let rows = R::of_columns(&Columns(chunk.columns), places.len()).ok_or(Unreadable::Damaged)?;
    if chunk.rows as usize != places.len() || rows.len() != places.len() {
        return Err(Unreadable::Damaged);
    }
    Ok(places.into_iter().map(|(source, row)| Place::row(source, row)).zip(rows).collect())
}

/// The columns of a chunk by their names.
pub struct Columns(Vec<(String, Vec<u8>)>);

impl Columns {
    /// The values of a column; defaults where the chunk has no such column. `None` where it is damaged.
    pub fn read<V: DeserializeOwned + Default + Clone>(&self, key: &str, rows: usize) -> Option<Vec<V>> {
        let Some((_, bytes)) = self.0.iter().find(|(name, _)| name == key) else {
            return Some(vec![V::default(); rows]);
        };
        let values: Vec<V> = match postcard::from_bytes(bytes).ok()? {
            Coded::Each(values) => values,
            Coded::Shared(values, at) => {
                at.into_iter().map(|at| values.get(at as usize).cloned()).collect::<Option<_>>()?
            }
        };
        (values.len() == rows).then_some(values)
    }
}

/// One column as bytes.
pub fn column<'a, V: Serialize + Hash + Eq + 'a>(
    key: &str,
    values: impl Iterator<Item = &'a V>,
) -> Option<(String, Vec<u8>)> {
    let mut known: HashMap<&V, u32> = HashMap::new();
    let (mut each, mut at) = (Vec::new(), Vec::new());
    for value in values {
        let next = known.len() as u32;
        at.push(*known.entry(value).or_insert_with(|| {
            each.push(value);
            next
        }));
    }
    // A value that stands once would cost its position besides.
    let bytes = match each.len() == at.len() {
        true => postcard::to_allocvec(&Coded::Each(each)),
        false => postcard::to_allocvec(&Coded::Shared(each, at)),
    };
    Some((key.to_owned(), bytes.ok()?))
}
