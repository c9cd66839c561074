//! One page at a time: Web Locks hold the register, a channel asks the page that holds it to let go ("use here instead").
//!
//! A page that does not answer (frozen by the browser) is overruled after [`PATIENCE_MS`]; the store's fence keeps it from writing
//! if it wakes up. Where an engine has no Web Locks every claim is granted, and the fence alone decides.
use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent};

/// How long the other page has to save its draft and let go.
pub const PATIENCE_MS: i32 = 3_000;
const PLEASE: &str = "let-go";

#[wasm_bindgen]
extern "C" {
    /// `navigator.locks`; web-sys has it behind an unstable flag only.
    type Locks;
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, options: &JsValue, held: &Function) -> Promise;
}

/// The register is this page's as long as this lives.
pub struct Tenure {
    release: Option<oneshot::Sender<()>>,
    channel: Option<BroadcastChannel>,
    _asked: Option<Closure<dyn FnMut(MessageEvent)>>,
}

impl Drop for Tenure {
    fn drop(&mut self) {
        if let Some(channel) = self.channel.take() {
            channel.set_onmessage(None);
            channel.close();
        }
        // The lock's promise resolves, and the browser gives the lock to whoever waits.
        let _ = self.release.take().map(|release| release.send(()));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Want {
    /// Only if nobody has it.
    IfFree,
    /// Wait for it.
    Wait,
    /// Take it from whoever has it.
    Steal,
}

/// `None` while another page holds the register. `lost` is called once, when another page asks for it or has taken it: seal the draft,
/// forget the keys, then drop the tenure.
pub async fn claim(name: &str, lost: Rc<dyn Fn()>) -> Option<Tenure> {
    request(name, Want::IfFree, lost).await
}

/// Asks the page that holds the register to let go, waits a little, and takes it.
pub async fn take_over(name: &str, lost: Rc<dyn Fn()>) -> Option<Tenure> {
    if let Ok(channel) = BroadcastChannel::new(name) {
        // Refused only for what cannot be cloned.
        let _ = channel.post_message(&PLEASE.into());
        channel.close();
    }
    let wait = std::pin::pin!(request(name, Want::Wait, lost.clone()));
    let patience = std::pin::pin!(sleep(PATIENCE_MS));
    match select(wait, patience).await {
        Either::Left((tenure, _)) => tenure,
        Either::Right(_) => request(name, Want::Steal, lost).await,
    }
}

fn locks() -> Option<Locks> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    locks.is_object().then(|| locks.unchecked_into())
}

async fn request(name: &str, want: Want, lost: Rc<dyn Fn()>) -> Option<Tenure> {
    let once = Rc::new(RefCell::new(Some(lost)));
    let lose = move || {
        let lost = once.borrow_mut().take();
        lost.into_iter().for_each(|lost| lost());
    };
    let Some(locks) = locks() else { return Some(tenure(name, None, lose)) };
    let options = Object::new();
    for (member, wanted) in [("ifAvailable", Want::IfFree), ("steal", Want::Steal)] {
        let _ = Reflect::set(&options, &member.into(), &(want == wanted).into());
    }
    let (tell, told) = oneshot::channel::<bool>();
    let (release, released) = oneshot::channel::<()>();
    let mut tell = Some(tell);
    let mut released = Some(released);
    let held = Closure::<dyn FnMut(JsValue) -> Promise>::new(move |lock: JsValue| {
        let is_ours = !lock.is_null();
        // One who gave up waiting lets the lock go at once.
        let is_awaited = tell.take().is_some_and(|tell| tell.send(is_ours).is_ok());
        let released = released.take().filter(|_| is_ours && is_awaited);
        wasm_bindgen_futures::future_to_promise(async move {
            if let Some(released) = released {
                // An error says that the tenure was dropped: let go as well.
                let _ = released.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    let over = locks.request(name, &options, held.as_ref().unchecked_ref());
    let stolen = lose.clone();
    wasm_bindgen_futures::spawn_local(async move {
        // Broken only when another page took the lock away.
        let is_stolen = JsFuture::from(over).await.is_err();
        drop(held);
        if is_stolen {
            stolen();
        }
    });
    match told.await {
        Ok(true) => Some(tenure(name, Some(release), lose)),
        _ => None,
    }
}

fn tenure(name: &str, release: Option<oneshot::Sender<()>>, lose: impl Fn() + 'static) -> Tenure {
    let channel = BroadcastChannel::new(name).ok();
    let asked = channel.as_ref().map(|channel| {
        let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if event.data().as_string().as_deref() == Some(PLEASE) {
                lose();
            }
        });
        channel.set_onmessage(Some(asked.as_ref().unchecked_ref()));
        asked
    });
    Tenure { release, channel, _asked: asked }
}

async fn sleep(ms: i32) {
    let mut wait = |resolve: Function, _: Function| {
        let set = web_sys::window()
            .map(|window| window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms));
        if !matches!(set, Some(Ok(_))) {
            let _ = resolve.call0(&JsValue::NULL);
        }
    };
    // The promise is never broken.
    let _ = JsFuture::from(Promise::new(&mut wait)).await;
}
