//! The county's findings and carers beside the register: each finding a claim on the child's one case, the figures those of the
//! answer key, the same list again nothing.
use super::every_kind::listed;
use super::take_in::{SECRET, Tablet, day};
use super::*;
use baoxue::domain::case::State;
use baoxue::lists::batch;
use baoxue::lists::issue::Place;
use baoxue::lists::rows::{CarersRow, FindingRow};
use baoxue::lists::take_in::suspects::{Comparison, Suspect};
use baoxue::lists::take_in::{self, TakeIn};
use baoxue::register::summary::{CaseBrief, PupilSummary};
use std::sync::LazyLock;

const LIST: &str = "2026-04 督察核查结果";

static KEY: LazyLock<serde_json::Value> =
    LazyLock::new(|| serde_json::from_slice(&bytes("qinghe/answer-key.json")).unwrap());

fn rows<R: baoxue::lists::taking::ListRow>(path: &str, kind: ListKind) -> Vec<(Place, R)> {
    let listed = listed(path, kind);
    listed.chunks.iter().flat_map(|chunk| batch::decode::<R>(chunk).unwrap()).collect()
}

fn findings() -> Vec<(Place, FindingRow)> {
    rows("qinghe/08-督察-核查结果.xlsx", ListKind::Findings)
}

fn plan(tablet: &Tablet, rows: &[(Place, FindingRow)]) -> TakeIn {
    let directory = tablet.directory();
    let files = tablet.loaded(take_in::findings::needs(rows, &directory, &SECRET));
    take_in::findings::plan(rows, None, LIST, &directory, &files, &SECRET, day("2026-06-30"))
}

fn taken_in(tablet: &mut Tablet, plan: &TakeIn) {
    for (id, kind, command) in plan.commands(|_, change| change.only_adds()) {
        tablet.apply(id, kind, command);
    }
}

/// The children with a case, as lists and ledgers see them.
fn with_cases(tablet: &Tablet) -> Vec<(PupilSummary, CaseBrief)> {
    let all = tablet.summaries();
    let pupils = all.iter().filter_map(|summary| summary.pupil());
    pupils.filter_map(|pupil| Some((pupil.clone(), pupil.cases.first()?.clone()))).collect()
}

/// The suspects are open cases; a tablet of June, on which everything of the spring has happened.
fn with_suspects(rows: &[(Place, FindingRow)]) -> Tablet {
    let mut tablet = Tablet::of_the_county(1).in_june();
    let suspects: Vec<Suspect> = rows
        .iter()
        .map(|(_, row)| Suspect {
            name: row.name.clone(),
            id_no: row.id_number.whole().unwrap().to_string(),
            set: "A".into(),
            ..Suspect::default()
        })
        .collect();
    let comparison = Comparison { name: "2026-03 四查三比对".into(), found_on: day("2026-03-10") };
    let directory = tablet.directory();
    let files = tablet.loaded(take_in::suspects::needs(&suspects, &directory, &SECRET));
    let plan =
        take_in::suspects::plan(&suspects, &comparison, &directory, &files, &SECRET, day("2026-06-30"));
    taken_in(&mut tablet, &plan);
    assert_eq!(with_cases(&tablet).len(), suspects.len());
    tablet
}

