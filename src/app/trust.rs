//! Whose signatures this tablet believes: the keys of its own slots, and those that it has seen and accepted from other tablets.
//!
//! Keys travel in the staff files ([`crate::register::signing`]). The accepted ones are kept apart from the register, sealed, so
//! that no file that is merged can change what is believed; a backup carries them.
use crate::app::keeper::{KeepError, Order};
use crate::app::register::Register;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::organisation::SigningKey;
use crate::platform::clock;
use crate::register::change::{Act, DeviceId, RecordKey};
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::signing::{Brought, Sight, Trusted, brought, hex, sight, vouched};
use crate::vault::cipher::Cipher;
use crate::vault::{Area, Holder, Keyring, Put, Store, Vault, VaultError, is_signed_with};
use leptos::prelude::{GetUntracked, WithUntracked};

const KEY: &str = "app/trusted";

/// A key that came with a file or lies in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub key: Trusted,
    pub sight: Sight,
    /// As the staff file calls the person.
    pub name: String,
}

/// The keys of this tablet's slots, those of removed people too.
fn own(keyring: &Keyring, tablet: DeviceId) -> Vec<Trusted> {
    let living = keyring.slots.iter().map(|slot| (slot.id, slot.holder, &slot.sign_public));
    let retired = keyring.retired.iter().map(|slot| (slot.id, slot.holder, &slot.sign_public));
    let key = |(slot, holder, public): (crate::vault::SlotId, Holder, &Vec<u8>)| match holder {
        Holder::Staff(staff) => Some(Trusted { slot: slot.0, staff, public: public.clone(), tablet }),
        Holder::Recovery => None,
    };
    living.chain(retired).filter_map(key).collect()
}

/// The keys accepted from other tablets.
pub async fn accepted<S: Store, C: Cipher>(vault: &Vault<S, C>) -> Result<Vec<Trusted>, VaultError> {
    let bytes = vault.read(Area::Meta, KEY).await?;
    // What does not read is believed no more: the keys are shown again.
    Ok(bytes.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default())
}

/// The value that holds the accepted keys; `None` where they cannot be written.
pub fn put(keys: &[Trusted]) -> Option<Put> {
    Some(Put::value(Area::Meta, KEY, postcard::to_allocvec(keys).ok()?))
}

/// Every key that this tablet believes.
async fn known(register: Register) -> Result<Vec<Trusted>, KeepError> {
    let vault = register.vault();
    let tablet = register.keeper().lock().await.device();
    let mut all = own(&*vault.keyring()?, tablet);
    all.extend(accepted(&vault).await?);
    Ok(all)
}

/// The keys in these files that are not believed yet, or never will be.
async fn unbelieved<C: Cipher>(
    cipher: &C,
    files: impl Iterator<Item = &File>,
    known: &[Trusted],
) -> Result<Vec<Seen>, VaultError> {
    let mut seen = Vec::new();
    for file in files.filter(|file| file.file_kind() == Some(FileKind::Staff)) {
        for found in brought(file) {
            let Brought { key, proof, .. } = &found;
            let holds = is_signed_with(cipher, &key.public, &vouched(key), proof).await?;
            let sight = sight(&found, holds, known);
            if sight != Sight::Known {
                let name = crate::register::summary::Summary::of(file).name;
                seen.push(Seen { key: found.key, sight, name });
            }
        }
    }
    Ok(seen)
}

/// The keys that would come with these files, beside a register or on a bare tablet.
pub async fn arriving<C: Cipher>(
    cipher: &C,
    register: Option<Register>,
    files: impl Iterator<Item = &File>,
) -> Result<Vec<Seen>, KeepError> {
    let known = match register {
        Some(register) => known(register).await?,
        None => Vec::new(),
    };
    Ok(unbelieved(cipher, files, &known).await?)
}

/// The keys in this register's staff files that wait to be accepted, or cannot be.
pub async fn waiting<C: Cipher>(cipher: &C, register: Register) -> Result<Vec<Seen>, KeepError> {
    let staff: Vec<FileId> = register.summaries.with_untracked(|all| {
        all.values().filter(|s| s.kind == FileKind::Staff.key() && !s.deleted).map(|s| s.id).collect()
    });
    let files = register.keeper().lock().await.files(&staff).await?;
    Ok(unbelieved(cipher, files.iter(), &known(register).await?).await?)
}

/// From now on these keys are believed; one that is already, or whose slot is, stays as it was.
pub async fn accept(register: Register, keys: &[Trusted]) -> Result<(), KeepError> {
    let known = known(register).await?;
    let vault = register.vault();
    let mut all = accepted(&vault).await?;
    let before = all.len();
    all.extend(keys.iter().filter(|key| known.iter().all(|known| known.slot != key.slot)).cloned());
    match put(&all).filter(|_| all.len() > before) {
        Some(put) => Ok(vault.commit(vec![put], clock::wall()).await?),
        None => Ok(()),
    }
}

/// The keys of a file that are believed because nothing else is known of their people.
pub fn at_first_sight(seen: &[Seen]) -> Vec<Trusted> {
    seen.iter().filter(|seen| seen.sight == Sight::First).map(|seen| seen.key.clone()).collect()
}

