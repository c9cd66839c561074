//! The database's schema, one file a step. A step changes object stores only; what lies in envelopes has versions of its own.
//!
//! A released step never changes. A newer schema than [`SCHEMA`] is refused and left untouched.
mod v0_to_v1;
mod v1_to_v2;

use wasm_bindgen::JsValue;
use web_sys::IdbDatabase;

/// The schema that this program writes.
pub const SCHEMA: u32 = 2;

type Step = fn(&IdbDatabase) -> Result<(), JsValue>;

/// The n-th step leads from schema n to n + 1.
const STEPS: [Step; SCHEMA as usize] = [v0_to_v1::run, v1_to_v2::run];

/// Runs within the version change: all steps or none.
pub fn migrate(database: &IdbDatabase, from: u32) -> Result<(), JsValue> {
    let from = usize::try_from(from).unwrap_or(usize::MAX);
    STEPS.iter().skip(from).try_for_each(|step| step(database))
}
