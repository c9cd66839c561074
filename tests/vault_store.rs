//! The memory store keeps the promises of every store, and fails when it is told to.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test target")]

#[path = "vault/contract.rs"]
mod contract;

use baoxue::vault::memory::{Fault, MemoryStore, Once};
use baoxue::vault::store::{Area, Batch, Op, Store, StoreError};
use contract::{Bench, every_promise};
use pollster::block_on;

struct Memory;

impl Bench for Memory {
    type Store = MemoryStore;
    async fn fresh(_: &str) -> MemoryStore {
        MemoryStore::new()
    }
    async fn second(first: &MemoryStore, _: &str) -> MemoryStore {
        first.clone()
    }
}

macro_rules! natively {
    ($name:ident) => {
        #[test]
        fn $name() {
            block_on(contract::$name::<Memory>());
        }
    };
}
every_promise!(natively);

fn one(key: &str) -> Batch {
    Batch { fence: None, ops: vec![Op::Put { area: Area::Files, key: key.to_owned(), value: vec![0; 10] }] }
}

#[test]
fn a_full_store_takes_nothing_and_keeps_what_it_has() {
    block_on(async {
        let store = MemoryStore::new();
        store.limit(Some(15));
        store.commit(one("a")).await.unwrap();
        assert_eq!(store.commit(one("b")).await, Err(StoreError::Full { asked: 10 }));
        store.limit(None);
        store.commit(one("b")).await.unwrap();
        assert!(store.get(Area::Files, "a").await.unwrap().is_some());
    });
}

#[test]
fn a_crash_falls_before_or_after_a_commit_and_never_within() {
    block_on(async {
        for (fault, kept) in [(Fault::CrashBefore(1), false), (Fault::CrashAfter(1), true)] {
            let store = MemoryStore::new();
            store.set_fault(fault);
            store.commit(one("a")).await.unwrap();
            assert_eq!(store.commit(one("b")).await, Err(StoreError::Closed));
            assert_eq!(
                store.get(Area::Files, "a").await,
                Err(StoreError::Closed),
                "nothing works until revived"
            );
            store.revive();
            assert_eq!(store.get(Area::Files, "b").await.unwrap().is_some(), kept);
        }
        let store = MemoryStore::new();
        store.set_fault(Fault::Once(0, Once::Closed));
        assert_eq!(store.commit(one("a")).await, Err(StoreError::Closed));
        store.commit(one("a")).await.unwrap();
    });
}
