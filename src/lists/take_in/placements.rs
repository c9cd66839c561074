//! Placements from the lists: who the school roll says is in an ordinary class with support, in the special school or taught at
//! home. Each becomes a file with a placement from the day of the list; what a person or a fuller list (the roster of home
//! teaching) said already stays.
use super::suspects::{Suspect, file_of, flags_of, guardian, page};
use super::{Directory, Files, TakeIn};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::placement::Placement;
use crate::domain::records::pupil::Pupil;
use crate::domain::value::Values;
use crate::lists::compare::{Member, Set};
use crate::lists::issue::{Fault, Issue, Place, Weight};
use crate::register::change::{RecordKey, Sets};
use crate::register::derived_id::Secret;
use crate::register::file::File;

/// A set of a comparison and the placement mode that it means.
pub const PLACED: [(Set, &str); 3] = [
    (Set::HomeTeaching, "HOME"),
    (Set::InOrdinaryClass, "INCLUSIVE"),
    (Set::InSpecialSchool, "SPECIAL_SCHOOL"),
];

/// A child whom the lists place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    child: Suspect,
    mode: &'static str,
    grade: String,
    class: String,
    cert_no: String,
    disability_type: String,
    disability_grade: String,
}

impl Placed {
    pub fn of(member: &Member, mode: &'static str) -> Placed {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        Placed {
            child: Suspect::of(member),
            mode,
            grade: text(&member.grade),
            class: text(&member.class),
            cert_no: text(&member.certificate),
            disability_type: text(&member.disability_type),
            disability_grade: text(&member.disability_grade),
        }
    }
}

/// The files to load before planning; some may not be there.
pub fn needs(placed: &[Placed], directory: &Directory, secret: &Secret) -> Vec<FileId> {
    let mut ids: Vec<FileId> = placed.iter().map(|one| file_of(&one.child, directory, secret)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What taking the placements in would do. Accept what
/// [`only_adds`](crate::lists::take_in::FieldChange::only_adds). `from` is the day of the list: since when a child is there, it
/// does not say.
pub fn plan(
    placed: &[Placed],
    from: Date,
    directory: &Directory,
    files: &Files,
    secret: &Secret,
    today: Date,
) -> TakeIn {
    let mut plan = TakeIn::default();
    for (row, one) in placed.iter().enumerate() {
        let place = Place::row(0, u32::try_from(row).unwrap_or(u32::MAX));
        let Some(school) = directory.school_named(&one.child.school) else {
            plan.held_back.push(place);
            plan.issues.push(Issue {
                place,
                field: "school".to_owned(),
                fault: Fault::SchoolNotKnown,
                weight: Weight::Refused,
                found: one.child.school.clone(),
            });
            continue;
        };
        let id = file_of(&one.child, directory, secret);
        let file = files.get(&id).filter(|file| !file.changes().is_empty());
        let root = RecordKey::root(FileKind::Pupil.key());
        let mut says = Sets::from([(root, whole_page(one, directory))]);
        says.extend(guardian(&one.child, id, file, secret));
        says.extend(flags_of(&one.child, id, file, secret));
        says.extend(placement(one, id, school.id, from, file, secret));
        plan.say(id, FileKind::Pupil, &one.child.name, place, says);
    }
    plan.settle(files, today);
    plan
}

fn whole_page(one: &Placed, directory: &Directory) -> Values {
    let mut values = page(&one.child, directory);
    let more = Pupil {
        grade: one.grade.clone(),
        class: one.class.clone(),
        cert_no: one.cert_no.clone(),
        disability_type: one.disability_type.clone(),
        disability_grade: one.disability_grade.clone(),
        ..Pupil::default()
    };
    values.extend(more.write());
    values
}

/// Nothing where the file says already where the child is taught on that day, or ever since.
fn placement(
    one: &Placed,
    id: FileId,
    school: FileId,
    from: Date,
    file: Option<&File>,
    secret: &Secret,
) -> Option<(RecordKey, Values)> {
    let names = [one.mode, &school.to_string(), "list"];
    let record: RecordId = secret.record_id(id, Placement::TABLE.key, &names);
    let known = |file: &File| {
        let mut all = file.table(Placement::TABLE.key).map(|(id, r)| (id, Placement::read(&r.values)));
        all.any(|(id, held)| id == record || held.to.is_none_or(|to| to >= from))
    };
    if file.is_some_and(known) {
        return None;
    }
    let says = Placement {
        mode: one.mode.to_owned(),
        school: Some(school),
        from: Some(from),
        ..Placement::default()
    };
    Some((RecordKey::new(Placement::TABLE.key, record), says.write()))
}
