#!/usr/bin/env bash
# Benchmarks:  scripts/bench.sh     needs the release page in dist/ (make build)
# Installs the peers into benches/peers/node_modules and .tools/bench-python, and only where they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh

[ -d benches/peers/node_modules/xlsx ] || npm ci --prefix benches/peers --no-audit --no-fund
python=.tools/bench-python
[ -x $python/bin/python ] || python3 -m venv $python
$python/bin/python -c 'import pandas, python_calamine, openpyxl' 2>/dev/null ||
  $python/bin/pip install --quiet --disable-pip-version-check -r benches/peers/requirements.txt

cargo bench --locked --bench lists -- generate
rm -f target/bench/browser.json
cargo test --locked --test e2e -- --ignored --test-threads=1 --nocapture bench_of
cargo bench --locked --bench lists -- report
