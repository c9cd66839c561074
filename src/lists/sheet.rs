//! The neutral grid: what any spreadsheet is, once read. One text store a sheet, sixteen bytes a cell, rows cut
//! after their last filled cell; rows and columns count from 0 here and from 1 on screen.
pub use crate::interchange::xlsx::column_name;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// One file as read: its name, the form it came in, and its sheets in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    pub file: String,
    pub format: Format,
    /// SHA-256 of the file's bytes: the same file is recognised when it comes again.
    pub fingerprint: [u8; 32],
    pub sheets: Vec<Sheet>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    Xlsx,
    Xls,
    Ods,
    CsvUtf8,
    CsvUtf16,
    CsvGb18030,
}

/// What stands in a cell. No text is changed on the way in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell<'a> {
    Empty,
    Text(&'a str),
    /// A number as stored: at most 15 digits of it can be trusted.
    Number(f64),
    Bool(bool),
    /// A cell with a date format.
    Date(Serial),
    /// `#REF!`, `#N/A` and their like.
    Error,
}

impl Cell<'_> {
    pub fn is_blank(self) -> bool {
        match self {
            Cell::Empty => true,
            Cell::Text(text) => text.chars().all(is_space),
            _ => false,
        }
    }
}

/// White space, and the characters that look like nothing (domain.md §6.2): no-break, ideographic, zero-width, BOM.
pub fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Days as a spreadsheet counts them, with the fraction for the time of day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Serial {
    pub days: f64,
    /// Day 0 is 1904-01-01, not 1899-12-30.
    pub from_1904: bool,
}

/// A merged range; both ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Merge {
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kept {
    Empty,
    Text { start: u32, len: u32 },
    Number(f64),
    Bool(bool),
    Date(f64),
    Error,
}

const MERGES: usize = 50_000;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub hidden: bool,
    merges: Vec<Merge>,
    /// The merged ranges over each column, from the top.
    over: HashMap<u32, Vec<Merge>>,
    text: String,
    cells: Vec<Kept>,
    /// Where each row begins in `cells`; a row ends where the next begins.
    starts: Vec<u32>,
    width: u32,
    from_1904: bool,
}

impl Sheet {
    pub fn new(name: &str, hidden: bool, from_1904: bool) -> Sheet {
        Sheet { name: name.to_owned(), hidden, from_1904, ..Sheet::default() }
    }

    /// Rows up to the last filled one.
    pub fn rows(&self) -> u32 {
        self.starts.len() as u32
    }

    /// Columns up to the last filled one of any row.
    pub fn columns(&self) -> u32 {
        self.width
    }

    fn row(&self, row: u32) -> &[Kept] {
        let row = row as usize;
        let Some(&start) = self.starts.get(row) else { return &[] };
        let end = self.starts.get(row + 1).map_or(self.cells.len(), |&end| end as usize);
        self.cells.get(start as usize..end).unwrap_or_default()
    }

    /// The cell as stored; empty where nothing stands.
    pub fn cell(&self, row: u32, column: u32) -> Cell<'_> {
        self.row(row).get(column as usize).map_or(Cell::Empty, |kept| self.view(*kept))
    }

    /// The cells of a row from the first column on.
    pub fn cells(&self, row: u32) -> impl Iterator<Item = Cell<'_>> {
        self.row(row).iter().map(|kept| self.view(*kept))
    }

    pub fn is_blank_row(&self, row: u32) -> bool {
        self.cells(row).all(Cell::is_blank)
    }

    /// The cell, or what the merged range it lies in says.
    pub fn seen(&self, row: u32, column: u32) -> Cell<'_> {
        match self.cell(row, column) {
            Cell::Empty => {
                self.merge_at(row, column).map_or(Cell::Empty, |merge| self.cell(merge.top, merge.left))
            }
            cell => cell,
        }
    }

    /// The merged range that a cell lies in.
    pub fn merge_at(&self, row: u32, column: u32) -> Option<&Merge> {
        let merges = self.over.get(&column)?;
        let next = merges.partition_point(|merge| merge.top <= row);
        merges.get(next.checked_sub(1)?).filter(|merge| merge.holds(row, column))
    }

    pub fn merges(&self) -> &[Merge] {
        &self.merges
    }

    /// Where days are counted from, for numbers without a date format.
    pub fn from_1904(&self) -> bool {
        self.from_1904
    }

    /// Sets the merged ranges, once the cells are in. More than a sheet made by people has are not looked at.
    pub(crate) fn set_merges(&mut self, merges: Vec<Merge>) {
        for merge in merges.iter().take(MERGES) {
            for column in merge.left..=merge.right.min(self.width.saturating_sub(1)) {
                self.over.entry(column).or_default().push(*merge);
            }
        }
        self.over.values_mut().for_each(|merges| merges.sort_by_key(|merge| merge.top));
        self.merges = merges;
    }

    fn view(&self, kept: Kept) -> Cell<'_> {
        match kept {
            Kept::Empty => Cell::Empty,
            Kept::Text { start, len } => {
                let (start, len) = (start as usize, len as usize);
                Cell::Text(self.text.get(start..start + len).unwrap_or_default())
            }
            Kept::Number(number) => Cell::Number(number),
            Kept::Bool(flag) => Cell::Bool(flag),
            Kept::Date(days) => Cell::Date(Serial { days, from_1904: self.from_1904 }),
            Kept::Error => Cell::Error,
        }
    }
}

