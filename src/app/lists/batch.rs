//! One taking-in: the sheets that are open at the desk, what each is taken for, and what all of them together would do.
use crate::app::keeper::KeepError;
use crate::app::lists::{ask, plan_roster, plan_schools};
use crate::app::register::Register;
use crate::domain::id::FileId;
use crate::lists::columns::ListKind;
use crate::lists::issue::{Counts, Issue, Source};
use crate::lists::job::{Answer, Ask, Chosen, Opened, Seen};
use crate::lists::mapping::{Mapping, Proposal};
use crate::lists::take_in::roster::Namesake;
use crate::lists::take_in::{FieldChange, State, TakeIn};
use crate::lists::taking::Taken;
use crate::platform::worker::{Desk, DeskError};
use std::sync::Arc;

/// The kinds that can be taken in, in the order in which they must be: a roster names schools.
pub const TAKEN: [ListKind; 2] = [ListKind::Schools, ListKind::HomeTeaching];

/// A sheet of an open file, and what it is taken for.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenSheet {
    pub file: u32,
    pub sheet: u32,
    pub file_name: String,
    /// SHA-256 of the file.
    pub fingerprint: [u8; 32],
    pub seen: Arc<Seen>,
    /// `None`: left out.
    pub mapping: Option<Mapping>,
    /// A person said what its columns mean: remembered for its department once it is taken in.
    pub corrected: bool,
}

/// The sheets of a file that was opened; those that are surely lists are taken, hidden ones and all others left out.
pub fn sheets_of(opened: Opened) -> Vec<OpenSheet> {
    let chosen = opened.proposed();
    let (file, file_name, fingerprint) = (opened.at, opened.file, opened.fingerprint);
    let sheet = |(at, seen): (u32, Seen)| {
        let mapping = chosen.iter().find(|chosen| chosen.sheet == at).map(|chosen| chosen.mapping.clone());
        let file_name = file_name.clone();
        OpenSheet { file, sheet: at, file_name, fingerprint, mapping, corrected: false, seen: Arc::new(seen) }
    };
    (0..).zip(opened.sheets).map(sheet).collect()
}

impl OpenSheet {
    pub fn kind(&self) -> Option<ListKind> {
        self.mapping.as_ref().map(|mapping| mapping.kind)
    }

    fn proposal(&self, kind: Option<ListKind>) -> Option<&Proposal> {
        let mut all = self.seen.proposals.iter();
        all.find(|proposal| kind.is_none_or(|kind| proposal.mapping.kind == kind))
    }

    /// The sheet's headings: column and text.
    pub fn headings(&self) -> &[(u32, String)] {
        self.proposal(self.kind()).or(self.proposal(None)).map_or(&[], |proposal| &proposal.headings)
    }

    /// The office that sent the list, as it names itself; empty where it does not.
    pub fn unit(&self) -> String {
        self.proposal(self.kind()).and_then(|proposal| proposal.unit.clone()).unwrap_or_default()
    }

    /// Takes the sheet for another kind of list (`None`: leaves it out).
    pub fn take_for(&mut self, kind: Option<ListKind>) {
        let proposed =
            kind.and_then(|kind| self.proposal(Some(kind))).map(|proposal| proposal.mapping.clone());
        let (first, rows) =
            self.proposal(None).map_or((0, 1), |proposal| (proposal.mapping.first, proposal.mapping.rows));
        self.mapping = kind.map(|kind| proposed.unwrap_or_else(|| Mapping::empty(kind, first, rows)));
    }

    /// A person says which column holds what `key` names.
    pub fn set_column(&mut self, key: &str, column: Option<u32>) {
        if let Some(mapping) = &mut self.mapping {
            mapping.set(key, column);
            self.corrected = true;
        }
    }

    /// A person says in which row the headings begin; `proposals` are what could stand there.
    pub fn headings_at(&mut self, first: u32, proposals: Vec<Proposal>) {
        let kind = self.kind();
        let mut seen = self.seen.as_ref().clone();
        seen.proposals = proposals;
        self.seen = Arc::new(seen);
        let found = self.proposal(kind).map(|proposal| proposal.mapping.clone());
        self.mapping = kind.map(|kind| found.unwrap_or_else(|| Mapping::empty(kind, first, 1)));
    }

    /// As the desk wants to be told.
    pub fn chosen(&self) -> Option<Chosen> {
        Some(Chosen { file: self.file, sheet: self.sheet, mapping: self.mapping.clone()? })
    }
}

/// What the sheets of one kind would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub kind: ListKind,
    pub sources: Vec<Source>,
    pub counts: Counts,
    /// Of the cells and beside the register, together.
    pub issues: Vec<Issue>,
    pub plan: TakeIn,
    /// Teachers on it who may be the person at the tablet.
    pub namesakes: Vec<Namesake>,
}

impl Part {
    fn of<R>(kind: ListKind, taken: Taken<R>, plan: TakeIn) -> Part {
        let mut issues = taken.issues;
        issues.extend(plan.issues.iter().cloned());
        Part { kind, sources: taken.sources, counts: taken.counts, issues, plan, namesakes: Vec::new() }
    }

    /// A list that is kept as a batch: nothing of the register changes.
    pub fn of_batch(kind: ListKind, sources: Vec<Source>, counts: Counts, issues: Vec<Issue>) -> Part {
        Part { kind, sources, counts, issues, plan: TakeIn::default(), namesakes: Vec::new() }
    }

    /// Whether anything would be made or changed, were every change taken.
    pub fn brings_nothing(&self) -> bool {
        self.plan.items.iter().all(|item| !matches!(item.state, State::New | State::Changed))
    }
}

/// What a list proposes over what a person wrote here is left alone unless that person says otherwise.
pub fn taken_unasked(change: &FieldChange) -> bool {
    !change.by_hand
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsError {
    Desk(DeskError),
    Keep(KeepError),
}

impl From<DeskError> for ListsError {
    fn from(error: DeskError) -> Self {
        ListsError::Desk(error)
    }
}

impl From<KeepError> for ListsError {
    fn from(error: KeepError) -> Self {
        ListsError::Keep(error)
    }
}

/// What taking these sheets in would do, schools before the rosters that name them; computed by the code that takes in.
/// `mine`: the school where a teacher on the roster is the person at the tablet.
pub async fn preview(
    register: Register,
    desk: &Desk,
    sheets: &[OpenSheet],
    mine: Option<FileId>,
) -> Result<Vec<Part>, ListsError> {
    let mut parts: Vec<Part> = Vec::new();
    for kind in TAKEN {
        let chosen: Vec<Chosen> =
            sheets.iter().filter(|sheet| sheet.kind() == Some(kind)).filter_map(OpenSheet::chosen).collect();
        if chosen.is_empty() {
            continue;
        }
        let part = match ask(desk, &Ask::Take { kind, parts: chosen }).await? {
            Answer::Schools(taken) => {
                let plan = plan_schools(register, &taken).await?;
                Part::of(kind, taken, plan)
            }
            Answer::Roster(taken) => {
                let schools = parts.iter().find(|part| part.kind == ListKind::Schools).map(|part| &part.plan);
                let (plan, namesakes) = plan_roster(register, &taken, schools, mine).await?;
                Part { namesakes, ..Part::of(kind, taken, plan) }
            }
            // The desk was stopped and started since: the files must be chosen again.
            _ => return Err(DeskError::Stopped.into()),
        };
        parts.push(part);
    }
    Ok(parts)
}
