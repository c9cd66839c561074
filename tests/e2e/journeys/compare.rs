//! A county's lists: dropped on the page, compared, likenesses decided, every figure that of the answer key, suspects made cases.

use std::path::PathBuf;

use serde_json::Value;

use super::cases::two_at_work;
use super::keys::lock;
use super::steps::{fixture, unlock};
use crate::harness::{LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// The county's ten files, in the order of their names.
pub fn county() -> Step<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(fixture("qinghe"))?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "xlsx"));
    files.sort();
    Ok(files)
}

fn expected() -> Step<Value> {
    let key: Value = serde_json::from_str(&std::fs::read_to_string(fixture("qinghe/answer-key.json"))?)?;
    Ok(key.get("expected").cloned().unwrap_or_default())
}

/// The figures by the set that each opens, as they stand on the page.
async fn figure(tablet: &Tablet, set: &str) -> Step<u64> {
    let text = tablet.words(&format!("button.figure[data-name={set}] .figure-count"), "").await?;
    Ok(text.parse()?)
}

const COUNTED: &[(&str, &str)] = &[
    ("base", "base_in_window"),
    ("movedordead", "excluded_moved_or_dead"),
    ("outsidewindow", "outside_window"),
    ("a", "A"),
    ("b", "B"),
    ("suspects", "suspects"),
    ("poorsuspects", "poor_among_suspects"),
    ("d1", "D1_roll_not_household"),
    ("d2", "D2_class_not_roll"),
    ("e", "E_disabled_not_on_roll"),
    ("f", "F_disabled_unmarked_on_roll"),
    ("hometeaching", "home_teaching"),
    ("homeordinary", "home_ordinary"),
    ("homespecial", "home_special"),
    ("inordinaryclass", "in_ordinary_class"),
    ("inspecialschool", "in_special_school"),
    ("notreal", "not_real"),
    ("real", "real"),
    ("carergaps", "carer_gaps"),
    ("poorpupils", "poor_pupils"),
];

/// Every sure likeness in one go.
pub async fn decide_all(tablet: &Tablet) -> Step {
    tablet.tap("button", "一起认定").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("已认定").await
}

/// At the end of the term the teams' findings and the ledger of carers are noted in the cases and files.
async fn take_findings_in(tablet: &Tablet, passphrase: &str) -> Step {
    tablet.set_clock("2026-06-30T10:30:00").await?;
    tablet.reload().await?;
    unlock(tablet, "王老师", passphrase).await?;
    tablet.tap("link", "个案").await?;
    tablet.see("名单里有核查结果").await?;
    tablet.tap("button", "看一看").await?;
    tablet.see("份不变").await?;
    tablet.shot("compare-findings").await?;
    tablet.tap("[data-name=take-in]", "").await?;
    tablet.see("已记入档案").await?;
    // What the founding report says of such a county: 94 not truly out, 153 back or placed.
    let text = tablet.text().await?;
    for (count, stage) in [("94", "待复核"), ("153", "已返校安置")] {
        ensure(text.contains(&format!("{count}\n{stage}")), format!("{count} {stage}: {text}"))?;
    }
    tablet.shot("compare-found").await?;
    Ok(())
}

async fn compare(size: (u32, u32)) -> Step {
    let (tablet, _, second) = two_at_work("compare", size).await?;
    tablet.tap("link", "比对").await?;
    tablet.see("还没有").await?;
    tablet.shot("compare-empty").await?;
    for file in county()? {
        tablet.upload("收名单", &file).await?;
        tablet.until("the file is read", async || Ok(!tablet.has("button", "取消").await?)).await?;
    }
    tablet.see("收下 10 份名单").await?;
    tablet.shot("compare-intake").await?;
    tablet.tap("button", "收下 10 份名单").await?;
    tablet.see("现有名单").await?;
    tablet.see("2026年3月1日").await?;
    tablet.shot("compare-lists").await?;
    tablet.tap("tab", "结果").await?;
    tablet.see("疑似合计").await?;
    tablet.shot("compare-before").await?;
    let key = expected()?;
    let number = |name: &str| key.get(name).and_then(Value::as_u64).unwrap_or(u64::MAX);
    ensure(figure(&tablet, "a").await? == number("A_before_review"), "A before the review")?;
    ensure(figure(&tablet, "b").await? == number("B_before_review"), "B before the review")?;
    tablet.tap("tab", "待认定").await?;
    tablet.see("是同一人").await?;
    tablet.shot("compare-review").await?;
    // Numbers that a spreadsheet rounded leave weak likenesses: two people say the same.
    decide_all(&tablet).await?;
    tablet.see("您已认定，等第二人").await?;
    tablet.shot("compare-awaits").await?;
    lock(&tablet).await?;
    unlock(&tablet, "王老师", &second).await?;
    tablet.see("周老师已认定：是同一人").await?;
    tablet.shot("compare-second").await?;
    decide_all(&tablet).await?;
    tablet.see("没有要认定的").await?;
    tablet.tap("radio", "同一人").await?;
    tablet.see("周老师（2026年3月11日）：是同一人；王老师（2026年3月11日）：是同一人").await?;
    tablet.tap("tab", "结果").await?;
    tablet.see("认定前").await?;
    tablet.shot("compare-after").await?;
    for (set, name) in COUNTED {
        let found = figure(&tablet, set).await?;
        ensure(found == number(name), format!("{name}: {found} on the page, {} in the key", number(name)))?;
    }
    tablet.tap("button", "有学籍、不在校").await?;
    tablet.see("49 人").await?;
    tablet.tap("[role=row]", "").await?;
    tablet.see("为什么在这里").await?;
    tablet.see("无故").await?;
    tablet.shot("compare-why").await?;
    tablet.tap("button", "返回").await?;
    tablet.tap("tab", "结果").await?;
    tablet.tap("button", "为 247 名学生立个案").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("已立 247 件个案").await?;
    tablet.tap("link", "个案").await?;
    tablet.see("247").await?;
    tablet.shot("compare-cases").await?;
    // Dropping the same lists again, or opening cases again, changes nothing.
    tablet.tap("link", "比对").await?;
    tablet.tap("button", "为 247 名学生立个案").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("这些学生都已有个案").await?;
    take_findings_in(&tablet, &second).await?;
    tablet.tap("link", "比对").await?;
    tablet.see("疑似合计").await?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("Suspected out of school").await?;
    tablet.shot("compare-en").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test]
async fn ten_lists_lead_to_the_countys_figures() -> Step {
    compare(LANDSCAPE).await
}

#[tokio::test]
async fn ten_lists_lead_to_the_countys_figures_on_an_upright_tablet() -> Step {
    compare(PORTRAIT).await
}
