//! The published schema: made from the field tables, true of what is written, and as strict as the reader.
use crate::any::{header, written};
use crate::sample::register;
use baoxue::domain::codes;
use baoxue::domain::field::{Field, Kind};
use baoxue::domain::records;
use serde_json::{Map, Value, json};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/interchange/schema/register-1.schema.json");
const REAL: &str = include_str!("../fixtures/json/register-1.0.json");

const ID: &str = "^[0-9a-f]{32}$";
const DOT: &str = "^[0-9a-f]{16}-(0|[1-9][0-9]{0,9})-[0-9a-f]{8}$";
const INSTANT: &str =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z(~[1-9][0-9]{0,9})?$";
const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

fn text(pattern: &str) -> Value {
    json!({"type": ["string", "null"], "pattern": pattern})
}

fn list(item: Value) -> Value {
    json!({"type": ["array", "null"], "items": item})
}

/// A field's value; null where a change empties it.
fn field(field: &Field) -> Value {
    // A list that one table alone uses is not among the house's lists.
    let code = |key: &str| match codes::ALL.iter().any(|list| list.key == key) {
        true => json!({"$ref": format!("#/$defs/code.{key}")}),
        false => json!({"type": ["string", "null"]}),
    };
    match field.kind {
        Kind::Bool => json!({"type": ["boolean", "null"]}),
        Kind::Int { .. } => json!({"type": ["integer", "null"]}),
        Kind::Date => text(DATE),
        Kind::Month => text("^[0-9]{4}-[0-9]{2}$"),
        Kind::Time => text("^[0-9]{2}:[0-9]{2}$"),
        Kind::Code(codes) => code(codes.key),
        Kind::Codes(codes) => list(code(codes.key)),
        Kind::File(_) | Kind::Record(_) => text(ID),
        Kind::Files(_) | Kind::Records(_) => list(text(ID)),
        Kind::Lines => list(json!({"type": "string"})),
        Kind::Ratings => json!({"type": ["object", "null"], "additionalProperties": {"type": "integer"}}),
        _ => json!({"type": ["string", "null"]}),
    }
}

fn schema() -> Value {
    let mut defs = Map::new();
    for list in codes::ALL {
        let known =
            list.codes.iter().map(|code| format!("{} {}", code.code, code.zh)).collect::<Vec<_>>().join("; ");
        let about = format!("{} ({}). {known}. Other codes are kept.", list.source, list.version);
        defs.insert(format!("code.{}", list.key), json!({"type": ["string", "null"], "description": about}));
    }
    let mut tables = Map::new();
    for (_, table) in records::TABLES {
        let mut fields: Map<String, Value> =
            table.fields.iter().map(|f| (f.key.to_owned(), field(f))).collect();
        fields.insert("~deleted".to_owned(), json!({"type": ["boolean", "null"]}));
        defs.insert(format!("table.{}", table.key), json!({"type": "object", "properties": fields}));
        tables.insert(
            format!("^{}/[0-9a-f]{{32}}$", table.key),
            json!({"$ref": format!("#/$defs/table.{}", table.key)}),
        );
    }
    let (id, dot, instant) = (
        json!({"type": "string", "pattern": ID}),
        json!({"type": "string", "pattern": DOT}),
        json!({"type": "string", "pattern": INSTANT}),
    );
    let count = json!({"type": "integer", "minimum": 0, "maximum": 4_294_967_295u32});
    defs.insert("change".to_owned(), json!({
        "description": "What one act set; it never changes. `after` names the latest changes that its author had seen.",
        "type": "object",
        "required": ["act", "at", "by", "dot", "set"],
        "properties": {
            "act": {"type": "string"},
            "after": {"type": "array", "items": dot},
            "at": instant,
            "by": id,
            "dot": dot,
            "set": {
                "type": "object",
                "propertyNames": {"pattern": "^[a-z0-9_]+/[0-9a-f]{32}$"},
                "patternProperties": tables,
                "additionalProperties": {"type": "object"}
            }
        }
    }));
    defs.insert("file".to_owned(), json!({
        "description": "One pupil, school, member of staff or county: all its changes.",
        "type": "object",
        "required": ["id", "kind", "changes"],
        "properties": {
            "id": id,
            "kind": {"type": "string", "description": "pupil, school, staff, county; other kinds are kept"},
            "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}}
        }
    }));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "baoxue-register, version 1",
        "description": "The exchange format of Baoxue. Members that are not named here are allowed at every level and kept.",
        "type": "object",
        "required": ["format", "version", "kind", "register", "scope", "made_at", "files"],
        "properties": {
            "format": {"const": "baoxue-register"},
            "version": {
                "type": "object",
                "required": ["major", "minor"],
                "properties": {"major": {"type": "integer", "minimum": 0, "maximum": 1}, "minor": count}
            },
            "kind": {"const": "mergeable"},
            "register": id,
            "scope": {"type": "string", "description": "whole, caseload; other words are kept"},
            "made_at": instant,
            "made_by": id,
            "practice": {"type": "boolean"},
            "join": {
                "description": "In sealed texts only.",
                "type": "object",
                "required": ["secret", "name", "county"],
                "properties": {"secret": {"type": "string", "pattern": "^[0-9a-f]{64}$"}, "name": {"type": "string"}, "county": id}
            },
            "files": {"type": "array", "items": {"$ref": "#/$defs/file"}}
        },
        "$defs": defs
    })
}

