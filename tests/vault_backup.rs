//! A backup is re-opened and counted; a restore brings it back whole or not at all; a replacement is all or nothing.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, dead_code, reason = "a test target")]

#[path = "vault/bench.rs"]
mod bench;

use baoxue::vault::memory::Fault;
use baoxue::vault::native_cipher::NativeCipher;
use baoxue::vault::slots::SlotError;
use baoxue::vault::{
    Area, Backup, BackupError, Harm, MemoryStore, Put, RestoreError, Standing, VaultError, look,
};
use bench::*;
use pollster::block_on;

const QUICK: NativeCipher = NativeCipher { quick: true, memory_kib: None };

/// A backup of so many files and two photos.
async fn backed_up(files: u32) -> (TestVault, Vec<u8>) {
    let (vault, _) = created(&MemoryStore::new()).await;
    fill(&vault, files).await;
    let puts = vec![
        Put::value(Area::Media, "photo", vec![5; 90_000]),
        Put::value(Area::Media, "other", vec![6; 90_000]),
        Put::value(Area::Meta, "app/device", vec![1]),
        Put::value(Area::Meta, "app/register", vec![2]),
    ];
    vault.commit(puts, 7_000).await.unwrap();
    let mut bytes = Vec::new();
    vault.backup(&mut bytes).await.unwrap();
    (vault, bytes)
}

#[test]
fn a_backup_is_verified_value_by_value_with_the_slot_that_is_open() {
    block_on(async {
        let (vault, bytes) = backed_up(10).await;
        let open = vault.reopen_backup(Backup::read(bytes.clone()).await.unwrap()).await.unwrap();
        let verified = open.verify(&QUICK).await.unwrap();
        assert_eq!(verified.damage, []);
        assert_eq!(verified.contents.values, [1, 10, 0, 4, 2, 0, 0], "the device's own value stays");
        assert_eq!(verified.saved_at, 7_000);
        let slot = vault.slot().unwrap();
        let wrong = Backup::read(bytes).await.unwrap().open(&QUICK, slot, &pass(WANG)).await.err();
        let refused = RestoreError::Vault(VaultError::Slot(SlotError::WrongPassphrase));
        assert_eq!(wrong, Some(refused));
    });
}

#[test]
fn a_cut_or_foreign_file_is_named_wherever_it_is_cut() {
    block_on(async {
        let (vault, bytes) = backed_up(2).await;
        assert_eq!(
            Backup::read(b"PK\x03\x04 something else".to_vec()).await.err(),
            Some(BackupError::NotABackup)
        );
        assert_eq!(Backup::read(Vec::new()).await.err(), Some(BackupError::NotABackup));
        let newer = [&bytes[..13], b"\x02 whatever comes then"].concat();
        assert_eq!(Backup::read(newer).await.err(), Some(BackupError::Newer { version: 2 }));
        let step = bytes.len() / 23;
        for cut in (20..bytes.len()).step_by(step).chain([bytes.len() - 1, bytes.len() - 13]) {
            let answer = match Backup::read(bytes[..cut].to_vec()).await {
                Err(error) => RestoreError::Backup(error),
                Ok(backup) => match vault.reopen_backup(backup).await {
                    Ok(open) => open.verify(&QUICK).await.err().unwrap(),
                    Err(error) => error,
                },
            };
            assert_eq!(
                answer,
                RestoreError::Backup(BackupError::Truncated),
                "cut at {cut} of {}",
                bytes.len()
            );
        }
        let mut huge = bytes[..14].to_vec();
        huge.extend([b'K', 0xff, 0xff, 0xff, 0xff, 0]);
        assert_eq!(
            Backup::read(huge).await.err(),
            Some(BackupError::Truncated),
            "no room is taken on its word"
        );
    });
}

#[test]
fn a_flipped_byte_is_found_and_a_restore_refuses_or_brings_the_rest() {
    block_on(async {
        let (vault, bytes) = backed_up(10).await;
        let slot = vault.slot().unwrap();
        // Somewhere in the second photo.
        let at = bytes.len() - 30_000;
        let mut harmed = bytes.clone();
        harmed[at] ^= 1;
        let open = |bytes: Vec<u8>| async move {
            Backup::read(bytes).await.unwrap().open(&QUICK, slot, &pass(LIN)).await.unwrap()
        };
        let verified = open(harmed.clone()).await.verify(&QUICK).await.unwrap();
        assert_eq!(harm(&verified.damage), [(value_of(Area::Media, "photo"), Harm::Altered)]);
        let store = MemoryStore::new();
        let refused = open(harmed.clone()).await.restore(store.clone(), QUICK, vec![], 9, false).await.err();
        assert!(matches!(refused, Some(RestoreError::Vault(VaultError::Unsettled(_)))));
        assert_eq!(look(&store).await, Ok(Standing::Empty));
        let restored = open(harmed).await.restore(store.clone(), QUICK, vec![], 9, true).await.unwrap();
        assert_eq!(restored.damage.len(), 1);
        assert_eq!(restored.vault.read(Area::Media, "other").await, Ok(Some(vec![6; 90_000])));
        assert_eq!(restored.vault.inspect().await, Ok(vec![]));
    });
}

