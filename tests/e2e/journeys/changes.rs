//! The next batch of lists: what changed since the last one, every child asked why; faulty files on the page of comparing, and
//! a worker that ends in the midst of it.

use std::path::{Path, PathBuf};

use baoxue::domain::identity::check_digit;

use super::steps::{begin, fixture};
use super::transfer::SCHOOL_DAY;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A valid number of the unassigned county.
pub fn id(birth: &str, sequence: u32) -> Step<String> {
    let body = format!("370299{birth}{sequence:03}");
    let check = check_digit(body.as_bytes()).ok_or("no check character")?;
    Ok(format!("{body}{}", char::from(check)))
}

/// A list as its office sends it, among the test's own files.
pub fn write(journey: &str, name: &str, day: &str, head: &str, rows: &[String]) -> Step<PathBuf> {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{journey}-{name}-{day}.csv"));
    std::fs::write(
        &path,
        format!("青禾县{name}\n填表单位:{name}办公室,填表时间:{day}\n{head}\n{}\n", rows.join("\n")),
    )?;
    Ok(path)
}

pub const HOUSEHOLD: &str = "姓名,性别,公民身份号码,户号,户主姓名,乡镇,村,人户状态";
pub const ROLL: &str = "学校名称,年级,班级,姓名,身份证件号,学籍号,现住址,就读方式,学生状态,监护人姓名";

/// The two lists of a day.
fn lists(
    journey: &str,
    day: &str,
    household: &[(&str, &str, &str)],
    roll: &[(&str, &str, &str)],
) -> Step<[PathBuf; 2]> {
    let household: Vec<String> = household
        .iter()
        .map(|(name, number, state)| format!("{name},,{number},1,户主甲,石桥镇,上张屯村,{state}"))
        .collect();
    let roll: Vec<String> = roll
        .iter()
        .map(|(name, number, class)| {
            format!("石桥中学,7年级,{class},{name},{number},,石桥镇,走读,在读,户主甲")
        })
        .collect();
    Ok([
        write(journey, "户籍适龄人口", day, HOUSEHOLD, &household)?,
        write(journey, "学籍信息表", day, ROLL, &roll)?,
    ])
}

pub async fn keep(tablet: &Tablet, files: &[PathBuf], said: &str) -> Step {
    for file in files {
        tablet.upload("收名单", file).await?;
        tablet.until("the file is read", async || Ok(!tablet.has("button", "取消").await?)).await?;
    }
    tablet.see(said).await?;
    tablet.tap("[data-name=keep-lists]", "").await?;
    tablet.see("现有名单").await
}

