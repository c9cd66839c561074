//! Medians, ratios, and `BENCHMARKS.md`.
use crate::{FILES, ROWS, Told, folder, native, peers};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::process::Command;

/// What a comparison found by exact numbers alone; all must agree.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    pub base: u64,
    pub a: u64,
    pub b: u64,
}

impl Answer {
    pub fn of(figures: &serde_json::Value) -> Told<Answer> {
        let figure = |key: &str| figures[key].as_u64().ok_or_else(|| format!("no figure {key}"));
        let (a, b) = (figure("A_before_review")?, figure("B_before_review")?);
        Ok(Answer { base: figure("base_in_window")?, a, b })
    }
}

/// One program over the three files; milliseconds, a value a round.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Measured {
    pub who: String,
    pub version: String,
    pub read: Vec<f64>,
    /// Rows made into typed, checked ones; programs that do it while they compare have none.
    #[serde(default)]
    pub taken: Vec<f64>,
    pub compare: Vec<f64>,
    /// The longest that the page stood still meanwhile, in the browser.
    #[serde(default)]
    pub still: Option<f64>,
    pub answer: Answer,
}

fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        n if n % 2 == 0 => (sorted[middle - 1] + sorted[middle]) / 2.0,
        _ => sorted[middle],
    }
}

impl Measured {
    fn read(&self) -> f64 {
        median(&self.read)
    }
    /// From rows in memory to the sets.
    fn compared(&self) -> f64 {
        median(&self.taken) + median(&self.compare)
    }
}

pub fn table(all: &[Measured]) -> String {
    let head = "| program | rounds | read, ms | rows checked, ms | compare, ms | rows to sets, ms | all, ms |\n|---|---:|---:|---:|---:|---:|---:|\n";
    let line = |m: &Measured| {
        let taken = if m.taken.is_empty() { "–".to_owned() } else { format!("{:.0}", median(&m.taken)) };
        format!(
            "| {} {} | {} | {:.0} | {taken} | {:.0} | {:.0} | {:.0} |\n",
            m.who,
            m.version,
            m.read.len(),
            m.read(),
            median(&m.compare),
            m.compared(),
            m.read() + m.compared()
        )
    };
    all.iter().map(line).fold(head.to_owned(), |text, line| text + &line)
}

/// `ours` against `peer`: how many times as fast.
fn ratio(ours: &Measured, peer: &Measured) -> String {
    format!(
        "- {} against {}: read {:.1} times as fast, rows to sets {:.1} times, all together {:.1} times\n",
        ours.who,
        peer.who,
        peer.read() / ours.read(),
        peer.compared() / ours.compared(),
        (peer.read() + peer.compared()) / (ours.read() + ours.compared())
    )
}

fn said(program: &str, argument: &str) -> String {
    let output = Command::new(program).arg(argument).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    text.lines().next().unwrap_or_default().trim().to_owned()
}

fn machine() -> String {
    let told = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = told.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{}, {cores} cores", model.trim_start_matches([' ', '\t', ':']))
}

pub fn write() -> Told<()> {
    let browser = peers::browser();
    let mut all = vec![
        native::measure(5)?,
        peers::sheetjs()?,
        peers::pandas("calamine", "3")?,
        peers::pandas("openpyxl", "1")?,
    ];
    let (ours, theirs) = (all[0].clone(), all[1..].to_vec());
    all.extend(browser.iter().cloned());
    for measured in &all {
        if measured.answer != ours.answer {
            return Err(format!("{} answers otherwise: {:?}", measured.who, measured.answer).into());
        }
    }
    let mut text = "# Benchmarks\n\nWritten by `make bench`; times are of one machine in one run, ratios are what counts.\n\n".to_owned();
    text += &format!("{}; {}; Node {}", machine(), said("rustc", "--version"), said("node", "--version"));
    if !browser.is_empty() {
        text += &format!("; {}", said("chromium", "--version"));
    }
    text += "\n\n## Reading and comparing departments' lists\n\nAn invented county of a million people: ";
    let sizes = FILES.map(|name| std::fs::metadata(folder().join(name)).map_or(0, |file| file.len()));
    let sizes = sizes.map(|bytes| format!("{:.1}", bytes as f64 / 1e6)).join(", ");
    let Answer { base, a, b } = &ours.answer;
    text += &format!(
        "household register, school roll and roll call of {ROWS} rows each, as workbooks of {sizes} MB with shared texts, as spreadsheet programs save them. \
         Numbers are written as offices write them (full width, spaces, apostrophes, small x), some rows stand twice. All programs find the same: \
         {base} children in the base, {a} in A, {b} in B, by exact numbers alone. Ours also checks every column, finds duplicates, and proposes links for ruined numbers in the same time.\n\n"
    );
    text += &table(&all);
    text += "\n";
    for peer in &theirs {
        text += &ratio(&ours, peer);
    }
    for (measured, still) in browser.iter().filter_map(|measured| Some((measured, measured.still?))) {
        text += &format!("- {}: the page stood still for {still:.0} ms at most\n", measured.who);
    }
    if let [ours, peer, ..] = browser.as_slice() {
        text += &ratio(ours, peer);
        text += &format!(
            "- in the browser's worker, from rows in memory to the sets: {:.1} s (the goal is 2 s); reading {:.1} times SheetJS (the goal is 3 times)\n",
            ours.compared() / 1000.0,
            peer.read() / ours.read()
        );
    }
    print!("{text}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("BENCHMARKS.md");
    // What benches/browser/report.mjs wrote under its own heading stays.
    let old = std::fs::read_to_string(&path).unwrap_or_default();
    if let Some(at) = old.find("## The register beside other stores") {
        text = [&text, "\n", &old[at..]].concat();
    }
    std::fs::write(path, text)?;
    Ok(())
}
