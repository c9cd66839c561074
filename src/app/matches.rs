//! Decisions on matches between list rows: kept in a file of their own, which goes with the whole register and with no caseload.
use crate::app::keeper::{KeepError, Order, Saved};
use crate::app::register::Register;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::register::change::Act;
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::matches::{self, Decided, Verdict};
use leptos::prelude::WithUntracked;
use std::collections::BTreeMap;
use std::sync::Arc;

fn file_id(register: Register) -> FileId {
    register.secret().file_id(FileKind::County, &["matches"])
}

async fn file(register: Register) -> Result<Option<Arc<File>>, KeepError> {
    let id = file_id(register);
    match register.summaries.with_untracked(|all| all.contains_key(&id)) {
        true => register.file(id).await.map(Some),
        false => Ok(None),
    }
}

/// Every decision, by pair.
pub async fn all(register: Register) -> Result<BTreeMap<String, Decided>, KeepError> {
    Ok(file(register).await?.map(|file| matches::decided(&file)).unwrap_or_default())
}

/// Says this of these pairs, as one save that can be undone.
pub async fn say(register: Register, pairs: &[String], verdict: Verdict) -> Result<Saved, KeepError> {
    let (id, known) = (file_id(register), file(register).await?);
    let sets = matches::say(known.as_deref(), &register.secret(), id, pairs, verdict, register.me());
    let command = Command::Set { act: Act::MATCH, sets };
    register.keep(vec![Order { file: id, kind: FileKind::County, command }], Vec::new()).await
}
