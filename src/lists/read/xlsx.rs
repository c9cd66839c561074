//! XLSX, cell by cell as the sheet streams by: a shared text is copied once, straight into the sheet's store.
use super::{Parts, Unread, merges};
use crate::lists::sheet::{Cell, Filler, Format, Merge, Serial, Sheet};
use calamine::{DataRef, Dimensions, Reader, SheetVisible, Xlsx, XlsxError};
use std::io::Cursor;
use zip::ZipArchive;

/// Where a workbook names its parts in an unusual way, smaller sheets are read a second time for their merged ranges.
const READ_TWICE_BELOW: u64 = 4 << 20;

pub(super) fn sheets(bytes: Cursor<&[u8]>, parts: &Parts, filler: &mut Filler) -> Result<Vec<Sheet>, Unread> {
    let mut book: Xlsx<_> = Xlsx::new(bytes.clone()).map_err(unread)?;
    let from_1904 = book.has_1904_epoch();
    let names: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut archive = ZipArchive::new(bytes.clone()).ok();
    let named = archive.as_mut().map(merges::parts_by_name).unwrap_or_default();
    let mut sheets = Vec::new();
    for (name, hidden) in names {
        let mut sheet = Sheet::new(&name, hidden, from_1904);
        let mut cells = book.worksheet_cells_reader(&name).map_err(unread)?;
        while let Some(cell) = cells.next_cell().map_err(unread)? {
            let (row, column) = cell.get_position();
            filler.put(&mut sheet, row, column, view(cell.get_value(), from_1904))?;
        }
        drop(cells);
        let found = archive.as_mut().zip(named.get(&name)).and_then(|(zip, part)| merges::of_part(zip, part));
        if let Some(found) = found {
            sheet.set_merges(found);
        } else if parts.largest_sheet() < READ_TWICE_BELOW {
            let ranges = book.merge_cells_by_sheet_name(&name).map_err(unread)?;
            sheet.set_merges(ranges.iter().map(merge).collect());
        }
        sheets.push(sheet);
    }
    Ok(sheets)
}

pub(super) fn merge(range: &Dimensions) -> Merge {
    Merge { top: range.start.0, left: range.start.1, bottom: range.end.0, right: range.end.1 }
}

fn view<'a>(value: &'a DataRef, from_1904: bool) -> Cell<'a> {
    match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => Cell::Number(*number),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::SharedString(text) => Cell::Text(text),
        DataRef::Bool(flag) => Cell::Bool(*flag),
        DataRef::DateTime(date) => Cell::Date(Serial { days: date.as_f64(), from_1904 }),
        DataRef::Error(_) => Cell::Error,
    }
}

fn unread(error: XlsxError) -> Unread {
    match error {
        XlsxError::Password => Unread::Protected,
        _ => Unread::Damaged(Format::Xlsx),
    }
}
