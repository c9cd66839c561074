//! A disk of our own under the browser's profile: small, so that it can be full; and one whose power can be cut.
//!
//! Needs the right to mount (root, as in most containers of a CI); [`Disk::new`] says why where it has not.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Step;

/// A mounted file system; unmounted when dropped.
pub struct Disk {
    at: PathBuf,
    image: Option<PathBuf>,
}

fn run(command: &str, arguments: &[&str]) -> Step {
    let out = Command::new(command).args(arguments).output().map_err(|why| format!("{command}: {why}"))?;
    match out.status.success() {
        true => Ok(()),
        false => {
            Err(format!("{command} {arguments:?}: {}", String::from_utf8_lossy(&out.stderr).trim()).into())
        }
    }
}

impl Disk {
    /// So many megabytes in memory, at this folder.
    pub fn small(at: &Path, megabytes: u32) -> Step<Self> {
        std::fs::create_dir_all(at)?;
        let shown = at.display().to_string();
        run("mount", &["-t", "tmpfs", "-o", &format!("size={megabytes}m"), "none", &shown])?;
        Ok(Self { at: at.to_path_buf(), image: None })
    }

    /// ext4 in a file. What the browser did not have synced lies in the kernel alone, and is gone with [`Disk::cut`].
    pub fn with_power(at: &Path) -> Step<Self> {
        std::fs::create_dir_all(at)?;
        let image = at.with_extension("image");
        std::fs::File::create(&image)?.set_len(600 << 20)?;
        run("mkfs.ext4", &["-q", "-F", &image.display().to_string()])?;
        let disk = Self { at: at.to_path_buf(), image: Some(image) };
        disk.mount()?;
        Ok(disk)
    }

    fn mount(&self) -> Step {
        let Some(image) = &self.image else { return Ok(()) };
        // The journal is written when something is synced, and else not for five minutes.
        run("mount", &["-o", "loop,commit=300", &image.display().to_string(), &self.at.display().to_string()])
    }

    /// The power is gone: what had reached the disk is there, what the kernel still held is not. Nobody may use it meanwhile.
    pub fn cut(&self) -> Step {
        let Some(image) = &self.image else { return Ok(()) };
        let reached = image.with_extension("reached");
        // Before the unmounting, which writes everything: the image is what the device had been given by now.
        run("cp", &["--sparse=always", &image.display().to_string(), &reached.display().to_string()])?;
        self.unmount()?;
        std::fs::rename(&reached, image)?;
        self.mount()
    }

    /// Everything that was written reaches the disk, as when a tablet is shut down in the evening.
    pub fn settle(&self) -> Step {
        if self.image.is_none() {
            return Ok(());
        }
        self.unmount()?;
        self.mount()
    }

    fn unmount(&self) -> Step {
        let at = self.at.display().to_string();
        // What a killed browser held open goes a moment after it; whatever holds on longer keeps the old image, not the new one.
        for _ in 0..50 {
            if run("umount", &[&at]).is_ok() {
                return Ok(());
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        run("umount", &["-l", &at])
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = self.unmount();
        let _ = self.image.as_ref().map(std::fs::remove_file);
    }
}
