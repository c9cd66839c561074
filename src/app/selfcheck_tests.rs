//! The self-check finds what was put wrong behind the keeper's back, and mending makes it right.
use super::*;
use crate::app::keeper::Keeper;
use crate::app::layout::RegisterCard;
use crate::domain::field::FileKind;
use crate::register::change::{Act, Change, DeviceId, Dot, RecordKey};
use crate::register::clock::Hlc;
use crate::vault::native_cipher::NativeCipher;
use crate::vault::{FirstPerson, MemoryStore, Passphrase, Put, new_recovery_code};
use futures::executor::block_on;
use std::sync::Arc;

fn pupil(n: u128) -> File {
    let values = [("name".to_owned(), format!("学生{n}").into())].into();
    let change = Change {
        dot: Dot { device: DeviceId(1), counter: n as u32, tag: 0 },
        after: Vec::new(),
        at: Hlc { ms: 5, n: 0 },
        by: FileId(9),
        act: Act::NEW_FILE,
        sets: [(RecordKey::root("pupil"), values)].into(),
        extra: Default::default(),
    };
    File::from_changes(FileId(n), FileKind::Pupil.key().to_owned(), vec![change]).unwrap()
}

async fn kept(files: u128) -> Keeper<MemoryStore, NativeCipher> {
    let cipher = NativeCipher::quick();
    let passphrase = Passphrase::typed("shan-hu mi-guo lan-tian bai-yun");
    let first = FirstPerson { staff: FileId(9), label: "周老师", passphrase: &passphrase };
    let recovery = new_recovery_code(&cipher).unwrap();
    let vault = Vault::create(MemoryStore::new(), cipher, first, &recovery, 1).await.unwrap();
    let card =
        RegisterCard { id: 5, secret: [7; 32], name: "青禾县".into(), county: FileId(8), practice: false };
    let mut keeper = Keeper::begin(vault, card, 0xd1, FileId(9), 1).await.unwrap();
    keeper.put_files((1..=files).map(pupil).collect(), vec![], None, vec![], 2).await.unwrap();
    keeper
}

async fn check_all(keeper: &Keeper<MemoryStore, NativeCipher>) -> Vec<(u128, Fault)> {
    let checked = check(keeper.vault(), |_, _| ()).await.unwrap();
    checked.faults.into_iter().map(|(id, fault)| (id.0, fault)).collect()
}

async fn write_shard(keeper: &Keeper<MemoryStore, NativeCipher>, shard: u8, summaries: Vec<Arc<Summary>>) {
    let bytes = layout::encode_shard(summaries.iter()).unwrap();
    keeper.vault().commit(vec![Put::value(Area::Index, layout::shard_key(shard), bytes)], 3).await.unwrap();
}

#[test]
fn a_sound_register_has_no_fault_and_says_how_far_it_is() {
    block_on(async {
        let keeper = kept(150).await;
        let told = std::cell::RefCell::new(Vec::new());
        let checked = check(keeper.vault(), |done, all| told.borrow_mut().push((done, all))).await.unwrap();
        assert_eq!((checked.files, checked.faults.len()), (150, 0));
        assert_eq!(told.into_inner(), [(64, 150), (128, 150), (150, 150)]);
    });
}

#[test]
fn whatever_an_index_says_wrongly_is_found_by_its_file_and_mended() {
    block_on(async {
        let mut keeper = kept(80).await;
        let changed = |id: u128| {
            let mut summary = keeper.summaries[&FileId(id)].as_ref().clone();
            summary.name = "别人".to_owned();
            Arc::new(summary)
        };
        // Shard 3 holds files 3 and 67: one says another name, the other is left out. Shard 4 lists a file that is not there.
        let ghost = Arc::new(Summary::of(&pupil(4 + 64 * 9)));
        write_shard(&keeper, 3, vec![changed(3)]).await;
        write_shard(
            &keeper,
            4,
            vec![keeper.summaries[&FileId(4)].clone(), keeper.summaries[&FileId(68)].clone(), ghost],
        )
        .await;
        let expected = [(3, Fault::Differs), (67, Fault::NotListed), (4 + 64 * 9, Fault::NoFile)];
        assert_eq!(check_all(&keeper).await, expected);
        // The page that opened such a register sees what the index says.
        keeper = Keeper::open(keeper.vault().clone(), FileId(9)).await.unwrap().keeper;
        assert_eq!((keeper.summaries.len(), keeper.summaries[&FileId(3)].name.as_str()), (80, "别人"));
        keeper.mend(&expected.map(|(id, _)| FileId(id)), 4).await.unwrap();
        assert_eq!(check_all(&keeper).await, []);
        assert_eq!((keeper.summaries.len(), keeper.summaries[&FileId(3)].name.as_str()), (80, "学生3"));
        let again = Keeper::open(keeper.vault().clone(), FileId(9)).await.unwrap().keeper;
        assert_eq!(again.summaries, keeper.summaries);
    });
}

#[test]
fn a_file_that_does_not_read_is_named_and_keeps_its_place_on_the_lists() {
    block_on(async {
        let mut keeper = kept(5).await;
        let put = Put::value(Area::Files, layout::base_key(FileId(2)), b"not a pack".to_vec());
        keeper.vault().commit(vec![put], 3).await.unwrap();
        assert_eq!(check_all(&keeper).await, [(2, Fault::Unreadable)]);
        keeper = Keeper::open(keeper.vault().clone(), FileId(9)).await.unwrap().keeper;
        keeper.mend(&[FileId(2)], 4).await.unwrap();
        assert_eq!(keeper.summaries.len(), 5);
    });
}
