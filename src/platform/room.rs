//! Room on the device, and whether the browser promises to keep what is stored.
use js_sys::Reflect;
use wasm_bindgen_futures::JsFuture;

/// What the browser says of room: bytes used and granted, if it says.
pub async fn room() -> Option<(f64, f64)> {
    let storage = web_sys::window()?.navigator().storage();
    let said = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&said, &name.into()).ok()?.as_f64();
    Some((number("usage")?, number("quota")?))
}

/// Asks that the browser never clear the register by itself; `None` where it cannot be asked (WebKit on Linux).
pub async fn persist() -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let can_ask = Reflect::has(&storage, &"persist".into()).ok()?;
    if !can_ask {
        return None;
    }
    JsFuture::from(navigator.storage().persist().ok()?).await.ok()?.as_bool()
}

/// Whether it promised already; `None` where it cannot be asked.
pub async fn is_persistent() -> Option<bool> {
    let navigator = web_sys::window()?.navigator();
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let can_ask = Reflect::has(&storage, &"persisted".into()).ok()?;
    if !can_ask {
        return None;
    }
    JsFuture::from(navigator.storage().persisted().ok()?).await.ok()?.as_bool()
}
