//! The forms of a child, one entry a kind: its title, the fields that the paper leaves out or lays out in its own way, who signs.
use super::source::Source;
use super::{basic, learning, notice, support};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::value::{Cell as _, Values};
use crate::i18n::pages::Sheet as S;
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::{Lang, Word, dates};
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::report::paper::{Block, Grid, Paper, Picture};
use crate::ui::pages::child::pictures::stored_of;

/// Who signs: the words of the place, and the field that holds the strokes.
type Signing = (fn(Lang) -> &'static str, Option<&'static str>);

pub struct Form {
    /// The table of its records; `pupil` and `support` are made of many.
    pub table: &'static str,
    pub title: fn(Lang) -> &'static str,
    /// The field with its day.
    pub day: &'static str,
    but: &'static [&'static str],
    signs: &'static [Signing],
}

macro_rules! word {
    ($word:expr) => {
        |lang| Word::text($word, lang)
    };
}

const TEACHER: Signing = (word!(W::SignTeacher), None);
const HEAD: Signing = (word!(W::SignHead), None);
const GUARDIAN: Signing = (word!(W::SignGuardian), Some("strokes"));

/// Every form that is filled from one record, in the order of the binder.
pub const FORMS: &[Form] = &[
    Form {
        table: "pupil",
        title: word!(W::Basic),
        day: "",
        but: &[],
        signs: &[(word!(W::SignTeacher), None), HEAD],
    },
    Form {
        table: "consent",
        title: word!(W::Consent),
        day: "date",
        but: &["sign_method", "strokes", "witness"],
        signs: &[GUARDIAN, TEACHER],
    },
    Form {
        table: "decision",
        title: word!(W::Decision),
        day: "date",
        but: &[],
        signs: &[HEAD, (word!(W::SignGuardian), None)],
    },
    Form {
        table: "assessment",
        title: word!(W::Assessment),
        day: "date",
        but: &["ratings", "sign_method", "strokes", "witness"],
        signs: &[(word!(W::SignAssessor), None), GUARDIAN],
    },
    Form {
        table: "plan",
        title: word!(W::Plan),
        day: "made_on",
        but: &["teacher_sign", "head_sign", "guardian_sign"],
        signs: &[
            (word!(W::SignTeacher), Some("teacher_sign")),
            (word!(W::SignHead), Some("head_sign")),
            (word!(W::SignGuardian), Some("guardian_sign")),
        ],
    },
    Form {
        table: "lesson",
        title: word!(W::Lesson),
        day: "date",
        but: &["visit"],
        signs: &[TEACHER, (word!(W::SignReviewer), None)],
    },
    Form {
        table: "visit",
        title: word!(W::Visit),
        day: "date",
        but: &["goals", "booking", "sign_method", "strokes", "witness", "reviewer", "reviewed_on"],
        signs: &[TEACHER, GUARDIAN, (word!(W::SignReviewer), None)],
    },
    Form {
        table: "counselling",
        title: word!(W::Counselling),
        day: "date",
        but: &[],
        signs: &[(word!(W::SignCounsellor), None), (word!(W::SignGuardian), None)],
    },
    Form {
        table: "term_summary",
        title: word!(W::TermSummary),
        day: "date",
        but: &["teacher_sign", "head_sign"],
        signs: &[(word!(W::SignTeacher), Some("teacher_sign")), (word!(W::SignHead), Some("head_sign"))],
    },
    Form {
        table: "feedback",
        title: word!(W::Feedback),
        day: "date",
        but: &["sign_method", "strokes", "witness"],
        signs: &[GUARDIAN],
    },
    Form {
        table: "support",
        title: word!(W::Support),
        day: "",
        but: &[],
        signs: &[
            (word!(W::SignSponsor), None),
            TEACHER,
            (word!(W::SignGuardian), None),
            (word!(W::SignPupil), None),
        ],
    },
    Form {
        table: "check",
        title: word!(S::Check),
        day: "date",
        but: &["case", "claimed", "claimed_verifier"],
        signs: &[
            (word!(S::SignChecker), None),
            (word!(W::SignGuardian), None),
            (word!(S::SignVerifier), None),
        ],
    },
    Form {
        table: "persuasion",
        title: word!(S::Persuasion),
        day: "date",
        but: &["case", "sign_method", "strokes", "witness"],
        signs: &[(word!(S::SignPersuader), None), GUARDIAN, (word!(S::ReceiptWitness), None)],
    },
    Form { table: "notice", title: word!(S::Notice), day: "issued_on", but: &[], signs: &[] },
];

