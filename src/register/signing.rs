//! The keys with which people sign, as their staff files bring them to other tablets; and which of them a tablet believes. Pure.
//!
//! A key is believed at first sight, when nothing else is known of the person; another key of a known person waits until somebody
//! accepts it; a slot never changes its key. What a file says of a key that is believed already changes nothing.
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records::organisation::SigningKey;
use crate::register::change::DeviceId;
use crate::register::file::File;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// A key that a tablet believes to be a person's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trusted {
    /// The key slot.
    pub slot: u128,
    pub staff: FileId,
    pub public: Vec<u8>,
    /// The tablet on which it lies.
    pub tablet: DeviceId,
}

/// A key as a staff file brings it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    pub key: Trusted,
    pub since: Option<Date>,
    /// The key's own word, over [`vouched`].
    pub proof: Vec<u8>,
    /// Written by the person it belongs to.
    pub is_own: bool,
}

/// What a key that is brought is to this tablet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    Known,
    /// Of a person of whom no key was known.
    First,
    /// Another key of a known person: it waits for somebody to accept it.
    Another,
    /// Its own word fails, somebody else wrote it, or a known slot shows another key: never believed.
    Forged,
}

/// The keys in a staff file, as they are shown.
pub fn brought(file: &File) -> Vec<Brought> {
    if file.file_kind() != Some(FileKind::Staff) {
        return Vec::new();
    }
    let key = |(id, record): (crate::domain::id::RecordId, &crate::register::tree::Record)| {
        let said = SigningKey::read(&record.values);
        let change = record.live("public").first().and_then(|at| file.changes().get(*at))?;
        let key = Trusted {
            slot: id.0,
            staff: file.id,
            public: unhex(&said.public).unwrap_or_default(),
            tablet: change.dot.device,
        };
        let proof = unhex(&said.proof).unwrap_or_default();
        Some(Brought { key, since: said.since, proof, is_own: change.by == file.id })
    };
    file.table(SigningKey::TABLE.key).filter_map(key).collect()
}

/// What a key says of itself: whose it is, and in which slot.
pub fn vouched(key: &Trusted) -> Vec<u8> {
    let parts =
        [b"baoxue key/1\0".as_slice(), &key.staff.0.to_be_bytes(), &key.slot.to_be_bytes(), &key.public];
    parts.concat()
}

/// What a key is to a tablet that believes `known`; `holds` where its own word was checked and is right.
pub fn sight(brought: &Brought, holds: bool, known: &[Trusted]) -> Sight {
    let key = &brought.key;
    match known.iter().find(|known| known.slot == key.slot) {
        Some(known) if known.staff == key.staff && known.public == key.public => Sight::Known,
        Some(_) => Sight::Forged,
        None if !holds || !brought.is_own => Sight::Forged,
        None if known.iter().any(|known| known.staff == key.staff) => Sight::Another,
        None => Sight::First,
    }
}

/// Sixteen digits in fours that two people compare by telephone.
pub fn print_of(public: &[u8]) -> String {
    let digits = hex(Sha256::digest(public).get(..8).unwrap_or_default());
    digits.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `None` for anything but an even number of hexadecimal digits.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    let digits = digits.filter(|digits| !digits.is_empty() && digits.len() % 2 == 0)?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RecordId;
    use crate::register::apply::apply;
    use crate::register::change::{Act, Dot, RecordKey};
    use crate::register::command::{Command, Ctx};

    fn key(slot: u128, staff: u128, public: u8) -> Trusted {
        Trusted { slot, staff: FileId(staff), public: vec![public; 3], tablet: DeviceId(5) }
    }

    #[test]
    fn first_another_known_and_forged() {
        let known = [key(1, 9, 7)];
        let of = |key: Trusted| Brought { key, since: None, proof: Vec::new(), is_own: true };
        assert_eq!(sight(&of(key(1, 9, 7)), false, &known), Sight::Known, "already believed");
        assert_eq!(sight(&of(key(1, 9, 8)), true, &known), Sight::Forged, "a slot shows another key");
        assert_eq!(sight(&of(key(1, 8, 7)), true, &known), Sight::Forged, "in another's name");
        assert_eq!(sight(&of(key(2, 9, 8)), true, &known), Sight::Another);
        assert_eq!(sight(&of(key(3, 8, 8)), true, &known), Sight::First);
        assert_eq!(sight(&of(key(3, 8, 8)), false, &known), Sight::Forged, "its own word fails");
        let by_other = Brought { is_own: false, ..of(key(3, 8, 8)) };
        assert_eq!(sight(&by_other, true, &known), Sight::Forged, "somebody else wrote it");
    }

    #[test]
    fn a_staff_file_brings_its_keys_and_says_who_wrote_them() {
        let staff = FileId(9);
        let put = |by| {
            let ctx = Ctx {
                wall: 1,
                today: "2026-03-11".parse().unwrap(),
                now: "10:30".parse().unwrap(),
                dot: Dot { device: DeviceId(5), counter: 1, tag: 0 },
                by,
            };
            let said = SigningKey { public: hex(&[7; 3]), proof: hex(&[1, 2]), since: Some(ctx.today) };
            let record = RecordKey::new("signing_key", RecordId(1));
            let file = File::new(staff, FileKind::Staff);
            let change = apply(&file, Command::set(Act::SIGNING_KEY, record, said.write()), &ctx).unwrap();
            brought(&file.with(change).unwrap())
        };
        let since = "2026-03-11".parse().ok();
        let own = Brought { key: key(1, 9, 7), since, proof: vec![1, 2], is_own: true };
        assert_eq!(put(staff), [own.clone()]);
        assert_eq!(put(FileId(8)), [Brought { is_own: false, ..own }]);
    }

    #[test]
    fn hexadecimal_there_and_back() {
        assert_eq!(unhex(&hex(&[0, 255, 16])), Some(vec![0, 255, 16]));
        for text in ["", "1", "zz", "字字"] {
            assert_eq!(unhex(text), None, "{text}");
        }
        assert_eq!(print_of(&[1, 2, 3]).len(), 19);
    }
}
