//! The programs that offices use today, each in a process of its own, with what it answers as JSON.
use crate::report::Measured;
use crate::{FILES, Told, folder};
use std::path::{Path, PathBuf};
use std::process::Command;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers")
}

fn run(program: &str, script: &str, arguments: &[&str]) -> Told<Measured> {
    let mut command = Command::new(program);
    command.arg(here().join(script)).args(arguments).args(FILES.map(|name| folder().join(name)));
    let output = command.output().map_err(|why| format!("{program}: {why}"))?;
    let told = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(format!("{script}: {told}").into());
    }
    serde_json::from_slice(&output.stdout).map_err(|why| format!("{script}: {why}").into())
}

pub fn sheetjs() -> Told<Measured> {
    run("node", "sheetjs.mjs", &["3"])
}

/// `engine`: how pandas reads; openpyxl is its own choice where nobody says.
pub fn pandas(engine: &str, rounds: &str) -> Told<Measured> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/bench-python/bin/python");
    run(&python.display().to_string(), "with_pandas.py", &[rounds, engine])
}

/// What the journey `bench` measured in the browser's workers, where it ran.
pub fn browser() -> Vec<Measured> {
    let told = std::fs::read(folder().join("browser.json")).unwrap_or_default();
    serde_json::from_slice(&told).unwrap_or_default()
}
