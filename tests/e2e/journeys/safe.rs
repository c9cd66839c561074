//! Safekeeping: a practice register opens and ends; a real one is backed up, erased, restored, and is the same.

use std::path::PathBuf;

use super::steps::{begin, unlock};
use super::transfer::take_in_county;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning, in the tablet's own zone.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// The eight letters by which two tablets are compared.
async fn fingerprint(tablet: &Tablet) -> Step<String> {
    tablet.tap("link", "交接").await?;
    tablet.see("核对码").await?;
    let letters = tablet.words("[data-name=fingerprint]", "").await?;
    ensure(
        letters.chars().filter(char::is_ascii_alphanumeric).count() == 8,
        format!("no fingerprint: {letters}"),
    )?;
    Ok(letters)
}

async fn backed_up_erased_restored(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("从备份恢复").await?;
    tablet.shot(&format!("{name}-first")).await?;
    let passphrase = begin(&tablet).await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;
    tablet.tap("link", "今日").await?;
    tablet.see("这台平板还没有备份过").await?;
    tablet.shot(&format!("{name}-reminder")).await?;
    let before = fingerprint(&tablet).await?;

    tablet.tap("link", "备份").await?;
    tablet.see("还没有备份过").await?;
    tablet.shot(&format!("{name}-empty")).await?;
    tablet.tap("button", "备份到文件").await?;
    tablet.see("备份是好的").await?;
    tablet.see("170 名学生，52 所学校").await?;
    tablet.see("今天已备份").await?;
    tablet.shot(&format!("{name}-good")).await?;
    let file = tablet.download(".baoxue").await?;
    let file_name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ensure(file_name == "baoxue-backup-2026-03-11.baoxue", format!("the file is called {file_name}"))?;

    tablet.offline_ready().await?;
    tablet.tap("button", "检查").await?;
    tablet.see("今天要去的 170 名学生，档案都打得开").await?;
    tablet.see("程序文件都已存在平板里").await?;
    tablet.shot(&format!("{name}-ready")).await?;
    tablet.tap("button", "开始自查").await?;
    tablet.see("份档案都打得开，名单和待办与档案一致").await?;
    tablet.shot(&format!("{name}-self-check")).await?;

    // Erased only with the passphrase and the word.
    tablet.tap("link", "设置").await?;
    tablet.tap("button", "抹掉这台平板").await?;
    tablet.see("170 名学生的档案").await?;
    ensure(!tablet.find("button", "全部抹掉").await?.is_enabled().await?, "one tap erases the tablet")?;
    tablet.fill("您的口令", "not the passphrase at all").await?;
    tablet.fill("请输入", "抹掉").await?;
    tablet.shot(&format!("{name}-erase")).await?;
    tablet.tap("button", "全部抹掉").await?;
    tablet.see("口令不对，什么也没有抹掉").await?;
    tablet.fill("您的口令", &passphrase).await?;
    tablet.tap("button", "全部抹掉").await?;
    tablet.see("怎样开始").await?;
    let left = tablet
        .script("return indexedDB.databases().then((all) => all.length + localStorage.length)", vec![])
        .await?;
    // The page that has begun anew has made its empty database, and nothing else.
    ensure(left == 1, format!("after erasing, {left} things are left"))?;

    tablet.tap("button", "从备份恢复").await?;

    // A foreign file and a cut one change nothing and say why.
    let whole = std::fs::read(&file)?;
    let aside = |name: &str, bytes: &[u8]| -> Step<PathBuf> {
        let path = file.with_file_name(name);
        std::fs::write(&path, bytes)?;
        Ok(path)
    };
    tablet.upload("选择备份文件", &aside("foreign.baoxue", b"PK whatever")?).await?;
    tablet.see("这不是备份文件").await?;
    let newer = [&whole[..13], b"\x09", &whole[14..]].concat();
    tablet.upload("选择备份文件", &aside("newer.baoxue", &newer)?).await?;
    tablet.see("由更新的版本做成").await?;
    tablet.upload("选择备份文件", &aside("cut.baoxue", &whole[..whole.len() / 2])?).await?;
    tablet.see("用谁的口令打开").await?;
    tablet.fill("口令", &passphrase).await?;
    tablet.tap("button", "打开核对").await?;
    tablet.see("文件不完整").await?;
    tablet.shot(&format!("{name}-cut")).await?;

    tablet.upload("选择备份文件", &file).await?;
    tablet.see_gone("文件不完整").await?;
    tablet.fill("口令", "chun-feng xia-yu qiu-yue dong-xue").await?;
    tablet.tap("button", "打开核对").await?;
    tablet.see("要用备份那天的口令").await?;
    tablet.fill("口令", &passphrase).await?;
    tablet.tap("button", "打开核对").await?;
    tablet.see("青禾县的档案，保存到 2026年3月11日").await?;
    tablet.see("170 名学生，52 所学校").await?;
    tablet.shot(&format!("{name}-opened")).await?;
    tablet.tap("button", "恢复到这台平板").await?;
    tablet.see("今日").await?;
    let after = fingerprint(&tablet).await?;
    ensure(before == after, format!("the fingerprint was {before} and is {after}"))?;

    // It is a register to work in: locked and unlocked with the same passphrase.
    tablet.tap("button", "锁定").await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see("核对码").await?;
    ensure(fingerprint(&tablet).await? == before, "after unlocking the register is another")?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_register_is_backed_up_erased_and_restored_on_a_tablet_held_across() -> Step {
    backed_up_erased_restored("safe", LANDSCAPE).await
}

async fn practised(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.see("打开练习档案").await?;
    tablet.shot(&format!("{name}-gate")).await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("不能并入正式档案").await?;
    tablet.see("上次送教").await?;
    let marked = tablet.script("return document.documentElement.dataset.register", vec![]).await?;
    ensure(marked == "demo", "a practice register looks like a real one")?;
    tablet.shot(&format!("{name}-today")).await?;
    tablet.tap("link", "学生").await?;
    tablet.see("60 名学生").await?;
    tablet.shot(&format!("{name}-pupils")).await?;
    tablet.tap("link", "备份").await?;
    tablet.tap("button", "备份到文件").await?;
    tablet.see("60 名学生，3 所学校").await?;
    tablet.tap("button", "English").await?;
    tablet.see("Backed up today").await?;
    tablet.tap("button", "Check now").await?;
    tablet.see("in keeping with what is recorded").await?;
    tablet.shot(&format!("{name}-english")).await?;
    tablet.tap("button", "中文").await?;
    tablet.tap("link", "设置").await?;
    tablet.see("这台平板").await?;
    tablet.shot(&format!("{name}-settings")).await?;
    tablet.tap("link", "帮助").await?;
    tablet.shot(&format!("{name}-help")).await?;
    tablet.tap("button", "锁定").await?;
    tablet.see("chun-feng xia-yu qiu-yue dong-xue").await?;
    tablet.shot(&format!("{name}-locked")).await?;
    tablet.fill("口令", "春风 chunfeng").await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("口令不对").await?;
    tablet.fill("口令", "chun feng xia yu qiu yue dong xue").await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("不能并入正式档案").await?;
    tablet.tap("button", "结束练习").await?;
    tablet.see("结束练习？").await?;
    tablet.tap("button", "结束练习").await?;
    tablet.see("怎样开始").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_register_is_begun_used_and_ended_on_a_tablet_held_across() -> Step {
    practised("practice", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_register_is_begun_used_and_ended_on_a_tablet_held_upright() -> Step {
    practised("practice", PORTRAIT).await
}
