//! A child's file from the first line to the last: a new pupil beside look-alikes, a field changed and taken back, a plan with
//! its goals, a placement that ends the one before, filters in the address, everything by keyboard once.

use thirtyfour::prelude::Key;

use super::steps::{begin, fixture};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning, in the tablet's own zone.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// A register with the county's lists in it.
async fn begun(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    for (file, words) in [("01-教育-学校名录.xlsx", "新增 52"), ("09-教育-送教上门名册.xlsx", "新增 170")]
    {
        tablet.tap("link", "交接").await?;
        tablet.upload("导入名册", &fixture(&format!("qinghe/{file}"))).await?;
        tablet.see(words).await?;
        tablet.tap("button", "导入").await?;
        tablet.see("名册已导入").await?;
    }
    Ok(tablet)
}

/// Finds a child of the roster and opens the file, by the keyboard alone.
async fn open_child(tablet: &Tablet) -> Step<String> {
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.see("1 名学生").await?;
    tablet.press(Key::Enter + "").await?;
    tablet.see("记录送教").await?;
    let path = tablet.path().await?;
    ensure(!path.contains("hmy"), format!("the address holds what was searched: {path}"))?;
    Ok(path.split('?').next().unwrap_or_default().to_owned())
}

/// A field is changed, read in the history with before and after, taken back, and set again.
async fn a_field_changed_and_taken_back(tablet: &Tablet, name: &str) -> Step {
    tablet.see("还没有填写安全提示").await?;
    tablet.tap("tab", "档案").await?;
    tablet.shot(&format!("{name}-file")).await?;
    tablet.tap("link", "修改郝沐玉").await?;
    tablet.fill("安全提示", "癫痫，随身带药").await?;
    tablet.shot(&format!("{name}-edit")).await?;
    // Something is still missing: the form says what, and saves all the same when asked to.
    tablet.tap("button", "保存").await?;
    tablet.see("还差").await?;
    tablet.shot(&format!("{name}-edit-gaps")).await?;
    tablet.tap("button", "先保存，以后补").await?;
    tablet.see("学生基本信息已保存").await?;
    tablet.see("癫痫，随身带药").await?;
    tablet.tap("tab", "修改记录").await?;
    tablet.see("周老师修改了档案").await?;
    tablet.shot(&format!("{name}-history")).await?;
    tablet.tap("button", "撤销").await?;
    tablet.see("已撤销").await?;
    tablet.see("还没有填写安全提示").await?;
    tablet.tap("button", "重做").await?;
    tablet.see_gone("还没有填写安全提示").await?;
    Ok(())
}

/// What was typed is found again; what is thrown away is gone.
async fn nothing_typed_is_lost(tablet: &Tablet) -> Step {
    tablet.tap("tab", "档案").await?;
    tablet.tap("link", "心理疏导记录").await?;
    tablet.fill("主要情况", "愿意说话了").await?;
    tablet.tap("button", "返回").await?;
    tablet.see("没写完的").await?;
    tablet.tap("link", "新的心理疏导记录").await?;
    tablet.see("接着上次没写完的内容").await?;
    let kept = tablet.find("field", "主要情况").await?.prop("value").await?.unwrap_or_default();
    ensure(kept == "愿意说话了", format!("the draft came back as “{kept}”"))?;
    tablet.tap("button", "放弃修改").await?;
    tablet.see("放弃写好的内容").await?;
    tablet.tap("dialog button[data-name=confirm]", "").await?;
    tablet.see("记录送教").await?;
    tablet.see_gone("没写完的").await?;
    Ok(())
}

/// A plan with one long and two short goals; a goal's state is set by one choice.
async fn a_plan_with_goals(tablet: &Tablet, name: &str) -> Step {
    tablet.tap("tab", "计划与目标").await?;
    tablet.tap("link", "写新计划").await?;
    tablet.fill("现状描述", "能自己坐稳，会握勺").await?;
    tablet.tap("button", "加一个长期目标").await?;
    tablet.tap("radio", "生活自理").await?;
    tablet.fill("目标", "自己吃完一顿饭").await?;
    tablet.tap("button", "加一个短期目标").await?;
    let texts = [("吃半碗饭", "5 次中 4 次"), ("自己擦嘴", "连续 3 次")];
    for (at, (goal, criterion)) in texts.into_iter().enumerate() {
        let within = format!(".goal-form.short:nth-of-type({}) ", at + 1);
        for (field, text) in [("text", goal), ("criterion", criterion)] {
            tablet.write(&format!("{within}[data-field={field}] :is(input, textarea)"), text).await?;
        }
    }
    tablet.shot(&format!("{name}-plan-form")).await?;
    tablet.tap("button", "保存").await?;
    tablet.tap("button", "先保存，以后补").await?;
    tablet.see("个别化教育计划已保存").await?;
    tablet.see("自己吃完一顿饭").await?;
    tablet.see("达成 0／2").await?;
    tablet.choose("“吃半碗饭”的状态", "达成").await?;
    tablet.see("达成 1／2").await?;
    tablet.shot(&format!("{name}-plans")).await?;
    Ok(())
}