/// The public half of the unlocked person's key on this tablet.
pub fn my_public(register: Register) -> Result<Vec<u8>, VaultError> {
    let vault = register.vault();
    let slot = vault.slot()?;
    Ok(vault.keyring()?.sign_public(slot).map(<[u8]>::to_vec).unwrap_or_default())
}

/// Writes the unlocked person's key into the own staff file, so that it goes along with what is signed; none where it stands.
pub async fn own_order(register: Register) -> Result<Option<Order>, KeepError> {
    let me = register.me();
    if !register.summaries.with_untracked(|all| all.contains_key(&me)) {
        return Ok(None);
    }
    let vault = register.vault();
    let slot = vault.slot()?;
    let public = my_public(register)?;
    let stands = |found: &Brought| found.key.slot == slot.0 && found.key.public == public && found.is_own;
    if brought(&*register.file(me).await?).iter().any(stands) {
        return Ok(None);
    }
    let values = said(&vault, me, public, register.today.get_untracked()).await?;
    let command =
        Command::set(Act::SIGNING_KEY, RecordKey::new(SigningKey::TABLE.key, RecordId(slot.0)), values);
    Ok(Some(Order { file: me, kind: FileKind::Staff, command }))
}

async fn said<S: Store, C: Cipher>(
    vault: &Vault<S, C>,
    staff: FileId,
    public: Vec<u8>,
    today: crate::domain::date::Date,
) -> Result<crate::domain::value::Values, VaultError> {
    let key = Trusted { slot: vault.slot()?.0, staff, public, tablet: DeviceId(0) };
    let (_, proof) = vault.sign(&vouched(&key)).await?;
    Ok(SigningKey { public: hex(&key.public), proof: hex(&proof), since: Some(today) }.write())
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::register::apply::apply;
    use crate::register::change::Dot;
    use crate::register::command::Ctx;
    use crate::vault::native_cipher::NativeCipher;
    use crate::vault::{FirstPerson, MemoryStore, Passphrase, new_recovery_code};
    use futures::executor::block_on;

    const WANG: FileId = FileId(9);

    fn quick() -> NativeCipher {
        NativeCipher { quick: true, memory_kib: None }
    }

    async fn vault_of(staff: FileId) -> Vault<MemoryStore, NativeCipher> {
        let code = new_recovery_code(&quick()).unwrap();
        let passphrase = Passphrase::typed("kettle harbour violet anchor 27");
        let first = FirstPerson { staff, label: "王老师", passphrase: &passphrase };
        Vault::create(MemoryStore::new(), quick(), first, &code, 1).await.unwrap()
    }

    /// The staff file of `staff` with the key of `vault`'s slot, written by `by`.
    async fn staff_file(vault: &Vault<MemoryStore, NativeCipher>, staff: FileId, by: FileId) -> File {
        let slot = vault.slot().unwrap();
        let public = vault.keyring().unwrap().sign_public(slot).unwrap().to_vec();
        let today = "2026-03-11".parse().unwrap();
        let values = said(vault, staff, public, today).await.unwrap();
        let dot = Dot { device: DeviceId(5), counter: 1, tag: 0 };
        let ctx = Ctx { wall: 1, today, now: "10:30".parse().unwrap(), dot, by };
        let record = RecordKey::new("signing_key", RecordId(slot.0));
        let file = File::new(staff, FileKind::Staff);
        let change = apply(&file, Command::set(Act::SIGNING_KEY, record, values), &ctx).unwrap();
        file.with(change).unwrap()
    }

    #[test]
    fn a_key_is_believed_at_first_sight_and_a_forged_one_never() {
        block_on(async {
            let wang = vault_of(WANG).await;
            let file = staff_file(&wang, WANG, WANG).await;
            let seen = unbelieved(&quick(), [&file].into_iter(), &[]).await.unwrap();
            assert_eq!(seen.iter().map(|seen| seen.sight).collect::<Vec<_>>(), [Sight::First]);
            let known = at_first_sight(&seen);
            assert!(unbelieved(&quick(), [&file].into_iter(), &known).await.unwrap().is_empty());

            // Li puts a key of his own into Wang's file, in Wang's name: another key, which somebody must accept.
            let li = vault_of(FileId(8)).await;
            let other = staff_file(&li, WANG, WANG).await;
            let seen = unbelieved(&quick(), [&other].into_iter(), &known).await.unwrap();
            assert_eq!(seen[0].sight, Sight::Another);
            assert!(at_first_sight(&seen).is_empty(), "it is not believed by itself");
            // In his own name; or Wang's key with a word of Li's own: forged.
            let by_li = staff_file(&li, WANG, FileId(8)).await;
            assert_eq!(
                unbelieved(&quick(), [&by_li].into_iter(), &[]).await.unwrap()[0].sight,
                Sight::Forged
            );
            let mut taken = brought(&file).remove(0);
            taken.proof = li.sign(&vouched(&taken.key)).await.unwrap().1;
            let holds = is_signed_with(&quick(), &taken.key.public, &vouched(&taken.key), &taken.proof).await;
            assert_eq!(sight(&taken, holds.unwrap(), &[]), Sight::Forged);
        });
    }
}
