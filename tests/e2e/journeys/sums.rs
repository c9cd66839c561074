//! What is computed and shown, in the practice register: hours planned and delivered with their children, counselling against its plan,
//! a child's assessments over time, and a term summary that begins with the records' figures and says in what it differs.
use super::transfer::SCHOOL_DAY;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

async fn sums(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("上次送教").await?;

    // Counselling, planned and done; then hours, each part with its children.
    tablet.open_here("/teaching?whose=all").await?;
    tablet.see("心理疏导：计划与完成").await?;
    tablet.see("没有计划").await?;
    tablet.see("按计划").await?;
    tablet.shot(&format!("{name}-board")).await?;
    tablet.see("送教上门：应送与已送").await?;
    let month = ".planned-table tbody tr td.count";
    let due: u32 = tablet.words(month, "").await?.parse()?;
    ensure(due > 0, "hours are planned in the first month")?;
    tablet.tap(".planned-table tbody button", "").await?;
    tablet.see("应送").await?;
    let listed = tablet.words("[data-name=planned-children] .line-children", "").await?;
    ensure(listed.contains("已送"), listed)?;
    tablet.shot(&format!("{name}-children")).await?;
    tablet.tap("button", "关闭").await?;

    // A child taught at home: assessments over time, and the term's summary.
    tablet.tap(".hours .hours-row a", "").await?;
    tablet.see("安全提示").await?;
    tablet.tap("tab", "档案").await?;
    tablet.see("评估变化").await?;
    tablet.shot(&format!("{name}-progress")).await?;
    tablet.tap("link", "学期总结").await?;
    tablet.see("与记录一致").await?;
    tablet.fill("主要变化", "愿意跟做的时间长了").await?;
    tablet.shot(&format!("{name}-summary")).await?;
    tablet.tap("button", "保存").await?;
    tablet.tap("button", "先保存，以后补").await?;
    tablet.see("学期总结已保存").await?;
    tablet.see("愿意跟做的时间长了").await?;

    // Another term: what the form holds differs, and is computed again; what was typed stays.
    tablet.tap("link", "修改学期总结").await?;
    tablet.see("与记录一致").await?;
    tablet.tap("radio", "2025–2026学年第一学期").await?;
    tablet.see("本表的数与记录不一样").await?;
    tablet.see("不一样").await?;
    tablet.shot(&format!("{name}-differs")).await?;
    tablet.tap("[data-name=compute-again]", "").await?;
    tablet.see("与记录一致").await?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("Agrees with the records").await?;
    tablet.shot(&format!("{name}-en")).await?;
    tablet.open_here("/figures").await?;
    tablet.see("Home teaching: planned and delivered").await?;
    tablet.shot(&format!("{name}-figures-en")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_computed_is_shown_held_across() -> Step {
    sums("sums", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_computed_is_shown_held_upright() -> Step {
    sums("sums-upright", PORTRAIT).await
}
