//! An unlocked vault: reading what is sealed, each value against the number that the manifest expects.
//!
//! A vault is a handle; its clones share one state, and [`Vault::lock`] makes all of them forget the keys.
//! Reads need no turn; whatever writes takes [`Inner::turn`], one after another.
use super::cipher::Cipher;
use super::envelope::Epoch;
use super::error::{Damage, Harm, VaultError};
use super::keyring::{Keyring, SlotId};
use super::manifest::{Manifest, value_key};
use super::sealing::{Scope, ToOpen};
use super::slots::OpenSlot;
use super::store::{Area, Range, Store};
use futures::lock::Mutex;
use std::cell::RefCell;
use std::rc::Rc;

pub struct Vault<S: Store, C: Cipher>(pub(super) Rc<Inner<S, C>>);

impl<S: Store, C: Cipher> Clone for Vault<S, C> {
    fn clone(&self) -> Self {
        Vault(Rc::clone(&self.0))
    }
}

pub(super) struct Inner<S: Store, C: Cipher> {
    pub store: S,
    pub cipher: C,
    pub state: RefCell<Option<State<C>>>,
    pub turn: Mutex<()>,
    /// Our number in the store's fence.
    pub writer: u64,
    /// Told how far sealing everything anew has come.
    pub told: RefCell<Told>,
}

/// Values sealed and all of them.
pub type Told = Option<Rc<dyn Fn(u64, u64)>>;

/// What being unlocked consists of.
pub(super) struct State<C: Cipher> {
    pub keyring: Rc<Keyring>,
    pub keyring_genuine: bool,
    pub slot: OpenSlot<C>,
    pub key: C::Key,
    pub epoch: Epoch,
    pub manifest: Manifest,
    /// The number of the next commit: rises even if a commit fails.
    pub next: u64,
    /// A commit whose outcome is not known.
    pub doubt: Option<super::commit::Doubt>,
}

/// A value as fetched, with what is expected of it.
struct Fetched {
    key: String,
    expected: Option<u64>,
    gap: bool,
    bytes: Option<Vec<u8>>,
}

/// Values read, and what could not be: `(key, bytes)` in the order of keys.
pub type Readings = (Vec<(String, Vec<u8>)>, Vec<Damage>);

impl<S: Store, C: Cipher> Inner<S, C> {
    /// Looks into the state; never held across an await.
    pub fn with<T>(&self, look: impl FnOnce(&mut State<C>) -> T) -> Result<T, VaultError> {
        self.state.borrow_mut().as_mut().map(look).ok_or(VaultError::Locked)
    }

    /// Handles to seal and open with, in the current epoch.
    pub fn keys(&self) -> Result<(C::Key, u128, Epoch), VaultError> {
        self.with(|state| (state.key.clone(), state.keyring.vault, state.epoch))
    }

    fn fetched(&self, area: Area, found: Vec<(String, Option<Vec<u8>>)>) -> Result<Vec<Fetched>, VaultError> {
        self.with(|state| {
            let look = |(key, bytes): (String, Option<Vec<u8>>)| Fetched {
                expected: state.manifest.expected(area, &key),
                gap: state.manifest.has_gap(area, &key),
                key,
                bytes,
            };
            found.into_iter().map(look).collect()
        })
    }

    /// Opens what was fetched. `Ok(None)`: nothing is stored under this key, and nothing should be.
    async fn examine(
        &self,
        area: Area,
        fetched: Vec<Fetched>,
    ) -> Result<Vec<(String, Result<Option<Vec<u8>>, Harm>)>, VaultError> {
        let (key, vault, epoch) = self.keys()?;
        let scope = Scope { cipher: &self.cipher, key: &key, vault, epoch };
        let mut ask = Vec::new();
        let mut rest = Vec::with_capacity(fetched.len());
        for Fetched { key, expected, gap, bytes } in fetched {
            let asked = match (bytes, expected, gap) {
                // Not in the manifest: whatever lies there is nobody's, unless the manifest lost entries.
                (_, None, false) | (None, None, true) => None,
                (None, Some(_), _) => Some(Err(Harm::Missing)),
                (Some(bytes), _, _) => {
                    ask.push(ToOpen { area, key: key.clone(), bytes });
                    Some(Ok(()))
                }
            };
            rest.push((key, expected, gap, asked));
        }
        let mut opened = scope.open(ask).await?.into_iter();
        let mut judge =
            |(key, expected, gap, asked): (String, Option<u64>, bool, Option<Result<(), Harm>>)| {
                let answer = match asked {
                    None => Ok(None),
                    Some(Err(harm)) => Err(harm),
                    Some(Ok(())) => match (opened.next().unwrap_or(Err(Harm::Altered)), expected) {
                        (Err(harm), _) => Err(harm),
                        (Ok((found, text)), Some(expected)) if found == expected => Ok(Some(text)),
                        (Ok((found, _)), Some(expected)) if !gap => Err(Harm::Stale { found, expected }),
                        (Ok((found, _)), _) => Err(Harm::Unproven { found }),
                    },
                };
                (key, answer)
            };
        Ok(rest.into_iter().map(&mut judge).collect())
    }

    async fn fetch_keys(
        &self,
        area: Area,
        keys: &[String],
    ) -> Result<Vec<(String, Option<Vec<u8>>)>, VaultError> {
        let (_, _, epoch) = self.keys()?;
        let stored: Vec<String> = keys.iter().map(|key| value_key(epoch, key)).collect();
        let found = self.store.get_many(area, &stored).await?;
        Ok(keys.iter().cloned().zip(found).collect())
    }

