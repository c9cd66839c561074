//! The worker's module: key derivation and spreadsheets, off the main thread.

use wasm_bindgen::JsCast;

fn main() {
    // The page waits for this word before it sends anything.
    if let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() {
        let _ = scope.post_message(&"ready".into());
    }
}
