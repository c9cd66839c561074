//! The case of a child suspected out of school: from the suspicion to the close with every paper, by two people; a relapse; a
//! finding that the second person sends back.

use super::keys::{lock, to_people};
use super::steps::{begin, fixture, type_shown_words, unlock};
use super::teacher::take_in;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term; and a day well beyond thirty school days later.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";
const LATER: &str = "2026-05-20T10:30:00";

/// A county with its schools and two people; 周老师 is at the tablet. Gives both passphrases.
pub async fn two_at_work(name: &str, size: (u32, u32)) -> Step<(Tablet, String, String)> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    let zhou = begin(&tablet).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    to_people(&tablet).await?;
    tablet.tap("button", "添加使用人").await?;
    tablet.fill("您的姓名", "王老师").await?;
    let wang = type_shown_words(&tablet).await?;
    tablet.tap("button", "添加").await?;
    tablet.see("王老师 可以用自己的口令解锁了").await?;
    Ok((tablet, zhou, wang))
}

/// The tablet goes from hand to hand, on the same page.
async fn hand_to(tablet: &Tablet, who: &str, passphrase: &str) -> Step {
    lock(tablet).await?;
    unlock(tablet, who, passphrase).await?;
    tablet.see("办理经过").await
}

/// Saves a form, whatever is still missing in it.
pub(super) async fn save(tablet: &Tablet, said: &str) -> Step {
    tablet.tap("button", "保存").await?;
    if tablet.has("button", "先保存，以后补").await? {
        tablet.tap("button", "先保存，以后补").await?;
    }
    tablet.see(said).await
}

/// A new pupil's file with an open case; gives its address.
async fn a_suspect(tablet: &Tablet, who: &str, number: &str, name: &str) -> Step<String> {
    tablet.tap("link", "个案").await?;
    tablet.see("还没有个案").await?;
    tablet.shot(&format!("{name}-none")).await?;
    tablet.open_here("/pupils/new").await?;
    tablet.fill("姓名", who).await?;
    tablet.fill("身份证件号码", number).await?;
    tablet.see("没有发现相像的学生").await?;
    tablet.tap("button", "建立档案").await?;
    tablet.see("学生档案已建立").await?;
    let path = tablet.path().await?.split('?').next().unwrap_or_default().to_owned();
    tablet.tap("tab", "档案").await?;
    tablet.tap(&format!("a[href='{path}/edit/case/new']"), "个案").await?;
    tablet.fill("未到校起始日", "2026-02-24").await?;
    tablet.tap("radio", "在家").await?;
    tablet.shot(&format!("{name}-opened")).await?;
    save(tablet, "个案已保存").await?;
    tablet.see("待核查").await?;
    tablet.shot(&format!("{name}-new")).await?;
    Ok(path)
}

/// 核查表, by 周老师 and the head of the village.
pub(super) async fn check(tablet: &Tablet, verdict: &str, list: &str, reason: &str, name: &str) -> Step {
    tablet.tap("link", "填核查表").await?;
    tablet.tap("radio", "入户核查").await?;
    tablet.write("[data-field=other_checkers] input", "孙建设").await?;
    tablet.tap("radio", verdict).await?;
    tablet.choose_by_search(list, reason).await?;
    tablet.shot(&format!("{name}-check")).await?;
    save(tablet, "核查表已保存").await?;
    Ok(())
}

/// A step of the case, in its form.
pub(super) async fn step(tablet: &Tablet, deed: &str) -> Step {
    tablet.tap("link", deed).await?;
    tablet.see("的名义签名").await?;
    Ok(())
}

/// Opens what is missing for a step and goes to where it is done.
async fn remedy(tablet: &Tablet, deed: &str, bar: &str) -> Step {
    tablet.tap("button", deed).await?;
    tablet.tap("link", &["去办 ", bar].concat()).await
}

async fn to_the_case(tablet: &Tablet, path: &str) -> Step {
    tablet.open_here(&format!("{path}?tab=case")).await?;
    tablet.see("办理经过").await
}

