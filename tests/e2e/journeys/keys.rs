//! The keys of a tablet: beginning, locking, wrong passphrases, two people, the recovery sheet, a second tab.

use super::steps::{begin, begin_with_sheet, type_shown_words, unlock};
use super::teacher::take_in;
use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

const SCHOOL_DAY: &str = "2026-03-11T10:30:00";

async fn bare(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("怎样开始").await?;
    Ok(tablet)
}

pub(super) async fn to_people(tablet: &Tablet) -> Step {
    tablet.tap("link", "设置").await?;
    tablet.tap("link", "管理使用人").await?;
    tablet.see("这台平板的使用人").await
}

pub(super) async fn lock(tablet: &Tablet) -> Step {
    tablet.tap("button", "锁定").await?;
    tablet.see("已锁定").await
}

async fn the_field_with_the_focus(tablet: &Tablet) -> Step<String> {
    let script = "const field = document.activeElement && document.activeElement.closest('[data-field]');
                  return field ? field.dataset.field : '';";
    Ok(tablet.script(script, vec![]).await?.as_str().unwrap_or_default().to_owned())
}

async fn two_people(name: &str, size: (u32, u32)) -> Step {
    let tablet = bare(name, size).await?;
    tablet.shot(&format!("{name}-ways")).await?;
    let (zhou, code) = begin_with_sheet(&tablet).await?;
    ensure(code.len() == 34, format!("seven groups of four: {code}"))?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;

    // 王老师 gets an own passphrase, one that is not too weak.
    to_people(&tablet).await?;
    tablet.shot(&format!("{name}-people")).await?;
    tablet.tap("button", "添加使用人").await?;
    tablet.fill("您的姓名", "王老师").await?;
    tablet.tap("button", "自己定一个").await?;
    tablet.fill("自己定的口令", "20260311").await?;
    tablet.see("只有数字太容易猜到").await?;
    tablet.tap("button", "还是用生成的").await?;
    let wang = type_shown_words(&tablet).await?;
    tablet.shot(&format!("{name}-add")).await?;
    tablet.tap("button", "添加").await?;
    tablet.see("王老师 可以用自己的口令解锁了").await?;
    tablet.see("2 位使用人").await?;

    // The one's passphrase does not open for the other.
    lock(&tablet).await?;
    tablet.shot(&format!("{name}-locked")).await?;
    unlock(&tablet, "王老师", &zhou).await?;
    tablet.see("口令不对").await?;
    tablet.shot(&format!("{name}-wrong")).await?;
    tablet.fill("口令", &wang.to_uppercase().replace([' ', '-'], "")).await?;
    tablet.tap("button", "解锁").await?;

    // What 王老师 takes in is recorded under that name.
    tablet.see("这台平板的使用人").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.tap("tab", "修改记录").await?;
    tablet.see("王老师").await?;

    // 王老师 removes 周老师, and everything is sealed under another key.
    to_people(&tablet).await?;
    tablet.tap("button", "对 周老师 的操作").await?;
    tablet.tap("button", "移除").await?;
    tablet.see("移除 周老师？").await?;
    tablet.fill("输入您自己的口令确认", &zhou).await?;
    tablet.tap("[data-name=other-now]", "移除").await?;
    tablet.see("这不是您的口令").await?;
    tablet.fill("输入您自己的口令确认", &wang).await?;
    tablet.tap("[data-name=other-now]", "移除").await?;
    tablet.see("周老师 已移除").await?;
    tablet.see("1 位使用人").await?;
    lock(&tablet).await?;
    ensure(!tablet.has("radio", "周老师").await?, "a removed person stands on the lock screen")?;
    tablet.fill("口令", &wang).await?;
    tablet.tap("button", "解锁").await?;
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.see("郝沐玉").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_on_one_tablet_held_across() -> Step {
    two_people("keys", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_on_one_tablet_held_upright() -> Step {
    two_people("keys-upright", PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn unlocking_leads_back_to_the_half_typed_word() -> Step {
    let tablet = bare("keys-draft", LANDSCAPE).await?;
    let passphrase = begin(&tablet).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.tap("link", "记录送教").await?;
    tablet.tap("radio", "完成").await?;
    tablet.fill("教学内容", "认识五种水").await?;
    let before = tablet.path().await?;
    lock(&tablet).await?;
    ensure(!tablet.text().await?.contains("郝沐玉"), "the lock screen names a child")?;
    let left =
        tablet.script("return JSON.stringify(Object.entries(localStorage)) + location.href", vec![]).await?;
    let left = left.as_str().unwrap_or_default();
    ensure(!left.contains("水") && !left.contains("郝"), format!("something personal lies open: {left}"))?;
    tablet.fill("口令", &passphrase).await?;
    tablet.tap("button", "解锁").await?;
    tablet
        .until("the half word is back", async || {
            let field = tablet.find("field", "教学内容").await?;
            Ok(field.prop("value").await?.unwrap_or_default() == "认识五种水")
        })
        .await?;
    ensure(tablet.path().await? == before, "unlocking led to another page")?;
    tablet
        .until("the field has the focus", async || Ok(the_field_with_the_focus(&tablet).await? == "content"))
        .await?;

    // Closed in the middle of the day and opened at the front door: the same place.
    tablet.open("/").await?;
    tablet.fill("口令", &passphrase).await?;
    tablet.tap("button", "解锁").await?;
    tablet.find("field", "教学内容").await?;
    ensure(tablet.path().await? == before, "a closed page did not open where it was")?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_untouched_tablet_warns_and_locks_itself() -> Step {
    let tablet = Tablet::start("keys-idle", LANDSCAPE, Host::WithHeaders).await?;
    // A clock that the journey can put forward, as a tablet that slept finds it.
    let clock = "(() => { const Real = Date, base = Real.parse('2026-03-11T10:30:00') - Real.now(); globalThis.ahead = 0;
        class Moved extends Real { constructor(...a) { a.length ? super(...a) : super(Real.now() + base + globalThis.ahead); }
          static now() { return Real.now() + base + globalThis.ahead; } }
        globalThis.Date = Moved; })()";
    tablet.cdp("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({"source": clock})).await?;
    tablet.open("/").await?;
    begin(&tablet).await?;
    let forward = async |minutes: f64| tablet.script(&format!("ahead += {minutes} * 60000"), vec![]).await;
    forward(4.5).await?;
    tablet.see("秒后自动锁定").await?;
    tablet.shot("keys-idle-warning").await?;
    tablet.tap("link", "帮助").await?;
    tablet.see_gone("秒后自动锁定").await?;
    forward(4.5).await?;
    tablet.see("秒后自动锁定").await?;
    forward(600.0).await?;
    tablet.see("已锁定").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_tab_takes_over_and_the_first_gives_way() -> Step {
    let tablet = bare("keys-tabs", LANDSCAPE).await?;
    let passphrase = begin(&tablet).await?;
    tablet.second_tab("/").await?;
    tablet.see("档案正在另一个页面使用").await?;
    tablet.shot("keys-elsewhere").await?;
    tablet.tap("button", "改在这里使用").await?;
    tablet.see("已锁定").await?;
    tablet.fill("口令", &passphrase).await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("今日").await?;
    tablet.to_tab(0).await?;
    tablet.see("档案正在另一个页面使用").await?;
    tablet.tap("button", "改在这里使用").await?;
    tablet.see("已锁定").await?;
    tablet.to_tab(1).await?;
    tablet.see("档案正在另一个页面使用").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recovery_sheet_opens_and_a_new_passphrase_is_set() -> Step {
    let tablet = bare("keys-sheet", LANDSCAPE).await?;
    let (forgotten, code) = begin_with_sheet(&tablet).await?;
    lock(&tablet).await?;
    tablet.tap("button", "忘记口令").await?;
    tablet.fill("恢复码", "7K3M-Q9XT").await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("共 28 个字符").await?;
    tablet.fill("恢复码", &code.to_lowercase().replace('-', " ")).await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("恢复单有效").await?;
    tablet.tap("radio", "周老师").await?;
    tablet.shot("keys-recovered").await?;
    let new = type_shown_words(&tablet).await?;
    tablet.tap("button", "设新口令").await?;
    tablet.see("今日").await?;

    lock(&tablet).await?;
    tablet.fill("口令", &forgotten).await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("口令不对").await?;
    tablet.fill("口令", &new).await?;
    tablet.tap("button", "解锁").await?;
    tablet.see_gone("已锁定").await?;

    // A new sheet: it works once it is put away, and the old one no more.
    to_people(&tablet).await?;
    tablet.tap("button", "换一张恢复单").await?;
    tablet.fill("输入您自己的口令确认", &new).await?;
    tablet.tap("button", "生成新恢复单").await?;
    tablet.see("恢复码不保存在平板上").await?;
    tablet.shot("keys-sheet").await?;
    tablet.tap("check", "我已把恢复码").await?;
    tablet.tap("button", "启用新单").await?;
    tablet.see("新恢复单已启用").await?;
    lock(&tablet).await?;
    tablet.tap("button", "忘记口令").await?;
    tablet.fill("恢复码", &code).await?;
    tablet.tap("button", "解锁").await?;
    tablet.see("这张恢复单打不开").await?;
    tablet.close().await?;
    Ok(())
}

/// Changes one byte in the middle of every stored value of an area whose key contains `part`; says how many there were.
const TAMPER: &str = "const [area, part] = arguments; return new Promise((done, failed) => {
  const asked = indexedDB.open('baoxue');
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    const database = asked.result, transaction = database.transaction(area, 'readwrite');
    let count = 0;
    transaction.objectStore(area).openCursor().onsuccess = (event) => {
      const cursor = event.target.result;
      if (!cursor) return;
      if (String(cursor.key).includes(part)) {
        const bytes = new Uint8Array(cursor.value.slice ? cursor.value.slice(0) : cursor.value);
        bytes[bytes.length >> 1] ^= 1;
        cursor.update(cursor.value instanceof ArrayBuffer ? bytes.buffer : bytes);
        count += 1;
      }
      cursor.continue();
    };
    transaction.oncomplete = () => { database.close(); done(count); };
    transaction.onabort = () => failed(transaction.error);
  };
});";

const RAISE: &str = "return new Promise((done, failed) => {
  const asked = indexedDB.open('baoxue', 99);
  asked.onupgradeneeded = () => {};
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => { asked.result.close(); done(true); };
});";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_damaged_is_said_plainly_and_confined() -> Step {
    let tablet = bare("keys-damage", LANDSCAPE).await?;
    let passphrase = begin(&tablet).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    lock(&tablet).await?;
    let harmed = tablet.script(TAMPER, vec!["index".into(), "s/".into()]).await?;
    ensure(harmed.as_u64().unwrap_or_default() > 0, "no value was there to harm")?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet.see("处资料读不出来，其余都好").await?;
    tablet.see("名单可能不全").await?;
    tablet.shot("keys-damage").await?;

    // Without the list of keys nothing opens; it says so, and nothing was touched.
    lock(&tablet).await?;
    ensure(
        tablet.script(TAMPER, vec!["meta".into(), "keyring".into()]).await? == 1,
        "the keyring was not found",
    )?;
    tablet.reload().await?;
    tablet.see("打不开本平板的档案").await?;
    tablet.see("请从最近的备份恢复").await?;
    let said = tablet.text().await?;
    ensure(
        !said.contains("Error") && !said.contains("Checksum"),
        format!("a word of the program's own: {said}"),
    )?;
    tablet.shot("keys-stopped").await?;
    tablet.tap("button", "从备份恢复").await?;
    tablet.find("heading", "从备份恢复").await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_of_a_newer_version_is_left_alone() -> Step {
    let tablet = bare("keys-newer", LANDSCAPE).await?;
    begin(&tablet).await?;
    lock(&tablet).await?;
    tablet.script(RAISE, vec![]).await?;
    tablet.reload().await?;
    tablet.see("由更新的版本保存，没有改动").await?;
    ensure(!tablet.has("button", "建立档案").await?, "a newer register passes for none")?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_sealed_keeps_the_page_until_a_person_decides() -> Step {
    let tablet = bare("keys-full", LANDSCAPE).await?;
    let passphrase = begin(&tablet).await?;
    take_in(&tablet, "01-教育-学校名录.xlsx", "新增 52").await?;
    take_in(&tablet, "09-教育-送教上门名册.xlsx", "新增 170").await?;
    tablet.tap("link", "学生").await?;
    tablet.fill("查找学生", "hmy").await?;
    tablet.tap("row", "郝沐玉").await?;
    tablet.tap("link", "记录送教").await?;
    tablet.tap("radio", "完成").await?;
    // The store answers as it does on a full disk.
    let full = "window.wholePut = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };";
    let freed = "IDBObjectStore.prototype.put = window.wholePut;";
    tablet.script(full, vec![]).await?;
    tablet.fill("教学内容", "认识五种水果").await?;
    tablet.tap("button", "锁定").await?;
    tablet.see("正在填的内容没能存下来").await?;
    tablet.see("存储空间不够").await?;
    tablet.shot("keys-full").await?;
    tablet.tap("button", "回到页面").await?;
    let field = tablet.find("field", "教学内容").await?;
    ensure(field.prop("value").await?.as_deref() == Some("认识五种水果"), "the text was lost")?;
    tablet.script(freed, vec![]).await?;
    lock(&tablet).await?;
    unlock(&tablet, "周老师", &passphrase).await?;
    tablet
        .until("the text is back", async || {
            let field = tablet.find("field", "教学内容").await?;
            Ok(field.prop("value").await?.as_deref() == Some("认识五种水果"))
        })
        .await?;
    tablet.close().await?;
    Ok(())
}

/// The gate in English and in the dark: its switches are in reach before there is a register.
async fn in_english(name: &str, size: (u32, u32)) -> Step {
    let tablet = bare(name, size).await?;
    tablet.tap("button", "English").await?;
    tablet.see("How would you like to begin?").await?;
    tablet.tap("button", "Light or dark").await?;
    tablet.tap("[role=menuitemradio]", "Dark").await?;
    tablet
        .until("it is dark", async || {
            Ok(tablet.script("return document.documentElement.dataset.theme", vec![]).await? == "dark")
        })
        .await?;
    tablet.shot(&format!("{name}-ways")).await?;
    tablet.tap("button", "Begin a register").await?;
    tablet.fill("Name of the register", "Qinghe County").await?;
    tablet.fill("Your name", "Lin  Mei").await?;
    tablet.see("There is a space at place 4").await?;
    tablet.fill("Your name", "Lin Mei").await?;
    tablet.tap("button", "Choose my own").await?;
    tablet.fill("Your own passphrase", "the goat behind our kitchen sings").await?;
    tablet.see("Strong enough").await?;
    tablet.fill("Type the passphrase again", "the goat behind our kitchen sing").await?;
    tablet.tap("button", "Begin").await?;
    tablet.see("The two are not the same").await?;
    tablet.shot(&format!("{name}-begin")).await?;
    tablet.fill("Type the passphrase again", "The goat behind our kitchen sings").await?;
    tablet.tap("button", "Begin").await?;
    tablet.see("Recovery sheet").await?;
    tablet.shot(&format!("{name}-sheet")).await?;
    tablet.tap("check", "I have printed").await?;
    tablet.tap("button", "Open the register").await?;
    tablet.tap("link", "Settings").await?;
    tablet.tap("link", "Manage people").await?;
    tablet.see("People of this tablet").await?;
    tablet.shot(&format!("{name}-people")).await?;
    tablet.tap("button", "Set a PIN").await?;
    tablet.fill("4 to 6 digits", "1234").await?;
    tablet.fill("Once more", "1234").await?;
    tablet.tap("button", "Save").await?;
    tablet.see("Too easy to guess").await?;
    tablet.fill("4 to 6 digits", "2580").await?;
    tablet.fill("Once more", "2580").await?;
    tablet.tap("button", "Save").await?;
    tablet.see("It is set").await?;
    tablet.tap("button", "Lock").await?;
    tablet.see("Who are you?").await?;
    tablet.shot(&format!("{name}-locked")).await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gate_in_english_and_in_the_dark() -> Step {
    in_english("keys-english", LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_gate_in_english_held_upright() -> Step {
    in_english("keys-english-upright", PORTRAIT).await
}
