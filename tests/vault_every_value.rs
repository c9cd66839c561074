//! Whatever lies in the store, of every kind, is meddled with in every way that a thief or a broken disk has: flipped, cut, taken
//! away, put back from earlier, exchanged. It is told by its place, and hides nothing else. The whole store put back is the one
//! change that a tablet alone cannot tell.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::panic,
    clippy::indexing_slicing,
    dead_code,
    reason = "a test target"
)]

#[path = "vault/bench.rs"]
mod bench;

use baoxue::vault::native_cipher::NativeCipher;
use baoxue::vault::store::WRITER;
use baoxue::vault::{Area, Damage, Harm, MemoryStore, Place, Put, SlotId, Standing, Vault, look};
use bench::*;
use pollster::block_on;
use std::collections::BTreeMap;

/// A register with values of every kind, and its store as it was before the last change of each.
async fn both() -> (MemoryStore, MemoryStore, SlotId) {
    let store = MemoryStore::new();
    let (vault, _) = created(&store).await;
    vault
        .add_person(baoxue::vault::Holder::Staff(baoxue::domain::id::FileId(2)), "王老师", &pass(WANG), 1)
        .await
        .unwrap();
    let save = async |version: u32| {
        let mut puts = Vec::new();
        for n in 0..4 {
            let bytes = text(n, version);
            puts.push(Put::value(Area::Files, file(n), bytes.clone()));
            puts.push(Put::value(Area::History, format!("{}/0000000{n}", file(n)), bytes.clone()));
            puts.push(Put::value(Area::Index, format!("s/0{n}"), bytes.clone()));
            puts.push(Put::value(Area::Media, format!("{n:064x}"), bytes.clone()));
            puts.push(Put::value(Area::Drafts, format!("visit/{n}"), bytes.clone()));
            puts.push(Put::value(Area::Lists, format!("batch/{n}/0"), bytes.clone()));
        }
        for name in ["app/register", "app/device", "app/trust"] {
            puts.push(Put::value(Area::Meta, name, text(9, version)));
        }
        vault.commit(puts, u64::from(version) * 1000).await.unwrap();
    };
    save(1).await;
    let earlier = store.copied();
    vault.change_passphrase(&pass(LIN), &pass(NEW), 1500).await.unwrap();
    save(2).await;
    let slot = vault.slot().unwrap();
    (store, earlier, slot)
}

/// Where a stored key belongs.
enum Kind {
    Value(Place),
    Part(u8),
    Root,
    Keyring,
    Writer,
}

fn kind(area: Area, key: &str) -> Kind {
    match key {
        "root" => Kind::Root,
        "keyring" => Kind::Keyring,
        WRITER => Kind::Writer,
        key => match key.split_at(8) {
            (_, rest) if rest.starts_with('~') => Kind::Part(rest[1..].parse().unwrap()),
            (_, rest) => Kind::Value(value_of(area, &rest[1..])),
        },
    }
}

/// What is told of a meddled store: nothing at all (`None`), that it does not open, or the places.
async fn told(store: &MemoryStore, slot: SlotId) -> Result<Vec<Damage>, String> {
    match look(store).await {
        Ok(Standing::Locked(_)) => {}
        other => return Err(format!("{other:?}")),
    }
    // A keyring put back from earlier opens with the passphrase of then.
    let mut last = String::new();
    for words in [NEW, LIN] {
        match Vault::unlock(store.clone(), NativeCipher::quick(), slot, &pass(words)).await {
            Ok(opened) => {
                let mut damage = opened.damage;
                damage.extend(opened.vault.inspect().await.unwrap());
                return Ok(damage);
            }
            Err(why) => last = format!("{why:?}"),
        }
    }
    Err(last)
}

