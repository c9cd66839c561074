//! A ledger that leaves as a workbook and comes back: the same children with the same numbers, and nothing to change.
use super::take_in::{TABLET, Tablet, day};
use super::*;
use baoxue::app::ledgers::{Form, Line, table_of};
use baoxue::domain::calendar::SchoolYear;
use baoxue::domain::id::FileId;
use baoxue::i18n::Lang;
use baoxue::interchange::xlsx::table::{Entry, Table, Writer, write};
use baoxue::lists::compare::job::{Question, Reply};
use baoxue::lists::compare::ledger::Query;
use baoxue::lists::compare::{Decisions, Settings};
use baoxue::lists::take_in::State;
use baoxue::register::search::filter::town_key;
use baoxue::register::summary::{Content, PupilSummary, Summary};
use baoxue::report::ledger::{Column, Filter, Ledger, World, column, members, offers};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

type Files = BTreeMap<FileId, Arc<Summary>>;

fn files(tablet: &Tablet) -> Files {
    tablet.summaries().into_iter().map(|summary| (summary.id, Arc::new(summary))).collect()
}

fn change(files: &mut Files, id: FileId, how: impl FnOnce(&mut PupilSummary)) {
    let mut summary = files[&id].as_ref().clone();
    if let Content::Pupil(pupil) = &mut summary.content {
        how(pupil);
    }
    files.insert(id, Arc::new(summary));
}

fn world(files: &Files) -> World<'_> {
    let day = day("2026-03-11");
    World { day, births: SchoolYear::of(day).births(6, 9), files }
}

fn home() -> &'static Ledger {
    Ledger::of("home").unwrap()
}

fn table(files: &Files, filter: &Filter, whole: bool) -> Table {
    let world = world(files);
    let columns = filter.shown(home());
    let members = members(home(), filter, &world);
    let form = Form { columns: &columns, lang: Lang::Zh, whole, choice: None };
    let lines: Vec<Line> = members.into_iter().map(Line::of_file).collect();
    table_of(&world, home(), &lines, form, ["青禾县教育和体育局".into(), "周老师".into()])
}

