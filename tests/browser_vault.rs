//! The vault over IndexedDB and WebCrypto, in a real browser: the whole way of a register, what a second page meets, and figures.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test target")]

use baoxue::domain::id::FileId;
use baoxue::platform::locks;
use baoxue::vault::indexed_db::{IndexedDbStore, erase};
use baoxue::vault::kdf;
use baoxue::vault::slots::SlotError;
use baoxue::vault::store::{Area, Batch, Op, Store, StoreError};
use baoxue::vault::web_cipher::WebCipher;
use baoxue::vault::{
    Backup, FirstPerson, Harm, Holder, Passphrase, Put, Standing, Vault, VaultError, look, new_passphrase,
    new_recovery_code,
};
use sha2::{Digest, Sha256};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};
use zeroize::Zeroizing;

wasm_bindgen_test_configure!(run_in_browser);

const LIN: &str = "shan-hu mi-guo tian-shi bei-lin";

/// WebCrypto with a cheap derivation: this build has no optimisation, and Argon2id is tried by itself.
fn quick() -> WebCipher {
    WebCipher::new(Rc::new(|params: kdf::KdfParams, secret: Zeroizing<Vec<u8>>| {
        Box::pin(async move {
            let digest = Sha256::new().chain_update(params.salt).chain_update(&*secret).finalize();
            Ok(Zeroizing::new(digest.into()))
        })
    }))
}

async fn fresh(name: &str) -> (IndexedDbStore, Vault<IndexedDbStore, WebCipher>) {
    erase(name).await.unwrap();
    let store = IndexedDbStore::open(name).await.unwrap();
    let (cipher, person) = (quick(), Passphrase::typed(LIN));
    let code = new_recovery_code(&cipher).unwrap();
    let first = FirstPerson { staff: FileId(1), label: "林老师", passphrase: &person };
    let vault = Vault::create(store.clone(), cipher, first, &code, 1).await.unwrap();
    (store, vault)
}

#[wasm_bindgen_test]
async fn a_register_is_made_filled_locked_opened_shared_backed_up_and_restored() {
    let (store, vault) = fresh("vault-whole").await;
    let puts = (0..50).map(|n| Put::value(Area::Files, format!("{n:032x}"), vec![n as u8; 500])).collect();
    vault.commit(puts, 2).await.unwrap();
    let slot = vault.slot().unwrap();
    let wang = Passphrase::typed(&new_passphrase(&quick()).unwrap());
    let second = vault.add_person(Holder::Staff(FileId(2)), "王老师", &wang, 3).await.unwrap();
    vault.lock();
    let wrong = Vault::unlock(store.clone(), quick(), second, &Passphrase::typed(LIN)).await.err();
    assert_eq!(wrong, Some(VaultError::Slot(SlotError::WrongPassphrase)));
    let opened = Vault::unlock(store.clone(), quick(), second, &wang).await.unwrap();
    assert_eq!(opened.damage, []);
    let (by, signature) = opened.vault.sign(b"act").await.unwrap();
    let vault = Vault::unlock(store.clone(), quick(), slot, &Passphrase::typed(LIN)).await.unwrap().vault;
    vault.remove_person(second, 4).await.unwrap();
    assert_eq!(vault.is_signed(by, b"act", &signature).await, Ok(true));
    assert_eq!(vault.is_signed(by, b"other", &signature).await, Ok(false));
    assert_eq!(vault.inspect().await, Ok(vec![]));
    let mut bytes = Vec::new();
    vault.backup(&mut bytes).await.unwrap();
    let open = vault.reopen_backup(Backup::read(bytes.clone()).await.unwrap()).await.unwrap();
    let verified = open.verify(&quick()).await.unwrap();
    assert_eq!((verified.damage.len(), verified.contents.values[1]), (0, 50));
    erase("vault-restored").await.unwrap();
    let empty = IndexedDbStore::open("vault-restored").await.unwrap();
    let backup = Backup::read(bytes).await.unwrap();
    let open = backup.open(&quick(), slot, &Passphrase::typed(LIN)).await.unwrap();
    let restored = open.restore(empty, quick(), vec![], 5, false).await.unwrap().vault;
    let value = restored.read(Area::Files, &format!("{:032x}", 7)).await;
    assert_eq!(value, Ok(Some(vec![7; 500])));
}

#[wasm_bindgen_test]
async fn a_flipped_bit_in_indexed_db_is_noticed_and_hides_nothing() {
    let (store, vault) = fresh("vault-flip").await;
    let puts = (0..3).map(|n| Put::value(Area::Files, format!("f{n}"), vec![n; 100])).collect();
    vault.commit(puts, 2).await.unwrap();
    let all = store.list(Area::Files, &baoxue::vault::store::Range::All).await.unwrap();
    let (key, mut value) = all[1].clone();
    value[60] ^= 1;
    store.commit(Batch { fence: None, ops: vec![Op::Put { area: Area::Files, key, value }] }).await.unwrap();
    let (whole, damage) = vault.read_all(Area::Files).await.unwrap();
    assert_eq!((whole.len(), damage.len(), damage[0].harm), (2, 1, Harm::Altered));
}

