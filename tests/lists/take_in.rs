//! Lists beside the register: what becomes new, what would change, and that the same list again changes nothing.
use super::*;
use baoxue::domain::codes::placement::placement_of;
use baoxue::domain::date::{Clock, Date};
use baoxue::domain::field::FileKind;
use baoxue::domain::id::FileId;
use baoxue::domain::records::placement::Placement;
use baoxue::domain::value::{Value, Values};
use baoxue::lists::take_in::{self, Directory, FieldChange, Files, Item, State, TakeIn};
use baoxue::register::apply::apply;
use baoxue::register::change::{Act, DeviceId, Dot, RecordKey};
use baoxue::register::command::{Command, Ctx};
use baoxue::register::derived_id::Secret;
use baoxue::register::file::File;
use baoxue::register::merge::merge;
use baoxue::register::summary::Summary;
use std::sync::LazyLock;

pub const SECRET: Secret = Secret([7; 32]);

/// The county's two lists, read once.
static COUNTY: LazyLock<(Taken<SchoolRow>, Taken<RosterRow>)> =
    LazyLock::new(|| (schools(SCHOOLS), roster(ROSTER)));

/// A tablet with both taken in, made once.
pub static TABLET: LazyLock<Tablet> = LazyLock::new(|| Tablet::of_the_county(1));

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A register in memory: one tablet.
#[derive(Clone)]
pub struct Tablet {
    files: Files,
    device: u64,
    counter: u32,
    today: Date,
}

impl Tablet {
    fn new(device: u64) -> Tablet {
        Tablet { files: Files::new(), device, counter: 0, today: day("2026-03-11") }
    }

    /// The same tablet at the end of the term.
    pub fn in_june(self) -> Tablet {
        Tablet { today: day("2026-06-30"), ..self }
    }

    pub fn summaries(&self) -> Vec<Summary> {
        self.files.values().map(Summary::of).collect()
    }

    pub fn directory(&self) -> Directory {
        Directory::of(&self.summaries())
    }

    pub fn apply(&mut self, id: FileId, kind: FileKind, command: Command) {
        self.counter += 1;
        let dot = Dot { device: DeviceId(self.device), counter: self.counter, tag: 1 };
        let wall = 1_773_200_000_000 + u64::from(self.counter) * 1000;
        let ctx = Ctx { wall, today: self.today, now: Clock::default(), dot, by: FileId(1) };
        let file = self.files.remove(&id).unwrap_or_else(|| File::new(id, kind));
        let change = apply(&file, command, &ctx).unwrap();
        self.files.insert(id, file.with(change).unwrap());
    }

    /// Only the files that the plan asked for are there for it.
    pub fn loaded(&self, needs: Vec<FileId>) -> Files {
        needs.into_iter().filter_map(|id| Some((id, self.files.get(&id)?.clone()))).collect()
    }

    fn plan_schools(&self, taken: &Taken<SchoolRow>) -> TakeIn {
        let directory = self.directory();
        let files = self.loaded(take_in::schools::needs(taken, &directory, &SECRET));
        take_in::schools::plan(taken, &directory, &files, &SECRET, day("2026-03-11"))
    }

    pub fn plan_roster(&self, taken: &Taken<RosterRow>) -> TakeIn {
        let directory = self.directory();
        let files = self.loaded(take_in::roster::needs(taken, &directory, &SECRET));
        take_in::roster::plan(taken, &directory, &files, &SECRET, day("2026-03-11"))
    }

    fn import(&mut self, plan: &TakeIn, accept: impl Fn(&Item, &FieldChange) -> bool) {
        for (id, kind, command) in plan.commands(accept) {
            self.apply(id, kind, command);
        }
    }

    /// A tablet of the county with the two lists taken in.
    pub fn of_the_county(device: u64) -> Tablet {
        let mut tablet = Tablet::new(device);
        tablet.import(&tablet.plan_schools(&COUNTY.0), |_, _| true);
        tablet.import(&tablet.plan_roster(&COUNTY.1), |_, _| true);
        tablet
    }

    fn pupil(&self, row: &RosterRow) -> (FileId, &File) {
        let id = take_in::roster::pupil_id(&row.id_number, &row.name, &self.directory(), &SECRET);
        (id, self.files.get(&id).unwrap())
    }
}

fn states(plan: &TakeIn, kind: FileKind) -> (usize, usize, usize, usize) {
    let tally = plan.tally(kind);
    (tally.new, tally.changed, tally.unchanged, tally.left_out)
}

/// The county's roster with one row only, changed.
fn one_row(change: impl FnOnce(&mut RosterRow)) -> Taken<RosterRow> {
    let mut taken = COUNTY.1.clone();
    taken.rows.truncate(1);
    change(&mut taken.rows[0].1);
    taken
}

