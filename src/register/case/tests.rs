//! Cases as a file holds them: guarded, merged, counted, signed.
use super::*;
use crate::domain::case::{Bar, Proof};
use crate::domain::field::FileKind;
use crate::register::apply::apply;
use crate::register::breach::{Breach, breaches};
use crate::register::change::{Act, Change, DeviceId, Dot};
use crate::register::command::{Command, Ctx, Refused};
use crate::register::facts::{FactKind, facts_of};
use crate::register::summary::Summary;
use std::sync::Arc;

const CASE: RecordId = RecordId(1);
const WANG: FileId = FileId(9);
const LI: FileId = FileId(8);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A register of one file, on one of two tablets.
#[derive(Clone)]
struct Tablet {
    file: File,
    device: u64,
    count: u32,
    today: Date,
}

impl Tablet {
    fn new() -> Tablet {
        let file = File::new(FileId(7), FileKind::Pupil);
        let mut tablet = Tablet { file, device: 1, count: 0, today: day("2026-03-10") };
        let pupil = Pupil { name: "林小满".into(), birth: Some(day("2012-09-01")), ..Pupil::default() };
        tablet.set(WANG, Act::NEW_FILE, RecordKey::root("pupil"), pupil.write()).unwrap();
        let case = Case {
            source: "EDU".into(),
            set: "A".into(),
            found_on: Some(day("2026-03-01")),
            ..Case::default()
        };
        tablet.set(WANG, Act::OPEN_CASE, RecordKey::new("case", CASE), case.write()).unwrap();
        tablet
    }

    fn set(&mut self, by: FileId, act: Act, key: RecordKey, values: Values) -> Result<Change, Refused> {
        self.count += 1;
        let ctx = Ctx {
            wall: 1_773_100_000_000 + u64::from(self.count) * 60_000,
            today: self.today,
            now: Default::default(),
            dot: Dot { device: DeviceId(self.device), counter: self.count, tag: 0 },
            by,
        };
        let change = apply(&self.file, Command::set(act, key, values), &ctx)?;
        self.file = self.file.clone().with(change.clone()).unwrap();
        Ok(change)
    }

    fn step(&mut self, by: FileId, to: State, outcome: &str) -> Result<RecordId, Vec<Bar>> {
        self.step_as(by, Act::CASE_STEP, to, outcome, None)
    }

    fn step_as(
        &mut self,
        by: FileId,
        act: Act,
        to: State,
        outcome: &str,
        claimed: Option<bool>,
    ) -> Result<RecordId, Vec<Bar>> {
        let id = RecordId(1000 * u128::from(self.device) + u128::from(self.count));
        let step = CaseStep {
            case: Some(CASE),
            to: to.code().into(),
            on: Some(self.today),
            outcome: outcome.into(),
            reopened: if to == State::Reopened { "EVIDENCE".into() } else { String::new() },
            claimed,
            ..CaseStep::default()
        };
        match self.set(by, act, RecordKey::new("case_step", id), step.write()) {
            Ok(_) => Ok(id),
            Err(Refused::Case(bars)) => Err(bars),
            Err(other) => panic!("{other:?}"),
        }
    }

    fn check(&mut self, by: FileId, verdict: &str, code: &str) {
        let mut check = Check {
            case: Some(CASE),
            method: "HOME".into(),
            date: Some(self.today),
            checkers: vec![by],
            other_checkers: vec!["孙村长".into()],
            verdict: verdict.into(),
            ..Check::default()
        };
        match verdict {
            "REAL" => check.reason = code.into(),
            _ => check.not_real = code.into(),
        }
        let id = RecordId(2000 + u128::from(self.count));
        self.set(by, Act::CHECK_CASE, RecordKey::new("check", id), check.write()).unwrap();
    }

    fn paper(&mut self, kind: &str) {
        let paper = Document { title: "材料".into(), kind: kind.into(), ..Document::default() };
        let id = RecordId(3000 + u128::from(self.count));
        self.set(WANG, Act::EDIT, RecordKey::new("document", id), paper.write()).unwrap();
    }

    fn summary(&self) -> Summary {
        Summary::of(&self.file)
    }
}

