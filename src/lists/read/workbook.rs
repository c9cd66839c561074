//! XLS and ODS, which the reader below unpacks as whole ranges.
use super::{Looks, Unread, xlsx::merge};
use crate::lists::sheet::{Cell, Filler, Format, LIMITS, Serial, Sheet};
use calamine::{Data, Ods, OdsError, Range, Reader, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use std::io::Cursor;

pub(super) fn xls(bytes: &[u8], filler: &mut Filler) -> Result<Vec<Sheet>, Unread> {
    let bytes = Cursor::new(bytes);
    let mut book: Xls<_> = Xls::new(bytes.clone()).map_err(|error| match error {
        XlsError::Password => Unread::Protected,
        // An XLSX with a password is wrapped in the same container as an XLS.
        _ => match Xlsx::<Cursor<&[u8]>>::new(bytes.clone()) {
            Err(XlsxError::Password) => Unread::Protected,
            _ if holds(bytes.get_ref(), "WordDocument") => Unread::NotASheet(Looks::Document),
            _ => Unread::Damaged(Format::Xls),
        },
    })?;
    let from_1904 = book.has_1904_epoch();
    let names = visible_names(&book);
    let mut sheets = Vec::new();
    for (name, hidden) in names {
        let range = book.worksheet_range(&name).map_err(|_| Unread::Damaged(Format::Xls))?;
        let mut sheet = Sheet::new(&name, hidden, from_1904);
        fill(&mut sheet, &range, filler)?;
        if let Ok(ranges) = book.merge_cells_by_sheet_name(&name) {
            sheet.set_merges(ranges.iter().map(merge).collect());
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// ODS stores dates as text, `2012-09-01`, and says nothing here of merged ranges.
pub(super) fn ods(bytes: Cursor<&[u8]>, filler: &mut Filler) -> Result<Vec<Sheet>, Unread> {
    let mut book: Ods<_> = Ods::new(bytes).map_err(|error| match error {
        OdsError::Password => Unread::Protected,
        OdsError::CellLimitExceeded { .. } => Unread::TooManyCells { limit: LIMITS.cells },
        OdsError::InvalidMime(_) => Unread::NotASheet(Looks::Document),
        _ => Unread::Damaged(Format::Ods),
    })?;
    let names = visible_names(&book);
    let mut sheets = Vec::new();
    for (name, hidden) in names {
        let range = book.worksheet_range(&name).map_err(|_| Unread::Damaged(Format::Ods))?;
        let mut sheet = Sheet::new(&name, hidden, false);
        fill(&mut sheet, &range, filler)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn visible_names<'a, B: Reader<Cursor<&'a [u8]>>>(book: &B) -> Vec<(String, bool)> {
    let sheets = book.sheets_metadata().iter();
    sheets.map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible)).collect()
}

fn fill(sheet: &mut Sheet, range: &Range<Data>, filler: &mut Filler) -> Result<(), Unread> {
    let Some((top, left)) = range.start() else { return Ok(()) };
    for (row, column, value) in range.used_cells() {
        let (row, column) = (top.saturating_add(row as u32), left.saturating_add(column as u32));
        let cell = match value {
            Data::Empty => Cell::Empty,
            Data::Int(number) => Cell::Number(*number as f64),
            Data::Float(number) => Cell::Number(*number),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Cell::Text(text),
            Data::Bool(flag) => Cell::Bool(*flag),
            Data::DateTime(date) => Cell::Date(Serial { days: date.as_f64(), from_1904: false }),
            Data::Error(_) => Cell::Error,
        };
        filler.put(sheet, row, column, cell)?;
    }
    Ok(())
}

/// Whether the container's directory names such a stream (names stand there in UTF-16).
fn holds(bytes: &[u8], stream: &str) -> bool {
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(name.len()).any(|window| window == name)
}
