//! The ways of a case, each with its proof and its person.
mod months;

use super::flow::{Spell, spells};
use super::view::Authored;
use super::*;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::case::{Case, CaseStep, Check, Enrolment, Notice};

const CHECKER: FileId = FileId(1);
const OTHER: FileId = FileId(2);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    day("2026-05-20")
}

fn found() -> CaseView {
    let case = Case { set: "A".into(), found_on: Some(day("2026-03-01")), ..Case::default() };
    CaseView { id: RecordId(1), case, ..CaseView::default() }
}

impl CaseView {
    fn step(mut self, to: State, on: &str, by: FileId, outcome: &str) -> CaseView {
        let record = CaseStep { outcome: outcome.into(), ..CaseStep::default() };
        let id = RecordId(100 + self.steps.len() as u128);
        self.steps.push(Step { id, to, on: day(on), by, record });
        self
    }
    fn open_again(self, on: &str, why: &str) -> CaseView {
        let mut view = self.step(State::Reopened, on, CHECKER, "");
        view.steps.last_mut().unwrap().record.reopened = why.into();
        view
    }
    fn check(mut self, verdict: &str, not_real: &str, others: &[&str]) -> CaseView {
        let record = Check {
            verdict: verdict.into(),
            not_real: not_real.into(),
            reason: if verdict == "REAL" { "R01".into() } else { String::new() },
            checkers: vec![CHECKER],
            other_checkers: others.iter().map(|name| (*name).to_owned()).collect(),
            ..Check::default()
        };
        self.checks.push(Authored { id: RecordId(50), by: CHECKER, record });
        self
    }
    fn back(mut self, on: &str, registered: bool) -> CaseView {
        let record = Enrolment {
            school: Some(FileId(77)),
            back_on: Some(day(on)),
            registered: Some(registered),
            ..Enrolment::default()
        };
        self.enrolments.push(Authored { id: RecordId(60), by: CHECKER, record });
        self
    }
    fn paper(mut self, kind: &str) -> CaseView {
        self.holdings.papers.insert(kind.into());
        self
    }
    fn notice(mut self, kind: &str) -> CaseView {
        let record = Notice { kind: kind.into(), ..Notice::default() };
        self.notices.push(Authored { id: RecordId(70), by: CHECKER, record });
        self
    }
    fn placed(mut self, mode: &str) -> CaseView {
        self.holdings.placements.push((mode.into(), day("2026-04-01"), None));
        self
    }
    fn bars(&self, to: State, by: FileId, outcome: &str) -> Vec<Bar> {
        self.bars_after(to, by, outcome, "", 30)
    }
    fn bars_after(&self, to: State, by: FileId, outcome: &str, reopened: &str, days: usize) -> Vec<Bar> {
        let step = Move { to, on: today(), outcome, reopened };
        let name = if by == CHECKER { "王秀英" } else { "李建国" };
        bars(self, &step, Actor { by, name }, today(), Some(Stability { days, needed: 30 }))
    }
}

fn checking() -> CaseView {
    found().step(State::Checking, "2026-03-05", CHECKER, "")
}
fn not_real() -> CaseView {
    let view = checking().check("NOT_REAL", "N03", &["孙村长"]).paper("ENROLLED").paper("TRANSFER");
    view.step(State::NotReal, "2026-03-06", CHECKER, "NOT_REAL")
}
fn persuading() -> CaseView {
    let view = checking().check("REAL", "", &["孙村长"]);
    view.step(State::Confirmed, "2026-03-06", CHECKER, "").step(State::Persuading, "2026-03-07", CHECKER, "")
}
fn returned() -> CaseView {
    let view = persuading().back("2026-03-16", true).paper("ENROLLED");
    view.step(State::Returned, "2026-03-16", CHECKER, "RET_SAME")
}
fn stable() -> CaseView {
    returned().step(State::Stable, "2026-05-10", CHECKER, "")
}
fn exempt(outcome: &str) -> CaseView {
    persuading().step(State::ExemptPending, "2026-03-10", CHECKER, "").step(
        State::Exempt,
        "2026-03-20",
        CHECKER,
        outcome,
    )
}

