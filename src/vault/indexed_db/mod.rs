//! The store of a tablet: one IndexedDB database, an object store an area, values as bytes.
//!
//! A commit is one transaction with `durability: "strict"`, done when its `complete` event has come. All requests of a
//! transaction are made at once, nothing else is awaited between them.
mod bindings;
mod connection;
mod events;

use super::store::{Area, Batch, Op, Range, Store, StoreError, WRITER, writer_number};
use bindings::{Database, Transaction};
pub use connection::erase;
use connection::{Connection, named};
use events::First;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction};

/// The database of the register itself; practice and tests have others.
pub const DATABASE: &str = "baoxue";

#[derive(Clone)]
pub struct IndexedDbStore(Connection);

impl IndexedDbStore {
    /// Opens the database, making or migrating it.
    pub async fn open(name: &str) -> Result<Self, StoreError> {
        Ok(IndexedDbStore(Connection::open(name).await?))
    }

    /// Lets go of the connection, so that another page may upgrade or erase.
    pub fn close(&self) {
        self.0.close();
    }

    /// A transaction over these areas. A connection that was closed without a word is opened once more.
    async fn begin(&self, areas: &BTreeSet<Area>, write: bool) -> Result<IdbTransaction, StoreError> {
        let names: Array = areas.iter().map(|area| JsValue::from_str(area.name())).collect();
        let options = Object::new();
        if write {
            Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(|e| named(&e, 0))?;
        }
        let mode = if write { "readwrite" } else { "readonly" };
        let begin = |database: Database| database.transaction(&names, mode, &options);
        match begin(self.0.database().await?).map_err(|error| named(&error, 0)) {
            Err(StoreError::Closed) => {
                self.0.close();
                begin(self.0.database().await?).map_err(|error| named(&error, 0))
            }
            answer => answer,
        }
    }

    /// Reads of one area in one transaction.
    async fn read(
        &self,
        area: Area,
        ask: impl FnOnce(&IdbObjectStore) -> Result<Vec<IdbRequest>, JsValue>,
    ) -> Result<Vec<JsValue>, StoreError> {
        let transaction = self.begin(&BTreeSet::from([area]), false).await?;
        let ended = First::of(&transaction, &["complete", "abort"]);
        let requests = transaction
            .object_store(area.name())
            .and_then(|store| ask(&store))
            .map_err(|error| named(&error, 0))?;
        finished(&transaction, ended, 0).await?;
        requests.iter().map(|request| request.result().map_err(|error| named(&error, 0))).collect()
    }
}

async fn finished(transaction: &IdbTransaction, ended: First, asked: u64) -> Result<(), StoreError> {
    match ended.heard().await {
        "complete" => Ok(()),
        // An abort without an error is the browser's own: it is closing the connection.
        _ => Err(transaction.error().map_or(StoreError::Closed, |error| named(&error, asked))),
    }
}

