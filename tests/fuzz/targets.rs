//! What hostile bytes are given to: every importer and every sealed form. Each target holds more than "it does not panic": what is
//! taken must be whole, and what was altered must never pass for genuine. The same targets run under libFuzzer (`fuzz/`).
use baoxue::domain::id::FileId;
use baoxue::interchange::job::{Answer, Ask, Desk, Unread};
use baoxue::interchange::package::{PackageWriter, TEXT, content_hash};
use baoxue::lists::job::{Answer as ListAnswer, Ask as ListAsk, Chosen, Desk as ListDesk};
use baoxue::register::change::{DeviceId, Dot};
use baoxue::register::demo::{Demo, DemoSize};
use baoxue::register::derived_id::Secret;
use baoxue::register::file::{File, Pack};
use baoxue::vault::native_cipher::NativeCipher;
use baoxue::vault::store::{Area, Store};
use baoxue::vault::{
    Backup, FirstPerson, Keyring, MemoryStore, Passphrase, Put, RecoveryCode, SlotId, Vault, envelope, kdf,
    look, sealed_file,
};
use pollster::block_on;
use std::sync::OnceLock;

pub type Target = fn(&[u8]);

/// Each target under its name; its corpus lies in the folder of that name.
pub const TARGETS: &[(&str, Target)] = &[
    ("register", register),
    ("list", list),
    ("pack", pack),
    ("sealed", sealed),
    ("backup", backup),
    ("keyring", keyring),
    ("value", value),
    ("question", question),
];

const PHRASE: &str = "shan-hu mi-guo lan-tian bai-yun";
const CIPHER: NativeCipher = NativeCipher { quick: true, memory_kib: None };

/// A register file, as JSON or packed with its pictures: read whole without an issue, or nothing of it.
pub fn register(bytes: &[u8]) {
    let mut desk = Desk::default();
    match desk.answer(Ask::Open { sealed: bytes.len() % 2 == 0 }, bytes.to_vec(), &mut |_| ()) {
        Answer::Opened(opened) => {
            let mut files = 0;
            while let Answer::Files(some) = desk.answer(Ask::Files { most: 7 }, vec![], &mut |_| ()) {
                if some.is_empty() {
                    break;
                }
                files += some.len() as u32;
            }
            assert_eq!(files, opened.files, "files announced and given");
            for hash in &opened.media {
                let medium = desk.answer(Ask::Medium { hash: hash.clone() }, vec![], &mut |_| ());
                let Answer::Medium(Some(bytes)) = medium else {
                    panic!("a picture was announced and not given")
                };
                assert_eq!(content_hash(&bytes), *hash);
            }
        }
        // What concerns the file as a whole has no place; everything else has both halves of one.
        Answer::Unread(Unread::Text(issue)) => assert_eq!(issue.place.line > 0, issue.place.column > 0),
        Answer::Unread(Unread::Package(_)) => {}
        other => panic!("{other:?}"),
    }
}

/// A department's list in any form: every row that was read is counted somewhere.
pub fn list(bytes: &[u8]) {
    let mut desk = ListDesk::default();
    let ListAnswer::Opened(opened) = desk.open("list".to_owned(), bytes, &[], &mut |_| ()) else { return };
    for (sheet, seen) in opened.sheets.iter().enumerate().take(3) {
        let Some(proposal) = seen.proposals.first() else { continue };
        let kind = proposal.mapping.kind;
        let parts = vec![Chosen { file: 0, sheet: sheet as u32, mapping: proposal.mapping.clone() }];
        match desk.answer(ListAsk::Take { kind, parts }, &[], &mut |_| ()) {
            ListAnswer::Roster(taken) => assert!(taken.counts.add_up()),
            ListAnswer::Schools(taken) => assert!(taken.counts.add_up()),
            _ => {}
        }
    }
}

/// A file's changes as they lie in the vault or come from another tablet.
pub fn pack(bytes: &[u8]) {
    let Ok(pack) = postcard::from_bytes::<Pack>(bytes) else { return };
    let Ok(file) = File::from_pack(FileId(7), pack) else { return };
    let again = File::from_pack(FileId(7), file.to_pack());
    assert!(again.as_ref() == Ok(&file), "what was read is written and read alike");
}

