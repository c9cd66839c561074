//! The rules of the house that a compiler does not check: who may name whom, how long a file may be,
//! and that the pure folders stay pure. ARCHITECTURE.md says why.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, reason = "a test target")]

use std::fs;
use std::path::{Path, PathBuf};

/// Each folder of `src/` and the folders it may name. What is not listed is forbidden.
const MAY_NAME: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("register", &["domain"]),
    ("lists", &["domain", "register", "interchange"]),
    ("report", &["domain", "register"]),
    ("interchange", &["domain", "register"]),
    ("vault", &["domain", "register"]),
    ("platform", &["domain"]),
    ("i18n", &["domain", "register", "lists", "report", "interchange", "vault", "platform"]),
    ("app", &["domain", "register", "lists", "report", "interchange", "vault", "platform", "i18n"]),
    ("ui", &["domain", "register", "lists", "report", "interchange", "vault", "platform", "i18n", "app"]),
];

/// Folders that run natively and give the same answer every time.
const PURE: &[&str] = &["domain", "register", "lists", "report", "interchange"];

/// What a pure folder never names: the browser, a clock, randomness.
const IMPURE: &[&str] = &[
    "web_sys",
    "js_sys",
    "leptos",
    "gloo",
    "wasm_bindgen",
    "SystemTime",
    "Instant::now",
    "getrandom",
    "rand::",
    "thread_rng",
    "now_utc",
    "now_local",
];

const LONGEST: usize = 400;

struct Source {
    path: PathBuf,
    /// Below `src/`, without the extension and without `mod`: `["domain", "codes"]`.
    module: Vec<String>,
    text: String,
    /// The text without comments and without what stands in quotes.
    code: String,
}

