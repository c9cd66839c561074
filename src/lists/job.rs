//! What the worker does with files: opens them and says what they seem to be, then takes a list from them as mapped.
//! Questions and answers cross as postcard, a file's bytes beside the question; the same code runs on the page where no
//! worker can start.
use crate::domain::date::Date;
use crate::lists::batch;
use crate::lists::columns::ListKind;
use crate::lists::corrected::{MarkedSheet, corrected};
use crate::lists::headings::{propose, propose_at};
use crate::lists::issue::{Counts, Issue, Place, Source};
use crate::lists::mapping::{Mapping, Memory, Proposal};
use crate::lists::normalise::shown;
use crate::lists::read::{Unread, read_within};
use crate::lists::roster::RosterRow;
use crate::lists::rows::{
    CarersRow, DisabilityRow, FindingRow, HealthRow, HouseholdRow, PoorRow, RollCallRow, RollRow,
};
use crate::lists::schools::SchoolRow;
use crate::lists::sheet::{Book, Format, LIMITS, Sheet};
use crate::lists::taking::{Dropped, ListRow, Part, Taken, take};
use serde::{Deserialize, Serialize};

/// Rows and columns shown of a sheet, so that a person can see where its headings stand.
const SAMPLE_ROWS: u32 = 14;
const SAMPLE_COLUMNS: u32 = 40;
const SAMPLE_CHARS: usize = 40;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Read the file whose bytes come beside, and keep it until `Close`; what is remembered of its department goes over
    /// the proposals.
    Open {
        file: String,
        memories: Vec<Memory>,
    },
    /// A person says where a sheet's headings stand: what could its columns mean?
    Propose {
        file: u32,
        sheet: u32,
        first: u32,
        rows: u32,
    },
    /// Take a list of one kind from sheets of the open files, each with its mapping.
    Take {
        kind: ListKind,
        parts: Vec<Chosen>,
    },
    /// Write an open file anew as a workbook with these cells marked.
    Correct {
        file: u32,
        /// What the marks say, each once.
        texts: Vec<String>,
        sheets: Vec<MarkedSheet>,
    },
    /// Remember what a person decided about a sheet's headings.
    Remember {
        chosen: Chosen,
        unit: String,
    },
    Close,
}

/// A sheet of an open file, both by position, and what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chosen {
    pub file: u32,
    pub sheet: u32,
    pub mapping: Mapping,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Opened(Opened),
    /// The file is not kept.
    Unread {
        file: String,
        why: Unread,
    },
    Proposed(Vec<Proposal>),
    Schools(Taken<SchoolRow>),
    Roster(Taken<RosterRow>),
    /// A list of any other kind: its rows as the chunks of a dated batch, which the desk keeps too.
    Listed(Listed),
    Remembered(Memory),
    /// The workbook with marks; `None` where it would be larger than a workbook can be.
    Corrected(Option<Vec<u8>>),
    /// No such file or sheet is open.
    NotOpen,
    Closed,
}

/// A list as taken in, its rows as chunks ([`crate::lists::batch`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listed {
    pub kind: ListKind,
    pub sources: Vec<Source>,
    pub issues: Vec<Issue>,
    pub dropped: Vec<(Place, Dropped)>,
    pub duplicates: Vec<(Place, Place)>,
    pub invalid: Vec<Place>,
    pub counts: Counts,
    /// The latest day that the sheets say they hold for.
    pub as_of: Option<Date>,
    pub chunks: Vec<Vec<u8>>,
}

/// A file that was read: its position among the open ones, and its sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub at: u32,
    pub file: String,
    pub format: Format,
    pub fingerprint: [u8; 32],
    pub sheets: Vec<Seen>,
}

/// A sheet: its size, its first rows as a person sees them, and what it could be, the surest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    pub name: String,
    pub hidden: bool,
    pub rows: u32,
    pub columns: u32,
    pub sample: Vec<Vec<String>>,
    pub proposals: Vec<Proposal>,
}

/// The open files.
#[derive(Debug, Default)]
pub struct Desk {
    books: Vec<Book>,
}

impl Desk {
    /// A question and an answer in postcard. `bytes` is the file, where one is to be opened; `watch` is told how many of
    /// its rows are read. `None` where the question is of another version.
    pub fn serve(&mut self, ask: &[u8], bytes: &[u8], watch: &mut dyn FnMut(u32)) -> Option<Vec<u8>> {
        let answer = self.answer(postcard::from_bytes(ask).ok()?, bytes, watch);
        postcard::to_allocvec(&answer).ok()
    }

