//! Reports of Qinghe: a month that adds up, one that stands as it was submitted, and what changed since with why.
use super::county::{QINGHE, day};
use baoxue::domain::field::FileKind;
use baoxue::domain::id::{FileId, RecordId};
use baoxue::domain::policy::Policy;
use baoxue::domain::records::care::Carer;
use baoxue::domain::records::report::PeriodReport;
use baoxue::domain::value::Values;
use baoxue::register::apply::apply;
use baoxue::register::change::{Act, DeviceId, Dot, RecordKey};
use baoxue::register::command::{Command, Ctx, Refused};
use baoxue::register::file::File;
use baoxue::register::merge::merge;
use baoxue::register::summary::Summary;
use baoxue::report::figure::{Figure, Period, Tally};
use baoxue::report::periodic::{Kind, Report, Why, differences, moved, reasons};

fn month(text: &str) -> Period {
    Kind::Month.period(day(text))
}

#[test]
fn a_countys_months_add_up_and_what_changed_says_why() {
    let files = QINGHE.summaries();
    let (march, june) = (
        Report::of(&files, month("2026-03-31"), None, &Policy::default()),
        Report::of(&files, month("2026-06-30"), None, &Policy::default()),
    );
    assert!(march.adds_up() && june.adds_up());
    assert_eq!((march.count("opening"), march.count("new"), march.count("closing")), (0, 247, 247));
    assert_eq!((june.count("home_taught"), june.count("home_special")), (187, 81));
    let changed = differences(&march, &june);
    let home = changed.iter().find(|one| one.key == "home_taught").unwrap();
    assert_eq!(
        (home.came.len(), home.left.len()),
        (june.count("home_taught") - march.count("home_taught"), 0)
    );
    // Everybody who came into home teaching was placed there between the two days.
    for child in &home.came {
        let pupil = files[child].pupil().unwrap();
        let why = reasons(pupil, day("2026-03-31"), day("2026-06-30"));
        assert!(why.iter().any(|(_, why)| *why == Why::Placed("HOME".into())), "{why:?}");
    }
    assert!(moved(&changed).len() >= home.came.len());
}

#[test]
fn a_schools_report_counts_its_own_pupils_and_a_school_without_any_reports_nil() {
    let files = QINGHE.summaries();
    let special = files.values().find(|file| file.school().is_some_and(|s| s.school_type == "514")).unwrap();
    let report = Report::of(&files, month("2026-03-10"), Some(special.id), &Policy::default());
    assert_eq!(
        (report.count("home_special"), report.count("special_school"), report.count("home_ordinary")),
        (81, 115, 0)
    );
    let nobody = Report::of(&files, month("2026-03-10"), Some(FileId(1)), &Policy::default());
    assert!(nobody.adds_up() && nobody.lines.iter().all(|line| line.count == 0));
    assert_eq!(nobody.lines.len(), report.lines.len());
}

fn submit(file: &File, id: u128, counter: u32, report: &Report) -> Result<File, Refused> {
    let says = PeriodReport {
        kind: "MONTH".into(),
        school: Some(FileId(7)),
        from: Some(day("2026-06-01")),
        on: Some(day("2026-06-30")),
        version: Some(1),
        figures: report.write(),
        submitted_on: Some(day("2026-06-30")),
        ..PeriodReport::default()
    };
    command(file, counter, Command::set(Act::SUBMIT_REPORT, key(id), says.write()))
}

fn key(id: u128) -> RecordKey {
    RecordKey::new(PeriodReport::TABLE.key, RecordId(id))
}

fn command(file: &File, counter: u32, command: Command) -> Result<File, Refused> {
    let ctx = Ctx {
        wall: 1_782_800_000_000 + u64::from(counter),
        today: day("2026-06-30"),
        now: Default::default(),
        dot: Dot { device: DeviceId(1), counter, tag: 1 },
        by: FileId(1),
    };
    Ok(file.clone().with(apply(file, command, &ctx)?).unwrap())
}

#[test]
fn a_submitted_report_never_changes() {
    let files = QINGHE.summaries();
    let report = Report::of(&files, month("2026-06-30"), None, &Policy::default());
    let file = submit(&File::new(FileId(3), FileKind::County), 1, 1, &report).unwrap();
    let edit = |field: &str, text: &str| {
        let values = Values::from([(field.to_owned(), text.into())]);
        command(&file, 2, Command::set(Act::EDIT, key(1), values))
    };
    for (field, text) in [("note", "改一改"), ("figures", "suspects 0"), ("on", "2026-07-31")] {
        assert_eq!(edit(field, text).unwrap_err(), Refused::Stands(key(1)), "{field}");
    }
    assert_eq!(command(&file, 2, Command::Delete { record: key(1) }).unwrap_err(), Refused::Stands(key(1)));
    // The files go on; the report is what it was. A correction is a version of its own.
    let held =
        |file: &File, id: u128| Report::read(&PeriodReport::read(&file.shown(&key(id))).figures).unwrap();
    assert_eq!(held(&file, 1), report);
    let later = Report::of(&files, month("2026-03-31"), None, &Policy::default());
    let corrected = submit(&file, 2, 2, &later).unwrap();
    assert_eq!((held(&corrected, 1), held(&corrected, 2)), (report, later));
}

#[test]
fn a_schools_report_stands_in_the_schools_own_file_and_is_known_without_opening_it() {
    let report = Report::of(&QINGHE.summaries(), month("2026-06-30"), Some(FileId(7)), &Policy::default());
    let named = Values::from([("name".to_owned(), "青禾县第一小学".into())]);
    let school = File::new(FileId(7), FileKind::School);
    let school = command(&school, 1, Command::set(Act::EDIT, RecordKey::root("school"), named)).unwrap();
    let (one, other) = (submit(&school, 1, 2, &report).unwrap(), submit(&school, 2, 3, &report).unwrap());
    // Handed in on two tablets apart: both stand, and nobody has anything to decide.
    let both = merge(one.id, Some(&one), other.to_pack()).unwrap().file;
    assert!(both.conflicts().is_empty());
    let summary = Summary::of(&both);
    let reports = &summary.school().unwrap().reports;
    assert_eq!(reports.iter().map(|report| report.on).collect::<Vec<_>>(), [day("2026-06-30"); 2]);
    let values = Values::from([("note".to_owned(), "改一改".into())]);
    let edited = command(&both, 4, Command::set(Act::EDIT, key(1), values));
    assert_eq!(edited.unwrap_err(), Refused::Stands(key(1)));
}

#[test]
fn a_pupil_whose_carer_is_taken_away_is_on_the_gap_list_the_same_day() {
    let mut county = QINGHE.clone();
    let on = day("2026-06-30");
    let gap = |county: &super::county::County| {
        Tally::of(&county.summaries(), Period::year_to(on), &Policy::default())
            .children(Figure::CarerGap)
            .to_vec()
    };
    let before = gap(&county);
    let tally = Tally::of(&county.summaries(), Period::year_to(on), &Policy::default());
    let child = tally.children(Figure::TwoCarers)[0];
    let carer = county.files[&child].table(Carer::TABLE.key).next().unwrap().0;
    let record = RecordKey::new(Carer::TABLE.key, carer);
    county.apply(child, FileKind::Pupil, Command::Delete { record });
    let after = gap(&county);
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.contains(&child) && !before.contains(&child));
}
