//! What the worker does with files: opens them and says what they seem to be, then takes a list from them as mapped.
//! Questions and answers cross as postcard, a file's bytes beside the question; the same code runs on the page where no
//! worker can start.
use crate::domain::date::Date;
use crate::lists::batch;
use crate::lists::columns::ListKind;
use crate::lists::compare::Dated;
use crate::lists::compare::job::{Held, Question, Reply};
use crate::lists::corrected::{MarkedSheet, corrected};
use crate::lists::headings::{propose, propose_at};
use crate::lists::issue::{Counts, Issue, Place, Source};
use crate::lists::mapping::{Mapping, Memory, Proposal};
use crate::lists::normalise::shown;
use crate::lists::read::{Unread, read_within};
use crate::lists::roster::RosterRow;
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
    /// Take a list of one kind as the chunks of a dated batch.
    List {
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
    /// A question about comparing lists; the bytes beside it are a chunk, where one is loaded.
    Compare(Question),
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
    Compared(Reply),
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

/// A sheet that is surely enough a list to be proposed as one.
const SURE: u8 = 45;
/// How much surer another kind must be than the file's own for one of its sheets to be taken for that.
const SURER: u8 = 12;

impl Opened {
    /// The sheets to take if nobody says otherwise, each for its surest kind: a workbook's sheets are mostly of one kind, and
    /// hidden ones are left out.
    pub fn proposed(&self) -> Vec<Chosen> {
        let visible = || self.sheets.iter().enumerate().filter(|(_, seen)| !seen.hidden);
        let main = visible().filter_map(|(_, seen)| seen.proposals.first()).max_by_key(|p| p.confidence);
        let choose = |(sheet, seen): (usize, &Seen)| {
            let best = seen.proposals.first()?;
            let of_main =
                seen.proposals.iter().find(|p| main.is_some_and(|m| m.mapping.kind == p.mapping.kind));
            let chosen =
                of_main.filter(|p| p.confidence.saturating_add(SURER) >= best.confidence).unwrap_or(best);
            let mapping = chosen.mapping.clone();
            (chosen.confidence >= SURE).then_some(Chosen { file: self.at, sheet: sheet as u32, mapping })
        };
        visible().filter_map(choose).collect()
    }
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

/// The open files, and the lists that were taken from them or loaded.
#[derive(Debug, Default)]
pub struct Desk {
    books: Vec<Book>,
    pub held: Held,
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
            Ask::Take { kind, parts } => self.take(kind, &parts, false),
            Ask::List { kind, parts } => self.take(kind, &parts, true),
            Ask::Correct { file, texts, sheets } => match self.books.get(file as usize) {
                Some(book) => Answer::Corrected(corrected(book, &texts, &sheets, watch).ok()),
                None => Answer::NotOpen,
            },
            Ask::Remember { chosen, unit } => match self.sheet(chosen.file, chosen.sheet) {
                Some((_, sheet)) => Answer::Remembered(Memory::of(&chosen.mapping, sheet, &unit)),
                None => Answer::NotOpen,
            },
            Ask::Compare(question) => Answer::Compared(self.held.answer(question, bytes)),
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

    fn take(&mut self, kind: ListKind, chosen: &[Chosen], as_batch: bool) -> Answer {
        let books = &self.books;
        let part = |chosen: &'_ Chosen| {
            let book = books.get(chosen.file as usize)?;
            Some((book, book.sheets.get(chosen.sheet as usize)?))
        };
        let Some(found) = chosen.iter().map(part).collect::<Option<Vec<_>>>() else { return Answer::NotOpen };
        let parts: Vec<Part> = found
            .into_iter()
            .zip(chosen)
            .map(|((book, sheet), chosen)| Part { book, sheet, mapping: &chosen.mapping })
            .collect();
        self.held.comparison = None;
        let lists = &mut self.held.lists;
        match kind {
            ListKind::Schools if as_batch => listed(&parts, &mut lists.schools),
            ListKind::HomeTeaching if as_batch => listed(&parts, &mut lists.home_teaching),
            ListKind::Schools => {
                let taken = take(&parts);
                lists.schools = Dated::of(taken.clone());
                Answer::Schools(taken)
            }
            ListKind::HomeTeaching => {
                let taken = take(&parts);
                lists.home_teaching = Dated::of(taken.clone());
                Answer::Roster(taken)
            }
            ListKind::Household => listed(&parts, &mut lists.household),
            ListKind::Roll => listed(&parts, &mut lists.roll),
            ListKind::RollCall => listed(&parts, &mut lists.roll_call),
            ListKind::Poor => listed(&parts, &mut lists.poor),
            ListKind::Disability => listed(&parts, &mut lists.disability),
            ListKind::Health => listed(&parts, &mut lists.health),
            ListKind::Civil => listed(&parts, &mut lists.civil),
            ListKind::Findings => listed(&parts, &mut lists.findings),
            ListKind::Carers => listed(&parts, &mut lists.carers),
        }
    }
}

/// Takes a list and keeps it for comparing.
fn listed<R: ListRow>(parts: &[Part], keep: &mut Dated<R>) -> Answer {
    let taken = take::<R>(parts);
    let Ok(chunks) = batch::encode(&taken.rows) else { return Answer::NotOpen };
    let Taken { sources, rows, issues, dropped, duplicates, invalid, counts, as_of } = taken;
    *keep = Dated::new(as_of, sources.clone(), rows);
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
