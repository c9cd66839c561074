# Sourced by the scripts and mirrored by the Makefile's PATH: the pinned tools and where ours are kept.
# Tools compiled here are shared by every checkout of this user; BAOXUE_TOOLS names another place.
TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.130
WASM_SPLIT_VERSION=0.2.3
GECKODRIVER_VERSION=0.33.0
GECKODRIVER_SUM=e95a2f51d4619b6ebdcea4cfc02528ef07414da37ea3cbe70e1b9d0cc639a718
TOOLS=${BAOXUE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/baoxue-tools}

PATH=$PWD/node_modules/.bin:$PATH
# Ours come first only where they exist, so an equal version on the PATH is used as it is.
for folder in "$TOOLS/wasm_split_cli_support-$WASM_SPLIT_VERSION/bin" "$TOOLS/geckodriver-$GECKODRIVER_VERSION/bin" "$TOOLS/trunk-$TRUNK_VERSION/bin" "$TOOLS/wasm-bindgen-cli-$WASM_BINDGEN_VERSION/bin"; do
  PATH=$folder:$PATH
done
# It divides the page's module, then calls the real one.
PATH=$PWD/scripts/bin:$PATH
export PATH

is_version() { # command, version
  [ "$("$1" --version 2>/dev/null | awk '{print $2}')" = "$2" ]
}