    pub fn answer(&mut self, ask: Ask, bytes: &[u8], watch: &mut dyn FnMut(u32)) -> Answer {
        match ask {
            Ask::Open { file, memories } => self.open(file, bytes, &memories, watch),
            Ask::Propose { file, sheet, first, rows } => match self.sheet(file, sheet) {
                Some((book, sheet)) => {
                    let mut proposals = Vec::new();
                    propose_at(&book.file, sheet, first, rows, &mut proposals);
                    proposals.sort_by_key(|proposal| std::cmp::Reverse(proposal.confidence));
                    Answer::Proposed(proposals)
                }
                None => Answer::NotOpen,
            },
            Ask::Take { kind, parts } => self.take(kind, &parts),
            Ask::Correct { file, texts, sheets } => match self.books.get(file as usize) {
                Some(book) => Answer::Corrected(corrected(book, &texts, &sheets, watch).ok()),
                None => Answer::NotOpen,
            },
            Ask::Remember { chosen, unit } => match self.sheet(chosen.file, chosen.sheet) {
                Some((_, sheet)) => Answer::Remembered(Memory::of(&chosen.mapping, sheet, &unit)),
                None => Answer::NotOpen,
            },
            Ask::Close => {
                self.books.clear();
                Answer::Closed
            }
        }
    }

    /// Reads a file and keeps it.
    pub fn open(
        &mut self,
        file: String,
        bytes: &[u8],
        memories: &[Memory],
        watch: &mut dyn FnMut(u32),
    ) -> Answer {
        match read_within(&file, bytes, LIMITS, watch) {
            Err(why) => Answer::Unread { file, why },
            Ok(book) => {
                let sheets = book.sheets.iter().map(|sheet| seen(&book.file, sheet, memories)).collect();
                let (format, fingerprint) = (book.format, book.fingerprint);
                self.books.push(book);
                let at = self.books.len() as u32 - 1;
                Answer::Opened(Opened { at, file, format, fingerprint, sheets })
            }
        }
    }

    fn sheet(&self, file: u32, sheet: u32) -> Option<(&Book, &Sheet)> {
        let book = self.books.get(file as usize)?;
        Some((book, book.sheets.get(sheet as usize)?))
    }

    fn take(&self, kind: ListKind, chosen: &[Chosen]) -> Answer {
        let part = |chosen: &Chosen| self.sheet(chosen.file, chosen.sheet);
        let Some(found) = chosen.iter().map(part).collect::<Option<Vec<_>>>() else { return Answer::NotOpen };
        let parts: Vec<Part> = found
            .into_iter()
            .zip(chosen)
            .map(|((book, sheet), chosen)| Part { book, sheet, mapping: &chosen.mapping })
            .collect();
        match kind {
            ListKind::Schools => Answer::Schools(take(&parts)),
            ListKind::HomeTeaching => Answer::Roster(take(&parts)),
            ListKind::Household => listed(take::<HouseholdRow>(&parts)),
            ListKind::Roll => listed(take::<RollRow>(&parts)),
            ListKind::RollCall => listed(take::<RollCallRow>(&parts)),
            ListKind::Poor => listed(take::<PoorRow>(&parts)),
            ListKind::Disability => listed(take::<DisabilityRow>(&parts)),
            ListKind::Health => listed(take::<HealthRow>(&parts)),
            ListKind::Findings => listed(take::<FindingRow>(&parts)),
            ListKind::Carers => listed(take::<CarersRow>(&parts)),
        }
    }
}

fn listed<R: ListRow>(taken: Taken<R>) -> Answer {
    let Ok(chunks) = batch::encode(&taken.rows) else { return Answer::NotOpen };
    let Taken { sources, issues, dropped, duplicates, invalid, counts, as_of, .. } = taken;
    Answer::Listed(Listed {
        kind: R::KIND,
        sources,
        issues,
        dropped,
        duplicates,
        invalid,
        counts,
        as_of,
        chunks,
    })
}

fn seen(file: &str, sheet: &Sheet, memories: &[Memory]) -> Seen {
    let mut proposals = propose(file, sheet);
    for proposal in &mut proposals {
        let unit = proposal.unit.clone().unwrap_or_default();
        for memory in memories.iter().filter(|memory| memory.unit == unit) {
            memory.recall(sheet, proposal);
        }
    }
    let cell = |row, column| shown(sheet.cell(row, column)).chars().take(SAMPLE_CHARS).collect::<String>();
    let columns = sheet.columns().min(SAMPLE_COLUMNS);
    let row = |row| (0..columns).map(|column| cell(row, column)).collect();
    Seen {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: sheet.rows(),
        columns: sheet.columns(),
        sample: (0..sheet.rows().min(SAMPLE_ROWS)).map(row).collect(),
        proposals,
    }
}
