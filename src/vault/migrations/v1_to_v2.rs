//! The second schema: a store for the batches of department lists.
use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

pub fn run(database: &IdbDatabase) -> Result<(), JsValue> {
    database.create_object_store("lists")?;
    Ok(())
}
