//! `make bench`: how long it takes to read three lists of 110,000 rows and to compare them, beside the programs that offices
//! use today, over the same files in the same run; the answers must agree before a figure counts.
//!
//! `lists generate` writes the workbooks into `target/bench/`; `lists report` measures natively, runs the peers, takes up what
//! the browser measured (`tests/e2e`, journey `bench`), prints all of it and writes `BENCHMARKS.md`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout,
    reason = "a bench target: it prints, and its words and numbers are its own"
)]
mod county;
mod native;
mod peers;
mod report;
mod workbook;

use std::error::Error;
use std::path::{Path, PathBuf};

/// What went wrong ends the run with its sentence.
pub type Told<T> = Result<T, Box<dyn Error>>;

/// Rows of each list.
pub const ROWS: usize = 110_000;

/// The three workbooks, in the order in which they are read.
pub const FILES: [&str; 3] = ["household.xlsx", "roll.xlsx", "roll-call.xlsx"];

pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench")
}

fn main() -> Told<()> {
    // Cargo adds `--bench` of its own.
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    match asked.first().map(String::as_str) {
        Some("generate") => generate(),
        Some("native") => {
            print!("{}", report::table(&[native::measure(5)?]));
            Ok(())
        }
        Some("report") => report::write(),
        _ => Err("usage: cargo bench --bench lists -- generate | native | report".into()),
    }
}

fn generate() -> Told<()> {
    std::fs::create_dir_all(folder())?;
    for (name, table) in FILES.iter().zip(county::lists(ROWS)?) {
        let bytes = workbook::write(&table)?;
        std::fs::write(folder().join(name), &bytes)?;
        println!("{name}: {} rows, {:.1} MB", table.rows.len(), bytes.len() as f64 / 1e6);
    }
    Ok(())
}
