//! The register out as JSON, and another tablet's in: the preview is the merge itself, kept until a person says yes.
pub mod undo;

use crate::app::keeper::KeepError;
use crate::app::register::Register;
use crate::domain::id::{FileId, RegisterId};
use crate::interchange::json::{ExportKind, Header, Issue, Limits, Scope, Travel, VERSION, Writer, read};
use crate::platform::clock;
use crate::register::clock::Hlc;
use crate::register::file::File;
use crate::register::merge::{Unmergeable, merge};
use leptos::prelude::WithUntracked;

/// What another tablet's file would bring; the files are already merged.
#[derive(Clone)]
pub struct Merging {
    pub files: Vec<File>,
    pub new: usize,
    pub changed: usize,
    pub unchanged: usize,
    /// Fields that hold several values after the merge and did not before.
    pub conflicts: usize,
    /// Changes under one name with two contents: a fault to be told, never in silence.
    pub clashes: usize,
}

/// Why nothing can be merged from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookError {
    Keep(KeepError),
    /// Faults of the text; the first one is told.
    Faults {
        count: usize,
        first: Box<Issue>,
    },
    /// Another register's file.
    OtherRegister,
    /// A practice register and a real one are never merged.
    Practice,
    /// A file of the text does not fit to the one here.
    Unmergeable(FileId, Unmergeable),
}

impl From<KeepError> for LookError {
    fn from(error: KeepError) -> Self {
        LookError::Keep(error)
    }
}

/// The whole register as parts of one text, in the public format.
pub async fn export(register: Register) -> Result<Vec<Vec<u8>>, KeepError> {
    let card = register.card();
    let header = Header {
        version: VERSION,
        kind: ExportKind::Mergeable,
        register: RegisterId(card.id),
        scope: Scope::Whole,
        made_at: Hlc { ms: clock::wall(), n: 0 },
        made_by: Some(register.me()),
        practice: card.practice,
        join: None,
        extra: Default::default(),
    };
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let ids: Vec<FileId> = register.summaries.with_untracked(|all| all.keys().copied().collect());
    let mut files = Vec::with_capacity(ids.len());
    for id in ids {
        files.push(register.file(id).await?);
    }
    // A plain text carries no secret: `JoinInPlain` cannot happen.
    if let Ok(mut writer) = Writer::new(&header, Travel::Plain, |part: &[u8]| parts.push(part.to_vec())) {
        files.iter().for_each(|file| writer.file(file));
        writer.finish();
    }
    Ok(parts)
}

/// Reads a text and merges it in memory: what is shown is what would be saved.
pub async fn look(register: Register, bytes: &[u8]) -> Result<Merging, LookError> {
    let parsed = read(bytes, Travel::Plain, &Limits::default())
        .map_err(|issue| LookError::Faults { count: 1, first: Box::new(issue) })?;
    if let Some(first) = parsed.issues.first() {
        return Err(LookError::Faults {
            count: parsed.issues.len() + parsed.more_issues,
            first: Box::new(first.clone()),
        });
    }
    let card = register.card();
    if parsed.header.practice != card.practice {
        return Err(LookError::Practice);
    }
    if parsed.header.register != RegisterId(card.id) {
        return Err(LookError::OtherRegister);
    }
    let mut merging =
        Merging { files: Vec::new(), new: 0, changed: 0, unchanged: 0, conflicts: 0, clashes: 0 };
    for theirs in parsed.files {
        let mine = match register.summaries.with_untracked(|all| all.contains_key(&theirs.id)) {
            true => Some(register.file(theirs.id).await?),
            false => None,
        };
        let merged = merge(theirs.id, mine.as_deref(), theirs.pack)
            .map_err(|why| LookError::Unmergeable(theirs.id, why))?;
        let before = mine.as_ref().map_or(0, |file| file.conflicts().len());
        match (mine.is_some(), merged.taken) {
            (_, 0) => merging.unchanged += 1,
            (true, _) => merging.changed += 1,
            (false, _) => merging.new += 1,
        }
        merging.conflicts += merged.file.conflicts().len().saturating_sub(before);
        merging.clashes += merged.clashes.len();
        if merged.taken > 0 {
            merging.files.push(merged.file);
        }
    }
    Ok(merging)
}

/// Saves what [`look`] merged, in one transaction.
pub async fn take_in(register: Register, merging: Merging) -> Result<(), KeepError> {
    register.put_files(merging.files, Vec::new()).await
}
