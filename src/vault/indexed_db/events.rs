//! Waiting for the first of several events of one object.
use futures::channel::oneshot;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// Listens from its making until it is dropped.
pub struct First {
    target: EventTarget,
    ears: Vec<(&'static str, Closure<dyn FnMut(Event)>)>,
    heard: oneshot::Receiver<&'static str>,
}

impl First {
    pub fn of(target: &EventTarget, names: &[&'static str]) -> Self {
        let (tell, heard) = oneshot::channel();
        let tell = Rc::new(RefCell::new(Some(tell)));
        let listen = |name: &'static str| {
            let tell = Rc::clone(&tell);
            let ear = Closure::<dyn FnMut(Event)>::new(move |_| {
                // Nobody waits any more: nothing to tell.
                let _ = tell.borrow_mut().take().map(|tell| tell.send(name));
            });
            // Refused only for a listener that is not a function.
            let _ = target.add_event_listener_with_callback(name, ear.as_ref().unchecked_ref());
            (name, ear)
        };
        First { target: target.clone(), ears: names.iter().copied().map(listen).collect(), heard }
    }

    /// The name of the first event.
    pub async fn heard(mut self) -> &'static str {
        (&mut self.heard).await.unwrap_or("")
    }
}

impl Drop for First {
    fn drop(&mut self) {
        for (name, ear) in &self.ears {
            let _ = self.target.remove_event_listener_with_callback(name, ear.as_ref().unchecked_ref());
        }
    }
}
