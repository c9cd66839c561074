//! The browser's own record of every request it made, whoever asked: page, worker or service worker.
//!
//! Chromium writes it (`--log-net-log`) and completes it when it quits. Its own housekeeping requests carry
//! neither our origin as initiator nor as isolation key, and are left out.

use std::path::Path;

use serde_json::Value;

use super::Step;

/// Addresses asked for on behalf of pages of `origin`, in order, with repeats.
pub fn requests(log: &Path, origin: &str) -> Step<Vec<String>> {
    let text = std::fs::read_to_string(log)?;
    let log: Value = serde_json::from_str(&text).or_else(|_| {
        // Killed while writing: the list lacks its end.
        serde_json::from_str(&format!("{}]}}", text.trim_end().trim_end_matches(',')))
    })?;
    let events = log["events"].as_array().ok_or("the network log has no events")?;
    let mut urls = Vec::new();
    for event in events {
        let parameters = &event["params"];
        let Some(url) = parameters["url"].as_str() else { continue };
        let ours = ["initiator", "network_isolation_key", "network_anonymization_key"]
            .iter()
            .any(|key| parameters[*key].as_str().is_some_and(|value| value.contains(origin_site(origin))));
        if ours || url.starts_with(origin) {
            urls.push(url.to_owned());
        }
    }
    Ok(urls)
}

/// Isolation keys name the site (no port): `http://localhost`.
fn origin_site(origin: &str) -> &str {
    match origin.rfind(':') {
        Some(colon) if colon > 5 => origin.get(..colon).unwrap_or(origin),
        _ => origin,
    }
}

/// Whether an address leaves the origin. Data and blob addresses go nowhere.
pub fn leaves(url: &str, origin: &str) -> bool {
    let local = ["data:", "blob:", "about:", "chrome:", "chrome-extension:", "devtools:"];
    !(url == origin
        || url.starts_with(&format!("{origin}/"))
        || local.iter().any(|scheme| url.starts_with(scheme)))
}
