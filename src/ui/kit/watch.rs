//! Tells when an element changes its size; stops when its owner goes.
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

struct Watch {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Calls `told` once at the start and at every change of size of one of the elements, until the owner goes.
pub(super) fn watch_size(elements: &[&Element], told: impl Fn() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(told);
    // Every browser that the page runs in has the observer; without it the first measure stands.
    let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) else { return };
    elements.iter().for_each(|element| observer.observe(element));
    StoredValue::new_local(Watch { observer, _told: closure });
}
