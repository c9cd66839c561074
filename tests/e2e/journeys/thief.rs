//! A thief with the tablet's disk: after a day of work, a dead battery in the midst of it and a lock, nothing of a child can be read
//! in the browser's profile, and nothing stands where a passer-by looks.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use super::steps::{begin, fixture, unlock};
use super::teacher::{agree_to_photos, photo};
use super::transfer::{SCHOOL_DAY, take_in_county};
use crate::harness::profile::search;
use crate::harness::{End, Host, LANDSCAPE, Step, Tablet, ensure};

/// Written in a database of the test's own: what the search must find, or it proves nothing.
const PLANTED: &str = "测试自己种下的字句";
/// Typed, and never saved.
const HALF: &str = "写到一半就没电了的句子";
const LESSON: &str = "认识水果店里五种水果";

/// Plants the words small and large (packed by the browser, kept beside the database), and in the page's own storage.
const PLANT: &str = "const [words] = arguments; return new Promise((done, failed) => {
  localStorage.setItem('planted', words);
  const asked = indexedDB.open('planted', 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore('a');
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const write = asked.result.transaction('a', 'readwrite');
    write.objectStore('a').put(words, 'small');
    write.objectStore('a').put(new Uint8Array(new TextEncoder().encode((words + ' ').repeat(9000))), 'large');
    write.oncomplete = () => { asked.result.close(); done(true); };
  };
});";

/// Where a passer-by looks: address, title, the page's own storage, names of caches and databases.
const LIES_OPEN: &str = "return (async () => JSON.stringify([location.href, document.title, history.state, { ...localStorage },
  { ...sessionStorage }, await caches.keys(), (await indexedDB.databases()).map((one) => one.name), window.name, document.cookie]))()";

/// Every name, number, telephone, address and free text of an exported register.
fn personal(value: &Value, into: &mut BTreeSet<String>) {
    const FIELDS: &[&str] = &[
        "name",
        "former_name",
        "id_no",
        "roll_no",
        "alt_no",
        "cert_no",
        "phone",
        "address",
        "household_address",
        "village",
        "safety_note",
        "diagnosis",
        "content",
        "route_note",
        "performance",
        "homework",
    ];
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                match value {
                    Value::String(text) if FIELDS.contains(&key.as_str()) => drop(into.insert(text.clone())),
                    value => personal(value, into),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| personal(item, into)),
        _ => {}
    }
}

/// The words that are worth a search: long enough, and no words of the program itself.
fn sought(all: &BTreeSet<String>, dist: &Path) -> Step<BTreeSet<String>> {
    let known = search(dist, all)?.hits;
    let ours = |word: &String| known.iter().any(|hit| hit.contains(&format!(": {word} (")));
    Ok(all.iter().filter(|word| word.chars().count() >= 2 && !ours(word)).cloned().collect())
}

async fn nothing_lies_open(tablet: &Tablet, words: &BTreeSet<String>) -> Step {
    let open = tablet.script(LIES_OPEN, vec![]).await?.to_string();
    let console = tablet.console().await?.join("\n");
    for word in words {
        ensure(!open.contains(word.as_str()), format!("{word} lies open: {open}"))?;
        ensure(!console.contains(word.as_str()), format!("{word} stands in the console"))?;
    }
    Ok(())
}

