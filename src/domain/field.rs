//! The field table: what one field of a record is, for every part of the product that handles it.
use crate::domain::codes::CodeList;

/// One kind of record: its key in the register and in JSON, and its fields in the order of the paper form.
#[derive(Debug)]
pub struct Table {
    pub key: &'static str,
    pub fields: &'static [Field],
}

impl Table {
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The sections in order, each with its fields.
    pub fn sections(&self) -> Vec<(&'static str, Vec<&'static Field>)> {
        let mut sections: Vec<(&'static str, Vec<&'static Field>)> = Vec::new();
        for field in self.fields {
            match sections.iter_mut().find(|(name, _)| *name == field.section) {
                Some((_, fields)) => fields.push(field),
                None => sections.push((field.section, vec![field])),
            }
        }
        sections
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub key: &'static str,
    pub section: &'static str,
    pub kind: Kind,
    pub need: Need,
    pub sensitivity: Sensitivity,
    pub rules: &'static [Rule],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    LongText,
    Bool,
    Int {
        min: i64,
        max: i64,
    },
    /// `YYYY-MM-DD`
    Date,
    /// `YYYY-MM`
    Month,
    /// `HH:MM`
    Time,
    /// One code of a list.
    Code(&'static CodeList),
    /// Several codes of a list.
    Codes(&'static CodeList),
    /// 18-digit number of GB 11643-1999.
    IdNumber,
    /// 学籍号, G/J/L and 18 more.
    RollNumber,
    /// 残疾人证号, 20 or 22 characters.
    CertNumber,
    Phone,
    /// The id of another file.
    File(FileKind),
    Files(FileKind),
    /// The id of a record of the same file, of the table with this key.
    Record(&'static str),
    Records(&'static str),
    /// Lines of text.
    Lines,
    /// Record id or item code → rating 0–3.
    Ratings,
    /// A pen's strokes, as an SVG path.
    Strokes,
    /// The content hash of a picture in the media store.
    Media,
}

/// The kinds of files (卷) that a register holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileKind {
    Pupil,
    School,
    Staff,
    County,
}

impl FileKind {
    pub const ALL: [FileKind; 4] = [FileKind::Pupil, FileKind::School, FileKind::Staff, FileKind::County];

    pub fn key(self) -> &'static str {
        match self {
            FileKind::Pupil => "pupil",
            FileKind::School => "school",
            FileKind::Staff => "staff",
            FileKind::County => "county",
        }
    }

    pub fn from_key(key: &str) -> Option<FileKind> {
        FileKind::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Never asked for.
    Optional,
    /// The record is a draft without it; it can be saved but not completed.
    Required,
    /// Required where another field of the record holds one of these codes (`*` for anything, `true` for a tick).
    RequiredIf(&'static str, &'static [&'static str]),
}

/// How the value is shown, exported and printed when nobody asked for it in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sensitivity {
    Plain,
    /// Names, phones, addresses: never in logs, URLs or file names.
    Personal,
    /// Identity numbers: masked unless asked for, which is logged.
    Masked,
    /// Health, assessment, committee results (残疾人教育条例 art. 20): in no list and no paper but the child's own.
    Private,
}

/// A rule that one record can check by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    NotFuture,
    /// Not before the date or time in this field of the same record.
    NotBefore(&'static str),
    /// Later than the time in this field.
    After(&'static str),
    MinChars(usize),
    MaxChars(usize),
    MinItems(usize),
    MaxItems(usize),
    /// Differs from this field of the same record.
    DiffersFrom(&'static str),
    /// A person's name: 2–15 characters, · allowed, no spaces (domain.md §4.1).
    PersonName,
}

impl Field {
    pub const fn of(kind: Kind) -> Field {
        Field {
            key: "",
            section: "",
            kind,
            need: Need::Optional,
            sensitivity: Sensitivity::Plain,
            rules: &[],
        }
    }
    pub const fn text() -> Field {
        Field::of(Kind::Text)
    }
    pub const fn long_text() -> Field {
        Field::of(Kind::LongText)
    }
    pub const fn bool() -> Field {
        Field::of(Kind::Bool)
    }
    pub const fn int(min: i64, max: i64) -> Field {
        Field::of(Kind::Int { min, max })
    }
    pub const fn date() -> Field {
        Field::of(Kind::Date)
    }
    pub const fn time() -> Field {
        Field::of(Kind::Time)
    }
    pub const fn code(list: &'static CodeList) -> Field {
        Field::of(Kind::Code(list))
    }
    pub const fn codes(list: &'static CodeList) -> Field {
        Field::of(Kind::Codes(list))
    }
    pub const fn phone() -> Field {
        Field::of(Kind::Phone).personal()
    }
    pub const fn file(kind: FileKind) -> Field {
        Field::of(Kind::File(kind))
    }
    pub const fn files(kind: FileKind) -> Field {
        Field::of(Kind::Files(kind))
    }
    pub const fn record(table: &'static str) -> Field {
        Field::of(Kind::Record(table))
    }
    pub const fn records(table: &'static str) -> Field {
        Field::of(Kind::Records(table))
    }
    pub const fn lines() -> Field {
        Field::of(Kind::Lines)
    }

    pub const fn named(mut self, key: &'static str, section: &'static str) -> Field {
        self.key = key;
        self.section = section;
        self
    }
    pub const fn required(mut self) -> Field {
        self.need = Need::Required;
        self
    }
    pub const fn required_if(mut self, field: &'static str, codes: &'static [&'static str]) -> Field {
        self.need = Need::RequiredIf(field, codes);
        self
    }
    pub const fn personal(mut self) -> Field {
        self.sensitivity = Sensitivity::Personal;
        self
    }
    pub const fn masked(mut self) -> Field {
        self.sensitivity = Sensitivity::Masked;
        self
    }
    pub const fn private(mut self) -> Field {
        self.sensitivity = Sensitivity::Private;
        self
    }
    pub const fn rules(mut self, rules: &'static [Rule]) -> Field {
        self.rules = rules;
        self
    }
}
