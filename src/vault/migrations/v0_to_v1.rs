//! The first schema: six object stores with keys of their own.
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

pub fn run(database: &IdbDatabase) -> Result<(), JsValue> {
    // The names as they were at this step, whatever becomes of them later.
    for name in ["meta", "files", "index", "history", "media", "drafts"] {
        database.create_object_store(name)?;
    }
    Ok(())
}
