//! What held on a day, and what this tablet knew by that day: a change that another tablet made, and that came in later, held from its
//! own day and is known here from the day it came.
use super::exchange::{export_sealed, look_at, started};
use super::steps::{type_shown_words, unlock};
use super::transfer::{begin_at_transfer, take_in_county};
use crate::harness::{LANDSCAPE, Step, Tablet};

/// The bulletin of a day says so many for a figure.
async fn says(tablet: &Tablet, address: &str, figure: &str, count: &str) -> Step {
    tablet.open_here(address).await?;
    let link = format!(".bulletin a[data-name={figure}]");
    tablet
        .until(&format!("{address} says {count} for {figure}"), async || {
            Ok(tablet.words(&link, "").await? == count)
        })
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_tablet_recorded_is_known_here_from_the_day_it_came_in() -> Step {
    let first = started("known-first", LANDSCAPE).await?;
    begin_at_transfer(&first).await?;
    take_in_county(&first).await?;
    let sealed = export_sealed(&first).await?;
    let second = started("known-second", LANDSCAPE).await?;
    second.tap("button", "加入已有档案").await?;
    second.upload("加入已有档案", &sealed.0).await?;
    second.fill("这份文件的口令", &sealed.1).await?;
    second.tap("button", "打开文件").await?;
    second.see("新增 170").await?;
    second.fill("您的姓名", "李老师").await?;
    let words = type_shown_words(&second).await?;
    second.tap("button", "加入档案").await?;
    second.see("恢复码不保存在平板上").await?;
    second.tap("check", "我已把恢复码").await?;
    second.tap("button", "进入档案").await?;
    second.see("今日").await?;

    // On the first tablet a child goes to an ordinary class, on 11 March.
    first.tap("link", "学生").await?;
    first.fill("查找学生", "hmy").await?;
    first.tap("row", "郝沐玉").await?;
    first.tap("tab", "档案").await?;
    first.tap("link", "添加教育安置").await?;
    first.choose_by_search("安置形式", "随班就读").await?;
    first.tap("button", "保存").await?;
    if first.text().await?.contains("还差") {
        first.tap("button", "先保存，以后补").await?;
    }
    first.see("教育安置已保存").await?;
    let theirs = export_sealed(&first).await?;

    // It comes to the second one on 15 March.
    second.set_clock("2026-03-15T09:00:00").await?;
    second.reload().await?;
    unlock(&second, "李老师", &words).await?;
    look_at(&second, &theirs).await?;
    second.tap("button[data-name=merge]", "合并").await?;
    second.see("已合并").await?;

    says(&second, "/figures?view=bulletin&on=2026-03-13", "ordinary_class", "1").await?;
    says(&second, "/figures?view=bulletin&on=2026-03-13", "home_taught", "169").await?;
    second.see("后来补录的也算在内").await?;
    says(&second, "/figures?view=bulletin&on=2026-03-13&known=1", "ordinary_class", "0").await?;
    says(&second, "/figures?view=bulletin&on=2026-03-13&known=1", "home_taught", "170").await?;
    second.see("2026年3月13日 当天结束前这台平板上已有的记录").await?;
    second.shot("known-2-by-day-13").await?;
    says(&second, "/figures?view=bulletin&on=2026-03-15&known=1", "ordinary_class", "1").await?;

    // Where it was recorded it was known at once.
    says(&first, "/figures?view=bulletin&on=2026-03-11&known=1", "ordinary_class", "1").await?;
    first.close().await?;
    second.close().await?;
    Ok(())
}
