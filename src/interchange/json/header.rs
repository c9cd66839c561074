//! The header: what the text is, of which register, made when and by whom.
use crate::domain::id::{FileId, RegisterId};
use crate::domain::value::Values;
use crate::register::clock::Hlc;
use crate::register::derived_id::Secret;
use serde::{Deserialize, Serialize};

/// A newer minor version only adds members: it is taken in. A newer major one is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Version {
    pub major: u32,
    pub minor: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub version: Version,
    pub kind: ExportKind,
    pub register: RegisterId,
    pub scope: Scope,
    /// By the clock of the tablet that made it.
    pub made_at: Hlc,
    /// The member of staff whose slot was unlocked.
    pub made_by: Option<FileId>,
    /// Made in a practice register: invented children.
    pub practice: bool,
    /// What a second tablet needs to join the register; in sealed texts only.
    pub join: Option<JoinCard>,
    /// Members that this version does not know.
    pub extra: Values,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportKind {
    /// Whole files: every change of each.
    Mergeable,
    /// Something is left out inside files: for reading only.
    Report,
}

impl ExportKind {
    pub fn key(self) -> &'static str {
        match self {
            ExportKind::Mergeable => "mergeable",
            ExportKind::Report => "report",
        }
    }
    pub fn from_key(key: &str) -> Option<ExportKind> {
        [ExportKind::Mergeable, ExportKind::Report].into_iter().find(|kind| kind.key() == key)
    }
}

/// Which files are in it. Says nothing about what is in each file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    Whole,
    /// Chosen files, such as one teacher's pupils.
    Caseload,
    /// A word of a newer version.
    Other(String),
}

impl Scope {
    pub fn key(&self) -> &str {
        match self {
            Scope::Whole => "whole",
            Scope::Caseload => "caseload",
            Scope::Other(key) => key,
        }
    }
    pub fn from_key(key: &str) -> Scope {
        match key {
            "whole" => Scope::Whole,
            "caseload" => Scope::Caseload,
            other => Scope::Other(other.to_owned()),
        }
    }
}

/// What makes another tablet one of this register: with the secret it derives the same ids from the same lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinCard {
    pub secret: Secret,
    /// The register's name, as its people call it.
    pub name: String,
    /// The county's file, which holds the settings.
    pub county: FileId,
    pub extra: Values,
}
