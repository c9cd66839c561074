//! One sheet on its way out: rows from the top, cells from the left, then what lies over them.
use super::notes::{self, BLOCK, Note};
use super::pack::Part;
use super::style::Style;
use super::text::{escape, fitting};
use super::{Full, HEAD, LINKS, Listed, MAIN, MOST_COLUMNS, MOST_ROWS, Workbook, relations};

/// What is written into a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing: the cell only looks.
    Empty,
    Text(&'a str),
    /// Days too, as the workbook counts them, in a date's format.
    Number(f64),
    Bool(bool),
    /// What an office's formula came to, `#N/A`.
    Error,
}

/// A range of cells; both ends are included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    pub top: u32,
    pub left: u32,
    pub bottom: u32,
    pub right: u32,
}

impl Area {
    fn name(self) -> String {
        [cell_name(self.top, self.left), cell_name(self.bottom, self.right)].join(":")
    }

    /// `$A$3:$H$52`
    pub(super) fn fixed_name(self) -> String {
        let (left, right) = (column_name(self.left), column_name(self.right));
        format!("${left}${}:${right}${}", self.top + 1, self.bottom + 1)
    }
}

/// How a sheet lies on the screen and on paper.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Layout<'a> {
    pub name: &'a str,
    pub hidden: bool,
    /// Widths of the columns from the first on, in characters.
    pub widths: &'a [u32],
    /// Rows and columns that stay in sight.
    pub frozen: (u32, u32),
    /// A4 across, as wide as the page, these rows again on every page.
    pub landscape: Option<(u32, u32)>,
}

/// Holds nothing of its workbook, so that rows can come as long as they like.
pub struct SheetWriter {
    part: Part,
    /// What is written and not yet handed to the part.
    text: String,
    listed: Listed,
    row: Option<u32>,
    landscape: bool,
    full: bool,
}

const BUFFER: usize = 64 << 10;

impl SheetWriter {
    pub(super) fn new(book: &Workbook, layout: &Layout) -> SheetWriter {
        let part = Part::new(&format!("xl/worksheets/sheet{}.xml", book.sheets.len() + 1));
        let mut text = [HEAD, "<worksheet xmlns=\"", MAIN, "\" xmlns:r=\"", LINKS, "\">"].concat();
        let landscape = layout.landscape.is_some();
        if landscape {
            text += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
        }
        text += "<sheetViews><sheetView workbookViewId=\"0\">";
        let (rows, columns) = layout.frozen;
        if rows + columns > 0 {
            let pane = match (rows, columns) {
                (_, 0) => "bottomLeft",
                (0, _) => "topRight",
                _ => "bottomRight",
            };
            let split =
                |side: &str, n: u32| if n > 0 { format!(" {side}Split=\"{n}\"") } else { String::new() };
            let (x, y, corner) = (split("x", columns), split("y", rows), cell_name(rows, columns));
            text += &format!("<pane{x}{y} topLeftCell=\"{corner}\" activePane=\"{pane}\" state=\"frozen\"/>");
        }
        text += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
        if !layout.widths.is_empty() {
            text += "<cols>";
            for (at, width) in layout.widths.iter().enumerate() {
                let column = at + 1;
                text +=
                    &format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>");
            }
            text += "</cols>";
        }
        text += "<sheetData>";
        let listed = Listed {
            name: book.free_name(layout.name),
            hidden: layout.hidden,
            noted: false,
            filter: None,
            repeated: layout.landscape,
        };
        SheetWriter { part, text, listed, row: None, landscape, full: false }
    }

    /// Begins a row; rows come from the top. `height` is in points.
    pub fn row(&mut self, row: u32, height: Option<u32>) {
        self.end_row();
        self.full |= row >= MOST_ROWS || self.row.is_some_and(|last| last >= row);
        self.row = Some(row);
        let height = height.map(|points| format!(" ht=\"{points}\" customHeight=\"1\"")).unwrap_or_default();
        self.text += &format!("<row r=\"{}\"{height}>", row + 1);
    }

    fn end_row(&mut self) {
        if self.row.is_some() {
            self.text += "</row>";
        }
        if self.text.len() >= BUFFER {
            self.full |= self.part.push(self.text.as_bytes()).is_err();
            self.text.clear();
        }
    }

