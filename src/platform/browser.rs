//! What kind of browser this is, as far as it puts the data at risk; printing; reloading; where on the page one is; attributes of `<html>`.
use super::room::{Kept, Room};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, Window};

/// A reason to say something before anything is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Plain http: the browser offers no encryption.
    Insecure,
    /// A browser inside another app: its store is apart and may be wiped.
    InApp,
    /// An iPad or iPhone without installation: idle storage is cleared after seven days.
    NotInstalled,
    /// So little room that it is a private window, or a full disk.
    Private,
    /// The browser has not promised to keep what is stored.
    NotKept,
}

/// Below this a store is a private window's (Chromium gives a few hundred megabytes, WebKit and Gecko less) or the disk is all
/// but full; an ordinary one has gigabytes. A term of photographs takes about 300 MB.
const SCANTY: u64 = 400_000_000;

pub fn concerns() -> Vec<Concern> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let navigator = window.navigator();
    let agent = navigator.user_agent().unwrap_or_default();
    let found = concerns_of(&agent, navigator.max_touch_points(), is_standalone(&window));
    let insecure = (!window.is_secure_context()).then_some(Concern::Insecure);
    insecure.into_iter().chain(found).collect()
}

fn is_standalone(window: &Window) -> bool {
    window.match_media("(display-mode: standalone)").ok().flatten().is_some_and(|query| query.matches())
}

/// An iPad calls itself a Macintosh, which has no touch screen.
fn concerns_of(agent: &str, touch_points: i32, standalone: bool) -> Vec<Concern> {
    let mut found = Vec::new();
    let apps = ["MicroMessenger", "wxwork", "DingTalk", "QQ/", "AlipayClient", "Weibo", "Lark", "Feishu"];
    if apps.iter().any(|app| agent.contains(app)) {
        found.push(Concern::InApp);
    }
    let is_ipad = agent.contains("iPad") || (agent.contains("Macintosh") && touch_points > 1);
    if (is_ipad || agent.contains("iPhone")) && !standalone && found.is_empty() {
        found.push(Concern::NotInstalled);
    }
    found
}

/// What the browser's answers about room say: bytes used and granted, and whether it promised to keep them.
pub fn concerns_of_room(room: Option<Room>, kept: Kept) -> impl Iterator<Item = Concern> {
    let is_scanty = room.is_some_and(|room| room.granted < SCANTY);
    let is_promised = kept != Kept::NotPromised;
    let found = match (is_scanty, is_promised) {
        (true, _) => Some(Concern::Private),
        (false, false) => Some(Concern::NotKept),
        (false, true) => None,
    };
    found.into_iter()
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

/// The key of the field that has the focus, as `data-field` names it.
pub fn focused_field() -> Option<String> {
    let here = web_sys::window()?.document()?.active_element()?;
    here.closest("[data-field]").ok()??.get_attribute("data-field")
}

/// Gives the field of this key the focus, if it stands on the page; says whether it does.
pub fn focus_field(key: &str) -> bool {
    let control = || {
        let fields = web_sys::window()?.document()?.query_selector_all("[data-field]").ok()?;
        let field = (0..fields.length())
            .filter_map(|at| fields.get(at)?.dyn_into::<HtmlElement>().ok())
            .find(|field| field.get_attribute("data-field").as_deref() == Some(key))?;
        field.query_selector("input, textarea, select, button").ok()??.dyn_into::<HtmlElement>().ok()
    };
    control().is_some_and(|control| control.focus().is_ok())
}

/// The path and query of the address.
pub fn address() -> Option<String> {
    let location = web_sys::window()?.location();
    Some([location.pathname().ok()?, location.search().ok()?].concat())
}

/// Puts another address of this page into the bar, without loading and without a step in the history. Before the router starts.
pub fn stand_at(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // Refused only for another origin, which a path is not.
        let _moved = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
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
        let cases: &[(&str, i32, bool, &[Concern])] = &[
            ("Mozilla/5.0 (Linux; Android 13) MicroMessenger/8.0", 5, false, &[Concern::InApp]),
            ("Mozilla/5.0 (iPad; CPU OS 17_0) MicroMessenger/8.0", 5, false, &[Concern::InApp]),
            ("Mozilla/5.0 (iPad; CPU OS 17_0)", 5, false, &[Concern::NotInstalled]),
            ("Mozilla/5.0 (iPad; CPU OS 17_0)", 5, true, &[]),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605",
                5,
                false,
                &[Concern::NotInstalled],
            ),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605", 0, false, &[]),
            ("Mozilla/5.0 (X11; Linux) Chrome/156", 0, false, &[]),
        ];
        for (agent, touch_points, standalone, expected) in cases {
            assert_eq!(concerns_of(agent, *touch_points, *standalone), *expected, "{agent}");
        }
    }

    #[test]
    fn little_room_and_no_promise_are_told_apart_and_silence_is_no_concern() {
        let granted = |granted| Some(Room { used: 0, granted });
        let (plenty, little) = (granted(60_000_000_000), granted(120_000_000));
        for (room, promised, expected) in [
            (plenty, Kept::Promised, None),
            (plenty, Kept::NotPromised, Some(Concern::NotKept)),
            (plenty, Kept::CannotSay, None),
            (None, Kept::CannotSay, None),
            (little, Kept::NotPromised, Some(Concern::Private)),
            (little, Kept::Promised, Some(Concern::Private)),
        ] {
            assert_eq!(concerns_of_room(room, promised).next(), expected, "{room:?} {promised:?}");
        }
    }
}