/// How much a file may hold, so that no file can exhaust the tablet's memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub bytes: u64,
    /// Bytes of all its parts unpacked, as their headers declare and the reader enforces.
    pub unpacked: u64,
    /// Cells of all sheets, gaps included.
    pub cells: u32,
    /// Bytes of text of one sheet.
    pub text: u32,
}

/// A county of a million people sends lists of about 110,000 rows, 8 MB, 130 MB unpacked; these leave room for five times that.
pub const LIMITS: Limits =
    Limits { bytes: 64 << 20, unpacked: 768 << 20, cells: 12_000_000, text: 512 << 20 };

/// Fills sheets in reading order, counting cells over all sheets of a book.
pub(crate) struct Filler<'a> {
    limits: Limits,
    cells: u32,
    rows: u32,
    watch: &'a mut dyn FnMut(u32),
}

/// How many rows are read between two words to the watcher.
const ROWS_A_WORD: u32 = 2000;

/// The book is larger than [`Limits`] allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Full;

impl Filler<'_> {
    /// `watch` is told how many rows are read, now and then.
    pub fn new(limits: Limits, watch: &mut dyn FnMut(u32)) -> Filler<'_> {
        Filler { limits, cells: 0, rows: 0, watch }
    }

    fn count(&mut self, more: u32) -> Result<(), Full> {
        self.cells = self.cells.saturating_add(more);
        match self.cells > self.limits.cells {
            true => Err(Full),
            false => Ok(()),
        }
    }

    /// Adds a cell; cells come row by row and from left to right, a cell that steps back is left out.
    pub fn put(&mut self, sheet: &mut Sheet, row: u32, column: u32, cell: Cell) -> Result<(), Full> {
        let empty = match cell {
            Cell::Empty => true,
            Cell::Text(text) => text.is_empty(),
            _ => false,
        };
        if empty || row.saturating_add(1) < sheet.rows() {
            return Ok(());
        }
        // A row costs its four bytes: a quarter of a cell.
        let end = row.saturating_add(1);
        let new_rows = end - sheet.rows();
        self.count(new_rows / 4)?;
        if new_rows > 0 {
            self.rows += 1;
            if self.rows.is_multiple_of(ROWS_A_WORD) {
                (self.watch)(self.rows);
            }
        }
        sheet.starts.resize(end as usize, sheet.cells.len() as u32);
        let filled = sheet.row(row).len() as u32;
        if column < filled {
            return Ok(());
        }
        self.count(column - filled + 1)?;
        sheet.cells.extend((filled..column).map(|_| Kept::Empty));
        let kept = match cell {
            Cell::Empty => Kept::Empty,
            Cell::Text(text) => {
                let start = sheet.text.len();
                if start + text.len() > self.limits.text as usize {
                    return Err(Full);
                }
                sheet.text.push_str(text);
                Kept::Text { start: start as u32, len: text.len() as u32 }
            }
            Cell::Number(number) => Kept::Number(number),
            Cell::Bool(flag) => Kept::Bool(flag),
            Cell::Date(serial) => Kept::Date(serial.days),
            Cell::Error => Kept::Error,
        };
        sheet.cells.push(kept);
        sheet.width = sheet.width.max(column + 1);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_where_they_were_put_and_gaps_are_empty() {
        let mut sheet = Sheet::new("表", false, false);
        let mut unwatched = |_| {};
        let mut filler = Filler::new(LIMITS, &mut unwatched);
        for (row, column, text) in [(0, 1, "a"), (0, 4, "b"), (3, 0, "c")] {
            filler.put(&mut sheet, row, column, Cell::Text(text)).unwrap();
        }
        assert_eq!((sheet.rows(), sheet.columns()), (4, 5));
        let found = [(0, 0), (0, 1), (0, 4), (0, 5), (1, 0), (3, 0), (9, 9)].map(|(r, c)| sheet.cell(r, c));
        let (a, b, c) = (Cell::Text("a"), Cell::Text("b"), Cell::Text("c"));
        assert_eq!(found, [Cell::Empty, a, b, Cell::Empty, Cell::Empty, c, Cell::Empty]);
    }

    #[test]
    fn a_cell_at_the_far_corner_of_every_row_is_too_much() {
        let mut sheet = Sheet::new("表", false, false);
        let mut unwatched = |_| {};
        let mut filler = Filler::new(Limits { cells: 100_000, ..LIMITS }, &mut unwatched);
        let full = (0..50).any(|row| filler.put(&mut sheet, row, 16_383, Cell::Number(1.0)).is_err());
        assert!(full);
        let mut filler = Filler::new(Limits { cells: 100_000, ..LIMITS }, &mut unwatched);
        assert_eq!(
            filler.put(&mut Sheet::new("表", false, false), u32::MAX - 1, 0, Cell::Number(1.0)),
            Err(Full)
        );
    }

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let names = [0, 1, 25, 26, 51, 52, 701, 702].map(column_name);
        assert_eq!(names, ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
