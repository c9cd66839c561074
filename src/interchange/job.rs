//! What the worker does with a register file: unpacks and reads it, keeps it, and gives it out a few files at a time; and it
//! writes ledgers as workbooks, row by row as they come.
//! Questions and answers cross as postcard, the file's bytes beside the question; the same code runs on the page where no
//! worker can start. A hostile file that ends it ends the worker alone.
use super::json::{Header, Issue, Limits, ParsedFile, Travel, read};
use super::package::{Package, PackageFault, is_package};
use super::xlsx::table::{Entry, Table, Writer};
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Ask {
    /// Read the file whose bytes come beside. `sealed`: it came out of a sealed one, and may hold the register's secret.
    Open {
        sealed: bool,
    },
    /// The next files of the text, at most so many; each is given once.
    Files {
        most: u32,
    },
    /// A picture's bytes.
    Medium {
        hash: String,
    },
    /// Begin a workbook of one table, its first rows with it; another that was begun is forgotten.
    Begin(Table),
    /// More rows of it.
    Rows(Vec<Vec<Entry>>),
    /// No more rows come.
    Finish,
    Close,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    Opened(Box<Opened>),
    Unread(Unread),
    Files(Vec<ParsedFile>),
    Medium(Option<Vec<u8>>),
    /// The rows are taken.
    Written,
    /// `None` where it would be larger than a workbook can be, or none was begun.
    Workbook(Option<Vec<u8>>),
    Closed,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opened {
    pub header: Header,
    pub files: u32,
    /// With any issue nothing of the text may be taken in.
    pub issues: Vec<Issue>,
    pub more_issues: u32,
    /// The content hashes of the pictures beside the text.
    pub media: Vec<String>,
}

/// Why a file cannot be read. Nothing is kept of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unread {
    Text(Issue),
    Package(PackageFault),
}

impl From<PackageFault> for Unread {
    fn from(fault: PackageFault) -> Self {
        Unread::Package(fault)
    }
}

/// The file that is open.
#[derive(Default)]
pub struct Desk {
    files: VecDeque<ParsedFile>,
    package: Option<Package>,
    writer: Option<Writer>,
}

impl Desk {
    /// A question and an answer in postcard; `None` where the question is of another version.
    pub fn serve(&mut self, ask: &[u8], bytes: Vec<u8>, watch: &mut dyn FnMut(u32)) -> Option<Vec<u8>> {
        let answer = self.answer(postcard::from_bytes(ask).ok()?, bytes, watch);
        postcard::to_allocvec(&answer).ok()
    }

    pub fn answer(&mut self, ask: Ask, bytes: Vec<u8>, watch: &mut dyn FnMut(u32)) -> Answer {
        match ask {
            Ask::Open { sealed } => {
                *self = Desk::default();
                match self.open(sealed, bytes, watch) {
                    Ok(opened) => Answer::Opened(Box::new(opened)),
                    Err(why) => Answer::Unread(why),
                }
            }
            Ask::Files { most } => {
                let most = (most as usize).min(self.files.len());
                Answer::Files(self.files.drain(..most).collect())
            }
            Ask::Medium { hash } => {
                // What cannot be read any more was read when the package was opened.
                let medium = self.package.as_mut().and_then(|package| package.medium(&hash).ok().flatten());
                Answer::Medium(medium)
            }
            Ask::Begin(table) => {
                self.writer = Some(Writer::begin(&table));
                Answer::Written
            }
            Ask::Rows(rows) => {
                self.writer.iter_mut().for_each(|writer| writer.rows(&rows));
                Answer::Written
            }
            Ask::Finish => Answer::Workbook(self.writer.take().and_then(|writer| writer.finish().ok())),
            Ask::Close => {
                *self = Desk::default();
                Answer::Closed
            }
        }
    }

    fn open(&mut self, sealed: bool, bytes: Vec<u8>, watch: &mut dyn FnMut(u32)) -> Result<Opened, Unread> {
        let travel = if sealed { Travel::Sealed } else { Travel::Plain };
        let (text, media) = match is_package(&bytes) {
            false => (bytes, Vec::new()),
            true => {
                let mut package = Package::open(bytes)?;
                let (text, media) = (package.text()?, package.media(watch)?);
                self.package = Some(package);
                (text, media)
            }
        };
        let parsed = read(&text, travel, &Limits::default()).map_err(Unread::Text)?;
        let (files, more_issues) = (parsed.files.len() as u32, parsed.more_issues as u32);
        self.files = parsed.files.into();
        Ok(Opened { header: parsed.header, files, issues: parsed.issues, more_issues, media })
    }
}
