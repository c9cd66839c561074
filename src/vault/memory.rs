//! A store in memory, for tests, for practice, and for a browser that refuses storage. Clones share what is stored, as two tabs do.
//!
//! It fails on demand ([`Fault`]), so that every crash point between two transactions can be tried.
use super::store::{Area, Batch, Op, Range, Store, StoreError, WRITER, writer_number};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What shall go wrong, counted in commits from now (0: the next one).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The power goes before the n-th commit: it has not happened, and nothing works until [`MemoryStore::revive`].
    CrashBefore(usize),
    /// The power goes just after the n-th commit, before its answer: it has happened.
    CrashAfter(usize),
    /// The n-th commit alone fails with this error; later ones work.
    Once(usize, Once),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Once {
    /// Not applied, connection closed.
    Closed,
    /// Applied, but the answer says that the connection was closed.
    ClosedAfter,
    /// Not applied, a name that nobody knows.
    Failed,
}

type Values = BTreeMap<(Area, String), Vec<u8>>;

#[derive(Default)]
struct Shelf {
    values: Values,
    room: Option<u64>,
    fault: Option<Fault>,
    commits: usize,
    dead: bool,
}

#[derive(Clone, Default)]
pub struct MemoryStore(Rc<RefCell<Shelf>>);

impl MemoryStore {
    pub fn new() -> Self {
        Self::default()
    }

    /// Bytes that fit in all; a commit beyond them fails with [`StoreError::Full`].
    pub fn limit(&self, room: Option<u64>) {
        self.0.borrow_mut().room = room;
    }

    pub fn set_fault(&self, fault: Fault) {
        let mut shelf = self.0.borrow_mut();
        shelf.commits = 0;
        shelf.fault = Some(fault);
    }

    /// After a crash: what was durable is there again.
    pub fn revive(&self) {
        let mut shelf = self.0.borrow_mut();
        shelf.dead = false;
        shelf.fault = None;
    }

    /// Commits since the last [`MemoryStore::set_fault`].
    pub fn commits(&self) -> usize {
        self.0.borrow().commits
    }

    /// A copy that shares nothing: the profile as a thief takes it.
    pub fn copied(&self) -> MemoryStore {
        let values = self.0.borrow().values.clone();
        MemoryStore(Rc::new(RefCell::new(Shelf { values, ..Shelf::default() })))
    }

    /// Every value as stored.
    pub fn dump(&self) -> Vec<(Area, String, Vec<u8>)> {
        let shelf = self.0.borrow();
        shelf.values.iter().map(|((area, key), value)| (*area, key.clone(), value.clone())).collect()
    }

    /// Changes a stored value behind the vault's back, as an attacker or a broken disk would.
    pub fn meddle(&self, area: Area, key: &str, value: Option<Vec<u8>>) {
        let mut shelf = self.0.borrow_mut();
        match value {
            Some(value) => shelf.values.insert((area, key.to_owned()), value),
            None => shelf.values.remove(&(area, key.to_owned())),
        };
    }

    fn alive(&self) -> Result<(), StoreError> {
        if self.0.borrow().dead { Err(StoreError::Closed) } else { Ok(()) }
    }
}

impl Shelf {
    fn writer(&self) -> u64 {
        writer_number(self.values.get(&(Area::Meta, WRITER.to_owned())).map(Vec::as_slice))
    }

    /// The whole batch, or an error and nothing.
    fn apply(&mut self, batch: &Batch) -> Result<(), StoreError> {
        let theirs = self.writer();
        if let Some(mine) = batch.fence.filter(|mine| *mine != theirs) {
            return Err(StoreError::AnotherWriter { mine, theirs });
        }
        let mut values = self.values.clone();
        for op in &batch.ops {
            match op {
                Op::Put { area, key, value } => drop(values.insert((*area, key.clone()), value.clone())),
                Op::Delete { area, key } => drop(values.remove(&(*area, key.clone()))),
                Op::DeleteRange { area, range } => {
                    values.retain(|(a, key), _| a != area || !range.holds(key))
                }
            }
        }
        let held: u64 = values.values().map(|value| value.len() as u64).sum();
        if self.room.is_some_and(|room| held > room) {
            return Err(StoreError::Full { asked: batch.bytes() });
        }
        self.values = values;
        Ok(())
    }
}

impl Store for MemoryStore {
    async fn get(&self, area: Area, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.alive()?;
        Ok(self.0.borrow().values.get(&(area, key.to_owned())).cloned())
    }

    async fn get_many(&self, area: Area, keys: &[String]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        self.alive()?;
        let shelf = self.0.borrow();
        Ok(keys.iter().map(|key| shelf.values.get(&(area, key.clone())).cloned()).collect())
    }

    async fn list(&self, area: Area, range: &Range) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
        self.alive()?;
        let shelf = self.0.borrow();
        let held = shelf.values.iter().filter(|((a, key), _)| *a == area && range.holds(key));
        Ok(held.map(|((_, key), value)| (key.clone(), value.clone())).collect())
    }

    async fn keys(&self, area: Area, range: &Range) -> Result<Vec<String>, StoreError> {
        self.alive()?;
        let shelf = self.0.borrow();
        let held = shelf.values.keys().filter(|(a, key)| *a == area && range.holds(key));
        Ok(held.map(|(_, key)| key.clone()).collect())
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        self.alive()?;
        let mut shelf = self.0.borrow_mut();
        let at = shelf.commits;
        shelf.commits += 1;
        match shelf.fault {
            Some(Fault::CrashBefore(n)) if n == at => {
                shelf.dead = true;
                Err(StoreError::Closed)
            }
            Some(Fault::CrashAfter(n)) if n == at => {
                shelf.apply(&batch)?;
                shelf.dead = true;
                Err(StoreError::Closed)
            }
            Some(Fault::Once(n, once)) if n == at => match once {
                Once::Closed => Err(StoreError::Closed),
                Once::ClosedAfter => shelf.apply(&batch).and(Err(StoreError::Closed)),
                Once::Failed => Err(StoreError::Failed { name: "UnknownError".to_owned() }),
            },
            _ => shelf.apply(&batch),
        }
    }

    async fn claim(&self) -> Result<u64, StoreError> {
        self.alive()?;
        let mut shelf = self.0.borrow_mut();
        let mine = shelf.writer() + 1;
        shelf.values.insert((Area::Meta, WRITER.to_owned()), mine.to_be_bytes().to_vec());
        Ok(mine)
    }
}
