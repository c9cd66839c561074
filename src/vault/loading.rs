//! Loading the manifest: what is not as it should be becomes damage and leaves a gap; nothing is rebuilt in silence.
use super::cipher::Cipher;
use super::envelope::Epoch;
use super::error::{Damage, Harm, Place, VaultError};
use super::manifest::{Manifest, PARTS, Part, ROOT, ROOT_BINDING, Root, epoch_of, part_binding, part_key};
use super::opening::Opened;
use super::sealing::{Scope, ToOpen};
use super::store::{Area, Range, Store};
use std::collections::{BTreeMap, BTreeSet};

/// The manifest's envelopes as they lie in a store or a backup.
#[derive(Default)]
pub(super) struct Stored {
    pub root: Option<Vec<u8>>,
    pub parts: BTreeMap<(Epoch, u8), Vec<u8>>,
}

impl Stored {
    pub async fn of<S: Store>(store: &S) -> Result<Self, VaultError> {
        let root = store.get(Area::Meta, ROOT).await?;
        let mut parts = BTreeMap::new();
        let keys = Range::Between("0".to_owned(), "g".to_owned());
        for (key, value) in store.list(Area::Meta, &keys).await? {
            let Some((epoch, true)) = epoch_of(&key) else { continue };
            let at = (0..PARTS).find(|at| part_key(epoch, *at) == key);
            at.map(|at| parts.insert((epoch, at), value));
        }
        Ok(Stored { root, parts })
    }
}

type PartAnswers = BTreeMap<u8, Result<(u64, Vec<u8>), Harm>>;

async fn open_parts<C: Cipher>(scope: &Scope<'_, C>, stored: &Stored) -> Result<PartAnswers, VaultError> {
    let of_epoch = stored.parts.iter().filter(|((epoch, _), _)| *epoch == scope.epoch);
    let ask = |((_, at), bytes): (&(Epoch, u8), &Vec<u8>)| {
        (*at, ToOpen { area: Area::Meta, key: part_binding(*at), bytes: bytes.clone() })
    };
    let (at, ask): (Vec<u8>, Vec<ToOpen>) = of_epoch.map(ask).unzip();
    Ok(at.into_iter().zip(scope.open(ask).await?).collect())
}

/// The highest number that a genuine part bears.
fn latest(answers: &PartAnswers) -> u64 {
    answers.values().filter_map(|answer| answer.as_ref().ok()).map(|(number, _)| *number).max().unwrap_or(0)
}

pub(super) struct Loaded {
    pub epoch: Epoch,
    pub manifest: Manifest,
    pub next: u64,
    pub damage: Vec<Damage>,
}

/// Opens the root and the parts; what is not as it should be becomes damage and leaves a gap.
pub(super) async fn load<C: Cipher>(
    cipher: &C,
    opened: &Opened<C>,
    stored: Stored,
) -> Result<Loaded, VaultError> {
    let vault = opened.keyring.vault;
    let mut fresh: Vec<Damage> = Vec::new();
    let head = stored.root.as_deref().and_then(|bytes| bytes.split_first_chunk::<4>());
    let mut epoch = head.map_or(Epoch(0), |(epoch, _)| Epoch(u32::from_be_bytes(*epoch)));
    let scope = |epoch| Scope { cipher, key: &opened.key, vault, epoch };
    let root = match head {
        Some((_, envelope)) => {
            let answer = scope(epoch).open_one(Area::Meta, ROOT_BINDING, envelope.to_vec()).await?;
            answer.and_then(|(number, text)| {
                Root::from_bytes(&text).filter(|root| root.number == number).ok_or(Harm::Altered)
            })
        }
        None => Err(if stored.root.is_some() { Harm::Altered } else { Harm::Missing }),
    };
    let root = root.map_err(|harm| fresh.push(Damage { place: Place::Root, harm })).ok();
    let mut answers = open_parts(&scope(epoch), &stored).await?;
    if root.is_none() {
        // Parts exist only for an epoch that was current once; the latest of them was the last.
        for other in stored.parts.keys().map(|(epoch, _)| *epoch).collect::<BTreeSet<_>>() {
            let found = open_parts(&scope(other), &stored).await?;
            if latest(&found) > latest(&answers) {
                (epoch, answers) = (other, found);
            }
        }
    }
    let mut manifest = Manifest::default();
    let mut highest = root.as_ref().map_or(0, |root| root.number);
    for at in 0..PARTS {
        let expected = root.as_ref().map(|root| root.part(at));
        let read = answers.get(&at).map(|answer| {
            let (number, text) = answer.as_ref().map_err(|harm| *harm)?;
            Part::from_bytes(text).map(|part| (*number, part)).ok_or(Harm::Altered)
        });
        let (part, harm) = match (read, expected) {
            (None, Some(0) | None) => continue,
            (None, Some(_)) => (Part { gap: true, ..Part::default() }, Some(Harm::Missing)),
            (Some(Err(harm)), _) => (Part { gap: true, ..Part::default() }, Some(harm)),
            (Some(Ok((found, mut part))), expected) => {
                highest = highest.max(found);
                let stale = expected.filter(|expected| *expected != found);
                part.gap |= stale.is_some();
                (part, stale.map(|expected| Harm::Stale { found, expected }))
            }
        };
        fresh.extend(harm.map(|harm| Damage { place: Place::Part(at), harm }));
        manifest.set_part(at, part);
    }
    let mut next = highest + 1;
    manifest.root = root.unwrap_or_else(|| {
        // The last number is not known for sure: leap well beyond it, so that none is used twice.
        next += 1 << 20;
        let mut root = Root { number: highest, keyring: opened.keyring.number, ..Root::default() };
        for (at, answer) in &answers {
            root.set_part(*at, answer.as_ref().map_or(0, |(number, _)| *number));
        }
        root
    });
    let mut damage = manifest.root.scars.clone();
    damage.extend(fresh.iter().filter(|harm| !manifest.root.scars.contains(harm)).cloned());
    manifest.root.scars = damage.clone();
    let (found, expected) = (opened.keyring.number, manifest.root.keyring);
    if !opened.genuine {
        damage.push(Damage { place: Place::Keyring, harm: Harm::Altered });
    } else if found != expected {
        damage.push(Damage { place: Place::Keyring, harm: Harm::Stale { found, expected } });
    }
    Ok(Loaded { epoch, manifest, next, damage })
}
