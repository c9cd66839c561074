//! The list's filter, case by case.
use super::*;
use crate::register::summary::{Content, PlacementBrief, PupilSummary, VisitBrief};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn pupil(id: u128, name: &str, town: &str, mode: &str, last: Option<&str>) -> Arc<Summary> {
    let visits = last.map(|on| VisitBrief { date: day(on), done: true, ..Default::default() });
    let content = PupilSummary {
        town: town.into(),
        village: "下石门村".into(),
        teachers: vec![FileId(if id.is_multiple_of(2) { 7 } else { 8 })],
        safety_note: if id == 2 { "癫痫".into() } else { "无".into() },
        placements: vec![PlacementBrief { mode: mode.into(), from: day("2025-09-01"), ..Default::default() }],
        visits: visits.into_iter().collect(),
        ..Default::default()
    };
    Arc::new(Summary {
        deleted: id == 4,
        joined_into: (id == 5).then_some(FileId(1)),
        ..Summary::invented(id, "pupil", name, Content::Pupil(Box::new(content)))
    })
}

fn all() -> Vec<Standing> {
    let pupils = [
        pupil(1, "郑小满", "石门镇", "HOME", Some("2026-03-09")),
        pupil(2, "安小满", "石门镇", "HOME", None),
        pupil(3, "林小满", "大河镇", "EXEMPT", Some("2026-01-05")),
        pupil(4, "刘小满", "大河镇", "HOME", None),
        pupil(5, "并小满", "大河镇", "HOME", None),
    ];
    let task = |id, urgency, due: &str, what| Task { file: FileId(id), due: day(due), urgency, what };
    let tasks = [
        task(1, Urgency::Later, "2026-03-20", What::FindCarers { has: 1 }),
        task(2, Urgency::Overdue, "2026-03-01", What::AskConsent),
    ];
    standings(pupils.iter(), &tasks, FileId(7), day("2026-03-11"))
}

fn ids(filter: &Filter) -> Vec<u128> {
    chosen(&all(), filter).into_iter().map(|pupil| pupil.id.0).collect()
}

#[test]
fn each_part_narrows_the_list() {
    let none = Filter::default();
    let with = |change: fn(&mut Filter)| {
        let mut filter = Filter::default();
        change(&mut filter);
        filter
    };
    for (filter, expected) in [
        (none.clone(), &[3, 2, 1][..]),
        (with(|f| f.mode = "HOME".into()), &[2, 1]),
        (with(|f| f.town = town_key("大河镇")), &[3]),
        (with(|f| f.traits = vec![Trait::Mine]), &[2]),
        (with(|f| f.traits = vec![Trait::Due]), &[2]),
        (with(|f| f.traits = vec![Trait::NoCarer]), &[1]),
        (with(|f| f.traits = vec![Trait::NoConsent, Trait::Safety]), &[2]),
        (with(|f| f.traits = vec![Trait::NoCarer, Trait::Safety]), &[]),
        (with(|f| f.deleted = true), &[4]),
        (with(|f| f.sort = Sort::Name), &[2, 3, 1]),
        (with(|f| f.sort = Sort::LastVisit), &[2, 3, 1]),
        (with(|f| f.sort = Sort::Due), &[2, 1, 3]),
    ] {
        assert_eq!(ids(&filter), expected, "{filter:?}");
    }
    assert_eq!(none.narrows(), 0);
    assert_eq!(none.toggled(Trait::Mine).narrows(), 1);
    assert_eq!(none.toggled(Trait::Mine).toggled(Trait::Mine), none);
}

#[test]
fn the_address_gives_the_filter_back_and_holds_no_name() {
    let filter = Filter {
        mode: "HOME".into(),
        school: Some(FileId(9)),
        town: town_key("石门镇"),
        traits: vec![Trait::Mine, Trait::NoPlan],
        sort: Sort::Due,
        deleted: false,
    };
    let address = filter.write();
    assert!(address.is_ascii() && !address.contains("石门"), "{address}");
    let read = |address: &str| {
        let pairs: BTreeMap<String, String> = address
            .trim_start_matches('?')
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        Filter::read(|key| pairs.get(key).cloned())
    };
    assert_eq!(read(&address), filter);
    assert_eq!((Filter::default().write(), read("")), (String::new(), Filter::default()));
    assert_eq!(read("?sort=moon&has=moon.mine&school=moon").traits, [Trait::Mine]);
}
