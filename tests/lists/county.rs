//! Headings, mappings and rows of the county's lists and of others in other forms and words.
use super::*;

#[test]
fn the_countys_list_of_schools_gives_52_schools() {
    let taken = schools(SCHOOLS);
    assert_eq!(taken.issues, []);
    let counts = taken.counts;
    assert_eq!(
        (counts.read, counts.taken, counts.dropped, counts.duplicate, counts.invalid),
        (54, 52, 2, 0, 0)
    );
    assert_eq!(taken.as_of.unwrap().to_string(), "2026-03-01");
    let of_type = |code: &str| taken.rows.iter().filter(|(_, row)| row.school_type == code).count();
    assert_eq!((of_type("211"), of_type("311"), of_type("514")), (34, 17, 1));
    let (place, first) = &taken.rows[0];
    assert_eq!((place.name().as_str(), first.school_code.as_str()), ("4", "3137029901"));
    assert_eq!(first.town.as_deref(), Some("城关街道"));
    assert_eq!(first.principal.as_deref(), Some("孙辰"));
    assert_eq!(first.phone.as_deref(), Some("13496907085"));
}

#[test]
fn the_countys_roster_gives_170_pupils_89_of_ordinary_schools_and_81_of_the_special_school() {
    let taken = roster(ROSTER);
    assert_eq!(taken.issues, []);
    let counts = taken.counts;
    assert_eq!((counts.read, counts.taken, counts.dropped), (172, 170, 2));
    assert!(counts.add_up());
    assert_eq!(
        taken.dropped.iter().map(|(_, why)| *why).collect::<Vec<_>>(),
        [Dropped::Total, Dropped::Note]
    );
    let special = taken.rows.iter().filter(|(_, row)| row.school_type == Some(true)).count();
    assert_eq!((special, taken.rows.len() - special), (81, 89));
    for (_, row) in &taken.rows {
        assert_eq!(
            (row.visits, row.hours, row.from.unwrap().to_string().as_str()),
            (Some(2), Some(3), "2025-09-01")
        );
        let filled =
            [&row.certificate, &row.teacher1, &row.teacher2, &row.guardian, &row.phone, &row.address];
        assert!(filled.iter().all(|field| field.is_some()), "{row:?}");
    }
}

#[test]
fn the_kind_of_each_county_list_is_proposed_surely() {
    let mut desk = Desk::default();
    for (path, kind) in [(SCHOOLS, ListKind::Schools), (ROSTER, ListKind::HomeTeaching)] {
        let opened = open(&mut desk, path);
        let proposals = &opened.sheets[0].proposals;
        assert_eq!(proposals[0].mapping.kind, kind);
        assert!(proposals[0].confidence >= 90, "{path}: {}", proposals[0].confidence);
        let next = proposals.get(1).map_or(0, |second| second.confidence);
        assert!(proposals[0].confidence >= next + 30, "{path}: {next}");
        assert_eq!((proposals[0].mapping.first, proposals[0].mapping.rows), (2, 1));
        assert_eq!(proposals[0].unit.as_deref(), Some("青禾县教育和体育局"));
    }
}

#[test]
fn headings_are_found_in_row_5_with_unit_and_date_beside_their_marks() {
    let mut desk = Desk::default();
    let opened = open(&mut desk, "lists/headings-in-row-5.xlsx");
    let proposal = &opened.sheets[0].proposals[0];
    assert_eq!(
        (proposal.mapping.first, proposal.mapping.rows, proposal.mapping.kind),
        (4, 1, ListKind::HomeTeaching)
    );
    assert_eq!(proposal.unit.as_deref(), Some("青禾县教育和体育局"));
    assert_eq!(proposal.as_of.unwrap().to_string(), "2026-03-01");
    let taken = roster("lists/headings-in-row-5.xlsx");
    assert_eq!((taken.counts.read, taken.counts.taken, taken.counts.dropped), (5, 3, 2));
    assert_eq!(taken.issues, []);
}

#[test]
fn two_rows_of_merged_headings_are_read_together_and_merged_cells_reach_down() {
    let mut desk = Desk::default();
    let opened = open(&mut desk, "lists/two-row-merged-headings.xlsx");
    let mapping = &opened.sheets[0].proposals[0].mapping;
    assert_eq!((mapping.first, mapping.rows), (2, 2));
    let columns = ["name", "teacher1", "teacher2", "guardian", "phone", "address"]
        .map(|key| mapping.column(key).unwrap());
    assert_eq!(columns, [3, 6, 7, 11, 12, 13]);
    let taken = roster("lists/two-row-merged-headings.xlsx");
    assert_eq!(taken.issues, []);
    let schools: Vec<&str> = taken.rows.iter().map(|(_, row)| row.school.as_str()).collect();
    assert_eq!(schools, ["石桥第一中心小学", "石桥第一中心小学", "石桥第一中心小学", "北岭中学"]);
}

#[test]
fn sheets_per_town_are_one_list_and_totals_sections_and_repeated_headings_are_no_pupils() {
    let taken = roster("lists/sheet-per-town.xlsx");
    assert_eq!((taken.counts.taken, taken.counts.dropped, taken.counts.invalid), (12, 15, 0));
    let mut kinds = BTreeMap::new();
    taken.dropped.iter().for_each(|(_, why)| *kinds.entry(format!("{why:?}")).or_insert(0) += 1);
    let expected =
        [("Heading", 3), ("Note", 3), ("Title", 3), ("Total", 6)].map(|(why, n)| (why.to_owned(), n));
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(
        taken.sources.iter().map(|s| s.sheet.as_str()).collect::<Vec<_>>(),
        ["石桥镇", "北岭镇", "马店镇"]
    );
}

