//! Without a finger: a visit recorded by the keyboard alone, what a screen reader is told meanwhile, and an input method that
//! composes.

use serde_json::{Value, json};

use super::teacher::take_in;
use crate::harness::{Host, LANDSCAPE, Step, Tablet, ensure};

const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

/// What the browser tells a screen reader: role and name of everything, in the order of reading.
async fn told(tablet: &Tablet) -> Step<Vec<(String, String)>> {
    let tree = tablet.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let word = |value: &Value| value["value"].as_str().unwrap_or_default().to_owned();
    let nodes = tree["nodes"].as_array().ok_or("no accessibility tree")?;
    let told = nodes.iter().filter(|node| node["ignored"] != true);
    Ok(told.map(|node| (word(&node["role"]), word(&node["name"]))).collect())
}

/// Each of these roles and names is told.
async fn hears(tablet: &Tablet, wanted: &[(&str, &str)]) -> Step {
    let told = told(tablet).await?;
    for (role, name) in wanted {
        let found = told.iter().any(|(is, says)| is == role && says.contains(name));
        ensure(found, format!("a screen reader hears no {role} “{name}” among {told:?}"))?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_is_recorded_by_keys_alone_and_told_to_a_screen_reader() -> Step {
    let tablet = Tablet::start("by-keys", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("怎样开始").await?;
    hears(&tablet, &[("main", ""), ("heading", "怎样开始"), ("button", "建立档案")]).await?;
    tablet.key_press("button", "建立档案").await?;
    tablet.key_fill("档案名称", "青禾县").await?;
    tablet.key_fill("您的姓名", "周老师").await?;
    let words = tablet.words("[data-name=passphrase]", "").await?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    tablet.key_fill("再输入一遍口令", &words).await?;
    // Enter in the last field sends the form.
    tablet.press(thirtyfour::Key::Enter).await?;
    tablet.see("恢复码不保存在平板上").await?;
    tablet.tab_to("check", "我已把恢复码").await?;
    tablet.press(" ").await?;
    tablet.key_press("button", "进入档案").await?;
    tablet.see("今日").await?;
    // Lists are files, which no key can choose in a driven browser.
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;

    tablet.key_press("link", "跳到正文").await?;
    let in_main = "return document.activeElement.id === 'main'";
    ensure(tablet.script(in_main, vec![]).await? == true, "the way past the rail leads nowhere")?;
    tablet.key_press("link", "学生").await?;
    tablet.key_fill("查找学生", "hmy").await?;
    tablet.see("郝沐玉").await?;
    // The arrow leads from the search into the list, Enter opens the child.
    tablet.press(thirtyfour::Key::Down).await?;
    tablet.press(thirtyfour::Key::Enter).await?;
    tablet.see("常曦馨").await?;
    hears(
        &tablet,
        &[
            ("navigation", "主要页面"),
            ("main", ""),
            ("heading", "郝沐玉"),
            ("tab", "档案"),
            ("grid", "学生名单"),
        ],
    )
    .await?;
    tablet.key_press("link", "记录送教").await?;
    tablet.see("送教情况").await?;
    tablet.key_choose("radio", "完成").await?;
    tablet.see("学生今天怎么样").await?;
    hears(
        &tablet,
        &[
            ("radiogroup", "送教情况"),
            ("textbox", "教学内容"),
            ("textbox", "学生表现"),
            ("button", "核对并保存"),
        ],
    )
    .await?;
    tablet.key_choose("check", "精神好").await?;
    tablet.key_fill("教学内容", "认识五种水果").await?;
    tablet.key_choose("radio", "独立完成").await?;
    tablet.key_fill("学生表现", "能指出三种").await?;
    tablet.key_choose("check", "亲子游戏").await?;
    tablet.key_fill("布置任务", "饭前指认水果").await?;
    tablet.key_choose("radio", "是").await?;
    tablet.key_choose("radio", "按手印").await?;
    tablet.key_fill("见证人", "村委会王主任").await?;
    tablet.key_press("button", "核对并保存").await?;
    tablet.see("最后看一遍").await?;
    hears(&tablet, &[("dialog", "最后看一遍"), ("button", "保存送教记录")]).await?;
    tablet.key_press("button", "保存送教记录").await?;
    tablet.see("送教记录已保存").await?;
    hears(&tablet, &[("status", "")]).await?;
    let said = "return [...document.querySelectorAll('[role=status], [role=alert]')].map((one) => one.textContent).join('|')";
    let said = tablet.script(said, vec![]).await?;
    let said = said.as_str().unwrap_or_default();
    for words in ["送教记录已保存", "已保存在本平板"] {
        ensure(said.contains(words), format!("“{words}” is not told by itself: {said}"))?;
    }
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_input_method_composes_undisturbed() -> Step {
    let tablet = Tablet::start("composing", LANDSCAPE, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.tap("link", "学生").await?;
    tablet.see("60 名学生").await?;
    let compose = async |text: &str| {
        let length = text.chars().count();
        let parameters = json!({"text": text, "selectionStart": length, "selectionEnd": length});
        tablet.cdp("Input.imeSetComposition", parameters).await
    };
    tablet.find("field", "查找学生").await?.click().await?;
    // The letters of pinyin that nobody has typed yet find nobody, and Enter ends the composing and nothing else.
    compose("zzz").await?;
    tablet.settle().await?;
    ensure(tablet.text().await?.contains("60 名学生"), "the search answers to what is only being composed")?;
    let enter = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, isComposing: true }))";
    tablet.script(enter, vec![]).await?;
    ensure(tablet.path().await? == "/pupils", "Enter while composing opened a child")?;
    tablet.cdp("Input.insertText", json!({"text": "镇"})).await?;
    tablet.see_gone("60 名学生").await?;
    let held = tablet.find("field", "查找学生").await?.prop("value").await?;
    ensure(held.as_deref() == Some("镇"), format!("the search holds {held:?}"))?;
    tablet.close().await?;
    Ok(())
}
