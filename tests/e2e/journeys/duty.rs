//! Responsibility and departments: groups, documents, the year of meetings, duty letters, the assessment, the red line and its
//! trace; minimal lists out, written down.

use super::steps::{begin, fixture};
use super::teacher::photo;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};
use baoxue::lists::read::read;
use baoxue::lists::sheet::Cell;

/// A Wednesday of the spring term, mid-morning, in the tablet's own zone.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

async fn quiet(tablet: &Tablet) -> Step {
    tablet.until("no message is in the way", async || Ok(!tablet.has(".toast", "").await?)).await
}

async fn save(tablet: &Tablet) -> Step {
    tablet.tap("button[data-name=save-record]", "保存").await?;
    tablet.until("the panel is closed", async || Ok(!tablet.has("dialog", "").await?)).await
}

/// The practice register has them all: every page with something on it, in both languages, and every paper.
async fn practice(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("党组议定事项").await?;
    tablet.see("更新三本台账").await?;
    tablet.shot(&format!("{name}-0-today")).await?;
    tablet.tap("link", "责任").await?;
    tablet.see("控辍保学工作领导小组").await?;
    tablet.see("3 所学校中 3 所已登记校长").await?;
    tablet.shot(&format!("{name}-1-groups")).await?;
    tablet.tap("tab", "文件").await?;
    tablet.see("试行").await?;
    tablet.see("由“关于进一步加强控辍保学工作的通知”替代").await?;
    tablet.shot(&format!("{name}-2-documents")).await?;
    tablet.tap("tab", "党组议题").await?;
    tablet.choose("党组议题", "2025 年").await?;
    tablet.see("缺议题的月份：2025年11月").await?;
    tablet.see("首周开会 7／9 个月").await?;
    tablet.shot(&format!("{name}-3-agenda")).await?;
    tablet.tap("tab", "责任书").await?;
    tablet.see("已签 2／3").await?;
    tablet.shot(&format!("{name}-4-letters")).await?;
    tablet.tap("radio", "县政府与乡镇").await?;
    tablet.see("已拟，未签").await?;
    tablet.tap("radio", "教育局与学校").await?;
    tablet.tap("link", "打印全部").await?;
    tablet.see("打印人").await?;
    tablet.see("坚决杜绝因学习成绩让学生回家或劝退").await?;
    tablet.shot(&format!("{name}-5-letter-paper")).await?;
    tablet.tap("link", "返回").await?;
    tablet.tap("tab", "考核").await?;
    tablet.see("本县还没有定考核项目").await?;
    tablet.shot(&format!("{name}-6-score")).await?;
    tablet.tap("button", "青禾县云岭镇中心小学").await?;
    tablet.see("抽查两份档案缺监护人签字").await?;
    tablet.see("资助名单和发放记录齐全").await?;
    tablet.shot(&format!("{name}-7-sheet")).await?;
    let total = tablet.words("[data-name=total]", "").await?;

    // Closed: the sheet is kept as it is, signed; what is taken off afterwards changes what is counted, never the sheet.
    tablet.tap("button[data-name=close-sheet]", "定稿").await?;
    tablet.see("以后不会变").await?;
    tablet.tap("button[data-name=confirm]", "定稿").await?;
    tablet.see("现在算出来的与定稿一致").await?;
    quiet(&tablet).await?;
    tablet.tap("button", "看现在的").await?;
    tablet.tap("button", "给“人籍一致”扣分").await?;
    tablet.fill("扣分", "2").await?;
    tablet.fill("原因", "两名学生学籍未转").await?;
    save(&tablet).await?;
    tablet.see("与定稿相差 2 分").await?;
    tablet.tap("button", "看定稿").await?;
    tablet
        .until("the closed sheet is as it was", async || {
            Ok(tablet.words("[data-name=total]", "").await? == total)
        })
        .await?;
    quiet(&tablet).await?;
    tablet.shot(&format!("{name}-8-closed")).await?;
    tablet.tap("link", "打印考核表").await?;
    tablet.see("控辍保学年终考核表").await?;
    tablet.shot(&format!("{name}-9-score-paper")).await?;
    tablet.tap("link", "责任").await?;
    tablet.tap("tab", "底线").await?;
    tablet.see("撤销认定").await?;
    tablet.see("到校核实并回访家长").await?;
    tablet.shot(&format!("{name}-10-red")).await?;

    // A child's file names who answers for the child.
    tablet.tap("link", "学生").await?;
    tablet.tap("row", "村").await?;
    tablet.tap("tab", "档案").await?;
    tablet.see("责任链").await?;
    let card = tablet.find("[data-name=chain]", "").await?;
    card.scroll_into_view().await?;
    tablet.shot(&format!("{name}-11-chain")).await?;

    tablet.tap("link", "部门").await?;
    tablet.see("还没有部门名单").await?;
    tablet.shot(&format!("{name}-12-departments")).await?;
    tablet.tap("button", "English").await?;
    tablet.see("Departments").await?;
    tablet.shot(&format!("{name}-13-departments-en")).await?;
    tablet.tap("link", "Duty").await?;
    tablet.see("First responsible in the schools").await?;
    for (at, tab) in ["Documents", "Agenda", "Duty letters", "Assessment", "Red line"].iter().enumerate() {
        tablet.tap("tab", tab).await?;
        quiet(&tablet).await?;
        tablet.shot(&format!("{name}-14-{at}-en")).await?;
    }
    tablet.open_here("/duty/print/letters/TOWN_VILLAGE").await?;
    tablet.see("Red line. No pupil is sent home").await?;
    tablet.shot(&format!("{name}-15-letter-en")).await?;
    tablet.close().await?;
    Ok(())
}

