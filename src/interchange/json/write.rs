//! A register becomes text in parts, file by file: never one long string.
use super::header::{ExportKind, Header, JoinCard};
use super::{FORMAT, Travel, number};
use crate::domain::id::FileId;
use crate::domain::value::{Value, Values};
use crate::register::causal::{self, Untidy};
use crate::register::change::{Change, Dot};
use crate::register::file::{File, Pack};
use std::fmt::Write;

/// The most bytes of one part.
pub const LONGEST_PART: usize = 1 << 20;
/// A part goes out when this much has gathered.
const FULL: usize = 256 << 10;

/// The register's secret may only travel sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JoinInPlain;

/// Writes a mergeable text. Files come in the order of their ids: then equal registers have equal bodies.
pub struct Writer<S: FnMut(&[u8])> {
    out: Out<S>,
    first: bool,
}

impl<S: FnMut(&[u8])> Writer<S> {
    /// Begins a text. `sink` takes each part, at most [`LONGEST_PART`] bytes of UTF-8 (a part may end within a character).
    pub fn new(header: &Header, travel: Travel, sink: S) -> Result<Writer<S>, JoinInPlain> {
        if travel == Travel::Plain && header.join.is_some() {
            return Err(JoinInPlain);
        }
        let mut out = Out { text: String::new(), sink };
        out.header(header, ExportKind::Mergeable);
        Ok(Writer { out, first: true })
    }

    /// Writes a whole file.
    pub fn file(&mut self, file: &File) {
        self.pack(file.id, &file.kind, file.changes(), &file.extra);
    }

    /// Writes a file as it is stored, without building its records: about twice as fast.
    pub fn stored(&mut self, id: FileId, pack: Pack) -> Result<(), Untidy> {
        // An erasing change takes effect when the file is built.
        let erases =
            |change: &Change| change.sets.values().any(|v| v.contains_key(crate::register::change::ERASED));
        if pack.changes.iter().any(erases) {
            self.file(&File::from_pack(id, pack)?);
            return Ok(());
        }
        let (changes, _) = causal::order(pack.changes)?;
        self.pack(id, &pack.kind, &changes, &pack.extra);
        Ok(())
    }

    fn pack(&mut self, id: FileId, kind: &str, changes: &[Change], extra: &Values) {
        let out = &mut self.out;
        out.text.push_str(if std::mem::take(&mut self.first) { "\n{" } else { ",\n{" });
        out.members(extra, &["changes", "id", "kind"], |out, member| match member {
            "changes" => {
                out.text.push('[');
                for (n, change) in changes.iter().enumerate() {
                    out.text.push_str(if n == 0 { "\n" } else { ",\n" });
                    out.change(change);
                    out.flush_if_full();
                }
                out.text.push_str(if changes.is_empty() { "]" } else { "\n]" });
            }
            "id" => out.shown(&id),
            _ => out.string(kind),
        });
        out.text.push('}');
        out.flush_if_full();
    }

    /// Ends the text. Without this it is truncated, and refused when read.
    pub fn finish(mut self) {
        self.out.text.push_str(if self.first { "]}\n" } else { "\n]}\n" });
        self.out.flush();
    }
}

/// Text on its way to the sink.
pub struct Out<S: FnMut(&[u8])> {
    pub text: String,
    pub sink: S,
}

impl<S: FnMut(&[u8])> Out<S> {
    pub fn flush_if_full(&mut self) {
        if self.text.len() >= FULL {
            self.flush();
        }
    }

    pub fn flush(&mut self) {
        self.text.as_bytes().chunks(LONGEST_PART).for_each(&mut self.sink);
        self.text.clear();
    }

    /// The header up to the opening bracket of the files.
    pub fn header(&mut self, header: &Header, kind: ExportKind) {
        let version = header.version;
        self.text.push_str("{\"format\":");
        self.string(FORMAT);
        // Writing to a String cannot fail.
        let _ok =
            write!(self.text, ",\"version\":{{\"major\":{},\"minor\":{}}}", version.major, version.minor);
        self.text.push_str(",\"kind\":");
        self.string(kind.key());
        self.text.push_str(",\"register\":");
        self.shown(&header.register);
        self.text.push_str(",\"scope\":");
        self.string(header.scope.key());
        self.text.push_str(",\"made_at\":");
        self.shown(&header.made_at);
        if let Some(by) = &header.made_by {
            self.text.push_str(",\"made_by\":");
            self.shown(by);
        }
        if header.practice {
            self.text.push_str(",\"practice\":true");
        }
        if let Some(card) = &header.join {
            self.text.push_str(",\"join\":");
            self.join(card);
        }
        const KNOWN: &[&str] = &[
            "format", "version", "kind", "register", "scope", "made_at", "made_by", "practice", "join",
            "files",
        ];
        for (name, value) in header.extra.iter().filter(|(name, _)| !KNOWN.contains(&name.as_str())) {
            self.text.push(',');
            self.string(name);
            self.text.push(':');
            self.value(value);
        }
        self.text.push_str(",\"files\":[");
    }

