//! The worker's module: key derivation, spreadsheets and register files, off the main thread.
//!
//! A message is `[id, tool, question, bytes]`; the answers are `[id, "progress", rows]` and `[id, "done", answer]`, the answer
//! `null` where the question is of another version. Where no worker can be started the page loads this very module itself and
//! calls `baoxueDesk(tool, question, bytes)`.
use baoxue::vault::kdf;
use baoxue::{interchange, lists};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent};

/// What is open, by tool.
#[derive(Default)]
struct Desks {
    lists: RefCell<lists::job::Desk>,
    exchange: RefCell<interchange::job::Desk>,
}

fn serve(
    desks: &Desks,
    tool: &str,
    ask: &[u8],
    bytes: Vec<u8>,
    watch: &mut dyn FnMut(u32),
) -> Option<Vec<u8>> {
    match tool {
        "keys" => kdf::answer(ask),
        "lists" => desks.lists.try_borrow_mut().ok()?.serve(ask, &bytes, watch),
        "exchange" => desks.exchange.try_borrow_mut().ok()?.serve(ask, bytes, watch),
        _ => None,
    }
}

fn bytes_of(value: JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

fn answer_of(answer: Option<Vec<u8>>) -> JsValue {
    answer.map_or(JsValue::NULL, |bytes| Uint8Array::from(bytes.as_slice()).into())
}

fn in_worker(scope: DedicatedWorkerGlobalScope, desks: Rc<Desks>) {
    let here = scope.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let message = Array::from(&event.data());
        let (id, tool) = (message.get(0), message.get(1).as_string().unwrap_or_default());
        let (ask, bytes) = (bytes_of(message.get(2)), bytes_of(message.get(3)));
        let tell = |word: &str, what: JsValue| {
            // A page that is gone needs no answer.
            let _ = here.post_message(&Array::of3(&id, &word.into(), &what));
        };
        let answer = serve(&desks, &tool, &ask, bytes, &mut |rows| tell("progress", rows.into()));
        tell("done", answer_of(answer));
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    // The page waits for this word before it sends anything.
    let _ = scope.post_message(&"ready".into());
}

fn in_page(window: web_sys::Window, desks: Rc<Desks>) {
    let call = Closure::<dyn FnMut(String, Vec<u8>, Vec<u8>) -> JsValue>::new(
        move |tool: String, ask: Vec<u8>, bytes: Vec<u8>| {
            answer_of(serve(&desks, &tool, &ask, bytes, &mut |_| {}))
        },
    );
    // Both are only refused by a window that is going away.
    let _ = js_sys::Reflect::set(&window, &"baoxueDesk".into(), call.as_ref());
    call.forget();
    if let Ok(ready) = Event::new("baoxue:desk-ready") {
        let _ = window.dispatch_event(&ready);
    }
}

fn main() {
    let desks = Rc::new(Desks::default());
    match js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() {
        Ok(scope) => in_worker(scope, desks),
        Err(global) => {
            if let Ok(window) = global.dyn_into::<web_sys::Window>() {
                in_page(window, desks);
            }
        }
    }
}
