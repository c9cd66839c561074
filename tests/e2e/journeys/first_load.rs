//! The page opens, keeps itself on the device, and opens again with no network.

use crate::harness::{Host, LANDSCAPE, PORTRAIT, Step, Tablet, ensure};

async fn opens_and_reopens_without_a_network(size: (u32, u32)) -> Step {
    let mut tablet = Tablet::start("first-load", size, Host::WithHeaders).await?;
    tablet.open("/").await?;
    tablet.see("保学").await?;
    tablet.offline_ready().await?;
    tablet.shot("first-load").await?;

    tablet.site.stop();
    tablet.reload().await?;
    tablet.see("保学").await?;
    // A path of the program, never fetched before, opens too.
    tablet.open("/pupils").await?;
    tablet.until("the program runs", async || Ok(!tablet.text().await?.trim().is_empty())).await?;
    ensure(!tablet.has("alert", "程序文件没有完整取到").await?, "the program did not start offline")?;
    // And the worker starts from what is kept.
    ensure(worker_says_ready(&tablet).await?, "the worker did not start offline")?;
    let asked = tablet.close().await?;
    ensure(asked.iter().any(|url| url.contains("/worker-")), "the log saw no request of the worker's file")
}

async fn worker_says_ready(tablet: &Tablet) -> Step<bool> {
    Ok(what_the_worker_says(tablet).await? == "message")
}

