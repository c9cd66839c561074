//! Cases taken a step further: by whoever is unlocked, signed with that slot's key; and whether what stands in a file is proven.
//!
//! The register's rules decide ([`crate::domain::case::bars`]); here they get what they cannot know: school days and names.
use crate::app::keeper::{KeepError, Order, Saved};
use crate::app::register::{Register, new_record};
use crate::domain::case::{Actor, Bar, CaseView, Move, Proof, Stability, State, bars, proofs};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::case::CaseStep;
use crate::domain::records::documents::Document;
use crate::domain::value::Values;
use crate::register::case::{find, signed_over};
use crate::register::change::{Act, RecordKey};
use crate::register::command::{Command, Refused};
use crate::register::file::File;
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
    /// Signed with the key of the person who took it.
    Signed,
    /// Unsigned, signed by a key that this tablet does not know, or changed afterwards.
    NotProven,
    /// Nobody's act: a list says so.
    Claimed,
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

/// What stands against a step, for whoever is unlocked.
pub fn against(register: Register, view: &CaseView, wanted: &Wanted) -> Vec<Bar> {
    let name = register.name_of(register.me());
    let step = Move { to: wanted.to, on: wanted.on, outcome: &wanted.outcome, reopened: &wanted.reopened };
    let actor = Actor { by: register.me(), name: &name };
    bars(view, &step, actor, register.today.get_untracked(), Some(stability(register, view)))
}

/// Takes the step, or says what stands against it; nothing is saved then.
pub async fn take(
    register: Register,
    file: FileId,
    case: RecordId,
    wanted: Wanted,
) -> Result<Saved, KeepError> {
    let held = register.file(file).await?;
    let no_case = || KeepError::Refused(Refused::NoSuchRecord(RecordKey::new("case", case)));
    let view = find(&held, case).ok_or_else(no_case)?;
    let against = against(register, &view, &wanted);
    if !against.is_empty() {
        return Err(KeepError::Refused(Refused::Case(against)));
    }
    let mut orders = Vec::new();
    for step in steps(&held, &view, &wanted, register.today.get_untracked()) {
        let id = new_record();
        let values = sealed(&register.vault(), file, id, register.me(), step).await?;
        let command = Command::set(Act::CASE_STEP, RecordKey::new(CaseStep::TABLE.key, id), values);
        orders.push(Order { file, kind: FileKind::Pupil, command });
    }
    register.keep(orders, Vec::new()).await
}

/// The step asked for; before it, the reopening that a break's end brought by itself.
fn steps(file: &File, view: &CaseView, wanted: &Wanted, today: Date) -> Vec<CaseStep> {
    let mut steps = Vec::new();
    let ended = view.until().filter(|_| view.state_on(today) == State::Reopened);
    if let Some(until) = ended.filter(|_| wanted.to != State::Reopened) {
        let suspended = view.outcome() == "SUSPEND" || view.not_real() == "N15";
        let last = view.steps.last().map_or(until, |step| step.on);
        steps.push(CaseStep {
            case: Some(view.id),
            to: State::Reopened.code().to_owned(),
            on: Some(until.plus_days(1).max(last)),
            reopened: if suspended { "SUSPENSION_END" } else { "DEFERRAL_END" }.to_owned(),
            ..CaseStep::default()
        });
    }
    let outcome = if wanted.outcome.is_empty() { view.outcome() } else { &wanted.outcome };
    let check = view.last_check().map(|check| check.id);
    let is_finding = matches!(wanted.to, State::NotReal | State::Confirmed | State::Verified);
    let is_ladder = matches!(wanted.to, State::Ordered | State::Penalised | State::Court);
    let is_return = matches!(wanted.to, State::Returned | State::Placed | State::Stable | State::Closed);
    steps.push(CaseStep {
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
    });
    steps
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
    let mut values = step.write();
    let (slot, signature) = vault.sign(&signed_over(file, id, by, &values)).await?;
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    values.insert("slot".to_owned(), hex(&slot.0.to_be_bytes()).into());
    values.insert("signature".to_owned(), hex(&signature).into());
    Ok(values)
}

/// Whether the author's key signed the step as it stands.
pub async fn standing<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
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
    if holder(&*vault.keyring()?, slot) != Some(Holder::Staff(by)) {
        return Ok(Standing::NotProven);
    }
    let signed = vault.is_signed(slot, &signed_over(file, id, by, values), &signature).await?;
    Ok(if signed { Standing::Signed } else { Standing::NotProven })
}

/// Whose slot it is or was.
fn holder(keyring: &Keyring, slot: SlotId) -> Option<Holder> {
    let living = keyring.slots.iter().map(|known| (known.id, known.holder));
    let retired = keyring.retired.iter().map(|known| (known.id, known.holder));
    living.chain(retired).find(|(id, _)| *id == slot).map(|(_, holder)| holder)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::vault::native_cipher::NativeCipher;
    use crate::vault::{FirstPerson, MemoryStore, Passphrase, new_recovery_code};
    use futures::executor::block_on;

    #[test]
    fn a_step_is_proven_by_its_authors_key_and_as_it_stands_only() {
        block_on(async {
            let quick = || NativeCipher { quick: true, memory_kib: None };
            let code = new_recovery_code(&quick()).unwrap();
            let passphrase = Passphrase::typed("kettle harbour violet anchor 27");
            let (me, other) = (FileId(9), FileId(8));
            let first = FirstPerson { staff: me, label: "王老师", passphrase: &passphrase };
            let vault = Vault::create(MemoryStore::new(), quick(), first, &code, 1).await.unwrap();
            let step = CaseStep { to: "CLOSED".into(), why: "稳定就读".into(), ..CaseStep::default() };
            let (file, id) = (FileId(7), RecordId(3));
            let values = sealed(&vault, file, id, me, step).await.unwrap();
            let stands = async |file, by, values: &Values| standing(&vault, file, id, by, values).await;
            assert_eq!(stands(file, me, &values).await, Ok(Standing::Signed));
            assert_eq!(stands(file, other, &values).await, Ok(Standing::NotProven), "in another's name");
            assert_eq!(stands(FileId(6), me, &values).await, Ok(Standing::NotProven), "of another child");
            let with = |field: &str, value: &str| {
                let mut values = values.clone();
                values.insert(field.to_owned(), value.into());
                values
            };
            for (field, value) in [("why", "改过"), ("slot", "00"), ("signature", "zz"), ("signature", "")]
            {
                assert_eq!(stands(file, me, &with(field, value)).await, Ok(Standing::NotProven), "{field}");
            }
            let mut claimed = values.clone();
            claimed.insert("claimed".to_owned(), true.into());
            assert_eq!(stands(file, me, &claimed).await, Ok(Standing::Claimed));
        });
    }
}
