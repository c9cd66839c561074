//! A child process that never outlives its test.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::Step;

/// A started program; ended when dropped.
pub struct Process {
    child: Child,
}

impl Process {
    /// Starts a program and waits for the line that says it serves; gives the process and that line.
    /// What it prints later is read and thrown away, so that a full pipe never stops it.
    pub fn start(command: &mut Command, name: &str, says: &str) -> Step<(Self, String)> {
        Self::start_when(command, name, says, |line| line.contains(says), |_| ())
    }

    /// The same; every line is heard as well.
    pub fn start_heard(
        command: &mut Command,
        name: &str,
        says: &str,
        hear: impl Fn(&str) + Clone + Send + 'static,
    ) -> Step<(Self, String)> {
        Self::start_when(command, name, says, |line| line.contains(says), hear)
    }

    /// Starts a program that says nothing and waits until something answers at its port.
    pub fn start_at(command: &mut Command, name: &str, port: u16) -> Step<Self> {
        let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = quiet.process_group(0).spawn();
        let process = Self { child: child.map_err(|error| missing(name, &error))? };
        for _ in 0..600 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(process);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("{name} does not answer at its port").into())
    }

    /// The same with any sign in what it prints.
    pub fn start_when(
        command: &mut Command,
        name: &str,
        says: &str,
        is_sign: impl Fn(&str) -> bool,
        hear: impl Fn(&str) + Clone + Send + 'static,
    ) -> Step<(Self, String)> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            // Whatever it starts belongs to its group and can be ended with it at once.
            .process_group(0)
            .spawn()
            .map_err(|error| missing(name, &error))?;
        let (send, lines) = mpsc::channel();
        let out = child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read + Send>);
        let err = child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read + Send>);
        for pipe in [out, err].into_iter().flatten() {
            let (send, hear) = (send.clone(), hear.clone());
            std::thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    hear(&line);
                    let _ = send.send(line);
                }
            });
        }
        drop(send);
        let process = Self { child };
        let mut heard = Vec::new();
        loop {
            match lines.recv_timeout(Duration::from_secs(30)) {
                Ok(line) if is_sign(&line) => return Ok((process, line)),
                Ok(line) => heard.push(line),
                Err(_) => {
                    return Err(format!("{name} did not say “{says}”; it said: {}", heard.join(" | ")).into());
                }
            }
        }
    }

    /// The number of its group: whoever ends that ends all that it started.
    pub fn group(&self) -> u32 {
        self.child.id()
    }

    /// Ends the program and everything that it started with SIGKILL, as a dead battery does: nobody is asked.
    pub fn kill_all(&mut self) {
        kill_group(self.group());
        let _ = self.child.wait();
    }

    /// Ends the program and waits until it is gone.
    pub fn stop(&mut self) {
        // Asked first: chromedriver then closes its browser.
        let pid = self.child.id().to_string();
        let _ = Command::new("kill").args(["-TERM", &pid]).stderr(Stdio::null()).status();
        for _ in 0..100 {
            if matches!(self.child.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// SIGKILL to a whole group of processes.
pub fn kill_group(group: u32) {
    let kill = ["-KILL", "--"];
    let _ = Command::new("kill").args(kill).arg(format!("-{group}")).stderr(Stdio::null()).status();
}

/// How many processes were started with this path in one of their arguments, waiting a little for ended ones to be gone.
pub fn running_with(path: &std::path::Path) -> usize {
    let words = path.display().to_string();
    let count = || {
        let all = std::fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
        let lines = all.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok());
        lines.filter(|line| String::from_utf8_lossy(line).contains(&words)).count()
    };
    for _ in 0..200 {
        if count() == 0 {
            return 0;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    count()
}

impl Drop for Process {
    fn drop(&mut self) {
        self.stop();
    }
}

fn missing(name: &str, error: &std::io::Error) -> String {
    format!(
        "{name} cannot be started ({error}). `make setup-test` (for Firefox and WebKit `make setup-browsers`) installs what \
         the journeys need."
    )
}

/// A port that nobody listens at.
pub fn free_port() -> Step<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