pub fn form(table: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.table == table)
}

impl Form {
    /// Made of the whole file rather than of one record.
    pub fn is_of_file(&self) -> bool {
        matches!(self.table, "pupil" | "support")
    }

    pub fn day_of(&self, values: &Values) -> Option<Date> {
        values.get(self.day).and_then(Date::read)
    }

    /// Its records in the order of their days.
    pub fn records(&self, file: &File) -> Vec<(Option<Date>, RecordId)> {
        let day = |values: &Values| self.day_of(values);
        let mut all: Vec<(Option<Date>, RecordId)> =
            file.table(self.table).map(|(id, record)| (day(&record.values), id)).collect();
        all.sort_unstable();
        all
    }

    /// The papers of one record: a form, or a notice with its receipt.
    pub fn of(&self, source: &Source, id: RecordId) -> Vec<Paper> {
        let values = source.file.shown(&RecordKey { table: self.table.into(), id });
        if values.is_empty() {
            return Vec::new();
        }
        self.with(source, Some(id), &values)
    }

    /// The form without a record, to be filled in by hand, or the one that is made of the whole file.
    pub fn bare(&self, source: &Source) -> Vec<Paper> {
        self.with(source, None, &Values::new())
    }

    fn with(&self, source: &Source, id: Option<RecordId>, values: &Values) -> Vec<Paper> {
        let mut blocks = Vec::new();
        let mut under = Vec::new();
        match self.table {
            "notice" => return notice::papers(source, values),
            "pupil" => blocks = basic::blocks(source),
            "support" => blocks = support::blocks(source),
            table => {
                let mut pairs = source.identity();
                pairs.extend(source.fields(table, values, self.but));
                blocks.push(Block::Grid(Grid::form(pairs)));
                if let Some(id) = id {
                    under.extend(learning::counted(source, table, id));
                }
                blocks.extend(learning::more(source, table, id, values));
            }
        }
        let day = self.day_of(values);
        let signs = self
            .signs
            .iter()
            .map(|(label, strokes)| source.sign(label(source.lang).to_owned(), values, *strokes, day));
        blocks.push(Block::Signs(signs.collect()));
        blocks.extend(photos(source, self.table, id));
        let day = day.or((self.is_of_file() && !source.blank).then_some(source.today));
        let title = (self.title)(source.lang).to_owned();
        vec![Paper { key: self.table, title, under, about: source.about(day), blocks, ..Paper::default() }]
    }
}

/// The photographs of a visit, two a page; on a blank form the place to glue one.
fn photos(source: &Source, table: &str, id: Option<RecordId>) -> Vec<Block> {
    if table != "visit" {
        return Vec::new();
    }
    let one = |media: String, caption: String| Block::Picture(Picture { media, caption });
    let found = id.map(|id| stored_of(source.file, id)).unwrap_or_default();
    let mut blocks: Vec<Block> = found
        .into_iter()
        .map(|photo| {
            let day = photo.taken.map(|day| dates::long(day, source.lang)).unwrap_or_default();
            one(photo.media, source.join([photo.caption, day]))
        })
        .collect();
    if source.blank {
        blocks.push(one(String::new(), source.say(W::PhotoPlace)));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Heading(source.say(W::Photos)));
    }
    blocks
}
