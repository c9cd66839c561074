//! The keys of a tablet: beginning, locking, wrong passphrases, two people, the recovery sheet, a second tab.

use super::steps::{begin_with_sheet, unlock};
use crate::harness::{Host, LANDSCAPE, Step, Tablet};

const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

async fn looks(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("建立档案").await?;
    tablet.shot(&format!("{name}-ways")).await?;
    tablet.tap("button", "建立档案").await?;
    tablet.see("您的口令").await?;
    tablet.shot(&format!("{name}-begin")).await?;
    tablet.tap("button", "返回").await?;
    let (passphrase, _code) = begin_with_sheet(&tablet).await?;
    tablet.tap("button", "锁定").await?;
    tablet.shot(&format!("{name}-locked")).await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see("今日").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_across() -> Step {
    looks("gate", LANDSCAPE).await
}
