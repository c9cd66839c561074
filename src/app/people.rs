//! The people of this tablet, one key slot each: who they are, another one, new passphrases, removing, the recovery sheet.
//!
//! Whoever is unlocked may do all of it; what concerns others asks the own passphrase first ([`confirm`]). Removing someone, replacing
//! a forgotten passphrase and a new recovery sheet seal everything anew: [`Session::resealing`] tells how far it is, and what a crash
//! interrupts goes on after the next unlocking.
use crate::app::keeper::{KeepError, Order};
use crate::app::register::{Register, new_file};
use crate::app::session::{AppCipher, AppVault, Session, SessionError};
use crate::domain::check::{self, Problem};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records::organisation::Staff;
use crate::domain::value::{Value, Values};
use crate::platform::clock;
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::vault::slots::SlotError;
use crate::vault::{Holder, Keyring, Passphrase, RecoveryCode, SlotId, VaultError};
use leptos::prelude::*;
use std::rc::Rc;

/// A person with a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub slot: SlotId,
    pub staff: FileId,
    /// What the lock screen shows.
    pub label: String,
    pub is_me: bool,
    /// The tablet had too little memory for a key of full strength: a longer passphrase makes up for it.
    pub is_reduced: bool,
}

/// Who gets a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Newcomer {
    /// Someone whose staff file is here.
    Staff { file: FileId, name: String },
    /// Someone new: a staff file is begun.
    Named(String),
}

/// The people in the order of their coming.
pub fn people(register: Register) -> Result<Vec<Person>, VaultError> {
    let (keyring, mine) = (register.vault().keyring()?, register.vault().slot()?);
    let person = |slot: &crate::vault::keyring::Slot| match slot.holder {
        Holder::Staff(staff) => {
            let (label, is_reduced) = (slot.label.clone(), slot.kdf.is_reduced());
            Some(Person { slot: slot.id, staff, label, is_me: slot.id == mine, is_reduced })
        }
        Holder::Recovery => None,
    };
    Ok(keyring.slots.iter().filter_map(person).collect())
}

/// The staff files without a slot, with their names.
pub fn without_slot(register: Register) -> Vec<(FileId, String)> {
    let held: Vec<FileId> =
        people(register).unwrap_or_default().into_iter().map(|person| person.staff).collect();
    register.summaries.with(|all| {
        let staff =
            all.values().filter(|summary| summary.kind == FileKind::Staff.key() && summary.is_listed());
        staff
            .filter(|summary| !held.contains(&summary.id))
            .map(|summary| (summary.id, summary.name.clone()))
            .collect()
    })
}

