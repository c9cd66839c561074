//! The ledger of school-age children over departments' lists and files: found, narrowed, a file opened, a child of the lists alone told
//! where it stands, out as a workbook that can be cancelled; and a heading corrected on the page of comparing, remembered.

use std::path::PathBuf;

use super::changes::{HOUSEHOLD, ROLL, id, keep, write};
use super::steps::begin;
use super::transfer::SCHOOL_DAY;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};
use baoxue::lists::read::read;
use baoxue::lists::sheet::Cell;

/// Children of the county's two lists; every third is on no roll.
const CHILDREN: u32 = 700;

fn lists(journey: &str) -> Step<[PathBuf; 2]> {
    let (mut household, mut roll) = (Vec::new(), Vec::new());
    for n in 0..CHILDREN {
        let number = id(&format!("2013{:02}{:02}", n % 12 + 1, n % 28 + 1), n)?;
        let name = match n {
            0 => "欧阳小山".to_owned(),
            _ => format!("学生{}", ["甲", "乙", "丙", "丁"][n as usize % 4]),
        };
        let guardian = ["户主甲", "户主乙", "户主丙", "户主丁", "户主戊"][n as usize % 5];
        let town = ["石桥镇", "北岭镇"][n as usize % 2];
        household.push(format!("{name},,{number},{n},{guardian},{town},上张屯村,正常"));
        if n % 3 != 0 {
            roll.push(format!("石桥中学,7年级,1班,{name},{number},,{town},走读,在读,{guardian}"));
        }
    }
    Ok([
        write(journey, "户籍适龄人口", "2026-03-01", HOUSEHOLD, &household)?,
        write(journey, "学籍信息表", "2026-03-01", ROLL, &roll)?,
    ])
}

async fn school_age(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    tablet.tap("link", "台账").await?;
    tablet.tap("radio", "适龄儿童台账").await?;
    tablet.see("这里现在只有建了档的学生").await?;
    tablet.shot(&format!("{name}-1-no-lists")).await?;
    tablet.tap("link", "去“比对”收名单").await?;
    keep(&tablet, &lists(name)?, "收下 2 份名单").await?;
    tablet.tap("tab", "结果").await?;
    tablet.tap("button", "为 234 名学生立个案").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("已立 234 件个案").await?;

    // Lists and files together: those with a case are told by it, the others by the lists.
    tablet.tap("link", "台账").await?;
    tablet.tap("radio", "适龄儿童台账").await?;
    tablet.see("各部门最近一批名单上的适龄儿童").await?;
    tablet.see("700 人").await?;
    tablet.see("疑似：立案核查中").await?;
    tablet.see("370299********").await?;
    tablet.shot(&format!("{name}-2-rolls")).await?;
    tablet.choose("就学状态", "疑似：立案核查中 234").await?;
    tablet.see("234 人").await?;
    tablet.choose("乡镇", "石桥镇 117").await?;
    tablet.see("117 人").await?;
    let path = tablet.path().await?;
    ensure(
        path.contains("status=SUSPECTED") && !path.contains("石桥"),
        "codes stand in the address, no place",
    )?;
    tablet.tap("button", "清除筛选").await?;
    tablet.choose("年龄", "12 周岁").await?;
    tablet.see_gone("700 人").await?;
    tablet.tap("button", "清除筛选").await?;
    tablet.see("700 人").await?;

    // Found by initials; a child with a file opens it.
    tablet.fill("在台账里查找", "oyxs").await?;
    tablet.see_gone("700 人").await?;
    ensure(!tablet.path().await?.contains("oyxs"), "what is typed stands in no address")?;
    tablet.tap("row", "欧阳小山").await?;
    tablet.tap("tab", "档案").await?;
    tablet.see("欧阳小山").await?;
    tablet.tap("link", "台账").await?;
    tablet.tap("radio", "适龄儿童台账").await?;

    // One whom the lists alone name says where it stands.
    tablet.choose("就学状态", "在籍 466").await?;
    tablet.see("466 人").await?;
    tablet.see("仅名单").await?;
    tablet.tap("row", "学生丁").await?;
    tablet.see("这名学生还没有档案").await?;
    tablet.see("第").await?;
    tablet.settle().await?;
    tablet.shot(&format!("{name}-3-only-listed")).await?;
    tablet.tap("button", "关闭").await?;

    // Out as a workbook: given up once, then written whole.
    tablet.tap("button", "清除筛选").await?;
    tablet.see("700 人").await?;
    tablet.tap("button", "导出表格").await?;
    tablet.see("导出 700 名学生").await?;
    tablet.tap("check", "包含完整的证件号码和电话").await?;
    hold_workers(&tablet).await?;
    tablet.tap("button[data-name=export-ledger]", "导出").await?;
    tablet.see("正在写表格").await?;
    tablet.shot(&format!("{name}-4-writing")).await?;
    tablet.tap("button[data-name=stop-export]", "取消").await?;
    tablet.see("已取消，没有导出").await?;
    release_workers(&tablet).await?;
    tablet.tap("button", "导出表格").await?;
    tablet.tap("button[data-name=export-ledger]", "导出").await?;
    tablet.see("台账已导出").await?;
    let file = tablet.download(".xlsx").await?;
    let book = read("台账.xlsx", &std::fs::read(&file)?).map_err(|why| format!("{why:?}"))?;
    let sheet = book.sheets.first().ok_or("a sheet")?;
    ensure(sheet.rows() == 3 + CHILDREN, format!("{} rows", sheet.rows()))?;
    let heading = (0..sheet.columns()).find(|column| sheet.cell(2, *column) == Cell::Text("身份证号"));
    let column = heading.ok_or("a column of numbers")?;
    let whole = |row: &u32| matches!(sheet.cell(*row, column), Cell::Text(text) if text.len() == 18);
    ensure((3..sheet.rows()).filter(whole).count() == CHILDREN as usize, "every number is whole and text")?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("School-age children of the departments").await?;
    tablet.shot(&format!("{name}-5-english")).await?;
    tablet.close().await?;
    Ok(())
}

