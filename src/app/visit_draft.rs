//! A visit while it is written: what may be prefilled, what a pause seals, and what is saved at the end. No DOM.
//!
//! Time, place, teachers and content may be prefilled; performance, the child's state, the guardian's presence and the
//! signature never (they would be made up).
use crate::app::keeper::{Media, Order};
use crate::domain::check::{self, Weight};
use crate::domain::date::{Clock, Date};
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::domain::records::documents::Photo;
use crate::domain::records::visit::Visit;
use crate::domain::value::{Value, Values};
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::summary::PupilSummary;
use serde::{Deserialize, Serialize};

/// A picture that waits for its visit to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftPhoto {
    pub hash: String,
    pub thumbnail_hash: String,
    pub picture: Vec<u8>,
    pub thumbnail: Vec<u8>,
}

/// Everything that a pause seals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitDraft {
    pub record: RecordId,
    pub values: Values,
    pub photos: Vec<DraftPhoto>,
}

/// The draft's name in the vault: ids only.
pub fn draft_name(pupil: FileId) -> String {
    format!("visit/{pupil}")
}

/// A new visit to this pupil, with what may be prefilled.
pub fn begin(
    file: &File,
    pupil: &PupilSummary,
    me: FileId,
    policy: &Policy,
    today: Date,
    now: Clock,
    record: RecordId,
) -> VisitDraft {
    let rule = policy.frequency_on(today);
    let hours = pupil
        .placement_on(today)
        .and_then(|p| p.hours_per_visit)
        .unwrap_or_else(|| i64::from(rule.periods_per_visit));
    let last = pupil.last_done().and_then(|brief| file.record(&RecordKey::new("visit", brief.record)));
    let last = last.map(|record| Visit::read(&record.values)).unwrap_or_default();
    let minutes = now.minutes();
    let begun = (minutes - hours * policy.class_minutes).max(0);
    let clock = |minutes: i64| Clock::new((minutes / 60) as u8, (minutes % 60) as u8);
    let teachers = if pupil.teachers.is_empty() { vec![me] } else { pupil.teachers.clone() };
    let visit = Visit {
        visit_type: "TEACH".into(),
        date: Some(today),
        start: clock(begun),
        end: Some(now).filter(|_| minutes > begun),
        periods: Some(hours),
        mode: "HOME".into(),
        place: pupil.address.clone(),
        teachers,
        content: last.next_plan,
        next_date: next_date(pupil, today),
        ..Visit::default()
    };
    VisitDraft { record, values: visit.write(), photos: Vec::new() }
}

/// The next arranged day, if there is one.
fn next_date(pupil: &PupilSummary, today: Date) -> Option<Date> {
    pupil.bookings.iter().filter(|b| b.skipped.is_empty() && b.date > today).map(|b| b.date).min()
}

/// The fields that are still missing or wrong, in the order of the form; photographs where the county asks for one.
pub fn missing(draft: &VisitDraft, policy: &Policy, today: Date) -> Vec<check::Flaw> {
    let mut flaws: Vec<check::Flaw> = check::record(&Visit::TABLE, &draft.values, today)
        .into_iter()
        .filter(|flaw| flaw.problem.weight() >= Weight::Gap)
        .collect();
    let done = draft.values.get("done") == Some(&Value::Bool(true));
    if done && policy.photo_required && draft.photos.is_empty() {
        flaws.push(check::Flaw { field: "photos", problem: check::Problem::Missing });
    }
    flaws
}

/// The one transaction that saves a visit: the record, its photographs, their bytes.
pub fn orders(
    pupil: FileId,
    draft: &VisitDraft,
    policy: &Policy,
    today: Date,
    ids: &mut dyn FnMut() -> RecordId,
) -> (Vec<Order>, Vec<Media>) {
    let mut values = draft.values.clone();
    let date = Visit::read(&values).date;
    if date.is_some_and(|date| policy.is_late_entry(date, today)) {
        values.insert("late_entry".into(), true.into());
    }
    let mut sets = Sets::from([(RecordKey::new("visit", draft.record), values)]);
    let mut media = Vec::new();
    for photo in &draft.photos {
        let record = Photo {
            media: photo.hash.clone(),
            thumbnail: photo.thumbnail_hash.clone(),
            visit: Some(draft.record),
            taken: date,
            ..Photo::default()
        };
        sets.insert(RecordKey::new("photo", ids()), record.write());
        media.push(Media { hash: photo.hash.clone(), bytes: photo.picture.clone() });
        media.push(Media { hash: photo.thumbnail_hash.clone(), bytes: photo.thumbnail.clone() });
    }
    (
        vec![Order {
            file: pupil,
            kind: FileKind::Pupil,
            command: Command::Set { act: Act::RECORD_VISIT, sets },
        }],
        media,
    )
}

/// A picture's name: the SHA-256 of its bytes in hexadecimal.
pub fn content_hash(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::summary::PlacementBrief;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn begun() -> VisitDraft {
        let pupil = PupilSummary {
            placements: vec![PlacementBrief {
                mode: "HOME".into(),
                from: day("2025-09-01"),
                ..Default::default()
            }],
            teachers: vec![FileId(1), FileId(2)],
            address: "下石门村 3 号".into(),
            ..Default::default()
        };
        let file = File::new(FileId(5), FileKind::Pupil);
        begin(
            &file,
            &pupil,
            FileId(1),
            &Policy::default(),
            day("2026-03-11"),
            "10:30".parse().unwrap(),
            RecordId(7),
        )
    }

    #[test]
    fn time_place_and_teachers_are_prefilled_and_nothing_that_could_be_made_up() {
        let visit = Visit::read(&begun().values);
        assert_eq!(
            (visit.start, visit.end, visit.periods, visit.teachers.len()),
            ("08:30".parse().ok(), "10:30".parse().ok(), Some(3), 2)
        );
        assert!(visit.states.is_empty() && visit.rating.is_none() && visit.performance.is_empty());
        assert!(
            visit.guardian_present.is_none()
                && visit.sign_method.is_empty()
                && visit.strokes.is_empty()
                && visit.done.is_none()
        );
    }

    #[test]
    fn what_is_missing_is_told_until_nothing_is() {
        let mut draft = begun();
        let fields = |draft: &VisitDraft| {
            missing(draft, &Policy::default(), day("2026-03-11")).iter().map(|f| f.field).collect::<Vec<_>>()
        };
        assert_eq!(fields(&draft), ["done"]);
        draft.values.insert("done".into(), true.into());
        assert!(fields(&draft).contains(&"rating") && fields(&draft).contains(&"sign_method"));
        draft.values.insert("done".into(), false.into());
        assert_eq!(fields(&draft), ["not_done_reason"]);
        draft.values.insert("not_done_reason".into(), "ILL".into());
        assert_eq!(fields(&draft), [""; 0]);
    }

    #[test]
    fn a_late_entry_is_flagged_and_photos_travel_with_the_visit() {
        let mut draft = begun();
        draft.photos.push(DraftPhoto {
            hash: "aa".into(),
            thumbnail_hash: "bb".into(),
            picture: vec![1],
            thumbnail: vec![2],
        });
        let mut next = 100;
        let mut ids = || {
            next += 1;
            RecordId(next)
        };
        let (orders, media) = orders(FileId(5), &draft, &Policy::default(), day("2026-03-30"), &mut ids);
        let Command::Set { sets, .. } = &orders[0].command else { panic!("another command") };
        assert_eq!(sets[&RecordKey::new("visit", RecordId(7))].get("late_entry"), Some(&Value::Bool(true)));
        assert_eq!((sets.len(), media.len()), (2, 2));
    }
}
