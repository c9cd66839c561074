//! Cases taken a step further: by whoever is unlocked, signed with that slot's key; and whether what stands in a file is proven.
//!
//! The register's rules decide ([`crate::domain::case::bars`]); here they get what they cannot know: school days and names.
use crate::app::keeper::{KeepError, Order};
use crate::app::register::{Register, new_record};
use crate::app::trust;
use crate::domain::case::{Actor, Bar, CaseView, Move, Proof, Stability, State, Step, bars, proofs};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::case::CaseStep;
use crate::domain::records::documents::Document;
use crate::domain::value::Values;
use crate::register::case::{find, signed_over, signed_under};
use crate::register::change::{Act, DeviceId, RecordKey};
use crate::register::command::{Command, Refused};
use crate::register::file::File;
use crate::register::signing::{Trusted, hex, unhex};
use crate::vault::cipher::Cipher;
use crate::vault::{Holder, Keyring, SlotId, Store, Vault, VaultError};
use leptos::prelude::*;

/// A step as a person asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub to: State,
    pub on: Date,
    pub why: String,
    pub outcome: String,
    pub reopened: String,
}

/// How well a step is proven on this tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Signed with the key of the person who took it, on this tablet.
    Signed,
    /// Signed on another tablet with a key that this one believes to be that person's.
    SignedOn(DeviceId),
    /// Unsigned, signed by a key that this tablet does not know, or changed afterwards.
    NotProven,
    /// Nobody's act: a list says so.
    Claimed,
}

impl Standing {
    /// By the author's key, on whatever tablet.
    pub fn is_proven(self) -> bool {
        matches!(self, Standing::Signed | Standing::SignedOn(_))
    }
}

/// School days since the child came back, with those that the county asks for.
pub fn stability(register: Register, view: &CaseView) -> Stability {
    let today = register.today.get_untracked();
    let back = view.enrolment().and_then(|enrolment| enrolment.record.back_on);
    let calendar = register.calendar.get_untracked();
    let days = back.map_or(0, |back| calendar.teaching_days(back, today).len());
    let needed = register.policy.with_untracked(|policy| policy.stability_days);
    Stability { days, needed: usize::try_from(needed).unwrap_or_default() }
}

/// What stands against a step, for whoever is unlocked; the states on the way to it are passed through.
pub fn against(register: Register, view: &CaseView, wanted: &Wanted) -> Vec<Bar> {
    let (me, today) = (register.me(), register.today.get_untracked());
    let name = register
        .summaries
        .with_untracked(|all| all.get(&me).map(|summary| summary.name.clone()).unwrap_or_default());
    let step = Move { to: wanted.to, on: wanted.on, outcome: &wanted.outcome, reopened: &wanted.reopened };
    let between = between(view, wanted, today).into_iter().filter_map(|record| {
        let to = State::from_code(&record.to)?;
        Some(Step { id: RecordId::default(), to, on: record.on?, by: me, record })
    });
    let mut ahead = view.clone();
    ahead.steps.extend(between);
    bars(&ahead, &step, Actor { by: me, name: &name }, today, Some(stability(register, view)))
}

/// The orders that take the step, each signed; or what stands against it.
pub async fn orders(
    register: Register,
    file: FileId,
    case: RecordId,
    wanted: &Wanted,
) -> Result<Vec<Order>, KeepError> {
    let held = register.file(file).await?;
    let no_case = || KeepError::Refused(Refused::NoSuchRecord(RecordKey::new("case", case)));
    let view = find(&held, case).ok_or_else(no_case)?;
    let against = against(register, &view, wanted);
    if !against.is_empty() {
        return Err(KeepError::Refused(Refused::Case(against)));
    }
    let mut steps = between(&view, wanted, register.today.get_untracked());
    steps.push(last(&held, &view, wanted));
    let mut orders = Vec::new();
    for step in steps {
        let id = new_record();
        let values = sealed(&register.vault(), file, id, register.me(), step).await?;
        let command = Command::set(Act::CASE_STEP, RecordKey::new(CaseStep::TABLE.key, id), values);
        orders.push(Order { file, kind: FileKind::Pupil, command });
    }
    orders.extend(trust::own_order(register).await?);
    Ok(orders)
}

/// The steps before the one asked for: the reopening that a break's end brought by itself, and the states passed through.
fn between(view: &CaseView, wanted: &Wanted, today: Date) -> Vec<CaseStep> {
    let mut steps = Vec::new();
    let step = |to: State, on: Date| CaseStep {
        case: Some(view.id),
        to: to.code().to_owned(),
        on: Some(on),
        ..CaseStep::default()
    };
    let from = view.state_on(today);
    if let (Some(until), true) = (view.until(), from == State::Reopened && wanted.to != State::Reopened) {
        let suspended = view.outcome() == "SUSPEND" || view.not_real() == "N15";
        let on = view.steps.iter().map(|step| step.on).chain([until.plus_days(1)]).max().unwrap_or(until);
        let reopened = if suspended { "SUSPENSION_END" } else { "DEFERRAL_END" }.to_owned();
        steps.push(CaseStep { reopened, ..step(State::Reopened, on) });
    }
    let mut way = from.way(wanted.to).unwrap_or_default();
    way.pop();
    steps.extend(way.into_iter().map(|state| step(state, wanted.on)));
    steps
}

