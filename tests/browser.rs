//! Runs inside headless Chromium: what the program takes for granted of a browser is really there.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test target")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn the_test_page_is_a_secure_context_with_storage_and_cryptography() {
    let window = web_sys::window().unwrap();
    assert!(window.is_secure_context());
    for name in ["indexedDB", "crypto", "caches", "Worker"] {
        assert!(js_sys::Reflect::has(&window, &name.into()).unwrap(), "{name}");
    }
}