#[test]
fn every_kind_of_value_is_told_by_its_place_and_hides_no_other() {
    block_on(async {
        let (store, earlier, slot) = both().await;
        assert_eq!(told(&store, slot).await, Ok(vec![]), "untouched, nothing is told");
        let all = store.dump();
        let old: BTreeMap<(Area, String), Vec<u8>> =
            earlier.dump().into_iter().map(|(area, key, value)| ((area, key), value)).collect();
        let mut tried: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, (area, key, value)) in all.iter().enumerate() {
            let mut changes: Vec<(&str, Option<Vec<u8>>)> = vec![
                ("taken away", None),
                ("emptied", Some(vec![])),
                ("cut by one", Some(value[..value.len() - 1].to_vec())),
                ("cut in half", Some(value[..value.len() / 2].to_vec())),
                ("lengthened", Some([value.as_slice(), &[7]].concat())),
            ];
            for part in 0..8 {
                let mut flipped = value.clone();
                let place = part * (value.len() - 1) / 7;
                flipped[place] ^= 1 << part;
                changes.push(("flipped", Some(flipped)));
            }
            // Exchanged for its neighbour, of the same kind or another.
            changes.push(("exchanged", Some(all[(at + 1) % all.len()].2.clone())));
            if let Some(then) = old.get(&(*area, key.clone())).filter(|then| *then != value) {
                changes.push(("put back", Some(then.clone())));
            }
            for (name, change) in changes {
                let meddled = store.copied();
                meddled.meddle(*area, key, change);
                *tried.entry(name).or_default() += 1;
                let said = told(&meddled, slot).await;
                let context = || format!("{area:?} {key} {name}: {said:?}");
                match kind(*area, key) {
                    Kind::Value(place) => {
                        let damage = said.as_ref().unwrap();
                        assert!(damage.len() == 1 && damage[0].place == place, "{}", context());
                        let stale = matches!(damage[0].harm, Harm::Stale { .. });
                        assert!(name != "put back" || stale, "{}", context());
                    }
                    Kind::Part(part) => {
                        let damage = said.as_ref().unwrap();
                        assert!(damage.iter().any(|d| d.place == Place::Part(part)), "{}", context());
                        // Its own values are unproven; those of other parts stand.
                        let proven = |d: &Damage| {
                            matches!(d.harm, Harm::Unproven { .. })
                                || matches!(d.place, Place::Part(p) if p == part)
                        };
                        assert!(damage.iter().all(proven), "{}", context());
                        assert!(damage.len() < 12, "{}", context());
                    }
                    Kind::Root => {
                        let damage = said.as_ref().unwrap();
                        let told =
                            |d: &Damage| matches!(d.place, Place::Root | Place::Part(_) | Place::Keyring);
                        assert!(damage.iter().any(told), "{}", context());
                    }
                    Kind::Keyring => {
                        let is_told = match &said {
                            Err(_) => true,
                            Ok(damage) => damage.iter().any(|d| d.place == Place::Keyring),
                        };
                        assert!(is_told, "{}", context());
                    }
                    // Whose turn it is to write is no secret and proves nothing; the next opening takes the turn.
                    Kind::Writer => assert_eq!(said, Ok(vec![]), "{}", context()),
                }
            }
        }
        let sum: usize = tried.values().sum();
        println!(
            "{} values of {} kinds meddled with in {sum} ways, every one told: {tried:?}",
            all.len(),
            7 + 4
        );
        assert!(sum > 400 && tried["put back"] >= 27, "{tried:?}");
    });
}

#[test]
fn the_whole_store_put_back_opens_as_it_was_then_and_tells_only_its_time() {
    block_on(async {
        let (store, earlier, slot) = both().await;
        let now = unlocked(&store, slot, NEW).await;
        let then = unlocked(&earlier, slot, LIN).await;
        // No number that lies in the store can tell: all of them went back together.
        assert_eq!((then.damage, then.vault.inspect().await.unwrap()), (vec![], vec![]));
        assert_eq!(then.vault.read(Area::Files, &file(0)).await, Ok(Some(text(0, 1))));
        // What tells is what a person sees after unlocking, and the next merge.
        assert_eq!((then.vault.saved_at(), now.vault.saved_at()), (Ok(1000), Ok(2000)));
    });
}
