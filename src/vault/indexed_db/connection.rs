//! The connection: opened when needed, given up when another page asks, opened again after the browser closed it.
use super::bindings::{Database, Scope};
use super::events::First;
use crate::vault::migrations;
use crate::vault::store::StoreError;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Event, IdbFactory, IdbOpenDbRequest};

/// What the engine says, as our data. `asked`: bytes that were to be written.
pub fn named(error: &JsValue, asked: u64) -> StoreError {
    let exception = error.dyn_ref::<DomException>();
    let name = exception.map_or_else(|| format!("{error:?}"), DomException::name);
    let message = exception.map(DomException::message).unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" => StoreError::Full { asked },
        "UnknownError" if message.contains("full disk") || message.contains("disk full") => {
            StoreError::Full { asked }
        }
        "InvalidStateError" | "AbortError" => StoreError::Closed,
        "SecurityError" | "NotAllowedError" => StoreError::Unavailable,
        _ => StoreError::Failed { name },
    }
}

fn factory() -> Result<IdbFactory, StoreError> {
    let scope: Scope = js_sys::global().unchecked_into();
    // Private modes refuse by an exception, by null, or by nothing at all.
    let found = scope.indexed_db().map_err(|error| match named(&error, 0) {
        StoreError::Failed { .. } => StoreError::Unavailable,
        other => other,
    })?;
    found.dyn_into().map_err(|_| StoreError::Unavailable)
}

struct Live {
    database: Database,
    _ears: [Closure<dyn FnMut(Event)>; 2],
}

#[derive(Clone)]
pub struct Connection {
    name: Rc<str>,
    live: Rc<RefCell<Option<Live>>>,
}

impl Connection {
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        let connection = Connection { name: Rc::from(name), live: Rc::default() };
        connection.database().await?;
        Ok(connection)
    }

    /// The open database, opened anew if it was closed under us.
    pub async fn database(&self) -> Result<Database, StoreError> {
        if let Some(live) = self.live.borrow().as_ref() {
            return Ok(live.database.clone());
        }
        let database = open(&self.name).await?;
        let ears = ["versionchange", "close"].map(|event| {
            let (live, closing) = (Rc::clone(&self.live), database.clone());
            let ear = Closure::<dyn FnMut(Event)>::new(move |_| {
                // Another page upgrades or erases the store, or the browser closed it.
                closing.close();
                // The ears go a moment later: this one is still being called.
                if let Some(gone) = live.borrow_mut().take() {
                    wasm_bindgen_futures::spawn_local(async move { drop(gone) });
                }
            });
            let _ = database.add_event_listener_with_callback(event, ear.as_ref().unchecked_ref());
            ear
        });
        *self.live.borrow_mut() = Some(Live { database: database.clone(), _ears: ears });
        Ok(database)
    }

    /// Gives the connection up; the next use opens it again.
    pub fn close(&self) {
        if let Some(live) = self.live.borrow_mut().take() {
            live.database.close();
        }
    }
}

fn error_of(request: &IdbOpenDbRequest) -> StoreError {
    match request.error() {
        Ok(Some(error)) => named(&error, 0),
        _ => StoreError::Closed,
    }
}

async fn open(name: &str) -> Result<Database, StoreError> {
    let factory = factory()?;
    let request = factory.open_with_u32(name, migrations::SCHEMA).map_err(|_| StoreError::Unavailable)?;
    let failed = Rc::new(RefCell::new(None));
    let upgrade = {
        let (request, failed) = (request.clone(), Rc::clone(&failed));
        Closure::<dyn FnMut(web_sys::IdbVersionChangeEvent)>::new(
            move |event: web_sys::IdbVersionChangeEvent| {
                let from = event.old_version();
                // IndexedDB counts versions in whole numbers.
                let migrated = request
                    .result()
                    .and_then(|found| migrations::migrate(&found.unchecked_into(), from as u32));
                if let Err(error) = migrated {
                    *failed.borrow_mut() = Some(named(&error, 0));
                    // All or nothing: the version change is taken back.
                    let _ = request.transaction().map(|transaction| transaction.abort());
                }
            },
        )
    };
    let _ = request.add_event_listener_with_callback("upgradeneeded", upgrade.as_ref().unchecked_ref());
    match First::of(&request, &["success", "error", "blocked"]).heard().await {
        "success" => request.result().map(JsCast::unchecked_into).map_err(|error| named(&error, 0)),
        "blocked" => {
            // It may open later, when nobody waits for it any more.
            let late = request.clone();
            wasm_bindgen_futures::spawn_local(async move {
                if First::of(&late, &["success", "error"]).heard().await == "success" {
                    let _ = late.result().map(|found| found.unchecked_into::<Database>().close());
                }
                drop(upgrade);
            });
            Err(StoreError::Blocked)
        }
        _ => {
            let failed = failed.borrow_mut().take();
            let is_newer = matches!(request.error(), Ok(Some(error)) if error.name() == "VersionError");
            match failed {
                Some(error) => Err(error),
                None if is_newer => Err(newer(&factory, name).await),
                None => Err(error_of(&request)),
            }
        }
    }
}

/// A newer program wrote here: looks which, and changes nothing.
async fn newer(factory: &IdbFactory, name: &str) -> StoreError {
    let known = migrations::SCHEMA;
    let Ok(request) = factory.open(name) else { return StoreError::Closed };
    match First::of(&request, &["success", "error", "blocked"]).heard().await {
        "success" => {
            let Ok(found) = request.result() else { return StoreError::Closed };
            let database: Database = found.unchecked_into();
            let found = database.version() as u32;
            database.close();
            StoreError::NewerSchema { found, known }
        }
        _ => error_of(&request),
    }
}

/// Erases the whole database; other pages are asked to let go first.
pub async fn erase(name: &str) -> Result<(), StoreError> {
    let request = factory()?.delete_database(name).map_err(|error| named(&error, 0))?;
    match First::of(&request, &["success", "error", "blocked"]).heard().await {
        "success" => Ok(()),
        "blocked" => Err(StoreError::Blocked),
        _ => Err(error_of(&request)),
    }
}
