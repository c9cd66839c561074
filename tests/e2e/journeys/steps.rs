//! Steps that many journeys share.

use std::path::PathBuf;

use crate::harness::{Step, Tablet, ensure};

/// A bare tablet: the register begun by 周老师, the passphrase as generated, the recovery sheet put away. Gives the passphrase.
pub async fn begin(tablet: &Tablet) -> Step<String> {
    begin_with_sheet(tablet).await.map(|(passphrase, _)| passphrase)
}

/// As [`begin`]; gives the passphrase and the recovery code.
pub async fn begin_with_sheet(tablet: &Tablet) -> Step<(String, String)> {
    begin_as(tablet, "周老师").await
}

/// A bare tablet: the register begun by this person; gives the passphrase and the recovery code.
pub async fn begin_as(tablet: &Tablet, name: &str) -> Step<(String, String)> {
    tablet.tap("button", "建立档案").await?;
    tablet.see("建立本平板上的档案").await?;
    tablet.fill("档案名称", "青禾县").await?;
    tablet.fill("您的姓名", name).await?;
    let passphrase = type_shown_words(tablet).await?;
    tablet.tap("button", "建立档案").await?;
    tablet.see("恢复码不保存在平板上").await?;
    let code = tablet.words("[data-name=recovery-code]", "恢复码").await?;
    let code = code.split_whitespace().filter(|group| group.len() == 4).collect::<Vec<_>>().join("-");
    tablet.tap("check", "我已把恢复码").await?;
    tablet.tap("button", "进入档案").await?;
    tablet.see("今日").await?;
    Ok((passphrase, code))
}

/// Copies the four generated words into "once more".
pub async fn type_shown_words(tablet: &Tablet) -> Step<String> {
    let shown = tablet.words("[data-name=passphrase]", "").await?;
    let words: Vec<&str> = shown.split_whitespace().collect();
    ensure(words.len() == 4, format!("four words are shown: {shown}"))?;
    let passphrase = words.join(" ");
    tablet.fill("再输入一遍口令", &passphrase).await?;
    Ok(passphrase)
}

/// The lock screen: chooses the name, types the passphrase.
pub async fn unlock(tablet: &Tablet, name: &str, passphrase: &str) -> Step {
    tablet.see("您是哪一位").await?;
    tablet.tap("radio", name).await?;
    tablet.fill("口令", passphrase).await?;
    tablet.tap("button", "解锁").await
}

/// A file of `tests/fixtures`; the invented county's are in `qinghe`.
pub fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}
