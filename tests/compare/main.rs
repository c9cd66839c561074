//! The county's ten lists compared through the example's own code: exactly the answer key.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test target"
)]
#[path = "../../examples/compare_lists.rs"]
#[allow(dead_code, reason = "its main is not called here")]
mod compare_lists;
mod county;

use serde_json::Value;

fn fixture(path: &str) -> String {
    format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))
}

fn run(args: &[&str]) -> Value {
    compare_lists::run(&args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>()).unwrap()
}