#[test]
fn every_state_has_its_code_and_only_the_named_ways_lead_on() {
    let listed: Vec<&str> = crate::domain::codes::CASE_STATE.codes.iter().map(|code| code.code).collect();
    assert_eq!(listed.len(), State::ALL.len());
    for from in State::ALL {
        assert!(listed.contains(&from.code()));
        assert_eq!(State::from_code(from.code()), Some(from));
        let view = if from == State::New { found() } else { found().step(from, "2026-03-02", CHECKER, "") };
        for to in State::ALL {
            let barred = view.bars(to, OTHER, "").contains(&Bar::NotFromHere { from, to });
            assert_eq!(barred, !from.next().contains(&to), "{from:?} {to:?}");
        }
        // Whatever has begun can be opened again, and nothing returns to its beginning.
        assert_eq!(from.next().contains(&State::Reopened), !matches!(from, State::New | State::Reopened));
        assert!(!from.next().contains(&State::New));
    }
}

#[test]
fn a_way_passes_only_through_states_that_ask_for_nothing() {
    use State::*;
    for (from, to, expected) in [
        (New, NotReal, Some(vec![Checking, NotReal])),
        (New, Verified, None),
        (New, Reopened, None),
        (Confirmed, Placed, Some(vec![Persuading, PlacementPending, Placed])),
        (Confirmed, Returned, Some(vec![Persuading, Returned])),
        (Ordered, Court, None),
        (Returned, Closed, None),
        (Reopened, Confirmed, Some(vec![Checking, Confirmed])),
        (Closed, Reopened, Some(vec![Reopened])),
        (Reopened, Reopened, None),
    ] {
        assert_eq!(from.way(to), expected, "{from:?} {to:?}");
    }
    for from in State::ALL {
        assert!(!from.goals().contains(&from), "{from:?}");
    }
    assert_eq!(Confirmed.goals().last(), Some(&Reopened));
}

#[test]
fn each_step_asks_for_its_proof() {
    use State::*;
    let paper = |kind: &'static [&'static str]| Bar::Missing(Proof::Paper(kind));
    let no_check = |verdict| Bar::NoCheck { verdict };
    let n03 = |view: CaseView| view.check("NOT_REAL", "N03", &["孙村长"]);
    let cases: Vec<(CaseView, State, &str, Vec<Bar>)> = vec![
        (found(), Checking, "", vec![]),
        (checking(), NotReal, "NOT_REAL", vec![no_check("NOT_REAL")]),
        (checking().check("REAL", "", &["孙村长"]), NotReal, "NOT_REAL", vec![no_check("NOT_REAL")]),
        (n03(checking()), NotReal, "NOT_REAL", vec![paper(&["ENROLLED"]), paper(&["TRANSFER"])]),
        (n03(checking()).paper("ENROLLED").paper("TRANSFER"), NotReal, "NOT_REAL", vec![]),
        (
            checking().check("NOT_REAL", "", &[]),
            NotReal,
            "NOT_REAL",
            vec![
                Bar::NoSubCode,
                Bar::TwoCheckers,
                Bar::Missing(Proof::Note),
                paper(&["OTHER", "VILLAGE", "CHECK", "PHOTO"]),
            ],
        ),
        (checking(), Confirmed, "", vec![no_check("REAL")]),
        (checking().check("REAL", "", &[]), Confirmed, "", vec![Bar::TwoCheckers]),
        (checking().check("REAL", "", &["孙村长"]), Confirmed, "RET_SAME", vec![Bar::WrongOutcome]),
        (checking().check("REAL", "", &["孙村长"]), Confirmed, "LOST", vec![]),
        (persuading(), Ordered, "", vec![Bar::NoNotice(&["URGE", "ORDER"])]),
        (persuading().notice("URGE"), Ordered, "", vec![]),
        (
            persuading().step(Ordered, "2026-04-01", CHECKER, ""),
            Penalised,
            "",
            vec![Bar::NoNotice(&["PENALTY"])],
        ),
        (persuading().notice("COURT").step(Penalised, "2026-04-01", CHECKER, ""), Court, "", vec![]),
        (persuading(), Returned, "", vec![Bar::NoOutcome, Bar::NoReturn]),
        (persuading().back("2026-03-16", false), Returned, "PLACE_HOME", vec![Bar::WrongOutcome]),
        // Back in school is a return; on the roll it must be before it counts as stable.
        (persuading().back("2026-03-16", false), Returned, "RET_SAME", vec![]),
        (
            persuading().back("2026-03-16", false).step(Returned, "2026-03-16", CHECKER, "RET_SAME"),
            Stable,
            "",
            vec![Bar::NotRegistered, paper(&["ENROLLED"])],
        ),
        (returned(), Stable, "", vec![]),
        (
            persuading().step(PlacementPending, "2026-03-10", CHECKER, ""),
            Placed,
            "PLACE_HOME",
            vec![Bar::NoPlacement],
        ),
        (
            persuading().placed("HOME").step(PlacementPending, "2026-03-10", CHECKER, ""),
            Placed,
            "PLACE_HOME",
            vec![],
        ),
        (
            persuading().placed("HOME").step(Placed, "2026-04-02", CHECKER, "PLACE_HOME"),
            Stable,
            "",
            vec![
                Bar::NoReturn,
                Bar::NotRegistered,
                Bar::Missing(Proof::Decision),
                Bar::Missing(Proof::Consent),
                Bar::Missing(Proof::Plan),
            ],
        ),
        (
            persuading().step(ExemptPending, "2026-03-10", CHECKER, ""),
            Exempt,
            "EXEMPT",
            vec![Bar::Missing(Proof::Decision), paper(&["MEDICAL"]), paper(&["SUPPORT"])],
        ),
        (returned(), Reopened, "", vec![Bar::NoReopenReason]),
    ];
    for (n, (view, to, outcome, mut expected)) in cases.into_iter().enumerate() {
        let mut found = view.bars(to, OTHER, outcome);
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "case {n}: {to:?} {outcome}");
    }
}

