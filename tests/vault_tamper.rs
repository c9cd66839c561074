//! Whatever is changed behind the vault's back is noticed, confined to its place, and never hides the rest.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, dead_code, reason = "a test target")]

#[path = "vault/bench.rs"]
mod bench;

use baoxue::vault::kdf::KdfError;
use baoxue::vault::keyring::{Keyring, KeyringError};
use baoxue::vault::slots::SlotError;
use baoxue::vault::{Area, Damage, Harm, MemoryStore, Place, Standing, Vault, VaultError, look};
use bench::*;
use pollster::block_on;

const FILES: u32 = 12;

/// A filled vault, its store, and the slot that opens it.
async fn filled() -> (TestVault, MemoryStore, baoxue::vault::SlotId) {
    let store = MemoryStore::new();
    let (vault, _) = created(&store).await;
    fill(&vault, FILES).await;
    let slot = vault.slot().unwrap();
    (vault, store, slot)
}

#[test]
fn what_was_saved_is_read_back_after_unlocking_and_is_not_readable_in_the_store() {
    block_on(async {
        let (vault, store, slot) = filled().await;
        vault.lock();
        assert_eq!(vault.read(Area::Files, &file(0)).await, Err(VaultError::Locked));
        let opened = unlocked(&store, slot, "Shan Hu, mi guo TIAN shi beilin").await;
        assert_eq!(opened.damage, []);
        assert_eq!(opened.vault.read(Area::Files, &file(3)).await, Ok(Some(text(3, 2))));
        assert_eq!(opened.vault.read(Area::Files, &file(99)).await, Ok(None));
        let (all, damage) = opened.vault.read_all(Area::Files).await.unwrap();
        assert_eq!((all.len(), damage.len()), (FILES as usize, 0));
        assert_eq!(opened.vault.inspect().await, Ok(vec![]));
        for (area, key, value) in store.dump() {
            let hit =
                value.windows(6).any(|bytes| bytes == "卷 1".as_bytes() || bytes == "versio".as_bytes());
            assert!(!hit, "{area:?} {key} shows a text");
        }
    });
}

