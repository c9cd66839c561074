//! A register text becomes a header and packs of changes. Nothing is taken in here: the preview does that, with the merge.
//!
//! A fault of the text itself ends the reading. A fault within a change or a file is noted, that one is passed over, and the
//! reading goes on, so that all faults are known at once; a text with any issue is taken in not at all.
mod change;
mod header;

use super::Travel;
use super::header::{ExportKind, Header, JoinCard, Scope, Version};
use super::problem::{Form, Issue, Limits, Part, Problem, Shape};
use super::scan::{Fault, Mark, Scan, Scanned};
use crate::domain::id::{FileId, RegisterId};
use crate::domain::value::Values;
use crate::register::change::Change;
use crate::register::clock::Hlc;
use crate::register::file::Pack;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    pub header: Header,
    /// The sound files, in the order of the text.
    pub files: Vec<ParsedFile>,
    /// With any issue, nothing of the text may be taken in.
    pub issues: Vec<Issue>,
    /// Issues beyond [`Limits::issues`].
    pub more_issues: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParsedFile {
    pub id: FileId,
    /// Its number in `files`, from 0.
    pub position: usize,
    pub pack: Pack,
}

/// Reads a whole text; `Err` is the fault that ended the reading.
pub fn read(bytes: &[u8], travel: Travel, limits: &Limits) -> Result<Parsed, Issue> {
    let scan = Scan::new(bytes, limits)?;
    let mut reader =
        Reader { scan, travel, files: Vec::new(), ids: BTreeSet::new(), issues: Vec::new(), more: 0 };
    match reader.document() {
        Ok(header) => {
            Ok(Parsed { header, files: reader.files, issues: reader.issues, more_issues: reader.more })
        }
        Err(fault) => Err(reader.scan.issue(*fault)),
    }
}

struct Reader<'a> {
    scan: Scan<'a>,
    travel: Travel,
    files: Vec<ParsedFile>,
    ids: BTreeSet<FileId>,
    issues: Vec<Issue>,
    more: usize,
}

/// The header as far as it has been read.
#[derive(Default)]
struct Known {
    format: Option<()>,
    version: Option<Version>,
    kind: Option<ExportKind>,
    register: Option<RegisterId>,
    scope: Option<Scope>,
    made_at: Option<Hlc>,
    made_by: Option<FileId>,
    practice: Option<bool>,
    join: Option<JoinCard>,
    files: Option<Mark>,
    read: bool,
    extra: Values,
}

impl Known {
    /// Whether the files may be read: nobody can say what the members of a foreign or a newer text mean.
    fn is_clear(&self) -> bool {
        self.format.is_some() && self.version.is_some() && self.kind.is_some()
    }
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Scanned<Header> {
        let start = self.scan.here();
        if self.scan.is_at_end() {
            return self.scan.fault(start, Problem::Empty);
        }
        if self.scan.shape()? != Shape::Map {
            return self.scan.fault(start, Problem::NotARegister { found: None });
        }
        let mut known = Known::default();
        // `map` lends the scanner to its closure; the reader's own fields are beside it.
        let Reader { scan, travel, files, ids, issues, more } = self;
        let mut body = Body { files, ids, issues, more };
        scan.map(|scan, at, name| match &*name {
            "format" => scan.once(&mut known.format, at, &name, header::format),
            "version" => scan.once(&mut known.version, at, &name, header::version),
            "kind" => scan.once(&mut known.kind, at, &name, header::kind),
            "register" => scan.once(&mut known.register, at, &name, |scan| scan.form(Form::Id)),
            "scope" => scan.once(&mut known.scope, at, &name, |scan| Ok(Scope::from_key(&scan.text()?))),
            "made_at" => scan.once(&mut known.made_at, at, &name, |scan| scan.form(Form::Instant)),
            "made_by" => scan.once(&mut known.made_by, at, &name, |scan| scan.form(Form::Id)),
            "practice" => scan.once(&mut known.practice, at, &name, Scan::flag),
            "join" if *travel == Travel::Plain => scan.fault(at, Problem::JoinInPlain),
            "join" => scan.once(&mut known.join, at, &name, header::join),
            "files" => {
                let clear = known.is_clear();
                scan.once(&mut known.files, at, &name, |scan| {
                    let mark = scan.mark();
                    if clear {
                        body.files(scan)?
                    } else {
                        scan.skip()?
                    }
                    Ok(mark)
                })?;
                known.read = clear;
                Ok(())
            }
            _ => scan.keep(&mut known.extra, at, name),
        })?;
        scan.end()?;
        if known.format.is_none() {
            return scan.fault(start, Problem::NotARegister { found: None });
        }
        let Some(files_at) = known.files else {
            return scan.fault(start, Problem::Missing { member: "files".into() });
        };
        let missing =
            |scan: &Scan, member: &'static str| scan.fault(start, Problem::Missing { member: member.into() });
        let Some(version) = known.version else { return missing(scan, "version") };
        let Some(kind) = known.kind else { return missing(scan, "kind") };
        let Some(register) = known.register else { return missing(scan, "register") };
        let Some(scope) = known.scope else { return missing(scan, "scope") };
        let Some(made_at) = known.made_at else { return missing(scan, "made_at") };
        if !known.read {
            scan.again_at(files_at);
            body.files(scan)?;
        }
        let (made_by, practice) = (known.made_by, known.practice.unwrap_or_default());
        Ok(Header {
            version,
            kind,
            register,
            scope,
            made_at,
            made_by,
            practice,
            join: known.join,
            extra: known.extra,
        })
    }
}

