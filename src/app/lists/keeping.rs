//! Lists to be kept as dated batches: what the open sheets of each kind hold, seen before anything is kept.
use crate::app::batches;
use crate::app::lists::ask;
use crate::app::lists::batch::{ListsError, OpenSheet, Part};
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::lists::batch::{FileNote, Header, VERSION};
use crate::lists::columns::LISTS;
use crate::lists::job::{Answer, Ask, Chosen};
use crate::platform::clock;
use crate::platform::worker::{Desk, DeskError};

/// What would be kept of one kind of list from one office.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// As the issues' view wants it; its plan is empty.
    pub part: Part,
    pub header: Header,
    pub chunks: Vec<Vec<u8>>,
}

/// The open sheets as batches: one of each kind and office, read by the code that reads what is compared.
pub async fn preview(desk: &Desk, sheets: &[OpenSheet]) -> Result<Vec<Kept>, ListsError> {
    let mut found = Vec::new();
    for kind in LISTS.map(|list| list.kind) {
        let mut of_kind: Vec<&OpenSheet> = sheets.iter().filter(|sheet| sheet.kind() == Some(kind)).collect();
        // Sheets of one office follow one another: together they are its list.
        of_kind.sort_by_key(|sheet| sheet.unit());
        for office in of_kind.chunk_by(|one, other| one.unit() == other.unit()) {
            let parts: Vec<Chosen> = office.iter().filter_map(|sheet| sheet.chosen()).collect();
            let mappings = parts.iter().map(|chosen| chosen.mapping.clone()).collect();
            let Answer::Listed(listed) = ask(desk, &Ask::List { kind, parts }).await? else {
                // The desk was stopped and started since: the files must be chosen again.
                return Err(DeskError::Stopped.into());
            };
            let mut files: Vec<FileNote> = Vec::new();
            for sheet in office {
                if files.iter().all(|file| file.fingerprint != sheet.fingerprint) {
                    files.push(FileNote { name: sheet.file_name.clone(), fingerprint: sheet.fingerprint });
                }
            }
            let header = Header {
                version: VERSION,
                kind,
                unit: office.first().map(|sheet| sheet.unit()).unwrap_or_default(),
                as_of: listed.as_of,
                taken_on: clock::today(),
                files,
                sources: listed.sources.clone(),
                mappings,
                counts: listed.counts,
                chunks: u32::try_from(listed.chunks.len()).unwrap_or(u32::MAX),
            };
            let part = Part::of_batch(kind, listed.sources, listed.counts, listed.issues);
            found.push(Kept { part, header, chunks: listed.chunks });
        }
    }
    Ok(found)
}

/// Keeps them; `as_of` are the days that a person gave, in their order.
pub async fn keep(register: Register, kept: &[Kept], as_of: &[Option<Date>]) -> Result<(), ListsError> {
    let dated = |(at, kept): (usize, &Kept)| {
        let as_of = as_of.get(at).copied().flatten().or(kept.header.as_of);
        (Header { as_of, ..kept.header.clone() }, kept.chunks.clone())
    };
    batches::keep(register, kept.iter().enumerate().map(dated).collect()).await?;
    Ok(())
}
