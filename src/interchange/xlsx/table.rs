//! A ledger as offices keep it: the title over all columns, a line of unit and date, headings in the third row, then the rows.
use super::{Area, Format, Full, Layout, Look, SheetWriter, Style, Value, Workbook};
use crate::domain::date::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// The sheet's name.
    pub sheet: String,
    pub title: String,
    /// What stands under the title, from left to right: 填表单位, 填表人, 填表时间.
    pub about: Vec<String>,
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Entry>>,
    /// Columns from the left that stay in sight.
    pub fixed: u32,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Entry {
    Empty,
    /// A text cell, whatever it looks like.
    Text(String),
    Number(i64),
    Date(Date),
}

/// The row of the headings, from 0.
pub const HEADINGS: u32 = 2;
/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (6, 36);

/// A workbook of one table on its way out: everything above the rows is written at once, rows as they come.
pub struct Writer {
    book: Workbook,
    sheet: SheetWriter,
    columns: u32,
    /// The row that comes next, from 0.
    next: u32,
}

impl Writer {
    /// Begins with the rows that are there already: the columns are as wide as these need.
    pub fn begin(table: &Table) -> Writer {
        let widths: Vec<u32> = (0..table.headings.len()).map(|column| width(table, column)).collect();
        let book = Workbook::new(false);
        let layout = Layout {
            name: &table.sheet,
            widths: &widths,
            frozen: (HEADINGS + 1, table.fixed),
            landscape: Some((HEADINGS, HEADINGS)),
            ..Layout::default()
        };
        let mut sheet = book.sheet(&layout);
        let style = |look| Style { look, format: Format::General };
        sheet.row(0, Some(30));
        sheet.cell(0, Value::Text(&table.title), style(Look::Title));
        sheet.row(1, Some(20));
        for (at, words) in table.about.iter().enumerate() {
            // Spread over the columns that there are.
            let column = at as u32 * table.headings.len() as u32 / (table.about.len() as u32).max(1);
            sheet.cell(column.max(at as u32), Value::Text(words), style(Look::About));
        }
        sheet.row(HEADINGS, Some(32));
        for (column, heading) in table.headings.iter().enumerate() {
            sheet.cell(column as u32, Value::Text(heading), style(Look::Heading));
        }
        let mut writer = Writer { book, sheet, columns: table.headings.len() as u32, next: HEADINGS + 1 };
        writer.rows(&table.rows);
        writer
    }

    pub fn rows(&mut self, rows: &[Vec<Entry>]) {
        for row in rows {
            self.sheet.row(self.next, None);
            self.next = self.next.saturating_add(1);
            for (column, entry) in row.iter().enumerate() {
                let (value, format) = entry.written();
                self.sheet.cell(column as u32, value, Style { look: Look::Body, format });
            }
        }
    }

    /// The file's bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, Full> {
        let last = self.columns.saturating_sub(1);
        let title = (last > 0).then_some(Area { top: 0, left: 0, bottom: 0, right: last });
        let bottom = self.next.saturating_sub(1);
        let filter = (self.columns > 0).then_some(Area { top: HEADINGS, left: 0, bottom, right: last });
        self.sheet.finish(&mut self.book, title.as_slice(), &[], filter)?;
        self.book.finish()
    }
}

/// The table as a workbook of one sheet.
pub fn write(table: &Table) -> Result<Vec<u8>, Full> {
    Writer::begin(table).finish()
}

impl Entry {
    fn written(&self) -> (Value<'_>, Format) {
        match self {
            Entry::Empty => (Value::Empty, Format::Text),
            Entry::Text(text) => (Value::Text(text), Format::Text),
            Entry::Number(number) => (Value::Number(*number as f64), Format::General),
            Entry::Date(day) => (Value::Number(serial(*day) as f64), Format::Date),
        }
    }

    fn width(&self) -> usize {
        match self {
            Entry::Empty => 0,
            Entry::Text(text) => text_width(text),
            Entry::Number(number) => number.to_string().len(),
            Entry::Date(_) => 10,
        }
    }
}

/// Days since 1899-12-30, as a spreadsheet counts them.
fn serial(day: Date) -> i64 {
    Date::new(1899, 12, 30).map_or(0, |first| day.days_since(first))
}

/// A text's width in the spreadsheet's measure: a Chinese character takes two.
pub fn text_width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn width(table: &Table, column: usize) -> u32 {
    // A heading may break into two lines.
    let heading = table.headings.get(column).map_or(0, |heading| text_width(heading).div_ceil(2) + 2);
    let cells = table.rows.iter().take(500).filter_map(|row| row.get(column)).map(Entry::width);
    (cells.max().unwrap_or(0).max(heading) + 2).clamp(WIDTHS.0, WIDTHS.1) as u32
}