async fn next_batch(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    let [zhang, li, wang, zhao] =
        [id("20120505", 1)?, id("20130606", 2)?, id("20140707", 3)?, id("20150808", 4)?];
    tablet.tap("link", "比对").await?;
    tablet.tap("tab", "变化").await?;
    tablet.see("还没有旧批次").await?;
    tablet.tap("tab", "名单").await?;
    let first = lists(
        name,
        "2026-03-01",
        &[("张三", &zhang, "正常"), ("李四", &li, "正常"), ("王五", &wang, "正常")],
        &[("李四", &li, "1班")],
    )?;
    keep(&tablet, &first, "收下 2 份名单").await?;
    let next = lists(
        name,
        "2026-03-10",
        &[("张三", &zhang, "正常"), ("李四", &li, "正常"), ("王五", &wang, "迁出"), ("赵六", &zhao, "正常")],
        &[("李四", &li, "2班"), ("张三", &zhang, "1班")],
    )?;
    keep(&tablet, &next, "收下 2 份名单").await?;
    tablet.see("旧批次").await?;
    tablet.shot(&format!("{name}-lists")).await?;
    tablet.tap("tab", "变化").await?;
    tablet.see("与哪一天的名单比").await?;
    tablet.see("哪些列变了").await?;
    tablet.shot(&format!("{name}-figures")).await?;
    tablet.tap("button[data-name='a~left']", "").await?;
    tablet.see("离开 2 人").await?;
    tablet.see("有了学籍").await?;
    tablet.see("户籍：在本地 → 迁出").await?;
    tablet.tap("row", "王五").await?;
    tablet.see("原来为什么在这里").await?;
    tablet.see("“学籍”上没有").await?;
    tablet.see("户籍已迁出").await?;
    tablet.shot(&format!("{name}-why")).await?;
    if tablet.has("button", "返回变化").await? {
        tablet.tap("button", "返回变化").await?;
    } else {
        tablet.tap("button", "返回").await?;
        tablet.tap("button", "返回变化").await?;
    }
    tablet.tap("button[data-name='a~came']", "").await?;
    tablet.see("原来不在任何名单上").await?;
    tablet.tap("button", "返回变化").await?;
    tablet.tap("button", "班级 1").await?;
    tablet.see("学籍 · 班级：1班 → 2班").await?;
    tablet.shot(&format!("{name}-cells")).await?;
    tablet.tap("button", "返回变化").await?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("Compared with the lists of").await?;
    tablet.shot(&format!("{name}-en")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_batch_tells_who_came_who_left_and_why() -> Step {
    next_batch("changes", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_next_batch_tells_it_on_an_upright_tablet_too() -> Step {
    next_batch("changes-upright", PORTRAIT).await
}

/// Each faulty file gets its own sentence, and no list is kept.
#[tokio::test(flavor = "multi_thread")]
async fn faulty_files_keep_no_list() -> Step {
    let tablet = Tablet::start("faulty-lists", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    tablet.tap("link", "比对").await?;
    for (file, words) in [
        ("empty.xlsx", "这份文件是空的"),
        ("protected.xlsx", "这份文件加了密码"),
        ("web-page.xls", "这是网页，只是文件名像表格"),
        ("README.md", "看不出这是哪种名册"),
    ] {
        tablet.upload("收名单", &fixture(&format!("lists/{file}"))).await?;
        tablet.see(words).await?;
        ensure(!tablet.has("button[data-name=keep-lists]", "").await?, format!("{file} cannot be kept"))?;
    }
    let large = Path::new(env!("CARGO_TARGET_TMPDIR")).join("huge-list.xlsx");
    std::fs::File::create(&large)?.set_len(200 << 20)?;
    tablet.upload("收名单", &large).await?;
    tablet.see("名单不会这么大").await?;
    std::fs::remove_file(&large)?;
    ensure(!tablet.has("button[data-name=keep-lists]", "").await?, "200 MB cannot be kept")?;
    tablet.shot("faulty-lists").await?;
    tablet.tap("tab", "结果").await?;
    tablet.see("还没有名单").await?;
    tablet.close().await?;
    Ok(())
}

/// The browser ends the worker, for want of memory most often: the page says so, and reads the lists again when asked.
#[tokio::test(flavor = "multi_thread")]
async fn a_comparison_whose_worker_ended_says_so_and_can_be_made_again() -> Step {
    let tablet = Tablet::start("worker-ends", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    // Every worker of the page is known to the test.
    let watch = "const Real = Worker; window.Worker = class extends Real { constructor(...of) { super(...of); (window.workers ??= []).push(this); } };";
    tablet.script(watch, vec![]).await?;
    begin(&tablet).await?;
    let zhang = id("20120505", 1)?;
    let files = lists(
        "worker-ends",
        "2026-03-01",
        &[("张三", &zhang, "正常")],
        &[("李四", &id("20130606", 2)?, "1班")],
    )?;
    tablet.tap("link", "比对").await?;
    keep(&tablet, &files, "收下 2 份名单").await?;
    tablet.tap("tab", "结果").await?;
    tablet.see("有户籍、无学籍").await?;
    let end = "for (const worker of window.workers) { worker.terminate(); worker.dispatchEvent(new ErrorEvent('error')); }";
    tablet.script(end, vec![]).await?;
    tablet.tap("button[data-name=a]", "").await?;
    tablet.see("重新比对").await?;
    ensure(
        !tablet.text().await?.contains("0 人"),
        "an ended worker never passes for a county without suspects",
    )?;
    tablet.shot("worker-ended").await?;
    tablet.tap("button", "重新比对").await?;
    tablet.see("张三").await?;
    tablet.close().await?;
    Ok(())
}
