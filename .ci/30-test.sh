#!/usr/bin/env bash
# Every test there is, and the release build on the way.
set -euo pipefail
cd "$(dirname "$0")/.."
make test
