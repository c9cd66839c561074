#!/usr/bin/env bash
# Builds the release page into dist/ for a path on its host:  scripts/build.sh [/]
# Does nothing when dist/ is newer than everything it is made of.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
base=/$(sed 's,^/*,,; s,/*$,,' <<<"${1:-/}")/
[ "$base" = // ] && base=/

made_of=()
for path in src style index.html build.rs Cargo.toml Cargo.lock Trunk.toml .cargo rust-toolchain.toml package-lock.json scripts/post_build.mjs scripts/tools.sh; do
  [ -e "$path" ] && made_of+=("$path")
done
if grep -qs "data-base=\"$base\"" dist/index.html && [ -z "$(find "${made_of[@]}" -newer dist/index.html -print -quit)" ]; then
  echo "· dist/ is up to date"
  exit 0
fi
echo "· building the release page (4-6 minutes the first time on two cores, then about one)"
trunk build --release --offline --locked --public-url "$base" || {
  echo "The page was not built; the reason stands above. After a change of Cargo.toml run: cargo update --workspace" >&2
  exit 1
}
