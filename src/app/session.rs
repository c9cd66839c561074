//! Who is at the tablet: first run, unlock, the recovery sheet. The author of every act is the slot that was unlocked.
//! Coming, locking and giving way to another tab are in [`presence`](crate::app::presence).
use crate::app::drafts::Drafts;
use crate::app::keeper::{self, KeepError, Keeper, Order};
use crate::app::layout::{Device, RegisterCard};
use crate::app::people::staff_order;
use crate::app::practice;
use crate::app::register::{Here, Register, new_file};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::value::{Value, Values};
use crate::platform::locks::Tenure;
use crate::platform::{clock, random};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::vault::{
    self, Damage, FirstPerson, Holder, Keyring, Passphrase, RecoveryCode, SlotId, Standing, Vault, VaultError,
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
    /// A register was made: its recovery sheet is shown, this once.
    Sheet {
        code: String,
    },
    Locked(Vec<SlotCard>),
    /// Opened by the recovery sheet: who is it? Nothing is done in nobody's name.
    Recovered(Vec<SlotCard>),
    Open,
    /// Another tab has the register.
    Elsewhere,
    /// The store cannot be used as it is; nothing was touched.
    Stopped(Arc<VaultError>),
}

/// What the first person says of the register and of themselves.
pub struct Founding {
    pub register_name: String,
    pub person: String,
    pub passphrase: Passphrase,
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

/// On the way to the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// What is being typed is sealed.
    Sealing,
    /// It could not be: nothing was forgotten, a person decides.
    Failed(Arc<KeepError>),
}

/// Context: the session.
#[derive(Clone, Copy)]
pub struct Session {
    pub phase: RwSignal<Phase>,
    pub register: RwSignal<Option<Register>, LocalStorage>,
    /// What opening found damaged; each is confined to itself.
    pub damage: RwSignal<Vec<Damage>>,
    pub leaving: RwSignal<Option<Leaving>>,
    /// Done and all, while everything is sealed anew after a person was removed.
    pub resealing: RwSignal<Option<(u64, u64)>>,
    pub drafts: Drafts,
    /// The field that had the focus at the last touch: the touch on the lock itself takes it away.
    pub field: StoredValue<Option<String>>,
    /// Wrong PINs since the last unlocking; see [`pin`](crate::app::pin).
    pub pin_tries: StoredValue<u8>,
    pub(super) store: StoredValue<Option<AppStore>, LocalStorage>,
    /// The register is this page's as long as this is held.
    pub(super) tenure: StoredValue<Option<Tenure>, LocalStorage>,
    pub(super) recovered: StoredValue<Option<AppVault>, LocalStorage>,
}

impl Default for Session {
    fn default() -> Self {
        Self {
            phase: RwSignal::new(Phase::Starting),
            register: RwSignal::new_local(None),
            damage: RwSignal::new(Vec::new()),
            leaving: RwSignal::new(None),
            resealing: RwSignal::new(None),
            drafts: Drafts::default(),
            field: StoredValue::new(None),
            pin_tries: StoredValue::new(0),
            store: StoredValue::new_local(None),
            tenure: StoredValue::new_local(None),
            recovered: StoredValue::new_local(None),
        }
    }
}

impl Session {
    /// Looks at the store and says what the first screen is.
    pub async fn start(self, store: AppStore) {
        let phase = match vault::look(&store).await {
            Ok(Standing::Empty) => Phase::FirstRun,
            Ok(Standing::Locked(keyring)) => Phase::Locked(people_of(&keyring)),
            Err(why) => Phase::Stopped(Arc::new(why)),
        };
        self.store.set_value(Some(store));
        self.phase.set(phase);
    }

    /// The store that this page works on: for whatever makes a register in it by another way (a backup, a joining file).
    pub fn store(self) -> Result<AppStore, SessionError> {
        self.store.get_value().ok_or(SessionError::Vault(VaultError::Locked))
    }

