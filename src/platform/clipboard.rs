//! The clipboard, for text that a person asks to take along.
use wasm_bindgen_futures::JsFuture;

/// Whether the browser took the text.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
