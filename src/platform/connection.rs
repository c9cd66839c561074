//! Whether there is a network, and whether a newer version of the page waits to be taken over.
//!
//! The boot script tells both by events on the window; nothing here asks anything of a server.
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

/// A browser that does not say counts as connected.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

pub fn is_update_ready() -> bool {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    root.and_then(|root| root.get_attribute("data-update")).is_some_and(|state| state == "ready")
}

/// Takes over the version that waits; the page loads anew when it has.
pub fn accept_update() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("baoxue:update-accept")) {
        // No listener refuses it.
        let _heard = window.dispatch_event(&event);
    }
}

/// Calls `told` whenever one of the two may have changed, for as long as the page stands.
pub fn on_change(told: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let closure = Closure::<dyn Fn()>::new(told);
    for name in ["online", "offline", "baoxue:update-ready"] {
        // The only failure is an invalid listener, which this is not.
        let _added = window.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    }
    closure.forget();
}