/// One change behind the vault's back to the first file, and what must be said of it.
#[test]
fn a_changed_value_is_noticed_and_hides_no_other() {
    type Change = (&'static str, fn(&[u8]) -> Option<Vec<u8>>, fn(u64) -> Harm);
    fn flipped(bytes: &[u8], at: usize) -> Option<Vec<u8>> {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 1;
        Some(bytes)
    }
    let changes: &[Change] = &[
        ("version", |b| flipped(b, 0), |_| Harm::Altered),
        ("newer form", |b| Some([&[2], &b[1..]].concat()), |_| Harm::NewerForm { version: 2 }),
        ("write number", |b| flipped(b, 8), |_| Harm::Altered),
        ("nonce", |b| flipped(b, 9), |_| Harm::Altered),
        ("first byte of the text", |b| flipped(b, 21), |_| Harm::Altered),
        ("middle", |b| flipped(b, b.len() / 2), |_| Harm::Altered),
        ("tag", |b| flipped(b, b.len() - 1), |_| Harm::Altered),
        ("cut by one", |b| Some(b[..b.len() - 1].to_vec()), |_| Harm::Altered),
        ("cut to the head", |b| Some(b[..21].to_vec()), |_| Harm::Altered),
        ("emptied", |_| Some(vec![]), |_| Harm::Altered),
        ("lengthened", |b| Some([b, &[0]].concat()), |_| Harm::Altered),
        ("taken away", |_| None, |_| Harm::Missing),
    ];
    block_on(async {
        let (_, store, slot) = filled().await;
        for (name, change, want) in changes {
            let store = store.copied();
            let key = stored_key(&store, Area::Files, &file(0));
            let changed = change(&stored(&store, Area::Files, &key));
            store.meddle(Area::Files, &key, changed);
            let vault = unlocked(&store, slot, LIN).await.vault;
            let damage = Damage::value(Area::Files, &file(0), want(0));
            assert_eq!(
                vault.read(Area::Files, &file(0)).await,
                Err(VaultError::Damaged(damage.clone())),
                "{name}"
            );
            let (whole, harmed) = vault.read_all(Area::Files).await.unwrap();
            assert_eq!((whole.len(), harmed), (FILES as usize - 1, vec![damage.clone()]), "{name}");
            assert_eq!(vault.inspect().await, Ok(vec![damage]), "{name}");
            // Work goes on: other files are saved, and the harmed one can be written anew.
            fill(&vault, 2).await;
            assert_eq!(vault.inspect().await, Ok(vec![]), "{name}");
        }
    });
}

#[test]
fn values_that_change_places_are_both_noticed() {
    block_on(async {
        let (_, store, slot) = filled().await;
        let at = |area, key: &str| stored_key(&store, area, key);
        let (a, b) = (at(Area::Files, &file(0)), at(Area::Files, &file(1)));
        let (one, other) = (stored(&store, Area::Files, &a), stored(&store, Area::Files, &b));
        store.meddle(Area::Files, &a, Some(other.clone()));
        store.meddle(Area::Files, &b, Some(one));
        // And one brought from another area under its own key's name.
        store.meddle(Area::Index, &at(Area::Index, "s/00"), Some(other));
        let vault = unlocked(&store, slot, LIN).await.vault;
        let damage = vault.inspect().await.unwrap();
        let mut want = vec![
            (value_of(Area::Files, &file(0)), Harm::Altered),
            (value_of(Area::Files, &file(1)), Harm::Altered),
            (value_of(Area::Index, "s/00"), Harm::Altered),
        ];
        want.sort();
        let mut found = harm(&damage);
        found.sort();
        assert_eq!(found, want);
    });
}

#[test]
fn one_value_put_back_from_earlier_is_stale_and_a_person_decides() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, _) = created(&store).await;
        fill(&vault, 3).await;
        let key = stored_key(&store, Area::Files, &file(1));
        let earlier = stored(&store, Area::Files, &key);
        fill(&vault, 3).await;
        store.meddle(Area::Files, &key, Some(earlier));
        let vault = unlocked(&store, vault.slot().unwrap(), LIN).await.vault;
        let damage = vault.inspect().await.unwrap();
        assert!(
            matches!(damage[..], [Damage { harm: Harm::Stale { found, expected }, .. }] if found < expected),
            "{damage:?}"
        );
        assert_eq!(vault.read_doubtful(Area::Files, &file(1)).await, Ok(Ok(text(1, 2))));
        assert_eq!(vault.settle(Area::Files, &file(1), 3_000).await, Ok(true));
        assert_eq!(vault.inspect().await, Ok(vec![]));
        assert_eq!(vault.read(Area::Files, &file(1)).await, Ok(Some(text(1, 2))));
    });
}

#[test]
fn a_value_that_nobody_saved_is_not_taken_in() {
    block_on(async {
        let (_, store, slot) = filled().await;
        let key = stored_key(&store, Area::Files, &file(1));
        let strange = key.replace(&file(1), &file(77));
        store.meddle(Area::Files, &strange, Some(stored(&store, Area::Files, &key)));
        let vault = unlocked(&store, slot, LIN).await.vault;
        assert_eq!(vault.read(Area::Files, &file(77)).await, Ok(None));
        assert_eq!(vault.read_all(Area::Files).await.unwrap().0.len(), FILES as usize);
    });
}

fn manifest_keys(store: &MemoryStore) -> Vec<String> {
    let meta = store.dump().into_iter().filter(|(area, key, _)| *area == Area::Meta && key.contains('~'));
    meta.map(|(_, key, _)| key).collect()
}

