//! The records of an XLS looked through before the parser that is not ours reads them: how large each sheet becomes as a whole range,
//! which is how that one keeps it, and how much text its cells repeat. A size that a sheet only claims is set right.
use super::Unread;
use super::ole::{self, Stream, u16_at, u32_at};
use crate::lists::sheet::Limits;
use std::borrow::Cow;

/// More sheets than these no office keeps.
const MOST_SHEETS: usize = 1_000;
/// Records looked through for all sheets together; sheets may claim to begin at one place.
const MOST_RECORDS: usize = 32_000_000;

const END: u16 = 0x000a;
const SHEET: u16 = 0x0085;
const STRINGS: u16 = 0x00fc;
const CONTINUED: u16 = 0x003c;
const SIZE: u16 = 0x0200;
const SHARED: u16 = 0x00fd;
const ROW_OF_NUMBERS: u16 = 0x00bd;
/// Numbers, texts, truths, formulas: row and column stand first.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00d6, 0x0205, 0x027e, SHARED, 0x0006];

struct Record<'a> {
    kind: u16,
    /// Where its data begins in the stream.
    at: usize,
    data: &'a [u8],
}

/// Records from a place on; ends where one is cut off, as the parser does.
fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(stream, at)?, usize::from(u16_at(stream, at + 2)?));
        let begin = at + 4;
        let data = stream.get(begin..begin + length)?;
        at = begin + length;
        Some(Record { kind, at: begin, data })
    })
}

/// The file as the parser may read it: itself, or a copy in which no sheet claims more than its cells.
pub fn checked(bytes: &[u8], limits: Limits) -> Result<Cow<'_, [u8]>, Unread> {
    let Some(stream) = ole::workbook(bytes)? else { return Ok(Cow::Borrowed(bytes)) };
    let text = stream.read(bytes);
    let mut file = Cow::Borrowed(bytes);
    let globals = || records(&text, 0).take_while(|record| record.kind != END);
    let strings = lengths(&text);
    let begins: Vec<usize> = globals()
        .filter(|record| record.kind == SHEET)
        .filter_map(|record| Some(u32_at(record.data, 0)? as usize))
        .collect();
    if begins.len() > MOST_SHEETS {
        return Err(Unread::TooManyCells { limit: limits.cells });
    }
    let (mut all, mut repeated, mut seen) = (0_u64, 0_u64, 0_usize);
    for begin in begins {
        let (mut extent, mut claims) = (Extent::default(), Vec::new());
        for record in records(&text, begin) {
            seen += 1;
            if seen > MOST_RECORDS {
                return Err(Unread::TooManyCells { limit: limits.cells });
            }
            if record.kind == SHARED {
                let at = u32_at(record.data, 6).unwrap_or_default() as usize;
                repeated += strings.get(at).copied().unwrap_or_default();
            }
            match record.kind {
                // Records of a sheet's charts are passed over by the parser; to count them errs on the safe side.
                SIZE => claims.push(record),
                ROW_OF_NUMBERS => extent.take(record.data, record.data.len().saturating_sub(6) / 6),
                kind if CELLS.contains(&kind) => extent.take(record.data, 1),
                _ => {}
            }
        }
        all += extent.cells();
        if all > u64::from(limits.cells) {
            return Err(Unread::TooManyCells { limit: limits.cells });
        }
        if repeated > u64::from(limits.text) {
            return Err(Unread::Unpacks { bytes: repeated, limit: u64::from(limits.text) });
        }
        for claim in claims {
            mend(&mut file, &stream, &claim, extent.cells());
        }
    }
    Ok(file)
}

/// The range that holds all cells of a sheet.
#[derive(Default)]
struct Extent(Option<[u32; 4]>);