#[test]
fn the_countys_lists_make_52_schools_170_pupils_and_their_teachers() {
    let mut tablet = Tablet::new(1);
    let plan = tablet.plan_schools(&COUNTY.0);
    assert_eq!((states(&plan, FileKind::School), plan.issues.len()), ((52, 0, 0, 0), 0));
    // Both lists can be looked at together, before either is taken in.
    let (taken, directory) = (COUNTY.1.clone(), tablet.directory().with_schools(&plan));
    let together = take_in::roster::plan(&taken, &directory, &Files::new(), &SECRET, day("2026-03-11"));
    tablet.import(&plan, |_, _| true);
    let plan = tablet.plan_roster(&taken);
    assert_eq!(plan, together);
    assert_eq!(plan.issues, []);
    assert_eq!(
        (states(&plan, FileKind::Pupil), states(&plan, FileKind::Staff)),
        ((170, 0, 0, 0), (340, 0, 0, 0))
    );
    tablet.import(&plan, |_, _| true);

    let summaries = tablet.summaries();
    let school_type = |id: Option<FileId>| {
        let school = summaries.iter().find(|summary| Some(summary.id) == id).unwrap();
        school.school().unwrap().school_type.clone()
    };
    let mut placements = BTreeMap::new();
    for pupil in summaries.iter().filter_map(Summary::pupil) {
        let held = pupil.placement_on(day("2026-03-10")).unwrap();
        let code = placement_of(&held.mode, &school_type(held.school)).unwrap();
        *placements.entry(code).or_insert(0) += 1;
        assert_eq!(
            (held.visits_per_week, held.hours_per_visit, pupil.placements.len()),
            (Some(2), Some(3), 1)
        );
        assert_eq!((pupil.teachers.len(), pupil.guardians.len()), (2, 1));
        assert!(pupil.birth.is_some() && !pupil.sex.is_empty() && !pupil.cert_no.is_empty());
    }
    assert_eq!(placements, BTreeMap::from([("PL4", 89), ("PL5", 81)]));
    assert!(summaries.iter().all(|summary| summary.flaws == 0 && summary.conflicts == 0));
}

#[test]
fn the_same_list_again_changes_nothing() {
    let tablet = &*TABLET;
    let plan = tablet.plan_schools(&COUNTY.0);
    assert_eq!((states(&plan, FileKind::School), plan.commands(|_, _| true)), ((0, 0, 52, 0), vec![]));
    let plan = tablet.plan_roster(&COUNTY.1);
    assert_eq!(
        (states(&plan, FileKind::Pupil), states(&plan, FileKind::Staff)),
        ((0, 0, 170, 0), (0, 0, 340, 0))
    );
    assert_eq!(plan.commands(|_, _| true), vec![]);
}

#[test]
fn who_began_the_register_can_be_a_teacher_on_the_roster() {
    let mut tablet = Tablet::new(1);
    tablet.import(&tablet.plan_schools(&COUNTY.0), |_, _| true);
    let name = COUNTY.1.rows[0].1.teacher1.clone().unwrap();
    let me = FileId(1);
    let root = RecordKey::root(FileKind::Staff.key());
    let begun = Values::from([("name".to_owned(), name.as_str().into())]);
    tablet.apply(me, FileKind::Staff, Command::set(Act::EDIT, root, begun));

    let found = take_in::roster::namesakes(&COUNTY.1, &tablet.directory(), &name);
    let rows =
        |one: &RosterRow| [&one.teacher1, &one.teacher2].into_iter().flatten().any(|named| *named == name);
    let named = COUNTY.1.rows.iter().filter(|(_, row)| rows(row)).count();
    assert!(named > 0);
    assert_eq!(found.iter().map(|one| one.pupils).sum::<usize>(), named);
    assert_eq!(take_in::roster::namesakes(&COUNTY.1, &tablet.directory(), "无此人"), []);

    let mine = &found[0];
    let directory = tablet.directory().with_teacher(mine.school, &name, me);
    let files = tablet.loaded(take_in::roster::needs(&COUNTY.1, &directory, &SECRET));
    let plan = take_in::roster::plan(&COUNTY.1, &directory, &files, &SECRET, day("2026-03-11"));
    assert_eq!(states(&plan, FileKind::Staff), (339, 1, 0, 0), "no second file of the same person");
    tablet.import(&plan, |_, _| true);
    let taught = |summary: &&Summary| summary.pupil().is_some_and(|pupil| pupil.teachers.contains(&me));
    let summaries = tablet.summaries();
    assert_eq!(summaries.iter().filter(taught).count(), mine.pupils);
    // From now on the file says where the person teaches: the next roster finds it by itself.
    let again = tablet.plan_roster(&COUNTY.1);
    assert_eq!(again.commands(|_, _| true), vec![]);
}

