//! A vault in memory with a cheap key derivation, and what a thief or a broken disk does to it.
use baoxue::domain::id::FileId;
use baoxue::vault::native_cipher::NativeCipher;
use baoxue::vault::{
    Area, Damage, FirstPerson, Harm, MemoryStore, Passphrase, Place, Put, RecoveryCode, SlotId, Unlocked,
    Vault, new_recovery_code,
};

pub type TestVault = Vault<MemoryStore, NativeCipher>;

pub const LIN: &str = "shan-hu mi-guo tian-shi bei-lin";
pub const WANG: &str = "the goat behind our kitchen sings";
pub const NEW: &str = "huangniu shang shan chi cao bu huijia";

pub fn pass(text: &str) -> Passphrase {
    Passphrase::typed(text)
}

pub async fn created(store: &MemoryStore) -> (TestVault, RecoveryCode) {
    let cipher = NativeCipher::quick();
    let code = new_recovery_code(&cipher).unwrap();
    let first = FirstPerson { staff: FileId(1), label: "林老师", passphrase: &pass(LIN) };
    let vault = Vault::create(store.clone(), cipher, first, &code, 1_000).await.unwrap();
    (vault, code)
}

pub async fn unlocked(store: &MemoryStore, slot: SlotId, text: &str) -> Unlocked<MemoryStore, NativeCipher> {
    Vault::unlock(store.clone(), NativeCipher::quick(), slot, &pass(text)).await.unwrap()
}

pub fn file(n: u32) -> String {
    format!("{:032x}", u128::from(n) * 0x9e37_79b9_7f4a_7c15_0123)
}

pub fn text(n: u32, version: u32) -> Vec<u8> {
    format!("卷 {n}, version {version}, ").repeat(20).into_bytes()
}

/// `count` files, saved one commit each, twice: the second time as version 2.
pub async fn fill(vault: &TestVault, count: u32) {
    for version in 1..=2 {
        for n in 0..count {
            let puts = vec![
                Put::value(Area::Files, file(n), text(n, version)),
                Put::value(Area::Index, format!("s/{:02}", n % 4), text(n, version)),
            ];
            vault.commit(puts, 2_000).await.unwrap();
        }
    }
}

/// Where a value lies in the store.
pub fn stored_key(store: &MemoryStore, area: Area, key: &str) -> String {
    let end = format!("/{key}");
    store.dump().into_iter().find(|(a, k, _)| *a == area && k.ends_with(&end)).unwrap().1
}

pub fn stored(store: &MemoryStore, area: Area, key: &str) -> Vec<u8> {
    store.dump().into_iter().find(|(a, k, _)| *a == area && k == key).unwrap().2
}

pub fn harm(damage: &[Damage]) -> Vec<(Place, Harm)> {
    damage.iter().map(|damage| (damage.place.clone(), damage.harm)).collect()
}

pub fn value_of(area: Area, key: &str) -> Place {
    Place::Value { area, key: key.to_owned() }
}
