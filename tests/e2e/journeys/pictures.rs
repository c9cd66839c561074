//! The README's pictures, from the real page with the practice register: `make screenshots`. Not run with the tests.

use std::path::Path;

use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet};

const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// The pages of the rail: file name, link in Chinese, link in English.
const PAGES: &[(&str, &str, &str)] = &[
    ("today", "今日", "Today"),
    ("pupils", "学生", "Pupils"),
    ("schools", "学校", "Schools"),
    ("worklist", "待核对", "To decide"),
    ("transfer", "交接", "Transfer"),
    ("backup", "备份", "Backup"),
    ("settings", "设置", "Settings"),
    ("help", "帮助", "Help"),
];

async fn keep(tablet: &Tablet, name: &str, suffix: &str) -> Step {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screenshots");
    std::fs::create_dir_all(&folder)?;
    let shot = tablet.shot(&format!("readme-{name}")).await?;
    std::fs::copy(shot, folder.join(format!("{name}{suffix}.png")))?;
    Ok(())
}

async fn take(size: (u32, u32), suffix: &str) -> Step {
    let tablet = Tablet::start("pictures", size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("怎样开始").await?;
    keep(&tablet, "first", suffix).await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("结束练习").await?;
    for (name, chinese, _) in PAGES {
        tablet.tap("link", chinese).await?;
        keep(&tablet, name, suffix).await?;
    }
    tablet.tap("link", "学生").await?;
    tablet.tap("check", "我的学生").await?;
    tablet.tap("[role=option], [role=row], li", "镇").await?;
    keep(&tablet, "child", suffix).await?;
    tablet.tap("link", "今日").await?;
    tablet.tap("link", "记录").await?;
    tablet.see("送教情况").await?;
    tablet.tap("any", "完成").await?;
    keep(&tablet, "visit", suffix).await?;
    // In English, for whoever reads these pages without Chinese.
    tablet.tap("button", "English").await?;
    for (name, _, english) in PAGES {
        tablet.tap("link", english).await?;
        keep(&tablet, &format!("{name}-en"), suffix).await?;
    }
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/screenshots; run by make screenshots"]
async fn pictures_held_across() -> Step {
    take(LANDSCAPE, "").await
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "writes docs/screenshots; run by make screenshots"]
async fn pictures_held_upright() -> Step {
    take(PORTRAIT, "-upright").await
}
