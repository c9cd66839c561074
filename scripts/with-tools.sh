#!/usr/bin/env bash
# Runs a command with the pinned tools on the PATH:  scripts/with-tools.sh trunk build
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
exec "$@"
