//! Any part of a large file, read through a window that moves on: many small readings, few questions to the browser.
use super::files;
use std::cell::RefCell;
use web_sys::Blob;

/// Bytes read at once.
const CHUNK: usize = 1 << 20;

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
        let bytes = files::slice(&self.blob, at, length.max(CHUNK)).await?;
        *self.window.borrow_mut() = (at, bytes);
        self.in_window(at, length)
    }

    fn in_window(&self, at: u64, length: usize) -> Option<Vec<u8>> {
        let window = self.window.borrow();
        let from = usize::try_from(at.checked_sub(window.0)?).ok()?;
        window.1.get(from..from.checked_add(length)?).map(<[u8]>::to_vec)
    }
}
