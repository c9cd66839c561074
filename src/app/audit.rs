//! Who saw a number in full, when: an append-only log, sealed in the vault. It is no part of the register, is never merged
//! and never exported; a backup keeps it.
use crate::app::keeper::KeepError;
use crate::app::layout;
use crate::app::register::Register;
use crate::domain::id::FileId;
use crate::platform::{clock, random};
use crate::register::clock::Hlc;
use crate::vault::{Area, Put};
use serde::{Deserialize, Serialize};

/// One act of looking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Milliseconds since 1970.
    pub at: u64,
    pub by: FileId,
    pub table: String,
    pub field: String,
}

impl Look {
    pub fn at(&self) -> Hlc {
        Hlc::next(self.at, None)
    }
}

fn prefix(file: FileId) -> String {
    format!("audit/{file}/")
}

/// Keys rise with time, so that the log reads in its order; the tail keeps two of one millisecond apart.
fn key(file: FileId, at: u64, tail: u32) -> String {
    format!("{}{at:014}-{tail:08x}", prefix(file))
}

/// Writes that this person saw this field of this file in full.
pub async fn write(register: Register, file: FileId, table: &str, field: &str) -> Result<(), KeepError> {
    let at = clock::wall();
    let look = Look { at, by: register.me(), table: table.to_owned(), field: field.to_owned() };
    let bytes = layout::encode(&look).map_err(|why| KeepError::Unreadable(file, why))?;
    let key = key(file, at, random::bits().unwrap_or_default() as u32);
    Ok(register.vault().commit(vec![Put::value(Area::Meta, key, bytes)], at).await?)
}

/// The same for many files at once, as a ledger shows them.
pub async fn write_all(
    register: Register,
    files: &[FileId],
    table: &str,
    field: &str,
) -> Result<(), KeepError> {
    let at = clock::wall();
    let look = Look { at, by: register.me(), table: table.to_owned(), field: field.to_owned() };
    let mut puts = Vec::with_capacity(files.len());
    for file in files {
        let bytes = layout::encode(&look).map_err(|why| KeepError::Unreadable(*file, why))?;
        puts.push(Put::value(Area::Meta, key(*file, at, random::bits().unwrap_or_default() as u32), bytes));
    }
    Ok(register.vault().commit(puts, at).await?)
}

/// All looks into one file, newest first; an entry that cannot be read is left out.
pub async fn read(register: Register, file: FileId) -> Result<Vec<Look>, KeepError> {
    let (entries, _) = register.vault().read_prefix(Area::Meta, &prefix(file)).await?;
    let mut looks: Vec<Look> = entries.iter().filter_map(|(_, bytes)| layout::decode(bytes).ok()).collect();
    looks.reverse();
    Ok(looks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_reads_in_the_order_of_time_and_each_file_has_its_own() {
        let keys = [key(FileId(1), 999, 0), key(FileId(1), 1_000, 5), key(FileId(1), 1_767_225_600_000, 1)];
        assert!(keys.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            keys.iter()
                .all(|key| key.starts_with(&prefix(FileId(1))) && !key.starts_with(&prefix(FileId(2))))
        );
    }
}
