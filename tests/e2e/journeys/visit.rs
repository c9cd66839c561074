//! Around a visit: not held, left unfinished, moved, called off; at the same time as another; in the guardian's hands.

use super::steps::{begin, unlock};
use super::teacher::take_in;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// A register with the county's roster, open at Today.
async fn with_roster(name: &str, size: (u32, u32)) -> Step<(Tablet, String)> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    let passphrase = begin(&tablet).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.tap("link", "今日").await?;
    tablet.see("还没有送教记录").await?;
    Ok((tablet, passphrase))
}

/// Opens the record of this pupil's visit by searching for the name.
async fn open_visit(tablet: &Tablet, pupil: &str) -> Step {
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", pupil).await?;
    tablet.tap("row", pupil).await?;
    tablet.tap("link", "记录送教").await?;
    tablet.see("送教情况").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_not_held_is_two_taps_and_what_is_unfinished_is_found_again() -> Step {
    let (tablet, passphrase) = with_roster("unfinished", PORTRAIT).await?;

    // The reason is one tap, saving the other; undone, it is gone.
    open_visit(&tablet, "郝沐玉").await?;
    tablet.take_effort();
    tablet.tap("radio", "学生生病").await?;
    tablet.tap("button", "保存送教记录").await?;
    ensure(tablet.take_effort().activations == 2, "a visit not held takes two taps")?;
    tablet.see("送教记录已保存").await?;
    tablet.see("今天已记录").await?;
    tablet.tap("button", "撤销").await?;
    tablet.see("已撤销这次记录").await?;
    tablet.see_gone("今天已记录").await?;

    // A draft is sealed at a pause; after a reload the lock, then the draft, on Today and in its place.
    open_visit(&tablet, "郝沐玉").await?;
    tablet.tap("radio", "部分完成").await?;
    tablet.fill("教学内容", "认识数字一到五").await?;
    tablet.see("草稿已存").await?;
    tablet.reload().await?;
    tablet.see("已锁定").await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see("没写完的记录").await?;
    tablet.tap("link", "今日").await?;
    tablet.see("没写完的记录").await?;
    tablet.shot("unfinished-today").await?;
    tablet.tap("link", "接着写").await?;
    tablet.see("没写完的记录").await?;
    let content = tablet.find("field", "教学内容").await?.prop("value").await?;
    ensure(content.as_deref() == Some("认识数字一到五"), format!("the draft holds {content:?}"))?;
    tablet.shot("unfinished-found").await?;
    tablet.tap("button", "丢弃草稿").await?;
    tablet.see("丢弃这份草稿？").await?;
    tablet.tap("[data-name=confirm]", "丢弃草稿").await?;
    tablet.see("还没有送教记录").await?;
    tablet.see_gone("没写完的记录").await?;

    // Another day, by a quick pick; called off with a reason; each can be undone.
    let first = async || -> Step<String> {
        let name =
            tablet.script("return document.querySelector('.errand-name a').textContent", vec![]).await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    };
    let name = first().await?;
    tablet.tap("button", "改期").await?;
    tablet.see("改到哪一天").await?;
    tablet.shot("unfinished-move").await?;
    tablet.tap("button", "明天").await?;
    tablet.see("已改期").await?;
    tablet.until("the visit is no longer the first", async || Ok(first().await? != name)).await?;
    tablet.tap("button", "撤销").await?;
    tablet.until("the visit is the first again", async || Ok(first().await? == name)).await?;
    tablet.tap("button", "今天不去").await?;
    tablet.tap("radio", "天气/道路").await?;
    tablet.see("本周少一次").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_guardian_sees_this_visit_alone_and_cannot_leave_it() -> Step {
    let (tablet, passphrase) = with_roster("guardian", LANDSCAPE).await?;
    open_visit(&tablet, "郝沐玉").await?;
    tablet.tap("radio", "完成").await?;
    tablet.fill("教学内容", "认识五种水果").await?;
    tablet.tap("button", "请监护人签字").await?;
    tablet.see("请看一看今天的送教").await?;
    tablet.sign("监护人签名").await?;
    let here = tablet.path().await?;
    let still_here = async |what: &str| -> Step {
        tablet.see("请看一看今天的送教").await?;
        ensure(!tablet.has("link", "学生").await?, format!("{what} shows the pages behind"))?;
        ensure(tablet.path().await? == here, format!("{what} leads elsewhere"))
    };
    for _ in 0..3 {
        tablet.press(thirtyfour::Key::Escape).await?;
        still_here("Escape").await?;
    }
    for _ in 0..3 {
        tablet
            .script("history.back(); return new Promise((done) => setTimeout(() => done(true), 0))", vec![])
            .await?;
        still_here("back").await?;
    }
    // Wrong once, right once: the signature is there.
    tablet.tap("button", "交还老师").await?;
    tablet.fill("老师输入口令返回", "four wrong words here").await?;
    tablet.tap("button", "返回记录").await?;
    tablet.see("还可以试 4 次").await?;
    tablet.shot("guardian-wrong").await?;
    tablet.fill("老师输入口令返回", &passphrase).await?;
    tablet.tap("button", "返回记录").await?;
    tablet.see("已签字").await?;
    // Five wrong tries lock; after unlocking the record is there, signature and all.
    tablet.tap("button", "重签").await?;
    tablet.tap("button", "交还老师").await?;
    for left in (0..5).rev() {
        tablet.fill("老师输入口令返回", "four wrong words here").await?;
        tablet.tap("button", "返回记录").await?;
        let words = if left > 0 { format!("还可以试 {left} 次") } else { "已锁定".to_owned() };
        tablet.see(&words).await?;
    }
    ensure(!tablet.text().await?.contains("郝沐玉"), "the lock screen names a child")?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see("已签字").await?;

    // The rest, with a fingerprint on paper instead; then another visit of the same teachers at the same time.
    tablet.tap("check", "精神好").await?;
    tablet.tap("radio", "独立完成").await?;
    tablet.fill("学生表现", "能指出三种").await?;
    tablet.tap("check", "亲子游戏").await?;
    tablet.fill("布置任务", "饭前指认水果").await?;
    tablet.tap("radio", "是").await?;
    tablet.tap("radio", "按手印").await?;
    tablet.tap("button", "核对并保存").await?;
    tablet.see("还没有填的").await?;
    tablet.shot("guardian-missing").await?;
    tablet.tap("button", "见证人").await?;
    tablet.fill("见证人", "村委会王主任").await?;
    tablet.tap("button", "核对并保存").await?;
    tablet.see("最后看一遍").await?;
    tablet.tap("button", "保存送教记录").await?;
    tablet.see("送教记录已保存").await?;
    tablet.close().await?;
    Ok(())
}
