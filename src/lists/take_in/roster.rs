//! 送教上门名册 → pupils' files with guardian and placement, and the files of their teachers.
//!
//! A pupil is known by the identity number; a teacher by school and name; a guardian by name within the pupil's file.
use super::{Directory, Files, TakeIn};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::identity::{CertNumber, IdKind, IdNumber, fold_name, normalise_name, same_name};
use crate::domain::records::organisation::Staff;
use crate::domain::records::placement::Placement;
use crate::domain::records::pupil::{Guardian, Pupil};
use crate::domain::value::{Value, Values};
use crate::lists::issue::{Fault, Issue, Place, Weight};
use crate::lists::normalise::date::When;
use crate::lists::roster::RosterRow;
use crate::lists::take_in::directory::KnownSchool;
use crate::lists::taking::Taken;
use crate::register::change::{RecordKey, Sets};
use crate::register::derived_id::Secret;
use crate::register::file::File;

/// The role and the mode that this list is about.
const ROLE: &str = "HOME_TEACHER";
const MODE: &str = "HOME";

/// The file of a pupil: the one that holds this number, or the one that every tablet would make.
pub fn pupil_id(number: &str, name: &str, directory: &Directory, secret: &Secret) -> FileId {
    let derived = secret.file_id(FileKind::Pupil, &[number, &normalise_name(name)]);
    let held = directory.pupils_with_number(number);
    let id = match held {
        [] => derived,
        // Two files with one number are on the worklist already; the derived one is the one that lists speak of.
        _ if held.iter().any(|(id, _)| *id == derived) => derived,
        [(first, _), ..] => *first,
    };
    directory.goes_on_as(id)
}

/// The file of a row's child. Without a whole number name, birth and guardian tell it; once a later list has the number, the
/// child's own file gets it.
fn file_of(row: &RosterRow, directory: &Directory, secret: &Secret) -> FileId {
    let listed = row.birth.and_then(When::day).map(|birth| birth.to_string()).unwrap_or_default();
    let without = |birth: &str| {
        let guardian = fold_name(row.guardian.as_deref().unwrap_or_default());
        let parts = ["", &normalise_name(&row.name), birth, &guardian];
        directory.goes_on_as(secret.file_id(FileKind::Pupil, &parts))
    };
    if row.id_number.is_empty() {
        return without(&listed);
    }
    let born = IdNumber::parse(&row.id_number).map(|id| id.birth().to_string()).unwrap_or_default();
    let was_without =
        || [born.as_str(), &listed, ""].map(without).into_iter().find(|id| directory.is_numberless(*id));
    let is_new = directory.pupils_with_number(&row.id_number).is_empty();
    is_new
        .then(was_without)
        .flatten()
        .unwrap_or_else(|| pupil_id(&row.id_number, &row.name, directory, secret))
}

fn teacher_id(school: FileId, name: &str, directory: &Directory, secret: &Secret) -> FileId {
    let derived = || secret.file_id(FileKind::Staff, &[&school.to_string(), &fold_name(name)]);
    directory.goes_on_as(directory.staff_of(school, name).unwrap_or_else(derived))
}

/// A teacher on the roster with the name of the person who takes it in, whose own file names no school yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Namesake {
    pub school: FileId,
    pub school_name: String,
    /// How many rows name this teacher.
    pub pupils: usize,
}

/// Who on the list may be the person called `name`: one entry a school, in the order of the list. Only that person knows.
pub fn namesakes(taken: &Taken<RosterRow>, directory: &Directory, name: &str) -> Vec<Namesake> {
    let mut found: Vec<Namesake> = Vec::new();
    for (_, row) in &taken.rows {
        let mut teachers = [&row.teacher1, &row.teacher2].into_iter().flatten();
        if !teachers.any(|teacher| same_name(teacher, name)) {
            continue;
        }
        let Some(school) = directory.school_named(&row.school) else { continue };
        match found.iter_mut().find(|known| known.school == school.id) {
            Some(known) => known.pupils += 1,
            None => found.push(Namesake { school: school.id, school_name: school.name.clone(), pupils: 1 }),
        }
    }
    found
}

