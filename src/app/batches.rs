//! Dated batches of department lists on this tablet: kept sealed, never part of an exported caseload or register.
//!
//! In the area `lists`: `h/<batch>` a header, `r/<batch>/nnnn` a chunk of rows ([`crate::lists::batch`]). A batch is named after
//! what is in it, so the same file taken in again is the same batch.
use crate::app::keeper::KeepError;
use crate::app::layout;
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::lists::batch::{Header, Unreadable};
use crate::lists::columns::ListKind;
use crate::platform::clock;
use crate::vault::{Area, Damage, Put};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// The name of a batch: 32 hexadecimal digits.
pub type BatchId = String;

/// A batch as a screen lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    pub id: BatchId,
    pub header: Header,
}

impl Batch {
    /// The day it holds for; that on which it was taken in where it does not say.
    pub fn day(&self) -> Date {
        self.header.as_of.unwrap_or(self.header.taken_on)
    }
}

/// The batches here, and the headers that this version cannot read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batches {
    pub all: Vec<Batch>,
    pub damage: Vec<Damage>,
    pub unreadable: Vec<(BatchId, Unreadable)>,
}

/// What a batch holds decides its name: kind, files, sheets and what their columns were taken for.
pub fn id_of(header: &Header) -> BatchId {
    let mut hash = Sha256::new();
    hash.update(header.kind.list().key.as_bytes());
    let mut prints: Vec<[u8; 32]> = header.files.iter().map(|file| file.fingerprint).collect();
    prints.sort_unstable();
    prints.iter().for_each(|print| hash.update(print));
    // A form of the mapping without an encoding of its own does not exist.
    hash.update(postcard::to_allocvec(&(&header.sources, &header.mappings)).unwrap_or_default());
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn header_key(id: &str) -> String {
    ["h/", id].concat()
}

fn rows_prefix(id: &str) -> String {
    ["r/", id, "/"].concat()
}

/// Every batch, the latest first.
pub async fn all(register: Register) -> Result<Batches, KeepError> {
    let (found, damage) = register.vault().read_prefix(Area::Lists, "h/").await?;
    let mut batches = Batches { damage, ..Batches::default() };
    for (key, bytes) in found {
        let id = key.trim_start_matches("h/").to_owned();
        match Header::decode(&bytes) {
            Ok(header) => batches.all.push(Batch { id, header }),
            Err(why) => batches.unreadable.push((id, why)),
        }
    }
    batches
        .all
        .sort_by_key(|batch| std::cmp::Reverse((batch.day(), batch.header.taken_on, batch.id.clone())));
    Ok(batches)
}

/// The batches that hold now: of each office and kind of list, those of the latest day.
pub fn current(all: &[Batch]) -> Vec<&Batch> {
    let mut latest: BTreeMap<(ListKind, &str), Date> = BTreeMap::new();
    for batch in all {
        let day = latest.entry((batch.header.kind, &batch.header.unit)).or_insert(batch.day());
        *day = batch.day().max(*day);
    }
    let holds = |batch: &&Batch| latest.get(&(batch.header.kind, &*batch.header.unit)) == Some(&batch.day());
    all.iter().filter(holds).collect()
}

/// The batches that held on a day: of each office and kind of list those of its latest day until then; a list that came later
/// for the first time stands as it first came.
pub fn as_of(all: &[Batch], day: Date) -> Vec<&Batch> {
    let mut held: BTreeMap<(ListKind, &str), Date> = BTreeMap::new();
    for batch in all {
        let own = batch.day();
        let slot = held.entry((batch.header.kind, &batch.header.unit)).or_insert(own);
        *slot = match (own <= day, *slot <= day) {
            (true, true) => own.max(*slot),
            (true, false) => own,
            (false, true) => *slot,
            (false, false) => own.min(*slot),
        };
    }
    let holds = |batch: &&Batch| held.get(&(batch.header.kind, &*batch.header.unit)) == Some(&batch.day());
    all.iter().filter(holds).collect()
}

/// The days on which other batches held than now, the latest first.
pub fn earlier_days(all: &[Batch]) -> Vec<Date> {
    let now = current(all);
    let is_now = |batch: &&Batch| now.iter().any(|held| held.id == batch.id);
    let mut days: Vec<Date> = all.iter().filter(|batch| !is_now(batch)).map(Batch::day).collect();
    days.sort_unstable_by(|a, b| b.cmp(a));
    days.dedup();
    days
}

/// Keeps batches whole, in one save.
pub async fn keep(register: Register, new: Vec<(Header, Vec<Vec<u8>>)>) -> Result<Vec<BatchId>, KeepError> {
    let (mut puts, mut ids) = (Vec::new(), Vec::new());
    for (header, chunks) in new {
        let id = id_of(&header);
        let bytes = header
            .encode()
            .map_err(|_| KeepError::Unreadable(FileId::default(), layout::Unreadable::Form))?;
        puts.push(Put::value(Area::Lists, header_key(&id), bytes));
        let name = |at: usize| format!("{}{at:04}", rows_prefix(&id));
        puts.extend(
            chunks.into_iter().enumerate().map(|(at, chunk)| Put::value(Area::Lists, name(at), chunk)),
        );
        ids.push(id);
    }
    register.vault().commit(puts, clock::wall()).await?;
    Ok(ids)
}

/// The rows of a batch, chunk by chunk; what is damaged is named and left out.
pub async fn rows(register: Register, id: &str) -> Result<(Vec<Vec<u8>>, Vec<Damage>), KeepError> {
    let (found, damage) = register.vault().read_prefix(Area::Lists, &rows_prefix(id)).await?;
    Ok((found.into_iter().map(|(_, bytes)| bytes).collect(), damage))
}

/// Removes a batch for good: the office's file is still with the office.
pub async fn remove(register: Register, id: &str) -> Result<(), KeepError> {
    let vault = register.vault();
    let mut puts = vec![Put::gone(Area::Lists, header_key(id))];
    puts.extend(
        vault.keys(Area::Lists, &rows_prefix(id))?.into_iter().map(|key| Put::gone(Area::Lists, key)),
    );
    Ok(vault.commit(puts, clock::wall()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::batch::{FileNote, VERSION};
    use crate::lists::issue::Counts;

    fn batch(kind: ListKind, unit: &str, as_of: &str, print: u8) -> Batch {
        let header = Header {
            version: VERSION,
            kind,
            unit: unit.to_owned(),
            as_of: as_of.parse().ok(),
            taken_on: "2026-03-12".parse().unwrap(),
            files: vec![FileNote { name: "名单.xlsx".to_owned(), fingerprint: [print; 32] }],
            sources: Vec::new(),
            mappings: Vec::new(),
            counts: Counts::default(),
            chunks: 0,
        };
        Batch { id: id_of(&header), header }
    }

    #[test]
    fn of_each_office_and_kind_the_batches_of_its_latest_day_hold() {
        let all = [
            batch(ListKind::Roll, "县教体局", "2026-03-01", 1),
            batch(ListKind::Roll, "县教体局", "2025-09-01", 2),
            batch(ListKind::RollCall, "第一小学", "2026-03-10", 3),
            batch(ListKind::RollCall, "第二小学", "2026-03-09", 4),
            batch(ListKind::RollCall, "第二小学", "2026-03-09", 5),
        ];
        let held: Vec<u8> = current(&all).iter().map(|batch| batch.header.files[0].fingerprint[0]).collect();
        assert_eq!(held, [1, 3, 4, 5]);
    }

    #[test]
    fn as_of_a_day_the_batches_until_then_hold_and_what_came_later_as_it_first_came() {
        let all = [
            batch(ListKind::Roll, "县教体局", "2026-03-01", 1),
            batch(ListKind::Roll, "县教体局", "2025-09-01", 2),
            batch(ListKind::Roll, "县教体局", "2025-03-01", 3),
            batch(ListKind::Poor, "乡村振兴局", "2026-02-01", 4),
            batch(ListKind::Poor, "乡村振兴局", "2026-01-01", 5),
        ];
        let held = |day: &str| -> Vec<u8> {
            as_of(&all, day.parse().unwrap())
                .iter()
                .map(|batch| batch.header.files[0].fingerprint[0])
                .collect()
        };
        assert_eq!(held("2025-09-01"), [2, 5]);
        assert_eq!(held("2025-12-31"), [2, 5]);
        assert_eq!(held("2025-08-31"), [3, 5]);
        assert_eq!(held("2024-01-01"), [3, 5]);
        assert_eq!(held("2026-03-01"), [1, 4]);
        let days: Vec<String> = earlier_days(&all).iter().map(Date::to_string).collect();
        assert_eq!(days, ["2026-01-01", "2025-09-01", "2025-03-01"]);
    }

    #[test]
    fn a_batch_is_named_after_what_is_in_it() {
        let one = batch(ListKind::Roll, "县教体局", "2026-03-01", 1);
        assert_eq!(one.id, batch(ListKind::Roll, "县教体局", "2026-03-01", 1).id);
        assert_ne!(one.id, batch(ListKind::Roll, "县教体局", "2026-03-01", 2).id);
        assert_ne!(one.id, batch(ListKind::RollCall, "县教体局", "2026-03-01", 1).id);
    }
}
