//! A practice register is backed up, opened again, counted, brought to another tablet, and there goes on under another device.
use super::restore::{BringError, Key, is_wrong_key, open_source};
use super::*;
use crate::app::keeper::{Keeper, Media, replica};
use crate::app::layout::RegisterCard;
use crate::domain::id::FileId;
use crate::register::change::{DeviceId, Dot};
use crate::register::demo::{Demo, DemoSize};
use crate::register::derived_id::Secret;
use crate::vault::memory::Fault;
use crate::vault::native_cipher::NativeCipher;
use crate::vault::{
    FirstPerson, MemoryStore, Passphrase, RecoveryCode, SlotId, Standing, look, new_recovery_code,
};
use futures::executor::block_on;

const PHRASE: &str = "shan-hu mi-guo lan-tian bai-yun";
const SECRET: [u8; 32] = [7; 32];
const SAVED: u64 = 1_773_200_000_000;

type Kept = Keeper<MemoryStore, NativeCipher>;

/// A keeper of the practice register, with the sheet that opens it and the slot of its first person.
async fn practised() -> (Kept, RecoveryCode, SlotId) {
    let cipher = NativeCipher::quick();
    let (passphrase, recovery) = (Passphrase::typed(PHRASE), new_recovery_code(&cipher).unwrap());
    let first = FirstPerson { staff: FileId(9), label: "周老师", passphrase: &passphrase };
    let vault = Vault::create(MemoryStore::new(), cipher, first, &recovery, 1).await.unwrap();
    let slot = vault.slot().unwrap();
    let card =
        RegisterCard { id: 5, secret: SECRET, name: "青禾县".into(), county: FileId(8), practice: false };
    let mut keeper = Keeper::begin(vault, card, 0xd1, FileId(9), 1).await.unwrap();
    let demo = Demo::new(DemoSize::Practice, "2026-04-15".parse().unwrap(), Secret(SECRET));
    let mut counter = 0;
    let mut mint = || {
        counter += 1;
        Dot { device: DeviceId(0xd0), counter, tag: 1 }
    };
    let mut files = demo.organisation(&mut mint);
    files.extend(demo.pupils(0..40, &mut mint));
    let photo = Media { hash: "photo".into(), bytes: vec![1; 9_000] };
    keeper.put_files(files, vec![photo], None, vec![], SAVED).await.unwrap();
    (keeper, recovery, slot)
}

async fn backed_up(keeper: &Kept) -> Vec<u8> {
    let mut bytes = Vec::new();
    keeper.vault().backup(&mut bytes).await.unwrap();
    bytes
}

#[test]
fn a_backup_is_called_good_only_after_its_own_bytes_were_opened_and_counted() {
    block_on(async {
        let (keeper, _, _) = practised().await;
        let bytes = backed_up(&keeper).await;
        let cipher = NativeCipher::quick();
        let holds = check(keeper.vault(), bytes.clone(), &cipher).await.unwrap();
        assert_eq!(
            (holds.pupils, holds.schools, holds.staff, holds.media, holds.saved_at),
            (40, 3, 8, 1, SAVED)
        );
        let visits: usize =
            keeper.summaries.values().filter_map(|s| s.pupil()).map(|p| p.visit_count as usize).sum();
        assert!(holds.visits == visits && visits > 400, "{} of {visits}", holds.visits);
        assert!(holds.records > holds.visits + 40 * 4, "{holds:?}");
        assert_eq!(holds.register, Some(("青禾县".to_owned(), false)));
        // A byte of the photo, which is the last value of the file.
        let mut harmed = bytes.clone();
        let at = harmed.len() - 500;
        harmed[at] ^= 1;
        let refused = check(keeper.vault(), harmed, &cipher).await;
        assert!(
            matches!(refused, Err(MakeError::NotGood { ref damage, unreadable: 0 }) if damage.len() == 1)
        );
        let cut = check(keeper.vault(), bytes[..bytes.len() / 2].to_vec(), &cipher).await;
        assert!(matches!(cut, Err(MakeError::Unread(RestoreError::Backup(_)))));
    });
}