/// A label that no other slot has: a namesake gets a number.
fn label_for(keyring: &Keyring, name: &str) -> String {
    let is_taken = |label: &str| keyring.slots.iter().any(|slot| slot.label == label);
    let numbered = (2..100).map(|n| format!("{name} {n}"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|label| !is_taken(label))
        .unwrap_or_else(|| name.to_owned())
}

/// Why the staff file would refuse this name; asked before a key is made for it.
pub fn name_flaw(name: &str) -> Option<Problem> {
    let values = Values::from([("name".to_owned(), Value::from(name))]);
    let flaws = check::record(&Staff::TABLE, &values, Date::default());
    flaws.into_iter().find(|flaw| flaw.field == "name" && flaw.refuses()).map(|flaw| flaw.problem)
}

/// Begins a member of staff's file. Home teacher until someone says otherwise: the role that needs the least.
pub(super) fn staff_order(file: FileId, name: &str) -> Order {
    let values = Values::from([
        ("name".to_owned(), Value::from(name)),
        ("roles".to_owned(), Value::List(vec!["HOME_TEACHER".into()])),
    ]);
    let command = Command::set(Act::NEW_FILE, RecordKey::root(FileKind::Staff.key()), values);
    Order { file, kind: FileKind::Staff, command }
}

/// Gives someone a slot with the passphrase that they typed.
pub async fn add(
    register: Register,
    newcomer: Newcomer,
    passphrase: &Passphrase,
) -> Result<SlotId, SessionError> {
    let verdict = passphrase.verdict();
    if !verdict.is_enough() {
        return Err(VaultError::Passphrase(verdict).into());
    }
    let vault = register.vault();
    let (file, name) = match newcomer {
        Newcomer::Staff { file, name } => (file, name),
        Newcomer::Named(name) => {
            let file = new_file();
            register.keep(vec![staff_order(file, &name)], Vec::new()).await?;
            (file, name)
        }
    };
    let label = label_for(&*vault.keyring()?, &name);
    Ok(vault.add_person(Holder::Staff(file), &label, passphrase, clock::wall()).await?)
}

/// Whether this is the passphrase of whoever is unlocked.
pub async fn confirm(register: Register, typed: &Passphrase) -> Result<bool, VaultError> {
    register.vault().confirm(typed).await
}

/// Changes the own passphrase; the old one must be right.
pub async fn change_passphrase(
    register: Register,
    old: &Passphrase,
    new: &Passphrase,
) -> Result<(), VaultError> {
    register.vault().change_passphrase(old, new, clock::wall()).await
}

impl Session {
    /// Tells [`Session::resealing`] while `work` seals everything anew.
    async fn resealed<T>(
        self,
        vault: &AppVault,
        work: impl Future<Output = Result<T, VaultError>>,
    ) -> Result<T, VaultError> {
        vault.tell_resealing(Rc::new(move |done, all| {
            self.resealing.try_set(Some((done, all)));
        }));
        let answer = work.await;
        self.resealing.try_set(None);
        answer
    }

    /// Takes a person's slot away. Oneself and the last one stay ([`VaultError::CannotRemove`]).
    pub async fn remove_person(self, register: Register, slot: SlotId) -> Result<(), VaultError> {
        let vault = register.vault();
        self.resealed(&vault, vault.remove_person(slot, clock::wall())).await
    }

    /// A new passphrase for someone who forgot it, typed by that person.
    pub async fn replace_passphrase(
        self,
        register: Register,
        slot: SlotId,
        new: &Passphrase,
    ) -> Result<SlotId, VaultError> {
        let vault = register.vault();
        self.resealed(&vault, vault.replace_person(slot, new, clock::wall())).await
    }

    /// From now on this code opens, and the sheet before it does not.
    pub async fn renew_sheet(self, register: Register, code: &RecoveryCode) -> Result<(), VaultError> {
        let vault = register.vault();
        self.resealed(&vault, vault.renew_recovery(code, clock::wall())).await
    }

    /// Goes on with a removal that was interrupted. If it fails again, the next unlocking tries once more.
    pub async fn resume(self) {
        let Some(register) = self.register.try_get_untracked().flatten() else { return };
        let vault = register.vault();
        if let Err(why) = self.resealed(&vault, vault.resume(clock::wall())).await {
            register
                .status
                .try_set(crate::app::register::SaveStatus::Failed(std::sync::Arc::new(why.into())));
        }
    }

    /// Opened by the recovery sheet: gives the one who says who they are a new passphrase and opens the register in their name.
    pub async fn reclaim(
        self,
        cipher: AppCipher,
        slot: SlotId,
        passphrase: &Passphrase,
    ) -> Result<(), SessionError> {
        let vault = self.recovered.get_value().ok_or(VaultError::Locked)?;
        let keyring = vault.keyring()?;
        let old = keyring.slot(slot).ok_or(SlotError::NoSuchSlot).map_err(VaultError::from)?;
        let new = vault.add_person(old.holder, &old.label, passphrase, clock::wall()).await?;
        // Damage elsewhere keeps the old slot from going, and must not keep its person out.
        match self.resealed(&vault, vault.remove_person(slot, clock::wall())).await {
            Ok(()) | Err(VaultError::Unsettled(_)) => self.enter_as(cipher, new, passphrase).await,
            Err(why) => Err(why.into()),
        }
    }

    /// The same for one who has no slot here: whoever keeps the sheet when everyone else has gone.
    pub async fn reclaim_as_new(
        self,
        cipher: AppCipher,
        name: &str,
        passphrase: &Passphrase,
    ) -> Result<(), SessionError> {
        let vault = self.recovered.get_value().ok_or(VaultError::Locked)?;
        let file = new_file();
        let label = label_for(&*vault.keyring()?, name);
        let slot = vault.add_person(Holder::Staff(file), &label, passphrase, clock::wall()).await?;
        self.enter_as(cipher, slot, passphrase).await?;
        let register = self.register.get_untracked().ok_or(KeepError::NoRegister)?;
        register.keep(vec![staff_order(file, name)], Vec::new()).await?;
        Ok(())
    }

    async fn enter_as(
        self,
        cipher: AppCipher,
        slot: SlotId,
        passphrase: &Passphrase,
    ) -> Result<(), SessionError> {
        if let Some(vault) = self.recovered.try_update_value(Option::take).flatten() {
            vault.lock();
        }
        let unlocked = AppVault::unlock(self.store()?, cipher, slot, passphrase).await?;
        self.open(unlocked.vault, unlocked.damage).await
    }
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::vault::native_cipher::NativeCipher;
    use crate::vault::{FirstPerson, MemoryStore, Vault, new_recovery_code};

    #[test]
    fn a_name_that_the_staff_file_would_refuse_is_known_beforehand() {
        assert_eq!(name_flaw("周老师"), None);
        assert_eq!(name_flaw("古丽·买买提"), None);
        assert!(name_flaw("周 老师").is_some());
    }

    #[test]
    fn a_namesake_is_told_apart_on_the_lock_screen() {
        pollster::block_on(async {
            let cipher = NativeCipher::quick();
            let (code, passphrase) =
                (new_recovery_code(&cipher).unwrap(), Passphrase::typed("shan-hu mi-guo tian-shi bei-lin"));
            let first = FirstPerson { staff: FileId(1), label: "王芳", passphrase: &passphrase };
            let vault = Vault::create(MemoryStore::new(), cipher, first, &code, 1).await.unwrap();
            let keyring = vault.keyring().unwrap();
            assert_eq!(label_for(&keyring, "李敏"), "李敏");
            assert_eq!(label_for(&keyring, "王芳"), "王芳 2");
            vault.add_person(Holder::Staff(FileId(2)), "王芳 2", &passphrase, 2).await.unwrap();
            assert_eq!(label_for(&vault.keyring().unwrap(), "王芳"), "王芳 3");
        });
    }
}
