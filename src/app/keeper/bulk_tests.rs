//! Many files at once, over the memory store: read in bulk, returned to what they were, laid down with a new register.
use super::super::tests::{Here, begun, order, reopened};
use super::*;
use crate::app::layout::RegisterCard;
use crate::vault::memory::Fault;
use crate::vault::native_cipher::NativeCipher;
use crate::vault::{FirstPerson, MemoryStore, Passphrase, Standing, Vault, look, new_recovery_code};
use futures::executor::block_on;

#[test]
fn files_read_in_bulk_are_those_read_one_by_one() {
    let store = MemoryStore::new();
    let mut keeper = begun(&store);
    let here = Here::default();
    for n in 0..90 {
        block_on(keeper.keep(vec![order(1 + n % 3, "village", &format!("村{n}"))], vec![], &here)).unwrap();
    }
    let ids = [FileId(3), FileId(1), FileId(2)];
    let together = block_on(keeper.files(&ids)).unwrap();
    for (id, file) in ids.iter().zip(&together) {
        assert_eq!(file, block_on(keeper.file(*id)).unwrap().as_ref());
    }
    assert_eq!(block_on(keeper.files(&[FileId(77)])).err(), Some(KeepError::NoSuchFile(FileId(77))));
}

#[test]
fn an_import_taken_back_leaves_the_register_as_it_was() {
    let store = MemoryStore::new();
    let mut keeper = begun(&store);
    let here = Here::default();
    block_on(keeper.keep(vec![order(1, "village", "李庄")], vec![], &here)).unwrap();
    let (summaries, files) = (keeper.summaries.clone(), block_on(keeper.files(&[FileId(1)])).unwrap());
    let before: Vec<Before> = vec![(FileId(1), Some(files[0].to_pack())), (FileId(65), None)];
    let counter = keeper.counter();
    // File 65 stands in the same shard as file 1, file 1 gets a longer tail.
    let media = Media { hash: "aa".into(), bytes: vec![1] };
    let orders = vec![order(1, "village", "王庄"), order(65, "village", "赵庄")];
    block_on(keeper.keep(orders, vec![media], &here)).unwrap();
    assert_ne!(keeper.summaries, summaries);

    block_on(keeper.return_to(before, &["aa".into()], vec![], 9)).unwrap();
    let mut again = reopened(&keeper);
    for keeper in [&mut keeper, &mut again.keeper] {
        assert_eq!(keeper.summaries, summaries);
        assert_eq!(block_on(keeper.files(&[FileId(1)])).unwrap(), files);
        assert_eq!(block_on(keeper.file(FileId(65))).err(), Some(KeepError::NoSuchFile(FileId(65))));
        assert_eq!(block_on(keeper.vault().read(Area::Media, "aa")), Ok(None));
        assert_eq!(keeper.counter(), counter + 2, "a number is never used twice, taken back or not");
    }
    assert_eq!(again.damage, []);
}

#[test]
fn a_shard_that_loses_its_last_file_is_empty_after_opening_again() {
    let mut keeper = begun(&MemoryStore::new());
    block_on(keeper.keep(vec![order(7, "village", "赵庄")], vec![], &Here::default())).unwrap();
    block_on(keeper.return_to(vec![(FileId(7), None)], &[], vec![], 9)).unwrap();
    assert!(reopened(&keeper).keeper.summaries.is_empty());
}

#[test]
fn a_tablet_that_joins_is_bare_or_has_everything_wherever_it_stops() {
    let mut origin = begun(&MemoryStore::new());
    let orders = (1..40).map(|n| order(n, "village", "李庄")).collect();
    block_on(origin.keep(orders, vec![], &Here::default())).unwrap();
    let ids: Vec<FileId> = origin.summaries.keys().copied().collect();
    let files = block_on(origin.files(&ids)).unwrap();
    let card =
        RegisterCard { id: 5, secret: [7; 32], name: "青禾县".into(), county: FileId(8), practice: false };
    let join = async |store: MemoryStore| {
        let cipher = NativeCipher::quick();
        let passphrase = Passphrase::typed("shan-hu mi-guo lan-tian bai-yun");
        let first = FirstPerson { staff: FileId(9), label: "李老师", passphrase: &passphrase };
        let recovery = new_recovery_code(&cipher).unwrap();
        let media = vec![Media { hash: "aa".into(), bytes: vec![1] }];
        let device = Device { id: 0xd2, counter: 0 };
        let puts = Keeper::<MemoryStore, NativeCipher>::first_values(&card, device, &files, media).unwrap();
        Vault::create_with(store, cipher, first, &recovery, puts, 1).await
    };
    let whole = MemoryStore::new();
    let vault = block_on(join(whole.clone())).unwrap();
    let joined = block_on(Keeper::open(vault, FileId(9))).unwrap();
    assert_eq!((joined.damage, &joined.keeper.summaries), (vec![], &origin.summaries));
    assert_eq!(block_on(joined.keeper.vault().read(Area::Media, "aa")), Ok(Some(vec![1])));
    assert!(whole.commits() >= 1);
    for point in 0..whole.commits() {
        let store = MemoryStore::new();
        store.set_fault(Fault::CrashBefore(point));
        assert!(block_on(join(store.clone())).is_err());
        store.revive();
        assert_eq!(block_on(look(&store)), Ok(Standing::Empty), "stopped before commit {point}");
        assert!(block_on(join(store)).is_ok(), "a bare tablet can join again");
    }
}
