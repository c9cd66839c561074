//! Holds the page in place: while a guardian has the tablet, "back" leads nowhere.
//!
//! The listener stands in the capture phase of `window`, before the router's own, and puts the address back.
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, Window};

/// The page is held until this is dropped.
pub struct Held {
    window: Window,
    on_back: Closure<dyn FnMut(Event)>,
}

/// Holds the page at its present address; `None` where the browser would not.
pub fn hold() -> Option<Held> {
    let window = web_sys::window()?;
    let here = window.location().href().ok()?;
    let (history, address) = (window.history().ok()?, here.clone());
    history.push_state_with_url(&JsValue::NULL, "", Some(&here)).ok()?;
    let on_back = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        event.stop_immediate_propagation();
        // Where the address cannot be put back the page still stands: the router never heard of it.
        let _kept = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    });
    window
        .add_event_listener_with_callback_and_bool("popstate", on_back.as_ref().unchecked_ref(), true)
        .ok()?;
    Some(Held { window, on_back })
}

impl Drop for Held {
    fn drop(&mut self) {
        let listener = self.on_back.as_ref().unchecked_ref();
        // A listener that is gone already needs no removal.
        let _gone = self.window.remove_event_listener_with_callback_and_bool("popstate", listener, true);
    }
}