/// The files as far as they have been read.
struct Body<'r> {
    files: &'r mut Vec<ParsedFile>,
    ids: &'r mut BTreeSet<FileId>,
    issues: &'r mut Vec<Issue>,
    more: &'r mut usize,
}

impl Body<'_> {
    fn files(&mut self, scan: &mut Scan) -> Scanned<()> {
        scan.list(|scan, position| {
            if position >= scan.limits.files {
                let limit = scan.limits.files;
                let at = scan.here();
                return scan.fault(at, Problem::TooMuch { part: Part::Files, limit });
            }
            let mark = scan.mark();
            match self.file(scan, position) {
                Ok(Some(file)) => self.files.push(file),
                Ok(None) => {}
                Err(fault) => self.pass_over(scan, mark, fault)?,
            }
            Ok(())
        })
    }

    /// Notes the fault and passes over the value at the mark; if that is no sound JSON, the fault ends the reading.
    fn pass_over(&mut self, scan: &mut Scan, mark: Mark, fault: Box<Fault>) -> Scanned<()> {
        if fault.problem.ends_the_reading() {
            return Err(fault);
        }
        let issue = scan.issue(*fault);
        match self.issues.len() < scan.limits.issues {
            true => self.issues.push(issue),
            false => *self.more += 1,
        }
        scan.back_to(mark);
        scan.skip()
    }

    /// `None`: one of its changes is at fault, which has been noted.
    fn file(&mut self, scan: &mut Scan, position: usize) -> Scanned<Option<ParsedFile>> {
        let start = scan.here();
        let before = self.issues.len() + *self.more;
        let (mut id, mut kind, mut changes, mut extra) = (None, None, None, Values::new());
        scan.map(|scan, at, name| match &*name {
            "id" => scan.once(&mut id, at, &name, |scan| scan.form::<FileId>(Form::Id)),
            "kind" => scan.once(&mut kind, at, &name, |scan| Ok(scan.text()?.into_owned())),
            "changes" => scan.once(&mut changes, at, &name, |scan| self.changes(scan)),
            _ => scan.keep(&mut extra, at, name),
        })?;
        let Some(id) = id else { return scan.fault(start, Problem::Missing { member: "id".into() }) };
        let Some(kind) = kind else { return scan.fault(start, Problem::Missing { member: "kind".into() }) };
        let Some(changes) = changes else {
            return scan.fault(start, Problem::Missing { member: "changes".into() });
        };
        if !self.ids.insert(id) {
            return scan.fault(start, Problem::FileTwice(id));
        }
        let sound = self.issues.len() + *self.more == before;
        Ok(sound.then_some(ParsedFile { id, position, pack: Pack { kind, changes, extra } }))
    }

    fn changes(&mut self, scan: &mut Scan) -> Scanned<Vec<Change>> {
        let mut changes = Vec::new();
        let mut dots = BTreeSet::new();
        scan.list(|scan, n| {
            if n >= scan.limits.changes {
                let limit = scan.limits.changes;
                let at = scan.here();
                return scan.fault(at, Problem::TooMuch { part: Part::Changes, limit });
            }
            let mark = scan.mark();
            let start = scan.here();
            let read = change::change(scan).and_then(|change| match dots.insert(change.dot) {
                true => Ok(change),
                false => scan.fault(start, Problem::ChangeTwice(change.dot)),
            });
            match read {
                Ok(change) => changes.push(change),
                Err(fault) => self.pass_over(scan, mark, fault)?,
            }
            Ok(())
        })?;
        Ok(changes)
    }
}
