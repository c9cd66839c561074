//! XLSX out: sheets written row by row into a workbook, for spreadsheet programs and for our own reader.
//!
//! Texts are text cells and stay so when somebody types over them (format `@`): no cell is ever a formula, whatever it begins
//! with, and no number of a person is a number. What a cell looks like is one of a few [`Look`]s, never by colour alone.
mod notes;
mod pack;
mod sheet;
mod style;
pub mod table;
mod text;

pub use notes::Note;
pub use sheet::{Area, Layout, SheetWriter, Value, column_name};
pub use style::{Format, Look, Style};

use pack::Pack;
use std::collections::HashSet;
use text::escape;

/// Rows and columns of a sheet, by the format.
pub const MOST_ROWS: u32 = 1_048_576;
pub const MOST_COLUMNS: u32 = 16_384;
/// Characters of a sheet's name.
const NAME_CHARS: usize = 31;

/// More rows, columns or bytes than the format holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Full;

/// A workbook on its way out.
pub struct Workbook {
    pack: Pack,
    sheets: Vec<Listed>,
    from_1904: bool,
    /// Shapes of notes are numbered through the whole workbook, in blocks of 1,024.
    note_blocks: usize,
}

/// A sheet that is written, as the workbook's own parts name it.
struct Listed {
    name: String,
    hidden: bool,
    noted: bool,
    filter: Option<Area>,
    /// Rows printed again on every page.
    repeated: Option<(u32, u32)>,
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

impl Workbook {
    /// `from_1904`: days that are given as numbers count from 1904-01-01.
    pub fn new(from_1904: bool) -> Workbook {
        Workbook { pack: Pack::default(), sheets: Vec::new(), from_1904, note_blocks: 0 }
    }

    /// Begins the next sheet; it is part of the workbook once it is finished. One at a time.
    pub fn sheet(&self, layout: &Layout) -> SheetWriter {
        SheetWriter::new(self, layout)
    }

    /// A name that a sheet may have and that no other here has.
    fn free_name(&self, wanted: &str) -> String {
        let allowed = |c: char| if "[]:*?/\\".contains(c) || c.is_control() { ' ' } else { c };
        let clean: String = wanted.chars().map(allowed).take(NAME_CHARS).collect();
        let clean = clean.trim().trim_matches('\'');
        let clean = if clean.is_empty() { "Sheet" } else { clean };
        let taken: HashSet<String> = self.sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        let numbered = |n: usize| {
            let tail = if n == 1 { String::new() } else { [" ", &n.to_string()].concat() };
            let head: String = clean.chars().take(NAME_CHARS - tail.len()).collect();
            [head.trim_end(), &tail].concat()
        };
        let mut names = (1..=self.sheets.len() + 1).map(numbered);
        names.find(|name| !taken.contains(&name.to_lowercase())).unwrap_or_default()
    }

    /// The file's bytes.
    pub fn finish(mut self) -> Result<Vec<u8>, Full> {
        let parts = [
            ("[Content_Types].xml", self.content_types()),
            ("_rels/.rels", relations(&[("officeDocument", "xl/workbook.xml".to_owned())])),
            ("xl/workbook.xml", self.book()),
            ("xl/_rels/workbook.xml.rels", self.book_relations()),
            ("xl/styles.xml", style::part()),
        ];
        for (name, text) in parts {
            self.pack.whole(name, text.as_bytes())?;
        }
        self.pack.finish()
    }

    fn content_types(&self) -> String {
        let mut xml = [HEAD, "<Types xmlns=\"", PACKAGE, "/content-types\">"].concat();
        for (ending, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing"),
        ] {
            xml += &["<Default Extension=\"", ending, "\" ContentType=\"", kind, "\"/>"].concat();
        }
        let mut put = |part: &str, kind: &str| {
            xml += &["<Override PartName=\"/xl/", part, "\" ContentType=\"", TYPES, ".", kind, "+xml\"/>"]
                .concat();
        };
        put("workbook.xml", "sheet.main");
        put("styles.xml", "styles");
        for (at, sheet) in self.sheets.iter().enumerate() {
            put(&format!("worksheets/sheet{}.xml", at + 1), "worksheet");
            if sheet.noted {
                put(&format!("comments{}.xml", at + 1), "comments");
            }
        }
        xml + "</Types>"
    }

    fn book(&self) -> String {
        let mut xml = [HEAD, "<workbook xmlns=\"", MAIN, "\" xmlns:r=\"", LINKS, "\">"].concat();
        if self.from_1904 {
            xml += "<workbookPr date1904=\"1\"/>";
        }
        // A workbook without a visible sheet would not open.
        let all_hidden = self.sheets.iter().all(|sheet| sheet.hidden);
        let first = self.sheets.iter().position(|sheet| !sheet.hidden).unwrap_or(0);
        xml += &format!("<bookViews><workbookView activeTab=\"{first}\"/></bookViews><sheets>");
        let mut names = String::new();
        for (at, sheet) in self.sheets.iter().enumerate() {
            let id = at + 1;
            let hidden = if sheet.hidden && !all_hidden { " state=\"hidden\"" } else { "" };
            let name = escape(&sheet.name);
            xml += &format!("<sheet name=\"{name}\" sheetId=\"{id}\"{hidden} r:id=\"rId{id}\"/>");
            let quoted = escape(&sheet.name.replace('\'', "''")).into_owned();
            if let Some(area) = sheet.filter {
                let range = area.fixed_name();
                names += &format!(
                    "<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{at}\" hidden=\"1\">'{quoted}'!{range}</definedName>"
                );
            }
            if let Some((first, last)) = sheet.repeated {
                names += &format!(
                    "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">'{quoted}'!${}:${}</definedName>",
                    first + 1,
                    last + 1
                );
            }
        }
        xml += "</sheets>";
        if !names.is_empty() {
            xml += &["<definedNames>", &names, "</definedNames>"].concat();
        }
        xml + "</workbook>"
    }

    fn book_relations(&self) -> String {
        let sheets = (1..=self.sheets.len()).map(|id| ("worksheet", format!("worksheets/sheet{id}.xml")));
        let all: Vec<(&str, String)> = sheets.chain([("styles", "styles.xml".to_owned())]).collect();
        relations(&all)
    }
}

/// What a part leads to, numbered from `rId1`.
fn relations(targets: &[(&str, String)]) -> String {
    let mut xml = [HEAD, "<Relationships xmlns=\"", PACKAGE, "/relationships\">"].concat();
    for (at, (kind, target)) in targets.iter().enumerate() {
        let id = at + 1;
        xml += &format!("<Relationship Id=\"rId{id}\" Type=\"{LINKS}/{kind}\" Target=\"{target}\"/>");
    }
    xml + "</Relationships>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_has_a_name_that_a_spreadsheet_program_takes_and_that_no_other_has() {
        let mut book = Workbook::new(false);
        let mut name = |wanted: &str| {
            let name = book.free_name(wanted);
            let layout = Layout { name: wanted, ..Layout::default() };
            book.sheet(&layout).finish(&mut book, &[], &[], None).unwrap();
            name
        };
        let long = "石".repeat(40);
        assert_eq!(
            ["名单", "名单", "a/b:c", "", "Sheet", "'x'", &long, &long].map(&mut name),
            [
                "名单",
                "名单 2",
                "a b c",
                "Sheet",
                "Sheet 2",
                "x",
                &"石".repeat(31),
                &format!("{} 2", "石".repeat(29))
            ]
        );
    }
}
