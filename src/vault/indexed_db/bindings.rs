//! The few calls that web-sys has not, or only behind an unstable flag.
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::IdbTransaction;

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the third argument of `transaction`: `{ durability: "strict" }`.
    #[wasm_bindgen(extends = web_sys::IdbDatabase, js_name = IDBDatabase)]
    #[derive(Clone)]
    pub type Database;

    #[wasm_bindgen(method, catch, js_name = transaction)]
    pub fn transaction(
        this: &Database,
        stores: &JsValue,
        mode: &str,
        options: &JsValue,
    ) -> Result<IdbTransaction, JsValue>;

    /// `IDBTransaction` with its `commit`.
    #[wasm_bindgen(extends = IdbTransaction, js_name = IDBTransaction)]
    pub type Transaction;

    #[wasm_bindgen(method, catch, js_name = commit)]
    pub fn commit_now(this: &Transaction) -> Result<(), JsValue>;

    /// The global object of a page or a worker.
    pub type Scope;

    #[wasm_bindgen(method, getter, catch, js_name = indexedDB)]
    pub fn indexed_db(this: &Scope) -> Result<JsValue, JsValue>;
}
