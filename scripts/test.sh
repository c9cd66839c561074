#!/usr/bin/env bash
# Runs the tests:  scripts/test.sh [native] [browser] [build] [e2e] [firefox] [webkit]     (without the last two when none is named)
#   native    everything that needs no browser: units, properties, fixtures, architecture
#   browser   wasm-bindgen tests in headless Chromium (storage, cryptography, worker)
#   build     the release page, which the journeys need
#   e2e       journeys through the built page
#   firefox, webkit   the main journey, held across, in that engine; with BAOXUE_JOURNEYS=all every journey that asks
#                     for nothing that only Chromium can show
# Ends with one line, "N passed, N failed", over all that ran.
set -uo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh

# Journeys that ask for Chromium's debugging protocol, its network log or its console.
ONLY_CHROMIUM="by_keys:: crash:: hard:: hostile:: papers:: everyone:: first_load::a_worker first_load::the_first_screen policy:: pictures:: measure:: bench::"

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
  firefox | webkit)
    driver=geckodriver
    [ $suite = webkit ] && driver=WebKitWebDriver
    command -v $driver >/dev/null || {
      echo "· $suite is not tested: its driver is missing (make setup-browsers installs it)"
      continue
    }
    journeys=(a_teachers_day_on_a_tablet_held_across)
    skipped=()
    if [ "${BAOXUE_JOURNEYS:-}" = all ]; then
      journeys=()
      # What only Chromium's protocol, log or console can show.
      for name in $ONLY_CHROMIUM; do skipped+=(--skip "$name"); done
    fi
    BAOXUE_ENGINE=$suite run "journeys in $suite" cargo test --locked --test e2e -- --test-threads=1 "${journeys[@]}" "${skipped[@]}"
    ;;
  *)
    echo "unknown suite $suite: native, browser, build, e2e, firefox or webkit" >&2
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
