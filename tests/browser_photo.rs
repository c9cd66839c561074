//! A photograph in a real browser: small enough, a thumbnail apart, and nothing left of what the camera wrote into it.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test target")]

use baoxue::platform::photo::{MOST_BYTES, shrink};
use js_sys::{Array, Uint8Array};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::File;

wasm_bindgen_test_configure!(run_in_browser);

/// 1600 × 1200, 252 kB, with a maker's name and a place in its EXIF.
const FROM_A_CAMERA: &[u8] = include_bytes!("fixtures/photo/kitchen-with-exif.jpg");

fn file(bytes: &[u8]) -> File {
    let parts = Array::of1(&Uint8Array::from(bytes));
    File::new_with_u8_array_sequence(&parts, "x.jpg").unwrap()
}

/// The markers of a JPEG's segments up to its picture.
fn segments(jpeg: &[u8]) -> Vec<u8> {
    assert_eq!(jpeg[..2], [0xff, 0xd8], "not a JPEG");
    let (mut at, mut markers) = (2, Vec::new());
    while jpeg[at] == 0xff && jpeg[at + 1] != 0xda {
        markers.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    markers
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|part| part == word)
}

/// APP1: EXIF and XMP.
const APP1: u8 = 0xe1;

#[wasm_bindgen_test]
async fn a_kept_picture_is_small_and_says_nothing_of_place_and_camera() {
    assert!(segments(FROM_A_CAMERA).contains(&APP1) && holds(FROM_A_CAMERA, b"Baoxue Test Camera"));
    let small = shrink(file(FROM_A_CAMERA)).await.unwrap();
    for (what, bytes) in [("picture", &small.picture), ("thumbnail", &small.thumbnail)] {
        assert!(!segments(bytes).contains(&APP1), "{what} has an EXIF segment");
        assert!(!holds(bytes, b"Exif") && !holds(bytes, b"Baoxue Test Camera"), "{what}");
    }
    assert!(small.picture.len() <= MOST_BYTES, "{} bytes", small.picture.len());
    assert!(small.thumbnail.len() * 4 < small.picture.len(), "{} bytes", small.thumbnail.len());
    assert_ne!(small.picture, small.thumbnail);
}

#[wasm_bindgen_test]
async fn what_is_no_picture_is_refused() {
    assert!(shrink(file(b"no picture")).await.is_err());
    assert!(shrink(file(b"")).await.is_err());
}
