//! A small register as people would make it: a school, a teacher, the county, a child with two visits and a conflict.
use baoxue::domain::field::FileKind;
use baoxue::domain::id::{FileId, RecordId};
use baoxue::domain::value::{Value, Values};
use baoxue::register::apply::apply;
use baoxue::register::change::{Act, DeviceId, Dot, RecordKey};
use baoxue::register::command::{Command, Ctx};
use baoxue::register::file::File;
use baoxue::register::merge::merge;

pub const SCHOOL: FileId = FileId(0x5c);
pub const TEACHER: FileId = FileId(0x7e);
pub const COUNTY: FileId = FileId(0xc0);
pub const CHILD: FileId = FileId(0xb2);

pub fn ctx(device: u64, n: u32) -> Ctx {
    Ctx {
        wall: 1_773_200_000_000 + u64::from(n) * 60_000,
        today: "2026-03-11".parse().unwrap(),
        now: "14:02".parse().unwrap(),
        dot: Dot { device: DeviceId(device), counter: n, tag: n * 7 },
        by: TEACHER,
    }
}

pub fn done(file: File, act: Act, record: RecordKey, json: &str, device: u64, n: u32) -> File {
    let values: Values = serde_json::from_str(json).unwrap();
    with(file, Command::set(act, record, values), device, n)
}

pub fn with(file: File, command: Command, device: u64, n: u32) -> File {
    let change = apply(&file, command, &ctx(device, n)).unwrap();
    file.with(change).unwrap()
}

pub fn visit(n: u128) -> RecordKey {
    RecordKey::new("visit", RecordId(n))
}

pub fn child() -> File {
    let root = RecordKey::root("pupil");
    let file = File::new(CHILD, FileKind::Pupil);
    let file = done(
        file,
        Act::NEW_FILE,
        root.clone(),
        r#"{"name":"林小满","sex":"2","ethnic":"01","birth":"2012-09-01","id_type":"1","id_no":"370299201209010021",
            "village":"下石门村","safety_note":"对青霉素过敏\n有癫痫，药在床头","school":"0000000000000000000000000000005c"}"#,
        0xd1,
        1,
    );
    let guardian = RecordKey::new("guardian", RecordId(0x6a));
    let file = done(
        file,
        Act::EDIT,
        guardian,
        r#"{"name":"林建国","kinship":"51","phone":"13800000001","legal":true}"#,
        0xd1,
        2,
    );
    let file = done(
        file,
        Act::RECORD_VISIT,
        visit(1),
        r#"{"visit_type":"ROUTINE","date":"2026-03-10","start":"09:00","end":"10:20","periods":2,"mode":"HOME","done":true,
            "teachers":["0000000000000000000000000000007e"],"one_teacher_reason":"同事请假","goals":{"0000000000000000000000000000000a":2},"rating":2,
            "content":"认识“上”和“下”；\t扣纽扣","guardian_present":true}"#,
        0xd1,
        3,
    );
    let here =
        with(file.clone(), Command::set(Act::EDIT, root.clone(), values("village", "上石门村")), 0xd1, 4);
    let there = with(file, Command::set(Act::EDIT, root.clone(), values("village", "石门新村")), 0xd2, 1);
    let there = done(
        there,
        Act::RECORD_VISIT,
        visit(2),
        r#"{"date":"2026-03-11","done":false,"not_done_note":"大雪封路"}"#,
        0xd2,
        2,
    );
    let mut file = merge(CHILD, Some(&here), there.into_pack()).unwrap().file;
    file = with(file, Command::Delete { record: visit(2) }, 0xd1, 5);
    file
}

pub fn values(field: &str, value: &str) -> Values {
    Values::from([(field.to_owned(), Value::from(value))])
}

pub fn register() -> Vec<File> {
    let file = |id, kind: FileKind, json: &str, n| {
        done(File::new(id, kind), Act::NEW_FILE, RecordKey::root(kind.key()), json, 0xd1, n)
    };
    vec![
        file(SCHOOL, FileKind::School, r#"{"name":"石门镇中心小学"}"#, 10),
        file(TEACHER, FileKind::Staff, r#"{"name":"周敏"}"#, 11),
        child(),
        file(COUNTY, FileKind::County, r#"{"name":"青禾县"}"#, 12),
    ]
}

#[test]
#[ignore = "writes the fixture anew: only before the format is released"]
fn write_fixture() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/json/register-1.0.json");
    std::fs::write(path, crate::any::written(&crate::any::header(), &register())).unwrap();
}
