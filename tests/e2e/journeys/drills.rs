//! The drills of the help, as they are practised once a term: a passphrase forgotten, a tablet lost, the register brought back by a
//! colleague's passphrase and by the recovery sheet.

use std::path::Path;

use super::keys::{lock, to_people};
use super::steps::{begin_with_sheet, type_shown_words, unlock};
use super::transfer::{SCHOOL_DAY, take_in_county};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

async fn bare(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("怎样开始").await?;
    Ok(tablet)
}

async fn fingerprint(tablet: &Tablet) -> Step<String> {
    tablet.tap("link", "交接").await?;
    tablet.words("[data-name=fingerprint]", "").await
}

async fn add(tablet: &Tablet, name: &str) -> Step<String> {
    to_people(tablet).await?;
    tablet.tap("button", "添加使用人").await?;
    tablet.fill("您的姓名", name).await?;
    let passphrase = type_shown_words(tablet).await?;
    tablet.tap("button", "添加").await?;
    tablet.see(&format!("{name} 可以用自己的口令解锁了")).await?;
    Ok(passphrase)
}

/// Opens a backup up to what it holds.
async fn open_backup(tablet: &Tablet, file: &Path) -> Step {
    tablet.tap("button", "从备份恢复").await?;
    tablet.upload("选择备份文件", file).await?;
    tablet.see("用谁的口令打开").await
}

async fn help_says(tablet: &Tablet, topic: &str, words: &str) -> Step {
    tablet.open_here(&format!("/help?topic={topic}")).await?;
    tablet.see(words).await
}

#[tokio::test(flavor = "multi_thread")]
async fn forgotten_passphrase_lost_tablet_and_what_brings_the_register_back() -> Step {
    let tablet = bare("drills", LANDSCAPE).await?;
    let (zhou, code) = begin_with_sheet(&tablet).await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;
    let wang = add(&tablet, "王老师").await?;

    // 周老师 has forgotten the passphrase; 王老师 lets a new one be set.
    lock(&tablet).await?;
    unlock(&tablet, "王老师", &wang).await?;
    to_people(&tablet).await?;
    tablet.tap("button", "对 周老师 的操作").await?;
    tablet.tap("button", "忘记口令，设新的").await?;
    tablet.see("给 周老师 设新口令").await?;
    let new = type_shown_words(&tablet).await?;
    tablet.fill("输入您自己的口令确认", &wang).await?;
    tablet.shot("drills-reset").await?;
    tablet.tap("[data-name=other-now]", "设为新口令").await?;
    tablet.see("周老师 的新口令可以用了").await?;
    lock(&tablet).await?;
    unlock(&tablet, "周老师", &zhou).await?;
    tablet.see("口令不对").await?;
    tablet.fill("口令", &new).await?;
    tablet.tap("button", "解锁").await?;
    tablet.see_gone("已锁定").await?;

    // The backup of that evening; then the tablet is lost.
    let before = fingerprint(&tablet).await?;
    tablet.tap("link", "备份").await?;
    tablet.tap("button", "备份到文件").await?;
    tablet.see("备份是好的").await?;
    let file = tablet.download(".baoxue").await?;
    help_says(&tablet, "lost", "用最近的备份恢复").await?;
    help_says(&tablet, "forgot", "恢复码").await?;
    help_says(&tablet, "restore", "您再点“恢复到这台平板”").await?;
    help_says(&tablet, "sheet", "换一张新的恢复单").await?;
    tablet.shot("drills-help").await?;

    // On a spare one, with a colleague's passphrase: the same register, to the letter.
    let spare = bare("drills-spare", PORTRAIT).await?;
    open_backup(&spare, &file).await?;
    spare.tap("radio", "王老师").await?;
    spare.fill("口令", &wang).await?;
    spare.tap("button", "打开核对").await?;
    spare.see("170 名学生").await?;
    spare.tap("button", "恢复到这台平板").await?;
    spare.see("今日").await?;
    ensure(
        fingerprint(&spare).await? == before,
        "restored with a colleague's passphrase it is another register",
    )?;
    // Whoever found the lost one may have seen a passphrase: it is of no use here any more.
    to_people(&spare).await?;
    spare.tap("button", "对 周老师 的操作").await?;
    spare.tap("button", "移除").await?;
    spare.fill("输入您自己的口令确认", &wang).await?;
    spare.tap("[data-name=other-now]", "移除").await?;
    spare.see("周老师 已移除").await?;
    spare.close().await?;

    // On another spare one nobody remembers anything, but the sheet lies in the safe.
    let spare = bare("drills-sheet", PORTRAIT).await?;
    open_backup(&spare, &file).await?;
    spare.tap("button", "改用恢复单").await?;
    spare.fill("恢复码", &code.to_lowercase()).await?;
    spare.tap("button", "打开核对").await?;
    spare.see("170 名学生").await?;
    spare.tap("button", "恢复到这台平板").await?;
    spare.see("恢复单有效").await?;
    spare.tap("radio", "周老师").await?;
    spare.shot("drills-sheet").await?;
    let again = type_shown_words(&spare).await?;
    spare.tap("button", "设新口令").await?;
    spare.see("今日").await?;
    ensure(fingerprint(&spare).await? == before, "restored by the sheet it is another register")?;
    lock(&spare).await?;
    unlock(&spare, "周老师", &again).await?;
    spare.see_gone("已锁定").await?;
    spare.close().await?;
    tablet.close().await?;
    Ok(())
}
