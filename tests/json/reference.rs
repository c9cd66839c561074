//! Our scanner beside the usual parser: on any text, sound or damaged, both accept or both refuse, and read the same value.
use crate::any::{files, header, parsed, register, value, written};
use baoxue::domain::value::Value;
use baoxue::interchange::json::{Limits, Problem, Travel, read};
use proptest::prelude::*;

/// A text with one header member `x`, which may hold anything.
fn around(json: &str) -> String {
    let empty = written(&header(), &[]);
    empty.replacen("\"files\"", &format!("\"x\":{json},\"files\""), 1)
}

fn ours(json: &str) -> Result<Value, Problem> {
    let parsed =
        read(around(json).as_bytes(), Travel::Plain, &Limits::default()).map_err(|issue| issue.problem)?;
    Ok(parsed.header.extra.get("x").cloned().unwrap())
}

fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
    match (ours, theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Bool(a), serde_json::Value::Bool(b)) => a == b,
        (Value::Int(a), serde_json::Value::Number(b)) => b.as_f64() == Some(*a as f64),
        (Value::Number(a), serde_json::Value::Number(b)) => a.parse().ok() == b.as_f64(),
        (Value::Text(a), serde_json::Value::String(b)) => a == b,
        (Value::List(a), serde_json::Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Map(a), serde_json::Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(k, v)| b.get(k).is_some_and(|w| same(v, w)))
        }
        _ => false,
    }
}

#[test]
fn the_hard_cases_of_the_grammar() {
    for json in [
        "[]",
        "{}",
        " [ 1 , 2 ] ",
        "[1,]",
        "[,1]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{\"a\":}",
        "nul",
        "nulll",
        "True",
        "tru",
        "\"\\u00e9\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ud83dx\"",
        "\"\\x41\"",
        "\"a\u{1}b\"",
        "\"a\nb\"",
        "\"\\",
        "\"\u{7f}\"",
        "01",
        "-",
        "-1",
        "1.",
        ".1",
        "1e",
        "1e+",
        "1E5",
        "-0",
        "+1",
        "0x10",
        "1e400",
        "NaN",
        "Infinity",
        "'a'",
        "[1 2]",
        "//c\n1",
        "/**/1",
        "\u{a0}1",
        "\u{feff}1",
        "\u{b}1",
        "1\u{c}",
        "[[[]]]",
        "\"\\u12G4\"",
        "\"\\u+123\"",
        "",
        "}",
        "]",
        "[",
        "{",
        "{\"a\"",
        "{\"a\":[1}",
        "[{]",
        "\"\\/\"",
        "\"\u{20BB7}\"",
        "-e5",
        "--1",
        "1.5.5",
        "1e5e5",
    ] {
        // What would end our own map or open it again is no value either.
        let theirs: Result<serde_json::Value, _> = serde_json::from_str(&around(json));
        let theirs = theirs.map(|text| text.get("x").cloned().unwrap());
        match (ours(json), &theirs) {
            (Ok(a), Ok(b)) => assert!(same(&a, b), "{json}: {a:?} and {b}"),
            (Err(_), Err(_)) => {}
            (a, b) => panic!("{json}: {a:?} and {b:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_value_is_read_as_the_usual_parser_reads_it(value in value()) {
        let json = serde_json::to_string(&value).unwrap();
        let theirs: serde_json::Value = serde_json::from_str(&json).unwrap();
        let ours = ours(&json).unwrap();
        prop_assert!(same(&ours, &theirs), "{json}: {ours:?}");
    }

    /// A byte put in, taken out or changed anywhere: the two agree whether it is JSON at all.
    #[test]
    fn damaged_texts_are_json_for_both_or_for_neither(register in register(), at in any::<prop::sample::Index>(), byte in any::<u8>(), how in 0..3) {
        let mut bytes = written(&header(), &register).into_bytes();
        let at = at.index(bytes.len());
        match how {
            0 => bytes[at] = byte,
            1 => bytes.insert(at, byte),
            _ => { bytes.remove(at); }
        }
        let theirs: Result<serde_json::Value, _> = serde_json::from_slice(&bytes);
        match read(&bytes, Travel::Plain, &Limits::default()) {
            Ok(read) if read.issues.is_empty() => {
                prop_assert!(theirs.is_ok());
                let again = files_of(read.clone());
                prop_assert!(again.is_none_or(|again| parsed(&written(&read.header, &again)).files.len() == read.files.len()));
            }
            Ok(_) => prop_assert!(theirs.is_ok()),
            Err(issue) if grammatical(&issue.problem) => {
                prop_assert!(theirs.is_err(), "{issue:?}");
            }
            Err(_) => {}
        }
    }
}

fn files_of(read: baoxue::interchange::json::Parsed) -> Option<Vec<baoxue::register::file::File>> {
    let sound =
        read.files.iter().all(|f| baoxue::register::file::File::from_pack(f.id, f.pack.clone()).is_ok());
    sound.then(|| files(read))
}

fn grammatical(problem: &Problem) -> bool {
    use Problem::*;
    matches!(problem, Truncated | Unexpected { .. } | ControlCharacter(_) | BadEscape | HalfCharacter)
}
