//! A list as the usual spreadsheet programs save it: texts in a table that cells point into, so that no reader here has the
//! advantage of its own writer.
use crate::Told;
use crate::county::Table;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

#[derive(Default)]
struct Texts {
    known: HashMap<String, usize>,
    xml: String,
    uses: usize,
}

impl Texts {
    fn number(&mut self, text: &str) -> Told<usize> {
        self.uses += 1;
        if let Some(number) = self.known.get(text) {
            return Ok(*number);
        }
        let number = self.known.len();
        write!(self.xml, "<si><t xml:space=\"preserve\">{text}</t></si>")?;
        self.known.insert(text.to_owned(), number);
        Ok(number)
    }
}

fn letters(column: usize) -> char {
    char::from(b'A' + column as u8)
}

pub fn write(table: &Table) -> Told<Vec<u8>> {
    let mut texts = Texts::default();
    let mut sheet = format!("{HEAD}<worksheet xmlns=\"{MAIN}\"><sheetData>");
    let last = letters(table.headings.len() - 1);
    let about = [
        format!("填表单位:{}", table.unit),
        String::new(),
        String::new(),
        "填表时间:2026年03月01日".to_owned(),
    ];
    let heads = [vec![table.title.to_owned()], about.to_vec()];
    let headings = table.headings.iter().map(|heading| (*heading).to_owned()).collect();
    let total = vec!["合计".to_owned(), table.rows.len().to_string()];
    let tail = [total, vec!["备注:数据截至2026年3月1日".to_owned()]];
    let body = heads.iter().chain(std::iter::once(&headings)).chain(&table.rows).chain(&tail);
    for (at, row) in body.enumerate() {
        let line = at + 1;
        write!(sheet, "<row r=\"{line}\">")?;
        for (column, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            let cell = letters(column);
            let is_count = table.headings[column] == "序号" && text.bytes().all(|byte| byte.is_ascii_digit());
            match is_count {
                true => write!(sheet, "<c r=\"{cell}{line}\"><v>{text}</v></c>")?,
                false => {
                    let number = texts.number(text)?;
                    write!(sheet, "<c r=\"{cell}{line}\" s=\"1\" t=\"s\"><v>{number}</v></c>")?;
                }
            }
        }
        sheet += "</row>";
    }
    write!(
        sheet,
        "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:{last}1\"/></mergeCells></worksheet>"
    )?;
    let (uses, unique) = (texts.uses, texts.known.len());
    let shared =
        format!("{HEAD}<sst xmlns=\"{MAIN}\" count=\"{uses}\" uniqueCount=\"{unique}\">{}</sst>", texts.xml);
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{types}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{types}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{types}.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{types}.sharedStrings+xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId3\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf numFmtId=\"49\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
            ),
        ),
        ("xl/sharedStrings.xml", shared),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}