#[test]
fn what_a_person_corrected_stays_until_a_list_says_something_new() {
    let mut tablet = TABLET.clone();
    let taken = one_row(|_| {});
    let row = taken.rows[0].1.clone();
    let (id, file) = tablet.pupil(&row);
    let (guardian, _) = file.table("guardian").next().unwrap();
    let phone = Values::from([("phone".to_owned(), "13900000001".into())]);
    tablet.apply(id, FileKind::Pupil, Command::set(Act::EDIT, RecordKey::new("guardian", guardian), phone));
    assert_eq!(states(&tablet.plan_roster(&taken), FileKind::Pupil), (0, 0, 1, 0));

    let newer = one_row(|row| row.phone = Some("13900000002".into()));
    let plan = tablet.plan_roster(&newer);
    let item = plan.items.iter().find(|item| item.kind == FileKind::Pupil).unwrap();
    let seen: Vec<_> =
        item.changes.iter().map(|c| (c.field.as_str(), &c.before, &c.after, c.only_adds())).collect();
    assert_eq!(seen, [("phone", &Value::from("13900000001"), &Value::from("13900000002"), false)]);
    assert!(
        item.changes.iter().all(|change| change.by_hand),
        "a person wrote that: it is not replaced unasked"
    );
    assert_eq!(plan.commands(|_, _| false), vec![], "a change that nobody accepts is not made");
    tablet.import(&plan, |_, _| true);
    assert_eq!(tablet.pupil(&row).1.table("guardian").count(), 1);
    assert_eq!(states(&tablet.plan_roster(&newer), FileKind::Pupil), (0, 0, 1, 0));

    // What a list said, the next list may say anew.
    let latest = one_row(|row| row.phone = Some("13900000003".into()));
    let plan = tablet.plan_roster(&latest);
    let changes: Vec<_> =
        plan.items.iter().flat_map(|item| &item.changes).map(|c| (c.field.as_str(), c.by_hand)).collect();
    assert_eq!(changes, [("phone", false)]);
}

#[test]
fn two_tablets_that_take_in_the_same_roster_agree_and_merge_without_a_conflict() {
    let (one, other) = (&*TABLET, Tablet::of_the_county(2));
    assert!(one.files.keys().eq(other.files.keys()));
    for (id, file) in &one.files {
        let pack = other.files[id].clone().into_pack();
        let merged = merge(*id, Some(file), pack).unwrap();
        let merged = Summary::of(&merged.file);
        assert_eq!((merged.conflicts, merged.flaws), (0, 0), "{}", merged.name);
        assert_eq!(merged.content, Summary::of(file).content);
    }
}

#[test]
fn a_pupil_who_moves_to_another_school_ends_one_placement_and_begins_another() {
    let mut tablet = TABLET.clone();
    let moved = one_row(|row| {
        row.school = "青禾县特殊教育学校".into();
        row.school_type = Some(true);
        row.from = Some(day("2026-03-02"));
    });
    let plan = tablet.plan_roster(&moved);
    tablet.import(&plan, |_, _| true);
    let (_, file) = tablet.pupil(&moved.rows[0].1);
    let mut held: Vec<Placement> = file.table("placement").map(|(_, r)| Placement::read(&r.values)).collect();
    held.sort_by_key(|placement| placement.from);
    assert_eq!(
        (held[0].to, held[1].from, held[1].to),
        (Some(day("2026-03-01")), Some(day("2026-03-02")), None)
    );
    assert_ne!(held[0].school, held[1].school);
    assert_eq!(tablet.plan_roster(&moved).commands(|_, _| true), vec![]);

    let backwards = one_row(|row| row.from = Some(day("2025-09-01")));
    let plan = tablet.plan_roster(&backwards);
    assert!(plan.issues.iter().any(|issue| issue.fault == Fault::PlacementDiffers));
}

#[test]
fn rows_that_the_register_contradicts_are_held_back_with_the_reason() {
    let tablet = &*TABLET;
    let fault = |taken: &Taken<RosterRow>| {
        let plan = tablet.plan_roster(taken);
        let faults: Vec<Fault> = plan.issues.iter().map(|issue| issue.fault.clone()).collect();
        (faults, plan.held_back.len(), plan.items.len())
    };
    let unknown = one_row(|row| row.school = "无名小学".into());
    assert_eq!(fault(&unknown), (vec![Fault::SchoolNotKnown], 1, 0));
    let another = one_row(|row| row.name = "王小明".into());
    assert_eq!(fault(&another), (vec![Fault::NumberOfAnother], 1, 0));
    let of_type = one_row(|row| row.school_type = Some(true));
    let differs = Fault::SchoolTypeDiffers { expected: "311".into() };
    assert_eq!(fault(&of_type), (vec![differs], 0, 3));
    let county_in_front = one_row(|row| row.school = format!("青禾县{}", row.school));
    assert_eq!(fault(&county_in_front), (vec![], 0, 3));
    let no_day = one_row(|row| row.from = None);
    assert_eq!(fault(&no_day), (vec![Fault::Missing], 0, 3));
}

