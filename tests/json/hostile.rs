//! Truncated, foreign, huge, nested and hostile texts: a clear problem at a clear place, in reasonable time, never a panic.
use crate::any::{header, parsed, written};
use baoxue::domain::id::FileId;
use baoxue::interchange::json::{
    Encoding, Expected, Form, Issue, Limits, Parsed, Part, Problem, Shape, Travel, read,
};
use baoxue::register::causal::Untidy;
use baoxue::register::file::File;

const REAL: &str = include_str!("../fixtures/json/register-1.0.json");

fn read_text(text: &str) -> Result<Parsed, Issue> {
    read(text.as_bytes(), Travel::Plain, &Limits::default())
}

fn fatal(bytes: &[u8]) -> (Problem, String, usize) {
    let issue = read(bytes, Travel::Plain, &Limits::default()).unwrap_err();
    (issue.problem, issue.place.pointer, issue.place.line)
}

#[test]
fn every_truncation_is_seen_as_one() {
    let bytes = REAL.trim_end().as_bytes();
    assert!(read(bytes, Travel::Plain, &Limits::default()).unwrap().issues.is_empty());
    // Every byte of the header and the first file, then each third.
    for length in (0..800).chain((800..bytes.len()).step_by(3)) {
        let problem = read(&bytes[..length], Travel::Plain, &Limits::default()).unwrap_err().problem;
        let expected = if length == 0 { Problem::Empty } else { Problem::Truncated };
        assert_eq!(problem, expected, "the first {length} bytes");
    }
}

#[test]
fn every_flipped_byte_is_read_or_refused() {
    let bytes = REAL.as_bytes();
    for at in 0..bytes.len() {
        let mut damaged = bytes.to_vec();
        damaged[at] = [0u8, b'"', b'}', b'\\', b'9', 0xff, b',', b'f'][at % 8];
        if let Ok(read) = read(&damaged, Travel::Plain, &Limits::default()) {
            for file in read.files {
                let _built_or_untidy: Result<File, Untidy> = File::from_pack(file.id, file.pack);
            }
        }
    }
}