fn sealed_sample() -> &'static (Vec<u8>, Vec<u8>) {
    static SAMPLE: OnceLock<(Vec<u8>, Vec<u8>)> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let text = "郝沐玉 370299 ".repeat(40).into_bytes();
        let passphrase = Passphrase::typed(PHRASE);
        let file = block_on(async {
            let (mut sealer, mut file) = sealed_file::Sealer::begin(&CIPHER, &passphrase).await.ok()?;
            file.extend(sealer.take(&text).await.ok()?);
            file.extend(sealer.finish().await.ok()?);
            Some(file)
        });
        (file.unwrap_or_default(), text)
    })
}

/// A sealed file with the right passphrase opens to its text or not at all.
pub fn sealed(bytes: &[u8]) {
    let (file, text) = sealed_sample();
    // The first two bytes say where the rest is laid over the genuine file: whole noise finds nothing to break.
    let mut meddled = file.clone();
    if let Some((head, rest)) = bytes.split_first_chunk::<2>() {
        let at = usize::from(u16::from_le_bytes(*head)) % (file.len() + 1);
        meddled.truncate(if rest.len() % 5 == 4 { at } else { file.len() });
        for (place, byte) in rest.iter().enumerate() {
            if let Some(under) = meddled.get_mut(at + place) {
                *under ^= byte;
            }
        }
    }
    let opened = block_on(sealed_file::open(&CIPHER, &Passphrase::typed(PHRASE), &meddled, &|_, _| ()));
    match opened {
        Ok(opened) => assert!(opened == *text && meddled == *file, "an altered file opened"),
        Err(_) => assert!(meddled != *file, "the genuine file did not open"),
    }
    let _ = block_on(sealed_file::open(&CIPHER, &Passphrase::typed(PHRASE), bytes, &|_, _| ()));
}

struct Kept {
    store: MemoryStore,
    slot: SlotId,
    backup: Vec<u8>,
}

thread_local! {
    static KEPT: Kept = block_on(kept());
}

async fn kept() -> Kept {
    let store = MemoryStore::new();
    let code = RecoveryCode::from_random(&[7; 26]);
    let passphrase = Passphrase::typed(PHRASE);
    let first = FirstPerson { staff: FileId(1), label: "林老师", passphrase: &passphrase };
    let vault = Vault::create(store.clone(), CIPHER, first, &code, 1).await.unwrap();
    let puts = (0..3).map(|n| Put::value(Area::Files, format!("{n:032x}"), vec![n; 60])).collect();
    vault.commit(puts, 2).await.unwrap();
    let mut backup = Vec::new();
    vault.backup(&mut backup).await.unwrap();
    Kept { slot: vault.slot().unwrap(), store, backup }
}

/// A backup, laid over the genuine one: opens whole and undamaged only if it is the genuine one.
pub fn backup(bytes: &[u8]) {
    let _ = block_on(Backup::read(bytes.to_vec()));
    KEPT.with(|kept| {
        let mut meddled = kept.backup.clone();
        if let Some((head, rest)) = bytes.split_first_chunk::<2>() {
            let at = usize::from(u16::from_le_bytes(*head)) % (meddled.len() + 1);
            for (place, byte) in rest.iter().enumerate() {
                if let Some(under) = meddled.get_mut(at + place) {
                    *under ^= byte;
                }
            }
            if rest.len() % 7 == 6 {
                meddled.truncate(at);
            }
        }
        let sound = block_on(async {
            let backup = Backup::read(meddled.clone()).await.ok()?;
            let open = backup.open(&CIPHER, kept.slot, &Passphrase::typed(PHRASE)).await.ok()?;
            let verified = open.verify(&CIPHER).await.ok()?;
            verified.damage.is_empty().then_some(verified.contents)
        });
        // A name on the lock screen is no secret and has its checksum; everything else is bound.
        let same = meddled == kept.backup;
        assert!(!same || sound.is_some(), "the genuine backup is not sound");
        if let (false, Some(contents)) = (same, sound) {
            assert_eq!(
                contents.values.iter().sum::<u64>(),
                3,
                "an altered backup passes with other contents"
            );
        }
    });
}