async fn from_suspect_to_close(name: &str, size: (u32, u32)) -> Step {
    let (tablet, zhou, wang) = two_at_work(name, size).await?;
    let path = a_suspect(&tablet, "林小满", "370299201209010013", name).await?;
    follow(&tablet, &path, [&zhou, &wang], name).await?;

    // The child leaves again: the same case.
    to_the_case(&tablet, &path).await?;
    step(&tablet, "重新打开").await?;
    tablet.tap("radio", "再次辍学").await?;
    tablet.fill("说明", "五一后没有到校").await?;
    save(&tablet, "重新打开，已记录并签名").await?;
    tablet.see("第 1 次再辍").await?;
    tablet.shot(&format!("{name}-relapse")).await?;
    tablet.tap("button", "English").await?;
    tablet.see("left again (1)").await?;
    tablet.shot(&format!("{name}-en")).await?;
    tablet.close().await?;
    Ok(())
}

/// Two lists are dropped, the suspects become cases, a team gets them, and one of them is followed to the close.
#[tokio::test(flavor = "multi_thread")]
async fn a_suspect_from_the_lists_is_followed_to_the_close() -> Step {
    let name = "case-lists";
    let (tablet, zhou, wang) = two_at_work(name, LANDSCAPE).await?;
    tablet.tap("link", "比对").await?;
    for list in ["02-公安-户籍适龄人口", "03-教育-学籍"] {
        tablet.upload("收名单", &fixture(&format!("qinghe/{list}.xlsx"))).await?;
        tablet.until("the file is read", async || Ok(!tablet.has("button", "取消").await?)).await?;
    }
    tablet.tap("button", "收下 2 份名单").await?;
    tablet.see("现有名单").await?;
    tablet.tap("tab", "结果").await?;
    tablet.see("疑似合计").await?;
    tablet.tap("button", "名学生立个案").await?;
    tablet.tap("[data-name=confirm]", "").await?;
    tablet.see("件个案").await?;
    tablet.tap("link", "个案").await?;
    tablet.tap("button", "督察小组").await?;
    tablet.tap("button", "添加小组").await?;
    tablet.fill("名称", "督察一组").await?;
    tablet.tap("button", "保存").await?;
    tablet.see_gone("添加督察小组").await?;
    tablet.tap("button", "分派小组").await?;
    tablet.tap("[data-name=assign-now]", "分派").await?;
    tablet.see("已分派").await?;
    tablet.shot(&format!("{name}-assigned")).await?;
    tablet.tap("[role=row]", "").await?;
    tablet.see("督察一组").await?;
    tablet.see("有户籍无学籍").await?;
    let path = tablet.path().await?.split('?').next().unwrap_or_default().to_owned();
    follow(&tablet, &path, [&zhou, &wang], name).await?;
    tablet.close().await?;
    Ok(())
}

