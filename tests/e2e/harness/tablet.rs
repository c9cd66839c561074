//! A browser in a fresh profile, used as a person uses it: by role, label and visible words.
//!
//! Waiting is always for something to be seen, never for time to pass: `until` asks again and again up to a deadline.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::prelude::*;
use thirtyfour::{RequestData, SessionId};

use super::disk::Disk;
use super::engine::Engine;
use super::process::{self, Process};
use super::site::tempfolder::TempFolder;
use super::site::{Host, Site};
use super::{Step, ensure, netlog};

/// A tablet held across, as a desktop's small window.
pub const LANDSCAPE: (u32, u32) = (1280, 800);
/// A tablet held upright.
pub const PORTRAIT: (u32, u32) = (800, 1280);

/// The longest that anything on a busy machine may take to appear; reached only by failures.
const DEADLINE: Duration = Duration::from_secs(90);
pub const PAGE_JS: &str = include_str!("page.js");

/// A browser session, its profile and its server. End it with [`Tablet::close`], which checks the network log.
pub struct Tablet {
    // Dropped in this order: the session, the driver and its screen, then what they used.
    driver: Option<WebDriver>,
    processes: Vec<Process>,
    /// Which browser it is.
    pub engine: Engine,
    /// Under the profile, where a journey asked for one; goes before the folder that holds it.
    disk: Option<Disk>,
    /// Where the page comes from.
    pub site: Site,
    folder: TempFolder,
    name: String,
    size: (u32, u32),
    effort: Cell<Effort>,
    /// The page's clock, set anew whenever the browser starts again.
    clock: RefCell<Option<String>>,
    /// How often the browser was started; each run writes a network log of its own.
    runs: u32,
}

/// How a browser ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// As a person closes it.
    Quit,
    /// The whole group of processes at once, with nothing asked: SIGKILL.
    Kill,
}

/// What the user's hand did so far.
#[derive(Clone, Copy, Default, Debug)]
pub struct Effort {
    /// Taps, each keyboard opened, each stroke drawn.
    pub activations: u32,
    /// Characters typed.
    pub typed: u32,
}

impl Tablet {
    /// A fresh browser with a served page, not yet opened.
    pub async fn start(name: &str, size: (u32, u32), host: Host) -> Step<Self> {
        Self::start_on(name, size, host, |_| Ok(None)).await
    }

    /// The same, with a disk of its own under the browser's profile.
    pub async fn start_on(
        name: &str,
        size: (u32, u32),
        host: Host,
        disk: impl FnOnce(&Path) -> Step<Option<Disk>>,
    ) -> Step<Self> {
        let site = Site::start(host)?;
        let folder = TempFolder::new("browser")?;
        let disk = disk(&folder.path().join("profile"))?;
        std::fs::create_dir_all(folder.path().join("downloads"))?;
        let engine = Engine::chosen()?;
        let (driver, processes) = launch(engine, folder.path(), size, 1).await?;
        let tablet = Self {
            driver: Some(driver),
            processes,
            engine,
            disk,
            site,
            folder,
            name: name.to_owned(),
            size,
            effort: Cell::default(),
            clock: RefCell::default(),
            runs: 1,
        };
        tablet.prepare().await?;
        Ok(tablet)
    }

    /// The screen's size and where downloads go.
    async fn prepare(&self) -> Step {
        // The screen is exactly the size asked for, whatever the window's frame takes.
        if !self.engine.is_chromium() {
            return self.resize_window().await;
        }
        self.screen(self.size.0, self.size.1, 1).await?;
        self.cdp(
            "Browser.setDownloadBehavior",
            json!({"behavior": "allow", "downloadPath": self.downloads()}),
        )
        .await?;
        Ok(())
    }