impl Source {
    fn folder(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    fn shown(&self) -> String {
        self.path.display().to_string().replace('\\', "/")
    }
}

fn sources(root: &str) -> Vec<Source> {
    let base = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
    let mut found = Vec::new();
    let mut folders = vec![base.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let below = path.strip_prefix(&base).unwrap().with_extension("");
                let mut module: Vec<String> =
                    below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                if module.last().is_some_and(|last| last == "mod") {
                    module.pop();
                }
                let code = code_only(&text);
                let path = Path::new(root).join(path.strip_prefix(&base).unwrap());
                found.push(Source { path, module, text, code });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no sources under {root}");
    found
}

/// Leaves out comments and string contents; good enough for names, not a parser.
fn code_only(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let skip = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = raw_string(rest) {
            length
        } else if c == '"' {
            quoted(rest)
        } else if rest.starts_with("'\"'") {
            3
        } else {
            0
        };
        if skip > 0 {
            out.push(' ');
            rest = &rest[skip..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('r')?;
    let hashes = after.chars().take_while(|&c| c == '#').count();
    let body = after[hashes..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(1 + hashes + 1 + body.find(&end)? + end.len())
}

fn quoted(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// The names that stand at the crate's root in paths of this source: after `crate::`, inside `crate::{…}`,
/// and after a chain of `super::` that climbs out.
fn named_folders(source: &Source) -> Vec<String> {
    let code = &source.code;
    let mut names = Vec::new();
    for prefix in ["crate::", "baoxue::"] {
        for (at, _) in code.match_indices(prefix) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &code[at + prefix.len()..];
            match rest.strip_prefix('{') {
                Some(group) => names.extend(group_heads(group)),
                None => names.push(identifier(rest)),
            }
        }
    }
    let mut rest = code.as_str();
    while let Some(at) = rest.find("super::") {
        rest = &rest[at..];
        let mut climbed = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            climbed += 1;
            rest = after;
        }
        if climbed >= source.module.len() {
            names.push(identifier(rest));
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first names of a `{a::b, c}` group, nested groups skipped.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = Vec::new();
    let mut fresh = true;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            c if fresh && depth == 0 && (c.is_alphanumeric() || c == '_') => {
                heads.push(identifier(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    heads
}

fn none_of(faults: Vec<String>) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn a_folder_names_only_the_folders_below_it() {
    let mut faults = Vec::new();
    for source in sources("src") {
        let Some((_, allowed)) = MAY_NAME.iter().find(|(folder, _)| *folder == source.folder()) else {
            continue;
        };
        for name in named_folders(&source) {
            let is_folder = MAY_NAME.iter().any(|(folder, _)| *folder == name);
            if is_folder && name != source.folder() && !allowed.contains(&name.as_str()) {
                faults.push(format!("{} names {name}, which {} may not", source.shown(), source.folder()));
            }
        }
    }
    none_of(faults);
}

#[test]
fn every_folder_of_src_has_its_place_in_the_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(root).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() && !["bin", "pwa"].contains(&name.as_str()) {
            assert!(MAY_NAME.iter().any(|(folder, _)| *folder == name), "src/{name} has no row in MAY_NAME");
        }
    }
}

#[test]
fn the_kit_knows_no_domain() {
    let mut faults = Vec::new();
    for source in
        sources("src").iter().filter(|source| source.module.starts_with(&["ui".into(), "kit".into()]))
    {
        for (at, _) in source.code.match_indices("crate::") {
            let rest = &source.code[at + "crate::".len()..];
            // `pub(in crate::ui)` says who may see a thing; it names nothing.
            let visibility = source.code[..at].ends_with("pub(in ");
            if !visibility && !rest.starts_with("ui::kit") {
                faults.push(format!("{} names crate::{}", source.shown(), identifier(rest)));
            }
        }
    }
    none_of(faults);
}

#[test]
fn pure_folders_name_no_browser_no_clock_and_no_randomness() {
    let mut faults = Vec::new();
    // Tests beside the code ship nothing; one of them may measure.
    let ships = |source: &&Source| !source.shown().ends_with("tests.rs");
    for source in sources("src").iter().filter(|source| PURE.contains(&source.folder())).filter(ships) {
        for word in IMPURE {
            if names_word(&source.code, word) {
                faults.push(format!("{} names {word}", source.shown()));
            }
        }
    }
    none_of(faults);
}

#[test]
fn only_the_vault_touches_storage() {
    let mut faults = Vec::new();
    // platform/browser.rs asks whether there is a storage at all, to warn before anything is typed.
    let may = |source: &&Source| source.folder() == "vault" || source.shown() == "src/platform/browser.rs";
    for source in sources("src").iter().filter(|source| !may(source)) {
        for word in [
            "IdbDatabase",
            "IdbFactory",
            "IdbTransaction",
            "gloo_storage",
            "local_storage",
            "session_storage",
        ] {
            if names_word(&source.code, word) {
                faults.push(format!("{} names {word}", source.shown()));
            }
        }
    }
    none_of(faults);
}

fn names_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn no_file_is_longer_than_400_lines_but_tables_and_words() {
    let tables = |path: &str| path.starts_with("src/domain/codes/") || path.starts_with("src/i18n/words");
    let mut faults = Vec::new();
    for source in sources("src").iter().filter(|source| !tables(&source.shown())) {
        let lines = source.text.lines().count();
        if lines > LONGEST {
            faults.push(format!("{} has {lines} lines", source.shown()));
        }
    }
    none_of(faults);
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let mut faults = Vec::new();
    for source in sources("src").iter().chain(&sources("tests")) {
        if !source.text.starts_with("//!") {
            faults.push(format!("{} does not open with //!", source.shown()));
        }
    }
    none_of(faults);
}

#[test]
fn the_reader_of_names_sees_groups_supers_and_no_comments() {
    let source = |module: &[&str], text: &str| Source {
        path: PathBuf::new(),
        module: module.iter().map(ToString::to_string).collect(),
        text: String::new(),
        code: code_only(text),
    };
    let cases: &[(&[&str], &str, &[&str])] = &[
        (&["domain"], "use crate::ui::page;", &["ui"]),
        (&["domain"], "use crate::{app::{x, ui}, vault};", &["app", "vault"]),
        (&["domain", "codes"], "use super::super::report::x;", &["report"]),
        (&["domain", "codes"], "use super::report::x;", &[]),
        (
            &["domain"],
            "// crate::ui\n/* crate::app */ let s = \"crate::vault\"; let r = r#\"crate::lists\"#;",
            &[],
        ),
        (&["domain"], "let c = '\"'; crate::ui::x();", &["ui"]),
        (&["domain"], "pub(crate) fn f() {} mycrate::ui", &[]),
    ];
    for (module, text, expected) in cases {
        assert_eq!(named_folders(&source(module, text)), *expected, "{text}");
    }
}

#[test]
fn the_policy_in_the_readme_is_the_policy_of_the_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("index.html")).unwrap();
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let policy =
        page.split("Content-Security-Policy\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    let asked = format!("{policy}; frame-ancestors 'none'");
    assert!(readme.matches(&asked).count() >= 2, "README.md (nginx and Caddy) must ask for: {asked}");
}