#[test]
fn findings_are_claims_and_count_as_the_answer_key_has_them() {
    let rows = findings();
    let mut tablet = with_suspects(&rows);
    let first = plan(&tablet, &rows);
    assert_eq!(first.held_back, []);
    taken_in(&mut tablet, &first);
    let all = with_cases(&tablet);
    let expected = |key: &str| KEY["expected"][key].clone();
    let count = |keep: &dyn Fn(&CaseBrief) -> bool| all.iter().filter(|(_, case)| keep(case)).count() as u64;
    assert_eq!(all.len() as u64, expected("suspects").as_u64().unwrap());
    assert_eq!(count(&|case| case.verdict == "NOT_REAL"), expected("not_real").as_u64().unwrap());
    assert_eq!(count(&|case| case.verdict == "REAL"), expected("real").as_u64().unwrap());
    assert!(all.iter().all(|(_, case)| case.claimed && case.out_of_turn == 0));
    assert!(all.iter().all(|(pupil, _)| pupil.cases.len() == 1), "one case a child");
    // Both facts of a return: back, and on the roll.
    let back = count(&|case| case.counts_as_returned());
    assert_eq!(back, count(&|case| matches!(case.state.as_str(), "RETURNED" | "PLACED")));
    let tally = |of: &dyn Fn(&CaseBrief) -> String| {
        let mut counts: BTreeMap<String, u64> = BTreeMap::new();
        all.iter().for_each(|(_, case)| *counts.entry(of(case)).or_default() += 1);
        counts
    };
    let by_team = expected("by_team");
    let by_team = by_team.as_object().unwrap().iter().map(|(team, n)| (team.clone(), n.as_u64().unwrap()));
    assert_eq!(tally(&|case| case.team.clone()), by_team.collect());
    let outcomes = tally(&|case| case.outcome.clone());
    for (outcome, words) in [
        ("RET_SAME", "劝返复学"),
        ("PLACE_SPED", "特教学校就读"),
        ("PLACE_HOME", "送教上门"),
        ("PLACE_INCL", "随班就读"),
    ] {
        assert_eq!(outcomes.get(outcome).copied(), expected("outcomes")[words].as_u64(), "{words}");
    }
    assert_eq!(expected("all_registered").as_bool(), Some(back == expected("real").as_u64().unwrap()));
    // The findings' placements have begun: those taught at home, on the day of the key.
    let at_home = tablet.summaries();
    let at_home = at_home.iter().filter_map(|summary| summary.pupil());
    let at_home = at_home.filter(|pupil| pupil.is_taught_at_home(day("2026-06-30"))).count() as u64;
    assert_eq!(Some(at_home), expected("placements_after_findings")["home_teaching"].as_u64());
    // A claim is closed with its papers only: what is missing is told.
    let claims = all.iter().filter(|(_, case)| case.state == State::NotReal.code());
    assert!(claims.clone().any(|(_, case)| !case.missing.is_empty()));

    let again = plan(&tablet, &rows);
    assert!(again.commands(|_, change| change.only_adds()).is_empty(), "the same list again changes nothing");
}

#[test]
fn carers_come_in_once_and_gaps_are_told() {
    let rows: Vec<(Place, CarersRow)> = rows("qinghe/10-教育-关爱责任人台账.xlsx", ListKind::Carers);
    let expected = |key: &str| KEY["expected"][key].as_u64().unwrap();
    assert_eq!(rows.len() as u64, expected("poor_pupils"));
    assert_eq!(take_in::carers::gaps(&rows).len() as u64, expected("carer_gaps"));
    let mut tablet = Tablet::of_the_county(1).in_june();
    let plan = |tablet: &Tablet| {
        let directory = tablet.directory();
        let files = tablet.loaded(take_in::carers::needs(&rows, &directory, &SECRET));
        take_in::carers::plan(&rows, Some(day("2026-03-01")), &directory, &files, &SECRET, day("2026-06-30"))
    };
    let first = plan(&tablet);
    taken_in(&mut tablet, &first);
    let again = plan(&tablet);
    assert!(again.commands(|_, change| change.only_adds()).is_empty(), "the same list again changes nothing");
    let poor = tablet.summaries();
    let poor = poor.iter().filter_map(|summary| summary.pupil()).filter(|pupil| !pupil.carers.is_empty());
    assert!(poor.clone().all(|pupil| pupil.is_poor(day("2026-03-11"))));
    let held = first.held_back.len() as u64;
    assert!(poor.count() as u64 + held + 1 >= expected("poor_pupils"), "{held} rows held back");
}
