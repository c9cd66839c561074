#!/usr/bin/env bash
# Formatting.
set -euo pipefail
cd "$(dirname "$0")/.."
scripts/setup.sh build
cargo fmt --check || {
  echo "Formatting differs; run: cargo fmt" >&2
  exit 1
}
