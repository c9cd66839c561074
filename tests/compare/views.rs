//! Windows onto a comparison: why a child stands there, the ledger, and what crosses to the page.
use super::*;
use baoxue::lists::batch;
use baoxue::lists::compare::ledger::{By, Query, Schooling};
use baoxue::lists::compare::{Because, Origin};
use baoxue::lists::issue::Source;
use baoxue::lists::rows::{HouseholdRow, RollRow};

fn small() -> Desk {
    let ids = [id("20120505", 1), id("20130606", 2), id("20140707", 4)];
    let towns = ["石桥镇", "北岭镇", "石桥镇"];
    let rows: Vec<String> = ["张三", "李四", "王五"]
        .iter()
        .zip(&ids)
        .zip(towns)
        .map(|((name, number), town)| format!("{name},,,{number},1,户主甲,{town},上张屯村,正常"))
        .collect();
    let pupil = |name: &str, number: &str, way: &str| {
        format!("{name}中学,7年级,1班,{name},,,{number},,,{way},否,,在读,")
    };
    let roll = [
        pupil("李四", &ids[1], "走读"),
        pupil("王五", &ids[2], "送教上门"),
        pupil("外来", &id("20120101", 9), "走读"),
        pupil("张三", &format!("{}000", &ids[0][..15]), "走读"),
    ];
    let calls = [format!("李四中学,7年级,1班,李四,{},未到,无故,2026-02-10,2026-03-10", ids[1])];
    let mut desk = desk(&[
        list("户籍适龄人口", HOUSEHOLD, &rows),
        list("学籍信息表", ROLL, &roll),
        list("在校点名册", ROLL_CALL, &calls),
    ]);
    compare(&mut desk, &Decisions::default());
    desk
}

