#!/usr/bin/env bash
# Fuzzing guided by coverage:  scripts/fuzz.sh [seconds for each target, default 300] [target …]
# libFuzzer by the crate libfuzzer-sys, on the stable toolchain: the compiler's own coverage pass needs no nightly. Needs a C++
# compiler and, the first time, the crates. What is found is kept, small, in tests/fuzz/corpus, which `make test` replays.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-300}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(register list pack sealed backup keyring value question)
command -v c++ >/dev/null || {
  echo "fuzz: a C++ compiler is missing (apt-get install g++)." >&2
  exit 1
}
export RUSTFLAGS="-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing"
# With a target named, build scripts and macros are compiled without the flags.
host=$(rustc -vV | sed -n 's/^host: //p')
cargo build --manifest-path fuzz/Cargo.toml --release --bin any --target "$host"
any=fuzz/target/$host/release/any

for target in "${targets[@]}"; do
  kept=tests/fuzz/corpus/$target work=fuzz/corpus/$target seeds=()
  mkdir -p "$kept" "$work"
  case $target in
  register) seeds=(tests/fixtures/json) ;;
  list) seeds=(tests/fixtures/lists) ;;
  esac
  printf '\n== %s, %s s\n' "$target" "$seconds"
  FUZZ_TARGET=$target "$any" "$work" "$kept" "${seeds[@]}" -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1 -artifact_prefix="$kept/failed-" 2>&1 | grep -E 'stat::|INITED|DONE|Done|SUMMARY|ERROR|panicked|cov:' | tail -14
  # Only what adds coverage is kept, and of that only what is small.
  merged=$(mktemp -d)
  FUZZ_TARGET=$target "$any" -merge=1 "$merged" "$kept" "$work" >/dev/null 2>&1 || true
  find "$merged" -type f -size -4k -print0 | xargs -0r ls -S -r | head -60 | xargs -r cp -t "$kept"
  rm -rf "$merged"
done
