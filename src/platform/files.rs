//! Files in and out: what a person picked, what is saved for a person.
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, HtmlAnchorElement, HtmlInputElement};

/// The files that a person picked in an `<input type="file">`; the input is emptied, so that the same file can be picked again.
pub fn picked(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = input
        .files()
        .map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect())
        .unwrap_or_default();
    input.set_value("");
    files
}

/// A file's bytes; `None` where the browser cannot read it (it was moved or deleted since).
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Offers a file for download. The name holds no personal word. `false` where the browser would not.
pub fn save(name: &str, parts: &[Vec<u8>]) -> bool {
    let array: Array = parts.iter().map(|part| Uint8Array::from(part.as_slice())).collect();
    Blob::new_with_u8_array_sequence(&array).is_ok_and(|blob| save_blob(name, &blob))
}

/// The same for a file that is a Blob already.
pub fn save_blob(name: &str, blob: &Blob) -> bool {
    let Ok(url) = web_sys::Url::create_object_url_with_blob(blob) else { return false };
    let link = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.create_element("a").ok())
        .and_then(|e| e.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return false };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // Released late: the download reads it after the click.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || super::photo::release(&url));
    let later = web_sys::window()
        .map(|w| w.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000));
    later.is_some_and(|set| set.is_ok())
}
