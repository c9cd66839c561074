//! The county's office: rules with their sources, the calendar, code lists with the county's own choices, schools and staff.

use super::steps::begin;
use super::transfer::take_in_county;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning, in the tablet's own zone.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// A tablet with a register and nothing in it.
async fn begun(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    Ok(tablet)
}

/// A tablet with the county's schools and its home-teaching roster.
async fn at_work(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = begun(name, size).await?;
    tablet.tap("link", "交接").await?;
    take_in_county(&tablet).await?;
    quiet(&tablet).await?;
    Ok(tablet)
}

/// Waits until no message stands over the page's foot.
async fn quiet(tablet: &Tablet) -> Step {
    tablet.until("no message is in the way", async || Ok(!tablet.has(".toast", "").await?)).await
}

/// The rules decide what is due: a new frequency shows on Today at once, and undone it is as it was.
async fn rules(name: &str, size: (u32, u32)) -> Step {
    let tablet = begun(name, size).await?;
    new_pupil(&tablet, "林小满").await?;
    tablet.tap("tab", "档案").await?;
    tablet.tap("link", "教育安置").await?;
    tablet.choose_by_search("安置形式", "送教上门").await?;
    tablet.fill("起始日期", "2026-03-02").await?;
    tablet.tap("button", "保存").await?;
    if tablet.has("button", "先保存，以后补").await? {
        tablet.tap("button", "先保存，以后补").await?;
    }
    tablet.see("教育安置已保存").await?;
    tablet.tap("link", "今日").await?;
    tablet.see("规定每周 2 次").await?;
    tablet.tap("link", "设置").await?;
    tablet.shot(&format!("{name}-tablet")).await?;
    tablet.tap("tab", "县里规定").await?;
    tablet.see("每周 2 次 · 每次 3 课时").await?;
    tablet.see("缺课几天提醒").await?;
    tablet.shot(&format!("{name}-rules")).await?;
    tablet.tap("button", "添加频次规定").await?;
    tablet.fill("起始日期", "2026-03-01").await?;
    tablet.fill("每周次数", "1").await?;
    tablet.fill("依据文件", "青禾县教体局〔2026〕5号").await?;
    tablet.shot(&format!("{name}-rule")).await?;
    tablet.tap("button", "保存").await?;
    tablet.see("每周 1 次 · 每次 3 课时").await?;
    tablet.see("青禾县教体局〔2026〕5号").await?;
    tablet.tap("link", "今日").await?;
    tablet.see("规定每周 1 次").await?;
    tablet.shot(&format!("{name}-today")).await?;

    // The history takes it back, and Today is as it was.
    tablet.tap("link", "设置").await?;
    tablet.tap("tab", "县里规定").await?;
    quiet(&tablet).await?;
    tablet.see("周老师修改了县级设置").await?;
    tablet.shot(&format!("{name}-in-force")).await?;
    tablet.tap("[data-name=changes] button", "撤销").await?;
    tablet.see("本县还没有规定频次").await?;
    tablet.tap("link", "今日").await?;
    tablet.see("规定每周 2 次").await?;

    // A figure out of its range is refused with the range; one within it is the county's, and goes back by one tap.
    tablet.tap("link", "设置").await?;
    tablet.tap("tab", "县里规定").await?;
    quiet(&tablet).await?;
    tablet.tap("button", "修改“缺课几天认定辍学”").await?;
    tablet.fill("缺课几天认定辍学", "400").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("应在 1 到 365 之间").await?;
    tablet.shot(&format!("{name}-range")).await?;
    tablet.fill("缺课几天认定辍学", "5").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("不能比“缺课几天列为疑似辍学”少").await?;
    tablet.fill("缺课几天认定辍学", "45").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("45 天").await?;
    tablet.see("默认 31 天").await?;
    quiet(&tablet).await?;
    tablet.shot(&format!("{name}-changed")).await?;
    tablet.tap("button", "把“缺课几天认定辍学”恢复默认").await?;
    tablet.see("已恢复默认").await?;
    tablet.see_gone("默认 31 天").await?;

    // The calendar: a day off by a tap.
    tablet.tap("link", "设置").await?;
    tablet.tap("tab", "校历").await?;
    tablet.see("2025-2026 学年").await?;
    tablet.shot(&format!("{name}-calendar")).await?;
    tablet.tap("button", "3月12日 周四").await?;
    tablet.fill("原因", "大雪停课").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("大雪停课").await?;
    tablet.find("button", "3月12日 周四，停课，大雪停课").await?;
    quiet(&tablet).await?;
    tablet.tap("button", "English").await?;
    tablet.see("School year 2025-2026").await?;
    tablet.shot(&format!("{name}-calendar-en")).await?;
    tablet.tap("tab", "County rules").await?;
    tablet.shot(&format!("{name}-rules-en")).await?;
    tablet.close().await?;
    Ok(())
}

/// A county's own choice is added to a list that allows it, and offered where the list is asked for.
async fn own_choice(name: &str, size: (u32, u32)) -> Step {
    let tablet = at_work(name, size).await?;
    tablet.tap("link", "设置").await?;
    tablet.tap("tab", "代码表").await?;
    tablet.see("未送教原因").await?;
    tablet.shot(&format!("{name}-lists")).await?;
    tablet.fill("查找代码表或选项", "xingbie").await?;
    tablet.see("性别").await?;
    tablet.fill("查找代码表或选项", "qqqq").await?;
    tablet.see("没有找到").await?;
    tablet.fill("查找代码表或选项", "xssb").await?;
    tablet.tap("button", "未送教原因").await?;
    tablet.see("可以添加本县的选项").await?;
    tablet.tap("button", "添加本县的选项").await?;
    tablet.fill("中文", "学生生病").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("已经有了").await?;
    tablet.fill("中文", "大雪封山").await?;
    tablet.fill("英文", "Snowed in").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("大雪封山").await?;
    tablet.shot(&format!("{name}-list")).await?;
    tablet.tap("button", "全部代码表").await?;
    tablet.fill("查找代码表或选项", "sex").await?;
    tablet.tap("button", "性别").await?;
    tablet.see("统一标准，不能添加").await?;
    ensure(!tablet.has("button", "添加本县的选项").await?, "a standard is closed")?;
    tablet.tap("link", "今日").await?;
    tablet.tap("button", "今天不去").await?;
    tablet.see("大雪封山").await?;
    tablet.shot(&format!("{name}-offered")).await?;
    tablet.close().await?;
    Ok(())
}

