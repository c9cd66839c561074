#!/usr/bin/env bash
# The size budget: first load and everything, by Brotli.
set -euo pipefail
cd "$(dirname "$0")/.."
node scripts/size.mjs dist
