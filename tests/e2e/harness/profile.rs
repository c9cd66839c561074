//! What can be read in a copied profile: every file is searched as it lies and, where the browser packs, as unpacked.
//!
//! Unpacked are LevelDB's tables (blocks stored or Snappy), its logs (records put together over the blocks' borders), values that
//! IndexedDB itself packs with Snappy, and gzip wherever it begins. Sought in UTF-8, UTF-16 of both orders, GB18030, as JSON and
//! percent escapes and in Base64. Not unpacked: Brotli and Zstandard, which Chromium does not use for what a page stores.

use std::collections::{BTreeSet, HashMap};
use std::io::Read;
use std::path::Path;

use super::Step;

/// The shortest pattern: below six bytes chance alone finds one in a hundred megabytes.
const SHORTEST: usize = 6;
const TABLE_END: u64 = 0xdb47_7524_8b80_fb57;
/// What IndexedDB writes before a value that it packed.
const PACKED_VALUE: &[u8] = &[0xff, 0x11, 0x02];
/// The most that one packed piece may give.
const MOST: usize = 64 << 20;

/// What was searched, and what was found.
#[derive(Debug, Default)]
pub struct Looked {
    pub files: usize,
    pub bytes: u64,
    /// Pieces that had to be unpacked.
    pub unpacked: usize,
    /// `file: word (how it is written)`.
    pub hits: BTreeSet<String>,
}

/// Thousands of words are sought at once: two bytes sort out most places, six name the few patterns that may stand there.
struct Patterns {
    may_begin: Vec<bool>,
    by_head: HashMap<[u8; SHORTEST], Vec<Pattern>>,
}

struct Pattern {
    bytes: Vec<u8>,
    word: String,
    how: &'static str,
}

fn patterns(words: &BTreeSet<String>) -> Patterns {
    let mut patterns = Patterns { may_begin: vec![false; 1 << 16], by_head: HashMap::new() };
    for word in words {
        for (how, bytes) in writings(word) {
            let Some(head) = bytes.first_chunk::<SHORTEST>().copied() else { continue };
            patterns.may_begin[usize::from(u16::from_be_bytes([head[0], head[1]]))] = true;
            patterns.by_head.entry(head).or_default().push(Pattern { bytes, word: word.clone(), how });
        }
    }
    patterns
}

impl Patterns {
    fn each(&self, bytes: &[u8], mut hit: impl FnMut(&Pattern)) {
        let (mut at, end) = (0, bytes.len().saturating_sub(SHORTEST - 1));
        while at < end {
            if self.may_begin[usize::from(bytes[at]) << 8 | usize::from(bytes[at + 1])]
                && let Some(head) = bytes[at..].first_chunk::<SHORTEST>()
                && let Some(some) = self.by_head.get(head)
            {
                some.iter().filter(|pattern| bytes[at..].starts_with(&pattern.bytes)).for_each(&mut hit);
            }
            at += 1;
        }
    }
}

/// Where a mark stands in bytes.
fn marks<'a>(bytes: &'a [u8], mark: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let mut at = 0;
    std::iter::from_fn(move || {
        let next = at + bytes.get(at..)?.windows(mark.len()).position(|window| window == mark)?;
        at = next + 1;
        Some(next)
    })
}

/// The ways in which a word may lie in a file.
fn writings(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let utf8 = word.as_bytes().to_vec();
    let little: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut all = vec![("UTF-8", utf8.clone()), ("UTF-16LE", little), ("UTF-16BE", big)];
    all.extend((0..3).map(|shift| ("Base64", base64_within(&utf8, shift))));
    if !word.is_ascii() {
        all.push(("GB18030", encoding_rs::GB18030.encode(word).0.into_owned()));
        all.push(("percent", utf8.iter().flat_map(|byte| format!("%{byte:02X}").into_bytes()).collect()));
        all.push(("JSON", word.encode_utf16().flat_map(|u| format!("\\u{u:04x}").into_bytes()).collect()));
    }
    all
}