#[test]
fn a_harmed_part_of_the_manifest_leaves_its_values_unproven_until_a_person_settles_it() {
    block_on(async {
        let (_, store, slot) = filled().await;
        for cut in [true, false] {
            let store = store.copied();
            for key in manifest_keys(&store) {
                let bytes = stored(&store, Area::Meta, &key);
                store.meddle(Area::Meta, &key, if cut { Some(bytes[..30].to_vec()) } else { None });
            }
            let opened = unlocked(&store, slot, LIN).await;
            assert!(!opened.damage.is_empty());
            assert!(opened.damage.iter().all(|damage| matches!(damage.place, Place::Part(_))));
            let vault = opened.vault;
            assert!(matches!(
                vault.read(Area::Files, &file(2)).await,
                Err(VaultError::Damaged(Damage { harm: Harm::Unproven { .. }, .. }))
            ));
            // Saving goes on, and buries nothing: the damage is still told at the next opening.
            vault
                .commit(vec![baoxue::vault::Put::value(Area::Files, file(2), b"new".to_vec())], 1)
                .await
                .unwrap();
            assert_eq!(vault.read(Area::Files, &file(2)).await, Ok(Some(b"new".to_vec())));
            let opened = unlocked(&store, slot, LIN).await;
            assert!(!opened.damage.is_empty());
            assert_eq!(opened.vault.read(Area::Files, &file(2)).await, Ok(Some(b"new".to_vec())));
            assert_eq!(opened.vault.settle_all(2).await, Ok(vec![]), "everything was genuine");
            let opened = unlocked(&store, slot, LIN).await;
            assert_eq!(opened.damage, []);
            assert_eq!(opened.vault.inspect().await, Ok(vec![]));
            assert_eq!(opened.vault.read_all(Area::Files).await.unwrap().0.len(), FILES as usize);
        }
    });
}

#[test]
fn a_manifest_put_back_from_earlier_is_noticed() {
    block_on(async {
        let store = MemoryStore::new();
        let (vault, _) = created(&store).await;
        fill(&vault, FILES).await;
        let earlier = store.copied();
        fill(&vault, FILES).await;
        let slot = vault.slot().unwrap();
        // The parts alone, then the root alone.
        let parts = store.copied();
        manifest_keys(&earlier)
            .iter()
            .for_each(|key| parts.meddle(Area::Meta, key, Some(stored(&earlier, Area::Meta, key))));
        let opened = unlocked(&parts, slot, LIN).await;
        assert!(opened.damage.iter().all(|damage| matches!(damage.harm, Harm::Stale { .. })));
        assert!(!opened.damage.is_empty());
        let root = store.copied();
        root.meddle(Area::Meta, "root", Some(stored(&earlier, Area::Meta, "root")));
        let opened = unlocked(&root, slot, LIN).await;
        assert!(opened.damage.iter().any(|damage| matches!(damage.place, Place::Part(_))));
    });
}

#[test]
fn a_lost_or_forged_root_is_told_and_the_values_are_still_read() {
    block_on(async {
        let (_, store, slot) = filled().await;
        let forged = [stored(&store, Area::Meta, "root")[..4].to_vec(), vec![1; 60]].concat();
        for (root, want) in
            [(None, Harm::Missing), (Some(forged), Harm::Altered), (Some(vec![9; 3]), Harm::Altered)]
        {
            let store = store.copied();
            store.meddle(Area::Meta, "root", root);
            let opened = unlocked(&store, slot, LIN).await;
            assert_eq!(harm(&opened.damage), [(Place::Root, want)]);
            assert_eq!(opened.vault.read(Area::Files, &file(5)).await, Ok(Some(text(5, 2))));
            opened.vault.commit(vec![baoxue::vault::Put::gone(Area::Files, file(5))], 1).await.unwrap();
            let opened = unlocked(&store, slot, LIN).await;
            assert_eq!(harm(&opened.damage), [(Place::Root, want)], "told until settled");
            assert_eq!(opened.vault.read(Area::Files, &file(5)).await, Ok(None));
            opened.vault.settle_all(1).await.unwrap();
            assert_eq!(unlocked(&store, slot, LIN).await.damage, []);
        }
    });
}

