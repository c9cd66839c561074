//! How fast the page is with a county's numbers: `make measure`. Prints figures, asserts none, and is not run with the tests.

use std::time::Instant;

use serde_json::json;

use crate::harness::{Host, LANDSCAPE, Step, Tablet};

/// Types a text key by key into the field with the focus' label and gives each key's time until its frame was painted, in ms.
const KEYS: &str = "
    const [selector, text] = arguments; return new Promise((done) => { const input = document.querySelector(selector); input.focus(); const times = []; let typed = '';
    const next = (at) => {
        if (at === text.length) return done(times);
        typed += text[at]; const from = performance.now();
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, typed);
        input.dispatchEvent(new InputEvent('input', { bubbles: true, data: text[at] }));
        requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => { times.push(performance.now() - from); setTimeout(() => next(at + 1), 300); }; channel.port2.postMessage(0); });
    }; next(0); });";

fn said(what: &str, from: Instant) {
    println!("{what:42} {:>8.0} ms", from.elapsed().as_secs_f64() * 1000.0);
}

async fn keys(tablet: &Tablet, text: &str) -> Step {
    let times = tablet.script(KEYS, vec![json!("input[type=search]"), json!(text)]).await?;
    println!("keys of {text:12} until painted: {times} ms");
    Ok(())
}

async fn measure(words: &str) -> Step {
    let tablet = Tablet::start("measure", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock("2026-03-11T10:30:00").await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("summary", "更大的练习档案").await?;
    println!("--- {words}");
    let from = Instant::now();
    tablet.tap("button", words).await?;
    while !tablet.text().await?.contains("结束练习") {}
    said("filled", from);
    for (page, seen) in [("学生", "新学生"), ("今日", "教学周")] {
        let from = Instant::now();
        tablet.tap("link", page).await?;
        tablet.see(seen).await?;
        said(page, from);
    }
    tablet.tap("link", "学生").await?;
    for text in ["lx", "zhang", "370299", "石门"] {
        keys(&tablet, text).await?;
    }
    tablet.reload().await?;
    tablet.fill("口令", "chun-feng xia-yu qiu-yue dong-xue").await?;
    let from = Instant::now();
    tablet.tap("button", "解锁").await?;
    tablet.see("结束练习").await?;
    said("unlocked to the first screen", from);
    tablet.close().await?;
    Ok(())
}

#[tokio::test]
#[ignore = "prints figures: make measure"]
async fn measure_5000() -> Step {
    measure("5000 名学生").await
}

#[tokio::test]
#[ignore = "prints figures: make measure"]
async fn measure_20000() -> Step {
    measure("20000 名学生").await
}
