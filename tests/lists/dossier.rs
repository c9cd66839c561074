//! Every fault of domain.md §6.2 with the test that holds its rule; and those of the rules that had none.
use super::*;
use baoxue::lists::rows::HouseholdRow;

/// Fault → file below the root, and the test in it.
const FAULTS: [(&str, &str, &str); 25] = [
    ("ID stored as number", "tests/lists/faults.rs", "every_fault_of_the_dossier_is_named_at_its_cell"),
    (
        "… is never exact",
        "tests/compare/properties.rs",
        "a_number_cell_of_sixteen_digits_or_more_is_never_whole",
    ),
    (
        "… matches on its first 15 and name as probable only",
        "tests/compare/matching.rs",
        "a_ruined_number_is_proposed_with_its_reason_and_never_linked",
    ),
    ("float error", "src/domain/identity/tests.rs", "a_rounded_number_covers_what_it_was"),
    (
        "scientific text",
        "tests/compare/matching.rs",
        "a_ruined_number_is_proposed_with_its_reason_and_never_linked",
    ),
    ("full-width", "tests/compare/matching.rs", "only_whole_equal_numbers_link_by_themselves"),
    (
        "lower x, ×",
        "src/domain/identity/tests.rs",
        "what_stands_behind_a_number_is_split_off_and_a_times_sign_is_warned_of",
    ),
    ("* mask", "src/lists/rows/number.rs", "what_is_left_speaks_for_the_number_or_against_it"),
    (
        "spaces, NBSP, U+3000, zero-width, apostrophe, tabs",
        "tests/lists/faults.rs",
        "every_fault_of_the_dossier_is_named_at_its_cell",
    ),
    ("15 digits", "src/domain/identity/tests.rs", "an_old_card_is_expanded_for_guardians_only"),
    (
        "trailing text",
        "src/domain/identity/tests.rs",
        "what_stands_behind_a_number_is_split_off_and_a_times_sign_is_warned_of",
    ),
    ("two persons in a cell", "src/lists/normalise/text.rs", "one_cell_gives_one_name"),
    ("names: dots, rare characters, old names", "src/domain/identity/tests.rs", "one_name_in_two_lists"),
    (
        "… never merge on name alone",
        "tests/compare/matching.rs",
        "two_whole_numbers_that_differ_are_never_joined_by_name",
    ),
    ("dates as serial", "src/lists/normalise/date.rs", "spreadsheet_days_of_both_systems"),
    ("dates as text", "src/lists/normalise/date.rs", "the_ways_that_lists_write_a_day"),
    (
        "header not in row 1",
        "tests/lists/county.rs",
        "headings_are_found_in_row_5_with_unit_and_date_beside_their_marks",
    ),
    (
        "header merged, two-row",
        "tests/lists/county.rs",
        "two_rows_of_merged_headings_are_read_together_and_merged_cells_reach_down",
    ),
    (
        "totals/notes rows",
        "tests/lists/county.rs",
        "sheets_per_town_are_one_list_and_totals_sections_and_repeated_headings_are_no_pupils",
    ),
    ("GBK CSV", "tests/lists/county.rs", "the_same_roster_reads_the_same_from_every_form"),
    ("duplicates", "tests/compare/sets.rs", "one_number_with_two_names_links_no_one_until_a_person_chooses"),
    ("old region code", "tests/lists/dossier.rs", "an_old_region_code_is_accepted"),
    (
        "wrong sex/birth column",
        "tests/lists/dossier.rs",
        "where_sex_or_birth_differ_the_number_is_believed_and_it_is_said",
    ),
    ("stale list", "tests/lists/every_kind.rs", "every_kind_is_recognised_and_taken_whole"),
    ("missing ID", "tests/lists/dossier.rs", "a_child_without_a_number_is_kept_by_name_birth_and_guardian"),
];

#[test]
fn every_fault_of_the_dossier_has_its_test() {
    for (fault, file, test) in FAULTS {
        let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{fault}: {file}: {why}"));
        assert!(text.contains(&format!("fn {test}(")), "{fault}: {test} is not in {file}");
    }
}

fn household(rows: &[&str]) -> (Vec<HouseholdRow>, Vec<Issue>) {
    let text = format!(
        "户籍适龄人口\n填表时间:2026-03-01\n姓名,性别,出生日期,公民身份号码,户主姓名,人户状态\n{}\n",
        rows.join("\n")
    );
    let mut desk = Desk::default();
    let Answer::Opened(opened) = desk.open("list.csv".into(), text.as_bytes(), &[], &mut |_| {}) else {
        panic!("not opened")
    };
    let parts = opened.proposed();
    let Answer::Listed(listed) =
        desk.answer(Ask::Take { kind: ListKind::Household, parts }, &[], &mut |_| {})
    else {
        panic!("not taken")
    };
    assert!(listed.counts.add_up());
    let chunks = listed.chunks.iter().flat_map(|chunk| baoxue::lists::batch::decode(chunk).unwrap());
    (chunks.map(|(_, row)| row).collect(), listed.issues)
}

#[test]
fn an_old_region_code_is_accepted() {
    // 370282 was a city's own code before it became a district: who was born then keeps it.
    let body = "37028220120505001";
    let check = char::from(baoxue::domain::identity::check_digit(body.as_bytes()).unwrap());
    let (rows, issues) = household(&[&format!("张三,男,2012-05-05,{body}{check},李大,正常")]);
    assert_eq!(issues, []);
    assert!(rows[0].id_number.whole().is_some());
}

#[test]
fn where_sex_or_birth_differ_the_number_is_believed_and_it_is_said() {
    let (rows, issues) = household(&["张三,女,2012-09-02,370299201209010013,李大,正常"]);
    let told: Vec<(&str, bool)> = issues
        .iter()
        .map(|issue| (issue.field.as_str(), matches!(issue.fault, Fault::DiffersFromNumber { .. })))
        .collect();
    assert_eq!(told, [("birth", true), ("sex", true)]);
    assert_eq!(rows[0].id_number.whole().unwrap().birth().unwrap().to_string(), "2012-09-01");
}

#[test]
fn a_child_without_a_number_is_kept_by_name_birth_and_guardian() {
    // Two children of one name and birth with different heads of household; the third is the first once more.
    let (rows, issues) = household(&[
        "张三,男,2012-09-01,,李大,正常",
        "张三,男,2012-09-01,,王二,正常",
        "张三,男,2012-09-01,,李大,正常",
    ]);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        issues.iter().filter(|issue| issue.fault == Fault::Missing && issue.weight == Weight::Doubt).count(),
        3
    );
}
