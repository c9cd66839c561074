//! How much work an ordinary visit is: every required field, two goals or more, a photo, a signature, in a teacher's own hand.

use super::steps::begin;
use super::teacher::{agree_to_photos, photo, take_in};
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

/// A Wednesday of the spring term, mid-morning.
const SCHOOL_DAY: &str = "2026-03-11T10:30:00";
/// What a visit may cost: taps, opened keyboards and strokes; and letters typed.
const MOST_ACTIVATIONS: u32 = 20;
const MOST_TYPED: u32 = 30;
const PIN: &str = "2580";

/// The words that a visit is recorded with, as a language has them.
struct Words {
    record: &'static str,
    took_place: &'static str,
    state: &'static str,
    step: &'static str,
    performance: (&'static str, &'static str),
    guidance: &'static str,
    homework: (&'static str, &'static str),
    photo: &'static str,
    first_photo: &'static str,
    yes: &'static str,
    hand_over: &'static str,
    pad: &'static str,
    hand_back: &'static str,
    pin: &'static str,
    go_back: &'static str,
    last_look: &'static str,
    save: &'static str,
    saved: &'static str,
    recorded_today: &'static str,
}

const ZH: Words = Words {
    record: "记录送教",
    took_place: "完成",
    state: "精神好",
    step: "2",
    performance: ("学生表现", "能指出三种"),
    guidance: "亲子游戏",
    homework: ("布置任务", "饭前指认水果"),
    photo: "拍照",
    first_photo: "照片 1",
    yes: "是",
    hand_over: "请监护人签字",
    pad: "监护人签名",
    hand_back: "交还老师",
    pin: "老师输入签字页密码返回",
    go_back: "返回记录",
    last_look: "最后看一遍",
    save: "保存送教记录",
    saved: "已保存在本平板",
    recorded_today: "今天已记录",
};

const EN: Words = Words {
    record: "Record a visit",
    took_place: "It took place",
    state: "Lively",
    step: "2",
    performance: ("How the pupil did", "Named three"),
    guidance: "Play together",
    homework: ("Tasks until next time", "Name the fruit"),
    photo: "Take a photo",
    first_photo: "Photo 1",
    yes: "Yes",
    hand_over: "Hand over for signature",
    pad: "Guardian's signature",
    hand_back: "give it back",
    pin: "Teacher: type your PIN to go back",
    go_back: "Back to the record",
    last_look: "A last look",
    save: "Save the visit",
    saved: "Saved on this tablet",
    recorded_today: "Recorded today",
};

/// Rates every goal of the open plan; gives how many there were.
async fn rate_goals(tablet: &Tablet, step: &str) -> Step<usize> {
    let count = tablet
        .script("return document.querySelectorAll('[data-field=goals] .rating').length", vec![])
        .await?;
    let count = usize::try_from(count.as_u64().unwrap_or_default())?;
    for goal in 1..=count {
        tablet.tap(&format!("[data-field=goals] > .field:nth-child({goal}) .chip input"), step).await?;
    }
    Ok(count)
}

async fn an_ordinary_visit(tablet: &Tablet, name: &str, words: &Words) -> Step {
    tablet.take_effort();
    tablet.tap("link", words.record).await?;
    tablet.tap("radio", words.took_place).await?;
    tablet.tap("check", words.state).await?;
    let goals = rate_goals(tablet, words.step).await?;
    ensure(goals >= 2, format!("the plan has {goals} open goals"))?;
    tablet.tap("[data-field=rating] .chip input", words.step).await?;
    tablet.fill(words.performance.0, words.performance.1).await?;
    tablet.tap("check", words.guidance).await?;
    tablet.fill(words.homework.0, words.homework.1).await?;
    tablet.shot(&format!("{name}-written")).await?;
    // The button opens the camera, which takes one tap more.
    tablet.tap("button", words.photo).await?;
    tablet.upload(words.photo, &photo()).await?;
    let camera = 1;
    tablet.until("the photo is in the visit", async || tablet.has("image", words.first_photo).await).await?;
    tablet.tap("radio", words.yes).await?;
    tablet.shot(&format!("{name}-proof")).await?;
    tablet.tap("button", words.hand_over).await?;
    tablet.sign(words.pad).await?;
    tablet.shot(&format!("{name}-guardian")).await?;
    tablet.tap("button", words.hand_back).await?;
    tablet.fill(words.pin, PIN).await?;
    tablet.tap("button", words.go_back).await?;
    tablet.see(words.last_look).await?;
    tablet.shot(&format!("{name}-review")).await?;
    tablet.tap("button", words.save).await?;
    tablet.see(words.saved).await?;
    tablet.see(words.recorded_today).await?;
    let effort = tablet.take_effort();
    let activations = effort.activations + camera;
    println!("{name}: {activations} activations, {} characters typed, {goals} goals", effort.typed);
    ensure(activations <= MOST_ACTIVATIONS, format!("{activations} activations"))?;
    ensure(effort.typed <= MOST_TYPED, format!("{} characters typed", effort.typed))
}