/// Schools and staff: found, filtered, changed, added.
async fn schools(name: &str, size: (u32, u32)) -> Step {
    let tablet = at_work(name, size).await?;
    tablet.tap("link", "学校").await?;
    tablet.see("52 所").await?;
    tablet.shot(&format!("{name}-schools")).await?;
    tablet.choose("类别", "其他特殊教育学校").await?;
    tablet.see("1 所").await?;
    let row = tablet.words("[role=row]", "").await?;
    let school = row.lines().next().unwrap_or_default().to_owned();
    tablet.tap("row", &school).await?;
    tablet.see("第一责任人").await?;
    tablet.see("学生 81").await?;
    tablet.shot(&format!("{name}-school")).await?;
    tablet.tap("button", "修改").await?;
    tablet.fill("校长（第一责任人）", "石校长").await?;
    tablet.shot(&format!("{name}-edit")).await?;
    tablet.tap("button", "保存").await?;
    tablet.see("石校长").await?;
    tablet.tap("link", "学校").await?;
    tablet.tap("tab", "教职工").await?;
    tablet.shot(&format!("{name}-staff")).await?;
    tablet.tap("button", "添加教职工").await?;
    tablet.fill("姓名", "韩雨").await?;
    tablet.tap("any", "送教教师").await?;
    tablet.tap("button", "保存").await?;
    tablet.see("在这台平板上没有口令").await?;
    tablet.shot(&format!("{name}-person")).await?;
    tablet.close().await?;
    Ok(())
}

/// A pupil begun by hand.
async fn new_pupil(tablet: &Tablet, name: &str) -> Step {
    tablet.tap("link", "学生").await?;
    tablet.tap("any", "新学生").await?;
    tablet.fill("姓名", name).await?;
    tablet.fill("乡镇（街道）", "石门镇").await?;
    tablet.fill("村（社区）", "下石门村").await?;
    tablet.tap("button", "建立档案").await?;
    tablet.see("学生档案已建立").await?;
    quiet(tablet).await
}

/// Two files of one child: found on the worklist, joined with what the one lacks, parted again; then told apart for good.
async fn look_alikes(name: &str, size: (u32, u32)) -> Step {
    let tablet = begun(name, size).await?;
    new_pupil(&tablet, "林小满").await?;
    new_pupil(&tablet, "林晓满").await?;
    ensure(!tablet.has("link", "待核对").await?, "nothing is to be decided yet")?;
    // The second name was a slip; corrected, the two look alike.
    tablet.tap("tab", "档案").await?;
    tablet.tap("link", "修改林晓满").await?;
    tablet.fill("姓名", "林小满").await?;
    tablet.fill("安全提示", "癫痫，随身带药").await?;
    tablet.tap("button", "保存").await?;
    tablet.tap("button", "先保存，以后补").await?;
    quiet(&tablet).await?;
    tablet.tap("link", "待核对").await?;
    tablet.see("同名，同一个村居").await?;
    tablet.shot(&format!("{name}-list")).await?;
    tablet.tap("row", "林小满").await?;
    tablet.see("是同一个孩子吗").await?;
    tablet.shot(&format!("{name}-pair")).await?;
    tablet.tap("button", "是同一个孩子，合并").await?;
    tablet.see("以哪一份为准").await?;
    tablet.see("另一份不再列在名单里").await?;
    tablet.shot(&format!("{name}-join")).await?;
    tablet.tap("button[data-name=join-files]", "合并").await?;
    tablet.see("两份档案已合并").await?;
    quiet(&tablet).await?;
    tablet.tap("link", "学生").await?;
    tablet.see("1 名学生").await?;

    tablet.tap("link", "待核对").await?;
    tablet.tap("tab", "已合并").await?;
    tablet.tap("row", "林小满").await?;
    tablet.see("这份档案已经并入").await?;
    tablet.shot(&format!("{name}-joined")).await?;
    tablet.tap("button", "拆开").await?;
    tablet.see("已拆开").await?;
    quiet(&tablet).await?;
    tablet.tap("link", "学生").await?;
    tablet.see("2 名学生").await?;

    tablet.tap("link", "待核对").await?;
    tablet.tap("tab", "全部").await?;
    tablet.tap("row", "林小满").await?;
    tablet.tap("button", "不是同一个孩子").await?;
    tablet.fill("说明", "堂兄弟").await?;
    tablet.shot(&format!("{name}-apart")).await?;
    tablet.tap("button", "确认不是同一个孩子").await?;
    tablet.see("不再提示这一对").await?;
    tablet.see("这一件已经处理好了").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_of_one_child() -> Step {
    look_alikes("worklist", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_of_one_child_held_upright() -> Step {
    look_alikes("worklist-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_decide_what_is_due() -> Step {
    rules("county", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_on_a_tablet_held_upright() -> Step {
    rules("county-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_countys_own_choice_is_offered() -> Step {
    own_choice("codes", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn schools_and_staff() -> Step {
    schools("organisation", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn schools_and_staff_held_upright() -> Step {
    schools("organisation-upright", PORTRAIT).await
}
