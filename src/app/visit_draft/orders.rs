//! The one transaction that saves a visit: the record, its photographs and their bytes, the arranged day that it kept, the
//! next one that was agreed.
use super::VisitDraft;
use crate::app::keeper::{Media, Order};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::domain::records::documents::Photo;
use crate::domain::records::visit::{Booking, Visit};
use crate::domain::value::{Cell, Value, Values};
use crate::register::breach;
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::summary::{BookingBrief, PupilSummary, Summary, VisitBrief};
use std::sync::Arc;

/// What stays of a visit that did not take place: nothing that was prefilled for the lesson.
const OF_NOT_DONE: &[&str] = &[
    "visit_type",
    "date",
    "mode",
    "place",
    "teachers",
    "done",
    "not_done_reason",
    "not_done_note",
    "next_date",
];

/// `next`: the id for a newly agreed day.
pub fn orders(
    file: FileId,
    pupil: &PupilSummary,
    draft: &VisitDraft,
    policy: &Policy,
    today: Date,
    next: RecordId,
) -> (Vec<Order>, Vec<Media>) {
    let visit = Visit::read(&draft.values);
    let done = visit.done == Some(true);
    let mut values = draft.values.clone();
    if !done {
        values.retain(|key, _| OF_NOT_DONE.contains(&key.as_str()));
    }
    let unused: &[&str] = match visit.sign_method.as_str() {
        "HAND" => &["witness", "sign_note"],
        "FINGERPRINT" | "WITNESS" => &["strokes", "sign_note"],
        "REFUSED" => &["strokes", "witness"],
        _ => &["strokes", "witness", "sign_note"],
    };
    values.retain(|key, _| !unused.contains(&key.as_str()));
    if visit.date.is_some_and(|date| policy.is_late_entry(date, today)) {
        values.insert("late_entry".into(), true.into());
    }
    let mut sets = Sets::new();
    if let Some((kept, moved)) = visit.date.and_then(|date| kept_booking(pupil, date)) {
        values.insert("booking".into(), kept.record.write());
        if let Some(to) = moved {
            let moved = Values::from([("date".into(), to.write()), ("moved_from".into(), kept.date.write())]);
            sets.insert(RecordKey::new("booking", kept.record), moved);
        }
    }
    if let Some(date) = visit.next_date.filter(|date| !pupil.bookings.iter().any(|b| b.date == *date)) {
        let booking = Booking { date: Some(date), teachers: visit.teachers.clone(), ..Booking::default() };
        sets.insert(RecordKey::new("booking", next), booking.write());
    }
    let mut media = Vec::new();
    for photo in draft.photos.iter().filter(|_| done) {
        let record = Photo {
            media: photo.hash.clone(),
            thumbnail: photo.thumbnail_hash.clone(),
            visit: Some(draft.record),
            taken: visit.date,
            ..Photo::default()
        };
        sets.insert(RecordKey::new("photo", photo.record), record.write());
        media.push(Media { hash: photo.hash.clone(), bytes: photo.picture.clone() });
        media.push(Media { hash: photo.thumbnail_hash.clone(), bytes: photo.thumbnail.clone() });
    }
    values.retain(|_, value| *value != Value::Null);
    sets.insert(RecordKey::new("visit", draft.record), values);
    let act = if done { Act::RECORD_VISIT } else { Act::SKIP_VISIT };
    let order = Order { file, kind: FileKind::Pupil, command: Command::Set { act, sets } };
    (vec![order], media)
}

/// The arranged day of this week that a visit keeps, and where it moves to: the day itself first, else the earliest that no
/// other visit has kept.
fn kept_booking(pupil: &PupilSummary, date: Date) -> Option<(&BookingBrief, Option<Date>)> {
    let open = |booking: &&BookingBrief| {
        booking.skipped.is_empty()
            && booking.date.monday() == date.monday()
            && (booking.date == date || !pupil.visits.iter().any(|visit| visit.date == booking.date))
    };
    let open: Vec<&BookingBrief> = pupil.bookings.iter().filter(open).collect();
    match open.iter().find(|booking| booking.date == date) {
        Some(booking) => Some((booking, None)),
        None => open.into_iter().min_by_key(|booking| booking.date).map(|booking| (booking, Some(date))),
    }
}

/// The visits that the draft's teachers held elsewhere at its time.
pub fn overlapping<'a>(
    values: &Values,
    record: RecordId,
    all: impl Iterator<Item = &'a Arc<Summary>>,
) -> Vec<(FileId, RecordId)> {
    let visit = Visit::read(values);
    let Some(date) = visit.date.filter(|_| visit.done == Some(true)) else { return Vec::new() };
    let brief = VisitBrief { record, date, start: visit.start, end: visit.end, ..VisitBrief::default() };
    breach::overlapping(&visit.teachers, &brief, all)
}
