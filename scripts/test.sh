#!/usr/bin/env bash
# Runs the tests:  scripts/test.sh [native] [browser] [build] [e2e]     (all when none is named)
#   native    everything that needs no browser: units, properties, fixtures, architecture
#   browser   wasm-bindgen tests in headless Chromium (storage, cryptography, worker)
#   build     the release page, which the journeys need
#   e2e       journeys through the built page
# Ends with one line, "N passed, N failed", over all that ran.
set -uo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh

suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(native browser build e2e)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
started=$SECONDS

run() { # name, command…
  printf '\n\033[1m== %s\033[0m\n' "$1"
  shift
  # A failing suite does not hide the next one.
  local before
  before=$(grep -c '^test result: FAILED' "$log")
  if ! "$@" 2>&1 | tee -a "$log"; then
    status=1
    # One that did not even compile counts as a failure too.
    [ "$(grep -c '^test result: FAILED' "$log")" != "$before" ] || echo "test result: FAILED. 0 passed; 1 failed" >>"$log"
  fi
}

for suite in "${suites[@]}"; do
  case $suite in
  native)
    run "native tests" cargo test --locked --lib --bins
    others=()
    # A test is a file, or a folder with a main.rs.
    for file in tests/*.rs tests/*/main.rs; do
      name=$(basename "${file%/main.rs}" .rs)
      case $name in browser* | e2e) ;; *) others+=(--test "$name") ;; esac
    done
    [ ${#others[@]} -eq 0 ] || run "properties, fixtures, architecture" cargo test --locked --no-fail-fast "${others[@]}"
    ;;
  browser)
    CHROMEDRIVER=$(command -v chromedriver) || {
      echo "chromedriver is missing; make setup-test installs it." >&2
      exit 1
    }
    export CHROMEDRIVER WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-300}
    run "browser tests" cargo test --locked --target wasm32-unknown-unknown --test 'browser*'
    ;;
  build)
    run "release build" make --no-print-directory build
    ;;
  e2e)
    [ -f dist/index.html ] || {
      echo "dist/ is not built; run make build first." >&2
      exit 1
    }
    # Two at a time: each waits for its browser half of the time, and each has a profile and a port of its own.
    run "journeys" cargo test --locked --test e2e -- --test-threads=2
    ;;
  *)
    echo "unknown suite $suite: native, browser, build or e2e" >&2
    exit 2
    ;;
  esac
done

printf '\n%s s\n' "$((SECONDS - started))"
# Both runners print "test result: ok. 12 passed; 0 failed; …".
awk '/^test result:/ { for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) p += $(i-1); if ($i ~ /^failed/) f += $(i-1) } }
  END { printf "%d passed, %d failed\n", p, f }' "$log"
[ $status -eq 0 ] || echo "some suite failed; see above" >&2
exit $status
