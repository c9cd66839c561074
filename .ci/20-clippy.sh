#!/usr/bin/env bash
# Lints, warnings refused: everything natively, and what is shipped for the browser.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo clippy --locked --all-targets -- -D warnings
cargo clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings
