//! The programs that offices use today, each in a process of its own, with what it answers as JSON.
use crate::report::Measured;
use crate::{FILES, folder};
use std::path::{Path, PathBuf};
use std::process::Command;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers")
}

fn run(program: &str, script: &str, arguments: &[&str]) -> Measured {
    let mut command = Command::new(program);
    command.arg(here().join(script)).args(arguments).args(FILES.map(|name| folder().join(name)));
    let output = command.output().unwrap_or_else(|why| panic!("{program}: {why}"));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}: {told}");
    serde_json::from_slice(&output.stdout).unwrap_or_else(|why| panic!("{script}: {why}"))
}

pub fn sheetjs() -> Measured {
    run("node", "sheetjs.mjs", &["3"])
}

/// `engine`: how pandas reads; openpyxl is its own choice where nobody says.
pub fn pandas(engine: &str, rounds: &str) -> Measured {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/bench-python/bin/python");
    run(&python.display().to_string(), "with_pandas.py", &[rounds, engine])
}

/// What the journey `bench` measured in the browser's workers, where it ran.
pub fn browser() -> Vec<Measured> {
    let told = std::fs::read(folder().join("browser.json")).unwrap_or_default();
    serde_json::from_slice(&told).unwrap_or_default()
}
