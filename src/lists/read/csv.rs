//! CSV as offices save it: UTF-8 or GB18030 (the default of a Chinese Windows), or UTF-16 with tabs ("Unicode text").
use super::{Looks, Unread};
use crate::lists::sheet::{Cell, Filler, Format, Sheet};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};
use std::borrow::Cow;

pub(super) fn sheets(bytes: &[u8], filler: &mut Filler) -> Result<(Format, Vec<Sheet>), Unread> {
    let (text, format) = decode(bytes).ok_or(Unread::NotASheet(Looks::Unknown))?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::new("", false, false);
    let mut record = csv::StringRecord::new();
    let mut row = 0;
    while reader.read_record(&mut record).map_err(|_| Unread::Damaged(format))? {
        let start = record.position().map_or(0, |position| position.byte() as usize);
        row += blank_lines(text.as_bytes(), start);
        for (column, field) in record.iter().enumerate() {
            filler.put(&mut sheet, row, column as u32, Cell::Text(unwrapped(field)))?;
        }
        row += 1;
    }
    Ok((format, vec![sheet]))
}

/// The blank lines before the record that begins at `start`: the reader leaves them out, and a spreadsheet numbers them.
fn blank_lines(text: &[u8], start: usize) -> u32 {
    let mut rest = text.get(start..).unwrap_or_default();
    // The second half of the line end that closed the record before.
    if start > 0 && text.get(start - 1) == Some(&b'\r') {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', rest @ ..] | [b'\r' | b'\n', rest @ ..] => rest,
            _ => return lines,
        };
        lines += 1;
    }
}

/// `="0123"` is how some systems keep a spreadsheet from turning a number's text into a number.
fn unwrapped(field: &str) -> &str {
    field.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(field)
}

fn decode(bytes: &[u8]) -> Option<(Cow<'_, str>, Format)> {
    let wide = match bytes {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = wide {
        let (text, _, broken) = encoding.decode(bytes);
        return (!broken).then_some((text, Format::CsvUtf16));
    }
    if binary(bytes) {
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some((text.into(), Format::CsvUtf8));
    }
    let text = GB18030.decode_without_bom_handling_and_without_replacement(bytes)?;
    Some((text, Format::CsvGb18030))
}

/// Text has no control characters but tab, line ends, form feed and the old end-of-file mark.
fn binary(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, 0..=8 | 0x0b | 0x0e..=0x19 | 0x1b..=0x1f | 0x7f))
}

/// The separator that stands most often in the first lines.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().take(20).collect();
    let count =
        |mark: u8| lines.iter().map(|line| line.bytes().filter(|byte| *byte == mark).count()).sum::<usize>();
    [b',', b'\t', b';', b'|'].into_iter().rev().max_by_key(|mark| count(*mark)).unwrap_or(b',')
}
