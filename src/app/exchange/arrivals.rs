//! When changes of other tablets reached this one: written in the transaction that takes them in, read where it is asked what was
//! known by a day.
use crate::app::keeper::{Before, KeepError};
use crate::app::layout;
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::register::arrival::Arrivals;
use crate::register::change::Dot;
use crate::register::file::File;
use crate::vault::{Area, Put};
use leptos::prelude::GetUntracked;
use std::collections::BTreeSet;

/// Everything that has come in; nothing on a tablet that took in nothing.
pub async fn held(register: Register) -> Result<Arrivals, KeepError> {
    let bytes = register.vault().read(Area::Meta, layout::ARRIVALS).await?;
    bytes.map_or(Ok(Arrivals::default()), |bytes| read(&bytes))
}

/// What is to be written with these files: whatever they hold beyond `before` comes in today.
pub async fn noted(register: Register, before: &[Before], files: &[File]) -> Result<Vec<Put>, KeepError> {
    let mut arrivals = held(register).await?;
    let changes = before.iter().filter_map(|(_, pack)| pack.as_ref()).flat_map(|pack| &pack.changes);
    let here: BTreeSet<Dot> = changes.map(|change| change.dot).collect();
    let dots = files.iter().flat_map(File::changes).map(|change| change.dot);
    arrivals.note(register.today.get_untracked(), dots.filter(|dot| !here.contains(dot)));
    write(&arrivals)
}

/// On a tablet that joins all that it begins with comes in on that day.
pub fn first(files: &[File], day: Date) -> Result<Vec<Put>, KeepError> {
    let mut arrivals = Arrivals::default();
    arrivals.note(day, files.iter().flat_map(File::changes).map(|change| change.dot));
    write(&arrivals)
}

fn read(bytes: &[u8]) -> Result<Arrivals, KeepError> {
    layout::decode(bytes).map_err(|why| KeepError::Unreadable(FileId(0), why))
}

fn write(arrivals: &Arrivals) -> Result<Vec<Put>, KeepError> {
    let bytes = layout::encode(arrivals).map_err(|why| KeepError::Unreadable(FileId(0), why))?;
    Ok(vec![Put::value(Area::Meta, layout::ARRIVALS, bytes)])
}