#[test]
fn a_missing_column_is_said_and_a_whole_certificate_still_tells_the_number() {
    let mut desk = Desk::default();
    let opened = open(&mut desk, "lists/missing-column.xlsx");
    let proposal = &opened.sheets[0].proposals[0];
    assert_eq!(proposal.mapping.kind, ListKind::HomeTeaching);
    assert_eq!(proposal.mapping.missing(), ["id_number"]);
    let taken = roster("lists/missing-column.xlsx");
    assert!(
        taken.issues.iter().any(|issue| issue.fault == Fault::MissingColumn && issue.field == "id_number")
    );
    // The certificate column still tells the numbers.
    assert_eq!((taken.counts.read, taken.counts.taken), (3, 3));
}

#[test]
fn the_same_roster_reads_the_same_from_every_form() {
    let expected: Vec<RosterRow> = roster("lists/roster.xls").rows.into_iter().map(|(_, row)| row).collect();
    assert_eq!(expected.len(), 5);
    let forms = [
        ("lists/roster.ods", Format::Ods),
        ("lists/gb18030.csv", Format::CsvGb18030),
        ("lists/utf8-bom.csv", Format::CsvUtf8),
        ("lists/utf16-tabs.txt", Format::CsvUtf16),
    ];
    for (path, format) in forms {
        assert_eq!(read(path, &bytes(path)).unwrap().format, format);
        let taken = roster(path);
        let mut rows: Vec<RosterRow> = taken.rows.iter().map(|(_, row)| row.clone()).collect();
        if format == Format::CsvGb18030 {
            assert_eq!(rows[0].name, "王小䶮");
            rows[0].name = "王小明".into();
        }
        assert_eq!(rows, expected, "{path}");
        assert_eq!(
            (taken.counts.dropped, taken.as_of.unwrap().to_string().as_str()),
            (1, "2026-03-01"),
            "{path}"
        );
    }
    // A blank line of a CSV counts, as it does in a spreadsheet.
    assert_eq!(roster("lists/utf8-bom.csv").rows[0].0.name(), "5");
}

#[test]
fn days_counted_from_1904_are_the_same_days() {
    let taken = roster("lists/from-1904.xlsx");
    let days: Vec<String> = taken.rows.iter().map(|(_, row)| row.from.unwrap().to_string()).collect();
    assert_eq!(days, ["2025-09-01", "2025-09-01"]);
}

#[test]
fn schools_in_other_words() {
    let taken = schools("lists/schools-other-words.xlsx");
    let found: Vec<(&str, &str, Option<&str>)> = taken
        .rows
        .iter()
        .map(|(_, row)| (row.school_code.as_str(), row.school_type.as_str(), row.phone.as_deref()))
        .collect();
    let expected = [
        ("3137029910", "211", Some("0532-88886666")),
        ("3137029920", "311", Some("13800000001")),
        ("3137029952", "514", None),
    ];
    assert_eq!(found, expected);
    assert_eq!(issues(&taken, 7), [("school_code".into(), Fault::Length { found: 8 }, Weight::Refused)]);
    let unknown = Fault::UnknownCode { list: "school_type".into() };
    assert_eq!(issues(&taken, 8), [("school_type".into(), unknown, Weight::Refused)]);
}

#[test]
fn a_corrected_mapping_is_remembered_for_the_department() {
    let mut desk = Desk::default();
    let opened = open(&mut desk, "lists/schools-other-words.xlsx");
    let mut mapping = opened.sheets[0].proposals[0].mapping.clone();
    // A person says that 负责人 is no principal here, and where the headings stand.
    mapping.set("principal", None);
    let chosen = Chosen { file: 0, sheet: 0, mapping: mapping.clone() };
    let Answer::Remembered(memory) =
        desk.answer(Ask::Remember { chosen, unit: String::new() }, &[], &mut |_| {})
    else {
        panic!()
    };
    let again =
        desk.open("again.xlsx".into(), &bytes("lists/schools-other-words.xlsx"), &[memory], &mut |_| {});
    let Answer::Opened(again) = again else { panic!() };
    assert_eq!(again.sheets[0].proposals[0].mapping, mapping);
    let ask = Ask::Propose { file: 0, sheet: 0, first: 2, rows: 1 };
    let Answer::Proposed(proposed) = desk.answer(ask, &[], &mut |_| {}) else { panic!() };
    assert_eq!(proposed[0].mapping.kind, ListKind::Schools);
    assert_eq!(
        desk.answer(Ask::Propose { file: 9, sheet: 0, first: 0, rows: 1 }, &[], &mut |_| {}),
        Answer::NotOpen
    );
}

#[test]
fn answers_cross_to_the_page_and_back() {
    for answer in [ask(ROSTER, ListKind::HomeTeaching), ask(SCHOOLS, ListKind::Schools)] {
        let bytes = postcard::to_allocvec(&answer).unwrap();
        assert_eq!(postcard::from_bytes::<Answer>(&bytes).unwrap(), answer);
    }
    let mut desk = Desk::default();
    let opened = Answer::Opened(open(&mut desk, ROSTER));
    let bytes = postcard::to_allocvec(&opened).unwrap();
    assert_eq!(postcard::from_bytes::<Answer>(&bytes).unwrap(), opened);
}
