//! The container of an XLS, walked before the parser that is not ours follows it: a chain that leads in a circle, or a table that
//! claims more than the file holds, would make that one take memory without end.
use super::Unread;
use crate::lists::sheet::Format;

const END: u32 = 0xffff_fffe;
/// From here on a number names no sector of a chain.
const RESERVED: u32 = 0xffff_fffa;
/// In the table of tables: from here on it names no sector.
const NO_TABLE: u32 = 0xffff_fffc;
/// A directory entry.
const ENTRY: usize = 128;
/// A sector of the small streams, and the length below which a stream is one.
const SMALL: usize = 64;
const SMALL_BELOW: usize = 4096;

/// A stream as pieces of the file: where each begins and how long it is.
pub struct Stream(Vec<(usize, usize)>);

impl Stream {
    /// The stream's bytes.
    pub fn read(&self, bytes: &[u8]) -> Vec<u8> {
        let pieces = self.0.iter().filter_map(|(at, length)| bytes.get(*at..at + length));
        pieces.flatten().copied().collect()
    }

    /// Writes over the stream within a copy of its file.
    pub fn write(&self, file: &mut [u8], at: usize, with: &[u8]) {
        for (n, byte) in with.iter().enumerate() {
            let mut left = at + n;
            for (start, length) in &self.0 {
                if left < *length {
                    if let Some(slot) = file.get_mut(start + left) {
                        *slot = *byte;
                    }
                    break;
                }
                left -= length;
            }
        }
    }

    fn cut(mut self, length: usize) -> Stream {
        let mut left = length;
        self.0.retain_mut(|piece| {
            piece.1 = piece.1.min(left);
            left -= piece.1;
            piece.1 > 0
        });
        self
    }
}

/// The container's tables.
struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    next: Vec<u32>,
}

impl Container<'_> {
    /// Where a sector stands in the file; the last one may be cut off.
    fn piece(&self, id: u32) -> Option<(usize, usize)> {
        // The parser takes the header for as long as a sector, whatever it says itself.
        let at = self.sector.checked_add((id as usize).checked_mul(self.sector)?)?;
        let left = self.bytes.len().checked_sub(at)?;
        (left > 0).then_some((at, left.min(self.sector)))
    }

    /// A chain to its end, or until it is as long as its stream. `None` where it goes in a circle or leaves the file.
    fn chain(&self, first: u32, length: usize) -> Option<Stream> {
        let (mut pieces, mut id, mut taken) = (Vec::new(), first, 0);
        while id != END && taken < length {
            if pieces.len() > self.bytes.len() / self.sector {
                return None;
            }
            let piece = self.piece(id)?;
            taken += piece.1;
            pieces.push(piece);
            // Where the stream is whole the parser looks no further.
            if taken >= length {
                break;
            }
            id = *self.next.get(id as usize)?;
        }
        Some(Stream(pieces).cut(length))
    }

    fn numbers(&self, id: u32) -> Option<Vec<u32>> {
        let (at, length) = self.piece(id)?;
        Some(self.bytes.get(at..at + length)?.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect())
    }
}

pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Follows every chain that the parser will follow. The stream of cells, where the container has one.
pub fn workbook(bytes: &[u8]) -> Result<Option<Stream>, Unread> {
    walk(bytes).ok_or(Unread::Damaged(Format::Xls))
}

fn walk(bytes: &[u8]) -> Option<Option<Stream>> {
    let sector = match u16_at(bytes, 30)? {
        9 => 512,
        12 => 4096,
        _ => return None,
    };
    let most = bytes.len() / sector + 1;
    let mut container = Container { bytes, sector, next: Vec::new() };
    // The sectors of the table of chains: the first in the header, more in sectors of their own.
    let mut tables: Vec<u32> = (0..109).filter_map(|n| u32_at(bytes, 76 + 4 * n)).collect();
    let mut more = u32_at(bytes, 68)?;
    for _ in 0..=most {
        if more >= RESERVED {
            break;
        }
        tables.extend(container.numbers(more)?);
        more = tables.pop()?;
    }
    tables.retain(|id| *id < NO_TABLE);
    if more < RESERVED || tables.len() > most {
        return None;
    }
    for id in tables {
        let numbers = container.numbers(id)?;
        container.next.extend(numbers);
    }
    let directory = container.chain(u32_at(bytes, 48)?, usize::MAX)?.read(bytes);
    let entries: Vec<&[u8]> = directory.chunks_exact(ENTRY).collect();
    let length = |entry: &[u8]| match sector {
        512 => u32_at(entry, 120).map(|length| length as usize),
        _ => Some(u64::from_le_bytes(*entry.get(120..)?.first_chunk()?) as usize),
    };
    let small = match u32_at(bytes, 64)? {
        0 => None,
        count => {
            let root = entries.first()?;
            let stream = container.chain(u32_at(root, 116)?, length(root)?)?;
            let table =
                container.chain(u32_at(bytes, 60)?, (count as usize).checked_mul(sector)?)?.read(bytes);
            Some((stream, table.chunks_exact(4).filter_map(|four| u32_at(four, 0)).collect::<Vec<_>>()))
        }
    };
    let named = |wanted: &str| entries.iter().find(|entry| name_of(entry).eq_ignore_ascii_case(wanted));
    let Some(entry) = named("Workbook").or_else(|| named("Book")) else { return Some(None) };
    let (first, length) = (u32_at(entry, 116)?, length(entry)?);
    if length >= SMALL_BELOW {
        return container.chain(first, length).map(Some);
    }
    let (stream, next) = small?;
    Some(Some(small_chain(&stream, &next, first, length)?))
}

/// A small stream: sectors of its own size within another stream.
fn small_chain(within: &Stream, next: &[u32], first: u32, length: usize) -> Option<Stream> {
    let (mut pieces, mut id) = (Vec::new(), first);
    while id != END && pieces.len() * SMALL < length {
        let mut left = (id as usize).checked_mul(SMALL)?;
        let piece = within.0.iter().find_map(|(start, size)| {
            if left < *size {
                return Some((start + left, SMALL.min(size - left)));
            }
            left -= size;
            None
        });
        pieces.push(piece?);
        id = *next.get(id as usize)?;
    }
    Some(Stream(pieces).cut(length))
}

/// An entry's name, in UTF-16, up to its end mark.
fn name_of(entry: &[u8]) -> String {
    let units = entry.chunks_exact(2).take(32).filter_map(|two| u16_at(two, 0));
    char::decode_utf16(units.take_while(|unit| *unit != 0)).map(|c| c.unwrap_or('\u{fffd}')).collect()
}