    /// Begins a register with its first person. The recovery code is for paper; it is kept nowhere.
    pub async fn found(self, cipher: AppCipher, founding: Founding) -> Result<RecoveryCode, SessionError> {
        let recovery = vault::new_recovery_code(&cipher).map_err(VaultError::from)?;
        let bits = || random::bits().ok_or(SessionError::NoRandom);
        let secret = [bits()?.to_le_bytes(), bits()?.to_le_bytes()].concat().try_into().unwrap_or([0; 32]);
        // Who practises is one of the invented teachers, with children of their own.
        let me = if founding.practice { practice::teacher(&secret).0 } else { new_file() };
        let first = FirstPerson { staff: me, label: &founding.person, passphrase: &founding.passphrase };
        let card = RegisterCard {
            id: bits()?,
            secret,
            name: founding.register_name.clone(),
            county: new_file(),
            practice: founding.practice,
        };
        let county = card.county;
        let named = Values::from([("name".to_owned(), Value::from(founding.register_name.as_str()))]);
        let begin = Command::set(Act::NEW_FILE, RecordKey::root(FileKind::County.key()), named);
        let mut orders = vec![Order { file: county, kind: FileKind::County, command: begin }];
        if !founding.practice {
            orders.push(staff_order(me, &founding.person));
        }
        let device = Device { id: bits()? as u64, counter: 0 };
        let (files, device) = keeper::first_files(orders, device, me, &Here)?;
        let puts = Keeper::<AppStore, AppCipher>::first_values(&card, device, &files, Vec::new())?;
        // One transaction: a tablet that stops in between is bare still, or has its register with its first person.
        let vault =
            AppVault::create_with(self.store()?, cipher, first, &recovery, puts, clock::wall()).await?;
        self.begin_with(vault, me).await?;
        Ok(recovery)
    }

    /// Takes up a register that was just laid down in the store; its screen comes with [`Session::show_sheet`].
    pub(in crate::app) async fn begin_with(self, vault: AppVault, me: FileId) -> Result<(), SessionError> {
        let opened = Keeper::open(vault, me).await?;
        self.register.set(Some(Register::over(opened.keeper, me).await?));
        Ok(())
    }

    /// The register is made; its recovery sheet comes before all else.
    pub fn show_sheet(self, code: &RecoveryCode) {
        self.phase.set(Phase::Sheet { code: code.as_str().to_owned() });
    }

    /// The first person has put the recovery sheet away: on to the register.
    pub fn enter(self) {
        self.phase.set(Phase::Open);
    }

    pub async fn unlock(
        self,
        cipher: AppCipher,
        slot: SlotId,
        passphrase: &Passphrase,
    ) -> Result<(), SessionError> {
        let unlocked = AppVault::unlock(self.store()?, cipher, slot, passphrase).await?;
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

    /// Goes on with an unlocked vault, whoever unlocked it: to the register, or to the question who it is.
    pub async fn open(self, vault: AppVault, mut damage: Vec<Damage>) -> Result<(), SessionError> {
        let me = match holder(&vault)? {
            Holder::Staff(me) => me,
            Holder::Recovery => {
                let people = people_of(&*vault.keyring()?);
                self.damage.set(damage);
                self.recovered.set_value(Some(vault));
                self.phase.set(Phase::Recovered(people));
                return Ok(());
            }
        };
        let is_unfinished = vault.pending().await?.is_some();
        let opened = Keeper::open(vault, me).await?;
        damage.extend(opened.damage);
        self.damage.set(damage);
        self.register.set(Some(Register::over(opened.keeper, me).await?));
        crate::app::presence::back_to_place();
        self.phase.set(Phase::Open);
        if is_unfinished {
            leptos::task::spawn_local(self.resume());
        }
        Ok(())
    }
}

/// The people of the lock screen.
fn people_of(keyring: &Keyring) -> Vec<SlotCard> {
    let people = keyring.slots.iter().filter(|slot| matches!(slot.holder, Holder::Staff(_)));
    people.map(|slot| SlotCard { id: slot.id, label: slot.label.clone() }).collect()
}

/// Whose slot is open.
fn holder(vault: &AppVault) -> Result<Holder, VaultError> {
    let (slot, keyring) = (vault.slot()?, vault.keyring()?);
    Ok(keyring.slot(slot).map_or(Holder::Recovery, |slot| slot.holder))
}

pub fn use_session() -> Session {
    expect_context::<Session>()
}