#[test]
fn a_child_whose_number_is_ruined_is_taken_in_once_and_gets_its_number_from_a_later_list() {
    let mut tablet = Tablet::new(1);
    tablet.import(&tablet.plan_schools(&COUNTY.0), |_, _| true);
    let whole = COUNTY.1.rows[0].1.id_number.clone();
    let birth = baoxue::lists::normalise::date::parse(&format!(
        "{}-{}-{}",
        &whole[6..10],
        &whole[10..12],
        &whole[12..14]
    ));
    let ruined = one_row(|row| {
        row.number_left = Some(format!("{}000", &whole[..15]));
        row.id_number = String::new();
        row.birth = birth.value;
        row.sex = Some("1".into());
    });
    let plan = tablet.plan_roster(&ruined);
    assert_eq!((states(&plan, FileKind::Pupil), plan.held_back.len()), ((1, 0, 0, 0), 0));
    tablet.import(&plan, |_, _| true);
    assert_eq!(
        tablet.plan_roster(&ruined).commands(|_, _| true),
        vec![],
        "the same list again changes nothing"
    );
    let pupils = |tablet: &Tablet| -> Vec<Summary> {
        tablet.summaries().into_iter().filter(|summary| summary.pupil().is_some()).collect()
    };
    let held = pupils(&tablet);
    let pupil = held[0].pupil().unwrap();
    assert_eq!((held.len(), pupil.id_no.as_str(), pupil.number_lost), (1, "", true));
    assert_eq!((pupil.birth, pupil.placements.len()), (birth.value.and_then(|when| when.day()), 1));
    let waiting = |tablet: &Tablet| {
        let all: Vec<_> = tablet.summaries().into_iter().map(std::sync::Arc::new).collect();
        let items = baoxue::register::worklist::items(all.iter());
        items
            .iter()
            .filter(|item| matches!(item, baoxue::register::worklist::Item::NumberLost { .. }))
            .count()
    };
    assert_eq!(waiting(&tablet), 1);

    // Next month's list has the number as text.
    let plan = tablet.plan_roster(&one_row(|row| row.birth = birth.value));
    assert_eq!(states(&plan, FileKind::Pupil), (0, 1, 0, 0));
    tablet.import(&plan, |_, _| true);
    let held = pupils(&tablet);
    assert_eq!((held.len(), held[0].pupil().unwrap().id_no.as_str()), (1, whole.as_str()));
    assert_eq!(waiting(&tablet), 0);
}

#[test]
fn a_list_brings_no_deleted_file_back() {
    let mut tablet = TABLET.clone();
    let taken = one_row(|_| {});
    let (id, _) = tablet.pupil(&taken.rows[0].1);
    tablet.apply(id, FileKind::Pupil, Command::Delete { record: RecordKey::root("pupil") });
    let plan = tablet.plan_roster(&taken);
    let item = plan.items.iter().find(|item| item.kind == FileKind::Pupil).unwrap();
    assert_eq!(item.state, State::Deleted);
    assert!(plan.commands(|_, _| true).iter().all(|(_, kind, _)| *kind != FileKind::Pupil));
}

#[test]
fn a_file_made_by_hand_is_found_by_its_number_and_only_added_to() {
    let mut tablet = Tablet::new(1);
    tablet.import(&tablet.plan_schools(&COUNTY.0), |_, _| true);
    let taken = one_row(|_| {});
    let row = &taken.rows[0].1;
    let by_hand = Values::from([
        ("name".to_owned(), row.name.clone().into()),
        ("id_no".to_owned(), row.id_number.clone().into()),
        ("address".to_owned(), "青禾县云岭镇".into()),
    ]);
    let command = Command::set(Act::NEW_FILE, RecordKey::root("pupil"), by_hand);
    tablet.apply(FileId(99), FileKind::Pupil, command);
    let plan = tablet.plan_roster(&taken);
    let item = plan.items.iter().find(|item| item.kind == FileKind::Pupil).unwrap();
    assert_eq!((item.id, &item.state), (FileId(99), &State::Changed));
    let replaced: Vec<&str> =
        item.changes.iter().filter(|c| !c.only_adds()).map(|c| c.field.as_str()).collect();
    assert_eq!(replaced, ["address"]);
    tablet.import(&plan, |_, change| change.only_adds());
    let pupil = Summary::of(&tablet.files[&FileId(99)]);
    let pupil = pupil.pupil().unwrap();
    assert_eq!(
        (pupil.address.as_str(), pupil.placements.len(), pupil.guardians.len()),
        ("青禾县云岭镇", 1, 1)
    );
}
