//! People come, change their passphrase, go; and every crash point in between leaves the old state or the new one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, dead_code, reason = "a test target")]

#[path = "vault/bench.rs"]
mod bench;

use baoxue::domain::id::FileId;
use baoxue::vault::memory::{Fault, Once};
use baoxue::vault::native_cipher::NativeCipher;
use baoxue::vault::slots::SlotError;
use baoxue::vault::{
    Area, Harm, Holder, MemoryStore, Place, Put, Standing, StoreError, Vault, VaultError, Verdict, look,
    new_recovery_code,
};
use bench::*;
use pollster::block_on;

const QUICK: NativeCipher = NativeCipher { quick: true, memory_kib: None };
const WANG_FILE: Holder = Holder::Staff(FileId(2));

async fn refused(store: &MemoryStore, slot: baoxue::vault::SlotId, text: &str) -> Option<VaultError> {
    Vault::unlock(store.clone(), QUICK, slot, &pass(text)).await.err()
}

#[test]
fn a_second_person_and_the_recovery_sheet_open_the_same_register() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, code) = created(&store).await;
        fill(&vault, 3).await;
        let weak = vault.add_person(WANG_FILE, "王老师", &pass("12345678"), 1).await;
        assert_eq!(weak, Err(VaultError::Passphrase(Verdict::DigitsOnly)));
        let wang = vault.add_person(WANG_FILE, "王老师", &pass(WANG), 1).await.unwrap();
        let by_wang = unlocked(&store, wang, WANG).await;
        assert_eq!(by_wang.damage, []);
        assert_eq!(by_wang.vault.read(Area::Files, &file(1)).await, Ok(Some(text(1, 2))));
        let by_sheet = Vault::unlock_by_recovery(store.clone(), QUICK, &code).await.unwrap();
        assert_eq!(by_sheet.vault.read(Area::Files, &file(1)).await, Ok(Some(text(1, 2))));
        let other = new_recovery_code(&QUICK).unwrap();
        let wrong = Vault::unlock_by_recovery(store.clone(), QUICK, &other).await.err();
        assert_eq!(wrong, Some(VaultError::Slot(SlotError::WrongPassphrase)));
        let Ok(Standing::Locked(keyring)) = look(&store).await else { panic!() };
        let labels: Vec<&str> = keyring.slots.iter().map(|slot| slot.label.as_str()).collect();
        assert_eq!(labels, ["林老师", "", "王老师"]);
    });
}

#[test]
fn a_passphrase_changes_only_for_one_who_knows_the_old_one_and_nothing_else_is_rewritten() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, _) = created(&store).await;
        fill(&vault, 3).await;
        let slot = vault.slot().unwrap();
        let before = store.dump();
        let wrong = vault.change_passphrase(&pass(WANG), &pass(NEW), 1).await;
        assert_eq!(wrong, Err(VaultError::Slot(SlotError::WrongPassphrase)));
        assert_eq!(vault.confirm(&pass(LIN)).await, Ok(true));
        vault.change_passphrase(&pass(LIN), &pass(NEW), 1).await.unwrap();
        assert_eq!(vault.confirm(&pass(LIN)).await, Ok(false));
        let changed: Vec<String> =
            store.dump().into_iter().filter(|value| !before.contains(value)).map(|(_, key, _)| key).collect();
        assert_eq!(changed, ["keyring", "root"]);
        assert_eq!(refused(&store, slot, LIN).await, Some(VaultError::Slot(SlotError::WrongPassphrase)));
        assert_eq!(unlocked(&store, slot, NEW).await.damage, []);
        // The old keyring put back lets the old passphrase in again, and that is told.
        let old = before.into_iter().find(|(_, key, _)| key == "keyring").unwrap().2;
        store.meddle(Area::Meta, "keyring", Some(old));
        let opened = unlocked(&store, slot, LIN).await;
        assert_eq!(harm(&opened.damage), [(Place::Keyring, Harm::Stale { found: 1, expected: 2 })]);
    });
}

