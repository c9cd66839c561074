//! Registers of any content, as generators; and short ways to write and read them.
use baoxue::domain::id::{FileId, RecordId, RegisterId};
use baoxue::domain::value::{Value, Values};
use baoxue::interchange::json::{ExportKind, Header, Limits, Parsed, Scope, Travel, VERSION, Writer, read};
use baoxue::register::change::{Act, Change, DELETED, DeviceId, Dot, RecordKey, Sets};
use baoxue::register::clock::Hlc;
use baoxue::register::file::{File, Pack};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::Index;
use std::borrow::Cow;

pub fn header() -> Header {
    Header {
        version: VERSION,
        kind: ExportKind::Mergeable,
        register: RegisterId(0xbeef),
        scope: Scope::Whole,
        made_at: Hlc { ms: 1_773_208_953_123, n: 0 },
        made_by: Some(FileId(9)),
        practice: false,
        join: None,
        extra: Values::new(),
    }
}

pub fn written(header: &Header, files: &[File]) -> String {
    let mut bytes = Vec::new();
    let mut writer = Writer::new(header, Travel::Plain, |part: &[u8]| bytes.extend_from_slice(part)).unwrap();
    files.iter().for_each(|file| writer.file(file));
    writer.finish();
    String::from_utf8(bytes).unwrap()
}

pub fn parsed(text: &str) -> Parsed {
    let parsed = read(text.as_bytes(), Travel::Plain, &Limits::default()).unwrap();
    assert_eq!(parsed.issues, []);
    parsed
}

/// The files of a text, built anew.
pub fn files(parsed: Parsed) -> Vec<File> {
    parsed.files.into_iter().map(|f| File::from_pack(f.id, f.pack).unwrap()).collect()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z_]{1,6}",
        "\\PC{0,8}",
        any::<String>().prop_map(|s| s.chars().take(12).collect()),
        Just(
            "佐藤\u{20BB7}·\u{1F468}\u{200D}\u{1F467} \"\\/\u{8}\u{c}\n\r\t\u{0}\u{7f}\u{2028}\u{FEFF}"
                .to_owned()
        ),
    ]
}

pub fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(Value::Int),
        prop_oneof![Just("1.5"), Just("18446744073709551616"), Just("1e-7"), Just("-2.5e+30"), Just("0.1")]
            .prop_map(|n| Value::Number(n.to_owned())),
        text().prop_map(Value::Text),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::List),
            btree_map(text(), inner, 0..4).prop_map(Value::Map),
        ]
    })
}

fn values() -> impl Strategy<Value = Values> {
    btree_map(text(), value(), 0..5)
}

fn unknown() -> impl Strategy<Value = Values> {
    prop_oneof![3 => Just(Values::new()), 1 => btree_map(prop_oneof!["[b-z]{4}x", "\\PC{9}", Just("zz".into())], value(), 0..3)]
}

fn record() -> impl Strategy<Value = RecordKey> {
    (prop_oneof![Just("pupil"), Just("visit"), Just("visit_x9"), Just("newer_table")], 0u128..3)
        .prop_map(|(table, id)| RecordKey { table: Cow::Borrowed(table), id: RecordId(id) })
}

type Raw = (u64, u32, Vec<Index>, Vec<(RecordKey, Values)>, String, Values, bool);

fn raw_change() -> impl Strategy<Value = Raw> {
    (
        0u64..4,
        any::<u32>(),
        vec(any::<Index>(), 0..3),
        vec((record(), values()), 0..3),
        prop_oneof![Just("edit".to_owned()), Just("record_visit".to_owned()), text()],
        unknown(),
        any::<bool>(),
    )
}

/// A file with any content; each change has seen some that came before it, so there are branches, joins and siblings.
pub fn file(id: u128) -> impl Strategy<Value = File> {
    (prop_oneof![Just("pupil"), Just("school"), Just("newer_kind")], vec(raw_change(), 0..8), unknown())
        .prop_map(move |(kind, raws, extra)| {
            let mut changes: Vec<Change> = Vec::new();
            for (n, (device, tag, parents, sets, act, extra, deletes)) in raws.into_iter().enumerate() {
                let mut after: Vec<Dot> =
                    parents.iter().filter(|_| n > 0).map(|index| changes[index.index(n)].dot).collect();
                after.sort_unstable();
                after.dedup();
                let mut sets: Sets = sets.into_iter().collect();
                if let Some(values) = sets.values_mut().next().filter(|_| deletes) {
                    values.insert(DELETED.to_owned(), Value::Bool(true));
                }
                changes.push(Change {
                    dot: Dot { device: DeviceId(device), counter: n as u32 + 1, tag },
                    after,
                    at: Hlc { ms: 1_773_208_953_123 + n as u64 / 2, n: tag % 3 },
                    by: FileId(u128::from(tag)),
                    act: Act::new(act),
                    sets,
                    extra,
                });
            }
            File::from_pack(FileId(id), Pack { kind: kind.to_owned(), changes, extra }).unwrap()
        })
}

pub fn register() -> impl Strategy<Value = Vec<File>> {
    (0..5u128).prop_flat_map(|n| (0..n).map(|id| file(id * 7).boxed()).collect::<Vec<_>>())
}