async fn what_the_worker_says(tablet: &Tablet) -> Step<String> {
    let said = tablet
        .script(
            "return new Promise((done) => {
               const worker = new Worker(document.documentElement.dataset.worker, { type: 'module' });
               worker.onmessage = () => { worker.terminate(); done('message'); };
               worker.onerror = (event) => done('error ' + event.message);
             })",
            vec![],
        )
        .await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_held_across_opens_the_page_and_reopens_it_without_a_network() -> Step {
    opens_and_reopens_without_a_network(LANDSCAPE).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tablet_held_upright_opens_the_page_and_reopens_it_without_a_network() -> Step {
    opens_and_reopens_without_a_network(PORTRAIT).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_file_that_was_altered_on_its_way_is_not_started_and_the_page_says_so() -> Step {
    let tablet = Tablet::start("altered", LANDSCAPE, Host::WithHeaders).await?;
    let html = tablet.site.read("index.html")?;
    let js = html.split("data-js=\"/").nth(1).and_then(|rest| rest.split('"').next()).ok_or("no data-js")?;
    let glue = tablet.site.read(js)?;
    tablet.site.add(js, &format!("{glue}\nglobalThis.altered = true;"))?;
    tablet.open("/").await?;
    tablet.see("程序文件没有完整取到").await?;
    ensure(
        tablet.script("return globalThis.altered === true", vec![]).await? == false,
        "the altered file ran",
    )?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_whose_module_was_altered_says_so_and_the_page_can_load_the_glue_itself() -> Step {
    let tablet = Tablet::start("worker", LANDSCAPE, Host::WithHeaders).await?;
    let html = tablet.site.read("index.html")?;
    let attribute = |name: &str| {
        let found = html.split(&format!("{name}=\"/")).nth(1).and_then(|rest| rest.split('"').next());
        found.map(str::to_owned).ok_or(format!("no {name}"))
    };
    // Before the service worker is in charge, the worker's own check stands alone.
    tablet.site.add("sw.js", "")?;
    tablet.open("/").await?;
    tablet.see("保学").await?;
    ensure(worker_says_ready(&tablet).await?, "the worker does not start")?;
    let glue = "const at = document.documentElement.dataset; return import(at.workerGlue)
        .then((glue) => typeof glue.default + ' ' + at.workerWasm.startsWith('/worker-'))";
    ensure(tablet.script(glue, vec![]).await? == "function true", "the page cannot load the worker's glue")?;

    tablet.site.add(&attribute("data-worker-wasm")?, "altered")?;
    tablet.cdp("Network.clearBrowserCache", serde_json::json!({})).await?;
    let said = what_the_worker_says(&tablet).await?;
    ensure(said.starts_with("error"), format!("the altered worker said: {said}"))?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_newer_version_waits_until_the_user_takes_it_over() -> Step {
    let tablet = Tablet::start("update", LANDSCAPE, Host::WithHeaders).await?;
    tablet.open("/").await?;
    tablet.offline_ready().await?;
    let worker = tablet.site.read("sw.js")?;
    tablet.site.add("sw.js", &worker.replacen("const VERSION = \"", "const VERSION = \"next-", 1))?;
    tablet
        .script(
            "globalThis.same = true; navigator.serviceWorker.getRegistration().then((r) => r.update())",
            vec![],
        )
        .await?;
    tablet
        .until("a newer version is said to wait", async || {
            Ok(tablet.script("return document.documentElement.dataset.update", vec![]).await? == "ready")
        })
        .await?;
    ensure(
        tablet.script("return globalThis.same === true", vec![]).await? == true,
        "the page was reloaded unasked",
    )?;
    tablet.script("window.dispatchEvent(new Event('baoxue:update-accept'))", vec![]).await?;
    tablet
        .until("the page is reloaded under the newer version", async || {
            let fresh = "return globalThis.same === undefined && !document.documentElement.dataset.update && caches.keys().then((n) => n.join())";
            Ok(tablet.script(fresh, vec![]).await?.as_str().is_some_and(|names| names.contains("next-")))
        })
        .await?;
    tablet.close().await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cold_load_asks_each_file_once() -> Step {
    let tablet = Tablet::start("cold", LANDSCAPE, Host::WithHeaders).await?;
    tablet.open("/").await?;
    tablet.see("怎样开始？").await?;
    tablet.offline_ready().await?;
    let all = fetched(&tablet).await?;
    let mut once = all.clone();
    once.dedup();
    // The browser asks for icons as often as it likes.
    let program = |name: &&String| !name.starts_with("icons/");
    ensure(
        once.iter().filter(program).count() == all.iter().filter(program).count(),
        format!("a file was fetched twice: {all:?}"),
    )?;
    tablet.close().await?;
    Ok(())
}

/// The first screen stands although the second module never comes: what it fetched is the first load, which `scripts/size.mjs`
/// weighs. Then the module can be had, and the way on opens.
#[tokio::test(flavor = "multi_thread")]
async fn the_first_screen_needs_its_own_module_only_and_asks_for_the_second_again() -> Step {
    let tablet = Tablet::start("second-module", PORTRAIT, Host::WithHeaders).await?;
    let html = tablet.site.read("index.html")?;
    let behind = html.split("data-behind=\"/").nth(1).and_then(|rest| rest.split('"').next());
    let behind = behind.ok_or("no data-behind")?.to_owned();
    tablet.site.add("sw.js", "")?;
    tablet.site.add(&behind, "altered")?;
    tablet.open("/").await?;
    tablet.see("怎样开始？").await?;
    let mut files = fetched(&tablet).await?;
    files.dedup();
    files.retain(|name| *name != behind);
    ensure(files.iter().any(|name| name.ends_with(".wasm")), "the load fetched no program")?;
    // The page itself and the service worker's file are no resources of the page's own record.
    files.extend(["index.html".to_owned(), "sw.js".to_owned()]);
    let target = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target");
    std::fs::write(target.join("cold-load.json"), serde_json::to_string_pretty(&files)?)?;

    tablet.tap("button", "建立档案").await?;
    tablet.see("程序的其余部分没有取到").await?;
    tablet.shot("second-module-missing").await?;
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(&behind);
    tablet.site.add_file(&behind, &dist)?;
    tablet.cdp("Network.clearBrowserCache", serde_json::json!({})).await?;
    tablet.tap("button", "再试一次").await?;
    tablet.see("建立本平板上的档案").await?;
    tablet.close().await?;
    Ok(())
}

/// The files that the page has fetched so far, sorted.
async fn fetched(tablet: &Tablet) -> Step<Vec<String>> {
    let names = tablet
        .script(
            "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname.slice(1))",
            vec![],
        )
        .await?;
    let mut files: Vec<String> = serde_json::from_value(names)?;
    files.sort();
    Ok(files)
}

/// Whatever an older browser lacks is found before anything is started, named, and answered with the versions that will do.
#[tokio::test(flavor = "multi_thread")]
async fn an_older_browser_is_told_which_versions_will_do() -> Step {
    for (taken, lacks) in [
        ("CSS.supports = (words) => !words.includes('color-mix')", "CSS color-mix()"),
        ("WebAssembly.validate = () => false", "WebAssembly reference types"),
        ("delete window.HTMLDialogElement", "dialog"),
    ] {
        let tablet = Tablet::start("older", PORTRAIT, Host::WithHeaders).await?;
        tablet.at_every_load(taken).await?;
        tablet.open("/").await?;
        tablet.see("这个浏览器太旧").await?;
        tablet.see("Chrome or Edge 111, Firefox 121, Safari 16.2 or newer").await?;
        tablet.see(lacks).await?;
        ensure(!tablet.has("button", "建立档案").await?, "the program was started all the same")?;
        tablet.close().await?;
    }
    Ok(())
}
