//! Departments' lists taken in: both at once, corrected, chosen field by field, taken back; and faulty files, which change nothing.

use std::path::Path;

use super::steps::{begin, begin_as, fixture};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning, in the tablet's own zone.
pub const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// A begun register, at the transfer page; gives the passphrase.
pub async fn begin_at_transfer(tablet: &Tablet) -> Step<String> {
    let passphrase = begin(tablet).await?;
    tablet.tap("link", "交接").await?;
    tablet.see("导入名册").await?;
    Ok(passphrase)
}

/// The county's two lists, chosen together and in the wrong order.
pub async fn take_in_county(tablet: &Tablet) -> Step {
    choose_county(tablet).await?;
    tablet.see("新增 52").await?;
    tablet.see("新增 170").await?;
    tablet.tap("button", "导入").await?;
    tablet.see("名册已导入").await
}

async fn choose_county(tablet: &Tablet) -> Step {
    let (roster, schools) =
        (fixture("qinghe/09-教育-送教上门名册.xlsx"), fixture("qinghe/01-教育-学校名录.xlsx"));
    let both = [roster, schools].map(|path| path.display().to_string()).join("\n");
    tablet.upload("导入名册", Path::new(&both)).await
}

async fn lists_in(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin_at_transfer(&tablet).await?;
    tablet.shot(&format!("{name}-1-empty")).await?;
    choose_county(&tablet).await?;
    tablet.see("新增 170").await?;
    tablet.see("读到 54 行：采用 52，合计、备注等 2").await?;
    tablet.shot(&format!("{name}-2-preview")).await?;
    tablet.tap("button", "各列的含义").await?;
    tablet.shot(&format!("{name}-3-columns")).await?;
    tablet.tap("button", "导入").await?;
    tablet.see("名册已导入").await?;
    tablet.see("刚导入了名册").await?;
    tablet.shot(&format!("{name}-4-taken")).await?;

    // The same files again bring nothing.
    choose_county(&tablet).await?;
    tablet.see("没有新内容").await?;
    ensure(!tablet.has("button[data-name=take-in]", "导入").await?, "nothing new can be taken in")?;
    tablet.tap("button", "不导入了").await?;
    tablet.see_gone("没有新内容").await?;

    // Taken back: no pupil is left, and the same lists are new once more.
    tablet.tap("button", "撤销这次导入").await?;
    tablet.see("已回到导入之前").await?;
    tablet.tap("link", "学生").await?;
    tablet.see_gone("郝沐玉").await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_in_on_a_tablet_held_across() -> Step {
    lists_in("lists", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_in_on_a_tablet_held_upright() -> Step {
    lists_in("lists-upright", PORTRAIT).await
}

/// Next term's list in other words: a column is said once and remembered; what a person wrote is kept unless chosen otherwise.
#[tokio::test(flavor = "multi_thread")]
async fn a_column_is_corrected_once_and_what_a_person_wrote_is_kept() -> Step {
    let tablet = Tablet::start("next-term", PORTRAIT, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin_at_transfer(&tablet).await?;
    take_in_county(&tablet).await?;
    edit_first(&tablet, "现住址", "青禾县云岭镇大黄泥村三组").await?;

    tablet.tap("link", "交接").await?;
    let list = fixture("qinghe/roster-next-term.csv");
    tablet.upload("导入名册", &list).await?;
    tablet.see("1 份档案会有变化").await?;
    tablet.see("有人工填写的内容").await?;
    ensure(!tablet.text().await?.contains("18419920829"), "the phone's column is not known yet")?;
    tablet.tap("button", "各列的含义").await?;
    tablet.choose("联系电话", "备用一").await?;
    tablet.see("联系电话：用名册的").await?;
    tablet.shot("next-term-1-changes").await?;
    let address = tablet.find("check", "现住址：用名册的").await?;
    ensure(address.attr("aria-checked").await?.as_deref() == Some("false"), "what a person wrote is kept")?;
    let phone = tablet.find("check", "联系电话：用名册的").await?;
    ensure(phone.attr("aria-checked").await?.as_deref() == Some("true"), "what a list wrote is renewed")?;
    tablet.tap("button", "导入").await?;
    tablet.see("名册已导入").await?;

    // The column is remembered; the address is offered again, and nothing else.
    tablet.upload("导入名册", &list).await?;
    tablet.see("1 份档案会有变化").await?;
    ensure(!tablet.has("check", "联系电话：用名册的").await?, "the phone is as the list says")?;
    tablet.see("没有新内容").await?;
    // The messages of the saves lie over the foot of an upright page until they go.
    tablet.see_gone("名册已导入").await?;
    tablet.tap("check", "现住址：用名册的").await?;
    tablet.tap("button", "导入").await?;
    tablet.see("名册已导入").await?;
    tablet.upload("导入名册", &list).await?;
    tablet.see("没有新内容").await?;
    ensure(!tablet.text().await?.contains("份档案会有变化"), "everything is as the list says")?;
    tablet.close().await?;
    Ok(())
}

/// Who begins the register and teaches by the roster is asked once, and finds their own pupils on Today.
#[tokio::test(flavor = "multi_thread")]
async fn the_person_at_the_tablet_is_a_teacher_on_the_roster() -> Step {
    let tablet = Tablet::start("namesake", PORTRAIT, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin_as(&tablet, "孙涛熙").await?;
    tablet.tap("link", "交接").await?;
    tablet.see("导入名册").await?;
    choose_county(&tablet).await?;
    tablet.see("名册里也有教师“孙涛熙”").await?;
    tablet.see("请先回答").await?;
    ensure(!tablet.has("button[data-name=take-in]", "导入").await?, "nothing is taken in before the answer")?;
    tablet.shot("namesake-1-asked").await?;
    tablet.tap("radio", "是我，在云岭中学").await?;
    tablet.see("新增 339").await?;
    tablet.shot("namesake-2-answered").await?;
    tablet.tap("button", "导入").await?;
    tablet.see("名册已导入").await?;
    tablet.tap("link", "今日").await?;
    tablet.see("郝沐玉").await?;
    tablet.shot("namesake-3-today").await?;

    // The file says now where the person teaches: nobody is asked again.
    tablet.tap("link", "交接").await?;
    choose_county(&tablet).await?;
    tablet.see("没有新内容").await?;
    tablet.close().await?;
    Ok(())
}

/// Opens 郝沐玉 and writes into a field of the child's own page.
pub async fn edit_first(tablet: &Tablet, field: &str, text: &str) -> Step {
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.tap("tab", "档案").await?;
    tablet.tap("link", "修改郝沐玉").await?;
    tablet.fill(field, text).await?;
    tablet.tap("button", "保存").await?;
    tablet.see("还差").await?;
    tablet.tap("button", "先保存，以后补").await?;
    tablet.see("学生基本信息已保存").await
}

async fn issues_heading(tablet: &Tablet) -> Step<String> {
    let text = tablet.text().await?;
    let line = text.lines().find(|line| line.contains("处需要看一看"));
    Ok(line.unwrap_or_default().to_owned())
}

/// Each faulty file gets its own sentence, and nothing is changed.
#[tokio::test(flavor = "multi_thread")]
async fn faulty_lists_are_refused_with_a_sentence_each() -> Step {
    let tablet = Tablet::start("faulty", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin_at_transfer(&tablet).await?;
    for (file, words) in [
        ("empty.xlsx", "这份文件是空的"),
        ("protected.xlsx", "这份文件加了密码"),
        ("protected.ods", "这份文件加了密码"),
        ("endless.ods", "删去名单以外的内容后另存"),
        ("web-page.xls", "这是网页，只是文件名像表格"),
        ("README.md", "看不出这是哪种名册"),
    ] {
        tablet.upload("导入名册", &fixture(&format!("lists/{file}"))).await?;
        tablet.see(words).await?;
        ensure(
            !tablet.has("button[data-name=take-in]", "导入").await?,
            format!("{file} cannot be taken in"),
        )?;
    }
    // 200 MB, without a byte on the disk.
    let large = Path::new(env!("CARGO_TARGET_TMPDIR")).join("huge.xlsx");
    std::fs::File::create(&large)?.set_len(200 << 20)?;
    tablet.upload("导入名册", &large).await?;
    tablet.see("名单不会这么大").await?;
    std::fs::remove_file(&large)?;
    tablet.shot("faulty-1").await?;

    // A list with a fault a row: what is wrong stands grouped, with cell and advice.
    tablet.upload("导入名册", &fixture("lists/faults.xlsx")).await?;
    tablet.see("处需要看一看").await?;
    tablet.see("档案里没有这所学校").await?;
    tablet.tap("button", "身份证号").await?;
    tablet.shot("faulty-2-issues").await?;

    // The workbook goes back with its marks, and has the very same faults when it comes again.
    let found = issues_heading(&tablet).await?;
    tablet.tap("button", "下载改正用表").await?;
    tablet.see("改正用表已下载").await?;
    let marked = tablet.download("faults-批注.xlsx").await?;
    tablet.tap("button", "不导入了").await?;
    tablet.upload("导入名册", &marked).await?;
    tablet.see("档案里没有这所学校").await?;
    let again = issues_heading(&tablet).await?;
    ensure(found == again, format!("{found} before the marks, {again} with them"))?;
    tablet.shot("faulty-3-marked").await?;
    tablet.tap("button", "不导入了").await?;
    tablet.upload("导入名册", &fixture("lists/missing-column.xlsx")).await?;
    tablet.see("缺必需的列").await?;
    tablet.tap("button", "不导入了").await?;

    // Without the worker's module nothing is read, and that is said.
    let moved = "document.documentElement.setAttribute('data-worker', '/no-such-module.js')";
    tablet.script(moved, vec![]).await?;
    tablet.upload("导入名册", &fixture("qinghe/01-教育-学校名录.xlsx")).await?;
    tablet.see("读文件的程序没有启动").await?;
    tablet.close().await?;
    Ok(())
}
