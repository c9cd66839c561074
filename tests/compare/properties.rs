//! What holds for any rows: their order, duplicates and how they are spread over files change nothing.
use super::*;
use baoxue::lists::normalise::identity::of_child;
use baoxue::lists::sheet::Cell;
use proptest::prelude::*;

/// A child of a random world: where it stands, and what was done to its number there.
#[derive(Clone, Debug)]
pub struct Child {
    birth: (u16, u8, u8),
    name: u8,
    on: [bool; 3],
    ruin: [u8; 3],
    state: u8,
}

const NAMES: [&str; 8] = ["张三", "李四", "王五", "赵六", "阿依古丽·买买提", "陈一一", "刘二二", "周三三"];

pub fn child() -> impl Strategy<Value = Child> {
    let birth = (2009_u16..2021, 1_u8..13, 1_u8..29);
    (birth, 0_u8..8, any::<[bool; 3]>(), any::<[u8; 3]>(), any::<u8>())
        .prop_map(|(birth, name, on, ruin, state)| Child { birth, name, on, ruin, state })
}

/// The number as one of the lists has it.
fn written(number: &str, ruin: u8) -> String {
    match ruin % 8 {
        0 => format!("{}000", &number[..15]),
        1 => format!("{}{}{}", &number[..15], (number.as_bytes()[15] - b'0' + 1) % 10, &number[16..]),
        2 => "3.70299E+17".to_owned(),
        3 => String::new(),
        4 => format!("'{number}"),
        _ => number.to_owned(),
    }
}

/// The rows of the three lists.
pub fn rows(children: &[Child]) -> [Vec<String>; 3] {
    let mut lists = [Vec::new(), Vec::new(), Vec::new()];
    for (n, child) in children.iter().enumerate() {
        let (y, m, d) = child.birth;
        let number = id(&format!("{y:04}{m:02}{d:02}"), 100 + n as u32);
        let (name, birth) = (NAMES[child.name as usize], format!("{y}-{m}-{d}"));
        let state = ["正常", "正常", "正常", "迁出", "死亡注销"][child.state as usize % 5];
        let absent = ["在校,,", "未到,无故,2026-02-01", "未到,病假,2026-02-01"][child.state as usize % 3];
        let at = |list: usize| written(&number, child.ruin[list]);
        let all = [
            format!("{name},,{birth},{},{n},李大,石桥镇,上张屯村,{state}", at(0)),
            format!("石桥中学,7年级,1班,{name},,{birth},{},,青禾县石桥镇上张屯村,走读,否,,在读,李大", at(1)),
            format!("石桥中学,7年级,1班,{name},{},{absent},2026-03-10", at(2)),
        ];
        for (list, row) in all.into_iter().enumerate().filter(|(list, _)| child.on[*list]) {
            lists[list].push(row);
        }
    }
    lists
}

pub const LISTS_OF: [(&str, &str); 3] =
    [("户籍适龄人口", HOUSEHOLD), ("学籍信息表", ROLL), ("在校点名册", ROLL_CALL)];

