//! Signs of life: touches, keys, and a tick of the clock, also when the tablet wakes.
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Window;

const TOUCHES: [&str; 4] = ["pointerdown", "keydown", "input", "wheel"];

/// Listens as long as it lives.
pub struct Watch {
    window: Window,
    touched: Closure<dyn Fn()>,
    tick: Closure<dyn Fn()>,
    timer: Option<i32>,
}

/// `touched` at every touch and key, before the page hears of it; `tick` every second, and at once when the page comes back into sight.
pub fn watch(touched: impl Fn() + 'static, tick: impl Fn() + 'static) -> Option<Watch> {
    let window = web_sys::window()?;
    let (touched, tick) = (Closure::<dyn Fn()>::new(touched), Closure::<dyn Fn()>::new(tick));
    for name in TOUCHES {
        let listener = touched.as_ref().unchecked_ref();
        window.add_event_listener_with_callback_and_bool(name, listener, true).ok()?;
    }
    let timer = window
        .set_interval_with_callback_and_timeout_and_arguments_0(tick.as_ref().unchecked_ref(), 1000)
        .ok();
    window
        .document()?
        .add_event_listener_with_callback("visibilitychange", tick.as_ref().unchecked_ref())
        .ok()?;
    Some(Watch { window, touched, tick, timer })
}

impl Drop for Watch {
    fn drop(&mut self) {
        // What was not added is not there to be removed.
        for name in TOUCHES {
            let listener = self.touched.as_ref().unchecked_ref();
            let _gone = self.window.remove_event_listener_with_callback_and_bool(name, listener, true);
        }
        if let Some(timer) = self.timer {
            self.window.clear_interval_with_handle(timer);
        }
        if let Some(document) = self.window.document() {
            let tick = self.tick.as_ref().unchecked_ref();
            let _gone = document.remove_event_listener_with_callback("visibilitychange", tick);
        }
    }
}
