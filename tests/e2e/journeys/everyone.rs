//! For everyone: every page and dialog, in both languages, light, dark and high contrast, without a fault that axe-core finds, without
//! cut words or sideways scrolling at text of 200 %, and with a name on everything that a screen reader can reach.
//!
//! The pages are found by following the page's own links from the rail, so a new page is walked without anybody's adding it.

use std::collections::{BTreeSet, VecDeque};
use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

const SCHOOL_DAY: &str = "2026-03-11T10:30:00";
const LOOK_JS: &str = include_str!("everyone.js");

/// Links and tabs of the page: addresses without the origin.
const LINKS_JS: &str = "return [...document.querySelectorAll('.shell a[href]')].map((a) => new URL(a.href)).filter((u) => u.origin === location.origin && !u.pathname.includes('.')).map((u) => u.pathname + u.search)";
/// Presses the tabs one after another and gives the addresses at which each shows.
const TABS_JS: &str = "return (async () => { const at = []; const count = document.querySelectorAll('[role=tab]').length;
    for (let i = 0; i < count; i++) { document.querySelectorAll('[role=tab]')[i]?.click(); await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))); at.push(location.pathname + location.search); }
    return at; })()";

/// A page is walked once whatever child it shows: ids and days are one, and of the questions only the tab counts.
fn kind_of(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts = path.split('/').map(|part| {
        let is_id = part.len() >= 8 && part.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
        if is_id { "*" } else { part }
    });
    // A new record's form is the form of a record that is there.
    let parts = parts.map(|part| if path.contains("/edit/") && part == "new" { "*" } else { part });
    let tab = query.split('&').find(|pair| pair.starts_with("tab="));
    let tab = tab.map(|tab| format!("?{tab}")).unwrap_or_default();
    [parts.collect::<Vec<_>>().join("/"), tab].concat()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

/// A tablet on which axe-core stands ready in every page.
async fn with_axe(name: &str, size: (u32, u32)) -> Step<Tablet> {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
    let source =
        std::fs::read_to_string(&axe).map_err(|_| "axe-core is not there. `make setup-test` installs it.")?;
    let tablet = Tablet::start(name, size, Host::WithHeaders).await?;
    tablet.at_every_load(&source).await?;
    tablet.set_clock(SCHOOL_DAY).await?;
    tablet.open("/").await?;
    tablet.see("怎样开始").await?;
    Ok(tablet)
}

/// What is wrong with the page as it stands, in both languages.
async fn look(tablet: &Tablet, what: &str, faults: &mut Vec<String>) -> Step {
    for (lang, real) in [("zh-CN", false), ("en", true)] {
        if lang == "en" {
            switch_language(tablet).await?;
        }
        let mut found = asked(tablet, "all", lang, real).await?;
        // A browser's zoom of 200 % leaves half of the screen's pixels each way.
        for (width, height) in [LANDSCAPE, PORTRAIT] {
            tablet.screen(width / 2, height / 2, 2).await?;
            found.extend(asked(tablet, "fit", lang, real).await?);
        }
        tablet.screen(LANDSCAPE.0, LANDSCAPE.1, 1).await?;
        found.extend(asked(tablet, "fit", lang, real).await?);
        faults.extend(found.into_iter().map(|fault| format!("{what}, {lang}: {fault}")));
        let nameless = nameless(tablet).await?;
        faults.extend(nameless.into_iter().map(|fault| format!("{what}, {lang}: {fault}")));
        if lang == "en" {
            switch_language(tablet).await?;
        }
    }
    Ok(())
}

async fn asked(tablet: &Tablet, what: &str, lang: &str, real: bool) -> Step<Vec<String>> {
    Ok(texts(&tablet.script(LOOK_JS, vec![json!(what), json!(lang), json!(real)]).await?))
}

/// The switch in the head, which an open dialog covers for a hand but not for a script.
async fn switch_language(tablet: &Tablet) -> Step {
    tablet.script("document.querySelector('[data-name=language]').click()", vec![]).await?;
    tablet.settle().await
}

/// What the browser would tell a screen reader: everything that can be worked has a name.
async fn nameless(tablet: &Tablet) -> Step<Vec<String>> {
    const WORKED: [&str; 14] = [
        "button",
        "link",
        "textbox",
        "searchbox",
        "combobox",
        "listbox",
        "checkbox",
        "radio",
        "switch",
        "tab",
        "slider",
        "menuitem",
        "menuitemradio",
        "dialog",
    ];
    let tree = tablet.cdp("Accessibility.getFullAXTree", json!({})).await?;
    let nodes = tree["nodes"].as_array().ok_or("no accessibility tree")?;
    let worked = nodes.iter().filter(|node| {
        node["ignored"] != true && WORKED.contains(&node["role"]["value"].as_str().unwrap_or_default())
    });
    let nameless =
        worked.filter(|node| node["name"]["value"].as_str().is_none_or(|name| name.trim().is_empty()));
    Ok(nameless.map(|node| format!("a {} has no name", node["role"]["value"])).collect())
}

/// Walks every page from the rail by the page's own links, tabs included; gives the kinds of pages seen.
async fn walk(tablet: &Tablet, faults: &mut Vec<String>) -> Step<BTreeSet<String>> {
    let mut seen = BTreeSet::new();
    let mut ahead: VecDeque<String> = ["/", "/worklist", "/pupils/new"].map(str::to_owned).into();
    // A row of a list is no link: one child's file is opened as a person does.
    tablet.tap("link", "学生").await?;
    tablet.tap("check", "我的学生").await?;
    tablet.tap("row", "镇").await?;
    tablet.until("a file is open", async || Ok(tablet.path().await?.len() > "/pupils/".len())).await?;
    ahead.push_back(tablet.path().await?);
    while let Some(path) = ahead.pop_front() {
        if !seen.insert(kind_of(&path)) {
            continue;
        }
        tablet.open_here(&path).await?;
        tablet.until("the page stands", async || {
            Ok(tablet.script("return !!document.querySelector('main h1, main h2, main [role=grid]') && !document.querySelector('main .skeleton')", vec![]).await? == true)
        }).await?;
        look(tablet, &kind_of(&path), faults).await?;
        let links = texts(&tablet.script(LINKS_JS, vec![]).await?);
        ahead.extend(links.into_iter().filter(|link| !seen.contains(&kind_of(link))));
        let tabs = texts(&tablet.script(TABS_JS, vec![]).await?);
        ahead.extend(tabs.into_iter().filter(|tab| !seen.contains(&kind_of(tab))));
    }
    Ok(seen)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "make everyone"]
async fn everyone_finds_every_page_without_a_fault() -> Step {
    let tablet = with_axe("everyone", LANDSCAPE).await?;
    let mut faults = Vec::new();
    look(&tablet, "gate", &mut faults).await?;
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("结束练习").await?;
    let seen = walk(&tablet, &mut faults).await?;
    ensure(seen.len() > 40, format!("only {} pages were walked: {seen:?}", seen.len()))?;
    ensure(faults.is_empty(), faults.join("\n"))?;
    tablet.close().await?;
    Ok(())
}

/// Every dialog and menu: where it is, what opens it, and what then stands over the page.
const DIALOGS: &[(&str, &str, &str)] = &[
    ("/", "[data-name=theme]", "[role=menu]"),
    ("/", "[data-name=end-practice]", "dialog[open]"),
    ("/ledgers", "[data-name=saved-ledgers]", "dialog[open]"),
    ("/ledgers", "[data-name=columns]", "dialog[open]"),
    ("/ledgers", "[data-name=numbers]", "dialog[open]"),
    ("/ledgers", "[data-name=export]", "dialog[open]"),
    ("/figures", ".figure-tile .icon-button", "dialog[open]"),
    ("/schools", "[data-name=add-file]", "dialog[open]"),
    ("/cases", ".page-head button, main .button", "dialog[open]"),
    ("/settings?tab=tablet", "[data-name=erase]", "dialog[open]"),
];

/// The looks that a system asks for by itself: what it says, and what is looked at.
const SYSTEMS: &[(&str, &[(&str, &str)])] = &[
    ("dark", &[("prefers-color-scheme", "dark")]),
    ("more contrast", &[("prefers-contrast", "more")]),
    ("dark, more contrast", &[("prefers-color-scheme", "dark"), ("prefers-contrast", "more")]),
    ("the system's own colours", &[("forced-colors", "active")]),
    ("less motion", &[("prefers-reduced-motion", "reduce")]),
];

#[tokio::test(flavor = "multi_thread")]
#[ignore = "make everyone"]
async fn everyone_finds_every_dialog_and_what_the_system_asks_for_without_a_fault() -> Step {
    let tablet = with_axe("everyone-dialogs", LANDSCAPE).await?;
    let mut faults = Vec::new();
    tablet.tap("button", "先用练习档案试一试").await?;
    tablet.tap("button", "打开练习档案").await?;
    tablet.see("结束练习").await?;
    for (path, opener, opened) in DIALOGS {
        tablet.open_here(path).await?;
        tablet.find(opener, "").await?.click().await?;
        tablet.find(opened, "").await?;
        look(&tablet, &format!("{path} {opener}"), &mut faults).await?;
        tablet.press(thirtyfour::Key::Escape).await?;
        tablet
            .until(&format!("{opener} is closed by Escape"), async || {
                let open = format!("return !document.querySelector('{opened}')");
                Ok(tablet.script(&open, vec![]).await? == true)
            })
            .await?;
    }
    // A visit's consent, with a pad to sign on; and the review before it is saved.
    tablet.open_here("/").await?;
    tablet.tap("link", "记录").await?;
    tablet.tap("radio", "完成").await?;
    tablet.see("学生今天怎么样").await?;
    look(&tablet, "visit, whole", &mut faults).await?;
    tablet.tap("button", "核对并保存").await?;
    tablet.find("dialog[open]", "").await?;
    look(&tablet, "visit, review", &mut faults).await?;
    tablet.press(thirtyfour::Key::Escape).await?;

    for (what, features) in SYSTEMS {
        let features: Vec<_> =
            features.iter().map(|(name, value)| json!({"name": name, "value": value})).collect();
        tablet.cdp("Emulation.setEmulatedMedia", json!({"features": features})).await?;
        for path in ["/", "/pupils", "/figures", "/settings?tab=codes"] {
            tablet.open_here(path).await?;
            let found = asked(&tablet, "system", "zh-CN", false).await?;
            faults.extend(found.into_iter().map(|fault| format!("{path}, {what}: {fault}")));
        }
    }
    ensure(faults.is_empty(), faults.join("\n"))?;
    tablet.close().await?;
    Ok(())
}