    /// Writes a cell of the row begun last; cells come from the left.
    pub fn cell(&mut self, column: u32, value: Value, style: Style) {
        self.full |= column >= MOST_COLUMNS;
        let (Some(row), style) = (self.row, style.number()) else { return };
        let text = &mut self.text;
        *text += "<c r=\"";
        push_column(text, column);
        *text += &(row + 1).to_string();
        if style > 0 {
            *text += "\" s=\"";
            *text += &style.to_string();
        }
        match value {
            Value::Empty => *text += "\"/>",
            Value::Text(words) => {
                *text += "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">";
                *text += &escape(fitting(words));
                *text += "</t></is></c>";
            }
            Value::Number(number) if number.is_finite() => {
                *text += "\"><v>";
                *text += &match number.abs() < 1e21 {
                    true => number.to_string(),
                    false => format!("{number:e}"),
                };
                *text += "</v></c>";
            }
            Value::Bool(flag) => {
                *text += "\" t=\"b\"><v>";
                *text += if flag { "1" } else { "0" };
                *text += "</v></c>";
            }
            Value::Number(_) | Value::Error => *text += "\" t=\"e\"><v>#N/A</v></c>",
        }
    }

    /// Ends the sheet with its merged ranges, its comments in the order of their places, and the rows that can be filtered; it is
    /// the next of the workbook that it was begun for.
    pub fn finish(
        mut self,
        book: &mut Workbook,
        merges: &[Area],
        notes: &[Note],
        filter: Option<Area>,
    ) -> Result<(), Full> {
        self.end_row();
        self.text += "</sheetData>";
        if let Some(area) = filter {
            self.text += &["<autoFilter ref=\"", &area.name(), "\"/>"].concat();
            self.listed.filter = filter;
        }
        if !merges.is_empty() {
            self.text += &format!("<mergeCells count=\"{}\">", merges.len());
            for area in merges {
                self.text += &["<mergeCell ref=\"", &area.name(), "\"/>"].concat();
            }
            self.text += "</mergeCells>";
        }
        if self.landscape {
            self.text += "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/><pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/><headerFooter><oddFooter>&amp;C第&amp;P页 共&amp;N页</oddFooter></headerFooter>";
        }
        let number = book.sheets.len() + 1;
        if !notes.is_empty() {
            self.text += "<legacyDrawing r:id=\"rId1\"/>";
        }
        self.text += "</worksheet>";
        if self.full {
            return Err(Full);
        }
        self.part.push(self.text.as_bytes())?;
        let pack = &mut book.pack;
        pack.put(self.part)?;
        if !notes.is_empty() {
            self.listed.noted = true;
            let targets = [
                ("vmlDrawing", format!("../drawings/vmlDrawing{number}.vml")),
                ("comments", format!("../comments{number}.xml")),
            ];
            pack.whole(
                &format!("xl/worksheets/_rels/sheet{number}.xml.rels"),
                relations(&targets).as_bytes(),
            )?;
            pack.whole(&format!("xl/comments{number}.xml"), notes::texts(notes).as_bytes())?;
            let boxes = notes::boxes(notes, book.note_blocks);
            pack.whole(&format!("xl/drawings/vmlDrawing{number}.vml"), boxes.as_bytes())?;
            book.note_blocks += notes.len().div_ceil(BLOCK);
        }
        book.sheets.push(self.listed);
        Ok(())
    }
}

fn push_column(text: &mut String, column: u32) {
    if let Some(left) = (column / 26).checked_sub(1) {
        push_column(text, left);
    }
    text.push(char::from(b'A' + (column % 26) as u8));
}

/// A column's letters as a spreadsheet shows them: 0 → A, 26 → AA.
pub fn column_name(column: u32) -> String {
    let mut name = String::new();
    push_column(&mut name, column);
    name
}

/// `D12`; row and column count from 0.
pub(super) fn cell_name(row: u32, column: u32) -> String {
    [column_name(column), (row + 1).to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_a_spreadsheet_names_them() {
        let names = [(0, 0), (1, 25), (2, 26), (3, 701), (4, 702), (0, 16_383)].map(|(r, c)| cell_name(r, c));
        assert_eq!(names, ["A1", "Z2", "AA3", "ZZ4", "AAA5", "XFD1"]);
        assert_eq!(Area { top: 2, left: 0, bottom: 51, right: 7 }.fixed_name(), "$A$3:$H$52");
    }

    #[test]
    fn more_than_a_sheet_holds_is_refused_and_so_are_rows_that_step_back() {
        let tries: [fn(&mut SheetWriter); 3] = [
            |sheet| sheet.row(MOST_ROWS, None),
            |sheet| {
                sheet.row(0, None);
                sheet.cell(MOST_COLUMNS, Value::Bool(true), Style::default());
            },
            |sheet| {
                sheet.row(4, None);
                sheet.row(4, None);
            },
        ];
        for write in tries {
            let mut book = Workbook::new(false);
            let mut sheet = book.sheet(&Layout::default());
            write(&mut sheet);
            assert_eq!(sheet.finish(&mut book, &[], &[], None), Err(Full));
        }
    }
}
