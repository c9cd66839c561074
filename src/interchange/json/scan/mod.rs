//! A bounded reader of JSON text, member by member: exact numbers, no name twice, and for every fault its place.
mod text;
mod value;

use super::problem::{Encoding, Expected, Issue, Limits, Part, Place, Problem, Shape};
use std::borrow::Cow;

/// A problem and the byte at which it was found; the path stays in the scanner.
#[derive(Debug)]
pub struct Fault {
    pub at: usize,
    pub problem: Problem,
}

pub type Scanned<T> = Result<T, Box<Fault>>;

/// One step from the root to where the scanner stands; a member by the place of its name.
#[derive(Clone, Copy, Debug)]
enum Step {
    Member(usize),
    Item(usize),
}

pub struct Scan<'a> {
    text: &'a str,
    at: usize,
    path: Vec<Step>,
    values: usize,
    pub limits: &'a Limits,
}

/// A place to come back to.
#[derive(Clone, Copy)]
pub struct Mark {
    at: usize,
    depth: usize,
    step: Option<Step>,
}

impl<'a> Scan<'a> {
    /// The text of the bytes, or what they are instead. A byte order mark is passed over.
    pub fn new(bytes: &'a [u8], limits: &'a Limits) -> Result<Scan<'a>, Issue> {
        let refuse = |problem| Issue { place: Place::default(), problem };
        if bytes.len() > limits.bytes {
            return Err(refuse(Problem::TooMuch { part: Part::Bytes, limit: limits.bytes }));
        }
        let encoding = match bytes {
            [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, b'{', ..] | [b'{', 0, ..] => Some(Encoding::Utf16),
            [b'P', b'K', 3 | 5, 4 | 6, ..] => Some(Encoding::Zip),
            _ => None,
        };
        if let Some(encoding) = encoding {
            return Err(refuse(Problem::NotUtf8(encoding)));
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Scan { text, at: 0, path: Vec::new(), values: 0, limits }),
            // A character cut off by the end is a truncated text, not a foreign one.
            Err(why) => {
                let valid =
                    bytes.get(..why.valid_up_to()).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("");
                let problem = match why.error_len() {
                    None => Problem::Truncated,
                    Some(_) => Problem::NotUtf8(Encoding::Unknown),
                };
                Err(Issue { place: place(valid, valid.len(), String::new()), problem })
            }
        }
    }

    pub fn fault<T>(&self, at: usize, problem: Problem) -> Scanned<T> {
        Err(Box::new(Fault { at, problem }))
    }

    /// The fault with its place, as the path stands now.
    pub fn issue(&self, fault: Fault) -> Issue {
        Issue { place: place(self.text, fault.at, self.pointer()), problem: fault.problem }
    }

    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            pointer.push('/');
            match step {
                Step::Item(n) => pointer.push_str(&n.to_string()),
                Step::Member(at) => {
                    let mut name =
                        Scan { text: self.text, at: *at, path: Vec::new(), values: 0, limits: self.limits };
                    let name = name.text().unwrap_or_default();
                    pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
                }
            }
        }
        pointer
    }

    pub fn mark(&mut self) -> Mark {
        self.space();
        Mark { at: self.at, depth: self.path.len(), step: self.path.last().copied() }
    }

    pub fn back_to(&mut self, mark: Mark) {
        self.at = mark.at;
        self.path.truncate(mark.depth);
    }

    /// Back to a member of the root whose value was passed over.
    pub fn again_at(&mut self, member: Mark) {
        self.at = member.at;
        self.path.clear();
        self.path.extend(member.step);
    }

    pub fn is_at_end(&self) -> bool {
        self.at == self.text.len()
    }

    /// Where the next token begins.
    pub fn here(&mut self) -> usize {
        self.space();
        self.at
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.byte(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn unexpected<T>(&self, expected: Expected) -> Scanned<T> {
        match self.text.get(self.at..).and_then(|rest| rest.chars().next()) {
            Some(found) => self.fault(self.at, Problem::Unexpected { found, expected }),
            None => self.fault(self.at, Problem::Truncated),
        }
    }

    fn too_much<T>(&self, at: usize, part: Part, limit: usize) -> Scanned<T> {
        self.fault(at, Problem::TooMuch { part, limit })
    }

    /// The shape of the next value.
    pub fn shape(&mut self) -> Scanned<Shape> {
        self.space();
        match self.byte() {
            Some(b'{') => Ok(Shape::Map),
            Some(b'[') => Ok(Shape::List),
            Some(b'"') => Ok(Shape::Text),
            Some(b'-' | b'0'..=b'9') => Ok(Shape::Number),
            Some(b't' | b'f') => Ok(Shape::Bool),
            Some(b'n') => Ok(Shape::Null),
            _ => self.unexpected(Expected::Value),
        }
    }

    fn want(&mut self, expected: Shape) -> Scanned<()> {
        match self.shape()? {
            found if found == expected => Ok(()),
            found => self.fault(self.at, Problem::WrongShape { found, expected }),
        }
    }

    /// Each member of a map in turn; `take` reads the member's value. Names twice are the caller's to notice ([`Scan::once`]).
    pub fn map(
        &mut self,
        mut take: impl FnMut(&mut Self, usize, Cow<'a, str>) -> Scanned<()>,
    ) -> Scanned<()> {
        self.want(Shape::Map)?;
        self.open(|scan, _| {
            scan.space();
            if scan.byte() != Some(b'"') {
                return scan.unexpected(Expected::MemberName);
            }
            let at = scan.at;
            let name = scan.text()?;
            scan.path.push(Step::Member(at));
            scan.space();
            if scan.byte() != Some(b':') {
                return scan.unexpected(Expected::Colon);
            }
            scan.at += 1;
            take(scan, at, name)
        })
    }

    /// Each item of a list in turn, with its number from 0.
    pub fn list(&mut self, mut take: impl FnMut(&mut Self, usize) -> Scanned<()>) -> Scanned<()> {
        self.want(Shape::List)?;
        self.open(|scan, n| {
            scan.path.push(Step::Item(n));
            take(scan, n)
        })
    }

    /// The items between a pair of brackets, of which the opening one is next.
    fn open(&mut self, mut item: impl FnMut(&mut Self, usize) -> Scanned<()>) -> Scanned<()> {
        let (end, expected) = match self.byte() {
            Some(b'{') => (b'}', Expected::CommaOrBrace),
            _ => (b']', Expected::CommaOrBracket),
        };
        let depth = self.path.len();
        if depth >= self.limits.depth {
            return self.too_much(self.at, Part::Depth, self.limits.depth);
        }
        self.at += 1;
        self.space();
        if self.byte() == Some(end) {
            self.at += 1;
            return Ok(());
        }
        for n in 0.. {
            item(self, n)?;
            self.path.truncate(depth);
            self.space();
            match self.byte() {
                Some(b',') => self.at += 1,
                Some(b) if b == end => break,
                _ => return self.unexpected(expected),
            }
        }
        self.at += 1;
        Ok(())
    }

    /// Nothing but space may follow.
    pub fn end(&mut self) -> Scanned<()> {
        self.space();
        match self.at == self.text.len() {
            true => Ok(()),
            false => self.unexpected(Expected::End),
        }
    }
}

fn place(text: &str, at: usize, pointer: String) -> Place {
    let before = text.get(..at).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Place {
        pointer,
        line: before.bytes().filter(|b| *b == b'\n').count() + 1,
        column: before.get(line_start..).map_or(0, |line| line.chars().count()) + 1,
    }
}

/// Enough of what was found to recognise it.
pub fn clipped(found: &str) -> String {
    let mut text: String = found.chars().take(60).collect();
    if text.len() < found.len() {
        text.push('…');
    }
    text
}
