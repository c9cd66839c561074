//! The county's ten lists, each taken whole, and kept as the chunks of a dated batch.
use super::*;
use baoxue::lists::batch::{self, CHUNK_ROWS, Header, Unreadable, VERSION};
use baoxue::lists::job::Listed;
use baoxue::lists::rows::{HouseholdRow, Number, PoorRow, RollRow, Ruin};

pub fn listed(path: &str, kind: ListKind) -> Listed {
    match ask(path, kind) {
        Answer::Listed(listed) => listed,
        other => panic!("{path}: {other:?}"),
    }
}

fn rows<R: baoxue::lists::taking::ListRow>(listed: &Listed) -> Vec<R> {
    let chunks = listed.chunks.iter().flat_map(|chunk| batch::decode::<R>(chunk).unwrap());
    chunks.map(|(_, row)| row).collect()
}

#[test]
fn every_kind_is_recognised_and_taken_whole() {
    use ListKind::*;
    let cases = [
        ("02-公安-户籍适龄人口", Household, 13611, 9, 13602),
        ("03-教育-学籍", Roll, 12082, 4, 12078),
        ("04-教育-在校点名册", RollCall, 11885, 0, 11885),
        ("05-扶贫-脱贫户适龄子女", Poor, 580, 0, 580),
        ("06-残联-持证残疾儿童", Disability, 451, 0, 451),
        ("07-卫健-死亡与重大疾病", Health, 10, 0, 10),
        ("08-督察-核查结果", Findings, 247, 0, 247),
        ("10-教育-关爱责任人台账", Carers, 580, 0, 580),
    ];
    for (file, kind, read, duplicate, taken) in cases {
        let listed = listed(&format!("qinghe/{file}.xlsx"), kind);
        let counts = listed.counts;
        assert_eq!(
            (counts.read, counts.dropped, counts.duplicate, counts.invalid, counts.taken),
            (read + 2, 2, duplicate, 0, taken),
            "{file}"
        );
        assert!(counts.add_up());
        assert_eq!(listed.as_of.unwrap().to_string(), "2026-03-01", "{file}");
        let refused: Vec<_> = listed.issues.iter().filter(|issue| issue.weight == Weight::Refused).collect();
        assert!(refused.is_empty(), "{file}: {refused:?}");
    }
}

#[test]
fn a_child_with_a_ruined_number_is_taken_with_what_is_left_of_it() {
    let roll: Vec<RollRow> = rows(&listed("qinghe/03-教育-学籍.xlsx", ListKind::Roll));
    let why = |row: &RollRow| match &row.id_number {
        Number::Ruined(ruined) => Some(ruined.why),
        _ => None,
    };
    let of = |ruin: Ruin| roll.iter().filter(|row| why(row) == Some(ruin)).count();
    assert_eq!((of(Ruin::Rounded), of(Ruin::CheckDigit)), (6, 8));
    assert_eq!(roll.iter().filter(|row| row.also_at.len() == 1).count(), 4);
    let poor: Vec<PoorRow> = rows(&listed("qinghe/05-扶贫-脱贫户适龄子女.xlsx", ListKind::Poor));
    assert_eq!(poor.iter().filter(|row| row.id_number.whole().is_none()).count(), 10);
}

#[test]
fn chunks_come_back_as_they_were_and_nothing_else_is_read() {
    let listed = listed("qinghe/02-公安-户籍适龄人口.xlsx", ListKind::Household);
    assert_eq!(listed.chunks.len(), 13602_usize.div_ceil(CHUNK_ROWS));
    let back: Vec<_> = listed.chunks.iter().flat_map(|c| batch::decode::<HouseholdRow>(c).unwrap()).collect();
    assert_eq!(back.len(), 13602);
    assert_eq!(batch::encode(&back).unwrap(), listed.chunks);
    let first = &listed.chunks[0];
    assert_eq!(batch::decode::<RollRow>(first), Err(Unreadable::OtherKind(ListKind::Household)));
    let mut newer = first.clone();
    newer[0] = VERSION + 1;
    assert_eq!(batch::decode::<HouseholdRow>(&newer), Err(Unreadable::Newer(VERSION + 1)));
    for cut in [0, 1, 5, first.len() / 2, first.len() - 1] {
        assert_eq!(batch::decode::<HouseholdRow>(&first[..cut]), Err(Unreadable::Damaged), "{cut}");
    }
    let header = Header {
        version: VERSION,
        kind: ListKind::Household,
        unit: "青禾县公安局".into(),
        as_of: listed.as_of,
        taken_on: "2026-03-12".parse().unwrap(),
        files: vec![batch::FileNote { name: "02.xlsx".into(), fingerprint: [7; 32] }],
        sources: listed.sources.clone(),
        mappings: vec![Mapping::empty(ListKind::Household, 2, 1)],
        counts: listed.counts,
        chunks: listed.chunks.len() as u32,
    };
    assert_eq!(Header::decode(&header.encode().unwrap()), Ok(header));
}