#[test]
fn a_restore_brings_everything_back_and_the_same_people_open_it() {
    block_on(async {
        let (vault, bytes) = backed_up(200).await;
        let slot = vault.slot().unwrap();
        let store = MemoryStore::new();
        let open = Backup::read(bytes).await.unwrap().open(&QUICK, slot, &pass(LIN)).await.unwrap();
        let restored = open.restore(store.clone(), QUICK, vec![], 9, false).await.unwrap();
        assert_eq!(restored.damage, []);
        restored.vault.commit(vec![Put::value(Area::Files, file(0), b"new".to_vec())], 10).await.unwrap();
        let vault = unlocked(&store, slot, LIN).await.vault;
        assert_eq!(vault.inspect().await, Ok(vec![]));
        assert_eq!(vault.read(Area::Files, &file(0)).await, Ok(Some(b"new".to_vec())));
        assert_eq!(vault.read(Area::Files, &file(150)).await, Ok(Some(text(150, 2))));
        assert_eq!(vault.read(Area::Meta, "app/register").await, Ok(Some(vec![2])));
        assert_eq!(vault.read(Area::Meta, "app/device").await, Ok(None), "a restored tablet is a new device");
    });
}

#[test]
fn wherever_the_power_goes_during_a_restore_the_old_register_stands_or_the_new_one() {
    block_on(async {
        let (other, _) = created(&MemoryStore::new()).await;
        let many = (0..600).map(|n| Put::value(Area::Files, file(n), vec![1; 20])).collect();
        other.commit(many, 1).await.unwrap();
        let mut bytes = Vec::new();
        other.backup(&mut bytes).await.unwrap();
        let slot = other.slot().unwrap();
        let base = MemoryStore::new();
        let (vault, _) = created(&base).await;
        vault.commit(vec![Put::value(Area::Files, "mine", b"old".to_vec())], 1).await.unwrap();
        let mine = vault.slot().unwrap();
        let mut seen = [0, 0];
        for at in 0..6 {
            for fault in [Fault::CrashBefore(at), Fault::CrashAfter(at)] {
                let store = base.copied();
                let backup = Backup::read(bytes.clone()).await.unwrap();
                let open = backup.open(&QUICK, slot, &pass(LIN)).await.unwrap();
                store.set_fault(fault);
                let own = vec![Put::value(Area::Meta, "app/device", vec![9])];
                let _ = open.restore(store.clone(), QUICK, own, 9, false).await;
                store.revive();
                let Ok(Standing::Locked(keyring)) = look(&store).await else { panic!("{fault:?}") };
                let is_new = keyring.slot(slot).is_some();
                let opened = unlocked(&store, if is_new { slot } else { mine }, LIN).await;
                assert_eq!(opened.damage, [], "{fault:?}");
                opened.vault.sweep().await.unwrap();
                assert_eq!(opened.vault.inspect().await, Ok(vec![]), "{fault:?}");
                let files = opened.vault.count(Area::Files).unwrap();
                assert_eq!(files, if is_new { 600 } else { 1 }, "{fault:?}");
                // What makes the register this tablet's own comes with it, never after it.
                let own = opened.vault.read(Area::Meta, "app/device").await;
                assert_eq!(own, Ok(is_new.then(|| vec![9])), "{fault:?}");
                seen[usize::from(is_new)] += 1;
            }
        }
        assert!(seen[0] >= 3 && seen[1] >= 3, "{seen:?}");
    });
}

#[test]
fn a_replacement_is_seen_only_when_it_is_finished_and_refused_if_something_was_saved_meanwhile() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, _) = created(&store).await;
        fill(&vault, 3).await;
        let mut stage = vault.stage().await.unwrap();
        stage.put(vec![Put::value(Area::Files, file(50), b"staged".to_vec())]).await.unwrap();
        assert_eq!(vault.read(Area::Files, &file(50)).await, Ok(None));
        vault.commit(vec![Put::value(Area::Drafts, "d", b"x".to_vec())], 1).await.unwrap();
        assert_eq!(stage.finish(2).await, Err(VaultError::Moved));
        vault.sweep().await.unwrap();
        let mut stage = vault.stage().await.unwrap();
        stage.put(vec![Put::value(Area::Files, file(50), b"staged".to_vec())]).await.unwrap();
        stage.put(vec![Put::value(Area::Index, "s/00", b"index".to_vec())]).await.unwrap();
        stage.finish(2).await.unwrap();
        assert_eq!(vault.keys(Area::Files, ""), Ok(vec![file(50)]));
        fill(&vault, 1).await;
        let vault = unlocked(&store, vault.slot().unwrap(), LIN).await.vault;
        assert_eq!(vault.inspect().await, Ok(vec![]));
        assert_eq!(vault.count(Area::Files), Ok(2));
        assert_eq!(vault.read(Area::Files, &file(50)).await, Ok(Some(b"staged".to_vec())));
        let bad = vault.commit(vec![Put::value(Area::Files, "~root", vec![])], 1).await;
        assert_eq!(bad, Err(VaultError::BadKey { key: "~root".to_owned() }));
    });
}