#[test]
fn the_wrong_passphrase_the_wrong_slot_and_lowered_parameters_open_nothing() {
    block_on(async {
        let (_, store, slot) = filled().await;
        let open = |slot, text: &'static str| {
            let store = store.clone();
            async move {
                let cipher = baoxue::vault::native_cipher::NativeCipher::quick();
                Vault::unlock(store, cipher, slot, &pass(text)).await.err()
            }
        };
        assert_eq!(open(slot, WANG).await, Some(VaultError::Slot(SlotError::WrongPassphrase)));
        let Standing::Locked(keyring) = look(&store).await.unwrap() else { panic!() };
        let sheet = keyring.slots.iter().find(|other| other.id != slot).unwrap().id;
        assert_eq!(open(sheet, LIN).await, Some(VaultError::Slot(SlotError::WrongPassphrase)));
        assert_eq!(open(baoxue::vault::SlotId(5), LIN).await, Some(VaultError::Slot(SlotError::NoSuchSlot)));
        let change = |change: fn(&mut Keyring)| {
            let mut keyring = Keyring::clone(&keyring);
            change(&mut keyring);
            store.meddle(Area::Meta, "keyring", Some(keyring.to_bytes()));
        };
        change(|keyring| keyring.slots[0].kdf.m_kib = 8);
        let weak = SlotError::Kdf(KdfError::TooWeak { m_kib: 8, t: 3 });
        assert_eq!(open(slot, LIN).await, Some(VaultError::Slot(weak)));
        change(|keyring| keyring.slots[0].kdf.m_kib = 19 * 1024);
        assert_eq!(open(slot, LIN).await, Some(VaultError::Slot(SlotError::WrongPassphrase)));
        change(|keyring| keyring.slots[0].private = keyring.slots[1].private.clone());
        assert_eq!(open(slot, LIN).await, Some(VaultError::Slot(SlotError::WrongPassphrase)));
        change(|keyring| keyring.slots[0].grant = keyring.slots[1].grant.clone());
        assert_eq!(open(slot, LIN).await, Some(VaultError::Slot(SlotError::GrantBroken)));
    });
}

#[test]
fn a_forged_keyring_opens_but_no_one_is_let_in_on_its_word() {
    block_on(async {
        let (_, store, slot) = filled().await;
        let Standing::Locked(keyring) = look(&store).await.unwrap() else { panic!() };
        let mut forged = Keyring::clone(&keyring);
        forged.slots[1].exchange_public = forged.slots[0].exchange_public.clone();
        forged.slots[1].label = "someone".to_owned();
        store.meddle(Area::Meta, "keyring", Some(forged.to_bytes()));
        let opened = unlocked(&store, slot, LIN).await;
        assert_eq!(harm(&opened.damage), [(Place::Keyring, Harm::Altered)]);
        assert_eq!(opened.vault.read(Area::Files, &file(1)).await, Ok(Some(text(1, 2))));
        let sheet = forged.slots[1].id;
        assert_eq!(opened.vault.remove_person(sheet, 1).await, Err(VaultError::KeyringAltered));
    });
}

#[test]
fn a_broken_or_missing_keyring_never_looks_like_a_first_run() {
    block_on(async {
        let (_, store, _) = filled().await;
        let bytes = stored(&store, Area::Meta, "keyring");
        for (changed, want) in [
            (Some(bytes[..bytes.len() - 1].to_vec()), VaultError::Keyring(KeyringError::Checksum)),
            (Some(b"BXK1".to_vec()), VaultError::Keyring(KeyringError::Checksum)),
            (Some(b"other".to_vec()), VaultError::Keyring(KeyringError::NotAKeyring)),
            (None, VaultError::KeyringMissing),
        ] {
            store.meddle(Area::Meta, "keyring", changed);
            assert_eq!(look(&store).await, Err(want));
        }
        assert_eq!(look(&MemoryStore::new()).await, Ok(Standing::Empty));
    });
}