/// A new placement ends the one before, in one save; both stay in the file.
async fn a_placement_changed(tablet: &Tablet, name: &str) -> Step {
    tablet.tap("tab", "档案").await?;
    tablet.tap("link", "添加教育安置").await?;
    tablet.choose_by_search("安置形式", "随班就读").await?;
    tablet.see("会在2026年3月10日结束").await?;
    tablet.shot(&format!("{name}-placement")).await?;
    tablet.tap("button", "保存").await?;
    if tablet.text().await?.contains("还差") {
        tablet.tap("button", "先保存，以后补").await?;
    }
    tablet.see("教育安置已保存").await?;
    tablet.tap("tab", "经历").await?;
    tablet.see("教育安置 · 随班就读").await?;
    tablet.see("至 2026年3月10日").await?;
    tablet.shot(&format!("{name}-timeline")).await?;
    Ok(())
}

/// Filters stand in the address, survive a look into a file, and can be cleared.
async fn filters_in_the_address(tablet: &Tablet, name: &str) -> Step {
    tablet.open_here("/pupils?mode=INCLUSIVE").await?;
    tablet.see("1 名学生").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.tap("tab", "修改记录").await?;
    tablet
        .until("the filter stays in the address", async || {
            let path = tablet.path().await?;
            Ok(path.contains("mode=INCLUSIVE") && path.contains("tab=history"))
        })
        .await?;
    tablet.shot(&format!("{name}-filtered")).await?;
    Ok(())
}

/// A new pupil: the look-alike is shown side by side; the file begins once somebody has looked.
async fn a_new_pupil(tablet: &Tablet, name: &str) -> Step {
    tablet.open_here("/pupils").await?;
    tablet.tap("button", "清空").await?;
    tablet.tap("link", "新学生").await?;
    tablet.fill("姓名", "林小满").await?;
    tablet.fill("身份证件号码", "370299201209010013").await?;
    tablet.see("没有发现相像的学生").await?;
    let birth = tablet.find("field", "出生日期").await?.prop("value").await?.unwrap_or_default();
    ensure(birth == "2012-09-01", format!("the birth follows from the number, not “{birth}”"))?;
    tablet.shot(&format!("{name}-new")).await?;
    tablet.tap("button", "建立档案").await?;
    tablet.see("学生档案已建立").await?;
    tablet.shot(&format!("{name}-new-file")).await?;
    tablet.open_here("/pupils/new").await?;
    tablet.fill("姓名", "林小满").await?;
    tablet.fill("身份证件号码", "370299201209010013").await?;
    tablet.see("可能是同一名学生").await?;
    tablet.see("身份证号相同").await?;
    tablet.shot(&format!("{name}-look-alike")).await?;
    let begin = tablet.find("button", "建立档案").await?;
    ensure(!begin.is_enabled().await?, "a look-alike holds the file back until somebody has looked")?;
    tablet.tap("button", "是同一人，打开档案").await?;
    tablet.see("林小满").await?;
    Ok(())
}

/// The file is deleted with a reason, out of the list, and brought back from the deleted ones.
async fn deleted_and_brought_back(tablet: &Tablet, name: &str) -> Step {
    tablet.tap("button", "更多操作").await?;
    tablet.tap("[role=menuitem]", "删除档案").await?;
    tablet.fill("删除原因", "重复建档").await?;
    tablet.tap("button", "删除档案").await?;
    tablet.see("这份档案已删除").await?;
    tablet.shot(&format!("{name}-deleted")).await?;
    tablet.open_here("/pupils?deleted=1").await?;
    tablet.see("1 名学生").await?;
    tablet.tap("row", "林小满").await?;
    tablet.tap("button", "恢复档案").await?;
    tablet.see("档案已恢复").await?;
    tablet.see_gone("这份档案已删除").await?;
    Ok(())
}

/// From the search to a saved field without touching the screen.
async fn all_by_keyboard(tablet: &Tablet) -> Step {
    tablet.open_here("/pupils").await?;
    let search = tablet.find("field", "查找学生").await?;
    search.clear().await?;
    search.send_keys("hmy").await?;
    tablet.see("1 名学生").await?;
    tablet.press(Key::Down + "").await?;
    tablet.press(Key::Enter + "").await?;
    tablet.find("tab", "经历").await?.send_keys(Key::Right + "").await?;
    tablet.find("tab", "计划与目标").await?.send_keys(Key::Right + "").await?;
    tablet.find("link", "修改郝沐玉").await?.send_keys(Key::Enter + "").await?;
    tablet.find("field", "曾用名").await?.send_keys("郝小玉" + Key::Enter).await?;
    tablet.see("还差").await?;
    tablet.find("button", "先保存，以后补").await?.send_keys(Key::Enter + "").await?;
    tablet.see("学生基本信息已保存").await?;
    tablet.see("郝小玉").await?;
    Ok(())
}

/// Messages at the foot of the page have gone.
async fn quiet(tablet: &Tablet) -> Step {
    tablet.until("no message is in the way", async || Ok(!tablet.has(".toast", "").await?)).await
}

