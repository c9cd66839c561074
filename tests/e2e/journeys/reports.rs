//! Reports: a month is computed, submitted and frozen; a correction is a second version; the next month is compared with it.

use super::cases::two_at_work;
use super::teacher::take_in;
use crate::harness::{LANDSCAPE, PORTRAIT, Step, ensure};

async fn reports(name: &str, size: (u32, u32)) -> Step {
    let (tablet, ..) = two_at_work(name, size).await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.open_here("/figures?view=reports&kind=MONTH&day=2026-02-10").await?;
    tablet.see("未提交，按现在的档案计算").await?;
    tablet.see("核对相符").await?;
    let home = "tr[data-name=home_taught] .report-count";
    tablet
        .until("the roster's pupils are counted", async || Ok(tablet.words(home, "").await? == "170"))
        .await?;
    tablet.shot(&format!("{name}-draft")).await?;
    tablet.fill("说明", "二月无新增").await?;
    tablet.tap("[data-name=submit-report]", "").await?;
    tablet.see("数字和名单定稿").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("报表已提交").await?;
    tablet.see("已定稿 · 周老师").await?;
    tablet.see("二月无新增").await?;

    // Its children, as they stood in it.
    tablet.tap(home, "").await?;
    tablet.see("170 人").await?;
    tablet.shot(&format!("{name}-children")).await?;
    tablet.tap("button", "关闭").await?;

    // It stands; what was wrong is a version of its own.
    ensure(!tablet.has("[data-name=submit-report]", "").await?, "nothing submits what stands")?;
    tablet.tap("[data-name=new-version]", "").await?;
    tablet.tap("[data-name=submit-report]", "").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("第 2 版").await?;
    tablet.shot(&format!("{name}-frozen")).await?;
    tablet.tap("[data-name=export-report]", "").await?;
    let workbook = tablet.download(".xlsx").await?;
    ensure(workbook.exists(), "the report is a workbook")?;

    tablet.open_here("/figures?view=reports&kind=MONTH&day=2026-03-10").await?;
    tablet.see("与上期相比").await?;
    // The pupils are the same; March has days with school, and with them hours that are due.
    let due = "tr[data-name=hours_due] .report-count";
    tablet.until("hours are due in March", async || Ok(tablet.words(due, "").await? != "0")).await?;
    tablet.see("核对相符").await?;

    // A school's own report stands in the school's file, and the county sees who handed theirs in.
    tablet.see("各校月报").await?;
    tablet.see("还没有报").await?;
    tablet.shot(&format!("{name}-schools")).await?;
    tablet.tap("[data-name=handed] .sent-reports button", "").await?;
    tablet.see_gone("各校月报").await?;
    tablet.see("核对相符").await?;
    tablet.tap("[data-name=submit-report]", "").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("报表已提交").await?;
    tablet.open_here("/figures?view=reports&kind=MONTH&day=2026-03-10").await?;
    tablet.see("所学校中 1 所已报送").await?;
    tablet.open_here("/figures?view=reports&kind=QUARTER&day=2026-03-10").await?;
    tablet.see("上期没有提交报表").await?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("Submit and freeze").await?;
    tablet.shot(&format!("{name}-en")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test]
async fn a_report_is_frozen_and_the_next_one_says_what_changed() -> Step {
    reports("reports", LANDSCAPE).await
}

#[tokio::test]
async fn a_report_is_frozen_on_an_upright_tablet() -> Step {
    reports("reports-upright", PORTRAIT).await
}
