//! One binary for every target of `tests/fuzz/targets.rs`; `FUZZ_TARGET` names the one that runs.
#![no_main]
#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "a fuzz target")]

#[path = "../../tests/fuzz/targets.rs"]
mod targets;

use std::sync::OnceLock;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    static TARGET: OnceLock<targets::Target> = OnceLock::new();
    let target = TARGET.get_or_init(|| {
        let wanted = std::env::var("FUZZ_TARGET").unwrap_or_default();
        let Some((_, target)) = targets::TARGETS.iter().find(|(name, _)| *name == wanted) else {
            let known: Vec<&str> = targets::TARGETS.iter().map(|(name, _)| *name).collect();
            eprintln!("FUZZ_TARGET is {wanted:?}; it names one of: {}", known.join(", "));
            std::process::exit(2);
        };
        *target
    });
    target(bytes);
});
