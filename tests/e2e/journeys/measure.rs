//! How fast the page is with a county's numbers: `make measure`. Prints figures, asserts none, and is not run with the tests.

use std::time::Instant;

use baoxue::interchange::package::{PackageWriter, TEXT, content_hash};
use serde_json::{Value, json};

use super::steps::{begin, fixture, unlock};
use super::transfer::take_in_county;
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

/// Goes to a path as a link does; gives the milliseconds until these words stand and the frame is painted.
const UNTIL_PAINTED: &str = "const [path, words] = arguments; return new Promise((done) => {
    const link = document.createElement('a'); link.href = path; document.body.append(link);
    const from = performance.now(); link.click(); link.remove();
    const ask = () => document.querySelector('main').innerText.includes(words)
        ? requestAnimationFrame(() => { const channel = new MessageChannel(); channel.port1.onmessage = () => done(performance.now() - from); channel.port2.postMessage(0); })
        : requestAnimationFrame(ask);
    ask(); });";

/// An exported register with so many more visits of its first pupil, each with four pictures, as a package.
fn with_visits(exported: &str, visits: usize) -> Step<(String, Vec<u8>)> {
    let mut register: Value = serde_json::from_str(exported)?;
    let files = register["files"].as_array_mut().ok_or("no files")?;
    let pupil = files.iter_mut().find(|file| file["kind"] == "pupil").ok_or("no pupil")?;
    let id = pupil["id"].as_str().unwrap_or_default().to_owned();
    let changes = pupil["changes"].as_array_mut().ok_or("no changes")?;
    let last = changes.last().ok_or("no change")?;
    let (by, mut after) = (last["by"].clone(), last["dot"].clone());
    let jpeg = std::fs::read(fixture("photo/kitchen-with-exif.jpg"))?;
    let mut media = Vec::new();
    for n in 0..visits {
        let date = format!("{}-{:02}-{:02}", 2020 + n / 100, 1 + n / 28 % 12, 1 + n % 28);
        let visit = format!("{:032x}", 0xa000 + n);
        let mut set = serde_json::Map::new();
        set.insert(
            format!("visit/{visit}"),
            json!({"content": format!("第{n}次"), "date": date, "done": true, "end": "10:20", "guardian_present": true,
                "mode": "HOME", "periods": 2, "rating": 2, "start": "09:00", "visit_type": "ROUTINE"}),
        );
        for m in 0..4 {
            // A comment behind the end of a JPEG makes each a picture of its own.
            let bytes = [jpeg.as_slice(), format!("{n}-{m}").as_bytes()].concat();
            let hash = content_hash(&bytes);
            set.insert(
                format!("photo/{:032x}", 0x10_0000 + n * 4 + m),
                json!({"media": hash, "thumbnail": hash, "visit": visit, "taken": date}),
            );
            media.push((hash, bytes));
        }
        let dot = format!("00000000000000d9-{}-{n:08x}", n + 1);
        let at = format!("2026-03-11T04:{:02}:{:02}.000Z", n / 60, n % 60);
        changes.push(
            json!({"act": "record_visit", "after": [after], "at": at, "by": by, "dot": dot, "set": set}),
        );
        after = json!(dot);
    }
    let text = serde_json::to_vec(&register)?;
    let mut writer = PackageWriter::default();
    let full = |_| "the package is full";
    let mut package = writer.entry(TEXT, &[&text]).map_err(full)?;
    package.extend(text);
    for (hash, bytes) in media {
        package.extend(writer.medium(&hash, &bytes).map_err(full)?);
        package.extend(bytes);
    }
    package.extend(writer.finish());
    Ok((id, package))
}

/// One child with 500 visits and 2,000 photos: merged from a package, then opened again and again.
#[tokio::test]
#[ignore = "prints figures: make measure"]
async fn measure_one_child() -> Step {
    let tablet = Tablet::start("measure-child", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock("2026-03-11T20:00:00").await?;
    tablet.open("/").await?;
    let passphrase = begin(&tablet).await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;
    tablet.tap("check", "加密").await?;
    tablet.tap("check", "带照片").await?;
    tablet.tap("button[data-name=export]", "导出").await?;
    tablet.tap("dialog button", "仍要导出").await?;
    let exported = std::fs::read_to_string(tablet.download("json").await?)?;
    let (child, package) = with_visits(&exported, 500)?;
    let file = tablet.downloads().join("many.zip");
    println!("a package of {:.1} MB", package.len() as f64 / 1e6);
    std::fs::write(&file, package)?;
    let from = Instant::now();
    tablet.upload("合并档案文件", &file).await?;
    tablet.see("预览").await?;
    tablet.tap("button[data-name=merge]", "合并").await?;
    tablet.see("已合并").await?;
    said("500 visits with 2,000 photos merged", from);
    tablet.tap("button", "锁定").await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see_gone("已锁定").await?;
    let mut times = Vec::new();
    for _ in 0..7 {
        tablet.open_here("/help").await?;
        let path = json!(format!("/pupils/{child}"));
        let time = tablet.script(UNTIL_PAINTED, vec![path, json!("第499次")]).await?;
        times.push(time.as_f64().unwrap_or_default());
    }
    println!(
        "a child with 500 visits and 2,000 photos opened: first {:.0} ms, then {:.0?} ms",
        times[0],
        &times[1..]
    );
    tablet.close().await?;
    Ok(())
}