/// From nothing: a county enters its groups, its meeting, a letter, a red line; each where it is asked for.
async fn from_nothing(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    tablet.tap("link", "学校").await?;
    tablet.tap("button", "添加学校").await?;
    tablet.fill("学校标识码", "3702900001").await?;
    tablet.fill("学校名称", "清溪小学").await?;
    tablet.tap("button", "学校类别").await?;
    tablet.tap(".pick", "小学").await?;
    tablet.fill("所在乡镇", "清溪街道").await?;
    tablet.fill("校长", "石校长").await?;
    save(&tablet).await?;
    tablet.tap("link", "责任").await?;
    tablet.see("还没有领导小组和工作小组").await?;
    quiet(&tablet).await?;
    tablet.shot(&format!("{name}-1-empty")).await?;
    for (tab, words) in [
        ("文件", "还没有文件"),
        ("党组议题", "这一年还没有议题记录"),
        ("考核", "清溪小学"),
        ("底线", "没有底线事项"),
    ] {
        tablet.tap("tab", tab).await?;
        tablet.see(words).await?;
        tablet.shot(&format!("{name}-2-{tab}")).await?;
    }
    tablet.tap("tab", "组织").await?;
    tablet.tap("button", "添加小组").await?;
    tablet.fill("小组名称", "控辍保学领导小组").await?;
    tablet.fill("成立日期", "2026-01-05").await?;
    tablet.shot(&format!("{name}-3-form")).await?;
    save(&tablet).await?;
    tablet.tap("button", "添加成员").await?;
    tablet.fill("姓名", "赵明").await?;
    tablet.tap("radio", "组长").await?;
    tablet.fill("单位和职务", "副县长").await?;
    save(&tablet).await?;
    tablet.see("赵明").await?;

    // The year: January and February were missed, March is held late.
    tablet.tap("tab", "党组议题").await?;
    tablet.see("缺议题的月份：2026年1月、2026年2月、2026年3月").await?;
    tablet.tap("button", "2026年3月").await?;
    tablet.fill("开会日期", "2026-03-10").await?;
    tablet.fill("会议纪要", "逐一研究未返校学生。").await?;
    save(&tablet).await?;
    tablet.see("晚开").await?;
    tablet.see("缺议题的月份：2026年1月、2026年2月").await?;
    tablet.tap("button", "添加议定事项").await?;
    tablet.fill("要做什么", "核对残联名单").await?;
    tablet.tap("radio", "周老师").await?;
    tablet.fill("完成期限", "2026-03-13").await?;
    save(&tablet).await?;
    tablet.see("核对残联名单").await?;
    quiet(&tablet).await?;
    tablet.upload("扫描页", &photo()).await?;
    tablet.see("已保存").await?;
    quiet(&tablet).await?;
    tablet.shot(&format!("{name}-4-agenda")).await?;
    tablet.tap("link", "打印").await?;
    tablet.see("党组会议控辍保学议题单").await?;
    tablet.shot(&format!("{name}-5-agenda-paper")).await?;
    tablet.tap("link", "今日").await?;
    tablet.see("核对残联名单").await?;

    // The school has no letter: one tap writes it, with the principal filled in.
    tablet.tap("link", "责任").await?;
    tablet.tap("tab", "责任书").await?;
    tablet.see("没有责任书").await?;
    tablet.shot(&format!("{name}-6-letters")).await?;
    tablet.tap("button", "拟责任书 清溪小学").await?;
    tablet.fill("签订日期", "2026-03-11").await?;
    tablet.shot(&format!("{name}-7-letter")).await?;
    save(&tablet).await?;
    tablet.see("2026年3月11日签").await?;
    tablet.see("已签 1／1").await?;

    // The red line: recorded, it blocks the assessment; removed with its reason, both stand there.
    tablet.tap("tab", "底线").await?;
    tablet.tap("button", "登记底线事项").await?;
    tablet.tap("radio", "清溪小学").await?;
    tablet.fill("发生日期", "2026-03-02").await?;
    tablet.fill("经过", "考试后要求两名学生回家").await?;
    save(&tablet).await?;
    tablet.see("计入考核").await?;
    tablet.see("签名有效").await?;
    tablet.tap("tab", "考核").await?;
    tablet.see("一票否决").await?;
    tablet.tap("button", "清溪小学").await?;
    tablet.see("有 1 件底线事项没有撤销").await?;
    quiet(&tablet).await?;
    tablet.shot(&format!("{name}-8-blocked")).await?;
    tablet.tap("link", "看底线事项").await?;
    tablet.tap("button", "处理").await?;
    tablet.tap("radio", "撤销认定").await?;
    tablet.fill("理由", "回访家长，属误会").await?;
    save(&tablet).await?;
    tablet.see("已撤销").await?;
    tablet.see("考试后要求两名学生回家").await?;
    tablet.see("回访家长，属误会").await?;
    quiet(&tablet).await?;
    tablet.shot(&format!("{name}-9-removed")).await?;
    tablet.tap("tab", "考核").await?;
    tablet.tap("button", "采用并修改").await?;
    tablet.see("添加项目").await?;
    ensure(!tablet.text().await?.contains("一票否决"), "nothing blocks it any more")?;
    tablet.close().await?;
    Ok(())
}