/// What stays of a text in Base64 whatever stands before and after it, if it begins at a place of this remainder by three.
fn base64_within(text: &[u8], shift: usize) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> = text.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    // The first digit that the text alone decides.
    let skip = (6 - shift * 8 % 6) % 6;
    let digit = |six: &[u8]| DIGITS[six.iter().fold(0, |sum, bit| sum * 2 + usize::from(*bit))];
    bits[skip..].chunks_exact(6).map(digit).collect()
}

/// Searches everything below a folder.
pub fn search(folder: &Path, words: &BTreeSet<String>) -> Step<Looked> {
    let patterns = patterns(words);
    let mut looked = Looked::default();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at)? {
            let path = entry?.path();
            let name = path.strip_prefix(folder)?.display().to_string();
            if path.symlink_metadata()?.is_dir() {
                folders.push(path);
                continue;
            }
            // Sockets and files that go while we look hold nothing.
            let Ok(bytes) = std::fs::read(&path) else { continue };
            looked.files += 1;
            looked.bytes += bytes.len() as u64;
            // A name may tell as much as a content.
            hits(&patterns, &name, name.as_bytes(), "", &mut looked);
            hits(&patterns, &name, &bytes, "", &mut looked);
            for piece in unpacked(&bytes) {
                looked.unpacked += 1;
                hits(&patterns, &name, &piece, " unpacked", &mut looked);
            }
        }
    }
    Ok(looked)
}

fn hits(patterns: &Patterns, name: &str, bytes: &[u8], state: &str, looked: &mut Looked) {
    patterns.each(bytes, |Pattern { word, how, .. }| {
        looked.hits.insert(format!("{name}: {word} ({how}{state})"));
    });
}

/// Everything that can be unpacked in a file.
fn unpacked(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut pieces = table_blocks(bytes).unwrap_or_default();
    // A log's records hang together only without the heads between them.
    pieces.extend(log_records(bytes));
    let values: Vec<Vec<u8>> =
        pieces.iter().map(Vec::as_slice).chain([bytes]).flat_map(packed_values).collect();
    pieces.extend(values);
    for at in marks(bytes, b"\x1f\x8b\x08") {
        let mut piece = Vec::new();
        // A broken end leaves what was read before it.
        let _ = flate2::read::GzDecoder::new(&bytes[at..]).take(MOST as u64).read_to_end(&mut piece);
        if !piece.is_empty() {
            pieces.push(piece);
        }
    }
    pieces
}

fn packed_values(bytes: &[u8]) -> Vec<Vec<u8>> {
    let starts = marks(bytes, PACKED_VALUE);
    starts.filter_map(|at| snappy(&bytes[at + PACKED_VALUE.len()..])).collect()
}

/// The unpacked blocks of a LevelDB table; `None` for any other file.
fn table_blocks(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let foot = bytes.get(bytes.len().checked_sub(48)?..)?;
    if u64::from_le_bytes(foot.get(40..)?.try_into().ok()?) != TABLE_END {
        return None;
    }
    let mut rest = foot;
    // The index's handle follows the one of the meta index.
    let handles: Vec<usize> = (0..4).map_while(|_| varint(&mut rest)).collect();
    let index = block(bytes, *handles.get(2)?, *handles.get(3)?)?;
    let mut blocks = vec![];
    let restarts = u32::from_le_bytes(index.get(index.len().checked_sub(4)?..)?.try_into().ok()?) as usize;
    let mut entries = index.get(..index.len().checked_sub(4 + 4 * restarts)?)?;
    while !entries.is_empty() {
        let (_, own, value) = (varint(&mut entries)?, varint(&mut entries)?, varint(&mut entries)?);
        let mut handle = entries.get(own..own + value)?;
        entries = entries.get(own + value..)?;
        let (at, length) = (varint(&mut handle)?, varint(&mut handle)?);
        blocks.extend(block(bytes, at, length));
    }
    Some(blocks)
}

