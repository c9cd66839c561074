//! A register text becomes a header and packs of changes. Nothing is taken in here: the preview does that, with the merge.
//!
//! A fault of the text itself ends the reading. A fault within a change or a file is noted, that one is passed over, and the
//! reading goes on, so that all faults are known at once; a text with any issue is taken in not at all.
use super::header::{ExportKind, Header, JoinCard, Scope, Version};
use super::problem::{Form, Issue, Limits, Part, Problem, Shape};
use super::scan::{Fault, Mark, Scan, Scanned, clipped};
use super::{FORMAT, Travel, VERSION};
use crate::domain::id::{FileId, RegisterId};
use crate::domain::records;
use crate::domain::value::Values;
use crate::register::change::{Act, Change, Dot, RecordKey, Sets};
use crate::register::clock::Hlc;
use crate::register::derived_id::Secret;
use crate::register::file::Pack;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::str::FromStr;

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

#[derive(Clone, Debug, PartialEq, Eq)]
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
            "format" => scan.once(&mut known.format, at, &name, format),
            "version" => scan.once(&mut known.version, at, &name, version),
            "kind" => scan.once(&mut known.kind, at, &name, kind),
            "register" => scan.once(&mut known.register, at, &name, |scan| scan.form(Form::Id)),
            "scope" => scan.once(&mut known.scope, at, &name, |scan| Ok(Scope::from_key(&scan.text()?))),
            "made_at" => scan.once(&mut known.made_at, at, &name, |scan| scan.form(Form::Instant)),
            "made_by" => scan.once(&mut known.made_by, at, &name, |scan| scan.form(Form::Id)),
            "practice" => scan.once(&mut known.practice, at, &name, Scan::flag),
            "join" if *travel == Travel::Plain => scan.fault(at, Problem::JoinInPlain),
            "join" => scan.once(&mut known.join, at, &name, join),
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
            return scan.fault(start, Problem::Missing { member: "files" });
        };
        let missing = |scan: &Scan, member| scan.fault(start, Problem::Missing { member });
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

fn format(scan: &mut Scan) -> Scanned<()> {
    let at = scan.here();
    if scan.shape()? != Shape::Text {
        return scan.fault(at, Problem::NotARegister { found: None });
    }
    match scan.text()? {
        name if name == FORMAT => Ok(()),
        other => scan.fault(at, Problem::NotARegister { found: Some(clipped(&other)) }),
    }
}

fn version(scan: &mut Scan) -> Scanned<Version> {
    let start = scan.here();
    let (mut major, mut minor) = (None, None);
    scan.map(|scan, at, name| match &*name {
        "major" => scan.once(&mut major, at, &name, |scan| {
            let at = scan.here();
            match scan.count()? {
                found if found > VERSION.major => {
                    scan.fault(at, Problem::NewerVersion { found, known: VERSION.major })
                }
                found => Ok(found),
            }
        }),
        "minor" => scan.once(&mut minor, at, &name, Scan::count),
        _ => scan.skip(),
    })?;
    let Some(major) = major else { return scan.fault(start, Problem::Missing { member: "major" }) };
    let Some(minor) = minor else { return scan.fault(start, Problem::Missing { member: "minor" }) };
    Ok(Version { major, minor })
}

fn kind(scan: &mut Scan) -> Scanned<ExportKind> {
    let at = scan.here();
    let found = scan.text()?;
    match ExportKind::from_key(&found) {
        Some(ExportKind::Report) => scan.fault(at, Problem::Report),
        Some(kind) => Ok(kind),
        None => scan.fault(at, Problem::UnknownKind { found: clipped(&found) }),
    }
}

fn join(scan: &mut Scan) -> Scanned<JoinCard> {
    let start = scan.here();
    let (mut secret, mut name_, mut county, mut extra) = (None, None, None, Values::new());
    scan.map(|scan, at, name| match &*name {
        "secret" => scan.once(&mut secret, at, &name, |scan| {
            let at = scan.here();
            let text = scan.text()?;
            // What was found is a secret, or close to one: it stays out of the issue.
            let found = String::new();
            secret_of(&text)
                .map_or_else(|| scan.fault(at, Problem::WrongForm { found, expected: Form::Secret }), Ok)
        }),
        "name" => scan.once(&mut name_, at, &name, |scan| Ok(scan.text()?.into_owned())),
        "county" => scan.once(&mut county, at, &name, |scan| scan.form(Form::Id)),
        _ => scan.keep(&mut extra, at, name),
    })?;
    let Some(secret) = secret else { return scan.fault(start, Problem::Missing { member: "secret" }) };
    let Some(name) = name_ else { return scan.fault(start, Problem::Missing { member: "name" }) };
    let Some(county) = county else { return scan.fault(start, Problem::Missing { member: "county" }) };
    Ok(JoinCard { secret, name, county, extra })
}

