//! The built page, served at a free port.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use super::Step;
use super::process::Process;

/// How the page is served.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// As `make run` and the README's hosts do: with the policy as a header and pages answered by index.html.
    WithHeaders,
    /// As a bare file server does: no header of ours at all.
    Bare,
}

/// A copy of `dist/` being served; files may be added to the copy.
pub struct Site {
    process: Option<Process>,
    folder: tempfolder::TempFolder,
    /// The page's address, ending with a slash.
    pub address: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Serves a copy of `dist/` at a free port.
    pub fn start(host: Host) -> Step<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let dist = root.join("dist");
        if !dist.join("index.html").is_file() {
            return Err("dist/ is not built. Run `make build` (or `make test`, which does it) first.".into());
        }
        let folder = tempfolder::TempFolder::new("site")?;
        copy(&dist, folder.path())?;
        let mut command = Command::new("python3");
        match host {
            Host::WithHeaders => {
                command.arg(root.join("scripts/serve.py")).args(["--port", "0", "--dir"]).arg(folder.path())
            }
            Host::Bare => command
                .args(["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory"])
                .arg(folder.path()),
        };
        let asked = Arc::<Mutex<Vec<String>>>::default();
        let told = Arc::clone(&asked);
        let hear = move |line: &str| {
            if let Some((_, rest)) = line.split_once("\"GET ")
                && let Ok(mut told) = told.lock()
            {
                told.push(rest.split(' ').next().unwrap_or_default().to_owned());
            }
        };
        let (process, line) = Process::start_heard(&mut command, "python3", "http://", hear)?;
        let port: u16 = line
            .split("http://")
            .nth(1)
            .and_then(|rest| rest.split(':').nth(1))
            .map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>())
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(|| format!("no port in “{line}”"))?;
        Ok(Self { process: Some(process), folder, address: format!("http://localhost:{port}/"), asked })
    }

    /// The paths that were asked for so far, in their order: each stands here before its answer goes out.
    pub fn asked(&self) -> Arc<Mutex<Vec<String>>> {
        Arc::clone(&self.asked)
    }

    /// Adds a file beside the built ones.
    pub fn add(&self, name: &str, text: &str) -> Step {
        Ok(std::fs::write(self.folder.path().join(name), text)?)
    }

    /// Adds a copy of a file beside the built ones.
    pub fn add_file(&self, name: &str, from: &Path) -> Step {
        std::fs::copy(from, self.folder.path().join(name))?;
        Ok(())
    }

    /// The text of a served file.
    pub fn read(&self, name: &str) -> Step<String> {
        Ok(std::fs::read_to_string(self.folder.path().join(name))?)
    }

    /// Makes every served page run a script before its own; the service worker's list of files learns the page's new integrity.
    pub fn run_first(&self, source: &str) -> Step {
        let old = self.read("index.html")?;
        let number = (0..).find(|n| !old.contains(&first_name(*n))).unwrap_or(0);
        self.add(&first_name(number), source)?;
        let tag = format!("<script src=\"/{}\"></script>", first_name(number));
        let new = old.replacen("<link rel=\"manifest\"", &[&tag, "<link rel=\"manifest\""].concat(), 1);
        self.add("index.html", &new)?;
        let list = self.read("sw.js")?;
        self.add("sw.js", &list.replace(&integrity(&old)?, &integrity(&new)?))
    }

    /// Stops serving: from now on the tablet is without a network.
    pub fn stop(&mut self) {
        self.process = None;
    }

    /// The origin, as `http://localhost:1234`.
    pub fn origin(&self) -> &str {
        self.address.trim_end_matches('/')
    }
}

fn first_name(number: usize) -> String {
    format!("first-{number}.js")
}

/// As the build writes it.
fn integrity(text: &str) -> Step<String> {
    use std::io::Write;
    let hash = "import base64, hashlib, sys; print('sha384-' + base64.b64encode(hashlib.sha384(sys.stdin.buffer.read()).digest()).decode())";
    let mut python =
        Command::new("python3").args(["-c", hash]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    python.stdin.take().ok_or("python3 takes nothing in")?.write_all(text.as_bytes())?;
    Ok(String::from_utf8(python.wait_with_output()?.stdout)?.trim().to_owned())
}

fn copy(from: &Path, to: &Path) -> Step {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir_all(&target)?;
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// A folder of our own under the system's temporary one.
pub mod tempfolder {
    use super::{Path, PathBuf, Step};
    use std::sync::atomic::{AtomicU32, Ordering};

    static NEXT: AtomicU32 = AtomicU32::new(0);

    /// Removed with all it holds when dropped.
    pub struct TempFolder(PathBuf);

    impl TempFolder {
        /// A new empty folder.
        pub fn new(what: &str) -> Step<Self> {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let path =
                std::env::temp_dir().join(format!("baoxue-e2e-{}-{number}-{what}", std::process::id()));
            std::fs::create_dir_all(&path)?;
            Ok(Self(path))
        }

        /// Where it is.
        pub fn path(&self) -> &Path {
            &self.0
        }
    }

    impl Drop for TempFolder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }
}
