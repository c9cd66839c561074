//! Hostile texts on their way out, and bombs on their way in: what somebody wrote is text in every cell, and nothing unpacks beyond
//! its bounds. The page's side of it is the journey `hostile`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test target")]

use baoxue::interchange::job::{Answer, Ask, Desk, Unread};
use baoxue::interchange::package::{PackageFault, TEXT};
use baoxue::interchange::xlsx::table::{Entry, HEADINGS, Table, write};
use baoxue::lists::read::{Unread as ListUnread, read};
use baoxue::lists::sheet::Cell;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

/// What is tried on every text of the product.
fn hostile() -> Vec<String> {
    let mut all: Vec<String> = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</t></is></c><c r=\"A1\"><f>1+1</f></c>",
        "]]><!--",
        "&lt;&#x41;&amp;amp;",
        "=HYPERLINK(\"http://a.example\",\"x\")",
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-1+1",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\u{202e}txt.exe\u{202c}",
        "\u{2066}\u{2067}\u{2068}\u{2069}",
        "a\u{0}b\u{b}c\u{1f}d",
        "_x0041_ _x000D_",
        "\u{fffe}\u{ffff}",
        "'quoted",
        "{{constructor.constructor('x')()}}",
        "\u{1f9d2}\u{1f3fd}\u{200d}\u{1f33e}",
    ]
    .map(str::to_owned)
    .to_vec();
    all.push("长".repeat(2_000_000));
    all
}

#[test]
fn whatever_was_written_is_a_text_cell_and_comes_back_as_it_was() {
    let texts = hostile();
    let table = Table {
        sheet: "<b>'[坏]*?/\\:".to_owned(),
        title: texts[1].clone(),
        about: vec![texts[5].clone(), texts[2].clone()],
        headings: vec![texts[0].clone(), "二".to_owned()],
        rows: texts.iter().map(|text| vec![Entry::Text(text.clone()), Entry::Number(7)]).collect(),
        fixed: 1,
    };
    let bytes = write(&table).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().to_string()).collect();
    for name in names {
        let mut part = String::new();
        archive.by_name(&name).unwrap().read_to_string(&mut part).unwrap();
        for mark in ["<f>", "<f ", "<script", "<img", "externalLink", "Target=\"http://a", "<hyperlink"] {
            assert!(!part.contains(mark), "{name} holds {mark}");
        }
    }
    let book = read("台账.xlsx", &bytes).unwrap();
    let sheet = &book.sheets[0];
    for (at, text) in texts.iter().enumerate() {
        let cell = sheet.cell(HEADINGS + 1 + at as u32, 0);
        let Cell::Text(found) = cell else { panic!("{at}: {cell:?} is no text") };
        // A cell holds so much; nothing else is lost.
        let whole: String = text.chars().take(32_767).collect();
        assert_eq!(found.chars().count(), whole.chars().count(), "{at}");
        assert!(found == whole, "{at}: {:.60} came back as {:.60}", whole, found);
    }
}

