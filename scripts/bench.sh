#!/usr/bin/env bash
# Benchmarks:  scripts/bench.sh [lists] [peers] [lighthouse] [--small …]     need the release page in dist/ (make build)
#   lists       reading and comparing lists of 110,000 rows, beside SheetJS and pandas
#   peers       store, search and figures in one run of Chromium, beside other libraries (options go to benches/browser/bench.mjs)
#   lighthouse  Lighthouse's scores
# Installs what it compares with into its own folder and .tools/bench-python, and only where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh

what=() options=()
for word in "$@"; do
  case $word in --*) options+=("$word") ;; *) what+=("$word") ;; esac
done
[ ${#what[@]} -gt 0 ] || what=(lists peers)

in_browser() {
  # None of these packages needs a script of its own to be installed.
  [ -d benches/browser/node_modules/puppeteer-core ] || npm ci --prefix benches/browser --no-audit --no-fund --ignore-scripts --loglevel=error
  CHROMIUM=$(command -v chromium || command -v google-chrome)
  export CHROMIUM
}

for one in "${what[@]}"; do
  case $one in
  lists)
    [ -d benches/peers/node_modules/xlsx ] || npm ci --prefix benches/peers --no-audit --no-fund
    python=.tools/bench-python
    [ -x $python/bin/python ] || python3 -m venv $python
    $python/bin/python -c 'import pandas, python_calamine, openpyxl' 2>/dev/null ||
      $python/bin/pip install --quiet --disable-pip-version-check -r benches/peers/requirements.txt
    cargo bench --locked --bench lists -- generate
    rm -f target/bench/browser.json
    cargo test --locked --test e2e -- --ignored --test-threads=1 --nocapture bench_of
    cargo bench --locked --bench lists -- report
    ;;
  peers)
    in_browser
    node benches/browser/bench.mjs "${options[@]}"
    node benches/browser/report.mjs
    ;;
  lighthouse)
    in_browser
    node benches/browser/lighthouse.mjs "${options[@]}"
    ;;
  *)
    echo "unknown benchmark $one: lists, peers or lighthouse" >&2
    exit 2
    ;;
  esac
done