/// The files to load before planning; some may not be there.
pub fn needs(taken: &Taken<RosterRow>, directory: &Directory, secret: &Secret) -> Vec<FileId> {
    let mut ids = Vec::with_capacity(taken.rows.len() * 3);
    for (_, row) in &taken.rows {
        ids.push(file_of(row, directory, secret));
        if let Some(school) = directory.school_named(&row.school) {
            let teachers = [&row.teacher1, &row.teacher2].into_iter().flatten();
            ids.extend(teachers.map(|name| teacher_id(school.id, name, directory, secret)));
        }
    }
    ids.sort_unstable();
    ids.dedup();
    ids
}

pub fn plan(
    taken: &Taken<RosterRow>,
    directory: &Directory,
    files: &Files,
    secret: &Secret,
    today: Date,
) -> TakeIn {
    let mut planner = Planner { directory, files, secret, as_of: taken.as_of, plan: TakeIn::default() };
    for (place, row) in &taken.rows {
        planner.row(*place, row);
    }
    planner.plan.settle(files, today);
    planner.plan
}

struct Planner<'a> {
    directory: &'a Directory,
    files: &'a Files,
    secret: &'a Secret,
    as_of: Option<Date>,
    plan: TakeIn,
}

impl Planner<'_> {
    fn row(&mut self, place: Place, row: &RosterRow) {
        let Some(school) = self.directory.school_named(&row.school) else {
            self.issue(place, "school", Fault::SchoolNotKnown, &row.school);
            self.plan.held_back.push(place);
            return;
        };
        let held = self.directory.pupils_with_number(&row.id_number);
        if !held.is_empty() && !held.iter().any(|(_, name)| same_name(name, &row.name)) {
            self.issue(place, "id_number", Fault::NumberOfAnother, &row.id_number);
            self.plan.held_back.push(place);
            return;
        }
        if row.school_type.is_some_and(|special| special != school.is_special()) {
            let expected = school.school_type.clone();
            self.issue(place, "school_type", Fault::SchoolTypeDiffers { expected }, &row.school);
        }
        let main_teacher = row.teacher1.as_deref().map(|name| self.teacher(place, school, name));
        let second_teacher = row.teacher2.as_deref().map(|name| self.teacher(place, school, name));
        let id = file_of(row, self.directory, self.secret);
        let mut page = page(row, school.id);
        page.main_teacher = main_teacher;
        page.second_teacher = second_teacher.filter(|second| Some(*second) != main_teacher);
        let mut says = Sets::from([(RecordKey::root(FileKind::Pupil.key()), page.write())]);
        let file = self.files.get(&id);
        says.extend(self.guardian(id, file, row));
        says.extend(self.placement(place, id, file, row, school.id));
        self.plan.say(id, FileKind::Pupil, &row.name, place, says);
    }

    fn teacher(&mut self, place: Place, school: &KnownSchool, name: &str) -> FileId {
        let id = teacher_id(school.id, name, self.directory, self.secret);
        let root = RecordKey::root(FileKind::Staff.key());
        let known = self.files.get(&id).map(|file| Staff::read(&file.shown(&root))).unwrap_or_default();
        let mut roles = known.roles;
        if !roles.iter().any(|role| role == ROLE) {
            roles.push(ROLE.to_owned());
        }
        let says = Staff { name: name.to_owned(), roles, school: Some(school.id), ..Staff::default() };
        self.plan.say(id, FileKind::Staff, name, place, Sets::from([(root, says.write())]));
        id
    }

    /// The guardian of this name in the file, or a new record.
    fn guardian(&self, id: FileId, file: Option<&File>, row: &RosterRow) -> Option<(RecordKey, Values)> {
        let name = row.guardian.as_deref()?;
        let known = file.and_then(|file| {
            let mut guardians = file.table(Guardian::TABLE.key);
            guardians
                .find(|(_, record)| same_name(&Guardian::read(&record.values).name, name))
                .map(|(id, _)| id)
        });
        let fold = fold_name(name);
        let record = known.unwrap_or_else(|| self.secret.record_id(id, Guardian::TABLE.key, &[&fold]));
        let says = Guardian {
            name: name.to_owned(),
            kinship: row.relation.clone().unwrap_or_default(),
            phone: row.phone.clone().unwrap_or_default(),
            ..Guardian::default()
        };
        Some((RecordKey::new(Guardian::TABLE.key, record), says.write()))
    }

    /// The placement at home: the open one there is if it is of the same school, or a new one that ends the open one.
    fn placement(
        &mut self,
        place: Place,
        id: FileId,
        file: Option<&File>,
        row: &RosterRow,
        school: FileId,
    ) -> Vec<(RecordKey, Values)> {
        let key = |record| RecordKey::new(Placement::TABLE.key, record);
        let from = row.from.or(self.as_of);
        if row.from.is_none() {
            self.issue(place, "from", Fault::Missing, "");
        }
        let mut says = Placement {
            mode: MODE.to_owned(),
            school: Some(school),
            from,
            visits_per_week: row.visits,
            hours_per_visit: row.hours,
            ..Placement::default()
        };
        let open = file.and_then(open_placement);
        match (open, from) {
            (Some((record, open)), _) if open.mode == MODE && open.school == Some(school) => {
                // When it began is not proposed anew by a list that does not say.
                says.from = row.from.or(open.from);
                vec![(key(record), says.write())]
            }
            (Some((record, open)), Some(from)) => match open.from {
                Some(begun) if begun < from => {
                    let end = Value::Text(from.plus_days(-1).to_string());
                    let ended = (key(record), Values::from([("to".to_owned(), end)]));
                    vec![ended, (key(self.new_record(id, from, school)), says.write())]
                }
                _ => {
                    self.issue(place, "from", Fault::PlacementDiffers, &from.to_string());
                    Vec::new()
                }
            },
            (None, Some(from)) => {
                let record = self.new_record(id, from, school);
                // Ended since, by a person: a list that still names it does not open it again.
                vec![(key(record), says.write())]
            }
            (_, None) => Vec::new(),
        }
    }

    fn new_record(&self, id: FileId, from: Date, school: FileId) -> RecordId {
        self.secret.record_id(id, Placement::TABLE.key, &[MODE, &school.to_string(), &from.to_string()])
    }

    fn issue(&mut self, place: Place, field: &str, fault: Fault, found: &str) {
        let weight = match fault {
            Fault::SchoolNotKnown | Fault::NumberOfAnother => Weight::Refused,
            _ => Weight::Doubt,
        };
        self.plan.issues.push(Issue {
            place,
            field: field.to_owned(),
            fault,
            weight,
            found: found.to_owned(),
        });
    }
}