#[test]
fn a_backup_opens_with_a_passphrase_or_the_sheet_and_goes_on_as_another_device() {
    block_on(async {
        let (keeper, recovery, slot) = practised().await;
        let bytes = backed_up(&keeper).await;
        let cipher = NativeCipher::quick();
        let wrong = Key::Person(slot, Passphrase::typed("chun-feng xia-yu qiu-yue dong-xue"));
        let refused = open_source(bytes.clone(), wrong, &cipher).await.err().unwrap();
        assert!(is_wrong_key(&refused), "{refused:?}");
        let by_person =
            open_source(bytes.clone(), Key::Person(slot, Passphrase::typed(PHRASE)), &cipher).await;
        let by_sheet = open_source(bytes, Key::Sheet(recovery), &cipher).await.unwrap();
        let ready = by_person.unwrap();
        assert_eq!((&ready.holds, ready.damage.len()), (&by_sheet.holds, 0));
        let own = vec![replica(0xd2).unwrap()];
        let restored =
            ready.backup.restore(MemoryStore::new(), NativeCipher::quick(), own, 9, false).await.unwrap();
        let again = Keeper::open(restored.vault, FileId(9)).await.unwrap();
        assert_eq!(again.damage, []);
        assert_eq!(again.keeper.summaries, keeper.summaries);
        assert_eq!((keeper.device(), again.keeper.device()), (DeviceId(0xd1), DeviceId(0xd2)));
    });
}

#[test]
fn wherever_a_restore_is_killed_the_tablet_is_bare_or_has_a_register_that_opens() {
    block_on(async {
        let (keeper, recovery, slot) = practised().await;
        let bytes = backed_up(&keeper).await;
        let code = recovery.as_str().to_owned();
        let mut seen = [0, 0];
        for at in 0..4 {
            for fault in [Fault::CrashBefore(at), Fault::CrashAfter(at)] {
                let (store, cipher) = (MemoryStore::new(), NativeCipher::quick());
                let sheet = Key::Sheet(RecoveryCode::read(&code).unwrap());
                let ready = open_source(bytes.clone(), sheet, &cipher).await.unwrap();
                store.set_fault(fault);
                let own = vec![replica(0xd2).unwrap()];
                let _ = ready.backup.restore(store.clone(), cipher, own, 9, false).await;
                store.revive();
                let is_there = look(&store).await.unwrap() != Standing::Empty;
                seen[usize::from(is_there)] += 1;
                if is_there {
                    let phrase = Passphrase::typed(PHRASE);
                    let opened = Vault::unlock(store, NativeCipher::quick(), slot, &phrase).await.unwrap();
                    let again = Keeper::open(opened.vault, FileId(9)).await.unwrap();
                    assert_eq!((again.damage, &again.keeper.summaries), (vec![], &keeper.summaries));
                    assert_eq!(again.keeper.device(), DeviceId(0xd2), "{fault:?}");
                }
            }
        }
        assert!(seen[0] >= 2 && seen[1] >= 2, "{seen:?}");
    });
}

#[test]
fn a_backup_without_a_register_that_can_be_read_is_told_apart() {
    block_on(async {
        let cipher = NativeCipher::quick();
        let (passphrase, recovery) = (Passphrase::typed(PHRASE), new_recovery_code(&cipher).unwrap());
        let first = FirstPerson { staff: FileId(9), label: "周老师", passphrase: &passphrase };
        let vault = Vault::create(MemoryStore::new(), cipher, first, &recovery, 1).await.unwrap();
        let mut bytes = Vec::new();
        vault.backup(&mut bytes).await.unwrap();
        let opened = open_source(bytes, Key::Sheet(recovery), &NativeCipher::quick()).await;
        assert_eq!(opened.err(), Some(BringError::NoRegister));
    });
}

#[test]
fn the_name_of_a_backup_says_its_day_and_names_nobody() {
    assert_eq!(file_name("2026-03-11".parse().unwrap()), "baoxue-backup-2026-03-11.baoxue");
}
