//! Windows onto a comparison: why a child stands there, the ledger, and what crosses to the page.
use super::*;
use baoxue::domain::id::FileId;
use baoxue::domain::schooling::{Schooling, Told};
use baoxue::lists::batch;
use baoxue::lists::compare::ledger::{Filed, LedgerRow, Query};
use baoxue::lists::compare::{Because, Origin};
use baoxue::lists::issue::Source;
use baoxue::lists::rows::{HouseholdRow, RollRow};
use baoxue::register::search::filter::town_key;

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

fn rows(desk: &mut Desk, query: Query, from: u32, count: u32) -> (u32, Vec<LedgerRow>) {
    match ask(desk, Question::Ledger { query, from, count }) {
        Reply::Ledger { total, rows } => (total, rows),
        other => panic!("{other:?}"),
    }
}

fn on_ledger(desk: &mut Desk, query: Query) -> Vec<String> {
    rows(desk, query, 0, 99).1.into_iter().map(|row| row.member.map(|m| m.name).unwrap_or_default()).collect()
}

fn offers(desk: &mut Desk, query: Query) -> baoxue::lists::compare::ledger::Offers {
    match ask(desk, Question::Offers(query)) {
        Reply::Offers(offers) => offers,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_ledger_is_narrowed_searched_and_answered_in_windows() {
    let mut desk = small();
    // Base, and who is on the roll and not on the register, by town; whoever is of no known town stands last.
    let all = on_ledger(&mut desk, Query::default());
    assert_eq!(all, ["李四", "张三", "王五", "外来"]);
    let (total, window) = rows(&mut desk, Query::default(), 1, 2);
    let window: Vec<String> = window.into_iter().map(|row| row.member.unwrap().name).collect();
    assert_eq!((total, window.as_slice()), (4, &all[1..3]));
    let of = |query: Query, desk: &mut Desk| on_ledger(desk, query);
    let key = |name: &str| Some(town_key(name));
    assert_eq!(of(Query { town: key("北岭镇"), ..Query::default() }, &mut desk), ["李四"]);
    assert_eq!(of(Query { town: key(""), ..Query::default() }, &mut desk), ["外来"], "of no known town");
    assert_eq!(of(Query { town: key("他乡"), ..Query::default() }, &mut desk), [""; 0]);
    assert_eq!(of(Query { school: key("王五中学"), ..Query::default() }, &mut desk), ["王五"]);
    let state = |schooling| Query { schooling: Some(schooling), ..Query::default() };
    assert_eq!(of(state(Schooling::TaughtAtHome), &mut desk), ["王五"]);
    assert_eq!(of(state(Schooling::NotEnrolled), &mut desk), ["张三"]);
    assert_eq!(of(state(Schooling::Absent), &mut desk), ["李四", "外来"]);
    // On the day of the roll call 李四, born on 2013-06-06, is twelve.
    assert_eq!(of(Query { age: Some(12), ..Query::default() }, &mut desk), ["李四"]);
    for (text, found) in [("ls", "李四"), ("wangwu", "王五"), ("20140707", "王五"), ("李", "李四")] {
        assert_eq!(of(Query { text: text.into(), ..Query::default() }, &mut desk), [found], "{text}");
    }
    let narrowed = Query { text: "ls".into(), town: key("石桥镇"), ..Query::default() };
    assert_eq!(of(narrowed, &mut desk), [""; 0]);
}

#[test]
fn what_the_ledger_offers_is_what_it_would_leave() {
    let mut desk = small();
    let all = offers(&mut desk, Query::default());
    assert_eq!((all.towns["石桥镇"], all.towns["北岭镇"], all.towns[""]), (2, 1, 1));
    assert_eq!(all.ages.values().sum::<u32>(), 4);
    let home = Query { schooling: Some(Schooling::TaughtAtHome), ..Query::default() };
    let narrowed = offers(&mut desk, home.clone());
    assert_eq!(narrowed.towns.values().sum::<u32>(), 1, "of the others, what the state leaves");
    assert_eq!(narrowed.schooling, all.schooling, "of itself, everything");
    for (town, count) in &narrowed.towns {
        let query = Query { town: Some(town_key(town)), ..home.clone() };
        assert_eq!(rows(&mut desk, query, 0, 0).0, *count);
    }
}

#[test]
fn files_stand_beside_the_lists_by_whole_number_and_speak_first() {
    let mut desk = small();
    let told = |open| Told { open, ..Told::default() };
    let filed = |id: u128, name: &str, id_no: &str, open| Filed {
        id: FileId(id),
        name: name.into(),
        id_no: id_no.into(),
        told: told(open),
        in_age: true,
        ..Filed::default()
    };
    let zhang =
        Filed { town: "云岭镇".into(), ..filed(1, "张三", &id("20120505", 1), Some(Schooling::Out)) };
    // No list names this child; and one that is not of school age.
    let lone = Filed { birth: "2014-01-01".parse().ok(), ..filed(2, "独一", "", None) };
    let grown = Filed { in_age: false, ..filed(3, "成人", "", None) };
    let files = vec![zhang, lone, grown];
    assert_eq!(ask(&mut desk, Question::Files { files, opens: true }), Reply::Done);
    let (total, all) = rows(&mut desk, Query::default(), 0, 99);
    assert_eq!(total, 5);
    let of = |file: u128| all.iter().find(|row| row.file == Some(FileId(file)));
    let zhang = of(1).unwrap();
    assert_eq!(
        (zhang.member.as_ref().unwrap().name.as_str(), zhang.schooling),
        ("张三", Some(Schooling::Out))
    );
    assert_eq!((of(2).unwrap().member.clone(), of(2).unwrap().schooling, of(3)), (None, None, None));
    assert_eq!(all.iter().filter(|row| row.file.is_none()).count(), 3, "on the lists alone");
    // The file's own town and name are what it is found by; both places hold in one answer.
    let town = Query { town: Some(town_key("云岭镇")), ..Query::default() };
    assert_eq!(on_ledger(&mut desk, town.clone()), ["张三"]);
    assert_eq!(ask(&mut desk, Question::LedgerFiles(town)), Reply::LedgerFiles(vec![FileId(1)]));
    let found = Query { text: "duyi".into(), ..Query::default() };
    assert_eq!(rows(&mut desk, found, 0, 9).1[0].file, Some(FileId(2)));
    // Handed over anew, they are those and no others.
    assert_eq!(ask(&mut desk, Question::Files { files: Vec::new(), opens: true }), Reply::Done);
    assert_eq!(rows(&mut desk, Query::default(), 0, 0).0, 4);
}

#[test]
fn a_child_without_a_number_is_told_by_name_birth_and_guardian() {
    let rows_of = [format!("无号,,2013-05-05,,1,户主甲,石桥镇,上张屯村,正常")];
    let mut desk = desk(&[list("户籍适龄人口", HOUSEHOLD, &rows_of)]);
    compare(&mut desk, &Decisions::default());
    let file = Filed {
        id: FileId(4),
        name: "无号".into(),
        birth: "2013-05-05".parse().ok(),
        other_names: vec!["户主甲".into()],
        in_age: true,
        ..Filed::default()
    };
    let other = Filed { id: FileId(5), other_names: vec!["户主乙".into()], ..file.clone() };
    ask(&mut desk, Question::Files { files: vec![file, other], opens: true });
    let (total, all) = rows(&mut desk, Query::default(), 0, 9);
    let both: Vec<_> = all.iter().map(|row| (row.file, row.member.is_some())).collect();
    assert_eq!(total, 2, "{both:?}");
    assert!(both.contains(&(Some(FileId(4)), true)) && both.contains(&(Some(FileId(5)), false)), "{both:?}");
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
        Question::Offers(Query::default()),
        Question::LedgerFiles(Query::default()),
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
