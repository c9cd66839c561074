//! What a visit asks for, by its type, in the order in which a visit goes; and what is worth a second look.
use crate::domain::check::{self, Flaw, Problem, Weight};
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::domain::records::visit::Visit;
use crate::domain::value::{Value, Values};
use crate::register::summary::PupilSummary;

/// The form's order: arriving, the lesson, the family, the proof; then what was prefilled.
const ORDER: &[&str] = &[
    "done",
    "not_done_reason",
    "not_done_note",
    "states",
    "goals",
    "content",
    "rating",
    "performance",
    "guidance",
    "guidance_note",
    "homework",
    "next_date",
    "next_plan",
    "photos",
    "guardian_present",
    "sign_method",
    "strokes",
    "witness",
    "sign_note",
    "visit_type",
    "mode",
    "date",
    "start",
    "end",
    "periods",
    "place",
    "teachers",
    "one_teacher_reason",
];

/// What the check needs to know beside the draft.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    pub policy: &'a Policy,
    pub today: Date,
    /// The guardian has agreed to photographs.
    pub photo_consent: bool,
    /// How many photographs were taken.
    pub photos: usize,
    /// Visits of these teachers at the same time.
    pub overlaps: &'a [(FileId, RecordId)],
}

/// Something that keeps the visit from being saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    Flaw(Flaw),
    /// One of the teachers was with this pupil at that time.
    Overlap(FileId, RecordId),
}

impl Ask {
    pub fn field(&self) -> &'static str {
        match self {
            Ask::Flaw(flaw) => flaw.field,
            Ask::Overlap(..) => "start",
        }
    }
}

/// Something to look at that keeps nothing from being saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Recorded so many days after the visit.
    Late(i64),
    /// The child was not taught at home on that day.
    OutsidePlacement,
    Note(Flaw),
}

/// A lesson: it counts towards the norm and asks for everything.
pub fn is_lesson(visit_type: &str) -> bool {
    matches!(visit_type, "TEACH" | "REMOTE" | "")
}

/// Does a visit of this type ask for the field? A lesson asks for all of its table.
pub fn asks_for(visit_type: &str, field: &str) -> bool {
    let spared: &[&str] = match visit_type {
        _ if is_lesson(visit_type) => &[],
        "FAMILY" | "GUIDE" => &["goals", "periods", "rating", "performance"],
        "ASSESS" => &["goals", "periods", "rating", "guidance", "homework"],
        "COUNSEL" => &["goals", "periods", "rating", "performance", "guidance", "homework"],
        _ => &["goals", "periods", "rating", "performance", "guidance", "homework", "states"],
    };
    !spared.contains(&field)
}

/// Photographs are asked for where the county does, the guardian agreed, and there was something to see.
pub fn photos_wanted(visit: &Visit, around: &Around) -> bool {
    around.policy.photo_required && around.photo_consent && visit.mode != "REMOTE"
}

/// What is still missing or wrong, in the order of the form. Empty: it can be saved.
pub fn missing(values: &Values, around: &Around) -> Vec<Ask> {
    let visit = Visit::read(values);
    let done = visit.done == Some(true);
    let asked = |flaw: &Flaw| match flaw.problem {
        Problem::Missing => asks_for(&visit.visit_type, flaw.field),
        Problem::OneTeacher => around.policy.two_teachers,
        _ => flaw.problem.weight() >= Weight::Gap,
    };
    let mut flaws: Vec<Flaw> =
        check::record(&Visit::TABLE, values, around.today).into_iter().filter(asked).collect();
    let mut miss = |field, missing: bool| {
        flaws.extend(missing.then_some(Flaw { field, problem: Problem::Missing }));
    };
    miss("photos", done && photos_wanted(&visit, around) && around.photos == 0);
    let other = visit.done == Some(false) && visit.not_done_reason == "OTHER";
    miss("not_done_note", other && visit.not_done_note.trim().is_empty());
    let mut asks: Vec<Ask> = flaws.into_iter().map(Ask::Flaw).collect();
    if done {
        asks.extend(around.overlaps.iter().map(|(file, record)| Ask::Overlap(*file, *record)));
    }
    asks.sort_by_key(|ask| ORDER.iter().position(|key| *key == ask.field()));
    asks
}

/// What is worth a second look.
pub fn hints(values: &Values, pupil: &PupilSummary, around: &Around) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let Some(date) = values.get("date").and_then(|date| date.as_text()?.parse::<Date>().ok()) {
        if around.policy.is_late_entry(date, around.today) {
            hints.push(Hint::Late(around.today.days_since(date)));
        }
        let lesson = is_lesson(values.get("visit_type").and_then(Value::as_text).unwrap_or_default());
        if lesson && date <= around.today && !pupil.is_taught_at_home(date) {
            hints.push(Hint::OutsidePlacement);
        }
    }
    let notes = check::record(&Visit::TABLE, values, around.today);
    let notes = notes.into_iter().filter(|flaw| flaw.problem.weight() == Weight::Note);
    hints.extend(notes.map(Hint::Note));
    hints
}