/// A ZIP whose entries unpack to so many zeros.
fn bomb(entries: &[(&str, usize)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, size) in entries {
        zip.start_file(
            *name,
            SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
        )
        .unwrap();
        let zeros = vec![0; 1 << 20];
        for at in (0..*size).step_by(zeros.len()) {
            zip.write_all(&zeros[..zeros.len().min(size - at)]).unwrap();
        }
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_package_that_unpacks_beyond_its_bounds_is_refused_at_the_bound() {
    let text = include_str!("fixtures/json/register-1.0.json");
    let picture = format!("media/{}", "0".repeat(64));
    let bytes = bomb(&[(TEXT, 0), (&picture, 65 << 20)]);
    assert!(bytes.len() < 200_000, "65 MB in {} bytes", bytes.len());
    let mut zip = zip::ZipWriter::new_append(Cursor::new(bytes)).unwrap();
    zip.start_file("more", SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    let bytes = zip.finish().unwrap().into_inner();
    let mut desk = Desk::default();
    // The register's text stands first: an empty one is refused before any picture is unpacked.
    assert!(matches!(desk.answer(Ask::Open { sealed: false }, bytes, &mut |_| ()), Answer::Unread(_)));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(TEXT, SimpleFileOptions::default()).unwrap();
    zip.write_all(text.as_bytes()).unwrap();
    zip.start_file(picture.as_str(), SimpleFileOptions::default()).unwrap();
    for _ in 0..65 {
        zip.write_all(&vec![0; 1 << 20]).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let answer = desk.answer(Ask::Open { sealed: false }, bytes, &mut |_| ());
    let limit = 64 << 20;
    assert_eq!(answer, Answer::Unread(Unread::Package(PackageFault::TooLarge { limit })));
}

#[test]
fn workbooks_with_entities_deep_markup_or_huge_numbers_are_read_or_refused_and_end_nothing() {
    let sheet = |cells: &str, before: &str| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let part = |zip: &mut zip::ZipWriter<Cursor<Vec<u8>>>, name: &str, text: &str| {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        };
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        let links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        part(
            &mut zip,
            "[Content_Types].xml",
            &format!(
                "<Types xmlns=\"{package}/content-types\"><Override PartName=\"/xl/workbook.xml\" ContentType=\"{types}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{types}.worksheet+xml\"/></Types>"
            ),
        );
        part(
            &mut zip,
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{links}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        );
        part(
            &mut zip,
            "xl/workbook.xml",
            &format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{links}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        );
        part(
            &mut zip,
            "xl/_rels/workbook.xml.rels",
            &format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{links}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
        );
        part(
            &mut zip,
            "xl/worksheets/sheet1.xml",
            &format!(
                "<?xml version=\"1.0\"?>{before}<worksheet xmlns=\"{main}\"><sheetData>{cells}</sheetData></worksheet>"
            ),
        );
        zip.finish().unwrap().into_inner()
    };
    let text =
        |words: &str| format!("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{words}</t></is></c></row>");
    // The harness itself makes workbooks that are read.
    let plain = read("a.xlsx", &sheet(&text("好"), "")).unwrap();
    assert_eq!(plain.sheets[0].cell(0, 0), Cell::Text("好"));
    let laughs: String =
        (1..9).map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10))).collect();
    let laughs = format!("<!DOCTYPE w [<!ENTITY l0 \"{}\">{laughs}]>", "ha".repeat(50));
    for (name, bytes) in [
        ("entities", sheet(&text("&l8;"), &laughs)),
        ("outside", sheet(&text("&x;"), "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")),
        ("deep", sheet(&format!("{}{}", "<row>".repeat(200_000), "</row>".repeat(200_000)), "")),
        (
            "huge",
            sheet("<row r=\"1\"><c r=\"A1\"><v>1e999999</v></c><c r=\"B1\"><v>-9e307</v></c></row>", ""),
        ),
        ("far", sheet("<row r=\"4294967295\"><c r=\"XFD4294967295\"><v>1</v></c></row>", "")),
        ("unnumbered", sheet("<row r=\"-1\"><c r=\"A-1\" s=\"99999999999\"><v>x</v></c></row>", "")),
    ] {
        match read("a.xlsx", &bytes) {
            Ok(book) => {
                let sum: usize =
                    book.sheets.iter().map(|sheet| sheet.rows() as usize * sheet.columns() as usize).sum();
                assert!(sum < 1000, "{name}: {sum} cells");
                let cell = format!("{:?}", book.sheets.first().map(|sheet| sheet.cell(0, 0)));
                assert!(cell.len() < 1000 && !cell.contains("root:"), "{name}: {cell:.200}");
            }
            Err(ListUnread::Damaged(_) | ListUnread::TooManyCells { .. } | ListUnread::Empty) => {}
            Err(other) => panic!("{name}: {other:?}"),
        }
    }
}
