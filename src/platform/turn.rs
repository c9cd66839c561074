//! A pause in long work, so that the page can draw and a person can stop it.
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Lets everything else that waits have its turn, drawing included.
pub async fn breathe() {
    let promise = Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            // Refused only by a window that is going away, whose work ends with it.
            let _set = window.set_timeout_with_callback(&resolve);
        }
    });
    let _done = JsFuture::from(promise).await;
}