/// What failed of a part, told with its name; the other parts are tried all the same.
async fn told(tablet: &Tablet, failures: &mut Vec<String>, part: &str, outcome: Step) -> Step {
    if let Err(why) = outcome {
        tablet.shot(&format!("failed-child-{}", failures.len())).await?;
        failures.push(format!("{part}: {why}"));
    }
    quiet(tablet).await
}

async fn a_childs_file(name: &str, size: (u32, u32)) -> Step {
    let tablet = begun(name, size).await?;
    tablet.tap("link", "学生").await?;
    tablet.see("170 名学生").await?;
    tablet.shot(&format!("{name}-list")).await?;
    let child = open_child(&tablet).await?;
    tablet.shot(&format!("{name}-card")).await?;
    let mut failures = Vec::new();
    told(&tablet, &mut failures, "a field", a_field_changed_and_taken_back(&tablet, name).await).await?;
    tablet.open_here(&child).await?;
    told(&tablet, &mut failures, "a draft", nothing_typed_is_lost(&tablet).await).await?;
    tablet.open_here(&child).await?;
    told(&tablet, &mut failures, "a plan", a_plan_with_goals(&tablet, name).await).await?;
    tablet.open_here(&child).await?;
    told(&tablet, &mut failures, "a placement", a_placement_changed(&tablet, name).await).await?;
    told(&tablet, &mut failures, "the keyboard", all_by_keyboard(&tablet).await).await?;
    told(&tablet, &mut failures, "filters", filters_in_the_address(&tablet, name).await).await?;
    told(&tablet, &mut failures, "a new pupil", a_new_pupil(&tablet, name).await).await?;
    told(&tablet, &mut failures, "a deleted file", deleted_and_brought_back(&tablet, name).await).await?;
    ensure(failures.is_empty(), failures.join("\n\n"))?;
    tablet.close().await?;
    Ok(())
}

/// Brings a part of the page into sight and takes its picture.
async fn look(tablet: &Tablet, selector: &str, shot: &str) -> Step {
    tablet.script("document.querySelector(arguments[0])?.scrollIntoView()", vec![selector.into()]).await?;
    tablet.shot(shot).await?;
    Ok(())
}

/// The file of a practice child, which has a term behind it: timeline in pages, goals with ratings, papers, a number seen in
/// full and that look in the log.
async fn a_practice_file(name: &str, size: (u32, u32)) -> Step {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("上次送教").await?;
    tablet.tap("link", "学生").await?;
    tablet.see("60 名学生").await?;
    tablet.shot(&format!("{name}-list")).await?;
    tablet.tap("button", "筛选").await?;
    tablet.choose("安置形式", "送教上门").await?;
    tablet
        .until("the address holds the filter", async || Ok(tablet.path().await?.contains("mode=HOME")))
        .await?;
    tablet.choose("排序", "要办的在前").await?;
    tablet.shot(&format!("{name}-filters")).await?;
    tablet.tap(".vlist-row", "").await?;
    tablet.see("记录送教").await?;
    tablet.shot(&format!("{name}-card")).await?;
    look(&tablet, ".tabs", &format!("{name}-timeline")).await?;
    let entries = async || -> Step<u64> {
        let count =
            tablet.script("return document.querySelectorAll('.timeline-item').length", vec![]).await?;
        Ok(count.as_u64().unwrap_or_default())
    };
    ensure(entries().await? == 20, "the timeline comes a page at a time")?;
    tablet.tap("button", "查看更早的记录").await?;
    tablet.until("older entries join", async || Ok(entries().await? > 20)).await?;
    tablet.tap("tab", "计划与目标").await?;
    look(&tablet, ".tabs", &format!("{name}-plans")).await?;
    tablet.tap("tab", "档案").await?;
    look(&tablet, ".tabs", &format!("{name}-file")).await?;
    tablet.tap("button", "显示完整号码").await?;
    tablet.see("370299").await?;
    tablet.tap("tab", "材料与照片").await?;
    look(&tablet, ".tabs", &format!("{name}-papers")).await?;
    tablet.tap("tab", "修改记录").await?;
    look(&tablet, ".tabs", &format!("{name}-history")).await?;
    look(&tablet, "[data-name=looks]", &format!("{name}-looks")).await?;
    tablet.see("看了“").await?;
    tablet.tap("[data-name=language]", "").await?;
    tablet.see("saw “").await?;
    look(&tablet, ".child-head", &format!("{name}-english")).await?;
    tablet.tap("tab", "File").await?;
    look(&tablet, ".tabs", &format!("{name}-english-file")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_file_on_a_tablet_held_across() -> Step {
    a_practice_file("practice-child", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_practice_file_on_a_tablet_held_upright() -> Step {
    a_practice_file("practice-child-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_childs_file_on_a_tablet_held_across() -> Step {
    a_childs_file("child", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_childs_file_on_a_tablet_held_upright() -> Step {
    a_childs_file("child-upright", PORTRAIT).await
}
