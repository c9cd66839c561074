//! Saving and opening, over the memory store: what is saved is there after opening again, and a failed save changes nothing.
use super::*;
use crate::domain::date::{Clock, Date};
use crate::domain::value::Value;
use crate::register::change::{Act, RecordKey};
use crate::vault::native_cipher::NativeCipher;
use crate::vault::{FirstPerson, MemoryStore, Passphrase, StoreError, new_recovery_code};
use futures::executor::block_on;
use std::cell::Cell;

const PHRASE: &str = "shan-hu mi-guo lan-tian bai-yun";

#[derive(Default)]
pub(super) struct Here(Cell<u64>);

impl Surroundings for Here {
    fn wall(&self) -> u64 {
        self.0.set(self.0.get() + 1000);
        1_773_200_000_000 + self.0.get()
    }
    fn today(&self) -> Date {
        "2026-03-11".parse().unwrap()
    }
    fn now(&self) -> Clock {
        "14:02".parse().unwrap()
    }
    fn random(&self) -> u128 {
        u128::from(self.0.get()) * 7919
    }
}

pub(super) fn begun(store: &MemoryStore) -> Keeper<MemoryStore, NativeCipher> {
    let cipher = NativeCipher::quick();
    let passphrase = Passphrase::typed(PHRASE);
    let first = FirstPerson { staff: FileId(9), label: "周老师", passphrase: &passphrase };
    let recovery = new_recovery_code(&cipher).unwrap();
    let vault = block_on(Vault::create(store.clone(), cipher, first, &recovery, 1)).unwrap();
    let card =
        RegisterCard { id: 5, secret: [7; 32], name: "青禾县".into(), county: FileId(8), practice: false };
    block_on(Keeper::begin(vault, card, 0xd1, FileId(9), 1)).unwrap()
}

pub(super) fn reopened(keeper: &Keeper<MemoryStore, NativeCipher>) -> Opened<MemoryStore, NativeCipher> {
    block_on(Keeper::open(keeper.vault().clone(), FileId(9))).unwrap()
}

pub(super) fn order(file: u128, field: &str, value: &str) -> Order {
    let values = [(field.to_owned(), Value::from(value))].into();
    Order {
        file: FileId(file),
        kind: FileKind::Pupil,
        command: Command::set(Act::EDIT, RecordKey::root("pupil"), values),
    }
}

#[test]
fn what_was_saved_is_there_after_opening_again() {
    let store = MemoryStore::new();
    let mut keeper = begun(&store);
    let here = Here::default();
    for n in 0..60 {
        block_on(keeper.keep(vec![order(1 + n % 2, "village", &format!("村{n}"))], vec![], &here)).unwrap();
    }
    let mut again = reopened(&keeper);
    assert_eq!(again.damage, []);
    assert_eq!(again.keeper.summaries, keeper.summaries);
    for id in [FileId(1), FileId(2)] {
        let (mine, stored) = (block_on(keeper.file(id)).unwrap(), block_on(again.keeper.file(id)).unwrap());
        assert_eq!(mine, stored);
        assert_eq!(mine.changes().len(), 30, "the tail was folded into the base and nothing was lost");
    }
}

#[test]
fn summaries_of_an_older_program_are_made_anew_from_the_files() {
    let store = MemoryStore::new();
    let mut keeper = begun(&store);
    let here = Here::default();
    block_on(keeper.keep(vec![order(1, "village", "石门村"), order(65, "village", "桥头村")], vec![], &here))
        .unwrap();
    let shard = layout::shard_key(layout::shard_of(FileId(1)));
    // As earlier programs wrote them: without the byte of their form, and of another content.
    let older = Put::value(Area::Index, shard, vec![2, 0, 0, 0]);
    block_on(keeper.vault().commit(vec![older], 9)).unwrap();
    let again = reopened(&keeper);
    assert_eq!(again.damage, []);
    assert_eq!(again.keeper.summaries, keeper.summaries);
    assert_eq!(reopened(&keeper).keeper.summaries, keeper.summaries, "and they are written");
}

#[test]
fn several_orders_are_saved_together_or_not_at_all() {
    let mut keeper = begun(&MemoryStore::new());
    let here = Here::default();
    let bad = Order {
        command: Command::set(
            Act::EDIT,
            RecordKey::root("pupil"),
            [("birth".to_owned(), "2026-02-30".into())].into(),
        ),
        ..order(2, "x", "")
    };
    let refused = block_on(keeper.keep(vec![order(1, "village", "下石门村"), bad], vec![], &here));
    assert!(matches!(refused, Err(KeepError::Refused(Refused::Flaws(_)))));
    assert!(keeper.summaries.is_empty() && reopened(&keeper).keeper.summaries.is_empty());
}

#[test]
fn a_full_disk_changes_nothing_and_the_next_save_goes_on() {
    let store = MemoryStore::new();
    let mut keeper = begun(&store);
    let here = Here::default();
    block_on(keeper.keep(vec![order(1, "village", "下石门村")], vec![], &here)).unwrap();
    let before = keeper.summaries.clone();
    store.limit(Some(0));
    let failed = block_on(keeper.keep(vec![order(1, "village", "上石门村")], vec![], &here));
    assert!(
        matches!(failed, Err(KeepError::Vault(VaultError::Store(StoreError::Full { .. })))),
        "{failed:?}"
    );
    assert_eq!((&keeper.summaries, &reopened(&keeper).keeper.summaries), (&before, &before));
    store.limit(None);
    block_on(keeper.keep(vec![order(1, "village", "上石门村")], vec![], &here)).unwrap();
    assert_eq!(block_on(keeper.file(FileId(1))).unwrap().changes().len(), 2);
}

#[test]
fn a_number_is_never_used_twice_even_after_a_refusal() {
    let mut keeper = begun(&MemoryStore::new());
    let here = Here::default();
    let saved: Vec<Dot> = (0..5)
        .flat_map(|n| {
            block_on(keeper.keep(vec![order(1, "village", &format!("村{n}"))], vec![], &here))
                .unwrap()
                .changes
        })
        .map(|(_, dot)| dot)
        .collect();
    let mut again = reopened(&keeper).keeper;
    let next = block_on(again.keep(vec![order(1, "village", "末")], vec![], &here)).unwrap().changes;
    assert!(next.iter().all(|(_, dot)| !saved.contains(dot) && dot.counter > 5));
}