/// A list for a department: only its columns, written down, no name in the file's name.
async fn hand_out(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("今日").await?;
    tablet.tap("link", "部门").await?;
    tablet.tap("button", "提供名单 持证残疾学生安置情况").await?;
    tablet.see("只有下面这些列").await?;
    tablet.see("残疾证号").await?;
    tablet.tap("button[data-name=hand-out]", "提供名单").await?;
    tablet.see("请写明用途").await?;
    tablet.fill("用途", "核对安置情况").await?;
    tablet.fill("接收人", "残联教就部").await?;
    tablet.settle().await?;
    tablet.shot(&format!("{name}-1-dialog")).await?;
    tablet.tap("button[data-name=hand-out]", "提供名单").await?;
    tablet.see("名单已导出，已记录").await?;
    let file = tablet.download(".xlsx").await?;
    let named = file.file_name().is_some_and(|name| name == "持证残疾学生安置情况-2026-03-11.xlsx");
    ensure(named, format!("named by kind and day: {}", file.display()))?;
    let book = read("名单.xlsx", &std::fs::read(&file)?).map_err(|why| format!("{why:?}"))?;
    let sheet = book.sheets.first().ok_or("a sheet")?;
    let headings: Vec<String> = (0..sheet.columns())
        .filter_map(|column| match sheet.cell(2, column) {
            Cell::Text(text) => Some(text.to_owned()),
            _ => None,
        })
        .collect();
    ensure(
        headings == ["序号", "乡镇", "姓名", "残疾证号", "安置形式", "责任学校"],
        format!("{headings:?}"),
    )?;
    tablet.see("核对安置情况").await?;
    tablet.see("残联教就部").await?;
    quiet(&tablet).await?;
    tablet.find("[data-name=handed]", "").await?.scroll_into_view().await?;
    tablet.shot(&format!("{name}-2-log")).await?;
    tablet.close().await?;
    Ok(())
}

/// What the departments sent: the day of each list, its rows, what agrees and what differs; a list that is old is asked for.
async fn departments(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock("2026-08-20T10:30:00").await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    tablet.tap("link", "比对").await?;
    for file in ["02-公安-户籍适龄人口.xlsx", "03-教育-学籍.xlsx", "06-残联-持证残疾儿童.xlsx"]
    {
        tablet.upload("收名单", &fixture(&format!("qinghe/{file}"))).await?;
        tablet.until("the file is read", async || Ok(!tablet.has("button", "取消").await?)).await?;
    }
    tablet.tap("button", "收下 3 份名单").await?;
    tablet.see("现有名单").await?;
    tablet.tap("link", "部门").await?;
    tablet.see("已过期，请对方更新").await?;
    if tablet.has("button", "现在比对").await? {
        tablet.tap("button", "现在比对").await?;
    }
    tablet
        .until("the differences are counted", async || {
            let police = tablet.words("[data-name=POLICE]", "").await?;
            Ok(police
                .lines()
                .any(|line| line.split_whitespace().filter(|part| part.parse::<u32>().is_ok()).count() >= 3))
        })
        .await?;
    tablet.shot(&format!("{name}-lists")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_county_with_its_duty_in_order() -> Step {
    practice("duty", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_county_with_its_duty_in_order_held_upright() -> Step {
    practice("duty-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_county_begins_its_duty() -> Step {
    from_nothing("duty-new", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_county_begins_its_duty_held_upright() -> Step {
    from_nothing("duty-new-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_gets_its_list_and_no_more() -> Step {
    hand_out("duty-out", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_gets_its_list_and_no_more_held_upright() -> Step {
    hand_out("duty-out-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_departments_sent_and_how_old_it_is() -> Step {
    departments("duty-lists", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_departments_sent_held_upright() -> Step {
    departments("duty-lists-upright", PORTRAIT).await
}