#[test]
fn one_who_was_removed_opens_nothing_even_with_the_old_data_key() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, code) = created(&store).await;
        fill(&vault, 40).await;
        let wang = vault.add_person(WANG_FILE, "王老师", &pass(WANG), 1).await.unwrap();
        let before = store.copied();
        let act = b"close case 7";
        let (by, signature) = unlocked(&store, wang, WANG).await.vault.sign(act).await.unwrap();
        assert_eq!(by, wang);
        let lin = unlocked(&store, vault.slot().unwrap(), LIN).await.vault;
        lin.remove_person(wang, 5).await.unwrap();
        assert_eq!(refused(&store, wang, WANG).await, Some(VaultError::Slot(SlotError::NoSuchSlot)));
        assert_eq!(lin.inspect().await, Ok(vec![]));
        let opened = unlocked(&store, lin.slot().unwrap(), LIN).await;
        assert_eq!(opened.damage, []);
        assert_eq!(opened.vault.read_all(Area::Files).await.unwrap().0.len(), 40);
        let by_sheet = Vault::unlock_by_recovery(store.clone(), QUICK, &code).await.unwrap();
        assert_eq!(by_sheet.vault.inspect().await, Ok(vec![]));
        // With the keyring of before (and so the old data key) nothing of now opens.
        let old = stored(&before, Area::Meta, "keyring");
        let thief = store.copied();
        thief.meddle(Area::Meta, "keyring", Some(old));
        let opened = unlocked(&thief, wang, WANG).await;
        assert!(opened.damage.iter().any(|damage| damage.place == Place::Root));
        assert_eq!(opened.vault.read_all(Area::Files).await.unwrap().0, vec![]);
        // What the removed one signed stays proven; another act, slot or signature is not.
        let proven = |slot, act: &'static [u8], signature: Vec<u8>| {
            let lin = by_sheet.vault.clone();
            async move { lin.is_signed(slot, act, &signature).await.unwrap() }
        };
        assert!(proven(wang, act, signature.clone()).await);
        assert!(!proven(wang, b"close case 8", signature.clone()).await);
        assert!(!proven(lin.slot().unwrap(), act, signature.clone()).await);
        assert!(!proven(wang, act, vec![0; 64]).await);
        assert!(!proven(wang, act, vec![]).await);
        let epochs: std::collections::BTreeSet<String> = store
            .dump()
            .into_iter()
            .filter(|(_, key, _)| key.contains('/') || key.contains('~'))
            .map(|(_, key, _)| key.chars().take(8).collect())
            .collect();
        assert_eq!(epochs.len(), 1, "nothing of the old epoch is left");
    });
}

#[test]
fn no_one_removes_oneself_or_the_last_person() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, code) = created(&store).await;
        let lin = vault.slot().unwrap();
        assert_eq!(vault.remove_person(lin, 1).await, Err(VaultError::CannotRemove));
        let sheet = Vault::unlock_by_recovery(store.clone(), QUICK, &code).await.unwrap().vault;
        assert_eq!(sheet.remove_person(lin, 1).await, Err(VaultError::CannotRemove));
        let new = sheet.replace_person(lin, &pass(NEW), 1).await.unwrap();
        assert_eq!(refused(&store, lin, LIN).await, Some(VaultError::Slot(SlotError::NoSuchSlot)));
        assert_eq!(unlocked(&store, new, NEW).await.damage, []);
    });
}

#[test]
fn a_renewed_sheet_opens_and_the_old_one_does_not() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, old) = created(&store).await;
        fill(&vault, 3).await;
        let new = new_recovery_code(&QUICK).unwrap();
        vault.renew_recovery(&new, 1).await.unwrap();
        let opened = Vault::unlock_by_recovery(store.clone(), QUICK, &new).await.unwrap();
        assert_eq!(opened.vault.inspect().await, Ok(vec![]));
        let refused = Vault::unlock_by_recovery(store.clone(), QUICK, &old).await.err();
        assert_eq!(refused, Some(VaultError::Slot(SlotError::WrongPassphrase)));
    });
}

#[test]
fn wherever_the_power_goes_during_a_removal_nothing_is_lost_and_it_is_completed_later() {
    block_on(async {
        let base = MemoryStore::new();
        let (vault, _) = created(&base).await;
        for n in 0..300 {
            vault.commit(vec![Put::value(Area::Files, file(n), vec![1; 20])], 1).await.unwrap();
        }
        let wang = vault.add_person(WANG_FILE, "王老师", &pass(WANG), 1).await.unwrap();
        let lin = vault.slot().unwrap();
        let mut points = 0;
        for at in 0..9 {
            for fault in [Fault::CrashBefore(at), Fault::CrashAfter(at)] {
                let store = base.copied();
                let vault = unlocked(&store, lin, LIN).await.vault;
                store.set_fault(fault);
                let answer = vault.remove_person(wang, 9).await;
                store.revive();
                if answer.is_ok() {
                    continue;
                }
                points += 1;
                let opened = unlocked(&store, lin, LIN).await;
                assert_eq!(opened.damage, [], "{fault:?}");
                let vault = opened.vault;
                // Work went on before anyone thought of resuming.
                vault.commit(vec![Put::value(Area::Files, file(7), b"later".to_vec())], 10).await.unwrap();
                let was_pending = vault.pending().await.unwrap().is_some();
                vault.sweep().await.unwrap();
                vault.resume(11).await.unwrap();
                if !was_pending && vault.keyring().unwrap().slot(wang).is_some() {
                    vault.remove_person(wang, 12).await.unwrap();
                }
                assert_eq!(vault.pending().await, Ok(None));
                assert_eq!(vault.inspect().await, Ok(vec![]), "{fault:?}");
                assert!(refused(&store, wang, WANG).await.is_some(), "{fault:?}");
                let vault = unlocked(&store, lin, LIN).await.vault;
                assert_eq!(vault.read(Area::Files, &file(7)).await, Ok(Some(b"later".to_vec())));
                assert_eq!(vault.read_all(Area::Files).await.unwrap().0.len(), 300);
            }
        }
        assert!(points >= 8, "{points} crash points were tried");
    });
}