fn taken_back(bytes: &[u8]) -> Taken<RosterRow> {
    let mut desk = Desk::default();
    let Answer::Opened(opened) = desk.open("送教上门台账.xlsx".into(), bytes, &[], &mut |_| {}) else {
        panic!()
    };
    let proposal = &opened.sheets[0].proposals[0];
    assert_eq!(proposal.mapping.kind, ListKind::HomeTeaching);
    assert_eq!((proposal.mapping.first, proposal.mapping.rows), (2, 1));
    assert_eq!(proposal.unit.as_deref(), Some("青禾县教育和体育局"));
    assert_eq!(proposal.as_of, Some(day("2026-03-11")));
    let parts = vec![Chosen { file: 0, sheet: 0, mapping: proposal.mapping.clone() }];
    match desk.answer(Ask::Take { kind: ListKind::HomeTeaching, parts }, &[], &mut |_| {}) {
        Answer::Roster(taken) => taken,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_exported_ledger_comes_back_with_the_same_numbers_and_changes_nothing() {
    let files = files(&TABLET);
    let bytes = write(&table(&files, &Filter::default(), true)).unwrap();
    let taken = taken_back(&bytes);
    assert_eq!(taken.issues, []);
    let numbers: BTreeSet<&str> = taken.rows.iter().map(|(_, row)| row.id_number.as_str()).collect();
    let expected: BTreeSet<&str> =
        files.values().filter_map(|file| file.pupil()).map(|pupil| pupil.id_no.as_str()).collect();
    assert_eq!((taken.rows.len(), numbers), (170, expected));
    let plan = TABLET.plan_roster(&taken);
    let moved = plan.items.iter().filter(|item| matches!(item.state, State::New | State::Changed)).count();
    assert_eq!(moved, 0);
    // The form has no column for the day on which home teaching began: that alone is asked about.
    assert!(plan.issues.iter().all(|issue| issue.field == "from" && issue.weight == Weight::Doubt));
}

#[test]
fn numbers_are_text_cells_and_nothing_is_a_formula() {
    let mut files = files(&TABLET);
    // Whatever a cell begins with, it is what somebody wrote.
    let evil = ["=1+1", "+86", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a\")"];
    let pupils: Vec<FileId> = members(home(), &Filter::default(), &world(&files));
    for (id, text) in pupils.iter().zip(evil) {
        change(&mut files, *id, |pupil| pupil.address = text.to_owned());
    }
    let bytes = write(&table(&files, &Filter::default(), true)).unwrap();
    let book = read("台账.xlsx", &bytes).unwrap();
    let sheet = &book.sheets[0];
    let at = |heading: &str| {
        (0..sheet.columns()).find(|column| sheet.cell(2, *column) == Cell::Text(heading)).unwrap()
    };
    for heading in ["身份证号", "残疾证号", "联系电话"] {
        for row in 3..sheet.rows() {
            assert!(matches!(sheet.cell(row, at(heading)), Cell::Text(_)), "{heading} {row}");
        }
    }
    let addresses: Vec<Cell> = (3..sheet.rows()).map(|row| sheet.cell(row, at("现住址"))).collect();
    assert!(evil.iter().all(|text| addresses.contains(&Cell::Text(text))));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    let mut xml = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("xl/worksheets/sheet1.xml").unwrap(), &mut xml)
        .unwrap();
    assert!(!xml.contains("<f>") && !xml.contains("<f "));
}

#[test]
fn a_masked_ledger_holds_no_whole_number() {
    let files = files(&TABLET);
    let table = table(&files, &Filter::default(), false);
    let text = format!("{:?}", table.rows);
    for pupil in files.values().filter_map(|file| file.pupil()) {
        assert!(!text.contains(&pupil.id_no));
    }
}

#[test]
fn a_filter_leaves_what_it_offers_and_the_address_tells_it_whole() {
    let mut files = files(&TABLET);
    // The county's roster names no townships.
    for (at, id) in members(home(), &Filter::default(), &world(&files)).into_iter().enumerate() {
        change(&mut files, id, |pupil| pupil.town = ["城关街道", "石桥镇", "北岭镇"][at % 3].to_owned());
    }
    let world = world(&files);
    let all = offers(home(), &Filter::default(), &world);
    assert_eq!(all.towns.values().sum::<usize>(), 170);
    assert_eq!(all.statuses, BTreeMap::from([("PL4".to_owned(), 89), ("PL5".to_owned(), 81)]));
    let (town, in_town) = all.towns.iter().next().unwrap();
    let filter = Filter { town: town_key(town), status: "PL4".into(), ..Filter::default() };
    let narrowed = offers(home(), &filter, &world);
    assert!(narrowed.statuses["PL4"] <= *in_town);
    assert_eq!(members(home(), &filter, &world).len(), narrowed.towns[town]);
    let (school, of_school) = all.schools.iter().next_back().unwrap();
    let filter = Filter { school: Some(*school), columns: vec!["name".into(), "n".into()], ..filter };
    let written = filter.write();
    let pairs: BTreeMap<&str, &str> =
        written.trim_start_matches('&').split('&').filter_map(|pair| pair.split_once('=')).collect();
    assert_eq!(Filter::read(|key| pairs.get(key).map(|value| (*value).to_owned())), filter);
    assert!(!written.contains(town.as_str()), "no place stands in an address");
    assert!(
        members(home(), &Filter { school: Some(*school), ..Filter::default() }, &world).len() == *of_school
    );
    let shown: Vec<&str> = filter.shown(home()).iter().map(|column| column.key).collect();
    assert_eq!(shown, ["name", "n"]);
}

#[test]
fn every_column_of_every_ledger_is_one_of_the_form() {
    for ledger in &baoxue::report::ledger::LEDGERS {
        let found: Vec<Option<&'static Column>> = ledger.columns.iter().map(|key| column(key)).collect();
        assert!(found.iter().all(Option::is_some), "{}", ledger.key);
        assert!(column(ledger.status).is_some());
    }
    assert_eq!(baoxue::report::ledger::COLUMNS.len(), 42);
}

/// The county's register and roll as the ledger of school-age children: every line that a query chooses, in windows.
fn lines_of_the_lists() -> Vec<Line> {
    let mut desk = Desk::default();
    for path in ["qinghe/02-公安-户籍适龄人口.xlsx", "qinghe/03-教育-学籍.xlsx"] {
        let parts = open(&mut desk, path).proposed();
        let kind = parts[0].mapping.kind;
        desk.answer(Ask::List { kind, parts }, &[], &mut |_| {});
    }
    let asked = Question::Compare { settings: Settings::default(), decisions: Decisions::default() };
    desk.answer(Ask::Compare(asked), &[], &mut |_| {});
    let mut lines: Vec<Line> = Vec::new();
    loop {
        let from = lines.len() as u32;
        let asked = Question::Ledger { query: Query::default(), from, count: 500 };
        let Answer::Compared(Reply::Ledger { total, rows }) =
            desk.answer(Ask::Compare(asked), &[], &mut |_| {})
        else {
            panic!()
        };
        lines.extend(rows.into_iter().map(Line::from));
        if lines.len() >= total as usize {
            return lines;
        }
    }
}

#[test]
fn the_ledger_of_the_lists_goes_out_row_by_row_and_comes_back_unchanged() {
    let lines = lines_of_the_lists();
    assert!(lines.len() > 1_000, "{}", lines.len());
    let (files, age) = (Files::new(), Ledger::of("age").unwrap());
    let world = world(&files);
    let columns = Filter::default().shown(age);
    let form = Form { columns: &columns, lang: Lang::Zh, whole: true, choice: None };
    let about = || ["青禾县教育和体育局".to_owned(), "周老师".to_owned()];
    let whole = table_of(&world, age, &lines, form, about());
    assert_eq!(whole.rows.len(), lines.len());
    // As the page sends it to the worker: a slice at a time.
    let mut writer = Writer::begin(&Table { rows: whole.rows[..200].to_vec(), ..whole.clone() });
    whole.rows[200..].chunks(200).for_each(|rows| writer.rows(rows));
    let bytes = writer.finish().unwrap();
    let book = read("台账.xlsx", &bytes).unwrap();
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows() as usize, 3 + lines.len());
    for (row, cells) in (3..).zip(&whole.rows) {
        for (column, entry) in (0..).zip(cells) {
            let same = match (entry, sheet.cell(row, column)) {
                (Entry::Empty, found) => found == Cell::Empty,
                (Entry::Text(text), found) if text.is_empty() => {
                    found == Cell::Empty || found == Cell::Text("")
                }
                (Entry::Text(text), found) => found == Cell::Text(text),
                (Entry::Number(number), found) => found == Cell::Number(*number as f64),
                (Entry::Date(_), found) => matches!(found, Cell::Date(_)),
            };
            assert!(same, "{row} {column}: {entry:?} {:?}", sheet.cell(row, column));
        }
    }
    // Taken in as a list, it names the same children.
    let mut desk = Desk::default();
    let Answer::Opened(opened) = desk.open("适龄儿童台账.xlsx".into(), &bytes, &[], &mut |_| {}) else {
        panic!()
    };
    let parts = opened.proposed();
    let kind = parts[0].mapping.kind;
    desk.answer(Ask::List { kind, parts }, &[], &mut |_| {});
    let lists = &desk.held.lists;
    let back: BTreeSet<String> = match kind {
        ListKind::Household => lists
            .household
            .rows
            .iter()
            .filter_map(|(_, r)| r.id_number.whole())
            .map(|w| w.to_string())
            .collect(),
        ListKind::Roll => {
            lists.roll.rows.iter().filter_map(|(_, r)| r.id_number.whole()).map(|w| w.to_string()).collect()
        }
        other => panic!("{other:?}"),
    };
    let members = lines.iter().filter_map(|line| line.member.as_ref()).filter(|member| member.whole);
    let sent: BTreeSet<String> = members.map(|member| member.number.clone()).collect();
    assert_eq!(back, sent);
}