    /// As [`Vault::read_many`], for one who holds the turn.
    pub(super) async fn read_keys(
        &self,
        area: Area,
        keys: &[String],
    ) -> Result<Vec<(String, Result<Option<Vec<u8>>, Harm>)>, VaultError> {
        let found = self.fetch_keys(area, keys).await?;
        let fetched = self.fetched(area, found)?;
        self.examine(area, fetched).await
    }

    /// A value saved between our fetching and our looking seems damaged: look once more, when nobody writes.
    async fn again_if_harmed(
        &self,
        area: Area,
        mut answers: Vec<(String, Result<Option<Vec<u8>>, Harm>)>,
    ) -> Result<Vec<(String, Result<Option<Vec<u8>>, Harm>)>, VaultError> {
        let harmed: Vec<String> =
            answers.iter().filter(|(_, answer)| answer.is_err()).map(|(key, _)| key.clone()).collect();
        if harmed.is_empty() {
            return Ok(answers);
        }
        let _turn = self.turn.lock().await;
        self.settle_doubt().await?;
        let mut second = self.read_keys(area, &harmed).await?.into_iter();
        for (_, answer) in answers.iter_mut().filter(|(_, answer)| answer.is_err()) {
            if let Some((_, again)) = second.next() {
                *answer = again;
            }
        }
        Ok(answers)
    }
}

impl<S: Store, C: Cipher> Vault<S, C> {
    /// One value; `None` if there is none.
    pub async fn read(&self, area: Area, key: &str) -> Result<Option<Vec<u8>>, VaultError> {
        let inner = &self.0;
        let keys = [key.to_owned()];
        let answers = inner.read_keys(area, &keys).await?;
        match inner.again_if_harmed(area, answers).await?.into_iter().next() {
            Some((key, Err(harm))) => Err(Damage::value(area, &key, harm).into()),
            Some((_, Ok(value))) => Ok(value),
            None => Ok(None),
        }
    }

    /// Those of the keys that are there, in the order asked for, and what is damaged.
    pub async fn read_many(&self, area: Area, keys: &[String]) -> Result<Readings, VaultError> {
        let answers = self.0.read_keys(area, keys).await?;
        Ok(sorted(area, self.0.again_if_harmed(area, answers).await?))
    }

    /// All values whose keys begin with the prefix, in the order of keys.
    pub async fn read_prefix(&self, area: Area, prefix: &str) -> Result<Readings, VaultError> {
        let inner = &self.0;
        let (_, _, epoch) = inner.keys()?;
        let stored = inner.store.list(area, &Range::Prefix(value_key(epoch, prefix))).await?;
        let head = value_key(epoch, "").len();
        let named = |(key, bytes): (String, Vec<u8>)| (key.get(head..).map(str::to_owned), bytes);
        let mut found: Vec<(String, Option<Vec<u8>>)> =
            stored.into_iter().map(named).filter_map(|(key, bytes)| Some((key?, Some(bytes)))).collect();
        // What the manifest knows and the store has not is missing, and must not pass for absent.
        let known = inner.with(|state| state.manifest.entries(area, prefix))?;
        let mut absent: Vec<(String, Option<Vec<u8>>)> = Vec::new();
        for (key, _) in known {
            if found.binary_search_by(|(other, _)| other.as_str().cmp(&key)).is_err() {
                absent.push((key, None));
            }
        }
        if !absent.is_empty() {
            found.append(&mut absent);
            found.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        }
        let fetched = inner.fetched(area, found)?;
        let answers = inner.examine(area, fetched).await?;
        Ok(sorted(area, inner.again_if_harmed(area, answers).await?))
    }

    /// A whole area.
    pub async fn read_all(&self, area: Area) -> Result<Readings, VaultError> {
        self.read_prefix(area, "").await
    }

    /// Keys that the manifest knows, without touching the store.
    pub fn keys(&self, area: Area, prefix: &str) -> Result<Vec<String>, VaultError> {
        self.0.with(|state| state.manifest.entries(area, prefix).into_iter().map(|(key, _)| key).collect())
    }

    pub fn count(&self, area: Area) -> Result<usize, VaultError> {
        self.0.with(|state| state.manifest.count(area))
    }

    /// When the last save was, in milliseconds since 1970: shown after unlocking, because a whole store put back
    /// together cannot be noticed otherwise.
    pub fn saved_at(&self) -> Result<u64, VaultError> {
        self.0.with(|state| state.manifest.root.saved_at)
    }

    pub fn keyring(&self) -> Result<Rc<Keyring>, VaultError> {
        self.0.with(|state| Rc::clone(&state.keyring))
    }

    /// Whose slot is open: the author of what is done now.
    pub fn slot(&self) -> Result<SlotId, VaultError> {
        self.0.with(|state| state.slot.id)
    }

    /// Whom to tell how far sealing everything anew has come, from now on.
    pub fn tell_resealing(&self, told: Rc<dyn Fn(u64, u64)>) {
        *self.0.told.borrow_mut() = Some(told);
    }

    /// Forgets the keys, here and in every clone.
    pub fn lock(&self) {
        drop(self.0.state.borrow_mut().take());
    }

    pub fn is_locked(&self) -> bool {
        self.0.state.borrow().is_none()
    }
}

fn sorted(area: Area, answers: Vec<(String, Result<Option<Vec<u8>>, Harm>)>) -> Readings {
    let mut values = Vec::with_capacity(answers.len());
    let mut damage = Vec::new();
    for (key, answer) in answers {
        match answer {
            Ok(Some(value)) => values.push((key, value)),
            Ok(None) => (),
            Err(harm) => damage.push(Damage::value(area, &key, harm)),
        }
    }
    (values, damage)
}
