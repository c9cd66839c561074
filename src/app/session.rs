//! Who is at the tablet: first run, lock, unlock, another tab. The author of every act is the slot that was unlocked.
use crate::app::keeper::{KeepError, Keeper, Order};
use crate::app::layout::RegisterCard;
use crate::app::practice;
use crate::app::register::{Register, new_file};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::{Value, Values};
use crate::platform::{clock, random};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::vault::{
    self, Damage, FirstPerson, Holder, Passphrase, RecoveryCode, SlotId, Standing, Vault, VaultError,
};
use leptos::prelude::*;
use std::sync::Arc;

#[cfg(target_arch = "wasm32")]
pub type AppStore = crate::vault::indexed_db::IndexedDbStore;
#[cfg(target_arch = "wasm32")]
pub type AppCipher = crate::vault::web_cipher::WebCipher;
#[cfg(not(target_arch = "wasm32"))]
pub type AppStore = crate::vault::MemoryStore;
#[cfg(not(target_arch = "wasm32"))]
pub type AppCipher = crate::vault::native_cipher::NativeCipher;

pub type AppVault = Vault<AppStore, AppCipher>;

/// One person of the lock screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotCard {
    pub id: SlotId,
    pub label: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Phase {
    #[default]
    Starting,
    FirstRun,
    Locked(Vec<SlotCard>),
    Open,
    /// Another tab has the register.
    Elsewhere,
    /// The store cannot be used as it is; nothing was touched.
    Stopped(Arc<VaultError>),
}

/// What the first person says of the register and of themselves.
#[derive(Clone, Debug, Default)]
pub struct Founding {
    pub register_name: String,
    pub person: String,
    pub passphrase: String,
    pub practice: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionError {
    Vault(VaultError),
    Keep(KeepError),
    /// The page has no random generator: it was not opened over https.
    NoRandom,
}

impl From<VaultError> for SessionError {
    fn from(error: VaultError) -> Self {
        SessionError::Vault(error)
    }
}

impl From<KeepError> for SessionError {
    fn from(error: KeepError) -> Self {
        SessionError::Keep(error)
    }
}

/// Context: the session.
#[derive(Clone, Copy)]
pub struct Session {
    pub phase: RwSignal<Phase>,
    pub register: RwSignal<Option<Register>, LocalStorage>,
    /// What opening found damaged; each is confined to itself.
    pub damage: RwSignal<Vec<Damage>>,
    store: StoredValue<Option<AppStore>, LocalStorage>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            phase: RwSignal::new(Phase::Starting),
            register: RwSignal::new_local(None),
            damage: RwSignal::new(Vec::new()),
            store: StoredValue::new_local(None),
        }
    }
}

impl Session {
    /// Looks at the store and says what the first screen is.
    pub async fn start(self, store: AppStore) {
        let phase = match vault::look(&store).await {
            Ok(Standing::Empty) => Phase::FirstRun,
            Ok(Standing::Locked(keyring)) => {
                let people = keyring.slots.iter().filter(|slot| matches!(slot.holder, Holder::Staff(_)));
                Phase::Locked(
                    people.map(|slot| SlotCard { id: slot.id, label: slot.label.clone() }).collect(),
                )
            }
            Err(why) => Phase::Stopped(Arc::new(why)),
        };
        self.store.set_value(Some(store));
        self.phase.set(phase);
    }

    pub(super) fn store(self) -> Result<AppStore, SessionError> {
        self.store.get_value().ok_or(SessionError::Vault(VaultError::Locked))
    }

    /// Begins a register with its first person. The recovery code is for paper; it is kept nowhere.
    pub async fn found(self, cipher: AppCipher, founding: Founding) -> Result<RecoveryCode, SessionError> {
        let recovery = vault::new_recovery_code(&cipher).map_err(VaultError::from)?;
        let bits = || random::bits().ok_or(SessionError::NoRandom);
        let secret = [bits()?.to_le_bytes(), bits()?.to_le_bytes()].concat().try_into().unwrap_or([0; 32]);
        // Who practises is one of the invented teachers, with children of their own.
        let me = if founding.practice { practice::teacher(&secret).0 } else { new_file() };
        let passphrase = Passphrase::typed(&founding.passphrase);
        let first = FirstPerson { staff: me, label: &founding.person, passphrase: &passphrase };
        let at = clock::wall();
        let vault = AppVault::create(self.store()?, cipher, first, &recovery, at).await?;
        let card = RegisterCard {
            id: bits()?,
            secret,
            name: founding.register_name.clone(),
            county: new_file(),
            practice: founding.practice,
        };
        let county = card.county;
        let keeper = Keeper::begin(vault, card, bits()? as u64, me, at).await?;
        let register = Register::over(keeper, me).await?;
        let text = |key: &str, value: &str| (key.to_owned(), Value::from(value));
        let begin = |file, kind: FileKind, values: Values| Order {
            file,
            kind,
            command: Command::set(Act::NEW_FILE, RecordKey::root(kind.key()), values),
        };
        let person = Values::from([
            text("name", &founding.person),
            ("roles".to_owned(), Value::List(vec!["HOME_TEACHER".into()])),
        ]);
        let mut orders =
            vec![begin(county, FileKind::County, Values::from([text("name", &founding.register_name)]))];
        if !founding.practice {
            orders.push(begin(me, FileKind::Staff, person));
        }
        register.keep(orders, Vec::new()).await?;
        self.register.set(Some(register));
        Ok(recovery)
    }

    /// The first person has put the recovery sheet away: on to the register.
    pub fn enter(self) {
        self.phase.set(Phase::Open);
    }

    pub async fn unlock(self, cipher: AppCipher, slot: SlotId, passphrase: &str) -> Result<(), SessionError> {
        let unlocked = AppVault::unlock(self.store()?, cipher, slot, &Passphrase::typed(passphrase)).await?;
        self.open(unlocked.vault, unlocked.damage).await
    }

    pub async fn unlock_by_recovery(
        self,
        cipher: AppCipher,
        code: &RecoveryCode,
    ) -> Result<(), SessionError> {
        let unlocked = AppVault::unlock_by_recovery(self.store()?, cipher, code).await?;
        self.open(unlocked.vault, unlocked.damage).await
    }

    /// Opens the register of an unlocked vault.
    pub(super) async fn open(self, vault: AppVault, mut damage: Vec<Damage>) -> Result<(), SessionError> {
        let me = match holder(&vault)? {
            Holder::Staff(me) => me,
            // By the recovery sheet: nobody's slot, so the acts are nobody's until a person is chosen.
            Holder::Recovery => FileId(0),
        };
        let opened = Keeper::open(vault, me).await?;
        damage.extend(opened.damage);
        self.damage.set(damage);
        self.register.set(Some(Register::over(opened.keeper, me).await?));
        self.phase.set(Phase::Open);
        Ok(())
    }
}

/// Whose slot is open.
fn holder(vault: &AppVault) -> Result<Holder, VaultError> {
    let (slot, keyring) = (vault.slot()?, vault.keyring()?);
    Ok(keyring.slot(slot).map_or(Holder::Recovery, |slot| slot.holder))
}

pub fn use_session() -> Session {
    expect_context::<Session>()
}