#[test]
fn a_finding_goes_its_way_by_two_people_and_is_counted() {
    let mut tablet = Tablet::new();
    tablet.step(WANG, State::Checking, "").unwrap();
    tablet.check(WANG, "NOT_REAL", "N08");
    let death = Bar::Missing(Proof::Paper(&["DEATH"]));
    assert_eq!(tablet.step(WANG, State::NotReal, "NOT_REAL"), Err(vec![death]));
    tablet.paper("DEATH");
    tablet.step(WANG, State::NotReal, "NOT_REAL").unwrap();
    assert_eq!(tablet.step(WANG, State::Verified, ""), Err(vec![Bar::OwnFinding]));
    tablet.step(LI, State::Verified, "").unwrap();
    assert_eq!(tablet.step(WANG, State::Closed, ""), Err(vec![Bar::OwnClose]));
    tablet.step(LI, State::Closed, "").unwrap();
    let summary = tablet.summary();
    let brief = &summary.pupil().unwrap().cases[0];
    assert_eq!((brief.state.as_str(), brief.reason.as_str()), ("CLOSED", "N08"));
    assert_eq!(brief.closed_on, Some(tablet.today));
    let kinds: Vec<FactKind> = facts_of(&tablet.file).iter().map(|fact| fact.kind).collect();
    assert!(kinds.contains(&FactKind::CaseFound) && kinds.contains(&FactKind::CaseClosed), "{kinds:?}");
}

#[test]
fn a_claim_of_a_list_counts_and_is_closed_with_its_papers_only() {
    let mut tablet = Tablet::new();
    assert!(
        tablet.step_as(WANG, Act::CASE_STEP, State::Exempt, "EXEMPT", Some(true)).is_err(),
        "only a list claims"
    );
    tablet.step_as(WANG, Act::TAKE_IN_LIST, State::Exempt, "EXEMPT", Some(true)).unwrap();
    let summary = tablet.summary();
    let brief = &summary.pupil().unwrap().cases[0];
    assert!(brief.claimed && brief.out_of_turn == 0);
    assert_eq!(brief.missing, ["DECISION", "MEDICAL", "SUPPORT"]);
    assert_eq!(tablet.step(LI, State::Closed, "").map_err(|bars| bars.len()), Err(3));
    for kind in ["COMMITTEE", "MEDICAL", "SUPPORT"] {
        tablet.paper(kind);
    }
    assert_eq!(tablet.step(WANG, State::Closed, ""), Err(vec![Bar::OwnClose]));
    tablet.step(LI, State::Closed, "").unwrap();
}

#[test]
fn one_case_is_open_at_a_time_and_nobody_persuades_before_it() {
    let mut tablet = Tablet::new();
    let second =
        Case { source: "EDU".into(), set: "B".into(), found_on: Some(day("2026-03-02")), ..Case::default() };
    let answer = tablet.set(WANG, Act::OPEN_CASE, RecordKey::new("case", RecordId(2)), second.write());
    assert_eq!(answer, Err(Refused::Case(vec![Bar::AlreadyOpen])));
    let early = Persuasion {
        case: Some(CASE),
        date: Some(day("2026-02-27")),
        method: "HOME".into(),
        result: "UNDECIDED".into(),
        ..Persuasion::default()
    };
    let answer = tablet.set(WANG, Act::PERSUADE, RecordKey::new("persuasion", RecordId(3)), early.write());
    assert_eq!(answer, Err(Refused::Case(vec![Bar::BeforeFound(day("2026-03-01"))])));
}

#[test]
fn a_step_that_was_taken_stands() {
    let mut tablet = Tablet::new();
    let id = tablet.step(WANG, State::Checking, "").unwrap();
    let other = Values::from([("why".to_owned(), "后来改的".into())]);
    let answer = tablet.set(LI, Act::EDIT, RecordKey::new("case_step", id), other);
    assert_eq!(answer, Err(Refused::Case(vec![Bar::StepStands])));
}