/// The placement without an end that began last.
pub(super) fn open_placement(file: &File) -> Option<(RecordId, Placement)> {
    let all = file.table(Placement::TABLE.key).map(|(id, record)| (id, Placement::read(&record.values)));
    all.filter(|(_, placement)| placement.to.is_none()).max_by_key(|(id, placement)| (placement.from, *id))
}

/// The child's own page, with birth and sex from the number, type and grade from the certificate.
fn page(row: &RosterRow, school: FileId) -> Pupil {
    let id = IdNumber::parse(&row.id_number).ok();
    let certificate = row.certificate.as_deref().and_then(|number| CertNumber::parse(number).ok());
    let or_listed = |digit: Option<&'static str>, listed: &Option<String>| {
        digit.map(str::to_owned).or_else(|| listed.clone()).unwrap_or_default()
    };
    let id_type = match id.map(IdNumber::kind) {
        Some(IdKind::Resident) => "1",
        Some(_) => "2",
        // What the list meant, and lost: the worklist asks for it.
        None if row.number_left.is_some() => "1",
        None => "",
    };
    let sex = || row.sex.clone().filter(|sex| matches!(sex.as_str(), "1" | "2"));
    Pupil {
        name: row.name.clone(),
        sex: id.map(|id| id.sex().code().to_owned()).or_else(sex).unwrap_or_default(),
        ethnic: row.ethnic.clone().unwrap_or_default(),
        birth: id.map(IdNumber::birth).or(row.birth.and_then(When::day)),
        id_type: id_type.to_owned(),
        id_no: row.id_number.clone(),
        alt_no: row.number_left.clone().unwrap_or_default(),
        roll_no: row.roll_number.clone().unwrap_or_default(),
        cert_no: row.certificate.clone().unwrap_or_default(),
        disability_type: or_listed(certificate.map(CertNumber::disability_type), &row.disability_type),
        disability_grade: or_listed(certificate.map(CertNumber::disability_grade), &row.disability_grade),
        address: row.address.clone().unwrap_or_default(),
        school: Some(school),
        ..Pupil::default()
    }
}
