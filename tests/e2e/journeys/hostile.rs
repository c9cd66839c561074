//! Hostile words in every place where a person, a list or another tablet may put them: they are shown as what they are, on every
//! page and paper, run nothing and turn nothing around.

use std::path::Path;

use serde_json::json;

use super::steps::{fixture, type_shown_words, unlock};
use super::transfer::{SCHOOL_DAY, take_in_county};
use crate::harness::{Host, LANDSCAPE, Step, Tablet, ensure};

const MARKUP: &str = "<img src=x onerror=ran(1)><script>ran(2)</script>{{ran(3)}}";
/// Right-to-left from here on, and never closed.
const TURNED: &str = "\u{202e}gpj.exe";

/// What must hold wherever hostile words may stand: nothing ran, no element was made of them, and no direction leaks out.
const STANDS: &str = "const all = [...document.querySelectorAll('*')];
  const handlers = all.filter((one) => one.getAttributeNames().some((name) => name.startsWith('on')));
  const made = all.filter((one) => one.matches('img[src=x], script:not([src])'));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const loose = [];
  while (walker.nextNode()) {
    if (!walker.currentNode.data.includes('\\u202e')) continue;
    const style = getComputedStyle(walker.currentNode.parentElement);
    const apart = style.unicodeBidi.startsWith('isolate') || style.unicodeBidi === 'plaintext' || !style.display.startsWith('inline');
    if (!apart) loose.push(walker.currentNode.parentElement.outerHTML.slice(0, 200));
  }
  return { ran: window.hits || [], handlers: handlers.length, made: made.length, loose };";

const LISTEN: &str = "window.hits = []; window.ran = (what) => window.hits.push(what); window.alert = (what) => window.hits.push(what);";

const WRITE: &str = "const [field, text] = arguments; const kind = field.tagName === 'TEXTAREA' ? HTMLTextAreaElement : HTMLInputElement;
  field.focus(); Object.getOwnPropertyDescriptor(kind.prototype, 'value').set.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true })); field.dispatchEvent(new Event('change', { bubbles: true }));";

async fn stands(tablet: &Tablet, place: &str) -> Step {
    tablet.settle().await?;
    let found = tablet.script(STANDS, vec![]).await?;
    let wanted = json!({"ran": [], "handlers": 0, "made": 0, "loose": []});
    ensure(found == wanted, format!("{place}: {found}"))
}

async fn write(tablet: &Tablet, label: &str, text: &str) -> Step {
    let field = tablet.find("field", label).await?;
    tablet.script(WRITE, vec![field.to_json()?, json!(text)]).await?;
    tablet.settle().await
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_words_are_words_on_every_page_and_paper() -> Step {
    let tablet = Tablet::start("hostile", LANDSCAPE, Host::WithHeaders).await?;
    tablet.at_every_load(LISTEN).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "建立档案").await?;
    write(&tablet, "档案名称", &format!("青禾县{TURNED}{MARKUP}")).await?;
    tablet.fill("您的姓名", "周老师").await?;
    let passphrase = type_shown_words(&tablet).await?;
    tablet.tap("button", "建立档案").await?;
    tablet.see("恢复码不保存在平板上").await?;
    stands(&tablet, "the sheet").await?;
    tablet.tap("check", "我已把恢复码").await?;
    tablet.tap("button", "进入档案").await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;

    // A list whose cells, headings and file's name are hostile.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let list = folder.join("\u{202e}<img src=x onerror=ran(4)>.csv");
    let rows = std::fs::read_to_string(fixture("qinghe/roster-next-term.csv"))?;
    let evil = format!("\"{MARKUP}{TURNED}\"");
    let rows = rows
        .replace("青禾县云岭镇小黄泥村", &evil)
        .replace("常曦馨", "=HYPERLINK(1)")
        .replace("备用一", &evil);
    std::fs::write(&list, rows)?;
    tablet.upload("导入名册", &list).await?;
    tablet.see("预览").await?;
    stands(&tablet, "the preview").await?;
    tablet.tap("button", "各列的含义").await?;
    stands(&tablet, "the columns").await?;
    tablet.shot("hostile-preview").await?;
    tablet.tap("button", "不导入了").await?;
    std::fs::remove_file(&list)?;

    // Typed into a child's file, and a megabyte beside it.
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "郝沐玉").await?;
    tablet.tap("row", "郝沐玉").await?;
    let child = tablet.path().await?;
    tablet.tap("tab", "档案").await?;
    tablet.tap("link", "修改郝沐玉").await?;
    write(&tablet, "安全提示", &format!("{MARKUP}{TURNED}")).await?;
    write(&tablet, "现住址", &format!("{TURNED}{MARKUP}")).await?;
    write(&tablet, "备注", &"长".repeat(1_000_000)).await?;
    tablet.tap("button", "保存").await?;
    tablet.tap("button", "先保存，以后补").await?;
    tablet.see("学生基本信息已保存").await?;
    for (place, words) in
        [("", "onerror=ran(1)"), ("?tab=file", "onerror=ran(1)"), ("?tab=history", "onerror=ran(1)")]
    {
        tablet.open_here(&format!("{}{place}", child.split('?').next().unwrap_or_default())).await?;
        tablet.see(words).await?;
        stands(&tablet, place).await?;
    }
    tablet.shot("hostile-child").await?;
    tablet.tap("link", "记录送教").await?;
    tablet.see("onerror=ran(1)").await?;
    stands(&tablet, "the visit").await?;
    // As it goes to paper.
    tablet.open_here(child.split('?').next().unwrap_or_default()).await?;
    tablet.see("onerror=ran(1)").await?;
    tablet.cdp("Emulation.setEmulatedMedia", json!({"media": "print"})).await?;
    stands(&tablet, "the paper").await?;
    tablet.shot("hostile-paper").await?;
    tablet.cdp("Emulation.setEmulatedMedia", json!({"media": ""})).await?;
    for page in ["/", "/pupils", "/ledgers", "/worklist", "/transfer", "/safe", "/settings", "/people"] {
        tablet.open_here(page).await?;
        tablet.find("main", "").await?;
        stands(&tablet, page).await?;
    }
    tablet.tap("button", "锁定").await?;
    tablet.see("已锁定").await?;
    stands(&tablet, "the lock").await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see_gone("已锁定").await?;
    tablet.close().await?;
    Ok(())
}
