//! IndexedDB keeps the promises of every store, in a real browser; and does what only it must do.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test target")]

#[path = "vault/contract.rs"]
mod contract;

use baoxue::vault::indexed_db::{IndexedDbStore, erase};
use baoxue::vault::store::{Area, Batch, Op, Range, Store, StoreError};
use contract::{Bench, every_promise};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

struct Browser;

impl Bench for Browser {
    type Store = IndexedDbStore;
    async fn fresh(name: &str) -> IndexedDbStore {
        let name = format!("contract-{name}");
        erase(&name).await.unwrap();
        IndexedDbStore::open(&name).await.unwrap()
    }
    async fn second(_: &IndexedDbStore, name: &str) -> IndexedDbStore {
        IndexedDbStore::open(&format!("contract-{name}")).await.unwrap()
    }
}

macro_rules! in_the_browser {
    ($name:ident) => {
        #[wasm_bindgen_test]
        async fn $name() {
            contract::$name::<Browser>().await;
        }
    };
}
every_promise!(in_the_browser);

fn one(key: &str) -> Batch {
    Batch { fence: None, ops: vec![Op::Put { area: Area::Files, key: key.to_owned(), value: vec![7] }] }
}

#[wasm_bindgen_test]
async fn a_store_reopens_after_its_connection_was_closed() {
    let store = Browser::fresh("reopen").await;
    store.commit(one("a")).await.unwrap();
    store.close();
    store.commit(one("b")).await.unwrap();
    assert_eq!(store.keys(Area::Files, &Range::All).await.unwrap(), ["a", "b"]);
}

#[wasm_bindgen_test]
async fn an_open_store_lets_go_when_another_page_erases_it() {
    let store = Browser::fresh("erased").await;
    store.commit(one("a")).await.unwrap();
    erase("contract-erased").await.unwrap();
    assert_eq!(store.get(Area::Files, "a").await, Ok(None), "opened anew, and empty");
}

/// Opens a database by hand, in a version of another program.
async fn by_hand(name: &str, version: u32) -> web_sys::IdbDatabase {
    let factory = web_sys::window().unwrap();
    let factory: web_sys::IdbFactory =
        js_sys::Reflect::get(&factory, &"indexedDB".into()).unwrap().unchecked_into();
    let request = factory.open_with_u32(name, version).unwrap();
    let waiting = request.clone();
    let mut wait = |resolve: js_sys::Function, reject: js_sys::Function| {
        waiting.set_onsuccess(Some(&resolve));
        waiting.set_onerror(Some(&reject));
    };
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::new(&mut wait)).await.unwrap();
    request.result().unwrap().unchecked_into()
}

#[wasm_bindgen_test]
async fn a_newer_schema_is_refused_and_left_untouched() {
    erase("contract-newer").await.unwrap();
    by_hand("contract-newer", 7).await.close();
    let refused = IndexedDbStore::open("contract-newer").await.err();
    assert_eq!(refused, Some(StoreError::NewerSchema { found: 7, known: 2 }));
    let after = by_hand("contract-newer", 7).await;
    assert_eq!((after.version() as u32, after.object_store_names().length()), (7, 0));
    after.close();
}

/// The stores of each schema that was ever written, as a tablet may still hold them.
const SCHEMAS: [&[&str]; 1] = [&["meta", "files", "history", "index", "media", "drafts"]];

#[wasm_bindgen_test]
async fn every_older_schema_is_taken_along_with_what_it_holds() {
    for (at, stores) in SCHEMAS.iter().enumerate() {
        let (version, name) = (at as u32 + 1, format!("contract-schema-{at}"));
        erase(&name).await.unwrap();
        let make = format!(
            "return new Promise((done, fail) => {{
                const request = indexedDB.open('{name}', {version});
                request.onupgradeneeded = () => {stores:?}.forEach((store) => request.result.createObjectStore(store));
                request.onerror = fail;
                request.onsuccess = () => {{
                    const write = request.result.transaction(['files'], 'readwrite');
                    write.objectStore('files').put(new Uint8Array([7, 8]), 'a');
                    write.oncomplete = () => {{ request.result.close(); done(); }};
                }};
            }});"
        );
        let made = js_sys::Function::new_no_args(&make).call0(&wasm_bindgen::JsValue::NULL).unwrap();
        wasm_bindgen_futures::JsFuture::from(made.unchecked_into::<js_sys::Promise>()).await.unwrap();
        let store = IndexedDbStore::open(&name).await.unwrap();
        assert_eq!(store.get(Area::Files, "a").await, Ok(Some(vec![7, 8])), "schema {version}");
        let op = Op::Put { area: Area::Lists, key: "b".to_owned(), value: vec![1] };
        store.commit(Batch { fence: None, ops: vec![op] }).await.unwrap();
        assert_eq!(store.keys(Area::Lists, &Range::All).await.unwrap(), ["b"]);
    }
}

#[wasm_bindgen_test]
async fn a_page_that_does_not_let_go_blocks_and_is_named() {
    erase("contract-blocked").await.unwrap();
    // Version 0 of this program: an empty database that an old page keeps open.
    let old = by_hand("contract-old", 1).await;
    assert_eq!(erase("contract-old").await, Err(StoreError::Blocked));
    old.close();
}

#[wasm_bindgen_test]
async fn every_write_asks_for_strict_durability() {
    let store = Browser::fresh("durable").await;
    // Listens in at the engine's own door.
    let listen = "const real = IDBDatabase.prototype.transaction; const heard = [];
        IDBDatabase.prototype.transaction = function (stores, mode, options) {
            const made = real.call(this, stores, mode, options); heard.push(mode + ' ' + made.durability); return made; };
        return [heard, () => { IDBDatabase.prototype.transaction = real; }];";
    let pair: js_sys::Array =
        js_sys::Function::new_no_args(listen).call0(&wasm_bindgen::JsValue::NULL).unwrap().unchecked_into();
    let fence = store.claim().await.unwrap();
    store.commit(Batch { fence: Some(fence), ..one("a") }).await.unwrap();
    store.get(Area::Files, "a").await.unwrap();
    pair.get(1).unchecked_into::<js_sys::Function>().call0(&wasm_bindgen::JsValue::NULL).unwrap();
    let heard: js_sys::Array = pair.get(0).unchecked_into();
    assert_eq!(heard.join(",").as_string().unwrap(), "readwrite strict,readwrite strict,readonly default");
}
