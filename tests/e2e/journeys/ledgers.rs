//! Ledgers: chosen, narrowed, laid out and kept; numbers masked until asked for, and the log says so; out as a workbook.

use super::steps::begin;
use super::transfer::{SCHOOL_DAY, take_in_county};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};
use baoxue::lists::read::read;
use baoxue::lists::sheet::{Cell, Sheet};

async fn ledgers(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    tablet.tap("link", "台账").await?;
    tablet.see("这本台账现在没有人").await?;
    tablet.shot(&format!("{name}-1-empty")).await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;
    tablet.see_gone("名册已导入").await?;

    tablet.tap("link", "台账").await?;
    tablet.see("170 人").await?;
    tablet.see("370299********").await?;
    tablet.shot(&format!("{name}-2-home")).await?;

    // Nothing is shown in full before it is asked for.
    tablet.tap("button", "显示完整号码").await?;
    tablet.see("将显示 170 名学生的证件号码和电话").await?;
    tablet.tap("button", "显示").await?;
    tablet.see_gone("370299********").await?;
    tablet.shot(&format!("{name}-3-numbers")).await?;
    tablet.tap("button", "遮住号码").await?;
    tablet.see("370299********").await?;

    // Narrowed by the kind of placement; the address says so, without a name.
    tablet.choose("安置形式", "送教上门(特教学校负责) 81").await?;
    tablet.see("81 人").await?;
    ensure(tablet.path().await?.contains("status=PL5"), "the filter stands in the address")?;

    // Columns: one out, one in, one moved.
    tablet.tap("button", "选择列").await?;
    tablet.see("已选的列").await?;
    tablet.shot(&format!("{name}-4-columns")).await?;
    tablet.tap("button", "去掉“民族”").await?;
    tablet.tap("check", "户籍地址").await?;
    tablet.tap("button", "把“姓名”往前移").await?;
    tablet.tap("button", "完成").await?;
    ensure(
        tablet.path().await?.contains("columns=n.town.village.name.duty_school"),
        "the columns stand in the address",
    )?;

    // Kept under a name, and found again.
    tablet.tap("button", "常用台账").await?;
    tablet.fill("名称", "特教学校送教").await?;
    tablet.tap("button", "存为常用").await?;
    tablet.see("已存为常用台账").await?;
    tablet.tap("button", "关闭").await?;
    tablet.tap("radio", "适龄儿童台账").await?;
    tablet.see("本学年适龄").await?;
    tablet.shot(&format!("{name}-5-age")).await?;
    tablet.tap("button", "常用台账").await?;
    tablet.tap("button", "特教学校送教").await?;
    tablet.see("81 人").await?;

    // Out as a workbook: text cells, the columns as they were laid out.
    tablet.tap("button", "导出表格").await?;
    tablet.see("导出 81 名学生，17 列").await?;
    tablet.see("这样的表格不能再导入").await?;
    tablet.tap("check", "包含完整的证件号码和电话").await?;
    tablet.see("会记入每名学生的查看记录").await?;
    tablet.settle().await?;
    tablet.shot(&format!("{name}-6-export")).await?;
    tablet.tap("button[data-name=export-ledger]", "导出").await?;
    tablet.see("台账已导出").await?;
    let file = tablet.download(".xlsx").await?;
    let named = file.file_name().is_some_and(|name| name == "送教上门台账-2026-03-11.xlsx");
    ensure(named, format!("named by kind and day: {}", file.display()))?;
    let book = read("台账.xlsx", &std::fs::read(&file)?).map_err(|why| format!("{why:?}"))?;
    let sheet = book.sheets.first().ok_or("a sheet")?;
    ensure(sheet.rows() == 3 + 81, format!("{} rows", sheet.rows()))?;
    ensure(whole_numbers(sheet) == 81, "every identity number is whole and text")?;

    // The log of a child's file tells of both.
    tablet.tap("row", "特殊教育学校").await?;
    tablet.tap("tab", "修改记录").await?;
    tablet.see("台账里的证件号码和电话").await?;
    tablet.see("导出的台账里的证件号码和电话").await?;
    tablet.tap("link", "台账").await?;
    tablet.see("170 人").await?;
    tablet.tap("button", "English").await?;
    tablet.see("Home-teaching ledger").await?;
    tablet.shot(&format!("{name}-7-english")).await?;
    tablet.close().await?;
    Ok(())
}

/// How many cells under 身份证号 are texts of 18 characters.
fn whole_numbers(sheet: &Sheet) -> usize {
    let heading = (0..sheet.columns()).find(|column| sheet.cell(2, *column) == Cell::Text("身份证号"));
    let Some(column) = heading else { return 0 };
    let whole = |row: &u32| matches!(sheet.cell(*row, column), Cell::Text(text) if text.len() == 18);
    (3..sheet.rows()).filter(whole).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn ledgers_on_a_tablet_held_across() -> Step {
    ledgers("ledgers", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn ledgers_on_a_tablet_held_upright() -> Step {
    ledgers("ledgers-upright", PORTRAIT).await
}