#[test]
fn two_tablets_that_went_on_apart_are_told() {
    let mut one = Tablet::new();
    one.step(WANG, State::Checking, "").unwrap();
    one.check(WANG, "REAL", "R01");
    let mut other = Tablet { device: 2, ..one.clone() };
    one.step(WANG, State::Confirmed, "").unwrap();
    one.step(WANG, State::Persuading, "").unwrap();
    other.step(LI, State::Reopened, "").unwrap();
    let changes: std::collections::BTreeMap<Dot, Change> = one
        .file
        .changes()
        .iter()
        .chain(other.file.changes())
        .map(|change| (change.dot, change.clone()))
        .collect();
    let merged = File::from_changes(FileId(7), "pupil".into(), changes.into_values().collect()).unwrap();
    let view = &cases(&merged)[0];
    assert_eq!(view.steps.len(), 4);
    let apart = view.out_of_turn();
    let found = breaches([Arc::new(Summary::of(&merged))].iter());
    let expected = Breach::StepsApart { file: FileId(7), case: CASE };
    // Reopened between or after: either way somebody went on from what the other had left.
    assert_eq!(found, if apart.is_empty() { vec![] } else { vec![expected] });
}

#[test]
fn two_open_cases_after_a_merge_are_a_breach() {
    let mut one = Tablet::new();
    let key = RecordKey::new("case", RecordId(2));
    let set = Command::set(Act::TAKE_IN_LIST, key, Values::from([("set".to_owned(), "B".into())]));
    let base = one.file.clone();
    one.step(WANG, State::Checking, "").unwrap();
    // A tablet that never saw the first case.
    let alone = File::from_changes(FileId(7), "pupil".into(), base.changes()[..1].to_vec()).unwrap();
    let ctx = Ctx {
        wall: 1_773_100_000_000,
        today: one.today,
        now: Default::default(),
        dot: Dot { device: DeviceId(2), counter: 1, tag: 0 },
        by: LI,
    };
    let change = apply(&alone, set, &ctx).unwrap();
    let mut changes = one.file.changes().to_vec();
    changes.push(change);
    let merged = File::from_changes(FileId(7), "pupil".into(), changes).unwrap();
    let found = breaches([Arc::new(Summary::of(&merged))].iter());
    assert_eq!(found, [Breach::TwoCases { file: FileId(7), one: CASE, other: RecordId(2) }]);
}

/// Two files of one child are joined, each with an open case: both stand, each step in its turn, and a person decides.
#[test]
fn joined_files_with_an_open_case_each_are_a_breach_until_one_goes() {
    let mut one = Tablet::new();
    let mut other = Tablet::new();
    other.file = File::new(FileId(17), FileKind::Pupil);
    other.device = 2;
    let (root, second) = (RecordKey::root("pupil"), RecordId(2));
    let pupil = Pupil { name: "林小满".into(), birth: Some(day("2012-09-01")), ..Pupil::default() };
    other.set(LI, Act::NEW_FILE, root, pupil.write()).unwrap();
    let case =
        Case { source: "EDU".into(), set: "B".into(), found_on: Some(day("2026-03-02")), ..Case::default() };
    other.set(LI, Act::OPEN_CASE, RecordKey::new("case", second), case.write()).unwrap();
    let check = Check {
        case: Some(second),
        method: "HOME".into(),
        date: Some(other.today),
        checkers: vec![LI],
        other_checkers: vec!["孙村长".into()],
        verdict: "REAL".into(),
        reason: "R01".into(),
        ..Check::default()
    };
    other.set(LI, Act::CHECK_CASE, RecordKey::new("check", RecordId(21)), check.write()).unwrap();
    // The later step has the lower id: on one day the id says nothing.
    for (id, to) in [(59, State::Checking), (58, State::Confirmed), (57, State::Persuading)] {
        let step = CaseStep {
            case: Some(second),
            to: to.code().into(),
            on: Some(other.today),
            ..CaseStep::default()
        };
        other.set(LI, Act::CASE_STEP, RecordKey::new("case_step", RecordId(id)), step.write()).unwrap();
    }
    let sets = crate::register::joining::plan(&other.file, &one.file).sets;
    one.count += 1;
    let ctx = Ctx {
        wall: 1_773_200_000_000,
        today: one.today,
        now: Default::default(),
        dot: Dot { device: DeviceId(1), counter: one.count, tag: 0 },
        by: WANG,
    };
    let change = apply(&one.file, Command::Set { act: Act::JOIN, sets }, &ctx).unwrap();
    one.file = one.file.clone().with(change).unwrap();
    let states: Vec<State> = cases(&one.file).iter().map(|view| view.state()).collect();
    assert_eq!(states, [State::Persuading, State::New], "the latest found first");
    let found = |tablet: &Tablet| breaches([Arc::new(tablet.summary())].iter());
    assert_eq!(found(&one), [Breach::TwoCases { file: FileId(7), one: CASE, other: second }]);
    let gone = apply(
        &one.file,
        Command::Delete { record: RecordKey::new("case", CASE) },
        &Ctx { dot: Dot { device: DeviceId(1), counter: one.count + 1, tag: 0 }, ..ctx },
    );
    one.file = one.file.clone().with(gone.unwrap()).unwrap();
    assert_eq!(found(&one), []);
    assert_eq!(current(&one.file, one.today).map(|view| view.id), Some(second), "and the other goes on");
}