    /// Gives Chromium a screen of this size in CSS pixels, drawn so many times as large.
    pub async fn screen(&self, width: u32, height: u32, scale: u32) -> Step {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": scale, "mobile": false});
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Makes the window so large that the page in it has the size asked for.
    async fn resize_window(&self) -> Step {
        let (mut width, mut height) = self.size;
        // A window is laid out in its own time: measured again until it is as asked.
        for _ in 0..20 {
            self.driver()?.set_window_rect(0, 0, width, height).await?;
            pause().await;
            let inner = self.script("return [innerWidth, innerHeight]", vec![]).await?;
            let side = |at: usize| inner[at].as_u64().and_then(|side| u32::try_from(side).ok()).unwrap_or(0);
            if (side(0), side(1)) == self.size {
                return Ok(());
            }
            width = (width + self.size.0).saturating_sub(side(0));
            height = (height + self.size.1).saturating_sub(side(1));
        }
        Err(format!("the window cannot be made {} x {}", self.size.0, self.size.1).into())
    }

    /// Ends the browser; the profile and the server stay.
    pub async fn end(&mut self, how: End) -> Step {
        let driver = self.driver.take();
        match how {
            End::Quit => {
                if let Some(driver) = driver {
                    driver.quit().await?;
                }
                self.processes.iter_mut().for_each(Process::stop);
            }
            End::Kill => {
                self.processes.iter_mut().for_each(Process::kill_all);
                // Its session is gone with the browser: nothing is to be asked of it any more.
                driver.into_iter().for_each(|driver| drop(driver.leak()));
            }
        }
        let left = process::running_with(&self.profile());
        ensure(left == 0, format!("{left} processes of the ended browser are still there"))
    }

    /// Cuts the power of the disk under the profile of an ended browser; says whether there is one.
    pub fn cut_power(&self) -> Step<bool> {
        self.disk.as_ref().map(Disk::cut).transpose().map(|cut| cut.is_some())
    }

    /// Lets the disk under the profile of an ended browser take everything that was written.
    pub fn settle_disk(&self) -> Step {
        self.disk.as_ref().map_or(Ok(()), Disk::settle)
    }

    /// What ends the browser from another thread: see [`process::kill_group`].
    pub fn group(&self) -> u32 {
        self.processes.first().map_or(0, Process::group)
    }

    /// Runs a script in every document from now on, before the page's own; again after [`Tablet::again`] only if asked again.
    pub async fn at_every_load(&self, source: &str) -> Step {
        if !self.engine.is_chromium() {
            // The others have no word for it: the served page brings the script along.
            return self.site.run_first(source);
        }
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({"source": source})).await?;
        Ok(())
    }

    /// Starts the browser again on the profile that an ended one left.
    pub async fn again(&mut self) -> Step {
        self.runs += 1;
        // What a killed browser leaves to say that the profile is in use; a person is asked, a test is not.
        for name in ["SingletonLock", "SingletonCookie", "SingletonSocket"] {
            let _ = std::fs::remove_file(self.profile().join(name));
        }
        let (driver, processes) = launch(self.engine, self.folder.path(), self.size, self.runs).await?;
        (self.driver, self.processes) = (Some(driver), processes);
        self.prepare().await?;
        let clock = self.clock.borrow().clone();
        if let Some(iso) = clock {
            self.set_clock(&iso).await?;
        }
        Ok(())
    }

    /// The browser's profile, as a thief copies it.
    pub fn profile(&self) -> PathBuf {
        self.folder.path().join("profile")
    }

    fn driver(&self) -> Step<&WebDriver> {
        self.driver.as_ref().ok_or_else(|| "the browser was closed".into())
    }

    // --- the page -------------------------------------------------------------------------------

    /// Opens a path of the page, as `/` or `/pupils`.
    pub async fn open(&self, path: &str) -> Step {
        self.driver()?.goto(format!("{}{path}", self.site.origin())).await?;
        Ok(())
    }

    /// A second tab of the same browser, in front, at this path. Give its number to [`Tablet::to_tab`]: the first is 0.
    pub async fn second_tab(&self, path: &str) -> Step {
        let driver = self.driver()?;
        let tab = driver.new_tab().await?;
        driver.switch_to_window(tab).await?;
        self.open(path).await
    }

    /// Brings a tab to the front, in the order of their opening.
    pub async fn to_tab(&self, number: usize) -> Step {
        let driver = self.driver()?;
        let tabs = driver.windows().await?;
        let tab = tabs.get(number).ok_or("no such tab")?.clone();
        driver.switch_to_window(tab).await?;
        Ok(())
    }