fn secret_of(text: &str) -> Option<Secret> {
    let half =
        |at: usize| -> Option<u128> { text.get(at..at + 32)?.parse::<RegisterId>().ok().map(|id| id.0) };
    if text.len() != 64 {
        return None;
    }
    let (high, low) = (half(0)?.to_be_bytes(), half(32)?.to_be_bytes());
    let mut secret = [0; 32];
    secret.iter_mut().zip(high.iter().chain(&low)).for_each(|(to, from)| *to = *from);
    Some(Secret(secret))
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
        let Some(id) = id else { return scan.fault(start, Problem::Missing { member: "id" }) };
        let Some(kind) = kind else { return scan.fault(start, Problem::Missing { member: "kind" }) };
        let Some(changes) = changes else { return scan.fault(start, Problem::Missing { member: "changes" }) };
        if !self.ids.insert(id) {
            return scan.fault(start, Problem::FileTwice(id));
        }
        let sound = self.issues.len() + *self.more == before;
        Ok(sound.then(|| ParsedFile { id, position, pack: Pack { kind, changes, extra } }))
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
            let read = change(scan).and_then(|change| match dots.insert(change.dot) {
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

fn change(scan: &mut Scan) -> Scanned<Change> {
    let start = scan.here();
    let (mut dot, mut after, mut at_, mut by, mut act, mut set) = (None, None, None, None, None, None);
    let mut extra = Values::new();
    scan.map(|scan, at, name| match &*name {
        "dot" => scan.once(&mut dot, at, &name, |scan| scan.form(Form::Dot)),
        "after" => scan.once(&mut after, at, &name, seen),
        "at" => scan.once(&mut at_, at, &name, |scan| scan.form(Form::Instant)),
        "by" => scan.once(&mut by, at, &name, |scan| scan.form(Form::Id)),
        "act" => scan.once(&mut act, at, &name, |scan| Ok(act_of(scan.text()?))),
        "set" => scan.once(&mut set, at, &name, sets),
        _ => scan.keep(&mut extra, at, name),
    })?;
    let missing = |scan: &Scan, member| scan.fault(start, Problem::Missing { member });
    let Some(dot) = dot else { return missing(scan, "dot") };
    let Some(at) = at_ else { return missing(scan, "at") };
    let Some(by) = by else { return missing(scan, "by") };
    let Some(act) = act else { return missing(scan, "act") };
    let Some(sets) = set else { return missing(scan, "set") };
    Ok(Change { dot, after: after.unwrap_or_default(), at, by, act, sets, extra })
}

fn seen(scan: &mut Scan) -> Scanned<Vec<Dot>> {
    let mut dots = Vec::new();
    scan.list(|scan, n| {
        scan.bounded(n)?;
        dots.push(scan.form(Form::Dot)?);
        Ok(())
    })?;
    dots.sort_unstable();
    dots.dedup();
    Ok(dots)
}

fn act_of(code: Cow<str>) -> Act {
    let known = Act::ALL.iter().find(|act| act.code() == code);
    known.cloned().unwrap_or_else(|| Act::new(code.into_owned()))
}

fn sets(scan: &mut Scan) -> Scanned<Sets> {
    let mut sets = Sets::new();
    scan.map(|scan, at, name| {
        scan.bounded(sets.len())?;
        let Ok(mut key) = RecordKey::from_str(&name) else {
            let found = clipped(&name);
            return scan.fault(at, Problem::WrongForm { found, expected: Form::Record });
        };
        if let Some(table) = records::table(&key.table) {
            key.table = Cow::Borrowed(table.key);
        }
        let values = scan.values()?;
        match sets.insert(key, values) {
            None => Ok(()),
            Some(_) => scan.twice(at, &name),
        }
    })?;
    Ok(sets)
}
