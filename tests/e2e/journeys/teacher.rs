//! The whole product in one hand: a bare tablet, the county's lists, today, a visit with photo and signature, lock, unlock,
//! search, export.

use std::path::PathBuf;

use super::steps::{begin, fixture, unlock};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning, in the tablet's own zone.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

pub async fn take_in(tablet: &Tablet, file: &str, words: &str) -> Step {
    tablet.tap("link", "交接").await?;
    tablet.upload("导入名册", &fixture(&format!("qinghe/{file}"))).await?;
    tablet.see(words).await?;
    tablet.tap("button", "导入").await?;
    tablet.see("名册已导入").await?;
    Ok(())
}

/// The consent to photographs, written down where it is asked for.
pub(super) async fn agree_to_photos(tablet: &Tablet) -> Step {
    tablet.tap("button", "记录同意").await?;
    tablet.see("照片只作送教凭证").await?;
    tablet.sign("签名").await?;
    tablet.tap("button", "保存同意").await?;
    tablet.see("从相册选").await
}

/// A photograph as a camera writes it, with the place in its EXIF.
pub(super) fn photo() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/photo/kitchen-with-exif.jpg")
}

async fn a_teachers_day(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    let passphrase = begin(&tablet).await?;
    tablet.shot(&format!("{name}-empty")).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.shot(&format!("{name}-transfer")).await?;
    tablet.tap("link", "今日").await?;
    tablet.see("还没有送教记录").await?;
    tablet.shot(&format!("{name}-today")).await?;

    // Find a child by initials: 郝沐玉.
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.see("郝沐玉").await?;
    tablet.shot(&format!("{name}-pupils")).await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.see("常曦馨").await?;
    tablet.shot(&format!("{name}-child")).await?;

    // A visit that took place, with a photo, signed by the guardian.
    tablet.tap("link", "记录送教").await?;
    tablet.see("送教情况").await?;
    tablet.shot(&format!("{name}-visit-begun")).await?;
    tablet.tap("radio", "完成").await?;
    tablet.see("学生今天怎么样").await?;
    agree_to_photos(&tablet).await?;
    tablet.take_effort();
    tablet.tap("check", "精神好").await?;
    tablet.fill("教学内容", "认识五种水果").await?;
    tablet.tap("radio", "独立完成").await?;
    tablet.fill("学生表现", "能指出三种").await?;
    tablet.tap("check", "亲子游戏").await?;
    tablet.fill("布置任务", "饭前指认水果").await?;
    tablet.upload("拍照", &photo()).await?;
    tablet.until("the photo is in the visit", async || tablet.has("image", "照片 1").await).await?;
    tablet.tap("radio", "是").await?;
    tablet.shot(&format!("{name}-visit")).await?;
    tablet.tap("button", "请监护人签字").await?;
    tablet.see("请看一看今天的送教").await?;
    tablet.sign("监护人签名").await?;
    tablet.shot(&format!("{name}-guardian")).await?;
    tablet.tap("button", "交还老师").await?;
    tablet.fill("老师输入口令返回", &passphrase).await?;
    tablet.tap("button", "返回记录").await?;
    tablet.see("最后看一遍").await?;
    tablet.shot(&format!("{name}-review")).await?;
    tablet.tap("button", "保存送教记录").await?;
    tablet.see("送教记录已保存").await?;
    tablet.see("已保存在本平板").await?;
    tablet.see("今天已记录").await?;
    tablet.shot(&format!("{name}-saved")).await?;

    // Locked: no child's name on the screen. Unlocked: the visit is there.
    tablet.tap("button", "锁定").await?;
    tablet.see("已锁定").await?;
    ensure(!tablet.text().await?.contains("郝沐玉"), "the lock screen names a child")?;
    tablet.shot(&format!("{name}-lock")).await?;
    unlock(&tablet, "周老师", "four wrong words here").await?;
    tablet.see("口令不对").await?;
    tablet.fill("口令", &passphrase).await?;
    tablet.tap("button", "解锁").await?;
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "郝沐玉").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.see("认识五种水果").await?;

    // Out as JSON with the photo beside it; taken in again, it brings nothing new.
    tablet.tap("link", "交接").await?;
    tablet.tap("check", "加密").await?;
    tablet.tap("button[data-name=export]", "导出").await?;
    tablet.see("导出不加密的文件").await?;
    tablet.tap("dialog button", "仍要导出").await?;
    let file = tablet.download("zip").await?;
    tablet.upload("合并档案文件", &file).await?;
    tablet.see("没有新内容").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_teachers_day_on_a_tablet_held_across() -> Step {
    a_teachers_day("day", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_teachers_day_on_a_tablet_held_upright() -> Step {
    a_teachers_day("day-upright", PORTRAIT).await
}
