//! The suspects handed to an inspection team: its cases travel sealed to its tablet, are checked there without a network, and come back;
//! what was signed there is proven here. A second key of the same person is believed only once somebody accepts it.

use std::path::PathBuf;

use super::cases::{check, four_cases_and_two_teams, save, step, two_at_work};
use super::exchange::{export_chosen, export_sealed, look_at, started};
use super::steps::{fixture, type_shown_words};
use crate::harness::{LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// The cases of one team, sealed.
async fn export_team(tablet: &Tablet, team: &str, name: &str) -> Step<(PathBuf, String)> {
    tablet.tap("link", "交接").await?;
    tablet.tap("radio", "一个督察小组的个案").await?;
    tablet.choose("请选择", team).await?;
    tablet.see("学生 2 名").await?;
    tablet.shot(name).await?;
    export_chosen(tablet).await
}

/// A bare tablet joins by that file, up to the question who joins.
async fn open_to_join(tablet: &Tablet, (file, passphrase): &(PathBuf, String)) -> Step {
    tablet.tap("button", "加入已有档案").await?;
    tablet.upload("加入已有档案", file).await?;
    tablet.fill("这份文件的口令", passphrase).await?;
    tablet.tap("button", "打开文件").await?;
    tablet.see("加入“青禾县”").await
}

async fn join(tablet: &Tablet) -> Step {
    type_shown_words(tablet).await?;
    tablet.tap("button", "加入档案").await?;
    tablet.see("恢复码不保存在平板上").await?;
    tablet.tap("check", "我已把恢复码").await?;
    tablet.tap("button", "进入档案").await?;
    tablet.see("今日").await
}

/// In the home: the check by two people, and what it found, signed.
async fn find_out(tablet: &Tablet, who: &str, name: &str) -> Step {
    tablet.tap("link", "个案").await?;
    tablet.tap("row", who).await?;
    check(tablet, "真实失学", "失学辍学原因", "厌学", name).await?;
    step(tablet, "认定真实失学").await?;
    save(tablet, "认定真实失学，已记录并签名").await?;
    tablet.see("已签名").await
}

async fn to_the_case(tablet: &Tablet, who: &str) -> Step {
    tablet.tap("link", "个案").await?;
    tablet.tap("row", who).await?;
    tablet.see("办理经过").await
}

async fn handed_over(name: &str, size: (u32, u32)) -> Step {
    let (bureau, ..) = two_at_work(name, size).await?;
    // A list lies at the bureau: it stays there.
    bureau.tap("link", "比对").await?;
    bureau.upload("收名单", &fixture("qinghe/05-扶贫-脱贫户适龄子女.xlsx")).await?;
    bureau.tap("button", "收下 1 份名单").await?;
    bureau.see("2026年3月1日").await?;
    four_cases_and_two_teams(&bureau).await?;
    bureau.tap("button", "分派小组").await?;
    bureau.tap("[data-name=assign-now]", "分派").await?;
    bureau.see("已分派").await?;
    let sealed = export_team(&bureau, "督察一组", &format!("{name}-1-export")).await?;

    let mut team = started(&format!("{name}-team"), size).await?;
    open_to_join(&team, &sealed).await?;
    team.see("周老师（平板").await?;
    team.see("签名密钥第一次见到").await?;
    team.fill("您的姓名", "李督察").await?;
    team.shot(&format!("{name}-2-join")).await?;
    join(&team).await?;
    team.tap("link", "比对").await?;
    team.see("还没有").await?;
    team.shot(&format!("{name}-2-no-lists")).await?;
    ensure(!team.text().await?.contains("2026年3月1日"), "a list travelled with a caseload")?;
    team.tap("link", "个案").await?;
    team.see("2 个").await?;
    team.offline_ready().await?;
    team.site.stop();
    find_out(&team, "林小满", &format!("{name}-3")).await?;
    team.shot(&format!("{name}-4-found")).await?;
    let back = export_sealed(&team).await?;

    // Back at the bureau: the key is new, and what it signed is proven.
    look_at(&bureau, &back).await?;
    bureau.see("李督察（平板").await?;
    bureau.see("签名密钥第一次见到").await?;
    bureau.shot(&format!("{name}-5-key")).await?;
    bureau.tap("button[data-name=merge]", "合并").await?;
    bureau.see("已合并").await?;
    to_the_case(&bureau, "林小满").await?;
    bureau.see("确认失学辍学").await?;
    bureau.see("已签名（平板").await?;
    ensure(!bureau.text().await?.contains("签名未能核实"), "a step of the team is not proven")?;
    bureau.shot(&format!("{name}-6-proven")).await?;

    // Somebody signs as 李督察 on another tablet: the key waits for a person who has asked him.
    let again = export_team(&bureau, "督察一组", &format!("{name}-7-again")).await?;
    let other = started(&format!("{name}-other"), size).await?;
    open_to_join(&other, &again).await?;
    other.choose("您是哪一位", "李督察").await?;
    join(&other).await?;
    find_out(&other, "孙小海", &format!("{name}-8")).await?;
    let theirs = export_sealed(&other).await?;
    look_at(&bureau, &theirs).await?;
    bureau.see("换了另一把签名密钥").await?;
    bureau.tap("button[data-name=merge]", "合并").await?;
    bureau.see("已合并").await?;
    to_the_case(&bureau, "孙小海").await?;
    bureau.see("签名未能核实").await?;
    bureau.tap("link", "交接").await?;
    bureau.see("换了另一把签名密钥").await?;
    bureau.shot(&format!("{name}-9-another")).await?;
    bureau.tap("button", "已核对，采信").await?;
    bureau.see("读出密钥的四组数字").await?;
    bureau.shot(&format!("{name}-10-ask")).await?;
    bureau.tap("[data-name=confirm]", "").await?;
    bureau.see_gone("换了另一把签名密钥").await?;
    to_the_case(&bureau, "孙小海").await?;
    bureau.see("已签名（平板").await?;
    bureau.tap("button", "English").await?;
    bureau.see("Signed (tablet").await?;
    bureau.tap("link", "Transfer").await?;
    bureau.see("Your key on this tablet").await?;
    bureau.shot(&format!("{name}-11-en")).await?;
    for tablet in [bureau, team, other] {
        tablet.close().await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_teams_cases_go_to_its_tablet_and_come_back_proven_held_across() -> Step {
    handed_over("team", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_teams_cases_go_to_its_tablet_and_come_back_proven_held_upright() -> Step {
    handed_over("team-upright", PORTRAIT).await
}