/// A register with the county's roster, the teacher's PIN set; 郝沐玉 has a plan with two goals and consent to photographs.
async fn prepared(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.tap("link", "设置").await?;
    tablet.tap("[data-name=people]", "").await?;
    tablet.tap("button", "设密码").await?;
    tablet.fill("4 到 6 位数字", PIN).await?;
    tablet.fill("再输入一遍", PIN).await?;
    tablet.tap("[data-name=save-pin]", "保存").await?;
    tablet.see("签字页密码已设好").await?;
    open_child(&tablet).await?;
    a_plan(&tablet).await?;
    tablet.tap("link", "记录送教").await?;
    tablet.tap("radio", "完成").await?;
    agree_to_photos(&tablet).await?;
    tablet.tap("button", "丢弃草稿").await?;
    tablet.tap("[data-name=confirm]", "丢弃草稿").await?;
    tablet.see("教学周").await?;
    open_child(&tablet).await?;
    Ok(tablet)
}

async fn open_child(tablet: &Tablet) -> Step {
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.see("记录送教").await
}

async fn a_plan(tablet: &Tablet) -> Step {
    tablet.tap("tab", "计划与目标").await?;
    tablet.tap("link", "写新计划").await?;
    tablet.tap("button", "加一个长期目标").await?;
    tablet.tap("radio", "生活自理").await?;
    tablet.fill("目标", "自己吃完一顿饭").await?;
    tablet.tap("button", "加一个短期目标").await?;
    for (at, (goal, criterion)) in
        [("吃半碗饭", "5 次中 4 次"), ("自己擦嘴", "连续 3 次")].into_iter().enumerate()
    {
        let within = format!(".goal-form.short:nth-of-type({}) ", at + 1);
        for (field, text) in [("text", goal), ("criterion", criterion)] {
            tablet.write(&format!("{within}[data-field={field}] :is(input, textarea)"), text).await?;
        }
    }
    tablet.tap("button", "保存").await?;
    tablet.tap("button", "先保存，以后补").await?;
    tablet.see("个别化教育计划已保存").await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordinary_visit_takes_twenty_activations_at_most_held_upright() -> Step {
    let tablet = prepared("effort-upright", PORTRAIT).await?;
    an_ordinary_visit(&tablet, "effort-upright", &ZH).await?;
    tablet.shot("effort-upright-saved").await?;

    // The same teachers cannot be elsewhere at that time, nor can it be tomorrow already.
    open_child(&tablet).await?;
    tablet.tap("link", "记录送教").await?;
    tablet.tap("radio", "完成").await?;
    tablet.tap("[data-name=unfold]", "修改").await?;
    tablet.fill("开始时间", "09:00").await?;
    tablet.fill("结束时间", "10:00").await?;
    tablet.see("郝沐玉家送教（08:30–10:30）").await?;
    // Two fields of the form have this word in their label.
    let pick = "const field = document.querySelector('[data-field=date] input'); field.value = '2026-03-12';
                field.dispatchEvent(new Event('change', { bubbles: true }));";
    tablet.script(pick, vec![]).await?;
    tablet.see("日期在今天之后").await?;
    tablet.shot("effort-upright-overlap").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordinary_visit_takes_twenty_activations_at_most_held_across_in_english() -> Step {
    let tablet = prepared("effort-en", LANDSCAPE).await?;
    tablet.tap("button", "English").await?;
    an_ordinary_visit(&tablet, "effort-en", &EN).await?;
    tablet.shot("effort-en-saved").await?;
    tablet.close().await?;
    Ok(())
}