#[test]
fn a_save_whose_answer_was_lost_is_looked_up_and_never_made_twice() {
    block_on(async {
        for (once, kept) in [(Once::Closed, false), (Once::ClosedAfter, true), (Once::Failed, false)] {
            let store = MemoryStore::new();
            let (vault, _) = created(&store).await;
            fill(&vault, 2).await;
            store.set_fault(Fault::Once(0, once));
            let put = || vec![Put::value(Area::Files, file(0), b"new".to_vec())];
            let answer = vault.commit(put(), 1).await;
            assert_eq!(answer.is_ok(), kept, "{once:?}");
            let now = vault.read(Area::Files, &file(0)).await.unwrap().unwrap();
            assert_eq!(now == b"new", kept);
            vault.commit(put(), 1).await.unwrap();
            assert_eq!(vault.inspect().await, Ok(vec![]));
        }
        // The store does not even answer the question: it is asked again before anything else.
        let store = MemoryStore::new();
        let (vault, _) = created(&store).await;
        fill(&vault, 2).await;
        store.set_fault(Fault::CrashAfter(0));
        let put = vec![Put::value(Area::Files, file(0), b"new".to_vec())];
        assert_eq!(vault.commit(put, 1).await, Err(VaultError::Store(StoreError::Closed)));
        store.revive();
        assert_eq!(vault.read(Area::Files, &file(0)).await, Ok(Some(b"new".to_vec())));
        vault.commit(vec![Put::gone(Area::Files, file(1))], 1).await.unwrap();
        assert_eq!(unlocked(&store, vault.slot().unwrap(), LIN).await.vault.inspect().await, Ok(vec![]));
    });
}

#[test]
fn a_full_disk_and_another_writer_leave_everything_as_it_was() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, _) = created(&store).await;
        fill(&vault, 2).await;
        store.limit(Some(0));
        let put = || vec![Put::value(Area::Media, "photo", vec![7; 1000])];
        let full = vault.commit(put(), 1).await;
        assert!(
            matches!(full, Err(VaultError::Store(StoreError::Full { asked })) if asked > 1000),
            "{full:?}"
        );
        store.limit(None);
        assert_eq!(vault.inspect().await, Ok(vec![]));
        vault.commit(put(), 1).await.unwrap();
        let other = unlocked(&store, vault.slot().unwrap(), LIN).await.vault;
        other.commit(vec![Put::value(Area::Files, file(0), b"other".to_vec())], 1).await.unwrap();
        let late = vault.commit(vec![Put::value(Area::Files, file(0), b"late".to_vec())], 1).await;
        assert!(matches!(late, Err(VaultError::Store(StoreError::AnotherWriter { .. }))), "{late:?}");
        assert_eq!(other.read(Area::Files, &file(0)).await, Ok(Some(b"other".to_vec())));
        assert_eq!(other.inspect().await, Ok(vec![]));
    });
}

#[test]
fn a_device_with_little_memory_gets_the_most_it_bears_and_that_is_recorded() {
    block_on(async {
        for (bears, want) in
            [(None, (64 * 1024, 3)), (Some(50_000), (46 * 1024, 4)), (Some(20_000), (19 * 1024, 8))]
        {
            let cipher = NativeCipher { quick: true, memory_kib: bears };
            let code = new_recovery_code(&cipher).unwrap();
            let person = pass(LIN);
            let first = baoxue::vault::FirstPerson { staff: FileId(1), label: "", passphrase: &person };
            let vault = Vault::create(MemoryStore::new(), cipher, first, &code, 1).await.unwrap();
            let kdf = vault.keyring().unwrap().slots[0].kdf;
            assert_eq!((kdf.m_kib, kdf.t), want);
            assert_eq!(kdf.is_reduced(), bears.is_some());
        }
    });
}
