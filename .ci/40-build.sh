#!/usr/bin/env bash
# The release page.
set -euo pipefail
cd "$(dirname "$0")/.."
make build
