//! What `make bench` measures in the browser: the worker's module over three lists of 110,000 rows, and SheetJS with Map in a
//! worker of its own, in the same page in the same run. Not run with the tests; `cargo bench --bench lists -- generate` makes the lists.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Host, LANDSCAPE, Step, Tablet, ensure};
use baoxue::lists::compare::job::{Question, Reply};
use baoxue::lists::compare::{Decisions, Settings};
use baoxue::lists::job::{Answer, Ask};

const FILES: [&str; 3] = ["household.xlsx", "roll.xlsx", "roll-call.xlsx"];
const ROUNDS: u32 = 3;
const BENCH_JS: &str = include_str!("bench.js");

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs a step in the page and waits for what it found, as long as it takes.
async fn found(tablet: &Tablet, arguments: Vec<Value>) -> Step<Value> {
    tablet.script(BENCH_JS, arguments).await?;
    loop {
        let state = tablet.script("return window.bench", vec![]).await?;
        if state["done"] == true {
            ensure(state["failed"].is_null(), format!("{}", state["failed"]))?;
            return Ok(state["found"].clone());
        }
        // No test waits here for a page to be ready: a measure takes as long as it takes.
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
}

fn bytes(value: &Value) -> Vec<u8> {
    value.as_array().into_iter().flatten().filter_map(|byte| byte.as_u64().map(|byte| byte as u8)).collect()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "make bench"]
async fn bench_of_lists_in_the_browsers_worker() -> Step {
    let tablet = Tablet::start("bench", LANDSCAPE, Host::WithHeaders).await?;
    for name in FILES {
        tablet.site.add_file(name, &root("target/bench").join(name))?;
    }
    for name in ["worker.js", "compare.js"] {
        tablet.site.add_file(&["bench-", name].concat(), &root("benches/peers").join(name))?;
    }
    let peer = tablet.site.read("bench-worker.js")?.replace("./compare.js", "./bench-compare.js");
    tablet.site.add("bench-worker.js", &peer)?;
    tablet.site.add_file("xlsx.js", &root("benches/peers/node_modules/xlsx/xlsx.mjs"))?;
    tablet.open("/").await?;
    tablet.see("建立档案").await?;

    let addresses: Vec<String> = FILES.map(|name| ["/", name].concat()).to_vec();
    let question = |ask: &Ask| postcard::to_allocvec(ask);
    let opens: Vec<Vec<u8>> = FILES
        .iter()
        .map(|file| question(&Ask::Open { file: (*file).to_owned(), memories: Vec::new() }))
        .collect::<Result<_, _>>()?;
    let answers = found(&tablet, vec![json!("open"), json!(opens), json!(addresses)]).await?;
    let mut takes = Vec::new();
    for answer in answers.as_array().into_iter().flatten() {
        let Answer::Opened(opened) = postcard::from_bytes(&bytes(answer))? else {
            return Err("a list was not opened".into());
        };
        for part in opened.proposed() {
            takes.push(question(&Ask::Take { kind: part.mapping.kind, parts: vec![part] })?);
        }
    }
    ensure(takes.len() == 3, format!("{} lists are recognised", takes.len()))?;
    let asked = Question::Compare { settings: Settings::default(), decisions: Decisions::default() };
    let compare = question(&Ask::Compare(asked))?;
    let arguments =
        vec![json!("measure"), json!(ROUNDS), json!(opens), json!(addresses), json!(takes), json!(compare)];
    let mut ours = found(&tablet, arguments).await?;
    let reply = bytes(&ours["reply"]);
    let Answer::Compared(Reply::Compared(summary)) = postcard::from_bytes(&reply)? else {
        return Err("nothing was compared".into());
    };
    let figures = serde_json::to_value(summary.figures())?;
    ours["who"] = json!("保学, browser’s worker");
    ours["version"] = json!(env!("CARGO_PKG_VERSION"));
    ours["answer"] = json!({
        "base": figures["base_in_window"], "a": figures["A_before_review"], "b": figures["B_before_review"],
    });
    let arguments = vec![json!("peer"), json!(ROUNDS), json!("/bench-worker.js"), json!(addresses)];
    let peer = found(&tablet, arguments).await?;
    println!("{ours:#}\n{peer:#}");
    std::fs::write(root("target/bench/browser.json"), serde_json::to_vec(&[ours, peer])?)?;
    tablet.close().await?;
    Ok(())
}