    /// Reloads as the user does.
    pub async fn reload(&self) -> Step {
        if self.engine.is_chromium() {
            self.driver()?.refresh().await?;
            return Ok(());
        }
        // Firefox's driver passes the service worker by when it reloads; the page itself does not.
        self.script("globalThis.isOld = true; setTimeout(() => location.reload(), 0)", vec![]).await?;
        self.until("the page is loaded anew", async || {
            let fresh = self.script("return !globalThis.isOld && !!document.body", vec![]).await;
            Ok(fresh.is_ok_and(|fresh| fresh == true))
        })
        .await
    }

    /// The address without the origin.
    pub async fn path(&self) -> Step<String> {
        let url = self.driver()?.current_url().await?;
        Ok(url.as_str().replacen(self.site.origin(), "", 1))
    }

    /// Moves the page's clock: `Date` starts at this instant (ISO with offset) at every load and runs on from there.
    /// Call it before `open`. The worker's and the service worker's clocks stay as they are.
    pub async fn set_clock(&self, iso: &str) -> Step {
        let source = format!(
            "(() => {{ const Real = Date, off = Real.parse('{iso}') - Real.now();
               class Moved extends Real {{ constructor(...a) {{ a.length ? super(...a) : super(Real.now() + off); }}
                 static now() {{ return Real.now() + off; }} }}
               globalThis.Date = Moved; }})()"
        );
        self.clock.replace(Some(iso.to_owned()));
        self.at_every_load(&source).await
    }

    /// The page's clock from the next start of the browser on.
    pub fn set_clock_later(&self, iso: &str) {
        self.clock.replace(Some(iso.to_owned()));
    }

    /// Waits until the service worker keeps every file.
    pub async fn offline_ready(&self) -> Step {
        self.until("every file is kept offline", async || {
            Ok(self.script("return document.documentElement.dataset.offline", vec![]).await?.as_str()
                == Some("ready"))
        })
        .await
    }

    /// Runs a script in the page and gives what it returns (a promise's value, if it is one).
    pub async fn script(&self, body: &str, arguments: Vec<Value>) -> Step<Value> {
        Ok(self.driver()?.execute(body, arguments).await?.json().clone())
    }

    // --- seeing ---------------------------------------------------------------------------------

    /// What stands on the page, as a user could read it.
    pub async fn text(&self) -> Step<String> {
        Ok(self
            .script("return document.body ? document.body.innerText : ''", vec![])
            .await?
            .as_str()
            .unwrap_or("")
            .to_owned())
    }

    /// Waits until these words stand on the page.
    pub async fn see(&self, words: &str) -> Step {
        self.until(&format!("“{words}” is seen"), async || Ok(self.text().await?.contains(words))).await
    }

    /// Waits until these words stand nowhere on the page.
    pub async fn see_gone(&self, words: &str) -> Step {
        self.until(&format!("“{words}” is gone"), async || Ok(!self.text().await?.contains(words))).await
    }

    /// Whether something with this role and name is visible now.
    pub async fn has(&self, role: &str, name: &str) -> Step<bool> {
        Ok(self.look(role, name).await?.is_some())
    }

    async fn look(&self, role: &str, name: &str) -> Step<Option<WebElement>> {
        for exact in [true, false] {
            let found = self.driver()?.execute(PAGE_JS, vec![json!(role), json!(name), json!(exact)]).await?;
            if !found.json().is_null() {
                return Ok(Some(found.element()?));
            }
        }
        Ok(None)
    }

    /// Waits for something with this role and accessible name (equal first, then containing).
    /// Roles: button, link, field, list, check, radio, tab, option, heading, dialog, region, image, row, alert, any,
    /// or a CSS selector.
    pub async fn find(&self, role: &str, name: &str) -> Step<WebElement> {
        let started = Instant::now();
        loop {
            if let Some(found) = self.look(role, name).await? {
                return Ok(found);
            }
            if started.elapsed() > DEADLINE {
                return Err(self.lost(&format!("no {role} named “{name}”")).await);
            }
            pause().await;
        }
    }

    /// The words of something found by role and name; looked for again when the page redraws it in between.
    pub async fn words(&self, role: &str, name: &str) -> Step<String> {
        for _ in 0..5 {
            if let Ok(words) = self.find(role, name).await?.text().await {
                return Ok(words);
            }
        }
        Ok(self.find(role, name).await?.text().await?)
    }

    /// Waits until the condition holds; the sentence says what was awaited.
    pub async fn until(&self, sentence: &str, condition: impl AsyncFn() -> Step<bool>) -> Step {
        let started = Instant::now();
        loop {
            match condition().await {
                Ok(true) => return Ok(()),
                Ok(false) => {}
                // WebKit's driver calls it a fault when the page is just being loaded anew.
                Err(_) if !self.engine.is_chromium() && started.elapsed() < DEADLINE => {}
                Err(error) => return Err(error),
            }
            if started.elapsed() > DEADLINE {
                return Err(self.lost(&format!("it did not come about that {sentence}")).await);
            }
            pause().await;
        }
    }

    /// Waits until the page has drawn what it decided: two animation frames.
    pub async fn settle(&self) -> Step {
        let frames = "return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))";
        match self.script(frames, vec![]).await {
            Err(error) if self.engine.is_chromium() => Err(error),
            // The others' drivers call it a fault when the page is just being loaded anew.
            _ => Ok(()),
        }
    }

    // --- doing ----------------------------------------------------------------------------------

    /// Taps.
    pub async fn tap(&self, role: &str, name: &str) -> Step {
        self.count(1, 0);
        // The page may redraw the element between finding and tapping: look again.
        let mut last = None;
        for _ in 0..100 {
            let found = self.find(role, name).await?;
            match found.click().await {
                Ok(()) => return self.settle().await,
                Err(error) => last = Some(error),
            }
            // What lies under a bar at the foot is scrolled up first, as a thumb does.
            let up = "arguments[0].scrollIntoView({ block: 'center' })";
            if let Err(error) = self.driver()?.execute(up, vec![found.to_json()?]).await {
                last = Some(error);
            }
            self.settle().await?;
            // What lies under a message waits until it goes.
            pause().await;
        }
        let reason = last.map(|error| error.to_string()).unwrap_or_default();
        Err(self.lost(&format!("{role} “{name}” cannot be tapped: {reason}")).await)
    }

    /// Types into a field found by its label, replacing what stood there.
    pub async fn fill(&self, label: &str, text: &str) -> Step {
        self.count(1, u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
        let field = self.find("field", label).await?;
        let kind = field.prop("type").await?.unwrap_or_default();
        if ["date", "time", "month", "datetime-local", "color", "range"].contains(&kind.as_str()) {
            // The browser's own pickers differ by language; what they end in is a value and two events.
            self.set_value(&field, text).await?;
        } else {
            field.clear().await?;
            field.send_keys(text).await?;
        }
        self.settle().await
    }

    /// Types into the one field that a selector names, for fields whose label stands on the page more than once.
    pub async fn write(&self, selector: &str, text: &str) -> Step {
        self.count(1, u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
        let field = self.find(selector, "").await?;
        field.clear().await?;
        field.send_keys(text).await?;
        self.settle().await
    }

    /// Chooses from a list that is searched by typing, found by its field's label.
    pub async fn choose_by_search(&self, label: &str, words: &str) -> Step {
        self.tap("button", label).await?;
        self.tap(".pick", words).await
    }

    /// Goes to a path of the page without loading it anew, as a link does: an unlocked register stays open.
    pub async fn open_here(&self, path: &str) -> Step {
        let go = "const a = document.createElement('a'); a.href = arguments[0]; document.body.append(a); a.click(); a.remove();";
        self.script(go, vec![json!(path)]).await?;
        self.settle().await
    }

    /// Chooses an entry of a list by its words.
    pub async fn choose(&self, label: &str, words: &str) -> Step {
        self.count(2, 0);
        let list = self.find("list", label).await?;
        let value = self
            .driver()?
            .execute(
                "const [list, words] = arguments;
                 const option = [...list.options].find((o) => o.text.trim() === words) || [...list.options].find((o) => o.text.includes(words));
                 return option ? option.value : null;",
                vec![list.to_json()?, json!(words)],
            )
            .await?;
        match value.json().as_str() {
            Some(value) => self.set_value(&list, value).await?,
            None => return Err(self.lost(&format!("list “{label}” has no entry “{words}”")).await),
        }
        self.settle().await
    }

    async fn set_value(&self, element: &WebElement, value: &str) -> Step {
        self.driver()?
            .execute(
                "const [element, value] = arguments; element.focus(); element.value = value;
                 element.dispatchEvent(new Event('input', { bubbles: true }));
                 element.dispatchEvent(new Event('change', { bubbles: true })); element.blur();",
                vec![element.to_json()?, json!(value)],
            )
            .await?;
        Ok(())
    }

    /// Gives a file to a file field found by its label or, with an empty label, to the page's only one.
    pub async fn upload(&self, label: &str, file: &Path) -> Step {
        let field = self.find(if label.is_empty() { "input[type=file]" } else { "field" }, label).await?;
        field.send_keys(file.to_string_lossy().into_owned()).await?;
        self.settle().await
    }

    /// Presses keys without a field, as Escape or Tab.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Step {
        let driver = self.driver()?;
        driver.action_chain().send_keys(keys.into()).perform().await?;
        self.settle().await
    }

    /// Goes on by the Tab key alone until what is named has the focus; of a group of radios whichever the browser lets in.
    pub async fn tab_to(&self, role: &str, name: &str) -> Step {
        let script = format!(
            "const found = (() => {{ {PAGE_JS} }})(); const now = document.activeElement;
             return !!found && (found === now || (found.type === 'radio' && now.type === 'radio' && found.name === now.name));"
        );
        for _ in 0..250 {
            for exact in [true, false] {
                let arguments = vec![json!(role), json!(name), json!(exact)];
                if self.script(&script, arguments).await? == true {
                    return Ok(());
                }
            }
            self.press(Key::Tab).await?;
        }
        Err(self.lost(&format!("the Tab key does not lead to {role} “{name}”")).await)
    }

    /// By keys alone: to something with this role and name, and pressed with Enter.
    pub async fn key_press(&self, role: &str, name: &str) -> Step {
        self.tab_to(role, name).await?;
        self.press(Key::Enter).await
    }

    /// By keys alone: to a field, and typed into it.
    pub async fn key_fill(&self, label: &str, text: &str) -> Step {
        self.tab_to("field", label).await?;
        self.press(text).await
    }

    /// By keys alone: a box ticked, or of a group of radios this one, reached by the arrow.
    pub async fn key_choose(&self, role: &str, name: &str) -> Step {
        self.tab_to(role, name).await?;
        let is_it = "const now = document.activeElement; return [...(now.labels || [])].some((label) => label.textContent.trim() === arguments[0])";
        for _ in 0..20 {
            if self.script(is_it, vec![json!(name)]).await? == true {
                break;
            }
            self.press(Key::Right).await?;
        }
        if self.script("return document.activeElement.checked", vec![]).await? == false {
            self.press(" ").await?;
        }
        let chosen = self.script("return document.activeElement.checked", vec![]).await?;
        ensure(chosen == true, format!("{role} “{name}” is not chosen by keys"))
    }

    /// Draws one stroke across an area found by its accessible name, as a signature.
    pub async fn sign(&self, name: &str) -> Step {
        self.count(1, 0);
        let pad = self.find("image", name).await?;
        pad.scroll_into_view().await?;
        self.driver()?
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::from_millis(20)))
            .move_to_element_with_offset(&pad, -60, 10)
            .click_and_hold()
            .move_by_offset(40, -25)
            .move_by_offset(30, 40)
            .move_by_offset(30, -35)
            .release()
            .perform()
            .await?;
        self.settle().await
    }

    fn count(&self, activations: u32, typed: u32) {
        let mut effort = self.effort.get();
        effort.activations += activations;
        effort.typed += typed;
        self.effort.set(effort);
    }

    /// What the hand did since the last call.
    pub fn take_effort(&self) -> Effort {
        self.effort.take()
    }

    // --- files and pictures -----------------------------------------------------------------------

    /// Where downloads go.
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// Waits for a downloaded file whose name ends so, whole.
    pub async fn download(&self, ending: &str) -> Step<PathBuf> {
        let started = Instant::now();
        loop {
            let names: Vec<_> = std::fs::read_dir(self.downloads())?
                .filter_map(Result::ok)
                .map(|entry| entry.path())
                .collect();
            let is_partial = |e: &std::ffi::OsStr| e == "crdownload" || e == "part" || e == "wkdownload";
            let partial = names.iter().any(|path| path.extension().is_some_and(is_partial));
            if let Some(path) = names.iter().find(|path| path.to_string_lossy().ends_with(ending))
                && !partial
            {
                return Ok(path.clone());
            }
            if started.elapsed() > DEADLINE {
                return Err(self.lost(&format!("no download ending in “{ending}”")).await);
            }
            pause().await;
        }
    }

    /// A picture of the screen: `target/screenshots/<name>-<width>x<height>.png`.
    pub async fn shot(&self, name: &str) -> Step<PathBuf> {
        self.settle().await?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}-{}x{}.png", self.size.0, self.size.1));
        self.driver()?.screenshot(&path).await?;
        Ok(path)
    }

    /// The page as the printer gets it: a PDF with the paper's own sizes and without the browser's heads and feet.
    pub async fn pdf(&self) -> Step<Vec<u8>> {
        let asked =
            json!({"preferCSSPageSize": true, "printBackground": false, "displayHeaderFooter": false});
        let answer = self.cdp("Page.printToPDF", asked).await?;
        let data = answer.get("data").and_then(Value::as_str).ok_or("nothing was printed")?;
        Ok(super::pdf::from_base64(data))
    }

    /// The reason for a failure, with all that helps to understand it.
    async fn lost(&self, reason: &str) -> Box<dyn std::error::Error + Send + Sync> {
        let shot = match self.shot(&format!("failed-{}-{:?}", self.name, self.engine)).await {
            Ok(path) => path.display().to_string(),
            Err(error) => format!("no picture: {error}"),
        };
        let path = self.path().await.unwrap_or_default();
        let text = self.text().await.unwrap_or_default();
        let console = self.console().await.unwrap_or_default().join("\n  ");
        format!("{reason}\nat {path}, picture {shot}\nthe page says:\n{text}\nthe console says:\n  {console}")
            .into()
    }

    /// What the page wrote to the console since the last call; errors are "SEVERE". Chromium alone tells.
    pub async fn console(&self) -> Step<Vec<String>> {
        if !self.engine.is_chromium() {
            return Ok(Vec::new());
        }
        let entries = self.driver()?.browser_log().await?;
        Ok(entries.into_iter().map(|entry| format!("{} {}", entry.level, entry.message)).collect())
    }

    /// A command of the browser's debugging protocol, which is Chromium's.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Step<Value> {
        let command = Cdp { command: command.to_owned(), parameters };
        Ok(self.driver()?.handle().cmd(command).await?.value()?)
    }

    // --- the end --------------------------------------------------------------------------------

    /// Quits the browser and proves that nothing was asked of another origin; gives the addresses asked for. Chromium alone keeps
    /// a log of them: of the others nothing is claimed.
    pub async fn close(mut self) -> Step<Vec<String>> {
        if let Some(driver) = self.driver.take() {
            driver.quit().await?;
        }
        if !self.engine.is_chromium() {
            return Ok(Vec::new());
        }
        let origin = self.site.origin().to_owned();
        let mut asked = Vec::new();
        for run in 1..=self.runs {
            let log = net_log(self.folder.path(), run);
            // A browser killed in its first moments has not written any.
            if self.runs == 1 || log.is_file() {
                asked.extend(netlog::requests(&log, &origin)?);
            }
        }
        ensure(!asked.is_empty(), "the network log is empty: it proves nothing")?;
        let left: Vec<_> = asked.iter().filter(|url| netlog::leaves(url, &origin)).collect();
        ensure(left.is_empty(), format!("requests left the origin: {left:?}"))?;
        Ok(asked)
    }
}

/// Starts a browser on the profile in `folder`.
async fn launch(
    engine: Engine,
    folder: &Path,
    size: (u32, u32),
    run: u32,
) -> Step<(WebDriver, Vec<Process>)> {
    let ready = engine.start(folder, size, &net_log(folder, run))?;
    let driver = WebDriver::new(ready.address, ready.capabilities).await?;
    driver.set_script_timeout(DEADLINE).await?;
    Ok((driver, ready.processes))
}

/// Where a run of the browser writes what it asked for.
fn net_log(folder: &Path, run: u32) -> PathBuf {
    folder.join(format!("net-{run}.json"))
}

#[derive(Debug)]
struct Cdp {
    command: String,
    parameters: Value,
}

impl FormatRequestData for Cdp {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new("POST".parse().unwrap_or_default(), format!("/session/{session}/goog/cdp/execute"))
            .add_body(json!({"cmd": self.command, "params": self.parameters}))
    }
}

async fn pause() {
    tokio::time::sleep(Duration::from_millis(50)).await;
}
