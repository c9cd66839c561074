//! The desk: questions to the worker's module, off the main thread; in the page itself where no worker can be started.
use futures::channel::oneshot;
use js_sys::{Array, Function, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskError {
    /// Neither a worker nor the page could load the module.
    NotLoaded,
    /// The module did not understand the question: it is of another version.
    OtherVersion,
    /// The job was cancelled by [`Desk::stop`], or what was open at the desk is gone with an earlier worker.
    Stopped,
    /// The worker ended at the job: out of memory, most often.
    Died,
}

/// The tools of the worker's module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    Keys,
    Lists,
    Exchange,
}

impl Tool {
    fn name(self) -> &'static str {
        match self {
            Tool::Keys => "keys",
            Tool::Lists => "lists",
            Tool::Exchange => "exchange",
        }
    }
}

type Waiting = BTreeMap<u32, Job>;

struct Job {
    done: oneshot::Sender<Option<Vec<u8>>>,
    progress: Rc<dyn Fn(u32)>,
}

struct Running {
    worker: Worker,
    /// It ended at a job (out of memory, most often): the next question starts another.
    dead: Rc<Cell<bool>>,
    waiting: Rc<RefCell<Waiting>>,
    next: u32,
    /// Kept alive with the worker.
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(Event)>,
}

impl Drop for Running {
    fn drop(&mut self) {
        // Nobody waits for it any more; a worker does not end by being forgotten.
        self.worker.terminate();
    }
}

#[derive(Clone, Default)]
pub struct Desk(Rc<RefCell<Option<Running>>>);

impl Desk {
    /// Asks and waits. `progress` is told how many rows are done.
    pub async fn ask(
        &self,
        tool: Tool,
        question: &[u8],
        bytes: &[u8],
        progress: Rc<dyn Fn(u32)>,
    ) -> Result<Vec<u8>, DeskError> {
        self.hand_over(tool, question, Uint8Array::from(bytes), progress).await
    }

    /// The same with a file's bytes as the browser holds them: they go to the worker without a copy.
    pub async fn hand_over(
        &self,
        tool: Tool,
        question: &[u8],
        bytes: Uint8Array,
        progress: Rc<dyn Fn(u32)>,
    ) -> Result<Vec<u8>, DeskError> {
        if self.0.borrow().as_ref().is_some_and(|running| running.dead.get()) {
            self.stop();
        }
        if self.0.borrow().is_none() {
            match start().await {
                Ok(running) => *self.0.borrow_mut() = Some(running),
                Err(_) => return in_page(tool, question, &bytes).await,
            }
        }
        let (send, answer) = oneshot::channel();
        let mut dead = Rc::new(Cell::new(false));
        if let Some(running) = self.0.borrow_mut().as_mut() {
            running.next += 1;
            dead = running.dead.clone();
            running.waiting.borrow_mut().insert(running.next, Job { done: send, progress });
            let (id, name) = (running.next.into(), tool.name().into());
            let message = Array::of4(&id, &name, &Uint8Array::from(question), &bytes);
            let given = Array::of1(&bytes.buffer());
            let sent = running.worker.post_message_with_transfer(&message, &given);
            sent.map_err(|_| DeskError::Died)?;
        }
        match answer.await {
            Ok(answer) => answer.ok_or(DeskError::OtherVersion),
            Err(_) if dead.get() => Err(DeskError::Died),
            Err(_) => Err(DeskError::Stopped),
        }
    }

    /// Ends whatever is being done; the next question starts anew.
    pub fn stop(&self) {
        drop(self.0.borrow_mut().take());
    }
}

/// A worker that has said that it is ready.
async fn start() -> Result<Running, DeskError> {
    let url = address().ok_or(DeskError::NotLoaded)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&url, &options).map_err(|_| DeskError::NotLoaded)?;
    let waiting: Rc<RefCell<Waiting>> = Rc::default();
    let (ready, is_ready) = oneshot::channel::<bool>();
    let ready = Rc::new(RefCell::new(Some(ready)));
    let (jobs, told) = (waiting.clone(), ready.clone());
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().as_deref() == Some("ready") {
            told.borrow_mut().take().map(|ready| ready.send(true));
            return;
        }
        let message = Array::from(&event.data());
        let id = message.get(0).as_f64().unwrap_or_default() as u32;
        if message.get(1).as_string().as_deref() == Some("progress") {
            let progress = jobs.borrow().get(&id).map(|job| job.progress.clone());
            if let Some(progress) = progress {
                progress(message.get(2).as_f64().unwrap_or_default() as u32);
            }
        } else if let Some(job) = jobs.borrow_mut().remove(&id) {
            let _ = job.done.send(message.get(2).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec));
        }
    });
    let (jobs, told, dead) = (waiting.clone(), ready, Rc::new(Cell::new(false)));
    let died = dead.clone();
    let failed = Closure::<dyn FnMut(Event)>::new(move |_| {
        told.borrow_mut().take().map(|ready| ready.send(false));
        died.set(true);
        // Dropping the senders tells everyone who waits.
        jobs.borrow_mut().clear();
    });
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    match is_ready.await {
        Ok(true) => Ok(Running { worker, dead, waiting, next: 0, _heard: heard, _failed: failed }),
        _ => Err(DeskError::NotLoaded),
    }
}

/// The address of the worker's module, which the build wrote into the page.
fn address() -> Option<String> {
    web_sys::window()?.document()?.document_element()?.get_attribute("data-worker")
}

/// Loads the same module into the page and asks it there.
async fn in_page(tool: Tool, question: &[u8], bytes: &Uint8Array) -> Result<Vec<u8>, DeskError> {
    let window = web_sys::window().ok_or(DeskError::NotLoaded)?;
    let found =
        || Reflect::get(&window, &"baoxueDesk".into()).ok().and_then(|desk| desk.dyn_into::<Function>().ok());
    if found().is_none() {
        let document = window.document().ok_or(DeskError::NotLoaded)?;
        let script = document.create_element("script").map_err(|_| DeskError::NotLoaded)?;
        let (ready, is_ready) = oneshot::channel::<bool>();
        let mut ready = Some(ready);
        let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            ready.take().map(|ready| ready.send(event.type_() != "error"));
        });
        let listen =
            window.add_event_listener_with_callback("baoxue:desk-ready", heard.as_ref().unchecked_ref());
        // A module that cannot be fetched says so at its own element.
        let fails = script.add_event_listener_with_callback("error", heard.as_ref().unchecked_ref());
        let listen = listen.and(fails);
        let url = address().ok_or(DeskError::NotLoaded)?;
        let set = script.set_attribute("type", "module").and_then(|()| script.set_attribute("src", &url));
        let head = document.head().ok_or(DeskError::NotLoaded)?;
        listen.and(set).and(head.append_child(&script)).map_err(|_| DeskError::NotLoaded)?;
        if !is_ready.await.unwrap_or(false) {
            script.remove();
            return Err(DeskError::NotLoaded);
        }
    }
    let desk = found().ok_or(DeskError::NotLoaded)?;
    let answer = desk.call3(&JsValue::NULL, &tool.name().into(), &Uint8Array::from(question), bytes);
    let answer = answer.map_err(|_| DeskError::Died)?;
    answer.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).ok_or(DeskError::OtherVersion)
}