fn block(bytes: &[u8], at: usize, length: usize) -> Option<Vec<u8>> {
    let raw = bytes.get(at..at.checked_add(length)?)?;
    match bytes.get(at + length)? {
        1 => snappy(raw),
        _ => Some(raw.to_vec()),
    }
}

/// A LevelDB log's payloads, one after the other: 32 KiB blocks, each record with a head of seven bytes.
fn log_records(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut payload = Vec::new();
    for block in bytes.chunks(32 << 10) {
        let mut rest = block;
        while let Some((head, after)) = rest.split_first_chunk::<7>() {
            let length = usize::from(u16::from_le_bytes([head[4], head[5]]));
            // What is no record: another kind of file, or the zeros at a block's end.
            if !(1..=4).contains(&head[6]) || length > after.len() {
                break;
            }
            payload.extend_from_slice(&after[..length]);
            rest = &after[length..];
        }
    }
    (payload.len() > bytes.len() / 2).then_some(payload)
}

fn varint(bytes: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    for shift in (0..35).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= usize::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

/// Unpacks Snappy up to the length that it declares and gives what came out, whole or not: what follows is not ours to know,
/// which is why no library does it, and half a text tells a thief enough.
fn snappy(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut rest = bytes;
    let length = varint(&mut rest)?;
    if length == 0 || length > MOST {
        return None;
    }
    let mut out = Vec::new();
    while out.len() < length {
        let Some((tag, after)) = rest.split_first() else { break };
        rest = after;
        let number = |rest: &[u8], bytes: usize| {
            let little = rest.get(..bytes)?;
            Some(little.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
        };
        let (count, back, used) = match tag & 3 {
            0 => {
                let short = usize::from(tag >> 2);
                let more = short.saturating_sub(59);
                let count = if more == 0 { Some(short) } else { number(rest, more) };
                let text = count.and_then(|count| rest.get(more..more + count + 1));
                let Some(text) = text else { break };
                out.extend_from_slice(text);
                rest = &rest[more + text.len()..];
                continue;
            }
            1 => (
                4 + usize::from(tag >> 2 & 7),
                number(rest, 1).map(|low| low | usize::from(tag >> 5) << 8),
                1,
            ),
            2 => (1 + usize::from(tag >> 2), number(rest, 2), 2),
            _ => (1 + usize::from(tag >> 2), number(rest, 4), 4),
        };
        let Some(from) = back.filter(|back| *back > 0).and_then(|back| out.len().checked_sub(back)) else {
            break;
        };
        for at in from..from + count {
            out.push(out[at]);
        }
        rest = rest.get(used..)?;
    }
    (!out.is_empty()).then_some(out)
}

#[test]
fn a_word_is_found_in_every_writing_and_in_packed_pieces() -> Step {
    let words = BTreeSet::from(["郝沐玉甲".to_owned(), "13800000001".to_owned()]);
    let patterns = patterns(&words);
    let count = |bytes: &[u8]| {
        let mut looked = Looked::default();
        hits(&patterns, "f", bytes, "", &mut looked);
        looked.hits.len()
    };
    for word in &words {
        for (how, bytes) in writings(word) {
            assert!(count(&[b"xyz", bytes.as_slice(), b"xyz"].concat()) > 0, "{word} as {how}");
        }
    }
    // By another hand: "xx" + the number + "y" in Base64.
    assert_eq!(count(b"eHgxMzgwMDAwMDAwMXk="), 1);
    assert_eq!(count("郝沐玉".as_bytes()), 0);
    // A literal "1380", twice three zeros by copies, then "1": eleven digits in Snappy.
    let packed = [0x0b, 0x0c, b'1', b'3', b'8', b'0', (2 << 2) | 2, 1, 0, (2 << 2) | 2, 1, 0, 0x00, b'1'];
    assert_eq!(snappy(&packed), Some(b"13800000001".to_vec()));
    let value = [b"head".as_slice(), PACKED_VALUE, &packed, b"tail"].concat();
    assert_eq!(unpacked(&value).iter().map(|piece| count(piece)).sum::<usize>(), 1);
    Ok(())
}
