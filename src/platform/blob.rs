//! Large files in parts: bytes collected into a Blob (which the browser may keep on disk), and any part of a Blob read back.
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Bytes handed to the browser, or read from it, at once.
const CHUNK: usize = 1 << 20;

/// Collects parts into one Blob; little stays in the page's own memory.
#[derive(Default)]
pub struct Parts {
    pending: Vec<u8>,
    done: Array,
    failed: bool,
}

impl Parts {
    pub fn take(&mut self, part: &[u8]) {
        self.pending.extend_from_slice(part);
        if self.pending.len() >= CHUNK {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let bytes = Array::of1(&Uint8Array::from(self.pending.as_slice()));
        self.pending.clear();
        match Blob::new_with_u8_array_sequence(&bytes) {
            Ok(blob) => {
                self.done.push(&blob);
            }
            Err(_) => self.failed = true,
        }
    }

    /// The whole; `None` where the browser had no room for it.
    pub fn finish(mut self) -> Option<Blob> {
        self.flush();
        Blob::new_with_blob_sequence(&self.done).ok().filter(|_| !self.failed)
    }
}

/// Reads any part of a Blob or of a picked file, a window at a time.
pub struct Slices {
    blob: Blob,
    /// Where the window begins, and its bytes.
    window: RefCell<(u64, Vec<u8>)>,
}

impl Slices {
    pub fn new(blob: Blob) -> Self {
        Slices { blob, window: RefCell::new((0, Vec::new())) }
    }

    pub fn length(&self) -> u64 {
        self.blob.size() as u64
    }

    /// Exactly `length` bytes from `at`; `None` if there are none (any more).
    pub async fn read(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        if let Some(found) = self.in_window(at, length) {
            return Some(found);
        }
        let end = at.checked_add(length.max(CHUNK) as u64)?.min(self.length());
        let part = self.blob.slice_with_f64_and_f64(at as f64, end as f64).ok()?;
        let bytes = Uint8Array::new(&JsFuture::from(part.array_buffer()).await.ok()?).to_vec();
        *self.window.borrow_mut() = (at, bytes);
        self.in_window(at, length)
    }

    fn in_window(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        let window = self.window.borrow();
        let from = usize::try_from(at.checked_sub(window.0)?).ok()?;
        window.1.get(from..from.checked_add(length)?).map(<[u8]>::to_vec)
    }
}