/// A keyring: read, it is written alike.
pub fn keyring(bytes: &[u8]) {
    // Behind a checksum hardly any noise would come: it is given its sum.
    let summed = [b"BXK1".as_slice(), &sha(bytes), bytes].concat();
    for bytes in [bytes, &summed] {
        if let Ok(keyring) = Keyring::from_bytes(bytes) {
            assert_eq!(Keyring::from_bytes(&keyring.to_bytes()), Ok(keyring));
        }
    }
    let store = MemoryStore::new();
    store.meddle(Area::Meta, "keyring", Some(summed));
    let _ = block_on(look(&store));
}

fn sha(bytes: &[u8]) -> Vec<u8> {
    use sha2::Digest;
    sha2::Sha256::digest(bytes).to_vec()
}

/// A stored value or part, of any kind, put in the place of a genuine one: read as it was saved, or told as damaged.
pub fn value(bytes: &[u8]) {
    if let Ok(parts) = envelope::split(bytes) {
        assert_eq!(envelope::join(parts.number, &parts.nonce, parts.sealed), bytes);
    }
    KEPT.with(|kept| {
        let dump = kept.store.dump();
        let Some((which, rest)) = bytes.split_first() else { return };
        let Some((area, key, genuine)) = dump.get(usize::from(*which) % dump.len()) else { return };
        let store = kept.store.copied();
        // The first half of all noise is laid over the genuine value.
        let laid: Vec<u8> = match which < &128 {
            true => genuine.iter().enumerate().map(|(at, byte)| byte ^ rest.get(at).unwrap_or(&0)).collect(),
            false => rest.to_vec(),
        };
        store.meddle(*area, key, Some(laid));
        let Ok(opened) = block_on(Vault::unlock(store, CIPHER, kept.slot, &Passphrase::typed(PHRASE))) else {
            return;
        };
        for n in 0..3_u8 {
            if let Ok(found) = block_on(opened.vault.read(Area::Files, &format!("{n:032x}"))) {
                // A lost root or part may hide that a value was there; it never shows another.
                assert!(found.is_none() || found == Some(vec![n; 60]), "a meddled value was read");
            }
        }
    });
}

/// Questions and answers between the page and its worker.
pub fn question(bytes: &[u8]) {
    // A question may ask for a gigabyte within its ceiling: only cheap ones are answered here.
    if let Ok((params, _)) = postcard::from_bytes::<(kdf::KdfParams, Vec<u8>)>(bytes) {
        assert!(
            params.check().is_ok()
                || kdf::answer(bytes).is_some_and(|answer| kdf::read_answer(&answer).is_some())
        );
    }
    let _ = kdf::read_answer(bytes);
    let _ = Desk::default().serve(bytes, bytes.to_vec(), &mut |_| ());
}

/// Genuine inputs that are made rather than kept.
pub fn made(target: &str) -> Vec<Vec<u8>> {
    match target {
        "register" => {
            let mut writer = PackageWriter::default();
            let text = include_bytes!("../fixtures/json/register-1.0.json");
            let picture = b"no picture at all";
            let mut package = writer.entry(TEXT, &[text]).unwrap_or_default();
            package.extend_from_slice(text);
            package.extend(writer.medium(&content_hash(picture), picture).unwrap_or_default());
            package.extend_from_slice(picture);
            package.extend(writer.finish());
            vec![package]
        }
        "pack" => {
            let Ok(day) = "2026-04-15".parse() else { return Vec::new() };
            let mut counter = 0;
            let mut mint = || {
                counter += 1;
                Dot { device: DeviceId(7), counter, tag: 1 }
            };
            let pupils = Demo::new(DemoSize::Practice, day, Secret([7; 32])).pupils(0..2, &mut mint);
            pupils.iter().filter_map(|file| postcard::to_allocvec(&file.to_pack()).ok()).collect()
        }
        "question" => vec![postcard::to_allocvec(&Ask::Files { most: 3 }).unwrap_or_default()],
        "backup" => KEPT.with(|kept| vec![kept.backup.clone(), vec![40, 0, 1]]),
        "keyring" => KEPT.with(|kept| {
            let stored = block_on(kept.store.get(Area::Meta, "keyring")).ok().flatten().unwrap_or_default();
            vec![stored.get(36..).unwrap_or_default().to_vec()]
        }),
        "sealed" => vec![sealed_sample().0.clone(), vec![9, 0, 1], vec![200, 0, 0, 0, 0, 1]],
        "value" => vec![vec![0, 1], vec![3, 0, 0, 0, 0, 0, 0, 0, 0, 1], vec![200; 80]],
        _ => Vec::new(),
    }
}
