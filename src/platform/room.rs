//! Room on the device, and whether the browser promises to keep what is stored.
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// Bytes used and granted, as far as the browser says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    pub used: u64,
    pub granted: u64,
}

impl Room {
    pub fn free(self) -> u64 {
        self.granted.saturating_sub(self.used)
    }
}

/// What the browser says about keeping the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It never clears it by itself.
    Promised,
    /// It may clear it when the device is full, or after a time without use.
    NotPromised,
    /// This engine cannot be asked.
    CannotSay,
}

/// Old engines have no storage manager; WebKit on Linux has one that lacks members.
fn manager(member: &str) -> Option<StorageManager> {
    let navigator: JsValue = web_sys::window()?.navigator().into();
    let storage = Reflect::get(&navigator, &"storage".into()).ok().filter(JsValue::is_object)?;
    Reflect::has(&storage, &member.into()).ok()?.then(|| storage.unchecked_into())
}

pub async fn room() -> Option<Room> {
    let said = JsFuture::from(manager("estimate")?.estimate().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&said, &name.into()).ok()?.as_f64();
    Some(Room { used: number("usage")? as u64, granted: number("quota")? as u64 })
}

/// Whether the promise was given; asks nobody anything.
pub async fn kept() -> Kept {
    let Some(manager) = manager("persisted") else { return Kept::CannotSay };
    answer(manager.persisted()).await
}

/// Asks that the browser never clear the register by itself. Some browsers ask the user, most decide alone.
pub async fn persist() -> Kept {
    let Some(manager) = manager("persist") else { return Kept::CannotSay };
    answer(manager.persist()).await
}

async fn answer(asked: Result<js_sys::Promise, JsValue>) -> Kept {
    let Ok(promise) = asked else { return Kept::CannotSay };
    match JsFuture::from(promise).await.ok().and_then(|said| said.as_bool()) {
        Some(true) => Kept::Promised,
        Some(false) => Kept::NotPromised,
        None => Kept::CannotSay,
    }
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