fn shown(schema: &Value) -> String {
    serde_json::to_string_pretty(schema).unwrap() + "\n"
}

#[test]
#[ignore = "writes the schema anew after a field or a code was added"]
fn write_schema() {
    std::fs::write(PATH, shown(&schema())).unwrap();
}

#[test]
fn the_published_schema_is_that_of_the_field_tables() {
    let published: Value = serde_json::from_str(&std::fs::read_to_string(PATH).unwrap()).unwrap();
    assert!(published == schema(), "run: cargo test --test json write_schema -- --ignored");
}

#[test]
fn real_exports_are_valid_and_malformed_ones_are_not() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let valid = |text: &str| validator.is_valid(&serde_json::from_str(text).unwrap());
    let errors: Vec<String> = validator
        .iter_errors(&serde_json::from_str(REAL).unwrap())
        .map(|e| format!("{} {e}", e.instance_path))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    assert!(valid(&written(&header(), &register())) && valid(&written(&header(), &[])));
    assert!(
        valid(&REAL.replacen("\"scope\"", "\"licence\":[1],\"scope\"", 1)),
        "unknown members are allowed"
    );
    for (from, to) in [
        ("baoxue-register", "excalidraw"),
        ("\"major\":1", "\"major\":2"),
        ("\"minor\":0", "\"minor\":-1"),
        ("\"kind\":\"mergeable\"", "\"kind\":\"report\""),
        ("\"scope\":\"whole\",", ""),
        ("0000beef", "0000BEEF"),
        ("\"act\":\"new_file\"", "\"act\":7"),
        ("\"by\":\"0", "\"by\":\"x"),
        ("2026-03-11T03", "2026-3-11T03"),
        ("\"set\":{\"school/0", "\"set\":{\"School/0"),
        ("\"dot\":\"00000000000000d1-1-", "\"dot\":\"00000000000000d1-01-"),
        ("\"id\":\"0", "\"number\":\"0"),
    ] {
        assert!(REAL.contains(from), "{from}");
        let text = REAL.replacen(from, to, 1);
        assert!(!valid(&text), "the schema refuses {to}");
        let read = baoxue::interchange::json::read(
            text.as_bytes(),
            baoxue::interchange::json::Travel::Plain,
            &Default::default(),
        );
        assert!(read.is_err() || read.is_ok_and(|read| !read.issues.is_empty()), "the reader refuses {to}");
    }
}