impl Extent {
    fn take(&mut self, data: &[u8], width: usize) {
        let (Some(row), Some(column)) = (u16_at(data, 0), u16_at(data, 2)) else { return };
        let (row, left) = (u32::from(row), u32::from(column));
        let right = left + (width.max(1) as u32 - 1);
        let [top, first, bottom, last] = self.0.unwrap_or([row, left, row, right]);
        self.0 = Some([top.min(row), first.min(left), bottom.max(row), last.max(right)]);
    }

    fn cells(&self) -> u64 {
        let area =
            |[top, first, bottom, last]: [u32; 4]| u64::from(bottom - top + 1) * u64::from(last - first + 1);
        self.0.map_or(0, area)
    }
}

/// A claim of more than the sheet's own cells becomes one of a single cell: it is only what the parser sets aside.
fn mend(file: &mut Cow<[u8]>, stream: &Stream, claim: &Record, cells: u64) {
    // Rows and columns: the first, and the one after the last. In the older form they are two bytes each.
    let wide = claim.data.len() >= 14;
    let row = |at: usize| match wide {
        true => u32_at(claim.data, at * 4),
        false => u16_at(claim.data, at * 2).map(u32::from),
    };
    let columns = if wide { 8 } else { 4 };
    let column = |at: usize| u16_at(claim.data, columns + at * 2).map(u32::from);
    let (Some(top), Some(bottom), Some(first), Some(last)) = (row(0), row(1), column(0), column(1)) else {
        return;
    };
    let area = u64::from(bottom.saturating_sub(top)) * u64::from(last.saturating_sub(first));
    // One that steps back wraps round to all there are.
    if area <= cells.max(1) && top < bottom.max(1) && first < last.max(1) {
        return;
    }
    let one: &[u8] = if wide { &[0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0] } else { &[0, 0, 1, 0, 0, 0, 1, 0] };
    stream.write(file.to_mut(), claim.at, one);
}

/// How many bytes each shared text takes at most.
fn lengths(stream: &[u8]) -> Vec<u64> {
    let mut parts = records(stream, 0).take_while(|record| record.kind != END);
    let Some(first) = parts.find(|record| record.kind == STRINGS) else { return Vec::new() };
    let rest = records(stream, first.at + first.data.len()).take_while(|record| record.kind == CONTINUED);
    let mut parts = vec![first.data.get(8..).unwrap_or_default()];
    parts.extend(rest.map(|record| record.data));
    Strings { parts: parts.into_iter(), now: &[] }.collect()
}

/// The shared texts, one after the other, over the records that go on from one another.
struct Strings<'a> {
    parts: std::vec::IntoIter<&'a [u8]>,
    now: &'a [u8],
}

impl Strings<'_> {
    /// Passes over so many bytes.
    fn skip(&mut self, mut bytes: usize) -> Option<()> {
        while bytes > self.now.len() {
            bytes -= self.now.len();
            self.now = self.parts.next()?;
        }
        self.now = self.now.get(bytes..)?;
        Some(())
    }
}

impl Iterator for Strings<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        while self.now.is_empty() {
            self.now = self.parts.next()?;
        }
        let (count, flags) = (usize::from(u16_at(self.now, 0)?), *self.now.get(2)?);
        self.now = self.now.get(3..)?;
        let mut behind = 0;
        if flags & 8 != 0 {
            behind += usize::from(u16_at(self.now, 0)?) * 4;
            self.now = self.now.get(2..)?;
        }
        if flags & 4 != 0 {
            behind += u32_at(self.now, 0)? as usize;
            self.now = self.now.get(4..)?;
        }
        // Each record that goes on says anew how wide its characters are.
        let (mut left, mut wide) = (count, flags & 1 != 0);
        loop {
            let width = if wide { 2 } else { 1 };
            let taken = left.min(self.now.len() / width);
            self.now = self.now.get(taken * width..)?;
            left -= taken;
            if left == 0 {
                break;
            }
            self.now = self.parts.next()?;
            wide = self.now.first()? & 1 != 0;
            self.now = self.now.get(1..)?;
        }
        self.skip(behind)?;
        // A character is three bytes of text at most.
        Some(count as u64 * 3)
    }
}