/// From the check to the approved close: 周老师 is at the tablet, 王老师 closes. Ends at the list of cases.
async fn follow(tablet: &Tablet, path: &str, [zhou, wang]: [&str; 2], name: &str) -> Step {
    check(tablet, "真实失学", "失学辍学原因", "厌学", name).await?;
    step(tablet, "认定真实失学").await?;
    tablet.shot(&format!("{name}-step")).await?;
    save(tablet, "认定真实失学，已记录并签名").await?;
    tablet.see("已签名").await?;
    tablet.shot(&format!("{name}-confirmed")).await?;

    // Somebody goes and persuades; the family promises a day.
    tablet.tap("link", "记录劝返").await?;
    tablet.tap("radio", "家访").await?;
    tablet.tap("radio", "同意返校").await?;
    tablet.fill("承诺返校日期", "2026-03-16").await?;
    tablet.fill("劝返情况", "家长愿意送回学校").await?;
    tablet.shot(&format!("{name}-persuasion")).await?;
    save(tablet, "劝返记录已保存").await?;
    tablet.see("第 1 次").await?;

    // The township's notice is filled from the case and printed.
    remedy(tablet, "登记已下达文书", "先登记文书").await?;
    tablet.fill("文书编号", "石政教〔2026〕3号").await?;
    tablet.fill("制发单位", "石门镇人民政府").await?;
    tablet.fill("限期", "2026-03-18").await?;
    save(tablet, "文书已保存").await?;
    tablet.see("还没登记送达").await?;
    tablet.tap(&format!("a[href^='{path}/print/notice']"), "打印").await?;
    tablet.see("督促入学通知书").await?;
    tablet.see("送达回证").await?;
    let text = tablet.text().await?;
    ensure(!text.contains("370299201209010013"), "a printed number is masked")?;
    ensure(text.contains("石门镇人民政府") && text.contains("2026年3月18日"), text)?;
    tablet.shot(&format!("{name}-notice")).await?;
    tablet.cdp("Emulation.setEmulatedMedia", serde_json::json!({"media": "print"})).await?;
    tablet.shot(&format!("{name}-notice-printed")).await?;
    ensure(!tablet.has("link", "个案").await?, "the rail is printed")?;
    tablet.cdp("Emulation.setEmulatedMedia", serde_json::json!({"media": ""})).await?;
    tablet.tap("link", "返回").await?;
    tablet.tap(&format!("a[href^='{path}/edit/notice/']:not([href$=new])"), "").await?;
    tablet.fill("送达日期", "2026-03-11").await?;
    tablet.tap("radio", "直接送达").await?;
    tablet.fill("签收人", "母亲").await?;
    save(tablet, "文书已保存").await?;
    tablet.see("2026年3月11日送达").await?;
    step(tablet, "登记已下达文书").await?;
    save(tablet, "已记录并签名").await?;
    tablet.see("已下达文书").await?;

    // Back in school, and on the roll.
    remedy(tablet, "登记已返校", "先登记返校").await?;
    tablet.choose_by_search("接收学校", "云岭中学").await?;
    tablet.fill("班级", "七年级2班").await?;
    tablet.fill("接收教师", "赵老师").await?;
    tablet.tap("[data-field=registered] .chip:first-of-type input", "").await?;
    tablet.fill("学籍号", "G370299201209010013").await?;
    tablet.fill("注册日期", "2026-03-11").await?;
    tablet.shot(&format!("{name}-enrolment")).await?;
    save(tablet, "复学与学籍已保存").await?;
    step(tablet, "登记已返校").await?;
    tablet.tap("radio", "劝返回原校").await?;
    save(tablet, "登记已返校，已记录并签名").await?;
    tablet.see("还缺材料：在读证明").await?;
    tablet.see("个上课日").await?;
    tablet.shot(&format!("{name}-returned")).await?;
    remedy(tablet, "确认稳定就读", "还缺：在读证明").await?;
    save(tablet, "材料已保存").await?;
    tablet.see_gone("还缺材料").await?;

    // Thirty school days later it is stable; who says so does not close it.
    tablet.set_clock(LATER).await?;
    tablet.reload().await?;
    unlock(tablet, "周老师", zhou).await?;
    tablet.see("今日").await?;
    to_the_case(tablet, path).await?;
    step(tablet, "确认稳定就读").await?;
    save(tablet, "确认稳定就读，已记录并签名").await?;
    tablet.tap("button", "批准销号").await?;
    tablet.see("销号要换一个人批准").await?;
    tablet.shot(&format!("{name}-own")).await?;
    hand_to(tablet, "王老师", wang).await?;
    to_the_case(tablet, path).await?;
    step(tablet, "批准销号").await?;
    save(tablet, "批准销号，已记录并签名").await?;
    tablet.see("已销号").await?;
    tablet.shot(&format!("{name}-closed")).await?;
    tablet.tap("link", "个案").await?;
    tablet.see("已销号").await?;
    tablet.shot(&format!("{name}-list")).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspect_followed_to_the_close_and_a_relapse_held_across() -> Step {
    from_suspect_to_close("case", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspect_followed_to_the_close_and_a_relapse_held_upright() -> Step {
    from_suspect_to_close("case-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_finding_is_sent_back_by_the_second_person() -> Step {
    let name = "case-sent-back";
    let (tablet, _, wang) = two_at_work(name, PORTRAIT).await?;
    let path = a_suspect(&tablet, "孙小海", "37029920120901003X", name).await?;
    check(&tablet, "非真实失学", "非真实失学原因", "在外地就读(学籍未转)", name).await?;
    tablet.tap("button", "认定非真实失学").await?;
    tablet.see("还缺：在读证明").await?;
    tablet.see("还缺：转学材料").await?;
    tablet.shot(&format!("{name}-missing")).await?;
    for paper in ["在读证明", "转学材料"] {
        tablet.tap("link", &format!("去办 还缺：{paper}")).await?;
        save(&tablet, "材料已保存").await?;
        if paper == "在读证明" {
            tablet.tap("button", "认定非真实失学").await?;
        }
    }
    step(&tablet, "认定非真实失学").await?;
    save(&tablet, "认定非真实失学，已记录并签名").await?;
    tablet.tap("button", "复核通过").await?;
    tablet.see("复核要换一个人").await?;
    tablet.shot(&format!("{name}-own")).await?;
    hand_to(&tablet, "王老师", &wang).await?;
    to_the_case(&tablet, &path).await?;
    tablet.find("link", "复核通过").await?;
    step(&tablet, "重新打开").await?;
    tablet.fill("说明", "在读证明没有公章，请重开").await?;
    save(&tablet, "重新打开，已记录并签名").await?;
    tablet.see("佐证不足").await?;
    tablet.see("接着办重新打开的个案").await?;
    tablet.shot(&format!("{name}-back")).await?;
    tablet.close().await?;
    Ok(())
}

/// Four children in three towns with a case each, and two teams, of which 周老师 is in the first.
pub(super) async fn four_cases_and_two_teams(tablet: &Tablet) -> Step {
    let numbers = ["370299201209010013", "37029920120901003X", "370299201209010056", "370299201209010072"];
    let names = ["林小满", "孙小海", "赵小河", "钱小溪"];
    let towns = ["石门镇", "石门镇", "云岭镇", "清河镇"];
    for ((who, number), town) in names.into_iter().zip(numbers).zip(towns) {
        tablet.open_here("/pupils/new").await?;
        tablet.fill("姓名", who).await?;
        tablet.fill("身份证件号码", number).await?;
        tablet.fill("乡镇", town).await?;
        let other = tablet.has("button", "不是同一人").await?;
        ensure(!other, "nobody looks alike")?;
        tablet.tap("button", "建立档案").await?;
        tablet.see("学生档案已建立").await?;
        let path = tablet.path().await?.split('?').next().unwrap_or_default().to_owned();
        tablet.open_here(&format!("{path}/edit/case/new")).await?;
        save(tablet, "个案已保存").await?;
    }
    tablet.tap("link", "个案").await?;
    tablet.see("4 个").await?;
    for team in ["督察一组", "督察二组"] {
        tablet.tap("button", "督察小组").await?;
        tablet.tap("button", "添加小组").await?;
        tablet.fill("名称", team).await?;
        if team == "督察一组" {
            tablet.tap("check", "周老师").await?;
        }
        tablet.tap("button", "保存").await?;
        tablet.see_gone("添加督察小组").await?;
    }
    Ok(())
}

/// Towns stay together; a list filtered by town is handed over; the team's own road.
#[tokio::test(flavor = "multi_thread")]
async fn cases_are_given_to_teams_by_town() -> Step {
    let name = "case-teams";
    let (tablet, ..) = two_at_work(name, LANDSCAPE).await?;
    four_cases_and_two_teams(&tablet).await?;
    tablet.tap("button", "督察小组").await?;
    tablet.see("督察二组").await?;
    tablet.shot(&format!("{name}-teams")).await?;
    tablet.tap("button", "关闭").await?;
    tablet.tap("button", "分派小组").await?;
    tablet.see("4 个个案还没有小组").await?;
    tablet.see("督察一组：2 个").await?;
    tablet.shot(&format!("{name}-assign")).await?;
    tablet.tap("[data-name=assign-now]", "分派").await?;
    tablet.see("已分派").await?;
    tablet.choose("督察小组", "督察一组").await?;
    tablet.see("2 个").await?;
    ensure(tablet.path().await?.contains("team="), "a filter stands in the address")?;
    tablet.shot(&format!("{name}-list")).await?;
    tablet.tap("link", "今日").await?;
    tablet.see("入户核查").await?;
    tablet.shot(&format!("{name}-today")).await?;
    tablet.close().await?;
    Ok(())
}
