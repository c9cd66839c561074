//! What stands against a step: who may move what, and which proof it asks for (domain.md §2.5, §2.6). Nothing stands against
//! it: the step may be taken. Each bar is data that says what to do; the words are in `i18n`.
use super::view::CaseView;
use super::{Proof, State, is_lost, modes_of, needs_roll, state_of};
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::identity::same_name;

/// A step that somebody wants to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move<'a> {
    pub to: State,
    pub on: Date,
    /// A code of `outcome`, where the step says one.
    pub outcome: &'a str,
    /// A code of `reopen_reason`.
    pub reopened: &'a str,
}

/// Whose slot is unlocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor<'a> {
    pub by: FileId,
    pub name: &'a str,
}

/// School days since the child came back, beside those that the county asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stability {
    pub days: usize,
    pub needed: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bar {
    /// No way leads there from this state.
    NotFromHere {
        from: State,
        to: State,
    },
    /// Before the step that it follows, or before the child was found.
    BeforeLast(Date),
    Future,
    /// No check with this verdict.
    NoCheck {
        verdict: &'static str,
    },
    /// The check names fewer than two people.
    TwoCheckers,
    NoReason,
    /// Not truly out needs to say why not.
    NoSubCode,
    Missing(Proof),
    /// Who checked, or found, does not verify.
    OwnFinding,
    /// Who asked for the close does not approve it.
    OwnClose,
    NoNotice(&'static [&'static str]),
    NoReturn,
    NoPlacement,
    NotRegistered,
    NoOutcome,
    /// An outcome that belongs to another state.
    WrongOutcome,
    TooSoon {
        days: usize,
        needed: usize,
    },
    /// The child is not found: the search goes on.
    NotClosable,
    NoReopenReason,
    /// Only a child who was back leaves again.
    NotARelapse,
    /// Only a break that was granted ends.
    NoBreak,
    /// The child has an open case.
    AlreadyOpen,
    /// Nobody persuades before the child was found.
    BeforeFound(Date),
    /// A step that was taken is not changed: the case is opened again instead.
    StepStands,
}

/// The steps that lead on from here on a day.
pub fn moves(view: &CaseView, today: Date) -> &'static [State] {
    view.state_on(today).next()
}

/// Everything that stands against a step. `stability`: `None` where the caller cannot count school days.
pub fn bars(
    view: &CaseView,
    step: &Move,
    actor: Actor,
    today: Date,
    stability: Option<Stability>,
) -> Vec<Bar> {
    let mut standing = Vec::new();
    let mut bar = |bar: Bar, stands: bool| standing.extend(stands.then_some(bar));
    let from = view.state_on(today);
    if !from.next().contains(&step.to) {
        return vec![Bar::NotFromHere { from, to: step.to }];
    }
    let last = view.steps.iter().map(|step| step.on).chain(view.case.found_on).max();
    if let Some(last) = last {
        bar(Bar::BeforeLast(last), step.on < last);
    }
    bar(Bar::Future, step.on > today);
    let outcome = if step.outcome.is_empty() { view.outcome() } else { step.outcome };
    let check = view.standing_check().map(|check| &check.record);
    match step.to {
        State::NotReal | State::Verified => {
            let found = check.filter(|check| check.verdict == "NOT_REAL");
            bar(Bar::NoCheck { verdict: "NOT_REAL" }, found.is_none());
            if let Some(check) = found {
                bar(Bar::NoSubCode, check.not_real.is_empty());
                bar(Bar::TwoCheckers, check.people() < 2);
                lacking(view, "NOT_REAL").for_each(|proof| bar(Bar::Missing(proof), true));
            }
            bar(Bar::OwnFinding, step.to == State::Verified && found_by(view, actor));
        }
        State::Confirmed => {
            let found = check.filter(|check| check.verdict == "REAL");
            bar(Bar::NoCheck { verdict: "REAL" }, found.is_none());
            if let Some(check) = found {
                bar(Bar::NoReason, check.reason.is_empty());
                bar(Bar::TwoCheckers, check.people() < 2);
            }
            bar(Bar::WrongOutcome, !step.outcome.is_empty() && step.outcome != "LOST");
        }
        State::Ordered => bar(Bar::NoNotice(&["URGE", "ORDER"]), !has_notice(view, &["URGE", "ORDER"])),
        State::Penalised => bar(Bar::NoNotice(&["PENALTY"]), !has_notice(view, &["PENALTY"])),
        State::Court => bar(Bar::NoNotice(&["COURT"]), !has_notice(view, &["COURT"])),
        State::Returned => {
            of_state(&mut bar, step, State::Returned);
            bar(Bar::NoReturn, !is_back(view));
        }
        State::Placed => {
            of_state(&mut bar, step, State::Placed);
            bar(Bar::NoPlacement, !is_placed(view, outcome, today));
        }
        State::Exempt => {
            of_state(&mut bar, step, State::Exempt);
            lacking(view, outcome).for_each(|proof| bar(Bar::Missing(proof), true));
        }
        State::Stable => {
            bar(Bar::NoReturn, !is_back(view));
            bar(Bar::NotRegistered, !view.is_registered());
            bar(Bar::NoPlacement, !modes_of(outcome).is_empty() && !is_placed(view, outcome, today));
            lacking(view, outcome).for_each(|proof| bar(Bar::Missing(proof), true));
            if let Some(Stability { days, needed }) = stability {
                bar(Bar::TooSoon { days, needed }, days < needed);
            }
        }
        State::Closed => {
            bar(Bar::NotClosable, is_lost(outcome, view.not_real()));
            bar(Bar::NoOutcome, outcome.is_empty());
            bar(Bar::NotRegistered, needs_roll(outcome) && !view.is_registered());
            lacking(view, outcome).for_each(|proof| bar(Bar::Missing(proof), true));
            bar(Bar::OwnClose, asked_by(view, actor));
        }
        State::Reopened => {
            let was_back = matches!(view.state(), State::Returned | State::Placed | State::Stable)
                || (view.state() == State::Closed && needs_roll(outcome));
            let is_break = matches!(step.reopened, "DEFERRAL_END" | "SUSPENSION_END");
            bar(Bar::NoReopenReason, step.reopened.is_empty());
            bar(Bar::NotARelapse, step.reopened == "RELAPSE" && !was_back);
            bar(Bar::NoBreak, is_break && view.until().is_none());
        }
        State::New | State::Checking | State::Persuading | State::PlacementPending | State::ExemptPending => {
        }
    }
    standing
}