fn why(desk: &mut Desk, child: u32) -> Vec<Because> {
    match ask(desk, Question::Why { child }) {
        Reply::Why(why) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_member_of_a_set_can_be_asked_why_it_is_there() {
    let mut desk = small();
    let a = members(&mut desk, Set::A);
    let told = why(&mut desk, a[0].child);
    let Because::On(face) = &told[0] else { panic!("{told:?}") };
    assert_eq!(
        (face.from, face.place.unwrap().name().as_str(), face.as_of.unwrap().to_string().as_str()),
        (Origin::Household, "4", "2026-03-01")
    );
    assert!(told.iter().any(|b| matches!(b, Because::NotOn { from: Origin::Roll, rows: 4, .. })));
    assert!(told.iter().any(|b| matches!(b, Because::NoList(Origin::Poor))));
    assert!(told.iter().any(|b| matches!(b, Because::Window { within: true, .. })));
    assert!(told.iter().any(|b| matches!(b, Because::Proposed { verdict: None, .. })));
    let b = members(&mut desk, Set::B);
    let absent = b.iter().find(|member| member.name == "李四").unwrap().child;
    assert!(
        why(&mut desk, absent).iter().any(|b| matches!(b, Because::Absent { days: Some(28), limit: 8, .. }))
    );
    // Once confirmed, the child's own rows say so.
    let decisions = confirm_sure(&mut desk);
    compare(&mut desk, &decisions);
    let base = members(&mut desk, Set::Base);
    let joined = base.iter().find(|member| member.name == "张三").unwrap().child;
    assert!(why(&mut desk, joined).iter().any(|b| matches!(b, Because::Joined { .. })));
}

fn ledger(desk: &mut Desk, query: Query, from: u32, count: u32) -> (u32, Vec<String>) {
    match ask(desk, Question::Ledger { query, from, count }) {
        Reply::Ledger { total, rows } => (total, rows.into_iter().map(|row| row.member.name).collect()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_ledger_is_filtered_sorted_and_answered_in_windows() {
    let mut desk = small();
    // Base, and who is on the roll and not on the register; the row with the ruined number has no birth that is sure.
    let all = Query { by: By::Name, ..Query::default() };
    let (total, names) = ledger(&mut desk, all.clone(), 0, 10);
    assert_eq!((total as usize, names.contains(&"外来".to_owned())), (names.len(), true));
    let (same, window) = ledger(&mut desk, all.clone(), 1, 2);
    assert_eq!((same, window.as_slice()), (total, &names[1..3]));
    let backwards = ledger(&mut desk, Query { backwards: true, ..all.clone() }, 0, 10).1;
    assert!(backwards.iter().eq(names.iter().rev()));
    let of = |query: Query, desk: &mut Desk| ledger(desk, query, 0, 10).1;
    assert_eq!(of(Query { town: Some("北岭镇".into()), ..all.clone() }, &mut desk), ["李四"]);
    assert_eq!(of(Query { schooling: Some(Schooling::TaughtAtHome), ..all.clone() }, &mut desk), ["王五"]);
    assert_eq!(of(Query { set: Some(Set::A), ..all.clone() }, &mut desk), ["张三"]);
    assert_eq!(of(Query { text: "四".into(), ..all.clone() }, &mut desk), ["李四"]);
    assert_eq!(of(Query { text: "20140707".into(), ..all }, &mut desk), ["王五"]);
    let Reply::Places(places) = ask(&mut desk, Question::Places) else { panic!() };
    assert_eq!(places.towns.get("石桥镇"), Some(&2));
}

#[test]
fn questions_and_answers_cross_to_the_worker_and_back() {
    let mut desk = small();
    let questions = [
        Question::Compare { settings: Settings::default(), decisions: Decisions::default() },
        Question::Members { set: Set::A, from: 0, count: 9 },
        Question::Proposals { which: Which::default(), from: 0, count: 9 },
        Question::Why { child: 0 },
        Question::Ledger { query: Query::default(), from: 0, count: 9 },
        Question::Keys(Which::SURE),
        Question::Places,
    ];
    for question in questions {
        let asked = postcard::to_allocvec(&Ask::Compare(question)).unwrap();
        let bytes = desk.serve(&asked, &[], &mut |_| {}).unwrap();
        let answer: Answer = postcard::from_bytes(&bytes).unwrap();
        assert!(matches!(answer, Answer::Compared(_)));
        assert_eq!(postcard::to_allocvec(&answer).unwrap(), bytes);
    }
    let held = desk.held.comparison.clone().unwrap();
    let bytes = postcard::to_allocvec(&held).unwrap();
    assert_eq!(postcard::from_bytes::<baoxue::lists::compare::Comparison>(&bytes).unwrap(), held);
}

#[test]
fn stored_chunks_compare_as_what_was_taken_also_in_two_batches_with_some_rows_twice() {
    let mut desk = small();
    let before = compare(&mut desk, &Decisions::default());
    let lists = std::mem::take(&mut desk.held.lists);
    assert_eq!(ask(&mut desk, Question::Unload), Reply::Done);
    let mut load = |kind: ListKind, chunk: &[u8], opens: bool| {
        let sources = vec![Source { file: "批次".into(), sheet: "一".into() }; 3];
        let question = Question::Load { kind, as_of: "2026-03-01".parse().ok(), sources, opens };
        match desk.answer(Ask::Compare(question), chunk, &mut |_| {}) {
            Answer::Compared(reply) => reply,
            other => panic!("{other:?}"),
        }
    };
    let household: Vec<(_, HouseholdRow)> = lists.household.rows.clone();
    let parts = [&household[..2], &household[1..]];
    for part in parts {
        load(ListKind::Household, &batch::encode(part).unwrap()[0], true);
    }
    let roll: Vec<(_, RollRow)> = lists.roll.rows.clone();
    for (at, row) in roll.chunks(1).enumerate() {
        let chunk = &batch::encode(row).unwrap()[0];
        assert_eq!(load(ListKind::Roll, chunk, at == 0), Reply::Loaded(at as u32 + 1));
    }
    load(ListKind::RollCall, &batch::encode(&lists.roll_call.rows).unwrap()[0], true);
    assert!(matches!(load(ListKind::Poor, &batch::encode(&roll).unwrap()[0], true), Reply::Unreadable(_)));
    let after = compare(&mut desk, &Decisions::default());
    assert_eq!((after.counts, after.before, after.days), (before.counts, before.before, before.days));
}
