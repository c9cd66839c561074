//! Which browser the journeys run in: `BAOXUE_ENGINE` is `chromium` (or unset), `firefox` or `webkit`.
//!
//! Chromium alone keeps a log of its network and has a debugging protocol: what only these can show is asked of it alone.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use thirtyfour::Capabilities;

use super::Step;
use super::process::{Process, free_port};

/// A browser's engine and the driver that works it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

/// A driver that waits for a session, and what to ask it for.
pub struct Ready {
    /// The driver and what it needs, in the order in which they end.
    pub processes: Vec<Process>,
    pub address: String,
    pub capabilities: Capabilities,
}

impl Engine {
    /// The engine that was asked for.
    pub fn chosen() -> Step<Self> {
        match std::env::var("BAOXUE_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Ok(Self::Chromium),
            Ok("firefox") => Ok(Self::Firefox),
            Ok("webkit") => Ok(Self::WebKit),
            Ok(other) => {
                Err(format!("BAOXUE_ENGINE is “{other}”; it is chromium, firefox or webkit.").into())
            }
        }
    }

    /// Whether the journey's proofs by network log, console and debugging protocol can be had.
    pub fn is_chromium(self) -> bool {
        self == Self::Chromium
    }

    /// Starts the driver; the browser's profile and its downloads go into the folder.
    pub fn start(self, folder: &Path, size: (u32, u32), log: &Path) -> Step<Ready> {
        match self {
            Self::Chromium => chromium(folder, size, log),
            Self::Firefox => firefox(folder, size),
            Self::WebKit => webkit(folder, size),
        }
    }
}

/// As on a tablet in China, whatever the machine says.
fn at_home(command: &mut Command) -> &mut Command {
    command.env("TZ", "Asia/Shanghai").env("LANGUAGE", "zh_CN")
}

fn chromium(folder: &Path, size: (u32, u32), log: &Path) -> Step<Ready> {
    let port = free_port()?;
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    let (driver, _) = Process::start(at_home(&mut command), "chromedriver", "started successfully")?;
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // The browser's own autofill asks its maker about the shape of forms, whatever the page says; the proof is about the page.
        "--disable-features=AutofillServerCommunication",
        "--lang=zh-CN",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
    ];
    let arguments = arguments.into_iter().map(str::to_owned).chain([
        format!("--window-size={},{}", size.0, size.1),
        format!("--user-data-dir={}", folder.join("profile").display()),
        format!("--log-net-log={}", log.display()),
    ]);
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "chrome")?;
    capabilities.set("goog:chromeOptions", json!({"args": arguments.collect::<Vec<_>>()}))?;
    capabilities.set("goog:loggingPrefs", json!({"browser": "ALL"}))?;
    Ok(Ready { processes: vec![driver], address: format!("http://localhost:{port}"), capabilities })
}

fn firefox(folder: &Path, size: (u32, u32)) -> Step<Ready> {
    let port = free_port()?;
    // A port for its other protocol too, or two at a time take the same one.
    let mut command = Command::new("geckodriver");
    command.arg(format!("--port={port}")).arg(format!("--websocket-port={}", free_port()?));
    command.arg("--profile-root").arg(folder);
    let (driver, _) = Process::start(at_home(&mut command), "geckodriver", "Listening on")?;
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "firefox")?;
    capabilities.set(
        "moz:firefoxOptions",
        json!({
            "args": ["-headless", "--width", size.0.to_string(), "--height", size.1.to_string()],
            "prefs": {
                "intl.accept_languages": "zh-CN, zh",
                "browser.download.folderList": 2,
                "browser.download.dir": folder.join("downloads"),
                "browser.download.useDownloadDir": true,
                "browser.download.always_ask_before_handling_new_types": false,
                "browser.helperApps.neverAsk.saveToDisk": "application/octet-stream,application/zip,application/json",
                "layout.css.devPixelsPerPx": "1.0",
            },
        }),
    )?;
    Ok(Ready { processes: vec![driver], address: format!("http://localhost:{port}"), capabilities })
}

/// Where Debian puts WebKitGTK's own small browser.
const MINI_BROWSER: &str = "webkit2gtk-4.1/MiniBrowser";

fn webkit(folder: &Path, size: (u32, u32)) -> Step<Ready> {
    let browser = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib"]
        .iter()
        .map(|at| Path::new(at).join(MINI_BROWSER))
        .find(|path| path.is_file())
        .ok_or("WebKitGTK’s MiniBrowser is not there. `make setup-browsers` installs it.")?;
    // It has no headless kind: a screen that nobody sees, as high and as wide as either way of holding a tablet.
    let mut command = Command::new("Xvfb");
    let (width, height) = (size.0 + 200, size.1 + 200);
    command.args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")]);
    let (screen, display) = {
        let is_number = |line: &str| line.trim().parse::<u32>().is_ok();
        Process::start_when(&mut command, "Xvfb", "the number of its display", is_number, |_| ())?
    };
    let port = free_port()?;
    // Its data and its downloads follow HOME.
    std::fs::create_dir_all(folder.join(".config"))?;
    std::fs::write(folder.join(".config/user-dirs.dirs"), "XDG_DOWNLOAD_DIR=\"$HOME/downloads\"\n")?;
    let mut command = Command::new("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", format!(":{}", display.trim()))
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", folder.join(".config"))
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("LC_ALL", "C.UTF-8")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env("NO_AT_BRIDGE", "1")
        .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    let driver = Process::start_at(at_home(&mut command), "WebKitWebDriver", port)?;
    let mut capabilities = Capabilities::new();
    capabilities.set("browserName", "MiniBrowser")?;
    capabilities.set(
        "webkitgtk:browserOptions",
        json!({"binary": browser, "args": ["--automation", format!("--geometry={}x{}", size.0, size.1)]}),
    )?;
    Ok(Ready { processes: vec![driver, screen], address: format!("http://127.0.0.1:{port}"), capabilities })
}
