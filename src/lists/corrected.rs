//! The workbook that goes back to the office: its own sheets, cells, merged ranges and order, every doubtful cell coloured
//! and with a comment that begins with what it is, so that nothing is said by colour alone.
//!
//! Values are written as they were read: what was text stays text, a ruined number stays that number, and reading the
//! workbook again gives the same rows. Cells for numbers of persons take text, so that what is typed over them is kept whole.
//! The office's own fonts, formulas and pictures are not in it: the file that it sent is.
use crate::interchange::xlsx::table::text_width;
use crate::interchange::xlsx::{Area, Format, Full, Layout, Look, Note, Style, Value, Workbook};
use crate::lists::columns::Looks;
use crate::lists::issue::Weight;
use crate::lists::mapping::Mapping;
use crate::lists::sheet::{Book, Cell, Merge, Sheet};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The marks of one sheet of the file, and what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedSheet {
    pub sheet: u32,
    pub mapping: Mapping,
    pub marks: Vec<Mark>,
}

/// What is said of a cell, or of a whole row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub row: u32,
    pub column: Option<u32>,
    pub weight: Weight,
    /// Which of the texts.
    pub text: u32,
}

/// The most comments of cells that were merely put right: thousands of little boxes make a workbook slow. Their cells are
/// coloured all the same, and every doubt has its comment.
const MENDED_NOTES: usize = 2000;
/// The narrowest and the widest column, in characters, and the rows that are looked at for it.
const WIDTHS: (usize, usize) = (6, 40);
const WIDTH_ROWS: u32 = 200;
const ROWS_A_WORD: u32 = 2000;

/// Writes the workbook. `watch` is told how many rows are written, now and then.
pub fn corrected(
    book: &Book,
    texts: &[String],
    marked: &[MarkedSheet],
    watch: &mut dyn FnMut(u32),
) -> Result<Vec<u8>, Full> {
    let from_1904 = book.sheets.iter().any(Sheet::from_1904);
    let mut out = Workbook::new(from_1904);
    let mut written = 0;
    for (at, sheet) in book.sheets.iter().enumerate() {
        let of_sheet: Vec<&MarkedSheet> = marked.iter().filter(|m| m.sheet as usize == at).collect();
        let marks = Marks::of(sheet, &of_sheet, texts);
        let mapping = of_sheet.first().map(|marked| &marked.mapping);
        let page = Page { sheet, marks, mapping, numbers: mapping.map(numbers).unwrap_or_default() };
        let mut count = || {
            written += 1;
            if written % ROWS_A_WORD == 0 {
                watch(written);
            }
        };
        page.write(&mut out, &mut count)?;
    }
    out.finish()
}

/// The columns that hold numbers of persons.
fn numbers(mapping: &Mapping) -> Vec<u32> {
    let is_number = |looks| {
        matches!(
            looks,
            Looks::IdNumber | Looks::RollNumber | Looks::Certificate | Looks::Phone | Looks::SchoolCode
        )
    };
    let columns = mapping.kind.list().columns.iter().zip(&mapping.columns);
    columns.filter(|(column, _)| is_number(column.looks)).filter_map(|(_, at)| *at).collect()
}

/// The gravest weight of each marked cell, and the comments in the order of their places.
struct Marks {
    looks: BTreeMap<(u32, u32), Weight>,
    /// Whole rows.
    rows: BTreeMap<u32, Weight>,
    notes: Vec<Note>,
}

impl Marks {
    fn of(sheet: &Sheet, marked: &[&MarkedSheet], texts: &[String]) -> Marks {
        let mut marks = Marks { looks: BTreeMap::new(), rows: BTreeMap::new(), notes: Vec::new() };
        let mut said: BTreeMap<(u32, u32), Vec<(Weight, &str)>> = BTreeMap::new();
        for mark in marked.iter().flat_map(|marked| &marked.marks) {
            let text = texts.get(mark.text as usize).map(String::as_str).unwrap_or_default();
            let place = match mark.column {
                // What a merged range says stands in its first cell.
                Some(column) => {
                    sheet.merge_at(mark.row, column).map_or((mark.row, column), |m| (m.top, m.left))
                }
                None => {
                    graver(marks.rows.entry(mark.row), mark.weight);
                    let first = sheet.cells(mark.row).position(|cell| !cell.is_blank()).unwrap_or(0);
                    (mark.row, first as u32)
                }
            };
            graver(marks.looks.entry(place), mark.weight);
            said.entry(place).or_default().push((mark.weight, text));
        }
        let mut mended = 0;
        for ((row, column), mut texts) in said {
            texts.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
            if texts.iter().all(|(weight, _)| *weight == Weight::Mended) {
                mended += 1;
                if mended > MENDED_NOTES {
                    continue;
                }
            }
            let text = texts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n\n");
            marks.notes.push(Note { row, column, text });
        }
        marks
    }

    fn weight(&self, row: u32, column: u32) -> Option<Weight> {
        self.looks.get(&(row, column)).or_else(|| self.rows.get(&row)).copied()
    }