#[wasm_bindgen_test]
async fn a_second_page_takes_the_register_over_and_the_first_cannot_write_any_more() {
    let (store, first) = fresh("vault-pages").await;
    let slot = first.slot().unwrap();
    let other = IndexedDbStore::open("vault-pages").await.unwrap();
    let second = Vault::unlock(other, quick(), slot, &Passphrase::typed(LIN)).await.unwrap().vault;
    second.commit(vec![Put::value(Area::Files, "a", vec![2])], 2).await.unwrap();
    let late = first.commit(vec![Put::value(Area::Files, "a", vec![1])], 3).await;
    assert!(matches!(late, Err(VaultError::Store(StoreError::AnotherWriter { .. }))), "{late:?}");
    assert_eq!(second.read(Area::Files, "a").await, Ok(Some(vec![2])));
    store.close();
    assert!(matches!(look(&store).await, Ok(Standing::Locked(_))), "opened again");
}

#[wasm_bindgen_test]
async fn the_register_belongs_to_one_page_which_lets_go_when_asked() {
    let told = Rc::new(Cell::new(0));
    let tell = {
        let told = told.clone();
        Rc::new(move || told.set(told.get() + 1))
    };
    let first = locks::claim("test-lock", tell.clone()).await.unwrap();
    assert!(locks::claim("test-lock", tell.clone()).await.is_none(), "in use");
    drop(first);
    // This one lets go when it is asked, as a page does after it has sealed its draft.
    let held: Rc<std::cell::RefCell<Option<locks::Tenure>>> = Rc::default();
    let let_go = {
        let (held, told) = (held.clone(), told.clone());
        Rc::new(move || {
            told.set(told.get() + 1);
            let held = held.clone();
            wasm_bindgen_futures::spawn_local(async move { drop(held.borrow_mut().take()) });
        })
    };
    let tenure = locks::take_over("test-lock", let_go).await;
    *held.borrow_mut() = tenure;
    assert_eq!(told.get(), 0);
    let second = locks::take_over("test-lock", tell.clone()).await;
    assert!(second.is_some() && held.borrow().is_none());
    assert_eq!(told.get(), 1, "the first one was told, once");
    // A page that never answers is overruled, and learns of it.
    let third = locks::take_over("test-lock", Rc::new(|| ())).await;
    assert!(third.is_some());
    assert_eq!(told.get(), 2);
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Prints, never judges: `make bench` does that.
#[wasm_bindgen_test]
async fn figures_of_saving_importing_and_opening() {
    let now = || web_sys::window().unwrap().performance().unwrap().now();
    let (store, vault) = fresh("vault-figures").await;
    let start = now();
    let mut puts: Vec<Put> = (0..5_000u32)
        .map(|n| Put::value(Area::Files, format!("{:032x}", u128::from(n) << 64), vec![n as u8; 5_000]))
        .collect();
    puts.extend((0..64).map(|n| Put::value(Area::Index, format!("s/{n:02}"), vec![n; 30_000])));
    vault.commit(puts, 2).await.unwrap();
    let import = now() - start;
    let (mut bare, mut saves) = (Vec::new(), Vec::new());
    for n in 0..40u32 {
        let start = now();
        let op = Op::Put { area: Area::Drafts, key: "bare".into(), value: vec![n as u8; 2_000] };
        store.commit(Batch { fence: None, ops: vec![op] }).await.unwrap();
        bare.push(now() - start);
        let start = now();
        let puts = vec![
            Put::value(Area::History, format!("{:032x}/{n:08}", u128::from(n) << 64), vec![n as u8; 2_000]),
            Put::value(Area::Index, format!("s/{:02}", n % 64), vec![n as u8; 30_000]),
        ];
        vault.commit(puts, 3).await.unwrap();
        saves.push(now() - start);
    }
    let slot = vault.slot().unwrap();
    let start = now();
    let opened = Vault::unlock(store, quick(), slot, &Passphrase::typed(LIN)).await.unwrap().vault;
    let unlock = now() - start;
    let start = now();
    let shards = opened.read_all(Area::Index).await.unwrap().0.len();
    let open = now() - start;
    console_log!(
        "figures (ms): 5,000 files in one commit {import:.0}; bare strict put {:.2}; a visit {:.2}; unlock without the \
         derivation {unlock:.1}; {shards} shards read {open:.1}",
        median(bare),
        median(saves)
    );
}