/// The profile of the ended browser holds the planted words, and none of the sought.
fn nothing_is_read(tablet: &Tablet, words: &BTreeSet<String>, when: &str) -> Step {
    let control = search(&tablet.profile(), &BTreeSet::from([PLANTED.to_owned()]))?;
    for place in ["IndexedDB", "Local Storage"] {
        let found = control.hits.iter().any(|hit| hit.contains(place));
        ensure(found, format!("{when}: the planted words are not found in {place}: {:?}", control.hits))?;
    }
    let looked = search(&tablet.profile(), words)?;
    println!(
        "{when}: {} words in {} files, {:.1} MB, {} pieces unpacked: {} found",
        words.len(),
        looked.files,
        looked.bytes as f64 / 1e6,
        looked.unpacked,
        looked.hits.len()
    );
    let hits: Vec<&String> = looked.hits.iter().take(20).collect();
    ensure(hits.is_empty(), format!("{when}: a thief reads {hits:#?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thief_reads_nothing_of_a_child_in_a_copied_profile() -> Step {
    let mut tablet = Tablet::start("thief", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    let passphrase = begin(&tablet).await?;
    tablet.script(PLANT, vec![json!(PLANTED)]).await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;

    // A day: searched, seen, visited with a photo and a signature, saved.
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "郝沐玉").await?;
    tablet.tap("row", "郝沐玉").await?;
    let child = tablet.path().await?;
    tablet.tap("link", "记录送教").await?;
    tablet.tap("radio", "完成").await?;
    agree_to_photos(&tablet).await?;
    tablet.tap("check", "精神好").await?;
    tablet.fill("教学内容", LESSON).await?;
    tablet.tap("radio", "独立完成").await?;
    tablet.fill("学生表现", "能指出三种").await?;
    tablet.tap("check", "亲子游戏").await?;
    tablet.fill("布置任务", "饭前指认水果").await?;
    tablet.upload("拍照", &photo()).await?;
    tablet.until("the photo is in the visit", async || tablet.has("image", "照片 1").await).await?;
    tablet.tap("radio", "是").await?;
    tablet.tap("button", "请监护人签字").await?;
    tablet.sign("监护人签名").await?;
    tablet.tap("button", "交还老师").await?;
    tablet.fill("老师输入口令返回", &passphrase).await?;
    tablet.tap("button", "返回记录").await?;
    tablet.see("最后看一遍").await?;
    tablet.tap("button", "保存送教记录").await?;
    tablet.see("送教记录已保存").await?;

    // Out in the clear and in again, and a backup.
    tablet.tap("link", "交接").await?;
    tablet.tap("check", "加密").await?;
    tablet.tap("check", "带照片").await?;
    tablet.tap("button[data-name=export]", "导出").await?;
    tablet.tap("dialog button", "仍要导出").await?;
    let plain = tablet.download("json").await?;
    let mut words = BTreeSet::from([HALF.to_owned(), passphrase.clone()]);
    personal(&serde_json::from_slice(&std::fs::read(&plain)?)?, &mut words);
    // The lock screen shows whose passphrases open, so the keyring tells it before anyone has unlocked.
    words.remove("周老师");
    ensure(words.contains("郝沐玉") && words.contains(LESSON), "the export does not hold what was written")?;
    tablet.upload("合并档案文件", &plain).await?;
    tablet.see("没有新内容").await?;
    tablet.upload("导入名册", &fixture("qinghe/roster-next-term.csv")).await?;
    tablet.see("档案会有变化").await?;
    tablet.tap("link", "备份").await?;
    tablet.tap("button", "备份到文件").await?;
    tablet.see("备份是好的").await?;
    let all = words.len();
    let words = sought(&words, &Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"))?;
    ensure(
        words.len() > 500 && words.len() * 10 > all * 9,
        format!("{} of {all} words are sought", words.len()),
    )?;

    // In the midst of a sentence the battery is dead.
    tablet.open_here(&child).await?;
    tablet.tap("link", "记录送教").await?;
    tablet.tap("radio", "部分完成").await?;
    tablet.fill("教学内容", HALF).await?;
    tablet.see("草稿已存").await?;
    nothing_lies_open(&tablet, &words).await?;
    tablet.end(End::Kill).await?;
    nothing_is_read(&tablet, &words, "killed while open")?;

    // Unlocked again: the sentence is there. Locked and closed, as in the evening.
    tablet.again().await?;
    tablet.open("/").await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see("没写完的记录").await?;
    tablet.tap("button", "锁定").await?;
    tablet.see("已锁定").await?;
    nothing_lies_open(&tablet, &words).await?;
    tablet.end(End::Quit).await?;
    nothing_is_read(&tablet, &words, "locked and closed")?;
    tablet.close().await?;
    Ok(())
}