#[test]
fn who_found_does_not_verify_and_who_asked_does_not_close() {
    let finding = not_real();
    assert_eq!(finding.bars(State::Verified, CHECKER, ""), [Bar::OwnFinding]);
    assert_eq!(finding.bars(State::Verified, OTHER, ""), []);
    // A second pair of eyes that a list names by name is none, whoever's key is open.
    let by_list = checking().check("NOT_REAL", "N11", &["李 建国"]).step(
        State::NotReal,
        "2026-03-06",
        CHECKER,
        "NOT_REAL",
    );
    assert_eq!(by_list.bars(State::Verified, OTHER, "").last(), Some(&Bar::OwnFinding));
    let verified = finding.step(State::Verified, "2026-03-08", OTHER, "");
    assert_eq!(verified.bars(State::Closed, CHECKER, ""), [Bar::OwnClose]);
    assert_eq!(verified.bars(State::Closed, OTHER, ""), []);
    assert_eq!(stable().bars(State::Closed, CHECKER, ""), [Bar::OwnClose]);
    assert_eq!(stable().bars(State::Closed, OTHER, ""), []);
}

#[test]
fn a_return_is_held_until_it_lasts() {
    assert_eq!(
        returned().bars_after(State::Stable, CHECKER, "", "", 29),
        [Bar::TooSoon { days: 29, needed: 30 }]
    );
    assert_eq!(returned().bars_after(State::Stable, CHECKER, "", "", 30), []);
    assert_eq!(returned().bars(State::Closed, OTHER, "").len(), 1, "never straight from the return");
}

#[test]
fn whom_nobody_finds_stays_open() {
    let police = checking().check("NOT_REAL", "N20", &["孙村长"]).paper("POLICE");
    let verified = police.step(State::NotReal, "2026-03-06", CHECKER, "NOT_REAL").step(
        State::Verified,
        "2026-03-08",
        OTHER,
        "",
    );
    assert_eq!(verified.bars(State::Closed, OTHER, ""), [Bar::NotClosable]);
    assert!(is_lost("LOST", "") && !is_lost("NOT_REAL", "N03"));
}

