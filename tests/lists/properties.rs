//! What holds for any rows in any order, and for any bytes.
use super::*;
use proptest::prelude::*;

/// The faulty roster as CSV lines, all cells as text.
static LINES: std::sync::LazyLock<Vec<String>> = std::sync::LazyLock::new(|| {
    let book = read("faults", &bytes("lists/faults.xlsx")).unwrap();
    let sheet = &book.sheets[0];
    let text = |row, column| match sheet.cell(row, column) {
        Cell::Text(text) => text.to_owned(),
        Cell::Number(number) => number.to_string(),
        _ => String::new(),
    };
    (2..sheet.rows()).map(|row| (0..13).map(|c| text(row, c)).collect::<Vec<_>>().join(",")).collect()
});

fn take_parts(files: &[String]) -> Taken<RosterRow> {
    let mut desk = Desk::default();
    let mut parts = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let Answer::Opened(opened) = desk.open(format!("{at}.csv"), file.as_bytes(), &[], &mut |_| {}) else {
            panic!()
        };
        let mapping: Mapping = opened.sheets[0].proposals[0].mapping.clone();
        parts.push(Chosen { file: at as u32, sheet: 0, mapping });
    }
    let Answer::Roster(taken) =
        desk.answer(Ask::Take { kind: ListKind::HomeTeaching, parts }, &[], &mut |_| {})
    else {
        panic!()
    };
    taken
}

fn contents(taken: &Taken<RosterRow>) -> Vec<RosterRow> {
    let mut rows: Vec<RosterRow> = taken.rows.iter().map(|(_, row)| row.clone()).collect();
    rows.sort();
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_rows_and_how_they_are_spread_over_files_change_nothing(
        order in Just((1..LINES.len()).collect::<Vec<usize>>()).prop_shuffle(),
        chunks in 1_usize..6,
    ) {
        let lines = &*LINES;
        let whole = take_parts(&[lines.join("\n")]);
        let size = order.len().div_ceil(chunks);
        let files: Vec<String> = order
            .chunks(size)
            .map(|rows| {
                let rows = rows.iter().map(|row| lines[*row].as_str());
                std::iter::once(lines[0].as_str()).chain(rows).collect::<Vec<_>>().join("\n")
            })
            .collect();
        let parts = take_parts(&files);
        prop_assert_eq!(contents(&parts), contents(&whole));
        prop_assert_eq!(parts.counts, whole.counts);
        prop_assert!(parts.counts.add_up());
    }

    #[test]
    fn counts_add_up_whatever_the_cells_say(cells in prop::collection::vec("\\PC{0,12}|[0-9]{1,19}|合计|", 0..80)) {
        let head = LINES[0].clone();
        let body: Vec<String> = cells.chunks(13).map(|row| row.join(",").replace('"', "")).collect();
        let taken = take_parts(&[format!("{head}\n{}", body.join("\n"))]);
        prop_assert!(taken.counts.add_up());
    }

    #[test]
    fn no_bytes_make_the_reader_panic(noise in prop::collection::vec(any::<u8>(), 0..600), form in 0_usize..6) {
        let heads: [&[u8]; 6] =
            [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"\xef\xbb\xbf", b"a,b\n"];
        let _ = Desk::default().open("noise".into(), &[heads[form], &noise].concat(), &[], &mut |_| {});
    }

    #[test]
    fn no_damage_to_a_real_file_makes_the_reader_panic(
        file in 0_usize..4, at in 0.0_f64..1.0, with in any::<[u8; 4]>(), cut in 0.2_f64..1.0,
    ) {
        let paths = ["lists/roster.xls", "lists/roster.ods", "lists/two-row-merged-headings.xlsx", "lists/gb18030.csv"];
        let mut bytes = bytes(paths[file]);
        let at = (at * (bytes.len() - 4) as f64) as usize;
        bytes[at..at + 4].copy_from_slice(&with);
        bytes.truncate((cut * 1.3 * bytes.len() as f64) as usize);
        let _ = Desk::default().open("damaged".into(), &bytes, &[], &mut |_| {});
    }
}

/// An XLS is a container of tables that claim sizes: many damages of a few bytes each, where tables stand or anywhere.
/// `XLS_ROUNDS=100000 cargo test --test lists xls` looks longer.
#[test]
fn no_damage_to_an_xls_ends_the_reader() {
    let whole = bytes("lists/roster.xls");
    let rounds = std::env::var("XLS_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(400_u64);
    let mut seed = 20_260_311_u64;
    let mut below = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    let claims = [0_u32, 1, 0xff, 0xffff, 0x7fff_ffff, 0xffff_fffe, u32::MAX];
    for _ in 0..rounds {
        let mut damaged = whole.clone();
        for _ in 0..=below(6) {
            let at = if below(3) == 0 { below(600) } else { below(damaged.len() - 4) };
            let with = match below(3) {
                0 => claims[below(claims.len())],
                1 => below(64) as u32,
                _ => below(1 << 30) as u32,
            };
            let length = 1 + below(4);
            damaged[at..at + length].copy_from_slice(&with.to_le_bytes()[..length]);
        }
        let _ = read("damaged.xls", &damaged);
    }
}

#[test]
fn the_watcher_hears_how_many_rows_are_read() {
    let rows: Vec<String> = (0..5000).map(|row| format!("{row},甲")).collect();
    let mut heard = Vec::new();
    let mut desk = Desk::default();
    let ask = postcard::to_allocvec(&Ask::Open { file: "long.csv".into(), memories: vec![] }).unwrap();
    let answer = desk.serve(&ask, rows.join("\n").as_bytes(), &mut |rows| heard.push(rows)).unwrap();
    let Ok(Answer::Opened(opened)) = postcard::from_bytes(&answer) else { panic!() };
    assert_eq!(opened.sheets[0].rows, 5000);
    assert_eq!(heard, [2000, 4000]);
    assert_eq!(desk.serve(b"another version", &[], &mut |_| {}), None);
}

#[test]
fn rows_of_a_csv_stand_where_a_spreadsheet_shows_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["甲", "", "", "\"乙\n乙\"", "", "丙"].join(end);
        let book = read("rows.csv", text.as_bytes()).unwrap();
        let seen = [0, 3, 5].map(|row| book.sheets[0].cell(row, 0));
        assert_eq!(seen, [Cell::Text("甲"), Cell::Text("乙\n乙"), Cell::Text("丙")], "{end:?}");
        assert_eq!(book.sheets[0].rows(), 6);
    }
}
