//! A photograph, shrunk on the tablet: drawn anew, so that place and device written into the file by the camera are gone.
use futures::channel::oneshot;
use js_sys::{ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, ImageBitmap};

/// Longest side of the kept picture and of its thumbnail, in pixels.
const SIDE: f64 = 1280.0;
const THUMBNAIL: f64 = 240.0;
/// The most that a kept picture may take.
pub const MOST_BYTES: usize = 200_000;
/// Tried in turn until the picture is small enough.
const QUALITIES: [f64; 5] = [0.82, 0.7, 0.58, 0.45, 0.32];

/// The browser could not read the picture, or could not make it small enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoPicture;

/// JPEG bytes, at most [`MOST_BYTES`], and a thumbnail's.
pub struct Shrunk {
    pub picture: Vec<u8>,
    pub thumbnail: Vec<u8>,
}

pub async fn shrink(file: File) -> Result<Shrunk, NoPicture> {
    let window = web_sys::window().ok_or(NoPicture)?;
    let bitmap = window.create_image_bitmap_with_blob(&file).map_err(|_| NoPicture)?;
    let bitmap: ImageBitmap =
        JsFuture::from(bitmap).await.map_err(|_| NoPicture)?.dyn_into().map_err(|_| NoPicture)?;
    let mut side = SIDE;
    let thumbnail = jpeg(&bitmap, THUMBNAIL, 0.7).await?;
    while side >= THUMBNAIL {
        for quality in QUALITIES {
            let picture = jpeg(&bitmap, side, quality).await?;
            if picture.len() <= MOST_BYTES {
                return Ok(Shrunk { picture, thumbnail });
            }
        }
        side *= 0.7;
    }
    Err(NoPicture)
}

async fn jpeg(bitmap: &ImageBitmap, side: f64, quality: f64) -> Result<Vec<u8>, NoPicture> {
    let (width, height) = (f64::from(bitmap.width()), f64::from(bitmap.height()));
    let scale = (side / width.max(height).max(1.0)).min(1.0);
    let document = web_sys::window().and_then(|window| window.document()).ok_or(NoPicture)?;
    let canvas: HtmlCanvasElement =
        document.create_element("canvas").map_err(|_| NoPicture)?.dyn_into().map_err(|_| NoPicture)?;
    let (w, h) = ((width * scale).max(1.0), (height * scale).max(1.0));
    canvas.set_width(w as u32);
    canvas.set_height(h as u32);
    let pen: CanvasRenderingContext2d =
        canvas.get_context("2d").ok().flatten().ok_or(NoPicture)?.dyn_into().map_err(|_| NoPicture)?;
    pen.draw_image_with_image_bitmap_and_dw_and_dh(bitmap, 0.0, 0.0, w, h).map_err(|_| NoPicture)?;
    let (send, blob) = oneshot::channel::<Option<Blob>>();
    let mut send = Some(send);
    let done = Closure::<dyn FnMut(Option<Blob>)>::new(move |blob: Option<Blob>| {
        send.take().map(|send| send.send(blob));
    });
    canvas
        .to_blob_with_type_and_encoder_options(done.as_ref().unchecked_ref(), "image/jpeg", &quality.into())
        .map_err(|_| NoPicture)?;
    let blob = blob.await.ok().flatten().ok_or(NoPicture)?;
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| NoPicture)?;
    Ok(Uint8Array::new(&buffer.unchecked_into::<ArrayBuffer>()).to_vec())
}

/// A `blob:` address for a picture's bytes; release it with [`release`].
pub fn address(bytes: &[u8]) -> Option<String> {
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence(&parts).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

pub fn release(address: &str) {
    // An address that is gone already needs no release.
    let _gone = web_sys::Url::revoke_object_url(address);
}