#[test]
fn a_signature_is_over_everything_that_a_step_says() {
    let step = CaseStep { to: "CLOSED".into(), on: Some(day("2026-03-10")), ..CaseStep::default() };
    let over = |step: &CaseStep, by| signed_over(FileId(7), RecordId(3), by, &step.write());
    let plain = over(&step, WANG);
    let signed = CaseStep { slot: "00".into(), signature: "11".into(), ..step.clone() };
    assert_eq!(over(&signed, WANG), plain, "all but itself");
    assert_ne!(over(&step, LI), plain);
    assert_ne!(over(&CaseStep { why: "另有原因".into(), ..step.clone() }, WANG), plain);
    assert_ne!(signed_over(FileId(6), RecordId(3), WANG, &step.write()), plain);
}

#[test]
fn what_was_promised_before_a_relapse_is_over() {
    let mut tablet = Tablet::new();
    tablet.today = day("2026-03-05");
    let promise = Persuasion {
        case: Some(CASE),
        date: Some(tablet.today),
        method: "HOME".into(),
        result: "AGREED".into(),
        promised_date: Some(day("2026-03-09")),
        note: "家长答应".into(),
        ..Persuasion::default()
    };
    tablet.set(WANG, Act::PERSUADE, RecordKey::new("persuasion", RecordId(4)), promise.write()).unwrap();
    let promised = |tablet: &Tablet| tablet.summary().pupil().unwrap().cases[0].promised;
    assert_eq!(promised(&tablet), Some((RecordId(4), day("2026-03-09"))));
    tablet.step_as(WANG, Act::TAKE_IN_LIST, State::Returned, "RET_SAME", Some(true)).unwrap();
    assert_eq!(promised(&tablet), None, "kept");
    tablet.today = day("2026-03-10");
    tablet.step(LI, State::Reopened, "").unwrap();
    assert_eq!(promised(&tablet), None, "of an earlier time");
}

#[test]
fn the_last_proof_of_attendance_is_not_that_of_the_next_return() {
    let mut tablet = Tablet::new();
    let paper = |on: &str| Document {
        title: "在读证明".into(),
        kind: "ENROLLED".into(),
        date: Some(day(on)),
        ..Document::default()
    };
    let put = |tablet: &mut Tablet, id, on| {
        tablet.set(WANG, Act::EDIT, RecordKey::new("document", RecordId(id)), paper(on).write()).unwrap();
    };
    put(&mut tablet, 1, "2026-03-05");
    tablet.step_as(WANG, Act::TAKE_IN_LIST, State::Returned, "RET_SAME", Some(true)).unwrap();
    assert!(cases(&tablet.file)[0].missing().is_empty());
    tablet.step(LI, State::Reopened, "").unwrap();
    assert!(!cases(&tablet.file)[0].holdings.papers.contains("ENROLLED"));
    put(&mut tablet, 2, "2026-03-10");
    assert!(cases(&tablet.file)[0].holdings.papers.contains("ENROLLED"));
}