    fn join(&mut self, card: &JoinCard) {
        self.text.push('{');
        self.members(&card.extra, &["county", "name", "secret"], |out, member| match member {
            "county" => out.shown(&card.county),
            "name" => out.string(&card.name),
            _ => {
                out.text.push('"');
                for byte in card.secret.0 {
                    let _ok = write!(out.text, "{byte:02x}");
                }
                out.text.push('"');
            }
        });
        self.text.push('}');
    }

    fn change(&mut self, change: &Change) {
        let after: &[Dot] = &change.after;
        let known: &[&str] = match after {
            [] => &["act", "at", "by", "dot", "set"],
            _ => &["act", "after", "at", "by", "dot", "set"],
        };
        self.text.push('{');
        self.members(&change.extra, known, |out, member| match member {
            "act" => out.string(change.act.code()),
            "after" => {
                out.text.push('[');
                for (n, dot) in after.iter().enumerate() {
                    out.comma(n);
                    out.shown(dot);
                }
                out.text.push(']');
            }
            "at" => out.shown(&change.at),
            "by" => out.shown(&change.by),
            "dot" => out.shown(&change.dot),
            _ => {
                out.text.push('{');
                for (n, (record, values)) in change.sets.iter().enumerate() {
                    out.comma(n);
                    out.shown(record);
                    out.text.push(':');
                    out.map(values);
                }
                out.text.push('}');
            }
        });
        self.text.push('}');
    }

    /// Known members, which are sorted, and unknown ones between them, each in its place.
    pub fn members(&mut self, extra: &Values, known: &[&str], mut write: impl FnMut(&mut Self, &str)) {
        let mut unknown = extra.iter().filter(|(name, _)| !known.contains(&name.as_str())).peekable();
        let mut count = 0;
        for member in known {
            while let Some((name, value)) = unknown.next_if(|(name, _)| name.as_str() < *member) {
                self.member(&mut count, name);
                self.value(value);
            }
            self.member(&mut count, member);
            write(self, member);
        }
        for (name, value) in unknown {
            self.member(&mut count, name);
            self.value(value);
        }
    }

    fn member(&mut self, count: &mut usize, name: &str) {
        self.comma(*count);
        *count += 1;
        self.string(name);
        self.text.push(':');
    }

    pub fn comma(&mut self, n: usize) {
        if n > 0 {
            self.text.push(',');
        }
    }

    /// A text that needs no escape: ids, dots, instants.
    pub fn shown(&mut self, plain: &impl std::fmt::Display) {
        let _ok = write!(self.text, "\"{plain}\"");
    }

    pub fn map(&mut self, values: &Values) {
        self.text.push('{');
        for (n, (name, value)) in values.iter().enumerate() {
            self.comma(n);
            self.string(name);
            self.text.push(':');
            self.value(value);
        }
        self.text.push('}');
    }

    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.text.push_str("null"),
            Value::Bool(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            Value::Int(number) => {
                let _ok = write!(self.text, "{number}");
            }
            // What is no number after all is kept as the text that it is.
            Value::Number(text) => match number::canonical(text) {
                Some(number) => self.text.push_str(&number),
                None => self.string(text),
            },
            Value::Text(text) => self.string(text),
            Value::List(list) => {
                self.text.push('[');
                for (n, item) in list.iter().enumerate() {
                    self.comma(n);
                    self.value(item);
                }
                self.text.push(']');
            }
            Value::Map(map) => self.map(map),
        }
    }

    /// A JSON string: quotes, backslashes and control characters escaped, everything else as it is.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < 0x20) {
            let (plain, special) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.text.push_str(plain);
            let mut chars = special.chars();
            match chars.next() {
                Some('"') => self.text.push_str("\\\""),
                Some('\\') => self.text.push_str("\\\\"),
                Some('\n') => self.text.push_str("\\n"),
                Some('\r') => self.text.push_str("\\r"),
                Some('\t') => self.text.push_str("\\t"),
                Some('\u{8}') => self.text.push_str("\\b"),
                Some('\u{c}') => self.text.push_str("\\f"),
                Some(control) => {
                    let _ok = write!(self.text, "\\u{:04x}", u32::from(control));
                }
                None => break,
            }
            rest = chars.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }
}
