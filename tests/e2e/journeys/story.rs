//! The founding story: ten departments' lists in, likenesses decided by two people, placements and cases made of them, the teams'
//! findings noted; and the bulletin says what the founding report says of such a county, each figure opening exactly its children.

use super::cases::two_at_work;
use super::compare::{county, decide_all};
use super::keys::lock;
use super::steps::unlock;
use super::teacher::take_in;
use crate::harness::{LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// The lists compared, with all that is sure decided by two people; 王老师 is at the tablet.
async fn compared(tablet: &Tablet, second: &str) -> Step {
    tablet.tap("link", "比对").await?;
    tablet.see("还没有").await?;
    for file in county()? {
        tablet.upload("收名单", &file).await?;
        tablet.until("the file is read", async || Ok(!tablet.has("button", "取消").await?)).await?;
    }
    tablet.tap("button", "收下 10 份名单").await?;
    tablet.see("现有名单").await?;
    tablet.tap("tab", "待认定").await?;
    tablet.see("是同一人").await?;
    decide_all(tablet).await?;
    tablet.see("您已认定，等第二人").await?;
    lock(tablet).await?;
    unlock(tablet, "王老师", second).await?;
    tablet.see("是同一人").await?;
    decide_all(tablet).await?;
    tablet.see("没有要认定的").await
}

/// A list of a kind is noted in the files, from the page of cases.
async fn note(tablet: &Tablet, button: &str) -> Step {
    tablet.tap(&format!("[data-name={button}]"), "").await?;
    tablet.see("份不变").await?;
    tablet.tap("[data-name=take-in]", "").await?;
    tablet.see("已记入档案").await?;
    tablet.until("the message is gone", async || Ok(!tablet.has(".toast", "").await?)).await
}

/// The figures of the bulletin on a day, each with the number of children that its list shows.
async fn bulletin(tablet: &Tablet, on: &str, expected: &[(&str, usize)]) -> Step {
    for (figure, count) in expected {
        tablet.open_here(&format!("/figures?view=bulletin&on={on}")).await?;
        let link = format!(".bulletin a[data-name={figure}]");
        tablet
            .until(&format!("the bulletin of {on} says {count} for {figure}"), async || {
                Ok(tablet.words(&link, "").await? == count.to_string())
            })
            .await?;
        tablet.tap(&link, "").await?;
        tablet.see("回到数据").await?;
        tablet
            .until(&format!("the list of {figure} on {on} shows {count} children"), async || {
                let said = tablet.words(".ledger-count", "").await?;
                Ok(said == format!("{count} 人"))
            })
            .await?;
    }
    Ok(())
}

const JUNE: &[(&str, usize)] = &[
    ("suspects", 247),
    ("not_real", 94),
    ("back", 153),
    ("registered", 153),
    ("still_out", 0),
    ("carer_gap", 11),
    ("home_taught", 187),
    ("home_ordinary", 106),
    ("home_special", 81),
    ("ordinary_class", 149),
    ("special_school", 133),
];

const MARCH: &[(&str, usize)] = &[
    ("suspects", 247),
    ("home_taught", 170),
    ("home_ordinary", 89),
    ("home_special", 81),
    ("ordinary_class", 135),
    ("special_school", 115),
];

async fn story(name: &str, size: (u32, u32)) -> Step {
    let (tablet, _, second) = two_at_work(name, size).await?;
    tablet.tap("link", "数据").await?;
    tablet.see("还没有学生档案").await?;
    tablet.shot(&format!("{name}-empty")).await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    compared(&tablet, &second).await?;
    tablet.tap("tab", "结果").await?;
    tablet.tap("button", "按学籍登记 420 名学生的安置").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("已登记 250 名学生的安置").await?;
    tablet.tap("button", "为 247 名学生立个案").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("已立 247 件个案").await?;

    tablet.set_clock("2026-06-30T10:30:00").await?;
    tablet.reload().await?;
    unlock(&tablet, "王老师", &second).await?;
    tablet.tap("link", "个案").await?;
    note(&tablet, "look-findings").await?;
    note(&tablet, "look-carers").await?;

    tablet.tap("link", "数据").await?;
    tablet.see("计算，查了").await?;
    tablet.find("a[data-name=suspects]", "疑似失学").await?;
    tablet.shot(&format!("{name}-overview")).await?;
    tablet.tap("button", "“疑似失学”是什么").await?;
    tablet.see("每人计一次").await?;
    tablet.shot(&format!("{name}-definition")).await?;
    tablet.tap("button", "关闭").await?;
    tablet.tap("tab", "通报").await?;
    tablet.see("一生一策").await?;
    let teams = tablet.words(".bulletin a[data-name=teams]", "").await?;
    ensure(teams == "6", format!("six teams: {teams}"))?;
    tablet.shot(&format!("{name}-bulletin")).await?;
    bulletin(&tablet, "2026-06-30", JUNE).await?;
    tablet.shot(&format!("{name}-list")).await?;
    bulletin(&tablet, "2026-03-10", MARCH).await?;

    // On the day of the roll call nobody here knew: the lists came in a day later, the findings in June.
    tablet.open_here("/figures?view=bulletin&on=2026-05-31").await?;
    tablet.see("后来补录的也算在内").await?;
    tablet.tap("radio", "当日已知").await?;
    tablet.see("后来补录、后来收到的不算").await?;
    tablet
        .until("nobody had entered a finding by the end of May", async || {
            Ok(tablet.words(".bulletin a[data-name=not_real]", "").await? == "0")
        })
        .await?;
    let suspects = tablet.words(".bulletin a[data-name=suspects]", "").await?;
    ensure(suspects == "247", format!("the suspects were known: {suspects}"))?;
    tablet.shot(&format!("{name}-known")).await?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("Only what this tablet held by the end of").await?;
    tablet.shot(&format!("{name}-bulletin-en")).await?;
    tablet.tap("tab", "Overview").await?;
    tablet.see("Nobody left out").await?;
    tablet.shot(&format!("{name}-overview-en")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test]
async fn the_founding_story_is_told_from_ten_lists() -> Step {
    story("story", LANDSCAPE).await
}

#[tokio::test]
async fn the_founding_story_on_an_upright_tablet() -> Step {
    story("story-upright", PORTRAIT).await
}