fn key_range(range: &Range) -> Result<JsValue, JsValue> {
    let (from, before) = match range {
        Range::All => return Ok(JsValue::UNDEFINED),
        // Keys are ASCII, so nothing that begins with the prefix comes after this.
        Range::Prefix(prefix) => (prefix.clone(), format!("{prefix}\u{7f}")),
        Range::Between(from, before) => (from.clone(), before.clone()),
    };
    if from >= before {
        return IdbKeyRange::only(&Array::new()).map(JsValue::from);
    }
    IdbKeyRange::bound_with_lower_open_and_upper_open(&from.into(), &before.into(), false, true)
        .map(JsValue::from)
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn strings(value: &JsValue) -> Vec<String> {
    Array::from(value).iter().filter_map(|key| key.as_string()).collect()
}

fn apply(transaction: &IdbTransaction, ops: &[Op]) -> Result<(), JsValue> {
    for op in ops {
        match op {
            Op::Put { area, key, value } => {
                let store = transaction.object_store(area.name())?;
                store.put_with_key(&Uint8Array::from(value.as_slice()), &key.into())?;
            }
            Op::Delete { area, key } => {
                transaction.object_store(area.name())?.delete(&key.into())?;
            }
            Op::DeleteRange { area, range: Range::All } => {
                transaction.object_store(area.name())?.clear()?;
            }
            Op::DeleteRange { area, range } => {
                transaction.object_store(area.name())?.delete(&key_range(range)?)?;
            }
        }
    }
    Ok(())
}

impl Store for IndexedDbStore {
    async fn get(&self, area: Area, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let found = self.read(area, |store| Ok(vec![store.get(&key.into())?])).await?;
        Ok(found.first().and_then(bytes))
    }

    async fn get_many(&self, area: Area, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let found = self.read(area, |store| keys.iter().map(|key| store.get(&key.into())).collect()).await?;
        Ok(found.iter().map(bytes).collect())
    }

    async fn list(&self, area: Area, range: &Range) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        let ask = |store: &IdbObjectStore| {
            let query = key_range(range)?;
            Ok(vec![store.get_all_keys_with_key(&query)?, store.get_all_with_key(&query)?])
        };
        let found = self.read(area, ask).await?;
        let [keys, values] = found.as_slice() else { return Err(StoreError::Closed) };
        let values =
            Array::from(values).iter().map(|value| bytes(&value).unwrap_or_default()).collect::<Vec<_>>();
        Ok(strings(keys).into_iter().zip(values).collect())
    }

    async fn keys(&self, area: Area, range: &Range) -> Result<Vec<String>, StoreError> {
        let ask = |store: &IdbObjectStore| Ok(vec![store.get_all_keys_with_key(&key_range(range)?)?]);
        Ok(self.read(area, ask).await?.first().map(strings).unwrap_or_default())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let asked = batch.bytes();
        let mut areas = BTreeSet::from([Area::Meta]);
        areas.extend(batch.ops.iter().map(|op| match op {
            Op::Put { area, .. } | Op::Delete { area, .. } | Op::DeleteRange { area, .. } => *area,
        }));
        let transaction = self.begin(&areas, true).await?;
        let ended = First::of(&transaction, &["complete", "abort"]);
        let theirs = Rc::new(Cell::new(None));
        // The fence is asked for first; the writes follow at once, and are taken back if it does not hold.
        let _ear = match batch.fence {
            Some(mine) => Some(fence(&transaction, mine, &theirs).map_err(|error| named(&error, asked))?),
            None => None,
        };
        if let Err(error) = apply(&transaction, &batch.ops) {
            let _ = transaction.abort();
            return Err(named(&error, asked));
        }
        let answer = finished(&transaction, ended, asked).await;
        match (batch.fence, theirs.get()) {
            (Some(mine), Some(theirs)) => Err(StoreError::AnotherWriter { mine, theirs }),
            _ => answer,
        }
    }

    async fn claim(&self) -> Result<u64, StoreError> {
        let transaction = self.begin(&BTreeSet::from([Area::Meta]), true).await?;
        let ended = First::of(&transaction, &["complete", "abort"]);
        let meta = transaction.object_store(Area::Meta.name()).map_err(|error| named(&error, 8))?;
        let request = meta.get(&WRITER.into()).map_err(|error| named(&error, 8))?;
        let mine = Rc::new(Cell::new(0));
        let ear = {
            let (mine, request) = (Rc::clone(&mine), request.clone());
            Closure::<dyn FnMut(Event)>::new(move |_| {
                let held = request.result().ok().and_then(|value| bytes(&value));
                mine.set(writer_number(held.as_deref()) + 1);
                let value = Uint8Array::from(mine.get().to_be_bytes().as_slice());
                // If this fails the transaction aborts and says why.
                let _ = meta.put_with_key(&value, &WRITER.into());
            })
        };
        request.set_onsuccess(Some(ear.as_ref().unchecked_ref()));
        finished(&transaction, ended, 8).await?;
        Ok(mine.get())
    }
}

/// Checks the writer's number within the transaction, and takes the transaction back if it is another's.
fn fence(
    transaction: &IdbTransaction,
    mine: u64,
    theirs: &Rc<Cell<Option<u64>>>,
) -> Result<Closure<dyn FnMut(Event)>, JsValue> {
    let request = transaction.object_store(Area::Meta.name())?.get(&WRITER.into())?;
    let (transaction, theirs, asked) = (transaction.clone(), Rc::clone(theirs), request.clone());
    let ear = Closure::<dyn FnMut(Event)>::new(move |_| {
        let held = asked.result().ok().and_then(|value| bytes(&value));
        let found = writer_number(held.as_deref());
        if found == mine {
            // Spares the engine a round trip: nothing more will be asked.
            let _ = transaction.unchecked_ref::<Transaction>().commit_now();
        } else {
            theirs.set(Some(found));
            let _ = transaction.abort();
        }
    });
    request.set_onsuccess(Some(ear.as_ref().unchecked_ref()));
    Ok(ear)
}