#[test]
fn what_is_no_register_is_named_for_what_it_is() {
    let utf16: Vec<u8> = REAL.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bom_utf16: Vec<u8> = [vec![0xFF, 0xFE], utf16.clone()].concat();
    let unknown = |found: Option<&str>| Problem::NotARegister { found: found.map(str::to_owned) };
    for (bytes, problem) in [
        (&b" \n"[..], Problem::Empty),
        (b"[]", unknown(None)),
        (b"\"baoxue-register\"", unknown(None)),
        (b"{}", unknown(None)),
        (br#"{"type":"FeatureCollection","features":[{"id":1}]}"#, unknown(None)),
        (br#"{"format":"excalidraw","version":2,"files":7}"#, unknown(Some("excalidraw"))),
        (br#"{"format":1}"#, unknown(None)),
        (b"Name,Sex\n", Problem::Unexpected { found: 'N', expected: Expected::Value }),
        (b"<!doctype html>", Problem::Unexpected { found: '<', expected: Expected::Value }),
        (b"PK\x03\x04....", Problem::NotUtf8(Encoding::Zip)),
        (&utf16, Problem::NotUtf8(Encoding::Utf16)),
        (&bom_utf16, Problem::NotUtf8(Encoding::Utf16)),
        (b"{\"format\":\"\xD0\xD5\xC3\xFB\"}", Problem::NotUtf8(Encoding::Unknown)),
        (b"\xFF\xD8\xFF\xE0\x00\x10JFIF", Problem::NotUtf8(Encoding::Unknown)),
    ] {
        assert_eq!(fatal(bytes).0, problem, "{}", String::from_utf8_lossy(bytes));
    }
    let with_mark = [b"\xEF\xBB\xBF", REAL.as_bytes()].concat();
    assert_eq!(read(&with_mark, Travel::Plain, &Limits::default()).unwrap().files, parsed(REAL).files);
}

#[test]
fn versions_and_kinds() {
    let newer = REAL.replace("\"major\":1,\"minor\":0", "\"major\":2,\"minor\":0");
    assert_eq!(
        fatal(newer.as_bytes()),
        (Problem::NewerVersion { found: 2, known: 1 }, "/version/major".into(), 1)
    );
    // A newer major version may have other files: it is refused for its version, wherever the header stands.
    let foreign_body =
        r#"{"files":[{"blocks":7}],"version":{"minor":0,"major":3},"format":"baoxue-register"}"#;
    assert_eq!(fatal(foreign_body.as_bytes()).0, Problem::NewerVersion { found: 3, known: 1 });
    let minor = REAL.replace("\"minor\":0", "\"minor\":4000000000");
    assert_eq!(read_text(&minor).unwrap().header.version.minor, 4_000_000_000);
    for (from, to, problem, pointer) in [
        ("\"kind\":\"mergeable\"", "\"kind\":\"report\"", Problem::Report, "/kind"),
        (
            "\"kind\":\"mergeable\"",
            "\"kind\":\"diff\"",
            Problem::UnknownKind { found: "diff".into() },
            "/kind",
        ),
        ("\"minor\":0", "\"minor\":-1", form("-1", Form::Count), "/version/minor"),
        ("\"minor\":0", "\"minor\":4294967296", form("4294967296", Form::Count), "/version/minor"),
        ("\"minor\":0", "\"minor\":0.5", form("0.5", Form::Count), "/version/minor"),
        (",\"minor\":0", "", Problem::Missing { member: "minor".into() }, "/version"),
        ("\"scope\":\"whole\",", "", Problem::Missing { member: "scope".into() }, ""),
        ("\"scope\":\"whole\",", "\"scope\":\"whole\",\"scope\":\"whole\",", twice("scope"), "/scope"),
        ("\"scope\":\"whole\"", "\"scope\":[]", shape(Shape::List, Shape::Text), "/scope"),
        ("\"files\":[", "\"filez\":[", Problem::Missing { member: "files".into() }, ""),
    ] {
        assert!(REAL.contains(from), "{from}");
        let (found, at, _) = fatal(REAL.replacen(from, to, 1).as_bytes());
        assert_eq!((found, at.as_str()), (problem, pointer), "{to}");
    }
}

fn form(found: &str, expected: Form) -> Problem {
    Problem::WrongForm { found: found.to_owned(), expected }
}

fn shape(found: Shape, expected: Shape) -> Problem {
    Problem::WrongShape { found, expected }
}

fn twice(member: &str) -> Problem {
    Problem::Twice { member: member.to_owned() }
}

/// A register of one file with one change; `{}` is put into the place of `from`.
fn small(from: &str, to: &str) -> String {
    let text = r#"{"format":"baoxue-register","version":{"major":1,"minor":0},"kind":"mergeable",
"register":"0000000000000000000000000000beef","scope":"whole","made_at":"2026-03-11T06:02:33.123Z","files":[
{"id":"000000000000000000000000000000b2","kind":"pupil","changes":[
{"act":"edit","at":"2026-03-11T06:02:33.123Z","by":"00000000000000000000000000000009","dot":"00000000000000d1-1-00000001","set":{"visit/00000000000000000000000000000001":{"note":"好"}}}
]}]}"#;
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn faults_within_a_change_say_where_what_and_what_instead() {
    let set = "/files/0/changes/0/set";
    for (from, to, problem, pointer, line) in [
        (
            "-1-00000001",
            "-01-00000001",
            form("00000000000000d1-01-00000001", Form::Dot),
            "/files/0/changes/0/dot",
            4,
        ),
        (
            "2026-03-11T06:02:33.123Z\",\"by",
            "昨天\",\"by",
            form("昨天", Form::Instant),
            "/files/0/changes/0/at",
            4,
        ),
        ("0009\"", "000G\"", form("0000000000000000000000000000000G", Form::Id), "/files/0/changes/0/by", 4),
        ("\"act\":\"edit\",", "", Problem::Missing { member: "act".into() }, "/files/0/changes/0", 4),
        ("\"act\":\"edit\"", "\"act\":null", shape(Shape::Null, Shape::Text), "/files/0/changes/0/act", 4),
        (
            "\"set\":{",
            "\"set\":{\"visit/1\":{},",
            form("visit/1", Form::Record),
            &format!("{set}/visit~11"),
            4,
        ),
        (
            "{\"note\":\"好\"}",
            "[]",
            shape(Shape::List, Shape::Map),
            &format!("{set}/visit~100000000000000000000000000000001"),
            4,
        ),
        (
            "{\"note\":\"好\"",
            "{\"note\":\"坏\",\"note\":\"好\"",
            twice("note"),
            &format!("{set}/visit~100000000000000000000000000000001/note"),
            4,
        ),
        ("\"id\":\"0", "\"id\":\"x", form("x00000000000000000000000000000b2", Form::Id), "/files/0/id", 3),
        ("\"kind\":\"pupil\",", "", Problem::Missing { member: "kind".into() }, "/files/0", 3),
    ] {
        let read = read_text(&small(from, to)).unwrap();
        assert_eq!(read.issues.len(), 1, "{to}: {:?}", read.issues);
        let issue = &read.issues[0];
        assert_eq!(
            (&issue.problem, issue.place.pointer.as_str(), issue.place.line),
            (&problem, pointer, line),
            "{to}"
        );
        assert_eq!(read.files, [], "a file with a fault is not among the sound ones");
    }
}

#[test]
fn columns_count_characters() {
    let issue = read_text(&small("\"好\"", "\"好\" 坏")).unwrap_err();
    assert_eq!(issue.problem, Problem::Unexpected { found: '坏', expected: Expected::CommaOrBrace });
    let line = small("\"好\"", "\"好\" 坏").lines().nth(3).unwrap().to_owned();
    assert_eq!(
        (issue.place.line, issue.place.column),
        (4, line.chars().position(|c| c == '坏').unwrap() + 1)
    );
}

#[test]
fn all_faults_are_found_at_once_and_sound_files_beside_them() {
    let file = |id: u32, dot: &str| {
        let change = format!(
            r#"{{"act":"edit","at":"2026-03-11T06:02:33.123Z","by":"00000000000000000000000000000009","dot":"{dot}","set":{{}}}}"#
        );
        format!(r#"{{"id":"{id:032x}","kind":"pupil","changes":[{change}]}}"#)
    };
    let good = "00000000000000d1-1-00000001";
    let files: Vec<String> =
        (0..500).map(|n| file(n, if n % 2 == 0 { good } else { "x" })).chain([file(0, good)]).collect();
    let text = written(&header(), &[]).replace("[]}", &format!("[{}]}}", files.join(",")));
    let read = read_text(&text).unwrap();
    assert_eq!((read.files.len(), read.issues.len(), read.more_issues), (250, 100, 151));
    assert_eq!(read.issues[1].place.pointer, "/files/3/changes/0/dot");
    let again = read_text(&text.replace("\"dot\":\"x\"", &format!("\"dot\":\"{good}\""))).unwrap();
    assert_eq!(again.issues.iter().map(|i| &i.problem).collect::<Vec<_>>(), [&Problem::FileTwice(FileId(0))]);
    let change = &small("", "")[small("", "").find("{\"act\"").unwrap()..].lines().next().unwrap().to_owned();
    let doubled = small(change, &format!("{change},{change}"));
    let dot = "00000000000000d1-1-00000001".parse().unwrap();
    assert_eq!(read_text(&doubled).unwrap().issues[0].problem, Problem::ChangeTwice(dot));
}

#[test]
fn depth_numbers_and_sizes_are_bounded() {
    let depth = |open: &str, close: &str, n: usize| {
        small("\"好\"", &format!("{}1{}", open.repeat(n), close.repeat(n)))
    };
    let too_deep = Problem::TooMuch { part: Part::Depth, limit: 64 };
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        assert!(read_text(&depth(open, close, 50)).unwrap().issues.is_empty());
        for n in [100, 10_000, 1_000_000] {
            assert_eq!(read_text(&depth(open, close, n)).unwrap_err().problem, too_deep);
        }
    }
    assert_eq!(fatal("[".repeat(10_000).as_bytes()).0, Problem::NotARegister { found: None });
    assert_eq!(fatal(format!("{{\"x\":{}", "[".repeat(10_000)).as_bytes()).0, too_deep);
    let number =
        |n: &str| read_text(&small("\"好\"", n)).map_err(|issue| issue.problem).map(|read| read.files.len());
    let out_of_range = |found: &str| Err(Problem::NumberOutOfRange { found: found.to_owned() });
    for (json, expected) in [
        ("1e999", out_of_range("1e999")),
        ("-1e-9999999999", out_of_range("-1e-9999999999")),
        ("-0", Ok(1)),
        ("18446744073709551616", Ok(1)),
        (&"9".repeat(300), Ok(1)),
        (&"9".repeat(100_000), out_of_range(&("9".repeat(60) + "…"))),
    ] {
        assert_eq!(number(json), expected, "{:.40}", json);
    }
    let limits = |limits: Limits| read(REAL.as_bytes(), Travel::Plain, &limits);
    for (limit, part, most) in [
        (Limits { bytes: 100, ..Limits::default() }, Part::Bytes, 100),
        (Limits { files: 1, ..Limits::default() }, Part::Files, 1),
        (Limits { text: 20, ..Limits::default() }, Part::TextBytes, 20),
        (Limits { values: 10, ..Limits::default() }, Part::Values, 10),
    ] {
        assert_eq!(limits(limit).unwrap_err().problem, Problem::TooMuch { part, limit: most });
    }
    for (limit, part, most) in [
        (Limits { changes: 1, ..Limits::default() }, Part::Changes, 1),
        (Limits { items: 2, ..Limits::default() }, Part::Items, 2),
    ] {
        assert_eq!(limits(limit).unwrap().issues[0].problem, Problem::TooMuch { part, limit: most });
    }
}

#[test]
fn nothing_may_follow_the_text() {
    for garbage in ["{}", "x", "\0", "]", REAL] {
        let text = format!("{}{garbage}", REAL.trim_end());
        let Problem::Unexpected { expected, .. } = fatal(text.as_bytes()).0 else { panic!("{garbage}") };
        assert_eq!(expected, Expected::End);
    }
}

#[test]
fn the_fixture_of_version_1_0_is_canonical_and_whole() {
    let read = parsed(REAL);
    let header = read.header.clone();
    let files = crate::any::files(read);
    assert!(files.iter().any(|file| !file.conflicts().is_empty()), "siblings are kept");
    assert_eq!(written(&header, &files), REAL);
}
