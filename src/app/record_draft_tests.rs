//! The draft of one record, case by case.
use super::*;
use crate::register::apply::apply;
use crate::register::change::{DeviceId, Dot};
use crate::register::command::{Ctx, Refused};

const ID: &str = "370299201209010013";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, value)| ((*key).to_owned(), Value::from(*value))).collect()
}

fn with(file: File, counter: u32, command: Command) -> Result<File, Refused> {
    let ctx = Ctx {
        wall: 1_773_000_000_000 + u64::from(counter),
        today: day("2026-03-11"),
        now: "10:30".parse().unwrap(),
        dot: Dot { device: DeviceId(1), counter, tag: 0 },
        by: FileId(7),
    };
    let change = apply(&file, command, &ctx)?;
    file.with(change).map_err(Refused::Untidy)
}

fn placed() -> File {
    let placement = RecordKey::new("placement", RecordId(1));
    let sets = Sets::from([
        (RecordKey::root("pupil"), values(&[("name", "林小满")])),
        (
            placement,
            values(&[("mode", "INCLUSIVE"), ("school", &FileId(3).to_string()), ("from", "2025-09-01")]),
        ),
    ]);
    with(File::new(FileId(5), FileKind::Pupil), 1, Command::Set { act: Act::NEW_FILE, sets }).unwrap()
}

#[test]
fn numbers_tell_birth_sex_and_disability() {
    for (typed, expected) in [
        (&[("id_no", ID)][..], &[("birth", "2012-09-01"), ("sex", "1"), ("id_type", "1")][..]),
        (&[("id_no", ID), ("birth", "2012-09-01"), ("sex", "1"), ("id_type", "2")], &[]),
        (
            &[("id_no", ID), ("birth", "2011-01-01"), ("sex", "2"), ("id_type", "1")],
            &[("birth", "2012-09-01"), ("sex", "1")],
        ),
        (&[("id_no", "3702992012")], &[]),
        (
            &[("cert_no", "37029920120901001352")],
            &[
                ("id_no", ID),
                ("birth", "2012-09-01"),
                ("sex", "1"),
                ("id_type", "1"),
                ("disability_type", "5"),
                ("disability_grade", "2"),
            ],
        ),
    ] {
        let expected: Vec<(&str, Value)> =
            expected.iter().map(|(key, value)| (*key, Value::from(*value))).collect();
        assert_eq!(derived("pupil", &values(typed)), expected, "{typed:?}");
    }
    assert_eq!(derived("guardian", &values(&[("id_no", ID)])), []);
}

#[test]
fn only_what_differs_is_set_and_what_was_emptied_is_taken_out() {
    let base = values(&[("name", "林小满"), ("village", "下石门村"), ("route_note", "过桥")]);
    let now = values(&[("name", "林小满"), ("village", "上石门村"), ("address", "3 号")]);
    let mut expected = values(&[("village", "上石门村"), ("address", "3 号")]);
    expected.insert("route_note".into(), Value::Null);
    assert_eq!(changed(&base, &now), expected);
    assert_eq!(changed(&now, &now), Values::new());
}

#[test]
fn a_new_placement_ends_the_old_one_in_the_same_change() {
    let file = placed();
    let home = values(&[("mode", "HOME"), ("school", &FileId(3).to_string()), ("from", "2026-03-11")]);
    let draft = RecordDraft { record: RecordId(2), values: home.clone(), ..Default::default() };
    let (mut orders, media) = orders(&file, "placement", &draft, &home);
    assert_eq!((orders.len(), media.len()), (1, 0));
    let file = with(file, 2, orders.remove(0).command).unwrap();
    let to = |id| Placement::read(&file.shown(&RecordKey::new("placement", RecordId(id)))).to;
    assert_eq!((to(1), to(2)), (Some(day("2026-03-10")), None));
    // One that began later, or is over already, is left alone.
    let earlier = values(&[("from", "2025-09-01")]);
    assert_eq!(ended_by(&file, RecordId(4), &earlier), []);
    let later = values(&[("from", "2026-05-01")]);
    assert_eq!(ended_by(&file, RecordId(4), &later), [(RecordId(2), day("2026-04-30"))]);
}

#[test]
fn a_new_placement_of_the_same_day_takes_the_place_of_the_old_one() {
    let file = placed();
    let begun = Placement::read(&file.shown(&RecordKey::new("placement", RecordId(1)))).from.unwrap();
    let home = values(&[("mode", "HOME"), ("school", &FileId(3).to_string()), ("from", &begun.to_string())]);
    let draft = RecordDraft { record: RecordId(2), values: home.clone(), ..Default::default() };
    let (orders, _) = orders(&file, "placement", &draft, &home);
    let changed =
        orders.into_iter().zip(2..).fold(file, |file, (order, n)| with(file, n, order.command).unwrap());
    let held: Vec<RecordId> = changed.table("placement").map(|(id, _)| id).collect();
    assert_eq!(held, [RecordId(2)], "two on one day would be a task for a person");
    // What is only corrected leaves its neighbours alone.
    let corrected = RecordDraft { base: home.clone(), ..draft };
    let (orders, _) = super::orders(&placed(), "placement", &corrected, &home);
    assert_eq!(orders.len(), 1);
}

#[test]
fn the_pictures_of_a_paper_are_saved_with_it() {
    let file = placed();
    let paper = values(&[("title", "送教申请")]);
    let photo = DraftPhoto {
        record: RecordId(9),
        hash: "aa".into(),
        thumbnail_hash: "bb".into(),
        picture: vec![1],
        thumbnail: vec![2],
    };
    let draft =
        RecordDraft { record: RecordId(2), values: paper.clone(), photos: vec![photo], ..Default::default() };
    let (orders, media) = orders(&file, "document", &draft, &paper);
    let Command::Set { sets, .. } = &orders[0].command else { panic!("another command") };
    assert_eq!(sets[&RecordKey::new("photo", RecordId(9))].get("document"), Some(&RecordId(2).write()));
    assert_eq!(media.len(), 2);
}

#[test]
fn a_draft_is_found_again_by_its_name() {
    let (file, record) = (FileId(5), RecordId(6));
    let name = draft_name(file, "guardian", Some(record));
    assert_eq!(place_of(file, &name), Some(("guardian", record.to_string().as_str())));
    assert_eq!(place_of(file, &draft_name(file, "consent", None)), Some(("consent", "new")));
    assert_eq!(place_of(FileId(4), &name), None);
}

#[test]
fn a_new_record_begins_with_what_the_tablet_knows() {
    let setting = Setting { me: FileId(7), today: day("2026-03-11"), term: "2025-2026-2".into() };
    let file = placed();
    let begun = |table| prefilled(&file, table, &setting);
    assert_eq!(
        begun("counselling"),
        values(&[("date", "2026-03-11"), ("counsellor", &FileId(7).to_string())])
    );
    assert_eq!(begun("term_summary").get("term"), Some(&"2025-2026-2".into()));
    assert_eq!(begun("decision"), Values::new());
    let nobody = Setting { me: FileId(0), ..setting };
    assert_eq!(prefilled(&file, "counselling", &nobody), values(&[("date", "2026-03-11")]));
}