#[test]
fn a_relapse_reopens_the_same_case() {
    for view in [returned(), stable(), stable().step(State::Closed, "2026-05-12", OTHER, "")] {
        assert_eq!(view.bars_after(State::Reopened, CHECKER, "", "RELAPSE", 0), []);
        let again = view.open_again("2026-05-15", "RELAPSE");
        assert_eq!((again.state(), again.relapses(), again.outcome()), (State::Reopened, 1, ""));
        assert!(
            again.bars(State::Returned, CHECKER, "RET_SAME").contains(&Bar::NoReturn),
            "the old return is over"
        );
        assert_eq!(again.clone().back("2026-05-18", true).bars(State::Returned, CHECKER, "RET_SAME"), []);
        assert!(again.out_of_turn().is_empty());
        let ordered = again.clone().notice("URGE").step(State::Persuading, "2026-05-16", CHECKER, "");
        assert_eq!(
            ordered.bars(State::Ordered, CHECKER, ""),
            [Bar::NoNotice(&["URGE", "ORDER"])],
            "of another time"
        );
        let anew = again.step(State::Checking, "2026-05-16", CHECKER, "");
        assert_eq!(
            anew.bars(State::Confirmed, CHECKER, ""),
            [Bar::NoCheck { verdict: "REAL" }],
            "the old check"
        );
    }
    assert_eq!(
        not_real().bars_after(State::Reopened, OTHER, "", "RELAPSE", 0),
        [Bar::NotARelapse],
        "who was never out cannot leave again"
    );
    assert_eq!(not_real().bars_after(State::Reopened, OTHER, "", "EVIDENCE", 0), []);
}

#[test]
fn a_break_opens_its_case_again_at_its_end() {
    let mut view = exempt("DEFER");
    assert_eq!(view.state_on(today()), State::Exempt);
    view.holdings.break_ends = Some(day("2026-05-19"));
    assert_eq!(view.state_on(day("2026-05-19")), State::Exempt);
    assert_eq!(view.state_on(today()), State::Reopened);
    let closed = view.clone().step(State::Closed, "2026-04-01", OTHER, "");
    assert_eq!(closed.state_on(today()), State::Reopened);
    assert_eq!(
        spells(&closed),
        [
            Spell { from: day("2026-03-01"), closed: Some(day("2026-04-01")) },
            Spell { from: day("2026-05-20"), closed: None },
        ]
    );
    // For good: exempt, moved away, of age.
    let mut gone = exempt("MOVED_OUT");
    gone.holdings.break_ends = Some(day("2026-05-19"));
    assert_eq!(gone.state_on(today()), State::Exempt);
}

#[test]
fn nothing_is_dated_before_what_it_follows_or_after_today() {
    let step = |on: &str| {
        let step = Move { to: State::Checking, on: day(on), outcome: "", reopened: "" };
        bars(&found(), &step, Actor { by: CHECKER, name: "" }, today(), None)
    };
    assert_eq!(step("2026-02-28"), [Bar::BeforeLast(day("2026-03-01"))]);
    assert_eq!(step("2026-05-21"), [Bar::Future]);
    assert_eq!(step("2026-03-01"), []);
}

#[test]
fn steps_of_two_tablets_that_do_not_follow_are_told() {
    let apart = returned().step(State::Penalised, "2026-05-02", OTHER, "");
    assert_eq!(apart.out_of_turn(), [apart.steps.last().unwrap().id]);
    let mut claimed = found().step(State::Placed, "2026-03-20", CHECKER, "PLACE_HOME");
    assert_eq!(claimed.out_of_turn().len(), 1);
    claimed.steps[0].record.claimed = Some(true);
    assert!(claimed.out_of_turn().is_empty());
}

#[test]
fn what_is_asked_for_is_known_for_every_outcome_and_reason() {
    use crate::domain::codes::{NOT_REAL_REASON, OUTCOME, PAPER};
    let all = OUTCOME.codes.iter().map(|code| (code.code, ""));
    let all = all.chain(NOT_REAL_REASON.codes.iter().map(|code| ("NOT_REAL", code.code)));
    for (outcome, reason) in all {
        assert!(state_of(outcome).is_some(), "{outcome}");
        assert_eq!(proofs(outcome, reason).is_empty(), outcome == "LOST", "{outcome} {reason}");
        for proof in proofs(outcome, reason) {
            if let Proof::Paper(kinds) = proof {
                assert!(kinds.iter().all(|kind| PAPER.find(kind).is_some()), "{outcome} {reason}");
            }
        }
    }
    for code in crate::domain::codes::PLACEMENT_MODE.codes {
        let of = OUTCOME.codes.iter().filter(|outcome| modes_of(outcome.code).contains(&code.code));
        assert!(of.count() <= 1, "{}", code.code);
    }
}
