//! What kind of browser this is, as far as it puts the data at risk; printing; reloading; attributes of `<html>`.
use web_sys::Window;

/// A reason to say something before anything is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// A browser inside another app: its store is apart and may be wiped.
    InApp,
    /// An iPad or iPhone without installation: idle storage is cleared after seven days.
    NotInstalled,
}

pub fn concerns() -> Vec<Concern> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let agent = window.navigator().user_agent().unwrap_or_default();
    concerns_of(&agent, is_standalone(&window))
}

fn is_standalone(window: &Window) -> bool {
    window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches())
}

fn concerns_of(agent: &str, standalone: bool) -> Vec<Concern> {
    let mut found = Vec::new();
    if ["MicroMessenger", "DingTalk", "QQ/", "AlipayClient", "Weibo"].iter().any(|app| agent.contains(app)) {
        found.push(Concern::InApp);
    }
    if (agent.contains("iPad") || agent.contains("iPhone")) && !standalone {
        found.push(Concern::NotInstalled);
    }
    found
}

pub fn print() {
    if let Some(window) = web_sys::window() {
        // A page that may not print stays as it is.
        let _refused = window.print();
    }
}

/// Loads the page anew: nothing of an unlocked register stays in memory.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _going = window.location().reload();
    }
}

/// Begins anew at the first page: nothing of what was open stays in memory, nor in the address.
pub fn restart() {
    if let Some(window) = web_sys::window() {
        let _going = window.location().replace("/");
    }
}

/// Whether every file of the program is kept on this device; the boot script says so (`src/pwa/boot.js`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    Ready,
    /// Still being fetched.
    NotYet,
    Failed,
    /// This browser has no service worker.
    Never,
}

pub fn offline() -> Offline {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    match root.and_then(|root| root.get_attribute("data-offline")).as_deref() {
        Some("ready") => Offline::Ready,
        Some("failed") => Offline::Failed,
        Some("none") => Offline::Never,
        _ => Offline::NotYet,
    }
}

/// Sets or takes away an attribute of `<html>`.
pub fn mark(name: &str, value: Option<&str>) {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    if let Some(root) = root {
        let _set = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_puts_the_data_at_risk_is_named() {
        let wechat = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 MicroMessenger/8.0";
        assert_eq!(concerns_of(wechat, false), [Concern::InApp]);
        assert_eq!(concerns_of("Mozilla/5.0 (iPad; CPU OS 17_0)", false), [Concern::NotInstalled]);
        assert_eq!(concerns_of("Mozilla/5.0 (iPad; CPU OS 17_0)", true), []);
        assert_eq!(concerns_of("Mozilla/5.0 (X11; Linux) Chrome/156", false), []);
    }
}
