//! The merged ranges of an XLSX, which stand behind a sheet's rows: the part is unpacked once more but not parsed as XML,
//! a tenth of the cost of reading it.
use crate::lists::sheet::Merge;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What is read whole: the workbook's own small parts, and what follows a sheet's rows.
const SMALL: u64 = 8 << 20;

/// Sheet name → its part; empty where the workbook names them in a way that we do not follow.
pub(super) fn parts_by_name(archive: &mut Archive) -> HashMap<String, String> {
    let (Some(book), Some(links)) =
        (whole(archive, "xl/workbook.xml"), whole(archive, "xl/_rels/workbook.xml.rels"))
    else {
        return HashMap::new();
    };
    let mut targets = HashMap::new();
    for tag in tags(&links, "Relationship") {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, path);
        }
    }
    let mut parts = HashMap::new();
    for tag in tags(&book, "sheet") {
        let named = attribute(tag, "name").zip(attribute(tag, "id"));
        if let Some((name, path)) = named.and_then(|(name, id)| Some((name, targets.get(&id)?.clone()))) {
            parts.insert(name, path);
        }
    }
    parts
}

/// The merged ranges of one sheet's part; `None` where they could not be read.
pub(super) fn of_part(archive: &mut Archive, part: &str) -> Option<Vec<Merge>> {
    let mut stream = archive.by_name(part).ok()?;
    let mut buffer = vec![0; 64 << 10];
    let mut kept = 0;
    loop {
        let read = stream.read(buffer.get_mut(kept..)?).ok()?;
        let filled = buffer.get(..kept + read)?;
        if let Some(end) = end_of_rows(filled) {
            let mut tail = filled.get(end..)?.to_vec();
            stream.take(SMALL).read_to_end(&mut tail).ok()?;
            let tail = String::from_utf8_lossy(&tail);
            return Some(tags(&tail, "mergeCell").filter_map(|tag| range(&attribute(tag, "ref")?)).collect());
        }
        if read == 0 {
            return None;
        }
        // The mark may lie across two reads.
        kept = filled.len().min(MARK.len() + PREFIX);
        let from = filled.len() - kept;
        buffer.copy_within(from..from + kept, 0);
    }
}

const MARK: &[u8] = b"sheetData>";
/// The most that stands before the mark in its tag: `</`, a prefix, a colon.
const PREFIX: usize = 16;

fn end_of_rows(bytes: &[u8]) -> Option<usize> {
    let mut from = 0;
    loop {
        // `D` is rarer than the mark's other letters, tags being in small ones.
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == b'D')?;
        let start = at.saturating_sub(5);
        let (before, rest) = bytes.split_at_checked(start)?;
        // `</sheetData>` or, with a prefix, `</x:sheetData>`.
        let closes = |before: &[u8]| {
            let tag = before.iter().rev().take(PREFIX).position(|byte| *byte == b'<').unwrap_or(PREFIX);
            before.iter().rev().nth(tag.saturating_sub(1)) == Some(&b'/')
        };
        if rest.starts_with(MARK) && closes(before) {
            return Some(start + MARK.len());
        }
        from = at + 1;
    }
}

fn whole(archive: &mut Archive, part: &str) -> Option<String> {
    let mut text = Vec::new();
    archive.by_name(part).ok()?.take(SMALL).read_to_end(&mut text).ok()?;
    String::from_utf8(text).ok()
}

/// The insides of the opening tags of this local name.
fn tags<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    xml.split('<').filter_map(move |piece| {
        let tag = piece.split('>').next()?;
        let (full, rest) = tag.split_once(|c: char| c.is_ascii_whitespace())?;
        (full.rsplit(':').next() == Some(name)).then_some(rest)
    })
}

/// An attribute by its local name, entities resolved.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, left) = after.strip_prefix(quote)?.split_once(quote)?;
        if key.trim().rsplit(':').next() == Some(name) {
            let plain = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            return Some(plain.replace("&apos;", "'").replace("&amp;", "&"));
        }
        rest = left;
    }
}

/// `A1:G2`
fn range(written: &str) -> Option<Merge> {
    let (first, last) = written.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    (top <= bottom && left <= right).then_some(Merge { top, left, bottom, right })
}

fn place(written: &str) -> Option<(u32, u32)> {
    let digits = written.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = written.split_at(digits);
    let number = |column: u32, letter: u8| Some(column * 26 + u32::from(letter.checked_sub(b'A')?) + 1);
    let column = letters.bytes().take(4).try_fold(0, number)?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_the_rows_is_found_and_ranges_are_read() {
        assert_eq!(end_of_rows(b"<sheetData><row/></sheetData>x"), Some(29));
        assert_eq!(end_of_rows(b"<x:sheetData></x:sheetData>"), Some(27));
        assert_eq!(end_of_rows(b"<c r=\"D5\"/><sheetData>"), None);
        let tail = r#"<x:mergeCells><x:mergeCell ref="A1:G1"/><mergeCell  ref='B5:B7' /></x:mergeCells>"#;
        let found: Vec<_> =
            tags(tail, "mergeCell").filter_map(|tag| range(&attribute(tag, "ref")?)).collect();
        let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
        assert_eq!(found, [merge(0, 0, 0, 6), merge(4, 1, 6, 1)]);
        for bad in ["", "A1", "A0:B1", "B2:A1", "1:2", "A:B", "é1:B2", "A99999999999:B1"] {
            assert_eq!(range(bad), None, "{bad}");
        }
        assert_eq!(attribute(r#"name="甲&amp;乙" sheetId="1" r:id="rId1""#, "id").as_deref(), Some("rId1"));
        assert_eq!(attribute(r#"name="甲&amp;乙" sheetId="1""#, "name").as_deref(), Some("甲&乙"));
    }
}
