//! The workbook that goes back to the office: nothing of it changed but marks, and every doubt marked at its cell.
use super::*;
use baoxue::lists::corrected::{Mark, MarkedSheet};
use baoxue::lists::sheet::{Book, Sheet};
use std::io::Read as _;

/// A roster's issues as marks, with their texts as the page would send them.
fn marked(taken: &Taken<RosterRow>, mapping: &Mapping) -> (Vec<String>, Vec<MarkedSheet>) {
    let mut texts = Vec::new();
    let marks = taken
        .issues
        .iter()
        .map(|issue| {
            texts.push(format!("{:?}: {:?}", issue.weight, issue.fault));
            let text = texts.len() as u32 - 1;
            Mark { row: issue.place.row, column: issue.place.column, weight: issue.weight, text }
        })
        .collect();
    (texts, vec![MarkedSheet { sheet: 0, mapping: mapping.clone(), marks }])
}

fn corrected(path: &str) -> (Book, Taken<RosterRow>, Vec<u8>) {
    let mut desk = Desk::default();
    let opened = open(&mut desk, path);
    let mapping = opened.sheets[0].proposals[0].mapping.clone();
    let taken = roster(path);
    let (texts, sheets) = marked(&taken, &mapping);
    let mut words = 0;
    let answer = desk.answer(Ask::Correct { file: 0, texts, sheets }, &[], &mut |rows| words = rows);
    let Answer::Corrected(Some(bytes)) = answer else { panic!("{answer:?}") };
    (read(path, &self::bytes(path)).unwrap(), taken, bytes)
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn same_cells(sheet: &Sheet, again: &Sheet) {
    assert_eq!((&sheet.name, sheet.hidden), (&again.name, again.hidden));
    assert_eq!(sheet.merges(), again.merges());
    assert_eq!(
        (sheet.rows(), sheet.columns(), sheet.from_1904()),
        (again.rows(), again.columns(), again.from_1904())
    );
    for row in 0..sheet.rows() {
        for column in 0..sheet.columns() {
            assert_eq!(sheet.cell(row, column), again.cell(row, column), "{row} {column}");
        }
    }
}

#[test]
fn the_same_sheets_cells_and_merged_ranges_come_back_from_every_form() {
    for path in [
        ROSTER,
        "lists/faults.xlsx",
        "lists/two-row-merged-headings.xlsx",
        "lists/sheet-per-town.xlsx",
        "lists/from-1904.xlsx",
        "lists/headings-in-row-5.xlsx",
        "lists/roster.xls",
    ] {
        let (book, taken, bytes) = corrected(path);
        let again = read("again.xlsx", &bytes).unwrap();
        assert_eq!(again.format, Format::Xlsx);
        assert_eq!(book.sheets.len(), again.sheets.len(), "{path}");
        book.sheets.iter().zip(&again.sheets).for_each(|(sheet, again)| same_cells(sheet, again));
        assert_eq!(retaken(&bytes).rows, first_sheet(taken).rows, "{path}");
    }
}

/// Rows of the first sheet alone, as the marked workbook is read again.
fn first_sheet(mut taken: Taken<RosterRow>) -> Taken<RosterRow> {
    taken.rows.retain(|(place, _)| place.source == 0);
    taken
}

fn retaken(bytes: &[u8]) -> Taken<RosterRow> {
    let mut desk = Desk::default();
    let Answer::Opened(opened) = desk.open("again.xlsx".into(), bytes, &[], &mut |_| {}) else { panic!() };
    let mapping = opened.sheets[0].proposals[0].mapping.clone();
    let parts = vec![Chosen { file: 0, sheet: 0, mapping }];
    match desk.answer(Ask::Take { kind: ListKind::HomeTeaching, parts }, &[], &mut |_| {}) {
        Answer::Roster(taken) => taken,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_csv_comes_back_as_a_workbook_with_its_numbers_as_text() {
    let (book, taken, bytes) = corrected("lists/gb18030.csv");
    let again = read("again.xlsx", &bytes).unwrap();
    let (sheet, twin) = (&book.sheets[0], &again.sheets[0]);
    for row in 0..sheet.rows() {
        for column in 0..sheet.columns() {
            assert_eq!(sheet.cell(row, column), twin.cell(row, column));
        }
    }
    assert_eq!(retaken(&bytes).rows, taken.rows);
}

#[test]
fn every_fault_is_coloured_and_has_a_comment_at_its_cell() {
    let (_, taken, bytes) = corrected("lists/faults.xlsx");
    let (comments, sheet) = (part(&bytes, "xl/comments1.xml"), part(&bytes, "xl/worksheets/sheet1.xml"));
    let boxes = part(&bytes, "xl/drawings/vmlDrawing1.vml");
    assert!(taken.issues.len() > 25);
    let mut places: Vec<String> = Vec::new();
    for issue in &taken.issues {
        // A note on a whole row stands at its first filled cell.
        let place = match issue.place.column {
            Some(_) => issue.place.name(),
            None => format!("A{}", issue.place.name()),
        };
        let comment =
            comments.split("<comment ").find(|c| c.starts_with(&format!("ref=\"{place}\""))).unwrap();
        let said = format!("{:?}: ", issue.weight);
        assert!(comment.contains(&said), "{place} {comment}");
        let cell = sheet.split("<c r=\"").find(|cell| cell.starts_with(&format!("{place}\""))).unwrap();
        let style: usize = cell.split(" s=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        assert!((20..32).contains(&style), "{place} looks {style}");
        places.push(place);
    }
    places.sort();
    places.dedup();
    assert_eq!(comments.matches("<comment ").count(), places.len());
    assert_eq!(boxes.matches("<v:shape ").count(), places.len());
    // What was found ruined stays ruined (a doubt: the child is taken without it), in a cell that takes what is typed as text.
    let rounded = taken.issues.iter().find(|issue| issue.fault == Fault::Rounded).unwrap().place.name();
    let cell = sheet.split("<c r=\"").find(|cell| cell.starts_with(&format!("{rounded}\""))).unwrap();
    assert!(cell.contains("s=\"25\"><v>3702"), "{cell}");
}

#[test]
fn a_file_that_is_not_open_is_said_to_be_so_and_answers_cross() {
    let mut desk = Desk::default();
    let ask = Ask::Correct { file: 0, texts: Vec::new(), sheets: Vec::new() };
    assert_eq!(desk.answer(ask, &[], &mut |_| {}), Answer::NotOpen);
    let answer = Answer::Corrected(Some(vec![80, 75]));
    let bytes = postcard::to_allocvec(&answer).unwrap();
    assert_eq!(postcard::from_bytes::<Answer>(&bytes).unwrap(), answer);
}
