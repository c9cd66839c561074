//! Export → import → export is byte-equal, for any register.
use crate::any::{files, header, parsed, register, value, written};
use baoxue::domain::id::FileId;
use baoxue::domain::value::{Value, Values};
use baoxue::interchange::json::{
    Columns, Issue, JoinCard, JoinInPlain, LONGEST_PART, Limits, Problem, ReportWriter, Travel, Writer, read,
};
use baoxue::register::derived_id::Secret;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn what_is_written_is_read_and_written_again_byte_for_byte(
        register in register(),
        extra in proptest::collection::btree_map("[x-z]{3}", value(), 0..3),
    ) {
        let mut header = header();
        header.extra = extra;
        let first = written(&header, &register);
        let read = parsed(&first);
        prop_assert_eq!(&read.header, &header);
        let again = files(read);
        prop_assert_eq!(&again, &register);
        prop_assert_eq!(written(&header, &again), first);
    }

    #[test]
    fn a_stored_file_is_written_as_the_built_one(register in register()) {
        let mut bytes = Vec::new();
        let mut writer = Writer::new(&header(), Travel::Plain, |part: &[u8]| bytes.extend_from_slice(part)).unwrap();
        for file in &register {
            let mut pack = file.to_pack();
            pack.changes.reverse();
            writer.stored(file.id, pack).unwrap();
        }
        writer.finish();
        prop_assert_eq!(String::from_utf8(bytes).unwrap(), written(&header(), &register));
    }
}

/// A text of a newer minor version, with members at every level that nobody here knows, in no canonical form.
const NEWER: &str = r#" {
  "files": [ { "kind": "pupil", "id": "000000000000000000000000000000b2", "seal": {"n": 1.50, "list": [1e2, "é"]}, "changes": [
      { "dot": "00000000000000d1-2-00000001", "at": "2026-03-11T06:02:33.124Z", "by": "00000000000000000000000000000009",
        "act": "sing", "signature": "r·s", "after": ["00000000000000d1-1-00000001", "00000000000000d1-1-00000001"],
        "set": {"song/00000000000000000000000000000001": {"title": "茉莉花", "bars": 18446744073709551616}} },
      { "dot": "00000000000000d1-1-00000001", "at": "2026-03-11T06:02:33.123Z", "by": "00000000000000000000000000000009",
        "act": "new_file", "set": {"pupil/00000000000000000000000000000000": {"name": "林小满", "sex": "9z", "height_cm": 1.4e2}} }
  ] } ],
  "scope": "village", "made_at": "2026-03-11T06:02:33.123Z", "register": "0000000000000000000000000000beef",
  "kind": "mergeable", "licence": null, "version": {"major": 1, "minor": 7, "patch": 3}, "format": "baoxue-register" }
"#;

#[test]
fn members_of_a_newer_minor_version_survive_at_every_level() {
    let read = parsed(NEWER);
    assert_eq!((read.header.version.minor, read.header.scope.key()), (7, "village"));
    assert_eq!(read.header.extra, Values::from([("licence".to_owned(), Value::Null)]));
    let register = files(read.clone());
    let text = written(&read.header, &register);
    for kept in [
        r#""scope":"village""#,
        r#""licence":null"#,
        r#""seal":{"list":[100,"é"],"n":1.5}"#,
        r#""signature":"r·s""#,
        r#""act":"sing","after":["00000000000000d1-1-00000001"],"#,
        r#""song/00000000000000000000000000000001":{"bars":18446744073709551616,"title":"茉莉花"}"#,
        r#""height_cm":140,"#,
        r#""sex":"9z""#,
    ] {
        assert!(text.contains(kept), "{kept} in {text}");
    }
    assert_eq!(files(parsed(&text)), register);
    assert_eq!(written(&read.header, &files(parsed(&text))), text);
}

#[test]
fn parts_are_short_even_where_one_text_is_long() {
    let mut file = files(parsed(NEWER)).remove(0);
    file.extra.insert("long".to_owned(), Value::Text("长".repeat(LONGEST_PART)));
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut writer = Writer::new(&header(), Travel::Plain, |part: &[u8]| parts.push(part.to_vec())).unwrap();
    writer.file(&file);
    writer.finish();
    assert!(parts.len() > 3 && parts.iter().all(|part| part.len() <= LONGEST_PART));
    assert_eq!(String::from_utf8(parts.concat()).unwrap(), written(&header(), &[file]));
}

#[test]
fn the_secret_travels_sealed_only() {
    let mut header = header();
    let card = JoinCard {
        secret: Secret([0xa7; 32]),
        name: "青禾县".to_owned(),
        county: FileId(3),
        extra: Values::new(),
    };
    header.join = Some(card.clone());
    assert_eq!(Writer::new(&header, Travel::Plain, |_: &[u8]| ()).err(), Some(JoinInPlain));
    let mut bytes = Vec::new();
    Writer::new(&header, Travel::Sealed, |part: &[u8]| bytes.extend_from_slice(part)).unwrap().finish();
    assert_eq!(read(&bytes, Travel::Sealed, &Limits::default()).unwrap().header.join, Some(card));
    let refused = read(&bytes, Travel::Plain, &Limits::default()).unwrap_err();
    assert_eq!((refused.problem, refused.place.pointer.as_str()), (Problem::JoinInPlain, "/join"));
    let spoilt = String::from_utf8(bytes).unwrap().replace("a7a7", "A7A7");
    let Err(Issue { problem, .. }) = read(spoilt.as_bytes(), Travel::Sealed, &Limits::default()) else {
        panic!()
    };
    assert!(!format!("{problem:?}").to_lowercase().contains("a7"), "no secret in an issue: {problem:?}");
}

#[test]
fn a_report_masks_leaves_out_and_is_never_taken_in() {
    let text = NEWER.replace(
        r#""sex": "9z""#,
        r#""sex": "2", "id_no": "370299201209010013", "diagnosis": "脑瘫", "village": "下石门村""#,
    );
    let register = files(parsed(&text));
    let report = |columns| {
        let mut bytes = Vec::new();
        let mut writer = ReportWriter::new(&header(), columns, |part: &[u8]| bytes.extend_from_slice(part));
        register.iter().for_each(|file| writer.file(file));
        writer.finish();
        String::from_utf8(bytes).unwrap()
    };
    let minimal = report(Columns::default());
    for hidden in ["林小满", "370299201209010013", "脑瘫", "下石门村", "height_cm", "茉莉花"] {
        assert!(!minimal.contains(hidden), "{hidden} in {minimal}");
    }
    assert!(minimal.contains(r#""name":"林**""#) && minimal.contains(r#""sex":"2""#), "{minimal}");
    let full = report(Columns { numbers: true, persons: true, private: true });
    assert!(
        ["林小满", "370299201209010013", "脑瘫", "下石门村"].iter().all(|shown| full.contains(shown)),
        "{full}"
    );
    for report in [minimal, full] {
        let refused = read(report.as_bytes(), Travel::Plain, &Limits::default()).unwrap_err();
        assert_eq!((refused.problem, refused.place.pointer.as_str()), (Problem::Report, "/kind"));
    }
}
