//! Files in and out: what a person picked, what is saved for a person.
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, DragEvent, Event, File, FileList, HtmlAnchorElement, HtmlInputElement};

/// Bytes after which the parts of a growing file become one Blob, which the browser may keep on disk.
const BLOB_BYTES: usize = 8 << 20;

/// The files that a person picked in an `<input type="file">`; the input is emptied, so that the same file can be picked again.
pub fn picked(event: &Event) -> Vec<File> {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let files = all(input.files());
    input.set_value("");
    files
}

/// The files that a person dropped on the page.
pub fn dropped(event: &DragEvent) -> Vec<File> {
    all(event.data_transfer().and_then(|data| data.files()))
}

fn all(list: Option<FileList>) -> Vec<File> {
    list.map(|list| (0..list.length()).filter_map(|at| list.get(at)).collect()).unwrap_or_default()
}

/// A file's bytes as the browser holds them; `None` where it cannot read the file (it was moved or deleted since).
pub async fn buffer(file: &Blob) -> Option<Uint8Array> {
    Some(Uint8Array::new(&JsFuture::from(file.array_buffer()).await.ok()?))
}

/// `length` bytes of a file from `at`; fewer at its end.
pub async fn slice(file: &Blob, at: u64, length: usize) -> Option<Vec<u8>> {
    let part = file.slice_with_f64_and_f64(at as f64, at as f64 + length as f64).ok()?;
    Some(buffer(&part).await?.to_vec())
}

/// A file that grows part by part: never one long string, and never whole in the program's memory.
#[derive(Default)]
pub struct Parts {
    blobs: Array,
    loose: Array,
    loose_bytes: usize,
}

impl Parts {
    pub fn push(&mut self, part: &[u8]) {
        self.loose.push(&Uint8Array::from(part));
        self.loose_bytes += part.len();
        if self.loose_bytes >= BLOB_BYTES {
            self.gather();
        }
    }

    fn gather(&mut self) {
        // Refused only for parts that are none.
        if let Ok(blob) = Blob::new_with_u8_array_sequence(&self.loose) {
            self.blobs.push(&blob);
        }
        self.loose = Array::new();
        self.loose_bytes = 0;
    }

    pub fn finish(mut self) -> Option<Blob> {
        self.gather();
        Blob::new_with_blob_sequence(&self.blobs).ok()
    }
}

/// A file's bytes; `None` where the browser cannot read it (it was moved or deleted since).
pub async fn bytes(file: &File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// Offers bytes for download, as [`save_blob`] does.
pub fn save(name: &str, parts: &[Vec<u8>]) -> bool {
    let mut file = Parts::default();
    parts.iter().for_each(|part| file.push(part));
    file.finish().is_some_and(|blob| save_blob(name, &blob))
}

/// Offers a file for download. The name holds no personal word. `false` where the browser would not.
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