/// Everything that is said: figures, members of every set, proposals; with what is sure confirmed or not.
fn told(files: &[String], confirm: bool) -> String {
    let mut desk = desk(files);
    let decisions = if confirm { confirm_sure(&mut desk) } else { Decisions::default() };
    let mut summary = compare(&mut desk, &decisions);
    // How many rows there were is not the same where some stand twice.
    summary.lists.clear();
    let mut all = format!("{summary:?}");
    for set in Set::ALL {
        for member in members(&mut desk, set) {
            all.push_str(&format!("{set:?} {} {} {:?}", member.number, member.name, member.sets));
        }
    }
    let mut proposed: Vec<String> = proposals(&mut desk)
        .iter()
        .map(|s| {
            format!("{} {:?} {:?} {}", s.proposal.key, s.proposal.tier, s.proposal.grounds, s.proposal.sure)
        })
        .collect();
    proposed.sort();
    all + &proposed.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn order_duplicates_and_chunks_change_nothing(
        children in prop::collection::vec(child(), 1..24),
        seeds in any::<[u64; 3]>(),
        chunks in 1_usize..4,
        twice in any::<u8>(),
        confirm in any::<bool>(),
    ) {
        let lists = rows(&children);
        let straight: Vec<String> =
            lists.iter().zip(LISTS_OF).map(|(rows, (title, head))| list(title, head, rows)).collect();
        let mut files = Vec::new();
        for ((mut rows, (title, head)), seed) in lists.into_iter().zip(LISTS_OF).zip(seeds) {
            // Some rows stand twice.
            let again: Vec<String> = rows.iter().enumerate().filter(|(n, _)| twice >> (n % 8) & 1 == 1).map(|(_, row)| row.clone()).collect();
            rows.extend(again);
            shuffle(&mut rows, seed);
            let size = rows.len().div_ceil(chunks).max(1);
            match rows.is_empty() {
                true => files.push(list(title, head, &[])),
                false => files.extend(rows.chunks(size).map(|part| list(title, head, part))),
            }
        }
        shuffle(&mut files, seeds[0]);
        prop_assert_eq!(told(&files, confirm), told(&straight, confirm));
    }

    #[test]
    fn a_number_cell_of_sixteen_digits_or_more_is_never_whole(value in 1_000_000_000_000_000_u64..1_000_000_000_000_000_000) {
        let read = of_child(Cell::Number(value as f64));
        prop_assert!(read.value.unwrap().whole().is_none());
    }

    /// What a spreadsheet leaves of a number: fifteen digits and zeros, the nearest float, a power of ten.
    #[test]
    fn a_rounded_number_links_no_one_by_itself(births in prop::collection::vec((2011_u16..2018, 1_u8..13, 1_u8..29), 1..16), how in any::<u64>()) {
        let (mut household, mut roll) = (Vec::new(), Vec::new());
        for (n, (y, m, d)) in births.iter().enumerate() {
            // No number ends in zeros of its own.
            let number = id(&format!("{y:04}{m:02}{d:02}"), 111 + n as u32);
            let digits: u64 = number[..17].parse::<u64>().unwrap() * 10 + u64::from(number.as_bytes()[17] % 10);
            let rounded = match how >> (2 * n) & 3 {
                0 => format!("{}000", &number[..15]),
                1 => format!("{:.5E}", digits as f64),
                2 => format!("{}000", (digits as f64 / 1000.0).round() as u64),
                _ => format!("{:e}", digits as f64),
            };
            household.push(format!("同名,,,{number},{n},户主甲,石桥镇,上张屯村,正常"));
            roll.push(format!("石桥中学,7年级,1班,同名,,,{rounded},,,走读,否,,在读,"));
        }
        let mut desk = desk(&[list("户籍适龄人口", HOUSEHOLD, &household), list("学籍信息表", ROLL, &roll)]);
        compare(&mut desk, &Decisions::default());
        for member in members(&mut desk, Set::Base) {
            prop_assert!(member.sets.contains(&Set::A), "{:?}", member.lists);
            prop_assert_eq!(member.lists, vec![baoxue::lists::compare::Origin::Household]);
        }
    }

    #[test]
    fn counts_add_up_for_every_kind(
        kind in 0_usize..LISTS.len(),
        cells in prop::collection::vec("\\PC{0,10}|[0-9]{1,19}|合计|张三|2012-09-01|", 0..120),
    ) {
        let columns = LISTS[kind].columns;
        let head: Vec<&str> = columns.iter().map(|column| column.words[0]).collect();
        let width = head.len();
        let body: Vec<String> = cells.chunks(width).map(|row| row.join(",").replace('"', "")).collect();
        let text = format!("{}\n{}", head.join(","), body.join("\n"));
        let mut desk = Desk::default();
        let Answer::Opened(opened) = desk.open("list.csv".into(), text.as_bytes(), &[], &mut |_| {}) else { return Ok(()) };
        let mapping = opened.sheets[0].proposals.iter().find(|p| p.mapping.kind == LISTS[kind].kind).unwrap().mapping.clone();
        let parts = vec![Chosen { file: 0, sheet: 0, mapping }];
        let counts = match desk.answer(Ask::Take { kind: LISTS[kind].kind, parts }, &[], &mut |_| {}) {
            Answer::Listed(listed) => listed.counts,
            Answer::Schools(taken) => taken.counts,
            Answer::Roster(taken) => taken.counts,
            other => panic!("{other:?}"),
        };
        prop_assert!(counts.add_up(), "{counts:?}");
    }
}

pub fn shuffle<T>(rows: &mut [T], mut seed: u64) {
    for at in (1..rows.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, (seed >> 33) as usize % (at + 1));
    }
}
