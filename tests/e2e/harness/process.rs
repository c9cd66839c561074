//! A child process that never outlives its test.

use std::io::{BufRead, BufReader};
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
        Self::start_when(command, name, says, |line| line.contains(says))
    }

    /// Starts a program that says nothing and waits until something answers at its port.
    pub fn start_at(command: &mut Command, name: &str, port: u16) -> Step<Self> {
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let process = Self { child: child.map_err(|error| missing(name, &error))? };
        for _ in 0..600 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(process);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("{name} does not answer at its port").into())
    }

    /// As [`Process::start`], with any sign in what it prints.
    pub fn start_when(
        command: &mut Command,
        name: &str,
        says: &str,
        is_sign: impl Fn(&str) -> bool,
    ) -> Step<(Self, String)> {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| missing(name, &error))?;
        let (send, lines) = mpsc::channel();
        let out = child.stdout.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read + Send>);
        let err = child.stderr.take().map(|pipe| Box::new(pipe) as Box<dyn std::io::Read + Send>);
        for pipe in [out, err].into_iter().flatten() {
            let send = send.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
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

    /// Ends the program and waits until it is gone.
    pub fn stop(&mut self) {
        // Asked first: chromedriver then closes its browser.
        let _ = Command::new("kill").arg("-TERM").arg(self.child.id().to_string()).status();
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