fn of_state(bar: &mut impl FnMut(Bar, bool), step: &Move, state: State) {
    bar(Bar::NoOutcome, step.outcome.is_empty());
    bar(Bar::WrongOutcome, !step.outcome.is_empty() && state_of(step.outcome) != Some(state));
}

fn lacking<'a>(view: &'a CaseView, outcome: &str) -> impl Iterator<Item = Proof> + 'a {
    let asked = super::proofs(outcome, view.not_real()).iter().copied();
    asked.filter(|proof| !proof.is_held(&view.holdings))
}

/// Issued since the case was last opened.
fn has_notice(view: &CaseView, kinds: &[&str]) -> bool {
    let opened = view.reopened().map(|step| step.on);
    let holds = |on: Option<Date>| opened.is_none_or(|opened| on >= Some(opened));
    view.notices.iter().any(|one| kinds.contains(&one.record.kind.as_str()) && holds(one.record.issued_on))
}

/// Back in a named school since the case was last opened.
fn is_back(view: &CaseView) -> bool {
    let opened = view.reopened().map(|step| step.on);
    view.enrolment().is_some_and(|e| {
        let named = e.record.school.is_some() || !e.record.other_school.trim().is_empty();
        named && e.record.back_on.is_some_and(|on| opened.is_none_or(|opened| on >= opened))
    })
}

fn is_placed(view: &CaseView, outcome: &str, today: Date) -> bool {
    let modes = modes_of(outcome);
    view.holdings.placements.iter().any(|(mode, from, to)| {
        modes.contains(&mode.as_str()) && *from <= today && to.is_none_or(|to| to >= today)
    })
}

/// Whoever checked or told the finding, by slot or by the name that a list gives.
fn found_by(view: &CaseView, actor: Actor) -> bool {
    let told = view.current().iter().rev().find(|step| step.to == State::NotReal);
    let checked = view.last_check().is_some_and(|check| {
        check.by == actor.by
            || check.record.checkers.contains(&actor.by)
            || check.record.other_checkers.iter().any(|name| same_name(name, actor.name))
    });
    checked || told.is_some_and(|step| step.by == actor.by)
}

/// Whoever told the finding or the return that the close rests on, or asked for the close.
fn asked_by(view: &CaseView, actor: Actor) -> bool {
    let asking = |state| {
        matches!(state, State::NotReal | State::Returned | State::Placed | State::Exempt | State::Stable)
    };
    view.current().iter().any(|step| asking(step.to) && step.by == actor.by)
}