/// Answers of workers are held back from the page until they are let go: work that takes its time.
async fn hold_workers(tablet: &Tablet) -> Step {
    let hold = "window.held = []; window.realPost = Worker.prototype.postMessage;
        Worker.prototype.postMessage = function (...of) { window.held.push([this, of]); };";
    tablet.script(hold, vec![]).await?;
    Ok(())
}

async fn release_workers(tablet: &Tablet) -> Step {
    let release = "Worker.prototype.postMessage = window.realPost;
        for (const [worker, of] of window.held) worker.postMessage(...of); window.held = [];";
    tablet.script(release, vec![]).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_of_school_age_children_is_a_view_over_lists_and_files() -> Step {
    school_age("rolls", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_of_school_age_children_on_an_upright_tablet() -> Step {
    school_age("rolls-upright", PORTRAIT).await
}

/// A heading that nobody expects is said once on the page of comparing; the department's next list is proposed so already. And the
/// look back at the earlier list can be given up.
#[tokio::test(flavor = "multi_thread")]
async fn a_heading_corrected_while_comparing_is_remembered_for_the_department() -> Step {
    let tablet = Tablet::start("mapping", PORTRAIT, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    let head = HOUSEHOLD.replace("乡镇", "备用二");
    let list = |day: &str, names: &[&str]| {
        let rows: Vec<String> = names
            .iter()
            .zip(1..)
            .map(|(name, n)| Ok(format!("{name},,{},{n},户主甲,石桥镇,上张屯村,正常", id("20120505", n)?)))
            .collect::<Step<_>>()?;
        write("mapping", "户籍适龄人口", day, &head, &rows)
    };
    tablet.tap("link", "比对").await?;
    tablet.upload("收名单", &list("2026-03-01", &["张三", "李四"])?).await?;
    tablet.see("收下 1 份名单").await?;
    tablet.tap("button", "各列的含义").await?;
    ensure(chosen(&tablet, "乡镇").await?.is_empty(), "nobody expects this heading")?;
    tablet.choose("乡镇", "备用二").await?;
    tablet.see("收下 1 份名单").await?;
    tablet.shot("mapping-1-corrected").await?;
    tablet.tap("[data-name=keep-lists]", "").await?;
    tablet.see("学龄人口与安置").await?;
    tablet.tap("tab", "名单").await?;
    tablet.upload("收名单", &list("2026-03-10", &["张三", "李四", "王五"])?).await?;
    tablet.see("收下 1 份名单").await?;
    tablet.tap("button", "各列的含义").await?;
    ensure(chosen(&tablet, "乡镇").await?.contains("备用二"), "the department's heading is known")?;
    tablet.shot("mapping-2-remembered").await?;
    tablet.tap("[data-name=keep-lists]", "").await?;
    tablet.see("旧批次").await?;
    // It is the town, too, in what came of it.
    tablet.tap("link", "台账").await?;
    tablet.tap("radio", "适龄儿童台账").await?;
    tablet.see("3 人").await?;
    tablet.choose("乡镇", "石桥镇 3").await?;

    tablet.tap("link", "比对").await?;
    tablet.tap("tab", "结果").await?;
    tablet.see("学龄人口与安置").await?;
    hold_workers(&tablet).await?;
    tablet.tap("tab", "变化").await?;
    tablet.see("正在读旧名单").await?;
    tablet.tap("button", "取消").await?;
    tablet.see("看变化").await?;
    release_workers(&tablet).await?;
    tablet.tap("button", "看变化").await?;
    tablet.see("疑似与差异").await?;
    tablet.close().await?;
    Ok(())
}

/// The words of the chosen entry of a list.
async fn chosen(tablet: &Tablet, label: &str) -> Step<String> {
    let list = tablet.find("list", label).await?;
    let words = "return arguments[0].value === '' ? '' : arguments[0].selectedOptions[0].text;";
    let found = tablet.script(words, vec![list.to_json()?]).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}