/// The step asked for, with what it rests on.
fn last(file: &File, view: &CaseView, wanted: &Wanted) -> CaseStep {
    let outcome = if wanted.outcome.is_empty() { view.outcome() } else { &wanted.outcome };
    let check = view.last_check().map(|check| check.id);
    let is_finding = matches!(wanted.to, State::NotReal | State::Confirmed | State::Verified);
    let is_ladder = matches!(wanted.to, State::Ordered | State::Penalised | State::Court);
    let is_return = matches!(wanted.to, State::Returned | State::Placed | State::Stable | State::Closed);
    CaseStep {
        case: Some(view.id),
        to: wanted.to.code().to_owned(),
        on: Some(wanted.on),
        why: wanted.why.trim().to_owned(),
        outcome: wanted.outcome.clone(),
        reopened: wanted.reopened.clone(),
        evidence: evidence(file, proofs(outcome, view.not_real())),
        check: check.filter(|_| is_finding),
        notice: view.notices.last().map(|notice| notice.id).filter(|_| is_ladder),
        enrolment: view.enrolment().map(|enrolment| enrolment.id).filter(|_| is_return),
        ..CaseStep::default()
    }
}

/// The papers of the file that prove what is asked for.
fn evidence(file: &File, asked: &[Proof]) -> Vec<RecordId> {
    let proves = |kind: &str| {
        asked.iter().any(|proof| match proof {
            Proof::Paper(kinds) => kinds.contains(&kind),
            Proof::Decision => kind == "COMMITTEE",
            Proof::Consent => kind == "AGREEMENT",
            _ => false,
        })
    };
    let papers = file.table(Document::TABLE.key);
    papers.filter(|(_, r)| proves(&Document::read(&r.values).kind)).map(|(id, _)| id).collect()
}

/// The step's values with the slot's signature over all of them.
async fn sealed<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    file: FileId,
    id: RecordId,
    by: FileId,
    step: CaseStep,
) -> Result<Values, VaultError> {
    signed(vault, file, id, by, step.write()).await
}

/// A record's values with the slot's signature over all of them.
pub(in crate::app) async fn signed<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    file: FileId,
    id: RecordId,
    by: FileId,
    mut values: Values,
) -> Result<Values, VaultError> {
    let (slot, signature) = vault.sign(&signed_over(file, id, by, &values)).await?;
    values.insert("slot".to_owned(), hex(&slot.0.to_be_bytes()).into());
    values.insert("signature".to_owned(), hex(&signature).into());
    Ok(values)
}

/// How well a step of a child's file is proven; one that came with a joined file by the signature that was given there.
pub async fn step_standing(register: Register, file: &File, step: &Step) -> Result<Standing, VaultError> {
    let Some(record) = file.record(&RecordKey::new(CaseStep::TABLE.key, step.id)) else {
        return Ok(Standing::NotProven);
    };
    let under = register.summaries.with_untracked(|all| {
        let in_sight = |id: FileId| all.get(&id).filter(|summary| !summary.deleted);
        signed_under(file, step.id, |id| in_sight(id)?.joined_into)
    });
    standing(&register.vault(), under, step.id, step.by, &record.values).await
}

/// Whether the author's key signed the step as it stands: one of this tablet's slots, or one that came from another tablet and is
/// believed.
pub async fn standing<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    file: FileId,
    id: RecordId,
    by: FileId,
    values: &Values,
) -> Result<Standing, VaultError> {
    standing_by(vault, &trust::accepted(vault).await?, file, id, by, values).await
}

/// The same with the keys of other tablets that are believed.
async fn standing_by<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    trusted: &[Trusted],
    file: FileId,
    id: RecordId,
    by: FileId,
    values: &Values,
) -> Result<Standing, VaultError> {
    let step = CaseStep::read(values);
    if step.claimed == Some(true) {
        return Ok(Standing::Claimed);
    }
    let slot = u128::from_str_radix(&step.slot, 16).map(SlotId);
    let (Ok(slot), Some(signature)) = (slot, unhex(&step.signature)) else { return Ok(Standing::NotProven) };
    let said = signed_over(file, id, by, values);
    let (signed, how) = match holder(&*vault.keyring()?, slot) {
        Some(holder) => {
            let signed = holder == Holder::Staff(by) && vault.is_signed(slot, &said, &signature).await?;
            (signed, Standing::Signed)
        }
        None => match trusted.iter().find(|key| key.slot == slot.0 && key.staff == by) {
            Some(key) => {
                let signed = vault.is_signed_by_key(&key.public, &said, &signature).await?;
                (signed, Standing::SignedOn(key.tablet))
            }
            None => (false, Standing::NotProven),
        },
    };
    Ok(if signed { how } else { Standing::NotProven })
}

/// Whose slot it is or was.
fn holder(keyring: &Keyring, slot: SlotId) -> Option<Holder> {
    let living = keyring.slots.iter().map(|known| (known.id, known.holder));
    let retired = keyring.retired.iter().map(|known| (known.id, known.holder));
    living.chain(retired).find(|(id, _)| *id == slot).map(|(_, holder)| holder)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
#[path = "cases_tests.rs"]
mod tests;
