//! Journeys through the built page in a real browser, as a user goes: by role, label and visible words.
//!
//! `make test` builds `dist/` and installs Chromium first; a missing browser or page fails loudly, never skips.
//! Every journey runs in a fresh profile and ends by proving from the browser's own network log that
//! nothing was asked of any origin but the page's own.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a test target: a broken expectation is the result"
)]
#![allow(dead_code, reason = "helpers for journeys to come")]

mod harness;
mod journeys;
#[path = "../support/rng.rs"]
mod rng;