    /// The marked columns of a row beyond its last filled cell.
    fn beyond(&self, row: u32, end: u32) -> impl Iterator<Item = u32> {
        self.looks.range((row, end)..=(row, u32::MAX)).map(|((_, column), _)| *column)
    }

    fn last_row(&self) -> Option<u32> {
        self.looks.last_key_value().map(|((row, _), _)| *row)
    }
}

fn graver<K: Ord>(entry: std::collections::btree_map::Entry<'_, K, Weight>, weight: Weight) {
    let held = entry.or_insert(weight);
    *held = weight.max(*held);
}

/// One sheet with what is said of it.
struct Page<'a> {
    sheet: &'a Sheet,
    marks: Marks,
    mapping: Option<&'a Mapping>,
    numbers: Vec<u32>,
}

impl Page<'_> {
    fn write(self, out: &mut Workbook, count: &mut dyn FnMut()) -> Result<(), Full> {
        let sheet = self.sheet;
        let widths: Vec<u32> = (0..sheet.columns()).map(|column| width(sheet, column)).collect();
        let body = self.mapping.map_or(0, Mapping::body);
        let layout = Layout {
            name: &sheet.name,
            hidden: sheet.hidden,
            widths: &widths,
            frozen: (body, 0),
            ..Layout::default()
        };
        let mut writer = out.sheet(&layout);
        let rows = sheet.rows().max(self.marks.last_row().map_or(0, |row| row.saturating_add(1)));
        for row in 0..rows {
            let mut cells = sheet.cells(row).zip(0u32..).peekable();
            let end = sheet.cells(row).count() as u32;
            let mut beyond = self.marks.beyond(row, end).peekable();
            if cells.peek().is_none() && beyond.peek().is_none() {
                continue;
            }
            writer.row(row, None);
            for (cell, column) in cells.chain(beyond.map(|column| (Cell::Empty, column))) {
                let look = self.look(row, column, cell);
                if cell == Cell::Empty && look == Look::Plain {
                    continue;
                }
                let (value, format) = written(cell);
                let format = match format {
                    Format::General if row >= body && self.numbers.contains(&column) => Format::Text,
                    format => format,
                };
                writer.cell(column, value, Style { look, format });
            }
            count();
        }
        let merges: Vec<Area> = sheet.merges().iter().map(area).collect();
        let filter = self.mapping.and_then(|mapping| {
            let (top, bottom) = (mapping.body().checked_sub(1)?, sheet.rows().checked_sub(1)?);
            let right = sheet.columns().checked_sub(1)?;
            (bottom > top).then_some(Area { top, left: 0, bottom, right })
        });
        writer.finish(out, &merges, &self.marks.notes, filter)
    }

    fn look(&self, row: u32, column: u32, cell: Cell) -> Look {
        match self.marks.weight(row, column) {
            Some(weight) if self.marks.looks.contains_key(&(row, column)) || cell != Cell::Empty => {
                match weight {
                    Weight::Refused => Look::Refused,
                    Weight::Doubt => Look::Doubt,
                    Weight::Mended => Look::Mended,
                }
            }
            _ => {
                let heading = self.mapping.is_some_and(|m| (m.first..m.body()).contains(&row));
                let over = self.sheet.merge_at(row, column).is_some_and(|m| m.right > m.left + 1);
                let above = self.mapping.is_some_and(|m| row < m.first);
                match (heading, above && over && row == 0) {
                    (true, _) => Look::Heading,
                    (_, true) => Look::Title,
                    _ => Look::Plain,
                }
            }
        }
    }
}

fn written(cell: Cell<'_>) -> (Value<'_>, Format) {
    match cell {
        Cell::Empty => (Value::Empty, Format::General),
        Cell::Text(text) => (Value::Text(text), Format::Text),
        Cell::Number(number) => (Value::Number(number), Format::General),
        Cell::Bool(flag) => (Value::Bool(flag), Format::General),
        Cell::Date(serial) if serial.days.fract() == 0.0 => (Value::Number(serial.days), Format::Date),
        Cell::Date(serial) => (Value::Number(serial.days), Format::Moment),
        Cell::Error => (Value::Error, Format::General),
    }
}

fn area(merge: &Merge) -> Area {
    Area { top: merge.top, left: merge.left, bottom: merge.bottom, right: merge.right }
}

fn width(sheet: &Sheet, column: u32) -> u32 {
    let widest = (0..sheet.rows().min(WIDTH_ROWS)).map(|row| match sheet.cell(row, column) {
        // A title over many columns makes none of them wide.
        Cell::Text(_) if sheet.merge_at(row, column).is_some_and(|m| m.right > m.left) => 0,
        Cell::Text(text) => text_width(text),
        Cell::Date(_) => 10,
        Cell::Number(number) => number.to_string().len(),
        _ => 0,
    });
    (widest.max().unwrap_or(0) + 2).clamp(WIDTHS.0, WIDTHS.1) as u32
}
